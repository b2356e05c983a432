"""A complaint of the schema as a problem at its line, in words for people."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice
from typing import Any

from pydantic import ValidationError

from generator.problem import Problem
from generator.schema import Fact, Kind
from generator.schema.dates import day
from generator.schema.numbers import is_whole
from generator.source import Map, Path, Seq, Tree
from generator.validate.knowledge import (
    NOUNS,
    alike,
    example_of,
    hint,
    known_fields,
    record_at,
    records_of,
)
from generator.validate.suggestions import (
    meant_address,
    meant_date,
    meant_id,
    meant_ids,
    meant_number,
    meant_truth,
    strange_letter,
)

_UNKNOWN = "unexpected_keyword_argument"  # the words of pydantic
_MOST = 100  # problems of one file; hostile ones could have many thousands


def complaints(kind: Kind, tree: Tree, fault: ValidationError) -> list[Problem]:
    """A problem for each field that is not as the schema wants it, the first cause only."""
    if alone := _without_its_article(kind, tree):
        return [alone]
    found = list(islice(fault.errors(include_url=False), _MOST))
    mistyped = {
        (*path[:-1], meant)
        for path in (error["loc"] for error in found if error["type"] == _UNKNOWN)
        if (meant := _meant(kind, path))
    }
    return [_problem(kind, tree, error) for error in found if error["loc"] not in mistyped]


def _without_its_article(kind: Kind, tree: Tree) -> Problem | None:
    """The one thing that is wrong with the fields of a fact at the place of its article's."""
    names = set(tree.root)
    if kind != "article" or not {"id", "statement"} <= names <= known_fields(Fact).keys():
        return None
    return Problem(
        "wrong-shape",
        "Here stand the fields of a fact; a file begins with those of its article.",
        tree.first_key_place(()),
        "Begin with publisher, url, published and language. Put these fields below facts:, the "
        "first behind a hyphen, the others as far to the right: facts new article makes the form.",
    )


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
        return _empty(kind, tree, path)
    context = error.get("ctx", {})
    if "text" in context:
        advice = _better_advice(tree, error, context)
        return Problem(error["type"], context["text"], tree.place(path), advice)
    if error["type"] == "tuple_type":
        return _no_list(kind, tree, path)
    return _no_fields(kind, tree, path)


def _better_advice(tree: Tree, error: Any, context: Any) -> str:
    """The schema's advice, with what was probably meant in front of it."""
    path, code = error["loc"], error["type"]
    advice: str = context["help"]
    written = tree.at(path)
    if code == "wrong-shape" and isinstance(written, Map):
        return "If this is a text with a colon in it, put it in double quotes."
    if code == "wrong-shape" and (one := _only_text(written)):
        return f"Write: {_field(path)}: {one}"
    meant = None
    if "given" in context:
        meant = alike(context["given"], context["allowed"])
    elif isinstance(written, str):
        if code == "bad-id":
            return _about_id(tree, path, written, advice)
        meant = _MEANT[code](written) if code in _MEANT else None
        if meant == written or (meant and not _fits(error, meant)):
            meant = None
    more = "" if meant or "reviewed" in path else hint(_field(path), code)
    if code == "bad-number" and isinstance(written, str) and len(_NUMBER.findall(written)) < 2:
        more = ""
    return " ".join(filter(None, (f"Did you mean {meant}?" if meant else "", advice, more)))


def _only_text(node: Any) -> str | None:
    """The text of a list that has nothing else, if it can be shown to be copied."""
    one = node[0] if isinstance(node, Seq) and len(node) == 1 else None
    return one if isinstance(one, str) and one.isprintable() and len(one) <= _SHOWN else None


def _fits(error: Any, meant: str) -> bool:
    """Whether a date is as precise as its field wants it, and a number whole where it must be."""
    message = error["ctx"]["text"]
    if error["type"] == "bad-date":
        return "a day" not in message or day(meant) is not None
    return "whole number" not in message or is_whole(meant)


