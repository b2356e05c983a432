"""The page of an actor: a person, a state, a coalition, a publisher, a group."""

from __future__ import annotations

from dataclasses import dataclass

from generator.schema import Actor, Name
from generator.views.actors import KIND_TEXT, role_text
from generator.views.coverage import Coverage, coverage
from generator.views.ground import Site
from generator.views.groups import Counts, Group, by_topic, counts
from generator.views.labels import publisher_label
from generator.views.matrix import Entry, answers, entries
from generator.views.paging import CARDS_A_PAGE, Page, paged
from generator.views.refs import Ref, actor_ref, source_ref
from generator.views.sources import SourceLine, source_line, source_lines
from generator.views.statement import StatementView
from generator.views.timeline import Timeline, timeline
from generator.views.words import count

Views = tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class RoleLine:
    """An office: its title, where, since and until when, by which article."""

    title: str
    organisation: Ref | None
    start: str | None
    end: str | None
    source: Ref | None


@dataclass(frozen=True, slots=True)
class MemberLine:
    """That an actor belongs to another, or another to it, by which article, for which day."""

    actor: Ref
    as_of: str | None
    source: Ref | None


@dataclass(frozen=True, slots=True)
class Position:
    """What is reported as an actor's answer to a question of a topic."""

    topic: str
    topic_name: str
    question: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class ActorView:
    """All that the page of an actor shows; `said` are its own statements, `about` others'."""

    id: str
    ref: Ref
    kind: str
    kind_text: str
    lede: str
    other_names: tuple[Name, ...]
    wikidata: str | None
    roles: tuple[RoleLine, ...]
    member_of: tuple[MemberLine, ...]
    members: tuple[MemberLine, ...]
    size: int | None
    members_note: str
    label: str
    ownership_source: str | None
    officials: tuple[Ref, ...]
    coverage: Coverage
    positions: tuple[Position, ...]
    figures: tuple[StatementView, ...]
    differences: tuple[tuple[Ref, str, str, tuple[StatementView, ...]], ...]
    timeline: Timeline | None
    counts: Counts
    said: tuple[Group, ...]
    said_count: int
    officials_said: tuple[Group, ...]
    about: tuple[StatementView, ...]
    pages: tuple[Page[StatementView], ...]
    sources: tuple[SourceLine, ...]
    published: tuple[SourceLine, ...]


def actor_view(site: Site, actor_id: str) -> ActorView:
    """Everything for one actor."""
    actor = site.dataset.actors[actor_id]
    said, by_officials, about = statements_of(site, actor_id)
    officials = _officials(site, actor_id)
    everything = (*said, *by_officials, *about)
    pages = paged(everything, CARDS_A_PAGE, f"actors/{actor_id}/")
    shown = {view.id for view in pages[0].items}
    ids = tuple(view.id for view in everything)
    return ActorView(
        id=actor_id,
        ref=actor_ref(site.dataset, actor_id),
        kind=actor.kind,
        kind_text=KIND_TEXT[actor.kind],
        lede=_lede(site, actor_id, spoke=bool(said or by_officials)),
        other_names=actor.other_names,
        wikidata=actor.identifiers.wikidata if actor.identifiers else None,
        roles=_roles(site, actor),
        member_of=_memberships(site, actor),
        members=_members(site, actor_id, actor),
        size=actor.size,
        members_note=_members_note(actor),
        label=publisher_label(site.dataset, actor_id) if actor.kind == "publisher" else "",
        ownership_source=actor.ownership_source,
        officials=officials,
        coverage=coverage(site, ids, subject="" if said else _silent(by_officials)),
        positions=_positions(site, actor_id, everything),
        figures=tuple(v for v in (*said, *by_officials) if v.figure and v.status == "current")[:4],
        differences=_differences(site, set(ids)),
        timeline=timeline(said[:120]),
        counts=counts(pages[0].items),
        said=by_topic(site, (view for view in said if view.id in shown)),
        said_count=len(said),
        officials_said=by_topic(site, (view for view in by_officials if view.id in shown)),
        about=tuple(view for view in about if view.id in shown),
        pages=pages,
        sources=source_lines(site, ids),
        published=_published(site, actor_id),
    )


def _published(site: Site, actor_id: str) -> tuple[SourceLine, ...]:
    """The articles of a publisher that gave a statement."""
    given = site.index.by_article
    articles = (key for key in site.published.get(actor_id, ()) if key in given)
    return tuple(source_line(site, key, len(given[key])) for key in articles)


