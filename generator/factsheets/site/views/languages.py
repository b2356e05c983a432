"""The English names of languages, and which of them run from right to left."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError

_ENGLISH = Locale("en")


def language_name(code: str) -> str:
    """`English` for `en`; the code itself where no name is known."""
    return str(_ENGLISH.languages.get(code.partition("-")[0], code))


@cache
def direction(code: str) -> str:
    """`rtl` or `ltr`, by the script that the code names, else by the language's usual one."""
    for tag in (code, code.partition("-")[0]):
        try:
            return str(Locale.parse(tag, sep="-").text_direction)
        except (UnknownLocaleError, ValueError):
            continue
    return "ltr"
