"""Exercises of several tweets, the laboratory, the classic challenge and words about the learner's account."""

import json
import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import SubmissionError, grade
from checker.authoring import check_exercises, load_exercise
from checker.bridge import call
from checker.criteria import CRITERIA
from checker.feed import FEED_CRITERIA, read_feed
from checker.feed.split import split_tweets
from checker.messages import texts
from checker.model import Estimate
from checker.view import report_view
from publish.html import to_html
from tests.checker.conftest import HOSTILE

ROOT = Path(__file__).parents[2]
CASES = json.loads((ROOT / "tests" / "cases" / "split.json").read_text(encoding="utf-8"))
WEEK = {"id": "prueba/semana", **yaml.safe_load((ROOT / "tests" / "cases" / "semana.yml").read_text(encoding="utf-8"))}
UNGUARDED = {**WEEK, "models": []}
GOOD = WEEK["models"][0]["tweets"]
HARD = "¡Últimas unidades! Compra hoy tu casco al 50 % y llévate unas luces gratis. ¡No te lo pierdas!"
FREE = {"id": "prueba/libre", "kind": "free", "prompt": "Pega lo que quieras."}
WRITE = {
    "id": "prueba/escribe",
    "kind": "write",
    "prompt": "Cuenta algo a {{publico}} y pregunta por algo parecido que les haya pasado esta misma semana.",
    "defaults": {"publico": "la gente del mercado"},
    "goals": {"require": ["conversation"]},
    "models": [],
}
LONG = "Hoy se me ha quemado el pan por quedarme hablando con una clienta. ¿A vosotros qué se os quema cuando os liais a hablar en la cocina o en el trabajo?"


def by_criterion(report):
    return {entry["criterion"]: entry for entry in report["verdicts"]}


def write_week(folder, source):
    """Write an exercise below ``folder``."""
    shutil.copy(ROOT / "exercises" / "schema.json", folder / "schema.json")
    path = folder / "prueba" / "semana.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(source, encoding="utf-8")
    return path


# --- A plan


def test_the_sample_week_proves_itself(tmp_path):
    shutil.copy(ROOT / "exercises" / "schema.json", tmp_path / "schema.json")
    (tmp_path / "prueba").mkdir()
    shutil.copy(ROOT / "tests" / "cases" / "semana.yml", tmp_path / "prueba")
    assert [str(problem) for problem in check_exercises(tmp_path)] == []
    assert load_exercise(tmp_path / "prueba" / "semana.yml") == WEEK


def test_a_good_plan_passes():
    report = grade(UNGUARDED, {"tweets": GOOD})
    assert report["passed"]
    assert "Tu plan" in report["summary"]["text"]
    assert [entry["criterion"] for entry in report["verdicts"]] == [
        "count",
        *WEEK["goals"]["require"],
        "hard_sell",
        "fits",
    ]
    assert report["score"] == {"earned": 6, "possible": 6}
    assert [part["text"] for part in report["plan"]] == GOOD


def test_evidence_is_told_tweet_by_tweet():
    report = grade(UNGUARDED, {"tweets": [*GOOD[:3], HARD]})
    hard = by_criterion(report)["hard_sell"]
    assert (hard["ok"], hard["tweets"]) == (False, [3])
    assert "En el tuit 4" in hard["reason"]
    assert hard["next_step"]
    (entry,) = [entry for entry in report["plan"][3]["verdicts"] if entry["criterion"] == "hard_sell"]
    assert any("Compra" in HARD[start:end] for start, end in entry["evidence"])
    markup = to_html(report_view(report))
    assert "Tuit 4 · " in markup
    assert "No se pedía" not in markup
    assert '<mark class="mark mark--against"' in markup


def test_several_failing_tweets_are_named_together():
    report = grade(UNGUARDED, {"tweets": [HARD, GOOD[0], HARD + " Corre.", GOOD[1]]})
    assert "En los tuits 1 y 3. El 1: " in by_criterion(report)["hard_sell"]["reason"]


@pytest.mark.parametrize(
    ("tweets", "reason"), [(GOOD[:3], "al menos 4"), ([*GOOD, *WEEK["models"][1]["tweets"][:2]], "5 como mucho")]
)
def test_the_number_of_tweets_counts(tweets, reason):
    count = by_criterion(grade(UNGUARDED, {"tweets": tweets}))["count"]
    assert not count["ok"]
    assert reason in count["reason"]


