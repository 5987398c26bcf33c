"""Answers like ``checker.bridge``, and misbehaves on request."""

import json
import pkgutil


def call(request_json: str) -> str:
    """Answer one request.

    The text ``CUELGA`` never returns, ``REVIENTA`` raises, ``RECHAZA`` is refused, ``MALICIA`` gives a tree with a script;
    any other text passes when it asks a question, but in the laboratory nothing passes.
    """
    request = json.loads(request_json)
    if request["do"] != "grade":
        return json.dumps({"ok": False, "error": "No entiendo la petición."})
    words = json.loads((pkgutil.get_data(__package__, "words.json") or b"{}").decode())
    submission = request["submission"]
    text = submission.get("text", "") or "\n".join(submission.get("tweets", ()))
    while "CUELGA" in text:
        pass
    if "REVIENTA" in text:
        raise MemoryError("REVIENTA")
    if "RECHAZA" in text:
        return json.dumps({"ok": False, "error": "Escribe primero tu tuit."})
    graded = request["exercise"]["kind"] != "free"
    passed = "?" in text or submission.get("answers", {}).get("hard_sell") is True
    word = words["good"] if passed else words["bad"]
    report = {
        "version": 1,
        "exercise": request["exercise"]["id"],
        "submission": submission,
        "passed": passed if graded else None,
        "score": {"earned": int(passed), "possible": 1} if graded else None,
        "summary": {"severity": "celebratory" if passed else "actionable", "text": word},
        "verdicts": [],
        "length": {"weighted": len(text), "limit": 280},
    }
    answer = {"ok": True, "report": report, "view": view(report, text, len(request["earlier"]))}
    return json.dumps(answer, sort_keys=True)


def view(report: dict, text: str, earlier: int) -> list:
    """Return the tree of a report."""
    if "MALICIA" in text:
        return ["div", {}, ["script", {}, "alert(1)"]]
    passed = report["passed"]
    verdict = ["li", {"class": f"verdict verdict--{'ok' if passed else 'no'}"}]
    verdict.append(["h4", {"class": "verdict__name"}, "Conversa"])
    verdict.append(["p", {"class": "verdict__reason"}, report["summary"]["text"]])
    return [
        "section",
        {"class": "report", "data-earlier": str(earlier)},
        ["p", {"class": "report__summary"}, report["summary"]["text"]],
        ["blockquote", {"class": "tweet__text"}, text],
        ["ul", {"class": "verdicts"}, verdict],
    ]
