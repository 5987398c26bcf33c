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
    """The whole of a report: summary, the learner's text with its evidence marked, the verdicts and, of a plan, its
    tweets one by one."""
    summary, score = report["summary"], report["score"]
    children: list[Tree] = [
        ["p", {"class": f"report__summary report__summary--{summary['severity']}"}, summary["text"]]
    ]
    if score is not None:
        children.append(["p", {"class": "report__score"}, message("view.score", **score)])
    text = report["submission"].get("text")
    marks = _marks(report["verdicts"])
    if text is not None and marks:
        children.append(
            ["figure", {"class": "tweet tweet--own"}, _figcaption("view.your_text"), marked_text(text, marks)]
        )
    item = _seen_item if score is None else _verdict_item
    children.append(["ul", {"class": "verdicts"}, *(item(entry) for entry in report["verdicts"])])
    if report["plan"]:
        children += _seen_plan(report["plan"]) if score is None else _graded_plan(report["plan"])
    state = {True: "passed", False: "open", None: "seen"}[report["passed"]]
    return ["section", {"class": f"report report--{state}"}, *children]


def plan_card(author: str, tweets: Sequence[str]) -> Tree:
    """A sample plan: its author and its tweets in order."""
    items: list[Tree] = [["li", {}, ["p", {"class": "tweet__text"}, text]] for text in tweets]
    return ["figure", {"class": "tweet plan"}, ["figcaption", {"class": "tweet__author"}, author], ["ol", {}, *items]]


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
    caption: list[Tree] = [["figcaption", {"class": "tweet__author"}, author]] if author else []
    children: list[Tree] = [*caption, marked_text(text, marks)]
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


def _figcaption(identifier: str, **parameters: object) -> Tree:
    return ["figcaption", {"class": "tweet__author"}, message(identifier, **parameters)]


def _marks(entries: Iterable[Mapping[str, Any]]) -> list[tuple[int, int, str, str]]:
    """The evidence of the verdicts of a report, for `marked_text`."""
    return [
        (start, end, "for" if entry["ok"] else "against", entry["name"])
        for entry in entries
        for start, end in entry["evidence"]
    ]


def _graded_plan(plan: Sequence[Mapping[str, Any]]) -> list[Tree]:
    """The tweets of a graded plan: each with its evidence marked, and what is to be mended in it."""
    figures = []
    for number, part in enumerate(plan, 1):
        items = [
            _seen_item(entry) if entry["about"] == "given" else _verdict_item(entry)
            for entry in part["verdicts"]
            if entry["about"] == "given" or entry["severity"] == "essential" or entry["verdict"] == "unsure"
        ]
        figures.append(_part(number, part, ["ul", {"class": "verdicts"}, *items] if items else ""))
    return [["h4", {}, message("view.your_plan")], *figures]


def _seen_plan(plan: Sequence[Mapping[str, Any]]) -> list[Tree]:
    """The tweets of a plan in the laboratory: a table of all criteria, and each tweet with the reasons at hand."""
    figures = []
    for number, part in enumerate(plan, 1):
        items = [_seen_item(entry) for entry in part["verdicts"]]
        reasons: Tree = ["details", {}, ["summary", {}, message("view.reasons")], ["ul", {"class": "verdicts"}, *items]]
        figures.append(_part(number, part, reasons))
    return [["h4", {}, message("view.your_plan")], _table(plan), *figures]


def _part(number: int, part: Mapping[str, Any], below: Tree) -> Tree:
    caption = _figcaption("view.your_tweet", number=number, **part["length"])
    return [
        "figure",
        {"class": "tweet tweet--own"},
        caption,
        marked_text(part["text"], _marks(part["verdicts"])),
        below,
    ]


def _table(plan: Sequence[Mapping[str, Any]]) -> Tree:
    """Criteria down, tweets across; wide ones scroll by themselves, also with the keyboard."""
    title = message("view.table")
    head: list[Tree] = [
        ["th", {"scope": "col", "aria-label": message("view.table_tweet", number=number)}, str(number)]
        for number in range(1, len(plan) + 1)
    ]
    rows: list[Tree] = [
        ["tr", {}, ["th", {"scope": "row"}, entries[0]["name"]], *map(_cell, entries)]
        for entries in zip(*(part["verdicts"] for part in plan), strict=True)
    ]
    return [
        "div",
        {"class": "matrix", "role": "region", "tabindex": "0", "aria-label": title},
        [
            "table",
            {"class": "matrix__table"},
            ["thead", {}, ["tr", {}, ["th", {"scope": "col"}, message("view.table_criterion")], *head]],
            ["tbody", {}, *rows],
        ],
    ]


def _cell(entry: Mapping[str, Any]) -> Tree:
    """A verdict in one sign, said in words to who cannot see it."""
    verdict = entry["verdict"]
    state = "ok" if entry["ok"] else "no"
    sign = {"met": "●", "missed": "–", "unsure": "?"}[verdict]
    return [
        "td",
        {"class": f"matrix__{verdict} matrix__{verdict}--{state}"},
        ["span", {"aria-hidden": "true"}, sign],
        ["span", {"class": "visually-hidden"}, message(f"view.sample_{verdict}")],
    ]


def _seen_item(entry: Mapping[str, Any]) -> Tree:
    """A verdict that is only told: whether it is so, for or against the tweet."""
    state = "unsure" if entry["verdict"] == "unsure" else "ok" if entry["ok"] else "no"
    if entry["verdict"] == "missed":
        state = "note"
    label = message(f"view.sample_{entry['verdict']}")
    return _item(state, entry["name"], label, [["p", {"class": "verdict__reason"}, entry["reason"]]])


def _verdict_item(entry: Mapping[str, Any]) -> Tree:
    state = "unsure" if entry["verdict"] == "unsure" else "ok" if entry["ok"] else "no"
    if state == "no" and entry["severity"] == "informative":
        state = "note"
    asked = "answer" if entry["about"] == "answer" else "seek" if entry["wanted"] else "avoid"
    label = message(f"view.{state}_{asked}")
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
