// Write several tweets of one account: a list of text boxes that can be added, moved and removed.
import { make } from "../dom.js";
import { makeClassicSwitch, makeTextBox } from "./text-box.js";

/**
 * @typedef {{item: HTMLLIElement, box: import("./text-box.js").TextBox, up: HTMLButtonElement, down: HTMLButtonElement, remove: HTMLButtonElement}} Row
 */

/** @type {import("./index.js").Kind} */
export const feed = {
  mount: (place) => new Plan(place).answer,
  describe: (submission) => tweetsOf(submission).map((tweet, index) => `${index + 1}. ${tweet}`).join("\n"),
};

/** The list while it is on the page. */
class Plan {
  /** @type {Row[]} in the order of the page */
  #rows = [];
  #made = 0; // rows so far: their ids stay unique when some go

  #place;
  #fewest;
  #most;
  #classic;
  #list = make("ol", { class: "feed" });
  #add = make("button", { type: "button" }, "Añadir otro tuit");
  #undo = make("button", { type: "button", hidden: true }, "Deshacer: recuperar el tuit quitado");
  /** @type {{row: Row, index: number} | null} */
  #removed = null;
  #said = make("p", { class: "visually-hidden", "aria-live": "polite" });

  /** @param {import("./index.js").Place} place */
  constructor(place) {
    this.#place = place;
    ({ min: this.#fewest, max: this.#most } = place.exercise.count);
    this.#classic = makeClassicSwitch(place, () => this.#rows.forEach(({ box }) => box.count()));
    const actions = make("div", { class: "feed__actions" }, this.#add, this.#undo);
    place.answer.replaceChildren(this.#list, actions, this.#classic.part, this.#said);
    this.#add.addEventListener("click", () => this.#insert(this.#makeRow(""), this.#rows.length), { signal: place.signal });
    this.#undo.addEventListener("click", () => this.#restore(), { signal: place.signal });
    this.#show(this.#initial);
  }

  get #initial() {
    return { tweets: Array(this.#fewest).fill("") };
  }

  /** @returns {import("./index.js").Answer} */
  get answer() {
    return {
      read: () => ({ tweets: this.#rows.map(({ box }) => box.box.value), ...this.#classic.read() }),
      show: (submission) => this.#show(submission),
      initial: this.#initial,
      missing: () => this.#missing(),
      focus: () => (this.#rows.find((row) => isBlank(row)) ?? this.#rows[0])?.box.box.focus(),
    };
  }

  /** @param {import("./index.js").Submission} submission */
  #show(submission) {
    this.#classic.show(submission);
    const tweets = tweetsOf(submission);
    while (tweets.length < this.#fewest) tweets.push("");
    this.#rows = tweets.map((tweet) => this.#makeRow(tweet));
    this.#list.replaceChildren(...this.#rows.map(({ item }) => item));
    this.#removed = null;
    this.#number();
  }

  #missing() {
    const blank = this.#rows.flatMap((row, index) => (isBlank(row) ? [index + 1] : []));
    if (!blank.length) return "";
    if (blank.length === this.#rows.length) return "Escribe primero tus tuits.";
    return blank.length === 1 ? `Te falta el tuit ${blank[0]}.` : `Te faltan ${blank.length} tuits.`;
  }

  /**
   * @param {string} tweet
   * @returns {Row}
   */
  #makeRow(tweet) {
    this.#made += 1;
    const id = `${this.#place.element.id || "ejercicio"}-tuit-${this.#made}`;
    const box = makeTextBox(this.#place, id, "", this.#classic.limit);
    const [up, down, remove] = ["Subir", "Bajar", "Quitar"].map((name) => make("button", { type: "button" }, name));
    const item = make("li", {}, ...box.parts, make("div", { class: "feed__actions" }, up, down, remove));
    const row = { item, box, up, down, remove };
    box.box.value = tweet;
    box.count();
    const { signal } = this.#place;
    up.addEventListener("click", () => this.#move(row, -1), { signal });
    down.addEventListener("click", () => this.#move(row, 1), { signal });
    remove.addEventListener("click", () => this.#remove(row), { signal });
    return row;
  }

  /**
   * @param {Row} row
   * @param {number} index
   */
  #insert(row, index) {
    this.#list.insertBefore(row.item, this.#rows[index]?.item ?? null);
    this.#rows.splice(index, 0, row);
    this.#number();
    row.box.box.focus();
    this.#say(`Tuit ${index + 1} de ${this.#rows.length}.`);
  }

  #restore() {
    if (!this.#removed) return;
    const { row, index } = this.#removed;
    this.#removed = null;
    this.#insert(row, Math.min(index, this.#rows.length));
  }

  /** @param {Row} row */
  #remove(row) {
    const index = this.#rows.indexOf(row);
    this.#rows.splice(index, 1);
    row.item.remove();
    this.#removed = isBlank(row) ? null : { row, index };
    this.#number();
    this.#rows[Math.min(index, this.#rows.length - 1)].box.box.focus();
    this.#say(`Quitado el tuit ${index + 1}. Quedan ${this.#rows.length}.`);
  }

  /**
   * @param {Row} row
   * @param {-1 | 1} by
   */
  #move(row, by) {
    const index = this.#rows.indexOf(row);
    const other = this.#rows[index + by];
    if (!other) return;
    this.#rows[index] = other;
    this.#rows[index + by] = row;
    if (by < 0) other.item.before(row.item);
    else other.item.after(row.item);
    this.#number();
    const button = by < 0 ? row.up : row.down;
    const usable = button.getAttribute("aria-disabled") === "true" ? row.box.box : button;
    usable.focus();
    this.#say(`Ahora es el tuit ${index + by + 1} de ${this.#rows.length}.`);
  }

  /** @param {string} text what has been done, for screen readers */
  #say(text) {
    this.#said.textContent = text;
    this.#place.changed();
  }

  /** Name what depends on the place in the list, and offer only what can be done there. */
  #number() {
    const last = this.#rows.length - 1;
    this.#rows.forEach(({ box, up, down, remove }, index) => {
      box.label.textContent = `Tuit ${index + 1}`;
      up.setAttribute("aria-label", `Subir el tuit ${index + 1}`);
      down.setAttribute("aria-label", `Bajar el tuit ${index + 1}`);
      remove.setAttribute("aria-label", `Quitar el tuit ${index + 1}`);
      up.setAttribute("aria-disabled", String(index === 0));
      down.setAttribute("aria-disabled", String(index === last));
      remove.hidden = this.#rows.length <= this.#fewest;
    });
    this.#add.hidden = this.#rows.length >= this.#most;
    this.#undo.hidden = !this.#removed;
  }
}

/** @param {Row} row */
function isBlank({ box }) {
  return !box.box.value.trim();
}

/**
 * @param {import("./index.js").Submission} submission
 * @returns {string[]}
 */
function tweetsOf(submission) {
  return Array.isArray(submission.tweets) ? submission.tweets.filter((tweet) => typeof tweet === "string") : [];
}
