"""The MkDocs plugin `factsheets`: writes the pages before a build, and the data after it."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator import engine, files, report
from generator.pipeline import Made, Memory, make
from generator.pipeline.static_files import taken_places
from generator.plugin.afterwards import Order
from generator.plugin.alone import Alone
from generator.plugin.behind import SEARCH_AT, Behind
from generator.plugin.content import ContentProblems, content
from generator.plugin.lane import Lane
from generator.plugin.preview import Preview, cause, refuse_taken_port
from generator.plugin.quick import Known, Quick, read_beside
from generator.plugin.settings import FactsheetsConfig, missing_picture, wrong_addresses
from generator.plugin.watch import Watch
from generator.problem import Problem, in_order
from generator.render.policy import with_policy

FAST_FROM = 500
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
        self._lane: Lane | None = None
        self._behind = Behind(_print)
        self._quick = Quick(self._memory, _print, self._behind)
        self._nav: Navigation | None = None
        self._alone: Alone | None = None
        self._watch: Watch | None = None
        self._order: Order | None = None
        self._stamps: files.Stamps = {}
        self._theirs: list[str] = []
        self._static: tuple[str, ...] = ()
        self._foreign: tuple[str, ...] = ()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keeps this one object for all builds of a `mkdocs serve`."""
        del dirty
        self._serves = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """While serving, a build goes beside the pages that are being served.

        The look is found file by file: in the owner's folders first, then in the program's.
        """
        if self._preview:
            config.site_dir = str(self._preview.next)
        if self._serves:
            self._stamps = read_beside(config)
        elif not engine.has_address(config):
            config.site_url = None  # No page and no site map bears a false one.
        ours = files.theme_folders(engine.root_of(config), config.theme.custom_dir)
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
        self.made = None  # While serving, what a broken build left is used up.
        try:
            if not self._serves:
                _guard(config)
            made = self._renewed(config)
            # A folder for the work is locked already.
            held = nullcontext() if self.work else files.lock(engine.root_of(config), "mkdocs")
            with held:
                self._write(config, made)
            self.made = made
        except Exception as error:
            if self._preview or self.reports:
                raise  # Said there; the old pages stay.
            self._said = cause(engine.root_of(config), error)
            _print(self._said)
            if not self._serves:
                raise Abort("Nothing was built.") from error

    def _refuse(self, reason: str) -> None:
        """Ends a build; under `facts` and while serving somebody above says why."""
        if self._preview or self.reports:
            raise files.EnvironmentFault(reason)
        raise Abort(reason)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Takes out of MkDocs's list what goes the fast way, and what no page of ours loads."""
        foreign = [str(Path(config.docs_dir, path)) for path in self._foreign]
        for file in _below(files, [*self._theirs, *foreign]):
            files.remove(file)
        self._static = _static(files, engine.root_of(config))
        return self._lane.taken(files, config) if self._lane else files

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
        if self._serves and self._nav:
            self._alone = Alone(config, files, self._nav, env)
        return env

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Spares MkDocs the Markdown of pages whose HTML is there already."""
        del config, files
        return self._lane.markdown(page.file.src_uri, markdown) if self._lane else markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Gives MkDocs that HTML, and the hole of a sample page."""
        del config, files
        return self._lane.content(page.file.src_uri, page.url, html) if self._lane else html

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Gives the finished page its Content-Security-Policy; see `render.policy` for serving.

        A sample page is no page of the site: nothing of it is written.
        """
        del config
        final = output if self._serves else with_policy(output, self.config.csp)
        if self._lane and not self._serves:
            page.content = ""  # It is in the output; of all pages it is tens of megabytes.
        if self._lane and self._lane.is_sample(page.url):
            self._lane.keep(page.url, final)
            return ""
        return final

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for the page that says that there is none; and the whole site map."""
        del config
        if self._lane and template_name == "sitemap.xml":
            return self._lane.site_map(output)
        if self._serves or template_name != "404.html":
            return output
        return with_policy(output, self.config.csp)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Adds the open data and the index of the search to the site; they follow while serving."""
        if self.made:
            site, root, made = Path(config.site_dir), engine.root_of(config), self.made
            files.add_files(site, files.static_files(root, self._static))
            if reason := missing_picture(config):
                self._refuse(reason)
            if self._serves:
                self._add_pages(site)
                self._keep(config, made)
            else:
                rest = partial(self._add_files, site, made)
                if not files.search_index(self.work or root, made.search, site / SEARCH_AT, rest):
                    if config.strict:
                        self._refuse(files.NO_SEARCH_STRICT)
                    _print(files.NO_SEARCH)
            files.mark(site)
        self.made = None

    def _add_files(self, site: Path, made: Made) -> None:
        """What is written while the index of the search is made."""
        self._add_pages(site)
        files.add_files(site, chain(made.files, made.names))

    def _add_pages(self, site: Path) -> None:
        if self._lane:
            files.add_files(site, self._lane.finished())

    def _keep(self, config: MkDocsConfig, made: Made) -> None:
        """Keeps what edits need; what other plugins make of single pages is not known to us."""
        if self._alone and set(config.plugins) == {"factsheets"}:
            self._quick.keep(Known(made.kept, self._lane, self._alone, self._stamps))
        if self._order:
            self._behind.renew(self._order)

    def on_shutdown(self) -> None:
        """The server ends, and with it what it has begun."""
        self._behind.end()
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
        root = engine.root_of(config)
        refuse_taken_port(server)
        server.unwatch(config.docs_dir)
        if own := config.theme.custom_dir:
            server.watch(own)
        self._watch = Watch(server, root, WATCHED)
        self._watch.begin()
        self._preview = Preview(root, Path(config.site_dir), builder, _print)
        self._preview.said = self._said
        self._preview.quick = self._quick
        self._preview.behind = self._behind
        self._quick.switched()
        self._preview.attach(server)
        return server

    def _renewed(self, config: MkDocsConfig) -> Made:
        found = content(config, self._memory, drafts=self._serves)
        _print(found.report)
        note = files.version(engine.root_of(config)).note
        if note not in ("", self._noted):
            _print(note)
        self._noted = note
        settings = engine.settings(config, found.dataset)
        self.day = settings.today
        self._order = Order(engine.root_of(config), found.inputs, settings)
        return make(found.dataset, settings, files.templates(engine.root_of(config)))

    def _write(self, config: MkDocsConfig, made: Made) -> None:
        root, docs = engine.root_of(config), Path(config.docs_dir)
        fast = self.config.fast
        self._lane = None
        if fast is True or (fast == "auto" and made.count >= FAST_FROM):
            self._lane = Lane(files.Spool(files.cache(self.work or root)), keeps=self._serves)
        if docs != root / "docs":
            files.guard(root, docs, files.PAGES_MARK)
        if self._lane:
            pages = self._lane.written(made.pages)
        else:
            pages = ((page.file, page.data) for page in made.pages)
        done = files.write_pages(docs, pages)
        self._foreign = done.foreign
        if done.foreign:
            _print(report.blocks(done.problems(docs.name)))
        if not self._serves:
            files.clear_hidden(Path(config.site_dir))
            made.kept.pages.cards.forget_all()  # A third of all memory, before the data are made.


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
    paths, problems = files.static_paths(root)
    taken = taken_places(paths, (), [file.dest_uri for file in known])
    if found := in_order([*problems, *taken]):
        raise ContentProblems(report.blocks(found))
    return paths


def _guard(config: MkDocsConfig) -> None:
    """Refuses a folder of somebody else's, which MkDocs would empty next."""
    site = Path(config.site_dir)
    files.guard(engine.root_of(config), site)
    site.mkdir(parents=True, exist_ok=True)
    files.mark(site)  # MkDocs leaves hidden files: even half a site is known as ours.


def _print(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - MkDocs's log would count it as its own
