"""A mistake that a rule found in a record, before it gets its place in the file."""

from __future__ import annotations

from typing import NamedTuple

from generator.problem import Problem, Severity
from generator.source import Path, Tree


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
