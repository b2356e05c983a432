"""Texts for readers, in the language of the site."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache
from gettext import NullTranslations
from typing import Any

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal
from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the interface: its locale (CLDR) and its translated messages."""

    locale: Locale
    messages: NullTranslations = field(default_factory=NullTranslations)


PLACEHOLDER = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in a text for what a template puts there with the filter `fill`, such as links."""
ENGLISH = Language(Locale("en"))
_language: ContextVar[Language] = ContextVar("language", default=ENGLISH)


def locale() -> Locale:
    """The locale of the site's language, for dates, numbers and names."""
    return _language.get().locale


def gettext(message: str, /, **values: object) -> str:
    """A whole message, translated, with its named placeholders filled.

    Args:
        message: The English text. `%(name)s` stands for a value; a percent sign is doubled.
        values: A value for each placeholder.
    """
    return _language.get().messages.gettext(message) % values


def deferred(message: str) -> str:
    """A message that is declared elsewhere, where `N_` marks it for translators."""
    return _language.get().messages.gettext(message)


def ngettext(singular: str, plural: str, number: int, /, **values: object) -> str:
    """A message in the form that a number asks for; `%(num)s` is the number, written out."""
    text = _language.get().messages.ngettext(singular, plural, number)
    return text % {"num": number_text(number), **values}


def pgettext(context: str, message: str, /, **values: object) -> str:
    """A message whose English words alone do not tell how to translate it."""
    return _language.get().messages.pgettext(context, message) % values


def number_text(number: int) -> str:
    """A number as readers write it: `1,200`."""
    return _decimal(number, locale())


@lru_cache(maxsize=1 << 12)  # CLDR's patterns cost 15 µs, and pages have the same small numbers.
def _decimal(number: int, language: Locale) -> str:
    return format_decimal(number, locale=language)


def list_text(items: Sequence[str]) -> str:
    """Several things in a sentence: `a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    language = locale()
    # CLDR's plain English, of the United States, has a comma before the last "and".
    return format_list(items, locale="en_001" if language.language == "en" else language)


def in_templates(escape: Callable[[object], object]) -> dict[str, Callable[..., Markup]]:
    """What Jinja's `{% trans %}` calls: messages are ours, and their values are escaped.

    Args:
        escape: Makes a value safe for the kind of page that the template prints.
    """

    def filled(text: str, values: Mapping[str, object]) -> Markup:
        return Markup(text % {name: escape(value) for name, value in values.items()})  # noqa: S704 - values are escaped

    def one(message: str, /, **values: Any) -> Markup:
        return filled(_language.get().messages.gettext(message), values)

    def many(singular: str, plural: str, num: int, /, **values: Any) -> Markup:
        text = _language.get().messages.ngettext(singular, plural, num)
        return filled(text, {"num": number_text(num), **values})

    def within(context: str, message: str, /, **values: Any) -> Markup:
        return filled(_language.get().messages.pgettext(context, message), values)

    return {"gettext": one, "ngettext": many, "pgettext": within}
