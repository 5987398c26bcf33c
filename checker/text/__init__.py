"""What a tweet is: entities, weighted length, tokens and sentences, all with offsets into the learner's text.

Offsets everywhere are code-point offsets (Python string indexes), half-open ``[start, end)``.
"""

from checker.text.entities import Entity, find_entities
from checker.text.length import LIMIT, LIMIT_2011, weighted_length
from checker.text.tokens import Sentence, Token, Tweet, fold, read_tweet

__all__ = [
    "LIMIT",
    "LIMIT_2011",
    "Entity",
    "Sentence",
    "Token",
    "Tweet",
    "find_entities",
    "fold",
    "read_tweet",
    "weighted_length",
]
