"""The tree of one file: groups, lists and texts that know where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from generator.problem import Place

Path = tuple[str | int, ...]

_BITS = 21  # a file has at most 1 MiB, so each number fits
_MASK = (1 << _BITS) - 1


def mark(line: int, column: int, end: int) -> int:
    """A span in one line as one number: a tree of a large data set keeps millions of them.

    All three count from 0 here; `Place` counts from 1.
    """
    return (line << _BITS | column) << _BITS | end


def unpacked(packed: int) -> tuple[int, int, int]:
    """Line, column and end column, from 0, of a `mark`."""
    return packed >> 2 * _BITS, packed >> _BITS & _MASK, packed & _MASK


class Map(dict[str, "Node"]):
    """A group of fields. `marks` has two spans a field, the key's and the value's, in order."""

    __slots__ = ("marks",)
    marks: list[int]

    def key_mark(self, key: str) -> int:
        """The span of a key."""
        return self.marks[2 * list(self).index(key)]

    def value_mark(self, key: str) -> int:
        """The span of a key's value."""
        return self.marks[2 * list(self).index(key) + 1]


class Seq(list["Node"]):
    """A list. `marks` has one span an item."""

    __slots__ = ("marks",)
    marks: list[int]


Node = Map | Seq | str


@dataclass(frozen=True, slots=True)
class Tree:
    """What stands in one file, with the place of everything.

    An empty value is an empty text; nothing else than text, lists and groups is known here.
    """

    file: str
    root: Map

    def place(self, path: Path) -> Place:
        """Where the value at `path` stands; steps that the file lacks are left out.

        A text in quotation marks stands with them; a value of several lines ends with its first.
        """
        return self._found(path, of_key=False)

    def key_place(self, path: Path) -> Place:
        """Where the key of the value at `path` stands; of a list's item, the item."""
        return self._found(path, of_key=True)

    def first_key_place(self, path: Path) -> Place:
        """Where the first key of the group at `path` stands: the place of what it lacks."""
        node, _, _ = self._walk(path)
        return self._place(node.marks[0]) if isinstance(node, Map) and node else self.place(path)

    def _found(self, path: Path, *, of_key: bool) -> Place:
        _, key, value = self._walk(path)
        return self._place(key if of_key else value)

    def _walk(self, path: Path) -> tuple[Node, int, int]:
        node: Node = self.root
        key = value = self.root.marks[0] if self.root else mark(0, 0, 0)
        for step in path:
            if isinstance(node, Map) and isinstance(step, str) and step in node:
                key, value = node.key_mark(step), node.value_mark(step)
                node = node[step]
            elif isinstance(node, Seq) and isinstance(step, int) and 0 <= step < len(node):
                key = value = node.marks[step]
                node = node[step]
            else:
                continue
        return node, key, value

    def _place(self, packed: int) -> Place:
        line, column, end = unpacked(packed)
        return Place(self.file, line + 1, column + 1, max(end, column + 1) + 1)
