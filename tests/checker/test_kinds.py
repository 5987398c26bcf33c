"""Kinds of exercise that answer, compare and put in order: what passes, what fails, and what their authors are told."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import SubmissionError, grade
from checker.authoring import check_exercises, load_exercise
from checker.bridge import call
from checker.kinds import KINDS
from checker.view import report_view
from publish.html import to_html
from tests.checker.test_authoring import write_exercise

ROOT = Path(__file__).parents[2]
ORDER_SOURCE = (ROOT / "tests" / "cases" / "orden.yml").read_text(encoding="utf-8")
REPLY_PATH = ROOT / "exercises" / "01-relaciones" / "responder.yml"
COMPARE_PATH = ROOT / "exercises" / "01-relaciones" / "comparar.yml"
COMPARE_REASONS = re.search(r"reasons:\n.*?(?=wrong:)", COMPARE_PATH.read_text(encoding="utf-8"), re.DOTALL)[0]
REPLY, COMPARE = load_exercise(REPLY_PATH), load_exercise(COMPARE_PATH)


@pytest.fixture
def order(tmp_path):
    """The exercise of ``orden.yml``."""
    return load_exercise(write_exercise(tmp_path, ORDER_SOURCE))


def by_criterion(report):
    return {entry["criterion"]: entry for entry in report["verdicts"]}


# --- reply


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("A mí los bizcochos también me salen planos. ¿Cuánto tardas en abrir?", "met"),
        ("Yo apagaría el fuego antes de asomarme. ¿Qué harina usas?", "met"),
        ("Será que entra frío por la puerta, a mí me pasaba. ¿La abres mucho?", "met"),
        ("Yo hoy he dormido fatal. ¿Y vosotros, qué soñáis los lunes?", "missed"),
    ],
    ids=["a word", "a subject", "the author's words", "nothing"],
)
def test_a_reply_takes_up_the_given_tweet(text, verdict):
    entry = by_criterion(grade(REPLY, {"text": text}))["takes_up"]
    assert entry["verdict"] == verdict
    assert bool(entry["next_step"]) is (verdict == "missed")


def test_what_is_taken_up_is_quoted_and_marked():
    text = "Ojalá mi hija fuera tan graciosa. ¿A qué altura pones la bandeja?"
    entry = by_criterion(grade(REPLY, {"text": text}))["takes_up"]
    assert "«hija»" in entry["reason"]
    assert [text[start:end] for start, end in entry["evidence"]] == ["hija"]


def test_the_manner_of_a_reply_is_not_counted_against_it():
    entry = by_criterion(grade(REPLY, {"text": "Te entiendo. Prueba otra vez y dime qué pasa."}))["takes_up"]
    assert (entry["verdict"], entry["ok"]) == ("unsure", True)


def test_a_reply_does_not_repeat_the_given_tweet():
    report = grade(REPLY, {"text": REPLY["tweet"]["text"]})
    assert [entry["criterion"] for entry in report["verdicts"]] == ["own_words"]
    assert "Repites" in report["verdicts"][0]["reason"]


def test_a_reply_is_judged_as_a_tweet_and_in_the_classic_challenge():
    text = REPLY["models"][0]["text"]
    assert grade({**REPLY, "models": []}, {"text": text})["passed"]
    assert not by_criterion(grade({**REPLY, "models": []}, {"text": text, "limit": 140}))["fits"]["ok"]


def test_a_reply_without_sense_is_told_only_that():
    report = grade(REPLY, {"text": REPLY["wrong"][-1]["text"]})
    assert [entry["criterion"] for entry in report["verdicts"]] == ["coherent"]


# --- compare


def test_a_comparison_is_graded_answer_by_answer():
    deciding = [reason["criterion"] for reason in COMPARE["reasons"] if reason["differs"]]
    assert grade(COMPARE, {"choice": COMPARE["better"], "reasons": deciding})["passed"]
    report = grade(COMPARE, {"choice": 1 - COMPARE["better"], "reasons": ["conversation", "fits"]})
    assert report["score"] == {"earned": 2, "possible": 5}
    wrong = {name: entry for name, entry in by_criterion(report).items() if not entry["ok"]}
    assert list(wrong) == ["choice", "human_voice", "fits"]
    whys = {reason["criterion"]: reason["why"] for reason in COMPARE["reasons"]}
    assert all(whys[name] in wrong[name]["reason"] for name in ("human_voice", "fits"))


@pytest.mark.parametrize("kind", ["compare", "diagnose"])
def test_nobody_is_told_how_to_write_what_they_did_not_write(kind):
    exercise = COMPARE if kind == "compare" else load_exercise(COMPARE_PATH.with_name("diagnostico.yml"))
    submission = {"choice": 0, "reasons": [], "answers": {"conversation": True}, "marks": []}
    first = grade(exercise, submission)
    again = grade(exercise, submission, [first])
    entry = by_criterion(again)["conversation"]
    assert not entry["ok"]
    assert entry["next_step"] == entry["hint"] == ""
    assert "contestarte" not in again["summary"]["text"]


def test_a_comparison_shows_what_is_seen_in_both_tweets():
    report = grade(COMPARE, {"choice": 1, "reasons": ["conversation"]})
    assert [part["text"] for part in report["plan"]] == [tweet["text"] for tweet in COMPARE["tweets"]]
    first, second = ({entry["criterion"]: entry for entry in part["verdicts"]} for part in report["plan"])
    assert (first["conversation"]["verdict"], second["conversation"]["verdict"]) == ("missed", "met")
    assert second["conversation"]["evidence"]
    assert first["conversation"]["next_step"] == ""
    assert "<mark" in to_html(report_view(report))


@pytest.mark.parametrize(
    "submission",
    [
        {},
        {"choice": 2},
        {"choice": True},
        {"choice": "0"},
        {"choice": [0]},
        {"choice": 0, "reasons": "x"},
        {"choice": 0, "reasons": [1]},
        {"choice": 0, "reasons": None},
    ],
)
def test_a_comparison_of_another_shape_is_refused(submission):
    with pytest.raises(SubmissionError, match=r"expected|must be a list"):
        grade(COMPARE, submission)


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("criterion: fits\n    differs: false", "criterion: fits\n    differs: true", 32, "reads 'fits' otherwise"),
        (
            "criterion: conversation\n    differs: true",
            "criterion: conversation\n    differs: false",
            20,
            "reads 'conversation' otherwise (missed and met)",
        ),
        (
            COMPARE_REASONS,
            "reasons:\n  - {criterion: hard_sell, differs: false, why: a}\n  - {criterion: fits, differs: false, why: b}\n",
            19,
            "nothing makes the difference",
        ),
        ("better: 1", "better: 2", 18, "write one of: 0, 1"),
        ("caught_by: choice", "caught_by: fits", 37, "'fits' does not catch"),
    ],
)
def test_an_author_of_a_comparison_is_told_what_is_wrong(tmp_path, old, new, line, told):
    source = COMPARE_PATH.read_text(encoding="utf-8")
    assert source.count(old) == 1
    write_exercise(tmp_path, source.replace(old, new))
    problem = check_exercises(tmp_path)[0]
    assert told in problem.problem
    assert problem.line == line


# --- order


def test_orders_are_graded_by_what_the_plan_amounts_to(order):
    for model in order["models"]:
        assert grade(order, {"order": model["order"]})["passed"]
    report = grade(order, {"order": [0, 1, 2, 3, 4]})
    entry = by_criterion(report)["bonds_first"]
    assert not report["passed"]
    assert (entry["verdict"], entry["tweets"]) == ("missed", [0])
    assert entry["next_step"]


def test_the_report_shows_the_plan_as_it_was_ordered(order):
    report = grade(order, {"order": [4, 3, 2, 1, 0]})
    assert [part["text"] for part in report["plan"]] == order["tweets"][::-1]
    last = {entry["criterion"]: entry for entry in report["plan"][-1]["verdicts"]}
    assert last["promotional"]["verdict"] == "met"
    assert all(entry["next_step"] == "" for part in report["plan"] for entry in part["verdicts"])
    assert order["tweets"][4][:9] in to_html(report_view(report))


@pytest.mark.parametrize(
    "value",
    [
        None,
        "01234",
        [0, 1, 2, 3],
        [0, 1, 2, 3, 3],
        [1, 2, 3, 4, 5],
        [0, 1, 2, 3, 4.0],
        [True, 0, 2, 3, 4],
        [[0], 1, 2, 3, 4],
    ],
)
def test_an_order_of_another_shape_is_refused(order, value):
    with pytest.raises(SubmissionError, match="each number from 0 to 4 once"):
        grade(order, {"order": value})


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("order: [1, 3, 2, 0, 4]", "order: [1, 3, 2, 0]", 15, "each number from 0 to 4 once"),
        ("order: [1, 3, 2, 0, 4]", "order: [0, 3, 2, 1, 4]", 15, "does not pass: it fails bonds_first"),
        ("order: [0, 4, 3, 2, 1]", "order: [1, 3, 2, 0, 4]", 22, "(it passes)"),
        ("require: [bonds_first]", "require: [converses]", 6, "the given order passes as it is"),
        ("require: [bonds_first]", "require: [conversation]", 13, "write one of: bonds_first"),
        ("order: [1, 3, 2, 0, 4]", "order: [1, 1, 2, 0, 4]", 16, "non-unique"),
    ],
)
def test_an_author_of_an_order_is_told_what_is_wrong(tmp_path, old, new, line, told):
    assert ORDER_SOURCE.count(old) == 1
    write_exercise(tmp_path, ORDER_SOURCE.replace(old, new))
    problem = check_exercises(tmp_path)[0]
    assert told in problem.problem
    assert problem.line == line


def test_the_order_of_the_tests_is_right(tmp_path):
    write_exercise(tmp_path, ORDER_SOURCE)
    assert check_exercises(tmp_path) == []


# --- whatever comes


@settings(deadline=None, max_examples=40)
@given(st.permutations(range(5)))
def test_any_order_has_a_report(order_given):
    exercise = {"id": "x/y", "kind": "order", "tweets": ["a", "¿Qué tal?", "", "\ud83d", "¡Compra ya!"]}
    exercise["goals"] = {"require": ["bonds_first", "converses", "eclectic", "something_new", "mixes_modes"]}
    report = grade(exercise, {"order": order_given})
    assert len(report["verdicts"]) == 5
    assert to_html(report_view(report))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 5) | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize("kind", ["compare", "order", "reply"])
@settings(deadline=None, max_examples=150)
@given(data=st.data())
def test_any_submission_is_refused_with_a_sentence_or_graded(kind, data):
    exercise = {"compare": COMPARE, "reply": REPLY}.get(kind) or {
        "id": "x/y",
        "kind": "order",
        "tweets": ["a", "b", "c"],
        "goals": {"require": ["bonds_first"]},
    }
    keys = st.sampled_from(["text", "limit", "choice", "reasons", "order"])
    submission = data.draw(st.dictionaries(keys, JSON))
    problem = KINDS[kind].problem_of(exercise, submission)
    answer = json.loads(call(json.dumps({"do": "grade", "exercise": exercise, "submission": submission})))
    assert answer["ok"] is not bool(problem), answer
    if problem:
        assert answer["detail"] == f"SubmissionError: {problem}"


def test_hostile_text_is_survived_in_a_reply(hostile):
    exercise = {**REPLY, "tweet": {"author": hostile[:100], "text": hostile}, "take_up": [hostile[:100] or "x"]}
    for text in (hostile, "¿Qué tal tu bizcocho?"):
        answer = json.loads(call(json.dumps({"do": "grade", "exercise": exercise, "submission": {"text": text}})))
        assert answer["ok"], answer
        for entry in answer["report"]["verdicts"]:
            assert all(0 <= start < end <= len(text) for start, end in entry["evidence"])
        assert "<script" not in to_html(answer["view"])
