"""The page of an actor as plain Markdown, for readers and programs alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.export.plain import Lines, address, bullets, link, links, md
from generator.export.plain_parts import (
    coverage_line,
    figure_line,
    position_line,
    sentence_line,
    sources_part,
)
from generator.export.readable import Listed, Sheet, also, pages_of
from generator.views import Site, belonging
from generator.views import actor as actor_views
from generator.views.actors import KIND_TEXT, called
from generator.views.answered import open_questions, positions
from generator.views.labels import publisher_label
from generator.views.sentences import brief_on, differences_on
from generator.views.sources import SOURCES_ON_A_PAGE
from generator.views.statement import StatementView
from generator.views.words import count

Parts = tuple[actor_views.Views, ...]


def actors(site: Site, lines: Lines) -> Iterator[Sheet]:
    """The pages of each actor."""
    for key, actor in site.dataset.actors.items():
        parts = actor_views.statements_of(site, key)
        said, by_officials, by_groups, about = parts
        everything = (*said, *by_officials, *by_groups, *about)
        ids = {view.id for view in everything}
        own = {view.id for view in (*said, *by_officials)}
        given = positions(site, key, everything)
        lede = actor_views.lede(site, key, spoke=bool(said or by_officials or by_groups))
        head = [f"# {md(actor.name)}", md(lede), f"Actor, {KIND_TEXT[actor.kind]}"]
        head.append(coverage_line(actor_views.coverage_of(site, key)))
        head += [also(actor.other_names), *bullets("Particulars", _particulars(site, key))]
        head += bullets("In brief", map(sentence_line, brief_on(site, ids, own)))
        figures = actor_views.figures(said, by_officials)
        head += bullets("Figures", (figure_line(lines, view) for view in figures))
        head += bullets("Positions", map(position_line, given))
        head += bullets("Where accounts differ", map(sentence_line, differences_on(site, ids)))
        missing = (
            f"{link(each.topic)}: {' · '.join(map(md, each.questions))}"
            for each in open_questions(site, given)
        )
        head += bullets("What is missing: no answer by or for it recorded here", missing)
        head += _published(site, key)
        head += sources_part(site, lines, everything)
        head += _silent(site, key, parts)
        yield from pages_of(f"actors/{key}/", actor.name, head, everything, _by_part(lines, parts))


def _published(site: Site, actor_id: str) -> list[str]:
    """Of a publisher: its articles here, as far as its page lists them."""
    found = actor_views.published(site, actor_id)
    shown = found[:SOURCES_ON_A_PAGE]
    told = [
        f"{link(each.ref)}, {count(each.statements, 'statement')} {address(each.url, each.access)}"
        for each in shown
    ]
    if len(shown) < len(found):
        told.append(f"The newest {len(shown)} of {len(found)}.")
    return bullets("Articles in this collection", told)


def _silent(site: Site, actor_id: str, parts: Parts) -> Iterator[str]:
    """What is said where there is no statement by it, or about it."""
    said, by_officials, by_groups, about = parts
    actor = site.dataset.actors[actor_id]
    if actor.kind == "publisher":
        return
    name = md(called(site.dataset, actor_id))
    if not said and not by_officials and not by_groups:
        yield f"No statement by {name} recorded here."
    if not about:
        yield f"No statement about {name} recorded here."


def _by_part(lines: Lines, parts: tuple[Sequence[StatementView], ...]) -> Listed:
    titles = (
        "What it said",
        "Statements by its officials",
        "Statements of groups that name it",
        "What others said",
    )
    ids = [frozenset(view.id for view in part) for part in parts]

    def listed(page: Sequence[StatementView], root: str) -> Iterator[str]:
        for title, own in zip(titles, ids, strict=True):
            yield from lines.part(title, (view for view in page if view.id in own), root)

    return listed


def _particulars(site: Site, actor_id: str) -> Iterator[str]:
    actor, dataset = site.dataset.actors[actor_id], site.dataset
    if actor.kind == "publisher":
        basis = f". Basis: <{actor.ownership_source}>" if actor.ownership_source else ""
        yield f"Label: {md(publisher_label(dataset, actor_id))}{basis}"
    for role in belonging.roles(site, actor):
        at = f" ({link(role.organisation)})" if role.organisation else ""
        since = f", since {role.start}" if role.start else ""
        until = f", until {role.end}" if role.end else ""
        by = f", by {link(role.source)}" if role.source else ""
        yield f"Role at the time: {md(role.title)}{at}{since}{until}{by}"
    for each in belonging.memberships(site, actor):
        yield f"Member of {link(each.actor)}{_by(each)}"
    if note := belonging.members_note(actor):
        yield f"Members: {note}"
    for named in belonging.members(site, actor_id, actor):
        yield f"Members{_by(named)}: {links(named.actors)}"
    if officials := belonging.officials(site, actor_id):
        lead = "Speaks through" if actor.kind == "coalition" else "Officials in our sources"
        yield f"{lead}: {links(officials)}"
    if actor.identifiers and actor.identifiers.wikidata:
        yield f"Wikidata: {md(actor.identifiers.wikidata)}"


def _by(each: belonging.MemberLine | belonging.Members) -> str:
    by = f", by {link(each.source)}" if each.source else ""
    return f"{by}, as of {each.as_of}" if each.as_of else by
