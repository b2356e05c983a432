"""The fields of records as declared, and texts for messages that name them."""

from __future__ import annotations

import dataclasses
from collections.abc import Container
from difflib import get_close_matches
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import WithJsonSchema

from factsheets.content.kinds import KINDS, Kind, with_article
from factsheets.content.types import DATE_PATTERN, ID_PATTERN, TIMESTAMP_PATTERN, OneOf, Target
from factsheets.datafiles import load_toml

_LONGEST_NAME = 40  # nobody mistypes a name into a longer text, and matching takes quadratic time
_TYPES = {
    ID_PATTERN: "id",
    DATE_PATTERN: "edtf",
    TIMESTAMP_PATTERN: "date",
    "date": "date",
    "uri": "uri",
}


@dataclasses.dataclass(frozen=True, slots=True)
class FieldInfo:
    """A field as declared in its record.

    Attributes:
        doc: What it is for.
        value_type: string, id, uri, date, edtf (a date in Extended Date/Time Format), integer,
            number, boolean or object.
        many: Whether it is a list of these.
        required: Whether a record needs it.
        optional: Whether its value can be missing.
        choices: The allowed words, if they are fixed.
        record: The class of its value or of its items, if that is a group of fields.
        target: What its ids refer to (see `refers_to`).
    """

    doc: str
    value_type: str
    many: bool
    required: bool
    optional: bool
    choices: tuple[str, ...]
    record: type[Any] | None
    target: str | None

    @property
    def is_id_list(self) -> bool:
        """Whether it is a list of ids."""
        return self.many and self.value_type == "id"


_TEXTS = load_toml(__package__, "fields.toml")
NOUNS: dict[str, str] = {
    **{kind.record.__name__: with_article(name) for name, kind in KINDS.items()},
    **_TEXTS["nouns"],
}
"""The noun for each record."""
EXAMPLES: dict[str, str] = _TEXTS["examples"]
"""An example line for each required field."""


def example_of(record: type[Any] | None, name: str) -> str:
    """An example line for a missing field."""
    own: dict[str, str] = _TEXTS["examples_of"].get(record.__name__ if record else "", {})
    return own.get(name) or EXAMPLES[name]


def hint(field: str, code: str) -> str:
    """Extra advice for a field and a code; usually empty."""
    return str(_TEXTS["hints"].get(field, {}).get(code, ""))


def instead_of(record: type[Any] | None, field: str, given: str) -> str:
    """What to write instead of a word that is no choice of a field; empty if nothing is known."""
    entries = _TEXTS["instead"].get(record.__name__ if record else "", {}).get(field, ())
    word = given.strip().lower().replace(" ", "-")
    return next((each["advice"] for each in entries if word in each["words"].split()), "")


def meant_field(record: type[Any], name: str, used: Container[str]) -> str | None:
    """The field that an unknown name probably means, by its usual meaning or its letters.

    `used` are the names of fields that the group already has.
    """
    fields = known_fields(record)
    usual = _TEXTS["other_names"].get(record.__name__, {})
    word = name.strip().lower().replace("-", "_").replace(" ", "_")
    for field, names in usual.items():
        if field in fields and field not in used and word in names.split():
            return str(field)
    return suggestion(name, tuple(fields))


def numeral(word: str) -> str | None:
    """The digits of an English number word: `2` for two and second."""
    fits = (number for number, words in _TEXTS["numerals"].items() if word in words.split())
    return next(fits, None)


def language_code(name: str) -> str | None:
    """The code of a language that is written by its name, or with wrong capitals."""
    text = name.strip().lower()
    fits = (code for code, names in _TEXTS["languages"].items() if text in (code, *names.split()))
    return next(fits, None)


def without_tracking(url: str) -> str:
    """An address without the parameters that only count from where readers came."""
    base, mark, query = url.partition("?")
    query, hash_sign, fragment = query.partition("#")
    if not mark or "#" in base:
        return url
    kept = [part for part in query.split("&") if not _is_tracking(part.partition("=")[0])]
    return base + (mark + "&".join(kept) if kept else "") + hash_sign + fragment


def _is_tracking(parameter: str) -> bool:
    name = parameter.lower()
    return name.startswith("utm_") or name in _TEXTS["tracking"]["parameters"].split()


def known_fields(record: type) -> dict[str, FieldInfo]:
    """The fields of a record, in the schema's order."""
    return _fields_of(record)


def all_fields() -> dict[type[Any], dict[str, FieldInfo]]:
    """The fields of each record class, including nested groups of fields."""
    return {record: known_fields(record) for kind in KINDS for record in records_of(kind)}


@cache
def _fields_of(record: type) -> dict[str, FieldInfo]:
    hints = get_type_hints(record, include_extras=True)
    return {
        field.name: _field_of(hints[field.name], required=field.default is dataclasses.MISSING)
        for field in dataclasses.fields(record)
    }


def _field_of(hint: Any, *, required: bool) -> FieldInfo:
    """A field, from its annotation."""
    base, *marks = get_args(hint)
    doc = next(mark.description for mark in marks if getattr(mark, "description", None))
    target = next((mark.name for mark in marks if isinstance(mark, Target)), None)
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
    return FieldInfo(
        doc=doc,
        value_type=known or schema["type"],
        many=many,
        required=required,
        optional=optional,
        choices=choices,
        record=base if schema["type"] == "object" else None,
        target=target,
    )


def _parts(hint: Any) -> tuple[Any, ...]:
    """Split an annotated type into the type and its annotations."""
    return get_args(hint) if hasattr(hint, "__metadata__") else (hint,)


def records_of(kind: Kind) -> tuple[type[Any], ...]:
    """Every record class that a file of a kind can hold, the outermost first."""
    found: list[type[Any]] = [KINDS[kind].record]
    for record in found:
        inner = (known.record for known in known_fields(record).values())
        found += [other for other in inner if other and other not in found]
    return tuple(found)


def record_at(kind: Kind, path: tuple[str | int, ...]) -> type[Any] | None:
    """The record class of the fields at a path, None if the schema has no fields there."""
    record: type[Any] | None = KINDS[kind].record
    for step in path:
        if isinstance(step, str) and record:
            known = known_fields(record).get(step)
            record = known.record if known else None
    return record


def suggestion(word: str, known: tuple[str, ...]) -> str | None:
    """The known word closest to a mistyped one, None if none is close."""
    if len(word) > _LONGEST_NAME:
        return None
    near = get_close_matches(word.lower().replace("-", "_"), known, 1, 0.7)
    near = near or get_close_matches(word.lower(), known, 1, 0.7)
    return near[0] if near else None
