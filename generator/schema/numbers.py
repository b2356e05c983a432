"""Numbers as they are written: decimal digits, no exponent, nothing rounded."""

from __future__ import annotations

import re

MOST_DIGITS = 30
MOST_WHOLE_DIGITS = 15
"""Of a whole number that programs read as an integer: JavaScript holds no longer one exactly."""
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_WHOLE = re.compile("[1-9][0-9]*")
_GROUPED_FROM = 5


def is_number(text: str) -> bool:
    """Whether a text is a number in the one form that is published as it is written."""
    negative_zero = text.startswith("-") and not text.strip("-0.")
    return _NUMBER.fullmatch(text) is not None and not negative_zero and not is_too_long(text)


def is_whole(text: str) -> bool:
    """Whether a text is a whole number from 1 up."""
    return _WHOLE.fullmatch(text) is not None and len(text) <= MOST_WHOLE_DIGITS


def is_too_long(text: str, most: int = MOST_DIGITS) -> bool:
    """Whether a text has more digits than a number may have."""
    return sum(map(str.isdigit, text)) > most


def shortest(text: str) -> str:
    """The same text for all forms of one number: 3.5 for 3.5 and 3.50."""
    return text.rstrip("0").rstrip(".") if "." in text else text


def grouped(text: str) -> str:
    """A number for readers: 12,500.25. Four digits stay together, since they may be a year."""
    whole, point, rest = text.partition(".")
    if len(whole.lstrip("-")) >= _GROUPED_FROM:
        whole = f"{int(whole):,}"
    return whole + point + rest
