"""Provide MkDocs with the HTML of generated pages, and build single pages after an edit."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from factsheets.data.head import page_head
from factsheets.pipeline.static_files import FOLDER as STATIC
from factsheets.plugin import configuration
from factsheets.site import messages_page
from factsheets.site.headings import Heading, headings, ids
from factsheets.site.html import Page, Pages
from factsheets.storage.snapshot import Stamps, stamps


@dataclass(frozen=True, slots=True)
class Built:
    """The objects of MkDocs's last full build, and the pages that it built, by file.

    `others` are the stamps of other files that it read, such as templates.
    """

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment
    pages: Mapping[str, Page]
    others: Stamps


def changed(before: Mapping[str, Page], now: Mapping[str, Page]) -> list[str] | None:
    """The files of pages whose view has changed; None if pages were added or removed."""
    if before.keys() != now.keys():
        return None
    return [name for name, page in now.items() if page != before[name]]


def build_pages(built: Built, names: list[str], folder: Path) -> None:
    """Build single pages in a new folder, with the two private steps of MkDocs.

    MkDocs 1.6 is frozen, and a test compares the served pages with those of a full build.
    """
    shutil.rmtree(folder, ignore_errors=True)
    config, nav = built.config, built.nav
    found = [file for name in names if (file := built.files.get_file_from_path(name))]
    pages = [file.page for file in found if file.page]
    for page in pages:
        _populate_page(page, config, built.files)
    documents = built.files.documentation_pages()
    for page in pages:
        page.file.abs_dest_path = str(folder / page.file.dest_uri)
        _build_page(page, config, documents, nav, built.env)


def stamps_of_others(config: MkDocsConfig) -> Stamps:
    """The stamps of settings, templates, theme, static files and the folders of `watch`."""
    root = configuration.root_of(config)
    own = (Path(config.config_file_path), root / "site-templates", root / STATIC)
    theirs = (*config.watch, *filter(None, [config.theme.custom_dir]))
    return stamps((*own, *map(Path, theirs)))


_DEPTH = 3  # of the table of contents


class _Page(MkDocsPage):
    """A page without Markdown, for which MkDocs sets up no Markdown converter."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        if self.markdown:
            super().render(config, files)
        else:
            self.content = ""


class PageHtml:
    """The HTML, head and headings that MkDocs gets for generated pages instead of Markdown."""

    def __init__(self, made: Pages) -> None:
        self.pages: Mapping[str, Page] = {page.file: page for page in made.all()}
        self._made = made

    def take_over(self, nav: Navigation, files: Files, config: MkDocsConfig) -> None:
        """Replace MkDocs's generated pages, except in the navigation, which others refer to."""
        known = {page.file.src_uri for page in nav.pages}
        for file in files.documentation_pages():
            if file.src_uri not in known and file.src_uri in self.pages:
                _Page(None, file, config)

    def hand_written(self, page: MkDocsPage) -> bool:
        """Whether people wrote the whole page; the page of messages is the program's."""
        ours = self.pages.get(page.file.src_uri)
        return bool(ours and not ours.template and ours.path != f"{messages_page.NAME}/")

    def markdown(self, markdown: str, page: MkDocsPage) -> str:
        """The Markdown for MkDocs to convert: of a generated page the introduction, often empty."""
        ours = self.pages.get(page.file.src_uri)
        if ours is None:
            return markdown
        page.meta.update(page_head(self._made.site, ours))
        return ours.prose if ours.template else markdown

    def content(self, html: str, page: MkDocsPage) -> str:
        """The HTML of a generated page, including that of its introduction."""
        ours = self.pages.get(page.file.src_uri)
        if ours is None or not ours.template:
            return html
        made = self._made.html(ours, html)
        page.toc = get_toc(_tokens(headings(made, _DEPTH)))
        page.present_anchor_ids = set(ids(made))
        return made


def _tokens(found: Iterable[Heading]) -> list[Any]:
    """The headings as a tree, in the format of Python-Markdown's extension toc."""
    top: list[Any] = []
    open_: list[tuple[int, list[Any]]] = [(0, top)]
    for each in found:
        below: list[Any] = []
        while open_[-1][0] >= each.level:
            open_.pop()
        open_[-1][1].append(
            {"level": each.level, "id": each.id, "name": each.name, "children": below}
        )
        open_.append((each.level, below))
    return top
