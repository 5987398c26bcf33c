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

const FILE_FORMAT = "persona-a-persona/progreso";
const ID = /^[a-z0-9-]+\/[a-z0-9-]+$/u;
const LARGEST = 5_000_000; // characters of a progress file: as much as a browser stores

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

  /**
   * Add what another browser saved. Nothing here is lost: where both have a draft, the newer one is shown and the other goes to the history.
   * @param {Saved} other
   */
  absorb(other) {
    this.#merge(this.#read());
    const mine = this.saved.draft;
    this.saved = {
      format: FORMAT,
      draft: !mine || (other.draft && other.draft.at > mine.at) ? other.draft : mine,
      displaced: union(union(this.saved.displaced, other.displaced), /** @type {Draft[]} */ ([mine, other.draft].filter(Boolean))),
      attempts: unionById(other.attempts, this.saved.attempts),
    };
    const shown = this.saved.draft;
    this.saved.displaced = this.saved.displaced.filter(({ submission }) => !shown || !same(submission, shown.submission));
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
    this.saved = {
      format: FORMAT,
      draft: stored.draft ?? this.saved.draft,
      displaced: union(this.saved.displaced, stored.displaced),
      attempts: unionById(this.saved.attempts, stored.attempts),
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
    const saved = readable(text);
    if (!saved) this.#setAside(text);
    return saved ?? empty();
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

/**
 * What is saved of each exercise, by its id.
 * @returns {Map<string, Saved>}
 */
export function savedWork() {
  /** @type {Map<string, Saved>} */
  const found = new Map();
  for (const name of names().filter((name) => ID.test(name))) {
    const saved = readable(read(PREFIX + name));
    if (saved) found.set(name, saved);
  }
  return found;
}

/**
 * Everything that is saved, for a file.
 * @param {Record<string, string>} account
 */
export function exported(account) {
  const exercises = Object.fromEntries(
    [...savedWork()].map(([id, saved]) => [id, { ...saved, attempts: saved.attempts.map(({ view, ...attempt }) => attempt) }]),
  );
  return { format: FILE_FORMAT, version: 1, exported: new Date().toISOString(), account, exercises };
}

/**
 * Add the work of a file to what is saved.
 * @param {string} text of the file
 * @returns {{exercises: number, account: unknown}} of how many exercises it held work
 * @throws {Error} with a sentence for the learner
 */
export function importWork(text) {
  let file;
  try {
    file = text.length <= LARGEST ? JSON.parse(text) : null;
  } catch {
    file = null;
  }
  if (file?.format !== FILE_FORMAT || typeof file.exercises !== "object" || file.exercises === null) {
    throw new Error("Este archivo no es de progreso del curso. Elige el que descargaste desde esta página.");
  }
  if (file.version !== 1) throw new Error("Este archivo lo hizo una versión más nueva del curso: recarga la página y vuelve a probar.");
  let exercises = 0;
  for (const [id, record] of Object.entries(file.exercises)) {
    const saved = ID.test(id) ? tidied(record) : null;
    if (!saved) continue;
    const work = new Work(id, saved.draft?.version ?? 1);
    work.absorb(saved);
    work.close();
    if (work.problem) throw new Error(work.problem);
    exercises += 1;
  }
  return { exercises, account: file.account };
}

/** Remove all that is saved of exercises, also what could not be read. */
export function eraseWork() {
  for (const name of names()) {
    memory.delete(PREFIX + name);
    try {
      localStorage.removeItem(PREFIX + name);
    } catch {
      // nothing is stored here
    }
  }
}

/** @returns {string[]} the names under which something is saved of an exercise */
function names() {
  const keys = new Set(memory.keys());
  try {
    for (let index = 0; index < localStorage.length; index += 1) keys.add(localStorage.key(index) ?? "");
  } catch {
    // only what this page remembers
  }
  return [...keys].filter((key) => key.startsWith(PREFIX) && key.includes("/", PREFIX.length)).map((key) => key.slice(PREFIX.length)).sort();
}

/** @param {string} key */
function read(key) {
  try {
    return memory.get(key) ?? localStorage.getItem(key);
  } catch {
    return memory.get(key) ?? null;
  }
}

/**
 * @param {string | null} text
 * @returns {Saved | null} null when it is not a record of this format
 */
function readable(text) {
  try {
    const saved = JSON.parse(text ?? "null");
    return saved?.format === FORMAT && Array.isArray(saved.displaced) && Array.isArray(saved.attempts) ? saved : null;
  } catch (error) {
    console.error(error);
    return null;
  }
}

/**
 * A record from outside, with only what has the shape of work.
 * @param {unknown} record
 * @returns {Saved | null}
 */
function tidied(record) {
  const saved = readable(JSON.stringify(record));
  if (!saved) return null;
  const isDraft = (/** @type {any} */ draft) =>
    isObject(draft?.submission) && Number.isFinite(draft.at) && Number.isFinite(draft.version) && typeof draft.rev === "string";
  const attempts = saved.attempts.filter(
    (attempt) => typeof attempt?.id === "string" && Number.isFinite(attempt.at) && isObject(attempt.report?.submission),
  );
  return {
    format: FORMAT,
    draft: isDraft(saved.draft) ? saved.draft : null,
    displaced: saved.displaced.filter(isDraft),
    attempts: attempts.map(({ view, ...attempt }) => attempt),
  };
}

/** @param {unknown} value */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
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
 * @param {Attempt[]} one
 * @param {Attempt[]} other wins where both have the same
 * @returns {Attempt[]} both, oldest first
 */
function unionById(one, other) {
  return [...new Map([...one, ...other].map((attempt) => [attempt.id, attempt])).values()].sort((a, b) => a.at - b.at);
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
