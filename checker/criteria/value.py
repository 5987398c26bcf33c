"""value"""

from checker.criteria.base import Criterion

CRITERION = Criterion(
    id="value",
    point="P5",
    supports=(),
    opposes=(),
    examples=(),
)
