"""What is left of a removed record: its status, and nothing of its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.problem import Checked, Problem, in_order
from generator.schema import REMOVED_FIELDS, Kind, Removed, RemovedArticle
from generator.source import Path, Tree

_LEFT = (
    "Delete this field and all that belongs to it: a removed {noun} keeps {fields} only. Whoever "
    "reads the repository reads it too, and git keeps its history (SECURITY.md)."
)


def is_removed(tree: Tree) -> bool:
    """Whether a file is what is left of a removed record."""
    return tree.root.get("status") == "removed"


def removed(kind: Kind, tree: Tree) -> Checked[Removed]:
    """What a file of a removed record says, with every problem in it."""
    allowed = [name for name in REMOVED_FIELDS if name != "id"]
    if kind == "article":
        allowed.append("facts")
    problems = list(_leftovers(tree, (), allowed, "article" if kind == "article" else "record"))
    facts: Any = tree.root.get("facts") if kind == "article" else ()
    for number, fact in enumerate(facts if isinstance(facts, list) else ()):
        if isinstance(fact, Mapping):
            problems += _leftovers(tree, ("facts", number), REMOVED_FIELDS, "fact")
    try:
        made = _adapter(kind).validate_python(_kept(tree.root, allowed))
    except ValidationError as fault:
        problems += [_problem(tree, error) for error in fault.errors(include_url=False)]
        return Checked(None, in_order(problems))
    return Checked(made, in_order(problems))


def leftovers(tree: Tree) -> Iterator[Problem]:
    """The text that still stands in removed facts of an article."""
    facts: Any = tree.root.get("facts")
    for number, fact in enumerate(facts if isinstance(facts, list) else ()):
        if isinstance(fact, Mapping) and fact.get("status") == "removed":
            yield from _leftovers(tree, ("facts", number), REMOVED_FIELDS, "fact")


def _leftovers(
    tree: Tree, path: Path, allowed: tuple[str, ...] | list[str], noun: str
) -> Iterator[Problem]:
    group: Any = tree.at(path)
    needed = [name for name in allowed if name != "former_ids"]
    for name in group:
        if name not in allowed:
            yield Problem(
                "removed-text",
                f'"{name[:60]}" still stands here, and this {noun} is removed.',
                tree.key_place((*path, name)),
                _LEFT.format(noun=noun, fields=", ".join(needed)),
            )


def _kept(root: Mapping[str, Any], allowed: list[str]) -> dict[str, Any]:
    """The fields that may stand there; of the facts, too."""
    kept = {name: root[name] for name in allowed if name in root}
    if isinstance(facts := kept.get("facts"), list):
        kept["facts"] = [
            {name: fact[name] for name in REMOVED_FIELDS if name in fact}
            if isinstance(fact, Mapping)
            else fact
            for fact in facts
        ]
    return kept


@cache
def _adapter(kind: Kind) -> TypeAdapter[Any]:
    return TypeAdapter(RemovedArticle if kind == "article" else Removed)


def _problem(tree: Tree, error: Any) -> Problem:
    path: Path = error["loc"]
    if error["type"] == "missing":
        return Problem(
            "status-incomplete",
            "What is removed says since when and why.",
            tree.first_key_place(path[:-1]),
            f"Add a line: {_EXAMPLES[str(path[-1])]}",
        )
    context = error.get("ctx", {})
    if "text" not in context:
        return Problem(
            "wrong-shape",
            "Here should stand something else.",
            tree.place(path),
            "Write the facts as a list: each with id, status, date and reason.",
        )
    return Problem(error["type"], context["text"], tree.place(path), context["help"])


_EXAMPLES = {
    "id": "id: the-id-that-it-had",
    "status": "status: removed",
    "date": "date: 2025-09-05",
    "reason": "reason: privacy (or legal, or error)",
}
