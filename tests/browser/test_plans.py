"""Plans of several tweets, the laboratory, the classic challenge and the learner's account, with a stand-in checker."""

import json
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.small_site import SmallSite

ROOT = Path(__file__).resolve().parents[2]
SPLIT = """
import { readFileSync } from "node:fs";
import { splitTweets } from "./docs/assets/js/kinds/split.js";
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(splitTweets)));
"""


def exercise(page: Page, name: str = "semana") -> Locator:
    return page.locator(f"#ejercicio-{name}")


def stored(page: Page, name: str = "semana") -> dict:
    """What the browser keeps of an exercise."""
    return json.loads(page.evaluate(f"localStorage.getItem('curso:/:prueba/{name}')"))


def written(one: Locator) -> list[str]:
    """The tweets in the boxes."""
    return [box.input_value() for box in one.get_by_role("textbox").all()]


def fill(one: Locator, *tweets: str) -> None:
    for number, tweet in enumerate(tweets, 1):
        one.get_by_label(f"Tuit {number}", exact=True).fill(tweet)


# --- A plan


def test_a_plan_to_failure_and_success(page: Page) -> None:
    one = exercise(page)
    fill(one, "Compra pan", "Compra más")
    one.get_by_role("button", name="Revisar").click()
    expect(one.locator(".report")).to_contain_text("Nadie sabría qué responder")
    assert stored(page)["attempts"][0]["report"]["submission"] == {"tweets": ["Compra pan", "Compra más"]}
    fill(one, "¿Qué pan os gusta?")
    expect(one.locator(".exercise__stale")).to_be_visible()
    one.get_by_label("Tuit 2", exact=True).press("Control+Enter")
    expect(one.locator(".report")).to_contain_text("Abre una conversación")
    one.get_by_text("Lo que has escrito antes").click()
    expect(one.locator(".exercise__old")).to_have_text("1. Compra pan\n2. Compra más")


def test_what_is_missing_is_named_and_focused(page: Page) -> None:
    one = exercise(page)
    one.get_by_role("button", name="Revisar").click()
    expect(one.get_by_role("status")).to_have_text("Escribe primero tus tuits.")
    fill(one, "Uno")
    one.get_by_role("button", name="Revisar").click()
    expect(one.get_by_role("status")).to_have_text("Te falta el tuit 2.")
    expect(one.get_by_label("Tuit 2", exact=True)).to_be_focused()


def test_tweets_are_added_moved_and_removed_by_keyboard(page: Page) -> None:
    one = exercise(page)
    said = one.locator(".exercise__answer > [aria-live]")
    fill(one, "uno", "dos")
    expect(one.get_by_role("button", name="Quitar")).to_have_count(0)
    one.get_by_role("button", name="Añadir otro tuit").press("Enter")
    expect(one.get_by_label("Tuit 3", exact=True)).to_be_focused()
    page.keyboard.type("tres")
    one.get_by_role("button", name="Subir el tuit 3").press("Enter")
    expect(said).to_have_text("Ahora es el tuit 2 de 3.")
    expect(one.get_by_role("button", name="Subir el tuit 2")).to_be_focused()
    page.keyboard.press("Enter")
    assert written(one) == ["tres", "uno", "dos"]
    expect(one.get_by_label("Tuit 1", exact=True)).to_be_focused()  # it cannot go higher
    one.get_by_role("button", name="Bajar el tuit 1").press("Space")
    assert written(one) == ["uno", "tres", "dos"]
    one.get_by_role("button", name="Quitar el tuit 2").press("Enter")
    expect(said).to_have_text("Quitado el tuit 2. Quedan 2.")
    assert written(one) == ["uno", "dos"]
    one.get_by_role("button", name="Deshacer").press("Enter")
    assert written(one) == ["uno", "tres", "dos"]
    expect(one.get_by_role("button", name="Deshacer")).to_have_count(0)
    one.get_by_role("button", name="Añadir otro tuit").click()
    expect(one.get_by_role("button", name="Añadir otro tuit")).to_have_count(0)  # the exercise asks for four at most
    expect(one.get_by_role("button", name="Bajar el tuit 4")).to_have_attribute("aria-disabled", "true")
    page.reload()
    assert written(exercise(page)) == ["uno", "tres", "dos", ""]


