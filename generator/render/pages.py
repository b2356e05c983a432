"""Every page of the site as Markdown: which there are, and what each is made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.dataset.model import file_of
from generator.render import messages
from generator.render.cards import Cards
from generator.render.escape import text
from generator.render.page import Meta, Written
from generator.render.shapes import Shapes
from generator.render.templates import Templates
from generator.views import citation
from generator.views.actor import actor_view
from generator.views.addresses import redirects
from generator.views.checking import AT_ONCE, IN_A_PART
from generator.views.downloads import DATA_GROUPS
from generator.views.event import event_view
from generator.views.ground import Site
from generator.views.home import home_view
from generator.views.legend import LEGEND
from generator.views.lists import List, lists
from generator.views.paging import Page
from generator.views.relations import on_card, on_cards_of, relations, successors
from generator.views.removed import removal_sentence
from generator.views.source import source_view
from generator.views.statement import StatementView
from generator.views.topic import topic_view
from generator.views.written import first_heading, hand_written, introduction


def pages(site: Site, templates: Mapping[str, str]) -> Iterator[Written]:
    """All pages, in an order that depends on the content alone.

    `templates` are the files of site-templates/pages and site-templates/partials, by their path
    below site-templates/.
    """
    yield from Pages(site, templates).all()


class Pages:
    """The pages of one site: holds what all of them share, above all the finished cards."""

    def __init__(self, site: Site, templates: Mapping[str, str]) -> None:
        self.site = site
        self._lists_made: Mapping[str, List] | None = None
        self._wanted: frozenset[str] | None = None
        self.templates = Templates(
            templates, settings=site.settings, prose=self._prose, version=citation.version(site)
        )
        self.shapes = Shapes()
        self.cards = Cards(self.templates, self.shapes, lambda key: on_card(self.site, key))

    @property
    def lists(self) -> Mapping[str, List]:
        """The lists of the whole site, by the addresses of their first pages."""
        if self._lists_made is None:
            self._lists_made = lists(self.site)
        return self._lists_made

    def renew(self, site: Site) -> Mapping[str, List]:
        """Takes another state of the site, made from this one; cards of the same views are kept.

        Gives the lists of the state before.
        """
        old, before = self.site, self.lists
        self.site, self._lists_made = site, None
        same = site.statements
        other = {key for key, view in old.statements.items() if same.get(key) is not view}
        other |= same.keys() - old.statements.keys()
        self.cards.forget(other | on_cards_of(old, other) | on_cards_of(site, other))
        return before

    def some(self, wanted: frozenset[str]) -> Iterator[Written]:
        """The pages of these addresses; of a record all its pages are wanted, or none."""
        self._wanted = wanted
        try:
            yield from (page for page in self.all() if page.path in wanted)
        finally:
            self._wanted = None

    def _asked(self, folder: str, keys: Iterable[str]) -> Iterator[str]:
        wanted = self._wanted
        return (key for key in keys if wanted is None or f"{folder}/{key}/" in wanted)

    def all(self) -> Iterator[Written]:
        """Every page, in an order that depends on the content alone."""
        yield self._page("", "home", site_home(self.site), view=home_view(self.site), legend=LEGEND)
        yield from self._topics()
        yield from self._actors()
        yield from self._sources()
        yield from self._events()
        yield from self._statements()
        yield from self._lists()
        yield self._data()
        yield self._check()
        yield self._page("search/", "search", _Head("Search", {"hide": ["navigation", "toc"]}))
        yield from self._moved()
        yield from self._removed()
        yield from self._hand_written()

    def _topics(self) -> Iterator[Written]:
        for key in self._asked("topics", self.site.dataset.topics):
            topic = self.site.dataset.topics[key]
            view = topic_view(self.site, key)
            about = _About(topic.name, topic.summary, "Topic", "topics/", file_of("topic", key))
            yield from self._record(f"topics/{key}/", "topic", about, view)

    def _actors(self) -> Iterator[Written]:
        for key in self._asked("actors", self.site.dataset.actors):
            actor = self.site.dataset.actors[key]
            view = actor_view(self.site, key)
            kicker = f"Actor, {view.kind_text}"
            about = _About(actor.name, view.lede, kicker, "actors/", file_of("actor", key))
            yield from self._record(f"actors/{key}/", "actor", about, view)

    def _sources(self) -> Iterator[Written]:
        for key in self._asked("sources", self.site.dataset.articles):
            view = source_view(self.site, key)
            about = _About(
                view.ref.name,
                f"{view.coverage.statements} attributed statements taken from this article.",
                f"Source, {view.outlet}",
                "sources/",
                file_of("article", key),
                citation.of_source(self.site, key),
            )
            yield from self._record(f"sources/{key}/", "source", about, view)

    def _events(self) -> Iterator[Written]:
        for key in self._asked("events", self.site.dataset.events):
            event = self.site.dataset.events[key]
            view = event_view(self.site, key)
            kicker = f"Event, {event.kind}" if event.kind else "Event"
            summary = f"{event.name}: what was said there, and who reported it."
            about = _About(event.name, summary, kicker, "events/", file_of("event", key))
            yield from self._record(f"events/{key}/", "event", about, view)

    def _statements(self) -> Iterator[Written]:
        for key in self._asked("facts", self.site.statements):
            view = self.site.statements[key]
            meta: Meta = {
                "description": _description(view),
                "hide": ["navigation", "toc"],
                "kicker": f"Statement on {view.topics[0].name}" if view.topics else "Statement",
                "kicker_path": view.topics[0].path if view.topics else "topics/",
                "cite": citation.of_statement(self.site, view),
                "cite_what": "this statement",
                "record": view.id,
            }
            self._edit(meta, file_of("article", view.article_id), view.line)
            self._report(meta, view.path)
            yield self._page(
                view.path,
                "fact",
                _Head(view.heading, meta),
                view=view,
                relations=relations(self.site, view.id),
                first_relations=on_card(self.site, view.id),
                successors=successors(self.site, view.id) if view.status == "superseded" else (),
            )

    def _lists(self) -> Iterator[Written]:
        for base, each in self.lists.items():
            name = base[:-1]
            title = _TITLES.get(name, name.capitalize())
            yield from self._list(base, name, title, each.pages, **each.more)

    def _data(self) -> Written:
        """The page of the open data; what each file holds is said where the files are made."""
        head = _Head("Data", {"hide": ["navigation", "toc"]})
        return self._page("data/", "data", head, groups=DATA_GROUPS)

    def _moved(self) -> Iterator[Written]:
        """A page at every old address, which leads to the record's own."""
        for old, new in redirects(self.site.dataset).items():
            head = _Head("This page has moved", {"hide": ["navigation", "toc"], "moved_to": new})
            yield self._page(old, "moved", head, target=new)

    def _removed(self) -> Iterator[Written]:
        """A page at the address of every removed record, which says no more than that."""
        for each in self.site.dataset.removed:
            head = _Head("Removed", {"hide": ["navigation", "toc"], "removed": True})
            yield self._page(each.address, "removed", head, sentence=removal_sentence(each))

    def _list(
        self, path: str, template: str, title: str, found: tuple[Page[Any], ...], **more: Any
    ) -> Iterator[Written]:
        for page in found:
            if self._wanted and page.path not in self._wanted:
                continue
            meta: Meta = {"hide": ["navigation", "toc"]}
            name = title if page.number == 1 else f"{title}, page {page.number}"
            yield self._page(page.path, template, _Head(name, meta), page=page, base=path, **more)

    def _hand_written(self) -> Iterator[Written]:
        """Pages of content/pages that are not the introduction of a generated one."""
        for page in hand_written(self.site):
            path, title = page.path, page.title
            meta: Meta = {"hide": ["navigation"], "cite": citation.of_page(self.site, path, title)}
            if page.description:
                meta["description"] = page.description
            if path != f"{messages.NAME}/":
                self._edit(meta, f"content/pages/{path[:-1]}.md", None)
            self._report(meta, path)
            heading = f"# {text(title)}\n\n" if page.heading else ""
            yield Written(path, title, meta, f"\n{heading}{page.body.strip()}\n")

    def _record(self, path: str, template: str, about: _About, view: Any) -> Iterator[Written]:
        """A record's page, and the further pages of its statements where they do not fit one."""
        meta = self._meta(path, about)
        yield self._page(path, template, _Head(about.name, meta), view=view, page=view.pages[0])
        for page in view.pages[1:]:
            name = f"{about.name}, page {page.number}"
            more: Meta = {**meta, "cite": citation.of_page(self.site, page.path, name)}
            yield self._page(page.path, "more", _Head(name, more), view=view, page=page)

    def _meta(self, path: str, about: _About) -> Meta:
        meta: Meta = {
            "description": about.summary,
            "hide": ["navigation"],
            "kicker": about.kicker,
            "kicker_path": about.kicker_path,
            "cite": about.cite or citation.of_page(self.site, path, about.name),
            "cite_what": "the article" if about.cite else "this page",
        }
        self._edit(meta, about.file, None)
        self._report(meta, path)
        return meta

    def _edit(self, meta: Meta, file: str, line: int | None) -> None:
        if self.site.settings.edit_base:
            at = f"#L{line}" if line else ""
            meta["edit_url"] = f"{self.site.settings.edit_base}{file}{at}"

    def _report(self, meta: Meta, path: str) -> None:
        """The form for reports, with the page's address (of a statement: its id) filled in."""
        base = self.site.settings.issues_base
        if base:
            joint = "&" if "?" in base else "?"
            meta["report_url"] = f"{base}{joint}where={path.rstrip('/')}"

    def _page(self, path: str, template: str, head: _Head, **context: Any) -> Written:
        context["title"] = head.title
        context["root"] = Markup("../" * path.count("/"))  # noqa: S704 - dots and slashes
        context["card"] = self.cards.hole
        body = self.templates.printed(f"pages/{template}.md.j2", context)
        texts = self.templates.texts.since(0)
        shapes = self.shapes if template in _ALIKE else None
        return Written(
            path, head.title, self._described(path, head.meta), body, self.cards, texts, shapes
        )

    def _described(self, path: str, meta: Meta) -> Meta:
        """The head of a generated page, with the description that its introduction gives."""
        name = path.rstrip("/") or "index"
        pages = (introduction(self.site, name), introduction(self.site, f"{name}/index"))
        given = next((page.description for page in pages if page.description), "")
        return {"description": given, **meta} if given else meta

    def _check(self) -> Written:
        head = _Head("Check a citation", _CHECK_META)
        whole = AT_ONCE * IN_A_PART
        return self._page("check/", "check", head, whole=whole, in_a_part=IN_A_PART)

    def _prose(self, name: str) -> Markup:
        """A hand-written introduction: Markdown, checked before it comes here."""
        body = introduction(self.site, name).text
        if name == "index" and body and not first_heading(body):
            body = f"# {text(site_home(self.site).title)}\n\n{body}"
        return Markup(body)  # noqa: S704 - Markdown by intent


_TITLES = {"facts": "Statements"}
_ALIKE = frozenset({"fact", "moved"})

_CHECK_META: Meta = {"hide": ["navigation", "toc"], "script": "assets/check.js"}


@dataclass(frozen=True, slots=True)
class _Head:
    title: str
    meta: Meta


@dataclass(frozen=True, slots=True)
class _About:
    """What the head of a record's page says; `cite` only where the record is cited otherwise."""

    name: str
    summary: str
    kicker: str
    kicker_path: str
    file: str
    cite: str = ""


def site_home(site: Site) -> _Head:
    """The home page's head."""
    page = introduction(site, "index")
    title = page.title or first_heading(page.text) or site.settings.site_name
    return _Head(title, {"hide": ["navigation", "toc"]})


def _description(view: StatementView) -> str:
    """The invisible summary: who, when, reported by whom, then the statement."""
    own = view.evidence[0]
    condition = f", {view.condition}" if view.condition else ""
    spoke = f"{view.who.name} ({view.when.said}), reported by {own.publisher.name}"
    lead = spoke if view.speaker else f"{own.publisher.name}, {own.published}"
    return f"{lead}: {view.statement}{condition}."
