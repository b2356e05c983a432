"""The page of an actor: a person, a state, a coalition, a publisher, a group."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factsheets.content.records import Name
from factsheets.site.views import heights, memberships, sheet
from factsheets.site.views.groups import Counts, Group, by_day, by_topic, counts
from factsheets.site.views.labels import KIND_TEXT, called, publisher_label, role_text
from factsheets.site.views.matrix import Entry, answers, entries
from factsheets.site.views.memoize import once
from factsheets.site.views.paging import CARDS_A_PAGE, Page, paged
from factsheets.site.views.quantities import first_figures
from factsheets.site.views.refs import Ref, actor_ref, topic_ref
from factsheets.site.views.sentences import Sentence, brief_on, differences_on
from factsheets.site.views.sheet import Sheet
from factsheets.site.views.site import Site
from factsheets.site.views.sources import (
    SOURCES_ON_A_PAGE,
    Coverage,
    SourceLine,
    coverage,
    source_line,
    source_lines,
)
from factsheets.site.views.statement import StatementView
from factsheets.site.views.timeline import Timeline, timeline
from factsheets.site.views.words import count, listed

# To which questions of topics our sources give an answer of an actor, and to which none.


@dataclass(frozen=True, slots=True)
class Position:
    """What is reported as an actor's answer to a question of a topic."""

    topic: str
    question: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class OpenQuestions:
    """The questions of a topic to which our sources give no answer of this actor."""

    topic: Ref
    questions: tuple[str, ...]

    @property
    def text(self) -> str:
        """As long as readers see it."""
        return f"{self.topic.name}: {' · '.join(self.questions)}"


def positions(site: Site, actor_id: str, views: tuple[StatementView, ...]) -> tuple[Position, ...]:
    """Each question with the answers over time: the newest, then what they were before."""
    views = (*views, *site.views(site.index.past.get(actor_id, ())))
    found = []
    for key, given in answers(views).get(actor_id, {}).items():
        topic_id, _, question_id = key.partition("/")
        topic = site.dataset.topics.get(topic_id)
        if topic is None:
            continue
        text = next((each.text for each in topic.questions if each.id == question_id), None)
        if text:
            found.append(Position(topic_id, text, entries(given)))
    return tuple(found)


def open_questions(site: Site, given: tuple[Position, ...]) -> tuple[OpenQuestions, ...]:
    """Of each topic on which it has a position: the questions on which it has none."""
    answered: dict[str, set[str]] = {}
    for position in given:
        answered.setdefault(position.topic, set()).add(position.question)
    found = (
        OpenQuestions(
            topic_ref(site.dataset, key),
            tuple(q.text for q in site.dataset.topics[key].questions if q.text not in texts),
        )
        for key, texts in answered.items()
    )
    return tuple(each for each in found if each.questions)


Views = tuple[StatementView, ...]
_MOST_FIGURES = 4


@dataclass(frozen=True, slots=True)
class ActorView:
    """All that the page of an actor shows; `said` are its own statements, `about` others'."""

    id: str
    ref: Ref
    called: str
    kind: str
    kind_text: str
    lede: str
    other_names: tuple[Name, ...]
    wikidata: str | None
    roles: tuple[memberships.RoleLine, ...]
    member_of: tuple[memberships.MemberLine, ...]
    members: tuple[memberships.Members, ...]
    members_note: str
    label: str
    ownership_source: str | None
    officials: tuple[Ref, ...]
    coverage: Coverage
    brief: tuple[Sentence, ...]
    positions: tuple[Position, ...]
    figures: tuple[StatementView, ...]
    differences: tuple[Sentence, ...]
    open_questions: tuple[OpenQuestions, ...]
    timeline: Timeline | None
    counts: Counts
    said: tuple[Group, ...]
    officials_said: tuple[Group, ...]
    groups_said: tuple[Group, ...]
    about: tuple[Group, ...]
    pages: tuple[Page[StatementView], ...]
    sources: tuple[SourceLine, ...]
    published: tuple[SourceLine, ...]
    published_count: int

    @property
    def sheet(self) -> Sheet:
        """What paper holds of it."""
        positions = [heights.position(each.question, each.entries) for each in self.positions]
        missing = [heights.bullet(each.text) for each in self.open_questions]
        members = [heights.inline(each.text) for each in self.members]
        return sheet.sheet(
            self.pages,
            heights.head(self.ref.name, self.lede, self.particulars),
            brief=sheet.brief(self.brief),
            figures=sheet.figures(self.figures),
            members=sheet.List(self.members, members, 4, ("list of members", "lists of members")),
            positions=sheet.List(self.positions, positions, 10, ("position", "positions")),
            differences=sheet.differences(self.differences),
            missing=sheet.List(self.open_questions, missing, 3, ("topic", "topics")),
            sources=sheet.sources(self.sources),
        )

    @property
    def particulars(self) -> tuple[str, ...]:
        """The texts of its summary, as far as their length matters."""
        return (
            " · ".join(name.text for name in self.other_names),
            "; ".join(f"{role.title} since until, by {role.source}" for role in self.roles),
            "; ".join(each.text for each in self.member_of),
            ", ".join(official.name for official in self.officials),
        )


