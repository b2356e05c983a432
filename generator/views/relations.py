"""How a statement stands to others: what it names, and what names it, never as a verdict."""

from __future__ import annotations

from dataclasses import dataclass

from generator.dataset.model import RELATIONS
from generator.views.ground import Site
from generator.views.statement import StatementView

# "By the source's words" keeps a speaker's own denial apart from a difference that we read.
_WORDS = {
    "disputes": ("Contests, by the source’s words", "Contested, by the source’s words"),
    "updates": ("Brings up to date", "Brought up to date by"),
    "replies_to": ("Replies to", "Replied to by"),
    "answers_fact": ("Answers", "Answered by"),
    "supports": ("Backs, by the source’s words", "Backed, by the source’s words"),
}


@dataclass(frozen=True, slots=True)
class Relation:
    """One kind of relation with the statements on its other side."""

    heading: str
    statements: tuple[StatementView, ...]


def relations(site: Site, fact_id: str) -> tuple[Relation, ...]:
    """Every relation of a statement, its own and those of others to it; empty kinds left out."""
    fact = site.dataset.statements[fact_id].fact
    found = []
    for field in RELATIONS:
        forward, backward = _WORDS[field]
        for heading, ids in (
            (forward, getattr(fact, field)),
            (backward, site.index.inverse[field].get(fact_id)),
        ):
            if ids:
                found.append(Relation(heading, site.views(ids)))
    return tuple(each for each in found if each.statements)
