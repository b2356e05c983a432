"""The page of a source: what an article contributes, paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.article import Article, Locator, Wording
from factsheets.content.authors import author_names, author_text
from factsheets.dataset.duplicates import origin_of
from factsheets.quotes.capture import Capture
from factsheets.site.translation import gettext as _
from factsheets.site.translation import ngettext, number_text, semicolon_list
from factsheets.site.views.addresses import Ref, actor_ref, source_ref
from factsheets.site.views.dates import day_text, moment_text
from factsheets.site.views.evidence import Evidence, access_text
from factsheets.site.views.groups import Group, Section
from factsheets.site.views.labels import (
    label_rule,
    publisher_kind,
    publisher_label,
    source_kind_text,
)
from factsheets.site.views.locators import locator_text
from factsheets.site.views.notices import NoticeView, notices
from factsheets.site.views.paging import A_PAGE, IndexRow, Page, paged
from factsheets.site.views.search_entry import Entry, names, one_line, weighted
from factsheets.site.views.site import Site
from factsheets.site.views.sources import Coverage, SourceLine, coverage, source_line
from factsheets.site.views.statement import StatementView
from factsheets.site.views.texts import language_name, statement_count

_STANDING = frozenset({"found", "judged", "unclear"})
"""The checks of quotations whose words are in the source but may not be the speaker's."""


@dataclass(frozen=True, slots=True)
class Given:
    """A statement that a paragraph gives, and the form in which this paragraph gives it."""

    view: StatementView
    form: str
    form_text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What one paragraph gave: statements, words of the publisher, or why nothing.

    `number` is None for a page, a time or a section whose paragraph is not stated.
    """

    number: int | None
    name: str
    tokens: int | None
    statements: tuple[Given, ...]
    wording: tuple[Wording, ...]
    unused: str | None

    @property
    def gave_nothing(self) -> bool:
        """Whether nothing was taken from it, for no recorded reason."""
        return not (self.statements or self.wording or self.unused)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with what the check of its words gave; `gone` if a later text lacks it.

    `checked` is False if it could not be checked: it is not shown as quoted.
    """

    text: str
    statement: StatementView
    evidence: Evidence
    check: str
    check_text: str
    gone: bool

    @property
    def checked(self) -> bool:
        """Whether its words were looked up in the article."""
        return self.check not in {"not-captured", "unclear", "transcribed"}

    @property
    def shown(self) -> str:
        """The words, in quotation marks only where they were checked."""
        return f"“{self.text}”" if self.checked else self.text


