"""Captures as JSON text, one line a paragraph, and back."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from factsheets.quotes.capture import BYTES, RUN, Capture, Paragraph, Range, SkippedParagraph
from factsheets.quotes.evidence import Finding
from factsheets.quotes.tokens import FORMS

Findings = Mapping[tuple[str, int], Finding]
"""What was found, by fact id and number of the evidence: 0 is the fact's own."""

LIMIT = 16 * 1024 * 1024  # characters of a capture file; an article of a million words has fewer
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SHINGLES = re.compile(r"(?:[0-9a-f]{8} )*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_BODY_KEYS = ("sha256", "published", "captured", "paragraphs")
_MOST_EARLIER = 100
_PARAGRAPH_KEYS = ("tokens", "marks", "shingles")
_SKIPPED = ("headline", "byline", "junk")
_NAMED_KEYS = ("labels", "named")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_NAME_HASH = re.compile(r"[0-9a-f]{8}")


class _NotOneError(ValueError):
    """The text is not a capture."""


def dumps(capture: Capture) -> str:
    """The capture as JSON: always the same bytes, and a changed paragraph is a changed line."""
    earlier = ",\n".join(_earlier(one, capture.form) for one in capture.earlier)
    behind = f',\n"earlier": [\n{earlier}\n]' if earlier else ""
    return f'{{\n"version": {capture.form},\n{_body(capture)}{behind}\n}}\n'


def _earlier(one: Capture, form: int) -> str:
    """An earlier capture; its form only where it differs."""
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


def _lines(capture: Capture) -> Iterator[str]:
    """The paragraphs in the order of the text, with those that have no number among them."""
    waiting = list(capture.skipped)
    for number, paragraph in enumerate([*capture.paragraphs, None]):
        while waiting and waiting[0].behind == number:
            each = waiting.pop(0)
            yield _line(each.paragraph, each.kind)
        if paragraph:
            yield _line(paragraph)


def _line(paragraph: Paragraph, skipped: str = "") -> str:
    row: dict[str, Any] = {"tokens": paragraph.tokens, "marks": paragraph.marks}
    if skipped:
        row["skipped"] = skipped
    if paragraph.unclear:
        row["unclear"] = paragraph.unclear
    for key in _NAMED_KEYS:
        if ranges := getattr(paragraph, key):
            row[key] = [{"range": each, "speaker": name or None} for each, name in ranges]
    row["shingles"] = paragraph.shingles.hex(" ", BYTES).split()
    return json.dumps(row, separators=(",", ":"))


def loads(text: str) -> Capture | None:
    """The capture that a JSON text holds, None if it is none that this version wrote or reads.

    Never raises. Unknown, missing and doubled keys, ranges out of order and a number of hashes
    that does not fit the number of tokens are all refused.
    """
    if len(text) > LIMIT:
        return None
    try:
        data = json.loads(text, object_pairs_hook=_without_doubles)
        return _capture(data)
    except (ValueError, RecursionError):
        return None


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) != len(pairs):
        raise _NotOneError
    return dict(pairs)


def _need(condition: bool) -> None:
    if not condition:
        raise _NotOneError


def _capture(data: Any) -> Capture:
    _need(isinstance(data, dict))
    form = _form(data)
    earlier = data.pop("earlier", [])
    _need(isinstance(earlier, list) and len(earlier) <= _MOST_EARLIER)
    return _of_body(data, form, tuple(_of_earlier(one, form) for one in earlier))


def _of_earlier(data: Any, form: int) -> Capture:
    _need(isinstance(data, dict))
    return _of_body(data, _form(data) if "version" in data else form)


def _form(data: dict[str, Any]) -> int:
    form = data.pop("version", None)
    _need(type(form) is int and form in FORMS)
    return int(form)


def _of_body(data: dict[str, Any], form: int, earlier: tuple[Capture, ...] = ()) -> Capture:
    language = data.pop("language", None) if form > 1 else None
    _need(language is None or (isinstance(language, str) and bool(_LANGUAGE.fullmatch(language))))
    _need(sorted(data) == sorted(_BODY_KEYS))
    digest, published, rows = data["sha256"], data["published"], data["paragraphs"]
    _need(isinstance(digest, str) and _SHA256.fullmatch(digest) is not None)
    _need(isinstance(rows, list) and all(isinstance(row, dict) for row in rows))
    counted: list[Paragraph] = []
    skipped: list[SkippedParagraph] = []
    for row in rows:
        kind = row.pop("skipped", None) if form > 1 else None
        one = _paragraph(row, form)
        if kind is None:
            counted.append(one)
        else:
            _need(kind in _SKIPPED)
            skipped.append(SkippedParagraph(len(counted), kind, one))
    return Capture(
        digest,
        None if published is None else _date(published),
        _date(data["captured"]),
        tuple(counted),
        earlier,
        form,
        language,
        tuple(skipped),
    )


def _date(value: Any) -> datetime.date:
    _need(isinstance(value, str) and _DATE.fullmatch(value) is not None)
    return datetime.date.fromisoformat(value)


def _paragraph(row: Any, form: int) -> Paragraph:
    _need(isinstance(row, dict))
    more = {key: row.pop(key, []) for key in ("unclear", *_NAMED_KEYS)} if form > 1 else {}
    _need(sorted(row) == sorted(_PARAGRAPH_KEYS))
    count, hashes = row["tokens"], row["shingles"]
    _need(type(count) is int and 0 <= count <= LIMIT)
    _need(isinstance(hashes, list) and len(hashes) == max(count - RUN + 1, 0))
    _need(set(map(type, hashes)) <= {str})
    joined = " ".join([*hashes, ""])  # one look at all of them: captures are many
    _need(len(joined) == len(hashes) * (2 * BYTES + 1) and _SHINGLES.fullmatch(joined) is not None)
    return Paragraph(
        count,
        _ranges(row["marks"], count),
        bytes.fromhex(joined),
        _ranges(more.get("unclear", []), count),
        *(_named_ranges(more.get(key, []), count) for key in _NAMED_KEYS),
    )


def _ranges(given: Any, count: int) -> tuple[Range, ...]:
    """Ranges of tokens in order, none of which overlap."""
    _need(isinstance(given, list))
    ranges = []
    behind = 0
    for each in given:
        _need(isinstance(each, list) and len(each) == len(("first", "behind")))
        first, last = each
        _need(type(first) is int and type(last) is int and behind <= first < last <= count)
        ranges.append((first, last))
        behind = last
    return tuple(ranges)


def _named_ranges(given: Any, count: int) -> tuple[tuple[Range, str], ...]:
    """Ranges that bear the hash of a name, or nothing."""
    _need(isinstance(given, list) and all(isinstance(each, dict) for each in given))
    _need(all(sorted(each) == ["range", "speaker"] for each in given))
    names = [each["speaker"] for each in given]
    _need(all(n is None or (isinstance(n, str) and _NAME_HASH.fullmatch(n)) for n in names))
    ranges = _ranges([each["range"] for each in given], count)
    return tuple(zip(ranges, (name or "" for name in names), strict=True))
