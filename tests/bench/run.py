"""Time and memory of our commands on made-up content: `make bench`, or with other sizes.

    python -m tests.bench.run 1000 10000 [--rounds 3] [--keep FOLDER] [--dataset dataset.json]

CPU seconds are user and system together, children (Pagefind) included; the peak is that of the
largest process. Every figure is the median of the rounds; the least is given beside it.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench import make_content

_FACTS = "from factsheets.cli import run; run()"


@dataclass(frozen=True, slots=True)
class Run:
    """What one command took: seconds, seconds, MB."""

    cpu: float
    wall: float
    peak: float


def run(root: Path, *command: str) -> Run:
    """Run `facts` in a project; exit if it fails."""
    began = time.perf_counter()
    with (root / "bench.log").open("wb") as log:
        started = os.posix_spawn(
            sys.executable,
            [sys.executable, "-c", _FACTS, "--root", str(root), *command],
            {**os.environ, "PYTHONPATH": str(make_content.ROOT), "NO_MKDOCS_2_WARNING": "1"},
            file_actions=[
                (os.POSIX_SPAWN_DUP2, log.fileno(), 1),
                (os.POSIX_SPAWN_DUP2, log.fileno(), 2),
            ],
        )
        _, status, used = os.wait4(started, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit((root / "bench.log").read_text(encoding="utf-8")[-2000:])
    wall = time.perf_counter() - began
    return Run(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def edit(root: Path, number: int) -> None:
    """Change the first word of one statement."""
    file = sorted((root / "content/facts").glob("*.yaml"))[number]
    text = file.read_text(encoding="utf-8")
    changed = re.sub(r'statement: "\w+', f'statement: "Changed{number}', text, count=1)
    file.write_text(changed, encoding="utf-8")


def cold(root: Path) -> None:
    """Delete everything that was made from the content."""
    for name in ("docs", "site", ".cache"):
        shutil.rmtree(root / name, ignore_errors=True)
    (root / "docs").mkdir()


def measures(root: Path, number: int) -> Iterator[tuple[str, Run]]:
    """One round: cold, again, and after one edit."""
    cold(root)
    yield "facts check, cold", run(root, "check")
    yield "facts check, nothing changed", run(root, "check")
    edit(root, number)
    yield "facts check, one file edited", run(root, "check")
    cold(root)
    yield "facts export, cold", run(root, "export")
    cold(root)
    yield "facts generate, cold", run(root, "generate")
    yield "facts generate, nothing changed", run(root, "generate")
    cold(root)
    yield "facts build, cold", run(root, "build")
    edit(root, number + 1)
    yield "facts build, one file edited", run(root, "build")


def table(size: int, rounds: list[dict[str, Run]], say: Callable[[str], None]) -> None:
    """Print the medians."""
    say(f"\n{size:,} facts".ljust(36) + "CPU s (least)      wall s   peak MB")
    for name in rounds[0]:
        found = [each[name] for each in rounds]
        cpu, wall, peak = (
            statistics.median(getattr(each, what) for each in found)
            for what in ("cpu", "wall", "peak")
        )
        least = min(each.cpu for each in found)
        say(f"{name:34}{cpu:8.2f} ({least:.2f}){wall:12.2f}{peak:10.0f}")


def report(root: Path, say: Callable[[str], None]) -> None:
    """Print the contents of the last build."""
    site = root / "site"
    found = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.name == "index.html" for path in found)
    index = sum(path.stat().st_size for path in (site / "pagefind").rglob("*") if path.is_file())
    total = sum(path.stat().st_size for path in found)
    say(f"{pages:,} pages, {len(found):,} files, {total / 1e6:.1f} MB, index {index / 1e6:.1f} MB")


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("sizes", type=int, nargs="*", default=[1000, 10000])
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder for the projects")
    parser.add_argument("--dataset", type=Path, help="facts from elsewhere, for one size")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        for size in given.sizes:
            root = (given.keep or Path(temporary)) / str(size)
            known = given.dataset and json.loads(given.dataset.read_text(encoding="utf-8"))
            make_content.write(root, known or make_content.made_up(size))
            rounds = [dict(measures(root, 2 * number)) for number in range(given.rounds)]
            table(size, rounds, lambda line: print(line, flush=True))
            report(root, lambda line: print(line, flush=True))


if __name__ == "__main__":
    main()
