"""Projects built by the real `mkdocs build`, and served from a folder of files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795392000"}


@dataclass(frozen=True, slots=True)
class Site:
    """A built site: its folder, and the address at which it is served, ending in a slash."""

    folder: Path
    address: str

    @property
    def pages(self) -> tuple[str, ...]:
        """Every page by its path, that of the home page being empty."""
        found = (path.relative_to(self.folder) for path in self.folder.rglob("*.html"))
        return tuple(sorted(each.as_posix().removesuffix("index.html") for each in found))

    def html(self, path: str) -> str:
        """The text of a page."""
        name = path if path.endswith(".html") else f"{path}index.html"
        return (self.folder / name).read_text(encoding="utf-8")


def copied(root: Path) -> Path:
    """This repository's content in a folder of its own, so that a build leaves no trace here."""
    root.mkdir(parents=True)
    for name in ("content", "seeds", "site-templates"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=shutil.ignore_patterns("*.txt"))
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    (root / "docs").mkdir()
    return root


def built(root: Path) -> Path:
    """The site of the project in `root`."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"],
        cwd=root,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return root / "site"


class _Files(SimpleHTTPRequestHandler):
    """Files of one folder, without a word on the terminal."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Says nothing."""


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    """The folder on a free port, as long as the block runs."""

    def handler(*args: object) -> _Files:
        return _Files(*args, directory=os.fspath(folder))  # type: ignore[arg-type]  # as called

    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Site(folder, f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()
