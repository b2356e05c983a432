"""Generated pages inside a build of MkDocs: their HTML, head and headings instead of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from generator import export
from generator.render import Page, Pages
from generator.render.headings import Heading, headings, ids

_DEPTH = 3  # of the table of contents


class PageHtml:
    """What MkDocs gets for each page of one state of the site, by the page's file in docs/."""

    def __init__(self, made: Pages, pages: Iterable[Page]) -> None:
        self.pages: Mapping[str, Page] = {page.file: page for page in pages}
        self._made = made
        self._head = export.head_of(made.site)

    def markdown(self, markdown: str, page: MkDocsPage) -> str:
        """What MkDocs converts: of a generated page the introduction alone, often nothing."""
        ours = self.pages.get(page.file.src_uri)
        if ours is None:
            return markdown
        page.meta.update(self._head(ours))
        return ours.prose if ours.template else markdown

    def content(self, html: str, page: MkDocsPage) -> str:
        """A generated page's HTML, around that of its introduction."""
        ours = self.pages.get(page.file.src_uri)
        if ours is None or not ours.template:
            return html
        made = self._made.html(ours, html)
        page.toc = get_toc(_tokens(headings(made)))
        page.present_anchor_ids = set(ids(made))
        return made


def _tokens(found: Iterable[Heading]) -> list[Any]:
    """The headings as Python-Markdown's extension toc gives them: each with those below it."""
    top: list[Any] = []
    open_: list[tuple[int, list[Any]]] = [(0, top)]
    for each in found:
        if each.level > _DEPTH:
            continue
        below: list[Any] = []
        while open_[-1][0] >= each.level:
            open_.pop()
        open_[-1][1].append(
            {"level": each.level, "id": each.id, "name": each.name, "children": below}
        )
        open_.append((each.level, below))
    return top
