"""A complaint of the schema as a problem at its line, in words for people."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import Any

from pydantic import ValidationError

from generator.problem import Place, Problem
from generator.schema import Kind
from generator.schema.types import ID_LENGTH
from generator.source import Map, Path, Seq, Tree
from generator.validate.knowledge import (
    EXAMPLES,
    NOUNS,
    alike,
    known_fields,
    record_at,
    records_of,
)

_UNKNOWN = "unexpected_keyword_argument"  # the words of pydantic
_MOST = 100  # problems of one file; hostile ones could have many thousands


def complaints(kind: Kind, tree: Tree, fault: ValidationError) -> list[Problem]:
    """A problem for each field that is not as the schema wants it, the first cause only."""
    found = list(islice(fault.errors(include_url=False), _MOST))
    mistyped = {
        (*path[:-1], meant)
        for path in (error["loc"] for error in found if error["type"] == _UNKNOWN)
        if (meant := _meant(kind, path))
    }
    return [_problem(kind, tree, error) for error in found if error["loc"] not in mistyped]


def _meant(kind: Kind, path: Path) -> str | None:
    record = record_at(kind, path[:-1])
    return alike(str(path[-1]), tuple(known_fields(record))) if record else None


def _problem(kind: Kind, tree: Tree, error: Any) -> Problem:
    path: Path = error["loc"]
    if error["type"] == "missing":
        return _missing(kind, tree, path)
    if error["type"] == _UNKNOWN:
        return _unknown(kind, tree, path)
    if tree.at(path) == "":
        return _empty(tree.place(path))
    context = error.get("ctx", {})
    if "text" in context:
        advice = context["help"]
        if error["type"] == "wrong-shape" and isinstance(tree.at(path), Map):
            advice = "If this is a text with a colon in it, put it in double quotes."
        if error["type"] == "bad-id" and (slug := _as_id(tree.at(path))):
            advice = f"Is {slug} meant? {advice}"
        if "given" in context and (meant := alike(context["given"], context["allowed"])):
            advice = f"Did you mean {meant}? {advice}"
        return Problem(error["type"], context["text"], tree.place(path), advice)
    if error["type"] == "tuple_type":
        return _no_list(tree, path)
    return _no_fields(kind, tree, path)


def _as_id(written: Any) -> str | None:
    """What somebody meant who wrote a name where an id belongs, None where that is no id."""
    if not isinstance(written, str):
        return None
    plain = "".join(
        sign
        for sign in unicodedata.normalize("NFKD", written[:200].lower())
        if not unicodedata.combining(sign)
    )
    slug = re.sub(r"[\W_]+", "-", plain).strip("-")
    return slug if slug.isascii() and 0 < len(slug) <= ID_LENGTH else None


def _empty(place: Place) -> Problem:
    return Problem(
        "empty-value",
        "There is nothing behind this field.",
        place,
        "Write the text behind the colon, or take the whole line out.",
    )


def _missing(kind: Kind, tree: Tree, path: Path) -> Problem:
    name = str(path[-1])
    record = record_at(kind, path[:-1])
    whose = NOUNS[record.__name__] if record else "this"
    doc = known_fields(record)[name].doc if record else ""
    return Problem(
        "missing-field",
        f'The field "{name}" is missing; {whose} needs it.',
        tree.first_key_place(path[:-1]),
        f"Add a line, for example: {EXAMPLES[name]}\n({doc})",
    )


def _unknown(kind: Kind, tree: Tree, path: Path) -> Problem:
    name = str(path[-1])
    shown = name if len(name) <= 60 else name[:59] + "…"
    return Problem(
        "unknown-field",
        f'There is no field "{shown}" here.',
        tree.key_place(path),
        _advice(kind, path),
    )


def _advice(kind: Kind, path: Path) -> str:
    meant = _meant(kind, path)
    if meant:
        return f"Did you mean {meant}?"
    homes = [record for record in records_of(kind) if path[-1] in known_fields(record)]
    if homes:
        nouns = " or ".join(NOUNS[home.__name__] for home in homes)
        return f"It is a field of {nouns}: move it there, at that group's indentation."
    record = record_at(kind, path[:-1])
    return f"Fields that may stand here: {', '.join(known_fields(record) if record else ())}."


def _no_fields(kind: Kind, tree: Tree, path: Path) -> Problem:
    record = record_at(kind, path)
    whose, names = "this", ""
    if record:
        whose, names = NOUNS[record.__name__], ", ".join(known_fields(record))
    return Problem(
        "wrong-shape",
        f"Here should stand the fields of {whose}, not {_written(tree, path)}.",
        tree.place(path),
        f"Write each in a line of its own, its name in front. There are: {names}.",
    )


def _no_list(tree: Tree, path: Path) -> Problem:
    return Problem(
        "wrong-shape",
        f"Here should stand a list, not {_written(tree, path)}.",
        tree.place(path),
        "Begin each item with a hyphen and a space, in a line of its own below the field.",
    )


def _written(tree: Tree, path: Path) -> str:
    return {Map: "a group of fields", Seq: "a list"}.get(type(tree.at(path)), "a text")
