"""Kinds of exercise: how a submission of each kind becomes a list of checks.

A kind is a module with ``problem_of(submission) -> str`` (empty when the submission has the right shape) and
``assess(exercise, submission, earlier) -> Outcome``. To add one: a module here, one in ``docs/assets/js/kinds/`` and an
entry in ``exercises/schema.json``.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from checker.kinds import diagnose, rewrite, write
from checker.kinds.base import Check, Outcome

__all__ = ["KINDS", "Check", "Kind", "Outcome"]


class Kind(Protocol):
    """What a module of this folder offers."""

    def problem_of(self, submission: Mapping[str, Any]) -> str:
        """What is wrong with the shape of ``submission``, in English; empty when nothing is."""

    def assess(
        self, exercise: Mapping[str, Any], submission: Mapping[str, Any], earlier: Sequence[Mapping[str, Any]]
    ) -> Outcome:
        """The checks of ``submission``, in the order in which they are shown."""


KINDS: dict[str, Kind] = {"diagnose": diagnose, "rewrite": rewrite, "write": write}
