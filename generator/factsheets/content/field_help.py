"""Information about a record's fields, for messages that name them."""

from __future__ import annotations

import dataclasses
from difflib import get_close_matches
from functools import cache
from typing import Any, get_args, get_type_hints

from factsheets.content.kinds import KINDS, Kind, with_article
from factsheets.content.types import Ids, NewIds, Target
from factsheets.datafiles import load_toml

_LONGEST_NAME = 40  # nobody mistypes a name into a longer text, and matching takes quadratic time


@dataclasses.dataclass(frozen=True, slots=True)
class FieldInfo:
    """Information about one field, from the schema.

    Attributes:
        doc: What it is for.
        required: Whether a record needs it.
        record: The class of its value or of its items, if that is a group of fields.
        target: What its ids refer to (see `refers_to`).
        is_id_list: Whether it is a list of ids.
    """

    doc: str
    required: bool
    record: type[Any] | None
    target: str | None
    is_id_list: bool


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


def known_fields(record: type[Any]) -> dict[str, FieldInfo]:
    """The fields of a record, in the schema's order."""
    return all_fields()[record]


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


def _doc(hint: Any) -> str:
    described = (getattr(extra, "description", None) for extra in getattr(hint, "__metadata__", ()))
    return next(filter(None, described), "")


# The list types without their rules, as they appear in `Annotated`.
_ID_LISTS = (get_args(Ids)[0], get_args(NewIds)[0])


def _target(hint: Any) -> str | None:
    extras = getattr(hint, "__metadata__", ())
    return next((extra.name for extra in extras if isinstance(extra, Target)), None)


def _record_in(hint: Any) -> type[Any] | None:
    if isinstance(hint, type) and dataclasses.is_dataclass(hint) and hint.__name__ in NOUNS:
        return hint
    for part in get_args(hint):
        found = _record_in(part)
        if found:
            return found
    return None


def _fields_of(record: type[Any]) -> dict[str, FieldInfo]:
    hints = get_type_hints(record, include_extras=True)
    return {
        field.name: FieldInfo(
            doc=_doc(hints[field.name]),
            required=field.default is dataclasses.MISSING,
            record=_record_in(hints[field.name]),
            target=_target(hints[field.name]),
            is_id_list=get_args(hints[field.name])[0] in _ID_LISTS,
        )
        for field in dataclasses.fields(record)
    }


@cache
def all_fields() -> dict[type[Any], dict[str, FieldInfo]]:
    """The fields of each record class, including nested groups of fields."""
    waiting: list[type[Any]] = [kind.record for kind in KINDS.values()]
    found: dict[type[Any], dict[str, FieldInfo]] = {}
    for record in waiting:
        found[record] = _fields_of(record)
        waiting += [k.record for k in found[record].values() if k.record and k.record not in found]
    return found
