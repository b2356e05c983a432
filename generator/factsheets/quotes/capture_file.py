"""The file format of captures: JSON with one line per paragraph."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable
from operator import itemgetter
from typing import Any

from factsheets.quotes.capture import (
    BYTES,
    RUN,
    Capture,
    Paragraph,
    Range,
    SkippedParagraph,
    Spoken,
)
from factsheets.quotes.tokens import FORMS

LIMIT = 16 * 1024 * 1024  # characters per file; the capture of a million words has fewer
_MOST_EARLIER = 100
_KEYS = ("sha256", "published", "captured", "paragraphs")
_LAST_NAMES = ("labels", "named")
_NAMES = ("turns", "carried", "reported", "full_names")
_NEEDS_TURNS = {"carried", "own", "reported", "full_names"}
_PLACES = {
    "page": re.compile(r"(?:[0-9]{1,6}|[ivxlcdmIVXLCDM]{1,8})(?:-[0-9ivxlcdmIVXLCDM]{1,8})?"),
    "time": re.compile(r"\d{2,3}:[0-5]\d:[0-5]\d", re.ASCII),
}
_SKIPPED_KINDS = ("headline", "byline", "junk")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SHINGLES = re.compile(r"(?:[0-9a-f]{8} )*")
_NAME_HASH = re.compile(r"[0-9a-f]{8}")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def dumps(capture: Capture) -> str:
    """The capture as JSON: deterministic, and a changed paragraph is a changed line."""
    earlier = ",\n".join(_earlier(one, capture.form) for one in capture.earlier)
    last = f',\n"earlier": [\n{earlier}\n]' if earlier else ""
    return f'{{\n"version": {capture.form},\n{_body(capture)}{last}\n}}\n'


def _earlier(one: Capture, form: int) -> str:
    """An earlier capture; its form only if it differs."""
    version = "" if one.form == form else f'"version": {one.form},\n'
    return f"{{\n{version}{_body(one)}\n}}"


def _body(capture: Capture) -> str:
    lines = ",\n".join(_lines(capture))
    published = json.dumps(capture.published and capture.published.isoformat())
    language = f'"language": {json.dumps(capture.language)},\n' if capture.form > 1 else ""
    return (
        f'"sha256": "{capture.sha256}",\n'
        f'"published": {published},\n'
        f'"captured": "{capture.captured.isoformat()}",\n'
        f"{language}"
        f'"paragraphs": [\n{lines}\n]'
    )


def _lines(capture: Capture) -> list[str]:
    """The paragraphs and the skipped ones, in the order of the text."""
    lines = [((number, 0), _line(each)) for number, each in enumerate(capture.paragraphs, 1)]
    lines += [((each.above, 1), _line(each.paragraph, each.kind)) for each in capture.skipped]
    return [line for _, line in sorted(lines, key=itemgetter(0))]


def _line(paragraph: Paragraph, skipped: str = "") -> str:
    row: dict[str, Any] = {"tokens": paragraph.tokens, "marks": paragraph.marks}
    if skipped:
        row["skipped"] = skipped
    row |= {key: found for key in (*_PLACES, "unclear") if (found := getattr(paragraph, key))}
    for key in (*_LAST_NAMES, *_NAMES):
        ranges = getattr(paragraph, key)
        if ranges or (key == "turns" and ranges is not None):
            row[key] = [{"range": each, "speaker": name or None} for each, name in ranges]
    if paragraph.own:
        row["own"] = paragraph.own
    row["shingles"] = paragraph.shingles.hex(" ", BYTES).split()
    return json.dumps(row, separators=(",", ":"))


class _NotACaptureError(ValueError):
    """The text is not a capture."""


def loads(text: str) -> Capture | None:
    """The capture in a JSON text, None if `dumps` did not write it. Never raises.

    Refuses unknown, missing and duplicate keys, ranges out of order, and a number of hashes that
    does not match the number of tokens.
    """
    if len(text) > LIMIT:
        return None
    try:
        data = json.loads(text, object_pairs_hook=_without_duplicates)
        _need(isinstance(data, dict))
        form = _form(data)
        earlier = data.pop("earlier", [])
        _need(isinstance(earlier, list) and len(earlier) <= _MOST_EARLIER)
        return _capture(data, form, tuple(_load_earlier(one, form) for one in earlier))
    except (ValueError, RecursionError):
        return None


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    _need(len(dict(pairs)) == len(pairs))
    return dict(pairs)


def _need(condition: bool) -> None:
    if not condition:
        raise _NotACaptureError


def _form(data: dict[str, Any]) -> int:
    form = data.pop("version", None)
    _need(type(form) is int and form in FORMS)
    return int(form)


def _load_earlier(data: Any, form: int) -> Capture:
    _need(isinstance(data, dict))
    return _capture(data, _form(data) if "version" in data else form)


def _capture(data: dict[str, Any], form: int, earlier: tuple[Capture, ...] = ()) -> Capture:
    language = data.pop("language", None) if form > 1 else None
    _need(language is None or (isinstance(language, str) and bool(_LANGUAGE.fullmatch(language))))
    _need(sorted(data) == sorted(_KEYS))
    digest, published, rows = data["sha256"], data["published"], data["paragraphs"]
    _need(isinstance(digest, str) and _SHA256.fullmatch(digest) is not None)
    _need(isinstance(rows, list) and all(isinstance(row, dict) for row in rows))
    paragraphs: list[Paragraph] = []
    skipped: list[SkippedParagraph] = []
    for row in rows:
        kind = row.pop("skipped", None) if form > 1 else None
        paragraph = _paragraph(row, form)
        if kind is None:
            paragraphs.append(paragraph)
        else:
            _need(kind in _SKIPPED_KINDS)
            skipped.append(SkippedParagraph(len(paragraphs), kind, paragraph))
    return Capture(
        digest,
        None if published is None else _date(published),
        _date(data["captured"]),
        tuple(paragraphs),
        earlier,
        form,
        language,
        tuple(skipped),
    )


def _date(value: Any) -> datetime.date:
    _need(isinstance(value, str) and _DATE.fullmatch(value) is not None)
    return datetime.date.fromisoformat(value)


def _paragraph(row: dict[str, Any], form: int) -> Paragraph:
    count, hashes = row.pop("tokens", None), row.pop("shingles", None)
    _need(type(count) is int and 0 <= count <= LIMIT)
    _need(isinstance(hashes, list) and len(hashes) == max(count - RUN + 1, 0))
    _need(all(isinstance(one, str) for one in hashes))
    joined = " ".join([*hashes, ""])
    _need(len(joined) == len(hashes) * (2 * BYTES + 1) and _SHINGLES.fullmatch(joined) is not None)
    known = _READERS.keys() if form > 1 else {"marks"}
    if form > 1 and row.get("turns") is None:
        row.pop("turns", None)
        known -= _NEEDS_TURNS
    _need("marks" in row and row.keys() <= known)
    fields = {key: _READERS[key](value, count) for key, value in row.items()}
    return Paragraph(tokens=count, shingles=bytes.fromhex(joined), **fields)


def _ranges(given: Any, count: int) -> tuple[Range, ...]:
    """Ranges of tokens in order, without overlap."""
    _need(isinstance(given, list))
    ranges = []
    last = 0
    for each in given:
        _need(isinstance(each, list) and list(map(type, each)) == [int, int])
        start, end = each
        _need(last <= start < end <= count)
        ranges.append((start, end))
        last = end
    return tuple(ranges)


def _names(given: Any, count: int) -> Spoken:
    """Ranges with the hashes of a name's words, null for none."""
    _need(isinstance(given, list) and all(isinstance(each, dict) for each in given))
    _need(all(sorted(each) == ["range", "speaker"] for each in given))
    names = [each["speaker"] for each in given]
    _need(all(name is None or (isinstance(name, list) and name) for name in names))
    hashes = [word for name in names for word in name or ()]
    _need(all(isinstance(word, str) and _NAME_HASH.fullmatch(word) for word in hashes))
    ranges = _ranges([each["range"] for each in given], count)
    return tuple(zip(ranges, (tuple(name or ()) for name in names), strict=True))


def _last_names(given: Any, count: int) -> tuple[tuple[Range, str], ...]:
    """Ranges with the hash of a last name, null for none."""
    _need(isinstance(given, list))
    _need(all(isinstance(each, dict) and "speaker" in each for each in given))
    several = [{**each, "speaker": each["speaker"] and [each["speaker"]]} for each in given]
    return tuple((each, "".join(name)) for each, name in _names(several, count))


def _place(form: re.Pattern[str]) -> Callable[[Any, int], str]:
    def read(given: Any, _count: int) -> str:
        _need(isinstance(given, str) and form.fullmatch(given) is not None)
        return str(given)

    return read


_READERS: dict[str, Callable[[Any, int], Any]] = {
    **dict.fromkeys(("marks", "unclear", "own"), _ranges),
    **dict.fromkeys(_LAST_NAMES, _last_names),
    **dict.fromkeys(_NAMES, _names),
    **{key: _place(form) for key, form in _PLACES.items()},
}
"""For each field of a paragraph, what reads its value; it gets the number of tokens, too."""
