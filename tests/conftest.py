"""Golden files: expected outputs, compared exactly, rewritten by `pytest --update`."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# One browser for all tests that need one: a second in the same process is refused.
from tests.browser.fixtures import browser, decorated, hard, node_modules, page, site

__all__ = ["browser", "decorated", "hard", "node_modules", "page", "site"]

if "MUTANT_UNDER_TEST" in os.environ:
    from tests.mutants import bounded, forget, quickest_first

    # Each mutant runs in a fork of a process that ran all tests, so cached results are not its own.
    pytest_sessionstart = forget
    pytest_collection_modifyitems = quickest_first
    pytest_runtest_call = bounded

# A busy machine is not a fault of the program.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the golden files anew")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update") and os.environ.get("CI"):
        raise pytest.UsageError("--update changes what is expected; it does not run in CI.")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with a golden file, or writes it with --update."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update"):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"{path} is missing; pytest --update writes it"
        assert text == path.read_text(encoding="utf-8")

    return compare
