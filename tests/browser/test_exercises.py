"""The exercises in a real browser, with a stand-in checker (see stand_in_checker/bridge.py for its magic words)."""

import json
import re
import time

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.small_site import SmallSite

GOOD = "¿Qué pan te recuerda a casa? 🥖"
BAD = "Compra nuestro pan"


def exercise(page: Page, name: str = "escribir") -> Locator:
    return page.locator(f"#ejercicio-{name}")


def write(page: Page, text: str) -> Locator:
    """Write a text in the first exercise and ask for its review."""
    one = exercise(page)
    one.get_by_label("Tu tuit").fill(text)
    one.get_by_role("button", name="Revisar").click()
    return one


def stored(page: Page, name: str = "escribir") -> dict:
    """What the browser keeps of an exercise."""
    return json.loads(page.evaluate(f"localStorage.getItem('curso:/:prueba/{name}')"))


def test_reviews_a_text_and_gives_the_focus_to_the_report(page: Page) -> None:
    one = write(page, BAD)
    report = one.get_by_role("region", name="Resultado de la revisión")
    expect(report.get_by_role("listitem")).to_contain_text("Nadie sabría qué responder")
    expect(report).to_be_focused()
    expect(one.get_by_role("status")).to_have_text("Nadie sabría qué responder")
    write(page, GOOD)
    expect(report.get_by_role("listitem")).to_contain_text("Abre una conversación")
    expect(report.locator("blockquote")).to_have_text(GOOD)
    expect(report.locator(".report")).to_have_attribute("data-earlier", "1")


def test_shows_the_download_by_bytes(context: BrowserContext, site: SmallSite) -> None:
    site.slow["python_stdlib.zip"] = 2
    page = context.new_page()
    page.goto(site.address)
    one = exercise(page)
    expect(one.get_by_role("progressbar")).to_be_visible()
    expect(one.locator(".exercise__bar-text")).to_contain_text(re.compile(r"10,[89] de "))
    assert 0.8 < one.get_by_role("progressbar").evaluate("bar => bar.value / bar.max") < 1
    write(page, GOOD)
    expect(one.locator(".report")).to_be_visible()
    expect(one.get_by_role("progressbar")).to_be_hidden()


def test_asks_only_its_own_server(page: Page, site: SmallSite) -> None:
    addresses: list[str] = []
    page.context.on("request", lambda request: addresses.append(request.url))
    page.reload()
    write(page, GOOD)
    expect(exercise(page).locator(".report")).to_be_visible()
    assert addresses
    assert all(address.startswith(f"http://127.0.0.1:{site.server_port}/") for address in addresses)
    assert sum(path.endswith(".wasm") for path in site.requests) <= 2  # one a page


def test_control_enter_reviews(page: Page) -> None:
    one = exercise(page)
    one.get_by_label("Tu tuit").fill(GOOD)
    one.get_by_label("Tu tuit").press("Control+Enter")
    expect(one.locator(".report")).to_be_visible()


def test_a_blank_text_is_not_sent(page: Page) -> None:
    one = write(page, "  \n ")
    expect(one.get_by_role("status")).to_have_text("Escribe primero tu tuit.")
    expect(one.get_by_label("Tu tuit")).to_be_focused()


def test_shows_a_refusal_of_the_checker(page: Page) -> None:
    expect(write(page, "RECHAZA").get_by_role("status")).to_have_text("Escribe primero tu tuit.")


def test_a_tree_with_a_script_is_refused(page: Page) -> None:
    one = write(page, "MALICIA")
    expect(one.get_by_role("status")).to_contain_text("No se ha podido mostrar la revisión")
    expect(one.locator(".exercise__report script")).to_have_count(0)
    page.reload()
    expect(exercise(page).get_by_label("Tu tuit")).to_have_value("MALICIA")


def test_markup_in_a_text_stays_text(page: Page) -> None:
    text = "<img src=x onerror=alert(1)></script><b>¿eh?</b>"
    one = write(page, text)
    expect(one.locator("blockquote")).to_have_text(text)
    expect(one.locator("img, b")).to_have_count(0)


