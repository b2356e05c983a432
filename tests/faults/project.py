"""A project with one fault, and the output of `facts check`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.faults.base import CONTENT
from tests.faults.table import Fault
from tests.helpers.projects import facts, put

DAY = "1795392000"
"""The day that dates are compared with, as `SOURCE_DATE_EPOCH` gives it."""
RIGHT = Fault("none", "", "", 0, {})


def check(root: Path, fault: Fault) -> tuple[int, list[dict[str, Any]]]:
    """The exit code and the problems of valid content with this one fault."""
    before = {name: CONTENT.get(name) for name in fault.files}
    try:
        put(root, fault.files)
        done = facts(root, "check", "--format", "json")
    finally:
        put(root, before)
    assert done.stdout.startswith("{"), done.output
    return done.exit_code, json.loads(done.stdout)["problems"]


def lay_out(root: Path) -> None:
    """Write the project that the faults start from."""
    (root / "mkdocs.yml").write_text("site_name: Made up\nplugins: [factsheets]\n")
    put(root, CONTENT)
