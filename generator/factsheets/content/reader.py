"""Parse YAML text into a tree with lines and columns; nothing else reads YAML.

The format is a strict subset of YAML 1.2: every scalar stays text, whatever it looks like (`NO`,
`12:30`, `~`), and an empty value is an empty text. Everything outside the subset is refused, with
its place.

The reader uses libyaml's event parser instead of its loader: the loader recurses on the C stack and
crashes on 100,000 brackets. Here each bracket is an event, so the depth can be limited.
"""

from __future__ import annotations

import re
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

from factsheets.content import subset
from factsheets.content.indentation import COLON, FIELD, without_colon
from factsheets.content.syntax_errors import cause
from factsheets.content.text import place_at, text
from factsheets.content.tree import Lines, Map, Node, Seq, Tree, mark
from factsheets.problems.problem import Checked, Problem

_TAB = re.compile(r"^ *\t", re.MULTILINE)
# No-break, wide and narrow spaces, which come with text copied from web pages.
_ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
ODD_SPACE = re.compile(
    rf"^(?: *+(?:- ++)?)([{_ODD}][{_ODD} ]*+)(?=(?:- )?[a-z_]++:[\s{_ODD}])"
    rf"|^ *+(?:- ++)?[a-z_]++:( *+[{_ODD}][{_ODD} ]*+)",
    re.MULTILINE,
)
"""Such spaces before a field and after its colon."""

_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_DIRECTIVE = re.compile(r"(?: *+(?:#[^\r\n]*+)?+(?:\r\n|\r|\n))*+(?=%)")


def _conflict(text: Lines) -> Problem | None:
    found = _CONFLICT.search(text.body)
    if not found:
        return None
    place = place_at(text.file, text.body, found.start())
    return Problem(
        "yaml-conflict",
        "There is a Git merge conflict here.",
        text.place(place.line - 1, 0),
        "Keep the lines that are right. Delete the others, and the lines that begin with <<<<<<<, "
        "======= and >>>>>>>.",
    )


def _tabs(text: Lines) -> Problem | None:
    if "\t" not in text.body:
        return None
    found = [match.end() - 1 for match in _TAB.finditer(text.body)]
    if not found:
        return None
    place = place_at(text.file, text.body, found[0])
    more = len(found) - 1
    also = f" {more} more {'line does' if more == 1 else 'lines do'} too." if more else ""
    return Problem(
        "yaml-tab",
        f"Line {place.line} starts with a tab. YAML needs spaces.{also}",
        place,
        "Replace the tab with two spaces. facts check --fix does this for the whole file.",
    )


def _odd_spaces(text: Lines) -> Problem | None:
    """A special space before a field or after its colon, which YAML reads as a letter."""
    found = None if text.body.isascii() else ODD_SPACE.search(text.body)
    if not found:
        return None
    at = found.lastindex or 1
    start = place_at(text.file, text.body, found.start(at))
    odd = found[at].strip(" ")[0]
    return Problem(
        "yaml-odd-space",
        f"This is a special space (U+{ord(odd):04X}), which YAML treats as a letter.",
        text.place(start.line - 1, start.column - 1, start.column - 1 + len(found[at])),
        "Delete it and press the space bar. facts check --fix does this for the whole file.",
    )


def _directive(text: Lines) -> Problem | None:
    # Checked before parsing: libyaml compares each %TAG line with all previous ones.
    found = _DIRECTIVE.match(text.body)
    if not found:
        return None
    return Problem(
        "yaml-directive",
        "A line that begins with % is an instruction to YAML, which is not allowed here.",
        text.place(place_at(text.file, text.body, found.end()).line - 1, 0),
        "Delete the line. If it is text, put it after its field, in double quotes.",
    )


def empty(text: Lines) -> Problem:
    """A file without any field."""
    return Problem(
        "yaml-empty",
        "This file is empty.",
        text.place(0, 0, 1),
        "Write its fields, one on each line, or delete the file. facts new creates a template.",
    )


def _not_fields(text: Lines, event: Any) -> Problem:
    """A file that is a list or a text instead of a group of fields."""
    line, column = event.start_mark.line, event.start_mark.column
    if sign := _sign(event):
        return subset.sign_problem(text, sign, line, column)
    if event.__class__ is ScalarEvent and not event.value:
        return empty(text)
    return _other_text(text, event, line, column)


def _sign(event: Any) -> str | None:
    """The character with a meaning in YAML that a value begins with, if any."""
    if event.__class__ is AliasEvent:
        return "*"
    return "&" if event.anchor is not None else "!" if event.tag is not None else None


