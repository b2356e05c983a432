"""The MkDocs plugin `factsheets`: writes the pages before a build, and the data after it."""

from __future__ import annotations

import datetime
import logging
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from factsheets.pipeline.check import check
from factsheets.pipeline.generate import Made, make
from factsheets.pipeline.inputs import Cache, Inputs
from factsheets.pipeline.static_files import taken_places
from factsheets.plugin.configuration import has_address, root_of, settings
from factsheets.plugin.content import ContentProblems, content
from factsheets.plugin.frames import Frames
from factsheets.plugin.options import FactsheetsConfig, missing_picture, wrong_addresses
from factsheets.plugin.pages import Built, PageHtml, build_pages, changed, stamps_of_others
from factsheets.plugin.preview import SEARCH_AT, OnRequest, Preview, cause, refuse_taken_port
from factsheets.plugin.watch import Watch
from factsheets.problems import terminal
from factsheets.problems.problem import Problem, in_order
from factsheets.site import components
from factsheets.site.policy import blocked, with_policy
from factsheets.site.settings import CONFIG, Settings
from factsheets.storage import (
    docs_folder,
    faults,
    locking,
    material,
    publish,
    revisions,
    search_index,
    snapshot,
    templates,
)
from factsheets.storage import (
    files as storage_files,
)

WATCHED = ("content", "seeds", "site-templates")


