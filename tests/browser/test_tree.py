"""tree.js builds what is on the lists and refuses the rest."""

from typing import Any

import pytest
from playwright.sync_api import Error, Page

BUILD = """async tree => {
    const { build } = await import("/assets/js/tree.js");
    const box = document.createElement("div");
    box.append(build(tree));
    return box.innerHTML;
}"""


def built(page: Page, tree: Any) -> str:
    return page.evaluate(BUILD, tree)


@pytest.mark.parametrize(
    ("tree", "html"),
    [
        ("<b>&", "&lt;b&gt;&amp;"),
        (
            ["p", {"class": "a", "hidden": True}, "x", ["strong", {}, "y"]],
            '<p class="a" hidden="">x<strong>y</strong></p>',
        ),
        (["progress", {"value": 2, "max": "3"}], '<progress value="2" max="3"></progress>'),
        (["a", {"href": "#x", "aria-label": '"&'}], '<a href="#x" aria-label="&quot;&amp;"></a>'),
        (["a", {"href": "../otra/?a=1:2"}], '<a href="../otra/?a=1:2"></a>'),
        (["a", {"href": "https://example.com/"}], '<a href="https://example.com/"></a>'),
        (["li", {"data-start": "0"}], '<li data-start="0"></li>'),
    ],
)
def test_builds(page: Page, tree: Any, html: str) -> None:
    assert built(page, tree) == html


@pytest.mark.parametrize(
    "tree",
    [
        ["script", {}, "alert(1)"],
        ["img", {"src": "x"}],
        ["p", {}, ["iframe", {}]],
        ["svg", {}],
        ["P:script", {}],
        ["p", {"onclick": "alert(1)"}],
        ["p", {"style": "color: red"}],
        ["a", {"HREF": "javascript:alert(1)"}],
        ["a", {"href": "javascript:alert(1)"}],
        ["a", {"href": " javascript:alert(1)"}],
        ["a", {"href": "java\nscript:alert(1)"}],
        ["a", {"href": "JaVaScRiPt:alert(1)"}],
        ["a", {"href": "data:text/html,x"}],
        ["a", {"href": "http://example.com"}],
        ["a", {"href": "//example.com"}],
        ["a", {"href": "/\\example.com"}],
        ["p", {"title": {"a": 1}}],
        ["p", {"hidden": False}],
        {"tag": "p"},
        None,
        5,
    ],
)
def test_refuses(page: Page, tree: Any) -> None:
    with pytest.raises(Error, match=r"allowed|A tree is"):
        built(page, tree)


def test_keeps_the_lists_of_the_site_generator(page: Page) -> None:
    from publish import html

    source = page.request.get(page.url.replace("leccion/", "assets/js/tree.js")).text()
    words = set(source.replace('"', " ").split())
    assert words >= html.TAGS | html.ATTRIBUTES
