"""Which articles and publishers the statements of a page rest on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from factsheets.site.translation import PLACEHOLDER, list_text, ngettext
from factsheets.site.translation import gettext as _
from factsheets.site.views.addresses import Ref, actor_ref, source_ref
from factsheets.site.views.evidence import access_text
from factsheets.site.views.labels import publisher_label
from factsheets.site.views.review import review_text
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView
from factsheets.site.views.support import Support, support
from factsheets.site.views.texts import sentence, statement_count

SOURCES_ON_A_PAGE = 5
"""The others are named at their statements, and in the list of all sources."""
_NAMED_PUBLISHERS = 6


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One article in a list of sources, with the number of statements that it gave."""

    ref: Ref
    publisher: Ref
    label: str
    title: str | None
    url: str
    access: str
    statements: int
    reprint_of: Ref | None
    primary: bool


def source_lines(site: Site, views: Collection[StatementView]) -> tuple[SourceLine, ...]:
    """The articles of these statements, those with most statements first, up to a page's limit."""
    numbers = Counter(chain.from_iterable(view.support.articles for view in views))
    names = sorted(numbers, key=lambda name: (-numbers[name], name))[:SOURCES_ON_A_PAGE]
    primary = frozenset(chain.from_iterable(view.support.primary for view in views))
    lines = [source_line(site, name, numbers[name]) for name in names]
    return tuple(replace(line, primary=line.ref.id in primary) for line in lines)


def source_line(site: Site, article_id: str, statements: int) -> SourceLine:
    """One article with the number of statements that it gave."""
    article = site.dataset.articles[article_id]
    return SourceLine(
        source_ref(site.dataset, article_id),
        actor_ref(site.dataset, article.publisher),
        publisher_label(site.dataset, article.publisher),
        article.title,
        article.url,
        access_text(article.access),
        statements,
        source_ref(site.dataset, article.derived_from) if article.derived_from else None,
        article.is_primary,
    )


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher with its label and how many of the statements it reports."""

    ref: Ref
    label: str
    statements: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """The coverage line: how many statements, from how many articles, by which publishers.

    In order: `lead`, `sentence`, `notes`. In the sentence a placeholder stands for the list of
    `publishers`, whose names are links, and of how many more there are. `sources` are the ids of
    the articles.
    """

    lead: str
    sentence: str
    publishers: tuple[Publisher, ...]
    notes: tuple[str, ...]
    statements: int
    sources: tuple[str, ...]
    more_publishers: int

    @property
    def text(self) -> str:
        """The line without its notes, as text."""
        more = ngettext("%(num)s more", "%(num)s more", self.more_publishers)
        names = [each.ref.name for each in self.publishers] + [more] * bool(self.more_publishers)
        return f"{self.lead} {self.sentence.replace(PLACEHOLDER, list_text(names))}".rstrip()

    @property
    def single(self) -> bool:
        """Whether there is only one source, so that cards need not repeat it."""
        return len(self.sources) == 1

    @property
    def more_sources(self) -> int:
        """How many of the sources are not in the page's list of them."""
        return max(0, len(self.sources) - SOURCES_ON_A_PAGE)


def coverage(
    site: Site, views: Sequence[StatementView], *, lead: str = "", counted: str = ""
) -> Coverage:
    """The coverage line of these statements.

    Args:
        site: The site.
        views: The statements.
        lead: How the line begins; by default with the kind of support.
        counted: Which statements they are, where not all are of one kind: `2 statements by X and
            3 about X`.
    """
    supports = [view.support for view in views]
    sources = tuple(dict.fromkeys(chain.from_iterable(each.articles for each in supports)))
    counts = {name for each in supports for name in each.articles if name not in each.relaying}
    relaying = [name for each in supports for name in each.relaying if name not in counts]
    primary = frozenset().union(*(each.primary for each in supports))
    relayed = list(dict.fromkeys(relaying))
    whole = support(site.dataset, sources, site.index.comparable, primary, relayed)
    publishers = _publishers(site, supports)
    return Coverage(
        lead=lead or _lead(whole),
        sentence=_sentence(len(views), whole.sources, len(publishers), counted),
        publishers=publishers[:_NAMED_PUBLISHERS],
        notes=(*_support_notes(supports, whole), *_day_notes(site, views)),
        statements=len(views),
        sources=sources,
        more_publishers=max(0, len(publishers) - _NAMED_PUBLISHERS),
    )


def _publishers(site: Site, supports: Sequence[Support]) -> tuple[Publisher, ...]:
    """The publishers of the sources; who only reprints them is none."""
    counts = Counter(chain.from_iterable(each.reporters for each in supports))
    ordered = sorted(counts, key=lambda name: (-counts[name], name))
    return tuple(
        Publisher(actor_ref(site.dataset, name), publisher_label(site.dataset, name), counts[name])
        for name in ordered
    )


def _lead(whole: Support) -> str:
    if whole.sources == 0:
        return _("No statement recorded here.")
    if whole.sources == 1:
        if whole.records:
            return _("One source so far, a primary record.")
        return _("One source so far.")
    if len(whole.reporters) == 1 and not whole.records:
        return _("One publisher so far.")
    return sentence(whole.page_text)


def _sentence(statements: int, sources: int, publishers: int, counted: str) -> str:
    if not statements:
        return ""
    articles = ngettext("one article", "%(num)s articles", sources)
    if sources == 1 and statements > 1 and not counted:
        if statements == 2:
            return _(
                "Both statements come from one article by %(publishers)s.", publishers=PLACEHOLDER
            )
        return ngettext(
            "The %(num)s statement comes from one article by %(publishers)s.",
            "All %(num)s statements come from one article by %(publishers)s.",
            statements,
            publishers=PLACEHOLDER,
        )
    counted = counted or statement_count(statements)
    if publishers <= _NAMED_PUBLISHERS:
        return _(
            "%(statements)s from %(articles)s by %(publishers)s.",
            statements=counted,
            articles=articles,
            publishers=PLACEHOLDER,
        )
    return ngettext(
        "%(statements)s from %(articles)s by %(num)s publisher, among them %(publishers)s.",
        "%(statements)s from %(articles)s by %(num)s publishers, among them %(publishers)s.",
        publishers,
        statements=counted,
        articles=articles,
        publishers=PLACEHOLDER,
    )


def _support_notes(supports: Sequence[Support], whole: Support) -> Iterator[str]:
    single = sum(each.sources == 1 and not each.records for each in supports)
    if whole.sources > 1 and single and len(supports) > 1:
        if single == len(supports):
            yield _("Each has a single source.")
        else:
            yield ngettext(
                "%(num)s has a single source.",
                "%(num)s of the statements have a single source.",
                single,
            )
    if whole.reprints_text and (whole.sources == 1 or len(whole.reporters) == 1):
        yield sentence(whole.reprints_text)


def _day_notes(site: Site, views: Sequence[StatementView]) -> Iterator[str]:
    if dated := [view.when for view in views if view.said and view.said.dated]:
        last = max(dated, key=lambda when: (when.order, when.line))
        yield _("Statements up to %(date)s.", date=last.line)
    reviewed = [view.reviewed for view in views if view.reviewed]
    if reviewed:
        due = sum(view.due != "" for view in views)
        yield review_text(len(views), reviewed, due, site.settings.review_after_days)
    elif views and site.settings.require_review:
        yield _("Not reviewed yet.")
