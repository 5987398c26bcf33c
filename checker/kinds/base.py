"""What all kinds of exercise share: checks, outcomes, and the detection of copied answers."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple

from checker.criteria import CRITERIA, Reading, fits
from checker.criteria.base import Verdict
from checker.messages import message, texts
from checker.text import LIMIT, LIMIT_2011, fold
from checker.view import Tree, tweet_card

_WORD = re.compile(r"[^\W_]+")
PLACEHOLDER = re.compile(r"\{\{(\w+)\}\}")
"""What stands in a brief for a word about the learner's own account."""
_SAME = 0.6
_SHINGLE = 3


class Check(NamedTuple):
    """A verdict and what the exercise wants of it. ``counts``: whether it takes part in the score and in passing.

    ``about``: what the verdict is on, the learner's ``text``, their ``answer`` to a question on a criterion, or a text that
    was ``given`` and that nobody is to mend. Advice on how to write suits only the first.
    """

    verdict: Verdict
    wanted: bool
    counts: bool
    about: Literal["text", "answer", "given"] = "text"

    @property
    def ok(self) -> bool:
        """Whether the exercise can have nothing against it."""
        return not self.verdict.sure or self.verdict.met == self.wanted


class Part(NamedTuple):
    """One tweet of a plan of several, and what was seen in it; its checks never count by themselves."""

    text: str
    length: dict[str, int]
    checks: list[Check]


class Outcome(NamedTuple):
    """The checks of a submission and, for a written tweet, its length: ``{"weighted": n, "limit": n}``.

    ``plan``: the tweets, where there are several. ``graded``: whether there is something to pass.
    """

    checks: list[Check]
    length: dict[str, int] | None
    plan: Sequence[Part] = ()
    graded: bool = True

    @property
    def passed(self) -> bool:
        """Whether all is well that counts."""
        return all(check.ok for check in self.checks if check.counts)


class Flaw(NamedTuple):
    """Something that the author of an exercise must mend: where in the exercise, and what and how."""

    path: Sequence[str | int]
    problem: str


class Shown(NamedTuple):
    """A possible answer as the page shows it, and the author's comment on it, in Markdown; empty when there is none."""

    answer: Tree
    why: str


def problem_of_text(exercise: Mapping[str, Any], submission: Mapping[str, Any]) -> str:
    """The shape that written kinds ask for: ``{"text": str}`` and, in the classic challenge, ``{"limit": 140}``."""
    if not isinstance(submission.get("text"), str):
        return 'a submission like {"text": "..."} is expected'
    return problem_of_limit(submission)


def problem_of_limit(submission: Mapping[str, Any]) -> str:
    """The shape of the optional ``limit`` of a written submission."""
    limit = submission.get("limit", LIMIT)
    known = isinstance(limit, int) and limit in (LIMIT, LIMIT_2011)
    return "" if known else f'"limit" must be {LIMIT} or, in the classic challenge, {LIMIT_2011}'


def limit_of(exercise: Mapping[str, Any], submission: Mapping[str, Any]) -> int:
    """The most weighted characters that a written submission may have: 280, or 140 where the exercise asks for it or the
    learner takes up the classic challenge."""
    return int(min(exercise.get("limit", LIMIT), submission.get("limit", LIMIT)))


def verdicts_of(reading: Reading, limit: int) -> dict[str, Verdict]:
    """The verdicts on a tweet when it may have ``limit`` weighted characters."""
    return {**reading.verdicts, "fits": fits.judge(reading.tweet, limit)}


def length_of(reading: Reading, limit: int) -> dict[str, int]:
    """The length of a tweet as reports tell it."""
    return {"weighted": reading.tweet.weighted_length, "limit": limit}


def brief_of(exercise: Mapping[str, Any]) -> list[str]:
    """What the learner was told to do, as it was shown: with ``{{...}}`` filled in from ``defaults``, which the browser
    sends with what the learner says of their account."""
    defaults = exercise.get("defaults", {})
    texts = (exercise["prompt"], exercise.get("context", ""))
    return [PLACEHOLDER.sub(lambda match: defaults.get(match[1], match[0]), text) for text in texts]


def text_sample(exercise: Mapping[str, Any], answer: Mapping[str, Any]) -> dict[str, Any]:
    """The submission of a sample answer to a written kind."""
    return {"text": answer["text"]}


def text_models(exercise: Mapping[str, Any]) -> list[Shown]:
    """The model answers of a written kind, as the page shows them."""
    return [Shown(tweet_card(model["by"], model["text"]), model["why"]) for model in exercise["models"]]


def given_tweet(exercise: Mapping[str, Any]) -> list[Tree]:
    """The one tweet that the exercise is about."""
    return [tweet_card(exercise["tweet"]["author"], exercise["tweet"]["text"])]


def nothing_given(exercise: Mapping[str, Any]) -> list[Tree]:
    """What a kind shows that is all brief."""
    return []


def no_flaws(exercise: Mapping[str, Any]) -> list[Flaw]:
    """The flaws of a kind that is proved by its sample answers alone."""
    return []


def failed(criterion: str, reason: str, **parameters: object) -> Check:
    """A check of the exercise itself (not of the rubric) that the submission fails."""
    return Check(Verdict(criterion, False, True, 0.0, (), f"criteria.{criterion}.{reason}", parameters), True, True)


def copied(text: str, sources: Iterable[str]) -> bool:
    """Whether ``text`` is one of ``sources`` or nearly so: 60 % of its three-word runs stand there, so that a few changed words
    do not hide it."""
    words = _WORD.findall(fold(text))
    if not words:
        return False
    own = _shingles(words)
    for source in sources:
        theirs = _shingles(_WORD.findall(fold(source)))
        if len(own & theirs) >= _SAME * len(own):
            return True
    return False


def same_words(one: str, other: str) -> bool:
    """Whether two texts have the same words in the same order, whatever their case, accents, signs and emoji."""
    return _WORD.findall(fold(one)) == _WORD.findall(fold(other))


@cache
def rubric_texts() -> str:
    """All that the course says of what a tweet should be: handed in, it is not a tweet."""
    said = []
    for name in CRITERIA:
        said += [message(f"criteria.{name}.{key}") for key in ("ask", "seek")]
        said += texts(f"criteria.{name}.hints")
    return " ".join(said)


def _shingles(words: Sequence[str]) -> set[tuple[str, ...]]:
    size = min(_SHINGLE, len(words))
    return {tuple(words[index : index + size]) for index in range(len(words) - size + 1)}
