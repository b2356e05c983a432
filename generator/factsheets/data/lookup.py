"""The data that the page /check/ loads to look up sentences.

`data/check.json` says how many parts there are and names all actors; `data/check/N.json` are the
statements in the order of their ids, with the words that find them and the texts that the page
shows. The page loads all parts, so that its requests do not reveal what a sentence is about.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import Any

from factsheets.content.dates import Moment
from factsheets.content.types import NOT_STATED
from factsheets.data import encode
from factsheets.datafiles import load_toml
from factsheets.dataset.model import Dataset
from factsheets.site.views.addresses import actor_ref
from factsheets.site.views.evidence import Evidence
from factsheets.site.views.paging import STATEMENTS_IN_A_PART
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView

HEAD = "data/check.json"
PART = "data/check/{}.json"
NOTE = (
    "The page /check/ finds statements that resemble a sentence. It does not say whether a "
    "sentence is right."
)


def files(site: Site) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The files, by their paths below the site's root."""
    views = _current(site)
    parts = _parts(views)
    head = {
        "note": NOTE,
        "statements": len(views),
        "parts": len(parts),
        "words": load_toml(__package__, "lookup.toml"),
        "countries": load_toml("factsheets.site.views", "country_adjectives.toml"),
        "actors": {key: _actor(site.dataset, key) for key in site.dataset.actors},
    }
    yield HEAD, (encode.line(head) + b"\n",)
    for number, part in enumerate(parts):
        rows = (encode.line(_statement(site, view)) for view in part)
        yield PART.format(number), encode.array(rows)


def paths(site: Site) -> Iterator[str]:
    """The paths of the parts; the head is one of the data files that every site has."""
    yield from (PART.format(number) for number in range(len(_parts(_current(site)))))


def _current(site: Site) -> list[StatementView]:
    return [view for view in site.statements.values() if view.status == "current"]


def _parts(views: list[StatementView]) -> list[list[StatementView]]:
    """At least one."""
    starts = range(0, max(1, len(views)), STATEMENTS_IN_A_PART)
    return [views[start : start + STATEMENTS_IN_A_PART] for start in starts]


def _actor(dataset: Dataset, key: str) -> dict[str, Any]:
    """All names of an actor, its offices, and the actors that it belongs to."""
    actor, ref = dataset.actors[key], actor_ref(dataset, key)
    names = [ref.name, ref.short, *(name.text for name in actor.other_names)]
    if actor.kind == "person":
        names += [re.split(r"[\s·]", name)[-1] for name in names]
    names = [name.partition(" (")[0] for name in names]
    of = [role.organisation for role in actor.roles] + [each.actor for each in actor.member_of]
    return _filled(
        names=list(dict.fromkeys(names)),
        offices=[role.title for role in actor.roles],
        of=list(dict.fromkeys(filter(None, (*of, actor.country)))),
    )


def _statement(site: Site, view: StatementView) -> dict[str, Any]:
    figure, moment = view.figure, view.when.moment
    raw = figure.raw if figure and figure.given else None
    return _filled(
        id=view.id,
        speakers=[ref.id for ref in view.who.refs],
        speaker=view.who.name,
        short=view.who.label,
        statement=view.statement,
        condition=view.condition,
        detail=view.detail,
        quotes=[[text, each.language] for each in view.evidence for text in each.quoted],
        unchecked=[[text, each.language] for each in view.evidence for text in each.unchecked],
        form=view.form_text,
        said=view.occasion,
        dates=[_date(moment)] if moment and moment.dated else [],
        reports=list(dict.fromkeys(map(_report, view.evidence))),
        publishers=list(dict.fromkeys(each.publisher.id for each in view.evidence)),
        published=[_date(day) for day in _published(view)],
        figure=f"{figure.text}: {figure.counts}" if figure else None,
        numbers=[each for each in (raw.value, raw.min, raw.max) if each is not None] if raw else [],
        not_said=list(view.not_said),
        marks=[mark.text for mark in view.marks],
        actors=_named(site, view),
        context=_context(site, view),
    )


def _report(each: Evidence) -> str:
    """`TASS, Russian state news agency, 4 Sep 2025`."""
    return ", ".join(filter(None, (each.publisher.name, each.label, each.published)))


def _published(view: StatementView) -> list[datetime.date]:
    return sorted({datetime.date.fromisoformat(each.published_iso) for each in view.evidence})


def _date(date: Moment | datetime.date) -> dict[str, int]:
    """The known parts of a date."""
    return _filled(y=date.year, m=date.month, d=date.day)


def _named(site: Site, view: StatementView) -> list[str]:
    """Actors that a sentence about the statement may name without changing it."""
    event = site.dataset.events[view.event.id] if view.event else None
    found = [ref.id for ref in view.about] + [each.actor.id for each in view.answers]
    found += event.participants if event else ()
    for ref in view.who.refs:
        found += site.dataset.actors[ref.id].members
    if view.fact.speaker_of:
        found.append(view.fact.speaker_of)
    return list(dict.fromkeys(found))


def _context(site: Site, view: StatementView) -> str:
    """Where, to whom, at which occasions, on what: the words around the statement."""
    found = [each for each in (view.place, view.audience) if each and each != NOT_STATED]
    event = site.dataset.events[view.event.id] if view.event else None
    while event and event.name not in found:
        found.append(event.name)
        event = site.dataset.events.get(event.follows or "")
    for ref in view.topics:
        found += [ref.name, *(name.text for name in site.dataset.topics[ref.id].other_names)]
    return "; ".join(filter(None, dict.fromkeys(found)))


def _filled(**fields: Any) -> dict[str, Any]:
    """The fields that have a value."""
    return {name: value for name, value in fields.items() if value}
