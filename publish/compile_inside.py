"""Compile the checker and the part of the standard library it uses, inside Pyodide.

Run by ``compile.mjs``, never on CPython: the byte code must come from the Python that will load it. ``/work`` is a
folder of the host, prepared by ``bundle.py``:

- ``plan.json``: ``imports`` (modules the checker names anywhere), ``keep`` (modules the standard library may load
  late) and ``probes`` (requests for ``checker.bridge.call``);
- ``source/checker/``: the checker's sources and data; ``rehearsal.zip``: the same in an archive, as learners load it; -
``stdlib/`` and ``checker/``: the results, one ``.pyc`` a module, in the tree of its archive.

What counts as in use: all that Pyodide itself has loaded when it is up, all that importing ``imports`` and ``keep``
loads, and all that answering the probes loads.
"""

import importlib.util
import json
import marshal
import sys
from pathlib import Path
from types import CodeType

WORK = Path("/work")
STDLIB = f"/lib/python{sys.version_info.major}{sys.version_info.minor}.zip/"


def exercise_checker(plan: dict[str, list[str]]) -> None:
    """Load the modules that a learner's visit will load.

    A module named by the checker or by ``keep`` may be missing here (it serves another platform); the bridge may not.
    """
    sys.path.append(str(WORK / "rehearsal.zip"))
    bridge = importlib.import_module("checker.bridge")
    for name in plan["imports"] + plan["keep"]:
        try:
            importlib.import_module(name)
        except ImportError:
            continue
    for request in plan["probes"]:
        bridge.call(request)


def stdlib_in_use() -> dict[str, bytes]:
    """Return the source of every loaded module that came from the archive, by its path in it."""
    sources = {}
    for module in list(sys.modules.values()):
        spec = getattr(module, "__spec__", None)
        if spec and (spec.origin or "").startswith(STDLIB):
            sources[spec.origin.removeprefix(STDLIB)] = spec.loader.get_data(spec.origin)
    return sources


def without_lines(code: CodeType) -> CodeType:
    """``code`` without its tables of line numbers, which are two fifths of byte code; tracebacks still name the functions."""
    constants = tuple(without_lines(value) if isinstance(value, CodeType) else value for value in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=constants)


def write_pyc(source: bytes, name: str, folder: Path) -> None:
    """Write the byte code of one module, without docstrings: hash-based and unchecked, so that no time stamp gets in."""
    code = without_lines(compile(source, name, "exec", dont_inherit=True, optimize=2))
    target = (folder / name).with_suffix(".pyc")
    target.parent.mkdir(parents=True, exist_ok=True)
    flags = (1).to_bytes(4, "little")
    target.write_bytes(importlib.util.MAGIC_NUMBER + flags + importlib.util.source_hash(source) + marshal.dumps(code))


def main() -> None:
    """Do what the plan says."""
    exercise_checker(json.loads((WORK / "plan.json").read_text(encoding="utf-8")))
    for name, source in stdlib_in_use().items():
        write_pyc(source, name, WORK / "stdlib")
    source_folder = WORK / "source"
    for file in sorted(source_folder.rglob("*.py")):
        write_pyc(file.read_bytes(), file.relative_to(source_folder).as_posix(), WORK / "checker")


main()
