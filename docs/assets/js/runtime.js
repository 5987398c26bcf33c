// The checker as the page sees it: one worker for all exercises, which survives instant navigation because this module does.

/**
 * @typedef {"idle" | "loading" | "ready" | "failed"} State
 * @typedef {{id: number, request: string, resent: boolean, resolve: (response: any) => void, reject: (error: Error) => void}} Call
 */

const CALL_TIMEOUT = 20_000; // milliseconds that one answer may take
const STALL_TIMEOUT = 60_000; // milliseconds without progress while starting
const BACK_OFF = [500, 2_000, 5_000]; // milliseconds before each new attempt to start

const MESSAGES = {
  noWorker: "Este navegador no puede ejecutar el corrector. Prueba con una versión reciente de Firefox, Chrome, Edge o Safari.",
  noWebAssembly:
    "Este navegador no admite WebAssembly, que el corrector necesita, o lo tiene desactivado. Prueba con otro navegador.",
  stalled: "El corrector tarda demasiado en arrancar. Comprueba tu conexión.",
  crashed: "El corrector se ha detenido.",
  unreadable: "El corrector ha respondido algo que no se entiende.",
  hung: "El corrector ha tardado demasiado con esta respuesta. Prueba a acortarla.",
};

/** Why the checker cannot answer, told in Spanish. */
export class RuntimeFailure extends Error {
  /**
   * @param {string} message for the learner
   * @param {boolean} retryable whether another attempt may succeed
   */
  constructor(message, retryable) {
    super(message);
    this.retryable = retryable;
  }
}

/**
 * Starts the worker when asked to, queues calls, restarts it when it crashes or hangs.
 * Events: `progress`, `ready`, `failed`; read `state`, `progress` and `failure` when they come.
 */
class CheckerRuntime extends EventTarget {
  /** @type {State} */
  state = "idle";
  /** Bytes of the download. */
  progress = { loaded: 0, total: 0 };
  /** @type {RuntimeFailure | null} the reason while `state` is "failed" */
  failure = null;

  /** @type {Worker | null} */
  #worker = null;
  /** @type {Call[]} the first one is with the worker, once it is ready */
  #queue = [];
  #lastId = 0;
  #attempts = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} one at a time: stall, back-off or call */
  #timer;

  /** Start in the background, so that the first call need not wait. Does nothing once started or failed. */
  warm() {
    if (this.state === "idle") this.#start();
  }

  /** Start again after a failure. */
  retry() {
    if (this.state === "failed") this.#start();
  }

  /**
   * Ask the checker.
   * @param {object} request see `checker.bridge.call`; ill-formed strings in it are mended
   * @returns {Promise<any>} its answer
   * @throws {RuntimeFailure} when the checker cannot start or answer
   */
  call(request) {
    return new Promise((resolve, reject) => {
      this.#lastId += 1;
      const text = JSON.stringify(request, (_, value) => (typeof value === "string" ? wellFormed(value) : value));
      this.#queue.push({ id: this.#lastId, request: text, resent: false, resolve, reject });
      if (this.state === "idle" || this.state === "failed") this.#start();
      else if (this.state === "ready" && this.#queue.length === 1) this.#send();
    });
  }

  #start() {
    this.#attempts = 0;
    if (typeof WebAssembly !== "object") return this.#giveUp(new RuntimeFailure(MESSAGES.noWebAssembly, false));
    this.#launch();
  }

  #launch() {
    this.state = "loading";
    this.failure = null;
    this.progress = { loaded: 0, total: 0 };
    this.#tell("progress");
    try {
      this.#worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: "checker" });
    } catch (error) {
      console.error(error);
      return this.#giveUp(new RuntimeFailure(MESSAGES.noWorker, false));
    }
    const worker = this.#worker;
    const crashed = () => worker === this.#worker && this.#broken(MESSAGES.crashed);
    worker.addEventListener("message", ({ data }) => worker === this.#worker && this.#hear(data));
    worker.addEventListener("messageerror", crashed);
    worker.addEventListener("error", crashed);
    worker.postMessage({ type: "start", manifest: new URL("../runtime/manifest.json", import.meta.url).href });
    this.#watch(STALL_TIMEOUT, MESSAGES.stalled);
  }

  /** @param {any} message from the worker */
  #hear(message) {
    if (message.type === "progress") {
      this.progress = { loaded: message.loaded, total: message.total };
      this.#watch(STALL_TIMEOUT, MESSAGES.stalled);
      this.#tell("progress");
    } else if (message.type === "ready") {
      clearTimeout(this.#timer);
      this.#attempts = 0;
      this.state = "ready";
      this.#tell("ready");
      this.#send();
    } else if (message.type === "result") {
      clearTimeout(this.#timer);
      const call = this.#queue.shift();
      try {
        call?.resolve(JSON.parse(message.response));
      } catch (error) {
        console.error(error);
        call?.reject(new RuntimeFailure(MESSAGES.unreadable, true));
      }
      this.#send();
    } else if (message.type === "failed") {
      this.#broken(message.message, message.retryable);
    }
  }

  #send() {
    const call = this.#queue[0];
    if (!call) return;
    this.#worker?.postMessage({ type: "call", id: call.id, request: call.request });
    this.#watch(CALL_TIMEOUT, MESSAGES.hung);
  }

  /**
   * @param {number} time
   * @param {string} message what to say when it has passed
   */
  #watch(time, message) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#broken(message), time);
  }

  /**
   * The worker crashed, hung or could not start: end it; send the call once more, or start once more, or give up.
   * @param {string} message
   * @param {boolean} retryable
   */
  #broken(message, retryable = true) {
    this.#stop();
    const failure = new RuntimeFailure(message, retryable);
    if (this.state === "ready") {
      const call = this.#queue[0];
      if (call?.resent) this.#queue.shift()?.reject(failure);
      else if (call) call.resent = true;
      if (this.#queue.length) return this.#launch();
      this.state = "idle";
      this.#tell("progress");
    } else if (retryable && this.#attempts < BACK_OFF.length) {
      this.#timer = setTimeout(() => this.#launch(), BACK_OFF[this.#attempts]);
      this.#attempts += 1;
    } else {
      this.#giveUp(failure);
    }
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = null;
  }

  /** @param {RuntimeFailure} failure */
  #giveUp(failure) {
    this.#stop();
    this.state = "failed";
    this.failure = failure;
    for (const call of this.#queue.splice(0)) call.reject(failure);
    this.#tell("failed");
  }

  /** @param {"progress" | "ready" | "failed"} event */
  #tell(event) {
    this.dispatchEvent(new Event(event));
  }
}

/**
 * Mend lone surrogates, which no other program can read.
 * @param {string} text
 * @returns {string} with U+FFFD in their place
 */
function wellFormed(text) {
  return text.toWellFormed?.() ?? text.replace(/\p{Surrogate}/gu, "\ufffd");
}

export const runtime = new CheckerRuntime();
