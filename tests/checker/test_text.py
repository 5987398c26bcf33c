"""Tokens, entities and weighted length."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text import fold, read_tweet, weighted_length

CASES = json.loads((Path(__file__).parents[1] / "cases" / "length.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(case["text"])[:40])
def test_weighted_length(case):
    assert weighted_length(case["text"]) == case["weighted"]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("@ana y @juan_2", [("mention", "@ana"), ("mention", "@juan_2")]),
        ("＠ana", [("mention", "＠ana")]),
        ("correo@ejemplo.com", []),
        ("hola@ana", []),
        ("RT@ana: mira", [("mention", "@ana")]),
        ("@mariá", []),
        ("@ana@", []),
        ("@abcdefghijklmnopqrstu", []),
        ("@ana/lista", [("mention", "@ana/lista")]),
        ("#pan #1 #pan1 #1pan", [("hashtag", "#pan"), ("hashtag", "#pan1"), ("hashtag", "#1pan")]),
        ("#panadería #niño_2", [("hashtag", "#panadería"), ("hashtag", "#niño_2")]),
        ("a#pan", []),
        ("&#pan", []),
        ("#pan#masa", []),
        ("#️⃣", []),
        ("$TEF y $100 y a$TEF", [("cashtag", "$TEF")]),
        ("(ejemplo.com)", [("url", "ejemplo.com")]),
        ("ejemplo.com/a,b.", [("url", "ejemplo.com/a,b")]),
        ("https://ejemplo.com/#pan @ana", [("url", "https://ejemplo.com/#pan"), ("mention", "@ana")]),
        ("ejemplo.noexiste", []),
        ("sub.ejemplo.co.uk/x?y=1&z=2!", [("url", "sub.ejemplo.co.uk/x?y=1&z=2")]),
        ("https://t.co/AbC1.", [("url", "https://t.co/AbC1")]),
        ("1.500 y 3.com", [("url", "3.com")]),
        ("@ana.com", [("mention", "@ana")]),
    ],
)
def test_entities(text, entities):
    found = read_tweet(text).tokens
    assert [
        (token.kind, token.text) for token in found if token.norm == f"<{token.kind}>" and token.kind in KINDS
    ] == entities


KINDS = ("url", "mention", "hashtag", "cashtag")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Hola. ¿Qué tal? Bien!", [".", "?", "!"]),
        ("Vale 1.500 pesos, no 3.5", [""]),
        ("Uno\ndos", ["", ""]),
        ("Ya... ¿no?!", [".", "?"]),
        ("", []),
    ],
)
def test_sentences(text, sentences):
    assert [sentence.mark for sentence in read_tweet(text).sentences] == sentences


def test_fold():
    assert fold("¡GRACIAAAS, Ñandú!") == "¡gracias, nandu!"
    assert fold("1000") == "1000"


@given(st.text())
def test_tokens_tile_the_text(text):
    tweet = read_tweet(text)
    position = 0
    for token in tweet.tokens:
        assert token.start >= position
        assert token.text == text[token.start : token.end] != ""
        assert not text[position : token.start].strip()
        position = token.end
    assert not text[position:].strip()
    assert [index for sentence in tweet.sentences for index in range(sentence.first, sentence.last)] == list(
        range(len(tweet.tokens))
    )


@given(st.text())
def test_length_is_between_one_and_two_per_code_point_at_most(text):
    assert 0 <= weighted_length(text) <= 2 * len(text) + 23
