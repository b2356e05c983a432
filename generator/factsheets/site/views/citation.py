"""How to cite a page: the original first, this site second."""

from __future__ import annotations

from factsheets.content.article import Article
from factsheets.content.authors import author_text
from factsheets.site.translation import comma_list, semicolon_list
from factsheets.site.translation import gettext as _
from factsheets.site.views.dates import day_text
from factsheets.site.views.evidence import Evidence
from factsheets.site.views.locators import long_locator_text
from factsheets.site.views.notices import retracted
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView
from factsheets.site.views.texts import sentence, shortened

_MOST_QUOTED, _FEWEST_QUOTED = 300, 60  # characters: of all quotations, of each
_FEWEST_WORDS = 6  # fewer are a fragment, which would mislead without our sentence


def of_statement(site: Site, view: StatementView) -> str:
    """`Ada Example (said 4 Sep 2025, stated): “…”; reported by Wire, “Title”, 4 Sep 2025, https://…`.

    Who cites what was withdrawn, superseded or contested says so.
    """
    own = view.evidence[0]
    article = site.dataset.articles[view.article_id]
    report = (
        own.cited_publisher,
        _("“%(title)s”", title=article.title) if article.title else "",
        own.published,
        retracted(site.dataset, own.source.id),
        long_locator_text(own.locator),
        own.url,
        _archived(article),
    )
    page = of_page(site, view.path)
    values = {"said": words_of(view), "report": comma_list(report), "page": page}
    if view.is_reported:
        text = _("%(said)s; reported by %(report)s; via %(page)s", **values)
    else:
        text = _("%(said)s; published by %(report)s; via %(page)s", **values)
    return " ".join(filter(None, (text, view.status_line, sentence(view.contested))))


def words_of(view: StatementView) -> str:
    """Who said what, when and where: `Ada Example (said 4 Sep 2025, stated), Council: “…”`.

    The condition is always in it. Where the quoted words give no whole statement, are cut, or may
    be what the speaker denies, our own words come first, and are marked as ours.
    """
    own, quotes, condition = view.evidence[0], view.quotes, ""
    who = _("%(publisher)s, the publisher itself", publisher=view.publisher.name)
    if view.is_spoken:
        who = comma_list((view.who_and_when, view.event.name if view.event else ""))
    is_apart = own.form != "partly-quoted" and view.act != "denies" and view.set_apart == quotes
    is_cut = sum(map(len, quotes)) > _MOST_QUOTED
    if not (quotes and is_apart) or is_cut or _are_fragments(quotes):
        text = _("%(who)s, in our words: %(statement)s", who=who, statement=view.qualified)
        if not view.set_apart:
            return _("%(name)s (%(label)s)", name=text, label=view.doubt) if view.doubt else text
        text = _("%(text)s; quoted: %(words)s", text=text, words=_quoted(view.set_apart))
    else:
        text = _("%(who)s: %(words)s", who=who, words=_quoted(quotes))
        if view.condition:
            condition = _("condition, in our words: %(condition)s", condition=view.condition)
    notes = semicolon_list((own.judged, view.gone_text, _translated(own), condition))
    return _("%(name)s (%(label)s)", name=text, label=notes) if notes else text


def _are_fragments(quotes: tuple[str, ...]) -> bool:
    """Whether one is too short to stand alone, or the first begins within a sentence."""
    return quotes[0][:1].islower() or any(len(each.split()) < _FEWEST_WORDS for each in quotes)


def _quoted(quotes: tuple[str, ...]) -> str:
    """Each quotation in its marks; in a long one [...] stands for the rest."""
    is_long = sum(map(len, quotes)) > _MOST_QUOTED
    most = max(_FEWEST_QUOTED, _MOST_QUOTED // len(quotes)) if is_long else _MOST_QUOTED
    each = (shortened(quote, most, " […]") for quote in quotes)
    return comma_list(_("“%(words)s”", words=words) for words in each)


def _translated(own: Evidence) -> str:
    """Whether the quoted words are a translation, where the source leaves that open or says so."""
    if own.translation == "publisher":
        return _("translated by %(publisher)s", publisher=own.publisher.name)
    return _("translation unknown") if own.translation == "unknown" else ""


def _archived(article: Article) -> str:
    return _("archived at %(address)s", address=article.archived) if article.archived else ""


def of_source(site: Site, article_id: str) -> str:
    """Author, headline, publisher, date, address and archived copy, as far as recorded."""
    article = site.dataset.articles[article_id]
    return comma_list(
        (
            author_text(article) or "",
            _("“%(title)s”", title=article.title) if article.title else "",
            site.dataset.actors[article.publisher].name,
            _published(article),
            retracted(site.dataset, article_id),
            article.url,
            _archived(article),
        )
    )


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
