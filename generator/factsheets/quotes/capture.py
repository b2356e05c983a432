"""Captures: hashes of an article's text that prove a quotation on any clone, without the text.

A capture deters copying, but is not secret: with a dictionary, the text can be rebuilt from it.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from factsheets.quotes.languages import detect_language, likely_language
from factsheets.quotes.paragraphs import layout, paragraphs
from factsheets.quotes.speech import Speech, fold_name, speech_in
from factsheets.quotes.tokens import FORMS, offsets, words
from factsheets.quotes.turns import Turn, Turns, name_words, turns_in

FORM = 2  # of new captures
RUN = 3  # tokens hashed together
BYTES = 4  # kept of each hash

Range = tuple[int, int]
"""Tokens of a paragraph: the first, and the one after the last."""
Spoken = tuple[tuple[Range, tuple[str, ...]], ...]
"""Ranges with the hashes of the words of a name, none under a sign that names nobody."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the article.

    `marks` are the ranges inside outer quotation marks for certain, `unclear` those inside them in
    some readings only, and quotations inside `marks`, which may be somebody else's words.
    `labels` are the ranges under a speaker's label, in a line of dialogue, or
    announced by "Ray wrote:"; `named` those whose sentence names the speaker. Both have the hash of
    the last name; it is empty under a label without one. `full_names` are those of `named`, or else
    of `labels`, whose name has several words, with the hashes of all; an older capture has none.
    `shingles` has the hash of each three consecutive tokens, four bytes each: as bytes, because
    thousands of captures are in memory.
    `page` and `time` are where the text gives them: `12` or `12-13`, and HH:MM:SS.

    `turns`, `carried`, `own` and `reported` say whose words they are where words need no quotation
    marks (see `turns.py`). `turns` is None in a capture that was made before there were turns.
    """

    tokens: int
    marks: tuple[Range, ...]
    shingles: bytes
    unclear: tuple[Range, ...] = ()
    labels: tuple[tuple[Range, str], ...] = ()
    named: tuple[tuple[Range, str], ...] = ()
    turns: Spoken | None = None
    carried: Spoken = ()
    own: tuple[Range, ...] = ()
    reported: Spoken = ()
    full_names: Spoken = ()
    page: str = ""
    time: str = ""

    @property
    def hashes(self) -> list[bytes]:
        """The hashes of `shingles`, one for each token with two after it."""
        return divided_hashes(self.shingles)

    @property
    def nested(self) -> tuple[Range, ...]:
        """Quotations inside quotations."""
        return tuple(
            (start, end)
            for start, end in self.unclear
            if any(first <= start and end <= last for first, last in self.marks)
        )


@dataclass(frozen=True, slots=True)
class SkippedParagraph:
    """A headline, byline or line of junk, and the number of paragraphs above it."""

    above: int
    kind: str
    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class Capture:
    """The stored data of an article.

    `form` is the version of the rules. `sha256` is of the original text in UTF-8, before any
    cleaning. `earlier` are the captures of the article's earlier texts, newest first: a quotation
    that only they contain is shown as gone.
    """

    sha256: str
    published: datetime.date | None
    captured: datetime.date
    paragraphs: tuple[Paragraph, ...]
    earlier: tuple[Capture, ...] = ()
    form: int = FORM
    language: str | None = None
    skipped: tuple[SkippedParagraph, ...] = ()


def capture(
    text: str,
    *,
    published: datetime.date | None,
    captured: datetime.date,
    declared: str = "en",
) -> Capture:
    """The capture of a text; `declared` is the code of its stated language."""
    skipped = []
    for line in layout(text).skipped:
        tokens = words(line.text)
        unmarked = Paragraph(len(tokens), (), shingles(tokens))
        skipped.append(SkippedParagraph(line.above, line.kind, unmarked))
    return Capture(
        digest(text),
        published,
        captured,
        capture_paragraphs(text, likely_language(text, declared)),
        language=detect_language(text),
        skipped=tuple(skipped),
    )


def digest(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, in hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def capture_paragraphs(text: str, code: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text in a language, as stored in a capture."""
    found = layout(text)
    speech = speech_in(found.paragraphs, code)
    # A heading may be the name of the next speaker; with a colon it is a title of the whole.
    headings: dict[int, list[str]] = {}
    for line in found.skipped:
        if line.kind == "headline" and ":" not in line.text:
            headings.setdefault(line.above, []).append(line.text)
    lines = [[*headings.get(number, ()), text] for number, text in enumerate(found.paragraphs)]
    every = iter(turns_in([text for each in lines for text in each], code))
    turns = [[next(every) for _text in each][-1] for each in lines]
    return tuple(map(_paragraph, found.paragraphs, speech, turns, found.places))


