"""Repairs of a file's text that have one right answer."""

from __future__ import annotations

from collections.abc import Iterable

from generator.mend.repair import Repaired, repaired
from generator.mend.values import Edit, field_edits, mark_edit, paragraph_edits
from generator.source.edit import changes_at, edited

__all__ = [
    "Edit",
    "Repaired",
    "changed",
    "field_edits",
    "mark_edit",
    "paragraph_edits",
    "repaired",
]


def changed(file: str, data: bytes, edits: Iterable[Edit]) -> tuple[bytes, tuple[str, ...]]:
    """The file with these values changed, and what was done; unchanged if that is not clear."""
    every = tuple(edits)
    changes = changes_at(file, data, ((edit.place, edit.text) for edit in every))
    wanted = [(change, edit.note) for edit, change in zip(every, changes, strict=True) if change]
    made = edited(file, data, (change for change, _ in wanted)).value
    return (data, ()) if made is None else (made, tuple(note for _, note in wanted))
