"""Time from an edit to its pages: one fact changes under a development server.

    python -m tests.bench.edit [FOLDER …] [--edits 5] [--pause 3]
    python -m tests.bench.edit FOLDER --peer "hugo server --port {port}" --data data/dataset.json

An edit gives a statement a first word that stands nowhere else. Every page that shows the statement
is asked for every 50 ms until it has that word; what counts is the wall time from the saved file to
the last of these pages. Before the edits, all pages of the site map are searched for the
statements; a peer without a site map is asked for the pages of the records that its data names.
Without FOLDER: this repository's own content, and made-up content of 1,000 and 10,000 facts.
"""

from __future__ import annotations

import argparse
import html
import json
import os
import random
import re
import shlex
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from tests.bench import make_content

OURS = f"{shlex.quote(sys.executable)} -m mkdocs serve --dev-addr 127.0.0.1:{{port}}"
_STATEMENT = re.compile(r"(?m)^( +(?:- )?statement: [\"']?)(\w+)( .{30})")
_PLACE = re.compile(rb"<loc>([^<]+)</loc>")
_PAUSE = 0.05
_LIMIT = 600.0


@dataclass(frozen=True, slots=True)
class Edit:
    """A statement to change: how, the words by which pages show it, and the pages to look at."""

    apply: Callable[[str], None]
    words: str
    pages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Server:
    """A running development server."""

    port: int

    def page(self, path: str) -> bytes:
        """The response for a path, empty if there is none."""
        try:
            with urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=60) as answer:
                return bytes(answer.read())
        except (URLError, OSError):
            return b""

    def all_pages(self) -> tuple[str, ...]:
        """The paths in its sitemap."""
        found = _PLACE.findall(self.page("/sitemap.xml"))
        return tuple(urlsplit(each.decode()).path for each in found)


def in_yaml(root: Path, chance: random.Random) -> Edit:
    """An edit of one of our files."""
    files = [
        path
        for path in sorted((root / "content/facts").glob("*.yaml"))
        if _STATEMENT.search(path.read_text(encoding="utf-8"))
    ]
    file = chance.choice(files)
    found = chance.choice(list(_STATEMENT.finditer(file.read_text(encoding="utf-8"))))

    def apply(word: str) -> None:
        text = file.read_text(encoding="utf-8")
        changed = text.replace(found[0], f"{found[1]}{word}{found[3]}", 1)
        file.write_text(changed, encoding="utf-8")

    return Edit(apply, found[2] + found[3].rstrip("\\\"'"))


def in_json(file: Path, chance: random.Random) -> Edit:
    """An edit of the data of another generator."""
    data = json.loads(file.read_text(encoding="utf-8"))
    fact = chance.choice(data["facts"])
    pages = [f"/facts/{fact['id']}/"]
    for folder in ("actors", "topics", "sources"):
        pages += [f"/{folder}/{key}/" for key in fact[folder]]

    def apply(word: str) -> None:
        data = json.loads(file.read_text(encoding="utf-8"))
        changed = next(each for each in data["facts"] if each["id"] == fact["id"])
        changed["statement"] = f"{word} {fact['statement'].partition(' ')[2]}"
        file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")

    return Edit(apply, fact["statement"][:40], tuple(pages))


@contextmanager
def serving(folder: Path, command: str) -> Iterator[Server]:
    """The server, once it answers; it stops with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Server(port)
    with (folder / "serve.log").open("wb") as log:
        started = subprocess.Popen(
            shlex.split(command.format(port=port)),
            cwd=folder,
            stdout=log,
            stderr=log,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(make_content.ROOT)},
            start_new_session=True,
        )
    try:
        end = time.monotonic() + _LIMIT
        while not server.page("/"):
            if started.poll() is not None or time.monotonic() > end:
                sys.exit(f"It does not answer; see {folder / 'serve.log'}.")
            time.sleep(_PAUSE)
        yield server
    finally:
        os.killpg(started.pid, signal.SIGINT)  # Like Ctrl-C: stops child processes too.
        started.wait(20)


def showing(server: Server, edits: list[Edit]) -> list[tuple[str, ...]]:
    """The pages that currently show each edit's statement."""
    found: list[list[str]] = [[] for _ in edits]
    for path in dict.fromkeys(
        (*server.all_pages(), *(path for each in edits for path in each.pages))
    ):
        text = html.unescape(server.page(path).decode("utf-8", "replace"))
        for paths, each in zip(found, edits, strict=True):
            if each.words in text:
                paths.append(path)
    return [tuple(paths) for paths in found]


def seconds(server: Server, edit: Edit, paths: tuple[str, ...], word: str) -> float:
    """The wall time from the saved file until each of the pages contains the word."""
    edit.apply(word)
    began = time.monotonic()
    for path in paths:
        while word.encode() not in server.page(path):
            if time.monotonic() - began > _LIMIT:
                sys.exit(f"{path} never shows {word}.")
            time.sleep(_PAUSE)
    return time.monotonic() - began


def measure(name: str, folder: Path, given: argparse.Namespace) -> None:
    """Print one line for one project."""
    chance = random.Random(given.seed)  # noqa: S311 - no secret
    if given.data:
        edits = [in_json(folder / given.data, chance) for _ in range(given.edits)]
    else:
        edits = [in_yaml(folder, chance) for _ in range(given.edits)]
    began = time.monotonic()
    with serving(folder, given.peer) as server:
        ready = time.monotonic() - began
        pages = showing(server, edits)
        found = []
        for number, (edit, paths) in enumerate(zip(edits, pages, strict=True)):
            time.sleep(given.pause)
            word = f"Zzq{os.getpid()}x{number}"
            found.append(seconds(server, edit, paths, word) if paths else float("nan"))
    each = " ".join(f"{one:.2f} ({len(paths)})" for one, paths in zip(found, pages, strict=True))
    print(
        f"{name:24} median {statistics.median(found):6.2f} s, first page after {ready:.1f} s, "
        f"load {os.getloadavg()[0]:.1f}; each (pages): {each}",
        flush=True,
    )


def projects(folder: Path) -> Iterator[tuple[str, Path]]:
    """This repository's content, and made-up content of two sizes."""
    first = folder / "first"
    for name in ("content", "seeds", "site-templates"):
        shutil.copytree(make_content.ROOT / name, first / name)
    shutil.copy(make_content.ROOT / "mkdocs.yml", first)
    (first / "docs").mkdir()
    yield "the first content", first
    for size in (1000, 10000):
        make_content.write(folder / str(size), make_content.made_up(size))
        yield f"{size:,} facts", folder / str(size)


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folders", type=Path, nargs="*", help="projects, which are edited in place")
    parser.add_argument("--edits", type=int, default=5)
    parser.add_argument("--pause", type=float, default=3, help="seconds before each edit")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--peer", default=OURS, help="another server's command, with {port}")
    parser.add_argument("--data", help="its data as JSON, below its folder; see make_content.py")
    given = parser.parse_args()
    for folder in given.folders:
        measure(folder.name, folder.resolve(), given)
    if not given.folders:
        with tempfile.TemporaryDirectory() as temporary:
            for name, folder in projects(Path(temporary)):
                measure(name, folder, given)


if __name__ == "__main__":
    main()
