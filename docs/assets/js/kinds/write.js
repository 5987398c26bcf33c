// Write a tweet: a text box with the counter of weighted characters.
import { make } from "../dom.js";
import { LIMIT, weightedLength } from "../length.js";

const NEAR_LIMIT = 20;
const ANNOUNCE_AFTER = 1000; // milliseconds without typing

/**
 * @param {import("./index.js").Place} place
 * @param {string} label
 * @param {string} initialText
 * @returns {import("./index.js").Answer}
 */
export function mountTextBox(place, label, initialText) {
  const id = `${place.element.id || "ejercicio"}-texto`;
  const box = make("textarea", {
    id,
    class: "exercise__text",
    rows: "5",
    "aria-describedby": `${id}-cuenta`,
    spellcheck: "true",
    autocapitalize: "sentences",
  });
  const counter = make("p", { id: `${id}-cuenta`, class: "counter" });
  const announcement = make("p", { class: "visually-hidden", "aria-live": "polite" });
  place.answer.replaceChildren(make("label", { for: id, class: "exercise__label" }, label), box, counter, announcement);

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let announcing;
  let wasNear = false;
  const count = () => {
    const left = LIMIT - weightedLength(box.value);
    counter.textContent = left < 0 ? `Sobran ${-left} de ${LIMIT} caracteres` : `${LIMIT - left} de ${LIMIT} caracteres`;
    counter.classList.toggle("counter--near", left >= 0 && left <= NEAR_LIMIT);
    counter.classList.toggle("counter--over", left < 0);
    clearTimeout(announcing);
    if (left > NEAR_LIMIT && !wasNear) return;
    wasNear = left <= NEAR_LIMIT;
    announcing = setTimeout(() => (announcement.textContent = left < 0 ? `Sobran ${-left}` : `Quedan ${left}`), ANNOUNCE_AFTER);
  };
  box.addEventListener(
    "input",
    () => {
      count();
      place.changed();
    },
    { signal: place.signal },
  );
  box.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      event.preventDefault();
      place.submit();
    },
    { signal: place.signal },
  );
  place.signal.addEventListener("abort", () => clearTimeout(announcing));

  const show = (/** @type {import("./index.js").Submission} */ submission) => {
    box.value = typeof submission.text === "string" ? submission.text : initialText;
    count();
  };
  show({ text: initialText });
  return {
    read: () => ({ text: box.value }),
    show,
    initial: { text: initialText },
    missing: () => (box.value.trim() ? "" : "Escribe primero tu tuit."),
    focus: () => box.focus(),
  };
}

/** @type {import("./index.js").Kind} */
export const write = {
  mount: (place) => mountTextBox(place, "Tu tuit", ""),
  describe: (submission) => String(submission.text ?? ""),
};
