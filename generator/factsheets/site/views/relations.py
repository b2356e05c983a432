"""The relations between statements, in both directions and without a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from factsheets.dataset.model import RELATIONS, Dataset
from factsheets.site.translation import gettext as _
from factsheets.site.views.index import Index

if TYPE_CHECKING:
    from factsheets.site.views.site import Site
    from factsheets.site.views.statement import StatementView

_MOST_BESIDE, _LOOKED_AT = 6, 20  # all of them are among the figures


@dataclass(frozen=True, slots=True)
class Relation:
    """One kind of relation with the statements on its other side."""

    heading: str
    statements: tuple[StatementView, ...]


def relations(site: Site, fact_id: str) -> tuple[Relation, ...]:
    """Every relation of a statement, its own and those of others to it; empty kinds left out.

    Last come statements that differ from it by our reading and that no source connects with it.
    """
    grouped = list(_by_heading(site.dataset, site.index, fact_id))
    found = tuple(Relation(heading, site.views(ids)) for heading, ids in grouped)
    named = {fact_id, *(key for _heading, ids in grouped for key in ids)}
    groups = site.differing.get(fact_id, ())
    others = dict.fromkeys(key for group in groups for key in group if key not in named)
    looked_at = site.views(islice(others, _LOOKED_AT))
    current = [view for view in looked_at if view.status == "current"][:_MOST_BESIDE]
    return (*found, Relation(_("Compare (our reading)"), tuple(current))) if current else found


def _by_heading(dataset: Dataset, index: Index, fact_id: str) -> Iterator[tuple[str, list[str]]]:
    """The ids of related statements that were not withdrawn, by the heading of their relation."""
    fact = dataset.statements[fact_id].fact
    for field in RELATIONS:
        # A withdrawn statement no longer refers to others, but others may refer to it.
        named = () if fact.status == "withdrawn" else getattr(fact, field)
        naming = index.inverse[field].get(fact_id, ())
        for ids, is_named in ((named, False), (naming, True)):
            facts = [dataset.statements[key].fact for key in ids if key in dataset.statements]
            others = [each for each in facts if each.status != "withdrawn"]
            same = []
            if field == "disputes" and fact.speaker:
                same = [each for each in others if {*each.speaker} == {*fact.speaker}]
            if same:
                yield _same_speaker(is_named=is_named), [each.id for each in same]
            if rest := [each.id for each in others if each not in same]:
                yield _heading(field, is_named=is_named), rest


def _heading(field: str, *, is_named: bool) -> str:
    """What a relation is called; `is_named` where the other statements name this one.

    "By the source's words" keeps what a speaker contests apart from a difference that we read.
    """
    headings = {
        "disputes": (
            _("Contests, according to the source"),
            _("Contested, according to the source"),
        ),
        "updates": (_("Updates"), _("Updated by")),
        "replies_to": (_("Replies to"), _("Replied to by")),
        "answers_fact": (_("Answers"), _("Answered by")),
        "supports": (
            _("Supports, according to the source"),
            _("Supported, according to the source"),
        ),
    }
    return headings[field][is_named]


def _same_speaker(*, is_named: bool) -> str:
    if is_named:
        return _("Contested by the speaker, according to the source")
    return _("Contests a statement attributed to the same speaker, according to the source")


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
