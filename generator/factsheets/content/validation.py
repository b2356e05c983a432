"""Validate a tree as a record, with the problems of schema and rules at their lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from factsheets.content.article import Fact
from factsheets.content.dates import timestamp
from factsheets.content.fact_rules import fact_findings
from factsheets.content.field_help import known_fields
from factsheets.content.finding import Finding, adapter, texts
from factsheets.content.kinds import KINDS, Kind, Record
from factsheets.content.messages import schema_problems
from factsheets.content.rules import findings, leftovers
from factsheets.content.text_rules import letters, style, todos
from factsheets.content.tree import Path, Tree
from factsheets.problems.problem import Checked, in_order

_IN_A_FACT = 3  # steps to a value: facts, its index, the field
_ROUNDS = 5  # removing a mistake can reveal the ones that it hid


def record(kind: Kind, tree: Tree) -> Checked[Record]:
    """The record in a tree, with all problems of its fields.

    There is a record if each field on its own matches the schema; a broken rule across fields does
    not prevent one. Dates in the future are checked elsewhere, because today's date is not known
    here.
    """
    written = texts(tree.root)
    open_values = [finding.problem(tree) for finding in todos(written)]
    found = [*letters(written), *style(written)]
    value = None
    try:
        value = adapter(kind).validate_python(tree.root)
    except ValidationError as fault:
        problems = schema_problems(kind, tree, fault)
        if kind == "article":
            found += _sound_facts(tree, [error["loc"] for error in fault.errors()])
    else:
        problems = []
        found += findings(value)
    if kind == "article":
        problems += leftovers(tree)
    lines = {problem.place.line for problem in open_values}
    problems += [one.problem(tree) for one in found]
    others = [problem for problem in problems if problem.place.line not in lines]
    return Checked(value, in_order([*open_values, *others]))


def fitting(kind: Kind, tree: Tree) -> Kind | None:
    """The other kind that a file's fields belong to, None if there is no better kind.

    All its fields must be of that kind, not of this one, and no required field may be missing.
    """
    names = set(tree.root)
    if names <= known_fields(KINDS[kind].record).keys():
        return None
    fits = [one for one in KINDS if _has_the_fields(one, names)]
    return fits[0] if len(fits) == 1 and fits[0] != kind else None


def _has_the_fields(kind: Kind, names: set[str]) -> bool:
    fields = known_fields(KINDS[kind].record)
    needed = {name for name, known in fields.items() if known.required}
    return needed <= names <= fields.keys()


def _sound_facts(tree: Tree, broken: list[Path]) -> Iterator[Finding]:
    """Findings in those facts of an article whose fields are all valid.

    So one mistake in a file does not hide the others.
    """
    facts: Any = tree.root.get("facts")
    with_mistakes = {path[1] for path in broken if path[:1] == ("facts",) and len(path) > 1}
    if not isinstance(facts, list):
        return
    published = timestamp(str(tree.root.get("published")))
    for number, fact in enumerate(facts):
        if number not in with_mistakes:
            sound = adapter("fact").validate_python(fact)
            for finding in fact_findings(sound, published):
                yield finding.below(("facts", number))


@dataclass(frozen=True, slots=True)
class Salvaged:
    """A record without its invalid values, None if it needs one of them.

    `lost` are the ids of facts that were dropped; `cut` has the fields whose values were dropped,
    by the id of their fact, or by an empty text for the record's own.
    """

    record: Record | None
    lost: tuple[str, ...] = ()
    cut: Mapping[str, frozenset[str]] = field(default_factory=dict)


def salvaged(kind: Kind, tree: Tree) -> Salvaged:
    """What can be read of a file with mistakes, to compare an older state with a newer one."""
    root: Any = deepcopy(tree.root)
    lost: list[str] = []
    cut: dict[str, set[str]] = {}
    for _ in range(_ROUNDS):
        try:
            record: Any = adapter(kind).validate_python(root)
        except ValidationError as fault:
            paths = sorted({_wrong(error) for error in fault.errors()}, key=_from_the_end)
            if () in paths:
                return Salvaged(None)
            for path in paths:
                if where := _field(kind, root, path):
                    cut.setdefault(where[0], set()).add(where[1])
                lost += _drop(root, path)
        else:
            fields = {key: frozenset(names) for key, names in cut.items() if key not in lost}
            return Salvaged(record, tuple(lost), fields)
    return Salvaged(None)


def _field(kind: Kind, root: Any, path: Path) -> tuple[str, str] | None:
    """The fact, if any, and the schema field that a value belongs to."""
    if path[0] != "facts" or kind != "article":
        name = str(path[0])
        return ("", name) if name in known_fields(KINDS[kind].record) else None
    if len(path) < _IN_A_FACT or not _has(root["facts"], path[1]):
        return None
    fact, name = root["facts"][path[1]], str(path[2])
    key = fact.get("id") if isinstance(fact, dict) else None
    return (key, name) if isinstance(key, str) and name in known_fields(Fact) else None


def _wrong(error: Any) -> Path:
    """The path of what must be dropped: the value, or the group that lacks one."""
    path: Path = error["loc"]
    return path[:-1] if error["type"] == "missing" else path


def _from_the_end(path: Path) -> tuple[tuple[bool, int, str], ...]:
    """Sort key that removes later items first, so that the indexes of the others stay valid."""
    return tuple((True, -step, "") if isinstance(step, int) else (False, 0, step) for step in path)


def _drop(root: Any, path: Path) -> list[str]:
    """Drop a value; return the ids of facts that are dropped with it."""
    container: Any = root
    for step in path[:-1]:
        if not _has(container, step):
            return []
        container = container[step]
    last = path[-1]
    if not _has(container, last):
        return []
    removed = container[last]
    del container[last]
    facts = removed if path == ("facts",) and isinstance(removed, list) else [removed]
    return [
        fact["id"]
        for fact in facts
        if path[0] == "facts" and len(path) <= 2 and isinstance(fact, dict)
        if isinstance(fact.get("id"), str)
    ]


def _has(container: Any, step: str | int) -> bool:
    if isinstance(container, list):
        return isinstance(step, int) and step < len(container)
    return isinstance(container, dict) and step in container
