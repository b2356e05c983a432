"""The export of many statements: its time grows with their number, its memory does not."""

from __future__ import annotations

import time
import tracemalloc

import pytest
from factsheets.data import encode, package
from factsheets.data import files as data_files
from factsheets.pipeline.check import check
from factsheets.pipeline.inputs import Inputs
from factsheets.site.views import site as views_site
from factsheets.site.views.site import Site

from tests.bench.make_content import files, made_up
from tests.helpers.builders import SETTINGS, TODAY

pytestmark = pytest.mark.slow


def made(number: int) -> Site:
    inputs = Inputs({path: text.encode() for path, text in files(made_up(number))})
    outcome = check(inputs, TODAY)
    assert outcome.value is not None
    assert outcome.summary.errors == 0
    return views_site.site(outcome.value, SETTINGS)


def spent(site: Site) -> float:
    start = time.process_time()
    for _, pieces in data_files.files(site):
        for _ in pieces:
            pass
    return time.process_time() - start


@pytest.fixture(scope="module")
def small() -> Site:
    return made(200)


@pytest.fixture(scope="module")
def large() -> Site:
    return made(1000)


def test_five_times_the_statements_take_no_more_than_eight_times_the_time(
    small: Site, large: Site
) -> None:
    assert min(spent(large) for _ in range(2)) < 8 * min(spent(small) for _ in range(3))


def test_no_piece_but_the_database_holds_more_than_a_part_of_a_list(large: Site) -> None:
    largest = {
        path: max(len(piece) for piece in pieces)
        for path, pieces in data_files.files(large)
        if path != "data/factsheets.db"
    }
    assert max(largest.values()) < 1_000_000


def peak(site: Site) -> int:
    """What streaming a list or a table holds at most beside what was there before it."""
    tracemalloc.start()
    most = 0
    for path, pieces in data_files.files(site):
        tracemalloc.reset_peak()
        before, _ = tracemalloc.get_traced_memory()
        for _ in pieces:
            pass
        if path.startswith("data/") and path != "data/factsheets.db":
            most = max(most, tracemalloc.get_traced_memory()[1] - before)
    tracemalloc.stop()
    return most


def test_memory_does_not_grow_with_the_lists(
    small: Site, large: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Less than the smaller site has, so that both are written in several pieces.
    monkeypatch.setattr(encode, "_LINES_A_PIECE", 40)
    monkeypatch.setattr(package, "_ROWS_A_PIECE", 40)
    assert peak(large) < 3 * peak(small)
