// Answer a given tweet: an empty text box below it.
import { mountTextBox, write } from "./write.js";

/** @type {import("./index.js").Kind} */
export const reply = {
  mount: (place) => mountTextBox(place, "Tu respuesta", ""),
  describe: write.describe,
};
