"""The account gives before it asks: at least two tweets that converse, help or share come before the first that
promotes.

Article point P2: fostering connections comes before any attempt at marketing. Missed when the plan opens with
promotion, or with a greeting and then promotion.

Cannot see: what the account published before this plan.
"""

import math
from collections.abc import Iterator

from checker.criteria.base import Criterion
from checker.feed.plan import Explanation, Plan, mean, steps, where

CRITERION = Criterion(id="bonds_first", point="P2", supports=(), opposes=(), examples=())
LOOKS_AT: tuple[str, ...] = ("promotional", "conversation", "value", "solution", "shares")

_GIVING = ("conversation", "value", "solution", "shares")


def measures(plan: Plan) -> Iterator[str]:
    """Promotion in the opening tweets, and how much is given before the first that promotes."""
    promotional = plan.probabilities("promotional")
    first = next((index for index, value in enumerate(promotional) if value >= 0.5), len(plan))
    giving = [max(values) for values in zip(*(plan.probabilities(name) for name in _GIVING), strict=True)]
    yield from steps("first", promotional[0], (0.2, 0.35, 0.5, 0.65, 0.8))
    yield from steps("opening", max(promotional[:2]), (0.2, 0.35, 0.5, 0.65, 0.8))
    yield from steps("before", first, (1, 2, 3, 4))
    yield from steps("given", sum(value >= 0.5 for value in giving[:first]), (1, 2, 3))
    yield from steps("giving", mean(giving[:2]), (0.3, 0.5, 0.7, 0.85))
    for count in (1, 2, 3):
        clear = math.prod(1 - value for value in promotional[:count])
        yield from steps(f"clear{count}", clear, (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9))
    if first == len(plan):
        yield "none"


def explain(plan: Plan, met: bool) -> Explanation:
    """What is given before the first promotion, or the promotion that comes too soon."""
    promoting = where(plan.met("promotional"))
    if met or not promoting:
        given = where(any(values) for values in zip(*(plan.met(name) for name in _GIVING), strict=True))
        early = tuple(index for index in given if not promoting or index < promoting[0])
        return Explanation("met" if met else "missed", {}, early if met else ())
    first = promoting[0]
    return Explanation("opens" if first == 0 else "early", {"tweet": first + 1}, (first,))
