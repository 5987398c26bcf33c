// <course-progress>: the list of all exercises, which the page holds, with how far the learner has come in each; the work as a
// file to keep or to take to another device.
import { readAccount, saveAccount } from "./account.js";
import { make } from "./dom.js";
import { eraseWork, exported, importWork, savedWork } from "./store.js";

/** @typedef {{state: "passed" | "tried" | "begun" | "new", text: string}} Standing */

export class CourseProgress extends HTMLElement {
  /** @type {AbortController | null} */
  #ends = null;
  #summary = make("p", { class: "progress__summary" });
  #status = make("p", { class: "progress__status", role: "status" });

  connectedCallback() {
    if (this.#ends) return;
    this.#ends = new AbortController();
    const { signal } = this.#ends;
    this.querySelector(".progress__tools")?.remove();
    this.prepend(this.#tools());
    this.#show();
    addEventListener("storage", () => this.#show(), { signal });
    addEventListener("pageshow", () => this.#show(), { signal });
  }

  disconnectedCallback() {
    this.#ends?.abort();
    this.#ends = null;
  }

  #tools() {
    const download = make("button", { type: "button", class: "md-button" }, "Descargar mi progreso");
    download.addEventListener("click", () => this.#download());
    const file = make("input", { type: "file", accept: ".json,application/json", class: "visually-hidden", tabindex: "-1", "aria-hidden": "true" });
    file.addEventListener("change", () => void this.#load(file));
    const load = make("button", { type: "button", class: "md-button" }, "Cargar un archivo");
    load.addEventListener("click", () => file.click());
    const erase = make("button", { type: "button", class: "progress__erase" }, "Borrar mi progreso");
    erase.addEventListener("click", () => this.#erase(erase));
    erase.addEventListener("blur", () => calm(erase));
    const actions = make("div", { class: "progress__actions" }, download, load, file, erase);
    return make("div", { class: "progress__tools" }, this.#summary, actions, this.#status);
  }

  #show() {
    const work = savedWork();
    const items = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-exercise-id]")]);
    let passed = 0;
    for (const item of items) {
      const { state, text } = standing(work.get(item.dataset.exerciseId ?? ""));
      if (state === "passed") passed += 1;
      item.dataset.state = state;
      item.querySelector(".progress__state")?.remove();
      if (text) item.append(make("span", { class: "progress__state" }, text));
    }
    this.#summary.textContent = work.size
      ? `Has conseguido ${passed} de ${items.length} ejercicios.`
      : "Todavía no hay nada guardado en este navegador. Empieza por donde quieras.";
  }

  #download() {
    const text = JSON.stringify(exported(readAccount()), null, 1);
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const link = make("a", { href: address, download: `progreso-${new Date().toISOString().slice(0, 10)}.json` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
    this.#status.textContent = "Descargado. El archivo lleva todo lo que has escrito: guárdalo donde solo lo veas tú.";
  }

  /** @param {HTMLInputElement} input */
  async #load(input) {
    const [file] = input.files ?? [];
    input.value = "";
    if (!file) return;
    try {
      const { exercises, account } = importWork(await file.text());
      if (account && typeof account === "object") saveAccount({ .../** @type {any} */ (account), ...readAccount() });
      this.#status.textContent = exercises
        ? `Añadido el trabajo de ${exercises === 1 ? "un ejercicio" : `${exercises} ejercicios`}. Lo que ya tenías sigue aquí.`
        : "El archivo no tenía trabajo que añadir.";
    } catch (error) {
      this.#status.textContent = error instanceof Error ? error.message : String(error);
    }
    this.#show();
  }

  /** @param {HTMLButtonElement} button asks again before it erases */
  #erase(button) {
    if (!button.dataset.sure) {
      button.dataset.sure = "true";
      button.textContent = "Sí, borrar todo";
      this.#status.textContent = "Se borrará de este navegador todo lo que has escrito en los ejercicios. Pulsa otra vez si es lo que quieres.";
      return;
    }
    calm(button);
    eraseWork();
    this.#show();
    this.#status.textContent = "Borrado de este navegador.";
  }
}

/** @param {HTMLButtonElement} button */
function calm(button) {
  delete button.dataset.sure;
  button.textContent = "Borrar mi progreso";
}

/**
 * @param {import("./store.js").Saved | undefined} saved
 * @returns {Standing}
 */
function standing(saved) {
  if (!saved || (!saved.draft && !saved.attempts.length)) return { state: "new", text: "" };
  if (saved.attempts.some(({ report }) => report.passed === true)) return { state: "passed", text: "✓ conseguido" };
  const score = saved.attempts.at(-1)?.report.score;
  if (score) return { state: "tried", text: `${score.earned} de ${score.possible} puntos` };
  return { state: "begun", text: "empezado" };
}
