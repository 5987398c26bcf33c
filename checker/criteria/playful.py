"""playful"""

from checker.criteria.base import Criterion

CRITERION = Criterion(
    id="playful",
    point="P7",
    supports=(),
    opposes=(),
    examples=(),
)
