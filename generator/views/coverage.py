"""The coverage line: how many statements, from how many articles, by which publishers."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.freshness import freshness_text
from generator.views.ground import Site
from generator.views.labels import publisher_label
from generator.views.refs import Ref, actor_ref
from generator.views.sources import SOURCES_ON_A_PAGE
from generator.views.words import count

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
    def more_sources(self) -> int:
        """How many of the sources are not in the page's list of them."""
        return max(0, len(self.sources) - SOURCES_ON_A_PAGE)


def coverage(site: Site, ids: tuple[str, ...], *, subject: str = "", counted: str = "") -> Coverage:
    """What rests on what.

    `subject` leads where an actor has said nothing itself; `counted` says which statements they
    are where not all are of one kind: `2 statements by X and 3 about X`.
    """
    views = site.views(ids)
    sources = tuple(dict.fromkeys(e.source.id for view in views for e in view.evidence))
    roots = {site.index.roots[name] for name in sources}
    publishers = _publishers(site, ids)
    return Coverage(
        lead=subject or _lead(len(roots), len(publishers)),
        sentence=_sentence(len(views), len(sources), len(publishers), counted),
        publishers=publishers[:_NAMED_PUBLISHERS],
        more_publishers=max(0, len(publishers) - _NAMED_PUBLISHERS),
        notes=_notes(site, ids, len(sources) - len(roots)),
        statements=len(views),
        sources=sources,
    )


def _publishers(site: Site, ids: tuple[str, ...]) -> tuple[Publisher, ...]:
    counts: dict[str, int] = {}
    for view in site.views(ids):
        for name in dict.fromkeys(e.publisher.id for e in view.evidence):
            counts[name] = counts.get(name, 0) + 1
    ordered = sorted(counts, key=lambda name: (-counts[name], name))
    return tuple(
        Publisher(actor_ref(site.dataset, name), publisher_label(site.dataset, name), counts[name])
        for name in ordered
    )


def _lead(sources: int, publishers: int) -> str:
    if sources == 0:
        return "No statement yet."
    if sources == 1:
        return "One source so far."
    return "One publisher so far." if publishers == 1 else f"{sources} independent sources."


def _sentence(statements: int, sources: int, publishers: int, counted: str) -> str:
    if not statements:
        return ""
    articles = "one article" if sources == 1 else count(sources, "article")
    by = " by" if publishers <= _NAMED_PUBLISHERS else f" by {publishers} publishers, among them"
    if counted or statements == 1 or sources > 1:
        return f"{counted or count(statements, 'statement')} from {articles}{by}"
    return f"All {statements} statements come from {articles}{by}"


def _notes(site: Site, ids: tuple[str, ...], reprints: int) -> tuple[str, ...]:
    notes = []
    if reprints:
        notes.append(f"{count(reprints, 'article')} reprinted from another; counted once.")
    views = site.views(ids)
    owners = {
        site.dataset.actors[e.publisher.id].ownership
        for view in views
        for e in view.evidence
        if e.publisher.id in site.dataset.actors
    }
    names = {e.publisher.id for view in views for e in view.evidence}
    if owners == {"state"} and len(names) > 1:
        notes.append("All publishers here are state-owned.")
    dated = sorted((v.said.order, v.said_text) for v in views if v.said and v.said.kind != "before")
    if dated:
        notes.append(f"Statements up to {dated[-1][1]}.")
    statements = [site.dataset.statements[view.id] for view in views]
    if statements:
        settings = site.settings
        notes.append(freshness_text(statements, settings.today, settings.review_after_days))
    return tuple(notes)
