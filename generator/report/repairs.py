"""What was mended in files, in words, and line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import unified_diff

from generator.pipeline import Mended
from generator.report.safe import visible
from generator.report.words import counted

_LINES = 60  # shown of each file
_LONGEST = 5_000  # lines of a file: comparing costs by the square of them


def repairs_text(mended: Mended, before: Mapping[str, bytes]) -> str:
    """Each file with what was mended in it, then the lines that changed."""
    blocks = ["\n".join(_of_file(name, mended, before)) for name in sorted(mended.files)]
    count = counted(len(mended.files), "file")
    return "\n\n".join([*blocks, f"Mended {count}." if blocks else "Nothing to mend."]) + "\n"


def _of_file(name: str, mended: Mended, before: Mapping[str, bytes]) -> Iterator[str]:
    yield visible(name)
    yield from (f"  {visible(note)}" for note in mended.notes[name])
    old = before[name].decode("utf-8", "replace").splitlines()
    new = mended.files[name].decode().splitlines()
    if len(old) > _LONGEST:
        return
    lines = list(unified_diff(old, new, n=0, lineterm=""))[2:]
    yield from (f"    {visible(line)}" for line in lines[:_LINES] if line[:2] != "@@")
    if len(lines) > _LINES:
        yield f"    and {len(lines) - _LINES:,} lines more"
