"""The data as an SQLite database, made in memory: foreign keys, full-text search, plain names."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from operator import itemgetter

from factsheets.data import nested
from factsheets.data.columns import Column, Piece, Table
from factsheets.data.tables import TABLES
from factsheets.dataset.model import RELATIONS
from factsheets.site.views.site import Site

_KINDS = {
    "string": "TEXT",
    "integer": "INTEGER",
    "number": "TEXT",  # as written: 3.50 is not 3.5, and no digit is lost
    "boolean": "INTEGER",
    "date": "TEXT",
}

# Datasette and sqlite-utils know a table's index for searching by this form.
_SEARCH = """
CREATE VIRTUAL TABLE facts_fts USING fts5 (
  statement, condition, detail, quotes, content="facts", tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO facts_fts (facts_fts) VALUES ('rebuild');
"""
_INSERT = "INSERT INTO {} VALUES ({})"
# An empty cell is NULL. To give SQLite an empty text for it takes Python a fifth of the time.
_MARK = {True: "?", False: "NULLIF(?, '')"}
_LEFT_OUT = {
    "facts": frozenset(["about", "topics", "disputed_by", *RELATIONS]),
    "topics": frozenset(["questions", "missing"]),
    "events": frozenset(["participants"]),
    "sources": frozenset(["authors"]),
}


def opened() -> sqlite3.Connection:
    """An empty database in memory, to be filled table by table and then finished."""
    base = sqlite3.connect(":memory:", isolation_level=None)
    base.execute("PRAGMA page_size = 4096")
    base.execute("PRAGMA journal_mode = OFF")  # Nothing is ever rolled back.
    base.execute("PRAGMA foreign_keys = OFF")  # Records may name later ones.
    base.execute("BEGIN")
    return base


def filled(base: sqlite3.Connection, table: Table, rows: Iterable[Piece]) -> Iterator[Piece]:
    """Makes a table, and gives each piece of its rows on once it stands there."""
    kept = _kept(table)
    base.execute(_creation(table, kept))
    insert = _INSERT.format(table.name, ", ".join(_MARK[table.columns[n].needed] for n in kept))
    whole = len(kept) == len(table.columns)
    for piece in rows:
        base.executemany(insert, piece if whole else map(itemgetter(*kept), piece))
        yield piece


def finished(base: sqlite3.Connection, site: Site) -> bytes:
    """The file, with all further tables. The same data gives the same bytes with one SQLite."""
    for statement in filter(str.strip, nested.CREATION.split(";\n")):
        base.execute(statement)
    for name, rows in nested.ROWS.items():
        width = len(base.execute(f"SELECT * FROM {name} LIMIT 0").description)  # noqa: S608 - ours
        marks = ", ".join("?" * width)
        base.executemany(_INSERT.format(name, marks), rows(site))
    _index(base)
    for statement in filter(str.strip, _SEARCH.split(";\n")):
        base.execute(statement)
    base.execute("COMMIT")
    return base.serialize()


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


def _index(base: sqlite3.Connection) -> None:
    """An index for each column by which readers come: what refers, and what they choose by."""
    for table in TABLES:
        for column in table.columns:
            if column.refers and table.key[0] != column.name:
                name = f"{table.name}_{column.name}"
                base.execute(f'CREATE INDEX {name} ON {table.name} ("{column.name}")')
    base.execute("CREATE INDEX fact_topics_topic ON fact_topics (topic)")
    base.execute("CREATE INDEX fact_about_actor ON fact_about (actor)")
