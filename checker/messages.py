"""Texts for learners, by id. All Spanish lives in ``data/messages/*.toml``; code names messages and fills in what was
seen.

``general.toml`` holds what is said of no single criterion. Each criterion has a file of its own,
``criteria.<id>.<key>``:

====================  =================================================================================================
``name``, ``ask``     how the criterion is called, and what it asks of a tweet
``why``, ``blind``     for the reference page: why it matters, and what the checker cannot see of it
``met``, ``missed``   the reason when no single cue explains the verdict
``seek``, ``avoid``   the next step when the criterion is wanted and missed, or unwanted and met
``mended_*``          clause of the summary, after "Vas mejor:": what a revision achieved (``_seek``, ``_avoid``)
``pending_*``         clause of the summary, after "Empieza por esta:": what is still to do
``hints``             a ladder of three or more, from general to specific
``cues.<cue>``        ``reason``, which quotes the learner's words as ``{quote}``, and ``next``, the step that suits it
====================  =================================================================================================
"""

from typing import Any

from checker.data import load

_LONGEST_QUOTE = 60
_LEFT_OUT = " … "
_EDGES = " ,;:.«»“”\"'"


def message(identifier: str, **parameters: object) -> str:
    """The text of ``identifier`` (dotted, as ``criteria.hard_sell.missed``) with its parameters filled in.

    Raises `KeyError` for an unknown id or a missing parameter: both are mistakes of ours, found by the tests.
    """
    entry = _entry(identifier)
    if not isinstance(entry, str):
        raise KeyError(f"'{identifier}' is not a text")
    return entry.format_map(parameters)


def texts(identifier: str) -> list[str]:
    """The list of texts of ``identifier``, as the hints of a criterion."""
    return list(_entry(identifier))


def has_message(identifier: str) -> bool:
    """Whether there is a message of that id."""
    try:
        _entry(identifier)
    except KeyError:
        return False
    return True


def quote(text: str) -> str:
    """The learner's words as a message quotes them: one line, shortened in the middle when long."""
    line = " ".join(text.split()).strip(_EDGES)
    if len(line) <= _LONGEST_QUOTE:
        return line
    half = (_LONGEST_QUOTE - len(_LEFT_OUT)) // 2
    head, tail = line[: half + 1], line[-half - 1 :]
    # Between words, unless one word fills the half.
    head = head.rpartition(" ")[0] or head[:half]
    tail = tail.partition(" ")[2] or tail[1:]
    return f"{head.rstrip()}{_LEFT_OUT}{tail.lstrip()}"


def _entry(identifier: str) -> Any:
    group, *keys = identifier.split(".")
    if group == "criteria":
        name, *keys = keys
        try:
            node: Any = load(f"messages/{name}")
        except FileNotFoundError:
            raise KeyError(f"there is no message '{identifier}'") from None
    else:
        node = load("messages/general")
        keys = [group, *keys]
    for key in keys:
        if not isinstance(node, dict) or key not in node:
            raise KeyError(f"there is no message '{identifier}'")
        node = node[key]
    return node
