"""Texts that come from outside and must be survived."""

import pytest

HOSTILE = {
    "empty": "",
    "blank": " \t\n\u00a0 ",
    "only emoji": "😀🎉🔥",
    "zwj sequences": "👩‍👩‍👧‍👦 👩🏽‍🚀 ❤️‍🔥",
    "flags": "🇪🇸🇲🇽🇦🇷 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "right to left": "مرحبا بالعالم שלום ‏¿qué tal?",
    "combining marks": "q\u0301u\u0308e\u0301 tal\u0301\u0302\u0303\u0304?",
    "many combining marks": "a" + "\u0301" * 5000,
    "nul": "hola\0mundo, ¿qué\0tal?",
    "lone surrogates": "hola \ud83d mundo \udc00 ¿qué tal?",
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)> &amp; ¿qué os parece?",
    "braces": "{quote} {0} %s {reason} ¿qué opinas?",
    "mentions": "@alguien " * 500,
    "hashtags": "#oferta" * 500,
    "long word": "a" * 100_000,
    "long text": "¿Qué pan os recuerda a casa? A mí el de pueblo. " * 2100,
    "dots": "." * 100_000,
    "hosts": "a.com " * 16_000,
    "parentheses": "http://a.com/((" * 6_000,
    "lines": "\n" * 10_000,
    "questions": "¿" * 10_000 + "?" * 10_000,
}


@pytest.fixture(params=HOSTILE.values(), ids=HOSTILE.keys())
def hostile(request):
    """A hostile text."""
    return request.param
