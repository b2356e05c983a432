"""Carry out a plan of edits: all of its files are written, or none.

New files are written next to the old ones, the old ones get a second name, and only then does each
new file replace its old one. Meanwhile, a journal in `.cache/` lists the files. An interrupted run
leaves the journal, and the next holder of the project's lock restores the old files.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factsheets.storage.faults import EnvironmentFault, disk, shown
from factsheets.storage.files import CACHE, TEMPORARY, beside, move, refuse_link, safe, stage

if TYPE_CHECKING:
    from factsheets.pipeline.plan import Plan  # the check edits nothing

_OLD = ".factsheets-old-"
_JOURNAL = f"{CACHE}/edit.json"
_DONE = "done"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file of a plan, with the SHA-256 of the old and the new content; None for no file."""

    path: str
    before: str | None
    after: str | None


def carry_out(root: Path, plan: Plan) -> None:
    """Write all files of a plan, or none. Call it with the project's lock held.

    A file keeps its mode, and on Linux its owner, access lists and other attributes, even if it is
    renamed.

    Raises:
        EnvironmentFault: A file is not the one that the plan was made from, is a link, would
            change its owner, or cannot be written. The old files are then in place.
    """
    if not plan.after:
        return
    entries = tuple(
        _Entry(safe(path), _digest(plan.before.get(path)), _digest(data))
        for path, data in sorted(plan.after.items())
    )
    models = {new: old for old, new in plan.moved.items()}
    with disk("The edit could not be written, and nothing was changed"):
        for entry in entries:
            _must_be_as_planned(root, entry)
            _must_have_one_name(root / entry.path)
        _write_journal(root, entries)
        try:
            for path, data in plan.after.items():
                if data is not None:
                    stage(root / path, data, root / models.get(path, path))
            _switch(root, entries)
            _write_journal(root, entries, done=True)
        except BaseException:
            finish(root)
            raise
        finish(root)


def is_pending(root: Path) -> bool:
    """Whether an edit is in progress or was interrupted."""
    return (root / _JOURNAL).is_file()


def finish(root: Path) -> None:
    """Undo an interrupted edit: restore the old files and remove everything else.

    Raises:
        EnvironmentFault: One of its files has been changed since; nothing is undone then.
    """
    if not is_pending(root):
        return
    entries, done = _read_journal(root)
    with disk("An interrupted edit could not be undone"):
        if not done:
            for entry in entries:
                _must_be_ours(root, entry)
            for entry in entries:
                _restore(root, entry)
        for entry in entries:
            for prefix in (TEMPORARY, _OLD):
                beside(root / entry.path, prefix).unlink(missing_ok=True)
        (root / _JOURNAL).unlink(missing_ok=True)


def _must_be_as_planned(root: Path, entry: _Entry) -> None:
    place = root / entry.path
    refuse_link(place)
    if _digest_at(place) != entry.before:
        raise EnvironmentFault(
            f"{shown(place)} was changed in the meantime. Nothing was written; try again."
            if entry.before is not None
            else f"{shown(place)} already exists. Nothing was written."
        )


def _must_have_one_name(place: Path) -> None:
    if place.exists() and place.stat().st_nlink > 1:
        raise EnvironmentFault(
            f"{shown(place)} has a second name on this disk (a hard link), which would keep the "
            "old text. Nothing was written. Replace it with a copy and try again."
        )


def _must_be_ours(root: Path, entry: _Entry) -> None:
    place = root / entry.path
    if _digest_at(place) not in {entry.before, entry.after}:
        raise EnvironmentFault(
            f"An edit was interrupted, and {shown(place)} was changed since. Correct it (the old "
            f"text is in {_OLD}{place.name} next to it), then delete {_JOURNAL}."
        )


def _switch(root: Path, entries: tuple[_Entry, ...]) -> None:
    for entry in entries:
        if entry.before is not None:
            _link_backup(root / entry.path)
    for entry in entries:
        _must_be_as_planned(root, entry)
        place = root / entry.path
        if entry.after is None:
            place.unlink()
        else:
            move(beside(place), place)


def _link_backup(place: Path) -> None:
    """Link the old file to a second name, or copy it if the file system has no hard links."""
    name = beside(place, _OLD)
    name.unlink(missing_ok=True)
    try:
        os.link(place, name, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(place, name, follow_symlinks=False)


def _restore(root: Path, entry: _Entry) -> None:
    place = root / entry.path
    old = beside(place, _OLD)
    if entry.before is None:
        place.unlink(missing_ok=True)
    elif _digest_at(place) != entry.before and old.exists():
        move(old, place)


def _digest(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()


def _digest_at(place: Path) -> str | None:
    try:
        return _digest(place.read_bytes())
    except FileNotFoundError:
        return None


def _write_journal(root: Path, entries: tuple[_Entry, ...], *, done: bool = False) -> None:
    rows = [[entry.path, entry.before, entry.after] for entry in entries]
    text = json.dumps({_DONE: done, "files": rows}, indent=1) + "\n"
    journal = root / _JOURNAL
    move(stage(journal, text.encode(), journal), journal)


def _read_journal(root: Path) -> tuple[tuple[_Entry, ...], bool]:
    journal = root / _JOURNAL
    try:
        found = json.loads(journal.read_bytes())
        entries = tuple(_Entry(safe(path), *rest) for path, *rest in found["files"])
        return entries, found[_DONE] is True
    except (ValueError, TypeError, KeyError) as error:
        raise EnvironmentFault(
            f"{shown(journal)} is damaged. It lists the files of an interrupted edit: check them "
            "with git status, then delete it."
        ) from error
