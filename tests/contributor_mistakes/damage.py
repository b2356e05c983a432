"""Rewrite valid content as other people and programs write YAML, then damage it."""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections.abc import Callable

from factsheets.content.reader import read
from factsheets.content.tree import Map, Node, Seq

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ,.()'’äöü-]*[A-Za-z0-9.)]|[A-Za-z0-9]")
_IDS = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Writer:
    """A random way of writing YAML; each comment is unique."""

    def __init__(self, seed: int) -> None:
        self.lot = random.Random(seed)  # noqa: S311 - a test
        self.step = self.lot.choice((2, 2, 3, 4))
        self.number = 0

    def file(self, name: str, text: str) -> str:
        """The same content in another form."""
        tree = read(name, text.encode()).value
        assert tree is not None
        made = "\n".join(self.group(tree.root, 0)) + "\n"
        head = self.lot.choice(("", "---\n", f"# {self.word()}\n\n"))
        tail = self.lot.choice(("", "", f"# {self.word()}\n", "\n\n"))
        return head + made + tail

    def word(self) -> str:
        self.number += 1
        return f"remark {self.number} of {self.lot.randrange(10**6)}"

    def group(self, group: Map, indent: int) -> list[str]:
        keys = list(group)
        if self.lot.random() < 0.4:
            self.lot.shuffle(keys)
        lines: list[str] = []
        for key in keys:
            if self.lot.random() < 0.1:
                lines.append("")
            if self.lot.random() < 0.15:
                lines.append(f"{' ' * self.lot.choice((indent, indent, 0))}# {self.word()}")
            lines += self.field(key, group[key], indent)
        return lines

    def field(self, key: str, value: Node, indent: int) -> list[str]:
        margin = " " * indent
        name = f'"{key}"' if self.lot.random() < 0.03 else key
        gap = " " * self.lot.choice((1, 1, 1, 2, 5))
        remark = f"  # {self.word()}" if self.lot.random() < 0.1 else ""
        if isinstance(value, str):
            head, *rest = self.text(value, indent + self.step, key=key)
            if rest:
                return [f"{margin}{name}:{gap}{head}", *rest]
            return [f"{margin}{name}:{gap}{head}{remark}"]
        if self.lot.random() < 0.3:
            return [f"{margin}{name}:{gap}{self.flow(value)}{remark}"]
        if isinstance(value, Map):
            return [f"{margin}{name}:{remark}", *self.group(value, indent + self.step)]
        at = indent + self.lot.choice((0, self.step)) if indent else self.step
        lines = [f"{margin}{name}:{remark}"]
        for item in value:
            if self.lot.random() < 0.1:
                lines.append(f"{' ' * at}# {self.word()}")
            lines += self.item(item, at)
        return lines

    def item(self, item: Node, indent: int) -> list[str]:
        margin = " " * indent
        if isinstance(item, str):
            head, *rest = self.text(item, indent + 2, key="")
            return [f"{margin}- {head}", *rest]
        if isinstance(item, Seq) or self.lot.random() < 0.15:
            return [f"{margin}- {self.flow(item)}"]
        rows = self.group(item, indent + 2)
        first = next(n for n, row in enumerate(rows) if row.strip() and row.strip()[0] != "#")
        rows[first] = f"{margin}- {rows[first].lstrip()}"
        return rows

    def text(self, value: str, indent: int, *, key: str) -> list[str]:
        """A text in one of its many styles; in several lines only if it has enough words."""
        way = self.lot.random()
        words = value.split(" ")
        if key and len(words) > 4 and way < 0.12 and value == " ".join(value.split()):
            at = len(words) // 2
            sign = self.lot.choice((">-", ">", "|-"))
            if sign == "|-":
                return [sign, f"{' ' * indent}{value}"]
            return [sign, f"{' ' * indent}{' '.join(words[:at])}",
                    f"{' ' * indent}{' '.join(words[at:])}"]  # fmt: skip
        if _PLAIN.fullmatch(value) and way < 0.5 and ", " not in value:
            return [value]
        return [self.quoted(value)]

    def quoted(self, value: str) -> str:
        if self.lot.random() < 0.5:
            return "'" + value.replace("'", "''") + "'"
        return json.dumps(value, ensure_ascii=self.lot.random() < 0.1)

    def flow(self, node: Node) -> str:
        if isinstance(node, str):
            return node if _IDS.fullmatch(node) and self.lot.random() < 0.7 else self.quoted(node)
        pad = self.lot.choice(("", " "))
        if isinstance(node, Seq):
            end = "," if node and self.lot.random() < 0.1 else ""
            return f"[{pad}{', '.join(map(self.flow, node))}{end}{pad}]"
        inner = ", ".join(f"{key}: {self.flow(value)}" for key, value in node.items())
        return f"{{{pad}{inner}{pad}}}"


Damage = Callable[[str, random.Random], str]


def _some_lines(
    change: Callable[[str], str], fits: Callable[[str], bool] = lambda line: bool(line.strip())
) -> Damage:
    def damage(text: str, lot: random.Random) -> str:
        lines = text.split("\n")
        able = [number for number, line in enumerate(lines) if fits(line)]
        for number in lot.sample(able, min(len(able), lot.randint(1, 4))):
            lines[number] = change(lines[number])
        return "\n".join(lines)

    return damage


def _whole(change: Callable[[str], str]) -> Damage:
    return lambda text, _lot: change(text)


def _tabbed(line: str) -> str:
    bare = line.lstrip(" ")
    spaces = len(line) - len(bare)
    return "\t" * (spaces // 2) + " " * (spaces % 2) + bare


def _inside_list(line: str) -> bool:
    return line.startswith("  ") and bool(line.strip()) and not line.lstrip().startswith("#")


def _field(line: str) -> bool:
    return re.match(r"\s*(?:- )?[a-z_]+: \S", line) is not None


HARMLESS: dict[str, Damage] = {
    "blanks at ends": _some_lines(lambda line: line + "   "),
    "tabs at ends": _some_lines(lambda line: line + "\t"),
    "carriage returns": _whole(lambda text: text.replace("\n", "\r\n")),
    "old carriage returns": _whole(lambda text: text.replace("\n", "\r")),
    "a mark of order": _whole(lambda text: "\ufeff" + text),
    "no last line end": _whole(lambda text: text.rstrip("\n")),
    "empty lines": _some_lines(lambda line: "\n\n" + line, lambda line: not line.startswith(" ")),
    "nothing": _whole(lambda text: text),
}
"""Damage that leaves the content as it is."""

MENDABLE: dict[str, Damage] = {
    "tabs for spaces everywhere": _whole(
        lambda text: "\n".join(_tabbed(line) for line in text.split("\n"))
    ),
    "no-break spaces behind colons": _some_lines(
        lambda line: line.replace(": ", ":\u00a0", 1), _field
    ),
    "no space behind colons": _some_lines(lambda line: line.replace(": ", ":", 1), _field),
    "a space too many in front": _some_lines(lambda line: " " + line, _inside_list),
    "a space too few in front": _some_lines(lambda line: line[1:], _inside_list),
    "letters as two signs": _whole(lambda text: unicodedata.normalize("NFD", text)),
    "characters of no width": _some_lines(lambda line: line + "\u200b", _field),
    "closing marks lost": _some_lines(lambda line: line[:-1], lambda line: line.endswith('"')),
    "curly marks": _some_lines(
        lambda line: re.sub(r'"([^"]*)"$', r"“\1”", line), lambda line: line.endswith('"')
    ),
}
"""Damage after which the content may not be readable: it is mended to the same, or left."""
