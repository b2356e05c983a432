"""The database's further tables: what a cell of the flat ones holds several of, a row each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factsheets.content.kinds import PAGE_FOLDERS
from factsheets.content.types import author_names
from factsheets.data.columns import Cells
from factsheets.dataset.model import RELATIONS
from factsheets.site.views.site import Site

CREATION = """
CREATE TABLE fact_topics (fact TEXT NOT NULL REFERENCES facts,
  topic TEXT NOT NULL REFERENCES topics,
  PRIMARY KEY (fact, topic)) WITHOUT ROWID;
CREATE TABLE fact_about (fact TEXT NOT NULL REFERENCES facts,
  actor TEXT NOT NULL REFERENCES actors,
  PRIMARY KEY (fact, actor)) WITHOUT ROWID;
CREATE TABLE quotations (fact TEXT NOT NULL, evidence INTEGER NOT NULL, number INTEGER NOT NULL,
  text TEXT NOT NULL, PRIMARY KEY (fact, evidence, number),
  FOREIGN KEY (fact, evidence) REFERENCES evidence (fact, number)) WITHOUT ROWID;
CREATE TABLE questions (topic TEXT NOT NULL REFERENCES topics, id TEXT NOT NULL,
  text TEXT NOT NULL, short TEXT, PRIMARY KEY (topic, id)) WITHOUT ROWID;
CREATE TABLE answers (fact TEXT NOT NULL REFERENCES facts, number INTEGER NOT NULL,
  topic TEXT NOT NULL, question TEXT NOT NULL, actor TEXT NOT NULL REFERENCES actors,
  kind TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (fact, number),
  FOREIGN KEY (topic, question) REFERENCES questions (topic, id)) WITHOUT ROWID;
CREATE TABLE not_said (fact TEXT NOT NULL REFERENCES facts, number INTEGER NOT NULL,
  text TEXT NOT NULL, PRIMARY KEY (fact, number)) WITHOUT ROWID;
CREATE TABLE relations (fact TEXT NOT NULL REFERENCES facts, relation TEXT NOT NULL,
  other TEXT NOT NULL REFERENCES facts, PRIMARY KEY (fact, relation, other)) WITHOUT ROWID;
CREATE TABLE corrections (fact TEXT NOT NULL REFERENCES facts, number INTEGER NOT NULL,
  date TEXT NOT NULL, field TEXT NOT NULL, was TEXT NOT NULL, now TEXT NOT NULL,
  reason TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (fact, number)) WITHOUT ROWID;
CREATE TABLE names (actor TEXT NOT NULL REFERENCES actors, number INTEGER NOT NULL,
  text TEXT NOT NULL, lang TEXT, PRIMARY KEY (actor, number)) WITHOUT ROWID;
CREATE TABLE roles (actor TEXT NOT NULL REFERENCES actors, number INTEGER NOT NULL,
  title TEXT NOT NULL, organisation TEXT REFERENCES actors, start TEXT, "end" TEXT,
  source TEXT REFERENCES sources, PRIMARY KEY (actor, number)) WITHOUT ROWID;
CREATE TABLE memberships (actor TEXT NOT NULL REFERENCES actors, number INTEGER NOT NULL,
  member_of TEXT NOT NULL REFERENCES actors, source TEXT REFERENCES sources, as_of TEXT,
  PRIMARY KEY (actor, number)) WITHOUT ROWID;
CREATE TABLE members (actor TEXT NOT NULL REFERENCES actors,
  member TEXT NOT NULL REFERENCES actors, PRIMARY KEY (actor, member)) WITHOUT ROWID;
CREATE TABLE participants (event TEXT NOT NULL REFERENCES events,
  actor TEXT NOT NULL REFERENCES actors, PRIMARY KEY (event, actor)) WITHOUT ROWID;
CREATE TABLE brief (topic TEXT NOT NULL REFERENCES topics, number INTEGER NOT NULL,
  text TEXT NOT NULL, PRIMARY KEY (topic, number)) WITHOUT ROWID;
CREATE TABLE brief_facts (topic TEXT NOT NULL, number INTEGER NOT NULL,
  fact TEXT NOT NULL REFERENCES facts, PRIMARY KEY (topic, number, fact),
  FOREIGN KEY (topic, number) REFERENCES brief (topic, number)) WITHOUT ROWID;
CREATE TABLE differences (topic TEXT NOT NULL REFERENCES topics, number INTEGER NOT NULL,
  question TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (topic, number)) WITHOUT ROWID;
CREATE TABLE difference_facts (topic TEXT NOT NULL, number INTEGER NOT NULL,
  fact TEXT NOT NULL REFERENCES facts, PRIMARY KEY (topic, number, fact),
  FOREIGN KEY (topic, number) REFERENCES differences (topic, number)) WITHOUT ROWID;
CREATE TABLE missing (topic TEXT NOT NULL REFERENCES topics, number INTEGER NOT NULL,
  text TEXT NOT NULL, PRIMARY KEY (topic, number)) WITHOUT ROWID;
CREATE TABLE authors (source TEXT NOT NULL REFERENCES sources, number INTEGER NOT NULL,
  name TEXT NOT NULL, PRIMARY KEY (source, number)) WITHOUT ROWID;
CREATE TABLE unused (source TEXT NOT NULL REFERENCES sources, number INTEGER NOT NULL,
  paragraph INTEGER NOT NULL, why TEXT NOT NULL, PRIMARY KEY (source, number)) WITHOUT ROWID;
CREATE TABLE former_ids (kind TEXT NOT NULL, former TEXT NOT NULL, id TEXT NOT NULL,
  PRIMARY KEY (kind, former)) WITHOUT ROWID;
