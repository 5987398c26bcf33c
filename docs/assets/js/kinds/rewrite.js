// Rewrite a given tweet: the text box begins with it.
import { mountTextBox, write } from "./write.js";

/** @type {import("./index.js").Kind} */
export const rewrite = {
  mount: (place) => mountTextBox(place, "Tu versión", place.exercise.tweet.text),
  describe: write.describe,
};
