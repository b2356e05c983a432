"""The content -> its files without the mistakes that have one right answer."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.dataset import Dataset, Locate
from generator.dataset.model import FOLDERS, Path, file_of
from generator.mend import Edit, changed, field_edits, formed, mark_edit, paragraph_edits
from generator.pipeline.check import check
from generator.pipeline.inputs import Inputs
from generator.pipeline.sheets import locator
from generator.schema import Fact

_KINDS = {folder: kind for kind, folder in FOLDERS.items()}
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Mended:
    """The files that are to be written, and what was mended in each, in sentences."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


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
        data, told = _stable(name, inputs.files[name])
        if data != inputs.files[name]:
            files[name], notes[name] = data, told
    now = replace(inputs, files={**inputs.files, **files})
    for name, edits in _edits(now, today, frozenset(names)).items():
        text = changed(name, now.files[name].decode(), edits)
        files[name] = _stable(name, text.text.encode())[0]
        notes[name] = (*notes.get(name, ()), *text.notes)
    return Mended(files, notes)


def _kind(name: str) -> str | None:
    folder, _, file = name.rpartition("/")
    return _KINDS.get(folder) if file.endswith(".yaml") else None


def _stable(name: str, data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The file in house form; as it is, should the form not come to rest."""
    kind = _KINDS[name.rpartition("/")[0]]
    made = data
    notes: tuple[str, ...] = ()
    for _ in range(_ROUNDS):
        found = formed(kind, name, made)
        if found is None:
            return data, ()
        if found.text.encode() == made:
            return made, notes
        made, notes = found.text.encode(), tuple(dict.fromkeys((*notes, *found.notes)))
    return data, ()


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
