"""The page of an actor: a person, a state, a coalition, a publisher, a group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factsheets.content.records import Actor
from factsheets.site.translation import gettext as _
from factsheets.site.translation import number_text
from factsheets.site.views import sheet
from factsheets.site.views.actor_statements import (
    ActorStatements,
    Views,
    actor_statements,
    numbers_text,
    published,
    said_section,
    statement_coverage,
)
from factsheets.site.views.addresses import Ref, actor_ref, record_ref
from factsheets.site.views.figures import first_figures
from factsheets.site.views.groups import (
    Group,
    Section,
    by_day,
    by_speakers,
    by_topic,
    in_section,
)
from factsheets.site.views.labels import (
    ACTOR_KINDS,
    kind_heading,
    kind_line,
    kind_text,
    name_in_sentence,
    publisher_label,
    role_text,
)
from factsheets.site.views.matrix import Entry, answers, entries
from factsheets.site.views.memberships import (
    MemberLine,
    Members,
    RoleLine,
    member_lines,
    member_lists,
    members_note,
    role_lines,
)
from factsheets.site.views.paging import (
    A_PAGE,
    Counts,
    IndexRow,
    Page,
    Row,
    all_of,
    counts,
    index_row,
    is_long,
    paged,
    places,
)
from factsheets.site.views.search_entry import Entry as SearchEntry
from factsheets.site.views.search_entry import names, one_line, spellings, weighted
from factsheets.site.views.sentences import Sentence, brief_on, differences_on, first_differences
from factsheets.site.views.sheet import Sheet
from factsheets.site.views.site import Site
from factsheets.site.views.sources import (
    Coverage,
    SourceLine,
    source_lines,
)
from factsheets.site.views.statement import StatementView
from factsheets.site.views.texts import capitalized, statement_count
from factsheets.site.views.timeline import Timeline, timeline

_MOST_FIGURES = 4
_MOST_POSITIONS = 20


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
class ActorView:
    """All that the page of an actor shows; `own` and `about` count statements by and about it.

    `is_compared` is true if the page /compare/ has statements of it.
    """

    ref: Ref
    called: str
    record: Actor
    lede: str
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
    more_positions: int
    figures: tuple[StatementView, ...]
    differences: tuple[Sentence, ...]
    more_differences: str
    open_questions: tuple[OpenQuestions, ...]
    more_open: int
    timeline: Timeline | None
    counts: Counts | None
    index: tuple[IndexRow, ...]
    own: int
    is_compared: bool
    about: int
    unnamed: tuple[StatementView, ...]
    more_unnamed: int
    pages: tuple[Page[StatementView], ...]
    sources: tuple[SourceLine, ...]
    published: tuple[SourceLine, ...]
    published_count: int

    @property
    def said_heading(self) -> str:
        """The heading of what it said."""
        return said_section(self.called).heading

    @property
    def kind(self) -> str:
        """The kind of its record."""
        return self.record.kind

    @property
    def kind_text(self) -> str:
        """What it is: `person`, `organisation`."""
        return kind_text(self.kind)

    @property
    def description(self) -> str:
        """What the page says of it first, and who reports its statements."""
        return f"{self.lede} {self.coverage.text}".lstrip()

    @property
    def kicker(self) -> str:
        """`Actor, person`."""
        return _("Actor, %(kind)s", kind=self.kind_text)

    @property
    def is_silent(self) -> bool:
        """Whether readers would expect statements of it, and none is recorded."""
        return self.kind != "publisher" and not self.own

    @property
    def sections(self) -> tuple[tuple[str, str], ...]:
        """The parts of its statements, each with the address where it begins."""
        found: dict[Section, str] = {}
        for page in self.pages:
            for each in page.items:
                found.setdefault(each.section, f"{page.path}#{each.section.id}")
        return tuple((section.short, path) for section, path in found.items())

    @property
    def officials_heading(self) -> str:
        """What its officials are called."""
        if self.kind == "coalition":
            return _("Speaks through")
        return _("Officials in our sources")

    @property
    def about_heading(self) -> str:
        """The heading of what others said about it."""
        return _about(self.called)

    @property
    def unnamed_heading(self) -> str:
        """The heading of what unnamed speakers said who are described as belonging to it."""
        return _("Unnamed speakers described as belonging to %(name)s", name=self.called)

    @property
    def open_questions_text(self) -> str:
        """The text before the questions without an answer."""
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
        """The printed sheet."""
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
        yield " · ".join(name.text for name in self.record.other_names)
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
    statements = actor_statements(site, actor_id)
    pages = paged(_groups(site, actor_id, statements), f"actors/{actor_id}/")
    line = timeline(statements.said)
    ids = {view.id for view in statements.all}
    differ, more = first_differences(differences_on(site, ids))
    given = _positions(site, actor_id, statements.all)
    articles = published(site, actor_id)
    still_open = _open_questions(site, given)
    return ActorView(
        ref=actor_ref(dataset, actor_id),
        called=name_in_sentence(dataset, actor_id),
        record=actor,
        lede=_lede(site, actor_id, statements),
        roles=role_lines(site, actor),
        member_of=member_lines(site, actor),
        members=member_lists(site, actor_id, actor),
        members_note=members_note(actor),
        label=publisher_label(dataset, actor_id) if actor.kind == "publisher" or articles else "",
        ownership_source=actor.ownership_source,
        officials=tuple(actor_ref(dataset, key) for key in site.officials.get(actor_id, ())),
        coverage=statement_coverage(site, actor_id, statements, articles),
        brief=brief_on(site, ids, {view.id for view in statements.own}),
        positions=given[:_MOST_POSITIONS],
        more_positions=max(0, len(given) - _MOST_POSITIONS),
        figures=first_figures([v for v in statements.own if v.status == "current"], _MOST_FIGURES),
        differences=differ,
        more_differences=more,
        open_questions=still_open[:_MOST_POSITIONS],
        more_open=max(0, len(still_open) - _MOST_POSITIONS),
        timeline=line,
        counts=counts(pages),
        index=tuple(_index(actor_id, pages, line)) if is_long(pages) else (),
        is_compared=bool(statements.own or given),
        own=sum(map(len, (statements.said, statements.by_officials, statements.by_groups))),
        about=len(statements.about),
        unnamed=statements.unnamed[:A_PAGE],
        more_unnamed=max(0, len(statements.unnamed) - A_PAGE),
        pages=pages,
        sources=source_lines(site, statements.all),
        published=articles[:A_PAGE],
        published_count=len(articles),
    )


def _groups(
    site: Site, actor_id: str, statements: ActorStatements
) -> Iterator[Group[StatementView]]:
    """Its statements in parts: its own, then those of others that concern it."""
    name = name_in_sentence(site.dataset, actor_id)
    officials = _("Statements by its officials")
    groups = _("Statements of groups")
    naming = _("Statements of groups that name %(name)s", name=name)
    passed_on = _("Statements reported citing %(name)s", name=name)
    parts = (
        (said_section(name), by_speakers(site, actor_id, statements.said)),
        (Section("officials", officials, officials), by_topic(site, statements.by_officials)),
        (
            Section("groups", naming, groups),
            by_topic(site, statements.by_groups),
        ),
        (Section("passed-on", passed_on, _("Citing it")), by_topic(site, statements.passed_on)),
        (Section("about", _about(name), _("What others said")), by_day(statements.about)),
    )
    for section, found in parts:
        yield from in_section(section, found)


def _about(name: str) -> str:
    return _("What others said about %(name)s", name=name)


def _index(
    actor_id: str, pages: tuple[Page[StatementView], ...], line: Timeline | None
) -> Iterator[IndexRow]:
    """The topics of each part, then the years of its own statements."""
    for section, found in places(pages).items():
        yield from index_row(section.short, found, all_of("topics"))
    yield from line.index(f"actors/{actor_id}/") if line else ()


def _lede(site: Site, actor_id: str, statements: ActorStatements) -> str:
    """What its page says of it first."""
    actor = site.dataset.actors[actor_id]
    if actor.summary:
        return actor.summary
    role = role_text(site.dataset, actor_id)
    if role:
        at_the_time = _("%(role)s, at the time of the articles cited here.", role=role)
        return at_the_time if actor.roles else _("%(role)s.", role=role)
    if statements.said or statements.by_officials or statements.by_groups:
        return ""
    if statements.passed_on:
        return _("Cited as a source of statements recorded here.")
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
            record_ref(site.dataset, "topic", key),
            tuple(q.text for q in site.dataset.topics[key].questions if q.text not in texts),
        )
        for key, texts in answered.items()
    )
    return tuple(each for each in found if each.questions)


def rows(site: Site) -> list[Row]:
    """All actors by kind, then by name."""
    actors = site.dataset.actors
    ordered = sorted(
        actors,
        key=lambda key: (ACTOR_KINDS.index(actors[key].kind), actors[key].name.casefold(), key),
    )
    return [
        Row(
            actor_ref(site.dataset, key),
            kind_line(site.dataset, key),
            numbers_text(site, key),
            kind_heading(actors[key].kind),
        )
        for key in ordered
    ]


def search_entry(site: Site, key: str) -> SearchEntry:
    """What the search knows of it."""
    actor = site.dataset.actors[key]
    ref = actor_ref(site.dataset, key)
    groups = [actor_ref(site.dataset, each.actor).name for each in actor.member_of]
    kind, role = kind_text(actor.kind), kind_line(site.dataset, key)
    said = len(site.naming("speaker", key))
    line = one_line(
        capitalized(kind),
        role if role.casefold() != kind.casefold() else "",
        statement_count(said) if said else "",
    )
    fields = weighted(
        (3, [role.title for role in actor.roles]),
        (2, [actor.summary]),
        (1, [publisher_label(site.dataset, key) if actor.kind == "publisher" else "", *groups]),
        (1, [kind]),
    )
    return SearchEntry(
        "actor",
        key,
        ref.path,
        ref.name,
        line,
        names(ref),
        fields,
        short=ref.short,
        others=spellings(actor),
        former=actor.former_ids,
        teaser=actor.summary or "",
    )
