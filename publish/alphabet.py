"""Write the facts that the browser's character counter shares with the checker.

``python -m publish.alphabet`` writes ``docs/assets/js/alphabet.js`` from ``checker.text.alphabet`` and the checker's
list of top-level domains. The file is kept in the repository, so that the browser side needs no build; a test fails
when it is out of date.
"""

import json
from importlib import resources
from pathlib import Path

from checker.text import alphabet

TARGET = Path("docs/assets/js/alphabet.js")


def module() -> str:
    """Return the JavaScript module."""
    facts = {
        "ACCENTED_LATIN": alphabet.ACCENTED_LATIN,
        "LETTERS": alphabet.LETTERS,
        "DIGITS": alphabet.DIGITS,
        "EMOJI_SEQUENCE": alphabet.EMOJI_SEQUENCE,
        "TOP_LEVEL_DOMAINS": resources.files("checker").joinpath("data/tlds.txt").read_text(encoding="utf-8").strip(),
    }
    lines = ["// Written by `python -m publish.alphabet`: change checker/text/alphabet.py instead."]
    lines += [f"export const {name} = {json.dumps(value)};" for name, value in facts.items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    TARGET.write_text(module(), encoding="utf-8")
