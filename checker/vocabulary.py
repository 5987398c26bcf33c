"""What single words are: function words, crude stems, themes, and which words are known at all.

All words are in their folded form (see `checker.text.fold`).
"""

from functools import cache

from checker.cues.phrases import hosts_of
from checker.data import load

_STEM = 5


@cache
def function_words() -> frozenset[str]:
    """Folded words that say little by themselves: articles, pronouns, everyday verbs."""
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


@cache
def rarity() -> dict[str, float]:
    """How rare each stem is that the tweets of the corpus use again and again (inverse document frequency)."""
    return {stem: float(value) for value, stems in load("weights")["rarity"].items() for stem in stems.split()}


def is_known(word: str) -> bool:
    """Whether a word is one of everyday, or of a stem that the tweets of the corpus use again and again."""
    return word in function_words() or stem(word) in rarity()
