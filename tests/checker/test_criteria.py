"""Every criterion judges its own examples rightly, marks the words that decide, and has a message for each cue it names."""

import re

import pytest

from checker.criteria import CRITERIA, TWEET_CRITERIA, read
from checker.cues import cue_names
from checker.messages import has_message, message, texts

MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
EXAMPLES = [
    pytest.param(name, example, id=f"{name}-{number}")
    for name, criterion in CRITERIA.items()
    for number, example in enumerate(criterion.examples)
]


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_example(name, example):
    text = MARKED.sub(r"\1", example.text)
    verdict = read(text).verdicts[name]
    assert verdict.met == example.met, verdict
    if marked := MARKED.findall(example.text):
        assert [text[start:end] for start, end in verdict.evidence] == marked


@pytest.mark.parametrize("name", TWEET_CRITERIA)
def test_every_criterion_is_documented_and_has_examples(name):
    criterion = CRITERIA[name]
    assert sum(example.met for example in criterion.examples) >= 2
    assert sum(not example.met for example in criterion.examples) >= 2
    for key in ("name", "ask", "met", "missed"):
        assert message(f"criteria.{name}.{key}")
    assert len(texts(f"criteria.{name}.hints")) >= 3


@pytest.mark.parametrize("name", TWEET_CRITERIA)
def test_every_cue_that_a_criterion_names_exists_and_has_its_reason(name):
    criterion = CRITERIA[name]
    for cue in (*criterion.supports, *criterion.opposes):
        assert cue in cue_names(), cue
        reason = message(f"criteria.{name}.cues.{cue}.reason", quote="estas palabras")
        assert "estas palabras" in reason, cue
    for cue in criterion.supports if criterion.fault else criterion.opposes:
        assert has_message(f"criteria.{name}.cues.{cue}.next"), cue
