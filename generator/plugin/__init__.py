"""The MkDocs plugin `factsheets`: writes the pages before a build, and the data after it."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator import engine, files, report
from generator.pipeline import Made, Memory, check, make
from generator.plugin.preview import ContentProblems, Preview, cause
from generator.plugin.watch import Watch
from generator.render.policy import with_policy

WATCHED = ("content", "seeds", "site-templates")


class FactsheetsConfig(Config):
    """What the site's owner can allow; what else there is to set stands elsewhere in mkdocs.yml.

    `allow_html`: raw HTML, script links and attribute lists in hand-written pages.
    """

    allow_html = Type(bool, default=False)


class FactsheetsPlugin(BasePlugin[FactsheetsConfig]):
    """A shell: every event reads, calls and reports.

    `made` is set by `facts build`, which has checked and written the pages already.
    """

    def __init__(self) -> None:
        self.made: Made | None = None
        self._serves = False
        self._preview: Preview | None = None
        self._memory = Memory()
        self._said = ""
        self.day: datetime.date | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keeps this one object for all builds of a `mkdocs serve`."""
        del dirty
        self._serves = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """While serving, a build goes beside the pages that are being served."""
        if self._preview:
            config.site_dir = str(self._preview.next)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Checks the content and writes the pages; a problem ends the build before it begins.

        Only the first build of `mkdocs serve` goes on with what is there, for it must not end
        the program: somebody wants to mend the problem and see the result.
        """
        if self.made:
            return
        try:
            if not self._serves:
                _guard(config)
            self.made = self._renewed(config)
        except Exception as error:
            if self._preview:
                raise  # It tells, and keeps the old pages.
            self._said = cause(engine.root_of(config), error)
            _print(self._said)
            if not self._serves:
                raise Abort("Nothing was built.") from error

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Dates all pages alike, so that the same content gives the same bytes on every day."""
        del config
        for file in files.documentation_pages():
            if file.page and self.day:
                file.page.update_date = self.day.isoformat()
        return nav

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Gives the finished page its Content-Security-Policy; see `render.policy` for serving."""
        del page, config
        return output if self._serves else with_policy(output)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for the page that says that there is none."""
        del config
        return output if self._serves or template_name != "404.html" else with_policy(output)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Adds the open data to the site."""
        if self.made:
            site = Path(config.site_dir)
            files.add_files(site, self.made.files)
            files.mark(site)
        self.made = None

    def on_serve(
        self,
        server: LiveReloadServer,
        /,
        *,
        config: MkDocsConfig,
        builder: Callable[..., None],
    ) -> LiveReloadServer:
        """Watches what people write instead of what we write: else every build asks for another."""
        root = engine.root_of(config)
        server.unwatch(config.docs_dir)
        Watch(server, root, WATCHED).begin()
        self._preview = Preview(root, Path(config.site_dir), builder, _print)
        self._preview.said = self._said
        self._preview.attach(server)
        return server

    def _renewed(self, config: MkDocsConfig) -> Made:
        root = engine.root_of(config)
        inputs = files.snapshot(root)
        outcome = check(inputs, engine.today(), self._memory)
        if self.config.allow_html:
            outcome = outcome.without(engine.OWNER_MAY_ALLOW)
        text = report.text(outcome.problems, inputs.files, outcome.summary)
        if outcome.value is None or outcome.summary.errors:
            raise ContentProblems(text)
        _print(text)
        self.day = engine.made_for(outcome.value)
        made = make(outcome.value, engine.settings(config, outcome.value), files.templates(root))
        with files.lock(root, "mkdocs"):
            _write(root, Path(config.docs_dir), made.pages)
        return made


def _write(root: Path, docs: Path, pages: Iterable[tuple[str, str]]) -> None:
    whole = docs == root / "docs"
    if not whole:
        files.guard(root, docs, files.PAGES_MARK)
    files.write_pages(docs, pages, whole=whole)


def _guard(config: MkDocsConfig) -> None:
    """Refuses a folder of somebody else's, which MkDocs would empty next."""
    site = Path(config.site_dir)
    files.guard(engine.root_of(config), site)
    site.mkdir(parents=True, exist_ok=True)
    files.mark(site)  # MkDocs leaves hidden files: even half a site is known as ours.


def _print(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - MkDocs's log would count it as its own
