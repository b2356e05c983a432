"""Time and memory used by hostile files: `make bench`, or `python -m tests.bench.hostile`.

Prints the files that take the reader longest, the faults that take `facts check` longest, and the
peak memory of this process. Times are CPU seconds.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from factsheets.content.reader import read

from tests.content.test_reader_properties import HOSTILE
from tests.faults.project import DAY, check, lay_out
from tests.faults.table import FAULTS

_SHOWN = 5


def seconds(work: Callable[..., object], *args: object) -> float:
    """The CPU seconds of one call."""
    start = time.process_time()
    work(*args)
    return time.process_time() - start


def table(title: str, found: Iterable[tuple[str, float]]) -> None:
    """Print the slowest."""
    print(f"\n{title}")
    for name, spent in sorted(found, key=lambda each: -each[1])[:_SHOWN]:
        print(f"{name:60}{spent:8.2f}")


def main() -> None:
    """Read the hostile files, then check a project with each fault."""
    table(
        "Reading a hostile file",
        ((name, seconds(read, "f.yaml", text.encode())) for name, text in HOSTILE.items()),
    )
    os.environ["SOURCE_DATE_EPOCH"] = DAY
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        lay_out(root)
        table(
            f"Checking a project with one fault, of {len(FAULTS)}",
            ((fault.name, seconds(check, root, fault)) for fault in FAULTS),
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"peak memory {peak / (1 << 20 if sys.platform == 'darwin' else 1 << 10):.0f} MB")


if __name__ == "__main__":
    main()
