"""Fit the weights of the checker to the labelled corpus: ``make train`` writes ``checker/data/weights.json``.

One regularised logistic regression per criterion over the features of `checker.features`. Cross-validation holds out
one writer at a time, so that every estimate used to calibrate is of tweets by a writer whom the model has not read.
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
FEWEST_RARE = 4
STRENGTHS = (0.05, 0.1, 0.2, 0.4, 0.8)
STEP = 0.05
LEAST = 0.13
MOST_FEATURES = 5340
RARITY_STEP = 0.5
UNSURE_SHARE = 0.12
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


def quantised(weights: np.ndarray, least: float) -> np.ndarray:
    """Weights as small integers; those below ``least`` are left out, which keeps the table small."""
    kept = np.where(np.abs(weights) < least, 0, weights)
    return np.clip(np.rint(kept / STEP), -MOST, MOST).astype(int)


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
    """What cross-validation chose for a criterion: the strength, how far log-odds must be stretched and shifted to be
    probabilities, the log-odds above which to say "met"."""

    strength: float
    slope: float
    shift: float
    line: float


class Fit:
    """The models of one kind (tweets or feeds).

    ``own``, for feeds: each criterion sees only the features that begin with its name or with ``plan:``.
    """

    def __init__(self, samples: Sequence[Sample], criteria: Sequence[str], fewest: int, *, own: bool = False) -> None:
        self.criteria = tuple(criteria)
        self.own = own
        self.matrix, self.known = design([sample.found for sample in samples], fewest)
        self.writers = np.array([sample.writer for sample in samples])
        self.usual = np.array([sample.usual for sample in samples])
        self.judged = {name: np.array([name in sample.judged for sample in samples]) for name in criteria}
        self.truth = {name: np.array([name in sample.met for sample in samples]) for name in criteria}
        self.seen = {
            name: np.array([not own or known.startswith((f"{name}:", "plan:")) for known in self.known])
            for name in criteria
        }
        self.band, self.settings = self._settings()

    def _settings(self) -> tuple[float, dict[str, Setting]]:
        """The unsure band around the line in log-odds, and the setting of each criterion."""
        settings, margins, agreements = {}, [], []
        for name in self.criteria:
            judged = self.judged[name]
            truth, writers = self.truth[name][judged], self.writers[judged]
            visible = self.matrix[judged][:, self.seen[name]]
            trials = {strength: held_out(visible, truth, writers, strength) for strength in STRENGTHS}
            strength = min(trials, key=lambda value: log_loss(trials[value], truth))
            usual = self.usual[judged]
            scores, truth = trials[strength][usual], truth[usual]
            stretch = LogisticRegression(C=1e6, solver="lbfgs").fit(scores[:, None], truth)
            slope, shift = float(stretch.coef_[0, 0]), float(stretch.intercept_[0])
            scores = slope * scores + shift
            # Plans are few and meet each criterion half of the time: even odds is where the line must be.
            line = 0.0 if self.own else best_line(scores, truth)
            settings[name] = Setting(strength, slope, shift, line)
            margins.append(np.abs(scores - line))
            agreements.append(kappa(scores >= line, truth))
            print(
                f"{name:24} C={strength:<5} line {sigmoid(line):.2f}  "
                f"held-out kappa {agreements[-1]:.3f}  met {truth.mean():.2f}"
            )
        band = float(np.quantile(np.concatenate(margins), UNSURE_SHARE))
        print(f"mean held-out kappa {np.mean(agreements):.3f}; unsure within {band:.2f} log-odds of the line")
        return band, settings

    def table(self, *, least: float = 0.0, without: str = "") -> dict[str, Any]:
        """Features with their integer weights, scales, biases, lines and unsure bands, fitted to all samples but those of the
        writer ``without``; weights below ``least`` and all but the most telling features are left out."""
        columns, scores = [], []
        for name in self.criteria:
            rows = self.judged[name] & (self.writers != without)
            visible = self.matrix[:, self.seen[name]]
            fitted = regression(visible[rows], self.truth[name][rows], self.settings[name].strength)
            column = np.zeros(len(self.known), dtype=int)
            column[self.seen[name]] = quantised(fitted.weights, least)
            columns.append(column)
            scores.append(fitted.scores(visible))
        weights = np.array(columns).T
        # Every learner downloads the table: features that are rare and weigh little are left out.
        influence = np.abs(weights).max(axis=1) * np.sqrt(np.asarray(self.matrix.sum(axis=0)).ravel())
        weights[np.argsort(-influence, kind="stable")[MOST_FEATURES:]] = 0
        biases = []
        for name, column, score in zip(self.criteria, weights.T, scores, strict=True):
            setting, usual = self.settings[name], self.usual & self.judged[name]
            # What the small weights that were left out add on average goes into the bias.
            mean = float(np.mean((score - self.matrix @ (STEP * column))[usual]))
            biases.append(round((mean + setting.shift / setting.slope) / STEP))
        lines = [self.settings[name].line for name in self.criteria]
        return {
            "criteria": list(self.criteria),
            "scale": [round(STEP * self.settings[name].slope, 6) for name in self.criteria],
            "bias": biases,
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
        write({**table, "tweet": tweets.table(least=LEAST, without=name)})
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
    tweets = Fit([*tweet_samples(rows, readings), *marked_samples(feeds)], TWEET_CRITERIA, FEWEST_TWEETS)
    plans = Fit(plan_samples(feeds, tweets, table), tuple(FEED_CRITERIA), FEWEST_FEEDS, own=True)
    write({**table, "tweet": tweets.table(least=LEAST), "feed": plans.table()})


if __name__ == "__main__":
    main()
