"""A file's text -> the same content without mistakes that have one right answer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from generator.mend.layout import laid_out
from generator.mend.repair import Repaired, repaired
from generator.mend.values import Edit, edited, field_edits, mark_edit, paragraph_edits
from generator.schema import Kind

__all__ = [
    "Edit",
    "Repaired",
    "changed",
    "edited",
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


def changed(file: str, text: str, edits: Iterable[Edit]) -> Repaired:
    """The text with edits made that lie in this file."""
    mine = [edit for edit in edits if edit.place.file == file]
    return Repaired(edited(text, mine), tuple(edit.note for edit in mine))
