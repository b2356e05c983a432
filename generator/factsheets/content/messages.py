"""Turn the schema's errors into problems at their lines, in plain words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from itertools import islice
from typing import Any

from pydantic import ValidationError

from factsheets.content.article import Fact
from factsheets.content.authors import several
from factsheets.content.date_guess import guess_date, guess_dates
from factsheets.content.dates import timestamp
from factsheets.content.field_help import (
    NOUNS,
    example_of,
    hint,
    instead_of,
    known_fields,
    meant_field,
    numeral,
    record_at,
    records_of,
    suggestion,
)
from factsheets.content.kinds import Kind
from factsheets.content.text import script_of
from factsheets.content.tree import Map, Path, Seq, Tree, shortened
from factsheets.content.types import (
    ID_LENGTH,
    MOST_DIGITS,
    WITH_TIME,
    is_id,
    is_number,
    is_whole,
)
from factsheets.problems import former_names
from factsheets.problems.problem import Problem

_ADDRESS = re.compile(r"https?://[^\s()\[\]<>\"]+")
_HOST = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_GROUPS = re.compile(r"[+-]?[0-9]{1,3}([ _])[0-9]{3}(?:\1[0-9]{3})*(?:\.[0-9]+)?")
_LOOSE = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_TRUE = frozenset({"yes", "y", "on", "1", "true"})
_FALSE = frozenset({"no", "n", "off", "0", "false"})


def guess_id(written: str) -> str | None:
    """The id that a name, a file name or a path suggests, None if there is none."""
    name = written[:200].strip().removesuffix(".yaml").rpartition("/")[2]
    plain = "".join(
        sign
        for sign in unicodedata.normalize("NFKD", name.lower())
        if not unicodedata.combining(sign)
    )
    slug = re.sub(r"[\W_]+", "-", plain).strip("-")
    return slug if slug.isascii() and 0 < len(slug) <= ID_LENGTH else None


def _guess_ids(written: str) -> tuple[str, ...]:
    """The ids in a text that lists several, between commas, semicolons or quotes; else none."""
    parts = [part.strip(" \"'[]") for part in re.split(r"[,;\"'|]+| and ", written[:500])]
    ids = tuple(part for part in parts if part)
    return ids if len(ids) > 1 and all(map(is_id, ids)) else ()


def _lookalike_letter(written: str) -> str | None:
    """A letter in an id that only looks like one of a to z."""
    for sign in written:
        if not sign.isascii() and sign.isalpha():
            script = script_of(sign)
            return f'The letter "{sign}" is {script}' if script != "Latin" else None
    return None


def guess_number(written: str) -> str | None:
    """Convert a number in another form to the accepted form; None if it is ambiguous."""
    text = _in_ascii(written[:100].strip())
    if _GROUPS.fullmatch(text):
        text = re.sub("[ _]", "", text)
    elif not _LOOSE.fullmatch(text):
        return None
    number = format(Decimal(text), "f").removesuffix(".") if _exponent(text) <= MOST_DIGITS else ""
    number = number.removeprefix("-") if not number.strip("-0.") else number
    return number if is_number(number) else None


def _in_ascii(text: str) -> str:
    digits = (str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
    return "".join(digits).replace("\u2212", "-")


def _exponent(text: str) -> int:
    _, letter, exponent = text.lower().partition("e")
    return abs(int(exponent)) if letter else 0


def _guess_numeral(written: str) -> str | None:
    """The number in `¶2`, `paragraph 2` or `second`, else what `guess_number` finds."""
    if word := _NUMERAL.fullmatch(written[:100].strip().lower()):
        return word[1] or word[2]
    return numeral(written.strip().lower()) or guess_number(written)


_NUMERAL = re.compile(
    r"(?:¶|§|#|no\.|p\.?|pp\.|para\.?|par\.|paragraph|page) ?([1-9]\d*)\.?|([1-9]\d*)\."
)


def _guess_url(written: str) -> str | None:
    """The web address in a text: in a Markdown link, or without https://."""
    text = written[:2000].strip()
    inside = _ADDRESS.search(text)
    if inside:
        rest = text[inside.end() :]
        # A word after the address may be the rest of it, cut off by a space.
        return inside[0] if inside[0] != text and not re.search(r"\w", rest) else None
    return f"https://{text}" if _HOST.fullmatch(text) else None


def _guess_truth(written: str) -> str | None:
    """Convert other words for true and false."""
    word = written.strip().lower()
    return "true" if word in _TRUE else "false" if word in _FALSE else None