@pytest.mark.parametrize("draft", ['{"tweets": 5}', '{"tweets": [1, null, {"a": 2}]}', '{"text": "de otro tipo"}'])
def test_a_draft_of_another_shape_is_survived(page: Page, draft: str) -> None:
    record = {"format": 1, "draft": {"submission": json.loads(draft), "version": 1, "at": 1, "rev": "x"}}
    record |= {"displaced": [], "attempts": []}
    page.evaluate("text => localStorage.setItem('curso:/:prueba/semana', text)", json.dumps(record))
    page.reload()
    expect(exercise(page).get_by_role("button", name="Revisar")).to_be_visible()
    assert written(exercise(page)) == ["", ""]


def test_a_restart_keeps_what_was_written_and_no_blanks(page: Page) -> None:
    one = exercise(page)
    one.get_by_label("Reto clásico").check()
    one.get_by_role("button", name="Empezar de nuevo").click()
    fill(one, "uno", "dos")
    one.get_by_role("button", name="Empezar de nuevo").click()
    assert [old["submission"] for old in stored(page)["displaced"]] == [{"tweets": ["uno", "dos"]}]


# --- The laboratory


def test_the_laboratory_passes_nothing(page: Page) -> None:
    one = exercise(page, "libre")
    box = one.get_by_label("Tu tuit o tu semana")
    one.get_by_role("button", name="Revisar").click()
    expect(one.get_by_role("status")).to_have_text("Escribe o pega primero un tuit.")
    box.fill("Uno")
    one.get_by_role("button", name="Añadir otro tuit").click()
    expect(box).to_be_focused()
    page.keyboard.type("Dos")
    expect(box).to_have_value("Uno\n---\nDos")
    expect(one.locator(".counter")).to_have_text("2 tuits: todos caben en 280 caracteres")
    box.fill("Uno\n—\n" + "a" * 300)
    expect(one.locator(".counter")).to_have_text("2 tuits: al 2 le sobran 20")
    one.get_by_role("button", name="Revisar").click()
    expect(one.locator(".report")).to_be_visible()
    box.fill("Otra cosa")
    one.get_by_text("Lo que has escrito antes").click()
    expect(one.locator(".exercise__when")).to_contain_text("Texto revisado")
    box.fill("a\n---\n" * 31)
    one.get_by_role("button", name="Revisar").click()
    expect(one.get_by_role("status")).to_have_text("Son 31 tuits. Deja 30 como mucho.")


def test_a_pasted_week_is_split_as_the_checker_splits_it() -> None:
    cases = json.loads((ROOT / "tests" / "cases" / "split.json").read_text(encoding="utf-8"))
    command = ["node", "--input-type=module", "--eval", SPLIT]
    texts = json.dumps([case["text"] for case in cases])
    run = subprocess.run(command, input=texts, capture_output=True, text=True, check=True, cwd=ROOT)
    assert json.loads(run.stdout) == [case["tweets"] for case in cases]


# --- The classic challenge


@pytest.mark.parametrize("name", ["escribir", "reescribir"])
def test_the_classic_challenge_changes_the_limit_and_is_kept(page: Page, name: str) -> None:
    one = exercise(page, name)
    one.get_by_role("textbox").fill("¿" + "a" * 149)
    expect(one.locator(".counter")).to_have_text("150 de 280 caracteres")
    one.get_by_label("Reto clásico: 140 caracteres, como en 2011").press("Space")
    expect(one.locator(".counter")).to_have_text("Sobran 10 de 140 caracteres")
    one.get_by_role("textbox").press("Control+Enter")
    expect(one.locator(".report")).to_be_visible()
    assert stored(page, name)["attempts"][0]["report"]["submission"]["limit"] == 140
    page.reload()
    expect(one.get_by_label("Reto clásico")).to_be_checked()
    expect(one.locator(".counter")).to_have_text("Sobran 10 de 140 caracteres")
    one.get_by_label("Reto clásico").uncheck()
    expect(one.locator(".exercise__stale")).to_be_visible()
    page.reload()
    expect(one.get_by_label("Reto clásico")).not_to_be_checked()
    assert "limit" not in stored(page, name)["draft"]["submission"]


def test_an_exercise_that_asks_for_140_has_no_switch(page: Page) -> None:
    one = exercise(page, "clasico")
    one.get_by_role("textbox").fill("¿" + "a" * 149)
    expect(one.locator(".counter")).to_have_text("Sobran 10 de 140 caracteres")
    expect(one.get_by_role("checkbox")).to_have_count(0)
    expect(one).to_contain_text("Este ejercicio se hace en 140 caracteres")
    one.get_by_role("textbox").press("Control+Enter")
    expect(one.locator(".report")).to_be_visible()


