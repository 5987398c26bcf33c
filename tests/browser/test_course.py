"""The published course in a real browser, the network limited to 127.0.0.1."""

import json
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
import yaml
from markdown import Markdown
from playwright.sync_api import Browser, Page, expect

from checker import grade
from checker.authoring import load_exercise
from checker.criteria import CRITERIA
from publish.extension import CourseExtension

ROOT = Path(__file__).parents[2]
LESSON = "lecciones/01-relaciones/"
GOOD = "Hoy se me ha quemado el pan por quedarme hablando con una clienta 👩🏽‍🍳. ¿A vosotros qué se os quema cuando os liais a hablar?"
BAD = "¡COMPRA YA! 🔥🔥 Solo hoy, 50 % de descuento en toda la tienda. ¡Reserva antes de que se acabe!"


def review(page: Page, name: str, text: str) -> None:
    """Write a text in an exercise and have it reviewed."""
    exercise = page.locator(f"#ejercicio-01-relaciones-{name}")
    exercise.get_by_role("textbox").fill(text)
    exercise.get_by_role("button", name="Revisar").click()
    expect(exercise.locator(".report")).to_be_visible(timeout=60_000)
    expect(exercise.get_by_role("button", name="Revisar")).to_have_attribute("aria-disabled", "false")


def shown(page: Page, name: str) -> list[tuple[str, bool]]:
    """The verdicts of the report on the page: the criterion's name and whether it is well."""
    items = page.locator(f"#ejercicio-01-relaciones-{name} .report .verdict")
    return [
        (item.locator("strong").inner_text(), "verdict--no" not in (item.get_attribute("class") or ""))
        for item in items.all()
    ]


def test_from_the_home_page_to_a_graded_tweet(visit: Page) -> None:
    visit.get_by_role("link", name=re.compile("lección 1", re.IGNORECASE)).first.click()
    expect(visit).to_have_url(re.compile(LESSON))
    exercise = load_exercise(ROOT / "exercises" / "01-relaciones" / "propio.yml")
    review(visit, "propio", BAD)
    report = grade(exercise, {"text": BAD})
    assert not report["passed"]
    assert shown(visit, "propio") == [(entry["name"], entry["ok"]) for entry in report["verdicts"]]
    marks = visit.locator("#ejercicio-01-relaciones-propio .report mark").all_inner_texts()
    assert any("COMPRA" in mark for mark in marks)
    review(visit, "propio", GOOD)
    expect(visit.locator("#ejercicio-01-relaciones-propio .report--passed")).to_be_visible()
    marks = visit.locator("#ejercicio-01-relaciones-propio .report mark").all_inner_texts()
    assert any("¿A vosotros" in mark for mark in marks)


def test_the_browser_gives_the_same_report_as_cpython(visit: Page, course: str) -> None:
    visit.goto(course + LESSON)
    review(visit, "difusion", GOOD)
    kept = json.loads(
        visit.evaluate("localStorage.getItem(Object.keys(localStorage).find(key => key.includes('difusion')))")
    )
    exercise = load_exercise(ROOT / "exercises" / "01-relaciones" / "difusion.yml")
    assert kept["attempts"][-1]["report"] == grade(exercise, {"text": GOOD})


def test_a_diagnosis_by_keyboard(visit: Page, course: str) -> None:
    visit.goto(course + LESSON)
    exercise = visit.locator("#ejercicio-01-relaciones-diagnostico")
    data = load_exercise(ROOT / "exercises" / "01-relaciones" / "diagnostico.yml")
    for question in data["questions"]:
        group = exercise.get_by_role("radiogroup", name=question["ask"]).or_(
            exercise.get_by_role("group", name=question["ask"])
        )
        option = group.get_by_label("Sí" if question["answer"] else "No", exact=True)
        option.focus()
        visit.keyboard.press("Space")
        expect(option).to_be_checked()
    for question in data["questions"]:
        for words in question.get("marks", ()):
            first = re.findall(r"\w+", words)[0]
            word = exercise.get_by_role("button", name=first, exact=True).first
            word.focus()
            visit.keyboard.press("Enter")
            expect(word).to_have_attribute("aria-pressed", "true")
    exercise.get_by_role("button", name="Revisar").click()
    expect(exercise.locator(".report--passed")).to_be_visible(timeout=60_000)


