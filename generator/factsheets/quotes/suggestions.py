"""Suggest what to write for a quotation that is not in the article, or not inside its marks.

If the text is available, suggestions show the article's own words; with only the hashes, they show
where the quotation and the article differ.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from factsheets.content.tree import quoted, shortened
from factsheets.quotes.capture import RUN, Range, divided_hashes, shingles
from factsheets.quotes.match import Fragment, Index, Match

_LONGEST_DIVIDED = 200  # words of a quotation that is looked for in two paragraphs
_LONGEST_COMPARED = 400  # words of a quotation that are compared
_MOST_PLACES = 50  # of three repeated words
_WINDOW = 8  # words after which quotation and article may agree again
_LONGEST_SHOWN = 45  # words of the article
_LONGEST_COPIED = 200  # characters of a quotation
_DOTS = re.compile(r"\s*(?:\[\.{3}\]|\(\.{3}\)|\(…\)|\.{3}|(?<!\[)…(?!\]))\s*")


def quote_line(parts: Sequence[str]) -> str:
    """The field `quote` with these texts."""
    texts = ", ".join(map(quoted, parts))
    return f"quote: {texts}" if len(parts) == 1 else f"quote: [{texts}]"


def marked_parts(index: Index, quote: str, match: Match) -> list[str]:
    """The parts of a quotation that are inside marks for certain and long enough to quote."""
    (start, end), *others = match.ranges
    if others:
        return []
    found = []
    for first, last in index.capture.paragraphs[match.paragraph - 1].marks:
        low, high = max(first, start) - start, min(last, end) - start
        if high - low >= RUN:
            found.append(_written(index, quote, (low, high)))
    return found


@dataclass(frozen=True, slots=True)
class Divided:
    """A quotation that begins in this paragraph and continues in the next."""

    paragraph: int
    first: str
    second: str


def divided(index: Index, quote: str) -> Divided | None:
    """The two parts of a quotation that ends one paragraph and begins the next."""
    tokens = index.form.tokens(quote)
    if len(tokens) > _LONGEST_DIVIDED:
        return None
    paragraphs = index.capture.paragraphs
    index.spend(len(tokens) * len(paragraphs))
    for length in range(RUN, len(tokens) - RUN + 1):
        head, tail = shingles(tokens[:length]), shingles(tokens[length:])
        for number in range(1, len(paragraphs)):
            one, following = paragraphs[number - 1], paragraphs[number]
            if one.shingles.endswith(head) and following.shingles.startswith(tail):
                second = _written(index, quote, (length, len(tokens)))
                return Divided(number, _written(index, quote, (0, length)), second)
    return None


def _written(index: Index, quote: str, tokens: Range) -> str:
    """These tokens of a quotation, as it is written."""
    clean = index.form.cleaned(quote)
    places = index.form.offsets(clean)
    return clean[places[tokens[0]][0] : places[tokens[1] - 1][1]]


def rearranged(index: Index, parts: Sequence[Fragment]) -> str:
    """Advice for fragments that are all in the article, but not as quoted."""
    paragraphs = [[match.paragraph for match in index.find((part,))] for part in parts]
    if set(paragraphs[0]).intersection(*paragraphs[1:]):
        return (
            "The parts are in one paragraph, but not in this order. Quote them as a list of texts."
        )
    first = [numbers[0] for numbers in paragraphs]
    listed = " and ".join(map(str, dict.fromkeys(first)))
    return (
        f"Its parts are in paragraphs {listed}, but a quote must be in one. Keep the first part, "
        f"and put the other on a line below: also: [{{paragraph: {first[-1]}, quote: …}}]"
    )


def small_change(index: Index, quote: str) -> str:
    """The correction, if only a capital letter or dots differ; else empty."""
    swapped = quote[:1].swapcase() + quote[1:]
    if swapped != quote and index.find(index.fragments(swapped) or ()):
        size = "small" if swapped[:1].islower() else "capital"
        shown = shortened(swapped, _LONGEST_COPIED)
        return f'The article begins with a {size} letter. Write: "{shown}"'
    with_gaps = _DOTS.sub(" […] ", quote.strip(" .…"))
    if with_gaps != quote and index.find(index.fragments(with_gaps) or ()):
        return f'To leave out words, write " […] ": "{shortened(with_gaps, _LONGEST_COPIED)}"'
    return ""


@dataclass(frozen=True, slots=True)
class _Shared:
    """The longest run of a quotation's tokens that is in the article."""

    start: int  # the first token of it in the quotation
    length: int
    paragraph: int
    token: int  # the same token in the paragraph


def difference(index: Index, part: Fragment, stated: int | None) -> str:
    """Where a fragment and the article differ, and what to write."""
    shared = _longest_shared(index, part, stated)
    if index.words is None:
        return _difference_from_hashes(part, shared)
    if shared is None:
        return _most_similar(index, part)
    return _difference_from_text(index, part, shared)


