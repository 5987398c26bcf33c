"""At least three clearly different subjects, and none takes more than half of the tweets.

Article point P6: be eclectic; do not abuse one topic.

Cannot see: that two subjects without a word or theme in common belong together.
"""

from collections import Counter
from collections.abc import Iterator

from checker.criteria.base import Criterion
from checker.feed.plan import Explanation, Plan, listed, mean, steps
from checker.feed.topics import subjects

CRITERION = Criterion(id="eclectic", point="P6", supports=(), opposes=(), examples=())
LOOKS_AT: tuple[str, ...] = ()

_THRESHOLDS = (0.06, 0.1, 0.16, 0.24)


def measures(plan: Plan) -> Iterator[str]:
    """Number of subjects and share of the largest at several thresholds, and mean nearness in subject and wording. A
    theme that runs through all the tweets is no measure: it is the account's trade."""
    count = len(plan)
    for threshold in _THRESHOLDS:
        sizes = Counter(subjects(plan.vectors, threshold))
        yield from steps(f"subjects@{threshold:g}", len(sizes), (2, 3, 4, 5))
        yield from steps(f"largest@{threshold:g}", max(sizes.values()) / count, (0.34, 0.5001, 0.67, 0.8, 1))
    if plan.nearness:
        yield from steps("nearness", mean(plan.nearness), (0.02, 0.04, 0.06, 0.09, 0.12, 0.16, 0.2))
    yield from steps("wordings", mean(list(plan.overlaps.values()) or [0.0]), (0.1, 0.12, 0.14, 0.16, 0.18, 0.22))


def explain(plan: Plan, met: bool) -> Explanation:
    """The subject that takes most of the plan."""
    sizes = Counter(plan.subjects)
    subject, most = max(sizes.items(), key=lambda item: (item[1], -item[0]))
    same = tuple(index for index, number in enumerate(plan.subjects) if number == subject)
    if met or most < 2:
        return Explanation("met" if met else "missed", {}, ())
    return Explanation("abused", {"tweets": listed(same), "count": most, "total": len(plan)}, same)
