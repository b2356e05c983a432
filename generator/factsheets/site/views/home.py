"""The home page: topics, actors, where accounts differ, the newest statements."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice

from factsheets.site.translation import ngettext
from factsheets.site.views import actor, topic
from factsheets.site.views.paging import Row
from factsheets.site.views.sentences import Sentence, contested, differences
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView

_MOST_TOPICS = 12
_MOST_ACTORS = 12
_MOST_DIFFERENCES = 3
_MOST_LATEST = 5
_SOURCES_FOR_LATEST = 3


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home page shows; `latest` is empty while there are fewer than three sources.

    `unchecked` counts the recorded quotations that could not be checked.
    """

    topics: tuple[Row, ...]
    more_topics: int
    actors: tuple[Row, ...]
    more_actors: int
    differences: tuple[Sentence, ...]
    latest: tuple[StatementView, ...]
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
    actors = sorted(
        actor.rows(site),
        key=lambda row: (
            -len(site.naming("speaker", row.ref.id)),
            -len(site.naming("about", row.ref.id)),
        ),
    )
    latest: tuple[StatementView, ...] = ()
    if len(site.dataset.articles) >= _SOURCES_FOR_LATEST:
        dated = (view for view in site.views(site.index.listed) if view.when.dated)
        latest = tuple(islice(dated, _MOST_LATEST))
    return HomeView(
        topics=tuple(topics[:_MOST_TOPICS]),
        more_topics=max(0, len(topics) - _MOST_TOPICS),
        actors=tuple(actors[:_MOST_ACTORS]),
        more_actors=max(0, len(actors) - _MOST_ACTORS),
        differences=_differences(site),
        latest=latest,
        unchecked=sum(
            len(each.unchecked)
            for view in site.statements.values()
            for each in view.evidence
            if each.check == "not-captured"
        ),
        statements=len(site.index.listed),
        sources=len(site.dataset.articles),
    )


def _differences(site: Site) -> tuple[Sentence, ...]:
    """The first few of all topics, without building those of topics that are not shown."""
    found = (each for key in site.dataset.topics for each in differences(site, key))
    first = contested(site, site.index.inverse["disputes"])
    return tuple(islice(chain(first, found), _MOST_DIFFERENCES))
