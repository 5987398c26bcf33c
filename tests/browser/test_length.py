"""The browser's character counter counts as the checker does."""

import json
import random
import subprocess
from pathlib import Path

from checker.text import weighted_length
from publish.alphabet import TARGET, module

ROOT = Path(__file__).resolve().parents[2]
CASES = json.loads((ROOT / "tests/cases/length.json").read_text(encoding="utf-8"))
COUNT = """
import { readFileSync } from "node:fs";
import { weightedLength } from "./docs/assets/js/length.js";
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(weightedLength)));
"""
WORDS = """
hola ¡Compra! € … – ñ n\u0303 👩\u200d👩\u200d👧 👍🏽 🇪🇸 🇪 1️⃣ #️⃣ ❤️ ❤ ©️ © \u200d \u200b \ufe0f \ud800 \udc00 故 a 1
. / : ? # @ ( ) - _ , = & % + ~ | [ ] http:// https:// HTTPS:// t.co t.co/a1 .es .com .com.mx
ejemplo www. xn--a ñandú.cl @pan #pan pan@
"""
PIECES = [" ", "\n", "\t", *WORDS.split()]


def counts(texts: list[str]) -> list[int]:
    """What length.js says of each text."""
    command = ["node", "--input-type=module", "--eval", COUNT]
    run = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True, cwd=ROOT)
    return json.loads(run.stdout)


def test_the_shared_cases() -> None:
    assert counts([case["text"] for case in CASES]) == [case["weighted"] for case in CASES]


def test_whatever_the_checker_counts() -> None:
    chance = random.Random(280)
    texts = ["".join(chance.choices(PIECES, k=chance.randint(1, 12))) for _ in range(20_000)]
    texts = [text for text in texts if "\ud800\udc00" not in text]  # one character in JavaScript, two in Python
    differences = [
        (text, ours, theirs)
        for text, ours, theirs in zip(texts, counts(texts), map(weighted_length, texts), strict=True)
        if ours != theirs
    ]
    assert differences == []


def test_the_shared_facts_are_up_to_date() -> None:
    assert (ROOT / TARGET).read_text(encoding="utf-8") == module(), "run `python -m publish.alphabet`"
