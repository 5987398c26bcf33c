"""The reference page names every criterion once."""

import re
from pathlib import Path

import pytest

from checker.criteria import CRITERIA
from checker.feed import FEED_CRITERIA
from checker.reference import criterion_reference
from publish.html import to_html

PAGE = Path(__file__).parents[2] / "docs" / "criterios.md"


def test_the_page_names_every_criterion_once():
    named = re.findall(r"```criterio\n(\w+)\n```", PAGE.read_text(encoding="utf-8"))
    assert named == [*CRITERIA, *FEED_CRITERIA]


@pytest.mark.parametrize("name", [*CRITERIA, *FEED_CRITERIA])
def test_an_entry_says_what_is_asked_and_what_is_not_seen(name):
    markup = to_html(criterion_reference(name))
    assert "Lo que no ve" in markup
    assert markup.count("<li>") >= 3
    if name in CRITERIA:
        assert markup.count("<figure") == len(CRITERIA[name].examples) > 0


def test_an_unknown_criterion_is_refused():
    with pytest.raises(KeyError):
        criterion_reference("hard_cell")
