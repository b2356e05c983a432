"""Numbers in words, in every way that they can be read."""

from __future__ import annotations

import pytest
from factsheets.quotes.figures import has_digits, numbers_in
from factsheets.quotes.tokens import tokens
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("26 countries", 26),
        ("1,500 men", 1500),
        ("1.500 Mann", 1500),
        ("3,5 percent", 3.5),
        ("3.5%", 3.5),
        ("1.5 million", 1_500_000),
        ("$26bn", 26_000_000_000),
        ("a 26-member group", 26),
        ("twenty-six countries", 26),
        ("twenty six countries", 26),
        ("two hundred and five", 205),
        ("five hundred and twenty thousand", 520_000),
        ("two million five hundred thousand", 2_500_000),
        ("a dozen ports", 12),
        ("two dozen ports", 24),
        ("half a million", 500_000),
        ("a hundred", 100),
        ("Thirty-five participants", 35),
        ("٢٦ دولة", 26),
        ("1’000 Franken", 1000),
    ],
)
def test_a_number_is_read(text: str, value: float) -> None:
    assert value in numbers_in(tokens(text), english=True)


@pytest.mark.parametrize(
    ("text", "value"), [("26 countries", 6), ("26,5", 265), ("six, and then ports, twenty", 26)]
)
def test_a_number_that_is_not_there_is_not_read(text: str, value: float) -> None:
    assert value not in numbers_in(tokens(text), english=True)


def test_english_words_count_only_in_english() -> None:
    assert numbers_in(tokens("six ports"), english=False) == set()


def test_digits_of_any_script_are_digits() -> None:
    assert has_digits(["x", "٢"])
    assert not has_digits(["two", "½"])


@given(st.text())
def test_no_text_makes_reading_raise(text: str) -> None:
    numbers_in(tokens(text), english=True)


@given(st.integers(0, 10**12))
def test_every_whole_number_is_read_with_and_without_commas(value: int) -> None:
    assert value in numbers_in(tokens(f"some {value} of"), english=False)
    assert value in numbers_in(tokens(f"some {value:,} of"), english=False)