@dataclass(frozen=True, slots=True)
class SourceView:
    """All that the page of a source shows."""

    draft: bool
    ref: Ref
    publisher: Ref
    label: str
    label_rule: str
    ownership_source: str | None
    outlet: str
    title: str | None
    authors: tuple[str, ...]
    author_text: str | None
    published: str
    published_at: str
    updated: str
    notices: tuple[NoticeView, ...]
    published_iso: str
    dateline: str | None
    language: str
    language_text: str
    url: str
    access: str
    archived: str | None
    reprint_of: Ref | None
    reprints: tuple[Ref, ...]
    same_text: tuple[Ref, ...]
    kind_text: str
    checked_on: str | None
    paragraphs_count: int | None
    changed: str
    quotes_found: int
    coverage: Coverage
    speakers: tuple[tuple[tuple[Ref, ...], int], ...]
    paragraphs: tuple[Paragraph, ...]
    quotations: tuple[Quotation, ...]
    wording: tuple[Wording, ...]
    statements: tuple[StatementView, ...]
    pages: tuple[Page[StatementView], ...]
    index: tuple[IndexRow, ...] = ()

    @property
    def description(self) -> str:
        """What it is, and how many statements it gave."""
        return ngettext(
            "%(source)s. %(num)s attributed statement taken from this source.",
            "%(source)s. %(num)s attributed statements taken from this source.",
            self.coverage.statements,
            source=self.heading,
        )

    @property
    def kicker(self) -> str:
        """`Source, newspaper`."""
        return _("Source, %(kind)s", kind=self.outlet)

    @property
    def heading(self) -> str:
        """`Example News, 5 March 2024: “Bridge to open”`."""
        values = {"publisher": self.publisher.name, "day": self.published}
        if self.title:
            return _("%(publisher)s, %(day)s: “%(title)s”", title=self.title, **values)
        return _("%(publisher)s, %(day)s", **values)

    @property
    def is_long(self) -> bool:
        """Whether its paragraphs only name who speaks, because the statements fill pages."""
        return len(self.pages) > 1

    @property
    def first_quotations(self) -> tuple[Quotation, ...]:
        """As many as a page holds: of more, those that were not simply found come first."""
        if len(self.quotations) <= A_PAGE:
            return self.quotations
        return tuple(sorted(self.quotations, key=lambda each: each.check == "found")[:A_PAGE])

    @property
    def language_sentence(self) -> str:
        """Its language, and whether its quotations are translated, as a sentence."""
        return _("%(sentence)s.", sentence=self.language_text)

    @property
    def authors_heading(self) -> str:
        """`Author`, `Authors`."""
        return ngettext("Author", "Authors", len(self.authors))

    @property
    def checked_text(self) -> str:
        """When its text was captured, what was found in it, and how it changed."""
        if not self.checked_on:
            return _("not yet")
        found = ngettext(
            "%(day)s: %(num)s paragraph",
            "%(day)s: %(num)s paragraphs",
            self.paragraphs_count or 0,
            day=self.checked_on,
        )
        number = sum(each.check != "transcribed" for each in self.quotations)
        quotations = ngettext(
            "%(found)s of %(num)s quotation found word for word",
            "%(found)s of %(num)s quotations found word for word",
            number,
            found=number_text(self.quotes_found),
        )
        found = semicolon_list([found, quotations if number else ""])
        if not self.changed:
            return found
        return _("%(sentence)s. %(change)s", sentence=found, change=self.changed)

    def words_text(self, wording: Wording) -> str:
        """Words of the publisher, and whether they were checked."""
        if self.checked_on:
            return _("“%(words)s”", words=wording.words)
        return _("Not checked: “%(words)s”", words=wording.words)

    def wording_text(self, wording: Wording) -> str:
        """The same for the list of paragraphs."""
        if self.checked_on:
            return _("Publisher’s wording: “%(words)s”", words=wording.words)
        return _("Publisher’s wording, not checked: “%(words)s”", words=wording.words)


def _kind_text(article: Article) -> str:
    """`Transcript (primary record)`; empty for an article."""
    if article.kind == "article":
        return _("Primary record") if article.primary else ""
    kind = source_kind_text(article.kind)
    return _("%(kind)s (primary record)", kind=kind) if article.is_primary else kind


def source_view(site: Site, article_id: str) -> SourceView:
    """Everything for one article."""
    article = site.dataset.articles[article_id]
    publisher = site.dataset.actors.get(article.publisher)
    capture = site.dataset.captures.get(article_id)
    views = statements(site, article_id)
    quoted = _quotations(views, article_id)
    return SourceView(
        draft=article.status == "draft",
        ref=source_ref(site.dataset, article_id),
        publisher=actor_ref(site.dataset, article.publisher),
        label=publisher_label(site.dataset, article.publisher),
        label_rule=label_rule(),
        ownership_source=publisher.ownership_source if publisher else None,
        outlet=publisher_kind(publisher) if publisher else "",
        title=article.title,
        authors=author_names(article),
        author_text=author_text(article),
        published=day_text(article.published),
        published_at=moment_text(article.published.moment),
        updated=moment_text(article.updated.moment) if article.updated else "",
        notices=notices(site.dataset, article_id),
        published_iso=article.published.isoformat(),
        dateline=article.dateline,
        language=article.language,
        language_text=_language_text(article),
        url=article.url,
        access=access_text(article.access),
        archived=article.archived,
        reprint_of=source_ref(site.dataset, article.derived_from) if article.derived_from else None,
        reprints=tuple(source_ref(site.dataset, key) for key in site.reprints.get(article_id, ())),
        same_text=_same_text(site, article_id),
        kind_text=_kind_text(article),
        checked_on=day_text(capture.captured) if capture else None,
        paragraphs_count=len(capture.paragraphs) if capture else None,
        changed=_changed(article, capture, quoted),
        quotes_found=sum(each.check in _STANDING and not each.gone for each in quoted),
        coverage=coverage(site, views),
        speakers=_speakers(views),
        paragraphs=_paragraphs(site, article_id, views),
        quotations=quoted,
        wording=article.wording,
        statements=views,
        pages=paged([_in_order(views)], f"sources/{article_id}/"),
    )


