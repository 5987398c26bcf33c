// What all written kinds share: a text box with the counter of weighted characters, and the classic challenge.
import { make } from "../dom.js";
import { LIMIT, LIMIT_2011, weightedLength } from "../length.js";

const NEAR_LIMIT = 20;
const ANNOUNCE_AFTER = 1000; // milliseconds without typing

/**
 * @typedef {{text: string, left: number}} Count what the counter says, and how many characters are left
 * @typedef {object} TextBox
 * @property {Node[]} parts in the order in which they go on the page
 * @property {HTMLLabelElement} label
 * @property {HTMLTextAreaElement} box
 * @property {() => void} count to be called when the text or the limit has changed otherwise than by typing
 */

/**
 * A labelled text box. Typing counts; Control and Enter ask for the review.
 * @param {import("./index.js").Place} place
 * @param {string} id unique on the page
 * @param {string} name its label
 * @param {() => number} limit the most weighted characters
 * @param {(text: string, limit: number) => Count} measure
 * @returns {TextBox}
 */
export function makeTextBox({ signal, changed, submit }, id, name, limit, measure = measureTweet) {
  const box = make("textarea", {
    id,
    class: "exercise__text",
    rows: "5",
    "aria-describedby": `${id}-cuenta`,
    spellcheck: "true",
    autocapitalize: "sentences",
  });
  const label = make("label", { for: id, class: "exercise__label" }, name);
  const counter = make("p", { id: `${id}-cuenta`, class: "counter" });
  const announcement = make("p", { class: "visually-hidden", "aria-live": "polite" });

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let announcing;
  let wasNear = false;
  const count = () => {
    const { text, left } = measure(box.value, limit());
    counter.textContent = text;
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
      changed();
    },
    { signal },
  );
  box.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      event.preventDefault();
      submit();
    },
    { signal },
  );
  signal.addEventListener("abort", () => clearTimeout(announcing));
  return { parts: [label, box, counter, announcement], label, box, count };
}

/**
 * @param {string} text one tweet
 * @param {number} limit
 * @returns {Count}
 */
export function measureTweet(text, limit) {
  const left = limit - weightedLength(text);
  return { text: left < 0 ? `Sobran ${-left} de ${limit} caracteres` : `${limit - left} de ${limit} caracteres`, left };
}

/**
 * The switch of the classic challenge: what is written must fit in the 140 characters of 2011. An exercise that asks for
 * it has nothing to switch.
 * @param {import("./index.js").Place} place
 * @param {() => void} switched
 */
export function makeClassicSwitch({ exercise, signal, changed }, switched) {
  if (exercise.limit === LIMIT_2011) {
    return {
      part: make("p", { class: "exercise__note" }, "Este ejercicio se hace en 140 caracteres, como en 2011."),
      limit: () => LIMIT_2011,
      read: () => ({}),
      show: () => {},
    };
  }
  const input = make("input", { type: "checkbox" });
  input.addEventListener(
    "change",
    () => {
      switched();
      changed();
    },
    { signal },
  );
  return {
    part: make("label", { class: "exercise__classic" }, input, "Reto clásico: 140 caracteres, como en 2011"),
    limit: () => (input.checked ? LIMIT_2011 : LIMIT),
    /** What a submission says of it: nothing while it is off. */
    read: () => (input.checked ? { limit: LIMIT_2011 } : {}),
    /** @param {import("./index.js").Submission} submission */
    show(submission) {
      input.checked = submission.limit === LIMIT_2011;
    },
  };
}
