"""How a statement stands to others: what it names, and what names it, never as a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from factsheets.dataset.model import RELATIONS
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView

# "By the source's words" keeps what a speaker contests apart from a difference that we read.
_WORDS = {
    "disputes": ("Contests, by the source’s words", "Contested, by the source’s words"),
    "updates": ("Brings up to date", "Brought up to date by"),
    "replies_to": ("Replies to", "Replied to by"),
    "answers_fact": ("Answers", "Answered by"),
    "supports": ("Backs, by the source’s words", "Backed, by the source’s words"),
}
_OF_ITSELF = {
    "disputes": (
        "Contests a statement reported of the same speaker, by the source’s words",
        "Contested by the speaker, by the source’s words",
    )
}
_BESIDE = "Compare (our reading)"
_ON_CARDS = ("disputes", "updates")
_MOST_BESIDE, _LOOKED_AT = 6, 20  # all of them stand among the figures


@dataclass(frozen=True, slots=True)
class Relation:
    """One kind of relation with the statements on its other side."""

    heading: str
    statements: tuple[StatementView, ...]


def relations(site: Site, fact_id: str) -> tuple[Relation, ...]:
    """Every relation of a statement, its own and those of others to it; empty kinds left out.

    Last what stands beside it where accounts differ, if no source connects the two.
    """
    found = tuple(_of(site, fact_id, RELATIONS))
    named = {view.id for each in found for view in each.statements}
    others = (key for key in site.beside(fact_id) if key not in named)
    looked_at = map(site.statements.get, islice(others, _LOOKED_AT))
    current = (view for view in looked_at if view and view.status == "current")
    beside = tuple(islice(current, _MOST_BESIDE))
    return (*found, Relation(_BESIDE, beside)) if beside else found


def on_card(site: Site, fact_id: str) -> tuple[Relation, ...]:
    """The relations that a card shows: what is contested, and what is newer."""
    return tuple(_of(site, fact_id, _ON_CARDS))


def _of(site: Site, fact_id: str, fields: tuple[str, ...]) -> Iterator[Relation]:
    if fact_id not in site.index.tied:
        return
    fact = site.dataset.statements[fact_id].fact
    for field in fields:
        # What was withdrawn says nothing of others any more; they may say something of it.
        own_side = () if fact.status == "withdrawn" else getattr(fact, field)
        sides = (own_side, site.index.inverse[field].get(fact_id, ()))
        for side, ids in enumerate(sides):
            if not ids:
                continue
            views = [view for view in site.views(ids) if view.status != "withdrawn"]
            same = [view for view in views if fact.speaker and _speaks(view, fact.speaker)]
            own = _OF_ITSELF.get(field)
            if own and same:
                yield Relation(own[side], tuple(same))
                views = [view for view in views if view not in same]
            if views:
                yield Relation(_WORDS[field][side], tuple(views))


def _speaks(view: StatementView, speaker: str) -> bool:
    return view.speaker is not None and view.speaker.id == speaker


def successors(site: Site, fact_id: str) -> tuple[StatementView, ...]:
    """The newest statements that bring this one up to date, by any number of steps."""
    found: dict[str, None] = {}
    seen = {fact_id}
    ahead = list(site.index.inverse["updates"].get(fact_id, ()))
    while ahead:
        key = ahead.pop(0)
        if key in seen:
            continue
        seen.add(key)
        newer = site.index.inverse["updates"].get(key, ())
        if newer and site.statements[key].status != "current":
            ahead += newer
        elif site.statements[key].status != "withdrawn":
            found[key] = None
    return site.views(found)
