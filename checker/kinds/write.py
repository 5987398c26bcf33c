"""``write``: a tweet of one's own, from a brief."""

from collections.abc import Mapping, Sequence
from typing import Any

from checker.criteria import read
from checker.kinds.base import (
    Check,
    Outcome,
    brief_of,
    copied,
    failed,
    length_of,
    limit_of,
    no_flaws,
    nothing_given,
    problem_of_text,
    rubric_texts,
    same_words,
    text_models,
    text_sample,
    verdicts_of,
)

problem_of = problem_of_text
given = nothing_given
answers = text_models
flaws = no_flaws
sample = text_sample


def assess(exercise: Mapping[str, Any], submission: Mapping[str, Any], earlier: Sequence[Mapping[str, Any]]) -> Outcome:
    """Check the exercise's goals, that the text makes sense and fits, and that it is the learner's own."""
    text = submission["text"]
    reading = read(text)
    limit = limit_of(exercise, submission)
    verdicts = verdicts_of(reading, limit)
    goals = exercise["goals"]
    length = length_of(reading, limit)
    foreign = _own_words(exercise, submission, earlier)
    sense = verdicts["coherent"]
    if sense.sure and not sense.met:
        # Who copied something odd is told that it is a copy, which is the nearer cause.
        return Outcome([foreign or Check(sense, True, True)], length)
    checks = [Check(verdicts[name], True, True) for name in goals.get("require", ())]
    checks += [Check(verdicts[name], False, True) for name in goals.get("avoid", ())]
    checks += [Check(verdicts[name], True, False) for name in goals.get("watch", ())]
    if "fits" not in {check.verdict.criterion for check in checks}:
        checks.append(Check(verdicts["fits"], True, True))
    if foreign:
        checks.insert(0, foreign)
    return Outcome(checks, length)


def _own_words(
    exercise: Mapping[str, Any], submission: Mapping[str, Any], earlier: Sequence[Mapping[str, Any]]
) -> Check | None:
    """The check that failed because the text is not the learner's own, or is one that failed before."""
    text, limit = submission["text"], limit_of(exercise, submission)
    if copied(text, [model["text"] for model in exercise["models"]]):
        return failed("own_words", "model")
    if copied(text, brief_of(exercise)):
        return failed("own_words", "prompt")
    if copied(text, [rubric_texts()]):
        return failed("own_words", "criteria")
    if any(
        same_words(text, report["submission"].get("text", ""))
        and limit == limit_of(exercise, report["submission"])
        and not report["passed"]
        for report in earlier
    ):
        return failed("own_words", "again")
    return None
