// What the learner has written, kept in this browser. One record an exercise; every write reads what is stored, merges and
// writes, so that several tabs add to each other. A draft that another tab, another version of the exercise or a fresh start displaces goes
// to a short history instead of being lost.

/**
 * @typedef {Record<string, any>} Submission what a kind reads from the learner, see `checker`
 * @typedef {{submission: Submission, version: number, at: number, rev: string}} Draft `version` of the exercise; `rev` is unique
 * @typedef {{id: string, at: number, version: number, report: Record<string, any>, view?: unknown}} Attempt the newest keeps its view
 * @typedef {{format: 1, draft: Draft | null, displaced: Draft[], attempts: Attempt[]}} Saved
 */

const FORMAT = 1;
const DISPLACED_KEPT = 10;
export const PREFIX = `curso:${new URL("../../", import.meta.url).pathname}:`;

export const UNSAVED = {
  disabled: "Este navegador no deja guardar tu trabajo: copia tu texto antes de cerrar la página.",
  full: "No queda espacio en este navegador para guardar tu trabajo: copia tu texto antes de cerrar la página.",
};

/** @type {Map<string, string>} stands in when the browser stores nothing: lasts until the page is closed */
const memory = new Map();

/**
 * The saved work of one exercise, shared with other tabs.
 * Event `change`: another tab changed it, or saving began or ceased to work; read `saved`, `foreign` and `problem`.
 */
export class Work extends EventTarget {
  /** @type {string} why nothing is being saved, for the learner; empty while all is well */
  problem = "";
  /** @type {Saved} */
  saved = empty();

  #key;
  #version;
  /** @type {string} the draft that what is typed here continues */
  #base = "";
  #ends = new AbortController();

