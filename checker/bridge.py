"""The one door between the browser and the checker: JSON in, JSON out, and no exception gets through."""

import json
from collections.abc import Mapping
from typing import Any

from checker.criteria import read
from checker.grading import grade
from checker.messages import message
from checker.view import report_view


def call(request: str) -> str:
    """Answer a request of the browser.

    ``{"do": "grade", "exercise": {...}, "submission": {...}, "earlier": [reports]}`` gives ``{"ok": true, "report":
    {...}, "view": tree}``. Whatever goes wrong gives ``{"ok": false, "error": text for the learner, "detail": for the
    developer}``.
    """
    try:
        answer = _answer(json.loads(request))
    except Exception as error:  # noqa: BLE001 - A learner must never see a traceback, nor lose the page.
        answer = {"ok": False, "error": message("errors.cannot_grade"), "detail": f"{type(error).__name__}: {error}"}
    return json.dumps(answer, ensure_ascii=True, sort_keys=True)


def _answer(request: Mapping[str, Any]) -> dict[str, Any]:
    if request["do"] == "warm":
        _ = read("¿Listo?").verdicts
        return {"ok": True}
    if request["do"] != "grade":
        raise ValueError(f"unknown request {request['do']!r}")
    report = grade(request["exercise"], request["submission"], request.get("earlier", ()))
    return {"ok": True, "report": report, "view": report_view(report)}
