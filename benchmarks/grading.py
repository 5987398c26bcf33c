"""How fast the checker is: ``make benchmark-grading``.

Times the same calls on CPython and under Pyodide in Chromium, in one run, and prints figures and ratios: tweets a second
on one core, growth with length and with the size of a plan, and how a batch over processes scales.
"""

import functools
import http.server
import json
import os
import tempfile
import threading
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from time import perf_counter
from typing import Any

from playwright.sync_api import sync_playwright

from benchmarks.timing import measure
from checker import judge_tweet
from publish.bundle import build
from tests.browser.built_site import FileHandler
from tests.browser.conftest import ARGUMENTS, find_chromium

ROOT = Path(__file__).resolve().parent.parent
TWEETS = 300
BATCH = 4000
PAGE = "<!doctype html><title>benchmark</title>"
START = """async ([base, source, request]) => {
  const { loadPyodide } = await import(`${base}pyodide.mjs`);
  const pyodide = await loadPyodide({ indexURL: base });
  const archive = await (await fetch(`${base}checker.zip`)).arrayBuffer();
  pyodide.FS.writeFile("/lib/checker.zip", new Uint8Array(archive));
  pyodide.pyimport("sys").path.append("/lib/checker.zip");
  pyodide.runPython(source);
  return pyodide.globals.get("measure")(request);
}"""


def under_pyodide(request: str) -> dict[str, Any]:
    """The measurements under Pyodide, in a Chromium page."""
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder), root=ROOT)
        Path(folder, "index.html").write_text(PAGE, encoding="utf-8")
        base = json.loads(Path(folder, "manifest.json").read_text(encoding="utf-8"))["base"]
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(FileHandler, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        source = Path(__file__).with_name("timing.py").read_text(encoding="utf-8")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
            page = browser.new_page()
            page.set_default_timeout(0)
            page.goto(f"http://127.0.0.1:{server.server_port}/")
            answer = page.evaluate(START, [f"http://127.0.0.1:{server.server_port}/{base}", source, request])
            browser.close()
        server.shutdown()
    return dict(json.loads(answer))


def batch_seconds(texts: list[str], processes: int) -> float:
    """Seconds to judge ``texts`` over ``processes`` processes that are up and warm."""
    with ProcessPoolExecutor(processes) as pool:
        list(pool.map(judge_tweet, texts[: 50 * processes], chunksize=50))
        start = perf_counter()
        list(pool.map(judge_tweet, texts, chunksize=100))
        return perf_counter() - start


def main() -> None:
    """Measure and print."""
    files = sorted((ROOT / "corpus" / "tweets").glob("*.jsonl"))
    rows = [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    texts = [row["text"] for row in rows]
    request = json.dumps(
        {
            "tweets": texts[:TWEETS],
            "feed": texts[:40],
            "sizes": [5, 10, 20, 40],
            "long": "Si se te rompe la correa, prueba con media; a mí me duró hasta casa. ¿Y a ti? ",
            "lengths": [100, 1_000, 10_000, 100_000],
        }
    )
    native, pyodide = json.loads(measure(request)), under_pyodide(request)
    print(f"{'':28}{'CPython':>12}{'Pyodide':>12}{'ratio':>8}")

    def row(label: str, one: float, other: float, unit: str = "ms") -> None:
        print(f"{label:28}{one:10.2f}{unit:>2}{other:10.2f}{unit:>2}{other / one:8.2f}")

    row("a tweet", 1e3 * native["tweet"], 1e3 * pyodide["tweet"])
    row("tweets a second", 1 / native["tweet"], 1 / pyodide["tweet"], "/s")
    for key, label in (("feeds", "a plan of {} tweets"), ("lengths", "a text of {} characters")):
        before: tuple[float, float] | None = None
        for size, seconds in native[key].items():
            row(label.format(size), 1e3 * seconds, 1e3 * pyodide[key][size])
            if before and key == "lengths":
                print(
                    f"{'  growth for ten times':28}{seconds / before[0]:11.1f}x{pyodide[key][size] / before[1]:11.1f}x"
                )
            before = (seconds, pyodide[key][size])
    batch = (texts * (BATCH // len(texts) + 1))[:BATCH]
    cores = os.cpu_count() or 1
    alone, together = batch_seconds(batch, 1), batch_seconds(batch, cores)
    print(f"a batch of {BATCH} tweets over {cores} processes takes {together / alone:.2f} of the time over one")


if __name__ == "__main__":
    main()
