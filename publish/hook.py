"""The thin MkDocs hook: tells the extension which page it renders, copies the browser bundle, and locks pages with a
policy."""

import base64
import hashlib
import re
import shutil
import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parent.parent
EXTENSION = "publish.extension"
_INLINE_SCRIPT = re.compile(
    r"<script(?![^>]*\bsrc=)(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE
)
_HEAD = re.compile(r"<head[^>]*>", re.IGNORECASE)
_DATA_BLOCK = re.compile(r"type=[\"']?application/(?:ld\+)?json", re.IGNORECASE)
_NOTEBOOKS_READ = frozenset({".py", ".toml", ".json", ".jsonl"})
_serving = False


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether the site is served with live reload, whose injected script no policy could foresee."""
    global _serving  # noqa: PLW0603 - MkDocs tells the command here and nowhere else
    _serving = command == "serve"
    del dirty


def on_pre_build(config: MkDocsConfig) -> None:
    """Forget the checker of an earlier build and the notebooks that ran with another, so that a change in it shows."""
    del config
    for name in [name for name in sys.modules if name.partition(".")[0] == "checker"]:
        del sys.modules[name]
    forget_notebooks(ROOT / ".cache" / "mkdocs-jupyter", [ROOT / "checker", ROOT / "corpus"])


def forget_notebooks(cache: Path, sources: list[Path]) -> None:
    """Empty the cache of executed notebooks when what they import or read has changed since it was filled."""
    digest = hashlib.sha256()
    for file in sorted(file for folder in sources for file in folder.rglob("*") if file.suffix in _NOTEBOOKS_READ):
        digest.update(file.read_bytes())
    mark = cache / "sources"
    if not mark.is_file() or mark.read_text(encoding="utf-8") != digest.hexdigest():
        shutil.rmtree(cache, ignore_errors=True)
        cache.mkdir(parents=True)
        mark.write_text(digest.hexdigest(), encoding="utf-8")


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Tell the extension where its Markdown comes from."""
    source = page.file.content_string
    config.mdx_configs[EXTENSION] = {
        **config.mdx_configs.get(EXTENSION, {}),
        "page": f"docs/{page.file.src_uri}",
        "first_line": 1 + source.count("\n") - markdown.count("\n") - source.endswith("\n"),
    }


def on_build_error(error: Exception) -> None:
    """A mistake of an author is told in one line, without a traceback."""
    from publish.extension import BlockError

    if isinstance(error, BlockError):
        raise Abort(str(error))


def on_post_build(config: MkDocsConfig) -> None:
    """Put the browser bundle into the site, and lock its pages."""
    from publish.bundle import BundleError, build

    if not _serving:
        lock_pages(Path(config.site_dir))
    try:
        build(Path(config.site_dir) / "assets" / "runtime", root=ROOT)
    except BundleError as error:
        raise Abort(str(error)) from None


def lock_pages(folder: Path) -> None:
    """Give every page below ``folder`` a content security policy: our own files, the inline scripts that the site was
    built with, by hash, and nothing else.

    All pages share one policy, since instant navigation runs the scripts of the next page under that of the first.
    """
    pages = {file: file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.html"))}
    hashes = sorted({digest for page in pages.values() for digest in script_hashes(page)})
    policy = "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self' 'wasm-unsafe-eval'", *hashes]),
            "worker-src 'self'",
            "connect-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "manifest-src 'self'",
            "base-uri 'self'",
            "form-action 'self'",
        ]
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    for file, page in pages.items():
        file.write_text(_HEAD.sub(lambda match: match[0] + meta, page, count=1), encoding="utf-8")


def script_hashes(page: str) -> set[str]:
    """The hashes, as a policy names them, of the inline scripts of a page; data blocks are no scripts."""
    return {
        "'sha256-" + base64.b64encode(hashlib.sha256(match["code"].encode()).digest()).decode() + "'"
        for match in _INLINE_SCRIPT.finditer(page)
        if not _DATA_BLOCK.search(match["attributes"])
    }
