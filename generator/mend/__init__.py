"""A file's text -> the same content without mistakes that have one right answer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from generator.mend.layout import laid_out
from generator.mend.repair import Repaired, repaired
from generator.mend.values import Edit, field_edits, mark_edit, paragraph_edits
from generator.schema import Kind
from generator.source.edit import changes_at, edited

__all__ = [
    "Edit",
    "Repaired",
    "changed",
    "field_edits",
    "formed",
    "mark_edit",
    "paragraph_edits",
]

_ENDS = re.compile(r"\r\n?")


def formed(kind: Kind, file: str, data: bytes) -> Repaired | None:
    """The file in house form, its mistakes of form mended; None where it is no text in UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    mended = repaired(kind, file, _ENDS.sub("\n", text))
    made = laid_out(kind, file, unicodedata.normalize("NFC", mended.text))
    notes = list(mended.notes)
    if made != mended.text or (not notes and made.encode() != data):
        notes.append("brought into the form of the examples")
    return Repaired(made, tuple(notes))


def changed(file: str, data: bytes, edits: Iterable[Edit]) -> tuple[bytes, tuple[str, ...]]:
    """The file with these values changed, and what was done; as it is where that is not clear."""
    every = tuple(edits)
    changes = changes_at(file, data, ((edit.place, edit.text) for edit in every))
    wanted = [(change, edit.note) for edit, change in zip(every, changes, strict=True) if change]
    made = edited(file, data, (change for change, _ in wanted)).value
    return (data, ()) if made is None else (made, tuple(note for _, note in wanted))
