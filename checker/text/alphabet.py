"""Character classes as fixed ranges.

``str.isalpha`` and ``\\w`` follow the Unicode version of the interpreter; the same text must be read alike by every
Python that runs the checker, so the classes are spelled out here.
"""

ACCENTED_LATIN = "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff"
LETTERS = (
    "A-Za-z\u00aa\u00ba" + ACCENTED_LATIN + "\u0300-\u036f\u0370-\u1dff\u1f00-\u1fff"
    "\u2c00-\u2dff\u3005\u3040-\u30ff\u3100-\u318f\u3400-\u4dbf\u4e00-\ua4cf\ua500-\ud7ff"
    "\uf900-\ufaff\ufb00-\ufdff\ufe70-\ufefe\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc"
)
DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9\uff10-\uff19"

# Emoji by the Unicode emoji data: what may stand alone or begin a sequence.
PICTOGRAPHS = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf\u23e9-\u23f3\u23f8-\u23fa"
    "\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2604\u260e\u2611\u2614\u2615\u2618\u261d\u2620\u2622\u2623"
    "\u2626\u262a\u262e\u262f\u2638-\u263a\u2640\u2642\u2648-\u2653\u265f\u2660\u2663\u2665\u2666\u2668\u267b\u267e"
    "\u267f\u2692-\u2697\u2699\u269b\u269c\u26a0\u26a1\u26a7\u26aa\u26ab\u26b0\u26b1\u26bd\u26be\u26c4\u26c5\u26c8"
    "\u26ce\u26cf\u26d1\u26d3\u26d4\u26e9\u26ea\u26f0-\u26f5\u26f7-\u26fa\u26fd\u2702\u2705\u2708-\u270d\u270f\u2712"
    "\u2714\u2716\u271d\u2721\u2728\u2733\u2734\u2744\u2747\u274c\u274e\u2753-\u2755\u2757\u2763\u2764\u2795-\u2797"
    "\u27a1\u27b0\u27bf\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299\U0001f004\U0001f0cf"
    "\U0001f170\U0001f171\U0001f17e\U0001f17f\U0001f18e\U0001f191-\U0001f19a\U0001f201\U0001f202\U0001f21a\U0001f22f"
    "\U0001f232-\U0001f23a\U0001f250\U0001f251\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7eb"
    "\U0001f7f0\U0001f90c-\U0001f9ff\U0001fa70-\U0001faff"
)
# Without the emoji variation selector these are letters or signs, not pictures.
_TEXT_BY_DEFAULT = "\u00a9\u00ae\u2122"
_ELEMENT = f"[{PICTOGRAPHS}](?:\ufe0f|[\U0001f3fb-\U0001f3ff])?"

EMOJI_SEQUENCE = (
    "[0-9#*]\ufe0f?\u20e3"
    "|[\U0001f1e6-\U0001f1ff]{2}"
    "|\U0001f3f4[\U000e0061-\U000e007a]{2,6}\U000e007f"
    f"|(?![{_TEXT_BY_DEFAULT}](?!\ufe0f)){_ELEMENT}(?:\u200d{_ELEMENT})*"
)
"""Pattern of one emoji as a reader sees it: keycap, flag, tag sequence, or pictographs joined by ZWJ."""