  /**
   * @param {string} exercise id
   * @param {number} version of the exercise
   */
  constructor(exercise, version) {
    super();
    this.#key = PREFIX + exercise;
    this.#version = version;
    const { signal } = this.#ends;
    addEventListener("storage", (event) => (event.key === this.#key || event.key === null) && this.#resume(), { signal });
    addEventListener("pageshow", () => this.#resume(), { signal });
    document.addEventListener("visibilitychange", () => document.hidden || this.#resume(), { signal });
    this.#merge(this.#read());
    this.adopt();
  }

  /** Stop listening to other tabs. */
  close() {
    this.#ends.abort();
  }

  /** Whether another tab has saved a draft that what is typed here does not continue. */
  get foreign() {
    return this.saved.draft !== null && this.saved.draft.rev !== this.#base;
  }

  /** Go on from the saved draft, whoever wrote it. */
  adopt() {
    this.#base = this.saved.draft?.rev ?? "";
  }

  /**
   * Save what is being typed. A draft of another tab or version that it replaces is kept in the history.
   * @param {Submission} submission
   */
  saveDraft(submission) {
    this.#merge(this.#read());
    const old = this.saved.draft;
    if (old && same(old.submission, submission)) return this.adopt();
    if (this.foreign || old?.version !== this.#version) this.#displace();
    this.#put(submission);
  }

  /**
   * Replace the draft, keeping the old one in the history.
   * @param {Submission} submission
   */
  replaceDraft(submission) {
    this.#merge(this.#read());
    this.#displace();
    this.#put(submission);
  }

  /**
   * Add a reviewed attempt.
   * @param {Record<string, any>} report
   * @param {unknown} view its tree
   */
  addAttempt(report, view) {
    this.#merge(this.#read());
    this.saved.attempts.push({ id: unique(), at: Date.now(), version: this.#version, report, view });
    this.#write();
  }

  /** @param {Submission} submission */
  #put(submission) {
    this.saved.draft = { submission, version: this.#version, at: Date.now(), rev: unique() };
    this.adopt();
    this.#write();
  }

  #displace() {
    const { draft, displaced } = this.saved;
    if (draft) this.saved.displaced = union(displaced, [draft]);
  }

  /** Take in what other tabs have written; write back what one of them overlooked. */
  #resume() {
    const stored = this.#read();
    const overlooked = this.saved.attempts.some(({ id }) => !stored.attempts.some((other) => other.id === id));
    this.#merge(stored);
    if (overlooked) this.#write();
    this.dispatchEvent(new Event("change"));
  }

  /** @param {Saved} stored its draft is the latest; attempts and history are added up */
  #merge(stored) {
    const attempts = new Map([...this.saved.attempts, ...stored.attempts].map((attempt) => [attempt.id, attempt]));
    this.saved = {
      format: FORMAT,
      draft: stored.draft ?? this.saved.draft,
      displaced: union(this.saved.displaced, stored.displaced),
      attempts: [...attempts.values()].sort((one, other) => one.at - other.at),
    };
  }

  /** @returns {Saved} */
  #read() {
    /** @type {string | null | undefined} */
    let text;
    try {
      text = memory.get(this.#key) ?? localStorage.getItem(this.#key);
    } catch {
      text = memory.get(this.#key);
      this.#trouble(UNSAVED.disabled);
    }
    if (!text) return empty();
    try {
      const saved = JSON.parse(text);
      if (saved.format === FORMAT && Array.isArray(saved.displaced) && Array.isArray(saved.attempts)) return saved;
    } catch (error) {
      console.error(error);
    }
    this.#setAside(text);
    return empty();
  }

  #write() {
    for (const attempt of this.saved.attempts.slice(0, -1)) delete attempt.view;
    const text = JSON.stringify(this.saved);
    try {
      localStorage.setItem(this.#key, text);
      memory.delete(this.#key);
      this.#trouble("");
    } catch (error) {
      memory.set(this.#key, text);
      this.#trouble(isFull(error) ? UNSAVED.full : UNSAVED.disabled);
    }
  }

  /**
   * Keep a record that this version cannot read under another name.
   * @param {string} text
   */
  #setAside(text) {
    try {
      localStorage.setItem(`${this.#key}:ilegible:${Date.now()}`, text);
      localStorage.removeItem(this.#key);
    } catch (error) {
      console.error(error);
    }
  }

  /** @param {string} problem */
  #trouble(problem) {
    if (problem === this.problem) return;
    this.problem = problem;
    queueMicrotask(() => this.dispatchEvent(new Event("change")));
  }
}

/** @returns {Saved} */
function empty() {
  return { format: FORMAT, draft: null, displaced: [], attempts: [] };
}

/** @returns {string} */
function unique() {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
}

/**
 * @param {Draft[]} one
 * @param {Draft[]} other
 * @returns {Draft[]} both without repetitions or blanks, oldest first, the newest only
 */
function union(one, other) {
  const drafts = new Map([...one, ...other].map((draft) => [canonical(draft.submission), draft]));
  return [...drafts.values()]
    .filter(({ submission }) => !isBlank(submission))
    .sort((a, b) => a.at - b.at)
    .slice(-DISPLACED_KEPT);
}

/**
 * @param {Submission} one
 * @param {Submission} other
 */
export function same(one, other) {
  return canonical(one) === canonical(other);
}

/**
 * @param {Submission} submission
 * @returns {string} the same for the same content: Python gives keys back in another order
 */
function canonical(submission) {
  return JSON.stringify(submission, (_, value) =>
    value && typeof value === "object" && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value,
  );
}

/** @param {Submission} submission without its limit, which is a setting */
function isBlank({ limit, ...rest }) {
  return isHollow(rest);
}

/**
 * @param {unknown} value
 * @returns {boolean} whether it is a blank text or holds nothing else
 */
function isHollow(value) {
  if (typeof value === "string") return value.trim() === "";
  return typeof value === "object" && value !== null && Object.values(value).every(isHollow);
}

/** @param {unknown} error */
function isFull(error) {
  return error instanceof DOMException && error.name === "QuotaExceededError" && localStorageHolds();
}

/** Some private modes allow nothing at all and call that a quota, too. */
function localStorageHolds() {
  try {
    return localStorage.length > 0;
  } catch {
    return false;
  }
}
