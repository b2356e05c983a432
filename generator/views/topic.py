"""The page of a topic."""

from __future__ import annotations

from dataclasses import dataclass

from generator.schema import Name
from generator.views.coverage import Coverage, coverage
from generator.views.ground import Site
from generator.views.groups import Counts, Group, by_question, counts
from generator.views.matrix import Matrix, matrix
from generator.views.paging import CARDS_A_PAGE, Page, paged
from generator.views.quantities import Quantity, differing
from generator.views.refs import Ref, topic_ref
from generator.views.sources import SourceLine, source_lines
from generator.views.statement import StatementView
from generator.views.timeline import Timeline, timeline

_MOST_FIGURES = 4
_MOST_IN_TIMELINE = 120


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of ours with the statements that it rests on; `heading` where it has one."""

    heading: str
    text: str
    statements: tuple[StatementView, ...]


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
    quantities: tuple[Quantity, ...]
    timeline: Timeline | None
    counts: Counts
    groups: tuple[Group, ...]
    pages: tuple[Page[StatementView], ...]
    missing: tuple[str, ...]
    sources: tuple[SourceLine, ...]


def topic_view(site: Site, topic_id: str) -> TopicView:
    """Everything for one topic."""
    topic = site.dataset.topics[topic_id]
    ids = site.index.by_topic.get(topic_id, ())
    views = site.views(ids)
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
        coverage=coverage(site, ids),
        brief=tuple(Sentence("", item.text, site.views(item.facts)) for item in topic.brief),
        figures=tuple(view for view in current if view.figure)[:_MOST_FIGURES],
        matrix=matrix(site, topic_id),
        differences=tuple(
            Sentence(each.question, each.note, site.views(each.facts)) for each in topic.differences
        ),
        quantities=differing(current),
        timeline=timeline(current[:_MOST_IN_TIMELINE]),
        counts=counts(first),
        groups=by_question(first, topic_id, topic.questions),
        pages=pages,
        missing=topic.missing,
        sources=source_lines(site, ids),
    )
