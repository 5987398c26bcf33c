"""``order``: given tweets put in the order in which they are to be published."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checker.criteria import CRITERIA
from checker.criteria.base import Verdict
from checker.feed import FEED_CRITERIA, Plan, read_plan
from checker.kinds.base import Check, Flaw, Outcome, Part, Shown, length_of
from checker.text import LIMIT
from checker.view import Tree, plan_card


def problem_of(exercise: Mapping[str, Any], submission: Mapping[str, Any]) -> str:
    """What is wrong with the shape of ``submission``; empty when nothing is."""
    order, count = submission.get("order"), len(exercise["tweets"])
    known = isinstance(order, list) and all(isinstance(index, int) and not isinstance(index, bool) for index in order)
    if not known or sorted(submission["order"]) != list(range(count)):
        return f'a submission like {{"order": [1, 0]}} is expected, with each number from 0 to {count - 1} once'
    return ""


def assess(exercise: Mapping[str, Any], submission: Mapping[str, Any], earlier: Sequence[Mapping[str, Any]]) -> Outcome:
    """Check the ordered plan against the criteria of plans that the exercise asks for; no order is right by itself."""
    plan = Plan(_ordered(exercise, submission["order"]))
    judged = read_plan(plan)
    goals = exercise["goals"]
    checks = [Check(judged[name], True, True) for name in goals["require"]]
    seen = dict.fromkeys(name for goal in goals["require"] for name in FEED_CRITERIA[goal].LOOKS_AT)
    parts = [
        Part(reading.tweet.text, length_of(reading, LIMIT), list(_seen(seen, reading.verdicts)))
        for reading in plan.readings
    ]
    return Outcome(checks, None, parts)


def given(exercise: Mapping[str, Any]) -> list[Tree]:
    """The tweets in the order that is to be changed."""
    return [plan_card(exercise["author"], exercise["tweets"])]


def answers(exercise: Mapping[str, Any]) -> list[Shown]:
    """The model orders."""
    return [
        Shown(plan_card(model["by"], _ordered(exercise, model["order"])), model["why"]) for model in exercise["models"]
    ]


def flaws(exercise: Mapping[str, Any]) -> Iterator[Flaw]:
    """Tweets that need no ordering, and sample orders that are none."""
    for part in ("models", "wrong"):
        for index, entry in enumerate(exercise[part]):
            if problem := problem_of(exercise, sample(exercise, entry)):
                yield Flaw([part, index], problem)
    if assess(exercise, {"order": list(range(len(exercise["tweets"])))}, ()).passed:
        yield Flaw(["tweets"], "the given order passes as it is; shuffle the tweets or ask for more in 'goals'")


def sample(exercise: Mapping[str, Any], answer: Mapping[str, Any]) -> dict[str, Any]:
    """The submission of a sample order."""
    return {"order": answer["order"]}


def _ordered(exercise: Mapping[str, Any], order: Sequence[int]) -> list[str]:
    return [exercise["tweets"][index] for index in order]


def _seen(names: Mapping[str, None], verdicts: Mapping[str, Verdict]) -> Iterator[Check]:
    """What a tweet does that the verdicts on the plan rest on."""
    for name in names:
        if verdicts[name].sure and verdicts[name].met:
            yield Check(verdicts[name], not CRITERIA[name].fault, False, "given")
