"""``free``: the laboratory. Whatever the learner pastes, with all that the checker sees in it; nothing to pass."""

from collections.abc import Mapping, Sequence
from typing import Any

from checker.criteria import CRITERIA, read
from checker.criteria.base import Verdict
from checker.feed import Plan, read_plan
from checker.feed.split import split_tweets
from checker.kinds.base import (
    Check,
    Outcome,
    Shown,
    length_of,
    limit_of,
    no_flaws,
    nothing_given,
    problem_of_text,
    text_sample,
    verdicts_of,
)
from checker.kinds.feed import MOST_TWEETS, parts_of

given = nothing_given
flaws = no_flaws
sample = text_sample


def problem_of(exercise: Mapping[str, Any], submission: Mapping[str, Any]) -> str:
    """What is wrong with the shape of ``submission``; empty when nothing is."""
    if problem := problem_of_text(exercise, submission):
        return problem
    many = len(split_tweets(submission["text"])) > MOST_TWEETS
    return f"a plan has {MOST_TWEETS} tweets at most" if many else ""


def assess(exercise: Mapping[str, Any], submission: Mapping[str, Any], earlier: Sequence[Mapping[str, Any]]) -> Outcome:
    """All criteria of a tweet or, where lines of dashes separate several, all of the plan and of each tweet."""
    limit = limit_of(exercise, submission)
    tweets = split_tweets(submission["text"])
    if len(tweets) > 1:
        plan = Plan(tweets)
        checks = [Check(verdict, True, False) for verdict in read_plan(plan).values()]
        of_each = [_all_seen(verdicts_of(reading, limit)) for reading in plan.readings]
        return Outcome(checks, None, parts_of(plan, limit, of_each), graded=False)
    reading = read(submission["text"])
    seen = _all_seen(verdicts_of(reading, limit))
    senseless = [check for check in seen if check.verdict.criterion == "coherent" and check.verdict.status == "missed"]
    return Outcome(senseless or seen, length_of(reading, limit), graded=False)


def answers(exercise: Mapping[str, Any]) -> list[Shown]:
    """None: there is nothing to answer."""
    return []


def _all_seen(verdicts: Mapping[str, Verdict]) -> list[Check]:
    """Every verdict. What is only missing is not marked in the text: nobody asked for it."""
    shown = {
        name: verdict if verdict.met or name == "fits" else verdict._replace(evidence=())
        for name, verdict in verdicts.items()
    }
    return [Check(verdict, not CRITERIA[name].fault, False) for name, verdict in shown.items()]
