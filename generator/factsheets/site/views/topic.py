"""The page of a topic."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.records import Name
from factsheets.site.views import sheet
from factsheets.site.views.groups import Counts, Group, by_question, counts
from factsheets.site.views.heights import bullet, head
from factsheets.site.views.matrix import Matrix, matrix
from factsheets.site.views.memoize import once
from factsheets.site.views.paging import CARDS_A_PAGE, Page, paged
from factsheets.site.views.quantities import first_figures
from factsheets.site.views.refs import Ref, topic_ref
from factsheets.site.views.sentences import (
    Sentence,
    brief,
    contested,
    differences,
    differing_figures,
)
from factsheets.site.views.sheet import Sheet
from factsheets.site.views.site import Site
from factsheets.site.views.sources import Coverage, SourceLine, coverage, source_lines
from factsheets.site.views.statement import StatementView
from factsheets.site.views.timeline import Timeline, timeline

_MOST_FIGURES = 4


@dataclass(frozen=True, slots=True)
class TopicView:
    """All that the page of a topic shows; `pages` cuts its statements, newest first."""

    id: str
    name: str
    summary: str
    other_names: tuple[Name, ...]
    broader: Ref | None
    narrower: tuple[Ref, ...]
    coverage: Coverage
    brief: tuple[Sentence, ...]
    figures: tuple[StatementView, ...]
    matrix: Matrix | None
    differences: tuple[Sentence, ...]
    timeline: Timeline | None
    counts: Counts
    groups: tuple[Group, ...]
    pages: tuple[Page[StatementView], ...]
    missing: tuple[str, ...]
    sources: tuple[SourceLine, ...]

    @property
    def sheet(self) -> Sheet:
        """What paper holds of it."""
        heights = [bullet(text) for text in self.missing]
        return sheet.sheet(
            self.pages,
            head(self.name, self.summary, ()),
            brief=sheet.brief(self.brief),
            figures=sheet.figures(self.figures),
            rows=sheet.rows(self.matrix),
            differences=sheet.differences(self.differences),
            missing=sheet.List(self.missing, heights, 3, ("point", "points")),
            sources=sheet.sources(self.sources),
        )


@once
def statements_of(site: Site, topic_id: str) -> tuple[StatementView, ...]:
    """The statements of a topic, newest first."""
    return site.views(site.index.by_topic.get(topic_id, ()))


@once
def coverage_of(site: Site, topic_id: str) -> Coverage:
    """The coverage line."""
    return coverage(site, statements_of(site, topic_id))


def topic_differences(
    site: Site, topic_id: str, views: tuple[StatementView, ...]
) -> tuple[Sentence, ...]:
    """Where accounts differ: what is contested, what the record says, different figures."""
    current = [view for view in views if view.status == "current"]
    return (
        *contested(site, [view.id for view in views]),
        *differences(site, topic_id),
        *differing_figures(current),
    )


def topic_view(site: Site, topic_id: str) -> TopicView:
    """Everything for one topic."""
    topic = site.dataset.topics[topic_id]
    views = statements_of(site, topic_id)
    current = tuple(view for view in views if view.status == "current")
    pages = paged(views, CARDS_A_PAGE, f"topics/{topic_id}/")
    first = tuple(pages[0].items)
    return TopicView(
        id=topic_id,
        name=topic.name,
        summary=topic.summary,
        other_names=topic.other_names,
        broader=topic_ref(site.dataset, topic.broader) if topic.broader else None,
        narrower=tuple(topic_ref(site.dataset, key) for key in site.narrower.get(topic_id, ())),
        coverage=coverage_of(site, topic_id),
        brief=brief(site, topic_id),
        figures=first_figures(current, _MOST_FIGURES),
        matrix=matrix(site, topic_id),
        differences=topic_differences(site, topic_id, views),
        timeline=timeline(current),
        counts=counts(first),
        groups=by_question(first, topic_id, topic.questions),
        pages=pages,
        missing=topic.missing,
        sources=source_lines(site, views),
    )
