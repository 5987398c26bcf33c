"""Attempts to fool the checker: what is beyond doubt by the rubric must not be judged the other way with certainty.

``corpus/attempts.jsonl`` says of each text which criteria it surely misses (``must_miss``) and, of adverts in disguise,
which it surely meets (``must_meet``). An unsure verdict fools nobody.
"""

import json
from pathlib import Path

import pytest
import yaml

from checker import grade, judge_tweet

ROOT = Path(__file__).parents[2]
ATTEMPTS = [json.loads(line) for line in (ROOT / "corpus/attempts.jsonl").read_text("utf-8").splitlines()]
LEAST_HELD = 0.95
LEAST_HELD_OF_A_CRITERION = 0.85
EXERCISES = {
    name: {
        "id": f"01-relaciones/{name}",
        **yaml.safe_load((ROOT / f"exercises/01-relaciones/{name}.yml").read_text("utf-8")),
    }
    for name in ("propio", "difusion")
}


@pytest.fixture(scope="module")
def pairs():
    """All ``(attempt, criterion, wanted, fooled)``."""
    found = []
    for attempt in ATTEMPTS:
        verdicts = judge_tweet(attempt["text"])
        for wanted, key in ((False, "must_miss"), (True, "must_meet")):
            for criterion in attempt.get(key, ()):
                met, sure = criterion in verdicts["met"], criterion not in verdicts["unsure"]
                found.append((attempt, criterion, wanted, sure and met != wanted))
    return found


def told(fooled):
    """The fooled pairs as an assertion shows them, by kind."""
    return "\n".join(
        f"{attempt['kind']}: {criterion} {'missed' if wanted else 'met'}: {attempt['id']} {attempt['text']}"
        for attempt, criterion, wanted, _ in sorted(fooled, key=lambda pair: pair[0]["kind"])
    )


def beyond(pair):
    """Good syntax without sense cannot be told from sense by a checker without semantics; the reference of criteria says so."""
    return pair[0]["kind"] == "grammatical nonsense" and pair[1] == "coherent"


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=[attempt["id"] for attempt in ATTEMPTS])
def test_an_attempt_is_well_formed(attempt):
    claims = attempt["must_miss"] + attempt.get("must_meet", [])
    assert 1 <= len(claims) <= 5
    assert len(set(claims)) == len(claims)
    assert attempt["kind"]
    assert attempt["text"].strip()


def test_attempts_are_many_and_different():
    assert len(ATTEMPTS) == 180
    assert len({attempt["id"] for attempt in ATTEMPTS}) == len({attempt["text"] for attempt in ATTEMPTS}) == 180


def test_hardly_any_attempt_fools(pairs):
    fooled = [pair for pair in pairs if pair[3]]
    held = 1 - len(fooled) / len(pairs)
    assert held >= LEAST_HELD, f"{len(fooled)} of {len(pairs)} fooled ({held:.1%} held):\n{told(fooled)}"


@pytest.mark.parametrize("criterion", sorted({name for attempt in ATTEMPTS for name in attempt["must_miss"]}))
def test_no_criterion_is_easily_faked(pairs, criterion):
    claimed = [pair for pair in pairs if pair[1] == criterion and not pair[2] and not beyond(pair)]
    fooled = [pair for pair in claimed if pair[3]]
    held = 1 - len(fooled) / len(claimed)
    assert held >= LEAST_HELD_OF_A_CRITERION, (
        f"{criterion}: {len(fooled)} of {len(claimed)} fooled ({held:.1%} held):\n{told(fooled)}"
    )


@pytest.mark.parametrize("criterion", sorted({name for attempt in ATTEMPTS for name in attempt.get("must_meet", ())}))
def test_no_fault_is_easily_hidden(pairs, criterion):
    claimed = [pair for pair in pairs if pair[1] == criterion and pair[2]]
    fooled = [pair for pair in claimed if pair[3]]
    held = 1 - len(fooled) / len(claimed)
    assert held >= LEAST_HELD_OF_A_CRITERION, (
        f"{criterion}: {len(fooled)} of {len(claimed)} fooled ({held:.1%} held):\n{told(fooled)}"
    )


def own_words(name, text, earlier=()):
    """The reason why ``text`` is not the learner's own; None when it counts as such."""
    report = grade(EXERCISES[name], {"text": text}, earlier)
    failed = [entry["reason"] for entry in report["verdicts"] if entry["criterion"] == "own_words" and not entry["ok"]]
    return failed[0] if failed else None


ALL_MODELS = [(name, index) for name, exercise in EXERCISES.items() for index in range(len(exercise["models"]))]


@pytest.mark.parametrize(("name", "index"), ALL_MODELS)
def test_a_model_in_another_order_is_a_copy(name, index):
    sentences = EXERCISES[name]["models"][index]["text"].replace("? ", "?|").replace(". ", ".|").split("|")
    assert len(sentences) > 1
    assert own_words(name, " ".join(reversed(sentences))) is not None