def test_every_tweet_must_fit():
    report = grade(UNGUARDED, {"tweets": [*GOOD[:3], GOOD[3] + " Y así todos los días de la semana." * 8]})
    assert by_criterion(report)["fits"]["tweets"] == [3]


@pytest.mark.parametrize("text", ["", "asdf qwer zxcv uiop hjkl bnm", "pan bici rueda aire relación confianza valor"])
def test_a_plan_with_a_senseless_tweet_meets_nothing(text):
    report = grade(UNGUARDED, {"tweets": [*GOOD[:3], text]})
    assert [entry["criterion"] for entry in report["verdicts"]] == ["coherent"]
    assert report["verdicts"][0]["tweets"] == [3]
    assert not report["passed"]


def test_an_unsure_tweet_fails_nothing(monkeypatch):
    from checker import model

    def doubt(kind, features, original=model.estimate):
        found = original(kind, features)
        return {name: guess._replace(sure=kind == "feed" or name == "coherent") for name, guess in found.items()}

    monkeypatch.setattr("checker.criteria.estimate", doubt)
    hard = by_criterion(grade(UNGUARDED, {"tweets": [*GOOD[:3], HARD]}))["hard_sell"]
    assert (hard["verdict"], hard["ok"]) == ("unsure", True)
    assert "No lo veo claro" in hard["reason"]


@pytest.mark.parametrize("criterion", ["promotion_in_moderation", "converses"])
def test_a_count_decides_and_weights_only_doubt_it(monkeypatch, criterion):
    good = [
        "¿Qué hicieron el domingo?",
        "Yo dormí la siesta. ¿Y ustedes?",
        "¿Qué cenaron anoche?",
        "Aquí llueve. ¿Y allí?",
    ]
    bad = ["¡Compra ya tu casco al 50 %! Solo hoy."] * 4
    low = Estimate(met=False, sure=True, probability=0.1, pushes=())
    monkeypatch.setattr("checker.feed.estimate", lambda *_: dict.fromkeys(FEED_CRITERIA, low))
    kept, failed = read_feed(good)[criterion], read_feed(bad)[criterion]
    assert (kept.met, kept.sure) == (True, False)
    assert (failed.met, failed.sure) == (False, True)
    high = Estimate(met=True, sure=True, probability=0.9, pushes=())
    monkeypatch.setattr("checker.feed.estimate", lambda *_: dict.fromkeys(FEED_CRITERIA, high))
    doubted = read_feed(bad)[criterion]
    assert (doubted.met, doubted.sure) == (False, False)


def test_copies_are_recognised_in_one_tweet_of_many():
    own = by_criterion(grade(WEEK, {"tweets": [WEEK["models"][1]["tweets"][0], *GOOD[1:]]}))["own_words"]
    assert not own["ok"]
    assert "1, 2, 3 y 4" in own["reason"]
    told = WEEK["prompt"].replace("{{publico}}", "la gente que pedalea")
    own = by_criterion(grade(UNGUARDED, {"tweets": [*GOOD[:3], told]}))["own_words"]
    assert "enunciado: 4" in own["reason"]
    asked = texts("criteria.conversation.hints")[-1]
    own = by_criterion(grade(UNGUARDED, {"tweets": [asked, *GOOD[:3]]}))["own_words"]
    assert "explica qué se busca: 1" in own["reason"]


def test_the_same_plan_again_is_recognised_but_not_with_another_limit():
    bad = {"tweets": [HARD, *GOOD[:3]]}
    first = grade(UNGUARDED, bad)
    assert "own_words" in by_criterion(grade(UNGUARDED, bad, [first]))
    shouted = {"tweets": [tweet.upper() for tweet in bad["tweets"]]}
    assert "own_words" in by_criterion(grade(UNGUARDED, shouted, [first]))
    assert "own_words" not in by_criterion(grade(UNGUARDED, {**bad, "limit": 140}, [first]))
    assert "own_words" not in by_criterion(grade(UNGUARDED, {"tweets": bad["tweets"][::-1]}, [first]))


