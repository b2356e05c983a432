"""The only disk and git access: a snapshot in, atomic writes out, locks."""

from __future__ import annotations

from generator.files.adding import add_files
from generator.files.edits import carry_out
from generator.files.faults import EnvironmentFault, RefusedFolder, disk, is_of_the_machine, shown
from generator.files.git import repository_folder
from generator.files.history import Version, and_before, past, version
from generator.files.locking import cache, lock
from generator.files.pages import PAGES_MARK, WriteReport, write_pages
from generator.files.reading import read_some, read_text, snapshot
from generator.files.searching import NO_SEARCH, NO_SEARCH_STRICT, add_folder, search_index
from generator.files.stamps import Stamps, stamps
from generator.files.static import static_files, static_paths
from generator.files.switching import (
    amount,
    beside,
    clear_hidden,
    fresh,
    guard,
    mark,
    must_be_writable,
    renewed,
    require,
    switch,
    workspace,
)
from generator.files.templates import FOLDER as TEMPLATES
from generator.files.templates import (
    copy_template,
    package_files,
    template_fault,
    templates,
    theme_folders,
    unused_templates,
)
from generator.files.traces import keep_trace
from generator.files.writing import (
    append,
    replace_files,
    write_file,
)

__all__ = [
    "NO_SEARCH",
    "NO_SEARCH_STRICT",
    "PAGES_MARK",
    "TEMPLATES",
    "EnvironmentFault",
    "RefusedFolder",
    "Stamps",
    "Version",
    "WriteReport",
    "add_files",
    "add_folder",
    "amount",
    "and_before",
    "append",
    "beside",
    "cache",
    "carry_out",
    "clear_hidden",
    "copy_template",
    "disk",
    "fresh",
    "guard",
    "is_of_the_machine",
    "keep_trace",
    "lock",
    "mark",
    "must_be_writable",
    "package_files",
    "past",
    "read_some",
    "read_text",
    "renewed",
    "replace_files",
    "repository_folder",
    "require",
    "search_index",
    "shown",
    "snapshot",
    "stamps",
    "static_files",
    "static_paths",
    "switch",
    "template_fault",
    "templates",
    "theme_folders",
    "unused_templates",
    "version",
    "workspace",
    "write_file",
    "write_pages",
]
