"""From submission to report: what passes, what fails, what is told."""

import json
import re

import pytest

from checker import SubmissionError, grade

WRITE = {
    "id": "lesson/write",
    "kind": "write",
    "prompt": "Cuenta algo que te haya pasado esta semana en el trabajo y pregunta a quien te lee por algo parecido.",
    "goals": {"require": ["conversation", "human_voice"], "avoid": ["hard_sell"], "watch": ["playful"]},
    "models": [
        {
            "by": "x",
            "text": "Ayer un señor me devolvió un paraguas que perdí hace tres años. ¿Qué os han devuelto a vosotros cuando ya no lo esperabais?",
        }
    ],
}
REWRITE = {
    **WRITE,
    "id": "lesson/rewrite",
    "kind": "rewrite",
    "tweet": {
        "author": "Biblioteca",
        "text": "Se informa de que la biblioteca cerrará el sábado por obras. Disculpen las molestias.",
    },
    "keep": ["sábado", "obra|reforma"],
}
DIAGNOSE = {
    "id": "lesson/diagnose",
    "kind": "diagnose",
    "tweet": {
        "author": "Tienda",
        "text": "¡Compra ya! Solo hoy, 50 % de descuento en toda la tienda. ¿Te lo vas a perder?",
    },
    "questions": [
        {
            "criterion": "hard_sell",
            "ask": "¿Empuja?",
            "answer": True,
            "marks": ["Compra ya", "Solo hoy"],
            "why": "Ordena y mete prisa.",
        },
        {"criterion": "conversation", "ask": "¿Conversa?", "answer": False, "why": "No quiere respuesta."},
    ],
}
GOOD = "Hoy se me ha quemado el pan por quedarme hablando con una clienta. ¿A vosotros qué se os quema cuando os liais a hablar?"
BAD = "¡COMPRA YA! Solo hoy, 50 % de descuento. Reserva en ejemplo.com antes de que se acabe."


def by_criterion(report):
    return {entry["criterion"]: entry for entry in report["verdicts"]}


def test_a_good_tweet_passes_and_says_where():
    report = grade(WRITE, {"text": GOOD})
    assert report["passed"]
    assert report["score"]["earned"] == report["score"]["possible"] == 4
    conversation = by_criterion(report)["conversation"]
    assert conversation["verdict"] == "met"
    assert any("¿A vosotros" in GOOD[start:end] for start, end in conversation["evidence"])
    assert report["summary"]["severity"] == "celebratory"


def test_a_bad_tweet_fails_with_reason_evidence_and_next_step():
    report = grade(WRITE, {"text": BAD})
    assert not report["passed"]
    hard = by_criterion(report)["hard_sell"]
    assert (hard["verdict"], hard["ok"], hard["severity"]) == ("met", False, "essential")
    assert hard["evidence"]
    assert hard["reason"]
    assert hard["next_step"]


def test_what_is_only_watched_never_fails():
    report = grade(WRITE, {"text": GOOD})
    playful = by_criterion(report)["playful"]
    assert playful["severity"] in ("informative", "actionable")
    assert report["score"]["possible"] == len(report["verdicts"]) - 1


def test_the_score_is_the_sum_of_its_parts():
    for text in (GOOD, BAD, "Hola", ""):
        report = grade(WRITE, {"text": text})
        counted = [entry for entry in report["verdicts"] if entry["criterion"] not in WRITE["goals"]["watch"]]
        assert report["score"] == {"earned": sum(entry["ok"] for entry in counted), "possible": len(counted)}
        assert report["passed"] == all(entry["ok"] for entry in counted)


def test_an_unsure_verdict_never_fails(monkeypatch):
    from checker import model

    def doubt(kind, features, original=model.estimate):
        return {name: guess._replace(sure=name == "coherent") for name, guess in original(kind, features).items()}

    monkeypatch.setattr("checker.criteria.estimate", doubt)
    report = grade(WRITE, {"text": BAD})
    assert report["passed"]
    assert by_criterion(report)["hard_sell"]["verdict"] == "unsure"
    assert "No lo veo claro" in by_criterion(report)["hard_sell"]["reason"]
    doubts = [entry["reason"] for entry in report["verdicts"] if entry["verdict"] == "unsure"]
    assert not any(re.search(r"inclina: [A-ZÁÉÍÓÚÑ]", reason) for reason in doubts)


def test_the_summary_knows_the_earlier_attempt():
    first = grade(WRITE, {"text": BAD})
    second = grade(
        WRITE,
        {"text": "Hoy se me ha quemado el pan por quedarme hablando con una clienta. Qué desastre, vaya olor."},
        [first],
    )
    assert by_criterion(second)["hard_sell"]["ok"]
    assert second["summary"]["text"].startswith("Vas mejor: ")
    third = grade(WRITE, {"text": GOOD}, [first, second])
    assert "revisión" in third["summary"]["text"]


