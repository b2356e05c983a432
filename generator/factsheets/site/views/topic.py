"""The page of a topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factsheets.content.records import Name
from factsheets.site.translation import gettext as _
from factsheets.site.translation import list_text, ngettext
from factsheets.site.views import sheet
from factsheets.site.views.actor_statements import said_on
from factsheets.site.views.addresses import Ref, record_ref
from factsheets.site.views.dates import day_text
from factsheets.site.views.figures import first_figures
from factsheets.site.views.groups import SHORT, Section, by_question, by_speaker, in_section
from factsheets.site.views.matrix import Matrix, matrix
from factsheets.site.views.paging import (
    A_PAGE,
    MOST_PLACES,
    Counts,
    IndexRow,
    Page,
    Place,
    Row,
    all_of,
    counts,
    index_row,
    is_long,
    paged,
    places,
    speakers_of,
)
from factsheets.site.views.search_entry import Entry, one_line, spellings, weighted
from factsheets.site.views.sentences import (
    Sentence,
    brief,
    contested,
    differences,
    differing_figures,
    first_differences,
)
from factsheets.site.views.sheet import Sheet
from factsheets.site.views.site import Site
from factsheets.site.views.sources import Coverage, SourceLine, coverage, source_lines
from factsheets.site.views.statement import StatementView
from factsheets.site.views.texts import statement_count
from factsheets.site.views.timeline import Timeline, timeline

_MOST_FIGURES = 4
_MOST_SPEAKERS = 3
_BELOW_THE_SUMMARY = 4
"""So many statements of a long list stand on the first page, below all that sums them up."""


@dataclass(frozen=True, slots=True)
class TopicView:
    """All that the page of a topic shows; `pages` are its statements by question."""

    ref: Ref
    summary: str
    other_names: tuple[Name, ...]
    broader: Ref | None
    narrower: tuple[Ref, ...]
    coverage: Coverage
    brief: tuple[Sentence, ...]
    figures: tuple[StatementView, ...]
    matrix: Matrix | None
    differences: tuple[Sentence, ...]
    more_differences: str
    timeline: Timeline | None
    counts: Counts | None
    index: tuple[IndexRow, ...]
    pages: tuple[Page[StatementView], ...]
    missing: tuple[str, ...]
    sources: tuple[SourceLine, ...]

    @property
    def description(self) -> str:
        """Its scope, and who reports its statements."""
        return f"{self.summary} {self.coverage.text}"

    @property
    def kicker(self) -> str:
        """`Topic`."""
        return _("Topic")

    @property
    def sheet(self) -> Sheet:
        """What paper holds of it."""
        return sheet.sheet(
            self.pages,
            sheet.head(self.ref.name, self.summary, ()),
            brief=sheet.brief(self.brief),
            figures=sheet.figures(self.figures),
            rows=sheet.rows(self.matrix),
            differences=sheet.differences(self.differences),
            missing=sheet.bullets(self.missing, self.missing),
            sources=sheet.sources(self.sources),
        )


def topic_view(site: Site, topic_id: str) -> TopicView:
    """Everything for one topic."""
    topic = site.dataset.topics[topic_id]
    views = site.naming("topics", topic_id)
    pages = _pages(site, topic_id, views)
    line = timeline(views)
    recorded = (*contested(site, [view.id for view in views]), *differences(site, topic_id))
    differ, more = first_differences(recorded, differing_figures(views))
    return TopicView(
        ref=record_ref(site.dataset, "topic", topic_id),
        summary=topic.summary,
        other_names=topic.other_names,
        broader=record_ref(site.dataset, "topic", topic.broader) if topic.broader else None,
        narrower=tuple(
            record_ref(site.dataset, "topic", key) for key in site.narrower.get(topic_id, ())
        ),
        coverage=coverage(site, views),
        brief=brief(site, topic_id),
        figures=first_figures(views, _MOST_FIGURES),
        matrix=matrix(site, topic_id),
        differences=differ,
        more_differences=more,
        timeline=line,
        counts=counts(pages),
        index=tuple(_index(site, topic_id, pages, line)) if is_long(pages) else (),
        pages=pages,
        missing=topic.missing,
        sources=source_lines(site, views),
    )


def _pages(
    site: Site, topic_id: str, views: Sequence[StatementView]
) -> tuple[Page[StatementView], ...]:
    """Its statements by question; many, without any question, by speaker."""
    questions = site.dataset.topics[topic_id].questions
    if questions or len(views) <= SHORT:
        groups = by_question(views, topic_id, questions)
    else:
        groups = by_speaker(views)
    section = Section("all-statements", _("All statements"))
    first = A_PAGE if len(views) <= A_PAGE else _BELOW_THE_SUMMARY
    return paged(in_section(section, groups), f"topics/{topic_id}/", first)


def _index(
    site: Site, topic_id: str, pages: Sequence[Page[StatementView]], line: Timeline | None
) -> Iterator[IndexRow]:
    """Questions, speakers and years, before the statements."""
    (groups,) = places(pages).values()
    actors = all_of("actors")
    if site.dataset.topics[topic_id].questions:
        yield from index_row(_("Questions"), groups)
        speakers = speakers_of(view for page in pages for view in page.rows)
        found = [
            Place(ref.short, number, said_on(site, ref.id, topic_id) if at < MOST_PLACES else "")
            for at, (ref, number) in enumerate(speakers)
        ]
        yield from index_row(_("Speakers"), found, actors)
    else:
        yield from index_row(_("Speakers"), groups, actors)
    yield from line.index(f"topics/{topic_id}/") if line else ()


def rows(site: Site) -> list[Row]:
    """All topics by name."""
    rows = [_row(site, key) for key in site.dataset.topics]
    rows.sort(key=lambda row: (row.ref.name.casefold(), row.ref.id))
    return rows


def _row(site: Site, topic_id: str) -> Row:
    """A topic with who speaks on it, by how many publishers, until when."""
    views, articles = site.naming("topics", topic_id), site.dataset.articles
    publishers = {articles[name].publisher for view in views for name in view.support.articles}
    numbers = [
        _by_whom(views),
        ngettext("%(num)s publisher", "%(num)s publishers", len(publishers)),
    ]
    if views:
        last = max(site.changed[view.id] for view in views)
        numbers.append(_("updated %(day)s", day=day_text(last)))
    summary = site.dataset.topics[topic_id].summary
    return Row(record_ref(site.dataset, "topic", topic_id), summary, " · ".join(numbers))


def _by_whom(views: Sequence[StatementView]) -> str:
    """`10 statements by Macron and Lavrov`: who spoke most comes first, the rest are counted."""
    said = Counter(ref.short for view in views for ref in view.who.refs)
    names = [name for name, _number in said.most_common(_MOST_SPEAKERS)]
    if len(said) > _MOST_SPEAKERS:
        names.append(ngettext("%(num)s other", "%(num)s others", len(said) - _MOST_SPEAKERS))
    if unnamed := sum(view.unnamed != "" for view in views):
        names.append(ngettext("an unnamed speaker", "unnamed speakers", unnamed))
    if not names:
        return statement_count(0)
    return ngettext(
        "%(num)s statement by %(names)s",
        "%(num)s statements by %(names)s",
        len(views),
        names=list_text(names),
    )


def search_entry(site: Site, key: str) -> Entry:
    """What the search knows of it."""
    topic = site.dataset.topics[key]
    ref = record_ref(site.dataset, "topic", key)
    fields = weighted(
        (2, [topic.summary]),
        (1.5, [each.text for each in topic.questions]),
        (0.5, [each.text for each in topic.brief]),
        (1, [_("topic")]),
    )
    number = statement_count(len(site.naming("topics", key)))
    return Entry(
        "topic",
        key,
        ref.path,
        topic.name,
        one_line(_("Topic"), number),
        (topic.name,),
        fields,
        others=spellings(topic),
        former=topic.former_ids,
        teaser=topic.summary,
    )