CREATE TABLE wording (source TEXT NOT NULL REFERENCES sources, number INTEGER NOT NULL,
  paragraph INTEGER NOT NULL, words TEXT NOT NULL, note TEXT,
  PRIMARY KEY (source, number)) WITHOUT ROWID;
"""


def _fact_topics(site: Site) -> Iterator[Cells]:
    for view in site.statements.values():
        for key in {ref.id: None for ref in view.topics}:
            yield view.id, key


def _fact_about(site: Site) -> Iterator[Cells]:
    for view in site.statements.values():
        for key in {ref.id: None for ref in view.about}:
            yield view.id, key


def _quotations(site: Site) -> Iterator[Cells]:
    for view in site.statements.values():
        for number, each in enumerate(view.evidence, start=1):
            for at, text in enumerate(each.quotes, start=1):
                yield view.id, number, at, text


def _questions(site: Site) -> Iterator[Cells]:
    for key, topic in site.dataset.topics.items():
        for each in topic.questions:
            yield key, each.id, each.text, each.short


def _answers(site: Site) -> Iterator[Cells]:
    for view in site.statements.values():
        for number, each in enumerate(view.answers, start=1):
            yield view.id, number, each.topic, each.question, each.actor.id, each.kind, each.text


def _not_said(site: Site) -> Iterator[Cells]:
    for view in site.statements.values():
        for at, text in enumerate(view.not_said, start=1):
            yield view.id, at, text


def _relations(site: Site) -> Iterator[Cells]:
    for key, statement in site.dataset.statements.items():
        for field in RELATIONS:
            if named := getattr(statement.fact, field):
                yield from ((key, field, other) for other in dict.fromkeys(named))


def _corrections(site: Site) -> Iterator[Cells]:
    for view in site.statements.values():
        for number, each in enumerate(view.corrections, start=1):
            day = each.date.isoformat()
            yield view.id, number, day, each.field, each.was, each.now, each.reason, each.kind


def _names(site: Site) -> Iterator[Cells]:
    for key, actor in site.dataset.actors.items():
        for number, each in enumerate(actor.other_names, start=1):
            yield key, number, each.text, each.lang


def _roles(site: Site) -> Iterator[Cells]:
    for key, actor in site.dataset.actors.items():
        for number, each in enumerate(actor.roles, start=1):
            start = each.start.edtf if each.start else None
            end = each.end.edtf if each.end else None
            yield key, number, each.title, each.organisation, start, end, each.article


def _memberships(site: Site) -> Iterator[Cells]:
    for key, actor in site.dataset.actors.items():
        for number, each in enumerate(actor.member_of, start=1):
            as_of = each.as_of.edtf if each.as_of else None
            yield key, number, each.actor, each.article, as_of


def _wording(site: Site) -> Iterator[Cells]:
    for key, article in site.dataset.articles.items():
        for number, each in enumerate(article.wording, start=1):
            yield key, number, each.paragraph, each.words, each.note


def _members(site: Site) -> Iterator[Cells]:
    for key, actor in site.dataset.actors.items():
        yield from ((key, member) for member in dict.fromkeys(actor.members))


def _participants(site: Site) -> Iterator[Cells]:
    for key, event in site.dataset.events.items():
        yield from ((key, actor) for actor in dict.fromkeys(event.participants))


def _brief(site: Site) -> Iterator[Cells]:
    for key, topic in site.dataset.topics.items():
        yield from ((key, at, each.text) for at, each in enumerate(topic.brief, start=1))


def _brief_facts(site: Site) -> Iterator[Cells]:
    for key, topic in site.dataset.topics.items():
        for number, each in enumerate(topic.brief, start=1):
            yield from ((key, number, fact) for fact in dict.fromkeys(each.facts))


def _differences(site: Site) -> Iterator[Cells]:
    for key, topic in site.dataset.topics.items():
        for number, each in enumerate(topic.differences, start=1):
            yield key, number, each.question, each.note


def _difference_facts(site: Site) -> Iterator[Cells]:
    for key, topic in site.dataset.topics.items():
        for number, each in enumerate(topic.differences, start=1):
            yield from ((key, number, fact) for fact in dict.fromkeys(each.facts))


def _missing(site: Site) -> Iterator[Cells]:
    for key, topic in site.dataset.topics.items():
        yield from ((key, at, text) for at, text in enumerate(topic.missing, start=1))


def _authors(site: Site) -> Iterator[Cells]:
    for key, article in site.dataset.articles.items():
        yield from ((key, at, name) for at, name in enumerate(author_names(article), start=1))


def _unused(site: Site) -> Iterator[Cells]:
    for key, article in site.dataset.articles.items():
        for number, each in enumerate(article.unused, start=1):
            yield key, number, each.paragraph, each.why


def _former_ids(site: Site) -> Iterator[Cells]:
    dataset = site.dataset
    facts = {key: statement.fact for key, statement in dataset.statements.items()}
    for kind, records in (*dataset.records.items(), ("fact", facts)):
        for key, record in records.items():
            for former in record.former_ids:
                yield PAGE_FOLDERS[kind], former, key


ROWS: dict[str, Callable[[Site], Iterator[Cells]]] = {
    "fact_topics": _fact_topics,
    "fact_about": _fact_about,
    "quotations": _quotations,
    "questions": _questions,
    "answers": _answers,
    "not_said": _not_said,
    "relations": _relations,
    "corrections": _corrections,
    "names": _names,
    "roles": _roles,
    "memberships": _memberships,
    "members": _members,
    "participants": _participants,
    "brief": _brief,
    "brief_facts": _brief_facts,
    "differences": _differences,
    "difference_facts": _difference_facts,
    "missing": _missing,
    "authors": _authors,
    "unused": _unused,
    "former_ids": _former_ids,
    "wording": _wording,
}
