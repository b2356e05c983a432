"""How the house form writes a value: bare, or in double quotation marks."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import WithJsonSchema

from generator.schema import RECORDS, Name
from generator.schema.types import ID_PATTERN
from generator.validate.knowledge import known_fields, records_of

_WORD = r"[A-Za-z0-9_./?=&%+~-]"
_BARE = re.compile(rf"[A-Za-z0-9]{_WORD}*+(?:[ :]{_WORD}++)*+")
_BARE_IN_BRACKETS = re.compile(r"[A-Za-z0-9][A-Za-z0-9_./-]*+(?: [A-Za-z0-9][A-Za-z0-9_./-]*+)*+")
_ONE_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")
_NAME = re.compile(r"[a-z_][a-z0-9_]*")
_TEXT = ("maxLength", 20_000)


def quoted(value: str) -> str:
    """A text in double quotation marks, on one line."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return f'"{escaped}"'


def written(record: type[Any] | None, field: str, value: str, raw: str, *, inside: bool) -> str:
    """A value as it should stand; `raw` is how it stands, `inside` whether within brackets.

    Text goes into double quotation marks (a single word may stay bare), all else stands bare.
    """
    mark = raw[:1]
    if is_text(record, field):
        if mark == '"' or (mark != "'" and _ONE_WORD.fullmatch(value)):
            return raw
        return quoted(value)
    plain = _BARE_IN_BRACKETS if inside else _BARE
    if mark in {'"', "'"} and plain.fullmatch(value) and record is not None:
        return value
    return raw if mark != "'" else quoted(value)


def name(key: str, raw: str) -> str:
    """The name of a field: without quotation marks where it can do without."""
    return key if _NAME.fullmatch(key) else raw


def is_text(record: type[Any] | None, field: str) -> bool:
    """Whether a field holds text that people write, and not an id, a date, a number, a choice."""
    return record is not None and field in _fields(record)[0]


def is_ids(record: type[Any] | None, field: str) -> bool:
    """Whether a field holds a list of ids."""
    return record is not None and field in _fields(record)[1]


def _of_class(name: str) -> type[Any]:
    return next(each for kind in RECORDS for each in records_of(kind) if each.__name__ == name)


def _fields(record: type[Any]) -> tuple[frozenset[str], frozenset[str]]:
    return _sorts(record.__name__)


@cache
def _sorts(record: str) -> tuple[frozenset[str], frozenset[str]]:
    """The fields of text (or whose items may be a text instead of a group), and those of ids."""
    known = _of_class(record)
    names = [key for key, field in known_fields(known).items() if field.record is Name]
    texts = [key for key, hint in _hints(known) if _has(hint, *_TEXT)]
    lists = [(key, hint) for key, hint in _hints(known) if _is_list(hint)]
    ids = [key for key, hint in lists if _has(hint, "pattern", ID_PATTERN)]
    return frozenset((*names, *texts)), frozenset(ids)


def _hints(record: type[Any]) -> list[tuple[str, Any]]:
    return list(get_type_hints(record, include_extras=True).items())


def _is_list(hint: Any) -> bool:
    return get_origin(hint) is tuple or any(_is_list(part) for part in get_args(hint)[:1])


def _has(hint: Any, key: str, value: Any) -> bool:
    """Whether a scalar somewhere in a type has this in its JSON Schema."""
    if get_origin(hint) is Annotated:
        inner, *extras = get_args(hint)
        schemas = (each.json_schema for each in extras if isinstance(each, WithJsonSchema))
        return any((one or {}).get(key) == value for one in schemas) or _has(inner, key, value)
    return any(_has(part, key, value) for part in get_args(hint))
