"""Runs `facts check` on every fault, each in a folder of real files, and measures it.

Prints JSON: by the fault's number its exit code, problems and seconds, and the memory of all.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from factsheets.cli import main

from tests.faults.base import CONTENT
from tests.faults.table import FAULTS, Fault

DAY = "1795392000"
"""The day that dates are compared with, as `SOURCE_DATE_EPOCH` gives it."""


def told(root: Path, fault: Fault) -> dict[str, Any]:
    """What `facts check` says of right content with this one fault."""
    before = {name: CONTENT.get(name) for name in fault.files}
    try:
        for name, data in fault.files.items():
            _put(root / name, data)
        start = time.process_time()
        done = CliRunner().invoke(main, ["--root", str(root), "check", "--format", "json"])
        seconds = time.process_time() - start
    finally:
        for name, text in before.items():
            _put(root / name, None if text is None else text.encode())
    problems = json.loads(done.stdout)["problems"] if done.stdout.startswith("{") else done.output
    return {"exit": done.exit_code, "problems": problems, "seconds": seconds}


def _put(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def right_content(root: Path) -> None:
    """Lays out the project that the faults begin from."""
    (root / "mkdocs.yml").write_text("site_name: Made up\nplugins: [factsheets]\n")
    for name, text in CONTENT.items():
        _put(root / name, text.encode())


def run() -> None:
    """All faults, then none."""
    os.environ["SOURCE_DATE_EPOCH"] = DAY
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        right_content(root)
        found = [told(root, fault) for fault in FAULTS]
        none = told(root, Fault("none", "", "", 0, {}))
    json.dump({"found": found, "none": none, "megabytes": _peak() / 1024}, sys.stdout)


def _peak() -> int:
    """The most memory of this process, in kilobytes.

    Linux counts that of the process that began it into ru_maxrss, so its own is asked for first.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(row for row in status.read_text().splitlines() if row.startswith("VmHWM:"))
        return int(line.split()[1])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1024 if sys.platform == "darwin" else peak


if __name__ == "__main__":
    run()
