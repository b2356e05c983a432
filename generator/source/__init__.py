"""YAML text as a tree that knows every line and column; nothing else reads YAML.

A strict subset of YAML 1.2: every scalar stays text, whatever it looks like (`NO`, `12:30`, `~`);
an empty value is an empty text. What the subset leaves out is refused with its place.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from generator.problem import Checked, Place
from generator.source.events import tree
from generator.source.house import house
from generator.source.lines import Lines
from generator.source.spans import Span, Spans
from generator.source.text import BOM, LARGEST, text
from generator.source.tree import Map, Node, Path, Seq, Tree, marked

__all__ = ["LARGEST", "Map", "Node", "Path", "Seq", "Tree", "quick_place", "read"]


def read(file: str, raw: bytes) -> Checked[Tree]:
    """The tree of a file, or what keeps it from being one. Never raises, whatever the bytes.

    With a tree beside errors (a field that stands twice, an anchor) the tree has everything but
    what was refused; without a tree nothing below can be said about the file's fields.
    """
    decoded = text(file, raw)
    if decoded.value is None:
        return Checked(None, decoded.problems)
    lines = Lines(file, decoded.value)
    root = house(lines.body)
    if root is None:
        return tree(lines)
    later = _Later(lines)
    return Checked(Tree(file, root, later.exact, later.find))


def quick_place(file: str, raw: bytes) -> Callable[[Path], Place]:
    """Gives the places in a file whose tree has `quick`, without reading it: as `Tree.place`."""
    find = Spans(raw.removeprefix(BOM).decode())

    def place(path: Path) -> Place:
        if not path:
            return marked(file, find.first())
        found = find.find(path)
        return marked(file, found[1]) if found else Place(file, 1, 1, 2)

    return place


class _Later:
    """What few ask for in a text that is known to be right; each is made at the first question."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines

    @cached_property
    def _spans(self) -> Spans:
        return Spans(self._lines.body)

    @cached_property
    def _root(self) -> Map:
        found = tree(self._lines).value
        return found.root if found else Map()

    def find(self, path: Path) -> Span | None:
        """The marks of the key and the value at a path."""
        return self._spans.find(path)

    def exact(self) -> Map:
        """The root with all its marks."""
        return self._root
