"""Grading: an exercise, a submission and the earlier reports in, a report out; plain JSON values throughout.

Report (version 1)::

    {"version": 1, "exercise": id, "submission": {...}, "passed": bool or null,
     "score": {"earned": n, "possible": m} or null,
     "summary": {"severity": s, "text": "..."},
     "verdicts": [{"criterion", "name", "wanted", "verdict", "ok", "severity",
                   "reason", "next_step", "hint", "evidence", "tweets", "about"}, ...],
     "length": {"weighted": n, "limit": n} or null,
     "plan": [{"text", "length", "verdicts"}, ...]}

``verdict`` is ``met``, ``missed`` or ``unsure``; an unsure one is always ``ok``. ``severity`` is ``essential`` (must be
mended), ``actionable`` (could be better), ``informative`` or ``celebratory``. ``evidence`` holds code-point spans of
the learner's text, ``tweets`` the indexes of the tweets that decide, ``about`` what the verdict is on (see
`checker.kinds.base.Check`). ``plan`` holds the tweets where there are several, with spans of their own. The score is the
number of ``ok`` verdicts among those that count: its parts are the list itself. Where there is nothing to pass,
``passed`` and ``score`` are null.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from checker.kinds import KINDS, Check
from checker.messages import has_message, message, texts

VERSION = 1

__all__ = ["VERSION", "SubmissionError", "grade"]


class SubmissionError(ValueError):
    """The submission has not the shape that the exercise's kind asks for; the message, in English, says what is
    wrong."""


def grade(
    exercise: Mapping[str, Any], submission: Mapping[str, Any], earlier: Sequence[Mapping[str, Any]] = ()
) -> dict[str, Any]:
    """Grade ``submission`` to ``exercise``.

    ``exercise``: the exercise as its YAML file says it, with its ``id``. ``submission``: what its kind asks for, as
    ``{"text": str}``. ``earlier``: the learner's reports on this exercise, oldest first. Raises `SubmissionError` when
    the submission is of another shape and `KeyError` for an unknown kind.
    """
    kind = KINDS[exercise["kind"]]
    if problem := kind.problem_of(exercise, submission):
        raise SubmissionError(problem)
    outcome = kind.assess(exercise, submission, earlier)
    guided = outcome.graded
    verdicts = [_entry(check, earlier, guided) for check in outcome.checks]
    counted = [entry for entry, check in zip(verdicts, outcome.checks, strict=True) if check.counts]
    passed = all(entry["ok"] for entry in counted)
    return {
        "version": VERSION,
        "exercise": exercise["id"],
        "submission": dict(submission),
        "passed": passed if guided else None,
        "score": {"earned": sum(entry["ok"] for entry in counted), "possible": len(counted)} if guided else None,
        "summary": _summary(exercise["kind"], passed, verdicts, earlier) if guided else _sight(len(outcome.plan)),
        "verdicts": verdicts,
        "length": outcome.length,
        "plan": [
            {
                "text": part.text,
                "length": part.length,
                "verdicts": [_entry(check, (), guided) for check in part.checks],
            }
            for part in outcome.plan
        ],
    }


def _entry(check: Check, earlier: Sequence[Mapping[str, Any]], guided: bool) -> dict[str, Any]:
    """A check as the report tells it; one that is not ``guided`` says what is seen, and gives no advice."""
    verdict, ok = check.verdict, check.ok
    guided = guided and check.about != "given"
    if not ok:
        severity = "essential" if check.counts else "informative"
    elif not verdict.sure:
        severity = "actionable"
    else:
        severity = "celebratory" if check.counts else "informative"
    reason = message(verdict.reason, **verdict.parameters)
    if not verdict.sure and guided:
        reason = message("verdict.unsure", reason=reason[:1].lower() + reason[1:])
    next_step = _next_step(check) if guided and not (ok and verdict.sure) else ""
    return {
        "criterion": verdict.criterion,
        "name": message(f"criteria.{verdict.criterion}.name"),
        "wanted": check.wanted,
        "verdict": verdict.status,
        "ok": ok,
        "severity": severity,
        "reason": reason,
        "next_step": next_step,
        "hint": _hint(verdict.criterion, earlier) if guided and not ok and check.about == "text" else "",
        "evidence": [list(span) for span in verdict.evidence],
        "tweets": list(verdict.tweets),
        "about": check.about,
    }


def _next_step(check: Check) -> str:
    """One concrete thing to try: the one that belongs to the reason, else the criterion's own."""
    verdict = check.verdict
    identifier = verdict.reason.rpartition(".")[0] + ".next"
    if ".cues." in verdict.reason and verdict.met != check.wanted and has_message(identifier):
        return message(identifier, **verdict.parameters)
    own = verdict.reason + "_next"
    if has_message(own):
        return message(own, **verdict.parameters)
    if check.about == "answer":
        return ""
    return message(f"criteria.{verdict.criterion}.{'seek' if check.wanted else 'avoid'}")


def _hint(criterion: str, earlier: Sequence[Mapping[str, Any]]) -> str:
    """A hint that grows more specific each time the same criterion has failed; nothing at the first failure."""
    failures = sum(
        1
        for report in earlier
        for entry in report.get("verdicts", ())
        if entry["criterion"] == criterion and not entry["ok"]
    )
    if not failures or not has_message(f"criteria.{criterion}.hints"):
        return ""
    ladder = texts(f"criteria.{criterion}.hints")
    return ladder[min(failures, len(ladder)) - 1]


def _sight(tweets: int) -> dict[str, str]:
    """The summary where there is nothing to pass, of one tweet or of a plan of so many."""
    text = message("summary.seen_plan", count=tweets) if tweets else message("summary.seen")
    return {"severity": "informative", "text": text}


def _summary(
    kind: str, passed: bool, verdicts: list[dict[str, Any]], earlier: Sequence[Mapping[str, Any]]
) -> dict[str, str]:
    failed = [entry for entry in verdicts if entry["severity"] == "essential"]
    unsure = [entry for entry in verdicts if entry["verdict"] == "unsure"]
    before = {entry["criterion"]: entry["ok"] for entry in earlier[-1].get("verdicts", ())} if earlier else {}
    mended = [
        entry
        for entry in verdicts
        if entry["ok"] and entry["verdict"] != "unsure" and before.get(entry["criterion"]) is False
    ]
    if passed:
        severity = "celebratory"
        own = f"summary.passed_{kind}"
        text = message("summary.passed_after_revision" if mended else own if has_message(own) else "summary.passed")
        if unsure:
            text += " " + message("summary.unsure")
    else:
        severity = "essential"
        pending = _stage("pending", failed[0])
        if mended:
            text = message("summary.progress", mended=_stage("mended", mended[0]), pending=pending)
        elif len(failed) == 1:
            text = message("summary.one_left", pending=pending)
        else:
            text = message("summary.several_left", pending=pending, count=len(failed))
        text = text[0].upper() + text[1:]
    return {"severity": severity, "text": text}


def _stage(stage: str, entry: Mapping[str, Any]) -> str:
    """The clause that says what was mended or what is pending, by what was wanted."""
    if entry["about"] == "answer":
        return message(f"answer.{stage}", name=entry["name"])
    criterion: str = entry["criterion"]
    side = "seek" if entry["wanted"] else "avoid"
    identifier = f"criteria.{criterion}.{stage}_{side}"
    return message(identifier if has_message(identifier) else f"summary.{stage}")
