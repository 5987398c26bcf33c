"""Build what the browser needs to run the checker: Pyodide, its standard library cut down, and the checker.

``python -m publish.bundle DEST`` writes::

    DEST/manifest.json          {"base": "<hash>/", "files": [{"name", "bytes"}, …], "total": bytes}
    DEST/<hash>/pyodide.mjs     Pyodide, as its package ships it
    DEST/<hash>/pyodide.asm.*
    DEST/<hash>/python_stdlib.zip   byte code of the modules in use only (``compile_inside.py`` tells the rule)
    DEST/<hash>/checker.zip         byte code of ``checker/`` and its data
    DEST/<hash>/pyodide-lock.json   without packages: the checker uses none

``<hash>`` names everything that goes in (Pyodide, the checker, this builder), so a page never mixes two builds and a
build with nothing changed is a copy from ``.cache/runtime/``.
"""

import argparse
import ast
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

PYODIDE_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
"""Files served as Pyodide ships them."""

AUTHORING_ONLY = frozenset({"__main__", "authoring", "reference"})
"""Modules of the checker, by stem, that no learner's browser needs."""

AUTHORING_KEYS = frozenset({"about", "blind", "examples", "near_misses", "why"})
"""Keys of the checker's data, at any depth, that only its tests read."""

LOADED_LATE = ("encodings.ascii", "encodings.latin_1", "encodings.utf_8", "string", "traceback", "unicodedata")
"""Modules kept though nothing may have loaded them in the rehearsal: Python reaches for them late, mostly on errors."""

_TWEET = "¡Compra ya! Pan a 1 € en https://example.com 🥖 ¿Te lo vas a perder?"
_EXERCISE = {
    "id": "ensayo/ensayo",
    "version": 1,
    "tweet": {"author": "", "text": _TWEET},
    "keep": ["pan"],
    "goals": {"require": ["conversation"], "avoid": ["hard_sell"], "watch": ["fits"]},
    "questions": [{"criterion": "hard_sell", "ask": "", "answer": True, "marks": ["Compra"], "why": ""}],
}
_SUBMISSION = {"text": _TWEET, "answers": {"hard_sell": True}, "marks": [[1, 7]]}
PROBES = (
    *(
        {"do": "grade", "exercise": {**_EXERCISE, "kind": kind}, "submission": _SUBMISSION, "earlier": []}
        for kind in ("diagnose", "rewrite", "write")
    ),
    {"do": "nothing"},
)
"""Requests answered in the rehearsal; their answers do not matter, the modules they load do."""

CACHED_BUILDS = 3
"""How many builds `.cache/runtime/` keeps."""


class BundleError(Exception):
    """The bundle cannot be built; the message is one sentence that says what to do."""


def build(destination: Path, *, root: Path) -> None:
    """Write the browser bundle of the checker in ``root`` to ``destination``.

    :param destination: folder to fill, made if missing; older builds in it are removed.
    :param root: the repository: holds ``checker/``, ``node_modules/pyodide/`` and ``.cache/``.
    :raises BundleError: when Node.js or Pyodide is missing, or the checker does not start in Pyodide.
    """
    pyodide = root / "node_modules" / "pyodide"
    if not (pyodide / "pyodide.mjs").is_file():
        raise BundleError("Pyodide is missing: run `npm ci` in the repository's folder.")
    sources = _checker_sources(root / "checker")
    name = _fingerprint(pyodide, sources)
    cached = root / ".cache" / "runtime" / name
    if not (cached / "manifest.json").is_file():
        _make(cached, name, pyodide, sources)
    _deliver(cached, destination, name)


def _checker_sources(folder: Path) -> dict[str, bytes]:
    """Return what goes into checker.zip, by path in it: modules as they are, data as compact JSON.

    :raises BundleError: when there is no checker, or one of its data files is not TOML.
    """
    if not (folder / "bridge.py").is_file():
        raise BundleError(f"{folder.name}/bridge.py is missing: the browser bundle is made of the checker.")
    sources: dict[str, bytes] = {}
    for file in sorted(folder.rglob("*")):
        path = Path(folder.name, file.relative_to(folder))
        if file.suffix == ".py" and file.stem not in AUTHORING_ONLY:
            sources[path.as_posix()] = file.read_bytes()
        elif file.suffix == ".json":
            sources[path.as_posix()] = _compact(json.loads(file.read_bytes()))
        elif file.suffix == ".txt":
            sources[path.as_posix()] = file.read_bytes()
        elif file.suffix == ".toml":
            try:
                table = tomllib.loads(file.read_text(encoding="utf-8"))
            except tomllib.TOMLDecodeError as error:
                raise BundleError(f"{path.as_posix()} is not valid TOML: {error}.") from error
            sources[path.with_suffix(".json").as_posix()] = _compact(_without_authoring(table))
    return sources


def _without_authoring(value: Any) -> Any:
    """Return a copy of a TOML value without the keys that only authors and tests read."""
    if isinstance(value, dict):
        return {key: _without_authoring(item) for key, item in value.items() if key not in AUTHORING_KEYS}
    if isinstance(value, list):
        return [_without_authoring(item) for item in value]
    return value


