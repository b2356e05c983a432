"""An edit under `mkdocs serve`: only pages whose view is another than before are built again."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from generator import engine
from generator.files import Stamps, stamps
from generator.pipeline.static_files import FOLDER as STATIC
from generator.render import Page


@dataclass(frozen=True, slots=True)
class Built:
    """What MkDocs's last whole build knew, and the pages that it built, by their files.

    `beside` are the stamps of what it read beside the content, such as templates.
    """

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment
    pages: Mapping[str, Page]
    beside: Stamps


def changed(before: Mapping[str, Page], now: Mapping[str, Page]) -> list[str] | None:
    """The files of pages with another view; None where pages came or went: build everything."""
    if before.keys() != now.keys():
        return None
    return [name for name, page in now.items() if page != before[name]]


def build_pages(built: Built, names: list[str], folder: Path) -> None:
    """Builds single pages as MkDocs does, into a folder of their own.

    The two steps are MkDocs's own; its 1.6 line is frozen, and a test compares the served pages
    with those of a whole build.
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


def read_beside(config: MkDocsConfig) -> Stamps:
    """The stamps of settings, templates, theme, static files, and what the owner watches."""
    root = engine.root_of(config)
    own = (Path(config.config_file_path), root / "site-templates", root / STATIC)
    theirs = (*config.watch, *filter(None, [config.theme.custom_dir]))
    return stamps((*own, *map(Path, theirs)))