def actor_view(site: Site, actor_id: str) -> ActorView:
    """Everything for one actor."""
    actor = site.dataset.actors[actor_id]
    said, by_officials, by_groups, about = statements_of(site, actor_id)
    officials = memberships.officials(site, actor_id)
    everything = (*said, *by_officials, *by_groups, *about)
    pages = paged(everything, CARDS_A_PAGE, f"actors/{actor_id}/")
    shown = {view.id for view in pages[0].items}
    ids = {view.id for view in everything}
    given = positions(site, actor_id, everything)
    articles = published(site, actor_id)
    return ActorView(
        id=actor_id,
        ref=actor_ref(site.dataset, actor_id),
        called=called(site.dataset, actor_id),
        kind=actor.kind,
        kind_text=KIND_TEXT[actor.kind],
        lede=lede(site, actor_id, spoke=bool(said or by_officials or by_groups)),
        other_names=actor.other_names,
        wikidata=actor.identifiers.wikidata if actor.identifiers else None,
        roles=memberships.roles(site, actor),
        member_of=memberships.memberships(site, actor),
        members=memberships.members(site, actor_id, actor),
        members_note=memberships.members_note(actor),
        label=publisher_label(site.dataset, actor_id) if actor.kind == "publisher" else "",
        ownership_source=actor.ownership_source,
        officials=officials,
        coverage=coverage_of(site, actor_id),
        brief=brief_on(site, ids, {view.id for view in (*said, *by_officials)}),
        positions=given,
        figures=figures(said, by_officials),
        differences=differences_on(site, ids),
        open_questions=open_questions(site, given),
        timeline=timeline(said),
        counts=counts(pages[0].items),
        said=by_topic(site, (view for view in said if view.id in shown)),
        officials_said=by_topic(site, (view for view in by_officials if view.id in shown)),
        groups_said=by_topic(site, (view for view in by_groups if view.id in shown)),
        about=by_day(view for view in about if view.id in shown),
        pages=pages,
        sources=source_lines(site, everything),
        published=articles[:SOURCES_ON_A_PAGE],
        published_count=len(articles),
    )


def figures(said: Views, by_officials: Views) -> Views:
    """Those of its own figures that its page shows."""
    own = [view for view in (*said, *by_officials) if view.status == "current"]
    return first_figures(own, _MOST_FIGURES)


def published(site: Site, actor_id: str) -> tuple[SourceLine, ...]:
    """The articles of a publisher that gave a statement, newest first."""
    given = site.index.by_article
    articles = [key for key in site.published.get(actor_id, ()) if key in given]
    articles.sort(key=lambda key: (-site.dataset.articles[key].published.toordinal(), key))
    return tuple(source_line(site, key, len(given[key])) for key in articles)


@once
def statements_of(site: Site, actor_id: str) -> tuple[Views, Views, Views, Views]:
    """What an actor, its officials, and groups that name it said, and others about it, each once.

    A group names a member where its source does, as with the signatories of a letter. What an
    organisation says is not said by its members.
    """
    said = _said(site, actor_id)
    officials = memberships.officials(site, actor_id)
    by_officials = tuple(view for ref in officials for view in _said(site, ref.id))
    known = {view.id for view in (*said, *by_officials)}
    by_groups = tuple(
        view
        for key in site.groups.get(actor_id, ())
        for view in _said(site, key)
        if view.id not in known
    )
    own = known | {view.id for view in by_groups}
    about = tuple(
        view for view in site.views(site.index.by_about.get(actor_id, ())) if view.id not in own
    )
    return said, by_officials, by_groups, about


def _said(site: Site, actor_id: str) -> Views:
    """What it said; of a publisher also what its articles say and name no speaker for."""
    own = site.views(site.index.by_speaker.get(actor_id, ()))
    articles = site.published.get(actor_id, ())
    printed = (view for key in articles for view in site.views(site.index.by_article.get(key, ())))
    return (*own, *(v for v in printed if v.speaker is None and v.publisher.id == actor_id))


@once
def coverage_of(site: Site, actor_id: str) -> Coverage:
    """The coverage line: by whom the statements are, where not all are the actor's own."""
    statements = said, by_officials, by_groups, about = statements_of(site, actor_id)
    actor = site.dataset.actors[actor_id]
    name = called(site.dataset, actor_id)
    parts = [
        (len(said), f"by {name}"),
        (len(by_officials), "by its officials"),
        (len(by_groups), f"by groups that name {name}"),
        (len(about), f"about {name}"),
    ]
    numbers = [f"{number:,} {what}" for number, what in parts if number]
    if numbers:
        first = count(next(number for number, _ in parts if number), "statement")
        numbers[0] = f"{first} {numbers[0].partition(' ')[2]}"
    found = coverage(
        site,
        [view for each in statements for view in each],
        subject="" if said else _silent(name, spoken_for=bool(by_officials)),
        counted="" if said and not by_officials and not about else listed(numbers),
    )
    return found if actor.kind != "publisher" else _published_coverage(site, actor_id, found)


def _published_coverage(site: Site, actor_id: str, found: Coverage) -> Coverage:
    """Of a publisher: how much of this collection it reported, before what it says itself."""
    articles = published(site, actor_id)
    if not articles:
        return found
    reported = sum(line.statements for line in articles)
    lead = f"{count(len(articles), 'article')} in this collection, {count(reported, 'statement')}."
    return replace(found, lead=lead)


def _silent(name: str, *, spoken_for: bool) -> str:
    if spoken_for:
        return "Statements by its officials only."
    return f"No statement by {name} recorded here."


def lede(site: Site, actor_id: str, *, spoke: bool) -> str:
    """What its page says of it first."""
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
        return "Spoken about in the statements recorded here."
    return "No statement by or about it recorded here."
