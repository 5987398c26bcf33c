// Write a tweet: a text box.
import { makeClassicSwitch, makeTextBox } from "./text-box.js";

/**
 * @param {import("./index.js").Place} place
 * @param {string} label
 * @param {string} initialText
 * @returns {import("./index.js").Answer}
 */
export function mountTextBox(place, label, initialText) {
  const classic = makeClassicSwitch(place, () => count());
  const { parts, box, count } = makeTextBox(place, `${place.element.id || "ejercicio"}-texto`, label, classic.limit);
  place.answer.replaceChildren(...parts, classic.part);

  const show = (/** @type {import("./index.js").Submission} */ submission) => {
    box.value = typeof submission.text === "string" ? submission.text : initialText;
    classic.show(submission);
    count();
  };
  show({ text: initialText });
  return {
    read: () => ({ text: box.value, ...classic.read() }),
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
