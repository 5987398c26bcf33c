"""hook"""

from checker.criteria.base import Criterion

CRITERION = Criterion(
    id="hook",
    point="P6",
    supports=(),
    opposes=(),
    examples=(),
)
