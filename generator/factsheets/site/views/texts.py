"""Small texts for readers that several views share: sentences, numbers and languages."""

from __future__ import annotations

from decimal import Decimal, localcontext
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal

from factsheets.content.types import MOST_DIGITS, NOT_STATED
from factsheets.site.translation import gettext as _
from factsheets.site.translation import locale, ngettext

_GROUPED_FROM = 5


def capitalized(text: str) -> str:
    """The text with a capital first letter; the others stay as they are."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text with a capital first letter and a full stop at its end."""
    if not text or text[-1] in ".!?…":
        return capitalized(text)
    return _("%(sentence)s.", sentence=capitalized(text))


def shortened(text: str, most: int, end: str = "…") -> str:
    """The text with at most this many characters, cut between words; `end` marks the cut."""
    if len(text) <= most:
        return text
    kept = text[: most - len(end) + 1]
    return (kept.rpartition(" ")[0] or kept[:-1]).rstrip(" ,;:") + end


def statement_count(number: int) -> str:
    """`1 statement`, `1,200 statements`."""
    return ngettext("%(num)s statement", "%(num)s statements", number)


def stated_text(value: str | None) -> str:
    """A place or an audience, or that the source names none; empty where it was left out."""
    return _("not stated in the source") if value == NOT_STATED else value or ""


def amount_text(number: str) -> str:
    """A number for readers, with every digit: `12,500.25`.

    Four digits stay together, since they may be a year.
    """
    whole, _point, rest = number.lstrip("-").partition(".")
    pattern = f"#,##0.{'0' * len(rest)}" if rest else "#,##0"
    with localcontext(prec=2 * MOST_DIGITS):
        return format_decimal(
            Decimal(number),
            format=pattern,
            locale=locale(),
            group_separator=len(whole) >= _GROUPED_FROM,
        )


def language_name(code: str) -> str:
    """`English` for `en`; the code itself where no name is known."""
    return str(locale().languages.get(code.partition("-")[0], code))


@cache
def direction(code: str) -> str:
    """`rtl` or `ltr`, by the script that the code names, else by the language's usual one."""
    for tag in (code, code.partition("-")[0]):
        try:
            return str(Locale.parse(tag, sep="-").text_direction)
        except (UnknownLocaleError, ValueError):
            continue
    return "ltr"