def _about_id(tree: Tree, path: Path, written: str, advice: str) -> str:
    """What stands where an id belongs: several ids, a name, a letter of another script."""
    if several := meant_ids(written):
        listed = ", ".join(several)
        if not isinstance(path[-1], int):
            return f"Here stands one id. Should it be several ({listed}): make a fact of each."
        if isinstance(tree.at(path[:-1]), Seq):
            return f"Are these several ids? Put commas between them, and no marks: {listed}"
        return f"Are these several ids? Write: {path[-2]}: [{listed}]"
    if slug := meant_id(written):
        return f"Is {slug} meant? {advice}"
    if odd := strange_letter(written):
        return f"{odd}. {advice}"
    return advice


def _field(path: Path) -> str:
    """The name of the field that a value belongs to."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


_SHOWN = 80
_NUMBER = re.compile(r"\d+")
_MEANT: dict[str, Callable[[str], str | None]] = {
    "bad-date": meant_date,
    "bad-number": meant_number,
    "bad-url": meant_address,
    "bad-choice": meant_truth,
}


def _empty(kind: Kind, tree: Tree, path: Path) -> Problem:
    place = tree.place(path)
    if isinstance(path[-1], int) and isinstance(tree.at(path[:-1]), Seq):
        message, advice = "This item of the list is empty.", "Write its text, or take it out."
        return Problem("empty-value", message, place, advice)
    name, record = _field(path), record_at(kind, _group(path))
    known = known_fields(record).get(name) if record else None
    if known and known.required:
        advice = f"It cannot be left out. Write, for example: {example_of(record, name)}"
    else:
        advice = "Write the text behind the colon, or take the whole line out."
    return Problem("empty-value", "There is nothing behind this field.", place, advice)


def _group(path: Path) -> Path:
    """The path of the group that a value's field belongs to."""
    at = max((number for number, step in enumerate(path) if isinstance(step, str)), default=0)
    return path[:at]


def _missing(kind: Kind, tree: Tree, path: Path) -> Problem:
    name = str(path[-1])
    record = record_at(kind, path[:-1])
    whose = NOUNS[record.__name__] if record else "this"
    doc = known_fields(record)[name].doc if record else ""
    return Problem(
        "missing-field",
        f'The field "{name}" is missing; {whose} needs it.',
        tree.first_key_place(path[:-1]),
        f"Add a line, for example: {example_of(record, name)}\n({doc})",
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
    names = ", ".join(known_fields(record) if record else ())
    return f"Take the line out, or use a field that may stand here: {names}."


def _no_fields(kind: Kind, tree: Tree, path: Path) -> Problem:
    record = record_at(kind, path)
    whose, names = "this", ""
    if record:
        whose, names = NOUNS[record.__name__], ", ".join(known_fields(record))
    return Problem(
        "wrong-shape",
        f"Here should stand the fields of {whose}, not {_written(tree, path)}.",
        tree.place(path),
        hint(_field(path), "wrong-shape")
        or f"Write each in a line of its own, its name in front. There are: {names}.",
    )


def _no_list(kind: Kind, tree: Tree, path: Path) -> Problem:
    advice = "Begin each item with a hyphen and a space, in a line of its own below the field."
    node = tree.at(path)
    place, first = tree.place(path), tree.first_key_place(path)
    in_lines = (place.line, place.column) == (first.line, first.column)  # not in braces
    record = record_at(kind, path)
    item = isinstance(node, Map) and record and node.keys() <= known_fields(record).keys()
    if isinstance(node, Map) and node and item and in_lines:
        advice = (
            f"Put a hyphen and a space in front of {next(iter(node))}:, and two spaces in front of "
            "the fields that belong to it."
        )
    return Problem(
        "wrong-shape",
        f"Here should stand a list, not {_written(tree, path)}.",
        tree.place(path),
        advice,
    )


def _written(tree: Tree, path: Path) -> str:
    return {Map: "a group of fields", Seq: "a list"}.get(type(tree.at(path)), "a text")
