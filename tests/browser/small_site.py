"""A small static site on 127.0.0.1 that can be told to misbehave."""

import http.server
import time
from pathlib import Path
from typing import ClassVar

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent


class SmallSite(http.server.ThreadingHTTPServer):
    """Serves a page, the assets and a bundle on 127.0.0.1, and fails where a test tells it to."""

    daemon_threads = True

    def __init__(self, runtime: Path, page: Path = HERE / "page.html") -> None:
        self.runtime = runtime
        self.page = page
        self.failures: dict[str, int] = {}
        """How often requests of a path that ends so are still to be refused."""
        self.truncated: dict[str, int] = {}
        """How often they are still to be cut in the middle."""
        self.slow: dict[str, float] = {}
        """Seconds that they wait."""
        self.requests: list[str] = []
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def address(self) -> str:
        """Where the test page is."""
        return f"http://127.0.0.1:{self.server_port}/leccion/"

    def take(self, told: dict[str, int], path: str) -> bool:
        """Whether ``path`` is to be mistreated once more."""
        for ending, left in told.items():
            if path.endswith(ending) and left > 0:
                told[ending] = left - 1
                return True
        return False


class Handler(http.server.SimpleHTTPRequestHandler):
    """Answers for SmallSite."""

    server: SmallSite
    extensions_map: ClassVar = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def translate_path(self, path: str) -> str:
        """Map an address to a file."""
        path = path.partition("?")[0]
        if path == "/leccion/":
            return str(self.server.page)
        if path.startswith("/assets/runtime/"):
            return str(self.server.runtime / path.removeprefix("/assets/runtime/"))
        return str(ROOT / "docs" / path.lstrip("/"))

    def do_GET(self) -> None:
        """Answer, or not, as the test wants it."""
        self.server.requests.append(self.path)
        for ending, seconds in self.server.slow.items():
            if self.path.endswith(ending):
                time.sleep(seconds)
        if self.server.take(self.server.failures, self.path):
            self.send_error(503)
        elif self.server.take(self.server.truncated, self.path):
            data = Path(self.translate_path(self.path)).read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(self.path))
            self.end_headers()
            self.wfile.write(data[: len(data) // 2])
        else:
            super().do_GET()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""
