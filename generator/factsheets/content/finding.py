"""What rules on records work with: the texts of a file, and findings without places."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from factsheets.content.article import AnyFact
from factsheets.content.kinds import KINDS, Kind
from factsheets.content.tree import Map, Path, Seq, Tree
from factsheets.problems.problem import Problem, Severity


class Finding(NamedTuple):
    """The finding of a rule; `path` leads to the value inside the file."""

    code: str
    path: Path
    message: str
    help: str
    severity: Severity = "error"
    at_key: bool = False

    def below(self, path: Path) -> Finding:
        """The same finding for a record that is nested at a path."""
        return Finding(self.code, path + self.path, *self[2:])

    def problem(self, tree: Tree) -> Problem:
        """The problem at its place; a missing field is placed at the first field of its group."""
        place = tree.key_place(self.path) if self.at_key else tree.first_key_place(self.path)
        return Problem(self.code, self.message, place, self.help, self.severity)


Text = tuple[Path, str | int, str]
"""The path of the group or list that holds a text, its key or index there, and the text."""


def texts(root: Map) -> list[Text]:
    """All texts in a tree, in order."""
    found: list[Text] = []
    _gather(root, (), found)
    return found


def _gather(node: Map | Seq, path: Path, found: list[Text]) -> None:
    for step, value in node.items() if isinstance(node, Map) else enumerate(node):
        if isinstance(value, str):
            found.append((path, step, value))
        else:
            _gather(value, (*path, step), found)


@cache
def adapter(kind: Kind) -> TypeAdapter[Any]:
    """The Pydantic validator for a kind of record or a `fact`; cached, as it is slow to make."""
    return TypeAdapter(AnyFact if kind == "fact" else KINDS[kind].record)
