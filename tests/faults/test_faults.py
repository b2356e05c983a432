"""Every fault of the table is told with its code at its line, quickly, and in little memory.

What is told is looked at here; seconds and memory in a process of their own, which does nothing
else.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.faults.run import DAY, right_content, told
from tests.faults.table import FAULTS, Fault
from tests.helpers.projects import REPOSITORY

SECONDS = 2.0
MEGABYTES = 300


@cache
def measured() -> dict[str, Any]:
    """What one process says of all faults, one after the other."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.run"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("faults")
    right_content(root)
    return root


def _plain(number: int, fault: Fault) -> str:
    """A name that every program can pass on."""
    return f"{number}-{re.sub('[^A-Za-z0-9]+', '-', fault.name)}"


@pytest.mark.parametrize("fault", FAULTS, ids=[_plain(n, f) for n, f in enumerate(FAULTS)])
def test_a_fault_is_told_with_its_code_at_its_line(
    fault: Fault, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "SOURCE_DATE_EPOCH", DAY)
    found = told(project, fault)
    assert found["exit"] == fault.exit_code, found
    places = [(each["code"], each["file"], each["line"]) for each in found["problems"]]
    assert (fault.code, fault.file, fault.line) in places


def test_no_fault_takes_two_seconds() -> None:
    found = measured()["found"]
    slow = {f.name: one["seconds"] for f, one in zip(FAULTS, found, strict=True)}
    assert not {name: seconds for name, seconds in slow.items() if seconds > SECONDS}


def test_one_cause_gives_one_message() -> None:
    several = [
        fault.name
        for fault, found in zip(FAULTS, measured()["found"], strict=True)
        if not fault.many and sum(each["severity"] == "error" for each in found["problems"]) > 1
    ]
    # A page with an opening and a closing tag, a file of 90 aliases, a file in UTF-16.
    assert len(several) <= len(FAULTS) // 40, several


def test_the_content_that_the_faults_begin_from_is_right() -> None:
    assert measured()["none"]["problems"] == []


def test_there_are_faults_enough_of_very_many_kinds() -> None:
    assert len(FAULTS) >= 300
    assert len({fault.code for fault in FAULTS}) >= 60


def test_all_faults_together_stay_within_their_memory() -> None:
    assert measured()["megabytes"] <= MEGABYTES
