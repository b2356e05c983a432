"""Every text of a file with the way to it, gathered once for all rules on texts."""

from __future__ import annotations

from generator.source import Map, Path, Seq

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
