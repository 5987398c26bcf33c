"""need"""

from checker.criteria.base import Criterion

CRITERION = Criterion(
    id="need",
    point="P4",
    supports=(),
    opposes=(),
    examples=(),
)
