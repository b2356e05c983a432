"""The fast lane: records' pages that MkDocs does not build, in frames that MkDocs makes.

MkDocs keeps every page in memory and runs the whole theme for each. Here it builds one sample page
of every kind; all pages of the kind are that sample with its holes filled. What goes this way is
still written as Markdown beside the others, for other engines. The few other pages of ours, which
stand in the navigation, are built by MkDocs, but from HTML that is made already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_relative_url
from pydantic_core import from_json, to_json

from generator.files import Spool
from generator.render import Written
from generator.render.frame import (
    CONTENT,
    Frame,
    Kind,
    contents,
    frame,
    kind_of,
    mark,
    outline,
    values,
)

_RECORDS = ("actors/", "topics/", "sources/", "events/", "facts/")
_PLACE = re.compile(r"[ \t]*<url>.*?</url>\n?", re.DOTALL)


class Lane:
    """The pages of one build that go this way; with `keeps` also some that are made again later."""

    def __init__(self, spool: Spool, *, keeps: bool = False) -> None:
        self._spool = spool
        self._keeps = keeps
        self._kinds: dict[Kind, int] = {}
        self._frames: dict[str, Frame] = {}
        self._files: list[str] = []
        self._paths: list[str] = []
        self._ready: dict[str, tuple[bytes, str]] = {}

    def written(self, pages: Iterable[Written]) -> Iterator[tuple[str, bytes]]:
        """Every page as its file and text; those that go this way are laid aside as well."""
        for page in pages:
            self._take(page)
            yield page.file, page.data

    def _take(self, page: Written) -> None:
        made = page.html()
        if made is None:
            return
        body, headings = made
        if not _is_framed(page.path):
            self._ready[page.file] = body, outline(headings)
            return
        kind = kind_of(page, headings)
        number = self._kinds.setdefault(kind, len(self._kinds))
        told = to_json([number, _given(page), contents(headings)])
        self._spool.add(told + b"\n" + body)
        self._files.append(page.file)
        self._paths.append(page.path)

    def again(self, page: Written) -> bytes | None:
        """A page in a frame of the last build; None where there is no such frame.

        Empty for a page that MkDocs builds, of which the HTML is laid ready.
        """
        made = page.html()
        if made is None:
            return None if page.file in self._ready or _is_framed(page.path) else b""
        body, headings = made
        if not _is_framed(page.path):
            self._ready[page.file] = body, outline(headings)
            return b""
        found = self._frames.get(kind_of(page, headings).sample)
        if found is None:
            return None
        return found.filled(_given(page), body, contents(headings))

    def taken(self, files: Files, config: MkDocsConfig) -> Files:
        """MkDocs's list of files without these pages, with a sample page of every kind."""
        for name in self._files:
            if file := files.get_file_from_path(name):
                files.remove(file)
        for kind in self._kinds:
            name = f"{kind.sample[:-1]}.md"
            sample = File.generated(config, name, content=kind.markdown)
            sample.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(sample)
        return files

    def markdown(self, file: str, text: str) -> str:
        """What MkDocs is to read of a page: its headings alone where its HTML is there already."""
        return self._ready[file][1] if file in self._ready else text

    def content(self, file: str, url: str, html: str) -> str:
        """What stands in the page's frame: the HTML that is there already, or a sample's hole."""
        if file in self._ready:
            body, _ = self._ready[file] if self._keeps else self._ready.pop(file)
            return body.decode("utf-8", "surrogatepass")
        return mark(CONTENT) if self.is_sample(url) else html

    def is_sample(self, url: str) -> bool:
        """Whether a page of MkDocs is one of the samples."""
        return any(kind.sample == url for kind in self._kinds)

    def keep(self, url: str, html: str) -> None:
        """Takes the frame from a finished sample page."""
        for kind in self._kinds:
            if kind.sample == url:
                self._frames[url] = frame(html, kind)

    def site_map(self, xml: str) -> str:
        """MkDocs's site map with these pages in the place of the samples."""
        samples = [each for each in _PLACE.findall(xml) if "qholesampleq" in each]
        if not samples:
            return xml
        sample = next(kind.sample for kind in self._kinds if kind.sample in samples[0])
        ours = "".join(samples[0].replace(sample, path) for path in self._paths)
        for each in samples[1:]:
            xml = xml.replace(each, "")
        return xml.replace(samples[0], ours)

    def finished(self) -> Iterator[tuple[str, bytes]]:
        """The pages as files of the site."""
        frames = [self._frames[kind.sample] for kind in self._kinds]
        for piece in self._spool.pieces():
            told, _, body = piece.partition(b"\n")
            number, given, entries = from_json(told)
            yield f"{given['path']}index.html", frames[number].filled(given, body, entries)
        self._spool.close()


def _is_framed(path: str) -> bool:
    """Whether it is a record's page; the list of a kind of record stands in the navigation."""
    return path.startswith(_RECORDS) and path not in _RECORDS


def _given(page: Written) -> dict[str, str]:
    """What fills the holes of a page's frame, but for its content."""
    given = values(page)
    if "kickerpath" in given:
        given["kickerpath"] = get_relative_url(given["kickerpath"], page.path)
    given["path"] = page.path
    return given
