"""The fitted weights and how they are summed: a small linear model per criterion, in plain Python.

The table ``data/weights.json`` is made by ``training/fit.py``: for each feature (`checker.features`) one small integer
per criterion (as a string, a character each), a scale and a bias per criterion, and the two probabilities between which
the checker says that it is not sure.
"""

import math
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from checker.data import load
from checker.features import Feature

ZERO = ord("P")
"""The character that stands for weight 0; the one after it for 1, the one before it for -1."""
MOST = 40
"""The greatest weight, so that all are written in printable ASCII."""

_ROUNDING = 4


class Push(NamedTuple):
    """How much a feature moved a criterion: ``amount`` in log-odds, positive towards met."""

    amount: float
    feature: Feature


class Estimate(NamedTuple):
    """Probability that a criterion is met, whether that is a sure verdict, and what moved it, strongest first."""

    probability: float
    met: bool
    sure: bool
    pushes: tuple[Push, ...]


@cache
def _table(kind: str) -> Any:
    return load("weights")[kind]


def estimate(kind: str, features: Sequence[Feature]) -> dict[str, Estimate]:
    """Estimates of all criteria of ``kind`` (``tweet`` or ``feed``) from ``features``.

    All sums are of integers, so that every Python gives the same verdicts; probabilities are rounded to four digits.
    """
    table = _table(kind)
    known: dict[str, str] = table["features"]
    estimates: dict[str, Estimate] = {}
    weighed = [(feature, known[feature.name]) for feature in features if feature.name in known]
    for index, criterion in enumerate(table["criteria"]):
        scale: float = table["scale"][index]
        total: int = table["bias"][index]
        pushes: list[tuple[int, Feature]] = []
        for feature, weights in weighed:
            if weight := ord(weights[index]) - ZERO:
                total += weight
                pushes.append((weight, feature))
        pushes.sort(key=lambda push: (-abs(push[0]), push[1].name))
        probability = round(1 / (1 + math.exp(-max(-30.0, min(30.0, total * scale)))), _ROUNDING)
        line: float = table["line"][index]
        low, high = table["unsure"][index]
        estimates[criterion] = Estimate(
            probability,
            probability >= line,
            not low <= probability < high,
            tuple(Push(weight * scale, feature) for weight, feature in pushes),
        )
    return estimates
