"""What somebody meant who wrote a value that is not as its field wants it."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from generator.schema.dates import MONTHS, moment
from generator.schema.numbers import MOST_DIGITS, is_number
from generator.schema.types import ID_LENGTH, is_id

_ABOUT = re.compile(r"(?:ca?\.|circa|around|approx\.|~) ?(\S.*)|([\d-]+)~")
_BEFORE = re.compile(r"< ?(\S.*)")
_NEEDLESS = re.compile(r"(?:since|from|until|on|in) (\S.*)")
_OTHER_WORDS = ((_ABOUT, "about "), (_BEFORE, "before "), (_NEEDLESS, ""))
_MONTH = re.compile(r"[a-z]{3,9}")
_PARTS = re.compile(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?(?:[T ]\d.*)?")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?)?([a-z]+)\.?,? (\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_ADDRESS = re.compile(r"https?://[^\s()\[\]<>\"]+")
_HOST = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_GROUPS = re.compile(r"[+-]?[0-9]{1,3}([ _])[0-9]{3}(?:\1[0-9]{3})*(?:\.[0-9]+)?")
_LOOSE = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_TRUE = frozenset({"yes", "y", "on", "1", "true"})
_FALSE = frozenset({"no", "n", "off", "0", "false"})


def meant_id(written: str) -> str | None:
    """The id in a name, a file's name or a path; None where there is none."""
    name = written[:200].strip().removesuffix(".yaml").rpartition("/")[2]
    plain = "".join(
        sign
        for sign in unicodedata.normalize("NFKD", name.lower())
        if not unicodedata.combining(sign)
    )
    slug = re.sub(r"[\W_]+", "-", plain).strip("-")
    return slug if slug.isascii() and 0 < len(slug) <= ID_LENGTH else None


def meant_ids(written: str) -> tuple[str, ...]:
    """Several ids in one text, between commas, semicolons or marks; none where it is not that."""
    parts = [part.strip(" \"'[]") for part in re.split(r"[,;\"'|]+| and ", written[:500])]
    ids = tuple(part for part in parts if part)
    return ids if len(ids) > 1 and all(map(is_id, ids)) else ()


def strange_letter(written: str) -> str | None:
    """A letter in an id that only looks like one of a to z."""
    for sign in written:
        if not sign.isascii() and sign.isalpha():
            script = unicodedata.name(sign, "another script").split()[0].capitalize()
            return f'The letter "{sign}" is {script}' if script != "Latin" else None
    return None


def meant_date(written: str) -> str | None:
    """A date in the form that is read here, from one in another form; None where it is open."""
    text = " ".join(written[:60].lower().split())
    if moment(text):
        return text
    for form, kind in _OTHER_WORDS:
        if found := form.fullmatch(text):
            day = meant_date(next(filter(None, found.groups())))
            return day and kind + day
    for word in ("about ", "before "):
        if text.startswith(word):
            rest = meant_date(text.removeprefix(word))
            return rest and word + rest
    date = _day_of(text)
    return date if date and moment(date) else None


def _day_of(text: str) -> str | None:
    if parts := _PARTS.fullmatch(text):
        year, month, day = parts.groups()
        return _date(year, int(month), day)
    if parts := _DAY_FIRST.fullmatch(text):
        day, name, year = parts.groups()
        return _date(year, _month(name), day)
    if parts := _MONTH_FIRST.fullmatch(text):
        name, day, year = parts.groups()
        return _date(year, _month(name), day)
    return None


def _date(year: str, month: int, day: str | None) -> str:
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")


def _month(name: str) -> int:
    """The month of a name or its first letters, 0 for another word."""
    fits = [number for number, month in enumerate(MONTHS, 1) if month.lower().startswith(name)]
    return fits[0] if _MONTH.fullmatch(name) and len(fits) == 1 else 0


def meant_number(written: str) -> str | None:
    """A number in the form that is read here, from one in another form; None where it is open."""
    text = _in_ascii(written[:100].strip())
    if _GROUPS.fullmatch(text):
        text = re.sub("[ _]", "", text)
    elif not _LOOSE.fullmatch(text):
        return None
    number = format(Decimal(text), "f").removesuffix(".") if _exponent(text) <= MOST_DIGITS else ""
    number = number.removeprefix("-") if not number.strip("-0.") else number
    return number if is_number(number) else None


def _in_ascii(text: str) -> str:
    digits = (str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
    return "".join(digits).replace("\u2212", "-")


def _exponent(text: str) -> int:
    _, letter, exponent = text.lower().partition("e")
    return abs(int(exponent)) if letter else 0


def meant_address(written: str) -> str | None:
    """The web address in a text, from a link of Markdown or without its beginning."""
    text = written[:2000].strip()
    inside = _ADDRESS.search(text)
    if inside:
        rest = text[inside.end() :]
        # A word behind the address may be the rest of it, cut off by a space.
        return inside[0] if inside[0] != text and not re.search(r"\w", rest) else None
    return f"https://{text}" if _HOST.fullmatch(text) else None


def meant_truth(written: str) -> str | None:
    """The word true or false for those that others say it with."""
    word = written.strip().lower()
    return "true" if word in _TRUE else "false" if word in _FALSE else None
