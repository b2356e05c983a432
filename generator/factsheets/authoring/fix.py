"""The content -> its files without the mistakes that have one right answer."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import unified_diff
from typing import Any

from factsheets.authoring.yaml_repair import repaired
from factsheets.content.edit import changes_at, edited, plain
from factsheets.content.kinds import Kind, kind_and_id
from factsheets.content.reader import read
from factsheets.content.records import Fact
from factsheets.content.rules import RENAME
from factsheets.content.text import BOM
from factsheets.dataset.model import Dataset, Locate, Path, file_of
from factsheets.pipeline.check import check
from factsheets.pipeline.inputs import Inputs
from factsheets.pipeline.sheets import locator
from factsheets.problems.problem import Place, Problem
from factsheets.problems.reports import counted
from factsheets.problems.text import visible

# Numbers of paragraphs and marks inside quotations, mended where the check knows better.

_PARAGRAPH = re.compile(r"Change to: paragraph: (\d+)")
_RENAME = re.compile(re.escape(RENAME).replace(r"\{\}", "([a-z_]+)"))
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‟": '"', "‘": "'", "’": "'", "‚": "'"})
_AROUND = {"“": "”", "„": "“”", "«": "»", "»": "«", "”": "”", '"': '"', "‘": "’"}


@dataclass(frozen=True, slots=True)
class Edit:
    """Another text for the value or the key at a place, and the sentence that says so."""

    place: Place
    text: str
    note: str


def paragraph_edits(problems: Iterable[Problem]) -> list[Edit]:
    """The right numbers, for problems that know them."""
    found = ((problem, _PARAGRAPH.fullmatch(problem.help)) for problem in problems)
    return [
        Edit(problem.place, match[1], f"line {problem.place.line}: paragraph is {match[1]} now")
        for problem, match in found
        if match
    ]


def field_edits(problems: Iterable[Problem]) -> list[Edit]:
    """The newer names of fields, for problems at their older ones."""
    found = ((problem, _RENAME.fullmatch(problem.help)) for problem in problems)
    return [
        Edit(problem.place, match[1], f"line {problem.place.line}: the field is {match[1]} now")
        for problem, match in found
        if match and problem.code == "old-field"
    ]


def mark_edit(quote: str, place: Place) -> Edit | None:
    """A quotation with straight marks and none around it, None where it has no others."""
    said = straightened(quote)
    if said == quote:
        return None
    return Edit(place, said, f"line {place.line}: marks of the quotation are straight now")


def straightened(quote: str) -> str:
    """The quotation's words, its marks straight; marks around the whole of it are taken off."""
    inner = quote[1:-1]
    around = _AROUND.get(quote[:1], "")
    if inner.strip() and quote[-1:] in around and around and not set(inner) & {quote[0], quote[-1]}:
        quote = inner
    return quote.translate(_STRAIGHT)


# Repairs of a file's text that have one right answer.


def changed(file: str, data: bytes, edits: Iterable[Edit]) -> tuple[bytes, tuple[str, ...]]:
    """The file with these values changed, and what was done; unchanged if that is not clear."""
    every = tuple(edits)
    changes = changes_at(file, data, ((edit.place, edit.text) for edit in every))
    wanted = [(change, edit.note) for edit, change in zip(every, changes, strict=True) if change]
    made = edited(file, data, (change for change, _ in wanted)).value
    return (data, ()) if made is None else (made, tuple(note for _, note in wanted))


