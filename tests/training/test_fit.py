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


def totals(fit, table):
    """What the first layer of a table says of each sample, as integers."""
    column = np.array([ord(table["features"].get(name, chr(ZERO))) - ZERO for name in fit.known])
    return fit.matrix @ column + table["bias"][0]


def probabilities(fit, table):
    """What both layers of a table say of each sample."""
    total = totals(fit, table)
    within = np.clip(total, -table["bound"], table["bound"])
    scores = table["linear"][0][0] * total + table["bounded"][0][0] * within + table["shift"][0]
    return 1 / (1 + np.exp(-scores))


@pytest.fixture(scope="module")
def whole():
    return Fit(samples(), CRITERIA, 3)


@pytest.fixture(scope="module")
def cut():
    return Fit(samples(), CRITERIA, 3, least=0.6)


def test_weights_that_are_left_out_do_not_shift_the_verdicts(whole, cut):
    assert len(cut.table()["features"]) < len(whole.table()["features"])
    shift = STEP * (totals(cut, cut.table()).mean() - totals(whole, whole.table()).mean())
    assert shift == pytest.approx(0, abs=0.2)


def test_a_table_without_a_writer_knows_nothing_of_them():
    fit = Fit(samples(odd_writer_says="odd"), CRITERIA, 3)
    assert "odd" not in fit.table(without="d")["features"]


def test_unusual_samples_do_not_blur_how_sure_the_verdicts_on_usual_ones_are():
    def told(*, usual):
        """The certainty on the others when the writer "d" calls everything the other way round."""
        odd = [
            sample._replace(met=frozenset(CRITERIA) - sample.met, usual=usual) if sample.writer == "d" else sample
            for sample in samples()
        ]
        fit = Fit(odd, CRITERIA, 3)
        return np.abs(probabilities(fit, fit.table())[fit.writers != "d"] - 0.5).mean()

    assert told(usual=False) > told(usual=True) + 0.02


def test_one_criterion_tells_another():
    """Whoever meets the second also meets the first, but the words tell only the second."""
    chance = random.Random(3)
    both = []
    for sample in samples():
        sells = bool(sample.met)
        promotes = sells or chance.random() < 0.2
        met = frozenset(name for name, is_met in (("hard_sell", sells), ("promotional", promotes)) if is_met)
        both.append(sample._replace(met=met, judged=frozenset(("hard_sell", "promotional"))))
    fit = Fit(both, ("hard_sell", "promotional"), 3)
    table = fit.table()
    assert table["linear"][1][0] + table["bounded"][1][0] > 0


def test_plans_hear_nothing_of_other_criteria():
    own = [sample._replace(found=frozenset(f"playful:{name}" for name in sample.found)) for sample in samples()]
    both = [sample._replace(judged=frozenset(("eclectic", "playful"))) for sample in own]
    both = [
        sample._replace(met=sample.met | {"eclectic"}, found=sample.found | {"eclectic:subjects"})
        if number % 3
        else sample
        for number, sample in enumerate(both)
    ]
    table = Fit(both, ("eclectic", "playful"), 3, own=True).table()
    assert table["linear"][1][0] == table["bounded"][1][0] == 0
    assert table["features"]["playful:yes"][0] == chr(ZERO)
