"""The tables of the open data, derived from the fields of the lists, and what describes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from factsheets import __version__
from factsheets.data.fields import Cell, Field
from factsheets.data.lists import LISTS, REMOVED, RecordList
from factsheets.site.views import downloads
from factsheets.site.views.site import Site


@dataclass(frozen=True, slots=True)
class Table:
    """A row for each entry, a column for each field; `key` are the columns that identify a row.

    `foreign` is a reference of several columns: these, the table, and its columns.
    """

    name: str
    key: tuple[str, ...]
    columns: tuple[Field, ...]
    entries: Callable[[Site], Iterable[Any]]
    foreign: tuple[str, str, str] | None = None

    def rows(self, site: Site) -> Iterator[tuple[Cell, ...]]:
        """The cells of each entry."""
        for entry in self.entries(site):
            yield tuple([column.cell(entry) for column in self.columns])


class Item(NamedTuple):
    """An item of a list within a record: its place there, and that of an object around the list."""

    record: str
    outer: int
    number: int
    item: Any


_RELATIONS = "relations"
_FOREIGN = {"answers": ("topic, question", "questions", "topic, id")}


def _item_table(kind: RecordList, field: Field, outer: Field | None = None) -> Table:
    """A table with a row for each item of a list within a record, or within an object of `outer`.

    An item is identified by its own id, else by its place.
    """
    inner = [_within(each, kind, field) for each in field.fields if each.column_type] or [
        _single(field)
    ]
    numbered = field.kind not in {"object", "ids"} and inner[0].name != "id"
    own = [_place("number", "number")] if numbered else []
    parents = [_parent(kind)]
    foreign = _FOREIGN.get(field.table)
    if outer:
        place = outer.name if numbered else "number"
        parents = [replace(parents[0], refers=""), _place(place, "outer")]
        foreign = (f"{kind.one}, {place}", outer.table, f"{kind.one}, number")
    identified_by = [] if field.kind == "object" else own or inner[:1]

    def entries(site: Site) -> Iterator[Item]:
        for entry in kind.entries(site):
            for place, holder in enumerate(outer.get(entry) if outer else (entry,), start=1):
                for number, item in enumerate(_items(field, holder), start=1):
                    yield Item(entry.id, place, number, item)

    key = tuple([column.name for column in (*parents, *identified_by)])
    return Table(field.table, key, (*parents, *own, *inner), entries, foreign)


def _within(field: Field, kind: RecordList, around: Field) -> Field:
    """A field of an item; the membership of an actor, say, names another actor."""
    name = around.name if field.name == kind.one else field.name
    return replace(field, name=name, get=lambda item: field.get(item.item))


def _single(field: Field) -> Field:
    """The one field of a text or an id in a list."""
    kind = field.kind.removesuffix("s")
    return replace(field, name=field.item, kind=kind, get=attrgetter("item"), only="")


def _place(name: str, given: str) -> Field:
    return Field(name, "integer", "Its place, counted from 1.", attrgetter(given))


def _parent(kind: RecordList) -> Field:
    get = attrgetter("record")
    return Field(kind.one, "id", f"The {kind.one}, by id.", get, refers=kind.name)


def _items(field: Field, holder: Any) -> Iterable[Any]:
    found = field.get(holder)
    if field.kind == "object":
        return (found,) if found else ()
    return dict.fromkeys(found) if field.kind == "ids" else found


def _relations(kind: RecordList) -> Table:
    """How records refer to each other: the lists of ids that share this table."""
    shared = [field for field in kind.fields if field.table == _RELATIONS]
    columns = (
        Field(kind.one, "id", "The statement that refers.", itemgetter(0), refers=kind.name),
        Field("relation", "string", "How it refers.", itemgetter(1)),
        Field("other", "id", "The statement that it refers to.", itemgetter(2), refers=kind.name),
    )

    def entries(site: Site) -> Iterator[tuple[str, str, str]]:
        for entry in kind.entries(site):
            for field in shared:
                yield from ((entry.id, field.name, other) for other in _items(field, entry))

    return Table(_RELATIONS, (kind.one, "relation", "other"), columns, entries)


def _former_ids() -> Table:
    """The ids that records of all lists had before."""
    columns = (
        Field("kind", "string", "The list of the record.", itemgetter(0)),
        Field("former", "id", "An id that it had before.", itemgetter(1)),
        Field("id", "id", "Its id.", itemgetter(2)),
    )

    def entries(site: Site) -> Iterator[tuple[str, str, str]]:
        for kind in LISTS.values():
            former = next(field for field in kind.fields if field.name == "former_ids")
            for entry in kind.entries(site):
                yield from ((kind.name, each, entry.id) for each in former.get(entry))

    return Table("former_ids", ("kind", "former"), columns, entries)


def _columns(fields: Iterable[Field]) -> tuple[Field, ...]:
    return tuple([field for field in fields if field.column_type])


def _tables() -> Iterator[Table]:
    for kind in LISTS.values():
        yield Table(kind.name, ("id",), _columns(kind.fields), kind.entries)
    for kind in LISTS.values():
        for field in kind.fields:
            if field.table and field.table != _RELATIONS:
                yield _item_table(kind, field)
            yield from (_item_table(kind, each, field) for each in field.fields if each.table)
    yield _relations(LISTS["facts"])
    yield _former_ids()
    yield Table("removed", ("url",), _columns(REMOVED), lambda site: site.dataset.removed)


_ALL = tuple(_tables())
TABLES = tuple([table for table in _ALL if table.name in downloads.TABLES])
"""The tables that are files; a table precedes those that refer to it."""
DETAILS = tuple([table for table in _ALL if table.name not in downloads.TABLES])
"""The tables that only the database has: items of lists that share one cell in a file."""


def datapackage(site: Site) -> dict[str, Any]:
    """The description of the tables and their columns (Data Package, version 1)."""
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
        "fields": [_described(column, table) for column in table.columns],
        "missingValues": [""],
        "primaryKey": key,
    }
    foreign = [_reference(column, table) for column in table.columns if referred(column)]
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


def referred(column: Field) -> str:
    """The table whose row the cells of a column name; empty where they name none, or several."""
    return column.refers if column.kind == "id" else ""


def _described(column: Field, table: Table) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if table.key == (column.name,):
        constraints["unique"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    meaning = column.description.replace("null:", "empty:")
    found = {"name": column.name, "type": column.column_type, "description": meaning}
    return found | ({"constraints": constraints} if constraints else {})


def _reference(column: Field, table: Table) -> dict[str, Any]:
    resource = "" if column.refers == table.name else column.refers
    return {"fields": column.name, "reference": {"resource": resource, "fields": "id"}}
