"""Fit the weights of the checker to the labelled corpus: ``make train`` writes ``checker/data/weights.json``.

One regularised logistic regression per criterion over the features of `checker.features`, then one per criterion over
what these say of all (stacking, after Wolpert 1992, "Stacked generalization"). Cross-validation holds out one writer at
a time, so that every estimate used to calibrate is of tweets by a writer whom the model has not read.
Deterministic; development only.
"""

import json
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from checker import data, model, vocabulary
from checker.criteria import TWEET_CRITERIA, Reading, read
from checker.features import Feature
from checker.feed import FEED_CRITERIA, feed_features
from checker.feed.plan import Plan
from checker.feed.topics import contents
from checker.model import MOST, ZERO
from checker.text import read_tweet

ROOT = Path(__file__).resolve().parent.parent
WEIGHTS = ROOT / "checker" / "data" / "weights.json"

FEWEST_TWEETS = 3
FEWEST_FEEDS = 4
FEWEST_RARE = 6
STRENGTHS = (0.05, 0.1, 0.2, 0.4, 0.8)
FOLDS = 10
STEP = 0.05
LEAST = 0.11
MOST_FEATURES = 5340
BOUND = 2.0
WITHIN_BOUNDS = 2
SECOND_STRENGTH = 0.02
RARITY_STEP = 0.5
UNSURE_SHARE = 0.11
NEAR_THE_LINE = frozenset({"w", "x", "y", "z", "aa", "af", "ai", "aj", "ac", "ad"})
"""Writers who were asked for tweets or plans near the line of a criterion: they teach the weights, but what is usual is
told by the others."""
MARKS = {"promo": "promotional", "hard": "hard_sell", "conv": "conversation"}


def load_rows(path: Path) -> list[dict[str, Any]]:
    """Rows of a JSON-lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def kappa(said: np.ndarray, truth: np.ndarray) -> float:
    """Cohen's kappa of two boolean arrays."""
    agree = float(np.mean(said == truth))
    chance = float(said.mean() * truth.mean() + (1 - said.mean()) * (1 - truth.mean()))
    return (agree - chance) / (1 - chance) if chance < 1 else 0.0


def design(found: Sequence[frozenset[str]], fewest: int) -> tuple[sparse.csr_matrix, list[str]]:
    """A 0/1 matrix of rows by features, with the features seen in at least ``fewest`` rows, in order of name."""
    counts = Counter(name for names in found for name in names)
    known = sorted(name for name, count in counts.items() if count >= fewest)
    index = {name: column for column, name in enumerate(known)}
    rows, columns = [], []
    for row, names in enumerate(found):
        for name in sorted(names):
            if name in index:
                rows.append(row)
                columns.append(index[name])
    return sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(found), len(known))), known


class Linear(NamedTuple):
    """A fitted linear model: log-odds are ``matrix @ weights + bias``."""

    weights: np.ndarray
    bias: float

    def scores(self, matrix: sparse.csr_matrix) -> np.ndarray:
        """Log-odds of the rows of ``matrix``."""
        return matrix @ self.weights + self.bias


def regression(matrix: sparse.csr_matrix, truth: np.ndarray, strength: float) -> Linear:
    """A logistic regression over features scaled by how much each tells the two classes apart, so that the penalty
    spares the telling ones.

    The scale is the square root of the log-ratio of the feature's smoothed frequencies in the two classes (after Wang &
    Manning 2012, "Baselines and Bigrams"). ``strength``: inverse of the penalty.
    """
    met = 1 + np.asarray(matrix[truth].sum(axis=0)).ravel()
    missed = 1 + np.asarray(matrix[~truth].sum(axis=0)).ravel()
    ratio = np.log((met / met.sum()) / (missed / missed.sum()))
    scale = np.sign(ratio) * np.sqrt(np.abs(ratio))
    fitted = LogisticRegression(C=strength, solver="liblinear", max_iter=500, random_state=0).fit(
        matrix @ sparse.diags(scale), truth
    )
    return Linear(fitted.coef_[0] * scale, float(fitted.intercept_[0]))


def held_out(matrix: sparse.csr_matrix, truth: np.ndarray, groups: np.ndarray, strength: float) -> np.ndarray:
    """Log-odds of each row by a model that has not seen its group."""
    scores = np.zeros(len(truth))
    for group in np.unique(groups):
        test = groups == group
        scores[test] = regression(matrix[~test], truth[~test], strength).scores(matrix[test])
    return scores


