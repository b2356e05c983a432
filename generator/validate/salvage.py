"""What can be read of a record with mistakes in it, for comparing an older state with a newer."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.schema import RECORDS, Actor, Article, Event, Kind, Topic
from generator.source import Map, Node, Path, Seq, Tree

_ADAPTERS: dict[Kind, TypeAdapter[Any]] = {kind: TypeAdapter(RECORDS[kind]) for kind in RECORDS}
_ROUNDS = 5  # what a mistake hides comes to light when it is taken out


def salvaged(
    kind: Kind, tree: Tree
) -> tuple[Actor | Topic | Event | Article | None, tuple[str, ...]]:
    """The record without the values that are wrong, and the ids of facts that were lost with them.

    None where it lacks something that it cannot do without.
    """
    root = _copied(tree.root)
    lost: list[str] = []
    for _ in range(_ROUNDS):
        try:
            record: Any = _ADAPTERS[kind].validate_python(root)
        except ValidationError as fault:
            paths = sorted({_wrong(error) for error in fault.errors()}, key=_from_the_end)
            if () in paths:
                return None, ()
            for path in paths:
                lost += _taken_out(root, path)
        else:
            return record, tuple(lost)
    return None, ()


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
