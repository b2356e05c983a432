"""A field of the open data: what it is, and its value in a row and in a table's cell.

`lists.py` declares the fields. Rows, JSON Schemas, CSV, the data package and the database are
derived from these declarations alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter, methodcaller
from typing import Any, Literal

from factsheets.content.field_help import known_fields
from factsheets.content.types import ID_PATTERN
from factsheets.data import encode

Cell = str | int | None
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value: its JSON Schema, and the type of its column; empty: it has no column.

    `json` and `cell` convert what a record has for a row and for a table; None stays None. Without
    `filled` the cell is empty where a list is.
    """

    schema: Mapping[str, Any]
    column_type: str = ""
    json: Callable[[Any], Any] | None = None
    cell: Callable[[Any], Cell] | None = None
    filled: bool = True


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name, its kind (of `KINDS`), its description, and how an entry gives its value.

    `optional`: null where there is nothing. `sparse`: missing where there is nothing. `choices`:
    the words that it takes. `refers`: the list whose ids it has. `fields`: those of its object, or
    of each object in its list. `only`: it is not in rows and tables alike. `table`: the table that
    the database has for a list, a row for each item; `item`: the column of a text or an id there.
    """

    name: str
    kind: str
    description: str
    get: Callable[[Any], Any]
    optional: bool = False
    sparse: bool = False
    choices: tuple[str, ...] = ()
    refers: str = ""
    fields: tuple[Field, ...] = ()
    only: Literal["", "rows", "tables"] = ""
    table: str = ""
    item: str = "text"

    @property
    def column_type(self) -> str:
        """The type of its column; empty where it has none."""
        return "" if self.only == "rows" else KINDS[self.kind].column_type

    @property
    def required(self) -> bool:
        """Whether each cell of its column has a value."""
        return KINDS[self.kind].filled and not (self.optional or self.sparse)

    def value(self, entry: Any) -> Any:
        """Its value in a row of a list."""
        found = self.get(entry)
        if found is None:
            return None
        if self.fields:
            one = self.kind == "object"
            return row(self.fields, found) if one else [row(self.fields, each) for each in found]
        make = KINDS[self.kind].json
        return make(found) if make else found

    def cell(self, entry: Any) -> Cell:
        """Its value in a row of a table; of an empty list None."""
        found: Any = self.get(entry)
        make = KINDS[self.kind].cell
        return make(found) if make and found is not None else found


def row(fields: tuple[Field, ...], entry: Any) -> Row:
    """The values of the fields by name, as JSON has them."""
    return {
        field.name: field.value(entry)
        for field in fields
        if field.only != "tables" and not (field.sparse and field.get(entry) is None)
    }


def schema(fields: tuple[Field, ...]) -> Row:
    """The JSON Schema (2020-12) of their row."""
    shown = [field for field in fields if field.only != "tables"]
    return {
        "type": "object",
        "properties": {field.name: _property(field) for field in shown},
        "required": [field.name for field in shown if not field.sparse],
        "additionalProperties": False,
    }


def _property(field: Field) -> Row:
    null = [None] if field.optional else []
    if field.choices:
        return {"enum": [*field.choices, *null], "description": field.description}
    found = dict(KINDS[field.kind].schema)
    if field.fields:
        one = schema(field.fields)
        found = one if field.kind == "object" else {**found, "items": one}
    type_ = [found["type"], "null"] if field.optional else found["type"]
    return {"type": type_, "description": field.description} | (found | {"type": type_})


def _joined(texts: Iterable[str]) -> str | None:
    """Texts may hold anything: joined ones are for reading, programs take the lists."""
    return " | ".join(texts) or None


_DATE = methodcaller("isoformat")
_EDTF = attrgetter("edtf")
_ID = {"type": "string", "pattern": ID_PATTERN}
_ARRAY = {"type": "array"}
_IDS = {**_ARRAY, "items": _ID}
_TEXTS = {**_ARRAY, "items": {"type": "string"}}
KINDS = {
    "string": Kind({"type": "string"}, "string"),
    "id": Kind(_ID, "string"),
    "uri": Kind({"type": "string", "format": "uri"}, "string"),
    "date": Kind({"type": "string", "format": "date"}, "date", _DATE, _DATE),
    "edtf": Kind({"type": "string"}, "string", _EDTF, _EDTF),
    "integer": Kind({"type": "integer", "minimum": 0}, "integer"),
    "number": Kind({"type": "number"}, "number", encode.number),
    "boolean": Kind({"type": "boolean"}, "boolean"),
    "object": Kind({"type": "object"}),
    "strings": Kind(_TEXTS, "string", list, _joined, filled=False),
    "ids": Kind(_IDS, "string", list, lambda ids: "; ".join(ids) or None, filled=False),
    "counted ids": Kind(_IDS, "integer", list, len),
    "objects": Kind(_ARRAY),
    "names": Kind(
        _ARRAY, "string", None, lambda names: _joined(each.text for each in names), filled=False
    ),
    "links": Kind(
        _ARRAY,
        "string",
        None,
        lambda links: "; ".join(f"{each.link}: {each.state}" for each in links),
    ),
}
"""A list has the kind of its items with an s. In tables, `counted ids` are their number, `names`
their texts, and `links` each with its state."""

EDTF = "in Extended Date/Time Format (ISO 8601-2)"


def written(record: type, *names: str, at: str = "record.", **more: Any) -> Iterator[Field]:
    """Fields that people write, as their record declares them; `at` leads from an entry to it.

    `more` has further attributes of a field, and those that are others in the data.
    """
    for name in names:
        found = known_fields(record)[name]
        meaning = found.doc.replace("if left out,", "if null,")
        given: dict[str, Any] = {
            "name": name,
            "kind": found.value_type + ("s" if found.many else ""),
            "description": f"{meaning[:-1]}, {EDTF}." if found.value_type == "edtf" else meaning,
            "get": attrgetter(at + name),
            "optional": found.optional,
            "choices": found.choices,
        }
        yield Field(**given | more)


def computed(
    name: str, kind: str, description: str, get: str = "", *, at: str = "record.", **more: Any
) -> Field:
    """A field that is an attribute of what `at` leads to: `get`, or the one of its name."""
    return Field(name, kind, description, attrgetter(at + (get or name)), **more)