_UNKNOWN = "unexpected_keyword_argument"  # the words of Pydantic
_MOST = 100  # per file; a hostile one could have many thousands


def schema_problems(kind: Kind, tree: Tree, fault: ValidationError) -> list[Problem]:
    """A problem for each field that does not match the schema, the first cause only."""
    if misplaced := _without_its_article(kind, tree):
        return [misplaced]
    found = list(islice(fault.errors(include_url=False), _MOST))
    mistyped = {
        (*path[:-1], meant)
        for path in (error["loc"] for error in found if error["type"] == _UNKNOWN)
        if (meant := _meant(kind, tree, path))
    }
    return [_problem(kind, tree, error) for error in found if error["loc"] not in mistyped]


def _without_its_article(kind: Kind, tree: Tree) -> Problem | None:
    """One problem for a file that has a fact's fields where the article's belong."""
    names = set(tree.root)
    if kind != "article" or not {"id", "statement"} <= names <= known_fields(Fact).keys():
        return None
    return Problem(
        "wrong-shape",
        "These are the fields of a fact, but a file begins with the fields of its article.",
        tree.first_key_place(()),
        "Begin with publisher, url, published and language. Put these fields below facts:, the "
        "first after a hyphen and the others indented to match. facts new article creates a "
        "template.",
    )


def _meant(kind: Kind, tree: Tree, path: Path) -> str | None:
    record = record_at(kind, path[:-1])
    if entry := former_names.field(record, str(path[-1])):
        return entry.get("now")
    group = tree.at(path[:-1])
    used = group if isinstance(group, Map) else ()
    return meant_field(record, str(path[-1]), used) if record else None


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
        advice = _better_advice(kind, tree, error, context)
        return Problem(error["type"], context["text"], tree.place(path), advice)
    if error["type"] == "tuple_type":
        return _no_list(kind, tree, path)
    return _no_fields(kind, tree, path)


def _better_advice(kind: Kind, tree: Tree, error: Any, context: Any) -> str:
    """The schema's advice, preceded by what was probably meant."""
    path, code = error["loc"], error["type"]
    advice: str = context["help"]
    written = tree.at(path)
    if code == "wrong-shape" and isinstance(written, Map):
        return "If this is a text with a colon in it, put it in double quotes."
    if code == "wrong-shape" and (one := _only_text(written)):
        return f"Write: {_field(path)}: {one}"
    meant = None
    if "given" in context:
        return _other_choice(record_at(kind, _group(path)), _field(path), error)
    if isinstance(written, str):
        if code == "bad-id":
            return _about_id(tree, path, written, advice)
        if code == "bad-date" and len(dates := guess_dates(written)) > 1:
            return f"Is it {dates[0]} (the day first) or {dates[1]} (the month first)? {advice}"
        meant = _guess(code, written, advice)
        if meant == written or (meant and not _fits(error, meant)):
            meant = None
    more = "" if meant or "reviewed" in path else hint(_field(path), code)
    if code == "bad-number" and isinstance(written, str) and len(_NUMBER.findall(written)) < 2:
        more = ""
    return " ".join(filter(None, (f"Did you mean {meant}?" if meant else "", advice, more)))


def _other_choice(record: type[Any] | None, field: str, error: Any) -> str:
    """Advice for a word that is no choice of its field."""
    given, advice = error["ctx"]["given"], error["ctx"]["help"]
    if new := former_names.new_value(record, field, given):
        return f"Change to: {field}: {new}"
    if other := instead_of(record, field, given):
        return f"{other} {advice}"
    if meant := suggestion(given, error["ctx"]["allowed"]):
        return f"Did you mean {meant}? {advice}"
    return f"{advice} {hint(field, error['type'])}".rstrip()


def _guess(code: str, written: str, advice: str) -> str | None:
    """What was probably meant; a date without its time where the field takes none."""
    meant = _MEANT[code](written) if code in _MEANT else None
    has_time = code != "bad-date" or WITH_TIME in advice
    return meant if has_time or not meant else meant.partition("T")[0]


def _only_text(node: Any) -> str | None:
    """The only text of a list, if it is short enough to show."""
    one = node[0] if isinstance(node, Seq) and len(node) == 1 else None
    return one if isinstance(one, str) and one.isprintable() and len(one) <= _SHOWN else None


