"""What a page carries for programs: JSON-LD, citations, and that data lie beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from html import escape

from markupsafe import Markup

from generator.export import linked
from generator.export.linked import Node
from generator.export.references import Reference, References
from generator.render import Written
from generator.views import Site, citation


def dressed(site: Site) -> Callable[[Written], Written]:
    """What puts these into the front matter of a page of this site.

    A page that only leads elsewhere, or says that its text was removed, stays as it is.
    """
    known = References(site)

    def with_head(page: Written) -> Written:
        if page.meta.keys() & {"moved_to", "removed"}:
            return page
        reference = _reference(site, known, page)
        base = "" if site.settings.site_url else "../" * page.path.count("/") or "./"
        more = {
            "cite": citation.of_page(site, page.path, page.title),
            "cite_what": "this page",
            **page.meta,
            "cite_bibtex": _shown(reference.bibtex),
            "cite_csl": _shown(reference.json),
            "cite_ris": _shown(reference.ris),
            "linked": Markup(linked.script(_node(site, page), base)),  # noqa: S704 - escaped for scripts
            "data": True,
            "feed": page.path.count("/") == 2 and page.path.startswith(("topics/", "actors/")),
        }
        return replace(page, meta=more)

    return with_head


def _shown(text: str) -> Markup:
    """For an element that keeps line breaks, as `head` would not."""
    return Markup(escape(text.rstrip("\n")))  # noqa: S704 - escaped here


def _record(path: str) -> tuple[str, str]:
    """The folder and the id of a record's own page."""
    folder, _, rest = path.partition("/")
    key = rest.rstrip("/")
    return (folder, key) if key and "/" not in key else ("", "")


def _reference(site: Site, known: References, page: Written) -> Reference:
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


def _node(site: Site, page: Written) -> Node:
    folder, key = _record(page.path)
    if folder in _NODES:
        return _NODES[folder](site, key)
    if page.path == "data/":
        return linked.of_data(site)
    return linked.of_page(site, page.path, page.title)
