"""Open data and search under `mkdocs serve`: made when somebody asks for them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from itertools import chain
from pathlib import Path, PurePosixPath

from factsheets.pipeline.generate import Made
from factsheets.storage import docs_folder, locking, search_index
from factsheets.storage.locking import cache

SEARCH_AT = "pagefind/"
_SUFFIXES = frozenset([".json", ".csv", ".db", ".bib", ".ris", ".xml", ".txt", ".md", ".bin"])


class OnRequest:
    """The files of data and search of the served pages, always of one state of the content.

    An edit is served before they are made: who asks for one of them waits until all are there.
    """

    def __init__(self, root: Path, tell: Callable[[str], None]) -> None:
        self._root = root
        self._tell = tell
        self._turn = threading.Lock()
        self._next: Callable[[], Made] | None = None
        self._search: Path | None = None
        self._told = False

    def renew(self, made: Callable[[], Made]) -> None:
        """From now on, files are those of this state, which is made when one is asked for."""
        self._next = made

    def file(self, path: str) -> bytes | None:
        """The file at an address below the site's root; None where it is none of these."""
        pure = PurePosixPath(path)
        odd = pure.is_absolute() or ".." in pure.parts or "\\" in path
        in_search = path.startswith(SEARCH_AT)
        if odd or not (in_search or pure.suffix in _SUFFIXES):
            return None
        with self._turn:
            self._make()
            if in_search:
                if self._search is None:
                    return None
                place = self._search / path.removeprefix(SEARCH_AT)
            else:
                place = self._data / path
            return place.read_bytes() if place.is_file() else None

    @property
    def _data(self) -> Path:
        return cache(self._root, "served") / "files"

    def _make(self) -> None:
        make, self._next = self._next, None
        if make is None:
            return
        made = make()
        written = ((path, b"".join(pieces)) for path, pieces in made.files)
        with locking.lock(cache(self._root, "served"), "mkdocs serve"):
            docs_folder.write_pages(self._data, chain(written, made.names))
        self._search = search_index.search_index(self._root, made.search)
        if self._search is None and not self._told:
            self._told = True
            self._tell(search_index.NO_SEARCH)
