"""The data as an SQLite database, made in memory: foreign keys, full-text search, plain names."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

from generator.dataset.model import RELATIONS
from generator.export.tables import TABLES, Cells, Column, Table
from generator.views import Site

_KINDS = {
    "string": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "boolean": "INTEGER",
    "date": "TEXT",
}

# What a cell of the flat tables holds several of stands in a table of its own here.
_MORE = """
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
  reason TEXT NOT NULL, PRIMARY KEY (fact, number)) WITHOUT ROWID;
CREATE TABLE names (actor TEXT NOT NULL REFERENCES actors, number INTEGER NOT NULL,
  text TEXT NOT NULL, lang TEXT, PRIMARY KEY (actor, number)) WITHOUT ROWID;
CREATE TABLE roles (actor TEXT NOT NULL REFERENCES actors, number INTEGER NOT NULL,
  title TEXT NOT NULL, organisation TEXT REFERENCES actors, start TEXT, "end" TEXT,
  source TEXT REFERENCES sources, PRIMARY KEY (actor, number)) WITHOUT ROWID;
CREATE TABLE memberships (actor TEXT NOT NULL REFERENCES actors, number INTEGER NOT NULL,
  member_of TEXT NOT NULL REFERENCES actors, source TEXT REFERENCES sources, as_of TEXT,
  PRIMARY KEY (actor, number)) WITHOUT ROWID;
CREATE TABLE wording (source TEXT NOT NULL REFERENCES sources, number INTEGER NOT NULL,
  paragraph INTEGER NOT NULL, words TEXT NOT NULL, note TEXT,
  PRIMARY KEY (source, number)) WITHOUT ROWID;
"""
# Datasette and sqlite-utils know a table's index for searching by this form.
_SEARCH = """
CREATE VIRTUAL TABLE facts_fts USING fts5 (
  statement, condition, detail, quotes, content='facts', tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO facts_fts (facts_fts) VALUES ('rebuild');
"""
_LEFT_OUT = {"facts": frozenset(["about", "topics", "disputes", "disputed_by"])}


def database(site: Site) -> bytes:
    """The finished file. The same data gives the same bytes with the same SQLite."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        base.execute("PRAGMA page_size = 4096")
        base.execute("PRAGMA journal_mode = OFF")  # Nothing is ever rolled back.
        base.execute("PRAGMA foreign_keys = OFF")  # Records may name later ones; checked below.
        base.execute("BEGIN")
        for table in TABLES:
            kept = _kept(table)
            base.execute(_creation(table, kept))
            _fill(base, table.name, len(kept), _rows(site, table, kept))
        for statement in filter(str.strip, _MORE.split(";\n")):
            base.execute(statement)
        for name, rows in _ROWS.items():
            width = len(base.execute(f"SELECT * FROM {name} LIMIT 0").description)  # noqa: S608 - as below
            _fill(base, name, width, rows(site))
        _index(base)
        for statement in filter(str.strip, _SEARCH.split(";\n")):
            base.execute(statement)
        base.execute("COMMIT")
        return bytes(base.serialize())


def _kept(table: Table) -> tuple[int, ...]:
    left_out = _LEFT_OUT.get(table.name, frozenset())
    return tuple(n for n, column in enumerate(table.columns) if column.name not in left_out)


def _creation(table: Table, kept: tuple[int, ...]) -> str:
    columns = ", ".join(_column(table.columns[n], table) for n in kept)
    key = f", PRIMARY KEY ({', '.join(table.key)})" if len(table.key) > 1 else ""
    return f"CREATE TABLE {table.name} ({columns}{key})"


def _column(column: Column, table: Table) -> str:
    words = [f'"{column.name}"', _KINDS[column.kind]]
    if table.key == (column.name,):
        words.append("PRIMARY KEY")
    if column.needed:
        words.append("NOT NULL")
    if column.refers:
        words.append(f"REFERENCES {column.refers} (id)")
    return " ".join(words)


def _rows(site: Site, table: Table, kept: tuple[int, ...]) -> Iterator[Cells]:
    if len(kept) == len(table.columns):
        return table.rows(site)
    return (tuple(row[n] for n in kept) for row in table.rows(site))


def _fill(base: sqlite3.Connection, name: str, width: int, rows: Iterator[Any]) -> None:
    marks = ", ".join("?" * width)
    base.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)  # noqa: S608 - names of ours


def _index(base: sqlite3.Connection) -> None:
    """An index for each column by which readers come: what refers, and what they choose by."""
    for table in TABLES:
        for column in table.columns:
            if column.refers and table.key[0] != column.name:
                name = f"{table.name}_{column.name}"
                base.execute(f'CREATE INDEX {name} ON {table.name} ("{column.name}")')
    base.execute("CREATE INDEX fact_topics_topic ON fact_topics (topic)")
    base.execute("CREATE INDEX fact_about_actor ON fact_about (actor)")


def _fact_topics(site: Site) -> Iterator[Cells]:
    for view in site.statements.values():
        yield from dict.fromkeys((view.id, ref.id) for ref in view.topics)


def _fact_about(site: Site) -> Iterator[Cells]:
    for view in site.statements.values():
        yield from dict.fromkeys((view.id, ref.id) for ref in view.about)


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
        yield from ((view.id, at, text) for at, text in enumerate(view.not_said, start=1))


def _relations(site: Site) -> Iterator[Cells]:
    for key, statement in site.dataset.statements.items():
        for field in RELATIONS:
            if named := getattr(statement.fact, field):
                yield from ((key, field, other) for other in dict.fromkeys(named))


def _corrections(site: Site) -> Iterator[Cells]:
    for view in site.statements.values():
        for number, each in enumerate(view.corrections, start=1):
            day = each.date.isoformat()
            yield view.id, number, day, each.field, each.was, each.now, each.reason


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


_ROWS: dict[str, Callable[[Site], Iterator[Cells]]] = {
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
    "wording": _wording,
}
