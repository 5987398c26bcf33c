"""Weighted length by the twitter-text rules, configuration v3."""

import re
import unicodedata

from checker.text.alphabet import EMOJI_SEQUENCE
from checker.text.entities import find_links

LIMIT = 280
LIMIT_2011 = 140

_LINK_WEIGHT = 23
_EMOJI_WEIGHT = 2
_EMOJI = re.compile(EMOJI_SEQUENCE)
# Code points of weight 1 (configuration v3: ranges of weight 100 in a scale of 100); all others weigh 2.
_LIGHT = re.compile("[\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")


def weighted_length(text: str) -> int:
    """Length of a tweet as the network counts it, in weighted characters.

    The text is normalised to NFC; a link counts 23, an emoji sequence 2, a code point of the ranges U+0000-10FF,
    U+2000-200D, U+2010-201F, U+2032-2037 counts 1, any other 2. Lone surrogates count 2.
    Source: twitter-text configuration v3; docs.x.com, "Counting characters".
    """
    text = unicodedata.normalize("NFC", text)
    total = 0
    position = 0
    for link in find_links(text):
        total += _weigh(text[position : link.start]) + _LINK_WEIGHT
        position = link.end
    return total + _weigh(text[position:])


def _weigh(text: str) -> int:
    """Weighted length of a stretch without links."""
    rest, emoji = _EMOJI.subn("", text)
    light = len(_LIGHT.findall(rest))
    return emoji * _EMOJI_WEIGHT + light + 2 * (len(rest) - light)
