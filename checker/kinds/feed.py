"""``feed``: several tweets of one account, in the order in which they would be published."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from checker.criteria import CRITERIA
from checker.criteria.base import Verdict
from checker.feed import FEED_CRITERIA, Plan, read_plan
from checker.feed.plan import listed, where
from checker.kinds.base import (
    Check,
    Flaw,
    Outcome,
    Part,
    Shown,
    brief_of,
    copied,
    failed,
    length_of,
    limit_of,
    nothing_given,
    problem_of_limit,
    rubric_texts,
    same_words,
    verdicts_of,
)
from checker.messages import message
from checker.view import plan_card

given = nothing_given

MOST_TWEETS = 30
"""Whatever the exercise says: reading a plan takes time, and comparing its tweets takes more."""


def problem_of(exercise: Mapping[str, Any], submission: Mapping[str, Any]) -> str:
    """What is wrong with the shape of ``submission``; empty when nothing is."""
    tweets = submission.get("tweets")
    if not isinstance(tweets, list) or not tweets or not all(isinstance(tweet, str) for tweet in tweets):
        return 'a submission like {"tweets": ["...", "..."]} is expected'
    if len(tweets) > MOST_TWEETS:
        return f"a plan has {MOST_TWEETS} tweets at most"
    return problem_of_limit(submission)


def assess(exercise: Mapping[str, Any], submission: Mapping[str, Any], earlier: Sequence[Mapping[str, Any]]) -> Outcome:
    """Check the goals of the plan (``goals.require``) and of every tweet (``goals.each``), that there are as many tweets
    as were asked for, that each makes sense and fits, and that they are the learner's own."""
    limit = limit_of(exercise, submission)
    plan = Plan(submission["tweets"])
    verdicts = [verdicts_of(reading, limit) for reading in plan.readings]
    sense = in_each("coherent", True, verdicts)
    if sense.verdict.sure and not sense.verdict.met:
        return Outcome(
            [sense], None, parts_of(plan, limit, [[Check(each["coherent"], True, True)] for each in verdicts])
        )
    judged = read_plan(plan)
    required = [judged[name] for name in exercise["goals"].get("require", ())]
    asked = _asked_of_each(exercise["goals"].get("each", {}))
    checks = [_count(exercise["count"], len(plan))]
    checks += [Check(verdict, True, True) for verdict in required]
    checks += [in_each(name, wanted, verdicts) for name, wanted in asked]
    if foreign := _own_words(exercise, submission, earlier):
        checks.insert(0, foreign)
    shown = [
        [Check(each[name], wanted, True) for name, wanted in asked] + list(_worth_seeing(required, each, dict(asked)))
        for each in verdicts
    ]
    return Outcome(checks, None, parts_of(plan, limit, shown))


def answers(exercise: Mapping[str, Any]) -> list[Shown]:
    """The model plans."""
    return [Shown(plan_card(model["by"], model["tweets"]), model["why"]) for model in exercise["models"]]


def flaws(exercise: Mapping[str, Any]) -> Iterator[Flaw]:
    """A number of tweets that nobody can write."""
    if not exercise["count"]["min"] <= exercise["count"]["max"] <= MOST_TWEETS:
        yield Flaw(["count"], f"'min' is above 'max', or 'max' above {MOST_TWEETS}; correct the numbers")


def sample(exercise: Mapping[str, Any], answer: Mapping[str, Any]) -> dict[str, Any]:
    """The submission of a sample plan."""
    return {"tweets": answer["tweets"]}


def in_each(criterion: str, wanted: bool, verdicts: Sequence[Mapping[str, Verdict]]) -> Check:
    """One check of what every tweet must meet (or not): failed when a tweet surely fails it, unsure when one may."""
    of_each = [each[criterion] for each in verdicts]
    failing = where(verdict.sure and verdict.met != wanted for verdict in of_each)
    unsure = where(not verdict.sure for verdict in of_each)
    telling = failing or unsure
    if not telling:
        side = "seek" if wanted else "avoid"
        return Check(Verdict(criterion, wanted, True, float(wanted), (), f"feed.all_{side}", {}), wanted, True)
    first = of_each[telling[0]]
    told = {"tweet": telling[0] + 1, "tweets": listed(telling), "reason": message(first.reason, **first.parameters)}
    reason = "feed.in_tweet" if len(telling) == 1 else "feed.in_tweets"
    met = wanted != bool(failing)
    return Check(Verdict(criterion, met, bool(failing), float(met), (), reason, told, telling), wanted, True)


def parts_of(plan: Plan, limit: int, checks: Sequence[list[Check]]) -> list[Part]:
    """The tweets of a plan with what is to be shown of each."""
    return [
        Part(reading.tweet.text, length_of(reading, limit), own)
        for reading, own in zip(plan.readings, checks, strict=True)
    ]


def _asked_of_each(goals: Mapping[str, Any]) -> list[tuple[str, bool]]:
    asked = [(name, True) for name in goals.get("require", ())] + [(name, False) for name in goals.get("avoid", ())]
    return asked if "fits" in dict(asked) else [*asked, ("fits", True)]


def _count(bounds: Mapping[str, int], count: int) -> Check:
    if count < bounds["min"]:
        return failed("count", "few", count=count, least=bounds["min"])
    if count > bounds["max"]:
        return failed("count", "many", count=count, most=bounds["max"])
    return Check(Verdict("count", True, True, 1.0, (), "criteria.count.met", {"count": count}), True, True)


def _own_words(
    exercise: Mapping[str, Any], submission: Mapping[str, Any], earlier: Sequence[Mapping[str, Any]]
) -> Check | None:
    """The failed check when a tweet is a model's or the brief, or when nothing has changed since a failed attempt."""
    models = [text for model in exercise["models"] for text in model["tweets"]]
    for reason, sources in (("model", models), ("prompt", brief_of(exercise)), ("criteria", [rubric_texts()])):
        if taken := where(copied(text, sources) for text in submission["tweets"]):
            return failed("own_words", f"{reason}_in_plan", tweets=listed(taken))
    if any(_same(exercise, report["submission"], submission) and not report["passed"] for report in earlier):
        return failed("own_words", "again")
    return None


def _same(exercise: Mapping[str, Any], one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two submissions are the same tweets in the same order, but for case, accents and signs."""
    pairs = zip_longest(one.get("tweets", ()), other["tweets"], fillvalue="")
    return limit_of(exercise, one) == limit_of(exercise, other) and all(same_words(*pair) for pair in pairs)


def _worth_seeing(
    required: Sequence[Verdict], verdicts: Mapping[str, Verdict], asked: Mapping[str, bool]
) -> Iterator[Check]:
    """What a tweet does that the verdicts on the plan rest on: what is good in it, and its faults where they cost the
    plan something."""
    names: dict[str, None] = {}
    for verdict in required:
        failing = verdict.sure and not verdict.met
        for name in FEED_CRITERIA[verdict.criterion].LOOKS_AT:
            if failing or not CRITERIA[name].fault:
                names[name] = None
    for name in names:
        if name not in asked and verdicts[name].sure and verdicts[name].met:
            yield Check(verdicts[name], not CRITERIA[name].fault, False)
