"""What a tweet amounts to: the criteria of the rubric, each in its own file, and their verdicts on a text."""

from collections.abc import Iterable
from functools import cached_property

from checker.criteria import (
    coherent,
    conversation,
    current,
    fits,
    hard_sell,
    hook,
    human_voice,
    need,
    playful,
    promotional,
    shares,
    solution,
    value,
)
from checker.criteria.base import Criterion, Example, Verdict
from checker.cues import Cue, find_cues
from checker.features import Feature, find_features
from checker.messages import has_message, quote
from checker.model import Estimate, estimate
from checker.text import Tweet, read_tweet
from checker.vocabulary import is_known

__all__ = ["CRITERIA", "TWEET_CRITERIA", "Criterion", "Example", "Reading", "Verdict", "read"]

CRITERIA: dict[str, Criterion] = {
    module.CRITERION.id: module.CRITERION
    for module in (
        conversation,
        promotional,
        hard_sell,
        need,
        solution,
        value,
        hook,
        current,
        shares,
        playful,
        human_voice,
        coherent,
        fits,
    )
}
"""All criteria of a single tweet by id, in the order of the rubric."""

TWEET_CRITERIA = tuple(name for name in CRITERIA if name != "fits")
"""The criteria that need a judge; `fits` is counted."""

_MOST_SPANS = 3
_LEAST_PUSH = 0.25
_OPENING_TOKENS = 8
_FEWEST_WORDS = 4
_LEAST_KNOWN = 0.35
_BEFORE = ",.;: \n"
_AFTER = ",;: \n"


class Reading:
    """A tweet as the checker reads it: its tokens, cues and features, and a verdict on every criterion."""

    def __init__(self, text: str) -> None:
        self.tweet: Tweet = read_tweet(text)
        self.cues: list[Cue] = find_cues(self.tweet)
        self.features: list[Feature] = find_features(self.tweet, self.cues)

    @cached_property
    def estimates(self) -> dict[str, Estimate]:
        """Probabilities by criterion, from the fitted weights."""
        return estimate("tweet", self.features)

    @cached_property
    def verdicts(self) -> dict[str, Verdict]:
        """Verdicts by criterion, `fits` among them, in the order of the rubric."""
        verdicts: dict[str, Verdict] = {}
        sense = self._sense()
        for name in TWEET_CRITERIA:
            verdicts[name] = self._verdict(CRITERIA[name]) if sense is None else _nonsense(name, sense)
        verdicts["fits"] = fits.judge(self.tweet)
        return verdicts

    def _sense(self) -> Verdict | None:
        """The verdict on `coherent` when there is nothing to read in the text, which then meets no criterion; else
        nothing."""
        if not self.tweet.words:
            return Verdict("coherent", False, True, 0.0, (), "criteria.coherent.empty", {})
        words = [token.norm for token in self.tweet.words]
        if len(words) >= _FEWEST_WORDS and sum(map(is_known, words)) < _LEAST_KNOWN * len(words):
            return Verdict("coherent", False, True, 0.0, (), "criteria.coherent.unknown", {})
        guess = self.estimates["coherent"]
        if guess.met:
            return None
        return self._verdict(CRITERIA["coherent"])

    def _verdict(self, criterion: Criterion) -> Verdict:
        guess = self.estimates[criterion.id]
        end = self._opening_end if criterion.opening else len(self.tweet.text)
        named = self._telling_cues(criterion.supports if guess.met else criterion.opposes, end)
        spans = [(cue.start, cue.end) for cue in named]
        if not spans and guess.met:
            spans = self._moving_spans(guess, end)
        evidence = _readable(self.tweet.text, spans)
        side = "met" if guess.met else "missed"
        reason, parameters = f"criteria.{criterion.id}.{side}", {}
        for cue in named:
            identifier = f"criteria.{criterion.id}.cues.{cue.name}.reason"
            if has_message(identifier):
                # The learner is told of the words that are marked, which may be more than the cue alone.
                start, end = next(span for span in evidence if span[0] < cue.end and cue.start < span[1])
                reason, parameters = identifier, {"quote": quote(self.tweet.text[start:end])}
                break
        return Verdict(criterion.id, guess.met, guess.sure, guess.probability, evidence, reason, parameters)

    @cached_property
    def _opening_end(self) -> int:
        """Where the opening of the tweet ends: after its first sentence, or its second when the first is very short."""
        for sentence in self.tweet.sentences:
            if sentence.last >= _OPENING_TOKENS:
                return self.tweet.tokens[sentence.last - 1].end
        return len(self.tweet.text)

    def _telling_cues(self, names: tuple[str, ...], end: int) -> list[Cue]:
        """The tweet's cues among ``names`` that begin before ``end``, the most telling first, one of each name before seconds."""
        order = {name: rank for rank, name in enumerate(names)}
        present = [cue for cue in self.cues if cue.name in order and cue.start < end]
        seen: dict[str, int] = {}
        keyed: list[tuple[int, int, Cue]] = []
        for cue in present:
            keyed.append((seen.get(cue.name, 0), order[cue.name], cue))
            seen[cue.name] = seen.get(cue.name, 0) + 1
        keyed.sort(key=lambda entry: entry[:2])
        return [cue for _, _, cue in keyed][:_MOST_SPANS]

    def _moving_spans(self, guess: Estimate, end: int) -> list[tuple[int, int]]:
        """Where, before ``end``, the words stand that moved the estimate most towards met."""
        spans = []
        for push in guess.pushes:
            if push.feature.last and push.amount >= _LEAST_PUSH:
                tokens = self.tweet.tokens[push.feature.first : push.feature.last]
                if tokens[0].start < end and any(token.kind in ("word", "number") for token in tokens):
                    spans.append((tokens[0].start, tokens[-1].end))
            if len(spans) == _MOST_SPANS:
                break
        return spans


def read(text: str) -> Reading:
    """Read ``text`` (any string) as a tweet. Never raises."""
    return Reading(text)


def _nonsense(name: str, sense: Verdict) -> Verdict:
    """A text that is not a message meets no criterion: every verdict takes the certainty and the reason of
    `coherent`."""
    return sense if name == "coherent" else sense._replace(criterion=name, evidence=())


def _readable(text: str, spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans in order, without the signs around them that a reader would not mark, those that overlap or touch joined."""
    joined: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        start, end = first, last
        while start < last and text[start] in _BEFORE:
            start += 1
        while start < end and text[end - 1] in _AFTER:
            end -= 1
        if start == end:
            start, end = first, last
        if joined and start <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