@pytest.mark.parametrize(("name", "index"), ALL_MODELS)
def test_a_model_with_emoji_and_hashtag_is_a_copy(name, index):
    assert own_words(name, f"😀 {EXERCISES[name]['models'][index]['text']} #mercado") is not None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "propio",
            "Ayer saqué de un lavabo un tenedor, cuatro canicas y una carta de amor plastificada. La dueña jura que no es suya. Doce años de oficio y sigo sin acostumbrarme. ¿Qué es lo más raro que habéis encontrado vosotras en una tubería?",
        ),
        (
            "propio",
            "Tengo un naranjo de seis años que se niega a dar naranjas. Ya le hablé bonito, ya lo regañé y ya lo cambié de maceta. ¿A alguien le pasó lo mismo? Cuéntenme qué hicieron, que yo vivo de esto y me da vergüenza preguntar.",
        ),
        (
            "propio",
            "Hoy Marta, de 91, me devolvió la vianda con una queja: «mucha sopa y poca charla». Tiene razón, siempre ando corriendo. Los que acompañan a gente mayor, ¿cómo hacen para quedarse un rato más sin demorar a los que siguen?",
        ),
        (
            "propio",
            "Un cliente me trae los recibos del año en una caja. Funciona: nunca ha perdido uno. Llevo días repensando mis carpetas por su culpa. ¿Vosotros dónde guardáis los papeles importantes? Se aceptan confesiones.",
        ),
        (
            "difusion",
            "Lo pedisteis tantas veces en el mostrador que ha salido: desde el lunes no cierro las puertas hasta las 22:00. Me falta pensar qué hacemos con la última hora. ¿La queréis en silencio total o con una sala para hablar bajito?",
        ),
        (
            "difusion",
            "Desde el lunes ya no los saco a las ocho: cerramos a las diez de la noche. Estoy armando una mesa para ese horario y me faltan ideas. ¿Qué novela los ha tenido despiertos hasta tarde, aunque al otro día hubiera que trabajar?",
        ),
        (
            "difusion",
            "Desde el lunes la biblioteca queda abierta hasta las 22. Yo rendí media carrera en la mesa de la ventana, la que cruje, así que me emociona mucho. Y ustedes, ¿dónde estudiaban cuando en su casa no se podía?",
        ),
        (
            "difusion",
            "El lunes empezamos a cerrar a las 22:00 y me toca el primer turno de tarde. Los que leen o trabajan a esa hora, cuéntenme qué les falta siempre en una biblioteca. Yo ya apunté enchufes y una cafetera.",
        ),
    ],
)
def test_a_model_with_a_few_words_changed_is_a_copy(name, text):
    assert own_words(name, text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "la biblioteca municipal informa a las personas usuarias de que a partir del lunes amplía su horario de apertura hasta las 22:00 horas para más información consulte la web municipal",
        "Para más información, consulte la web municipal. La Biblioteca Municipal informa a las personas usuarias de que, a partir del lunes, amplía su horario de apertura hasta las 22:00 horas. 📚",
        "Hola: la Biblioteca Municipal informa a las personas usuarias de que, a partir del lunes, amplía su horario de apertura hasta las 22:00 horas. Para más información, consulte la web municipal. ¿Qué opináis?",
        "La Biblioteca Municipal informa a los usuarios de que, a partir del lunes, amplía su horario de apertura hasta las 22:00 horas. Para más información, visite la web municipal.",
    ],
    ids=["unpunctuated", "reordered", "question stuck on", "words changed"],
)
def test_the_given_tweet_touched_up_is_a_copy(text):
    assert own_words("difusion", text) is not None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("propio", "Llevas un puesto de fruta en un mercado y sabes reconocer un melón por el sonido."),
        (
            "propio",
            "Escribe un tuit que empiece una conversación con la gente a la que te gustaría conocer y deja un hueco que solo pueda llenar quien te lee.",
        ),
        (
            "difusion",
            "Mucha gente que estudia o trabaja allí llevaba meses pidiendo que cerrara más tarde, y por fin se ha conseguido.",
        ),
    ],
)
def test_the_context_and_parts_of_the_prompt_are_copies(name, text):
    assert own_words(name, text) is not None


@pytest.mark.parametrize(
    "again",
    [
        "Buenos días y feliz lunes a todas las clientas del puesto 🍉",
        "buenos dias y feliz lunes a todas las clientas del puesto",
        "¡Buenos días y feliz lunes a todas las clientas del puesto!",
    ],
    ids=["emoji", "without accents", "punctuation"],
)
def test_a_failed_answer_touched_up_is_the_same_again(again):
    first = grade(EXERCISES["propio"], {"text": "Buenos días y feliz lunes a todas las clientas del puesto."})
    assert not first["passed"]
    assert own_words("propio", again, [first]) is not None


def test_an_answer_of_ones_own_is_no_copy():
    answers = {
        "propio": "Esta semana una niña me preguntó si las sandías tienen frío en la cámara. Llevo tres días pensándolo. ¿Qué pregunta de niño os ha dejado sin respuesta?",
        "difusion": "Desde el lunes cierro a las 22:00, y ya he traído una manta para la silla. ¿Qué hacéis cuando os entra sueño estudiando y faltan veinte páginas?",
    }
    for name, text in answers.items():
        assert own_words(name, text) is None
