"""A pasted week as tweets: a line of dashes separates them.

``docs/assets/js/kinds/split.js`` does the same for the live counter; ``tests/cases/split.json`` holds both to it.
"""

import re

_SEPARATOR = re.compile(r"[ \t]*(?:-{2,}|-*[–—][-–—]*)[ \t\r]*")
_BLANK = " \t\r\n"


def split_tweets(text: str) -> list[str]:
    """The tweets of ``text`` in order, without the blanks around them; blank ones are left out. Phones turn hyphens into
    dashes, so a line of any dashes separates, but for a single hyphen."""
    tweets: list[list[str]] = [[]]
    for line in text.split("\n"):
        if _SEPARATOR.fullmatch(line):
            tweets.append([])
        else:
            tweets[-1].append(line)
    return [tweet for lines in tweets if (tweet := "\n".join(lines).strip(_BLANK))]
