"""Every cue finds its examples, span by span, and leaves its near misses alone."""

import re

import pytest

from checker.cues import GROUPS, find_cues
from checker.data import load
from checker.text import read_tweet

MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


def _cases(key):
    for group in GROUPS:
        for name, cue in load(f"cues/{group}").items():
            for number, text in enumerate(cue[key]):
                yield pytest.param(name, text, id=f"{group}-{name}-{number}")


def _found(name, text):
    return [text[cue.start : cue.end] for cue in find_cues(read_tweet(text)) if cue.name == name]


@pytest.mark.parametrize(("name", "text"), list(_cases("examples")))
def test_example_is_found_where_it_stands(name, text):
    marked = MARKED.findall(text)
    assert marked, "an example marks its evidence: [[…]]"
    assert _found(name, MARKED.sub(r"\1", text)) == marked


@pytest.mark.parametrize(("name", "text"), list(_cases("near_misses")))
def test_near_miss_is_left_alone(name, text):
    assert _found(name, text) == []


def test_names_are_unique_and_every_cue_has_both_kinds_of_example():
    names = [name for group in GROUPS for name in load(f"cues/{group}")]
    assert len(names) == len(set(names))
    for group in GROUPS:
        for name, cue in load(f"cues/{group}").items():
            assert len(cue["examples"]) >= 2, name
            assert cue["near_misses"], name
            assert cue["about"], name


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("shouting", "Hoy GRANDES OFERTAS en la ONU.", ["GRANDES OFERTAS"]),
        ("repeated_signs", "¿Vienes??? ¡Sí!", ["???"]),
        ("stacked_hashtags", "Pan #pan #masa #horno", ["#pan", "#masa", "#horno"]),
        ("stacked_hashtags", "Pan #pan #masa", []),
        ("question", "Llueve. ¿Abrís hoy? Gracias.", ["¿Abrís hoy?"]),
        ("last_question", "Llueve. ¿Abrís hoy? Gracias.", []),
        ("quotation", "Dijo «otra vez será» y se fue.", ["«otra vez será»"]),
        ("repeated_word", "Pan, pan y más pan.", ["Pan", "pan", "pan"]),
        ("named_house", "Os saluda la Cerrajería Caribe, de Barranquilla.", ["Cerrajería Caribe"]),
        ("named_house", "La librería de Marta cierra y dormí en un hostal.", []),
    ],
)
def test_shapes(name, text, found):
    assert _found(name, text) == found
