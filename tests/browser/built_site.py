"""The course as it is published, built once and served on 127.0.0.1."""

import functools
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.small_site import Handler

ROOT = Path(__file__).resolve().parents[2]


class FileHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files with the types that browsers ask for."""

    extensions_map = Handler.extensions_map

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@contextmanager
def built_and_served(folder: Path) -> Iterator[str]:
    """Build the course into ``folder``, strictly, and serve it; gives its address, with a slash at the end.

    The site must know its address: instant navigation works only below it.
    """
    folder.mkdir(exist_ok=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(FileHandler, directory=str(folder)))
    address = f"http://127.0.0.1:{server.server_port}/"
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": address}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield address
    finally:
        server.shutdown()
        server.server_close()
