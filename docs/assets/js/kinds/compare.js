// Compare two tweets: choose the one that works better, and tick the criteria that make the difference.
import { make } from "../dom.js";

const NUMBERS = [0, 1];

/** @type {import("./index.js").Kind} */
export const compare = {
  mount(place) {
    const { element, answer, exercise, signal, changed } = place;
    const choices = NUMBERS.map((number) => ({
      number,
      input: make("input", { type: "radio", name: `${element.id || exercise.id}-mejor`, value: String(number) }),
    }));
    const offered = element.querySelector(":scope > .exercise__reasons");
    offered?.setAttribute("hidden", ""); // offered again, with boxes to tick
    const reasons = [...(offered?.querySelectorAll("li") ?? [])].map((item) => ({
      criterion: item.dataset.criterion ?? "",
      input: make("input", { type: "checkbox" }),
      words: [...item.childNodes].map((node) => node.cloneNode(true)),
    }));
    answer.replaceChildren(
      make(
        "fieldset",
        { class: "question" },
        make("legend", {}, "¿Cuál funciona mejor?"),
        ...choices.map(({ number, input }) => make("label", { class: "question__choice" }, input, named(number))),
      ),
      make(
        "fieldset",
        { class: "question" },
        make("legend", {}, "¿Qué marca la diferencia? Puede ser más de una cosa."),
        ...reasons.map(({ input, words }) =>
          make("label", { class: "question__choice question__choice--line" }, input, make("span", {}, ...words)),
        ),
      ),
    );
    answer.addEventListener("change", changed, { signal });
    answer.addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) place.submit();
      },
      { signal },
    );

    const chosen = () => choices.find(({ input }) => input.checked);
    const ticked = () => reasons.filter(({ input }) => input.checked).map(({ criterion }) => criterion);
    return {
      read() {
        const choice = chosen();
        return { ...(choice ? { choice: choice.number } : {}), reasons: ticked() };
      },
      show(submission) {
        for (const { number, input } of choices) input.checked = submission.choice === number;
        const known = Array.isArray(submission.reasons) ? submission.reasons : [];
        for (const { criterion, input } of reasons) input.checked = known.includes(criterion);
      },
      initial: { reasons: [] },
      missing() {
        if (!chosen()) return "Elige primero uno de los dos tuits.";
        return ticked().length ? "" : "Marca al menos una cosa en la que se distingan.";
      },
      focus: () => (chosen() ? reasons[0]?.input : choices[0].input)?.focus(),
    };
  },

  describe(submission) {
    const count = submission.reasons?.length ?? 0;
    const ticked = count === 1 ? "1 diferencia marcada" : `${count} diferencias marcadas`;
    return NUMBERS.includes(submission.choice) ? `${named(submission.choice)} · ${ticked}` : ticked;
  },
};

/** @param {number} number */
function named(number) {
  return `Tuit ${number + 1}`;
}