def _paragraph(line: str, speech: Speech, turns: Turns, place: tuple[str, str]) -> Paragraph:
    starts = [start for start, _ in offsets(line)]

    def of_tokens(ranges: Iterable[Range]) -> Iterator[Range]:
        for start, end in ranges:
            found = bisect_left(starts, start), bisect_left(starts, end)
            if found[0] < found[1]:
                yield found

    def of_names(ranges: Iterable[tuple[Range, str | None]]) -> Iterator[tuple[Range, str]]:
        for each, name in ranges:
            for found in of_tokens([each]):
                yield found, name_hash(fold_name(name)) if name else ""

    def of_turns(ranges: Iterable[Turn]) -> Spoken:
        return tuple(
            (found, tuple(map(name_hash, name)))
            for each, name in ranges
            for found in of_tokens([each])
        )

    unclear = () if speech.continues else speech.unclear
    bounds = [0, *(at for each in unclear for at in each), len(line)]
    own = (
        (max(start, first), min(end, last))
        for start, end in turns.own
        for first, last in zip(bounds[::2], bounds[1::2], strict=True)
    )
    names = ((each, name_words(name or "")) for each, name in speech.named or speech.labels)
    tokens = words(line)
    return Paragraph(
        len(tokens),
        tuple(of_tokens(speech.certain)),
        shingles(tokens),
        tuple(of_tokens(sorted([*speech.unclear, *speech.nested]))),
        tuple(of_names(speech.labels)),
        tuple(of_names(speech.named)),
        of_turns(turns.labelled),
        of_turns(turns.carried),
        tuple(of_tokens(own)),
        of_turns(turns.reported),
        of_turns((each, name) for each, name in names if len(name) > 1),
        *place,
    )


def name_hash(name: str) -> str:
    """The hash of a folded name, eight hexadecimal digits."""
    return sha256(f"name\0{name}".encode()).hexdigest()[: 2 * BYTES]


def shingles(tokens: Sequence[str]) -> bytes:
    """The hash of each three consecutive tokens: of "1", a zero byte, and the three with spaces."""
    return b"".join(map(shingle, tokens, tokens[1:], tokens[2:]))


def divided_hashes(joined: bytes) -> list[bytes]:
    """The hashes that `shingles` joined."""
    return [joined[at : at + BYTES] for at in range(0, len(joined), BYTES)]


def shingle(one: str, two: str, three: str) -> bytes:
    """The hash of three tokens."""
    return sha256(f"1\0{one} {two} {three}".encode()).digest()[:BYTES]


def matches_text(known: Capture, text: str) -> bool:
    """Whether a capture was made from this text, ignoring line endings and blank lines."""
    if known.sha256 == digest(text):
        return True
    lines = map(FORMS[known.form].words, paragraphs(text, known.form))
    own = [(each.tokens, each.shingles) for each in known.paragraphs]
    return [(len(tokens), shingles(tokens)) for tokens in lines] == own


def is_counted_alike(known: Capture, text: str) -> bool:
    """Whether a text has the paragraphs of its capture; not if the rules have changed since."""
    lines = map(FORMS[known.form].words, paragraphs(text, known.form))
    return [each.tokens for each in known.paragraphs] == list(map(len, lines))
