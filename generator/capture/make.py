"""Article text -> its capture: hashes that prove a quotation on any clone, without the text.

Rules 3 and 4 of captures. A capture deters copying; it is no secret: whoever wants can rebuild
the text from it with a dictionary.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from generator.capture.marks import token_ranges
from generator.capture.paragraphs import paragraphs, paragraphs_of_form_1
from generator.capture.tokens import FORMS, words

FORM = 2  # of captures that are made now
RUN = 3  # tokens hashed together
BYTES = 4  # kept of each hash


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the article.

    `marks` are ranges of tokens (first, behind the last) inside outer quotation marks, in order.
    `shingles` holds the hash of each three tokens in a row, four bytes each (eight digits in the
    file): as a list of texts, five thousand captures would fill the memory.
    """

    tokens: int
    marks: tuple[tuple[int, int], ...]
    shingles: bytes


@dataclass(frozen=True, slots=True)
class Capture:
    """What is kept of an article.

    `form` is the version of the rules by which it was made. `sha256` is of the text exactly as it
    was given, in UTF-8, before any cleaning. `earlier` are the captures of texts that were captured
    before, newest first: what was quoted from one of them stood in it, and readers are told that
    it no longer does.
    """

    sha256: str
    published: datetime.date | None
    captured: datetime.date
    paragraphs: tuple[Paragraph, ...]
    earlier: tuple[Capture, ...] = ()
    form: int = FORM


def renewed(old: Capture, new: Capture) -> Capture:
    """The capture of a changed text, which keeps those of the texts before it.

    A capture of the same text in an older form gives way, and its day stays.
    """
    if old.sha256 == new.sha256:
        return (
            old
            if old.form == new.form
            else replace(new, captured=old.captured, earlier=old.earlier)
        )
    before = (replace(old, earlier=()), *old.earlier)
    kept = tuple(one for one in before if one.sha256 != new.sha256)
    return replace(new, earlier=kept)


def capture(text: str, *, published: datetime.date | None, captured: datetime.date) -> Capture:
    """The capture of a text."""
    return Capture(digest(text), published, captured, captured_paragraphs(text))


def digest(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, in hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def captured_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The text's paragraphs as a capture keeps them."""
    return tuple(_paragraph(line) for line in paragraphs(text))


def paragraphs_in(text: str, form: int) -> list[str]:
    """The text's cleaned paragraphs by the rules of a form."""
    return paragraphs_of_form_1(text) if form == 1 else paragraphs(text)


def is_of(one: Capture, text: str) -> bool:
    """Whether a capture was made of this text. Line ends and blank lines make no difference."""
    if one.sha256 == digest(text):
        return True
    found = [FORMS[one.form].words(line) for line in paragraphs_in(text, one.form)]
    return [(len(each), shingles(each)) for each in found] == [
        (each.tokens, each.shingles) for each in one.paragraphs
    ]


def _paragraph(line: str) -> Paragraph:
    found = words(line)
    return Paragraph(len(found), tuple(token_ranges(line)), shingles(found))


def shingles(tokens: Sequence[str]) -> bytes:
    """The hash of each three tokens in a row: of "1", a zero byte, and the three with spaces."""
    return b"".join(map(shingle, tokens, tokens[1:], tokens[2:]))


def shingle(one: str, two: str, three: str) -> bytes:
    """The hash of three tokens."""
    return sha256(f"1\0{one} {two} {three}".encode()).digest()[:BYTES]
