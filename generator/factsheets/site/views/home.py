"""The home page: topics, actors, where accounts differ, the newest statements."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice

from factsheets.site.views.listings import Row, actor_rows, topic_rows
from factsheets.site.views.sentences import Sentence, contested, differences
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView
from factsheets.site.views.words import count

_MOST_TOPICS = 12
_MOST_ACTORS = 12
_MOST_DIFFERENCES = 3
_MOST_LATEST = 5
_SOURCES_FOR_LATEST = 3


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home page shows; `latest` is empty while there are fewer than three sources.

    `unchecked` counts the recorded quotations that nobody could check.
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
        """`3 quotations are not checked against their articles`; empty where all are."""
        if not self.unchecked:
            return ""
        verb = "is" if self.unchecked == 1 else "are"
        whose = "its article" if self.unchecked == 1 else "their articles"
        number = count(self.unchecked, "quotation")
        return f"{number} {verb} not checked against the text of {whose}."


def home_view(site: Site) -> HomeView:
    """Those who said most, and the topics with most statements, come first."""
    topics = [row for page in topic_rows(site) for row in page.items]
    topics.sort(key=lambda row: -len(site.index.by_topic.get(row.ref.id, ())))
    actors = [row for page in actor_rows(site) for row in page.items]
    actors.sort(
        key=lambda row: (
            -len(site.index.by_speaker.get(row.ref.id, ())),
            -len(site.index.by_about.get(row.ref.id, ())),
        )
    )
    enough = len(site.dataset.articles) >= _SOURCES_FOR_LATEST
    dated = (view for view in site.views(site.index.listed) if view.when.dated)
    latest = tuple(islice(dated, _MOST_LATEST)) if enough else ()
    return HomeView(
        tuple(topics[:_MOST_TOPICS]),
        max(0, len(topics) - _MOST_TOPICS),
        tuple(actors[:_MOST_ACTORS]),
        max(0, len(actors) - _MOST_ACTORS),
        _differences(site),
        latest,
        unchecked(site),
        len(site.index.listed),
        len(site.dataset.articles),
    )


def unchecked(site: Site) -> int:
    """The recorded quotations that nobody could check, in all statements that have a page."""
    each = chain.from_iterable(view.evidence for view in site.statements.values())
    return sum(len(one.unchecked) for one in each if one.check == "not-captured")


def _differences(site: Site) -> tuple[Sentence, ...]:
    """The first few of all topics, without building those of topics that are not shown."""
    found = (each for key in site.dataset.topics for each in differences(site, key))
    first = contested(site, site.index.inverse["disputes"])
    return tuple(islice(chain(first, found), _MOST_DIFFERENCES))
