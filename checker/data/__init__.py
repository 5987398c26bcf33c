"""Word lists, patterns, messages and weights, as data files.

Authors edit TOML. The browser bundle holds the same tables as JSON, which is faster to read.
"""

import json
from functools import cache
from importlib import resources
from typing import Any


@cache
def load(name: str) -> Any:
    """The table ``name`` of this folder: from ``name.json`` where there is one, else from ``name.toml``.

    Raises `FileNotFoundError` for an unknown name.
    """
    folder = resources.files(__name__)
    compact = folder.joinpath(f"{name}.json")
    if compact.is_file():
        return json.loads(compact.read_text(encoding="utf-8"))
    import tomllib

    return tomllib.loads(folder.joinpath(f"{name}.toml").read_text(encoding="utf-8"))
