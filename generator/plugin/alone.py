"""One page built by MkDocs alone, as in its last whole build and with what that build knew."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page


@dataclass(frozen=True, slots=True)
class Alone:
    """What MkDocs's whole build hands to its events.

    The steps are those of `mkdocs.commands.build`, whose 1.6 line is frozen; a test compares the
    pages with those of a whole build.
    """

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment

    def html(self, name: str, day: str | None) -> str:
        """The page whose Markdown lies at `name` in the folder of the pages, new or known."""
        file = self.files.get_file_from_path(name) or self._added(name)
        page = file.page or Page(None, file, self.config)
        page.update_date = day or page.update_date
        self.config._current_page = page  # noqa: SLF001 - as MkDocs sets it
        try:
            self._read(page)
            return self._framed(page)
        finally:
            page.active = False
            self.config._current_page = None  # noqa: SLF001 - as above

    def forget(self, name: str) -> None:
        """Takes a page out that is there no more."""
        if file := self.files.get_file_from_path(name):
            self.files.remove(file)

    def _added(self, name: str) -> File:
        config = self.config
        file = File(name, config.docs_dir, config.site_dir, config.use_directory_urls)
        file.inclusion = InclusionLevel.INCLUDED
        self.files.append(file)
        return file

    def _read(self, page: Page) -> None:
        config, files = self.config, self.files
        page = config.plugins.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(
            page.markdown or "", page=page, config=config, files=files
        )
        page.render(config, files)
        page.content = config.plugins.on_page_content(
            page.content or "", page=page, config=config, files=files
        )

    def _framed(self, page: Page) -> str:
        config = self.config
        page.active = True
        context = get_context(self.nav, self.files, config, page)
        template = self.env.get_template(page.meta.get("template", "main.html"))
        context = config.plugins.on_page_context(context, page=page, config=config, nav=self.nav)
        return config.plugins.on_post_page(template.render(context), page=page, config=config)
