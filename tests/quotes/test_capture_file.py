"""Captures as JSON: they survive a round trip, and nothing else is read as one."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest
from factsheets.quotes.capture import Capture, capture, digest, name_hash
from factsheets.quotes.capture_file import dumps, loads
from hypothesis import given
from hypothesis import strategies as st

DAY = datetime.date(2026, 3, 1)
# Made up, like all articles in these tests.
TEXT = 'The harbour opens.\n\n"We will open three new ports," she said.\n* * *\nNo.\n'


def made(text: str = TEXT, published: datetime.date | None = DAY) -> Capture:
    return capture(text, published=published, captured=DAY)


def test_a_capture_holds_what_the_format_says() -> None:
    one = made()
    assert one.sha256 == digest(TEXT)
    assert [paragraph.tokens for paragraph in one.paragraphs] == [3, 8, 0, 1]
    assert [paragraph.marks for paragraph in one.paragraphs] == [(), ((0, 6),), (), ()]
    assert [len(paragraph.shingles) // 4 for paragraph in one.paragraphs] == [1, 6, 0, 0]


def test_a_shingle_is_the_hash_of_version_zero_byte_and_three_tokens() -> None:
    # printf '1\0The harbour opens' | sha256sum
    assert made().paragraphs[0].shingles.hex() == "96f4b6fe"


def test_the_text_does_not_stand_in_the_file() -> None:
    written = dumps(made())
    assert not any(word in written for word in ("harbour", "ports", "opens"))


def test_a_paragraph_is_a_line_so_that_differences_are_small() -> None:
    one, other = (
        dumps(made()).splitlines(),
        dumps(made(TEXT.replace("No.", "Yes it is."))).splitlines(),
    )
    changed = [
        number for number, pair in enumerate(zip(one, other, strict=True)) if len(set(pair)) > 1
    ]
    assert len(changed) == 2  # the text's hash, and the paragraph
    json.loads("\n".join(one))


@given(st.text(), st.one_of(st.none(), st.dates()), st.dates())
def test_a_capture_comes_back_as_itself(
    text: str, published: datetime.date | None, captured: datetime.date
) -> None:
    one = capture(text, published=published, captured=captured)
    assert loads(dumps(one)) == one


@given(st.text())
def test_no_text_makes_reading_raise(text: str) -> None:
    assert loads(text) is None


@given(st.data())
def test_a_damaged_capture_is_refused_or_still_whole(data: st.DataObject) -> None:
    whole = dumps(made())
    at = data.draw(st.integers(0, len(whole) - 1))
    char = data.draw(st.sampled_from('0a"[]{},:- \\x9'))
    behind = at + data.draw(st.integers(0, 2))
    damaged = whole[:at] + char + whole[behind:]
    found = loads(damaged)
    assert found is None or loads(dumps(found)) == found


def _changed(**parts: Any) -> str:
    return json.dumps({**json.loads(dumps(made())), **parts})


def _with_paragraph(**parts: Any) -> str:
    row = {**json.loads(dumps(made()))["paragraphs"][1], **parts}
    return _changed(paragraphs=[row])


EIGHT = "0123abcd"


@pytest.mark.parametrize(
    "text",
    [
        _changed(version=3),
        _changed(version=True),
        _changed(version="1"),
        _changed(more=1),
        _changed(sha256="ab"),
        _changed(sha256=None),
        _changed(captured=None),
        _changed(captured="2026-02-30"),
        _changed(published=20260301),
        _changed(paragraphs={}),
        _changed(paragraphs=[[]]),
        _with_paragraph(tokens=9),
        _with_paragraph(tokens=-1, shingles=[]),
        _with_paragraph(tokens=8.0),
        _with_paragraph(marks=[[0, 9]]),
        _with_paragraph(marks=[[3, 3]]),
        _with_paragraph(marks=[[2, 4], [3, 5]]),
        _with_paragraph(marks=[[0, True]]),
        _with_paragraph(marks=[[0, 1, 2]]),
        _with_paragraph(shingles=["x"] * 6),
        _with_paragraph(shingles=[EIGHT.upper()] * 6),
        _with_paragraph(shingles=[1] * 6),
        _with_paragraph(shingles=[f"{EIGHT} {EIGHT}", "", EIGHT, EIGHT, EIGHT, EIGHT]),
        _with_paragraph(other=1),
        _with_paragraph(turns=None, full_names=[{"range": [0, 6], "speaker": [EIGHT]}]),
        *(
            _with_paragraph(turns=[], full_names=[each])
            for each in (
                {"range": [0, 6]},
                {"range": [0, 6], "speaker": []},
                {"range": [0, 6], "speaker": EIGHT},
                {"range": [0, 6], "speaker": [EIGHT, "EXAMPLE"]},
                {"range": [0, 9], "speaker": [EIGHT]},
                {"range": [0, 6], "speaker": [EIGHT], "name": EIGHT},
            )
        ),
        dumps(made()).replace('"version": 2,', '"version": 2,\n"version": 2,'),
        dumps(made())[:-20],
        "<<<<<<< HEAD\n" + dumps(made()),
        "null",
        "[" * 100_000,
        '{"version": ' + "9" * 10_000 + "}",
        "NaN",
    ],
)
def test_what_is_not_quite_a_capture_is_none(text: str) -> None:
    assert loads(text) is None


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ('"tokens":8', '"tokens":9'),
        ('"tokens":8', '"tokens":08'),
        ('"marks":[[0,6]]', '"marks":[[0,9]]'),
        ('"marks":[[0,6]]', '"marks":[[3,3]]'),
        ('"marks":[[0,6]]', '"marks":[[2,4],[3,5]]'),
        ('"marks":[[0,6]]', '"marks":[[0,6],]'),
        ('"marks":[[0,6]]', '"marks":[0,6]'),
        ('"captured": "2026-03-01"', '"captured": "2026-02-30"'),
        ('"96f4b6fe"', '"96f4b6fE"'),
        ('"96f4b6fe"', '"96f4b6f"'),
        ('"96f4b6fe"', '96f4b6fe""'),
        ('"96f4b6fe"', '"96f4b6fe",'),
        ('"96f4b6fe"', ""),
    ],
)
def test_so_is_what_has_the_form_and_a_mistake_in_a_line(before: str, now: str) -> None:
    whole = dumps(made())
    changed = whole.replace(before, now)
    assert changed != whole
    assert loads(changed) is None


def test_marks_between_hashes_stand_where_they_belong() -> None:
    one, two, *more = json.loads(dumps(made()).splitlines()[8].rstrip(","))["shingles"]
    moved = dumps(made()).replace(f'"{one}","{two}"', f'"{one[:-1]}","{one[-1]}{two}"')
    assert len(more) == 4
    assert moved != dumps(made())
    assert loads(moved) is None


def test_these_changes_start_from_a_capture_that_is_read() -> None:
    assert loads(_changed()) == made()
    assert loads(_with_paragraph(shingles=[EIGHT] * 6)) is not None


def test_a_capture_keeps_all_words_of_a_name_as_hashes() -> None:
    one = made('"We will open three new ports," said Ada Example. "Not one," Example said.\n')
    ((tokens, name),) = one.paragraphs[0].full_names
    assert (tokens, name) == ((0, 6), (name_hash("ada"), name_hash("example")))
    assert loads(dumps(one)) == one


def test_an_endless_file_is_not_looked_at() -> None:
    assert loads(" " * (16 * 1024 * 1024) + dumps(made())) is None
