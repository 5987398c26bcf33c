"""The phrase language in which cues are written, and its matcher.

A phrase is a line of elements separated by spaces, matched against consecutive tokens in their folded form (lower case,
no accents, common abbreviations written out; see `checker.text.fold`):

=============  ====================================================================================
``oferta``     this word (or sign: ``¿``, ``%``, ``:``)
``ofert*``     a word that begins so
``a|b|ofert*`` any of these
``compra~``    this word with or without pronouns attached: compra, cómpralo, cómpramelo
``!comprar``   its imperatives for tú, vos, usted, ustedes, vosotros, with or without attached pronouns
``{days}``     any entry of the list ``days`` of ``data/lexicon.toml`` (entries may use ``*``, ``~`` and ``!``)
``<number>``   any number; likewise ``<url>`` ``<mention>`` ``<hashtag>`` ``<emoji>`` ``<line>``
``_``          any one token
``..``         up to four tokens within the sentence
``elem?``      the element or nothing
``^``          only at the beginning of a sentence (after opening signs)
``^^``         only at the beginning of the tweet (after the mentions of a reply)
``$``          only at the end of a sentence
=============  ====================================================================================
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from checker.text import Token, Tweet

_GAP = 4
_OPENING_SIGNS = frozenset("¡¿«\"“'‘(*-–—•")
_CLOSING_SIGNS = frozenset(".,;:!?…»”\"')") | {"..."}
_CLITIC_ENDINGS = tuple(
    sorted(
        {
            first + second
            for first in ("", "me", "te", "se", "nos", "os")
            for second in ("me", "te", "se", "nos", "os", "lo", "la", "los", "las", "le", "les")
        },
        key=len,
        reverse=True,
    )
)
_SHORTEST_HOST = 2


class PhraseError(ValueError):
    """A phrase that cannot be read; the message says which and why."""


class Element(NamedTuple):
    """One compiled element of a phrase."""

    words: frozenset[str]
    prefixes: tuple[str, ...]
    hosts: frozenset[str]
    any_token: bool
    gap: bool
    optional: bool


@dataclass(frozen=True)
class Phrase:
    """A compiled phrase: its elements and where it may stand."""

    source: str
    elements: tuple[Element, ...]
    sentence_start: bool
    tweet_start: bool
    sentence_end: bool


def hosts_of(word: str) -> tuple[str, ...]:
    """What remains of ``word`` when attached pronouns are taken off, the longest first: contadnos -> contad."""
    found = []
    for ending in _CLITIC_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_HOST:
            host = word[: -len(ending)]
            found.append(host)
            # "inscribíos", "animaos" lose the d; "vámonos" loses the s.
            if ending == "os":
                found.append(host + "d")
    return tuple(dict.fromkeys(found))


def imperatives(infinitive: str) -> tuple[str, ...]:
    """Folded imperatives of a regular verb for tú, vos, usted, ustedes, vosotros (irregular ones are listed as words).

    Raises `PhraseError` when ``infinitive`` does not end in -ar, -er or -ir.
    """
    stem, ending = infinitive[:-2], infinitive[-2:]
    if ending not in ("ar", "er", "ir") or not stem:
        raise PhraseError(f"'!{infinitive}': an infinitive in -ar, -er or -ir is expected")
    if ending == "ar":
        before_e = stem
        for letters, change in (("gu", "gü"), ("c", "qu"), ("g", "gu"), ("z", "c")):
            if stem.endswith(letters):
                before_e = stem[: -len(letters)] + change.replace("ü", "u")
                break
        return (stem + "a", before_e + "e", before_e + "en", stem + "ad", before_e + "es")
    before_a = stem
    for letters, change in (("gu", "g"), ("c", "z"), ("g", "j")):
        if stem.endswith(letters):
            before_a = stem[: -len(letters)] + change
            break
    forms = [stem + "e", before_a + "a", before_a + "an", stem + ending[0] + "d", before_a + "as"]
    if ending == "ir":
        forms.append(stem + "i")
    return tuple(forms)


def compile_phrase(source: str, lists: Mapping[str, Iterable[str]]) -> list[Phrase]:
    """Read one phrase. ``lists``: the entries of each named word list. A phrase that begins with optional elements is
    read as several, since phrases are looked up by their first element.

    Raises `PhraseError` for an unknown list, an empty phrase or one that could match nothing at all.
    """
    parts = source.split()
    tweet_start = bool(parts) and parts[0] == "^^"
    sentence_start = bool(parts) and parts[0] in ("^", "^^")
    if sentence_start:
        parts = parts[1:]
    sentence_end = bool(parts) and parts[-1] == "$"
    if sentence_end:
        parts = parts[:-1]
    elements = [_element(part, source, lists) for part in parts]
    phrases: list[Phrase] = []
    while elements:
        first = elements[0]
        if first.gap or first.any_token:
            break
        phrases.append(
            Phrase(source, (first._replace(optional=False), *elements[1:]), sentence_start, tweet_start, sentence_end)
        )
        if not first.optional:
            return phrases
        elements = elements[1:]
    raise PhraseError(f"'{source}': a phrase must begin with a word")


def _element(part: str, source: str, lists: Mapping[str, Iterable[str]]) -> Element:
    if part == "..":
        return Element(frozenset(), (), frozenset(), False, True, False)
    optional = len(part) > 1 and part.endswith("?")
    if optional:
        part = part[:-1]
    if part == "_":
        return Element(frozenset(), (), frozenset(), True, False, optional)
    words: set[str] = set()
    prefixes: set[str] = set()
    hosts: set[str] = set()
    pending = part.split("|") if len(part) > 1 else [part]
    while pending:
        entry = pending.pop()
        if entry.startswith("{") and entry.endswith("}"):
            if entry[1:-1] not in lists:
                raise PhraseError(f"'{source}': there is no list {entry}")
            pending.extend(lists[entry[1:-1]])
        elif len(entry) > 1 and entry.endswith("*"):
            prefixes.add(entry[:-1])
        elif len(entry) > 1 and entry.endswith("~"):
            hosts.add(entry[:-1])
        elif len(entry) > 1 and entry.startswith("!"):
            hosts.update(imperatives(entry[1:]))
        elif entry:
            words.add(entry)
    return Element(frozenset(words | hosts), tuple(sorted(prefixes)), frozenset(hosts), False, False, optional)


class Matcher:
    """Finds many phrases at once: phrases are looked up by their first element, so their number costs little."""

    def __init__(self, phrases: Iterable[tuple[str, Phrase]]) -> None:
        """``phrases``: pairs of the name to report and the phrase."""
        self._by_word: dict[str, list[tuple[str, Phrase]]] = {}
        self._by_prefix: dict[str, list[tuple[str, Phrase]]] = {}
        self._by_host: dict[str, list[tuple[str, Phrase]]] = {}
        for name, phrase in phrases:
            first = phrase.elements[0]
            for table, keys in (
                (self._by_word, first.words),
                (self._by_prefix, first.prefixes),
                (self._by_host, first.hosts),
            ):
                for key in keys:
                    table.setdefault(key, []).append((name, phrase))
        self._prefix_lengths = sorted({len(prefix) for prefix in self._by_prefix})

    def find(self, tweet: Tweet) -> Iterator[tuple[str, int, int]]:
        """Every match as ``(name, first token, last token + 1)``, in order of the first token."""
        tokens = tweet.tokens
        hosts = [hosts_of(token.norm) if token.kind == "word" else () for token in tokens]
        sentence_of: list[int] = []
        for number, sentence in enumerate(tweet.sentences):
            sentence_of.extend([number] * (sentence.last - sentence.first))
        starts = _starts(tweet)
        beginnings = frozenset(starts)
        for position, token in enumerate(tokens):
            candidates = self._by_word.get(token.norm, ())
            if token.kind == "word":
                found = [self._by_prefix.get(token.norm[:length]) for length in self._prefix_lengths]
                found += [self._by_host.get(host) for host in hosts[position]]
                more = [entry for entries in found if entries for entry in entries]
                candidates = [*candidates, *more] if more else candidates
            seen: set[tuple[str, int]] = set()
            for name, phrase in candidates:
                if phrase.sentence_start and position not in beginnings:
                    continue
                if phrase.tweet_start and position != starts[0]:
                    continue
                # The first element is the one that the phrase was looked up by.
                end = _match(phrase, 1, position + 1, tokens, hosts, sentence_of)
                if end and (name, end) not in seen:
                    seen.add((name, end))
                    yield name, position, end


def _starts(tweet: Tweet) -> list[int]:
    """Positions at which a sentence begins, opening signs, emoji and the mentions of a reply passed over."""
    starts = []
    for sentence in tweet.sentences:
        position = max(sentence.first, tweet.opening_mentions)
        while position < sentence.last - 1 and (
            tweet.tokens[position].kind == "emoji" or tweet.tokens[position].text in _OPENING_SIGNS
        ):
            position += 1
        starts.append(position)
    return starts


def _fits(element: Element, token: Token, hosts: tuple[str, ...]) -> bool:
    if element.any_token or token.norm in element.words:
        return True
    if token.kind != "word":
        return False
    if element.prefixes and token.norm.startswith(element.prefixes):
        return True
    return bool(element.hosts) and any(host in element.hosts for host in hosts)


def _match(
    phrase: Phrase,
    index: int,
    position: int,
    tokens: tuple[Token, ...],
    hosts: list[tuple[str, ...]],
    sentence_of: list[int],
) -> int:
    """End of the match of ``phrase`` from element ``index`` at token ``position``, or 0."""
    elements = phrase.elements
    while index < len(elements):
        element = elements[index]
        if element.gap:
            for skipped in range(_GAP + 1):
                here = position + skipped
                if here >= len(tokens) or sentence_of[here] != sentence_of[position - 1]:
                    return 0
                if end := _match(phrase, index + 1, here, tokens, hosts, sentence_of):
                    return end
            return 0
        fits = position < len(tokens) and _fits(element, tokens[position], hosts[position])
        if element.optional:
            if fits and (end := _match(phrase, index + 1, position + 1, tokens, hosts, sentence_of)):
                return end
        elif not fits:
            return 0
        else:
            position += 1
        index += 1
    if phrase.sentence_end and not _ends_sentence(position, tokens, sentence_of):
        return 0
    return position


def _ends_sentence(position: int, tokens: tuple[Token, ...], sentence_of: list[int]) -> bool:
    """Whether only closing signs and emoji stand between ``position`` and the end of the sentence before it."""
    while position < len(tokens) and sentence_of[position] == sentence_of[position - 1]:
        if tokens[position].text[0] not in _CLOSING_SIGNS and tokens[position].kind not in ("emoji", "line"):
            return False
        position += 1
    return True
