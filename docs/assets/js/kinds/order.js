// Put given tweets in order: a list whose items go up and down with buttons.
import { make } from "../dom.js";

const QUOTED = 40; // characters of a tweet that are enough to tell it from the others

/**
 * @typedef {{index: number, text: string, item: HTMLLIElement, up: HTMLButtonElement, down: HTMLButtonElement}} Row
 *   `index` of the tweet in the exercise
 */

/** @type {import("./index.js").Kind} */
export const order = {
  mount: (place) => new Order(place).answer,
  describe: (submission, exercise) =>
    (isOrder(submission.order, exercise.tweets.length) ? submission.order : [])
      .map((/** @type {number} */ index, /** @type {number} */ at) => `${at + 1}. ${shortened(exercise.tweets[index])}`)
      .join("\n"),
};

/** The list while it is on the page. */
class Order {
  /** @type {Row[]} in the order of the page */
  #rows;
  #place;
  #initial;
  #list = make("ol", { class: "order" });
  #said = make("p", { class: "visually-hidden", "aria-live": "polite" });

  /** @param {import("./index.js").Place} place */
  constructor(place) {
    this.#place = place;
    /** @type {string[]} */
    const tweets = place.exercise.tweets;
    this.#initial = { order: tweets.map((_, index) => index) };
    this.#rows = tweets.map((text, index) => this.#makeRow(text, index));
    place.element.querySelector(":scope > .plan")?.setAttribute("hidden", ""); // shown again, with buttons
    const label = make("p", { class: "exercise__label" }, "Tu orden, del primero al último");
    place.answer.replaceChildren(label, this.#list, this.#said);
    place.answer.addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) place.submit();
      },
      { signal: place.signal },
    );
    this.#show(this.#initial);
  }

  /** @returns {import("./index.js").Answer} */
  get answer() {
    return {
      read: () => ({ order: this.#rows.map(({ index }) => index) }),
      show: (submission) => this.#show(submission),
      initial: this.#initial,
      missing: () => "",
      focus: () => this.#rows[0].down.focus(),
    };
  }

  /** @param {import("./index.js").Submission} submission */
  #show(submission) {
    /** @type {number[]} */
    const wanted = isOrder(submission.order, this.#rows.length) ? submission.order : this.#initial.order;
    this.#rows.sort((one, other) => wanted.indexOf(one.index) - wanted.indexOf(other.index));
    this.#list.replaceChildren(...this.#rows.map(({ item }) => item));
    this.#number();
  }

  /**
   * @param {string} text
   * @param {number} index
   * @returns {Row}
   */
  #makeRow(text, index) {
    const [up, down] = ["Subir", "Bajar"].map((name) => make("button", { type: "button" }, name));
    const item = make(
      "li",
      { class: "order__item" },
      make("p", { class: "tweet__text" }, text),
      make("div", { class: "order__actions" }, up, down),
    );
    const row = { index, text, item, up, down };
    up.addEventListener("click", () => this.#move(row, -1), { signal: this.#place.signal });
    down.addEventListener("click", () => this.#move(row, 1), { signal: this.#place.signal });
    return row;
  }

  /**
   * @param {Row} row
   * @param {-1 | 1} by
   */
  #move(row, by) {
    const at = this.#rows.indexOf(row);
    const other = this.#rows[at + by];
    if (!other) {
      this.#say(by < 0 ? "Ya es el primero." : "Ya es el último.");
      return;
    }
    this.#rows[at] = other;
    this.#rows[at + by] = row;
    if (by < 0) other.item.before(row.item);
    else other.item.after(row.item);
    this.#number();
    (by < 0 ? row.up : row.down).focus(); // lost by moving
    this.#say(`Ahora es el ${at + by + 1} de ${this.#rows.length}: «${shortened(row.text)}»`);
    this.#place.changed();
  }

  /** @param {string} text for screen readers */
  #say(text) {
    this.#said.textContent = text;
  }

  /** Name what depends on the place in the list. */
  #number() {
    const last = this.#rows.length - 1;
    this.#rows.forEach(({ up, down }, at) => {
      up.setAttribute("aria-label", `Subir el tuit ${at + 1}`);
      down.setAttribute("aria-label", `Bajar el tuit ${at + 1}`);
      up.setAttribute("aria-disabled", String(at === 0));
      down.setAttribute("aria-disabled", String(at === last));
    });
  }
}

/**
 * @param {unknown} order
 * @param {number} count
 */
function isOrder(order, count) {
  return Array.isArray(order) && order.length === count && [...order].sort((a, b) => a - b).every((index, at) => index === at);
}

/** @param {string} text */
function shortened(text) {
  const characters = Array.from(text);
  return characters.length > QUOTED ? `${characters.slice(0, QUOTED).join("").trimEnd()}…` : text;
}
