"""Every tweet adds something that the others did not say.

Article point P6: always something new to comment and, above all, to share. Missed when a tweet repeats another, even in
other words.

Cannot see: a repetition that shares no word and no theme with what it repeats.
"""

from collections.abc import Iterator

from checker.criteria.base import Criterion
from checker.feed.plan import Explanation, Plan, listed, mean, steps

CRITERION = Criterion(id="something_new", point="P6", supports=(), opposes=(), examples=())
LOOKS_AT: tuple[str, ...] = ()


def measures(plan: Plan) -> Iterator[str]:
    """The nearest pairs of tweets in subject, in wording and in both, by themselves and against the rest of the plan, and
    how many tweets promote."""
    near = plan.nearness or [0.0]
    yield from steps("nearest", near[0], (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6))
    yield from steps("second", near[min(1, len(near) - 1)], (0.1, 0.15, 0.2, 0.25, 0.3, 0.4))
    yield from steps("above", near[0] - mean(near), (0.1, 0.15, 0.2, 0.3, 0.4))
    shared = sorted(plan.overlaps.values(), reverse=True) or [0.0]
    yield from steps("wording", shared[0], (0.15, 0.17, 0.19, 0.21, 0.23, 0.26, 0.3, 0.35, 0.4, 0.5))
    yield from steps("wording2", shared[min(1, len(shared) - 1)], (0.15, 0.18, 0.21, 0.25, 0.3))
    yield from steps("wordings", mean(shared), (0.12, 0.15, 0.18, 0.22))
    pairs = [(plan.similarities[pair], wording) for pair, wording in plan.overlaps.items()] or [(0.0, 0.0)]
    yield from steps("both", max(same * wording for same, wording in pairs), (0.02, 0.04, 0.06, 0.08, 0.12, 0.16))
    sums = [same + 2 * wording for same, wording in pairs]
    yield from steps("sum", max(sums), (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1))
    yield from steps("gap", max(sums) - mean(sums), (0.2, 0.3, 0.4, 0.5, 0.6))
    yield from steps("promotions", sum(plan.met("promotional")), (1, 2, 3))
    yield from steps("mean", mean(near), (0.04, 0.08, 0.12, 0.16))


def explain(plan: Plan, met: bool) -> Explanation:
    """The two tweets that say nearest the same."""
    if met or len(plan) < 2:
        return Explanation("met" if met else "missed", {}, ())
    pair = max(plan.overlaps, key=lambda two: plan.overlaps[two])
    return Explanation("repeats", {"tweets": listed(pair)}, pair)
