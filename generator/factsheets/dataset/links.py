"""Link the records into one dataset, and find problems between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter

from factsheets.content.field_help import known_fields
from factsheets.content.kinds import KINDS
from factsheets.content.tree import Locate, Path
from factsheets.dataset.broken_references import broken_references
from factsheets.dataset.duplicates import same_statements
from factsheets.dataset.known import Known
from factsheets.dataset.model import RELATIONS, Dataset, Removal, Statement, file_of
from factsheets.problems.problem import Place, Problem

_MOST = 100  # cycles per field; a few hundred facts can have very many
_NAMED = 12  # ids shown in a message

Chains = Mapping[str, tuple[str, ...]]
"""Maps an id to the ids that it names in one field."""


def linked(known: Known, *, drafts: bool = False) -> Dataset:
    """Link the records without checking them.

    With `drafts`, drafts are included and marked; otherwise they are left out.
    """
    hidden = frozenset() if drafts else frozenset(known.drafts["article"])
    articles = {key: each for key, each in known.records["article"].items() if key not in hidden}
    return Dataset(
        {**known.records, "article": articles},
        {key: _shown(each) for key, each in known.statements.items() if drafts or not each.draft},
        tuple(sorted(_removed(known))),
        hidden,
    )


def _shown(statement: Statement) -> Statement:
    """A draft with the status it will have when published."""
    if not statement.draft:
        return statement
    return replace(statement, fact=replace(statement.fact, status="current"))


def _removed(known: Known) -> Iterator[Removal]:
    """Removed records and facts: whole files, and single facts of articles that stay."""
    yield from known.sheets.removed
    for article in known.sheets.articles.values():
        for fact in article.facts:
            if fact.status == "removed" and fact.date:
                yield Removal("fact", fact.id, fact.date, fact.reason or "", fact.former_ids)


def between(known: Known, locate: Locate) -> list[Problem]:
    """All problems between records, unsorted."""
    return [
        *_duplicate_ids(known, locate),
        *broken_references(known, locate),
        *_former_ids(known, locate),
        *_cycles(known, locate),
        *_self_references(known, locate),
        *same_statements(known.statements.values(), known.sheets.events, locate),
        *_without_successor(known, locate),
        *_wrong_via(known, locate),
    ]


def _duplicate_ids(known: Known, locate: Locate) -> Iterator[Problem]:
    for fact_id, article_id, number in known.duplicates:
        there = locate(*known.where(fact_id, "id"))
        yield Problem(
            "duplicate-id",
            f'There is already a fact "{fact_id}".',
            locate(file_of("article", article_id), ("facts", number, "id")),
            f"The other is in {there.file}, line {there.line}. Give this one another id.",
        )


# A former id must not be in use or claimed twice: its address can lead to only one page.

Former = Mapping[str, tuple[tuple[str, ...], tuple[str, Path]]]
"""Maps an id to the former ids of its record, and to its file and place there."""


def _former_ids(known: Known, locate: Locate) -> Iterator[Problem]:
    for kind, records in known.records.items():
        found = {key: (each.former_ids, (file_of(kind, key), ())) for key, each in records.items()}
        yield from _claimed_twice(found, locate)
    # Sorted by fact id, wherever the facts are, so that the same one of two is always reported.
    facts = {key: (known.fact(key).former_ids, known.where(key)) for key in sorted(known.facts)}
    yield from _claimed_twice(facts, locate)


def _claimed_twice(records: Former, locate: Locate) -> Iterator[Problem]:
    owner: dict[str, str] = {}
    for record_id, (former_ids, (file, path)) in records.items():
        for number, old in enumerate(former_ids):
            other = old if old in records else owner.get(old)
            if other is not None:
                yield Problem(
                    "former-id-in-use",
                    f'The former id "{old}" also belongs to "{other}".',
                    locate(file, (*path, "former_ids", number)),
                    "An id is never reused. Delete it from one of the two.",
                )
            owner[old] = record_id


# References that form a cycle.

_CHAIN_FIELDS = {
    name: kind
    for kind, row in KINDS.items()
    for name, field in known_fields(row.record).items()
    if field.target == kind and not field.is_id_list
}
"""The fields by which a record names another of its kind, and the kind."""
# A fact may update an older one, which updates another: that is a chain, like those above.
_NOT_ITSELF = tuple(name for name in RELATIONS if name != "updates")


def _cycles(known: Known, locate: Locate) -> Iterator[Problem]:
    """A problem for each cycle of topics, events, reprints, memberships or updates."""
    for field, chains in _chains(known).items():
        for circle in _circles(chains):
            place = locate(*_where(known, field, chains, circle))
            if len(circle) == 1:
                yield _self_reference(circle[0], field, place)
                continue
            shown = circle if len(circle) <= _NAMED else (*circle[:_NAMED], "…")
            names = " → ".join((*shown, circle[0]))
            yield Problem(
                "reference-cycle",
                f"These references form a cycle by {field}: {names}.",
                place,
                f"Delete {field} from one of them.",
            )


def _chains(known: Known) -> Mapping[str, Chains]:
    """The ids that each id names, by field."""
    found: dict[str, Chains] = {
        field: {
            key: (other,)
            for key, record in known.records[kind].items()
            if (other := getattr(record, field))
        }
        for field, kind in _CHAIN_FIELDS.items()
    }
    actors = known.records["actor"].items()
    found["member_of"] = {key: tuple(each.actor for each in one.member_of) for key, one in actors}
    return {**found, "updates": _updates(known)}


def _updates(known: Known) -> Chains:
    published = known.facts.keys() - known.drafts["fact"]
    return {key: known.fact(key).updates for key in published}


def _where(known: Known, field: str, chains: Chains, circle: tuple[str, ...]) -> tuple[str, Path]:
    """The place at which the first record of a cycle names the second."""
    name, second = circle[0], circle[1 % len(circle)]
    at = chains[name].index(second)
    if field == "updates":
        return known.where(name, field, at)
    if field == "member_of":
        return file_of("actor", name), (field, at, "actor")
    return file_of(_CHAIN_FIELDS[field], name), (field,)


def _self_references(known: Known, locate: Locate) -> Iterator[Problem]:
    """Find facts that dispute, answer or support themselves, and groups that contain themselves."""
    for fact_id, statement in known.statements.items():
        for field in _NOT_ITSELF:
            ids = getattr(statement.fact, field)
            if fact_id in ids:
                place = locate(*known.where(fact_id, field, ids.index(fact_id)))
                yield _self_reference(fact_id, field, place)
    for key, actor in known.records["actor"].items():
        if key in actor.members:
            place = locate(file_of("actor", key), ("members", actor.members.index(key)))
            yield _self_reference(key, "members", place)


def _self_reference(name: str, field: str, place: Place) -> Problem:
    """The problem of a record that refers to itself."""
    return Problem(
        "reference-cycle",
        f'"{name}" refers to itself under {field}.',
        place,
        "Write the id that you meant, or delete the line.",
    )


def _circles(chains: Chains) -> list[tuple[str, ...]]:
    """Cycles, each beginning with its first id, at most 100, until no other is left."""
    graph = {key: set(names) for key, names in sorted(chains.items()) if names}
    found: list[tuple[str, ...]] = []
    while len(found) < _MOST:
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            circle = error.args[1][:0:-1]  # each id names the one after it
            first = circle.index(min(circle))
            found.append((*circle[first:], *circle[:first]))
            graph[circle[0]].discard(circle[1 % len(circle)])
        else:
            break
    return sorted(found)


def _without_successor(known: Known, locate: Locate) -> Iterator[Problem]:
    """A warning for each superseded statement that no other updates."""
    # The updating statement may be in a file that could not be read.
    if known.sheets.broken.get("article"):
        return
    followed = {name for names in _updates(known).values() for name in names}
    for key, statement in known.statements.items():
        if statement.fact.status == "superseded" and key not in followed:
            yield Problem(
                "no-successor",
                f'No statement updates "{key}".',
                locate(*known.where(key, "status")),
                f"Add to the newer statement: updates: [{key}]. If there is none, change the "
                "status to withdrawn or current.",
                "warning",
            )


def _wrong_via(known: Known, locate: Locate) -> Iterator[Problem]:
    """Find cited sources that are the statement's speaker or its publisher."""
    articles = known.records["article"]
    for fact_id, statement in known.statements.items():
        fact = statement.fact
        for path, article_id, each in fact.evidence(statement.article_id):
            article, via = articles.get(article_id), each.via
            if via and (via in fact.speaker or (article and via == article.publisher)):
                yield Problem(
                    "wrong-via",
                    f'"{via}" is the {"speaker" if via in fact.speaker else "publisher"} here.',
                    locate(*known.where(fact_id, *path, "via")),
                    "via is a third party: the agency that the article cites, or the newspaper "
                    "that the speaker talked to. If the article names none, delete the line.",
                )
