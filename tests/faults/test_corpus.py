"""Markup in every field, in five scripts, is plain text in the whole site (see `corpus.py`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.corpus import MARKUP, Active, active, lay_out_corpus, lost
from tests.faults.publish import built

NUMBER = 60


@pytest.mark.slow
def test_nothing_in_a_site_is_active_and_no_statement_is_lost(tmp_path: Path) -> None:
    lay_out_corpus(tmp_path, NUMBER)
    done = built(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert list(active(tmp_path / "site")) == []
    assert list(lost(tmp_path / "site", NUMBER)) == []


@pytest.mark.parametrize("number", [0, 1, 4, 8, 9])
def test_the_same_markup_is_seen_where_it_is_active(number: int) -> None:
    page = Active()
    page.feed(f"<title>a</title><p>{MARKUP[number]}</p>")
    page.close()
    assert page.found


@pytest.mark.parametrize("number", [2, 3])
def test_the_same_markup_is_seen_in_an_attribute(number: int) -> None:
    mark = MARKUP[number][0]
    page = Active()
    page.feed(f"<p title={mark}{MARKUP[number]}{mark}>a</p>")
    page.close()
    assert page.found
