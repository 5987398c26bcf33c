"""``compare``: which of two tweets works better, and which criteria make the difference?"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checker.criteria import CRITERIA, read
from checker.criteria.base import Verdict
from checker.kinds.base import Check, Flaw, Outcome, Part, Shown, length_of
from checker.messages import message
from checker.text import LIMIT
from checker.view import Tree, tweet_card


def problem_of(exercise: Mapping[str, Any], submission: Mapping[str, Any]) -> str:
    """What is wrong with the shape of ``submission``; empty when nothing is."""
    choice, reasons = submission.get("choice"), submission.get("reasons", [])
    if isinstance(choice, bool) or choice not in (0, 1):
        return 'a submission like {"choice": 0, "reasons": ["criterion"]} is expected; "choice" is 0 or 1'
    if not isinstance(reasons, list) or not all(isinstance(reason, str) for reason in reasons):
        return '"reasons" must be a list of criteria'
    return ""


def assess(exercise: Mapping[str, Any], submission: Mapping[str, Any], earlier: Sequence[Mapping[str, Any]]) -> Outcome:
    """Check the choice and, for each criterion on offer, whether the learner says rightly that it makes the
    difference."""
    right = submission["choice"] == exercise["better"]
    told = "criteria.choice." + ("right" if right else "wrong")
    number = {"number": exercise["better"] + 1}
    checks = [Check(Verdict("choice", right, True, 1.0, (), told, number), True, True, "answer")]
    for reason in exercise["reasons"]:
        ticked = reason["criterion"] in submission.get("reasons", ())
        right = ticked == reason["differs"]
        told = f"compare.{'right' if right else 'wrong'}_{'differs' if reason['differs'] else 'same'}"
        verdict = Verdict(reason["criterion"], right, True, 1.0, (), told, {"why": reason["why"]})
        checks.append(Check(verdict, True, True, "answer"))
    return Outcome(checks, None, [_part(tweet["text"], exercise) for tweet in exercise["tweets"]])


def given(exercise: Mapping[str, Any]) -> list[Tree]:
    """Both tweets, and the criteria among which the learner finds the difference."""
    tweets = [
        tweet_card(message("view.given_tweet", number=number, author=tweet["author"]), tweet["text"])
        for number, tweet in enumerate(exercise["tweets"], 1)
    ]
    names = [reason["criterion"] for reason in exercise["reasons"]]
    reasons: list[Tree] = [
        ["li", {"data-criterion": name}, ["strong", {}, _name(name)], ". ", message(f"criteria.{name}.ask")]
        for name in names
    ]
    return [["div", {"class": "pair"}, *tweets], ["ul", {"class": "exercise__reasons"}, *reasons]]


def answers(exercise: Mapping[str, Any]) -> list[Shown]:
    """The better tweet, and of each criterion whether it makes the difference and why."""
    better: Tree = ["p", {}, ["strong", {}, message("compare.better", number=exercise["better"] + 1)]]
    shown = [Shown(better, "")]
    for reason in exercise["reasons"]:
        told = message("compare.differs" if reason["differs"] else "compare.same", name=_name(reason["criterion"]))
        line: Tree = ["p", {}, ["strong", {}, told], " ", reason["why"]]
        shown.append(Shown(line, ""))
    return shown


def flaws(exercise: Mapping[str, Any]) -> Iterator[Flaw]:
    """Criteria of which the checker says otherwise, and a pair of tweets without a difference."""
    one, other = (read(tweet["text"]).verdicts for tweet in exercise["tweets"])
    for index, reason in enumerate(exercise["reasons"]):
        name = reason["criterion"]
        if not (one[name].sure and other[name].sure):
            continue
        if (one[name].met != other[name].met) != reason["differs"]:
            problem = f"the checker reads '{name}' otherwise ({one[name].status} and {other[name].status})"
            yield Flaw(["reasons", index], f"{problem}; correct 'differs' or choose clearer tweets")
    if not any(reason["differs"] for reason in exercise["reasons"]):
        yield Flaw(["reasons"], "nothing makes the difference; offer at least one criterion with 'differs: true'")


def sample(exercise: Mapping[str, Any], answer: Mapping[str, Any]) -> dict[str, Any]:
    """The submission of a sample answer."""
    return {"choice": answer["choice"], "reasons": answer["reasons"]}


def _part(text: str, exercise: Mapping[str, Any]) -> Part:
    """One of the tweets with what the checker sees in it of the criteria that make the difference."""
    reading = read(text)
    deciding = [reason["criterion"] for reason in exercise["reasons"] if reason["differs"]]
    checks = [Check(reading.verdicts[name], not CRITERIA[name].fault, False, "given") for name in deciding]
    return Part(text, length_of(reading, LIMIT), checks)


def _name(criterion: str) -> str:
    return message(f"criteria.{criterion}.name")
