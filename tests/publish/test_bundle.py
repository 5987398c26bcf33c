"""The browser bundle, made of a small checker."""

import json
import shutil
import subprocess
import time
import zipfile
from pathlib import Path

import pytest

from publish import bundle

ROOT = Path(__file__).resolve().parents[2]

BRIDGE = '''
"""Doc."""
import json
from importlib import resources


def call(request):
    words = json.loads(resources.files("checker").joinpath("data/words.json").read_text(encoding="utf-8"))
    return json.dumps({"words": words, "request": json.loads(request)})


def rarely():
    import colorsys

    return colorsys
'''


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with a small checker and the real Pyodide."""
    checker = tmp_path / "checker"
    (checker / "data").mkdir(parents=True)
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    (checker / "__init__.py").write_text("")
    (checker / "bridge.py").write_text(BRIDGE)
    (checker / "authoring.py").write_text("import yaml\n")
    (checker / "__main__.py").write_text("raise SystemExit\n")
    (checker / "data" / "words.toml").write_text(
        'word = "ñ"\nexamples = ["no"]\n[[cue]]\nid = "a"\nnear_misses = ["no"]\n[[cue.forms]]\nform = "b"\nexamples = ["no"]\n'
    )
    (checker / "data" / "list.txt").write_text("es\ncom\n")
    return tmp_path


def manifest(destination: Path) -> dict:
    return json.loads((destination / "manifest.json").read_text())


def test_holds_what_the_manifest_says(root: Path) -> None:
    site = root / "site"
    bundle.build(site, root=root)
    told = manifest(site)
    folder = site / told["base"]
    assert {file["name"]: file["bytes"] for file in told["files"]} == {
        file.name: file.stat().st_size for file in folder.iterdir() if file.name != "manifest.json"
    }
    assert told["total"] == sum(file["bytes"] for file in told["files"])
    assert {file["name"] for file in told["files"]} == {
        "checker.zip",
        "pyodide-lock.json",
        "pyodide.asm.mjs",
        "pyodide.asm.wasm",
        "pyodide.mjs",
        "python_stdlib.zip",
    }

    with zipfile.ZipFile(folder / "checker.zip") as archive:
        assert archive.namelist() == [
            "checker/__init__.pyc",
            "checker/bridge.pyc",
            "checker/data/list.txt",
            "checker/data/words.json",
        ]
        assert (
            archive.read("checker/data/words.json").decode() == '{"word":"ñ","cue":[{"id":"a","forms":[{"form":"b"}]}]}'
        )
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    with zipfile.ZipFile(folder / "python_stdlib.zip") as archive:
        names = archive.namelist()
    assert names == sorted(names)
    assert {
        "json/__init__.pyc",
        "importlib/resources/__init__.pyc",
        "colorsys.pyc",
        "encodings/utf_8.pyc",
        "traceback.pyc",
    } <= set(names)
    assert not {"turtle.pyc", "sqlite3/__init__.pyc", "unittest/__init__.pyc"} & set(names)


def test_starts_and_answers(root: Path) -> None:
    bundle.build(root / "site", root=root)
    folder = root / "site" / manifest(root / "site")["base"]
    script = f"""
    import {{ readFileSync }} from "node:fs";
    import {{ loadPyodide }} from "{folder.as_uri()}/pyodide.mjs";
    const pyodide = await loadPyodide({{ indexURL: "{folder}/" }});
    pyodide.FS.writeFile("/lib/checker.zip", readFileSync("{folder}/checker.zip"));
    pyodide.pyimport("sys").path.append("/lib/checker.zip");
    console.log(pyodide.pyimport("checker.bridge").call('"¿ñ?"'));
    try {{ pyodide.runPython("1/0") }} catch (error) {{ console.log(error.type) }}
    """
    run = subprocess.run(["node", "--input-type=module", "--eval", script], capture_output=True, text=True, check=True)
    answer, error = run.stdout.splitlines()
    assert json.loads(answer) == {
        "words": {"word": "ñ", "cue": [{"id": "a", "forms": [{"form": "b"}]}]},
        "request": "¿ñ?",
    }
    assert error == "ZeroDivisionError"


def test_a_second_build_is_a_copy_and_a_change_is_not(root: Path) -> None:
    bundle.build(root / "site", root=root)
    first = manifest(root / "site")["base"]
    start = time.perf_counter()
    bundle.build(root / "other", root=root)
    assert time.perf_counter() - start < 0.5
    assert manifest(root / "other")["base"] == first

    (root / "checker" / "data" / "words.toml").write_text('word = "otra"\n')
    bundle.build(root / "site", root=root)
    second = manifest(root / "site")["base"]
    assert second != first
    assert [folder.name for folder in (root / "site").iterdir() if folder.is_dir()] == [second.rstrip("/")]


def test_the_same_sources_give_the_same_bytes(root: Path) -> None:
    bundle.build(root / "site", root=root)
    shutil.rmtree(root / ".cache")
    bundle.build(root / "again", root=root)
    for file in manifest(root / "site")["files"]:
        name = manifest(root / "site")["base"] + file["name"]
        assert (root / "site" / name).read_bytes() == (root / "again" / name).read_bytes(), name


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("node_modules", None, "Pyodide is missing: run `npm ci`"),
        ("checker/bridge.py", None, "checker/bridge.py is missing"),
        (
            "checker/bridge.py",
            "import absent\n",
            "does not start in Pyodide: ModuleNotFoundError: No module named 'absent'",
        ),
        ("checker/bridge.py", "def\n", "checker/bridge.py:1 is not valid Python"),
        ("checker/data/words.toml", "word =\n", "checker/data/words.toml is not valid TOML"),
    ],
)
def test_says_what_is_wrong(root: Path, file: str, content: str | None, message: str) -> None:
    if content is None:
        (root / file).unlink()
    else:
        (root / file).write_text(content)
    with pytest.raises(bundle.BundleError) as caught:
        bundle.build(root / "site", root=root)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not list(root.glob(".cache/runtime/*"))


def test_says_that_node_is_missing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root))
    with pytest.raises(bundle.BundleError, match=r"^Node\.js is missing: install .*\.$"):
        bundle.build(root / "site", root=root)
