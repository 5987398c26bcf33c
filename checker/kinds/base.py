"""What all kinds of exercise share: checks, outcomes, and the detection of copied answers."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from checker.criteria.base import Verdict
from checker.text import fold

_WORD = re.compile(r"[^\W_]+")
_SAME = 0.8
_SHINGLE = 3


class Check(NamedTuple):
    """A verdict and what the exercise wants of it. ``counts``: whether it takes part in the score and in passing."""

    verdict: Verdict
    wanted: bool
    counts: bool


class Outcome(NamedTuple):
    """The checks of a submission and, for a written one, its length: ``{"weighted": n, "limit": n}``."""

    checks: list[Check]
    length: dict[str, int] | None


def problem_of_text(submission: Mapping[str, Any]) -> str:
    """The shape that written kinds ask for: ``{"text": str}``."""
    return "" if isinstance(submission.get("text"), str) else 'a submission like {"text": "..."} is expected'


def failed(criterion: str, reason: str, **parameters: object) -> Check:
    """A check of the exercise itself (not of the rubric) that the submission fails."""
    return Check(Verdict(criterion, False, True, 0.0, (), f"criteria.{criterion}.{reason}", parameters), True, True)


def copied(text: str, sources: Iterable[str]) -> bool:
    """Whether ``text`` is one of ``sources`` or nearly so: 80 % of its three-word runs stand there."""
    words = _WORD.findall(fold(text))
    if not words:
        return False
    own = _shingles(words)
    for source in sources:
        theirs = _shingles(_WORD.findall(fold(source)))
        if len(own & theirs) >= _SAME * len(own):
            return True
    return False


def _shingles(words: Sequence[str]) -> set[tuple[str, ...]]:
    size = min(_SHINGLE, len(words))
    return {tuple(words[index : index + size]) for index in range(len(words) - size + 1)}