_ENDS = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True)
class Mended:
    """The files that are to be written, and what was mended in each, in sentences.

    `read_anew` says that one of them could not be read before: then more may be wrong in it, and
    in others that name it, than could be told before.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    read_anew: bool = False


def mended(inputs: Inputs, today: datetime.date, wanted: Callable[[str], bool]) -> Mended:
    """Every file that is wanted, mended until nothing more is to be mended.

    The values stay the same but for numbers of paragraphs, marks in quotations that were found,
    fields with a newer name, and accents written as two signs. What cannot be mended without
    doubt stays as it is.
    """
    kinds = {
        name: found[0] for name in inputs.files if (found := kind_and_id(name)) and wanted(name)
    }
    files: dict[str, bytes] = {}
    notes: dict[str, tuple[str, ...]] = {}
    for name, kind in kinds.items():
        data, told = _repaired(kind, name, inputs.files[name])
        if data != inputs.files[name]:
            files[name], notes[name] = data, told
    now = replace(inputs, files={**inputs.files, **files})
    for name, edits in _edits(now, today, frozenset(kinds)).items():
        data, told = changed(name, now.files[name], edits)
        if told:
            files[name] = data
            notes[name] = (*notes.get(name, ()), *told)
    unread = any(_values(name, inputs.files[name]) is None for name in files)
    return Mended(files, notes, unread)


def _repaired(kind: Kind, name: str, data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The file with repaired text, and what was done; unchanged if a repair changes a value.

    A byte order mark stays, and so do line ends, unless there are several kinds of them.
    """
    mark = BOM if data.startswith(BOM) else b""
    end = "\r\n" if b"\r\n" in data else "\n"
    try:
        text = data.removeprefix(BOM).decode()
    except UnicodeDecodeError:
        return data, ()
    found = repaired(kind, name, _ENDS.sub("\n", text))
    composed = unicodedata.normalize("NFC", found.text)
    whole = mark + composed.replace("\n", end).encode()
    before = _values(name, data)
    if whole == data or (before is not None and before != _values(name, whole)):
        return data, ()
    notes = found.notes
    if composed != found.text:
        notes = (*notes, "wrote each letter and its mark as one sign")
    return whole, notes or ("made all line ends the same",)


def _values(name: str, data: bytes) -> Any:
    """The values of a file, accents as one sign; None where it cannot be read without errors."""
    tree = read(name, data)
    if tree.value is None or any(each.severity == "error" for each in tree.problems):
        return None
    return _composed(plain(tree.value.root))


def _composed(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _composed(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_composed(each) for each in node]
    return unicodedata.normalize("NFC", node)


def _edits(inputs: Inputs, today: datetime.date, names: frozenset[str]) -> Mapping[str, list[Edit]]:
    outcome = check(inputs, today)
    every = paragraph_edits(outcome.problems) + field_edits(outcome.problems)
    if outcome.value is not None:
        every += _marks(outcome.value, locator(inputs))
    found: dict[str, list[Edit]] = {}
    for edit in every:
        if edit.place.file in names:
            found.setdefault(edit.place.file, []).append(edit)
    return found


def _marks(dataset: Dataset, locate: Locate) -> Iterator[Edit]:
    """Quotations that were found, but are written with other marks than they need."""
    for statement in dataset.statements.values():
        file = file_of("article", statement.article_id)
        for number, quotes, path in _quotes(statement.fact, statement.index):
            finding = dataset.findings.get((statement.fact.id, number))
            if finding is None or finding.check != "found":
                continue
            for at, quote in enumerate(quotes):
                if not quote.isascii() and (edit := _edit(quote, locate, file, (*path, at))):
                    yield edit


def _edit(quote: str, locate: Locate, file: str, path: Path) -> Edit | None:
    return mark_edit(quote, locate(file, path))


def _quotes(fact: Fact, index: int) -> Iterable[tuple[int, tuple[str, ...], Path]]:
    yield 0, fact.quote, ("facts", index, "quote")
    for number, more in enumerate(fact.also, start=1):
        yield number, more.quote, ("facts", index, "also", number - 1, "quote")


# What was mended in files, in words, and line by line.

_LINES = 60  # shown of each file
_LONGEST = 5_000  # lines of a file: comparing costs by the square of them


def repairs_text(mended: Mended, before: Mapping[str, bytes]) -> str:
    """Each file with what was mended in it, then the lines that changed."""
    blocks = ["\n".join(_of_file(name, mended, before)) for name in sorted(mended.files)]
    count = counted(len(mended.files), "file")
    return "\n\n".join([*blocks, f"Mended {count}." if blocks else "Nothing to mend."]) + "\n"


def _of_file(name: str, mended: Mended, before: Mapping[str, bytes]) -> Iterator[str]:
    yield visible(name)
    yield from (f"  {visible(note)}" for note in mended.notes[name])
    old = before[name].decode("utf-8", "replace").splitlines()
    new = mended.files[name].decode().splitlines()
    if len(old) > _LONGEST:
        return
    lines = list(unified_diff(old, new, n=0, lineterm=""))[2:]
    yield from (f"    {visible(line)}" for line in lines[:_LINES] if line[:2] != "@@")
    if len(lines) > _LINES:
        yield f"    and {len(lines) - _LINES:,} lines more"
