"""The entries of the search: the words, the display and the facets of each record."""

from __future__ import annotations

from collections.abc import Iterator

from factsheets.site.translation import gettext as _
from factsheets.site.views.addresses import Ref
from factsheets.site.views.records import RECORD_PAGES
from factsheets.site.views.search_entry import (
    UNNAMED,
    Entry,
    Facets,
    day_of,
    names,
    one_line,
    spellings,
    stated,
    weighted,
)
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView


def entries(site: Site) -> Iterator[Entry]:
    """Records by kind, then statements: current ones newest first, superseded last.

    Withdrawn statements are not found.
    """
    for kind, each in RECORD_PAGES.items():
        yield from (each.search_entry(site, key) for key in site.dataset.records[kind])
    yield from (_statement(site, view) for view in site.views(site.index.listed))
    # No list has them, but a search for their words must show what became of them.
    late = (view for view in site.statements.values() if view.status == "superseded")
    yield from (_statement(site, view) for view in late)


def _statement(site: Site, view: StatementView) -> Entry:
    own = view.evidence[0]
    publishers = tuple(dict.fromkeys(each.publisher.name for each in view.evidence))
    quoted = view.set_apart
    # If the publisher itself speaks, the day is the article's and its name is shown once.
    shown = (view.who.name, view.when.said) if view.is_spoken else (own.published,)
    words = _("Superseded") if view.status == "superseded" else ""
    return Entry(
        "statement",
        view.id,
        view.path,
        view.heading,
        one_line(words, *(each.text for each in view.marks), *shown, ", ".join(publishers)),
        (),
        _words(site, view),
        former=site.dataset.statements[view.id].fact.former_ids,
        teaser="" if quoted else view.detail or "",
        quote=quoted[0] if quoted else "",
        language=own.language if quoted else "",
        direction=own.direction if quoted else "",
        day=day_of(view.said) if view.is_spoken else own.published_iso,
        facets=Facets(
            (UNNAMED,) if view.unnamed else tuple(ref.id for ref in view.speakers),
            tuple(dict.fromkeys(ref.id for ref in view.about)),
            tuple(dict.fromkeys(ref.id for ref in view.topics)),
            tuple(dict.fromkeys(each.publisher.id for each in view.evidence)),
            view.form,
            view.act,
            tuple(dict.fromkeys(each.kind for each in view.evidence)),
            view.weakest.link,
            view.status,
        ),
    )


def _words(site: Site, view: StatementView) -> tuple[tuple[float, str], ...]:
    """The words of a statement, with their weights."""
    quotes = [text for each in view.evidence for text in each.quotes]
    figure = view.figure.raw if view.figure else None
    numbers = [figure.value, figure.min, figure.max] if figure else []
    return weighted(
        (4, [view.statement]),
        (3, quotes),
        (2, view.fact.quote_translation),
        (3, numbers),
        (2, [view.condition, figure.unit if figure else "", figure.counts if figure else ""]),
        (2, [name for ref in view.who.refs for name in names(ref)]),
        (2, [view.unnamed]),
        (1, [view.detail, *(answer.text for answer in view.answers)]),
        (1, [name for ref in view.about for name in names(ref)]),
        (0.5, [name for ref in (*view.who.refs, *view.about) for name in _others(site, ref)]),
        (0.4, [name for ref in view.topics for name in spellings(site.dataset.topics[ref.id])]),
        (
            0.7,
            [*(each.publisher.name for each in view.evidence), *(ref.name for ref in view.topics)],
        ),
        (0.7, [each.via.name for each in view.evidence if each.via]),
        (0.7, [view.event.name if view.event else "", *stated(view.place, view.audience)]),
        (0.4, [view.note]),
    )


def _others(site: Site, ref: Ref) -> tuple[str, ...]:
    """The further names of an actor, such as those in other scripts."""
    actor = site.dataset.actors.get(ref.id)
    return spellings(actor) if actor else ()
