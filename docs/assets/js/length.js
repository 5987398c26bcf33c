// Weighted length of a tweet, for the live counter. The same rules as checker/text/length.py and checker/text/entities.py;
// tests/cases/length.json holds both to them.
import { ACCENTED_LATIN, DIGITS, EMOJI_SEQUENCE, LETTERS, TOP_LEVEL_DOMAINS } from "./alphabet.js";

/** The most weighted characters that a tweet may have. */
export const LIMIT = 280;
/** The most that it might have in 2011. */
export const LIMIT_2011 = 140;

const LINK_WEIGHT = 23;
const EMOJI_WEIGHT = 2;

const LABEL = `[${LETTERS}${DIGITS}](?:[${LETTERS}${DIGITS}_\\-]{0,61}[${LETTERS}${DIGITS}])?`;
const ASCII_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9_\\-]{0,61}[A-Za-z0-9])?";
const PATH_CHARACTERS = `A-Za-z0-9\\u0400-\\u04ff${ACCENTED_LATIN}!*';:=+,.$\\/%#\\[\\]\\u2013_~@\\|&\\-`;
const PATH_END = `A-Za-z0-9\\u0400-\\u04ff${ACCENTED_LATIN}=_#\\/+&\\-`;
const PARENTHESES = `\\([${PATH_CHARACTERS}]{1,60}\\)`;
const AFTER_HOST = new RegExp(
  "(?::[0-9]{1,5})?" +
    `(?:\\/(?:(?:[${PATH_CHARACTERS}]|${PARENTHESES})*(?:[${PATH_END}]|${PARENTHESES}))?)?` +
    "(?:\\?[A-Za-z0-9!?*'@();:&=+$\\/%#\\[\\]_.,~\\|\\-]*[A-Za-z0-9_&=#\\/\\-])?",
  "uy",
);
const WITH_SCHEME = new RegExp(
  `(?<![A-Za-z0-9@\\uff20$#\\uff03])https?:\\/\\/(?<host>(?:${LABEL}\\.){1,10}${LABEL})`,
  "giu",
);
const WITHOUT_SCHEME = new RegExp(
  `(?<![${LETTERS}0-9@\\uff20$#\\uff03_.\\/\\-])(?<host>(?:${ASCII_LABEL}\\.){1,10}${ASCII_LABEL})`,
  "gu",
);
const SHORTENED = /https?:\/\/t\.co\/[A-Za-z0-9]{1,40}/iuy;
const EMOJI = new RegExp(EMOJI_SEQUENCE, "gu");
const LIGHT = /[\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]/gu;
const DOMAINS = new Set(TOP_LEVEL_DOMAINS.split("\n"));

/**
 * Length of a tweet as the network counts it (twitter-text, configuration v3).
 * @param {string} text any string
 * @returns {number} weighted characters: a link 23, an emoji 2, most letters and signs 1, the rest 2
 */
export function weightedLength(text) {
  text = text.normalize("NFC");
  let total = 0;
  let position = 0;
  for (const [start, end] of findLinks(text)) {
    total += weigh(text.slice(position, start)) + LINK_WEIGHT;
    position = end;
  }
  return total + weigh(text.slice(position));
}

/**
 * @param {string} text
 * @returns {[number, number][]} links in order, as UTF-16 offsets
 */
function findLinks(text) {
  if (!text.includes(".")) return [];
  /** @type {[number, number][]} */
  let links = [];
  for (const pattern of [WITH_SCHEME, WITHOUT_SCHEME]) {
    const covered = links;
    links = [...covered];
    let next = 0;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const host = match.groups?.host ?? "";
      const start = match.index;
      const matchEnd = pattern.lastIndex;
      const length = hostLength(host, text[matchEnd] ?? "");
      while (next < covered.length && covered[next][1] <= start) next += 1;
      if (!length || (next < covered.length && covered[next][0] <= start)) continue;
      let end = matchEnd - host.length + length;
      const short = endOfMatch(SHORTENED, text, start);
      if (short !== null) end = short;
      else if (end === matchEnd) end = endOfMatch(AFTER_HOST, text, end) ?? end;
      links.push([start, end]);
      pattern.lastIndex = Math.max(matchEnd, end);
    }
  }
  return links.sort((one, other) => one[0] - other[0]);
}

/**
 * @param {string} host
 * @param {string} follower the character after it
 * @returns {number} how much of it is a host name: up to its last label that is a top-level domain
 */
function hostLength(host, follower) {
  let end = host.length;
  for (let dot = host.lastIndexOf("."); dot > 0; dot = host.lastIndexOf(".", dot - 1)) {
    if (DOMAINS.has(host.slice(dot + 1, end).toLowerCase()) && follower !== "@" && follower !== "\uff20") return end;
    end = dot;
    follower = ".";
  }
  return 0;
}

/**
 * @param {RegExp} sticky
 * @param {string} text
 * @param {number} position
 * @returns {number | null} where its match at `position` ends
 */
function endOfMatch(sticky, text, position) {
  sticky.lastIndex = position;
  return sticky.test(text) ? sticky.lastIndex : null;
}

/**
 * @param {string} text a stretch without links
 * @returns {number}
 */
function weigh(text) {
  let emoji = 0;
  const rest = text.replace(EMOJI, () => {
    emoji += 1;
    return "\n"; // keeps what stands before and after apart; not counted below
  });
  let codePoints = -emoji;
  for (const _ of rest) codePoints += 1;
  const light = (rest.match(LIGHT)?.length ?? 0) - emoji;
  return emoji * EMOJI_WEIGHT + light + 2 * (codePoints - light);
}
