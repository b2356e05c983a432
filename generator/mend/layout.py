"""A file in the house form: the same values and comments, in the form that the examples have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from generator.mend.extent import Extent, Odd
from generator.mend.style import is_ids, name, quoted, written
from generator.schema import RECORDS, Kind
from generator.source import Map, Node, Seq, read
from generator.source.tree import unpacked
from generator.validate.knowledge import Known, known_fields

_STEP = 2
_WORDS = re.compile(r"\w+")


def laid_out(kind: Kind, file: str, text: str) -> str:
    """The text in house form; as it is where that cannot be done without doubt."""
    checked = read(file, text.encode())
    tree = checked.value
    if tree is None or any(problem.severity == "error" for problem in checked.problems):
        return text
    kept = frozenset(problem.place.line - 1 for problem in checked.problems)
    try:
        made = _Layout(Extent(text, kept)).file(tree.root, RECORDS[kind])
    except Odd:
        return text
    if made == text:
        return text
    again = read(file, made.encode()).value
    same = again is not None and _values(again.root) == _values(tree.root)
    return made if same and _tokens(made) == _tokens(text) else text


def _values(node: Node) -> Any:
    """The values, without the line end that a text in block form ends with: the schema drops it."""
    if isinstance(node, Map):
        return {key: _values(value) for key, value in node.items()}
    return [_values(one) for one in node] if isinstance(node, Seq) else node.rstrip("\n")


def _tokens(text: str) -> Counter[str]:
    """What must be the same before and after: every word, and every sign that begins a comment."""
    return Counter(_WORDS.findall(text)) + Counter({"#": text.count("#")})


@dataclass(frozen=True, slots=True)
class _Entry:
    """A field or item: the comments before it, and its lines."""

    lead: list[str]
    lines: list[str]
    rank: int = 0


class _Layout:
    """Writes the tree anew, region by region; what it does not know it leaves as it stands."""

    def __init__(self, extent: Extent) -> None:
        self.extent = extent

    def file(self, root: Map, record: type[Any]) -> str:
        first = unpacked(root.marks[0])[0]
        head = self.extent.lines[:first]
        body, end = self.fields(root, record, 0)
        tail = self.extent.lines[end + 1 :]
        lines = [line.rstrip() for line in head] + body + [line.rstrip() for line in tail]
        while lines and not lines[-1]:
            lines.pop()
        return "\n".join(lines) + "\n"

    def fields(self, group: Map, record: type[Any] | None, indent: int) -> tuple[list[str], int]:
        """The fields of a group in lines of their own, and the last line that they have now."""
        if not group:
            raise Odd
        entries = []
        known = known_fields(record) if record else {}
        order = {key: rank for rank, key in enumerate(known)}
        column = unpacked(group.marks[0])[1]
        self.extent.columns[column] = indent
        end = -1
        for number, key in enumerate(group):
            line, at, key_end = unpacked(group.marks[2 * number])
            lead = self.extent.between(end, line, column, indent) if number else []
            if number and self.extent.lines[line][:at].strip():
                raise Odd
            raw = self.extent.lines[line][at:key_end]
            field = _Field(key, name(key, raw), known.get(key), record)
            made, end = self.field(
                field, group[key], group.marks[2 * number : 2 * number + 2], indent
            )
            self.extent.columns[column] = indent  # a list in it may begin at the same column
            lead += made.lead
            entries.append(_Entry(lead, made.lines, order.get(key, -1)))
        if all(entry.rank >= 0 for entry in entries):
            entries = _ordered(entries)
        return [line for entry in entries for line in (*entry.lead, *entry.lines)], end

    def field(
        self, field: _Field, value: Node, marks: list[int], indent: int
    ) -> tuple[_Entry, int]:
        """One field: its comment, its lines, and the last line that it has now."""
        line, column, key_end = unpacked(marks[0])
        at, start, _ = unpacked(marks[1])
        margin = " " * indent
        head = f"{margin}{field.written}:"
        if line in self.extent.kept:
            end = self.extent.end(value, marks[1], line, column)
            return _Entry([], self.extent.moved(line, end, column, indent)), end
        if isinstance(value, Map | Seq) and not self.extent.is_flow(at, start):
            lead = self.extent.remark(line, key_end, indent)
            inner = self.nested(field, value, indent)
            if at == line:
                raise Odd
            between = self.extent.between(line, self.begin(value), None, indent + _STEP)
            return _Entry(lead, [head + inner[0], *between, *inner[1]]), inner[2]
        if isinstance(value, str) and not value and marks[0] == marks[1]:
            return _Entry(self.extent.remark(line, key_end, indent), [head]), line
        end = self.extent.end(value, marks[1], line, column)
        if at != line:
            return self.below(field, value, marks, indent)
        said = self.value(field, value, (at, start, end))
        if said is None:
            return _Entry([], self.extent.moved(line, end, column, indent)), end
        lead = self.extent.remark(end, self.extent.stop(value, marks[1], end), indent)
        return _Entry(lead, [f"{head} {said}"]), end

    def below(
        self, field: _Field, value: Node, marks: list[int], indent: int
    ) -> tuple[_Entry, int]:
        """A text or bracket that begins in a line below its field."""
        line, column, key_end = unpacked(marks[0])
        at, start, _ = unpacked(marks[1])
        end = self.extent.end(value, marks[1], line, column)
        said = self.value(field, value, (at, start, end))
        if said is None or any(row.strip() for row in self.extent.lines[line + 1 : at]):
            raise Odd
        lead = self.extent.remark(line, key_end, indent)
        lead += self.extent.remark(end, self.extent.stop(value, marks[1], end), indent)
        return _Entry(lead, [f"{' ' * indent}{field.written}: {said}"]), end

    def value(self, field: _Field, value: Node, span: tuple[int, int, int]) -> str | None:
        """A text or bracket on one line; None where it should stay as it stands."""
        at, start, end = span
        if isinstance(value, str):
            value = value.rstrip("\n")
            if "\n" in value:
                return None
            raw = self.extent.lines[at][start:].rstrip()
            if at != end or raw[:1] in {"|", ">"}:
                return written(field.record, field.name, value, quoted(value), inside=False)
            raw = raw[: self.extent.length(at, start)]
            return written(field.record, field.name, value, raw, inside=False)
        if at != end and (self.extent.has_remark(at, end) or not _is_list_of_ids(field, value)):
            return None
        return self.bracketed(field, value)

    def bracketed(self, field: _Field, value: Node) -> str:
        """A list or group in brackets, on one line."""
        if isinstance(value, str):
            raise Odd
        if isinstance(value, Seq):
            items = [
                self.inside(field, item, packed)
                for item, packed in zip(value, value.marks, strict=True)
            ]
            return f"[{', '.join(items)}]"
        record = field.known.record if field.known else None
        known = known_fields(record) if record else {}
        order = {key: rank for rank, key in enumerate(known)}
        parts = []
        for number, (key, item) in enumerate(value.items()):
            line, at, end = unpacked(value.marks[2 * number])
            inner = _Field(key, name(key, self.extent.lines[line][at:end]), known.get(key), record)
            said = self.inside(inner, item, value.marks[2 * number + 1])
            bare = isinstance(item, str) and value.marks[2 * number] == value.marks[2 * number + 1]
            if bare:
                raise Odd
            parts.append((order.get(key, -1), f"{inner.written}: {said}"))
        if all(rank >= 0 for rank, _ in parts):
            parts.sort(key=lambda part: part[0])
        return "{" + ", ".join(said for _, said in parts) + "}"

    def inside(self, field: _Field, value: Node, packed: int) -> str:
        if not isinstance(value, str):
            return self.bracketed(field, value)
        line, start, end = unpacked(packed)
        if "\n" in value or not value:
            raise Odd
        raw = self.extent.lines[line][start:end]
        return written(field.record, field.name, value, raw, inside=True)

    def begin(self, value: Map | Seq) -> int:
        """The line on which a block group or list begins."""
        return unpacked(value.marks[0])[0]

    def nested(self, field: _Field, value: Map | Seq, indent: int) -> tuple[str, list[str], int]:
        """What stands behind the colon, the lines below, and the last line that it has now."""
        if isinstance(value, Map):
            lines, end = self.fields(value, field.known.record if field.known else None, indent + 2)
            return "", lines, end
        column = self.dash(unpacked(value.marks[0]))
        lines, end = self.items(field, value, column, indent + _STEP)
        first = self.begin(value)
        if _is_list_of_ids(field, value) and not self.extent.has_remark(first, end):
            ids = [
                written(field.record, field.name, str(one), str(one), inside=True) for one in value
            ]
            return f" [{', '.join(ids)}]", [], end
        return "", lines, end

    def dash(self, place: tuple[int, int, int]) -> int:
        """The column of the hyphen in front of an item, which must stand in the same line."""
        line, column, _ = place
        before = self.extent.lines[line][:column]
        if not re.fullmatch(r" *- +", before):
            raise Odd
        return before.index("-")

    def items(self, field: _Field, items: Seq, column: int, indent: int) -> tuple[list[str], int]:
        """The items of a list, a hyphen each."""
        lines: list[str] = []
        end = -1
        record = field.known.record if field.known else None
        self.extent.columns[column] = indent
        for number, (item, packed) in enumerate(zip(items, items.marks, strict=True)):
            line, start, _ = place = unpacked(packed)
            if self.dash(place) != column:
                raise Odd
            if number:
                lines += self.extent.between(end, line, column, indent)
            if isinstance(item, Map) and not self.extent.is_flow(line, start):
                made, end = self.fields(item, record, indent + _STEP)
                leading = _leading(made)
                rest = made[len(leading) :]
                lines += [(" " * indent + row.strip()).rstrip() for row in leading]
                lines += [f"{' ' * indent}- {rest[0].strip()}", *rest[1:]]
                continue
            if isinstance(item, Seq) and not self.extent.is_flow(line, start):
                raise Odd
            end = self.extent.end(item, packed, line, column)
            said = None if line in self.extent.kept else self.value(field, item, (line, start, end))
            if said is None:
                lines += self.extent.moved(line, end, column, indent)
                continue
            lines += self.extent.remark(end, self.extent.stop(item, packed, end), indent)
            lines.append(f"{' ' * indent}- {said}")
        return lines, end


@dataclass(frozen=True, slots=True)
class _Field:
    """A field as the schema knows it: `record` is what it belongs to."""

    name: str
    written: str
    known: Known | None
    record: type[Any] | None


def _is_list_of_ids(field: _Field, value: Node) -> bool:
    texts = isinstance(value, Seq) and all(isinstance(one, str) and one for one in value)
    return texts and is_ids(field.record, field.name)


def _ordered(entries: list[_Entry]) -> list[_Entry]:
    """The entries in the schema's order; untouched where they stand so."""
    in_order = all(one.rank < other.rank for one, other in pairwise(entries))
    return entries if in_order else sorted(entries, key=lambda entry: entry.rank)


def _leading(lines: Iterable[str]) -> list[str]:
    """The comments and blank lines in front of an item's first field."""
    found = []
    for line in lines:
        if line.strip() and line.strip()[0] != "#":
            break
        found.append(line)
    return found
