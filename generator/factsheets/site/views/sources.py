"""Lists of sources: which articles a page rests on, and how many statements each gave it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from factsheets.site.views.evidence import ACCESS_TEXT
from factsheets.site.views.freshness import freshness_text
from factsheets.site.views.labels import publisher_label
from factsheets.site.views.refs import Ref, actor_ref, source_ref
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView
from factsheets.site.views.support import Support, support
from factsheets.site.views.words import count

SOURCES_ON_A_PAGE = 100
"""The others are named at their statements, and in the list of all sources."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One article in a list of sources."""

    ref: Ref
    publisher: Ref
    label: str
    title: str | None
    url: str
    access: str
    statements: int
    reprint_of: Ref | None
    primary: bool


def source_lines(site: Site, views: Iterable[StatementView]) -> tuple[SourceLine, ...]:
    """The articles behind these statements, as many as a page lists, those that gave most first."""
    numbers = sources_behind(views)
    return tuple(source_line(site, name, number) for name, number in numbers.items())


def sources_behind(views: Iterable[StatementView]) -> dict[str, int]:
    """The same by id, each with the number of statements that it gave."""
    numbers = Counter(chain.from_iterable([view.behind.articles for view in views]))
    names = sorted(numbers)
    names.sort(key=numbers.__getitem__, reverse=True)  # Those that gave as many stay as they are.
    return {name: numbers[name] for name in names[:SOURCES_ON_A_PAGE]}


def source_line(site: Site, article_id: str, statements: int) -> SourceLine:
    """One article with the number of statements that it gave."""
    article = site.dataset.articles[article_id]
    return SourceLine(
        source_ref(site.dataset, article_id),
        actor_ref(site.dataset, article.publisher),
        publisher_label(site.dataset, article.publisher),
        article.title,
        article.url,
        ACCESS_TEXT[article.access],
        statements,
        source_ref(site.dataset, article.derived_from) if article.derived_from else None,
        article.is_primary,
    )


# The coverage line: how many statements, from how many articles, by which publishers.

Views = Sequence[StatementView]

_NAMED_PUBLISHERS = 6


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher with its label and how many of the statements it reports."""

    ref: Ref
    label: str
    statements: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """The parts of the line, in order: `lead`, `sentence`, the publishers, `notes`."""

    lead: str
    sentence: str
    publishers: tuple[Publisher, ...]
    more_publishers: int
    notes: tuple[str, ...]
    statements: int
    sources: tuple[str, ...]

    @property
    def single(self) -> bool:
        """Whether all of it rests on one source, so that no card need say so again."""
        return len(self.sources) == 1

    @property
    def more_sources(self) -> int:
        """How many of the sources are not in the page's list of them."""
        return max(0, len(self.sources) - SOURCES_ON_A_PAGE)


def coverage(site: Site, views: Views, *, subject: str = "", counted: str = "") -> Coverage:
    """What rests on what, of these statements.

    `subject` leads where an actor has said nothing itself; `counted` says which statements they
    are where not all are of one kind: `2 statements by X and 3 about X`.
    """
    supports = [view.behind for view in views]
    sources = tuple(dict.fromkeys(chain.from_iterable([each.articles for each in supports])))
    behind = support(site.dataset, sources)
    publishers = _publishers(site, supports)
    return Coverage(
        lead=subject or _lead(behind),
        sentence=_sentence(len(views), behind.sources, len(publishers), counted),
        publishers=publishers[:_NAMED_PUBLISHERS],
        more_publishers=max(0, len(publishers) - _NAMED_PUBLISHERS),
        notes=(*_support_notes(supports, behind), *_day_notes(site, views)),
        statements=len(views),
        sources=sources,
    )


def _publishers(site: Site, supports: Sequence[Support]) -> tuple[Publisher, ...]:
    """Those who stand behind the statements; who only reprints them is none."""
    counts = Counter(chain.from_iterable([each.reporters for each in supports]))
    ordered = sorted(counts, key=lambda name: (-counts[name], name))
    return tuple(
        Publisher(actor_ref(site.dataset, name), publisher_label(site.dataset, name), counts[name])
        for name in ordered
    )


def _lead(behind: Support) -> str:
    if behind.sources == 0:
        return "No statement recorded here."
    if behind.sources == 1:
        return f"One source so far{', a primary record' if behind.records else ''}."
    if len(behind.reporters) == 1 and not behind.records:
        return "One publisher so far."
    return f"{behind.page_text}."


def _sentence(statements: int, sources: int, publishers: int, counted: str) -> str:
    if not statements:
        return ""
    articles = "one article" if sources == 1 else count(sources, "article")
    by = " by" if publishers <= _NAMED_PUBLISHERS else f" by {publishers} publishers, among them"
    if counted or statements == 1 or sources > 1:
        return f"{counted or count(statements, 'statement')} from {articles}{by}"
    which = "Both" if statements == 2 else f"All {statements}"
    return f"{which} statements come from {articles}{by}"


def _support_notes(supports: Sequence[Support], behind: Support) -> Iterator[str]:
    single = sum(each.sources == 1 and not each.records for each in supports)
    if behind.sources > 1 and single and len(supports) > 1:
        which = f"{single:,} of the statements have" if single < len(supports) else "Each has"
        yield f"{which} a single source." if single != 1 else "1 has a single source."
    if behind.reprints_text and (behind.sources == 1 or len(behind.reporters) == 1):
        yield f"{behind.reprints_text}."


def _day_notes(site: Site, views: Views) -> Iterator[str]:
    dated = [(v.said.order, v.when.line) for v in views if v.said and v.said.dated]
    if last := max(dated, default=None):
        yield f"Statements up to {last[1]}."
    if views:
        reviewed = [view.reviewed for view in views if view.reviewed]
        due = sum([view.due != "" for view in views])
        fresh = freshness_text(len(views), reviewed, due, site.settings.review_after_days)
        if site.settings.require_review and not reviewed:
            fresh = "Not reviewed yet."
        yield from filter(None, (fresh,))
