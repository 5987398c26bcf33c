"""Verdicts by criterion without an exercise: which criteria a tweet or a feed meets."""

from collections.abc import Sequence
from typing import Any

from checker.criteria import TWEET_CRITERIA, read
from checker.feed import read_feed


def judge_tweet(text: str) -> dict[str, Any]:
    """``{"met": [criterion ids], "unsure": [criterion ids]}`` of one tweet; ``met`` is the best guess also where
    unsure."""
    verdicts = read(text).verdicts
    return {
        "met": [name for name in TWEET_CRITERIA if verdicts[name].met],
        "unsure": [name for name in TWEET_CRITERIA if not verdicts[name].sure],
    }


def judge_feed(tweets: Sequence[str]) -> dict[str, Any]:
    """As `judge_tweet`, for an ordered plan of tweets by one account and the criteria of feeds."""
    verdicts = read_feed(tweets)
    return {
        "met": [name for name, verdict in verdicts.items() if verdict.met],
        "unsure": [name for name, verdict in verdicts.items() if not verdict.sure],
    }
