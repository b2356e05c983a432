"""What a page carries for programs: JSON-LD, citations, and that data lie beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from markupsafe import Markup

from factsheets.data import linked
from factsheets.data.linked import Node
from factsheets.data.references import Reference, References
from factsheets.site.html import Page
from factsheets.site.markdown import head
from factsheets.site.translation import gettext as _
from factsheets.site.views import citation
from factsheets.site.views.site import Site


def head_of(site: Site) -> Callable[[Page], Mapping[str, Any]]:
    """What gives the head of a page to the theme: each text is safe to print as HTML.

    A page that only leads elsewhere, or says that its text was removed, gets nothing but its own
    particulars.
    """
    known = References(site)

    def values(page: Page) -> Mapping[str, Any]:
        found: dict[str, Any] = {"title": page.title, **page.meta}
        if not page.meta.keys() & {"moved_to", "removed"}:
            found = {**_more(site, known, page), **found}
        return {key: head(each) if isinstance(each, str) else each for key, each in found.items()}

    return values


def _more(site: Site, known: References, page: Page) -> dict[str, Any]:
    reference = _reference(site, known, page)
    base = "" if site.settings.site_url else "../" * page.path.count("/") or "./"
    return {
        "cite": citation.of_page(site, page.path, page.title),
        "cite_heading": _("Cite this page"),
        "cite_bibtex": _shown(reference.bibtex),
        "cite_csl": _shown(reference.json),
        "cite_ris": _shown(reference.ris),
        "linked": Markup(linked.script(_node(site, page), base)),  # noqa: S704 - escaped for scripts
        "data": True,
        "feed": page.path.count("/") == 2 and page.path.startswith(("topics/", "actors/")),
    }


def _shown(text: str) -> Markup:
    """For an element that keeps line breaks, as `head` would not."""
    return Markup(escape(text.rstrip("\n")))  # noqa: S704 - escaped here


def _record(path: str) -> tuple[str, str]:
    """The folder and the id of a record's own page."""
    folder, _slash, rest = path.partition("/")
    key = rest.rstrip("/")
    return (folder, key) if key and "/" not in key else ("", "")


def _reference(site: Site, known: References, page: Page) -> Reference:
    folder, key = _record(page.path)
    if folder == "facts" and key in site.statements:
        return known.of_statement(site.statements[key])
    if folder == "sources" and key in site.dataset.articles:
        return known.of_source(key)
    return known.of_page(page.path, page.title)


_NODES: Mapping[str, Callable[[Site, str], Node]] = {
    "facts": linked.of_statement,
    "actors": linked.of_actor,
    "topics": linked.of_topic,
    "sources": linked.of_source,
    "events": linked.of_event,
}


def _node(site: Site, page: Page) -> Node:
    folder, key = _record(page.path)
    if folder in _NODES:
        return _NODES[folder](site, key)
    if page.path == "data/":
        return linked.of_data(site)
    return linked.of_page(site, page.path, page.title)