def test_one_switch_serves_a_whole_plan(page: Page) -> None:
    one = exercise(page)
    fill(one, "a" * 150, "b")
    one.get_by_label("Reto clásico").check()
    expect(one.locator(".counter")).to_have_text(["Sobran 10 de 140 caracteres", "1 de 140 caracteres"])


# --- The learner's account


def test_the_account_changes_the_prompts_as_text(context: BrowserContext, page: Page) -> None:
    prompt = exercise(page).locator(".exercise__prompt")
    expect(prompt).to_have_text("Escribe para el barrio.")
    other = context.new_page()
    other.goto(page.url)
    form = page.locator("course-account")
    form.get_by_label("Qué llevas").fill("una mercería")
    form.get_by_label("Para quién escribes").fill("  <img src=x onerror=alert(1)>  y\tlas  costureras ")
    expect(form.get_by_role("status")).to_have_text("Guardado en este navegador.")
    told = "<img src=x onerror=alert(1)> y las costureras"
    expect(form.locator(".account__preview")).to_contain_text(f"desde una mercería para {told}")
    expect(exercise(other).locator(".exercise__prompt")).to_have_text(f"Escribe para {told}.")
    page.reload()
    expect(prompt).to_have_text(f"Escribe para {told}.")
    expect(page.locator("img")).to_have_count(0)
    expect(form.get_by_label("Qué llevas")).to_have_value("una mercería")
    form.get_by_role("button", name="Borrar todo").click()
    expect(form.get_by_role("status")).to_have_text("Borrado de este navegador.")
    assert page.evaluate("localStorage.getItem('curso:/:cuenta')") is None
    page.reload()
    expect(prompt).to_have_text("Escribe para el barrio.")


def test_the_checker_is_told_the_words_that_were_shown(page: Page) -> None:
    page.locator("course-account").get_by_label("Para quién escribes").fill("las costureras")
    page.reload()
    page.evaluate(
        """() => {
            const post = Worker.prototype.postMessage;
            window.sent = [];
            Worker.prototype.postMessage = function (message, ...rest) {
                window.sent.push(message);
                return post.call(this, message, ...rest);
            };
        }"""
    )
    one = exercise(page)
    fill(one, "¿Uno?", "¿Dos?")
    one.get_by_role("button", name="Revisar").click()
    expect(one.locator(".report")).to_be_visible()
    calls = [json.loads(message["request"]) for message in page.evaluate("window.sent") if message["type"] == "call"]
    assert calls[-1]["exercise"]["defaults"] == {"publico": "las costureras"}


@pytest.mark.parametrize("kept", ["{", "5", "null", '{"publico": {"a": 1}}', '{"publico": "  "}', '["x"]'])
def test_an_unreadable_account_leaves_the_defaults(page: Page, kept: str) -> None:
    page.evaluate("text => localStorage.setItem('curso:/:cuenta', text)", kept)
    page.reload()
    expect(exercise(page).locator(".exercise__prompt")).to_have_text("Escribe para el barrio.")
    expect(page.locator("course-account").get_by_label("Para quién escribes")).to_have_value("")


def test_an_account_that_cannot_be_kept_is_told(context: BrowserContext, site: SmallSite) -> None:
    page = context.new_page()
    page.add_init_script(
        "Object.defineProperty(globalThis, 'localStorage', {get() { throw new DOMException('', 'SecurityError') }})"
    )
    page.goto(site.address)
    form = page.locator("course-account")
    form.get_by_label("Qué llevas").fill("una mercería")
    expect(form.get_by_role("status")).to_contain_text("no deja guardar")


def test_the_way_to_the_account_leads_from_the_exercise(page: Page, site: SmallSite) -> None:
    link = exercise(page).get_by_role("link", name="Adapta los enunciados a tu cuenta")
    expect(link).to_have_attribute("href", site.address.replace("leccion/", "mi-cuenta/"))
    expect(exercise(page, "libre").get_by_role("link")).to_have_count(0)


def test_targets_are_large_enough_for_a_thumb(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    controls = page.locator("#ejercicio-semana, #ejercicio-libre, course-account").locator(
        "button:visible, input[type=text]:visible, label:has(input):visible, textarea:visible"
    )
    assert controls.count() > 8
    for control in controls.all():
        assert (control.bounding_box() or {})["height"] >= 44, control
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
