"""What can be seen in a tweet: cues, found where they stand.

A cue is a thing that a careful reader would point at: a price, an order to buy, a question to readers, a first person.
Cues of words are data (``data/cues/*.toml``, in the language of `checker.cues.phrases`); cues of shape are functions
(`checker.cues.shape`). A cue decides nothing by itself: criteria weigh them.
"""

from functools import cache
from typing import NamedTuple

from checker.cues.phrases import Matcher, Phrase, PhraseError, compile_phrase
from checker.cues.shape import SHAPES
from checker.data import load
from checker.text import Tweet

__all__ = ["GROUPS", "Cue", "PhraseError", "cue_names", "find_cues"]

GROUPS = ("selling", "talking", "helping", "telling", "time", "sharing", "playing", "voice")
"""The files of ``data/cues``."""


class Cue(NamedTuple):
    """A cue found in a tweet: its name and the code-point offsets of its text."""

    name: str
    start: int
    end: int


@cache
def cue_names() -> tuple[str, ...]:
    """Names of all cues, those of words first, in the order of their files."""
    names = [name for group in GROUPS for name in load(f"cues/{group}")]
    return (*names, *SHAPES)


@cache
def _matchers() -> tuple[Matcher, Matcher]:
    """The matcher of all cues and the one of their exceptions."""
    lists: dict[str, tuple[str, ...]] = {name: tuple(words.split()) for name, words in load("lexicon").items()}
    phrases: list[tuple[str, Phrase]] = []
    exceptions: list[tuple[str, Phrase]] = []
    for group in GROUPS:
        for name, cue in load(f"cues/{group}").items():
            try:
                phrases += ((name, phrase) for line in _lines(cue["phrases"]) for phrase in compile_phrase(line, lists))
                exceptions += (
                    (name, phrase)
                    for line in _lines(cue.get("exceptions", ""))
                    for phrase in compile_phrase(line, lists)
                )
            except PhraseError as error:
                raise PhraseError(f"data/cues/{group}.toml, [{name}]: {error}") from None
    return Matcher(phrases), Matcher(exceptions)


def _lines(block: str) -> list[str]:
    return [line for line in block.split("\n") if line.strip()]


def find_cues(tweet: Tweet) -> list[Cue]:
    """All cues of ``tweet``, in order. Where matches of one cue overlap, the longest stands; a match that overlaps one
    of the cue's exceptions is left out."""
    matcher, exception_matcher = _matchers()
    excepted: dict[str, set[int]] = {}
    for name, first, last in exception_matcher.find(tweet):
        excepted.setdefault(name, set()).update(range(first, last))
    by_name: dict[str, list[tuple[int, int]]] = {}
    for name, first, last in matcher.find(tweet):
        if name not in excepted or excepted[name].isdisjoint(range(first, last)):
            by_name.setdefault(name, []).append((first, last))
    found: list[Cue] = []
    for name, spans in by_name.items():
        end_of_last = 0
        for first, last in sorted(spans, key=lambda span: (span[0], -span[1])):
            if first >= end_of_last:
                found.append(Cue(name, tweet.tokens[first].start, tweet.tokens[last - 1].end))
                end_of_last = last
    for name, shape in SHAPES.items():
        found += (Cue(name, start, end) for start, end in shape(tweet))
    return sorted(found, key=lambda cue: (cue.start, cue.end, cue.name))