def _in_order(views: tuple[StatementView, ...]) -> Group[StatementView]:
    section = Section("all-statements", _("All statements"))
    return Group("order", _("In the article’s order"), views, section=section)


def _language_text(article: Article) -> str:
    """`English; the speakers’ words are not translated`."""
    translations = {
        "none": _("the speakers’ words are not translated"),
        "publisher": _("the speakers’ words are translated by the publisher"),
        "unknown": _("whether the speakers’ words are translated is not stated"),
    }
    return semicolon_list(
        [language_name(article.language), translations.get(article.translation or "", "")]
    )


def _same_text(site: Site, article_id: str) -> tuple[Ref, ...]:
    """The articles that share text with it and are not recorded as its reprints."""
    dataset = site.dataset
    lead = dataset.counted_with.get(article_id)
    return tuple(
        source_ref(dataset, other)
        for other, with_ in dataset.counted_with.items()
        if with_ == lead
        and other != article_id
        and origin_of(dataset.articles, other) != origin_of(dataset.articles, article_id)
    )


def statements(site: Site, article_id: str) -> tuple[StatementView, ...]:
    """The statements of an article in the order of their locators, then as in its file.

    At one place, statements of other articles come last.
    """

    def order(view: StatementView) -> tuple[tuple[int, int, int, str], bool, str, int]:
        cited = [e.locator for e in view.evidence if e.source.id == article_id]
        first = min((each.order for each in cited if each), default=Locator().order)
        return (first, view.article_id != article_id, view.article_id, view.line)

    return tuple(sorted(site.naming("article", article_id), key=order))


def _speakers(views: tuple[StatementView, ...]) -> tuple[tuple[tuple[Ref, ...], int], ...]:
    """Who speaks, alone or together, in how many of the statements, the most first.

    All unnamed speakers, none of whom may be another, are last and without an actor.
    """
    found: dict[str, list[StatementView]] = {}
    for view in views:
        found.setdefault(view.who.id if view.who.refs else "", []).append(view)
    ordered = sorted(found, key=lambda who: (not who, -len(found[who]), who))
    return tuple((found[who][0].who.refs, len(found[who])) for who in ordered)


def _quotations(views: tuple[StatementView, ...], article_id: str) -> tuple[Quotation, ...]:
    """The quotations of an article, in the order of the statements."""
    return tuple(
        Quotation(text, view, each, each.check or "", _check_text(each), bool(each.gone_since))
        for view in views
        for each in view.evidence
        if each.source.id == article_id
        for text in each.quotes
    )


def _check_text(each: Evidence) -> str:
    if each.gone_since:
        return _("Found before; not in the text checked on %(day)s", day=each.gone_since)
    if each.check == "judged" and each.kind != "article":
        return _("Speaker unclear; read by a person")
    texts = {
        "found": _("Found"),
        "not-found": _("Not found"),
        "not-captured": _("Not checked"),
        "unclear": _("Not certain in the source"),
        "judged": _("Quotation marks unclear; read by a person"),
        "transcribed": _("Transcribed by us"),
    }
    return texts.get(each.check or "", "")


