"""The tweet has the size of a tweet: at most 280 weighted characters, 2 hashtags and 3 mentions.

Article point P8: "in few characters". Counted, not judged: weighted length by the twitter-text rules (a link counts 23,
an emoji 2); mentions that open a reply do not count. The classic challenge of 2011 allows 140.

Cannot see: whether a long post would be published by an account that pays for longer posts.
"""

from checker.criteria.base import Criterion, Example, Verdict
from checker.text import LIMIT, LIMIT_2011, Tweet, weighted_length

MOST_HASHTAGS = 2
MOST_MENTIONS = 3

CRITERION = Criterion(
    id="fits",
    point="P8",
    supports=(),
    opposes=(),
    examples=(
        Example("Hoy abrimos más tarde: el horno ha decidido tomarse el lunes libre.", True),
        Example("Pan de masa madre [[#pan]] [[#masamadre]] [[#panaderia]]", False),
    ),
)


def judge(tweet: Tweet, limit: int = LIMIT) -> Verdict:
    """The verdict on the size of ``tweet``; ``limit`` in weighted characters."""
    hashtags = [token for token in tweet.tokens if token.kind == "hashtag"]
    mentions = [token for token in tweet.tokens[tweet.opening_mentions :] if token.kind == "mention"]
    if tweet.weighted_length > limit:
        over = tweet.weighted_length - limit
        return _missed("long", [(_cut(tweet, limit), len(tweet.text))], over=over, limit=limit)
    if len(hashtags) > MOST_HASHTAGS:
        return _missed("hashtags", [(tag.start, tag.end) for tag in hashtags], count=len(hashtags))
    if len(mentions) > MOST_MENTIONS:
        return _missed("mentions", [(mention.start, mention.end) for mention in mentions], count=len(mentions))
    reason = "classic" if limit == LIMIT_2011 else "met"
    return Verdict("fits", True, True, 1.0, (), f"criteria.fits.{reason}", {})


def _missed(reason: str, spans: list[tuple[int, int]], **parameters: object) -> Verdict:
    return Verdict("fits", False, True, 0.0, tuple(spans), f"criteria.fits.{reason}", parameters)


def _cut(tweet: Tweet, limit: int) -> int:
    """Where the text goes over ``limit``: the start of the first token that no longer fits whole."""
    low, high = 0, len(tweet.tokens) - 1
    while low < high:
        middle = (low + high) // 2
        if _length_up_to(tweet, middle) > limit:
            high = middle
        else:
            low = middle + 1
    return tweet.tokens[low].start if tweet.tokens else 0


def _length_up_to(tweet: Tweet, index: int) -> int:
    return weighted_length(tweet.text[: tweet.tokens[index].end])