def test_lone_surrogates_and_nul_are_survived(page: Page) -> None:
    one = exercise(page)
    one.get_by_label("Tu tuit").evaluate(
        "box => { box.value = 'a\\ud800b\\u0000c\\udc00?'; box.dispatchEvent(new Event('input', {bubbles: true})) }"
    )
    one.get_by_role("button", name="Revisar").click()
    expect(one.locator("blockquote")).to_have_text("a\ufffdb\u0000c\ufffd?")


def test_a_huge_text_does_not_freeze_the_page(page: Page) -> None:
    one = write(page, "https://a.co b.co " * 6_000 + "?")
    expect(one.locator(".report")).to_be_visible()
    milliseconds = one.get_by_label("Tu tuit").evaluate(
        """box => {
            const start = performance.now();
            box.dispatchEvent(new Event('input', {bubbles: true}));
            return performance.now() - start;
        }"""
    )
    assert milliseconds < 300


def test_a_crash_restarts_the_checker(page: Page, site: SmallSite) -> None:
    one = write(page, "REVIENTA")
    expect(one.get_by_role("status")).to_contain_text(
        "El corrector ha fallado al revisar tu respuesta. Tu texto está guardado."
    )
    assert sum(path.endswith("manifest.json") for path in site.requests) == 2  # sent once more to a fresh worker
    write(page, GOOD)
    expect(one.locator(".report")).to_contain_text("Abre una conversación")


def test_a_hung_call_is_ended_and_the_checker_restarted(context: BrowserContext, site: SmallSite) -> None:
    page = context.new_page()
    page.clock.install()
    page.goto(site.address)
    one = write(page, "CUELGA")
    for _ in ("first", "sent once more"):
        expect(one.locator(".exercise__runtime")).to_be_hidden()  # the worker is up and has the call
        page.wait_for_timeout(500)
        page.clock.fast_forward(21_000)
    expect(one.get_by_role("status")).to_contain_text("ha tardado demasiado")
    assert sum(path.endswith("manifest.json") for path in site.requests) == 2
    write(page, GOOD)
    expect(one.locator(".report")).to_contain_text("Abre una conversación")


