"""Makes one dataset of the records, and says what is wrong between them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import replace

from factsheets.dataset.broken_references import wrong_references
from factsheets.dataset.duplicates import alike
from factsheets.dataset.known import ITSELF, Known, former_ids, statements
from factsheets.dataset.model import Dataset, Locate, Removal, Sheets, Statement, file_of
from factsheets.dataset.references import targets
from factsheets.problems.problem import Checked, Place, Problem, in_order

# Finds references that lead back to where they began.

_MOST = 100  # circles of a kind; some hundred facts can have very many
_NAMED = 12  # ids in a message

Chains = Mapping[str, tuple[str, ...]]


def cycles(
    chains_of: Mapping[str, Chains], locate: Callable[[str, tuple[str, ...]], Place]
) -> list[Problem]:
    """A problem for each circle of topics, events, reprints, updates or memberships.

    `chains_of` has, for each field, the ids that each id names; `locate` gives the place where the
    first of a circle of a field names the second.
    """
    problems = []
    for field, chains in chains_of.items():
        for circle in _circles(chains):
            place = locate(field, circle)
            if len(circle) == 1:
                problems.append(names_itself(circle[0], field, place))
                continue
            shown = circle if len(circle) <= _NAMED else (*circle[:_NAMED], "…")
            names = " → ".join((*shown, circle[0]))
            problems.append(
                Problem(
                    "reference-cycle",
                    f"These lead in a circle by {field}: {names}.",
                    place,
                    f"Take {field} out of one of them.",
                )
            )
    return problems


def names_itself(name: str, field: str, place: Place) -> Problem:
    """The problem of a record that refers to itself."""
    return Problem(
        "reference-cycle",
        f'"{name}" names itself under {field}.',
        place,
        "Write the id that is meant, or take the line out.",
    )


def _circles(chains: Chains) -> list[tuple[str, ...]]:
    """Each circle once, beginning with its first id, at most 100; depth-first, not recursive."""
    found: dict[frozenset[str], tuple[str, ...]] = {}
    done: set[str] = set()
    for start in sorted(chains):
        trail: list[str] = []
        on_trail: dict[str, int] = {}
        stack = [(start, iter(chains[start]))] if start not in done else []
        if stack:
            trail.append(start)
            on_trail[start] = 0
        while stack:
            node, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                trail.pop()
                del on_trail[node]
                done.add(node)
            elif child in on_trail:
                circle = trail[on_trail[child] :]
                first = circle.index(min(circle))
                found.setdefault(frozenset(circle), tuple(circle[first:] + circle[:first]))
                if len(found) == _MOST:
                    return sorted(found.values())
            elif child in chains and child not in done:
                on_trail[child] = len(trail)
                trail.append(child)
                stack.append((child, iter(chains[child])))
    return sorted(found.values())


# Superseded statements that no other brings up to date: readers are led nowhere.


def without_successor(
    statements: Mapping[str, Statement], followed: Container[str], locate: Locate
) -> list[Problem]:
    """A warning for each superseded statement that is not among the `followed` ones.

    Those are all that stand in some statement's `updates`.
    """
    return [
        Problem(
            "no-successor",
            f'No statement brings "{key}" up to date.',
            locate(file_of("article", each.article_id), ("facts", each.index, "status")),
            f"Add to the newer statement: updates: [{key}]. If there is none, the statement is "
            "withdrawn, or current.",
            "warning",
        )
        for key, each in statements.items()
        if each.fact.status == "superseded" and key not in followed
    ]


# What is wrong between records: references, former ids, circles, statements told twice.
#
# Each rule first looks at the ties of all records, and reads only those in which they show that
# something may be wrong.


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
    return locate(file_of(targets()[field], name), (field,))


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


def link(sheets: Sheets, locate: Locate) -> Checked[Dataset]:
    """The records as one dataset, with every problem between them.

    The dataset is made even where there are errors, so that all else can be checked too; what a
    wrong reference names is simply absent from it.
    """
    known = Known(sheets)
    return Checked(linked(known), in_order(between(known, locate)))


def linked(known: Known, *, drafts: bool = False) -> Dataset:
    """The dataset alone; every record is read for it.

    With `drafts` they are in it like all others, and marked; else it is as if there were none.
    """
    sheets = known.sheets
    hidden = set() if drafts else known.drafts["article"]
    found = statements(known, sheets.articles)
    records = {kind: dict(sorted(each.items())) for kind, each in sheets.records.items()}
    for article_id in hidden:
        del records["article"][article_id]
    return Dataset(
        records,
        {key: _shown(each) for key, each in found.items() if drafts or not each.draft},
        tuple(sorted(_removed(known))),
        frozenset(hidden),
    )


def _shown(statement: Statement) -> Statement:
    """A draft as it will be."""
    if not statement.draft:
        return statement
    return replace(statement, fact=replace(statement.fact, status="current"))


def _removed(known: Known) -> Iterator[Removal]:
    """What was removed: files, and single facts of articles that stay."""
    yield from known.sheets.removed
    for article_id, ties in known.ties["article"].items():
        facts = known.sheets.articles[article_id].facts if ties.removed else ()
        for fact in facts:
            if fact.status == "removed" and fact.date:
                yield Removal("fact", fact.id, fact.date, fact.reason or "", fact.former_ids)
