"""Exercises are proved before anyone meets them, and each mistake tells the author where it is and how to mend it."""

import shutil
from pathlib import Path

import pytest

from checker.authoring import ExerciseError, check_exercises, load_exercise

ROOT = Path(__file__).parents[2]
GOOD = """\
kind: rewrite
version: 1
title: Título
prompt: Reescribe este aviso para que alguien quiera contestar.
tweet:
  author: Taller
  text: ¡Compra ya! Solo hoy, ruedas al 50 % de descuento.
goals:
  require: [conversation, human_voice]
  avoid: [hard_sell]
keep: [rueda]
models:
  - by: Taller en León
    text: Ayer cambié una rueda que llevaba un clavo con nombre y apellidos. ¿Qué es lo más raro que habéis encontrado vosotros en una rueda?
    why: Cuenta y pregunta.
wrong:
  - text: ¡Compra tus ruedas ya! Últimas unidades, solo hoy al 50 %.
    caught_by: hard_sell
hints: [Uno, Dos]
explanation: Porque sí.
"""


def write_exercise(folder, source=GOOD):
    """Write an exercise of a lesson below ``folder`` and return its path."""
    shutil.copy(ROOT / "exercises" / "schema.json", folder / "schema.json")
    path = folder / "01-prueba" / "ejercicio.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(source, encoding="utf-8")
    return path


def test_a_good_exercise_loads_with_its_id(tmp_path):
    path = write_exercise(tmp_path)
    assert load_exercise(path)["id"] == "01-prueba/ejercicio"
    assert check_exercises(tmp_path) == []


def test_the_exercises_of_the_course_are_right():
    assert [str(problem) for problem in check_exercises(ROOT / "exercises")] == []


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("kind: rewrite", "kind: rewrit", 1, "write one of: compare, diagnose, "),
        ("kind: rewrite\n", "", 1, "lacks 'kind'"),
        ("title: Título", "título: Título", 1, "lacks 'title'"),
        ("explanation:", "explicacion: x\nexplanation:", 1, "'explicacion'"),
        ("hints: [Uno, Dos]", "hints: [Uno]", 19, "too short"),
        ("[hard_sell]", "[hard_cell]", 10, "write one of"),
        ("  author: Taller\n", "", 5, "lacks 'author'"),
        ("title: Título", "title: a: b", 3, "not valid YAML"),
        ("title: Título", "title: [", 4, "not valid YAML"),
    ],
)
def test_a_file_that_does_not_fit_says_where_and_how_to_mend_it(tmp_path, old, new, line, told):
    assert old in GOOD
    path = write_exercise(tmp_path, GOOD.replace(old, new))
    with pytest.raises(ExerciseError) as caught:
        load_exercise(path)
    assert caught.value.line in (line, line + 1)
    assert told in str(caught.value)
    assert str(caught.value).startswith(f"{path}:")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        (
            "¡Compra ya! Solo hoy, ruedas al 50 % de descuento.",
            "Ayer pinché una rueda yo solo. ¿Qué os ha pasado a vosotros esta semana con la vuestra?",
            5,
            "passes as it is",
        ),
        (
            "Ayer cambié una rueda que llevaba un clavo con nombre y apellidos. ",
            "¡Compra tus ruedas ya! Solo hoy al 50 %, últimas unidades. ",
            13,
            "does not pass",
        ),
        ("caught_by: hard_sell", "caught_by: fits", 17, "'fits' does not catch"),
    ],
)
def test_samples_prove_the_exercise(tmp_path, old, new, line, told):
    write_exercise(tmp_path, GOOD.replace(old, new))
    problems = check_exercises(tmp_path)
    assert [problem.line for problem in problems][:1] == [line]
    assert told in str(problems[0])


def test_an_empty_folder_is_a_problem(tmp_path):
    assert "no exercises found" in str(check_exercises(tmp_path)[0])


@pytest.mark.parametrize("content", [b"", b"- a\n- b\n", b"\xff\xfe\x00"])
def test_what_is_no_exercise_at_all(tmp_path, content):
    path = write_exercise(tmp_path)
    path.write_bytes(content)
    with pytest.raises(ExerciseError):
        load_exercise(path)