def statements_of(site: Site, actor_id: str) -> tuple[Views, Views, Views]:
    """What an actor said, what its officials said, and what others said about it, each once."""
    said = _said(site, actor_id)
    by_officials = tuple(view for ref in _officials(site, actor_id) for view in _said(site, ref.id))
    own = {view.id for view in (*said, *by_officials)}
    about = tuple(
        view for view in site.views(site.index.by_about.get(actor_id, ())) if view.id not in own
    )
    return said, by_officials, about


def _said(site: Site, actor_id: str) -> tuple[StatementView, ...]:
    return site.views(site.index.by_speaker.get(actor_id, ()))


def _officials(site: Site, actor_id: str) -> tuple[Ref, ...]:
    """Those who hold an office of this state or organisation, by their records."""
    return tuple(actor_ref(site.dataset, key) for key in site.officials.get(actor_id, ()))


def _silent(by_officials: tuple[StatementView, ...]) -> str:
    return "Statements by its officials only." if by_officials else "No statement of its own yet."


def _lede(site: Site, actor_id: str, *, spoke: bool) -> str:
    actor = site.dataset.actors[actor_id]
    if actor.summary:
        return actor.summary
    role = role_text(site.dataset, actor_id)
    if actor.roles:
        return f"{role}, at the time of the articles cited here."
    if role:
        return f"{role}."
    if spoke:
        return ""
    if site.index.by_about.get(actor_id):
        return "Named in our sources only by others."
    return "Named in our records; no statement by or about it yet."


def _roles(site: Site, actor: Actor) -> tuple[RoleLine, ...]:
    return tuple(
        RoleLine(
            role.title,
            actor_ref(site.dataset, role.organisation) if role.organisation else None,
            role.start.text if role.start else None,
            role.end.text if role.end else None,
            source_ref(site.dataset, role.article) if role.article else None,
        )
        for role in actor.roles
    )


def _memberships(site: Site, actor: Actor) -> tuple[MemberLine, ...]:
    return tuple(
        MemberLine(
            actor_ref(site.dataset, each.actor),
            each.as_of.text if each.as_of else None,
            source_ref(site.dataset, each.article) if each.article else None,
        )
        for each in actor.member_of
    )


def _members(site: Site, actor_id: str, actor: Actor) -> tuple[MemberLine, ...]:
    named = tuple(MemberLine(actor_ref(site.dataset, key), None, None) for key in actor.members)
    by_record = tuple(
        MemberLine(
            actor_ref(site.dataset, key),
            each.as_of.text if each.as_of else None,
            source_ref(site.dataset, each.article) if each.article else None,
        )
        for key, each in site.members.get(actor_id, ())
    )
    return named + by_record


def _members_note(actor: Actor) -> str:
    if actor.kind != "group":
        return ""
    known = {
        "none": "none of them is named in the source",
        "some": "some of them are named in the source",
        "all": "all of them are named in the source",
    }.get(actor.members_known or "", "")
    size = count(actor.size, "member") if actor.size else "number not given"
    return "; ".join(filter(None, (size, known)))


def _positions(site: Site, actor_id: str, views: tuple[StatementView, ...]) -> tuple[Position, ...]:
    """Each question with the answers over time: the newest, then what they were before."""
    views = (*views, *site.views(site.index.past.get(actor_id, ())))
    positions = []
    for key, given in answers(views).get(actor_id, {}).items():
        topic_id, _, question_id = key.partition("/")
        topic = site.dataset.topics.get(topic_id)
        if topic is None:
            continue
        text = next((each.text for each in topic.questions if each.id == question_id), None)
        if text:
            positions.append(Position(topic_id, topic.name, text, entries(given)))
    return tuple(positions)


def _differences(
    site: Site, own: set[str]
) -> tuple[tuple[Ref, str, str, tuple[StatementView, ...]], ...]:
    """Where accounts differ, of every topic, as far as statements of this page are concerned."""
    found = []
    topics = {topic.id: topic for key in own for topic in site.statements[key].topics}
    for topic_id, ref in sorted(topics.items()):
        topic = site.dataset.topics.get(topic_id)
        found += [
            (ref, each.question, each.note, site.views(each.facts))
            for each in (topic.differences if topic else ())
            if own.intersection(each.facts)
        ]
    return tuple(found)