def quantised(weights: np.ndarray) -> np.ndarray:
    """Weights as small integers, which keeps the table small."""
    return np.clip(np.rint(weights / STEP), -MOST, MOST).astype(int)


def sigmoid(score: float) -> float:
    """Probability of log-odds."""
    return 1 / (1 + math.exp(-score))


def log_loss(scores: np.ndarray, truth: np.ndarray) -> float:
    """Mean log loss of log-odds ``scores``."""
    return float(np.mean(np.logaddexp(0, np.where(truth, -scores, scores))))


def best_line(scores: np.ndarray, truth: np.ndarray) -> float:
    """The log-odds above which to say "met": where held-out kappa is highest, smoothed so that no single row
    decides."""
    grid = np.linspace(-1.5, 0.8, 47)
    curve = np.array([kappa(scores >= line, truth) for line in grid])
    smooth = np.convolve(curve, np.ones(9) / 9, mode="valid")
    return float(grid[4:-4][int(np.argmax(smooth))])


class Sample(NamedTuple):
    """A labelled text or plan: its features, the criteria it meets, those it was judged by, its writer, and whether it is of
    the kind that the checker meets, so that it may tell where the line is."""

    found: frozenset[str]
    met: frozenset[str]
    judged: frozenset[str]
    writer: str
    usual: bool


class Setting(NamedTuple):
    """What cross-validation chose for a criterion: how much the log-odds of each criterion count for it, as they are
    (``linear``) and within bounds (``bounded``), the log-odds they are added to (``shift``), and those above which to
    say "met" (``line``)."""

    linear: np.ndarray
    bounded: np.ndarray
    shift: float
    line: float


