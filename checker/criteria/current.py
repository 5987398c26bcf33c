"""current"""

from checker.criteria.base import Criterion

CRITERION = Criterion(
    id="current",
    point="P6",
    supports=(),
    opposes=(),
    examples=(),
)
