"""Blocks in lessons: finished HTML, or a sentence that says where and how to mend it."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from markdown import Markdown

from publish.extension import BlockError, CourseExtension

ROOT = Path(__file__).parents[2]


def render(source, **options):
    options = {"exercises": str(ROOT / "exercises"), **options}
    return Markdown(extensions=[CourseExtension(**options)]).convert(source)


def test_a_tweet_card_shows_verdicts_and_marks_the_evidence():
    html = render(
        "Mira:\n\n```tuit\nautor: Tienda\nmira: hard_sell, conversation\n---\n¡Compra ya! Solo hoy\n<b>50 %</b>\n```\n\nFin."
    )
    assert '<figcaption class="tweet__author">Tienda</figcaption>' in html
    assert html.count('<li class="verdict') == 2
    assert "Venta a presión" in html
    assert '<mark class="mark mark--against"' in html
    assert "&lt;b&gt;" in html
    assert "<p>Fin.</p>" in html


def test_a_plain_card_judges_nothing():
    html = render("```tuit\nautor: Tienda\n---\n¡Compra ya!\n```")
    assert "verdict" not in html
    assert "<mark" not in html


@pytest.mark.parametrize("name", ["comparar", "diagnostico", "difusion", "propio", "responder"])
def test_an_exercise_is_complete_without_javascript(name):
    html = render(f"```ejercicio\n01-relaciones/{name}\n```")
    assert f'id="ejercicio-01-relaciones-{name}"' in html
    for part in ("exercise__title", "exercise__prompt", "exercise__without", "exercise__hints", "exercise__models"):
        assert part in html, part
    data = exercise_data(html)
    assert data["id"] == f"01-relaciones/{name}"
    assert "<script" not in html
    assert "<p><course-exercise" not in html


def test_the_laboratory_has_neither_hints_nor_answers():
    html = render("```ejercicio\nlaboratorio/libre\n```")
    assert 'data-kind="free"' in html
    assert "Sin JavaScript no se puede revisar" in html
    assert "<details" not in html


def test_words_about_the_account_show_their_defaults(tmp_path):
    from tests.checker.test_authoring import GOOD, write_exercise

    brief = "prompt: Escribe para {{publico}}, no para [otra]({{publico}}). {{nada}}\ndefaults: {publico: '<b>tú</b> & yo'}\n"
    write_exercise(tmp_path, GOOD.replace("prompt: Reescribe este aviso para que alguien quiera contestar.\n", brief))
    html = render("```ejercicio\n01-prueba/ejercicio\n```", exercises=str(tmp_path))
    prompt = html.partition('"exercise__prompt">')[2].partition("</div>")[0]
    assert prompt == (
        '<p>Escribe para <span data-account="publico">&lt;b&gt;tú&lt;/b&gt; &amp; yo</span>, '
        'no para <a href="{{publico}}">otra</a>. {{nada}}</p>'
    )
    assert exercise_data(html)["defaults"] == {"publico": "<b>tú</b> & yo"}


def test_the_form_of_the_account_is_no_paragraph():
    html = render("Antes.\n\n<course-account><p>Sin JavaScript.</p></course-account>\n\nDespués.")
    assert "<p><course-account" not in html


def exercise_data(html):
    """What the browser reads from the exercise's attribute."""
    return json.loads(unescape(re.search(r'data-exercise="([^"]*)"', html)[1]))


def test_data_cannot_leave_its_attribute(tmp_path):
    from tests.checker.test_authoring import GOOD, write_exercise

    write_exercise(tmp_path, GOOD.replace("Porque sí.", 'Porque "> </script><script>alert(1)</script> sí.'))
    html = render("```ejercicio\n01-prueba/ejercicio\n```", exercises=str(tmp_path))
    assert "</script><script>" in exercise_data(html)["explanation"]
    assert "<script>" not in html.split("exercise__explanation")[0]


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (
            "```ejercicio\n01-relaciones/nada\n```",
            "there is no exercise '01-relaciones/nada'; there are: 01-relaciones/comparar",
        ),
        ("```ejercicio\n../../etc/passwd\n```", "there is no exercise"),
        ("```ejercicio\n```", "there is no exercise ''"),
        ("```tuit\nautor: X\nhola\n```", "needs a line '---'"),
        ("```tuit\nautora: X\n---\nhola\n```", "'autora: X' is not a setting"),
        ("```tuit\n---\nhola\n```", "needs 'autor"),
        ("```tuit\nautor: X\nmira: hard_cell\n---\nhola\n```", "'hard_cell' is not a criterion"),
        ("```tuit\nautor: X\n---\nhola", "does not end"),
    ],
)
def test_a_bad_block_says_page_line_and_mend(block, told):
    with pytest.raises(BlockError, match=re.escape(told)) as caught:
        render("# Título\n\n" + block, page="docs/a.md", first_line=5)
    assert str(caught.value).startswith("docs/a.md:7: ")


def test_a_bad_exercise_file_is_named(tmp_path):
    from tests.checker.test_authoring import GOOD, write_exercise

    write_exercise(tmp_path, GOOD.replace("kind: rewrite", "kind: rewrit"))
    with pytest.raises(BlockError, match=r"ejercicio\.yml:1: .*write one of"):
        render("```ejercicio\n01-prueba/ejercicio\n```", exercises=str(tmp_path))


def test_other_fences_are_left_alone():
    html = Markdown(extensions=["fenced_code", CourseExtension()]).convert("```python\nx = 1\n```")
    assert "x = 1" in html
    assert "course-exercise" not in html


def test_the_index_lists_the_exercises_of_pages_in_their_order(tmp_path):
    (tmp_path / "lecciones").mkdir()
    (tmp_path / "lecciones" / "uno.md").write_text(
        "---\ntitle: Uno & dos\n---\n\n```ejercicio\n01-relaciones/propio\n```\n\n```ejercicio\n01-relaciones/comparar\n```\n",
        encoding="utf-8",
    )
    html = render("```indice\nlecciones/uno.md\n```", docs=str(tmp_path), page="docs/mi-progreso.md")
    assert re.findall(r'data-exercise-id="([^"]+)"', html) == ["01-relaciones/propio", "01-relaciones/comparar"]
    assert '<h2><a href="../lecciones/uno/">Uno &amp; dos</a></h2>' in html
    assert 'href="../lecciones/uno/#ejercicio-01-relaciones-propio"' in html
    assert "<p><course-progress" not in html


@pytest.mark.parametrize(("page", "told"), [(None, "no page 'x.md'"), ("Sin título", "needs a line 'title: …'")])
def test_an_index_of_a_bad_page_is_told(tmp_path, page, told):
    if page:
        (tmp_path / "x.md").write_text(page, encoding="utf-8")
    with pytest.raises(BlockError, match=re.escape(told)):
        render("```indice\nx.md\n```", docs=str(tmp_path), page="docs/mi-progreso.md")
