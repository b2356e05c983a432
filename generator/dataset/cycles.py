"""Finds references that lead back to where they began."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.dataset.model import Dataset, Locate, file_of
from generator.problem import Place, Problem

Chains = Mapping[str, tuple[str, ...]]


def cycles(dataset: Dataset, locate: Locate) -> list[Problem]:
    """A problem for each circle of topics, events, reprints, updates or memberships."""
    problems = []
    for field, chains in _chains(dataset):
        for circle in _circles(chains):
            place = _place(dataset, field, circle, locate)
            if len(circle) == 1:
                problems.append(names_itself(circle[0], field, place))
                continue
            names = " → ".join((*circle, circle[0]))
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


def _chains(dataset: Dataset) -> Iterator[tuple[str, Chains]]:
    yield "broader", {k: (t.broader,) for k, t in dataset.topics.items() if t.broader}
    yield "part_of", {k: (e.part_of,) for k, e in dataset.events.items() if e.part_of}
    yield (
        "derived_from",
        {k: (a.derived_from,) for k, a in dataset.articles.items() if a.derived_from},
    )
    yield (
        "updates",
        {k: s.fact.updates for k, s in dataset.statements.items() if s.fact.updates},
    )
    yield (
        "member_of",
        {
            k: tuple(membership.actor for membership in a.member_of)
            for k, a in dataset.actors.items()
            if a.member_of
        },
    )


def _circles(chains: Chains) -> list[tuple[str, ...]]:
    """Each circle once, beginning with its first id; depth-first without recursion."""
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
            elif child in chains and child not in done:
                on_trail[child] = len(trail)
                trail.append(child)
                stack.append((child, iter(chains[child])))
    return sorted(found.values())


def _place(dataset: Dataset, field: str, circle: tuple[str, ...], locate: Locate) -> Place:
    """Where the first of a circle names the second."""
    name, second = circle[0], circle[1 % len(circle)]
    if field == "updates":
        statement = dataset.statements[name]
        file = file_of("article", statement.article_id)
        at = statement.fact.updates.index(second)
        return locate(file, ("facts", statement.index, "updates", at))
    if field == "broader":
        return locate(file_of("topic", name), (field,))
    if field == "part_of":
        return locate(file_of("event", name), (field,))
    if field == "derived_from":
        return locate(file_of("article", name), (field,))
    at = [membership.actor for membership in dataset.actors[name].member_of].index(second)
    return locate(file_of("actor", name), ("member_of", at, "actor"))
