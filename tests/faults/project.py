"""A project with one fault, and what `facts check` says of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from factsheets.cli import main

from tests.faults.base import CONTENT
from tests.faults.table import Fault

DAY = "1795392000"
"""The day that dates are compared with, as `SOURCE_DATE_EPOCH` gives it."""
RIGHT = Fault("none", "", "", 0, {})


def check(root: Path, fault: Fault) -> tuple[int, list[dict[str, Any]]]:
    """The exit code and the problems of right content with this one fault."""
    before = {name: CONTENT.get(name) for name in fault.files}
    try:
        for name, data in fault.files.items():
            _put(root / name, data)
        done = CliRunner().invoke(main, ["--root", str(root), "check", "--format", "json"])
    finally:
        for name, text in before.items():
            _put(root / name, None if text is None else text.encode())
    assert done.stdout.startswith("{"), done.output
    return done.exit_code, json.loads(done.stdout)["problems"]


def _put(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def lay_out(root: Path) -> None:
    """Writes the project that the faults begin from."""
    (root / "mkdocs.yml").write_text("site_name: Made up\nplugins: [factsheets]\n")
    for name, text in CONTENT.items():
        _put(root / name, text.encode())