@pytest.fixture
def week(course: str, folder: Path, tmp_path: Path) -> Iterator[str]:
    """Address of a page of the site with the sample exercise of a plan, as the extension publishes it."""
    shutil.copy(ROOT / "exercises" / "schema.json", tmp_path)
    (tmp_path / "prueba").mkdir()
    shutil.copy(ROOT / "tests" / "cases" / "semana.yml", tmp_path / "prueba")
    markup = Markdown(extensions=[CourseExtension(exercises=str(tmp_path))]).convert("```ejercicio\nprueba/semana\n```")
    page = folder / "prueba.html"
    head = '<meta charset="utf-8"><link rel="icon" href="assets/images/favicon.svg"><script type="module" src="assets/js/course.js"></script>'
    page.write_text(f'<!doctype html><html lang="es"><head>{head}</head><body>{markup}</body></html>', encoding="utf-8")
    yield course + page.name
    page.unlink()


def test_a_week_is_written_to_failure_and_success(visit: Page, week: str) -> None:
    visit.goto(week)
    exercise = visit.locator("course-exercise")
    data = yaml.safe_load((ROOT / "tests" / "cases" / "semana.yml").read_text(encoding="utf-8"))
    ours = [
        "¿Qué ruta hicisteis el domingo? Yo me perdí por la vega y acabé comiendo en casa de unos desconocidos.",
        "Si se te sale la cadena siempre en el mismo piñón, mira si el cambio está torcido antes de cambiar nada.",
        "¿Qué lleváis siempre en la mochila cuando salís en bici? Yo, un plátano y un parche.",
    ]
    sale = data["wrong"][0]["tweets"][0]
    earlier: list[dict] = []
    for passed, tweets in (
        (False, [sale, *ours]),
        (True, [*ours, "Con lluvia, menos aire en las ruedas. Pisan más suelo y resbalan menos."]),
    ):
        for box, tweet in zip(exercise.get_by_role("textbox").all(), tweets, strict=True):
            box.fill(tweet)
        exercise.get_by_role("button", name="Revisar").click()
        report = grade({"id": "prueba/semana", **data}, {"tweets": tweets}, earlier)
        earlier.append(report)
        assert report["passed"] is passed
        expect(exercise.locator(".report--passed" if passed else ".report--open")).to_be_visible(timeout=60_000)
        expect(exercise.locator(".report__summary")).to_have_text(report["summary"]["text"])
        assert exercise.locator(".report figure .tweet__text").all_inner_texts() == tweets
    kept = json.loads(
        visit.evaluate("localStorage.getItem(Object.keys(localStorage).find(key => key.includes('semana')))")
    )
    assert [attempt["report"]["passed"] for attempt in kept["attempts"]] == [False, True]
    assert visit.locator("mark").count() > 0


def test_the_laboratory_shows_one_tweet_and_a_week(visit: Page, course: str) -> None:
    visit.goto(course + "laboratorio/")
    exercise = visit.locator("course-exercise")
    exercise.get_by_role("textbox").fill(BAD)
    exercise.get_by_role("button", name="Revisar").click()
    expect(exercise.locator(".report--seen .verdict")).to_have_count(len(CRITERIA), timeout=60_000)
    exercise.get_by_role("textbox").fill("\n---\n".join([GOOD, BAD, GOOD.replace("pan", "arroz")] * 3))
    exercise.get_by_role("button", name="Revisar").click()
    table = exercise.get_by_role("table")
    expect(table.get_by_role("row")).to_have_count(1 + len(CRITERIA))
    expect(table.get_by_role("row", name=re.compile("Venta a presión"))).to_contain_text(re.compile("sí"))
    assert visit.evaluate("document.documentElement.scrollWidth") <= 390
    exercise.get_by_text("Por qué").nth(1).click()
    expect(exercise.locator("figure details[open] .verdict").first).to_be_visible()


def test_a_lesson_speaks_of_the_learners_account(visit: Page, course: str) -> None:
    visit.goto(course + LESSON)
    prompt = visit.locator("#ejercicio-01-relaciones-propio .exercise__prompt")
    expect(prompt).to_contain_text("una conversación con la gente a la que te gustaría conocer")
    visit.get_by_role("link", name="Adapta los enunciados a tu cuenta").first.click()
    expect(visit).to_have_url(course + "mi-cuenta/")
    visit.get_by_label("Para quién escribes").fill("quien madruga")
    visit.go_back()
    expect(prompt).to_contain_text("una conversación con quien madruga. Parte")


