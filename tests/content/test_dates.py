"""Dates keep track of what is not known about them."""

from __future__ import annotations

import datetime

import pytest
from factsheets.content.dates import day, moment
from factsheets.site.views.dates import moment_text
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("written", "edtf", "text"),
    [
        ("2025-09-04", "2025-09-04", "4 Sep 2025"),
        ("2025-09", "2025-09", "Sep 2025"),
        ("2025", "2025", "2025"),
        ("about 2025-09-04", "2025-09-04~", "about 4 Sep 2025"),
        ("about 2025", "2025~", "about 2025"),
        ("before 2025-09-04", "[..2025-09-03]", "before 4 Sep 2025"),
        ("before 2025-03", "[..2025-02-28]", "before Mar 2025"),
        ("before 2024-03-01", "[..2024-02-29]", "before 1 Mar 2024"),
        ("unknown", None, "day not given"),
    ],
)
def test_each_form_reads_as_text_and_as_edtf(written: str, edtf: str | None, text: str) -> None:
    found = moment(written)
    assert found is not None
    assert (found.edtf, moment_text(found)) == (edtf, text)


@pytest.mark.parametrize(
    "written",
    [
        "2024-02-30", "2025-13-01", "2025-9-4", "04.09.2025", "yesterday", "", "0000-01-01",
        "２０２５-09-04", "2025-09-04T25:00", "2025-09-04 10:00", "2025-09T10:00",
        "about 2025-09-04T10:00",
        "2025-09-04T10:00+2", "2025-09-04T10", "before", "about unknown", "2025-00", "2025-09-04 ",
    ],
)  # fmt: skip
def test_what_no_calendar_has_is_no_date(written: str) -> None:
    assert moment(written) is None


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("2025-09-04", "2025-09-04", "2025-09-04"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("before 2025-09-04", None, "2025-09-03"),
        ("before 2025-03", None, "2025-02-28"),
        ("before 2025", None, "2024-12-31"),
        ("before 0001", None, None),
        ("about 2025-09-04", None, None),
        ("about 2025", None, None),
        ("unknown", None, None),
    ],
)
def test_a_bound_is_given_where_the_source_sets_one(
    written: str, earliest: str | None, latest: str | None
) -> None:
    found = moment(written)
    assert found is not None
    assert [each and each.isoformat() for each in (found.earliest, found.latest)] == [
        earliest,
        latest,
    ]


@given(st.dates())
def test_every_day_is_itself(date: datetime.date) -> None:
    assert day(date.isoformat()) == date


def test_a_month_is_no_day() -> None:
    assert day("2025-09") is None
    assert day("about 2025-09-04") is None


def test_before_a_day_stands_just_before_it() -> None:
    dates = ["2025-09-04", "unknown", "before 2025-09-04", "2025-09-03", "2025-09"]
    ordered = sorted(dates, key=lambda written: moment(written).order)  # type: ignore[union-attr]  # all are dates
    assert ordered == ["unknown", "2025-09", "2025-09-03", "before 2025-09-04", "2025-09-04"]
