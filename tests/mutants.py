"""Run mutmut, and report how many mutations the tests detect, by group.

What is changed, and which tests are asked, stands in pyproject.toml. The aim is 85 % in each
group. A mutant that no test of the selection reaches counts as not noticed. With `--again` only
what an earlier run left is tried; `mutmut show NAME` shows a mutant.

The last run, of 26 November 2026, tried all 5,901 in half an hour: parser 3,485 of 3,725 noticed
(93.6 %), escaping 249 of 268 (92.9 %), capture 1,134 of 1,240 (91.5 %), publish 629 of 668
(94.2 %); each was reached by some test. Among those left are many that change nothing that can be
seen: `at > 0` for `at >= 0` where 0 never comes, an encoding's name in capitals.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

GROUPS = {
    "parser": ("content/",),
    "escaping": (
        "site/markdown.py",
        "problems/text.py",
        "site/page_markup.py",
    ),
    "capture": ("quotes/",),
    "publish": ("storage/",),
}
FOLDER = Path("mutants/generator/factsheets")
# mutmut keeps the exit code of each mutant's tests: 1 or a signal is a failed test.
_SURVIVED, _UNREACHED = 0, 33


def forget() -> None:
    """Clear the program's caches of texts."""
    from factsheets.site import markdown  # noqa: PLC0415 - counting needs no program

    markdown._markup.cache_clear()


# Tests that detect most mutants in the shortest time come first, random ones last.
_ORDER = ("tests/content/test_syntax", "tests/content/test_reader", "tests/quotes/")
_LAST = (
    *("_properties.py", "test_any_", "test_a_text_is_shown", "one_changed_character"),
    *("every_moment", "was_killed", "who_waits", "holder_is_named", "huge", "test_folders"),
)
_DRAWN = 100  # random texts: enough to detect most mutants, and ten times as fast
# Seconds of work and of sleep in a test; the longest test needs two, and a mutant may never finish.
# Not wall time, because these runs have a low priority.
_SECONDS = 6
_SLEEP = 2


# Tests for a part of the program: only these run, if some of them reach the mutant.
_OWN = {
    "factsheets.content.reader.": ("tests/content/test_syntax", "tests/content/test_reader"),
    "factsheets.quotes.": ("tests/quotes/",),
}


def quickest_first(items: list[pytest.Item]) -> None:
    """Order the tests of a mutant so that it is detected early, and shorten some."""
    for item in items:
        test = getattr(item, "obj", None)
        if drawn := getattr(test, "_hypothesis_internal_use_settings", None):
            fewer = settings(drawn, max_examples=min(drawn.max_examples, _DRAWN))
            vars(test)["_hypothesis_internal_use_settings"] = fewer

    def rank(item: pytest.Item) -> tuple[bool, int]:
        place = next((n for n, each in enumerate(_ORDER) if item.nodeid.startswith(each)), 9)
        return any(each in item.nodeid for each in _LAST), place

    mutant = os.environ.get("MUTANT_UNDER_TEST", "")
    own = next((tests for part, tests in _OWN.items() if mutant.startswith(part)), ())
    near = [item for item in items if own and item.nodeid.startswith(own)]
    items[:] = sorted(near or items, key=rank)


@pytest.hookimpl(wrapper=True)
def bounded() -> Generator[None, object, object]:
    """Fail a test that runs or sleeps longer than any test should."""
    slept = 0.0
    sleep = time.sleep

    def end(_number: int, _frame: object) -> None:
        raise TimeoutError

    def counted(seconds: float) -> None:
        nonlocal slept
        slept += seconds
        if slept > _SLEEP:
            raise TimeoutError
        sleep(seconds)

    signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, _SECONDS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "sleep", counted)
        try:
            return (yield)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)


def codes(group: tuple[str, ...]) -> dict[str, int | None]:
    """The exit code by mutant, None for one that was not run."""
    found: dict[str, int | None] = {}
    for path in sorted(FOLDER.rglob("*.py.meta")):
        if path.relative_to(FOLDER).as_posix().startswith(group):
            found |= json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return found


def run() -> None:
    """Run the mutants, and print the survivors and the scores."""
    if "--again" not in sys.argv:
        shutil.rmtree(FOLDER.parent, ignore_errors=True)
    Path("build").mkdir(exist_ok=True)
    with Path("build/mutants.log").open("wb") as log:
        subprocess.run(
            [Path(sys.executable).with_name("mutmut"), "run"],
            stdout=log,
            stderr=subprocess.STDOUT,
            check=True,
        )
    every = {name: codes(group) for name, group in GROUPS.items()}
    for one in every.values():
        for mutant, code in one.items():
            if code in {_SURVIVED, _UNREACHED}:
                print(mutant, "(reached by no test)" if code == _UNREACHED else "")
    for name, one in every.items():
        tried = [code for code in one.values() if code is not None]
        noticed = sum(code not in {_SURVIVED, _UNREACHED} for code in tried)
        share = 100 * noticed / max(len(tried), 1)
        untried = len(one) - len(tried)
        print(f"{name}: {noticed} of {len(tried)} noticed, {share:.1f} %; {untried} not tried")


if __name__ == "__main__":
    run()
