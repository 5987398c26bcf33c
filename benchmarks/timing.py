"""What is timed, by the same code on CPython and under Pyodide: pure standard library and the checker."""

import json
from time import perf_counter

REPEATS = 3


def best(work) -> float:
    """Seconds of the fastest of a few runs of ``work``."""
    times = []
    for _ in range(REPEATS):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


def measure(request: str) -> str:
    """Time what ``request`` (JSON: ``tweets``, ``feed``, ``long``) asks for; JSON of seconds.

    ``tweets``: seconds a tweet. ``feeds``: seconds by number of tweets. ``lengths``: seconds by length in characters.
    """
    from checker import judge_feed, judge_tweet

    asked = json.loads(request)
    judge_feed(asked["feed"])
    return json.dumps(
        {
            "tweet": best(lambda: [judge_tweet(text) for text in asked["tweets"]]) / len(asked["tweets"]),
            "feeds": {
                str(size): best(lambda size=size: judge_feed((asked["feed"] * size)[:size])) for size in asked["sizes"]
            },
            "lengths": {
                str(length): best(lambda length=length: judge_tweet((asked["long"] * length)[:length]))
                for length in asked["lengths"]
            },
        }
    )
