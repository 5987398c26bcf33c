// What learners say of their own account: it stays in this browser and only changes words in the prompts of exercises.
import { make } from "./dom.js";
import { PREFIX, UNSAVED } from "./store.js";

const KEY = `${PREFIX}cuenta`;
const LONGEST = 80;
const PAGE = new URL("../../mi-cuenta/", import.meta.url).href;

const FIELDS = [
  { name: "negocio", label: "Qué llevas", example: "una panadería de barrio" },
  { name: "publico", label: "Para quién escribes", example: "la gente que pasa por la tienda" },
  { name: "tono", label: "En qué tono", example: "cercano y con algo de humor" },
];

/** @typedef {Record<string, string>} Account the fields that are filled in, by name */

/** @returns {Account} */
export function readAccount() {
  try {
    const saved = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return Object.fromEntries(FIELDS.map(({ name }) => [name, tidy(saved?.[name])]).filter(([, value]) => value));
  } catch {
    return {}; // nothing can be read here: the defaults stand
  }
}

/**
 * @param {Account} account
 * @returns {string} why it is not saved, for the learner; empty when it is
 */
export function saveAccount(account) {
  try {
    if (Object.values(account).some(tidy)) localStorage.setItem(KEY, JSON.stringify(account));
    else localStorage.removeItem(KEY);
    return "";
  } catch {
    return UNSAVED.disabled;
  }
}

/** @param {unknown} value */
function tidy(value) {
  return typeof value === "string" ? value.replace(/\s+/gu, " ").trim().slice(0, LONGEST) : "";
}

/**
 * An exercise whose placeholders stand for what the learner says, where they say it.
 * @param {import("./kinds/index.js").Exercise} exercise
 * @returns {import("./kinds/index.js").Exercise}
 */
export function personal(exercise) {
  return exercise.defaults ? { ...exercise, defaults: { ...exercise.defaults, ...readAccount() } } : exercise;
}

/**
 * Put what the learner says in place of the defaults in an exercise's prompt, now and whenever another tab changes it, and
 * offer to change it.
 * @param {HTMLElement} element
 * @param {import("./kinds/index.js").Exercise} exercise
 * @param {AbortSignal} signal
 */
export function personalise(element, exercise, signal) {
  if (!exercise.defaults) return;
  const fill = () => {
    const { defaults } = personal(exercise);
    for (const word of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-account]"))) {
      word.textContent = defaults[word.dataset.account ?? ""];
    }
  };
  fill();
  addEventListener("storage", ({ key }) => (key === KEY || key === null) && fill(), { signal });
  element.querySelector(".exercise__account")?.remove();
  const link = make("a", { href: PAGE }, "Adapta los enunciados a tu cuenta");
  element.querySelector(".exercise__prompt")?.after(make("p", { class: "exercise__account" }, link));
}

/** <course-account>: the form, saved as it is typed. */
export class CourseAccount extends HTMLElement {
  connectedCallback() {
    const account = readAccount();
    const status = make("p", { class: "account__status", role: "status" });
    const inputs = FIELDS.map(({ name }) =>
      make("input", { id: `cuenta-${name}`, type: "text", class: "account__input", maxlength: String(LONGEST), autocomplete: "off", "aria-describedby": `cuenta-${name}-ejemplo` }),
    );
    const preview = make("p", { class: "account__preview" });
    const show = () => {
      const [business, readers, tone] = FIELDS.map(({ example }, index) => tidy(inputs[index].value) || example);
      preview.textContent = `Así quedará: «Escribe desde ${business} para ${readers}, en un tono ${tone}».`;
    };
    const save = () => {
      show();
      const now = Object.fromEntries(FIELDS.map(({ name }, index) => [name, inputs[index].value]));
      const told = Object.values(now).some(tidy) ? "Guardado en este navegador." : "Borrado de este navegador.";
      status.textContent = saveAccount(now) || told;
    };
    const fields = FIELDS.map(({ name, label, example }, index) => {
      inputs[index].value = account[name] ?? "";
      inputs[index].addEventListener("input", save);
      return make(
        "div",
        { class: "account__field" },
        make("label", { for: `cuenta-${name}` }, label),
        inputs[index],
        make("small", { id: `cuenta-${name}-ejemplo` }, `Por ejemplo: ${example}`),
      );
    });
    const clear = make("button", { type: "button", class: "account__clear" }, "Borrar todo");
    clear.addEventListener("click", () => {
      for (const input of inputs) input.value = "";
      save();
      inputs[0].focus();
    });
    show();
    this.replaceChildren(...fields, preview, clear, status);
  }
}
