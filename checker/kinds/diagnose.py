"""``diagnose``: which criteria does a given tweet meet, and which words show it?"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checker.criteria import read
from checker.criteria.base import Verdict
from checker.kinds.base import Check, Flaw, Outcome, Shown
from checker.messages import message
from checker.view import Tree, markable_tweet

_MOST_MARKED = 0.6


def problem_of(exercise: Mapping[str, Any], submission: Mapping[str, Any]) -> str:
    """What is wrong with the shape of ``submission``; empty when nothing is."""
    answers, marks = submission.get("answers"), submission.get("marks", [])
    if not isinstance(answers, dict) or not all(isinstance(value, bool) for value in answers.values()):
        return 'a submission like {"answers": {"criterion": true}, "marks": [[start, end]]} is expected'
    if not isinstance(marks, list) or not all(
        isinstance(mark, list) and len(mark) == 2 and all(isinstance(end, int) for end in mark) for mark in marks
    ):
        return '"marks" must be a list of [start, end] pairs'
    return ""


def assess(exercise: Mapping[str, Any], submission: Mapping[str, Any], earlier: Sequence[Mapping[str, Any]]) -> Outcome:
    """Check each question's answer against the author's, and that the marked words are among those that show it."""
    text = exercise["tweet"]["text"]
    verdicts = read(text).verdicts
    checks = []
    for question in exercise["questions"]:
        criterion, truth = question["criterion"], question["answer"]
        answer = submission["answers"].get(criterion)
        told = "open" if answer is None else "right" if answer == truth else "wrong"
        reading = verdicts[criterion]
        evidence = reading.evidence if reading.met == truth else ()
        reason = f"diagnose.{told}_{'met' if truth else 'missed'}"
        verdict = Verdict(criterion, answer == truth, True, 1.0, evidence, reason, {"why": question["why"]})
        checks.append(Check(verdict, True, True, "answer"))
    expected = [_find(text, words) for question in exercise["questions"] for words in question.get("marks", ())]
    if expected:
        checks.append(_marks_check(text, expected, submission.get("marks", [])))
    return Outcome(checks, None)


def given(exercise: Mapping[str, Any]) -> list[Tree]:
    """The tweet, its words ready to be marked, and the questions."""
    questions = [["li", {}, question["ask"]] for question in exercise["questions"]]
    tweet = markable_tweet(exercise["tweet"]["author"], exercise["tweet"]["text"])
    return [tweet, ["ol", {"class": "exercise__questions"}, *questions]]


def answers(exercise: Mapping[str, Any]) -> list[Shown]:
    """Each question with its answer and the reason."""
    shown = []
    for question in exercise["questions"]:
        answer = message("view.yes" if question["answer"] else "view.no")
        told: Tree = ["p", {}, ["strong", {}, f"{question['ask']} {answer}."], " ", question["why"]]
        shown.append(Shown(told, ""))
    return shown


def flaws(exercise: Mapping[str, Any]) -> Iterator[Flaw]:
    """Questions that the checker answers otherwise, and marks that are not in the tweet."""
    text = exercise["tweet"]["text"]
    verdicts = read(text).verdicts
    for index, question in enumerate(exercise["questions"]):
        verdict = verdicts[question["criterion"]]
        if verdict.sure and verdict.met != question["answer"]:
            problem = (
                f"the checker reads '{question['criterion']}' otherwise ({verdict.status}); choose a clearer tweet"
            )
            yield Flaw(["questions", index], problem)
    for part in ("questions", "wrong"):
        for index, entry in enumerate(exercise[part]):
            for words in entry.get("marks", ()):
                if words not in text:
                    yield Flaw([part, index], f"the words '{words}' of 'marks' are not in the tweet; copy them exactly")


def sample(exercise: Mapping[str, Any], answer: Mapping[str, Any]) -> dict[str, Any]:
    """The submission of a sample answer: the words of its ``marks`` become code-point offsets."""
    marks = [list(_find(exercise["tweet"]["text"], words)) for words in answer.get("marks", ())]
    return {"answers": answer["answers"], "marks": marks}


def _find(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def _marks_check(text: str, expected: list[tuple[int, int]], marks: list[list[int]]) -> Check:
    """Right when every expected stretch is touched and not most of the text is marked."""
    touched = [any(start < last and first < end for first, last in marks) for start, end in expected]
    marked = sum(last - first for first, last in marks)
    if not marks:
        reason, met = "empty", False
    elif marked > _MOST_MARKED * len(text):
        reason, met = "too_much", False
    elif all(touched):
        reason, met = "met", True
    elif any(touched):
        reason, met = "some", False
    else:
        reason, met = "elsewhere", False
    spans = tuple(expected)
    return Check(Verdict("evidence", met, True, 1.0, spans, f"criteria.evidence.{reason}", {}), True, True)
