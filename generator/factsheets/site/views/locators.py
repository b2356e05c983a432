"""Locators as readers see them, and links that open a source there."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from factsheets.content.article import Locator
from factsheets.site.translation import comma_list
from factsheets.site.translation import gettext as _

_VIDEO_HOSTS = frozenset({"youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be"})
_SPOKEN = frozenset({"recording", "transcript"})


def locator_text(locator: Locator) -> str:
    """`¶2`, `p. 12`, `at 00:14:05`, `section 3.1`; all that are stated."""
    paragraph = f"¶{locator.paragraph}" if locator.paragraph else ""
    return comma_list((paragraph, beside_paragraph(locator)))


def long_locator_text(locator: Locator) -> str:
    """The same with `paragraph 2`."""
    paragraph = _("paragraph %(number)s", number=locator.paragraph) if locator.paragraph else ""
    return comma_list((paragraph, beside_paragraph(locator)))


def beside_paragraph(locator: Locator) -> str:
    """`p. 12`, `pp. 12-13`, `at 00:14:05`, `section 3.1`; all that are stated."""
    found = []
    if locator.section:
        found.append(_("section %(section)s", section=locator.section))
    if locator.page and "-" in locator.page:
        found.append(_("pp. %(pages)s", pages=locator.page))
    elif locator.page:
        found.append(_("p. %(page)s", page=locator.page))
    if locator.time:
        found.append(_("at %(time)s", time=locator.time))
    return comma_list(found)


def located_url(url: str, kind: str, locator: Locator, text_fragment: str) -> str:
    """The address of a source, at the page, the time or the words where a browser can open it.

    An address that has a fragment stays as it is. A page is that of the file (RFC 8118), a time
    one of Media Fragments; both come before a text fragment.
    """
    parts = urlsplit(url)
    if parts.fragment:
        return url
    if locator.seconds is not None and parts.hostname in _VIDEO_HOSTS:
        query = [pair for pair in parse_qsl(parts.query, True) if pair[0] != "t"]
        return urlunsplit(parts._replace(query=urlencode([*query, ("t", f"{locator.seconds}s")])))
    if parts.path.lower().endswith(".pdf"):
        return f"{url}#page={locator.first_page}" if locator.first_page else url
    if locator.seconds is not None and kind in _SPOKEN:
        return f"{url}#t={locator.seconds}{text_fragment.removeprefix('#')}"
    return url + text_fragment
