"""What the fitted weights are about: the features of a tweet, each with the tokens it was seen in.

Features are named by a letter and what was seen: ``w:`` a word, ``b:`` two neighbours, ``p:`` the beginning of a word,
``e:`` its ending, ``c:`` a cue (also ``c:…@first``, ``c:…@last`` for where it stands), ``z:`` the shape of the whole.
All are 0 or 1. The same function serves fitting and judging, so the two cannot drift apart.
"""

from collections.abc import Iterable
from typing import NamedTuple

from checker.cues import Cue
from checker.data import load
from checker.text import Tweet
from checker.vocabulary import is_known

_PREFIX = 5
_ENDING = 3
_STEPS: dict[str, tuple[float, ...]] = {
    "words": (1, 4, 8, 12, 16, 20, 25, 30, 40, 50, 70),
    "sentences": (2, 3, 4, 5, 6, 8),
    "url": (1, 2),
    "hashtag": (1, 2, 3),
    "emoji": (1, 2, 3),
    "number": (1, 2, 3, 5),
    "mention": (1, 2, 3),
    "line": (1, 3),
    "glue": (0.15, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55),
    "word_length": (4.0, 4.4, 4.8, 5.2, 5.6, 6.0),
    "capitals": (0.06, 0.1, 0.2),
    "distinct": (0.6, 0.7, 0.8, 0.9),
    "known": (0.3, 0.45, 0.6, 0.7, 0.8, 0.9),
    "longest_word": (13, 17, 22),
}
_SHORT_SENTENCE = 6


class Feature(NamedTuple):
    """A feature and the tokens ``[first, last)`` it was seen in; ``last`` is 0 when it belongs to no place."""

    name: str
    first: int
    last: int


def find_features(tweet: Tweet, cues: Iterable[Cue]) -> list[Feature]:
    """The features of ``tweet``, each once (where it was first seen)."""
    found: dict[str, Feature] = {}
    for name, first, last in _all(tweet, cues):
        if name not in found:
            found[name] = Feature(name, first, last)
    return list(found.values())


def _all(tweet: Tweet, cues: Iterable[Cue]) -> Iterable[tuple[str, int, int]]:
    tokens = tweet.tokens
    before = "^"
    for index, token in enumerate(tokens):
        norm = token.norm
        yield f"w:{norm}", index, index + 1
        yield f"b:{before} {norm}", max(0, index - 1), index + 1
        before = norm
        if token.kind == "word":
            if len(norm) > _PREFIX:
                yield f"p:{norm[:_PREFIX]}", index, index + 1
            if len(norm) > _ENDING + 1:
                yield f"e:{norm[-_ENDING:]}", index, index + 1
    if tokens:
        yield f"b:{before} $", len(tokens) - 1, len(tokens)
    yield from _cue_features(tweet, cues)
    for name in _shape(tweet):
        yield f"z:{name}", 0, 0


def _cue_features(tweet: Tweet, cues: Iterable[Cue]) -> Iterable[tuple[str, int, int]]:
    starts = {token.start: index for index, token in enumerate(tweet.tokens)}
    ends = {token.end: index + 1 for index, token in enumerate(tweet.tokens)}
    for cue in cues:
        first, last = starts[cue.start], ends[cue.end]
        yield f"c:{cue.name}", first, last
        if first < tweet.sentences[0].last:
            yield f"c:{cue.name}@first", first, last
        if last > tweet.sentences[-1].first:
            yield f"c:{cue.name}@last", first, last


def _shape(tweet: Tweet) -> Iterable[str]:
    words = [token.norm for token in tweet.words]
    glue = frozenset(load("lexicon")["glue"].split())
    count = max(1, len(words))
    measures: dict[str, float] = {
        "words": len(words),
        "sentences": len(tweet.sentences),
        "glue": sum(word in glue for word in words) / count,
        "word_length": sum(map(len, words)) / count,
        "capitals": sum("A" <= letter <= "Z" for letter in tweet.text) / max(1, len(tweet.text)),
        "distinct": len(set(words)) / count,
        "known": sum(is_known(word) for word in words) / count,
        "longest_word": max(map(len, words), default=0),
    }
    for kind in ("url", "hashtag", "emoji", "number", "mention", "line"):
        measures[kind] = tweet.count(kind)
    for name, value in measures.items():
        for step in _STEPS[name]:
            if value >= step:
                yield f"{name}>={step:g}"
    if tweet.opening_mentions:
        yield "reply"
    if tweet.text[:1].islower():
        yield "lower_start"
    if tweet.sentences:
        first, last = tweet.sentences[0], tweet.sentences[-1]
        yield f"first{first.mark}"
        yield f"last{last.mark}"
        if first.last - first.first <= _SHORT_SENTENCE:
            yield "short_first"
        if last.last - last.first <= _SHORT_SENTENCE:
            yield "short_last"
        for token in tweet.tokens[-2:]:
            yield f"ends {token.norm}"
