"""A plan of tweets as it is read: every tweet by itself, its subject, and how near the tweets are to each other."""

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from checker.criteria import TWEET_CRITERIA, Reading, read
from checker.feed.topics import letter_runs, overlap, similarity, subjects, vector


class Plan:
    """An ordered, non-empty plan of tweets by one account."""

    def __init__(self, tweets: Sequence[str]) -> None:
        self.readings: list[Reading] = [read(text) for text in tweets]

    def __len__(self) -> int:
        return len(self.readings)

    def probabilities(self, criterion: str) -> list[float]:
        """The probability of a tweet criterion for each tweet."""
        return [reading.verdicts[criterion].probability for reading in self.readings]

    def met(self, criterion: str) -> list[bool]:
        """The best guess on a tweet criterion for each tweet."""
        return [reading.verdicts[criterion].met for reading in self.readings]

    @cached_property
    def vectors(self) -> list[dict[str, float]]:
        """What each tweet is about (see `checker.feed.topics.vector`)."""
        return [vector(reading.tweet) for reading in self.readings]

    @cached_property
    def subjects(self) -> list[int]:
        """The number of the subject of each tweet."""
        return subjects(self.vectors)

    @cached_property
    def overlaps(self) -> dict[tuple[int, int], float]:
        """How much of the wording each pair of tweets shares (see `checker.feed.topics.overlap`)."""
        runs = [letter_runs(reading.tweet) for reading in self.readings]
        return {(a, b): overlap(runs[a], runs[b]) for b in range(len(runs)) for a in range(b)}

    @cached_property
    def similarities(self) -> dict[tuple[int, int], float]:
        """How near each pair of tweets is in subject (see `checker.feed.topics.similarity`)."""
        vectors = self.vectors
        return {(a, b): similarity(vectors[a], vectors[b]) for b in range(len(vectors)) for a in range(b)}

    @cached_property
    def nearness(self) -> list[float]:
        """Similarities of all pairs of tweets, the greatest first."""
        return sorted(self.similarities.values(), reverse=True)


class Explanation(NamedTuple):
    """Why a plan meets or misses a criterion: the key of the message, what it fills in, and the indexes of the tweets that
    decide."""

    key: str
    parameters: dict[str, object]
    tweets: tuple[int, ...]


def listed(tweets: Iterable[int]) -> str:
    """Tweets by their place in the plan, as a Spanish list: ``2``, ``2 y 5``, ``1, 2 y 5``."""
    numbers = [str(index + 1) for index in tweets]
    return " y ".join([", ".join(numbers[:-1]), numbers[-1]] if len(numbers) > 1 else numbers)


def where(values: Iterable[bool]) -> tuple[int, ...]:
    """Indexes of the true values."""
    return tuple(index for index, value in enumerate(values) if value)


def steps(name: str, value: float, edges: Sequence[float]) -> Iterator[str]:
    """Names of the ``edges`` that ``value`` reaches: a number as 0/1 features."""
    for edge in edges:
        if value >= edge - 1e-9:
            yield f"{name}>={edge:g}"


def mood(plan: Plan) -> Iterator[str]:
    """How much of each tweet criterion there is in the whole plan, and its length: what sets one kind of account apart from
    another."""
    yield from steps("tweets", len(plan), (4, 5, 6, 7, 8, 9))
    for criterion in TWEET_CRITERIA:
        values = plan.probabilities(criterion)
        yield from steps(f"mean {criterion}", mean(values), (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8))
        yield from steps(f"most {criterion}", max(values), (0.3, 0.5, 0.7, 0.9))
        yield from steps(f"least {criterion}", min(values), (0.1, 0.3, 0.5))


def mean(values: Sequence[float]) -> float:
    """Arithmetic mean, the same on every Python."""
    return math.fsum(values) / len(values)
