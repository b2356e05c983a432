"""The page of an actor: a person, a state, a coalition, a publisher, a group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from factsheets.content.records import Actor, Name
from factsheets.site.translation import comma_list, list_text, ngettext, number_text
from factsheets.site.translation import gettext as _
from factsheets.site.views import sheet
from factsheets.site.views.addresses import Ref, actor_ref, source_ref, topic_ref
from factsheets.site.views.dates import moment_text
from factsheets.site.views.figures import first_figures
from factsheets.site.views.labels import (
    kind_text,
    name_in_sentence,
    publisher_label,
    role_text,
)
from factsheets.site.views.matrix import Entry, answers, entries
from factsheets.site.views.paging import (
    CARDS_A_PAGE,
    Counts,
    Group,
    Page,
    by_day,
    by_topic,
    counts,
    paged,
)
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
from factsheets.site.views.texts import amount_text, statement_count
from factsheets.site.views.timeline import Timeline, timeline

Views = tuple[StatementView, ...]
_MOST_FIGURES = 4


@dataclass(frozen=True, slots=True)
class RoleLine:
    """An office: its title, where, since and until when, by which article."""

    title: str
    organisation: Ref | None
    start: str | None
    end: str | None
    source: Ref | None

    @property
    def span(self) -> str:
        """`since May 2020, until 2022`; empty where neither is recorded."""
        since = _("since %(day)s", day=self.start) if self.start else ""
        until = _("until %(day)s", day=self.end) if self.end else ""
        return comma_list([since, until])


@dataclass(frozen=True, slots=True)
class MemberLine:
    """That an actor belongs to another, by which article, for which day."""

    actor: Ref
    as_of: str | None
    source: Ref | None

    @property
    def as_of_text(self) -> str:
        """`as of May 2020`; empty where no day is recorded."""
        return _("as of %(day)s", day=self.as_of) if self.as_of else ""


@dataclass(frozen=True, slots=True)
class Members:
    """Those who belong to an actor, by the same article and for the same day."""

    actors: tuple[Ref, ...]
    as_of: str | None
    source: Ref | None


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


@dataclass(frozen=True, slots=True)
class Statements:
    """What an actor, its officials, and groups that name it said, and others about it, each once.

    A group names a member where its source does, as with the signatories of a letter. What an
    organisation says is not said by its members.
    """

    said: Views
    by_officials: Views
    by_groups: Views
    about: Views

    @property
    def all(self) -> Views:
        """All of them, in this order."""
        return (*self.said, *self.by_officials, *self.by_groups, *self.about)


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
    roles: tuple[RoleLine, ...]
    member_of: tuple[MemberLine, ...]
    members: tuple[Members, ...]
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
    def is_silent(self) -> bool:
        """Whether nothing that it said is recorded, where one would look for it."""
        return self.kind != "publisher" and self.first_statements in {"", "about"}

    @property
    def first_statements(self) -> str:
        """Which of its lists of statements comes first on the page."""
        if self.said:
            return "said"
        if self.officials_said:
            return "officials"
        if self.groups_said:
            return "groups"
        return "about" if self.about else ""

    @property
    def officials_heading(self) -> str:
        """What its officials are called."""
        if self.kind == "coalition":
            return _("Speaks through")
        return _("Officials in our sources")

    @property
    def said_heading(self) -> str:
        """The heading of what it said."""
        return _("What %(name)s said", name=self.called)

    @property
    def groups_heading(self) -> str:
        """The heading of what groups said that name it."""
        return _("Statements of groups that name %(name)s", name=self.called)

    @property
    def about_heading(self) -> str:
        """The heading of what others said about it."""
        return _("What others said about %(name)s", name=self.called)

    @property
    def open_questions_text(self) -> str:
        """What stands before the questions without an answer."""
        name = self.called
        return _("No answer by or for %(name)s is recorded here to these questions:", name=name)

    @property
    def published_note(self) -> str:
        """How many of its articles are listed, where not all are."""
        if len(self.published) == self.published_count:
            return ""
        shown, every = number_text(len(self.published)), number_text(self.published_count)
        return _("The newest %(shown)s of %(all)s.", shown=shown, all=every)

    @property
    def sheet(self) -> Sheet:
        """What paper holds of it."""
        return sheet.sheet(
            self.pages,
            sheet.head(self.ref.name, self.lede, self._particulars()),
            brief=sheet.brief(self.brief),
            figures=sheet.figures(self.figures),
            members=sheet.members(self.members, map(_about_as_long, self.members)),
            positions=sheet.positions(
                self.positions, ((each.question, each.entries) for each in self.positions)
            ),
            differences=sheet.differences(self.differences),
            missing=sheet.bullets(
                self.open_questions,
                (
                    f"{each.topic.name}: {' · '.join(each.questions)}"
                    for each in self.open_questions
                ),
            ),
            sources=sheet.sources(self.sources),
        )

    def _particulars(self) -> Iterator[str]:
        """The texts of its summary, about as long as they are printed."""
        yield " · ".join(name.text for name in self.other_names)
        yield "; ".join(f"{role.title} since until, by {role.source}" for role in self.roles)
        yield "; ".join(
            f"{each.actor.name}, by {each.source.name if each.source else ''}, as of {each.as_of}"
            for each in self.member_of
        )
        yield ", ".join(official.name for official in self.officials)


def _about_as_long(members: Members) -> str:
    by = f"By {members.source.name}, as of {members.as_of}: " if members.source else ""
    return by + ", ".join(actor.name for actor in members.actors)


def actor_view(site: Site, actor_id: str) -> ActorView:
    """Everything for one actor."""
    dataset, actor = site.dataset, site.dataset.actors[actor_id]
    statements = statements_of(site, actor_id)
    pages = paged(statements.all, CARDS_A_PAGE, f"actors/{actor_id}/")
    shown = {view.id for view in pages[0].items}
    ids = {view.id for view in statements.all}
    own = (*statements.said, *statements.by_officials)
    given = _positions(site, actor_id, statements.all)
    articles = _published(site, actor_id)
    return ActorView(
        id=actor_id,
        ref=actor_ref(dataset, actor_id),
        called=name_in_sentence(dataset, actor_id),
        kind=actor.kind,
        kind_text=kind_text(actor.kind),
        lede=_lede(site, actor_id, statements),
        other_names=actor.other_names,
        wikidata=actor.identifiers.wikidata if actor.identifiers else None,
        roles=_roles(site, actor),
        member_of=_member_of(site, actor),
        members=_members(site, actor_id, actor),
        members_note=members_note(actor),
        label=publisher_label(dataset, actor_id) if actor.kind == "publisher" else "",
        ownership_source=actor.ownership_source,
        officials=tuple(actor_ref(dataset, key) for key in site.officials.get(actor_id, ())),
        coverage=_coverage(site, actor_id, statements, articles),
        brief=brief_on(site, ids, {view.id for view in own}),
        positions=given,
        figures=first_figures([v for v in own if v.status == "current"], _MOST_FIGURES),
        differences=differences_on(site, ids),
        open_questions=_open_questions(site, given),
        timeline=timeline(statements.said),
        counts=counts(pages[0].items),
        said=by_topic(site, (view for view in statements.said if view.id in shown)),
        officials_said=by_topic(site, (v for v in statements.by_officials if v.id in shown)),
        groups_said=by_topic(site, (view for view in statements.by_groups if view.id in shown)),
        about=by_day(view for view in statements.about if view.id in shown),
        pages=pages,
        sources=source_lines(site, statements.all),
        published=articles[:SOURCES_ON_A_PAGE],
        published_count=len(articles),
    )


def statements_of(site: Site, actor_id: str) -> Statements:
    """Every statement of an actor's page."""
    said = _said(site, actor_id)
    officials = site.officials.get(actor_id, ())
    by_officials = tuple(view for key in officials for view in _said(site, key))
    known = {view.id for view in (*said, *by_officials)}
    groups = site.groups.get(actor_id, ())
    by_groups = tuple(view for key in groups for view in _said(site, key) if view.id not in known)
    known |= {view.id for view in by_groups}
    about = site.views(site.index.by_about.get(actor_id, ()))
    others = tuple(view for view in about if view.id not in known)
    return Statements(said, by_officials, by_groups, others)


