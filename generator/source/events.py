"""The tree of a text, built from the parser's events; what is beyond the strict subset is refused.

libyaml's event parser is used and not its loader: that one follows 100,000 brackets down the C
stack and dies. Here each bracket is an event, so that depth is bounded on the way.
"""

from __future__ import annotations

from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from generator.problem import Checked, Problem
from generator.source import document, refusals
from generator.source.lines import Lines
from generator.source.syntax import cause
from generator.source.tree import Map, Node, Seq, Tree, mark

DEEPEST = 20
"""How many groups and lists may stand inside each other; the whole file is the first."""

LONGEST = 20_000
"""How many characters a text may have."""

MOST_ITEMS = 5_000
"""How many items a list may have."""

# A name that begins so was meant for an item, is missing, or is the sign that takes fields over.
_ODD_NAMES = ("", "<", *refusals.HYPHENS)
_MOST = 100  # problems of one file; hostile ones could have a million


class _Stop(Exception):
    """What follows cannot be read; the problem is already recorded."""


def tree(text: Lines) -> Checked[Tree]:
    """The tree of a text. With an error that leaves the structure clear, both come back."""
    early = document.before_parsing(text)
    if early:
        return Checked(None, (early,))
    builder = _Builder(text)
    try:
        root = builder.document()
    except yaml.MarkedYAMLError as fault:
        return Checked(None, (cause(fault, text, builder.last_quoted, builder.brackets()),))
    except _Stop:
        return Checked(None, tuple(builder.problems))
    problems = tuple(builder.problems)
    return Checked(Tree(text.file, root) if builder.whole else None, problems)


