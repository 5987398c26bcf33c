"""The walls between the rooms: what the checker may import, and what it offers."""

import ast
import sys
from pathlib import Path

import checker

ROOT = Path(__file__).parents[1]
AUTHORING = {"authoring.py", "__main__.py"}


def _imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def test_the_checker_imports_only_itself_and_the_standard_library():
    for path in (ROOT / "checker").rglob("*.py"):
        if path.name not in AUTHORING:
            foreign = set(_imports(path)) - set(sys.stdlib_module_names) - {"checker"}
            assert not foreign, path


def test_publish_does_not_import_training_or_tests():
    for path in (ROOT / "publish").rglob("*.py"):
        assert not {"training", "tests"} & set(_imports(path)), path


def test_public_names():
    assert checker.__all__ == ["SubmissionError", "grade", "judge_feed", "judge_tweet"]
    for name in checker.__all__:
        assert getattr(checker, name).__doc__
