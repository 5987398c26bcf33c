"""The reference of criteria, for the site's page: what each asks, why, examples, what the checker cannot see.

Not part of what the browser loads.
"""

import re

from checker.criteria import CRITERIA
from checker.criteria.base import Criterion
from checker.feed import FEED_CRITERIA
from checker.messages import message, texts
from checker.view import Tree, tweet_card

_MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


def criterion_reference(name: str) -> Tree:
    """The entry of criterion ``name``, of tweets or of feeds. Raises `KeyError` for an unknown one."""
    criterion: Criterion = FEED_CRITERIA[name].CRITERION if name in FEED_CRITERIA else CRITERIA[name]
    children: list[Tree] = [["p", {"class": "criterion__ask"}, ["strong", {}, message(f"criteria.{name}.ask")]]]
    for key in ("why", "blind"):
        label: Tree = ["strong", {}, message(f"reference.{key}") + ". "]
        children.append(["p", {}, label, message(f"criteria.{name}.{key}")])
    title = message("reference.hints_fault" if criterion.fault else "reference.hints")
    children.append(["p", {}, ["strong", {}, title + ":"]])
    children.append(["ul", {}, *(["li", {}, hint] for hint in texts(f"criteria.{name}.hints"))])
    for met, key in ((True, "right"), (False, "wrong")):
        examples = [example for example in criterion.examples if example.met == met]
        if examples:
            cards = [tweet_card("", _MARKED.sub(r"\1", example.text), [name]) for example in examples]
            summary: Tree = ["summary", {}, f"{message(f'reference.{key}')} ({len(cards)})"]
            children.append(["details", {"class": "criterion__examples"}, summary, *cards])
    return ["section", {"class": "criterion"}, *children]
