"""Trees as HTML: everything escaped, nothing let through that is not on the lists; the browser keeps the same lists."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.html import ATTRIBUTES, TAGS, to_html

ROOT = Path(__file__).parents[2]


def test_elements_and_attributes():
    tree = ["p", {"class": "a", "hidden": True, "data-start": "3"}, "uno ", ["strong", {}, "<dos> & «tres»"]]
    assert to_html(tree) == '<p class="a" hidden data-start="3">uno <strong>&lt;dos&gt; &amp; «tres»</strong></p>'


def test_attributes_are_escaped():
    assert to_html(["p", {"title": '"><script>'}]) == '<p title="&quot;&gt;&lt;script&gt;"></p>'


@pytest.mark.parametrize(
    "tree",
    [
        ["script", {}],
        ["img", {}],
        ["p", {"onclick": "x"}],
        ["p", {"style": "x"}],
        ["a", {"href": "javascript:alert(1)"}],
        ["a", {"href": "data:text/html,x"}],
        ["a", {"href": "http://ejemplo.com"}],
        ["a", {"href": " javascript:x"}],
        ["a", {"href": "//ejemplo.com"}],
        ["a", {"href": "/\\ejemplo.com"}],
        ["p", {"data-x y": "x"}],
    ],
)
def test_what_is_not_on_the_lists_is_refused(tree):
    with pytest.raises(ValueError, match="not allowed"):
        to_html(tree)


@given(st.text())
def test_no_text_opens_a_tag(text):
    assert "<" not in to_html(["p", {}, text]).removeprefix("<p>").removesuffix("</p>")


def test_the_browser_keeps_the_same_lists():
    source = (ROOT / "docs" / "assets" / "js" / "tree.js").read_text(encoding="utf-8")
    words = set(re.findall(r"[a-z0-9-]+", source))
    assert words >= TAGS
    assert words >= ATTRIBUTES
