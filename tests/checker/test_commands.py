"""``python -m checker``: answers, and bad input told in one line with exit status 2."""

import io
import json
from pathlib import Path

import pytest

from checker.__main__ import BAD_INPUT, main
from checker.authoring import load_exercise
from tests.checker.test_authoring import write_exercise

ROOT = Path(__file__).parents[2]


def run(capsys, *arguments):
    status = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_judge_answers_tweets_and_feeds_in_order(tmp_path, capsys):
    file = tmp_path / "t.jsonl"
    file.write_text(
        '{"id": "a", "text": "¡Compra ya! Solo hoy 50 % de descuento"}\n\n{"id": 2, "tweets": ["Hola", "Compra ya"]}\n',
        encoding="utf-8",
    )
    status, out, _ = run(capsys, "judge", file)
    rows = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [row["id"] for row in rows] == ["a", 2]
    assert {"promotional", "hard_sell", "coherent"} <= set(rows[0]["met"])
    assert all(set(row) == {"id", "met", "unsure"} for row in rows)


def test_judge_still_answers_the_good_lines(tmp_path, capsys):
    file = tmp_path / "t.jsonl"
    bad = ["{", "[]", '{"id": 1}', '{"text": "x"}', '{"id": 1, "text": 2}', '{"id": 1, "tweets": ["a", 3]}']
    file.write_bytes("\n".join([*bad, '{"id": "ok", "text": "hola"}']).encode() + b'\n{"id": "x", "text": "\xff"}\n')
    status, out, err = run(capsys, "judge", file)
    assert status == BAD_INPUT
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["ok", "x"]
    assert [line.split(": ")[0] for line in err.splitlines()] == [f"{file}:{number}" for number in range(1, 7)]


def test_judge_survives_lone_surrogates_and_deep_nesting(tmp_path, capsys):
    file = tmp_path / "t.jsonl"
    file.write_text('{"id": "\\ud83d", "text": "\\ud83d hola"}\n' + "[" * 100_000 + "\n", encoding="utf-8")
    status, out, err = run(capsys, "judge", file)
    assert status == BAD_INPUT
    assert len(out.splitlines()) == len(err.splitlines()) == 1


def test_judge_reads_standard_input(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"id": 1, "text": "hola"}')))
    status, out, _ = run(capsys, "judge", "-")
    assert status == 0
    assert json.loads(out)["id"] == 1


@pytest.mark.parametrize("command", [["judge"], ["check-exercises"], ["grade"]])
def test_a_missing_file_is_told_in_one_line(command, tmp_path, capsys):
    missing = tmp_path / "missing"
    extra = [missing] if command == ["grade"] else []
    status, _, err = run(capsys, *command, missing, *extra)
    assert status == BAD_INPUT
    assert len(err.splitlines()) == 1
    assert str(missing) in err


def test_grade_prints_a_report_for_people_and_for_programs(tmp_path, capsys):
    exercise = write_exercise(tmp_path)
    answer = tmp_path / "answer.txt"
    answer.write_text("¡Compra ya! Solo hoy, 50 % de descuento en ejemplo.com\n", encoding="utf-8")
    status, out, _ = run(capsys, "grade", exercise, answer)
    assert status == 1
    assert "Venta a presión" in out
    status, out, _ = run(capsys, "grade", exercise, answer, "--json")
    report = json.loads(out)
    assert report["exercise"] == load_exercise(exercise)["id"]
    assert not report["passed"]


def test_grade_tells_of_plans_and_of_the_laboratory(tmp_path, capsys):
    answer = tmp_path / "answer.txt"
    answer.write_text("¡Compra ya! Solo hoy, 50 % de descuento\n---\nHola, ¿qué tal?\n", encoding="utf-8")
    laboratory = ROOT / "exercises" / "laboratorio" / "libre.yml"
    status, out, _ = run(capsys, "grade", laboratory, answer)
    assert status == 0
    assert "[2] Hola, ¿qué tal?" in out
    assert "«Compra ya»" in out
    answer.write_text("¡Compra ya! Solo hoy, 50 % de descuento\n", encoding="utf-8")
    status, out, _ = run(capsys, "grade", laboratory, answer)
    assert status == 0
    assert "Venta a presión" in out


@pytest.mark.parametrize(
    ("name", "content"), [("a.json", b"{"), ("a.json", b"[]"), ("a.json", b"{}"), ("a.txt", b"\xff\xfe")]
)
def test_grade_tells_of_a_bad_answer(name, content, tmp_path, capsys):
    answer = tmp_path / name
    answer.write_bytes(content)
    status, _, err = run(capsys, "grade", write_exercise(tmp_path), answer)
    assert status == BAD_INPUT
    assert err.startswith(f"{answer}:1: ")
    assert len(err.splitlines()) == 1


def test_check_exercises(tmp_path, capsys):
    write_exercise(tmp_path)
    status, out, err = run(capsys, "check-exercises", tmp_path)
    assert (status, out, err) == (0, "1 exercises, 0 problems\n", "")
