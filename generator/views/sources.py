"""Lists of sources: which articles a page rests on, and how many statements each gave it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from generator.views.evidence import ACCESS_TEXT
from generator.views.ground import Site
from generator.views.labels import publisher_label
from generator.views.refs import Ref, actor_ref, source_ref
from generator.views.statement import StatementView

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
