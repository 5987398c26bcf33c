"""How messages quote a learner's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.messages import quote

LONG = "¿Quién manda de verdad en vuestro trabajo sin figurar en ninguna nómina?"


@pytest.mark.parametrize(("text", "quoted"), [("  solo\n hoy, ", "solo hoy"), ("«Compra ya.»", "Compra ya"), ("", "")])
def test_a_short_quote_is_one_line_without_loose_signs(text, quoted):
    assert quote(text) == quoted


def test_a_long_quote_is_shortened_between_words():
    head, tail = quote(LONG).split(" … ")
    assert LONG.startswith(head + " ")
    assert LONG.endswith(" " + tail)
    assert len(quote(LONG)) <= 60


@given(st.text(max_size=300))
def test_a_quote_is_never_long(text):
    assert len(quote(text)) <= 60
    assert "\n" not in quote(text)
