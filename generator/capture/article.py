"""A whole article against its capture -> what its paragraphs lack, and what quotes too much."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.capture.evidence import Path
from generator.capture.make import RUN
from generator.capture.match import Index, Range, Standing
from generator.problem import Place, Problem
from generator.schema import Article

_MOST = (2, 5)  # of an article's tokens may be quoted

Locator = Callable[[Path], Place]


def about_article(
    index: Index,
    article: Article,
    article_id: str,
    standings: Sequence[Standing],
    place: Locator,
) -> Iterator[Problem]:
    """What is to be said of an article as a whole; `standings` are those of its own facts."""
    for number, wording in enumerate(article.wording):
        path = ("wording", number)
        outside = list(no_such_paragraph(index, wording.paragraph, path, place))
        yield from outside or _wording(index, wording.words, wording.paragraph, path, place)
    for number, unused in enumerate(article.unused):
        yield from no_such_paragraph(index, unused.paragraph, ("unused", number), place)
    if article.kind == "article" and not article.primary:
        yield from _too_much(index, standings, place)
    yield from _unused(index, article, article_id, standings, place)


def no_such_paragraph(
    index: Index, paragraph: int | None, path: Path, place: Locator
) -> Iterator[Problem]:
    """A paragraph beyond the article's last; `path` leads to what states it."""
    last = len(index.capture.paragraphs)
    if paragraph is not None and paragraph > last:
        has = f"{last} paragraphs" if last != 1 else "one paragraph"
        yield Problem(
            "no-such-paragraph",
            f"There is no paragraph {paragraph}: the article has {has}.",
            place((*path, "paragraph")),
            "Count the article's paragraphs from 1, without headline and byline.",
        )


def _wording(
    index: Index, words: str, paragraph: int, path: Path, place: Locator
) -> Iterator[Problem]:
    runs = index.pieces(words)
    if runs and index.words is None and any(len(run.words) < RUN for run in runs):
        return  # so few words can be looked up in the text alone
    found = [one.paragraph for one in index.standings(runs)] if runs else []
    if paragraph in found:
        return
    if found:
        message = f"These words are in paragraph {found[0]}, not {paragraph}."
        where, advice = "paragraph", f"Change to: paragraph: {found[0]}"
    else:
        message = f"These words are not in paragraph {paragraph} of the article."
        where, advice = "words", "Copy the publisher's words exactly, without quotation marks."
    yield Problem("wording-not-found", message, place((*path, where)), advice)


def _too_much(index: Index, standings: Sequence[Standing], place: Locator) -> Iterator[Problem]:
    total = sum(paragraph.tokens for paragraph in index.capture.paragraphs)
    quoted = _covered((one.paragraph, range_) for one in standings for range_ in one.ranges)
    part, whole = _MOST
    if quoted * whole > total * part:
        yield Problem(
            "quoted-too-much",
            f"{quoted} of the article's {total} words are quoted; "
            f"at most {total * part // whole} may be.",
            place(("publisher",)),
            "Shorten quotes to the words that matter, or say some statements in your own words. "
            "Where the source is a short post, an official text or a recording, say so: "
            "kind: post (or statement, transcript, recording).",
        )


def _covered(ranges: Iterable[tuple[int, Range]]) -> int:
    """How many tokens lie in one of the ranges or more."""
    count = 0
    reached = (0, 0)  # paragraph, and how far in it
    for paragraph, (start, end) in sorted(ranges):
        known = reached[1] if paragraph == reached[0] else 0
        count += max(end - max(start, known), 0)
        reached = (paragraph, max(end, known))
    return count


def _unused(
    index: Index,
    article: Article,
    article_id: str,
    standings: Sequence[Standing],
    place: Locator,
) -> Iterator[Problem]:
    # A reprint gives what the article gave that it reprints; one without facts is cited by others.
    # What a removed fact was taken from is not known any more.
    removed = any(fact.status == "removed" for fact in article.facts)
    if article.derived_from or removed or not article.facts:
        return
    used = {wording.paragraph for wording in article.wording}
    used |= {unused.paragraph for unused in article.unused}
    used |= {standing.paragraph for standing in standings}
    for fact in article.facts:
        used.add(fact.paragraph or 0)
        used |= {more.paragraph or 0 for more in fact.also if more.article in {None, article_id}}
    empty = [
        number
        for number, paragraph in enumerate(index.capture.paragraphs, 1)
        if paragraph.tokens and number not in used
    ]
    if not empty:
        return
    *some, last = map(str, empty)
    named = f"Paragraphs {', '.join(some)} and {last}" if some else f"Paragraph {last}"
    yield Problem(
        "paragraph-unused",
        f"{named} gave no fact, and no reason is stated.",
        place(("unused",) if article.unused else ("publisher",)),
        f'Add a fact, or say why there is none: unused: [{{paragraph: {empty[0]}, why: "…"}}]',
        "warning",
    )
