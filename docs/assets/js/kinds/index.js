// The kinds of exercise. A new kind is one module here and one line in the map.
import { compare } from "./compare.js";
import { diagnose } from "./diagnose.js";
import { feed } from "./feed.js";
import { free } from "./free.js";
import { order } from "./order.js";
import { reply } from "./reply.js";
import { rewrite } from "./rewrite.js";
import { write } from "./write.js";

/**
 * @typedef {import("../store.js").Submission} Submission
 * @typedef {Record<string, any>} Exercise the plain dict of its YAML file
 * @typedef {object} Place where a kind puts its controls
 * @property {HTMLElement} element the exercise
 * @property {HTMLElement} answer the box for its controls
 * @property {Exercise} exercise
 * @property {AbortSignal} signal ends every listener
 * @property {() => void} changed to be called whenever the learner changes the answer
 * @property {() => void} submit to be called when the learner asks for the review from the keyboard
 * @typedef {object} Answer
 * @property {() => Submission} read what the learner has answered
 * @property {(submission: Submission) => void} show put an answer in place; what does not fit this version is left out
 * @property {Submission} initial the answer of one who has done nothing
 * @property {() => string} missing what is missing before it can be reviewed, in Spanish; empty when nothing is
 * @property {() => void} focus move the focus to where the answer is written
 * @typedef {object} Kind
 * @property {(place: Place) => Answer} mount
 * @property {(submission: Submission, exercise: Exercise) => string} describe an answer in a few words, for the history
 */

/** @type {Record<string, Kind>} */
export const kinds = { compare, diagnose, feed, free, order, reply, rewrite, write };
