"""The pages of the site: the address, title, description, citation and view of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from factsheets.content.kinds import KINDS, Kind
from factsheets.site.hand_written import first_heading, hand_written, introduction
from factsheets.site.translation import gettext as _
from factsheets.site.views import citation
from factsheets.site.views.addresses import redirects
from factsheets.site.views.corrections import removal_text
from factsheets.site.views.downloads import data_groups
from factsheets.site.views.home import home_view
from factsheets.site.views.legend import legend
from factsheets.site.views.listings import lists, page_title
from factsheets.site.views.paging import STATEMENTS_IN_A_PART
from factsheets.site.views.records import RECORD_PAGES
from factsheets.site.views.relations import on_card, relations, successors
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView
from factsheets.site.views.texts import sentence


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page of the site.

    Attributes:
        path: Its address below the site's root, ending in a slash; empty for the home page.
        kind: The name of its template; `written` for a hand-written page.
        title: The page's title, as text.
        description: One or two sentences for search engines; may be empty.
        cite: How to cite the page; empty for lists and tools.
        given: What the template prints, by name.
    """

    path: str
    kind: str
    title: str
    description: str = ""
    cite: str = ""
    given: Mapping[str, Any] = field(default_factory=dict)


def site_pages(site: Site) -> Iterator[SitePage]:
    """Every page, in an order that depends on the content alone."""
    yield _home(site)
    for kind in KINDS:
        yield from _records(site, kind)
    for view in site.statements.values():
        yield _statement(site, view)
    yield from _lists(site)
    yield _tool(site, "data", _("Data"), groups=data_groups())
    yield _tool(site, "check", _("Look up a sentence"), in_a_part=STATEMENTS_IN_A_PART)
    yield _tool(site, "search", _("Search"))
    for old, new in redirects(site.dataset).items():
        yield SitePage(old, "moved", _("This page has moved"), given={"target": new})
    for each in site.dataset.removed:
        given = {"sentence": removal_text(each)}
        yield SitePage(each.address, "removed", _("Removed"), given=given)
    for page in hand_written(site):
        cite = citation.of_page(site, page.path, page.title)
        yield SitePage(page.path, "written", page.title, page.description, cite, {"page": page})


def _home(site: Site) -> SitePage:
    page = introduction(site, "index")
    heading = first_heading(page.text)
    title = page.title or heading or site.settings.site_name
    cite = citation.of_path(site, "", title)
    given = {"view": home_view(site), "legend": legend(), "heading": heading}
    return SitePage("", "home", title, page.description, cite, given)


def _tool(site: Site, kind: str, name: str, **given: Any) -> SitePage:
    cite = citation.of_path(site, f"{kind}/", name)
    return SitePage(f"{kind}/", kind, name, _introduced(site, kind), cite, given)


def _records(site: Site, kind: Kind) -> Iterator[SitePage]:
    """The page of each record, and further pages where its statements do not fit one."""
    for key in site.dataset.records[kind]:
        view = RECORD_PAGES[kind].view(site, key)
        for page in view.pages:
            title = page_title(view.ref.name, page.number)
            template = KINDS[kind].noun if page.number == 1 else "more"
            cite = citation.of_path(site, page.path, title)
            given = {"view": view, "page": page}
            yield SitePage(page.path, template, title, view.description, cite, given)


def _statement(site: Site, view: StatementView) -> SitePage:
    given = {
        "view": view,
        "relations": relations(site, view.id),
        "card_relations": on_card(site, view.id),
        "successors": successors(site, view.id) if view.status == "superseded" else (),
    }
    cite = citation.of_statement(site, view)
    return SitePage(view.path, "statement", view.heading, statement_summary(view), cite, given)


def _lists(site: Site) -> Iterator[SitePage]:
    for each in lists(site):
        for page in each.pages:
            title = page_title(each.title, page.number)
            description = _introduced(site, page.base[:-1]) if page.number == 1 else ""
            cite = citation.of_path(site, page.path, title)
            given = {"page": page, **each.more}
            yield SitePage(page.path, each.template, title, description, cite, given)


def _introduced(site: Site, name: str) -> str:
    """The description that the hand-written introduction of a page gives."""
    pages = (introduction(site, name), introduction(site, f"{name}/index"))
    return next((page.description for page in pages if page.description), "")


def statement_summary(view: StatementView) -> str:
    """Who said it, when, reported by whom, then the statement."""
    own = view.evidence[0]
    if view.speaker:
        text = _(
            "%(name)s (%(when)s), reported by %(publisher)s: %(statement)s.",
            name=view.who.name,
            when=view.when.said,
            publisher=own.publisher.name,
            statement=view.qualified,
        )
    else:
        text = _(
            "%(publisher)s, %(day)s: %(statement)s.",
            publisher=own.publisher.name,
            day=own.published,
            statement=view.qualified,
        )
    return f"{text} {sentence(view.contested)}".rstrip()
