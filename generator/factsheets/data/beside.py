"""The data beside each page: `index.json`, and the feed of a topic or an actor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from factsheets.content.kinds import KINDS
from factsheets.data.fields import Row
from factsheets.data.lists import record_row, removed_row
from factsheets.site.hand_written import hand_written
from factsheets.site.translation import gettext as _
from factsheets.site.views import citation
from factsheets.site.views.addresses import Ref, redirects
from factsheets.site.views.home import home_view
from factsheets.site.views.listings import CorrectionLine, FigureGroup, lists, page_title
from factsheets.site.views.paging import CARDS_A_PAGE, paged
from factsheets.site.views.records import RECORD_PAGES
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView
from factsheets.site.views.timeline import Item

Sheet = tuple[str, Any]
"""A page's address below the site's root, and its data."""


def of_statement(site: Site, view: StatementView, cite: str) -> Row:
    """Its row as in the list, the names of what it refers to, and `cite`: how to cite it."""
    row = record_row(site, "facts", view.id)
    row["names"] = {ref.path: ref.name for ref in _named(view)}
    row["citation"] = cite
    return row


def records(site: Site) -> Iterator[Sheet]:
    """The row of each other record as in the lists, with a citation; then moved addresses."""
    dataset = site.dataset
    for kind, each in RECORD_PAGES.items():
        for key in dataset.records[kind]:
            row = record_row(site, KINDS[kind].pages, key)
            yield from _pages(site, row, each.statements(site, key))
    for removal in dataset.removed:
        yield removal.address, removed_row(removal)
    for old, new in redirects(dataset).items():
        yield old, {"url": old, "moved_to": new}


def _pages(site: Site, row: Row, found: Sequence[StatementView]) -> Iterator[Sheet]:
    pages = paged(found, CARDS_A_PAGE, row["url"])
    for page in pages:
        number = {"page": page.number, "pages": page.last}
        if page.number == 1:
            cite = citation.of_path(site, page.path, row["name"])
            yield page.path, row | number | {"citation": cite}
        else:
            own = {"id": row["id"], "name": row["name"], "url": page.path}
            yield page.path, own | number | {"statements": [view.id for view in page.items]}


def others(site: Site) -> Iterator[Sheet]:
    """The data of every page that is not a record's: what it lists, with a citation.

    The data beside `data/` is the list of files, which is made where they are.
    """
    home = home_view(site)
    numbers = {
        "statements": home.statements,
        "sources": home.sources,
        "unchecked_quotes": home.unchecked,
        "updated": site.newest.isoformat() if site.newest else None,
    }
    rows = [_item(row.ref) for row in (*home.topics, *home.actors)]
    yield _listing(site, "", site.settings.site_name, rows, **numbers)
    for each in lists(site):
        withdrawn = each.more.get("withdrawn", ())
        for page in each.pages:
            listed = (*page.items, *(withdrawn if page.number == 1 else ()))
            found = [one for item in listed for one in _items(item)]
            number = {"page": page.number, "pages": page.last}
            yield _listing(site, page.path, page_title(each.title, page.number), found, **number)
    yield _listing(site, "check/", _("Check a citation"), [])
    yield _listing(site, "search/", _("Search"), [])
    for written in hand_written(site):
        yield _listing(site, written.path, written.title, [])


def _listing(site: Site, path: str, name: str, items: list[Row], **more: Any) -> Sheet:
    about = {"name": name, "url": path, "page": 1, "pages": 1}
    cite = citation.of_path(site, path, name)
    return path, about | more | {"items": items, "citation": cite}


def _items(listed: Any) -> list[Row]:
    """What one item of a list names: a record, or the statements of a group or an occasion."""
    if isinstance(listed, CorrectionLine):
        return [_statement(listed.statement)]
    if isinstance(listed, StatementView):
        return [_statement(listed)]
    if isinstance(listed, FigureGroup | Item):
        return [_statement(view) for view in listed.statements]
    return [_item(listed.ref)]


def _item(ref: Ref) -> Row:
    return {"id": ref.id, "name": ref.name, "url": ref.path}


def _statement(view: StatementView) -> Row:
    return {"id": view.id, "statement": view.heading, "url": view.path}


def _named(view: StatementView) -> list[Ref]:
    found = [view.speaker] if view.speaker else []
    found += (*view.about, *view.topics, *[answer.actor for answer in view.answers])
    if view.event:
        found.append(view.event)
    for each in view.evidence:
        found += (each.source, each.publisher)
    return found
