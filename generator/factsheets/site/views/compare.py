"""Which statements the page /compare/ sets beside those of another actor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factsheets.site.views.addresses import Ref, actor_ref
from factsheets.site.views.matrix import speaks_of
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView

Statements = Mapping[str, tuple[StatementView, ...]]


@dataclass(frozen=True, slots=True)
class CompareView:
    """The page: the actors that can be compared, by name."""

    actors: tuple[Ref, ...]


def compare_view(site: Site) -> CompareView:
    """Every actor that can be compared."""
    refs = (actor_ref(site.dataset, key) for key in statements_of(site))
    return CompareView(tuple(sorted(refs, key=lambda ref: (ref.name.casefold(), ref.id))))


def statements_of(site: Site) -> Statements:
    """By actor: what it and its officials said, and what others answered for it, oldest first.

    Statements without a day come last; withdrawn ones are left out.
    """
    actors = site.dataset.actors
    found: dict[str, list[StatementView]] = {}
    for view in sorted(site.statements.values(), key=_oldest_first):
        if view.status == "withdrawn":
            continue
        own = [ref.id for ref in view.who.refs]
        offices = (role.organisation for key in own if key in actors for role in actors[key].roles)
        for key in dict.fromkeys((*own, *offices, *(each.actor.id for each in view.answers))):
            if key and key in actors:
                found.setdefault(key, []).append(view)
    return {key: tuple(views) for key, views in found.items()}


def _oldest_first(view: StatementView) -> tuple[bool, tuple[int, ...], str]:
    dated, order = view.when.order
    return not dated, order, view.id


def answered(actor_id: str, view: StatementView) -> dict[tuple[str, str], str]:
    """The topics and questions that a statement answers in the column of an actor.

    Where it answers for the actor, these answers only. Else all of them, each with a text that
    names for whom else it answers (`Spoke about: Germany, Italy`), empty for the speaker's own.
    """
    is_speaker = any(ref.id == actor_id for ref in view.who.refs)
    every = is_speaker or all(each.actor.id != actor_id for each in view.answers)
    found: dict[tuple[str, str], list[str]] = {}
    for each in view.answers:
        if every or each.actor.id == actor_id:
            names = found.setdefault((each.topic, each.question), [])
            if each.second_hand and every:
                names.append(each.actor.short)
    return {key: speaks_of(names) for key, names in found.items()}