@pytest.mark.parametrize(
    "submission",
    [
        {},
        {"text": "x"},
        {"tweets": "x"},
        {"tweets": []},
        {"tweets": ["x", 3]},
        {"tweets": ["x"] * 31},
        {"tweets": ["x"], "limit": 1000},
        {"tweets": ["x"], "limit": "140"},
        {"tweets": ["x"], "limit": None},
        {"tweets": ["x"], "limit": [140]},
    ],
)
def test_plans_of_another_shape_are_refused(submission):
    with pytest.raises(SubmissionError):
        grade(WEEK, submission)
    assert json.loads(call(json.dumps({"do": "grade", "exercise": WEEK, "submission": submission})))["error"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("count: {min: 4, max: 5}", "count: {min: 5, max: 4}", "'min' is above 'max'"),
        ("count: {min: 4, max: 5}", "count: {min: 4, max: 99}", "'max' above 30"),
        ("count: {min: 4, max: 5}\n", "", "lacks 'count'"),
        ("[bonds_first, ", "[bonds_frist, ", "write one of: bonds_first"),
        ("caught_by: count", "caught_by: fits", "'fits' does not catch"),
        ("[hard_sell]", "[conversation]", "does not pass: it fails conversation"),
        ("{{negocio}}", "{{negosio}}", "'{{negosio}}' stands for nothing"),
        ("  negocio: un taller", "  tono: un taller", "'{{negocio}}' stands for nothing"),
        ("desde {{negocio}}", "desde tu taller", "'negocio' is never used"),
        ("  negocio: un taller", "  negosio: un taller", "'negosio' was unexpected"),
    ],
)
def test_mistakes_in_the_file_are_told(tmp_path, old, new, told):
    source = (ROOT / "tests" / "cases" / "semana.yml").read_text(encoding="utf-8")
    assert old in source
    write_week(tmp_path, source.replace(old, new, 1))
    assert told in str(check_exercises(tmp_path)[0])


# --- The laboratory


def test_one_tweet_shows_every_criterion_and_passes_nothing():
    report = grade(FREE, {"text": HARD})
    assert [entry["criterion"] for entry in report["verdicts"]] == list(CRITERIA)
    assert (report["passed"], report["score"], report["plan"]) == (None, None, [])
    assert {entry["next_step"] for entry in report["verdicts"]} == {""}
    marked = {entry["criterion"] for entry in report["verdicts"] if entry["evidence"]}
    assert "hard_sell" in marked
    assert marked <= {entry["criterion"] for entry in report["verdicts"] if entry["verdict"] != "missed"}
    markup = to_html(report_view(report))
    assert "report--seen" in markup
    assert "report__score" not in markup
    assert "<mark" in markup


def test_several_tweets_show_the_plan_and_a_table():
    report = grade(FREE, {"text": "\n---\n".join([HARD, *GOOD])})
    assert [entry["criterion"] for entry in report["verdicts"]] == list(FEED_CRITERIA)
    assert [part["text"] for part in report["plan"]] == [HARD, *GOOD]
    assert all(len(part["verdicts"]) == len(CRITERIA) for part in report["plan"])
    assert "5 tuits" in report["summary"]["text"]
    markup = to_html(report_view(report))
    assert markup.count("<tr>") == 1 + len(CRITERIA)
    assert markup.count("<td ") == 5 * len(CRITERIA)


def test_the_laboratory_says_once_that_there_is_no_message():
    assert [entry["criterion"] for entry in grade(FREE, {"text": " "})["verdicts"]] == ["coherent"]


@pytest.mark.parametrize("submission", [{}, {"text": 1}, {"text": "x", "limit": 3}, {"text": "a\n---\n" * 31}])
def test_laboratory_submissions_of_another_shape_are_refused(submission):
    with pytest.raises(SubmissionError):
        grade(FREE, submission)


@pytest.mark.parametrize("extra", ["models: []", "hints: [Uno, Dos]", "goals: {require: [fits]}"])
def test_the_laboratory_has_nothing_to_answer(tmp_path, extra):
    write_week(tmp_path, f"kind: free\nversion: 1\ntitle: Libre\nprompt: Pega.\n{extra}\n")
    assert "not known here" in str(check_exercises(tmp_path)[0])


