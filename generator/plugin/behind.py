"""Open data and search under `mkdocs serve`: renewed behind the pages, which wait for neither."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from generator import files
from generator.plugin.afterwards import DATA, NO_SEARCH, SEARCH, Order, data_folder, search_folder

SEARCH_AT = "pagefind/"
_PATIENCE = 60.0  # Seconds that somebody may wait for the first data.
_LAST = 1.0  # Seconds that the end of the server may wait for the end of the process.
_PROGRAM = "from generator.plugin.afterwards import main; main()"
_OF_DATA = frozenset([".json", ".csv", ".db", ".bib", ".ris", ".xml", ".txt", ".md", ".bin"])


class Behind:
    """Has data and search made by a process of its own, and answers for their files.

    They lie in the cache, not in the served site: a build neither waits for them nor loses them.
    """

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._root: Path | None = None
        self._next: Order | None = None
        self._change = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._works = self._ended = self._said = False
        self._ready = {DATA: threading.Event(), SEARCH: threading.Event()}

    def renew(self, order: Order) -> None:
        """Begins to make all anew; while that is being done, only the last order is kept."""
        with self._change:
            self._root, self._next = order.root, order
            if self._works or self._ended:
                return
            self._works = True
        threading.Thread(target=self._work, daemon=True).start()

    def end(self) -> None:
        """No more is made; what is in the making is given up."""
        with self._change:
            self._ended = True
            if self._process and self._process.poll() is None:
                _stop(self._process)

    def file(self, path: str) -> bytes | None:
        """The file at an address below the site's root; None where it is none of these."""
        pure = PurePosixPath(path)
        if self._root is None or pure.is_absolute() or ".." in pure.parts or "\\" in path:
            return None
        if path.startswith(SEARCH_AT):
            what, place = SEARCH, search_folder(self._root) / path.removeprefix(SEARCH_AT)
        elif pure.suffix in _OF_DATA:
            what, place = DATA, data_folder(self._root) / path
        else:
            return None
        self._ready[what].wait(_PATIENCE)
        try:
            return place.read_bytes()
        except OSError:
            return None

    def _work(self) -> None:
        while True:
            with self._change:
                if self._next is None or self._ended:
                    self._works = False
                    return
                order, self._next = self._next, None
                process = self._process = _started()
            with process:
                if process.stdin and process.stdout:
                    with suppress(BrokenPipeError), process.stdin as given:
                        pickle.dump(order, given)
                    for line in process.stdout:
                        self._hear(line.decode().strip())
            for each in self._ready.values():
                each.set()  # Whatever became of it, nobody is to wait any longer.

    def _hear(self, word: str) -> None:
        if word in self._ready:
            self._ready[word].set()
        elif word == NO_SEARCH and not self._said:
            self._said = True
            self._tell(files.NO_SEARCH)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ends the process and what it has begun, Pagefind above all, and waits until it has."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGTERM)
    else:
        process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(_LAST)


def _started() -> subprocess.Popen[bytes]:
    """The process; it finds the modules that this one has found, and no others."""
    return subprocess.Popen(  # noqa: S603 - this program itself
        [sys.executable, "-P", "-c", _PROGRAM],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,  # Ctrl-C is for the server, which ends it.
    )
