"""What an ordered plan of tweets by one account amounts to: the feed criteria, each in its own file.

Each criterion measures the plan (`checker.feed.plan`); fitted weights turn its measures into a verdict. Its ``LOOKS_AT``
names the criteria of single tweets that show a reader where it comes from.
"""

from collections.abc import Sequence
from types import ModuleType

from checker.criteria.base import Verdict
from checker.features import Feature
from checker.feed import bonds_first, converses, eclectic, mixes_modes, promotion_in_moderation, something_new
from checker.feed.plan import Plan, mood
from checker.model import estimate

__all__ = ["FEED_CRITERIA", "Plan", "feed_features", "read_feed", "read_plan"]

_COUNTED = {"promotion_in_moderation": promotion_in_moderation.counted, "converses": converses.counted}
"""Criteria that a reader settles by counting: the count decides, and the fitted weights may only doubt it."""
_MODULES: tuple[ModuleType, ...] = (
    bonds_first,
    promotion_in_moderation,
    converses,
    eclectic,
    something_new,
    mixes_modes,
)
FEED_CRITERIA = {module.CRITERION.id: module for module in _MODULES}
"""The modules of the feed criteria by id, in the order of the rubric."""


def feed_features(plan: Plan) -> list[Feature]:
    """The features of a plan: what each criterion measures, named after it, and the mood of the whole, named ``plan:``."""
    found = [f"{name}:{measure}" for name, module in FEED_CRITERIA.items() for measure in module.measures(plan)]
    return [Feature(name, 0, 0) for name in (*found, *(f"plan:{measure}" for measure in mood(plan)))]


def read_feed(tweets: Sequence[str]) -> dict[str, Verdict]:
    """Verdicts by criterion on ``tweets``, in order of publication. Never raises; an empty plan meets nothing."""
    if not tweets:
        return {name: Verdict(name, False, True, 0.0, (), f"criteria.{name}.empty", {}) for name in FEED_CRITERIA}
    return read_plan(Plan(tweets))


def read_plan(plan: Plan) -> dict[str, Verdict]:
    """As `read_feed`, of a plan that was read before."""
    estimates = estimate("feed", feed_features(plan))
    verdicts = {}
    for name, guess in estimates.items():
        met = _COUNTED[name](plan) if name in _COUNTED else guess.met
        sure = guess.sure and met == guess.met
        key, parameters, deciding = FEED_CRITERIA[name].explain(plan, met)
        reason = f"criteria.{name}.{key}"
        verdicts[name] = Verdict(name, met, sure, guess.probability, (), reason, parameters, deciding)
    return verdicts