@pytest.mark.parametrize("case", CASES)
def test_a_pasted_week_is_split(case):
    assert split_tweets(case["text"]) == case["tweets"]


# --- Whatever comes


def survive(exercise, submission):
    report = grade(exercise, submission)
    assert json.loads(json.dumps(report)) == report
    for part in report["plan"]:
        for entry in part["verdicts"]:
            for start, end in entry["evidence"]:
                assert 0 <= start < end <= len(part["text"])
    markup = to_html(report_view(report))
    assert "<script" not in markup
    answer = json.loads(call(json.dumps({"do": "grade", "exercise": exercise, "submission": submission})))
    assert answer["report"] == report


@pytest.mark.parametrize("text", [text[:20_000] for text in HOSTILE.values()], ids=HOSTILE)
def test_hostile_plans_are_survived(text):
    survive(WEEK, {"tweets": [GOOD[0], text]})
    survive(FREE, {"text": text})
    survive(FREE, {"text": f"{GOOD[0]}\n---\n{text}"})


@settings(deadline=None, max_examples=25)
@given(st.lists(st.text(max_size=200) | st.sampled_from([HARD, *GOOD]), min_size=1, max_size=4))
def test_any_plan_is_survived(tweets):
    survive(UNGUARDED, {"tweets": tweets})


@settings(deadline=None, max_examples=25)
@given(st.text(alphabet=st.sampled_from("aé¿? -–—\n\r\t😀")))
def test_any_laboratory_text_is_survived(text):
    survive(FREE, {"text": text})
    assert not any(tweet.strip(" \t\r\n") != tweet or not tweet for tweet in split_tweets(text))


# --- The classic challenge


def test_the_classic_challenge_allows_140():
    assert grade(WRITE, {"text": LONG})["passed"]
    assert grade(WRITE, {"text": LONG, "limit": 280})["passed"]
    report = grade(WRITE, {"text": LONG, "limit": 140})
    assert not report["passed"]
    assert report["length"] == {"weighted": len(LONG), "limit": 140}
    assert f"{len(LONG) - 140} caracteres de los 140" in by_criterion(report)["fits"]["reason"]
    short = grade(WRITE, {"text": LONG[:110] + "?", "limit": 140})
    assert "2011" in by_criterion(short)["fits"]["reason"]
    assert by_criterion(grade(FREE, {"text": LONG, "limit": 140}))["fits"]["evidence"]
    plan = grade(UNGUARDED, {"tweets": GOOD, "limit": 140})
    assert by_criterion(plan)["fits"]["tweets"] == [index for index, text in enumerate(GOOD) if len(text) > 140]


@pytest.mark.parametrize("limit", [{}, {"limit": 140}, {"limit": 280}])
def test_an_exercise_may_ask_for_140_whatever_the_learner_says(limit):
    report = grade({**WRITE, "limit": 140}, {"text": LONG, **limit})
    assert not report["passed"]
    assert report["length"]["limit"] == 140
    assert by_criterion(grade({**UNGUARDED, "limit": 140}, {"tweets": GOOD, **limit}))["fits"]["tweets"]


def test_where_140_are_asked_for_switching_is_no_new_answer():
    asks = {**WRITE, "limit": 140}
    first = grade(asks, {"text": LONG})
    assert "own_words" in by_criterion(grade(asks, {"text": LONG, "limit": 140}, [first]))


def test_leaving_the_classic_challenge_is_no_repetition():
    first = grade(WRITE, {"text": LONG, "limit": 140})
    assert grade(WRITE, {"text": LONG}, [first])["passed"]


@pytest.mark.parametrize("limit", [0, 141, 140.5, True, "140", None])
def test_other_limits_are_refused(limit):
    with pytest.raises(SubmissionError, match="140"):
        grade(WRITE, {"text": LONG, "limit": limit})


# --- Words about the learner's account


@pytest.mark.parametrize("readers", [None, "quien corre maratones por la playa de noche con linterna"])
def test_a_brief_is_recognised_with_the_words_that_were_shown(readers):
    exercise = {**WRITE, "defaults": {"publico": readers}} if readers else WRITE
    told = WRITE["prompt"].replace("{{publico}}", readers or "la gente del mercado")
    assert not by_criterion(grade(exercise, {"text": told}))["own_words"]["ok"]