def test_hints_grow_more_specific():
    earlier = []
    hints = []
    for text in (BAD, BAD + " Corre.", BAD + " Corre, vuela.", BAD + " Corre, vuela, ya."):
        report = grade(WRITE, {"text": text}, earlier)
        hints.append(by_criterion(report)["hard_sell"]["hint"])
        earlier.append(report)
    assert hints[0] == ""
    assert all(hints[1:])
    assert len(set(hints[1:])) == 3


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (WRITE["models"][0]["text"], "ejemplo"),
        (WRITE["models"][0]["text"].upper().replace("Ó", "O"), "ejemplo"),
        (WRITE["prompt"], "enunciado"),
    ],
)
def test_copies_are_recognised(text, reason):
    own = by_criterion(grade(WRITE, {"text": text}))["own_words"]
    assert not own["ok"]
    assert reason in own["reason"]


def test_a_copy_that_makes_no_sense_is_still_a_copy():
    odd = "lavadora trapo ventana azul oferta precio wifi cartel tarta botón tornillo manguera"
    by_itself = by_criterion(grade(WRITE, {"text": odd}))
    assert "coherent" in by_itself and "own_words" not in by_itself
    assert "own_words" in by_criterion(grade({**WRITE, "prompt": odd}, {"text": odd}))


def test_the_same_answer_again_is_recognised():
    first = grade(WRITE, {"text": BAD})
    again = by_criterion(grade(WRITE, {"text": BAD}, [first]))["own_words"]
    assert "misma respuesta" in again["reason"]


@pytest.mark.parametrize(
    "text",
    [
        "conversación pregunta valor humano cercano contenido interesante relaciones confianza consejo gracias",
        "asdf qwer zxcv uiop hjkl bnm",
        "",
        "😀😀😀",
    ],
)
def test_what_is_no_message_meets_nothing(text):
    report = grade(WRITE, {"text": text})
    assert [entry["criterion"] for entry in report["verdicts"]] == ["coherent"]
    assert not report["passed"]
    assert report["score"] == {"earned": 0, "possible": 1}


def test_a_rewrite_keeps_the_facts():
    kept = "El sábado no abro: vienen por fin a arreglar la gotera, estamos de obra. ¿Qué libro te llevas el viernes para aguantar?"
    lost = "No abro: vienen por fin a arreglar la gotera. ¿Qué libro te llevas el viernes para aguantar?"
    assert by_criterion(grade(REWRITE, {"text": kept}))["facts"]["ok"]
    facts = by_criterion(grade(REWRITE, {"text": lost}))["facts"]
    assert not facts["ok"]
    assert "«sábado», «obra»" in facts["reason"]


def test_a_rewrite_is_not_the_given_tweet():
    report = grade(REWRITE, {"text": REWRITE["tweet"]["text"]})
    assert [entry["criterion"] for entry in report["verdicts"]] == ["own_words"]


def test_diagnosis_is_graded_answer_by_answer():
    text = DIAGNOSE["tweet"]["text"]
    right = {"hard_sell": True, "conversation": False}
    marks = [[text.index(words), text.index(words) + len(words)] for words in ("Compra", "hoy")]
    assert grade(DIAGNOSE, {"answers": right, "marks": marks})["passed"]
    wrong = by_criterion(grade(DIAGNOSE, {"answers": {"hard_sell": False}, "marks": []}))
    assert [wrong[name]["ok"] for name in ("hard_sell", "conversation", "evidence")] == [False, False, False]
    assert "Ordena y mete prisa." in wrong["hard_sell"]["reason"]


@pytest.mark.parametrize(
    ("marks", "ok"),
    [([[1, 7]], False), ([[0, 80]], False), ([[40, 50]], False), ([[1, 7], [12, 16]], True)],
    ids=["some", "everything", "elsewhere", "right"],
)
def test_marks(marks, ok):
    report = grade(DIAGNOSE, {"answers": {"hard_sell": True, "conversation": False}, "marks": marks})
    assert by_criterion(report)["evidence"]["ok"] is ok


@pytest.mark.parametrize(
    ("exercise", "submission"),
    [
        (WRITE, {}),
        (WRITE, {"text": 3}),
        (DIAGNOSE, {"text": "x"}),
        (DIAGNOSE, {"answers": {"a": 1}}),
        (DIAGNOSE, {"answers": {}, "marks": [[1]]}),
    ],
)
def test_a_submission_of_another_shape_is_refused(exercise, submission):
    with pytest.raises(SubmissionError):
        grade(exercise, submission)


def test_a_report_is_plain_json():
    report = grade(WRITE, {"text": GOOD})
    assert json.loads(json.dumps(report)) == report


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (GOOD + " " + "Y así todo el día. " * 20, "caracteres"),
        (GOOD + " #a1 #b2 #c3", "hashtags"),
        (GOOD + " @a @b @c @d", "cuentas"),
    ],
)
def test_fits(text, reason):
    fits = by_criterion(grade(WRITE, {"text": text}))["fits"]
    assert not fits["ok"]
    assert reason in fits["reason"]
    assert fits["evidence"]
