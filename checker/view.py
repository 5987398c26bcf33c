"""How reports and tweets look, as trees of elements that know nothing of where they are shown.

A tree is a text or a list ``[tag, {attribute: value}, child, ...]``. The site's generator writes trees as HTML and the
browser builds them as nodes, so that a verdict looks the same in a lesson and under an exercise. A learner's text is
only ever a text child.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from checker.criteria import CRITERIA, read
from checker.criteria.base import Verdict
from checker.messages import message
from checker.text import read_tweet

Tree = str | list[Any]

_ICONS = {"ok": "✓", "no": "✗", "unsure": "?", "note": "•"}


def report_view(report: Mapping[str, Any]) -> Tree:
    """The whole of a report: summary, the learner's text with its evidence marked, and the verdicts."""
    summary, score = report["summary"], report["score"]
    children: list[Tree] = [
        ["p", {"class": f"report__summary report__summary--{summary['severity']}"}, summary["text"]],
        ["p", {"class": "report__score"}, message("view.score", **score)],
    ]
    text = report["submission"].get("text")
    marks = [
        (start, end, "for" if entry["ok"] else "against", entry["name"])
        for entry in report["verdicts"]
        for start, end in entry["evidence"]
    ]
    if text is not None and marks:
        children.append(
            ["figure", {"class": "tweet tweet--own"}, _figcaption("view.your_text"), marked_text(text, marks)]
        )
    items = [_verdict_item(entry) for entry in report["verdicts"]]
    children.append(["ul", {"class": "verdicts"}, *items])
    state = "passed" if report["passed"] else "open"
    return ["section", {"class": f"report report--{state}"}, *children]


def tweet_card(author: str, text: str, criteria: Sequence[str] = ()) -> Tree:
    """A sample tweet with its author and, for each of ``criteria``, the checker's verdict with its evidence marked.

    Raises `KeyError` for an unknown criterion.
    """
    verdicts = read(text).verdicts if criteria else {}
    chosen = [verdicts[name] for name in criteria]
    marks = [
        (start, end, "against" if _is_fault(verdict) else "for", message(f"criteria.{verdict.criterion}.name"))
        for verdict in chosen
        for start, end in verdict.evidence
    ]
    children: list[Tree] = [["figcaption", {"class": "tweet__author"}, author], marked_text(text, marks)]
    if chosen:
        children.append(["ul", {"class": "verdicts"}, *(_sample_item(verdict) for verdict in chosen)])
    return ["figure", {"class": "tweet"}, *children]


def markable_tweet(author: str, text: str) -> Tree:
    """A given tweet whose words can be marked: each is a ``span.word`` with its offsets in code points."""
    children: list[Tree] = []
    position = 0
    for token in read_tweet(text).tokens:
        if token.kind in ("punct", "line"):
            continue
        if position < token.start:
            children.append(text[position : token.start])
        offsets = {"class": "word", "data-start": str(token.start), "data-end": str(token.end)}
        children.append(["span", offsets, token.text])
        position = token.end
    if position < len(text):
        children.append(text[position:])
    caption: Tree = ["figcaption", {"class": "tweet__author"}, author]
    return ["figure", {"class": "tweet"}, caption, ["p", {"class": "tweet__text"}, *children]]


def marked_text(text: str, marks: Iterable[tuple[int, int, str, str]]) -> Tree:
    """``text`` with stretches marked: ``(start, end, "for" or "against", what it shows)``. Where marks overlap the text
    is cut at their ends and each piece says all that it shows."""
    known = sorted(set(marks))
    cuts = sorted({0, len(text), *(end for mark in known for end in mark[:2])})
    children: list[Tree] = []
    for start, end in pairwise(cuts):
        covering = [mark for mark in known if mark[0] <= start and end <= mark[1]]
        if not covering:
            children.append(text[start:end])
            continue
        side = "against" if any(mark[2] == "against" for mark in covering) else "for"
        label = " · ".join(dict.fromkeys(mark[3] for mark in covering))
        children.append(["mark", {"class": f"mark mark--{side}", "title": label}, text[start:end]])
    return ["p", {"class": "tweet__text"}, *children]


def _figcaption(identifier: str) -> Tree:
    return ["figcaption", {"class": "tweet__author"}, message(identifier)]


def _verdict_item(entry: Mapping[str, Any]) -> Tree:
    state = "unsure" if entry["verdict"] == "unsure" else "ok" if entry["ok"] else "no"
    if state == "no" and entry["severity"] == "informative":
        state = "note"
    label = message(f"view.{state}_{'seek' if entry['wanted'] else 'avoid'}")
    body: list[Tree] = [["p", {"class": "verdict__reason"}, entry["reason"]]]
    if entry["next_step"]:
        body.append(["p", {"class": "verdict__next"}, entry["next_step"]])
    if entry["hint"]:
        body.append(["p", {"class": "verdict__hint"}, message("view.hint", hint=entry["hint"])])
    return _item(state, entry["name"], label, body)


def _sample_item(verdict: Verdict) -> Tree:
    name = message(f"criteria.{verdict.criterion}.name")
    reason = message(verdict.reason, **verdict.parameters)
    state = "unsure" if not verdict.sure else "no" if _is_fault(verdict) else "ok"
    label = message(f"view.sample_{'unsure' if not verdict.sure else 'met' if verdict.met else 'missed'}")
    return _item(state, name, label, [["p", {"class": "verdict__reason"}, reason]])


def _item(state: str, name: str, label: str, body: list[Tree]) -> Tree:
    return [
        "li",
        {"class": f"verdict verdict--{state}"},
        ["span", {"class": "verdict__icon", "aria-hidden": "true"}, _ICONS[state]],
        [
            "div",
            {"class": "verdict__body"},
            ["p", {"class": "verdict__name"}, ["strong", {}, name], " ", ["span", {"class": "verdict__label"}, label]],
            *body,
        ],
    ]


def _is_fault(verdict: Verdict) -> bool:
    """Whether a careful reader would count the verdict against the tweet."""
    return verdict.met == CRITERIA[verdict.criterion].fault
