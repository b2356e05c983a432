"""How to cite a page: the original first, this site second."""

from __future__ import annotations

from factsheets.content.article import Article
from factsheets.content.authors import author_text
from factsheets.site.translation import comma_list
from factsheets.site.translation import gettext as _
from factsheets.site.views.dates import day_text
from factsheets.site.views.locators import long_locator_text
from factsheets.site.views.notices import retracted
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView


def of_statement(site: Site, view: StatementView) -> str:
    """`Ada Example (said 4 Sep 2025, stated), reported by Wire, 4 Sep 2025, p. 2, https://…`.

    Who cites what was withdrawn or superseded says so.
    """
    own = view.evidence[0]
    values = {
        "publisher": own.cited_publisher,
        "day": comma_list(
            (
                own.published,
                retracted(site.dataset, own.source.id),
                long_locator_text(own.locator),
            )
        ),
        "url": own.url,
        "page": of_page(site, view.path),
    }
    if view.status != "current":
        values["page"] = _("%(page)s (%(status)s)", page=values["page"], status=_dated_status(view))
    if not view.is_spoken:
        return _("%(publisher)s, %(day)s, %(url)s; via %(page)s", **values)
    return _(
        "%(who)s, reported by %(publisher)s, %(day)s, %(url)s; via %(page)s",
        who=view.who_and_when,
        **values,
    )


def _dated_status(view: StatementView) -> str:
    """`withdrawn 5 Sep 2025`."""
    day = view.status_date
    if view.status == "withdrawn":
        return _("withdrawn %(day)s", day=day) if day else _("withdrawn")
    return _("superseded %(day)s", day=day) if day else _("superseded")


def of_source(site: Site, article_id: str) -> str:
    """Author or publisher, headline, publisher, date, address."""
    article = site.dataset.articles[article_id]
    author = author_text(article)
    values = {
        "publisher": site.dataset.actors[article.publisher].name,
        "day": comma_list((_published(article), retracted(site.dataset, article_id))),
        "url": article.url,
    }
    if author and article.title:
        return _(
            "%(author)s, “%(title)s”, %(publisher)s, %(day)s, %(url)s",
            author=author,
            title=article.title,
            **values,
        )
    if author:
        return _("%(author)s, %(publisher)s, %(day)s, %(url)s", author=author, **values)
    if article.title:
        return _("“%(title)s”, %(publisher)s, %(day)s, %(url)s", title=article.title, **values)
    return _("%(publisher)s, %(day)s, %(url)s", **values)


def _published(article: Article) -> str:
    day = day_text(article.published)
    if not article.updated:
        return day
    return _("%(day)s, updated %(updated)s", day=day, updated=day_text(article.updated))


def of_path(site: Site, path: str, name: str) -> str:
    """How to cite a page that is not a statement's; a source's page is cited as its article."""
    folder, _slash, rest = path.partition("/")
    key = rest.rstrip("/")
    if folder == "sources" and key in site.dataset.articles:
        return of_source(site, key)
    return of_page(site, path, name)


def of_page(site: Site, path: str, name: str = "") -> str:
    """`Attributed, “Name”, version of 4 Sep 2025, https://…/`; or `page …`, without an address."""
    values = {
        "site": site.settings.site_name,
        "version": version(site),
        "address": site.settings.address(path),
    }
    if name:
        return _("%(site)s, “%(name)s”, %(version)s, %(address)s", name=name, **values)
    return _("%(site)s, %(version)s, %(address)s", **values)


def version(site: Site) -> str:
    """The state of the content: its newest date, and its revision where that is known."""
    revision = (site.settings.revision or "")[:10]
    if site.newest is None:
        if revision:
            return _("first version (%(revision)s)", revision=revision)
        return _("first version")
    day = day_text(site.newest)
    if revision:
        return _("version of %(day)s (%(revision)s)", day=day, revision=revision)
    return _("version of %(day)s", day=day)
