"""A Chromium, a small site with a stand-in checker, and the published course, for tests of the browser side."""

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from publish.bundle import build
from tests.browser import built_site
from tests.browser.small_site import HERE, ROOT, SmallSite

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""The names that `tools/setup.sh` is content with."""

ARGUMENTS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

expect.set_options(timeout=20_000)


def find_chromium() -> str | None:
    """Return the browser to drive: COURSE_CHROMIUM, else one on PATH, else None for Playwright's own."""
    named = os.environ.get("COURSE_CHROMIUM")
    return named or next(filter(None, map(shutil.which, BROWSERS)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the session."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def runtime(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle of the stand-in checker."""
    root = tmp_path_factory.mktemp("small")
    shutil.copytree(HERE / "stand_in_checker", root / "checker")
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    build(root / "runtime", root=root)
    return root / "runtime"


@pytest.fixture
def site(runtime: Path) -> Iterator[SmallSite]:
    """The small site, up and well."""
    server = SmallSite(runtime)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile: its tabs share what they store."""
    context = browser.new_context(locale="es-ES")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, site: SmallSite) -> Page:
    """A tab with the test page open."""
    page = context.new_page()
    page.goto(site.address)
    return page


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the site is built."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def course(folder: Path) -> Iterator[str]:
    """Address of the built site."""
    with built_site.built_and_served(folder) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, course: str) -> Iterator[Page]:
    """A tab in which nothing but 127.0.0.1 answers and in which nothing may go wrong."""
    context = browser.new_context(locale="es-ES", viewport={"width": 390, "height": 844})
    troubles: list[str] = []

    def limit(route):
        if urlsplit(route.request.url).hostname != "127.0.0.1":
            troubles.append(f"asked for {route.request.url}")
            route.abort()
        else:
            route.continue_()

    context.route("**/*", limit)
    page = context.new_page()
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda entry: troubles.append(entry.text) if entry.type in ("error", "warning") else None)
    page.goto(course)
    yield page
    context.close()
    assert troubles == []
