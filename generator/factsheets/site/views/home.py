"""The home page: one statement explained, topics, what is new, where accounts differ, actors."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain, islice

from factsheets.site.translation import ngettext
from factsheets.site.views import topic
from factsheets.site.views.addresses import Ref, actor_ref
from factsheets.site.views.featured import Featured, featured
from factsheets.site.views.listings import CorrectionLine, correction_lines
from factsheets.site.views.paging import Row
from factsheets.site.views.sentences import Sentence, contested, differences
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView

_MOST_TOPICS = 12
_MOST_QUESTIONS = 6
_MOST_ACTORS = 8
_MOST_DIFFERENCES = 2
_MOST_LATEST = 5
_MOST_CORRECTIONS = 3


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home page shows.

    The line of a topic is what was asked. `all_actors` counts those that are not shown, too;
    `unchecked` the recorded quotations that could not be checked.
    """

    featured: Featured | None
    topics: tuple[Row, ...]
    more_topics: int
    actors: tuple[Ref, ...]
    all_actors: int
    differences: tuple[Sentence, ...]
    latest: tuple[StatementView, ...]
    corrections: tuple[CorrectionLine, ...]
    unchecked: int
    statements: int
    sources: int

    @property
    def unchecked_text(self) -> str:
        """How many quotations are not checked, in a sentence; empty where all are."""
        if not self.unchecked:
            return ""
        return ngettext(
            "%(num)s quotation is not checked against the text of its article.",
            "%(num)s quotations are not checked against the text of their articles.",
            self.unchecked,
        )


def home_view(site: Site) -> HomeView:
    """Those who said most, and the topics with most statements, come first."""
    topics = sorted(topic.rows(site), key=lambda row: -len(site.naming("topics", row.ref.id)))
    said, about = site.index.by_field["speaker"], site.index.by_field["about"]
    actors = sorted(
        site.dataset.actors,
        key=lambda key: (-len(said.get(key, ())), -len(about.get(key, ())), key),
    )
    return HomeView(
        featured=featured(site),
        topics=tuple(_asked(site, row) for row in topics[:_MOST_TOPICS]),
        more_topics=max(0, len(topics) - _MOST_TOPICS),
        actors=tuple(actor_ref(site.dataset, key) for key in actors[:_MOST_ACTORS]),
        all_actors=len(actors),
        differences=_differences(site),
        latest=_latest(site),
        corrections=_corrections(site),
        unchecked=sum(
            len(each.unchecked)
            for view in site.statements.values()
            for each in view.evidence
            if each.check == "not-captured"
        ),
        statements=len(site.index.listed),
        sources=len(site.dataset.articles),
    )


def _corrections(site: Site) -> tuple[CorrectionLine, ...]:
    """The newest; one of each statement."""
    newest = {line.statement.id: line for line in reversed(correction_lines(site))}
    return tuple(reversed(newest.values()))[:_MOST_CORRECTIONS]


def _asked(site: Site, row: Row) -> Row:
    """A topic with its questions; one without any keeps its summary."""
    questions = site.dataset.topics[row.ref.id].questions[:_MOST_QUESTIONS]
    return replace(row, line=" ".join(each.text for each in questions) or row.line)


def _latest(site: Site) -> tuple[StatementView, ...]:
    """The newest statements; those without a day only if there are no others."""
    listed = site.index.listed
    dated = (view for view in site.views(listed) if view.when.dated)
    return tuple(islice(dated, _MOST_LATEST)) or site.views(listed[:_MOST_LATEST])


def _differences(site: Site) -> tuple[Sentence, ...]:
    """The first few of all topics, without building those of topics that are not shown."""
    found = (each for key in site.dataset.topics for each in differences(site, key))
    first = contested(site, site.index.inverse["disputes"])
    return tuple(islice(chain(first, found), _MOST_DIFFERENCES))
