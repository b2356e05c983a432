"""Every fault in the table is reported once, with its code at its line."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from tests.faults.project import DAY, RIGHT, check, lay_out
from tests.faults.table import FAULTS, Fault

Check = Callable[[Fault], tuple[int, list[dict[str, Any]]]]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Check:
    """Check each fault once, for all tests of this module."""
    root = tmp_path_factory.mktemp("faults")
    lay_out(root)

    @cache
    def run(fault: Fault) -> tuple[int, list[dict[str, Any]]]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SOURCE_DATE_EPOCH", DAY)
            return check(root, fault)

    return run


def _plain(number: int, fault: Fault) -> str:
    """A name that every program can pass on."""
    return f"{number}-{re.sub('[^A-Za-z0-9]+', '-', fault.name)}"


@pytest.mark.parametrize("fault", FAULTS, ids=[_plain(n, f) for n, f in enumerate(FAULTS)])
def test_a_fault_is_reported_with_its_code_at_its_line(fault: Fault, checked: Check) -> None:
    exit_code, problems = checked(fault)
    assert exit_code == fault.exit_code, problems
    places = [(each["code"], each["file"], each["line"]) for each in problems]
    assert (fault.code, fault.file, fault.line) in places


def test_one_cause_gives_one_message(checked: Check) -> None:
    several = [
        fault.name
        for fault in FAULTS
        if not fault.many and sum(each["severity"] == "error" for each in checked(fault)[1]) > 1
    ]
    # A page with an opening and a closing tag, a file of 90 aliases, a file in UTF-16.
    assert len(several) <= len(FAULTS) // 40, several


def test_the_content_that_the_faults_begin_from_is_right(checked: Check) -> None:
    assert checked(RIGHT) == (0, [])


def test_there_are_faults_enough_of_very_many_kinds() -> None:
    assert len(FAULTS) >= 300
    assert len({fault.code for fault in FAULTS}) >= 60
