"""Trees of elements (see `checker.view`) as HTML, with everything escaped and nothing let through that is not on the
lists.

``docs/assets/js/tree.js`` keeps the same lists; a test holds the two together.
"""

import html
import re
from typing import Any

TAGS = frozenset(
    [
        "a",
        "section",
        "article",
        "header",
        "footer",
        "div",
        "p",
        "span",
        "strong",
        "em",
        "mark",
        "ul",
        "ol",
        "li",
        "figure",
        "figcaption",
        "blockquote",
        "details",
        "summary",
        "h3",
        "h4",
        "dl",
        "dt",
        "dd",
        "button",
        "small",
        "progress",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ]
)
ATTRIBUTES = frozenset(
    [
        "class",
        "id",
        "title",
        "lang",
        "dir",
        "role",
        "open",
        "type",
        "hidden",
        "tabindex",
        "href",
        "value",
        "max",
        "scope",
    ]
)
_OPEN_ATTRIBUTES = re.compile(r"(?:aria|data)-[a-z-]+")
_SAFE_HREF = re.compile(r"#|https://|(?!//)[^:\\]*$")


def to_html(tree: Any) -> str:
    """The HTML of ``tree``. Raises `ValueError` for a tag, attribute or address that is not allowed."""
    if isinstance(tree, str):
        return html.escape(tree, quote=False)
    tag, attributes, *children = tree
    if tag not in TAGS:
        raise ValueError(f"the tag {tag!r} is not allowed in a tree")
    return f"<{tag}{''.join(map(_attribute, attributes.items()))}>{''.join(map(to_html, children))}</{tag}>"


def _attribute(item: tuple[str, Any]) -> str:
    name, value = item
    if name not in ATTRIBUTES and not _OPEN_ATTRIBUTES.fullmatch(name):
        raise ValueError(f"the attribute {name!r} is not allowed in a tree")
    if name == "href" and not _SAFE_HREF.match(str(value)):
        raise ValueError(f"the address {value!r} is not allowed in a tree")
    return f" {name}" if value is True else f' {name}="{html.escape(str(value))}"'
