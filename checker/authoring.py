"""For authors: exercises read from YAML and proved right before anyone meets them. Not part of what the browser
loads."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from checker.grading import grade
from checker.kinds import KINDS, Flaw
from checker.kinds.base import PLACEHOLDER


class ExerciseError(ValueError):
    """Something an author must mend: ``path`` and ``line`` (1-based) say where, the message what and how."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(f"{path}:{line}: {problem}")
        self.path = path
        self.line = line
        self.problem = problem


@cache
def _schema(folder: Path) -> Any:
    return json.loads((folder / "schema.json").read_text(encoding="utf-8"))


def exercise_id(path: Path) -> str:
    """``<folder>/<file name without ending>``, as lessons name the exercise."""
    return f"{path.parent.name}/{path.stem}"


def load_exercise(path: Path) -> dict[str, Any]:
    """The exercise of a YAML file, checked against ``schema.json`` of the folder above, with its ``id`` added.

    Raises `ExerciseError` when the file cannot be read, is not YAML, or does not fit the schema.
    """
    try:
        source = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ExerciseError(path, 1, "there is no such file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ExerciseError(path, 1, f"cannot be read as UTF-8 text ({error})") from None
    try:
        exercise = yaml.safe_load(source)
        root = yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        what = getattr(problem, "problem", None) or "not readable"
        raise ExerciseError(
            path, line, f"not valid YAML: {what}. Mend the indentation or put the text in quotes"
        ) from None
    if not isinstance(exercise, dict):
        raise ExerciseError(path, 1, "an exercise is a list of 'key: value' lines; begin with 'kind: write'")
    validator = jsonschema.Draft202012Validator(_schema(path.parent.parent))
    if errors := sorted(validator.iter_errors(exercise), key=_rank):
        raise ExerciseError(path, _line_of(root, list(errors[0].absolute_path)), _plain(errors[0]))
    return {"id": exercise_id(path), **exercise}


def check_exercises(folder: Path) -> list[ExerciseError]:
    """Everything wrong with the exercises below ``folder``, in the order of their files: what does not load, starters
    that pass, models that fail, wrong answers that are not caught by the criterion they name."""
    problems: list[ExerciseError] = []
    paths = sorted(folder.glob("*/*.yml"))
    if not paths:
        problems.append(ExerciseError(folder, 1, "no exercises found; expected <folder>/<lesson>/<exercise>.yml"))
    for path in paths:
        try:
            problems.extend(ExerciseError(path, line, problem) for line, problem in _prove(path, load_exercise(path)))
        except ExerciseError as error:
            problems.append(error)
    return problems


def _prove(path: Path, exercise: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    """Lines and problems of an exercise that fits the schema. Its sample answers are only graded when what they answer is
    right."""
    root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    kind = KINDS[exercise["kind"]]
    if flaws := [*_unfilled(exercise), *kind.flaws(exercise)]:
        yield from ((_line_of(root, flaw.path), flaw.problem) for flaw in flaws)
        return
    for index, model in enumerate(exercise.get("models", ())):
        report = grade({**exercise, "models": []}, kind.sample(exercise, model))
        if not report["passed"]:
            failed = [entry["criterion"] for entry in report["verdicts"] if not entry["ok"]]
            line = _line_of(root, ["models", index])
            yield line, f"this model does not pass: it fails {', '.join(failed)}; rewrite it or change 'goals'"
    for index, answer in enumerate(exercise.get("wrong", ())):
        report = grade(exercise, kind.sample(exercise, answer))
        caught = [entry["criterion"] for entry in report["verdicts"] if not entry["ok"]]
        if answer["caught_by"] not in caught:
            instead = f"{', '.join(caught)} does" if caught else "it passes"
            yield (
                _line_of(root, ["wrong", index]),
                f"'{answer['caught_by']}' does not catch this wrong answer ({instead}); change 'caught_by' or the answer",
            )


def _unfilled(exercise: Mapping[str, Any]) -> Iterator[Flaw]:
    """Placeholders that stand for nothing."""
    defaults = exercise.get("defaults", {})
    used = {}
    for part in ("context", "prompt"):
        for match in PLACEHOLDER.finditer(exercise.get(part, "")):
            used[match[1]] = part
    for name in sorted(used.keys() - defaults.keys()):
        yield Flaw([used[name]], f"'{{{{{name}}}}}' stands for nothing; give it a text in 'defaults'")
    for name in sorted(defaults.keys() - used.keys()):
        yield Flaw(["defaults", name], f"'{name}' is never used; write '{{{{{name}}}}}' in 'prompt' or 'context'")


def _rank(error: Any) -> tuple[bool, int, bool]:
    """The outermost problem first: what is inside often only follows from it. Keys are unknown, too, when the kind is or
    when something else is wrong."""
    return error.validator == "unevaluatedProperties", len(error.absolute_path), error.validator != "required"


def _plain(error: Any) -> str:
    """A schema error as a sentence with the mend."""
    where = ".".join(str(part) for part in error.absolute_path) or "the exercise"
    if error.validator == "required":
        missing = [key for key in error.validator_value if key not in error.instance]
        return f"'{where}' lacks {', '.join(repr(key) for key in missing)}; add it"
    if error.validator in ("additionalProperties", "unevaluatedProperties"):
        return f"'{where}' has a key that is not known here; {error.message}; remove it or correct its spelling"
    if error.validator == "enum":
        return f"'{where}' is {error.instance!r}; write one of: {', '.join(map(str, error.validator_value))}"
    if error.validator in ("minItems", "minLength"):
        return f"'{where}' is too short; at least {error.validator_value} expected"
    return f"'{where}': {error.message}"


def _line_of(root: Any, path: Sequence[str | int]) -> int:
    """Line of the node at ``path`` in a composed YAML document, or of the deepest part of it that is there."""
    node, line = root, root.start_mark.line + 1
    for part in path:
        following = None
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == part:
                    following, line = value, key.start_mark.line + 1
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            following = node.value[part]
            line = following.start_mark.line + 1
        if following is None:
            break
        node = following
    return int(line)
