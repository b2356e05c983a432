"""The only disk and git access: a snapshot in, atomic writes out, locks."""

from __future__ import annotations

from generator.files.faults import EnvironmentFault, RefusedFolder
from generator.files.history import past, revision
from generator.files.locking import lock
from generator.files.reading import read_text, snapshot, templates
from generator.files.switching import fresh, guard, mark, switch
from generator.files.writing import WriteReport, add_files, write_file, write_pages

__all__ = [
    "EnvironmentFault",
    "RefusedFolder",
    "WriteReport",
    "add_files",
    "fresh",
    "guard",
    "lock",
    "mark",
    "past",
    "read_text",
    "revision",
    "snapshot",
    "switch",
    "templates",
    "write_file",
    "write_pages",
]