class Fit:
    """The models of one kind (tweets or feeds), in two layers: a linear model per criterion over the features, and what
    the criteria then say of one another (who pushes for a sale promotes; who solves names a need).

    ``own``, for feeds: each criterion sees only the features that begin with its name or with ``plan:``, and nothing of
    the others. ``least``: weights below it are left out, as are all but the most telling features, and the rest are
    fitted anew.
    """

    def __init__(
        self,
        samples: Sequence[Sample],
        criteria: Sequence[str],
        fewest: int,
        *,
        own: bool = False,
        least: float = 0.0,
    ) -> None:
        self.criteria = tuple(criteria)
        self.own = own
        self.least = least
        self.matrix, self.known = design([sample.found for sample in samples], fewest)
        self.writers = np.array([sample.writer for sample in samples])
        self.usual = np.array([sample.usual for sample in samples])
        self.judged = {name: np.array([name in sample.judged for sample in samples]) for name in criteria}
        self.truth = {name: np.array([name in sample.met for sample in samples]) for name in criteria}
        self.seen = {
            name: np.array([not own or known.startswith((f"{name}:", "plan:")) for known in self.known])
            for name in criteria
        }
        self.strengths = {name: self._strength(name) for name in criteria}
        self._layers: dict[str, tuple[np.ndarray, np.ndarray]] = {}
        self.first = np.zeros((len(samples), len(self.criteria)))
        for writer in np.unique(self.writers):
            rows = self.writers == writer
            weights, biases = self.layer(str(writer))
            self.first[rows] = STEP * (self.matrix[rows] @ weights + biases)
        self.band, self.settings = self._settings()

    def _strength(self, name: str) -> float:
        """The strength whose held-out log-odds tell most; a few writers are held out at a time, which is quicker."""
        judged = self.judged[name]
        visible, truth = self.matrix[judged][:, self.seen[name]], self.truth[name][judged]
        folds = np.unique(self.writers[judged], return_inverse=True)[1] % FOLDS
        losses = {strength: log_loss(held_out(visible, truth, folds, strength), truth) for strength in STRENGTHS}
        return min(losses, key=losses.__getitem__)

    def layer(self, without: str = "") -> tuple[np.ndarray, np.ndarray]:
        """The first layer, fitted to all samples but those of the writer ``without``: weights, features by criteria, and
        biases, all as integers."""
        if without not in self._layers:
            support = np.array([self.seen[name] for name in self.criteria]).T
            weights, biases = self._layer(support, without)
            if self.least:
                weights = np.where(np.abs(weights) < self.least, 0, quantised(weights))
                influence = np.abs(weights).max(axis=1) * np.sqrt(np.asarray(self.matrix.sum(axis=0)).ravel())
                weights[np.argsort(-influence, kind="stable")[MOST_FEATURES:]] = 0
                weights, biases = self._layer(weights != 0, without)
            self._layers[without] = quantised(weights), np.rint(biases / STEP).astype(int)
        return self._layers[without]

    def _layer(self, support: np.ndarray, without: str) -> tuple[np.ndarray, np.ndarray]:
        """Weights and biases of a regression per criterion over the features that ``support`` lets it see."""
        weights, biases = np.zeros(support.shape), np.zeros(len(self.criteria))
        for number, (name, seen) in enumerate(zip(self.criteria, support.T, strict=True)):
            rows = self.judged[name] & (self.writers != without)
            fitted = regression(self.matrix[rows][:, seen], self.truth[name][rows], self.strengths[name])
            weights[seen, number], biases[number] = fitted
        return weights, biases

    def _settings(self) -> tuple[float, dict[str, Setting]]:
        """The unsure band around the line in log-odds, and the setting of each criterion."""
        settings, margins, agreements = {}, [], []
        for number, name in enumerate(self.criteria):
            judged = self.judged[name]
            truth, writers, usual = self.truth[name][judged], self.writers[judged], self.usual[judged]
            inputs = self._inputs(number)[judged]
            second = self._second(inputs, truth)
            scores = np.zeros(len(truth))
            for writer in np.unique(writers):
                rows = writers == writer
                scores[rows] = self._second(inputs[~rows], truth[~rows]).scores(inputs[rows])
            scores, truth = scores[usual], truth[usual]
            stretch = LogisticRegression(C=1e6, solver="lbfgs").fit(scores[:, None], truth)
            slope, shift = float(stretch.coef_[0, 0]), float(stretch.intercept_[0])
            scores = slope * scores + shift
            # Plans are few and meet each criterion half of the time: even odds is where the line must be.
            line = 0.0 if self.own else best_line(scores, truth)
            weights = np.zeros(2 * len(self.criteria))
            weights[[number] if self.own else slice(None)] = slope * second.weights
            linear, bounded = weights.reshape(2, -1)
            settings[name] = Setting(linear, WITHIN_BOUNDS * bounded, slope * second.bias + shift, line)
            margins.append(np.abs(scores - line))
            agreements.append(kappa(scores >= line, truth))
            print(
                f"{name:24} C={self.strengths[name]:<5} line {sigmoid(line):.2f}  "
                f"held-out kappa {agreements[-1]:.3f}  met {truth.mean():.2f}"
            )
        band = float(np.quantile(np.concatenate(margins), UNSURE_SHARE))
        print(f"mean held-out kappa {np.mean(agreements):.3f}; unsure within {band:.2f} log-odds of the line")
        return band, settings

    def _inputs(self, number: int) -> np.ndarray:
        """What the second layer of a criterion sees: the held-out log-odds of all as they are, and within bounds; or only
        its own."""
        if self.own:
            return self.first[:, [number]]
        return np.hstack([self.first, WITHIN_BOUNDS * np.clip(self.first, -BOUND, BOUND)])

    def _second(self, inputs: np.ndarray, truth: np.ndarray) -> Linear:
        fitted = LogisticRegression(C=SECOND_STRENGTH, solver="lbfgs", max_iter=1000).fit(inputs, truth)
        return Linear(fitted.coef_[0], float(fitted.intercept_[0]))

    def table(self, *, without: str = "") -> dict[str, Any]:
        """The layers as `checker.model` reads them, the first fitted to all samples but those of the writer ``without``."""
        weights, biases = self.layer(without)
        settings = [self.settings[name] for name in self.criteria]
        lines = [setting.line for setting in settings]
        return {
            "criteria": list(self.criteria),
            "bias": biases.tolist(),
            "bound": round(BOUND / STEP),
            "linear": [np.round(STEP * setting.linear, 5).tolist() for setting in settings],
            "bounded": [np.round(STEP * setting.bounded, 5).tolist() for setting in settings],
            "shift": [round(setting.shift, 4) for setting in settings],
            "line": [round(sigmoid(line), 4) for line in lines],
            "unsure": [[round(sigmoid(line - self.band), 4), round(sigmoid(line + self.band), 4)] for line in lines],
            "features": {
                name: "".join(chr(ZERO + weight) for weight in row)
                for name, row in zip(self.known, weights, strict=True)
                if row.any()
            },
        }


