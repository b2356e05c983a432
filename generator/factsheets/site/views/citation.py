"""How to cite a page: the original first, this site second."""

from __future__ import annotations

from factsheets.content.dates import day_text
from factsheets.content.types import author_text
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView


def of_statement(site: Site, view: StatementView) -> str:
    """`Emmanuel Macron (said 4 Sep 2025, stated), reported by TASS, 4 Sep 2025, https://…; via …`.

    Who cites what was withdrawn or superseded says so.
    """
    own = view.evidence[0]
    said = f"{view.who.name} ({view.when.said}), " if view.speaker else ""
    by = f"{said}reported by {own.publisher.name}" if view.speaker else own.publisher.name
    return f"{by}, {own.published}, {own.url}; via {of_page(site, view.path)}{_state(view)}"


def _state(view: StatementView) -> str:
    if view.status == "current":
        return ""
    return f" ({' '.join(filter(None, (view.status, view.status_date)))})"


def of_source(site: Site, article_id: str) -> str:
    """Author or publisher, headline, publisher, date, address."""
    article = site.dataset.articles[article_id]
    publisher = site.dataset.actors[article.publisher].name
    parts = [author_text(article), f"“{article.title}”" if article.title else None, publisher]
    return ", ".join(filter(None, (*parts, day_text(article.published), article.url)))


def of_path(site: Site, path: str, name: str) -> str:
    """How to cite a page that is not a statement's; a source's page is cited as its article."""
    folder, _, rest = path.partition("/")
    key = rest.rstrip("/")
    if folder == "sources" and key in site.dataset.articles:
        return of_source(site, key)
    return of_page(site, path, name)


def of_page(site: Site, path: str, name: str = "") -> str:
    """`Attributed, "Name", version of 4 Sep 2025, https://…/`; or `page …`, without an address."""
    parts = [site.settings.site_name]
    if name:
        parts.append(f"“{name}”")
    return ", ".join((*parts, version(site), site.settings.address(path)))


def version(site: Site) -> str:
    """The state of the content: its newest date, and its revision where that is known."""
    dated = f"version of {day_text(site.newest)}" if site.newest else "first version"
    revision = (site.settings.revision or "")[:10]
    return f"{dated} ({revision})" if revision else dated
