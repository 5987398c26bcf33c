"""The fit: what is left out of the table is made up for, and who is held out is not seen."""

import random

import numpy as np
import pytest

from checker.model import ZERO
from training.fit import STEP, Fit, Sample

CRITERIA = ("playful",)


def samples(seed=1, *, odd_writer_says=None):
    """Texts of four writers: "yes" tells the criterion, thirty other words tell it faintly."""
    chance = random.Random(seed)
    found = []
    for number in range(240):
        met = chance.random() < 0.4
        words = {f"word{word}" for word in range(30) if chance.random() < (0.5 if met else 0.3)}
        if chance.random() < (0.9 if met else 0.1):
            words.add("yes")
        writer = "abcd"[number % 4]
        if writer == "d" and odd_writer_says:
            words.add(odd_writer_says)
        found.append(
            Sample(
                frozenset(words), frozenset(CRITERIA if met else ()), frozenset(CRITERIA), writer, usual=writer != "d"
            )
        )
    return found


def mean_score(fit, table):
    """Mean log-odds of the usual samples by a table, before scaling."""
    column = np.array([ord(table["features"].get(name, chr(ZERO))) - ZERO for name in fit.known])
    return float(np.mean((fit.matrix @ column)[fit.usual])) * STEP + table["bias"][0] * STEP


@pytest.fixture(scope="module")
def fit():
    return Fit(samples(), CRITERIA, 3)


def test_weights_that_are_left_out_do_not_shift_the_verdicts(fit):
    whole, cut = fit.table(), fit.table(least=0.6)
    assert len(cut["features"]) < len(whole["features"])
    assert mean_score(fit, cut) == pytest.approx(mean_score(fit, whole), abs=STEP)


def test_a_table_without_a_writer_knows_nothing_of_them():
    fit = Fit(samples(odd_writer_says="odd"), CRITERIA, 3)
    assert "odd" not in fit.table(without="d")["features"]


def test_a_crowd_of_unusual_samples_does_not_change_how_common_a_thing_is():
    plain = samples()
    hard = [sample for sample in samples(2) if not sample.met]
    crowd = [sample._replace(writer="e", usual=False, met=frozenset(CRITERIA)) for sample in hard]
    fit = Fit([*plain, *crowd], CRITERIA, 3)
    table = fit.table()
    column = np.array([ord(table["features"].get(name, chr(ZERO))) - ZERO for name in fit.known])
    scores = ((fit.matrix @ column) + table["bias"][0]) * table["scale"][0]
    share = np.mean([bool(sample.met) for sample in plain if sample.usual])
    assert np.mean(1 / (1 + np.exp(-scores[fit.usual]))) == pytest.approx(share, abs=0.1)
