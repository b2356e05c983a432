"""The only disk and git access: a snapshot in, atomic writes out, locks."""

from __future__ import annotations

from generator.files.faults import EnvironmentFault, RefusedFolder, disk, is_of_the_machine
from generator.files.history import past, revision
from generator.files.locking import lock
from generator.files.reading import read_text, snapshot, templates
from generator.files.switching import beside, fresh, guard, mark, renewed, switch
from generator.files.traces import keep_trace
from generator.files.writing import (
    PAGES_MARK,
    WriteReport,
    add_files,
    append,
    move_file,
    write_file,
    write_pages,
)

__all__ = [
    "PAGES_MARK",
    "EnvironmentFault",
    "RefusedFolder",
    "WriteReport",
    "add_files",
    "append",
    "beside",
    "disk",
    "fresh",
    "guard",
    "is_of_the_machine",
    "keep_trace",
    "lock",
    "mark",
    "move_file",
    "past",
    "read_text",
    "renewed",
    "revision",
    "snapshot",
    "switch",
    "templates",
    "write_file",
    "write_pages",
]
