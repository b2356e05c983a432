"""The tables as files: CSV, and an SQLite database of them all with full-text search."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice

from factsheets.data import encode
from factsheets.data.fields import Cell, Field
from factsheets.data.tables import DETAILS, TABLES, Table, referred
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
_ROWS_A_PIECE = 1000


def files(site: Site) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Each table as CSV, then the database. The same data give the same bytes with one SQLite.

    The rows of a table are made once: they go into the database as its CSV is read. Rows that are
    not read go there before the next file is yielded.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        base.execute("PRAGMA page_size = 4096")
        base.execute("PRAGMA journal_mode = OFF")  # Nothing is ever rolled back.
        base.execute("PRAGMA foreign_keys = OFF")  # Records may name later ones.
        base.execute("BEGIN")
        for table in TABLES:
            header = [column.name for column in table.columns]
            kinds = [column.column_type for column in table.columns]
            pieces = encode.csv(header, kinds, _filled(base, table, site))
            yield f"data/{table.name}.csv", pieces
            deque(pieces, maxlen=0)
        for table in DETAILS:
            deque(_filled(base, table, site), maxlen=0)
        for table in (*TABLES, *DETAILS):
            _index(base, table)
        for statement in filter(str.strip, _SEARCH.split(";\n")):
            base.execute(statement)
        base.execute("COMMIT")
        yield "data/factsheets.db", (base.serialize(),)


def _filled(base: sqlite3.Connection, table: Table, site: Site) -> Iterator[list[tuple[Cell, ...]]]:
    """Create a table, and yield each piece of its rows once it is inserted."""
    base.execute(_creation(table))
    insert = _INSERT.format(table.name, ", ".join("?" * len(table.columns)))
    rows = table.rows(site)
    while piece := list(islice(rows, _ROWS_A_PIECE)):
        base.executemany(insert, piece)
        yield piece


def _creation(table: Table) -> str:
    parts = [_column(column, table) for column in table.columns]
    if len(table.key) > 1:
        parts.append(f"PRIMARY KEY ({', '.join(table.key)})")
    if table.foreign:
        columns, other, named = table.foreign
        parts.append(f"FOREIGN KEY ({columns}) REFERENCES {other} ({named})")
    kept = " WITHOUT ROWID" if len(table.key) > 1 else ""
    return f"CREATE TABLE {table.name} ({', '.join(parts)}){kept}"


def _column(column: Field, table: Table) -> str:
    words = [f'"{column.name}"', _KINDS[column.column_type]]
    if table.key == (column.name,):
        words.append("PRIMARY KEY")
    if column.required:
        words.append("NOT NULL")
    if referred(column):
        words.append(f"REFERENCES {column.refers} (id)")
    return " ".join(words)


def _index(base: sqlite3.Connection, table: Table) -> None:
    """An index for each column that refers to another table."""
    for column in table.columns:
        if referred(column) and table.key[0] != column.name:
            name = f"{table.name}_{column.name}"
            base.execute(f'CREATE INDEX {name} ON {table.name} ("{column.name}")')
