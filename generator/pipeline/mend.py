"""The content -> its files without the mistakes that have one right answer."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator.dataset import Dataset, Locate
from generator.dataset.model import FOLDERS, Path, file_of
from generator.mend import Edit, changed, field_edits, mark_edit, paragraph_edits, repaired
from generator.pipeline.check import check
from generator.pipeline.inputs import Inputs
from generator.pipeline.sheets import locator
from generator.schema import Fact
from generator.source import read
from generator.source.edit import plain
from generator.source.text import BOM

_KINDS = {folder: kind for kind, folder in FOLDERS.items()}
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
    names = [name for name in inputs.files if _kind(name) and wanted(name)]
    files: dict[str, bytes] = {}
    notes: dict[str, tuple[str, ...]] = {}
    for name in names:
        data, told = _repaired(name, inputs.files[name])
        if data != inputs.files[name]:
            files[name], notes[name] = data, told
    now = replace(inputs, files={**inputs.files, **files})
    for name, edits in _edits(now, today, frozenset(names)).items():
        data, told = changed(name, now.files[name], edits)
        if told:
            files[name] = data
            notes[name] = (*notes.get(name, ()), *told)
    unread = any(_values(name, inputs.files[name]) is None for name in files)
    return Mended(files, notes, unread)


def _kind(name: str) -> str | None:
    folder, _, file = name.rpartition("/")
    return _KINDS.get(folder) if file.endswith(".yaml") else None


def _repaired(name: str, data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The file with repaired text, and what was done; unchanged if a repair changes a value.

    A byte order mark stays, and so do line ends, unless there are several kinds of them.
    """
    mark = BOM if data.startswith(BOM) else b""
    end = "\r\n" if b"\r\n" in data else "\n"
    try:
        text = data.removeprefix(BOM).decode()
    except UnicodeDecodeError:
        return data, ()
    found = repaired(_KINDS[name.rpartition("/")[0]], name, _ENDS.sub("\n", text))
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
