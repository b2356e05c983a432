"""Settings of Material whose values have another form than the theme expects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from factsheets.problems.problem import Problem
from factsheets.site.settings import place

_SCHEMES = frozenset({"", "http", "https", "mailto", "matrix", "tel", "xmpp"})
_TEXT = "a text, in quotation marks"
_LINK = "a web address, a path on this site, or an e-mail address after mailto:"
_PALETTE = dict.fromkeys(("scheme", "primary", "accent", "media"), _TEXT)
_FORMS: Mapping[str, Any] = {
    "theme": {
        **dict.fromkeys(("language", "direction", "logo", "favicon"), _TEXT),
        "palette": [{**_PALETTE, "toggle": {"icon": _TEXT, "name": _TEXT}}],
        "features": [_TEXT],
        "icon": {"logo": _TEXT, "repo": _TEXT},
    },
    "extra": {
        **dict.fromkeys(("homepage", "issues", "add"), _LINK),
        "social": [{"link": _LINK, "icon": _TEXT, "name": _TEXT}],
        "alternate": [{"link": _LINK, "name": _TEXT, "lang": _TEXT}],
    },
}
"""The form of each setting: a text, a link, a mapping with these names, or a list of such."""


def wrong_settings(data: bytes, settings: Mapping[str, Any]) -> Iterator[Problem]:
    """An error for each value that is not of its form; `data` is the file, for the places."""
    for name in ("theme", "extra"):
        if isinstance(given := settings.get(name), Mapping):
            yield from _wrong(data, (name,), given, _FORMS[name])


def _wrong(data: bytes, way: tuple[str | int, ...], given: object, form: Any) -> Iterator[Problem]:
    if way == ("theme", "palette") and not isinstance(given, list):
        given = [given]
    if isinstance(form, list) and isinstance(given, list):
        for number, each in enumerate(given):
            yield from _wrong(data, (*way, number), each or "", form[0])
    elif isinstance(form, Mapping) and isinstance(given, Mapping):
        yield from _wrong_names(data, way, given, form)
    elif isinstance(form, list):
        yield _problem(data, way, "is not a list", "a list, with a hyphen before each of its items")
    elif isinstance(form, Mapping):
        yield _problem(data, way, "has no names", f"names with their values: {', '.join(form)}")
    elif not isinstance(given, str) or (form == _LINK and not _is_link(given)):
        yield _problem(data, way, f"is {str(given)[:60]!r}", form)


def _wrong_names(
    data: bytes, way: tuple[str | int, ...], given: Mapping[str, object], form: Mapping[str, Any]
) -> Iterator[Problem]:
    if "link" in form and not given.get("link"):
        yield _problem(data, way, "has no link", _LINK)
    for name in form:
        if given.get(name) not in (None, False):
            yield from _wrong(data, (*way, name), given[name], form[name])


def _problem(data: bytes, way: tuple[str | int, ...], wrong: str, form: str) -> Problem:
    name = ".".join(each for each in way if isinstance(each, str))
    return Problem("bad-setting", f"{name} {wrong}.", place(data, *way), f"Write {form}.")


def _is_link(text: str) -> bool:
    try:
        return text.isprintable() and urlsplit(text).scheme in _SCHEMES
    except ValueError:
        return False