def _changed(article: Article, capture: Capture | None, quotations: tuple[Quotation, ...]) -> str:
    """Notes on an article whose later captures differ.

    The publisher is named as the author of a change only if that is recorded.
    """
    found = []
    if article.updated:
        day = moment_text(article.updated.moment)
        found.append(_("The publisher changed the article on %(day)s.", day=day))
    if capture is not None and capture.earlier:
        found.append(
            _(
                "The text checked on %(day)s differs from that checked on %(before)s.",
                day=day_text(capture.captured),
                before=day_text(capture.earlier[0].captured),
            )
        )
        if gone := sum(each.gone for each in quotations):
            number = len(quotations)
            all_text = ngettext("%(num)s quotation", "%(num)s quotations", number)
            found.append(
                ngettext(
                    "%(num)s of %(quotations)s is not in it.",
                    "%(num)s of %(quotations)s are not in it.",
                    gone,
                    quotations=all_text,
                )
            )
        else:
            found.append(_("Every quotation is in it."))
    return " ".join(found)


def _paragraphs(
    site: Site, article_id: str, views: tuple[StatementView, ...]
) -> tuple[Paragraph, ...]:
    """What each paragraph of an article gave, or else those that are known to have given something.

    Which gave nothing is known from a capture if every statement states its paragraph. Places
    without a stated paragraph come last.
    """
    article = site.dataset.articles[article_id]
    capture = site.dataset.captures.get(article_id)
    statements: dict[int | str, list[Given]] = {}
    for view in views:
        cited: dict[int | str, Evidence] = {}
        for each in view.evidence:
            if each.source.id == article_id and each.locator:
                cited.setdefault(each.locator.paragraph or locator_text(each.locator), each)
        for place, each in cited.items():
            form = each.form if each.check in {"found", None} else "unchecked"
            statements.setdefault(place, []).append(Given(view, form, each.form_text))
    wording: dict[int, list[Wording]] = {}
    for words in article.wording:
        wording.setdefault(words.paragraph, []).append(words)
    unused = {each.paragraph: each.why for each in article.unused}
    last = len(capture.paragraphs) if capture else 0
    stated = {each for each in statements if isinstance(each, int)}
    every = capture and stated == statements.keys()
    numbers = range(1, last + 1) if every else sorted({*stated, *wording, *unused})
    paragraphs = [
        Paragraph(
            number,
            _("Paragraph %(number)s", number=number),
            capture.paragraphs[number - 1].tokens if capture and number <= last else None,
            tuple(statements.get(number, ())),
            tuple(wording.get(number, ())),
            unused.get(number),
        )
        for number in numbers
    ]
    others = (each for each in statements.items() if isinstance(each[0], str))
    paragraphs += [
        Paragraph(None, str(place), None, tuple(given), (), None) for place, given in others
    ]
    return tuple(paragraphs)


def rows(site: Site) -> list[SourceLine]:
    """All sources by publisher, newest first."""
    lines = [
        source_line(site, key, len(site.naming("article", key))) for key in site.dataset.articles
    ]
    articles = site.dataset.articles
    lines.sort(
        key=lambda line: (
            line.publisher.name.casefold(),
            -articles[line.ref.id].published.toordinal(),
            line.ref.id,
        )
    )
    return lines


def search_entry(site: Site, key: str) -> Entry:
    """What the search knows of it."""
    article = site.dataset.articles[key]
    ref = source_ref(site.dataset, key)
    publisher = actor_ref(site.dataset, article.publisher)
    published = day_text(article.published)
    fields = weighted(
        (4, names(publisher)),
        (1, [*author_names(article), article.dateline, _("source"), _("article")]),
        (0.5, [publisher_label(site.dataset, article.publisher)]),
    )
    number = statement_count(len(site.naming("article", key)))
    return Entry(
        "source",
        key,
        ref.path,
        "" if article.title else ref.name,
        one_line(_("Source"), publisher.name, published, number),
        tuple(filter(None, (article.title, ref.name))),
        fields,
        former=article.former_ids,
        headline=article.title or "",
        day=article.published.isoformat(),
    )
