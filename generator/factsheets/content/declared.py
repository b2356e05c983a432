"""The declaration of a field in its record, for documentation and open data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import WithJsonSchema

from factsheets.content.types import DATE_PATTERN, ID_PATTERN, OneOf

_TYPES = {ID_PATTERN: "id", DATE_PATTERN: "edtf", "date": "date", "uri": "uri"}


@dataclass(frozen=True, slots=True)
class Declared:
    """A field as declared in `records.py`.

    `type` is string, id, uri, date, edtf (a date in Extended Date/Time Format), integer, number,
    boolean or object; `many` means a list of these. `choices` are the allowed words.
    """

    type: str
    many: bool
    optional: bool
    choices: tuple[str, ...]
    description: str


@cache
def _hints(record: type) -> dict[str, Any]:
    return get_type_hints(record, include_extras=True)


def declared(record: type, name: str) -> Declared:
    """The declaration of a field, from its annotation."""
    base, *marks, doc = get_args(_hints(record)[name])
    optional = NoneType in get_args(base)
    if optional:
        base, *marks = _parts(get_args(base)[0])
    many = get_origin(base) is tuple
    if many:
        base, *marks = _parts(get_args(base)[0])
    choices = next((mark.allowed for mark in marks if isinstance(mark, OneOf)), ())
    schemas = [mark.json_schema or {} for mark in marks if isinstance(mark, WithJsonSchema)]
    schema = schemas[0] if schemas else {"type": "string" if choices else "object"}
    known = _TYPES.get(schema.get("format") or schema.get("pattern") or "")
    return Declared(known or schema["type"], many, optional, choices, doc.description)


def _parts(hint: Any) -> tuple[Any, ...]:
    """Split an annotated type into the type and its annotations."""
    return get_args(hint) if hasattr(hint, "__metadata__") else (hint,)
