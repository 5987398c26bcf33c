"""The page of the learner's progress: what it shows, the file that it gives, and what it takes from one."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_course import BAD, GOOD, LESSON, review

PAGE = "mi-progreso/"
STANDING = "[data-exercise-id='01-relaciones/{name}'] .progress__state"


def load(page: Page, file: object, tmp_path: Path) -> None:
    """Give the page a file."""
    path = tmp_path / "progreso.json"
    path.write_text(file if isinstance(file, str) else json.dumps(file), encoding="utf-8")
    page.locator("input[type=file]").set_input_files(path)


def file_with(exercises: dict) -> dict:
    """A progress file."""
    return {"format": "persona-a-persona/progreso", "version": 1, "account": {}, "exercises": exercises}


def attempt(name: str, text: str, *, at: int, passed: bool) -> dict:
    """An attempt as the browser keeps it."""
    report = {"submission": {"text": text}, "passed": passed, "score": {"earned": 1, "possible": 2}}
    return {"id": name, "at": at, "version": 1, "report": report}


def draft(text: str, *, at: int) -> dict:
    """A draft as the browser keeps it."""
    return {"submission": {"text": text}, "version": 1, "at": at, "rev": f"rev-{at}"}


def test_work_is_seen_downloaded_erased_and_brought_back(visit: Page, course: str, tmp_path: Path) -> None:
    visit.goto(course + PAGE)
    expect(visit.get_by_text("Todavía no hay nada guardado")).to_be_visible()
    visit.goto(course + LESSON)
    review(visit, "difusion", BAD)
    review(visit, "propio", GOOD)
    visit.goto(course + PAGE)
    expect(visit.locator(STANDING.format(name="propio"))).to_have_text("✓ conseguido")
    expect(visit.locator(STANDING.format(name="difusion"))).to_have_text(re.compile(r"\d de \d puntos"))
    expect(visit.get_by_text("Has conseguido 1 de")).to_be_visible()
    with visit.expect_download() as download:
        visit.get_by_role("button", name="Descargar mi progreso").click()
    saved = download.value.path()
    kept = json.loads(saved.read_text(encoding="utf-8"))
    assert kept["exercises"]["01-relaciones/propio"]["attempts"][0]["report"]["submission"]["text"] == GOOD
    assert "view" not in kept["exercises"]["01-relaciones/propio"]["attempts"][0]

    visit.get_by_role("button", name="Borrar mi progreso").click()
    expect(visit.locator(STANDING.format(name="propio"))).to_be_visible()
    visit.get_by_role("button", name="Sí, borrar todo").click()
    expect(visit.locator(".progress__state")).to_have_count(0)

    load(visit, saved.read_text(encoding="utf-8"), tmp_path)
    expect(visit.get_by_text("Añadido el trabajo de 2 ejercicios")).to_be_visible()
    expect(visit.locator(STANDING.format(name="propio"))).to_have_text("✓ conseguido")
    visit.locator("[data-exercise-id='01-relaciones/propio'] a").click()
    expect(visit.locator("#ejercicio-01-relaciones-propio").get_by_role("textbox")).to_have_value(GOOD)


def test_a_file_adds_to_what_is_here_and_loses_nothing(visit: Page, course: str, tmp_path: Path) -> None:
    visit.goto(course + PAGE)
    mine = {
        "01-relaciones/propio": {
            "format": 1,
            "draft": draft("lo de aquí", at=2000),
            "displaced": [],
            "attempts": [attempt("a", "uno", at=1, passed=False)],
        }
    }
    other = {
        "01-relaciones/propio": {
            "format": 1,
            "draft": draft("lo de fuera", at=1000),
            "displaced": [],
            "attempts": [attempt("a", "uno", at=1, passed=False), attempt("b", "dos", at=2, passed=True)],
        },
        "01-relaciones/difusion": {"format": 1, "draft": draft("nuevo", at=1000), "displaced": [], "attempts": []},
    }
    load(visit, file_with(mine), tmp_path)
    expect(visit.get_by_text("Añadido el trabajo de un ejercicio")).to_be_visible()
    load(visit, file_with(other), tmp_path)
    expect(visit.get_by_text("Añadido el trabajo de 2 ejercicios")).to_be_visible()
    saved = json.loads(
        visit.evaluate("localStorage.getItem(Object.keys(localStorage).find(key => key.endsWith('relaciones/propio')))")
    )
    assert saved["draft"]["submission"]["text"] == "lo de aquí"
    assert [kept["submission"]["text"] for kept in saved["displaced"]] == ["lo de fuera"]
    assert [kept["id"] for kept in saved["attempts"]] == ["a", "b"]
    expect(visit.locator(STANDING.format(name="difusion"))).to_have_text("empezado")


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("no es JSON", "no es de progreso del curso"),
        ("null", "no es de progreso del curso"),
        ({"format": "otro"}, "no es de progreso del curso"),
        ({**file_with({}), "version": 2}, "versión más nueva"),
        (file_with({}), "no tenía trabajo"),
        (file_with({"../cuenta": {}, "01-relaciones/propio": {"format": 9}, "x": 3}), "no tenía trabajo"),
    ],
)
def test_a_wrong_file_is_told_and_changes_nothing(
    visit: Page, course: str, tmp_path: Path, file: object, told: str
) -> None:
    visit.goto(course + PAGE)
    load(visit, file, tmp_path)
    expect(visit.locator(".progress__status")).to_contain_text(told)
    assert visit.evaluate("Object.keys(localStorage).filter(key => key.startsWith('curso:')).length") == 0


def test_a_hostile_file_is_text(visit: Page, course: str, tmp_path: Path) -> None:
    bad = '<img src=x onerror="document.title=1">'
    record = {
        "format": 1,
        "draft": draft(bad, at=1),
        "displaced": [{"submission": {"marks": 7}, "version": 1, "at": 1, "rev": "r"}],
        "attempts": [attempt(bad, bad, at=1, passed=False), {"id": 7}],
    }
    visit.goto(course + PAGE)
    load(visit, file_with({"01-relaciones/propio": record, "01-relaciones/diagnostico": record}), tmp_path)
    expect(visit.get_by_text("Añadido el trabajo de 2 ejercicios")).to_be_visible()
    visit.goto(course + LESSON)
    expect(visit.locator("#ejercicio-01-relaciones-propio").get_by_role("textbox")).to_have_value(bad)
    assert visit.title() != "1"


def test_help_fades_with_success(visit: Page, course: str, tmp_path: Path) -> None:
    hints = "#ejercicio-01-relaciones-propio .exercise__hints"
    visit.goto(course + LESSON)
    expect(visit.locator(hints)).to_have_attribute("open", "")
    visit.goto(course + PAGE)
    done = {"format": 1, "draft": None, "displaced": [], "attempts": [attempt("a", "uno", at=1, passed=True)]}
    load(visit, file_with({"01-relaciones/comparar": done, "01-relaciones/diagnostico": done}), tmp_path)
    expect(visit.get_by_text("Añadido el trabajo de 2 ejercicios")).to_be_visible()
    visit.goto(course + LESSON)
    expect(visit.locator("#ejercicio-01-relaciones-propio").get_by_role("button", name="Revisar")).to_be_visible()
    expect(visit.locator(hints)).not_to_have_attribute("open", "")
