"""The quick way of an edit under `mkdocs serve`: only the pages that it touches are made."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator import engine, files
from generator.pipeline import Kept, Memory, Renewed, renewed
from generator.pipeline.static_files import FOLDER as STATIC
from generator.plugin.afterwards import Order
from generator.plugin.alone import Alone
from generator.plugin.behind import Behind
from generator.plugin.content import content
from generator.plugin.lane import Lane
from generator.render.page import Written, file_of_page


@dataclass(frozen=True, slots=True)
class Known:
    """What a whole build knew; `stamps` are those of all that it read beside the content."""

    kept: Kept
    lane: Lane | None
    alone: Alone
    stamps: files.Stamps


def read_beside(config: MkDocsConfig) -> files.Stamps:
    """The stamps of settings, templates, theme, static files, and what the owner watches."""
    root = engine.root_of(config)
    own = (Path(config.config_file_path), root / "site-templates", root / STATIC)
    theirs = (*config.watch, *filter(None, [config.theme.custom_dir]))
    return files.stamps((*own, *map(Path, theirs)))


class Quick:
    """Stands for the pages of the last good build, and renews those of them that an edit touches.

    Whatever is more than an edit of facts is left to a whole build.
    """

    def __init__(self, memory: Memory, tell: Callable[[str], None], behind: Behind) -> None:
        self._memory = memory
        self._tell = tell
        self._behind = behind
        self._known: Known | None = None
        self._next: Known | None = None

    def keep(self, known: Known) -> None:
        """What a build knew that is not in its place yet."""
        self._next = known

    def switched(self) -> None:
        """The pages of that build are being served now."""
        # What it knew stays: to look through all of it for garbage takes longer than an edit.
        gc.collect()
        gc.freeze()
        self._known, self._next = self._next, None

    def forget(self) -> None:
        """A whole build begins."""
        gc.unfreeze()
        self._known = self._next = None

    def done(self, site: Path) -> bool:
        """Renews the pages in `site`; False where a whole build is needed.

        Raises `ContentProblems` for content with errors; then the pages stand as they did.
        """
        known = self._known
        if known is None or known.stamps != read_beside(known.alone.config):
            return False
        config = known.alone.config
        found = content(config, self._memory, drafts=True)
        settings = engine.settings(config, found.dataset)
        self._known = None  # Until all is in its place.
        made = renewed(known.kept, found.dataset, settings, files.templates(engine.root_of(config)))
        if made is None or not _put(known, made, site):
            return False
        self._known = known
        self._tell(found.report)
        self._behind.renew(Order(engine.root_of(config), found.inputs, settings))
        return True


def _put(known: Known, made: Renewed, site: Path) -> bool:
    """Writes the pages into their places; False where that takes more, before any is written."""
    config = known.alone.config
    root, docs = engine.root_of(config), Path(config.docs_dir)
    framed = {page.path: _framed(known.lane, page) for page in made.pages}
    if None in framed.values():
        return False
    gone = [file_of_page(path) for path in made.gone]
    with files.lock(root, "mkdocs"):
        files.replace_pages(docs, ((page.file, page.data) for page in made.pages), gone)
    for name in gone:
        known.alone.forget(name)
    files.replace_files(
        site, _final(known, made.pages, framed), (f"{path}index.html" for path in made.gone)
    )
    return True


def _framed(lane: Lane | None, page: Written) -> bytes | None:
    """A page that the fast lane makes; empty where MkDocs does, None where neither can at once."""
    return lane.again(page) if lane else b""


def _final(
    known: Known, pages: Iterable[Written], framed: dict[str, bytes | None]
) -> Iterator[tuple[str, bytes]]:
    """The pages as files of the site, encoded as the whole build encodes them."""
    settings = known.kept.pages.site.settings
    for page in pages:
        data = framed[page.path]
        if not data:
            html = known.alone.html(page.file, settings.today.isoformat())
            data = html.encode("utf-8", "xmlcharrefreplace")
        yield f"{page.path}index.html", data
