"""The folder seeds/: captures, available texts, and the list of captures, README.md."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factsheets.datafiles import load_text
from factsheets.problems.problem import Place, Problem
from factsheets.quotes.capture import Capture
from factsheets.quotes.capture_file import loads

LIST = "seeds/README.md"
"""The list of captures."""

_CAPTURE = re.compile(r"seeds/([^/]+)\.json")
_TEXT = re.compile(r"seeds/([^/]+)\.txt")
_ROW = re.compile(r"\| (.+?) (?<!\\)\| (.+?) (?<!\\)\| <(.+?)> \| `([0-9a-f]{64})` \| `.+` \|")
_ESCAPED = re.compile(r"\\([\\|`*_\[\]<>])")
# An underscore inside a word is one; at its edge it could begin emphasis.
_ACTIVE = re.compile(r"[\\|`*\[\]<>]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
_RULE = "|---|---|---|---|---|"
_TABLE = f"""
| Article | Original file | Address | SHA-256 of the text | Where to put the text |
{_RULE}
"""


def capture_files(paths: Iterable[str]) -> dict[str, str]:
    """The captures among these paths, by article id."""
    return {match[1]: path for path in paths if (match := _CAPTURE.fullmatch(path))}


def load_capture(data: bytes) -> Capture | None:
    """The capture in a file's bytes, None if it cannot be read."""
    return loads(data.decode("utf-8", "replace"))


def broken_capture(path: str, article_id: str) -> Problem:
    """The problem of a capture that cannot be read."""
    return Problem(
        "capture-broken",
        "This capture cannot be read: it was edited by hand, cut off, or made by another version.",
        Place(path),
        f"Recreate it from the article's text: facts capture {article_id} TEXTFILE. Or restore "
        f"it: git checkout -- {path}",
    )


def old_captures(paths: Sequence[str]) -> Problem:
    """One problem for all captures of an older format whose texts are not at hand."""
    count = len(paths)
    what = "This capture is" if count == 1 else f"This capture and {count - 1} others are"
    return Problem(
        "capture-old",
        f"{what} in an older format, which ignores signs such as ±.",
        Place(paths[0]),
        "Quotations stay proven, so this can wait. If you have the text of the article, run: "
        "facts capture ARTICLE_ID TEXTFILE",
        "warning",
    )


def unused(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Captures without an article, and rows of the list without a capture."""
    for article_id, path in capture_files(files).items():
        if f"content/facts/{article_id}.yaml" not in files:
            yield Problem(
                "capture-unused",
                f'There is no article "{article_id}", so nothing uses this capture.',
                Place(path),
                "Delete this file. If the article has another id now, name the file after it.",
                "warning",
            )
    for number, line in enumerate(files.get(LIST, b"").decode("utf-8", "replace").splitlines(), 1):
        for row in rows(line):
            if f"seeds/{row.article_id}.json" not in files:
                yield Problem(
                    "capture-unused",
                    f'There is no capture of "{row.article_id}" any more.',
                    Place(LIST, number, 1, len(line) + 1),
                    "Delete this line.",
                    "warning",
                )


def texts(files: Mapping[str, bytes]) -> dict[str, str]:
    """The articles' texts among these files, by article id."""
    found = ((_TEXT.fullmatch(path), data) for path, data in files.items())
    return {match[1]: data.decode("utf-8", "replace") for match, data in found if match}


@dataclass(frozen=True, slots=True, order=True)
class SeedRow:
    """One article of the list."""

    article_id: str
    file_name: str  # the original name of the text, without folders
    url: str
    sha256: str


def readme(rows: Iterable[SeedRow]) -> str:
    """A new list, sorted by article, after an explanation of captures."""
    head = load_text(__package__, "seeds_readme.md")
    return head + _TABLE + "".join(f"{_line(row)}\n" for row in sorted(rows))


def rows(text: str) -> tuple[SeedRow, ...]:
    """The rows of a list; other lines are ignored."""
    found = map(_ROW.fullmatch, text.splitlines())
    return tuple(
        SeedRow(_plain(match[1]), _plain(match[2]), match[3], match[4]) for match in found if match
    )


def with_row(text: str, row: SeedRow, old_id: str | None = None) -> str:
    """The list with this row, which replaces the article's earlier one.

    All other lines stay as they are, and new ones use the same line ending.

    Args:
        text: The list; empty for a new one.
        row: The row.
        old_id: The id of the row that it replaces, if it differs.
    """
    if not text.strip("\ufeff \t\r\n"):
        return readme([row])
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines()
    found = [(number, each) for number, line in enumerate(lines) for each in rows(line)]
    same = [number for number, each in found if each.article_id == (old_id or row.article_id)]
    above = [number for number, each in found if each.article_id < row.article_id]
    if not found and _RULE not in lines:
        lines += _TABLE.splitlines()
    if same:
        lines[same[0]] = _line(row)
    elif above or not found:
        lines.insert((above[-1] if above else lines.index(_RULE)) + 1, _line(row))
    else:
        lines.insert(found[0][0], _line(row))
    return "".join(f"{line}{end}" for line in lines)


def updated_list(files: Mapping[str, bytes], row: SeedRow, old_id: str | None = None) -> bytes:
    """The file `LIST` among these files with a row (see `with_row`)."""
    text = files.get(LIST, b"").decode("utf-8", "surrogateescape")
    return with_row(text, row, old_id).encode("utf-8", "surrogateescape")


def renamed_row(files: Mapping[str, bytes], old: str, new: str) -> dict[str, bytes]:
    """The file `LIST` with another id in the row of an article, if there is such a row."""
    text = files.get(LIST, b"").decode("utf-8", "surrogateescape")
    found = [replace(each, article_id=new) for each in rows(text) if each.article_id == old]
    return {LIST: updated_list(files, found[0], old)} if found else {}


def _line(row: SeedRow) -> str:
    return (
        f"| {_cell(row.article_id)} | {_cell(row.file_name)} | <{row.url}> | `{row.sha256}` "
        f"| `seeds/{row.article_id}.txt` |"
    )


def _cell(text: str) -> str:
    """A text for a cell of a Markdown table, escaped."""
    flat = " ".join(text.split()) or "–"
    return _ACTIVE.sub(r"\\\g<0>", flat)


def _plain(cell: str) -> str:
    return _ESCAPED.sub(r"\1", cell)
