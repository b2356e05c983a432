"""Finds references that lead back to where they began."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.problem import Place, Problem

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
