"""The fitted weights and how they are summed: a small linear model per criterion, in plain Python, and what the criteria
then say of one another.

The table ``data/weights.json`` is made by ``training/fit.py``: for each feature (`checker.features`) one small integer
per criterion (as a string, a character each) and a bias per criterion; for each criterion, how much the total of each
counts, as it is and within bounds; and the two probabilities between which the checker says that it is not sure.
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
    """How much a feature moved a criterion by its own weight: ``amount`` in log-odds, positive towards met."""

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

    The weights are integers and the rest is added up in a fixed order, so that every Python gives the same verdicts;
    probabilities are rounded to four digits.
    """
    table = _table(kind)
    known: dict[str, str] = table["features"]
    criteria: list[str] = table["criteria"]
    totals: list[int] = list(table["bias"])
    pushes: list[list[tuple[int, Feature]]] = [[] for _ in criteria]
    for feature in features:
        for index, letter in enumerate(known.get(feature.name, "")):
            if weight := ord(letter) - ZERO:
                totals[index] += weight
                pushes[index].append((weight, feature))
    bound: int = table["bound"]
    within = [max(-bound, min(bound, total)) for total in totals]
    estimates: dict[str, Estimate] = {}
    for index, criterion in enumerate(criteria):
        linear, bounded = table["linear"][index], table["bounded"][index]
        score: float = table["shift"][index]
        for number, total in enumerate(totals):
            score += linear[number] * total + bounded[number] * within[number]
        probability = round(1 / (1 + math.exp(-max(-30.0, min(30.0, score)))), _ROUNDING)
        low, high = table["unsure"][index]
        scale = linear[index] + bounded[index]
        pushes[index].sort(key=lambda push: (-abs(push[0]), push[1].name))
        estimates[criterion] = Estimate(
            probability,
            probability >= table["line"][index],
            not low <= probability < high,
            tuple(Push(weight * scale, feature) for weight, feature in pushes[index]),
        )
    return estimates
