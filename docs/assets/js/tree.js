// Builds DOM from the trees that checker/view.py makes. publish/html.py serialises the same trees; both refuse whatever is
// not on the lists, so that nothing from outside can become markup.

/**
 * A string is text; a list is an element: tag, attributes, children.
 * @typedef {string | [string, Record<string, string | number | true>, ...any[]]} Tree
 */

const TAGS = new Set(
  (
    "a section article header footer div p span strong em mark ul ol li figure figcaption blockquote details summary " +
    "h3 h4 dl dt dd button small progress table thead tbody tr th td"
  ).split(" "),
);
const ATTRIBUTES = new Set("class id title lang dir role open type hidden tabindex href value max scope".split(" "));
const FREE_ATTRIBUTE = /^(?:aria|data)-[a-z][a-z0-9-]*$/;
const SAFE_ADDRESS = /^(?:#|https:\/\/|(?!\/\/)(?![a-z][a-z0-9+.-]*:))[^\u0000-\u0020\\]*$/i;

/**
 * Build the nodes of a tree.
 * @param {unknown} tree
 * @returns {Node}
 * @throws {TypeError} when a tag, an attribute or a value is not allowed
 */
export function build(tree) {
  if (typeof tree === "string") return document.createTextNode(tree);
  if (!Array.isArray(tree)) throw new TypeError("A tree is a string or a list");
  const [tag, attributes, ...children] = tree;
  if (!TAGS.has(tag)) throw new TypeError(`Tag not allowed: ${tag}`);
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (!ATTRIBUTES.has(name) && !FREE_ATTRIBUTE.test(name)) throw new TypeError(`Attribute not allowed: ${name}`);
    if (value !== true && typeof value !== "string" && typeof value !== "number") {
      throw new TypeError(`Value not allowed: ${name}`);
    }
    if (name === "href" && !SAFE_ADDRESS.test(String(value))) throw new TypeError(`Address not allowed: ${value}`);
    element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.map(build));
  return element;
}
