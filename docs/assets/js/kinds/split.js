// A pasted week as tweets, for the live counter. The same rules as checker/feed/split.py; tests/cases/split.json holds both
// to them.

const SEPARATOR = /^[ \t]*(?:-{2,}|-*[–—][-–—]*)[ \t\r]*$/;
const BLANK = " \t\r\n";

/**
 * @param {string} text
 * @returns {string[]} its tweets, which lines of dashes separate; blank ones are left out
 */
export function splitTweets(text) {
  /** @type {string[][]} */
  const tweets = [[]];
  for (const line of text.split("\n")) {
    if (SEPARATOR.test(line)) tweets.push([]);
    else tweets[tweets.length - 1].push(line);
  }
  return tweets.map((lines) => trim(lines.join("\n"))).filter(Boolean);
}

/** @param {string} text */
function trim(text) {
  let start = 0;
  let end = text.length;
  while (start < end && BLANK.includes(text[start])) start += 1;
  while (start < end && BLANK.includes(text[end - 1])) end -= 1;
  return text.slice(start, end);
}
