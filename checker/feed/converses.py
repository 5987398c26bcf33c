"""At least a third of the tweets open or carry on a conversation.

Article point P1: the network is built on relationships; a monologue gets nowhere.

Cannot see: whether anybody answered.
"""

from collections.abc import Iterator

from checker.criteria.base import Criterion
from checker.feed.plan import Explanation, Plan, listed, mean, steps, where

CRITERION = Criterion(id="converses", point="P1", supports=(), opposes=(), examples=())
LOOKS_AT: tuple[str, ...] = ("conversation",)


def measures(plan: Plan) -> Iterator[str]:
    """Share of conversational tweets, as best guesses and as expected."""
    conversation = plan.probabilities("conversation")
    yield from steps(
        "share", mean([float(value >= 0.5) for value in conversation]), (0.01, 0.15, 0.2, 0.25, 0.3, 0.3333, 0.4, 0.5)
    )
    yield from steps("expected", mean(conversation), (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5))


def counted(plan: Plan) -> bool:
    """Whether enough tweets converse by counting the best guesses on them."""
    return 3 * sum(plan.met("conversation")) >= len(plan)


def explain(plan: Plan, met: bool) -> Explanation:
    """The tweets that converse, and how many it takes."""
    talking = where(plan.met("conversation"))
    needed = -(-len(plan) // 3)
    if met:
        return Explanation("met", {}, talking)
    if not talking:
        return Explanation("monologue", {"total": len(plan), "needed": needed}, ())
    return Explanation("few", {"count": len(talking), "needed": needed, "tweets": listed(talking)}, talking)
