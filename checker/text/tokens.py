"""Tokens and sentences of a tweet, with offsets, and the folded forms that cues and weights are written in."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from checker.data import load
from checker.text.alphabet import DIGITS, EMOJI_SEQUENCE, LETTERS
from checker.text.entities import find_entities
from checker.text.length import weighted_length

_SCAN = re.compile(
    f"(?P<emoji>{EMOJI_SEQUENCE})"
    f"|(?P<number>[{DIGITS}]++(?:[.,:][{DIGITS}]++)*+)(?!x[{DIGITS}])"
    f"|(?P<word>[{LETTERS}{DIGITS}](?:[{LETTERS}{DIGITS}\u200c\u200d]|['’](?=[{LETTERS}]))*)"
    "|(?P<line>(?:\\r\\n?|\\n)(?:[ \\t]*(?:\\r\\n?|\\n))*)"
    "|(?P<punct>\\.{2,}|[^\\s])"
)
_ENDS_SENTENCE = frozenset(".?!…") | {"..", "...", "...."}
_CLOSES_QUOTE = frozenset("»”\"')]")
_REPEATED = re.compile(r"([^\d])\1{2,}")


class Token(NamedTuple):
    """One piece of a tweet.

    ``kind``: word, number, emoji, punct, line (line break), url, mention, hashtag or cashtag. ``norm``: the folded form
    (see `fold`), with common abbreviations written out; for entities a placeholder such as ``<url>``.
    """

    kind: str
    text: str
    norm: str
    start: int
    end: int


class Sentence(NamedTuple):
    """Tokens ``first`` to ``last`` (exclusive) of a tweet; ``mark`` is the sign that ends it, or an empty string."""

    first: int
    last: int
    mark: str


def fold(text: str) -> str:
    """Lower case without accents, letters repeated for emphasis written once: ``¡GRACIAAAS!`` becomes ``¡gracias!``."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not "\u0300" <= c <= "\u036f")
    return _REPEATED.sub(r"\1", bare.lower())


@dataclass(frozen=True)
class Tweet:
    """A text read as a tweet. Make one with `read_tweet`."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...] = field(default=())

    @cached_property
    def weighted_length(self) -> int:
        """Length in weighted characters (see `checker.text.weighted_length`)."""
        return weighted_length(self.text)

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The tokens of kind ``word``, in order."""
        return tuple(token for token in self.tokens if token.kind == "word")

    @cached_property
    def opening_mentions(self) -> int:
        """How many mentions stand before anything else, as in a reply."""
        count = 0
        for token in self.tokens:
            if token.kind != "mention":
                break
            count += 1
        return count

    def count(self, kind: str) -> int:
        """How many tokens are of ``kind``."""
        return sum(token.kind == kind for token in self.tokens)


def read_tweet(text: str) -> Tweet:
    """Split ``text`` into tokens and sentences. Takes any string, never raises; linear in its length."""
    abbreviations: dict[str, str] = load("spelling")["abbreviations"]
    tokens: list[Token] = []
    position = 0
    for entity in find_entities(text):
        _scan(text, position, entity.start, abbreviations, tokens)
        piece = text[entity.start : entity.end]
        tokens.append(Token(entity.kind, piece, f"<{entity.kind}>", entity.start, entity.end))
        position = entity.end
    _scan(text, position, len(text), abbreviations, tokens)
    return Tweet(text, tuple(tokens), tuple(_sentences(tokens)))


def _scan(text: str, start: int, end: int, abbreviations: dict[str, str], tokens: list[Token]) -> None:
    for match in _SCAN.finditer(text, start, end):
        kind = match.lastgroup or "punct"
        piece = match.group()
        if kind == "word":
            norm = fold(piece)
            norm = abbreviations.get(norm, norm)
        elif kind == "number":
            norm = "<number>"
        elif kind == "emoji":
            norm = "<emoji>"
        elif kind == "line":
            norm = "<line>"
        else:
            norm = "..." if piece in ("..", "...", "…") or piece.startswith("..") else piece
        tokens.append(Token(kind, piece, norm, match.start(), match.end()))


def _sentences(tokens: list[Token]) -> list[Sentence]:
    sentences: list[Sentence] = []
    first = 0
    position = 0
    while position < len(tokens):
        token = tokens[position]
        position += 1
        if token.kind == "punct" and token.text[0] in _ENDS_SENTENCE:
            mark = token.text[0]
            while (
                position < len(tokens)
                and tokens[position].kind == "punct"
                and (tokens[position].text[0] in _ENDS_SENTENCE or tokens[position].text in _CLOSES_QUOTE)
            ):
                if tokens[position].text == "?":
                    mark = "?"
                position += 1
        elif token.kind == "line":
            mark = ""
        else:
            continue
        sentences.append(Sentence(first, position, mark))
        first = position
    if first < len(tokens):
        sentences.append(Sentence(first, len(tokens), ""))
    return sentences
