// <course-exercise>: the frame that all kinds of exercise share. The page's HTML is complete without it; it fills
// .exercise__work, reveals hints one at a time and, when it leaves the page, leaves nothing running.
import { personal, personalise } from "./account.js";
import { make } from "./dom.js";
import { kinds } from "./kinds/index.js";
import { runtime, RuntimeFailure } from "./runtime.js";
import { same, savedWork, Work } from "./store.js";
import { build } from "./tree.js";

const SAVE_AFTER = 400; // milliseconds without typing
const NEAR = "600px 0px"; // how near the reader's window starts the checker
const EARLIER_SENT = 5; // reports that the checker is told of
const HELPED_UNTIL = 2; // exercises of a lesson that one passes before the first hint waits to be asked for

export class CourseExercise extends HTMLElement {
  /** @type {AbortController | null} */
  #ends = null;

  connectedCallback() {
    if (this.#ends) return;
    try {
      const exercise = JSON.parse(this.dataset.exercise ?? "");
      const work = this.querySelector(":scope > .exercise__work");
      const kind = kinds[exercise.kind];
      if (!kind || !(work instanceof HTMLElement)) throw new TypeError(`Unknown exercise: ${exercise.kind}`);
      this.#ends = new AbortController();
      new Session(this, work, exercise, kind, this.#ends.signal);
    } catch (error) {
      console.error(error); // the static page stays as it is
    }
  }

  disconnectedCallback() {
    this.#ends?.abort();
    this.#ends = null;
  }
}

/** One exercise while it is on the page. */
class Session {
  #element;
  #exercise;
  #kind;
  #signal;
  #answer;
  #work;
  #frame;
  #dirty = false;
  #busy = false;
  /** Whether what the checker does concerns the reader of this exercise: it is near or asked for. */
  #near = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #saving;
  /** @type {import("./store.js").Submission | null} the answer that the report shown is about */
  #reported = null;

  /**
   * @param {HTMLElement} element
   * @param {HTMLElement} work
   * @param {import("./kinds/index.js").Exercise} exercise
   * @param {import("./kinds/index.js").Kind} kind
   * @param {AbortSignal} signal ends it
   */
  constructor(element, work, exercise, kind, signal) {
    this.#element = element;
    this.#exercise = exercise;
    this.#kind = kind;
    this.#signal = signal;
    this.#frame = frame();
    work.replaceChildren(...Object.values(this.#frame.parts));
    this.#answer = kind.mount({
      element,
      answer: this.#frame.parts.answer,
      exercise,
      signal,
      changed: () => this.#changed(),
      submit: () => void this.#review(),
    });
    this.#work = new Work(exercise.id, exercise.version);
    personalise(element, exercise, signal);
    this.#listen();
    this.#showSaved();
    this.#revealHintsOneByOne();
    this.#discourageModels();
  }

  #listen() {
    const signal = this.#signal;
    const { check, restart, retry } = this.#frame;
    check.addEventListener("click", () => void this.#review(), { signal });
    restart.addEventListener("click", () => this.#restart(), { signal });
    retry.addEventListener("click", () => runtime.retry(), { signal });

    const save = () => this.#save();
    addEventListener("pagehide", save, { signal });
    document.addEventListener("visibilitychange", save, { signal });
    signal.addEventListener("abort", () => {
      this.#save();
      this.#work.close();
      observer.disconnect();
    });
    this.#work.addEventListener("change", () => this.#heardStore(), { signal });

    const warm = () => {
      this.#near = true;
      runtime.warm();
      this.#showRuntime();
    };
    this.#element.addEventListener("focusin", warm, { signal, once: true });
    this.#element.addEventListener("pointerdown", warm, { signal, once: true });
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && warm(), {
      rootMargin: NEAR,
    });
    observer.observe(this.#element);
    for (const event of ["progress", "ready", "failed"]) {
      runtime.addEventListener(event, () => this.#showRuntime(), { signal });
    }
  }

  // --- The answer and its saving

  #changed() {
    this.#dirty = true;
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => this.#save(), SAVE_AFTER);
    this.#markStale();
  }

  #save() {
    clearTimeout(this.#saving);
    if (!this.#dirty) return;
    this.#dirty = false;
    this.#work.saveDraft(this.#answer.read());
    this.#showKept();
  }

  /** Show the saved answer and its last report, as when the page opens. */
  #showSaved() {
    const { draft, attempts } = this.#work.saved;
    if (draft) this.#answer.show(draft.submission);
    const last = attempts.at(-1);
    if (last?.view && last.version === this.#exercise.version) {
      try {
        this.#showReport(last.report.submission, build(last.view));
      } catch (error) {
        console.error(error); // made by an older checker: the attempt itself is in the history
      }
    }
    this.#showKept();
    this.#showRuntime();
  }

  /** Another tab saved something, or saving began or ceased to work. */
  #heardStore() {
    if (this.#work.problem) this.#announce(this.#work.problem, "warning");
    const inUse = this.#dirty || (document.hasFocus() && this.#element.contains(document.activeElement));
    const draft = this.#work.saved.draft;
    if (this.#work.foreign && draft && !inUse) {
      this.#answer.show(draft.submission);
      this.#work.adopt();
      this.#markStale();
    }
    this.#showKept();
  }

  #restart() {
    this.#save();
    this.#replace(this.#answer.initial);
    this.#showReport(null, null);
    this.#announce("Has vuelto al principio. Lo que tenías está en «Lo que has escrito antes».");
  }

  /** @param {import("./store.js").Submission} submission that takes the place of what is written now */
  #replace(submission) {
    this.#dirty = false;
    clearTimeout(this.#saving);
    this.#work.replaceDraft(submission);
    this.#answer.show(submission);
    this.#answer.focus();
    this.#markStale();
    this.#showKept();
  }

  // --- The review

  async #review() {
    if (this.#busy) return;
    const missing = this.#answer.missing();
    if (missing) {
      this.#announce(missing, "warning");
      this.#answer.focus();
      return;
    }
    this.#dirty = true;
    this.#save();
    this.#near = true;
    this.#setBusy(true);
    this.#announce(runtime.state === "ready" ? "Revisando…" : "Preparando el corrector para revisar tu respuesta…");
    const submission = this.#answer.read();
    const earlier = this.#work.saved.attempts.slice(-EARLIER_SENT).map(({ report }) => report);
    try {
      const answer = await runtime.call({ do: "grade", exercise: personal(this.#exercise), submission, earlier });
      if (!answer.ok) return this.#announce(answer.error, "warning");
      const view = build(answer.view);
      this.#work.addAttempt(answer.report, answer.view);
      this.#discourageModels();
      if (this.#signal.aborted) return;
      this.#showReport(submission, view);
      this.#announce(answer.report.summary.text, "spoken");
      this.#frame.parts.report.focus();
    } catch (error) {
      console.error(error);
      const message = error instanceof RuntimeFailure ? error.message : "No se ha podido mostrar la revisión.";
      this.#announce(`${message} Tu texto está guardado.`, "warning");
    } finally {
      this.#setBusy(false);
      this.#showKept();
      this.#showRuntime();
    }
  }

  /**
   * @param {import("./store.js").Submission | null} submission
   * @param {Node | null} view null shows none
   */
  #showReport(submission, view) {
    const { report } = this.#frame.parts;
    report.replaceChildren(...(view ? [this.#frame.stale, view] : []));
    report.hidden = !view;
    this.#reported = submission;
    this.#markStale();
  }

  #markStale() {
    this.#frame.stale.hidden = this.#reported === null || same(this.#reported, this.#answer.read());
  }

  /** @param {boolean} busy */
  #setBusy(busy) {
    this.#busy = busy;
    this.#frame.check.setAttribute("aria-disabled", String(busy));
    this.#frame.check.textContent = busy ? "Revisando…" : "Revisar";
  }

  /**
   * Say something next to the button, and to screen readers.
   * @param {string} text
   * @param {"plain" | "warning" | "spoken"} tone spoken: only to screen readers, because it is to be seen elsewhere
   */
  #announce(text, tone = "plain") {
    const { status } = this.#frame.parts;
    status.textContent = text;
    status.classList.toggle("exercise__status--warning", tone === "warning");
    status.classList.toggle("visually-hidden", tone === "spoken");
  }

  #showRuntime() {
    const { runtime: box } = this.#frame.parts;
    const { bar, barText, retry } = this.#frame;
    const { state, progress, failure } = runtime;
    box.hidden = !this.#near || !(state === "loading" || state === "failed");
    bar.hidden = state !== "loading";
    retry.hidden = !failure?.retryable;
    if (state === "loading") {
      const { loaded, total } = progress;
      bar.max = total || 1;
      if (loaded) bar.value = loaded;
      else bar.removeAttribute("value");
      barText.textContent =
        total && loaded >= total ? "Arrancando el corrector…" : `Descargando el corrector: ${megabytes(loaded)} de ${megabytes(total)} MB`;
      if (!total) barText.textContent = "Descargando el corrector…";
    } else if (failure) {
      barText.textContent = `${failure.message} Puedes seguir escribiendo: tu texto se guarda.`;
    }
  }

  // --- What is kept

  /** Show whether work is being saved, and what was written before. */
  #showKept() {
    const { kept, history } = this.#frame.parts;
    const { saved, problem, foreign } = this.#work;
    const now = this.#answer.read();
    const version = saved.draft?.version ?? this.#exercise.version;
    kept.textContent =
      problem || (saved.draft && !same(saved.draft.submission, this.#answer.initial) ? "Guardado en este navegador." : "");
    kept.classList.toggle("exercise__kept--warning", problem !== "");
    if (!problem && foreign) kept.textContent = "En otra pestaña hay una versión distinta: la tienes más abajo.";
    else if (!problem && version !== this.#exercise.version) {
      kept.textContent = "Este ejercicio ha cambiado desde que escribiste tu respuesta; la conservas tal cual.";
    }

    /** @type {{at: number, submission: import("./store.js").Submission, what: string}[]} */
    const entries = saved.displaced.map(({ at, submission }) => ({ at, submission, what: "Borrador" }));
    if (foreign && saved.draft) entries.push({ ...saved.draft, what: "Borrador de otra pestaña" });
    for (const { at, report } of saved.attempts) {
      const { score } = report; // none where there is nothing to pass
      const what = score ? `Intento revisado, ${score.earned} de ${score.possible}` : "Texto revisado";
      entries.push({ at, submission: report.submission, what });
    }
    const others = entries.filter(({ submission }) => !same(submission, now)).sort((one, other) => other.at - one.at);
    history.hidden = !others.length;
    this.#frame.entries.replaceChildren(...others.map((entry) => this.#historyEntry(entry)));
  }

  /** @param {{at: number, submission: import("./store.js").Submission, what: string}} entry */
  #historyEntry({ at, submission, what }) {
    const button = make("button", { type: "button", class: "exercise__recover" }, "Recuperar");
    button.addEventListener("click", () => {
      this.#save();
      this.#replace(submission);
      this.#announce("Recuperado. Lo que tenías queda en «Lo que has escrito antes».");
    });
    const time = new Intl.DateTimeFormat("es", { dateStyle: "medium", timeStyle: "short" }).format(at);
    let described = "";
    try {
      described = this.#kind.describe(submission, this.#exercise);
    } catch {
      // an answer of another shape, from a file or an older version: it is kept, but cannot be told in words
    }
    return make(
      "li",
      { class: "exercise__entry" },
      make("p", { class: "exercise__when" }, `${what} · ${time}`),
      make("p", { class: "exercise__old" }, described),
      button,
    );
  }

  // --- Hints and models, which the static page holds

  #revealHintsOneByOne() {
    const details = this.#element.querySelector(":scope > .exercise__hints");
    const hints = [...(details?.querySelectorAll("li") ?? [])];
    details?.querySelector(".exercise__more")?.remove();
    if (details instanceof HTMLDetailsElement && !this.#work.saved.attempts.length) details.open = this.#passedHere() < HELPED_UNTIL;
    if (!details || hints.length < 2) return;
    hints.forEach((hint, index) => (hint.hidden = index > 0));
    const more = make("button", { type: "button", class: "exercise__more" }, "Otra pista");
    more.addEventListener(
      "click",
      () => {
        const hint = hints.find(({ hidden }) => hidden);
        if (!hint) return;
        hint.hidden = false;
        hint.tabIndex = -1;
        hint.focus();
        if (hints.every(({ hidden }) => !hidden)) more.remove();
      },
      { signal: this.#signal },
    );
    details.append(more);
  }

  /** How many exercises of this lesson the learner has passed: help fades with success. */
  #passedHere() {
    const lesson = this.#exercise.id.split("/")[0];
    return [...savedWork()].filter(([id, { attempts }]) => id.startsWith(`${lesson}/`) && attempts.some(({ report }) => report.passed === true))
      .length;
  }

  /** Until there is an attempt a note says that trying first teaches more; it locks nothing. */
  #discourageModels() {
    const details = this.#element.querySelector(":scope > .exercise__models");
    details?.querySelector(".exercise__patience")?.remove();
    if (!details || this.#work.saved.attempts.length) return;
    const note = "Se aprende más si primero lo intentas por tu cuenta. Cuando quieras, compara.";
    details.querySelector("summary")?.after(make("p", { class: "exercise__patience" }, note));
  }
}

/** The parts of the frame, and the controls inside them. */
function frame() {
  const check = make("button", { type: "button", class: "exercise__check md-button md-button--primary" }, "Revisar");
  const restart = make("button", { type: "button", class: "exercise__restart" }, "Empezar de nuevo");
  const bar = make("progress", { class: "exercise__bar", "aria-label": "Descarga del corrector" });
  const barText = make("p", { class: "exercise__bar-text" });
  const retry = make("button", { type: "button", class: "exercise__retry" }, "Reintentar");
  const entries = make("ul", { class: "exercise__entries" });
  const stale = make("p", { class: "exercise__stale" }, "Has cambiado tu respuesta desde esta revisión. Pulsa «Revisar» otra vez.");
  const parts = {
    answer: make("div", { class: "exercise__answer" }),
    kept: make("p", { class: "exercise__kept" }),
    actions: make("div", { class: "exercise__actions" }, check, restart),
    status: make("p", { class: "exercise__status", role: "status", "aria-live": "polite" }),
    runtime: make("div", { class: "exercise__runtime", hidden: true }, bar, barText, retry),
    report: make("section", { class: "exercise__report", tabindex: "-1", "aria-label": "Resultado de la revisión", hidden: true }),
    history: make("details", { class: "exercise__history", hidden: true }, make("summary", {}, "Lo que has escrito antes"), entries),
  };
  return { parts, check, restart, bar, barText, retry, entries, stale };
}

/** @param {number} bytes */
function megabytes(bytes) {
  return (bytes / 1_000_000).toLocaleString("es", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
