"""Texts for readers, in the language of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache
from gettext import NullTranslations
from typing import TYPE_CHECKING, Any

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal
from markupsafe import Markup

if TYPE_CHECKING:
    from jinja2 import Environment


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
    """A message whose English text is ambiguous without its context."""
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


def comma_list(items: Iterable[str]) -> str:
    """Values of a label, or remarks: `a, b, c`. Empty ones are left out."""
    return pgettext("between items of a list", ", ").join(filter(None, items))


def semicolon_list(items: Iterable[str]) -> str:
    """Short texts in one line: `a; b`. Empty ones are left out."""
    return pgettext("between short texts", "; ").join(filter(None, items))


@lru_cache(maxsize=1 << 10)  # the labels of every page
def _without_values(text: str) -> Markup:
    return Markup(text % {})  # noqa: S704 - a message


def install(environment: Environment, escape: Callable[[object], object]) -> None:
    """Gives templates `{% trans %}` and `_()`: messages are ours, and their values are escaped.

    Args:
        environment: Its templates are not compiled yet.
        escape: Makes a value safe for the kind of page that the templates print.
    """

    def filled(text: str, values: Mapping[str, object]) -> Markup:
        if not values:
            return _without_values(text)
        return Markup(text % {name: escape(value) for name, value in values.items()})  # noqa: S704 - values are escaped

    def one(message: str, /, **values: Any) -> Markup:
        return filled(_language.get().messages.gettext(message), values)

    def many(singular: str, plural: str, num: int, /, **values: Any) -> Markup:
        text = _language.get().messages.ngettext(singular, plural, num)
        return filled(text, {"num": number_text(num), **values})

    def within(context: str, message: str, /, **values: Any) -> Markup:
        return filled(_language.get().messages.pgettext(context, message), values)

    environment.add_extension("jinja2.ext.i18n")
    # New style: a message is called with its values by name, and fills them in itself.
    vars(environment)["newstyle_gettext"] = True
    environment.globals.update(_=one, gettext=one, ngettext=many, pgettext=within)
