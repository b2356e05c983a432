"""The tree of a text in house form, read line by line; of any other text, nothing.

Files in house form are the rule, and three times as quick to read as by the parser's events. What
this reader takes, the other takes too, with the same tree (a test holds both against each other);
at the first line that it does not know it leaves the whole file to the other. It notes the places
of a list's groups only: those of facts are asked for in every file, the others almost never.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.source.tree import Map, Node, Seq, mark

_DEEPEST = 18  # a list in brackets, of groups, may come on top, and 20 is the limit
_LONGEST = 15_000  # of a line: below 20,000 characters a text, and 5,000 items of three a list
_MOST_ITEMS = 5_000
# The groups of a line: 1 its spaces, 2 the hyphen, 3 the name, where nothing stands behind the
# colon; then one of four for the value of a field, or one of four more for that of an item.
_NAME_ONLY, _FIELD_VALUES, _ITEM_VALUES = 3, 4, 8

# A text without quotation marks, made of characters that YAML gives no meaning where they stand.
_WORD = r"[A-Za-z0-9_./?=&%+~-]"
_PLAIN = rf"[A-Za-z0-9]{_WORD}*+(?:[ :]{_WORD}++)*+"
_FLOW_PLAIN = r"[A-Za-z0-9][A-Za-z0-9_./-]*+(?: [A-Za-z0-9][A-Za-z0-9_./-]*+)*+"
_INSIDE = r'[^"\\\n]*+(?:\\["\\][^"\\\n]*+)*+'
_NAME = r"[a-z_][a-z0-9_]*+"
_ITEM = rf'(?:"{_INSIDE}"|{_FLOW_PLAIN})'
_FIELD = rf"{_NAME}: {_ITEM}"
_GROUP = rf"\{{({_FIELD}(?:, {_FIELD})*+)\}}"
_ENTRY = rf"(?:{_ITEM}|\{{{_FIELD}(?:, {_FIELD})*+\}})"
_LIST = rf"\[((?:{_ENTRY}(?:, {_ENTRY})*+)?)\]"
_VALUE = rf'(?:"({_INSIDE})"|({_PLAIN})|{_GROUP}|{_LIST})'

_LINE = re.compile(rf"( *+)(?:(- )?({_NAME}):(?: {_VALUE})?|- {_VALUE}|(?:#[^\n]*+)?)\n")
FIELDS = re.compile(rf'({_NAME}): (?:"({_INSIDE})"|({_FLOW_PLAIN}))')
ITEMS = re.compile(rf'"({_INSIDE})"|({_FLOW_PLAIN})|{_GROUP}')
KEY = re.compile(rf"({_NAME}):(?= |$)")
_ESCAPED = re.compile(r'\\(["\\])')


def house(body: str) -> Map | None:
    """The root of a text in house form, else None."""
    if "\r" in body:
        return None
    return _Reader(body if body.endswith("\n") else body + "\n").root()


class _Reader:
    """Goes down the lines once, with the open groups and lists on a stack."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.stack: list[tuple[int, Map | Seq]] = [(0, Map())]
        # The field that still waits for its value: the next line may open a group or list there.
        self.waiting: tuple[Map, str] | None = None

    def root(self) -> Map | None:
        end = number = 0
        # Matched line by line, never searched for: a search would try every place of a long line.
        while line := _LINE.match(self.body, end):
            behind = line.end()
            if behind - end > _LONGEST:
                return None
            if line.lastindex != 1 and not self.taken(line, number):
                return None
            end = behind
            number += 1
        root = self.stack[0][1]
        return root if root and isinstance(root, Map) and end == len(self.body) else None

    def taken(self, line: re.Match[str], number: int) -> bool:
        """Whether a line fits; it is then part of the tree."""
        indent, last = len(line[1]), line.lastindex or 0
        if last >= _ITEM_VALUES:
            value = _NODES[last - _ITEM_VALUES](line[last])
            return self.item(indent, value, _span(line, indent + 2, number))
        name = line[3]
        fields: Map | None
        if line[2]:
            fields = Map()
            if not self.item(indent, fields, _span(line, indent + 2, number)):
                return False
            self.stack.append((indent + 2, fields))
        else:
            fields = self.fields(indent)
        if fields is None or name in fields:
            return False
        if last == _NAME_ONLY:
            fields[name] = ""
            self.waiting = fields, name
            return True
        value = _NODES[last - _FIELD_VALUES](line[last])
        if value is None:
            return False
        fields[name] = value
        return True

    def item(self, indent: int, value: Node | None, place: int) -> bool:
        """Puts an item into the list whose hyphens stand at an indentation."""
        stack, waiting = self.stack, self.waiting
        if waiting and indent > stack[-1][0]:
            new = Seq()
            new.marks = []
            waiting[0][waiting[1]] = new
            stack.append((indent, new))
        self.waiting = None
        while stack[-1][0] > indent:
            stack.pop()
        at, items = stack[-1]
        if at != indent or not isinstance(items, Seq) or value is None:
            return False
        if len(stack) > _DEEPEST or len(items) == _MOST_ITEMS:
            return False
        items.append(value)
        items.marks.append(place)
        return True

    def fields(self, indent: int) -> Map | None:
        """The group whose fields stand at an indentation."""
        stack, waiting = self.stack, self.waiting
        if waiting and indent > stack[-1][0]:
            group = Map()
            waiting[0][waiting[1]] = group
            stack.append((indent, group))
        self.waiting = None
        while stack[-1][0] > indent:
            stack.pop()
        at, found = stack[-1]
        fits = at == indent and len(stack) <= _DEEPEST
        return found if fits and isinstance(found, Map) else None


def _span(line: re.Match[str], column: int, number: int) -> int:
    return mark(number, column, line.end() - line.start() - 1)


def _group(text: str) -> Map | None:
    fields = FIELDS.findall(text)
    found = Map((name, _unescaped(inner) or bare) for name, inner, bare in fields)
    return found if len(found) == len(fields) else None


def _items(text: str) -> Seq | None:
    if "{" not in text and '"' not in text:
        return Seq(text.split(", ") if text else ())
    found = Seq()
    for inner, bare, group in ITEMS.findall(text):
        item = _group(group) if group else _unescaped(inner) or bare
        if item is None:
            return None
        found.append(item)
    return found


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def _plain(text: str) -> str:
    return text


_NODES: tuple[Callable[[str], Node | None], ...] = (_unescaped, _plain, _group, _items)
"""What makes a value of a group of the line: in quotation marks, plain, in braces, in brackets."""
