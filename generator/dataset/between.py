"""What is wrong between records: references, former ids, circles, statements told twice.

Each rule first looks at the ties of all records, and reads only those in which they show that
something may be wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.dataset.alike import alike
from generator.dataset.cycles import Chains, cycles, names_itself
from generator.dataset.former import former_ids
from generator.dataset.known import Known, statements
from generator.dataset.model import Locate, file_of
from generator.dataset.successors import without_successor
from generator.dataset.tying import ITSELF
from generator.dataset.wrong import wrong_references
from generator.problem import Place, Problem
from generator.schema import Kind

_KIND_OF: dict[str, Kind] = {
    "broader": "topic",
    "part_of": "event",
    "follows": "event",
    "derived_from": "article",
}


def between(known: Known, locate: Locate) -> list[Problem]:
    """Every problem between records, in no order."""
    chains = _chains(known)
    return [
        *_doubles(known, locate),
        *wrong_references(known, locate),
        *former_ids(known, locate),
        *cycles(chains, lambda field, ids: _place(known, field, ids, locate)),
        *_naming_themselves(known, locate),
        *_alike(known, locate),
        *_without_successor(known, chains.get("updates", {}), locate),
    ]


def _doubles(known: Known, locate: Locate) -> Iterator[Problem]:
    for fact_id, article_id, number in known.doubles:
        first, index = known.facts[fact_id]
        there = locate(file_of("article", first), ("facts", index, "id"))
        yield Problem(
            "duplicate-id",
            f'There is already a fact "{fact_id}".',
            locate(file_of("article", article_id), ("facts", number, "id")),
            f"The other stands in {there.file}, line {there.line}. Give this one another id.",
        )


def _chains(known: Known) -> Mapping[str, Chains]:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for all_ties in known.ties.values():
        for each in all_ties.values():
            for field, own, others in each.leads:
                found.setdefault(field, {}).setdefault(own, others)
    updates = found.get("updates", {})
    for own in updates.keys() & {fact_id for fact_id, *_ in known.doubles}:
        article_id, index = known.facts[own]
        updates[own] = known.sheets.articles[article_id].facts[index].updates
    return found


def _place(known: Known, field: str, circle: tuple[str, ...], locate: Locate) -> Place:
    """Where the first of a circle names the second."""
    name, second = circle[0], circle[1 % len(circle)]
    if field == "updates":
        article_id, index = known.facts[name]
        at = known.sheets.articles[article_id].facts[index].updates.index(second)
        return locate(file_of("article", article_id), ("facts", index, "updates", at))
    if field == "member_of":
        members = known.sheets.actors[name].member_of
        at = [membership.actor for membership in members].index(second)
        return locate(file_of("actor", name), ("member_of", at, "actor"))
    return locate(file_of(_KIND_OF[field], name), (field,))


def _naming_themselves(known: Known, locate: Locate) -> Iterator[Problem]:
    """Facts that dispute, answer or support themselves, and groups that are their own members."""
    some = [key for key, each in known.ties["article"].items() if each.names_itself]
    for name, statement in statements(known, some).items():
        for field in ITSELF:
            ids = getattr(statement.fact, field)
            if name in ids:
                path = ("facts", statement.index, field, ids.index(name))
                file = file_of("article", statement.article_id)
                yield names_itself(name, field, locate(file, path))
    for name, each in known.ties["actor"].items():
        if each.names_itself:
            at = known.sheets.actors[name].members.index(name)
            yield names_itself(name, "members", locate(file_of("actor", name), ("members", at)))


def _without_successor(known: Known, updates: Chains, locate: Locate) -> list[Problem]:
    # The one that brings a statement up to date may stand in a file that could not be read.
    if known.sheets.broken.get("article"):
        return []
    followed = {name for names in updates.values() for name in names}
    articles = known.ties["article"].items()
    some = [key for key, each in articles if not followed.issuperset(each.superseded)]
    return without_successor(statements(known, some), followed, locate)


def _alike(known: Known, locate: Locate) -> list[Problem]:
    articles = known.ties["article"]
    seen: set[int] = set()
    shared: set[int] = set()
    for each in articles.values():
        numbers = set(each.numbers)
        shared |= numbers & seen
        seen |= numbers
    if not shared:
        return []
    some = [key for key, each in articles.items() if not shared.isdisjoint(each.numbers)]
    return alike(statements(known, some).values(), known.sheets.events, locate)
