"""A capture in the very form in which it is written, read from its bytes; of any other, nothing.

Captures are many, long, and changed by nobody: by the parser, each of their hashes would be a text
first. What this takes, `store.loads` takes too, with the same result; the rest is left to that.
"""

from __future__ import annotations

import datetime
import re
from binascii import unhexlify

from generator.capture.make import BYTES, RUN, VERSION, Capture, Paragraph

_DATE = rb"\d{4}-\d{2}-\d{2}"
_NUMBER = rb"(?:0|[1-9]\d{0,7})"
_WHOLE = re.compile(
    rb'\{\n"version": %d,\n"sha256": "([0-9a-f]{64})",\n"published": (?:null|"(%s)"),\n'
    rb'"captured": "(%s)",\n"paragraphs": \[\n(.+)\n\]\n\}\n' % (VERSION, _DATE, _DATE),
    re.DOTALL,
)
_LINE = re.compile(
    rb'\{"tokens":(%s),"marks":\[((?:\[%s,%s\](?:,(?=\[))?)*+)\],"shingles":\[([0-9a-f",]*+)\]\}'
    % (_NUMBER, _NUMBER, _NUMBER)
)
_MARK = re.compile(rb"(\d+),(\d+)")
_DIGITS = 2 * BYTES
_STEP = _DIGITS + len(b'"",')


def read(raw: bytes) -> Capture | None:
    """The capture in a file's bytes, None where they are in another form or wrong."""
    whole = _WHOLE.fullmatch(raw)
    if not whole:
        return None
    digest, published, captured, lines = whole.groups()
    try:
        found = [_paragraph(line) for line in lines.split(b",\n")]
        days = (_day(published) if published else None, _day(captured))
    except ValueError:
        return None
    return Capture(digest.decode(), *days, tuple(found))


def _day(text: bytes) -> datetime.date:
    return datetime.date.fromisoformat(text.decode())


def _paragraph(line: bytes) -> Paragraph:
    """One line; raises ValueError where it is not right."""
    match = _LINE.fullmatch(line)
    if not match:
        raise ValueError
    count = int(match[1])
    return Paragraph(count, _marks(match[2], count), _hashes(match[3], max(count - RUN + 1, 0)))


def _marks(text: bytes, count: int) -> tuple[tuple[int, int], ...]:
    marks = tuple((int(first), int(behind)) for first, behind in _MARK.findall(text))
    before = 0
    for first, behind in marks:
        if not before <= first < behind <= count:
            raise ValueError
        before = behind
    return marks


def _hashes(text: bytes, count: int) -> bytes:
    """So many hashes, each in quotation marks, with a comma between two."""
    digits = text.translate(None, b'",')
    marks = b'"' * count
    if (
        len(text) != max(_STEP * count - 1, 0)
        or len(digits) != _DIGITS * count
        or text[::_STEP] != marks
        or text[_DIGITS + 1 :: _STEP] != marks
        or text[_DIGITS + 2 :: _STEP] != b"," * (count - 1)
    ):
        raise ValueError
    return unhexlify(digits)
