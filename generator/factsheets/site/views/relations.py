"""How a statement stands to others: what it names, and what names it, never as a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from factsheets.dataset.model import RELATIONS
from factsheets.site.translation import gettext as _
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView

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
    found = tuple(_relations(site, fact_id, RELATIONS))
    named = {fact_id, *(view.id for each in found for view in each.statements)}
    groups = site.differing.get(fact_id, ())
    others = dict.fromkeys(key for group in groups for key in group if key not in named)
    looked_at = site.views(islice(others, _LOOKED_AT))
    current = [view for view in looked_at if view.status == "current"][:_MOST_BESIDE]
    return (*found, Relation(_("Compare (our reading)"), tuple(current))) if current else found


def on_card(site: Site, fact_id: str) -> tuple[Relation, ...]:
    """The relations that a card shows: what is contested, and what is newer."""
    return tuple(_relations(site, fact_id, _ON_CARDS))


def _relations(site: Site, fact_id: str, fields: tuple[str, ...]) -> Iterator[Relation]:
    fact = site.dataset.statements[fact_id].fact
    for field in fields:
        # What was withdrawn says nothing of others any more; they may say something of it.
        named = () if fact.status == "withdrawn" else getattr(fact, field)
        naming = site.index.inverse[field].get(fact_id, ())
        for ids, is_named in ((named, False), (naming, True)):
            views = [view for view in site.views(ids) if view.status != "withdrawn"]
            same = []
            if field == "disputes" and fact.speaker:
                same = [view for view in views if view.speaker and view.speaker.id == fact.speaker]
            if same:
                yield Relation(_same_speaker(is_named=is_named), tuple(same))
            if others := [view for view in views if view not in same]:
                yield Relation(_heading(field, is_named=is_named), tuple(others))


def _heading(field: str, *, is_named: bool) -> str:
    """What a relation is called; `is_named` where the other statements name this one.

    "By the source's words" keeps what a speaker contests apart from a difference that we read.
    """
    headings = {
        "disputes": (_("Contests, by the source’s words"), _("Contested, by the source’s words")),
        "updates": (_("Brings up to date"), _("Brought up to date by")),
        "replies_to": (_("Replies to"), _("Replied to by")),
        "answers_fact": (_("Answers"), _("Answered by")),
        "supports": (_("Backs, by the source’s words"), _("Backed, by the source’s words")),
    }
    return headings[field][is_named]


def _same_speaker(*, is_named: bool) -> str:
    if is_named:
        return _("Contested by the speaker, by the source’s words")
    return _("Contests a statement reported of the same speaker, by the source’s words")


def successors(site: Site, fact_id: str) -> tuple[StatementView, ...]:
    """The newest statements that bring this one up to date, by any number of steps."""
    updates = site.index.inverse["updates"]
    found: dict[str, None] = {}
    seen = {fact_id}
    ahead = list(updates.get(fact_id, ()))
    while ahead:
        key = ahead.pop(0)
        if key in seen:
            continue
        seen.add(key)
        newer = updates.get(key, ())
        if newer and site.statements[key].status != "current":
            ahead += newer
        elif site.statements[key].status != "withdrawn":
            found[key] = None
    return site.views(found)
