// The laboratory: one text box for a tweet or, separated by lines of dashes, for a whole week.
import { make } from "../dom.js";
import { splitTweets } from "./split.js";
import { makeClassicSwitch, makeTextBox, measureTweet } from "./text-box.js";

const MOST_TWEETS = 30; // the checker reads no more at a time
const MOST_NAMED = 3;
const SEPARATOR = "---";

/** @type {import("./index.js").Kind} */
export const free = {
  mount(place) {
    const id = `${place.element.id || "ejercicio"}-texto`;
    const classic = makeClassicSwitch(place, () => count());
    const { parts, box, count } = makeTextBox(place, id, "Tu tuit o tu semana", classic.limit, measure);
    const another = make("button", { type: "button" }, "Añadir otro tuit");
    const note = make("p", { class: "exercise__note" }, `Para ver varios juntos, sepáralos con una línea que solo lleve ${SEPARATOR}.`);
    place.answer.replaceChildren(...parts, note, another, classic.part);
    another.addEventListener(
      "click",
      () => {
        box.setRangeText(`${box.value.trimEnd() ? `\n${SEPARATOR}\n` : ""}`, box.value.trimEnd().length, box.value.length, "end");
        box.focus();
        count();
        place.changed();
      },
      { signal: place.signal },
    );

    const show = (/** @type {import("./index.js").Submission} */ submission) => {
      box.value = typeof submission.text === "string" ? submission.text : "";
      classic.show(submission);
      count();
    };
    show({ text: "" });
    return {
      read: () => ({ text: box.value, ...classic.read() }),
      show,
      initial: { text: "" },
      missing() {
        const count = splitTweets(box.value).length;
        if (!count) return "Escribe o pega primero un tuit.";
        return count > MOST_TWEETS ? `Son ${count} tuits. Deja ${MOST_TWEETS} como mucho.` : "";
      },
      focus: () => box.focus(),
    };
  },

  describe: (submission) => String(submission.text ?? ""),
};

/**
 * @param {string} text
 * @param {number} limit
 * @returns {import("./text-box.js").Count} of one tweet, or of several: which go over
 */
function measure(text, limit) {
  const tweets = splitTweets(text);
  if (tweets.length < 2) return measureTweet(text, limit);
  const left = tweets.map((tweet) => measureTweet(tweet, limit).left);
  const over = left.flatMap((room, index) => (room < 0 ? [`al ${index + 1} le sobran ${-room}`] : []));
  const named = over.length > MOST_NAMED ? `${over.length} pasan de ${limit} caracteres` : over.join(", ");
  return { text: `${tweets.length} tuits: ${named || `todos caben en ${limit} caracteres`}`, left: Math.min(...left) };
}
