"""Business, communication and play are each clearly there in at least one tweet.

Article point P7: combine business, communication and a sense of play.

Cannot see: humour that needs knowing the account; play is a matter of taste.
"""

from collections.abc import Iterator

from checker.criteria.base import Criterion
from checker.feed.plan import Explanation, Plan, mean, steps

CRITERION = Criterion(id="mixes_modes", point="P7", supports=(), opposes=(), examples=())
LOOKS_AT: tuple[str, ...] = ("playful", "conversation", "value", "solution")

_BUSINESS = ("promotional", "solution", "value", "need")


def measures(plan: Plan) -> Iterator[str]:
    """The clearest tweets of each mode, and how clear the least clear mode is."""
    play = sorted(plan.probabilities("playful"), reverse=True)
    talk = sorted(plan.probabilities("conversation"), reverse=True)
    business = [max(values) for values in zip(*(plan.probabilities(name) for name in _BUSINESS), strict=True)]
    yield from steps("play", play[0], (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9))
    yield from steps("play2", play[min(1, len(play) - 1)], (0.2, 0.3, 0.4, 0.5, 0.6, 0.75))
    yield from steps("plays", mean(play), (0.15, 0.2, 0.25, 0.3, 0.4, 0.5))
    yield from steps("talk", talk[0], (0.3, 0.5, 0.7, 0.85))
    yield from steps("talks", mean(talk), (0.1, 0.2, 0.3, 0.4))
    yield from steps("business", max(business), (0.3, 0.5, 0.7, 0.85))
    yield from steps("businesses", mean(business), (0.15, 0.25, 0.35, 0.5))
    weakest = min(play[0], talk[0], max(business))
    yield from steps("least", weakest, (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8))
    yield from steps("all", play[0] * talk[0] * max(business), (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7))
    yield from steps("human", mean(plan.probabilities("human_voice")), (0.3, 0.5, 0.7, 0.85))


def explain(plan: Plan, met: bool) -> Explanation:
    """The mode that is missing most."""
    if met:
        return Explanation("met", {}, ())
    business = max(max(plan.probabilities(name)) for name in _BUSINESS)
    strongest = {
        "no_play": max(plan.probabilities("playful")),
        "no_talk": max(plan.probabilities("conversation")),
        "no_business": business,
    }
    return Explanation(min(strongest, key=lambda mode: strongest[mode]), {}, ())
