"""The MkDocs plugin `factsheets`: writes the pages before a build, and the data after it."""

from __future__ import annotations

import datetime
import logging
import os
import sys
from collections.abc import Callable, Mapping
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
from factsheets.pipeline.inputs import Inputs, Memory
from factsheets.pipeline.static_files import taken_places
from factsheets.plugin import mkdocs_build
from factsheets.plugin.content import ContentProblems, content
from factsheets.plugin.on_request import SEARCH_AT, OnRequest
from factsheets.plugin.pages import Built, PageHtml, build_pages, changed, read_beside
from factsheets.plugin.preview import Preview, cause, refuse_taken_port
from factsheets.plugin.settings import FactsheetsConfig, missing_picture, wrong_addresses
from factsheets.plugin.watch import Watch
from factsheets.problems import terminal
from factsheets.problems.problem import Problem, in_order
from factsheets.site.policy import blocked, with_policy
from factsheets.site.settings import CONFIG, Settings
from factsheets.storage import (
    atomic,
    docs_folder,
    faults,
    locking,
    publish,
    revisions,
    search_index,
    snapshot,
    static_files,
)
from factsheets.storage import templates as storage_templates

WATCHED = ("content", "seeds", "site-templates")


class FactsheetsPlugin(BasePlugin[FactsheetsConfig]):
    """A shell: every event reads, calls and reports.

    `made` is set by `facts build`, which has checked the content already; with `reports` it also
    turns exceptions into messages and exit codes itself.
    """

    def __init__(self) -> None:
        self.made: Made | None = None
        self.reports = False
        self._serves = False
        self._preview: Preview | None = None
        self._memory = Memory()
        self.reported: set[Problem] = set()  # The warnings about mkdocs.yml.
        self._said = ""
        self._noted = ""
        self.work: Path | None = None
        self.day: datetime.date | None = None
        self._html: PageHtml | None = None
        self._nav: Navigation | None = None
        self._built: Built | None = None
        self._beside: snapshot.Stamps = {}
        self._on_request: OnRequest | None = None
        self._published: Callable[[], Made] | None = None
        self._watch: Watch | None = None
        self._theirs: list[str] = []
        self._static: tuple[str, ...] = ()
        self._foreign: tuple[str, ...] = ()
        self._blocked: frozenset[tuple[str, str]] = frozenset()  # What the policy stops.

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keeps this one object for all builds of a `mkdocs serve`."""
        del dirty
        self._serves = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """While serving, a build goes beside the pages that are being served.

        The look is found file by file: in the owner's folders first, then in the program's. MkDocs
        knows neither the data nor the static files: links to them are judged by our own check.
        """
        config.validation.links.not_found = logging.DEBUG
        if self._preview:
            config.site_dir = str(self._preview.next)
        if self._serves:
            self._beside = read_beside(config)
            self._on_request = self._on_request or OnRequest(mkdocs_build.root_of(config), _print)
        elif not mkdocs_build.has_address(config):
            config.site_url = None  # No page and no site map bears a false one.
        ours = storage_templates.theme_folders(
            mkdocs_build.root_of(config), config.theme.custom_dir
        )
        self._theirs = [each for each in config.theme.dirs if each not in ours]
        config.theme.dirs = [*ours, *self._theirs]
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Checks the content and writes the pages; a problem ends the build before it begins.

        Only the first build of `mkdocs serve` goes on with what is there, for it must not end
        the program: somebody wants to mend the problem and see the result.
        """
        # Asked after the `on_config` of every plugin, for some change the setting.
        if reason := wrong_addresses(config):
            self._refuse(reason)
        if self.made and not self._serves:
            self._write(config, self.made)
            return
        self.made = self._built = None  # While serving, what a broken build left is used up.
        try:
            if not self._serves:
                _guard(config)
            made = self._renewed(config)
            # A folder for the work is locked already.
            held = (
                nullcontext() if self.work else locking.lock(mkdocs_build.root_of(config), "mkdocs")
            )
            with held:
                self._write(config, made)
            self.made = made
        except Exception as error:
            if self._preview or self.reports:
                raise  # Said there; the old pages stay.
            self._said = cause(mkdocs_build.root_of(config), error)
            _print(self._said)
            if not self._serves:
                raise Abort("Nothing was built.") from error

    def _refuse(self, reason: str) -> None:
        """Ends a build; under `facts` and while serving somebody above says why."""
        if self._preview or self.reports:
            raise faults.EnvironmentFault(reason)
        raise Abort(reason)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Takes out of MkDocs's list what no page of ours loads."""
        foreign = [str(Path(config.docs_dir, path)) for path in self._foreign]
        for file in _below(files, [*self._theirs, *foreign]):
            files.remove(file)
        self._static = _static(files, mkdocs_build.root_of(config))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Dates all pages alike, so that the same content gives the same bytes on every day."""
        del config
        for file in files.documentation_pages():
            if file.page and self.day:
                file.page.update_date = self.day.isoformat()
        self._nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Notes what MkDocs builds single pages with."""
        if self._serves and self._nav and self._html:
            self._built = Built(config, files, self._nav, env, self._html.pages, self._beside)
        return env

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Spares MkDocs the Markdown of generated pages."""
        del config, files
        return self._html.markdown(markdown, page) if self._html else markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Gives MkDocs the HTML of their views."""
        del files
        if self._html is None:
            return html
        try:
            return self._html.content(html, page)
        except Exception as error:  # of a template
            if self._preview or self.reports:
                raise  # Said there; the old pages stay.
            raise Abort(cause(mkdocs_build.root_of(config), error)) from error

    @event_priority(-100)  # After the plugins that put scripts into it.
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Gives the finished page its Content-Security-Policy; see `render.policy` for serving."""
        if set(config.plugins) == {"factsheets"}:
            page.content = ""  # It is in the output; of all pages it is tens of megabytes.
        if self._serves:
            return output
        self._blocked |= blocked(output, self.config.csp)
        return with_policy(output, self.config.csp)

    @event_priority(-100)
    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for the page that says that there is none."""
        del config
        if self._serves or template_name != "404.html":
            return output
        return with_policy(output, self.config.csp)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Adds the open data and the index of the search to the site; they follow while serving."""
        if self.made:
            site, root, made = Path(config.site_dir), mkdocs_build.root_of(config), self.made
            atomic.add_files(site, static_files.static_files(root, self._static))
            if reason := missing_picture(config):
                self._refuse(reason)
            if self._serves:
                self._renew_data()
            else:
                rest = partial(self._add_files, site, made)
                if not search_index.search_index(
                    self.work or root, made.search, site / SEARCH_AT, rest
                ):
                    if config.strict:
                        self._refuse(search_index.NO_SEARCH_STRICT)
                    _print(search_index.NO_SEARCH)
            publish.mark(site)
        if self._blocked:
            _print(_of_blocked(sorted(self._blocked)))
        self.made, self._blocked = None, frozenset()

    def _add_files(self, site: Path, made: Made) -> None:
        """What is written while the index of the search is made."""
        atomic.add_files(site, chain(made.files, made.names))

    def _renew_pages(self) -> bool:
        """Builds the pages that an edit of the content changed; False: a whole build is needed.

        Raises `ContentProblems` for content with errors; then the served pages stand as they did.
        """
        before = self._built
        if before is None or set(before.config.plugins) != {"factsheets"}:
            return False  # What other plugins make of single pages is not known to us.
        config = before.config
        if before.beside != read_beside(config):
            return False
        root, site = mkdocs_build.root_of(config), Path(config.site_dir)
        made = self._renewed(config)
        html = PageHtml(made.pages, made.pages.all())
        names = changed(before.pages, html.pages)
        if names is None:
            return False
        self._built = None  # Until all is in its place.
        with locking.lock(root, "mkdocs"):
            self._write(config, made, html)
        folder = locking.cache(root, "served") / "pages"
        build_pages(before, names, folder)
        built_now = (
            (path.relative_to(folder).as_posix(), path.read_bytes())
            for path in sorted(folder.rglob("*.html"))
        )
        atomic.replace_files(self._preview.site if self._preview else site, built_now)
        self._built = replace(before, pages=html.pages)
        self._renew_data()
        return True

    def _renew_data(self) -> None:
        """Open data and search follow the pages, without drafts."""
        if self._on_request and self._published:
            self._on_request.renew(self._published)

    def on_shutdown(self) -> None:
        """The server ends, and with it what it has begun."""
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
        """Watches what people write instead of what we write: else every build asks for another."""
        root = mkdocs_build.root_of(config)
        refuse_taken_port(server)
        server.unwatch(config.docs_dir)
        if own := config.theme.custom_dir:
            server.watch(own)
        self._watch = Watch(server, root, WATCHED)
        self._watch.begin()
        self._preview = Preview(root, Path(config.site_dir), builder, _print)
        self._preview.said = self._said
        self._preview.renew_pages = self._renew_pages
        self._preview.on_request = self._on_request
        self._preview.attach(server)
        return server

    def _renewed(self, config: MkDocsConfig) -> Made:
        found = content(config, self._memory, drafts=self._serves)
        _print(found.report)
        note = revisions.version(mkdocs_build.root_of(config)).note
        if note not in ("", self._noted):
            _print(note)
        self._noted = note
        settings = mkdocs_build.settings(config, found.dataset)
        self.day = settings.today
        templates = storage_templates.templates(mkdocs_build.root_of(config))
        self._published = partial(_published, found.inputs, settings, templates)
        return make(found.dataset, settings, templates)

    def _write(self, config: MkDocsConfig, made: Made, html: PageHtml | None = None) -> None:
        """Writes the plain pages, and has their HTML ready for MkDocs."""
        root, docs = mkdocs_build.root_of(config), Path(config.docs_dir)
        self._html = html or PageHtml(made.pages, made.pages.all())
        if docs != root / "docs":
            publish.guard(root, docs, docs_folder.PAGES_MARK)
        done = docs_folder.write_pages(docs, made.plain)
        self._foreign = done.foreign
        if done.foreign:
            _print(terminal.blocks(done.problems(docs.name)))
        if not self._serves:
            publish.clear_hidden(Path(config.site_dir))


def _below(files: Files, folders: list[str]) -> tuple[File, ...]:
    """The files at or below these places.

    Such as those of Material (2 MB), of which our frame takes none.
    """
    own = frozenset(folders)
    places = tuple(f"{each}{os.sep}" for each in folders)
    paths = [(file, file.abs_src_path or "") for file in files]
    return tuple(file for file, path in paths if path in own or path.startswith(places))


def _static(known: Files, root: Path) -> tuple[str, ...]:
    """The paths of content/static/; none may be that of a file of the theme or of another plugin.

    What the program itself writes was looked at when the content was checked.
    """
    paths, problems = static_files.static_paths(root)
    taken = taken_places(paths, (), [file.dest_uri for file in known])
    if found := in_order([*problems, *taken]):
        raise ContentProblems(terminal.blocks(found))
    return paths


def _published(inputs: Inputs, settings: Settings, templates: Mapping[str, str]) -> Made:
    """What a build would publish of this content: no drafts. It was checked already."""
    dataset = check(inputs, settings.today).value
    assert dataset is not None, "checked content has a dataset"  # noqa: S101 - for the types
    return make(dataset, settings, templates)


def _guard(config: MkDocsConfig) -> None:
    """Refuses a folder of somebody else's, which MkDocs would empty next."""
    site = Path(config.site_dir)
    publish.guard(mkdocs_build.root_of(config), site)
    site.mkdir(parents=True, exist_ok=True)
    publish.mark(site)  # MkDocs leaves hidden files: even half a site is known as ours.


def _of_blocked(found: list[tuple[str, str]]) -> str:
    """How the owner allows scripts and styles that the policy stops."""
    directives = sorted({directive for directive, _ in found})
    first = {
        name: next(one for directive, one in found if directive == name) for name in directives
    }
    sources = ", ".join(f'{name}: ["{one}"]' for name, one in first.items())
    more = len(found) - len(first)
    others = f" (and {more:,} more)" if more else ""
    return (
        "A plugin or a template writes scripts or styles into pages, and their policy stops them. "
        "Put them into files that extra_javascript and extra_css name, or allow them in "
        f"{CONFIG}: factsheets: {{csp: {{{sources}}}}}{others}"
    )


def _print(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - MkDocs's log would count it as its own
