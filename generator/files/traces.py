"""The trace of a fault of ours, kept for the report that somebody may write."""

from __future__ import annotations

import traceback
from pathlib import Path

from generator.files.faults import EnvironmentFault
from generator.files.locking import cache
from generator.files.paths import CACHE
from generator.files.writing import write_file
from generator.report.safe import visible

TRACE = "fault.txt"


def keep_trace(root: Path, error: BaseException) -> str:
    """Writes the trace into the cache, and gives the one line to show instead."""
    said = visible(" ".join(str(error).split())[:200])
    line = f"This is a fault of the program, not of the content: {type(error).__name__}: {said}."
    try:
        write_file(cache(root) / TRACE, "".join(traceback.format_exception(error)).encode())
    except EnvironmentFault:
        return line
    return f"{line} The trace is in {CACHE}/{TRACE}; please report it."
