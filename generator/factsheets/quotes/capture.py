"""Article text -> its capture: hashes that prove a quotation on any clone, without the text.

Rules 3 and 4 of captures. A capture deters copying; it is no secret: whoever wants can rebuild
the text from it with a dictionary.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from factsheets.quotes.languages import detect_language, likely_language
from factsheets.quotes.paragraphs import layout, paragraphs, paragraphs_of_form_1
from factsheets.quotes.speech import Said, folded, said_in
from factsheets.quotes.tokens import FORMS, offsets, words

FORM = 2  # of captures that are made now
RUN = 3  # tokens hashed together
BYTES = 4  # kept of each hash

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the article.

    Ranges are of tokens: first, and behind the last. Those of `marks` are inside outer quotation
    marks for certain, those of `unclear` in some readings only. `labels` are under a speaker's
    label, in a line of dialogue, or announced by "Ray wrote:"; `named` are those whose sentence
    names the speaker. Both bear the hash of the name, labels nothing where there is none.
    `shingles` holds the hash of each three tokens in a row, four bytes each (eight digits in the
    file): as a list of texts, five thousand captures would fill the memory.
    """

    tokens: int
    marks: tuple[Range, ...]
    shingles: bytes
    unclear: tuple[Range, ...] = ()
    labels: tuple[tuple[Range, str], ...] = ()
    named: tuple[tuple[Range, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SkippedParagraph:
    """A headline, byline or line of junk, which has no number: how many paragraphs stand before."""

    behind: int
    kind: str
    paragraph: Paragraph


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
    language: str | None = None
    skipped: tuple[SkippedParagraph, ...] = ()


def renewed(old: Capture, new: Capture) -> Capture:
    """The capture of a changed text, which keeps those of the texts before it.

    Of the same text, only the rules can have changed: its day stays.
    """
    if old.sha256 == new.sha256:
        return replace(new, captured=old.captured, earlier=old.earlier)
    before = (replace(old, earlier=()), *old.earlier)
    kept = tuple(one for one in before if one.sha256 != new.sha256)
    return replace(new, earlier=kept)


def capture(
    text: str,
    *,
    published: datetime.date | None,
    captured: datetime.date,
    declared: str = "en",
) -> Capture:
    """The capture of a text, with the language that it was declared to be in."""
    made = captured_paragraphs(text, likely_language(text, declared))
    found = ((each, words(each.text)) for each in layout(text).skipped)
    skipped = tuple(
        SkippedParagraph(each.behind, each.kind, Paragraph(len(run), (), shingles(run)))
        for each, run in found
    )
    return Capture(
        digest(text),
        published,
        captured,
        made,
        language=detect_language(text),
        skipped=skipped,
    )


def digest(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, in hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def captured_paragraphs(text: str, code: str) -> tuple[Paragraph, ...]:
    """The text's paragraphs as a capture keeps them."""
    lines = paragraphs(text)
    return tuple(
        _paragraph(line, said) for line, said in zip(lines, said_in(lines, code), strict=True)
    )


def _paragraph(line: str, said: Said) -> Paragraph:
    starts = [start for start, _ in offsets(line)]

    def of_tokens(ranges: Iterable[Range]) -> Iterator[Range]:
        for start, end in ranges:
            found = bisect_left(starts, start), bisect_left(starts, end)
            if found[0] < found[1]:
                yield found

    def of_names(ranges: Iterable[tuple[Range, str | None]]) -> Iterator[tuple[Range, str]]:
        for each, name in ranges:
            for found in of_tokens([each]):
                yield found, name_hash(folded(name)) if name else ""

    found = words(line)
    return Paragraph(
        len(found),
        tuple(of_tokens(said.certain)),
        shingles(found),
        tuple(of_tokens(said.unclear)),
        tuple(of_names(said.labels)),
        tuple(of_names(said.named)),
    )


def name_hash(name: str) -> str:
    """The hash of a folded name, eight hexadecimal digits."""
    return sha256(f"name\0{name}".encode()).hexdigest()[: 2 * BYTES]


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


def shingles(tokens: Sequence[str]) -> bytes:
    """The hash of each three tokens in a row: of "1", a zero byte, and the three with spaces."""
    return b"".join(map(shingle, tokens, tokens[1:], tokens[2:]))


def shingle(one: str, two: str, three: str) -> bytes:
    """The hash of three tokens."""
    return sha256(f"1\0{one} {two} {three}".encode()).digest()[:BYTES]


# Two captures of an article -> the numbers that its paragraphs have now.

_SHARE = (1, 2)  # of a paragraph's hashes stand in the one that it is now


def moved(old: Capture, new: Capture) -> Mapping[int, int]:
    """The new number of each paragraph that has another one; none of those that are gone."""
    places: dict[bytes, list[int]] = {}
    for number, paragraph in enumerate(new.paragraphs, 1):
        for one in _hashes(paragraph):
            places.setdefault(one, []).append(number)
    found = {}
    part, whole = _SHARE
    for number, paragraph in enumerate(old.paragraphs, 1):
        hashes = _hashes(paragraph)
        shared = Counter(at for one in hashes for at in places.get(one, ()))
        best = max(shared, key=lambda at: (shared[at], at == number), default=number)
        if best != number and shared[best] * whole > len(hashes) * part:
            found[number] = best
    return found


def _hashes(paragraph: Paragraph) -> frozenset[bytes]:
    row = paragraph.shingles
    return frozenset(row[at : at + BYTES] for at in range(0, len(row), BYTES))