def _other_text(text: Lines, event: Any, line: int, column: int) -> Problem:
    if text[line].startswith("---"):
        return Problem(
            "yaml-documents",
            "There is text after three hyphens at the start of a line.",
            text.place(line, 0, 3),
            "Delete the hyphens.",
        )
    if text[line].lstrip().startswith("<"):
        return Problem(
            "yaml-shape",
            "This is an HTML page, not a file of fields.",
            text.place(line, column),
            "Copy the raw text of the file (the button Raw), not the page that shows it.",
        )
    fields = COLON.search(text[line]) or any(FIELD.match(row) for row in text.all)
    if event.__class__ is ScalarEvent and not event.style and fields:
        return without_colon(text, line)
    return Problem(
        "yaml-shape",
        "This file does not consist of fields.",
        text.place(line, column),
        'Each line begins with the name of a field, a colon and a space: name: "Emmanuel Macron"',
    )


def _after_document(text: Lines, event: Any) -> Problem | None:
    """Content after the end of the one document that a file may hold."""
    line, column = event.end_mark.line, event.end_mark.column
    rest = [text[line][column:], *text.all[line + 1 :]]
    for offset, written in enumerate(rest):
        bare = written.strip()
        if not bare or bare[0] == "#" or bare == "...":
            continue
        return _second(text, line + offset, column if offset == 0 else 0, dots=event.explicit)
    return None


def _second(text: Lines, line: int, column: int, *, dots: bool) -> Problem:
    if dots or text[line].startswith(("---", "...")) or "..." in text.all[:line]:
        return Problem(
            "yaml-documents",
            "A second document begins here; a file holds only one.",
            text.place(line, 0),
            "Delete the line with --- or ..., or move what follows it to another file.",
        )
    if text[line][:column].strip():
        rest = text[line][column:]
        return subset.after_close(text, line, column + len(rest) - len(rest.lstrip()))
    first = next(n for n, row in enumerate(text.all) if row.strip() and row.strip()[0] != "#")
    return Problem(
        "yaml-indent",
        f"This line is indented less than line {first + 1}, the first one.",
        text.place(line, text.indent(line)),
        f"Remove the spaces before line {first + 1} and the lines that belong to it.",
    )


# A name that begins like this was meant as a list item, is missing, or is the merge sign.
_ODD_NAMES = ("", "<", *subset.HYPHENS)
_MOST = 100  # per file; a hostile one could have a million


class _Stop(Exception):
    """The rest of the file cannot be read; the problem is already recorded."""


