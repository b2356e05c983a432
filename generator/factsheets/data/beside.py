"""The data beside each page, `index.json`: what the page shows, for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from factsheets.content.kinds import KINDS
from factsheets.data.fields import Row
from factsheets.data.lists import record_row, removed_row
from factsheets.site.translation import comma_list
from factsheets.site.views import citation
from factsheets.site.views.addresses import Ref, record_ref
from factsheets.site.views.compare import answered, statements_of
from factsheets.site.views.home import HomeView
from factsheets.site.views.listings import CorrectionLine
from factsheets.site.views.pages import SitePage
from factsheets.site.views.paging import Page
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView
from factsheets.site.views.timeline import Item

_RECORDS = frozenset({"more", *(kind.noun for kind in KINDS.values())})


def beside(site: Site, pages: Iterable[SitePage]) -> Iterator[tuple[str, Row]]:
    """The address of each page below the site's root, and its data.

    The page `data/` is left out: `files` writes the list of files there.
    """
    compared = statements_of(site)
    removed = {each.address: each for each in site.dataset.removed}
    for page in pages:
        if page.kind == "statement":
            yield page.path, _statement(site, page)
        elif page.kind in _RECORDS:
            row = _record(site, page)
            held = compared.get(row["id"], ()) if page.kind == "actor" else ()
            yield page.path, row | _compared(site, row["id"], held)
        elif page.kind == "removed":
            yield page.path, removed_row(removed[page.path])
        elif page.kind == "moved":
            yield page.path, {"url": page.path, "moved_to": page.given["target"]}
        elif page.kind == "home":
            yield page.path, _home(site, page.given["view"])
        elif page.kind != "data":
            yield page.path, _list(page)


def _statement(site: Site, page: SitePage) -> Row:
    """Its row as in the list, the names of what it refers to, and how to cite it."""
    view: StatementView = page.given["view"]
    named = [*view.speakers, *view.about, *view.topics, *(each.actor for each in view.answers)]
    sources = [ref for each in view.evidence for ref in (each.source, each.publisher, each.via)]
    names = {ref.path: ref.name for ref in (*named, view.event, *sources) if ref}
    return record_row(site, "facts", view.id) | {"names": names, "citation": page.cite}


def _record(site: Site, page: SitePage) -> Row:
    """A record's row as in its list; of a further page of it, the statements there."""
    ref, held = page.given["view"].ref, page.given["page"]
    number = {"page": held.number, "pages": held.last}
    if held.number == 1:
        row = record_row(site, page.path.partition("/")[0], ref.id)
        return row | number | {"citation": page.cite}
    own = {"id": ref.id, "name": ref.name, "url": page.path}
    return own | number | {"statements": [view.id for view in held.rows]}


def _compared(site: Site, key: str, views: Iterable[StatementView]) -> Row:
    """What the page /compare/ shows of an actor: its statements, oldest first, and their topics."""
    topics: dict[str, Row] = {}
    rows = []
    for view in views:
        answers = answered(key, view)
        for topic in (*(ref.id for ref in view.topics), *(topic for topic, _q in answers)):
            topics.setdefault(topic, _topic(site, topic))
        rows.append(_compared_statement(view, answers))
    return {"comparison": {"topics": list(topics.values()), "statements": rows}} if rows else {}


def _topic(site: Site, key: str) -> Row:
    topic = site.dataset.topics[key]
    questions = [{"id": each.id, "text": each.text} for each in topic.questions]
    return _item(record_ref(site.dataset, "topic", key)) | {"questions": questions}


def _compared_statement(view: StatementView, answers: Mapping[tuple[str, str], str]) -> Row:
    reports = (comma_list([each.publisher.name, each.label]) for each in view.evidence)
    marks = (*view.changes, view.gone_text, *(mark.text for mark in view.marks), *view.remarks)
    return {
        "url": view.path,
        "statement": view.heading,
        "form": view.form_text,
        "said": view.when.line,
        "reports": list(dict.fromkeys(reports)),
        "marks": [text for text in marks if text],
        "topics": [ref.id for ref in view.topics],
        "answers": [
            {"topic": topic, "question": question, "of": of}
            for (topic, question), of in answers.items()
        ],
    }


def _home(site: Site, view: HomeView) -> Row:
    name = site.settings.site_name
    return {
        "name": name,
        "url": "",
        "page": 1,
        "pages": 1,
        "statements": view.statements,
        "sources": view.sources,
        "unchecked_quotes": view.unchecked,
        "updated": site.newest.isoformat() if site.newest else None,
        "items": [_item(ref) for ref in (*(row.ref for row in view.topics), *view.actors)],
        "citation": citation.of_page(site, "", name),
    }


def _list(page: SitePage) -> Row:
    """The items of a page; none for a tool or a hand-written page."""
    held = page.given.get("page", Page((), 1, page.path))
    return {
        "name": page.title,
        "url": page.path,
        "page": held.number,
        "pages": held.last,
        "items": [each for item in held.rows for each in _items(item)],
        "citation": page.cite,
    }


def _items(listed: Any) -> list[Row]:
    """What one item of a list names: a record, or the statements of an occasion."""
    if isinstance(listed, CorrectionLine):
        return [_statement_item(listed.statement)]
    if isinstance(listed, StatementView):
        return [_statement_item(listed)]
    if isinstance(listed, Item):
        return [_statement_item(view) for view in listed.statements]
    return [_item(listed.ref)]


def _item(ref: Ref) -> Row:
    return {"id": ref.id, "name": ref.name, "url": ref.path}


def _statement_item(view: StatementView) -> Row:
    return {"id": view.id, "statement": view.heading, "url": view.path}
