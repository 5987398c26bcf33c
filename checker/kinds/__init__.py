"""Kinds of exercise: how a submission of each kind becomes a list of checks.

A kind is a module with the functions of `Kind`: two grade, two show the exercise on its page and two prove it to its
author. To add one: a module here, one in ``docs/assets/js/kinds/`` and an entry in ``exercises/schema.json``.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from checker.kinds import compare, diagnose, feed, free, order, reply, rewrite, write
from checker.kinds.base import Check, Flaw, Outcome, Shown
from checker.view import Tree

__all__ = ["KINDS", "Check", "Flaw", "Kind", "Outcome", "Shown"]


class Kind(Protocol):
    """What a module of this folder offers."""

    def problem_of(self, exercise: Mapping[str, Any], submission: Mapping[str, Any]) -> str:
        """What is wrong with the shape of ``submission``, in English; empty when nothing is."""

    def assess(
        self, exercise: Mapping[str, Any], submission: Mapping[str, Any], earlier: Sequence[Mapping[str, Any]]
    ) -> Outcome:
        """The checks of ``submission``, in the order in which they are shown."""

    def given(self, exercise: Mapping[str, Any]) -> list[Tree]:
        """What the page shows below the prompt: what the learner is to work on."""

    def answers(self, exercise: Mapping[str, Any]) -> list[Shown]:
        """The possible answers that the page shows to whoever opens them."""

    def flaws(self, exercise: Mapping[str, Any]) -> Iterable[Flaw]:
        """What is wrong with the exercise itself although it fits the schema; its sample answers are proved apart."""

    def sample(self, exercise: Mapping[str, Any], answer: Mapping[str, Any]) -> dict[str, Any]:
        """The submission that an author's sample answer, right or wrong, stands for."""


KINDS: dict[str, Kind] = {
    "compare": compare,
    "diagnose": diagnose,
    "feed": feed,
    "free": free,
    "order": order,
    "reply": reply,
    "rewrite": rewrite,
    "write": write,
}
