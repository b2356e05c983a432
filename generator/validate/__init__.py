"""A tree as a record: the schema's complaints, and the rules across fields, at their lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from generator.problem import Checked, in_order
from generator.schema import RECORDS, Actor, Article, Event, Kind, Topic
from generator.schema.dates import day
from generator.source import Path, Tree
from generator.validate.adapters import adapter
from generator.validate.complaints import complaints
from generator.validate.fact_rules import fact_findings
from generator.validate.finding import Finding
from generator.validate.knowledge import known_fields
from generator.validate.letters import letters
from generator.validate.removal import is_removed, leftovers, removed
from generator.validate.rules import findings
from generator.validate.salvage import salvaged
from generator.validate.style import style
from generator.validate.texts import texts

__all__ = ["fitting", "is_removed", "record", "removed", "salvaged", "value"]


def record(kind: Kind, tree: Tree) -> Checked[Actor | Topic | Event | Article]:
    """The record in a tree, with every problem of its fields.

    There is a record wherever each field for itself is as the schema wants it; a rule between
    fields that is broken takes nothing away. Dates in the future are looked for above: what day
    it is, is not known here.
    """
    written = texts(tree.root)
    found = [*letters(written), *style(written)]
    try:
        value = adapter(kind).validate_python(tree.root)
    except ValidationError as fault:
        problems = complaints(kind, tree, fault)
        if kind == "article":
            found += _sound_facts(tree, [error["loc"] for error in fault.errors()])
            problems += leftovers(tree)
        return Checked(None, in_order(problems + [one.problem(tree) for one in found]))
    found += findings(value)
    left = leftovers(tree) if kind == "article" else ()
    return Checked(value, in_order([*left, *(one.problem(tree) for one in found)]))


def value(kind: Kind, tree: Tree) -> Actor | Topic | Event | Article:
    """The record alone, of a tree that `record` is known to have made one of."""
    made: Actor | Topic | Event | Article = adapter(kind).validate_python(tree.root)
    return made


def fitting(kind: Kind, tree: Tree) -> Kind | None:
    """The other kind whose file this is, by its fields; None where it is one of this kind or none.

    Every field is one of that kind, not of this, and none is missing that such a file needs.
    """
    names = set(tree.root)
    if names <= known_fields(RECORDS[kind]).keys():
        return None
    fits = [one for one in RECORDS if _has_the_fields(one, names)]
    return fits[0] if len(fits) == 1 and fits[0] != kind else None


def _has_the_fields(kind: Kind, names: set[str]) -> bool:
    fields = known_fields(RECORDS[kind])
    needed = {name for name, known in fields.items() if known.required}
    return needed <= names <= fields.keys()


def _sound_facts(tree: Tree, broken: list[Path]) -> Iterator[Finding]:
    """What the rules find in those facts of an article in which each field is right.

    So one mistake in a file does not hide the others.
    """
    facts: Any = tree.root.get("facts")
    hurt = {path[1] for path in broken if path[:1] == ("facts",) and len(path) > 1}
    if not isinstance(facts, list):
        return
    published = day(str(tree.root.get("published")))
    for number, fact in enumerate(facts):
        if number not in hurt:
            sound = adapter("fact").validate_python(fact)
            for finding in fact_findings(sound, published):
                yield finding.below(("facts", number))
