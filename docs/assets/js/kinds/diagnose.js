// Diagnose a tweet: yes or no to each question, and the words that show it, marked in the tweet itself.
import { make } from "../dom.js";

/** @typedef {{button: HTMLButtonElement, start: number, end: number}} Word offsets in code points */

/** @type {import("./index.js").Kind} */
export const diagnose = {
  mount(place) {
    const { answer, exercise, signal, changed } = place;
    const words = upgradeWords(place);
    const inputs = askQuestions(place);
    place.element.querySelector(".exercise__questions")?.setAttribute("hidden", ""); // asked again, with answers to choose
    answer.addEventListener("change", changed, { signal });
    answer.addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) place.submit();
      },
      { signal },
    );

    const read = () => ({
      answers: Object.fromEntries(
        inputs.filter(({ input }) => input.checked).map(({ criterion, value }) => [criterion, value]),
      ),
      marks: words.filter(({ button }) => isPressed(button)).map(({ start, end }) => [start, end]),
    });
    return {
      read,
      show(submission) {
        for (const { criterion, value, input } of inputs) input.checked = submission.answers?.[criterion] === value;
        const marks = new Set((submission.marks ?? []).map(String));
        for (const { button, start, end } of words) press(button, marks.has(String([start, end])));
      },
      initial: { answers: {}, marks: [] },
      missing() {
        const answers = read().answers;
        const open = exercise.questions.filter((/** @type {any} */ question) => !(question.criterion in answers));
        if (!open.length) return "";
        return open.length === 1 ? "Te falta responder una pregunta." : `Te faltan ${open.length} preguntas por responder.`;
      },
      focus: () => inputs[0]?.input.focus(),
    };
  },

  describe(submission, exercise) {
    const text = Array.from(exercise.tweet.text);
    const answers = exercise.questions
      .filter((/** @type {any} */ question) => question.criterion in (submission.answers ?? {}))
      .map((/** @type {any} */ question) => `${question.ask} ${submission.answers[question.criterion] ? "Sí" : "No"}`);
    const marks = (submission.marks ?? []).map((/** @type {number[]} */ [start, end]) => text.slice(start, end).join(""));
    return [...answers, marks.length ? `Palabras: ${marks.join(", ")}` : ""].filter(Boolean).join(" · ");
  },
};

/**
 * Make the words of the tweet buttons that can be pressed.
 * @param {import("./index.js").Place} place
 * @returns {Word[]}
 */
function upgradeWords({ element, signal, changed }) {
  return [...element.querySelectorAll(".tweet .word")].map((word) => {
    const { start = "", end = "" } = /** @type {HTMLElement} */ (word).dataset;
    const button = make("button", { type: "button", class: "word", "data-start": start, "data-end": end }, word.textContent ?? "");
    press(button, false);
    button.addEventListener(
      "click",
      () => {
        press(button, !isPressed(button));
        changed();
      },
      { signal },
    );
    word.replaceWith(button);
    return { button, start: Number(start), end: Number(end) };
  });
}

/**
 * @param {import("./index.js").Place} place
 * @returns {{criterion: string, value: boolean, input: HTMLInputElement}[]}
 */
function askQuestions({ element, answer, exercise }) {
  /** @type {{criterion: string, value: boolean, input: HTMLInputElement}[]} */
  const inputs = [];
  const groups = exercise.questions.map((/** @type {any} */ question) => {
    const group = make("fieldset", { class: "question" }, make("legend", {}, question.ask));
    for (const [value, label] of /** @type {const} */ ([[true, "Sí"], [false, "No"]])) {
      const name = `${element.id || exercise.id}-${question.criterion}`;
      const input = make("input", { type: "radio", name, value: String(value) });
      inputs.push({ criterion: question.criterion, value, input });
      group.append(make("label", { class: "question__choice" }, input, label));
    }
    return group;
  });
  const marking = make("p", { class: "exercise__label" }, "Después marca en el tuit las palabras en las que te has fijado.");
  answer.replaceChildren(...groups, marking);
  return inputs;
}

/** @param {HTMLButtonElement} button */
function isPressed(button) {
  return button.getAttribute("aria-pressed") === "true";
}

/**
 * @param {HTMLButtonElement} button
 * @param {boolean} pressed
 */
function press(button, pressed) {
  button.setAttribute("aria-pressed", String(pressed));
}
