"""Subjects of the tweets of a feed, without a fixed list of subjects.

Two tweets are near when they share rare word stems or themes of the lexicon ``data/themes.toml``; tweets that are near
form a subject.
"""

import math
from collections import Counter
from collections.abc import Sequence

from checker.data import load
from checker.text import Token, Tweet
from checker.vocabulary import function_words, rarity, stem, themes_of

_SHORTEST = 4
_RUN = 4
_SAME_SUBJECT = 0.16
_THEME_WEIGHT = 2.0


def contents(tweet: Tweet) -> Counter[str]:
    """What a tweet is about: its content stems, and its themes as ``~theme``."""
    found: Counter[str] = Counter()
    for token in tweet.tokens:
        for name in names_of(token):
            if name.startswith("~"):
                found[name] += 1
            else:
                found[name] = 1
    return found


def names_of(token: Token) -> tuple[str, ...]:
    """What a token is about, as `contents` names it; nothing for a word without content."""
    word = _content_word(token)
    return ("=" + stem(word), *("~" + theme for theme in themes_of(word))) if word else ()


def _content_word(token: Token) -> str:
    if token.kind == "hashtag":
        from checker.text import fold

        return fold(token.text[1:])
    if token.kind != "word" or len(token.norm) < _SHORTEST or token.norm in function_words():
        return ""
    return token.norm


def vector(tweet: Tweet) -> dict[str, float]:
    """The contents of a tweet weighed by how rare each stem is in everyday tweets, scaled to length 1."""
    common = rarity()
    rarest: float = load("weights")["rarest"]
    weights: dict[str, float] = {}
    for name, count in contents(tweet).items():
        if name.startswith("~"):
            weights[name] = _THEME_WEIGHT * math.sqrt(count)
        else:
            weights[name] = common.get(name[1:], rarest)
    length = math.sqrt(math.fsum(weight * weight for _, weight in sorted(weights.items())))
    return {name: weight / length for name, weight in weights.items()} if length else {}


def similarity(one: dict[str, float], other: dict[str, float]) -> float:
    """Cosine of two vectors, 0 to 1."""
    return math.fsum(weight * other[name] for name, weight in sorted(one.items()) if name in other)


def letter_runs(tweet: Tweet) -> frozenset[str]:
    """The runs of four letters of a tweet's words and numbers: alike in texts that say the same, whatever the inflection."""
    line = " ".join(token.norm for token in tweet.tokens if token.kind in ("word", "number"))
    return frozenset(line[index : index + _RUN] for index in range(len(line) - _RUN + 1))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the shorter text's letter runs that stand in the other, 0 to 1."""
    return len(one & other) / max(1, min(len(one), len(other)))


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
