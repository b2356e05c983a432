"""Edit values of a YAML file by path; comments, layout and line ends stay.

The new text is parsed again before it is returned. If it holds anything other than what was
intended, the edit is refused. Positions come from the parser, so every style of YAML can be edited.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import yaml
from yaml import CSafeLoader

from factsheets.content.reader import read
from factsheets.content.text import BOM, LINE_BREAK
from factsheets.content.tree import Map, Node, Path, Seq, Tree, quoted
from factsheets.problems.problem import Checked, Place, Problem, errors

_LINE_REST = re.compile(r"[^\r\n]*+")
_BARE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*+(?:/[A-Za-z0-9_-]++)*+")
_BLOCK_STYLES = ("|", ">")


@dataclass(frozen=True, slots=True)
class SetText:
    """Replace the text at `path`, keeping its style."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class AddItem:
    """Append a text to the list at `path`.

    A single text there becomes a list. A missing list is created after the field `after` of the
    same group; without `after`, after the last field that holds a text.
    """

    path: Path
    text: str
    after: str | None = None


@dataclass(frozen=True, slots=True)
class SetKey:
    """Rename the field at `path`."""

    path: Path
    text: str


Change = SetText | AddItem | SetKey


def edited(file: str, raw: bytes, changes: Iterable[Change]) -> Checked[bytes]:
    """Apply all changes to the bytes of a file, or return the problem that prevents it.

    Args:
        file: Path of the file, for the problem's place.
        raw: The current file; it must be readable without errors.
        changes: Each path must exist (except for a list that `AddItem` creates).
    """
    wanted = tuple(dict.fromkeys(changes))
    if not wanted:
        return Checked(raw)
    found = read(file, raw)
    tree = found.value
    if tree is None:
        return Checked(None, (_refusal(found.problems[0].place),))
    result = _result(tree, raw, wanted)
    if result is not None:
        return Checked(result)
    one = next((each for each in wanted if _result(tree, raw, (each,)) is None), wanted[0])
    return Checked(None, (_refusal(tree.place(one.path)),))


def changes_at(
    file: str, raw: bytes, texts: Iterable[tuple[Place, str]]
) -> tuple[Change | None, ...]:
    """The changes that replace values or keys, by the position of those.

    None means a position at which neither a value nor a key begins.
    """
    tree = read(file, raw).value
    if tree is None:
        return tuple(None for _ in texts)
    body = raw.removeprefix(BOM).decode()
    starts = [0, *(found.end() for found in LINE_BREAK.finditer(body))]
    layout = _Layout(tree.root, body)
    keys = {span.start: path for path, span in layout.keys.items()}
    values = {
        span.start: path
        for path, span in layout.values.items()
        if isinstance(layout.node(path), str)
    }
    found: list[Change | None] = []
    for place, text in texts:
        index = starts[place.line - 1] + place.column - 1 if place.line <= len(starts) else -1
        if index in values:
            found.append(SetText(values[index], text))
        else:
            found.append(SetKey(keys[index], text) if index in keys else None)
    return tuple(found)


def _refusal(place: Place) -> Problem:
    return Problem(
        "edit-refused",
        "This is written in a way that a program cannot safely change.",
        place,
        "Write the field in the usual form, name, colon and value on one line, and run the "
        "command again.",
    )


def _result(tree: Tree, raw: bytes, changes: tuple[Change, ...]) -> bytes | None:
    """The edited file; None if it does not hold exactly what was intended."""
    mark = BOM if raw.startswith(BOM) else b""
    body = raw.removeprefix(BOM).decode()
    try:
        replaced = _replaced(body, _Layout(tree.root, body), changes)
        intended = _intended(tree.root, changes)
    except _Unclear:
        return None
    result = mark + replaced.encode()
    again = read(tree.file, result)
    if again.value is None or errors(again.problems) or plain(again.value.root) != intended:
        return None
    return result


class _Unclear(Exception):
    """The file uses a layout that this module cannot edit."""


@dataclass(frozen=True, slots=True)
class _Span:
    """The span of a value in the text; `style` is `"`, `'`, `|`, `>`, `[`, `{`, or empty."""

    start: int
    end: int
    style: str


class _Layout:
    """The spans of all keys and values of a text that was read without errors."""

    def __init__(self, root: Map, body: str) -> None:
        self.root = root
        self.body = body
        self.values: dict[Path, _Span] = {}
        self.keys: dict[Path, _Span] = {}
        self._walk(yaml.compose(body.encode(), Loader=CSafeLoader), ())
        found = LINE_BREAK.search(body)
        self.line_break = found[0] if found else "\n"

    def _walk(self, node: Any, path: Path) -> int:
        """Record the span of a value and of everything in it; return its end."""
        start, end = node.start_mark.index, node.end_mark.index
        if isinstance(node, yaml.ScalarNode):
            style = node.style or ""
            if style in _BLOCK_STYLES:
                end = start + len(self.body[start:end].rstrip())
            self.values[path] = _Span(start, end, style)
            return int(end)
        last = 0
        if isinstance(node, yaml.SequenceNode):
            for number, item in enumerate(node.value):
                last = self._walk(item, (*path, number))
        else:
            for key, value in node.value:
                inside = (*path, key.value)
                self.keys[inside] = _Span(key.start_mark.index, key.end_mark.index, key.style or "")
                last = self._walk(value, inside)
        flow = "[" if isinstance(node, yaml.SequenceNode) else "{"
        self.values[path] = _Span(start, end, flow) if node.flow_style else _Span(start, last, "")
        return self.values[path].end

    def at(self, path: Path) -> Path:
        """The path in the file: a single text may stand for a list of one."""
        if path not in self.values and path and isinstance(path[-1], int):
            path = path[:-1]
        if path not in self.values:
            raise _Unclear
        return path

    def node(self, path: Path) -> Node:
        node: Node = _at(self.root, path)
        return node

    def column(self, index: int) -> int:
        return index - max(self.body.rfind(sign, 0, index) for sign in "\r\n") - 1

    def line_end(self, index: int) -> int:
        """The end of a line, including a comment."""
        found = _LINE_REST.match(self.body, index)
        return found.end() if found else index


