"""The search under `mkdocs serve`: its index is renewed behind the pages; none waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from generator import files

FOLDER = "pagefind/"
_PATIENCE = 60.0  # Seconds that the first search may wait for the first index.


class Finding:
    """Answers for the index's files, which lie in the cache, as long as the server runs."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._next: tuple[Path, Iterable[tuple[str, bytes]]] | None = None
        self._change = threading.Lock()
        self._ready = threading.Event()
        self._works = False
        self._index: Path | None = None
        self._said = False

    def renew(self, root: Path, pages: Iterable[tuple[str, bytes]]) -> None:
        """Begins to make the index of a new state; of several that wait only the last is made."""
        with self._change:
            self._next = (root, pages)
            if self._works:
                return
            self._works = True
        threading.Thread(target=self._work, daemon=True).start()

    def file(self, path: str) -> bytes | None:
        """The file at an address, whatever stands before the site's root; None: there is none."""
        _, folder, name = path.rpartition(f"/{FOLDER}")
        if not folder or ".." in name:
            return None
        self._ready.wait(_PATIENCE)
        try:
            return (self._index / name).read_bytes() if self._index else None
        except OSError:
            return None

    def _work(self) -> None:
        while True:
            with self._change:
                if self._next is None:
                    self._works = False
                    return
                (root, pages), self._next = self._next, None
            try:
                self._index = files.search_index(root, pages)
            except files.EnvironmentFault as fault:
                self._tell(str(fault))
            except Exception as error:  # noqa: BLE001 - the server must go on
                self._tell(files.keep_trace(root, error))
            if self._index is None and not self._said:
                self._said = True
                self._tell(files.NO_PROGRAM)
            self._ready.set()
