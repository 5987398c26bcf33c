"""solution"""

from checker.criteria.base import Criterion

CRITERION = Criterion(
    id="solution",
    point="P4",
    supports=(),
    opposes=(),
    examples=(),
)