_Piece = tuple[int, int, str]
"""A range of the text and its replacement."""


def _replaced(body: str, layout: _Layout, changes: tuple[Change, ...]) -> str:
    pieces = [_piece(layout, change) for change in changes]
    for start, end, text in sorted(pieces, key=lambda each: each[:2], reverse=True):
        body = body[:start] + text + body[end:]
    return body


def _piece(layout: _Layout, change: Change) -> _Piece:
    if isinstance(change, SetText):
        return _text_piece(layout, layout.at(change.path), change.text)
    if isinstance(change, SetKey):
        key = layout.keys[layout.at(change.path)]
        return key.start, key.end, _inline(change.text)
    if change.path not in layout.values:
        return _field_piece(layout, change)
    span, value = layout.values[change.path], layout.node(change.path)
    if isinstance(value, Map):
        raise _Unclear
    if isinstance(value, Seq):
        return _item_piece(layout, change, len(value))
    if not value:
        return span.end, span.end, f" [{_inline(change.text)}]"
    if (
        span.style in _BLOCK_STYLES
        and "#" in LINE_BREAK.split(layout.body[span.start : span.end])[0]
    ):
        raise _Unclear
    return span.start, span.end, f"[{_inline(value.rstrip())}, {_inline(change.text)}]"


def _text_piece(layout: _Layout, path: Path, text: str) -> _Piece:
    """A text in the style of the old one; in double quotes if that style cannot hold it."""
    span, value = layout.values[path], layout.node(path)
    if not isinstance(value, str):
        raise _Unclear
    raw = layout.body[span.start : span.end]
    if span.style in _BLOCK_STYLES:
        header = LINE_BREAK.search(raw)
        old = value.rstrip("\n")
        if not header or not old or "\n" in text or raw.count(old, header.end()) != 1:
            raise _Unclear
        at = span.start + raw.index(old, header.end())
        return at, at + len(old), text
    plain = _BARE.fullmatch(text) is not None
    if raw == value or not span.style:
        return span.start, span.end, text if plain else quoted(text)
    return span.start, span.end, f"'{text}'" if span.style == "'" and plain else quoted(text)


def _item_piece(layout: _Layout, change: AddItem, count: int) -> _Piece:
    span = layout.values[change.path]
    last = layout.values[(*change.path, count - 1)].end if count else span.start + 1
    item = _inline(change.text)
    if span.style:
        space = " " if layout.body[last] == "#" else ""
        return last, last, f", {item}" if count else item + space
    at = layout.line_end(last)
    return at, at, f"{layout.line_break}{' ' * layout.column(span.start)}- {item}"


def _field_piece(layout: _Layout, change: AddItem) -> _Piece:
    """A new field in a group, after another field."""
    *above, name = change.path
    group = layout.at(tuple(above))
    fields = layout.node(group)
    if not isinstance(fields, Map):
        raise _Unclear
    texts = [key for key, value in fields.items() if isinstance(value, str)]
    before = change.after or next(reversed(texts), "")
    if before not in fields:
        raise _Unclear
    end = layout.values[(*group, before)].end
    field = f"{name}: [{_inline(change.text)}]"
    if layout.values[group].style:
        return end, end, f", {field}"
    key = layout.keys[(*group, before)].start
    above_key = layout.body[:key].rstrip(" ")
    if above_key.endswith("?"):  # a key that is marked as one
        key = len(above_key) - 1
    at = layout.line_end(end)
    return at, at, f"{layout.line_break}{' ' * layout.column(key)}{field}"


def _inline(text: str) -> str:
    return text if _BARE.fullmatch(text) else quoted(text)


def _intended(root: Map, changes: tuple[Change, ...]) -> Any:
    """The values that the edited file must have."""
    wanted = plain(root)
    for change in changes:
        *above, last = change.path
        inside = _at(wanted, above)
        if isinstance(change, SetText):
            if isinstance(inside, str):  # a single text that stands for a list of one
                *above, last = above
                inside = _at(wanted, above)
            inside[last] = change.text
        elif isinstance(change, SetKey):
            inside[change.text] = inside.pop(last)
        else:
            old = inside.get(last) or []
            inside[last] = [*(old if isinstance(old, list) else [old]), change.text]
    return wanted


def _at(node: Any, path: Iterable[str | int]) -> Any:
    for step in path:
        node = node[step]
    return node


def plain(node: Node) -> Any:
    """The values without the trailing line break of block texts, which the schema drops."""
    if isinstance(node, Map):
        return {key: plain(value) for key, value in node.items()}
    return [plain(one) for one in node] if isinstance(node, Seq) else node.rstrip("\n")
