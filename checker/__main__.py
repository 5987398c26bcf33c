"""Commands: ``python -m checker grade | judge | check-exercises``."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from checker import SubmissionError, grade, judge_feed, judge_tweet

BAD_INPUT = 2


class InputError(Exception):
    """Bad input: one line that names file and line."""


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns the exit status: 0 all well, 1 not passed or problems found, 2 bad input."""
    parser = argparse.ArgumentParser(
        prog="python -m checker", description="Grade exercises and judge tweets in Spanish."
    )
    commands = parser.add_subparsers(required=True)
    command = commands.add_parser("grade", help="grade an answer to an exercise")
    command.add_argument("exercise", type=Path, help="the exercise's YAML file")
    command.add_argument("answer", type=Path, help="the answer: plain text, or a JSON submission when it ends in .json")
    command.add_argument("--json", action="store_true", help="print the report as JSON")
    command.set_defaults(run=_grade)
    command = commands.add_parser("judge", help="criteria met by the tweets and feeds of a JSON-lines file")
    command.add_argument("file", help='lines {"id", "text"} or {"id", "tweets": [...]}; - reads standard input')
    command.set_defaults(run=_judge)
    command = commands.add_parser("check-exercises", help="prove that exercises are right")
    command.add_argument("folder", type=Path)
    command.set_defaults(run=_check_exercises)
    options = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        return int(options.run(options))
    except InputError as error:
        print(error, file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        return 0


def _grade(options: argparse.Namespace) -> int:
    from checker.authoring import ExerciseError, load_exercise

    try:
        exercise = load_exercise(options.exercise)
    except ExerciseError as error:
        raise InputError(error) from None
    try:
        answer = options.answer.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{options.answer}:1: cannot be read as UTF-8 text ({error})") from None
    submission: Any = {"text": answer.rstrip("\n")}
    if options.answer.suffix == ".json":
        try:
            submission = json.loads(answer)
        except ValueError as error:
            raise InputError(f"{options.answer}:{getattr(error, 'lineno', 1)}: not JSON ({error})") from None
        if not isinstance(submission, dict):
            raise InputError(f"{options.answer}:1: a JSON object is expected")
    try:
        report = grade(exercise, submission)
    except SubmissionError as error:
        raise InputError(f"{options.answer}:1: {error}") from None
    if options.json:
        print(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        _print_report(report)
    return 1 if report["passed"] is False else 0


def _print_report(report: dict[str, Any]) -> None:
    score = report["score"]
    points = f" ({score['earned']}/{score['possible']})" if score else ""
    print(report["summary"]["text"] + points)
    _print_verdicts(report["verdicts"], report["submission"].get("text"))
    for number, part in enumerate(report["plan"], 1):
        print(f"\n[{number}] {part['text']}")
        _print_verdicts(part["verdicts"], part["text"])


def _print_verdicts(entries: list[dict[str, Any]], text: str | None) -> None:
    """Verdicts with the words that show them, where they are on one ``text``."""
    for entry in entries:
        sign = "?" if entry["verdict"] == "unsure" else "+" if entry["ok"] else "-"
        print(f"\n{sign} {entry['name']}: {entry['reason']}")
        if text is not None:
            for start, end in entry["evidence"]:
                print(f"    «{text[start:end]}»")
        if entry["next_step"]:
            print(f"  → {entry['next_step']}")


def _judge(options: argparse.Namespace) -> int:
    if options.file == "-":
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
        return _judge_lines(sys.stdin, "standard input")
    try:
        with open(options.file, encoding="utf-8", errors="surrogateescape") as lines:
            return _judge_lines(lines, options.file)
    except OSError as error:
        raise InputError(f"{options.file}:1: cannot be read ({error.strerror})") from None


def _judge_lines(lines: TextIO, name: str) -> int:
    """Answer every good line in order; say of each bad one what is wrong with it."""
    status = 0
    for answer in _answers(lines, name):
        if isinstance(answer, InputError):
            sys.stdout.flush()
            print(answer, file=sys.stderr)
            status = BAD_INPUT
        else:
            print(json.dumps(answer, ensure_ascii=False))
    return status


def _answers(lines: TextIO, name: str) -> Iterator[dict[str, Any] | InputError]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield InputError(f"{name}:{number}: not JSON ({error})")
            continue
        match row:
            case {"id": identifier, "text": str(text)}:
                yield {"id": identifier, **judge_tweet(text)}
            case {"id": identifier, "tweets": [*tweets]} if all(isinstance(tweet, str) for tweet in tweets):
                yield {"id": identifier, **judge_feed(tweets)}
            case _:
                yield InputError(
                    f'{name}:{number}: expected {{"id": ..., "text": "..."}} or {{"id": ..., "tweets": ["...", ...]}}'
                )


def _check_exercises(options: argparse.Namespace) -> int:
    from checker.authoring import check_exercises

    if not options.folder.is_dir():
        raise InputError(f"{options.folder}:1: there is no such folder")
    problems = check_exercises(options.folder)
    for problem in problems:
        print(problem, file=sys.stderr)
    count = len(list(options.folder.glob("*/*.yml")))
    print(f"{count} exercises, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
