"""The same answers get the same report, byte for byte, on this Python and under Pyodide with the site's own bundle."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from checker.authoring import load_exercise
from checker.bridge import call
from publish.bundle import build
from tests.checker.conftest import HOSTILE

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    """The browser bundle, freshly delivered."""
    folder = tmp_path_factory.mktemp("runtime")
    build(folder, root=ROOT)
    return folder


def _requests():
    goals = {
        "require": ["conversation", "human_voice", "value"],
        "avoid": ["hard_sell", "promotional"],
        "watch": ["hook", "playful"],
    }
    free = {"id": "x/y", "kind": "write", "prompt": "Escribe", "goals": goals, "models": []}
    rows = [json.loads(line) for line in (ROOT / "corpus" / "tweets.jsonl").read_text(encoding="utf-8").splitlines()]
    for text in [row["text"] for row in rows[::10]] + list(HOSTILE.values()):
        yield {"do": "grade", "exercise": free, "submission": {"text": text}}
    for path in sorted((ROOT / "exercises").glob("*/*.yml")):
        exercise = load_exercise(path)
        source = yaml.safe_load(path.read_text(encoding="utf-8"))
        for answer in [*source.get("models", ()), *source["wrong"]]:
            submission = {"text": answer["text"]} if "text" in answer else {"answers": answer["answers"], "marks": []}
            yield {"do": "grade", "exercise": exercise, "submission": submission}


def test_same_report_under_pyodide(bundle):
    requests = [json.dumps(request) for request in _requests()]
    run = subprocess.run(
        [shutil.which("node"), str(Path(__file__).with_name("answer.mjs")), str(bundle)],
        input="\n".join(json.dumps(request) for request in requests) + "\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    answers = run.stdout.splitlines()
    assert len(answers) == len(requests)
    for request, answer in zip(requests, answers, strict=True):
        assert answer == call(request), request[:300]