class FactsheetsPlugin(BasePlugin[FactsheetsConfig]):
    """Handles the events of MkDocs.

    `facts build` sets `made` (what to write), the `day` shown on pages and the folder for the
    `work`. It sets `reports`, because it reports exceptions itself. `facts finish` also sets the
    `frames` that its pages are put into.
    """

    def __init__(self) -> None:
        self.made: Made | None = None
        self.day: datetime.date | None = None
        self.work: Path | None = None
        self.frames: Frames | None = None
        self.reports = False
        self.reported: set[Problem] = set()  # The warnings about mkdocs.yml.
        self._cache = Cache()
        self._note = ""  # on the version in citations
        self._html: PageHtml | None = None
        self._nav: Navigation | None = None
        self._theme_dirs: list[str] = []  # of MkDocs's theme
        self._static: tuple[str, ...] = ()
        self._foreign: tuple[str, ...] = ()
        self._blocked: frozenset[tuple[str, str]] = frozenset()  # what the policy blocks
        self._components = False  # whether a page has components of Material
        # While serving:
        self._serves = False
        self._message = ""  # why the first build failed
        self._preview: Preview | None = None
        self._watch: Watch | None = None
        self._on_request: OnRequest | None = None
        self._published: Callable[[], Made] | None = None
        self._built: Built | None = None
        self._others: snapshot.Stamps = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keep this one object for all builds of `mkdocs serve`."""
        del dirty
        self._serves = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Set the output folder, and the order of theme files: the owner's, then the program's."""
        # MkDocs knows neither data nor static files: our own check covers links to them.
        config.validation.links.not_found = logging.DEBUG
        if self._preview:  # A build is written next to the pages that are being served.
            config.site_dir = str(self._preview.next)
        if self._serves:
            self._others = stamps_of_others(config)
            self._on_request = self._on_request or OnRequest(root_of(config), _print)
        elif not has_address(config):
            config.site_url = None  # So no page and no sitemap shows a wrong one.
        ours = templates.theme_folders(root_of(config), config.theme.custom_dir)
        self._theme_dirs = [each for each in config.theme.dirs if each not in ours]
        config.theme.dirs = [*ours, *self._theme_dirs]
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check the content and write the pages; a problem stops the build before it begins.

        The first build of `mkdocs serve` continues with the existing pages: people want to fix the
        problem and see the result.
        """
        # Other plugins may change the setting in their `on_config`.
        if reason := wrong_addresses(config):
            self._refuse(reason)
        if self.made and not self._serves:
            self._write_all(config, self.made)
            return
        self.made = self._built = None  # An interrupted build may have left them.
        try:
            if not self._serves:
                _guard(config)
            made = self._make(config)
            # A folder for the work is already locked.
            held = nullcontext() if self.work else locking.lock(root_of(config), "mkdocs")
            with held:
                self._write_all(config, made)
            self.made = made
        except Exception as error:
            if self._preview or self.reports:
                raise  # Reported there; the old pages stay.
            self._message = cause(root_of(config), error)
            _print(self._message)
            if not self._serves:
                raise Abort("Nothing was built.") from error

    def _refuse(self, reason: str) -> None:
        """End a build; `facts build` and the preview report the reason themselves."""
        if self._preview or self.reports:
            raise faults.EnvironmentFault(reason)
        raise Abort(reason)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Remove the files that none of our pages loads, such as those of Material (2 MB)."""
        foreign = [str(Path(config.docs_dir, path)) for path in self._foreign]
        for file in _below(files, [*self._theme_dirs, *foreign]):
            files.remove(file)
        self._static = _static(files, root_of(config))
        return files

    @event_priority(100)  # Before the plugins that store something of their own in a page.
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give all pages the same date, so that two builds are byte-identical."""
        if self._html:
            self._html.take_over(nav, files, config)
        for file in files.documentation_pages():
            if file.page and self.day:
                file.page.update_date = self.day.isoformat()
        self._nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Keep what is needed to build single pages while serving."""
        if self._serves and self._nav and self._html:
            self._built = Built(config, files, self._nav, env, self._html.pages, self._others)
        return env

    @event_priority(100)  # Before the plugins that would read the content's text as a template.
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Give MkDocs the Markdown that people wrote; for generated pages, the introduction."""
        del config, files
        if self._html is None:
            return markdown
        if not (self.config.allow_html and self._html.hand_written(page)):
            # mkdocs-macros would run the braces in titles and in code as templates.
            page.meta["render_macros"] = False
        return self._html.markdown(markdown, page)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give MkDocs the HTML of generated pages."""
        del files
        if self._html is None:
            return html
        try:
            return self._html.content(html, page)
        except Exception as error:  # of a template
            if self._preview or self.reports:
                raise  # Reported there; the old pages stay.
            raise Abort(cause(root_of(config), error)) from error

    @event_priority(-100)  # After the plugins that add scripts.
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Add the Content-Security-Policy to a page."""
        if set(config.plugins) == {"factsheets"}:
            page.content = ""  # Free tens of megabytes for all pages; the HTML is in the output.
        self._components |= components.SHEET in output
        if self._serves:
            return output
        if self.frames:
            output = self.frames.put(output, page.file.dest_uri)
        self._blocked |= blocked(output, self.config.csp)
        return with_policy(output, self.config.csp)

    @event_priority(-100)
    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Add the Content-Security-Policy to 404.html."""
        del config
        if self._serves or template_name != "404.html":
            return output
        if self.frames:
            output = self.frames.put(output, template_name)
        return with_policy(output, self.config.csp)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add static files, open data and search to the site."""
        if self.made:
            site, root = Path(config.site_dir), root_of(config)
            storage_files.add_files(site, snapshot.static_files(root, self._static))
            if self._serves or self._components:
                storage_files.add_files(site, [(components.PLACE, [material.style_sheet()])])
            if reason := missing_picture(config):
                self._refuse(reason)
            if self._serves:
                self._renew_data()
            else:
                self._add_data_and_search(config, self.made)
            publish.mark(site)
        if self._blocked:
            _print(_advice_for_blocked(sorted(self._blocked)))
        self.made, self._blocked, self._components = None, frozenset(), False

    def _add_data_and_search(self, config: MkDocsConfig, made: Made) -> None:
        site = Path(config.site_dir)
        storage_files.add_files(site, chain(made.files, made.names))
        place = self.work or root_of(config)
        if not search_index.search_index(place, made.search, site / SEARCH_AT):
            if config.strict:
                self._refuse(search_index.NO_SEARCH_STRICT)
            _print(search_index.NO_SEARCH)

    def _renew_pages(self) -> bool:
        """Build the pages that a content edit changed; False if a full build is needed.

        Raises `ContentProblems` for content with errors; the served pages then stay as they were.
        """
        before = self._built
        if before is None or set(before.config.plugins) != {"factsheets"}:
            return False  # The effect of other plugins on single pages is unknown.
        config = before.config
        if before.others != stamps_of_others(config):
            return False
        root = root_of(config)
        site = self._preview.site if self._preview else Path(config.site_dir)
        made = self._make(config)
        html = PageHtml(made.pages)
        names = changed(before.pages, html.pages)
        if names is None:
            return False
        self._built = None  # Until everything is in place.
        self._html = html
        with locking.lock(root, "mkdocs"):
            self._write(config, made.plain_of(names), html.pages.keys() - set(names))
        folder = locking.cache(root, "served") / "pages"
        build_pages(before, names, folder)
        for path in sorted(folder.rglob("*.html")):
            storage_files.write_file(site / path.relative_to(folder), path.read_bytes(), sync=False)
        self._built = replace(before, pages=html.pages)
        self._renew_data()
        return True

    def _renew_data(self) -> None:
        """Update open data and search after the pages, without drafts."""
        if self._on_request and self._published:
            self._on_request.renew(self._published)

    def on_shutdown(self) -> None:
        """Stop watching when the server stops."""
        if self._watch:
            self._watch.end()

    def on_serve(
        self,
        server: LiveReloadServer,
        /,
        *,
        config: MkDocsConfig,
        builder: Callable[..., None],
    ) -> LiveReloadServer:
        """Watch only what people write: otherwise every build would cause another."""
        root = root_of(config)
        refuse_taken_port(server)
        server.unwatch(config.docs_dir)
        if own := config.theme.custom_dir:
            server.watch(own)
        self._watch = Watch(server, root, WATCHED)
        self._watch.begin()
        self._preview = Preview(root, Path(config.site_dir), builder, _print)
        self._preview.message = self._message
        self._preview.renew_pages = self._renew_pages
        self._preview.on_request = self._on_request
        self._preview.attach(server)
        return server

    def _make(self, config: MkDocsConfig) -> Made:
        found = content(config, self._cache, drafts=self._serves)
        _print(found.report)
        note = revisions.version(root_of(config)).note
        if note not in ("", self._note):
            _print(note)
        self._note = note
        particulars = settings(config, found.dataset)
        self.day = particulars.today
        own_templates = templates.templates(root_of(config))
        self._published = partial(_published, found.inputs, particulars, own_templates)
        return make(found.dataset, particulars, own_templates)

    def _write_all(self, config: MkDocsConfig, made: Made) -> None:
        """Write all plain pages, and prepare the HTML of every page for MkDocs."""
        self._html = PageHtml(made.pages)
        self._write(config, made.plain)
        if not self._serves:
            publish.clear_hidden(Path(config.site_dir))

    def _write(
        self,
        config: MkDocsConfig,
        plain: Iterable[tuple[str, bytes]],
        kept: AbstractSet[str] = frozenset(),
    ) -> None:
        """Write these plain pages; those that are `kept` stay as they are."""
        root, docs = root_of(config), Path(config.docs_dir)
        if docs != root / "docs":
            publish.guard(root, docs, docs_folder.PAGES_MARK)
        done = docs_folder.write_pages(docs, plain, kept)
        self._foreign = done.foreign
        if done.foreign:
            _print(terminal.blocks(done.problems(docs.name)))


def _below(files: Files, folders: list[str]) -> tuple[File, ...]:
    """The files at or below these places."""
    places = tuple(f"{each}{os.sep}" for each in folders)
    return tuple(file for file in files if f"{file.abs_src_path}{os.sep}".startswith(places))


def _static(known: Files, root: Path) -> tuple[str, ...]:
    """The paths of content/static/; none may be that of a file of the theme or a plugin."""
    paths, problems = snapshot.static_paths(root)
    taken = taken_places(paths, (), [file.dest_uri for file in known])
    if found := in_order([*problems, *taken]):
        raise ContentProblems(terminal.blocks(found))
    return paths


def _published(inputs: Inputs, particulars: Settings, own_templates: Mapping[str, str]) -> Made:
    """What a build would publish of checked content: no drafts."""
    dataset = check(inputs, particulars.today).value
    assert dataset is not None, "checked content has a dataset"  # noqa: S101 - for the types
    return make(dataset, particulars, own_templates)


def _guard(config: MkDocsConfig) -> None:
    """Refuse a folder with other people's files, which MkDocs would empty next."""
    site = Path(config.site_dir)
    publish.guard(root_of(config), site)
    site.mkdir(parents=True, exist_ok=True)
    publish.mark(site)  # MkDocs keeps hidden files, so even an unfinished site is recognised.


def _advice_for_blocked(found: list[tuple[str, str]]) -> str:
    """How the owner can allow scripts and styles that the policy blocks: directives and sources."""
    first = dict(reversed(found))
    sources = ", ".join(f'{directive}: ["{first[directive]}"]' for directive in sorted(first))
    more = len(found) - len(first)
    others = f" (and {more:,} more)" if more else ""
    return (
        "A plugin or a template writes scripts or styles into pages, but the pages' content "
        "security policy blocks them. Put them in files named by extra_javascript and extra_css, "
        f"or allow them in {CONFIG}: factsheets: {{csp: {{{sources}}}}}{others}"
    )


def _print(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - MkDocs's log would count it as its own
