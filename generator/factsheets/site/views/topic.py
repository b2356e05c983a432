"""The page of a topic."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.records import Name
from factsheets.site.views import sheet
from factsheets.site.views.addresses import Ref, topic_ref
from factsheets.site.views.figures import first_figures
from factsheets.site.views.matrix import Matrix, matrix
from factsheets.site.views.paging import (
    CARDS_A_PAGE,
    Counts,
    Group,
    Page,
    by_question,
    counts,
    paged,
)
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
        return sheet.sheet(
            self.pages,
            sheet.head(self.name, self.summary, ()),
            brief=sheet.brief(self.brief),
            figures=sheet.figures(self.figures),
            rows=sheet.rows(self.matrix),
            differences=sheet.differences(self.differences),
            missing=sheet.bullets(self.missing, self.missing),
            sources=sheet.sources(self.sources),
        )


def statements_of(site: Site, topic_id: str) -> tuple[StatementView, ...]:
    """The statements of a topic, newest first."""
    return site.views(site.index.by_topic.get(topic_id, ()))


def topic_view(site: Site, topic_id: str) -> TopicView:
    """Everything for one topic."""
    topic = site.dataset.topics[topic_id]
    views = statements_of(site, topic_id)
    pages = paged(views, CARDS_A_PAGE, f"topics/{topic_id}/")
    first = pages[0].items
    return TopicView(
        id=topic_id,
        name=topic.name,
        summary=topic.summary,
        other_names=topic.other_names,
        broader=topic_ref(site.dataset, topic.broader) if topic.broader else None,
        narrower=tuple(topic_ref(site.dataset, key) for key in site.narrower.get(topic_id, ())),
        coverage=coverage(site, views),
        brief=brief(site, topic_id),
        figures=first_figures(views, _MOST_FIGURES),
        matrix=matrix(site, topic_id),
        differences=(
            *contested(site, [view.id for view in views]),
            *differences(site, topic_id),
            *differing_figures(views),
        ),
        timeline=timeline(views),
        counts=counts(first),
        groups=by_question(first, topic_id, topic.questions),
        pages=pages,
        missing=topic.missing,
        sources=source_lines(site, views),
    )
