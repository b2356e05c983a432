"""What can be read of a record with mistakes in it, for comparing an older state with a newer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from generator.schema import RECORDS, Actor, Article, Event, Fact, Kind, Topic
from generator.source import Map, Node, Path, Seq, Tree
from generator.validate.adapters import adapter
from generator.validate.knowledge import known_fields

_IN_A_FACT = 3  # steps to a value: facts, its number, the field
_ROUNDS = 5  # what a mistake hides comes to light when it is taken out


@dataclass(frozen=True, slots=True)
class Salvaged:
    """A record without the values that are wrong; None where it cannot do without one of them.

    `lost` are the ids of facts that went with them; `cut` has the fields whose values went, by
    the id of their fact, those of the record itself by an empty text.
    """

    record: Actor | Topic | Event | Article | None
    lost: tuple[str, ...] = ()
    cut: Mapping[str, frozenset[str]] = field(default_factory=dict)


def salvaged(kind: Kind, tree: Tree) -> Salvaged:
    """What can be read of a file."""
    root = _copied(tree.root)
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
                lost += _taken_out(root, path)
        else:
            fields = {key: frozenset(names) for key, names in cut.items() if key not in lost}
            return Salvaged(record, tuple(lost), fields)
    return Salvaged(None)


def _field(kind: Kind, root: Any, path: Path) -> tuple[str, str] | None:
    """The fact, if any, and the field of the schema that a value belongs to."""
    if path[0] != "facts" or kind != "article":
        name = str(path[0])
        return ("", name) if name in known_fields(RECORDS[kind]) else None
    if len(path) < _IN_A_FACT or not _has(root["facts"], path[1]):
        return None
    fact, name = root["facts"][path[1]], str(path[2])
    key = fact.get("id") if isinstance(fact, dict) else None
    return (key, name) if isinstance(key, str) and name in known_fields(Fact) else None


def _wrong(error: Any) -> Path:
    """The path of what has to go: the value, or the group that lacks one."""
    path: Path = error["loc"]
    return path[:-1] if error["type"] == "missing" else path


def _from_the_end(path: Path) -> tuple[tuple[bool, int, str], ...]:
    """Sorts so that taking out an item does not move those that are still to be taken out."""
    return tuple((True, -step, "") if isinstance(step, int) else (False, 0, step) for step in path)


def _copied(node: Node) -> Any:
    if isinstance(node, Map):
        return {key: _copied(value) for key, value in node.items()}
    if isinstance(node, Seq):
        return [_copied(value) for value in node]
    return node


def _taken_out(root: Any, path: Path) -> list[str]:
    """Takes a value out; gives the ids of facts that go with it."""
    container: Any = root
    for step in path[:-1]:
        if not _has(container, step):
            return []
        container = container[step]
    last = path[-1]
    if not _has(container, last):
        return []
    gone = container[last]
    del container[last]
    facts = gone if path == ("facts",) and isinstance(gone, list) else [gone]
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
