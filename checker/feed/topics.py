"""Subjects of the tweets of a feed, without a fixed list of subjects.

Two tweets are near when they share rare word stems or themes of the lexicon ``data/themes.toml``; tweets that are near
form a subject.
"""

import math
from collections import Counter
from collections.abc import Sequence
from functools import cache

from checker.cues.phrases import hosts_of
from checker.data import load
from checker.text import Token, Tweet

_STEM = 5
_SHORTEST = 4
_SAME_SUBJECT = 0.16
_THEME_WEIGHT = 2.0


@cache
def _glue() -> frozenset[str]:
    lists = load("lexicon")
    return frozenset(lists["glue"].split()) | frozenset(lists["everyday"].split())


@cache
def _themes() -> tuple[dict[str, tuple[str, ...]], dict[int, dict[str, tuple[str, ...]]]]:
    """Whole words and, by length, beginnings of words, with the themes they belong to."""
    words: dict[str, list[str]] = {}
    beginnings: dict[int, dict[str, list[str]]] = {}
    for theme, entries in load("themes").items():
        for entry in entries.split():
            if entry.endswith("*"):
                beginnings.setdefault(len(entry) - 1, {}).setdefault(entry[:-1], []).append(theme)
            else:
                words.setdefault(entry, []).append(theme)
    return (
        {word: tuple(found) for word, found in words.items()},
        {length: {start: tuple(found) for start, found in table.items()} for length, table in beginnings.items()},
    )


def themes_of(word: str) -> tuple[str, ...]:
    """Themes of a folded word."""
    words, beginnings = _themes()
    found = words.get(word, ())
    for length, table in beginnings.items():
        found += table.get(word[:length], ())
    return tuple(dict.fromkeys(found))


def stem(word: str) -> str:
    """A crude stem of a folded word: without attached pronouns or plural, its first five letters."""
    hosts = hosts_of(word)
    if hosts and len(word) > _STEM + 3:
        word = hosts[-1]
    if len(word) > _STEM and word.endswith("s"):
        word = word[:-1]
    return word[:_STEM]


def contents(tweet: Tweet) -> Counter[str]:
    """What a tweet is about: its content stems, and its themes as ``~theme``."""
    found: Counter[str] = Counter()
    for token in tweet.tokens:
        word = _content_word(token)
        if not word:
            continue
        found["=" + stem(word)] = 1
        for theme in themes_of(word):
            found["~" + theme] += 1
    return found


def _content_word(token: Token) -> str:
    if token.kind == "hashtag":
        from checker.text import fold

        return fold(token.text[1:])
    if token.kind != "word" or len(token.norm) < _SHORTEST or token.norm in _glue():
        return ""
    return token.norm


def vector(tweet: Tweet) -> dict[str, float]:
    """The contents of a tweet weighed by how rare each stem is in everyday tweets, scaled to length 1."""
    rarity: dict[str, float] = load("weights")["rarity"]
    rarest: float = load("weights")["rarest"]
    weights: dict[str, float] = {}
    for name, count in contents(tweet).items():
        if name.startswith("~"):
            weights[name] = _THEME_WEIGHT * math.sqrt(count)
        else:
            weights[name] = rarity.get(name[1:], rarest)
    length = math.sqrt(math.fsum(weight * weight for _, weight in sorted(weights.items())))
    return {name: weight / length for name, weight in weights.items()} if length else {}


def similarity(one: dict[str, float], other: dict[str, float]) -> float:
    """Cosine of two vectors, 0 to 1."""
    return math.fsum(weight * other[name] for name, weight in sorted(one.items()) if name in other)


def subjects(vectors: Sequence[dict[str, float]], threshold: float = _SAME_SUBJECT) -> list[int]:
    """A subject number for each tweet: groups are joined while their mean similarity is at least ``threshold``."""
    groups: list[list[int]] = [[index] for index in range(len(vectors))]
    near = [[similarity(one, other) for other in vectors] for one in vectors]
    while len(groups) > 1:
        best, pair = threshold, None
        for first in range(len(groups)):
            for second in range(first + 1, len(groups)):
                links = [near[a][b] for a in groups[first] for b in groups[second]]
                mean = math.fsum(links) / len(links)
                if mean >= best:
                    best, pair = mean, (first, second)
        if pair is None:
            break
        groups[pair[0]] += groups.pop(pair[1])
    numbers = [0] * len(vectors)
    for number, group in enumerate(sorted(groups, key=min)):
        for index in group:
            numbers[index] = number
    return numbers
