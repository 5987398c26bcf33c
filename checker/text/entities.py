"""Links, mentions, hashtags and cashtags by the twitter-text rules."""

import re
from bisect import bisect_right
from functools import cache
from importlib import resources
from typing import NamedTuple

from checker.text.alphabet import ACCENTED_LATIN, DIGITS, LETTERS

_LABEL = f"[{LETTERS}{DIGITS}](?:[{LETTERS}{DIGITS}_-]{{0,61}}[{LETTERS}{DIGITS}])?"
_ASCII_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?"
# Bounded repetition keeps the search linear on hostile text; real hosts have few labels.
_PATH_CHARACTERS = f"A-Za-z0-9\u0400-\u04ff{ACCENTED_LATIN}!*';:=+,.$/%#\\[\\]\u2013_~@|&-"
_PATH_END = f"A-Za-z0-9\u0400-\u04ff{ACCENTED_LATIN}=_#/+&-"
_PARENTHESES = f"\\([{_PATH_CHARACTERS}]{{1,60}}\\)"
_AFTER_HOST = re.compile(
    "(?P<port>:[0-9]{1,5})?"
    f"(?P<path>/(?:(?:[{_PATH_CHARACTERS}]|{_PARENTHESES})*(?:[{_PATH_END}]|{_PARENTHESES}))?)?"
    "(?P<query>\\?[A-Za-z0-9!?*'@();:&=+$/%#\\[\\]_.,~|-]*[A-Za-z0-9_&=#/-])?"
)
_WITH_SCHEME = re.compile(
    f"(?<![A-Za-z0-9@\uff20$#\uff03])https?://(?P<host>(?:{_LABEL}\\.){{1,10}}{_LABEL})", re.IGNORECASE
)
_WITHOUT_SCHEME = re.compile(
    f"(?<![{LETTERS}0-9@\uff20$#\uff03_./-])(?P<host>(?:{_ASCII_LABEL}\\.){{1,10}}{_ASCII_LABEL})"
)
_SHORTENED = re.compile("https?://t\\.co/[A-Za-z0-9]{1,40}", re.IGNORECASE)
_MENTION = re.compile(
    "(?:(?<![A-Za-z0-9_!#$%&*@\uff20])|(?:(?<=^rt)|(?<=[^A-Za-z0-9_+~.-]rt)))"
    f"[@\uff20](?P<name>[A-Za-z0-9_]{{1,20}})(?:/[A-Za-z][A-Za-z0-9_-]{{0,24}})?(?![@\uff20{ACCENTED_LATIN}]|://|[A-Za-z0-9_])",
    re.IGNORECASE,
)
_TAG_JOINERS = "_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7"
_HASHTAG = re.compile(
    f"(?<![{LETTERS}{DIGITS}{_TAG_JOINERS}&])[#\uff03](?![\ufe0f\u20e3])"
    f"(?=[{DIGITS}{_TAG_JOINERS}]*[{LETTERS}])[{LETTERS}{DIGITS}{_TAG_JOINERS}]++(?![#\uff03]|://)"
)
_CASHTAG = re.compile(
    "(?<![^ \t\r\n\u200e\u200f\u202a-\u202e])\\$[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?(?=$|[\\s!-#%-.:-?\\[-\\]{}])"
)


class Entity(NamedTuple):
    """A link, mention, hashtag or cashtag: ``kind`` is ``url``, ``mention``, ``hashtag`` or ``cashtag``."""

    kind: str
    start: int
    end: int


@cache
def _top_level_domains() -> frozenset[str]:
    return frozenset(resources.files("checker").joinpath("data/tlds.txt").read_text(encoding="utf-8").split())


def _host_length(host: str, follower: str) -> int:
    """How much of ``host`` is a host name: up to its last label that is a top-level domain; 0 when none is."""
    end = len(host)
    while (dot := host.rfind(".", 0, end)) > 0:
        if host[dot + 1 : end].lower() in _top_level_domains() and follower not in ("@", "\uff20"):
            return end
        end, follower = dot, "."
    return 0


def _covers(links: list[Entity], position: int) -> bool:
    """Whether one of ``links`` (in order) holds ``position``."""
    index = bisect_right(links, position, key=lambda link: link.start) - 1
    return index >= 0 and position < links[index].end


def find_links(text: str) -> list[Entity]:
    """Links of ``text`` in order: with a scheme, or a bare ASCII host that ends in a known top-level domain."""
    if "." not in text:
        return []
    links: list[Entity] = []
    covered: list[Entity] = []
    for pattern in (_WITH_SCHEME, _WITHOUT_SCHEME):
        position = 0
        while match := pattern.search(text, position):
            position = match.end()
            start, host_start = match.start(), match.start("host")
            length = _host_length(match["host"], text[match.end() : match.end() + 1])
            if not length or _covers(covered, start):
                continue
            end = host_start + length
            if short := _SHORTENED.match(text, start):
                end = short.end()
            elif end == match.end() and (rest := _AFTER_HOST.match(text, end)):
                end = rest.end()
            links.append(Entity("url", start, end))
            position = max(position, end)
        covered = links.copy()
    return sorted(links, key=lambda link: link.start)


def find_entities(text: str) -> list[Entity]:
    """Entities of ``text`` in order and without overlaps; where two overlap the earlier one stands."""
    found = find_links(text)
    for kind, sign, pattern in (
        ("mention", "@\uff20", _MENTION),
        ("hashtag", "#\uff03", _HASHTAG),
        ("cashtag", "$", _CASHTAG),
    ):
        if any(character in text for character in sign):
            found += (Entity(kind, match.start(), match.end()) for match in pattern.finditer(text))
    found.sort(key=lambda entity: (entity.start, entity.kind != "url"))
    kept: list[Entity] = []
    for entity in found:
        if not kept or entity.start >= kept[-1].end:
            kept.append(entity)
    return kept