def _compact(value: Any) -> bytes:
    """Return a value as JSON without spaces, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _fingerprint(pyodide: Path, sources: dict[str, bytes]) -> str:
    """Return the name of the build that these inputs give."""
    builder = [Path(__file__), *(Path(__file__).with_name(name) for name in ("compile.mjs", "compile_inside.py"))]
    shipped = [pyodide / name for name in (*PYODIDE_FILES, "python_stdlib.zip", "pyodide-lock.json")]
    digest = hashlib.sha256()
    for name, data in [*((file.name, file.read_bytes()) for file in builder + shipped), *sources.items()]:
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()[:16]


def _make(cached: Path, name: str, pyodide: Path, sources: dict[str, bytes]) -> None:
    """Build into a temporary folder, then move it to ``cached`` in one step."""
    cached.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cached.parent, prefix=".making-") as folder:
        work, made = Path(folder, "work"), Path(folder, "made")
        made.mkdir()
        _compile(work, pyodide, sources)
        for file in PYODIDE_FILES:
            shutil.copyfile(pyodide / file, made / file)
        lock = json.loads((pyodide / "pyodide-lock.json").read_bytes())
        (made / "pyodide-lock.json").write_bytes(_compact({"info": lock["info"], "packages": {}}))
        _archive(made / "python_stdlib.zip", _files(work / "stdlib"))
        data = ((path, content) for path, content in sources.items() if not path.endswith(".py"))
        _archive(made / "checker.zip", [*_files(work / "checker"), *data])
        files = [{"name": file.name, "bytes": file.stat().st_size} for file in sorted(made.iterdir())]
        manifest = {"base": f"{name}/", "files": files, "total": sum(file.stat().st_size for file in made.iterdir())}
        (made / "manifest.json").write_bytes(_compact(manifest))
        if cached.exists():
            shutil.rmtree(cached)
        made.rename(cached)
    builds = sorted(cached.parent.glob("[!.]*"), key=lambda build: build.stat().st_mtime, reverse=True)
    for old in builds[CACHED_BUILDS:]:
        shutil.rmtree(old)


def _compile(work: Path, pyodide: Path, sources: dict[str, bytes]) -> None:
    """Fill ``work/stdlib`` and ``work/checker`` with byte code made by Pyodide.

    :raises BundleError: when Node.js is missing, or the checker does not start in Pyodide.
    """
    node = shutil.which("node")
    if node is None:
        raise BundleError("Node.js is missing: install Node.js 18 or later (https://nodejs.org), then try again.")
    for path, data in sources.items():
        target = work / "source" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    plan = {
        "imports": sorted(_imports(sources)),
        "keep": LOADED_LATE,
        "probes": [json.dumps(probe, ensure_ascii=False) for probe in PROBES],
    }
    (work / "plan.json").write_bytes(_compact(plan))
    _archive(work / "rehearsal.zip", sources.items())
    here = Path(__file__).parent
    command = [node, *map(str, (here / "compile.mjs", pyodide.resolve(), work.resolve(), here / "compile_inside.py"))]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if run.returncode != 0:
        problem = (run.stderr.strip() or "no reason given").splitlines()[-1]
        raise BundleError(f"The checker does not start in Pyodide: {problem}")


def _imports(sources: dict[str, bytes]) -> set[str]:
    """Return the absolute names that the modules import anywhere in them, also inside functions.

    :raises BundleError: when one of them is not Python.
    """
    names: set[str] = set()
    for path, source in sources.items():
        if not path.endswith(".py"):
            continue
        try:
            tree = ast.parse(source)
        except SyntaxError as error:
            raise BundleError(f"{path}:{error.lineno} is not valid Python: {error.msg}.") from error
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                names.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                names.add(node.module)
    return names


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield path within the folder and content of each file."""
    for file in folder.rglob("*"):
        if file.is_file():
            yield file.relative_to(folder).as_posix(), file.read_bytes()


def _archive(target: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write a zip that depends on nothing but its content: sorted, one fixed date."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in sorted(files):
            entry = zipfile.ZipInfo(path, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, data)


def _deliver(cached: Path, destination: Path, name: str) -> None:
    """Copy a finished build; the manifest comes last, so that it never names files not there yet."""
    destination.mkdir(parents=True, exist_ok=True)
    for old in destination.iterdir():
        if old.is_dir() and old.name != name:
            shutil.rmtree(old)
    manifest = json.loads((cached / "manifest.json").read_bytes())
    (destination / name).mkdir(exist_ok=True)
    for file in manifest["files"]:
        target = destination / name / file["name"]
        if not target.is_file() or target.stat().st_size != file["bytes"]:
            shutil.copyfile(cached / file["name"], target)
    shutil.copyfile(cached / "manifest.json", destination / "manifest.json")


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m publish.bundle", description="Build the browser bundle.")
    parser.add_argument("destination", type=Path, metavar="DEST")
    try:
        build(parser.parse_args(arguments).destination, root=Path(__file__).resolve().parent.parent)
    except BundleError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
