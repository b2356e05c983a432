"""YAML text as a tree that knows every line and column; nothing else reads YAML.

A strict subset of YAML 1.2: every scalar stays text, whatever it looks like (`NO`, `12:30`, `~`);
an empty value is an empty text. What the subset leaves out is refused with its place.
"""

from __future__ import annotations

from generator.problem import Checked
from generator.source.events import tree
from generator.source.lines import Lines
from generator.source.text import LARGEST, text
from generator.source.tree import Map, Node, Path, Seq, Tree

__all__ = ["LARGEST", "Map", "Node", "Path", "Seq", "Tree", "read"]


def read(file: str, raw: bytes) -> Checked[Tree]:
    """The tree of a file, or what keeps it from being one. Never raises, whatever the bytes.

    With a tree beside errors (a field that stands twice, an anchor) the tree has everything but
    what was refused; without a tree nothing below can be said about the file's fields.
    """
    decoded = text(file, raw)
    if decoded.value is None:
        return Checked(None, decoded.problems)
    return tree(Lines(file, decoded.value))