def rarity(contents_of_tweets: Sequence[Counter[str]]) -> tuple[dict[str, str], float]:
    """The common word stems by how rare they are among tweets (inverse document frequency), ``{"3.5": "stem stem …"}``, and
    how rare one is that was never seen."""
    counts = Counter(name[1:] for found in contents_of_tweets for name in found if name.startswith("="))
    total = len(contents_of_tweets)
    common: dict[str, list[str]] = {}
    for stem, count in sorted(counts.items()):
        if count >= FEWEST_RARE:
            common.setdefault(str(round(math.log(total / count) / RARITY_STEP) * RARITY_STEP), []).append(stem)
    return {value: " ".join(stems) for value, stems in common.items()}, round(math.log(total / 2), 2)


def write(table: dict[str, Any]) -> None:
    """Write the table, and make the checker read it anew."""
    WEIGHTS.write_text(
        json.dumps(table, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    data.load.cache_clear()
    model._table.cache_clear()
    vocabulary.rarity.cache_clear()


def tweet_samples(rows: Sequence[dict[str, Any]], readings: Sequence[Reading]) -> list[Sample]:
    """The labelled tweets."""
    return [
        Sample(
            names(reading.features),
            frozenset(row["y"]),
            frozenset(TWEET_CRITERIA),
            writer(row),
            writer(row) not in NEAR_THE_LINE,
        )
        for row, reading in zip(rows, readings, strict=True)
    ]


def marked_samples(feeds: Sequence[dict[str, Any]]) -> list[Sample]:
    """The tweets of the feeds: readers marked those that promote, those that sell hard and those that converse."""
    samples = []
    for feed in feeds:
        for number, text in enumerate(feed["tweets"], 1):
            met = frozenset(
                criterion
                for mark, criterion in MARKS.items()
                if sum(number in marks[mark] for marks in feed["marks"]) * 2 > len(feed["marks"])
            )
            found = names(read(text).features)
            samples.append(Sample(found, met, frozenset(MARKS.values()), feed_writer(feed), usual=False))
    return samples


def plan_samples(feeds: Sequence[dict[str, Any]], tweets: Fit, table: dict[str, Any]) -> list[Sample]:
    """The labelled feeds. What the checker says of a plan's tweets it says by a table that has not seen its writer, as
    it will be with a learner's plan."""
    samples = []
    for name in sorted({feed_writer(feed) for feed in feeds}):
        write({**table, "tweet": tweets.table(without=name)})
        samples += [
            Sample(
                names(feed_features(Plan(feed["tweets"]))),
                frozenset(feed["y"]),
                frozenset(FEED_CRITERIA),
                name,
                writer(feed) not in NEAR_THE_LINE,
            )
            for feed in feeds
            if feed_writer(feed) == name
        ]
    return samples


def names(features: Iterable[Feature]) -> frozenset[str]:
    """The names of features."""
    return frozenset(feature.name for feature in features)


def writer(row: dict[str, Any]) -> str:
    """The writer of a row: what its id begins with."""
    return str(row["id"]).split("-", maxsplit=1)[0]


def feed_writer(feed: dict[str, Any]) -> str:
    """The writer of a feed, told from one of tweets: who wrote both is held out for each apart."""
    return f"{writer(feed)} feeds"


def main() -> None:
    """Fit tweets, those of the feeds among them, then feeds on what the checker says of tweets it has not seen."""
    rows = [row for path in sorted((ROOT / "corpus" / "tweets").glob("*.jsonl")) for row in load_rows(path)]
    feeds = load_rows(ROOT / "corpus" / "feeds.jsonl")
    # Features ask which words are known, so that comes first.
    table: dict[str, Any] = json.loads(WEIGHTS.read_text(encoding="utf-8")) if WEIGHTS.exists() else {}
    table["rarity"], table["rarest"] = rarity([contents(read_tweet(row["text"])) for row in rows])
    write(table)
    readings = [read(row["text"]) for row in rows]
    tweets = Fit([*tweet_samples(rows, readings), *marked_samples(feeds)], TWEET_CRITERIA, FEWEST_TWEETS, least=LEAST)
    plans = Fit(plan_samples(feeds, tweets, table), tuple(FEED_CRITERIA), FEWEST_FEEDS, own=True)
    write({**table, "tweet": tweets.table(), "feed": plans.table()})


if __name__ == "__main__":
    main()
