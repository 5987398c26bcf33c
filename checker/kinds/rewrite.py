"""``rewrite``: a bad tweet made good, the facts that it must keep kept."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checker.criteria.base import Verdict
from checker.kinds import write
from checker.kinds.base import (
    Check,
    Flaw,
    Outcome,
    copied,
    failed,
    given_tweet,
    problem_of_text,
    text_models,
    text_sample,
)
from checker.text import fold

problem_of = problem_of_text
given = given_tweet
answers = text_models
sample = text_sample


def assess(exercise: Mapping[str, Any], submission: Mapping[str, Any], earlier: Sequence[Mapping[str, Any]]) -> Outcome:
    """As `checker.kinds.write`, and: it is not the given tweet again, and each entry of ``keep`` survives.

    An entry of ``keep`` may give alternatives, ``"sábado|sabadito"``; case, accents and inflected endings do not
    matter.
    """
    text = submission["text"]
    if copied(text, [exercise["tweet"]["text"]]):
        return Outcome([failed("own_words", "unchanged")], None)
    outcome = write.assess(exercise, submission, earlier)
    folded = fold(text)
    lost = [fact for fact in exercise.get("keep", ()) if not any(fold(way) in folded for way in fact.split("|"))]
    if lost and len(outcome.checks) > 1:
        outcome.checks.append(failed("facts", "missed", lost=", ".join(f"«{fact.split('|')[0]}»" for fact in lost)))
    elif exercise.get("keep") and len(outcome.checks) > 1:
        outcome.checks.append(Check(Verdict("facts", True, True, 1.0, (), "criteria.facts.met", {}), True, True))
    return outcome


def flaws(exercise: Mapping[str, Any]) -> Iterator[Flaw]:
    """A given tweet that needs no rewriting."""
    if write.assess({**exercise, "models": []}, {"text": exercise["tweet"]["text"]}, ()).passed:
        yield Flaw(["tweet"], "the given tweet passes as it is; make it worse or ask for more in 'goals'")
