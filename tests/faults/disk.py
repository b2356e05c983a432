"""Builds on memory disks that are too small; to be started with a new namespace.

Prints JSON: for each size in KiB the exit code, which site is there after it, and what was said.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.faults.publish import States, built, states, without_caches


def build_on(states_: States, place: Path, kilobytes: int) -> dict[str, object]:
    """One build on a disk of this size."""
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place)], check=True
    )
    try:
        root = place / "project"
        shutil.copytree(states_.root, root)
        here = States(root, states_.old, states_.new)
        here.turn()
        done = built(root)
        which = {json.dumps(here.old): "old", json.dumps(here.new): "new"}
        site = which.get(json.dumps(here.site), "neither")
        beside = [path.name for path in root.iterdir() if "factsheets-" in path.name]
        said = done.stdout + done.stderr
        return {
            "size": kilobytes,
            "exit": done.returncode,
            "site": site,
            "left": beside,
            "said": said,
        }
    finally:
        subprocess.run(["umount", str(place)], check=True)


def run(folder: Path, number: int) -> None:
    """Build on several disks, from one that just holds the old site to one with enough room."""
    made = states(folder / "made")
    without_caches(made.root)
    files = [path for path in made.root.rglob("*") if path.is_file()]
    site = sum(4096 * (path.stat().st_size // 4096 + 1) for path in (made.root / "site").rglob("*"))
    least = sum(4096 * (path.stat().st_size // 4096 + 1) for path in files) // 1024 + 64
    place = folder / "disk"
    place.mkdir()
    sizes = [least + 2 * site * step // (1024 * max(number - 1, 1)) for step in range(number)]
    json.dump([build_on(made, place, size) for size in sizes], sys.stdout)


if __name__ == "__main__":
    run(Path(sys.argv[1]), int(sys.argv[2]))