def _said(site: Site, actor_id: str) -> Views:
    """What it said; of a publisher also what its articles say and name no speaker for."""
    own = site.views(site.index.by_speaker.get(actor_id, ()))
    articles = site.published.get(actor_id, ())
    printed = (view for key in articles for view in site.views(site.index.by_article.get(key, ())))
    return (*own, *(v for v in printed if v.speaker is None and v.publisher.id == actor_id))


def _published(site: Site, actor_id: str) -> tuple[SourceLine, ...]:
    """The articles of a publisher that gave a statement, newest first."""
    given = site.index.by_article
    articles = [key for key in site.published.get(actor_id, ()) if key in given]
    articles.sort(key=lambda key: (-site.dataset.articles[key].published.toordinal(), key))
    return tuple(source_line(site, key, len(given[key])) for key in articles)


def _coverage(
    site: Site, actor_id: str, statements: Statements, articles: tuple[SourceLine, ...]
) -> Coverage:
    """By whom the statements are, where not all are the actor's own.

    Of a publisher: how much of this collection it reported, before what it says itself.
    """
    name = name_in_sentence(site.dataset, actor_id)
    lead = ""
    if not statements.said:
        lead = _("No statement by %(name)s recorded here.", name=name)
        if statements.by_officials:
            lead = _("Statements by its officials only.")
    only_own = statements.said and not statements.by_officials and not statements.about
    counted = "" if only_own else list_text(list(_counted(statements, name)))
    found = coverage(site, statements.all, lead=lead, counted=counted)
    if site.dataset.actors[actor_id].kind != "publisher" or not articles:
        return found
    reported = sum(line.statements for line in articles)
    lead = ngettext(
        "%(num)s article in this collection, %(statements)s.",
        "%(num)s articles in this collection, %(statements)s.",
        len(articles),
        statements=statement_count(reported),
    )
    return replace(found, lead=lead)