class _Builder:
    """Walks the events of one file once."""

    def __init__(self, text: Lines) -> None:
        self.text = text
        self.problems: list[Problem] = []
        self.anew: Map | None = None  # an item in which another seems to begin, without hyphen
        self.whole = True  # False once something had to be left out of the tree
        self.last_quoted: Any = None  # the last text that was not plain: errors often begin there
        self.open: list[Any] = []  # the starts of groups and lists that have not ended
        self.end: Any = None  # the mark behind the last group or list
        self.next: Any = CParser(text.body.encode()).get_event
        self.escapes = "\\" in text.body
        self.hashes = "#" in text.body

    def document(self) -> Map:
        self.next()  # the stream
        start = self.next()
        if start.__class__ is yaml.StreamEndEvent:
            raise self.stop(document.empty(self.text))
        top = self.next()
        if top.__class__ is not MappingStartEvent:
            raise self.stop(document.not_fields(self.text, top))
        self.properties(top)
        self.open.append(top)
        root = self.group(1)
        after = document.behind_the_end(self.text, self.next())
        if after:
            raise self.stop(after)
        return root

    def group(self, depth: int) -> Map:
        """A group of fields whose start has been read."""
        group = Map()
        group.marks = marks = []
        following = self.next
        while True:
            key: Any = following()
            if key.__class__ is not ScalarEvent:
                if key.__class__ is MappingEndEvent:
                    self.end = key.end_mark
                    return group
                self.odd_name(key, depth)
                continue
            name = self.scalar(key)
            if name in group or name[:1] in _ODD_NAMES:
                if name in group and group is self.anew:  # it belongs to the item begun there
                    self.passed_over(self.next(), depth)
                    continue
                if self.refused(refusals.key(self.text, key, group), group, depth):
                    continue
            start: Any = key.start_mark
            end: Any = key.end_mark
            packed = mark(start.line, start.column, end.column)
            event = following()
            value, place = self.node(event, depth)
            group[name] = value
            marks.append(packed)
            # Of nothing at all the place is the name; of two quotation marks, the marks.
            empty = not value and event.__class__ is ScalarEvent and not event.style
            marks.append(packed if empty else place)

    def refused(self, problem: Problem | None, group: Map, depth: int) -> bool:
        """Whether a name is refused; its value is then passed over."""
        if problem is None:
            return False
        self.add(problem)
        if refusals.NEW_ITEM in problem.help:
            self.anew = group
        self.whole = self.whole and problem.code == "yaml-duplicate-key" and not self.anew
        self.passed_over(self.next(), depth)
        return True

    def passed_over(self, event: Any, depth: int) -> None:
        # The cause is told; that an alias hangs on it as well would be a second complaint.
        if event.__class__ is not AliasEvent:
            self.node(event, depth)

    def odd_name(self, event: Any, depth: int) -> None:
        """Refuses a list, group or alias as a name, and passes over it and its value."""
        alias = event.__class__ is AliasEvent
        self.add((refusals.alias if alias else refusals.not_a_name)(self.text, event))
        self.whole = False
        told = len(self.problems)
        try:
            self.passed_over(event, depth)
            self.passed_over(self.next(), depth)
        finally:
            del self.problems[told:]

    def items(self, depth: int) -> Seq:
        """A list whose start has been read."""
        items = Seq()
        items.marks = marks = []
        following = self.next
        while True:
            event = following()
            if event.__class__ is SequenceEndEvent:
                self.end = event.end_mark
                if len(items) > MOST_ITEMS:
                    raise self.stop(refusals.too_many(self.text, self.open[-1], len(items)))
                return items
            value, place = self.node(event, depth)
            if not value and event.__class__ is ScalarEvent and not event.style:
                place = self.hyphen(event.start_mark)
            items.append(value)
            marks.append(place)

    def hyphen(self, behind: Any) -> int:
        """The span of the hyphen behind which nothing stands: the mark lies behind it."""
        line, column = behind.line, behind.column
        at = self.text[line].rfind("-", 0, column + 1)
        return mark(line, at, at + 1) if at >= 0 else mark(line, column, column)

    def node(self, event: Any, depth: int) -> tuple[Node, int]:
        """The value that begins with an event, and its span."""
        kind: Any = event.__class__
        start: Any = event.start_mark
        value: Node
        if kind is ScalarEvent:
            value, end = self.scalar(event), event.end_mark
            if value and value[0] in refusals.HYPHENS and not event.style:
                self.item_without_hyphen(event)
        elif kind is AliasEvent:
            self.add(refusals.alias(self.text, event))
            self.whole = False
            value, end = "", event.end_mark
        else:
            if depth == DEEPEST:
                raise self.stop(refusals.too_deep(self.text, event))
            self.properties(event)
            self.open.append(event)
            value = self.group(depth + 1) if kind is MappingStartEvent else self.items(depth + 1)
            self.open.pop()
            end = self.end
        if end.line == start.line:
            return value, mark(start.line, start.column, end.column)
        return value, mark(start.line, start.column, self.text.width(start.line))

    def scalar(self, event: Any) -> str:
        """The text of an event, after a look at what YAML would make more of."""
        value: str = event.value
        if event.anchor is not None or event.tag is not None:
            self.properties(event)
            # Without a value behind the sign, the whole text was taken for it.
            self.whole = self.whole and bool(value)
        if not event.style:
            if self.hashes:
                self.add(refusals.lost_behind_hash(self.text, event))
        else:
            self.last_quoted = event
            if self.escapes:
                self.problems += refusals.escaped_characters(self.text, event)
        if len(value) > LONGEST:
            self.add(refusals.too_long(self.text, event, LONGEST))
        return value

    def item_without_hyphen(self, event: Any) -> None:
        """Refuses a text that was meant for an item of a list, and took in those below it."""
        problem = refusals.odd_hyphen(self.text, event.start_mark.line, event.start_mark.column)
        if problem is not None:
            self.add(problem)
            self.whole = False

    def properties(self, event: Any) -> None:
        """Refuses a name (&) or a type (!) in front of a value."""
        if event.anchor is not None:
            self.add(refusals.anchor(self.text, event))
        elif event.tag is not None:
            self.add(refusals.tag(self.text, event))

    def brackets(self) -> tuple[int, int] | None:
        """Where the innermost bracket stands that is still open."""
        # An anchor or a type can stand in front of the bracket, and a pair in a list has none.
        for event in reversed(self.open):
            line, column = event.end_mark.line, event.end_mark.column - 1
            if event.flow_style and self.text[line][column : column + 1] in {"[", "{"}:
                return line, column
        return None

    def add(self, problem: Problem | None) -> None:
        if problem is None:
            return
        self.problems.append(problem)
        if len(self.problems) == _MOST:
            raise _Stop

    def stop(self, problem: Problem) -> _Stop:
        """To be raised: nothing that follows can be trusted."""
        self.problems.append(problem)
        return _Stop()
