"""Read the broken files described in cases.txt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tests.contributor_mistakes import content

_CODE = re.compile(r"<U\+([0-9A-F]+)>")
_FILES = {name.lower(): value for name, value in vars(content).items() if name.isupper()}
_PLACE = re.compile("⟦([^⟧]*)⟧", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Told:
    """The expected place of a problem: columns from 1, the end after the last character."""

    code: str
    severity: str
    file: str
    line: int
    column: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Case:
    """What a contributor wrote, the expected problems, and the files after following the help."""

    name: str
    told: Told
    broken: dict[str, str]
    mended: dict[str, str]


def cases() -> tuple[Case, ...]:
    """Every case of cases.txt."""
    text = (Path(__file__).parent / "cases.txt").read_text(encoding="utf-8")
    text = _CODE.sub(lambda found: chr(int(found[1], 16)), text)
    return tuple(map(_case, text.split("=== ")[1:]))


def _case(block: str) -> Case:
    head, *lines = block.splitlines()
    title, _, name = head.partition(": ")
    broken: dict[str, str] = {}
    mended: dict[str, str] = {}
    file = ""
    for old, new, right in _changes(lines):
        file = old.file
        assert content.CONTENT[file].count(old.text) == 1, f"{name}: {old.text!r} is not there once"
        broken[file] = broken.get(file, content.CONTENT[file]).replace(old.text, new)
        mended[file] = mended.get(file, content.CONTENT[file]).replace(old.text, right)
    told = next(_told(title, name, text) for name, text in broken.items() if "⟦" in text)
    plain = {name: _PLACE.sub(r"\1", text) for name, text in broken.items()}
    return Case(name, told, plain, mended)


@dataclass(frozen=True, slots=True)
class _Old:
    file: str
    text: str


def _changes(lines: list[str]) -> list[tuple[_Old, str, str]]:
    """The replaced texts, with their broken and their corrected form."""
    files: list[str] = []
    part: list[str] | None = None
    file = base_file(lines[0])
    sections: list[dict[str, list[str]]] = []
    for line in lines[1:]:
        if line.startswith("@ "):
            file = base_file(line[2:])
        elif line in {"-", "+", "*"}:
            if line == "-":
                sections.append({})
                files.append(file)
            part = sections[-1].setdefault(line, [])
        elif part is not None:
            part.append(line)
    return [
        (
            _Old(name, "\n".join(each["-"])),
            "\n".join(each["+"]),
            "\n".join(each.get("*", each["-"])),
        )
        for name, each in zip(files, sections, strict=True)
    ]


def base_file(word: str) -> str:
    """The path of a file by its name in content.py."""
    return str(_FILES[word.strip()])


def _told(title: str, file: str, text: str) -> Told:
    start = text.index("⟦")
    before = text[:start]
    marked = _PLACE.search(text)
    assert marked
    column = start - (before.rfind("\n") + 1) + 1
    severity = "warning" if title.endswith("?") else "error"
    line = before.count("\n") + 1
    length = len(marked[1].partition("\n")[0])
    return Told(title.rstrip("?"), severity, file, line, column, column + length)
