"""Every text of a file with the way to it, gathered once for all rules on texts."""

from __future__ import annotations

from typing import NamedTuple

from generator.source import Map, Path, Seq


class Text(NamedTuple):
    """A text, the path of the group or list that holds it, and its name or number there."""

    holder: Path
    step: str | int
    text: str

    @property
    def path(self) -> Path:
        """The path of the text itself."""
        return (*self.holder, self.step)


def texts(root: Map) -> list[Text]:
    """The texts in a tree, in their order."""
    found: list[Text] = []
    _gather(root, (), found)
    return found


def _gather(node: Map | Seq, path: Path, found: list[Text]) -> None:
    for step, value in node.items() if isinstance(node, Map) else enumerate(node):
        if isinstance(value, str):
            found.append(Text(path, step, value))
        else:
            _gather(value, (*path, step), found)
