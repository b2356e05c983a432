"""The files of the tables: CSV, safe to open in a spreadsheet, the database, the package."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import closing
from io import StringIO
from itertools import islice
from typing import Any

from factsheets import __version__
from factsheets.data import database, encode
from factsheets.data.columns import Cells, Column, Piece, Table
from factsheets.data.tables import TABLES
from factsheets.site.views.site import Site

# A spreadsheet takes a cell that begins so for a formula, and a formula can send data away.
_FORMULA = tuple("=+-@＝＋－＠")
# Spaces before it do not help against every program.
_SUSPECT = frozenset((*_FORMULA, " ", "\t", "\n", "\r", "\xa0", "\u3000"))
_ROWS_A_PIECE = 1000


def files(site: Site) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Each table as CSV, the database of them all, and what describes them.

    The rows of a table are made once: they go into the database as its CSV is read. What nobody
    reads of that goes there before the next file is given.
    """
    with closing(database.opened()) as base:
        for table in TABLES:
            pieces = as_csv(table, database.filled(base, table, _rows(site, table)))
            yield f"data/{table.name}.csv", pieces
            deque(pieces, maxlen=0)
        yield "data/factsheets.db", (database.finished(base, site),)
    yield "data/datapackage.json", (encode.indented(datapackage(site)),)


def _rows(site: Site, table: Table) -> Iterator[Piece]:
    rows = table.rows(site)
    while piece := list(islice(rows, _ROWS_A_PIECE)):
        yield piece


def as_csv(table: Table, rows: Iterator[Piece]) -> Iterator[bytes]:
    """The table as UTF-8, a header first (RFC 4180), in pieces of many rows."""
    texts = [n for n, column in enumerate(table.columns) if column.kind == "string"]
    truths = [n for n, column in enumerate(table.columns) if column.kind == "boolean"]
    yield _written([tuple(column.name for column in table.columns)])
    for piece in rows:
        yield _written([_safe(row, texts, truths) for row in piece])


def _written(piece: Piece) -> bytes:
    out = StringIO()
    csv.writer(out).writerows(piece)
    return out.getvalue().encode()


def _safe(row: Cells, texts: list[int], truths: list[int]) -> Cells:
    """The row as it may be opened: no text is a formula; true and false in Frictionless's words."""
    cells = list(row)
    for n in texts:
        text = cells[n]
        if isinstance(text, str) and text and (text[0] in _SUSPECT or "\r" in text):
            cells[n] = _harmless(text)
    for n in truths:
        cells[n] = "true" if cells[n] else "false"
    return tuple(cells)


def _harmless(text: str) -> str:
    """Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    if text.lstrip().startswith(_FORMULA):
        text = f"'{text}"
    # A lone carriage return would end a row for some readers.
    return text.replace("\r", " ")


def datapackage(site: Site) -> dict[str, Any]:
    """What the tables are and what their columns mean (Data Package, version 1)."""
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "factsheets",
        "title": f"{site.settings.site_name}: attributed statements",
        "description": (
            "Who said what and who reported it. Several ids in a cell stand apart by a semicolon. "
            "A text that a spreadsheet would take for a formula has an apostrophe before it."
        ),
        "version": __version__,
        "resources": [_resource(table) for table in TABLES],
    }
    if licence := site.settings.licence:
        named = {"name": licence.identifier} if licence.identifier else {}
        package["licenses"] = [named | {"path": licence.url, "title": licence.name}]
    if site.settings.site_url:
        package["homepage"] = site.settings.site_url
    return package


def _resource(table: Table) -> dict[str, Any]:
    key = table.key[0] if len(table.key) == 1 else list(table.key)
    schema: dict[str, Any] = {
        "fields": [_field(column, table) for column in table.columns],
        "missingValues": [""],
        "primaryKey": key,
    }
    foreign = [_foreign(column, table) for column in table.columns if column.refers]
    if foreign:
        schema["foreignKeys"] = foreign
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column, table: Table) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.needed:
        constraints["required"] = True
    if table.key == (column.name,):
        constraints["unique"] = True
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.kind,
        "description": column.what,
    }
    return field | ({"constraints": constraints} if constraints else {})


def _foreign(column: Column, table: Table) -> dict[str, Any]:
    resource = "" if column.refers == table.name else column.refers
    return {"fields": column.name, "reference": {"resource": resource, "fields": "id"}}