def _counted(statements: Statements, name: str) -> Iterator[str]:
    """How many statements are by whom: `2 statements by Archer`, `3 about Archer`."""
    said, officials = len(statements.said), len(statements.by_officials)
    groups, about = len(statements.by_groups), len(statements.about)
    if said:
        yield ngettext(
            "%(num)s statement by %(name)s", "%(num)s statements by %(name)s", said, name=name
        )
    if officials and said:
        yield ngettext("%(num)s by its officials", "%(num)s by its officials", officials)
    elif officials:
        yield ngettext(
            "%(num)s statement by its officials", "%(num)s statements by its officials", officials
        )
    if groups and (said or officials):
        yield ngettext(
            "%(num)s by groups that name %(name)s",
            "%(num)s by groups that name %(name)s",
            groups,
            name=name,
        )
    elif groups:
        yield ngettext(
            "%(num)s statement by groups that name %(name)s",
            "%(num)s statements by groups that name %(name)s",
            groups,
            name=name,
        )
    if about and (said or officials or groups):
        yield ngettext("%(num)s about %(name)s", "%(num)s about %(name)s", about, name=name)
    elif about:
        yield ngettext(
            "%(num)s statement about %(name)s",
            "%(num)s statements about %(name)s",
            about,
            name=name,
        )


def _lede(site: Site, actor_id: str, statements: Statements) -> str:
    """What its page says of it first."""
    actor = site.dataset.actors[actor_id]
    if actor.summary:
        return actor.summary
    role = role_text(site.dataset, actor_id)
    if actor.roles:
        return _("%(role)s, at the time of the articles cited here.", role=role)
    if role:
        return _("%(role)s.", role=role)
    if statements.said or statements.by_officials or statements.by_groups:
        return ""
    if statements.about:
        return _("Spoken about in the statements recorded here.")
    return _("No statement by or about it recorded here.")


def _positions(site: Site, actor_id: str, views: Views) -> tuple[Position, ...]:
    """Each question with the answers over time: the newest, then what they were before."""
    views = (*views, *site.views(site.index.past.get(actor_id, ())))
    found = []
    for key, given in answers(views).get(actor_id, {}).items():
        topic_id, _slash, question_id = key.partition("/")
        topic = site.dataset.topics.get(topic_id)
        questions = topic.questions if topic else ()
        found += [
            Position(topic_id, each.text, entries(given))
            for each in questions
            if each.id == question_id
        ]
    return tuple(found)


def _open_questions(site: Site, given: tuple[Position, ...]) -> tuple[OpenQuestions, ...]:
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


def _roles(site: Site, actor: Actor) -> tuple[RoleLine, ...]:
    """Its offices, as its record lists them."""
    return tuple(
        RoleLine(
            role.title,
            actor_ref(site.dataset, role.organisation) if role.organisation else None,
            moment_text(role.start) if role.start else None,
            moment_text(role.end) if role.end else None,
            source_ref(site.dataset, role.article) if role.article else None,
        )
        for role in actor.roles
    )


def _member_of(site: Site, actor: Actor) -> tuple[MemberLine, ...]:
    """What it is a member of."""
    return tuple(
        MemberLine(
            actor_ref(site.dataset, each.actor),
            moment_text(each.as_of) if each.as_of else None,
            source_ref(site.dataset, each.article) if each.article else None,
        )
        for each in actor.member_of
    )


def _members(site: Site, actor_id: str, actor: Actor) -> tuple[Members, ...]:
    """Who is a member of it, by its own record and by theirs; one list a source and day."""
    found: dict[tuple[str | None, str | None], list[str]] = {}
    if actor.members:
        found[None, None] = list(actor.members)
    for key, each in site.members.get(actor_id, ()):
        as_of = moment_text(each.as_of) if each.as_of else None
        found.setdefault((each.article, as_of), []).append(key)
    return tuple(
        Members(
            tuple(actor_ref(site.dataset, name) for name in names),
            as_of,
            source_ref(site.dataset, article) if article else None,
        )
        for (article, as_of), names in found.items()
    )


def members_note(actor: Actor) -> str:
    """`26, none named`: what is recorded of a group's members."""
    if actor.kind != "group":
        return ""
    known = {"none": _("none named"), "some": _("some named"), "all": _("all named")}
    named = known.get(actor.members_known or "", "")
    size = amount_text(str(actor.size)) if actor.size else ""
    if size and named:
        return _("%(number)s, %(named)s", number=size, named=named)
    return size or named
