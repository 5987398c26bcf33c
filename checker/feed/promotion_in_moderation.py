"""At most one tweet in four promotes, and none is a hard sell.

Article points P2 and P3: promotion comes seldom, and so that it is not felt as such.

Cannot see: promotion that only someone who knows the account would recognise.
"""

from collections.abc import Iterator

from checker.criteria.base import Criterion
from checker.feed.plan import Explanation, Plan, listed, mean, steps, where

CRITERION = Criterion(id="promotion_in_moderation", point="P2", supports=(), opposes=(), examples=())
LOOKS_AT: tuple[str, ...] = ("promotional", "hard_sell")


def measures(plan: Plan) -> Iterator[str]:
    """Share of promotional tweets, as best guesses and as expected, and the strongest signs of a hard sell."""
    promotional = plan.probabilities("promotional")
    hard = sorted(plan.probabilities("hard_sell"), reverse=True)
    yield from steps("share", mean([float(value >= 0.5) for value in promotional]), (0.01, 0.2, 0.2501, 0.34, 0.5))
    yield from steps("expected", mean(promotional), (0.1, 0.15, 0.2, 0.25, 0.3, 0.4))
    yield from steps("hardest", hard[0], (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75, 0.9))
    yield from steps("hard", sum(value >= 0.5 for value in hard), (1, 2))


def counted(plan: Plan) -> bool:
    """Whether the plan is in moderation by counting the best guesses on its tweets."""
    return 4 * sum(plan.met("promotional")) <= len(plan) and not any(plan.met("hard_sell"))


def explain(plan: Plan, met: bool) -> Explanation:
    """The tweets that sell hard, or all that promote."""
    hard, promoting = where(plan.met("hard_sell")), where(plan.met("promotional"))
    if met:
        return Explanation("met", {}, promoting)
    if hard:
        return Explanation("hard", {"tweets": listed(hard)}, hard)
    return Explanation("many", {"count": len(promoting), "total": len(plan), "tweets": listed(promoting)}, promoting)
