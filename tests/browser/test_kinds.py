"""Replies, comparisons and orders in a real browser with the real checker, each to failure and to success."""

import json
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown import Markdown
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect

from checker import grade
from checker.authoring import load_exercise
from publish.bundle import build
from publish.extension import CourseExtension
from tests.browser.small_site import HERE, ROOT, SmallSite

SOURCES = {
    "responder": ROOT / "exercises" / "01-relaciones" / "responder.yml",
    "comparar": ROOT / "exercises" / "01-relaciones" / "comparar.yml",
    "orden": ROOT / "tests" / "cases" / "orden.yml",
}


@pytest.fixture(scope="module")
def exercises(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a lesson of the three exercises."""
    folder = tmp_path_factory.mktemp("exercises")
    shutil.copy(ROOT / "exercises" / "schema.json", folder)
    (folder / "prueba").mkdir()
    for name, source in SOURCES.items():
        shutil.copy(source, folder / "prueba" / f"{name}.yml")
    return folder


@pytest.fixture(scope="module")
def address(exercises: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a page with the exercises as the site generator writes them, and the bundle of the real checker."""
    source = "\n\n".join(f"```ejercicio\nprueba/{name}\n```" for name in SOURCES)
    markup = Markdown(extensions=[CourseExtension(exercises=str(exercises))]).convert(source)
    head, foot = re.split(r"<main>.*</main>", (HERE / "page.html").read_text("utf-8"), flags=re.DOTALL)
    folder = tmp_path_factory.mktemp("kinds")
    (folder / "page.html").write_text(f"{head}<main>{markup}</main>{foot}", "utf-8")
    build(folder / "runtime", root=ROOT)
    server = SmallSite(folder / "runtime", folder / "page.html")
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield server.address
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page on a telephone; nothing may go wrong on it."""
    context = browser.new_context(locale="es-ES", viewport={"width": 390, "height": 844})
    page = context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))

    def listen(entry: ConsoleMessage) -> None:
        if entry.type == "error" and not entry.location["url"].endswith("/favicon.ico"):
            troubles.append(entry.text)

    page.on("console", listen)
    page.goto(address)
    yield page
    context.close()
    assert troubles == []


def exercise(page: Page, name: str) -> Locator:
    return page.locator(f"#ejercicio-prueba-{name}")


def stored(page: Page, name: str) -> dict:
    """What the browser keeps of an exercise."""
    return json.loads(page.evaluate(f"localStorage.getItem('curso:/:prueba/{name}')"))


def review(one: Locator) -> Locator:
    """Have an exercise reviewed, and wait for its report to be about this very answer."""
    one.get_by_role("button", name="Revisar").click()
    expect(one.locator(".report")).to_be_visible(timeout=60_000)
    expect(one.get_by_role("button", name="Revisar")).to_have_attribute("aria-disabled", "false")
    expect(one.locator(".exercise__stale")).to_be_hidden()
    return one.locator(".report")


def same_as_on_this_python(page: Page, exercises: Path, name: str) -> None:
    """The reports kept in the browser are those that this Python gives."""
    earlier: list[dict] = []
    data = load_exercise(exercises / "prueba" / f"{name}.yml")
    for attempt in stored(page, name)["attempts"]:
        assert attempt["report"] == grade(data, attempt["report"]["submission"], earlier)
        earlier.append(attempt["report"])


def test_a_reply_to_failure_and_success(page: Page, exercises: Path) -> None:
    one = exercise(page, "responder")
    expect(one.locator("> .tweet")).to_contain_text("platos hondos")
    one.get_by_label("Tu respuesta").fill("¡Gracias por escribirnos! Trasladamos tu mensaje al equipo. Un saludo.")
    expect(review(one).locator(".verdict--no").first).to_contain_text("valdría para cualquier otro tuit")
    text = "A mi hija también le da la risa con los míos <b>planos</b>. ¿Tú a los cuántos minutos abres el horno?"
    one.get_by_label("Tu respuesta").fill(text)
    report = review(one)
    expect(report).to_have_class(re.compile("report--passed"))
    expect(report.locator(".tweet__text")).to_have_text(text)
    expect(report.locator("mark[title*='Recoge']").first).to_have_text("hija")
    same_as_on_this_python(page, exercises, "responder")


def test_a_comparison_by_keyboard_to_failure_and_success(page: Page, exercises: Path) -> None:
    one = exercise(page, "comparar")
    expect(one.locator(".pair > .tweet")).to_have_count(2)
    expect(one.locator("> .exercise__reasons")).to_be_hidden()
    button, status = one.get_by_role("button", name="Revisar"), one.get_by_role("status")
    button.press("Enter")
    expect(status).to_have_text("Elige primero uno de los dos tuits.")
    first = one.get_by_role("group", name="¿Cuál funciona mejor?").get_by_label("Tuit 1")
    expect(first).to_be_focused()
    first.press("Space")
    button.press("Enter")
    expect(status).to_have_text("Marca al menos una cosa en la que se distingan.")
    reasons = one.get_by_role("group", name="¿Qué marca la diferencia?")
    expect(reasons.get_by_role("checkbox").first).to_be_focused()
    reasons.get_by_label("Cabe en un tuit").press("Space")
    report = review(one)
    expect(report).to_have_class(re.compile("report--open"))
    expect(report.locator(".verdict--no").first).to_contain_text("Esta vez es el tuit 2.")
    expect(report.locator("figure")).to_have_count(2)
    first.press("ArrowDown")
    expect(one.get_by_label("Tuit 2")).to_be_checked()
    for name, ticked in (("Conversación", True), ("Voz de persona", True), ("Cabe en un tuit", False)):
        reasons.get_by_label(name).set_checked(ticked)
    expect(one.locator(".exercise__stale")).to_be_visible()
    expect(review(one)).to_have_class(re.compile("report--passed"))
    assert stored(page, "comparar")["attempts"][-1]["report"]["submission"] == {
        "choice": 1,
        "reasons": ["conversation", "human_voice"],
    }
    same_as_on_this_python(page, exercises, "comparar")
    one.get_by_text("Lo que has escrito antes").click()
    expect(one.locator(".exercise__old").last).to_have_text("Tuit 1 · 1 diferencia marcada")
    page.reload()
    expect(one.get_by_label("Tuit 2")).to_be_checked()
    expect(reasons.get_by_label("Voz de persona")).to_be_checked()
    expect(one.locator(".report--passed")).to_be_visible()


def places(one: Locator) -> list[str]:
    """How the tweets of an order begin, from first to last."""
    return [text.split()[0] for text in one.locator(".order .tweet__text").all_inner_texts()]


def test_an_order_by_keyboard_to_failure_and_success(page: Page, exercises: Path) -> None:
    one = exercise(page, "orden")
    expect(one.locator("> .plan")).to_be_hidden()
    assert places(one) == ["Este", "Ayer", "¿Barnizáis", "Para", "Nieves,"]
    expect(review(one).locator(".verdict--no").first).to_contain_text("El plan empieza vendiendo")
    said = one.locator(".exercise__answer > [aria-live]")
    one.get_by_role("button", name="Subir el tuit 1").press("Enter")
    expect(said).to_have_text("Ya es el primero.")
    one.get_by_role("button", name="Bajar el tuit 1").press("Enter")
    for place in (2, 3, 4):
        expect(said).to_have_text(f"Ahora es el {place} de 5: «Este mes, el taller de reparar sillas en…»")
        expect(one.get_by_role("button", name=f"Bajar el tuit {place}")).to_be_focused()
        page.keyboard.press("Space")
    expect(said).to_contain_text("Ahora es el 5 de 5")
    expect(one.get_by_role("button", name="Bajar el tuit 5")).to_be_focused()
    page.keyboard.press("Space")
    expect(said).to_have_text("Ya es el último.")
    assert places(one) == ["Ayer", "¿Barnizáis", "Para", "Nieves,", "Este"]
    page.keyboard.press("Control+Enter")
    report = one.locator(".report--passed")
    expect(report).to_be_visible()
    expect(report.locator("figure").last).to_contain_text("Reserva tu plaza")
    same_as_on_this_python(page, exercises, "orden")
    one.get_by_text("Lo que has escrito antes").click()
    expect(one.locator(".exercise__old").last).to_contain_text("1. Este mes, el taller de reparar sillas en…\n2. Ayer")
    page.reload()
    assert places(one) == ["Ayer", "¿Barnizáis", "Para", "Nieves,", "Este"]
    one.get_by_role("button", name="Empezar de nuevo").click()
    assert places(one)[0] == "Este"


@pytest.mark.parametrize(
    "draft",
    [
        '{"order": [0, 0, 1, 2, 3]}',
        '{"order": ["0", 1, 2, 3, 4]}',
        '{"order": 5, "choice": "0", "reasons": 7, "text": [1]}',
        '{"order": [4, 3], "choice": 2, "reasons": ["conversation", null]}',
        "{}",
    ],
)
def test_a_draft_of_another_shape_is_survived(page: Page, draft: str) -> None:
    record = {"format": 1, "draft": {"submission": json.loads(draft), "version": 1, "at": 1, "rev": "x"}}
    record |= {"displaced": [], "attempts": []}
    for name in SOURCES:
        page.evaluate(f"text => localStorage.setItem('curso:/:prueba/{name}', text)", json.dumps(record))
    page.reload()
    for name in SOURCES:
        one = exercise(page, name)
        one.get_by_role("button", name="Empezar de nuevo").click()
        expect(one.locator(".exercise__history")).to_be_visible(visible=draft != "{}")
    assert len(places(exercise(page, "orden"))) == 5


def test_they_read_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(exercise(page, "orden").locator("> .plan li").first).to_contain_text("Este mes")
    expect(exercise(page, "comparar").locator("> .exercise__reasons li")).to_have_count(4)
    expect(exercise(page, "responder").locator("> .tweet")).to_be_visible()
    context.close()


def test_targets_are_large_enough_for_a_thumb(page: Page) -> None:
    controls = page.locator("button:visible, label:has(input):visible, textarea:visible")
    assert controls.count() > 15
    for control in controls.all():
        assert (control.bounding_box() or {})["height"] >= 44, control
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
