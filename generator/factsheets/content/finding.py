"""What the rules on records take and give: the texts of a file, and findings without places."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from factsheets.content.kinds import KINDS, Kind
from factsheets.content.records import AnyFact
from factsheets.content.tree import Map, Path, Seq, Tree
from factsheets.problems.problem import Problem, Severity


class Finding(NamedTuple):
    """What a rule complains about; `path` leads to the value inside the file."""

    code: str
    path: Path
    message: str
    help: str
    severity: Severity = "error"
    at_key: bool = False

    def below(self, path: Path) -> Finding:
        """The same, found in a record that itself stands at a path."""
        return Finding(self.code, path + self.path, *self[2:])

    def problem(self, tree: Tree) -> Problem:
        """The problem at its place; what a group of fields lacks is placed at its first field."""
        place = tree.key_place(self.path) if self.at_key else tree.first_key_place(self.path)
        return Problem(self.code, self.message, place, self.help, self.severity)


Text = tuple[Path, str | int, str]
"""The path of the group or list that holds a text, its name or number there, and the text."""


def texts(root: Map) -> list[Text]:
    """The texts in a tree, in their order."""
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
    """Pydantic's reader of a kind of record, or of a `fact`; to make one takes milliseconds."""
    return TypeAdapter(AnyFact if kind == "fact" else KINDS[kind].record)
