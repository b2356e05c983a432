"""Numbers are published as written, in every output, or refused with a message."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from html import unescape
from typing import Any

import pytest
from factsheets.content.messages import guess_number
from factsheets.content.types import is_number, shortest
from factsheets.data import encode
from factsheets.site.views.amounts import figure_view
from factsheets.site.views.memberships import members_note
from factsheets.site.views.texts import amount_text
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.builders import article, beside, fact, html_pages
from tests.helpers.builders import checked as check
from tests.helpers.builders import site as made_site
from tests.history.test_published import verdict

WRITTEN = [
    "0",
    "26",
    "3.50",
    "0.00005",
    "-0.50",
    "-40",
    "2030",
    "1500000",
    "0.1",
    "100.000",
    "12345678901234567.89",
    "123456789012345678901234567890",
]
REFUSED = [
    ("0123", "123"),
    ("00", "0"),
    ("-007.50", "-7.50"),
    ("1e5", "100000"),
    ("1E-5", "0.00001"),
    ("+5", "5"),
    ("1_000", "1000"),
    ("1 500 000", "1500000"),
    (".5", "0.5"),
    ("5.", "5"),
    ("-0", "0"),
    ("１２", "12"),
    ("1,500", None),
    ("1.000.240", None),
    ("inf", None),
    (".inf", None),
    ("NaN", None),
    ("0x1F", None),
    ("1/2", None),
    ("1e400", None),
    ("9" * 31, None),
]


def figure(number: str) -> str:
    return f'{{value: "{number}", unit: tonnes, counts: shipped}}'


@pytest.mark.parametrize("number", WRITTEN)
def test_a_number_is_the_same_in_every_output(number: str) -> None:
    files = {"content/facts/first.yaml": article(fact(figure=figure(number)))}
    site = made_site(files)
    data = beside(site)
    assert f'"figure":{{"value":{number},"min":null' in data["data/facts.json"].decode()
    assert f'"value":{number},' in data["facts/one/index.json"].decode()
    (row,) = csv.DictReader(io.StringIO(data["data/figures.csv"].decode(), newline=""))
    assert (row["value"], row["text"].lstrip("'")) == (number, amount_text(number))
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(data["data/factsheets.db"])
        assert base.execute("SELECT value FROM figures").fetchall() == [(number,)]
    assert amount_text(number) in data["facts/one/index.md"].decode().replace("\\", "")
    (known,) = json.loads(data["data/check/0.json"])
    assert known["numbers"] == [number]
    pages = html_pages(site)
    for path in ("figures/", "topics/bridge/"):
        assert amount_text(number) in unescape(pages[path])


@pytest.mark.parametrize(("number", "meant"), REFUSED)
def test_another_form_is_refused_with_the_number_that_was_meant(
    number: str, meant: str | None
) -> None:
    files = {"content/facts/first.yaml": article(fact(figure=figure(number)))}
    (problem,) = checked(files)
    assert problem.code == "bad-number"
    assert f"Did you mean {meant}?" in problem.help if meant else "Did you" not in problem.help


def checked(files: dict[str, str]) -> tuple[Any, ...]:
    return tuple(each for each in check(files).problems if each.severity == "error")


@pytest.mark.parametrize("size", ["0123", "03", "1e3", "+3", "3.0", "-3", "0", "9" * 16])
def test_a_whole_number_is_refused_as_well(size: str) -> None:
    group = f"kind: group\nname: Towns\nmembers_known: none\nsize: {size}\n"
    (problem,) = checked({"content/actors/crowd.yaml": group})
    assert (problem.code, problem.place.line) == ("bad-number", 4)


def test_a_group_may_be_large() -> None:
    group = "kind: group\nname: Workers\nmembers_known: none\nsize: 1400000000\n"
    files = {"content/actors/crowd.yaml": group}
    assert not checked(files)
    shown = members_note(made_site(files).dataset.actors["crowd"])
    assert shown == "1,400,000,000, none named"


@pytest.mark.parametrize(
    ("least", "most", "wrong"),
    [
        ("12345678901234567.89", "12345678901234567.88", True),
        ("12345678901234567.88", "12345678901234567.89", False),
        ("-3", "-4", True),
        ("3.50", "3.5", False),
    ],
)
def test_bounds_are_compared_exactly(least: str, most: str, *, wrong: bool) -> None:
    bounds = f"{{min: {least}, max: {most}, comparator: between, counts: tonnes}}"
    files = {"content/facts/first.yaml": article(fact(figure=bounds))}
    assert [each.code for each in checked(files)] == (["figure-order"] if wrong else [])


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("2030", "2030"),
        ("-9999.12345", "-9999.12345"),
        ("12500", "12,500"),
        ("-1234567.1234567", "-1,234,567.1234567"),
        ("0.00005", "0.00005"),
    ],
)
def test_groups_begin_with_five_digits(number: str, shown: str) -> None:
    assert amount_text(number) == shown


def test_two_forms_of_one_number_do_not_differ() -> None:
    files = {
        "content/facts/first.yaml": article(
            fact(figure=figure("3.5")), fact("two", speaker="bob", figure=figure("3.50"))
        )
    }
    views = made_site(files).statements.values()
    assert len({view.figure.amount for view in views if view.figure}) == 1
    assert {view.figure.text for view in views if view.figure} == {"3.5", "3.50"}


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("3.5", "3.50"),
        ("5", "-5"),
        ("0.00005", "0.000005"),
        ("12345678901234567.88", "12345678901234567.89"),
    ],
)
def test_no_number_changes_in_silence(was: str, now: str) -> None:
    before, after = (article(fact(figure=figure(number))) for number in (was, now))
    assert verdict(before, after) == [("silent-change", 12)]
    changed = f'field: figure, was: "{was}", now: "{now}"'
    told = f'[{{date: 2025-05-06, {changed}, reason: "We misread it."}}]'
    assert verdict(before, article(fact(figure=figure(now), corrections=told))) == []


@given(st.text(st.sampled_from("0123456789.-+eE_ ,"), max_size=40) | st.text(max_size=20))
def test_what_is_meant_can_be_written(text: str) -> None:
    meant = guess_number(text)
    assert meant is None or is_number(meant)
    if is_number(text):
        assert amount_text(text).replace(",", "") == text
        assert shortest(f"{text}0" if "." in text else f"{text}.0") == shortest(text)


def test_a_text_is_never_taken_for_a_number() -> None:
    assert figure_view(None, None) is None
    assert encode.line(["26", "\\u00003.5", "0123"]) == b'["26","\\\\u00003.5","0123"]'
