"""The shape of a criterion: what each file of this folder declares."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Example(NamedTuple):
    """A text and whether it meets the criterion. ``text`` marks the words that decide with ``[[…]]``; an example
    without a mark is decided by what is not there."""

    text: str
    met: bool


@dataclass(frozen=True)
class Criterion:
    """One criterion of the rubric.

    ``id``: as in the rubric. ``point``: the article's point, ``P1`` to ``P8``. ``supports`` and ``opposes``: the cues
    that a reason may name when the criterion is met or missed, the most telling first; each has its message under
    ``[criteria.<id>.cues]`` in ``data/messages.toml``. ``examples``: right and wrong. ``fault``: meeting it counts
    against a tweet. ``opening``: only what stands at the beginning of a tweet is shown as evidence.
    """

    id: str
    point: str
    supports: tuple[str, ...]
    opposes: tuple[str, ...]
    examples: tuple[Example, ...] = field(repr=False)
    fault: bool = False
    opening: bool = False


class Verdict(NamedTuple):
    """What the checker says of one criterion: ``met`` is its best guess, ``sure`` whether it stands by it.

    ``evidence``: code-point spans of the text, few and in order. ``reason``: id of the message that tells why,
    ``parameters`` what it fills in. ``tweets``: of a plan, the indexes of the tweets that decide.
    """

    criterion: str
    met: bool
    sure: bool
    probability: float
    evidence: tuple[tuple[int, int], ...]
    reason: str
    parameters: Mapping[str, object]
    tweets: tuple[int, ...] = ()

    @property
    def status(self) -> str:
        """``met``, ``missed`` or ``unsure``."""
        if not self.sure:
            return "unsure"
        return "met" if self.met else "missed"
