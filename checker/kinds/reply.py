"""``reply``: an answer to a given tweet, which takes up what it says."""

from collections.abc import Mapping, Sequence
from typing import Any

from checker.criteria import Reading, read
from checker.criteria.base import Verdict
from checker.feed.topics import names_of
from checker.kinds import write
from checker.kinds.base import (
    Check,
    Outcome,
    copied,
    failed,
    given_tweet,
    no_flaws,
    problem_of_text,
    text_models,
    text_sample,
)
from checker.messages import quote
from checker.text import fold

problem_of = problem_of_text
given = given_tweet
answers = text_models
flaws = no_flaws
sample = text_sample

_REPLIES = frozenset(["reply_asks_back", "reply_gets_to_the_point", "reply_takes_up"])
"""Cues of a reply that may take up something without naming it."""
_MOST_SPANS = 3


def assess(exercise: Mapping[str, Any], submission: Mapping[str, Any], earlier: Sequence[Mapping[str, Any]]) -> Outcome:
    """As `checker.kinds.write`, and: it does not repeat the given tweet, and takes up something of it."""
    text, theirs = submission["text"], exercise["tweet"]["text"]
    if copied(text, [theirs]):
        return Outcome([failed("own_words", "echo")], None)
    outcome = write.assess(exercise, submission, earlier)
    if outcome.checks[0].verdict.criterion != "coherent":
        ways = [way for entry in exercise.get("take_up", ()) for way in entry.split("|")]
        outcome.checks.insert(0, Check(_takes_up(read(text), read(theirs), ways), True, True))
    return outcome


def _takes_up(own: Reading, theirs: Reading, ways: Sequence[str]) -> Verdict:
    """Met when the answer shares a word or a subject with the given tweet, or has one of the author's ``ways`` to take it
    up; unsure when it only has the manner of a reply."""
    text = own.tweet.text
    if spans := _shared(own, theirs):
        start, end = spans[0]
        return Verdict("takes_up", True, True, 1.0, spans, "criteria.takes_up.met", {"quote": quote(text[start:end])})
    folded = fold(text)
    if any(fold(way) in folded for way in ways):
        return Verdict("takes_up", True, True, 1.0, (), "criteria.takes_up.met_otherwise", {})
    if any(cue.name in _REPLIES for cue in own.cues):
        return Verdict("takes_up", False, False, 0.5, (), "criteria.takes_up.unsure", {})
    return Verdict("takes_up", False, True, 0.0, (), "criteria.takes_up.missed", {})


def _shared(own: Reading, theirs: Reading) -> tuple[tuple[int, int], ...]:
    """Where the first words stand that say something that the given tweet says, too: the same words before the same
    subjects."""
    known = {name for token in theirs.tweet.tokens for name in names_of(token)}
    for sign in ("=", "~"):
        shared = [
            (token.start, token.end)
            for token in own.tweet.tokens
            if any(name in known and name.startswith(sign) for name in names_of(token))
        ]
        if shared:
            return tuple(shared[:_MOST_SPANS])
    return ()
