"""The same answers get the same report, byte for byte, on this Python and under Pyodide with the site's own bundle."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from checker.authoring import load_exercise
from checker.bridge import call
from checker.kinds import KINDS
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
    files = sorted((ROOT / "corpus" / "tweets").glob("*.jsonl"))
    rows = [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    for text in [row["text"] for row in rows[::10]] + list(HOSTILE.values()):
        yield {"do": "grade", "exercise": free, "submission": {"text": text}}
    week = yaml.safe_load((ROOT / "tests" / "cases" / "semana.yml").read_text(encoding="utf-8"))
    paths = sorted((ROOT / "exercises").glob("*/*.yml"))
    chairs = yaml.safe_load((ROOT / "tests" / "cases" / "orden.yml").read_text(encoding="utf-8"))
    for exercise in [*map(load_exercise, paths), {"id": "x/semana", **week}, {"id": "x/orden", **chairs}]:
        kind = KINDS[exercise["kind"]]
        for answer in [*exercise.get("models", ()), *exercise.get("wrong", ())]:
            yield {"do": "grade", "exercise": exercise, "submission": kind.sample(exercise, answer)}
    laboratory = {"id": "x/libre", "kind": "free", "prompt": "Pega"}
    for plan in [*(model["tweets"] for model in week["models"]), [text[:5000] for text in HOSTILE.values()]]:
        yield {"do": "grade", "exercise": laboratory, "submission": {"text": "\n---\n".join(plan), "limit": 140}}


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
