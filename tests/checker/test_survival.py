"""Whatever comes from outside: a verdict or a clear message, never an exception, and spans that match the text."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from checker import grade, judge_feed, judge_tweet
from checker.bridge import call
from checker.criteria import TWEET_CRITERIA, read
from checker.view import report_view
from publish.html import to_html

WRITE = {
    "id": "x/y",
    "kind": "write",
    "prompt": "Escribe",
    "goals": {"require": list(TWEET_CRITERIA[:1]), "avoid": ["hard_sell"], "watch": ["hook"]},
    "models": [],
}


def check(text):
    reading = read(text)
    for verdict in reading.verdicts.values():
        for start, end in verdict.evidence:
            assert 0 <= start < end <= len(text)
            marked = text[start:end]
            if verdict.criterion != "fits" and marked.strip(",.;: \n"):
                assert marked[0] not in ",.;: \n"
                assert marked[-1] not in ",;: \n"
    report = grade(WRITE, {"text": text})
    assert report["verdicts"]
    markup = to_html(report_view(report))
    assert "<script" not in markup
    assert "<img" not in markup
    answer = json.loads(call(json.dumps({"do": "grade", "exercise": WRITE, "submission": {"text": text}})))
    assert answer["ok"], answer
    assert answer["report"] == json.loads(json.dumps(report))
    assert set(judge_tweet(text)["met"]) <= set(TWEET_CRITERIA)


def test_hostile_text_is_survived(hostile):
    check(hostile)


def test_hostile_feeds_are_survived(hostile):
    judge_feed([hostile[:2000], hostile[:2000]])


def test_empty_feed():
    assert judge_feed([]) == {"met": [], "unsure": []}


@settings(deadline=None, max_examples=60)
@given(st.text())
def test_any_text_is_survived(text):
    check(text)


SPANISH = st.lists(
    st.sampled_from(
        [
            "compra",
            "ya",
            "¿",
            "?",
            "!",
            ",",
            ".",
            "gracias",
            "hoy",
            "descuento",
            "20",
            "%",
            "@ana",
            "#pan",
            "ejemplo.com",
            "cuéntame",
            "mi",
            "abuela",
            "se",
            "te",
            "rompe",
            "\n",
            "«",
            "»",
            "🎉",
        ]
    ),
    max_size=40,
).map(" ".join)


@settings(deadline=None, max_examples=100)
@given(SPANISH)
def test_spanish_salad_is_survived(text):
    check(text)


@settings(deadline=None, max_examples=30)
@given(SPANISH, SPANISH)
def test_order_of_calls_changes_nothing(one, other):
    first = judge_tweet(one)
    judge_tweet(other)
    assert judge_tweet(one) == first


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_the_bridge_never_raises(request):
    answer = json.loads(call(json.dumps(request)))
    assert answer["ok"] is False
    assert answer["error"]