@pytest.mark.parametrize(
    "file", ["manifest.json", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide.asm.mjs", "checker.zip", "worker.js"]
)
def test_a_failed_download_is_tried_again(context: BrowserContext, site: SmallSite, file: str) -> None:
    site.failures[file] = 1
    page = context.new_page()
    page.goto(site.address)
    expect(exercise(page).locator(".exercise__runtime")).to_be_visible()
    expect(exercise(page).locator(".exercise__runtime")).to_be_hidden()  # it is up without a click
    assert site.failures[file] == 0
    expect(write(page, GOOD).locator(".report")).to_be_visible()


@pytest.mark.parametrize("file", ["pyodide.asm.wasm", "checker.zip"])
def test_a_download_that_breaks_off_is_tried_again(context: BrowserContext, site: SmallSite, file: str) -> None:
    site.truncated[file] = 1
    page = context.new_page()
    page.goto(site.address)
    expect(exercise(page).locator(".exercise__runtime")).to_be_visible()
    expect(exercise(page).locator(".exercise__runtime")).to_be_hidden()
    assert site.truncated[file] == 0
    expect(write(page, GOOD).locator(".report")).to_be_visible()


def test_after_several_failures_the_learner_may_retry(context: BrowserContext, site: SmallSite) -> None:
    site.failures["manifest.json"] = 4
    page = context.new_page()
    page.goto(site.address)
    one = write(page, GOOD)
    expect(one.get_by_role("status")).to_contain_text("No se ha podido descargar el corrector")
    one.get_by_role("button", name="Reintentar").click()
    expect(one.locator(".exercise__runtime")).to_be_hidden()
    one.get_by_role("button", name="Revisar").click()
    expect(one.locator(".report")).to_be_visible()


@pytest.mark.parametrize(
    ("missing", "message"), [("Worker", "Este navegador no puede"), ("WebAssembly", "WebAssembly")]
)
def test_a_browser_that_cannot_run_it_is_told(
    context: BrowserContext, site: SmallSite, missing: str, message: str
) -> None:
    page = context.new_page()
    page.add_init_script(f"delete globalThis.{missing}")
    page.goto(site.address)
    one = write(page, GOOD)
    expect(one.get_by_role("status")).to_contain_text(message)
    expect(one.get_by_role("button", name="Reintentar")).to_be_hidden()


def test_a_draft_is_kept(page: Page) -> None:
    exercise(page).get_by_label("Tu tuit").press_sequentially("sin terminar")
    page.reload()  # at once: saved by leaving, not by the pause
    expect(exercise(page).get_by_label("Tu tuit")).to_have_value("sin terminar")
    expect(exercise(page).locator(".exercise__kept")).to_have_text("Guardado en este navegador.")


def test_the_last_report_is_kept(page: Page) -> None:
    expect(write(page, GOOD).locator(".report")).to_be_visible()
    page.reload()
    expect(exercise(page).locator(".report")).to_contain_text("Abre una conversación")
    exercise(page).get_by_label("Tu tuit").fill("otra cosa")
    expect(exercise(page).locator(".exercise__stale")).to_be_visible()


def test_a_new_version_keeps_the_old_answer(page: Page) -> None:
    exercise(page).get_by_label("Tu tuit").fill("de la versión 1")
    page.reload()
    page.route(
        "**/leccion/",
        lambda route: route.fulfill(
            body=route.fetch().text().replace('"version": 1', '"version": 2'), content_type="text/html"
        ),
    )
    page.reload()
    one = exercise(page)
    expect(one.get_by_label("Tu tuit")).to_have_value("de la versión 1")
    expect(one.locator(".exercise__kept")).to_contain_text("Este ejercicio ha cambiado")
    one.get_by_label("Tu tuit").fill("de la versión 2")
    expect(one.locator(".exercise__kept")).to_have_text("Guardado en este navegador.")
    one.locator("summary", has_text="Lo que has escrito antes").click()
    expect(one.locator(".exercise__entries")).to_contain_text("de la versión 1")


def test_starting_again_loses_nothing(page: Page) -> None:
    one = exercise(page)
    one.get_by_label("Tu tuit").fill("mi primer intento")
    one.get_by_role("button", name="Empezar de nuevo").click()
    expect(one.get_by_label("Tu tuit")).to_have_value("")
    one.locator("summary", has_text="Lo que has escrito antes").click()
    one.get_by_role("button", name="Recuperar").click()
    expect(one.get_by_label("Tu tuit")).to_have_value("mi primer intento")


def test_two_tabs_overwrite_nothing(context: BrowserContext, page: Page, site: SmallSite) -> None:
    other = context.new_page()
    other.goto(site.address)
    page.bring_to_front()
    mine, theirs = exercise(page).get_by_label("Tu tuit"), exercise(other).get_by_label("Tu tuit")
    # Both are being typed in when the other saves.
    theirs.evaluate("box => box.focus()")
    for box, text in ((mine, "desde la primera"), (theirs, "desde la segunda")):
        box.evaluate(
            "(box, text) => { box.value = text; box.dispatchEvent(new Event('input', {bubbles: true})) }", text
        )
    texts: set[str] = set()
    for _ in range(80):
        page.wait_for_timeout(250)
        if page.evaluate("localStorage.getItem('curso:/:prueba/escribir') !== null"):
            saved = stored(page)
            texts = {old["submission"]["text"] for old in (saved["draft"], *saved["displaced"])}
        if len(texts) == 2:
            break
    assert texts == {"desde la primera", "desde la segunda"}
    values = {mine.input_value(), theirs.input_value()}
    assert values <= texts
    other.reload()
    one = exercise(other)
    kept = one.get_by_label("Tu tuit").input_value()
    one.locator("summary", has_text="Lo que has escrito antes").click()
    one.get_by_role("button", name="Recuperar").first.click()
    expect(one.get_by_label("Tu tuit")).to_have_value((texts - {kept}).pop())


def test_a_tab_at_rest_follows_the_other(context: BrowserContext, page: Page, site: SmallSite) -> None:
    other = context.new_page()
    other.goto(site.address)
    exercise(other).get_by_label("Tu tuit").fill("sigo aquí")
    expect(exercise(page).get_by_label("Tu tuit")).to_have_value("sigo aquí")


def test_a_tab_in_use_is_not_overwritten(context: BrowserContext, page: Page, site: SmallSite) -> None:
    one = exercise(page)
    one.get_by_label("Tu tuit").fill("lo mío")
    other = context.new_page()
    other.goto(site.address)
    page.bring_to_front()
    one.get_by_label("Tu tuit").focus()
    page.evaluate("document.hasFocus = () => true")
    exercise(other).get_by_label("Tu tuit").evaluate(
        "box => { box.value = 'lo de la otra'; box.dispatchEvent(new Event('input', {bubbles: true})) }"
    )
    expect(one.locator(".exercise__kept")).to_contain_text("En otra pestaña")
    expect(one.get_by_label("Tu tuit")).to_have_value("lo mío")
    one.get_by_label("Tu tuit").fill("lo mío, más largo")
    expect(one.locator(".exercise__kept")).to_have_text("Guardado en este navegador.")
    assert [old["submission"]["text"] for old in stored(page)["displaced"]] == ["lo de la otra"]


def test_attempts_of_two_tabs_add_up(context: BrowserContext, page: Page, site: SmallSite) -> None:
    other = context.new_page()
    other.goto(site.address)
    for tab, text in ((page, "uno?"), (other, "dos?"), (page, "tres?")):
        tab.bring_to_front()
        expect(write(tab, text).locator("blockquote")).to_have_text(text)
    assert [attempt["report"]["submission"]["text"] for attempt in stored(page)["attempts"]] == [
        "uno?",
        "dos?",
        "tres?",
    ]


def test_an_attempt_not_heard_of_is_kept(page: Page) -> None:
    expect(write(page, "uno?").locator("blockquote")).to_have_text("uno?")
    saved = stored(page)
    saved["attempts"].append({**saved["attempts"][0], "id": "de otra pestaña"})
    page.evaluate("text => localStorage.setItem('curso:/:prueba/escribir', text)", json.dumps(saved))
    expect(write(page, "dos?").locator("blockquote")).to_have_text("dos?")
    assert len(stored(page)["attempts"]) == 3


@pytest.mark.parametrize(
    ("trouble", "message"),
    [
        (
            "Object.defineProperty(globalThis, 'localStorage', {get() { throw new DOMException('', 'SecurityError') }})",
            "no deja guardar",
        ),
        ("localStorage.setItem('otra', 'x'.repeat(5_242_875))", "No queda espacio"),
    ],
)
def test_a_browser_that_saves_nothing_is_told(
    context: BrowserContext, site: SmallSite, trouble: str, message: str
) -> None:
    page = context.new_page()
    page.add_init_script(trouble)
    page.goto(site.address)
    one = write(page, GOOD)
    expect(one.locator(".exercise__kept")).to_contain_text(message)
    expect(one.locator(".report")).to_be_visible()


def test_an_unreadable_record_is_set_aside(page: Page) -> None:
    page.evaluate("localStorage.setItem('curso:/:prueba/escribir', '{\"format\": 99}')")
    page.reload()
    exercise(page).get_by_label("Tu tuit").fill("de nuevo")
    expect(exercise(page).locator(".exercise__kept")).to_have_text("Guardado en este navegador.")
    kept = page.evaluate("Object.entries(localStorage).find(([key]) => key.includes('ilegible'))[1]")
    assert kept == '{"format": 99}'


def test_leaving_and_coming_back_by_instant_navigation(page: Page) -> None:
    one = exercise(page)
    one.get_by_label("Tu tuit").fill("antes de irme")
    page.evaluate("window.main = document.querySelector('main'); main.remove()")
    page.evaluate("document.body.append(main)")
    expect(one.get_by_label("Tu tuit")).to_have_value("antes de irme")
    expect(one.get_by_role("button", name="Revisar")).to_have_count(1)
    one.get_by_label("Tu tuit").press("Control+Enter")
    expect(one.locator(".report")).to_have_count(1)


def test_an_answer_that_comes_after_leaving_is_kept(page: Page) -> None:
    write(page, GOOD)
    page.evaluate("document.querySelector('main').remove()")
    deadline = time.monotonic() + 20
    while not stored(page)["attempts"]:
        assert time.monotonic() < deadline
        page.wait_for_timeout(100)


def test_the_counter_counts_as_the_network_does(page: Page) -> None:
    one = exercise(page)
    one.get_by_label("Tu tuit").fill("Mira https://example.com/una/dirección/muy/larga 👩‍👩‍👧")
    expect(one.locator(".counter")).to_have_text("31 de 280 caracteres")
    one.get_by_label("Tu tuit").fill("a" * 283)
    expect(one.locator(".counter")).to_have_text("Sobran 3 de 280 caracteres")
    expect(one.locator("[aria-live].visually-hidden")).to_have_text("Sobran 3")


def test_hints_come_one_at_a_time(page: Page) -> None:
    one = exercise(page)
    hints = one.locator(".exercise__hints li:visible")
    expect(hints).to_have_text(["Una"])
    one.get_by_role("button", name="Otra pista").click()
    expect(hints).to_have_text(["Una", "Dos"])
    expect(hints.last).to_be_focused()
    one.get_by_role("button", name="Otra pista").click()
    expect(hints).to_have_text(["Una", "Dos", "Tres"])
    expect(one.get_by_role("button", name="Otra pista")).to_have_count(0)


def test_models_are_discouraged_before_trying_but_open(page: Page) -> None:
    one = exercise(page)
    one.get_by_text("Modelos").click()
    expect(one.get_by_text("Un buen tuit.")).to_be_visible()
    expect(one.locator(".exercise__patience")).to_be_visible()
    expect(write(page, GOOD).locator(".report")).to_be_visible()
    expect(one.locator(".exercise__patience")).to_have_count(0)


def test_rewriting_begins_with_the_given_tweet(page: Page) -> None:
    expect(exercise(page, "reescribir").get_by_label("Tu versión")).to_have_value("Compra ya 🥖")


def test_diagnosis_by_keyboard(page: Page) -> None:
    one = exercise(page, "diagnosticar")
    expect(one.locator(".exercise__questions")).to_be_hidden()
    one.get_by_role("button", name="Revisar").click()
    expect(one.get_by_role("status")).to_have_text("Te faltan 2 preguntas por responder.")
    one.get_by_role("group", name="¿Presiona para vender?").get_by_label("Sí").press("Space")
    one.get_by_role("group", name="¿Conversa?").get_by_label("No").press("Space")
    one.get_by_role("button", name="Compra").press("Enter")
    one.get_by_role("button", name="ya").press("Space")
    one.get_by_role("button", name="ya").press("Space")
    one.get_by_role("button", name="🥖").press("Space")
    one.get_by_role("button", name="Revisar").click()
    expect(one.locator(".report")).to_be_visible()
    submission = stored(page, "diagnosticar")["attempts"][0]["report"]["submission"]
    assert submission == {"answers": {"hard_sell": True, "conversation": False}, "marks": [[0, 1], [3, 9]]}
    page.reload()
    expect(one.get_by_role("button", name="Compra")).to_have_attribute("aria-pressed", "true")
    expect(one.get_by_role("group", name="¿Conversa?").get_by_label("No")).to_be_checked()
    expect(one.locator(".report")).to_be_visible()
    expect(one.locator(".exercise__stale")).to_be_hidden()  # the report is about these very answers
    expect(one.locator(".exercise__history")).to_be_hidden()
