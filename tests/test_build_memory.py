"""A whole build of many statements: how much more memory each of them takes at the peak."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench import make_content

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="a process's peak is counted otherwise"),
]

# Of this process alone: Pagefind's memory is its own.
_BUILD = """
import resource
from generator.cli import main
try:
    main()
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
_MOST = 16_000
"""Bytes a statement; 14,500 when this was written, and 613 MiB in all at 50,000 statements."""


def peak(folder: Path, number: int) -> int:
    """The most memory that a build of so many statements had, in bytes."""
    make_content.write(folder, make_content.made_up(number))
    done = subprocess.run(
        [sys.executable, "-c", _BUILD, "--root", str(folder), "build"],
        env={**os.environ, "PYTHONPATH": str(make_content.ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout.split()[-1]) * 1024


def test_a_statement_takes_no_more_memory_than_it_did(tmp_path: Path) -> None:
    few, many = peak(tmp_path / "few", 1000), peak(tmp_path / "many", 4000)
    assert (many - few) / 3000 < _MOST