def _longest_shared(index: Index, part: Fragment, stated: int | None) -> _Shared | None:
    """The run from the fragment's beginning if there is one, else the longest, the first first."""
    best: _Shared | None = None
    best_rank = (False, 0, False)
    hashes = divided_hashes(part.shingles)
    for start in range(min(len(hashes), _LONGEST_COMPARED)):
        if best and (best.start == 0 or start <= best.start + best.length - RUN):
            continue  # within the best run
        for at in islice(index.search(hashes[start]), _MOST_PLACES):
            end = start + 1
            while end < len(hashes) and hashes[end] == index.hash(at + end - start):
                end += 1
            length = end - start
            index.spend(length)
            number, token = index.token(at)
            rank = (start == 0, length, number == stated)
            if rank > best_rank:
                best_rank, best = rank, _Shared(start, length + RUN - 1, number, token)
    return best


def _difference_from_hashes(part: Fragment, shared: _Shared | None) -> str:
    if shared is None:
        return "The article has no three consecutive words of it. Copy the article's words."
    if shared.start == 0:
        return (
            f"The first {shared.length} words are in paragraph {shared.paragraph}; "
            f'they differ at "{part.tokens[shared.length]}". Copy the article\'s words.'
        )
    first, before = part.tokens[shared.start], part.tokens[shared.start - 1]
    return (
        f'{shared.length} words, starting with "{first}", are in paragraph {shared.paragraph}; '
        f'they differ before that, at "{before}". Copy the article\'s words.'
    )


def _difference_from_text(index: Index, part: Fragment, shared: _Shared) -> str:
    """The article's words where the quotation differs: after the shared run, or before it."""
    line = (index.words or [])[shared.paragraph - 1]
    forward = shared.start == 0
    if forward:
        at = shared.token + shared.length
        added, left_out = _until_agreement(part.tokens[shared.length :], line[at:])
        start, end = at, at + left_out
    else:
        at = shared.token
        ours, theirs = part.tokens[: shared.start], line[:at]
        added, left_out = _until_agreement(ours[::-1], theirs[::-1])
        start, end = at - left_out, at
    if not left_out:  # show the words on both sides
        start, end = at - 1, at + 1
    elif not added:  # show one word of the quotation, too
        start, end = (start, end + 1) if forward else (start - 1, end)
    here = _printed(index, shared.paragraph, max(start, 0), min(end, len(line)))
    if added and not left_out:
        extra = part.tokens[shared.length :][:added] if forward else ours[-added:]
        return (
            f'Paragraph {shared.paragraph} has "{here}", without "{" ".join(extra)}". '
            "Copy the article's words."
        )
    return f'Paragraph {shared.paragraph} has "{here}". Copy the article\'s words.'


def _until_agreement(ours: list[str], theirs: list[str]) -> tuple[int, int]:
    """After how many words on each side the two agree again; (1, 1) if they do not soon."""
    steps = sorted(
        ((i, j) for i in range(_WINDOW) for j in range(_WINDOW) if i or j),
        key=lambda step: (sum(step), abs(step[0] - step[1])),
    )
    for i, j in steps:
        tail = ours[i : i + 2]
        if tail and tail == theirs[j : j + 2][: len(tail)]:
            return i, j
    return 1, min(1, len(theirs))


def _most_similar(index: Index, part: Fragment) -> str:
    """The words of the article, as many as the quotation has, that share most words with it."""
    wanted = Counter(word.casefold() for word in part.tokens)
    length = min(len(part.tokens), _LONGEST_SHOWN)
    best = (0, 0, 0)
    lines = index.words or []
    index.spend(sum(map(len, lines)))
    for number, line in enumerate(lines, 1):
        spare = wanted.copy()
        shared = 0
        for at, word in enumerate(map(str.casefold, line)):
            shared += spare[word] > 0
            spare[word] -= 1
            if at >= length:
                gone = line[at - length].casefold()
                spare[gone] += 1
                shared -= spare[gone] > 0
            if shared > best[0]:
                best = (shared, number, max(at - length + 1, 0))
    shared, number, start = best
    if shared * 2 < length:
        return "The article has nothing similar. Copy the article's words."
    line = lines[number - 1]
    end = min(start + length, len(line))
    while line[start].casefold() not in wanted:
        start += 1
    while line[end - 1].casefold() not in wanted:
        end -= 1
    here = _printed(index, number, start, end)
    return f'Nearest, in paragraph {number}: "{here}". Copy the article\'s words.'


def _printed(index: Index, number: int, start: int, end: int) -> str:
    """These tokens as the article prints them, with what is between them."""
    line = (index.lines or [])[number - 1]
    places = index.form.offsets(line)
    if start >= end or end > len(places):
        return ""
    return line[places[start][0] : places[end - 1][1]]
