"""The open data and the search of a project, made into its cache for `mkdocs serve`."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from generator import export, files, views
from generator.files.paths import CACHE
from generator.pipeline import Inputs, check
from generator.pipeline.renew import with_messages
from generator.render.plain import text_files
from generator.render.search import lean_pages, names_file
from generator.views import Settings, Site

DATA, SEARCH, NO_SEARCH = "data", "search", "no search"
"""What is printed, a line each, as soon as it is so."""
_PATIENCE = 600.0  # Seconds that another server of the same project may take.


@dataclass(frozen=True, slots=True)
class Order:
    """Content that was checked, as it was read; what stands in the files by now does not count."""

    root: Path
    inputs: Inputs
    settings: Settings


def data_folder(root: Path) -> Path:
    """Where the open data lie."""
    return root / CACHE / "served" / "data"


def search_folder(root: Path) -> Path:
    """Where the index of the search lies."""
    return root / CACHE / "search" / "pagefind"


def main() -> None:
    """Takes an order from the server's process and makes both."""
    if hasattr(os, "nice"):
        os.nice(10)  # The pages come first.
    order: Order = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that began this
    root = order.root
    try:
        # The server has told the problems; what the owner allows may be among them.
        dataset = check(order.inputs, order.settings.today).value
        if dataset is None:
            return
        site = views.site(with_messages(dataset), order.settings)
        home = files.cache(root, "served")
        with files.lock(home, "mkdocs serve", _PATIENCE):
            files.write_pages(data_folder(root), _data(root, site))
        _say(DATA)
        _say(SEARCH if files.search_index(root, lean_pages(site)) else NO_SEARCH)
    except BrokenPipeError:
        return  # The server has ended.
    except files.EnvironmentFault as fault:
        _tell(str(fault))
    except Exception as error:  # noqa: BLE001 - whatever it is, people get one line
        _tell(files.keep_trace(root, error))


def _data(root: Path, site: Site) -> Iterator[tuple[str, bytes]]:
    texts = text_files(site, files.templates(root))
    yield from ((path, b"".join(pieces)) for path, pieces in chain(export.files(site), texts))
    yield from names_file(site)


def _say(word: str) -> None:
    print(word, flush=True)  # noqa: T201 - for the server, which reads it


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - for people