def _fits(error: Any, meant: str) -> bool:
    """Whether a date is as precise as its field requires, and a number whole if it must be."""
    message = error["ctx"]["text"]
    if error["type"] == "bad-date":
        return "full date" not in message or timestamp(meant) is not None
    return "whole number" not in message or is_whole(meant)


def _about_id(tree: Tree, path: Path, written: str, advice: str) -> str:
    """Advice for a wrong id: several ids, a name, a letter of another script."""
    names = _guess_ids(written) or tuple(filter(None, map(guess_id, several(written))))
    if len(names) > 1:
        listed = ", ".join(names)
        if not isinstance(path[-1], int):
            return f"This field takes one id. If you mean several ({listed}), make a fact for each."
        if isinstance(tree.at(path[:-1]), Seq):
            return f"Are these several ids? Separate them with commas, without marks: {listed}"
        more = hint(_field(path), "bad-id")
        return f"Are these several ids? Write: {path[-2]}: [{listed}]\n{more}".rstrip()
    if slug := guess_id(written):
        return f"Is {slug} meant? {advice} {hint(_field(path), 'unnamed')}".rstrip()
    if odd := _lookalike_letter(written):
        return f"{odd}. {advice}"
    return advice


def _field(path: Path) -> str:
    """The name of the field that a value belongs to."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


_SHOWN = 80
_NUMBER = re.compile(r"\d+")
_MEANT: dict[str, Callable[[str], str | None]] = {
    "bad-date": guess_date,
    "bad-number": _guess_numeral,
    "bad-url": _guess_url,
    "bad-choice": _guess_truth,
}


def _empty(kind: Kind, tree: Tree, path: Path) -> Problem:
    place = tree.place(path)
    if isinstance(path[-1], int) and isinstance(tree.at(path[:-1]), Seq):
        message, advice = "This list item is empty.", "Write its text, or delete it."
        return Problem("empty-value", message, place, advice)
    name, record = _field(path), record_at(kind, _group(path))
    known = known_fields(record).get(name) if record else None
    if known and known.required:
        advice = f"It is required. Write, for example: {example_of(record, name)}"
    else:
        advice = "Write the text after the colon, or delete the whole line."
    return Problem("empty-value", "This field has no value.", place, advice)


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
    if entry := former_names.field(record_at(kind, path[:-1]), name):
        message, advice = former_names.field_message(name, entry), former_names.field_help(entry)
        return Problem("old-field", message, tree.key_place(path), advice)
    return Problem(
        "unknown-field",
        f'There is no field "{shortened(name)}" here.',
        tree.key_place(path),
        _advice(kind, tree, path),
    )


def _advice(kind: Kind, tree: Tree, path: Path) -> str:
    meant = _meant(kind, tree, path)
    if meant:
        return f"Did you mean {meant}?"
    homes = [record for record in records_of(kind) if path[-1] in known_fields(record)]
    if homes:
        nouns = " or ".join(NOUNS[home.__name__] for home in homes)
        return f"It is a field of {nouns}: move it there, at that group's indentation."
    record = record_at(kind, path[:-1])
    names = ", ".join(known_fields(record) if record else ())
    return f"Delete the line, or use one of these fields: {names}."


def _no_fields(kind: Kind, tree: Tree, path: Path) -> Problem:
    record = record_at(kind, path)
    whose, names = "this", ""
    if record:
        whose, names = NOUNS[record.__name__], ", ".join(known_fields(record))
    return Problem(
        "wrong-shape",
        f"This should be the fields of {whose}, not {_written(tree, path)}.",
        tree.place(path),
        hint(_field(path), "wrong-shape")
        or f"Write each field on its own line, with its name first. The fields are: {names}.",
    )


def _no_list(kind: Kind, tree: Tree, path: Path) -> Problem:
    advice = "Begin each item with a hyphen and a space, on its own line below the field."
    node = tree.at(path)
    place, first = tree.place(path), tree.first_key_place(path)
    in_lines = (place.line, place.column) == (first.line, first.column)  # not in braces
    record = record_at(kind, path)
    item = isinstance(node, Map) and record and node.keys() <= known_fields(record).keys()
    if isinstance(node, Map) and node and item and in_lines:
        advice = (
            f"Put a hyphen and a space before {next(iter(node))}:, and two spaces before the "
            "other fields of the item."
        )
    return Problem(
        "wrong-shape",
        f"This should be a list, not {_written(tree, path)}.",
        tree.place(path),
        advice,
    )


def _written(tree: Tree, path: Path) -> str:
    return {Map: "a group of fields", Seq: "a list"}.get(type(tree.at(path)), "a text")