def _tree(text: Lines) -> Checked[Tree]:
    """Parse a text; returns both a tree and errors if the structure is clear in spite of them."""
    # What can be seen without a parser would only confuse it.
    early = _conflict(text) or _tabs(text) or _odd_spaces(text) or _directive(text)
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
    """Walks once through the events of one file."""

    def __init__(self, text: Lines) -> None:
        self.text = text
        self.problems: list[Problem] = []
        # An item in which another seems to begin, without a hyphen.
        self.begun_item: Map | None = None
        self.whole = True  # False as soon as something is left out of the tree
        self.last_quoted: Any = None  # the last text that was not plain: errors often begin there
        self.open: list[Any] = []  # the starts of unclosed groups and lists
        self.end: Any = None  # the mark after the last group or list
        self.next: Any = CParser(text.body.encode()).get_event
        self.escapes = "\\" in text.body
        self.hashes = "#" in text.body

    def document(self) -> Map:
        self.next()  # the stream start
        start = self.next()
        if start.__class__ is yaml.StreamEndEvent:
            raise self.stop(empty(self.text))
        top = self.next()
        if top.__class__ is not MappingStartEvent:
            raise self.stop(_not_fields(self.text, top))
        self.refuse_sign(top)
        self.open.append(top)
        root = self.group(1)
        after = _after_document(self.text, self.next())
        if after:
            raise self.stop(after)
        return root

    def group(self, depth: int) -> Map:
        """Read a group of fields after its start event."""
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
                if name in group and group is self.begun_item:
                    # It belongs to the item that begins there.
                    self.skip_value(self.next(), depth)
                    continue
                if self.refused(subset.key(self.text, key, group), group, depth):
                    continue
            start: Any = key.start_mark
            end: Any = key.end_mark
            packed = mark(start.line, start.column, end.column)
            event = following()
            value, place = self.node(event, depth)
            group[name] = value
            marks.append(packed)
            # The place of an empty value is its name; of two quotation marks, the marks.
            empty = not value and event.__class__ is ScalarEvent and not event.style
            marks.append(packed if empty else place)

    def refused(self, problem: Problem | None, group: Map, depth: int) -> bool:
        """Whether a name is refused; its value is then skipped."""
        if problem is None:
            return False
        self.add(problem)
        if subset.NEW_ITEM in problem.help:
            self.begun_item = group
        self.whole = self.whole and problem.code == "yaml-duplicate-key" and not self.begun_item
        self.skip_value(self.next(), depth)
        return True

    def skip_value(self, event: Any, depth: int) -> None:
        # The cause is already reported; reporting the alias as well would be a second problem.
        if event.__class__ is not AliasEvent:
            self.node(event, depth)

    def odd_name(self, event: Any, depth: int) -> None:
        """Refuse a list, group or alias as a name, and skip it and its value."""
        if event.__class__ is AliasEvent:
            self.refuse_sign(event)
        else:
            self.add(subset.name_in_brackets(self.text, event))
        self.whole = False
        count = len(self.problems)
        try:
            self.skip_value(event, depth)
            self.skip_value(self.next(), depth)
        finally:
            del self.problems[count:]

    def items(self, depth: int) -> Seq:
        """Read a list after its start event."""
        items = Seq()
        items.marks = marks = []
        following = self.next
        while True:
            event = following()
            if event.__class__ is SequenceEndEvent:
                self.end = event.end_mark
                if len(items) > subset.MOST_ITEMS:
                    raise self.stop(subset.too_many(self.text, self.open[-1], len(items)))
                return items
            value, place = self.node(event, depth)
            if not value and event.__class__ is ScalarEvent and not event.style:
                place = self.hyphen(event.start_mark)
            items.append(value)
            marks.append(place)

    def hyphen(self, after: Any) -> int:
        """The span of the hyphen of an empty item: the parser's mark is after it."""
        line, column = after.line, after.column
        at = self.text[line].rfind("-", 0, column + 1)
        return mark(line, at, at + 1) if at >= 0 else mark(line, column, column)

    def node(self, event: Any, depth: int) -> tuple[Node, int]:
        """Read the value that begins with an event; return it with its span."""
        kind: Any = event.__class__
        start: Any = event.start_mark
        value: Node
        if kind is ScalarEvent:
            value, end = self.scalar(event), event.end_mark
            if value and value[0] in subset.HYPHENS and not event.style:
                self.item_without_hyphen(event)
        elif kind is AliasEvent:
            self.refuse_sign(event)
            self.whole = False
            value, end = "", event.end_mark
        else:
            if depth == subset.DEEPEST:
                raise self.stop(subset.too_deep(self.text, event))
            self.refuse_sign(event)
            self.open.append(event)
            value = self.group(depth + 1) if kind is MappingStartEvent else self.items(depth + 1)
            self.open.pop()
            end = self.end
        if end.line == start.line:
            return value, mark(start.line, start.column, end.column)
        return value, mark(start.line, start.column, self.text.width(start.line))

    def scalar(self, event: Any) -> str:
        """The text of an event, after a check for special YAML meanings."""
        value: str = event.value
        if event.anchor is not None or event.tag is not None:
            self.refuse_sign(event)
            # Without a value after the sign, the sign was read as the whole text.
            self.whole = self.whole and bool(value)
        if not event.style:
            if self.hashes:
                self.add(subset.text_after_hash(self.text, event))
        else:
            self.last_quoted = event
            if self.escapes:
                self.add(subset.escaped_character(self.text, event))
        if len(value) > subset.LONGEST:
            self.add(subset.too_long(self.text, event))
        return value

    def item_without_hyphen(self, event: Any) -> None:
        """Refuse a text that was meant as a list item and swallowed the items below it."""
        problem = subset.odd_hyphen(self.text, event.start_mark.line, event.start_mark.column)
        if problem is not None:
            self.add(problem)
            self.whole = False

    def refuse_sign(self, event: Any) -> None:
        """Refuse an anchor (&), an alias (*) or a tag (!)."""
        if sign := _sign(event):
            start = event.start_mark
            self.add(subset.sign_problem(self.text, sign, start.line, start.column))

    def brackets(self) -> tuple[int, int] | None:
        """The position of the innermost unclosed bracket."""
        # An anchor or a tag can precede the bracket, and a pair in a list has none.
        for event in reversed(self.open):
            line, column = event.end_mark.line, event.end_mark.column - 1
            if event.flow_style and self.text[line][column : column + 1] in {"[", "{"}:
                return line, column
        return None

    def add(self, problem: Problem | None) -> None:
        """Record a problem; after too many, warnings are dropped and an error ends the reading."""
        is_warning = problem is not None and problem.severity == "warning"
        if problem is None or (is_warning and len(self.problems) >= _MOST):
            return
        self.problems.append(problem)
        if not is_warning and len(self.problems) >= _MOST:
            raise _Stop

    def stop(self, problem: Problem) -> _Stop:
        """Return an exception to raise: nothing after this problem can be trusted."""
        self.problems.append(problem)
        return _Stop()


def read(file: str, raw: bytes) -> Checked[Tree]:
    """The tree of a file, or the problems that prevent it. Never raises, whatever the bytes.

    A tree may come with errors (a duplicate field, an anchor); it then lacks only what was refused.
    Without a tree, nothing can be said about the file's fields.
    """
    decoded = text(file, raw)
    if decoded.value is None:
        return Checked(None, decoded.problems)
    return _tree(Lines(file, decoded.value))