def test_instant_navigation_keeps_exercises_working(visit: Page, course: str) -> None:
    visit.goto(course + LESSON)
    review(visit, "propio", BAD)
    visit.evaluate("window.sameDocument = true")
    visit.locator(".md-footer__link").first.click()
    expect(visit).not_to_have_url(re.compile(LESSON))
    visit.go_back()
    expect(visit).to_have_url(re.compile(LESSON))
    assert visit.evaluate("window.sameDocument") is True
    exercise = visit.locator("#ejercicio-01-relaciones-propio")
    expect(exercise.get_by_role("textbox")).to_have_value(BAD)
    review(visit, "propio", GOOD)
    expect(exercise.locator(".report--passed")).to_be_visible()


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=\"document.title='x'\"><script>document.title='x'</script> ¿qué tal?",
        "\0 \ud83d ‏مرحبا",
        "¿" * 3000,
        "@a " * 500,
    ],
    ids=["markup", "odd characters", "long", "mentions"],
)
def test_hostile_text_is_only_text(visit: Page, course: str, text: str) -> None:
    visit.goto(course + LESSON)
    title = visit.title()
    exercise = visit.locator("#ejercicio-01-relaciones-propio")
    exercise.get_by_role("textbox").evaluate(
        "(box, text) => { box.value = text; box.dispatchEvent(new Event('input', {bubbles: true})) }", text
    )
    exercise.get_by_role("button", name="Revisar").click()
    expect(exercise.locator(".report .verdict").first).to_be_visible(timeout=60_000)
    assert visit.title() == title
    assert exercise.locator(".report img, .report script").count() == 0


def test_a_page_reads_without_javascript(browser: Browser, course: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(course + LESSON)
    exercise = page.locator("#ejercicio-01-relaciones-difusion")
    expect(exercise.locator(".exercise__without")).to_be_visible()
    expect(exercise.get_by_text("Respuestas posibles")).to_be_visible()
    assert page.locator("figure.tweet mark").count() > 5
    context.close()


def test_no_page_scrolls_sideways_on_a_phone(visit: Page, course: str, folder: Path) -> None:
    for file in sorted(folder.rglob("index.html")):
        visit.goto(course + file.parent.relative_to(folder).as_posix().removeprefix(".") + "/")
        assert visit.evaluate("document.documentElement.scrollWidth") <= 390, file


def test_pages_name_no_other_host_to_load_from(course: str, folder: Path) -> None:
    loads = re.compile(
        r"<(?:script|img|iframe|source|video)[^>]+src=[\"']?(?:https?:)?//|<link[^>]+rel=[\"']?(?:stylesheet|preconnect|icon|preload)[^>]+href=[\"']?(?:https?:)?//"
    )
    for file in folder.rglob("*.html"):
        source = file.read_text(encoding="utf-8").replace(course, "/")
        assert not loads.search(source), file
        assert "Content-Security-Policy" in source, file


def test_tables_of_a_notebook_keep_their_lines_on_a_phone(visit: Page, course: str) -> None:
    visit.goto(course + "cuadernos/cuanto-acierta/")
    table = visit.locator(".jp-OutputArea-output pre", has_text="kappa").first
    assert table.evaluate("pre => getComputedStyle(pre).whiteSpace") == "pre"
    assert visit.evaluate("document.documentElement.scrollWidth") <= 390


def test_every_link_inside_the_site_leads_somewhere(course: str, folder: Path) -> None:
    pages = {file: file.read_text(encoding="utf-8") for file in folder.rglob("*.html")}
    anchors = {file: set(re.findall(r"""\bid=["']?([^"'\s>]+)""", page)) for file, page in pages.items()}
    broken = []
    for file, page in pages.items():
        base = course + file.relative_to(folder).as_posix()
        # The page for what is not found has addresses from the root.
        for link in re.findall(r"""<a\b[^>]*?\bhref=["']?([^"'\s>]+)""", page):
            address, _, anchor = urljoin(base, unescape(link)).partition("#")
            if not address.startswith(course):
                continue
            target = folder / unquote(address.removeprefix(course))
            target = target / "index.html" if target.is_dir() or address.endswith("/") else target
            if not target.is_file() or (anchor and target in anchors and unquote(anchor) not in anchors[target]):
                broken.append(f"{file.relative_to(folder)}: {link}")
    assert broken == []
