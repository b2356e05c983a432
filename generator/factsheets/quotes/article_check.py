"""Check an article as a whole: its paragraphs, language, captured text and amount quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factsheets.content.article import Article, Fact, MoreEvidence, locator_of
from factsheets.content.tree import Path
from factsheets.problems.problem import Problem
from factsheets.quotes.capture import FORM, RUN, Range, is_counted_alike, matches_text
from factsheets.quotes.languages import contradiction, usual_language
from factsheets.quotes.match import Index, Match, TooMuchError
from factsheets.quotes.quotations import FileLocator, too_many_searches

_MOST_QUOTED = (2, 5)  # of an article's tokens


def article_problems(
    article_id: str, article: Article, index: Index, matches: Sequence[Match], place: FileLocator
) -> Iterator[Problem]:
    """The problems of an article that has a capture; `matches` are those of its own facts."""
    for number, wording in enumerate(article.wording):
        path: Path = ("wording", number)
        beyond = list(no_such_paragraph(index, wording.paragraph, path, place))
        yield from beyond or _wording(index, wording.words, wording.paragraph, path, place)
    for number, unused in enumerate(article.unused):
        yield from no_such_paragraph(index, unused.paragraph, ("unused", number), place)
    if article.kind == "article" and not article.primary:
        yield from _quoted_too_much(index, matches, place)
    yield from _unused(index, article, article_id, matches, place)


def no_such_paragraph(
    index: Index, paragraph: int | None, path: Path, place: FileLocator
) -> Iterator[Problem]:
    """A paragraph beyond the article's last; `path` leads to the record that states it."""
    last = len(index.capture.paragraphs)
    if paragraph is not None and paragraph > last:
        has = f"{last} paragraphs" if last != 1 else "one paragraph"
        yield Problem(
            "no-such-paragraph",
            f"There is no paragraph {paragraph}: the article has {has}.",
            place((*path, "paragraph")),
            "Count the article's paragraphs from 1, without headline and byline.",
        )


def another_text(
    article_id: str, index: Index, text: str | None, place: FileLocator
) -> Iterator[Problem]:
    """A text next to a capture that is not the captured text, or is now counted otherwise."""
    if text is None:
        return
    if not matches_text(index.capture, text):
        yield Problem(
            "capture-differs",
            f"The text in seeds/{article_id}.txt is not the text that was captured.",
            place(("publisher",)),
            f"If it is the right text, run: facts capture {article_id} seeds/{article_id}.txt. "
            "Until then the capture is used and the text is ignored.",
            "warning",
        )
    elif index.capture.form < FORM or not is_counted_alike(index.capture, text):
        yield Problem(
            "capture-old",
            "The capture of this article was made by older rules.",
            place(("publisher",)),
            "Run: facts check --fix. It renews the capture from the text in seeds/, and moves the "
            "paragraph numbers. If this message stays, run: facts capture "
            f"{article_id} seeds/{article_id}.txt",
            "warning",
        )


def wrong_language(
    article_id: str, article: Article, text: str | None, detected: str | None, place: FileLocator
) -> Iterator[Problem]:
    """A stated language that is clearly not the article's.

    The language is that of the article's text, else the one `detected` by its capture. Without
    both, the recorded words can only warn: an article may quote words of another language.
    """
    certain = bool(text or detected)
    if certain:
        found = contradiction(text or "", article.language, None if text else detected)
    else:
        found = contradiction("\n".join(_words(article_id, article)), article.language)
    if found is None:
        return
    whose = "The article's text is" if certain else "The article's words recorded here are"
    code, kind = found.code, f"in {found.script} letters"
    if code or found.script == "Latin":
        kind = f"in another language ({code})" if code else "in another language"
    else:
        code = usual_language(found.script)
    advice = "Write the code of the article's language"
    advice += f", perhaps: language: {code}" if code else "."
    if not certain:
        advice += (
            "\n"
            "If it only quotes words of another language, capture its text: facts capture "
            f"{article_id} TEXTFILE."
        )
    yield Problem(
        "wrong-language",
        f"{whose} {kind}, but the stated language is {article.language}.",
        place(("language",)),
        advice,
        "error" if certain else "warning",
    )


def _words(article_id: str, article: Article) -> Iterator[str]:
    """All recorded words of the article: headline, choice of words, quotations."""
    if article.title:
        yield article.title
    yield from (each.words for each in article.wording)
    for each in _cited(article_id, article):
        yield from each.quote


def _cited(article_id: str, article: Article) -> Iterator[Fact | MoreEvidence]:
    """The evidence in the article itself of its facts."""
    for fact in article.facts:
        for _, source, each in fact.evidence(article_id):
            if source == article_id:
                yield each


def _wording(
    index: Index, words: str, paragraph: int, path: Path, place: FileLocator
) -> Iterator[Problem]:
    try:
        parts = index.fragments(words) or ()
        found = [match.paragraph for match in index.find(parts)]
    except TooMuchError:
        yield too_many_searches("These words were", place((*path, "words")))
        return
    if index.words is None and any(len(part.tokens) < RUN for part in parts):
        return  # so few words can only be found in the text itself
    if paragraph in found:
        return
    if found:
        message = f"These words are in paragraph {found[0]}, not {paragraph}."
        field, advice = "paragraph", f"Change to: paragraph: {found[0]}"
    else:
        message = f"These words are not in paragraph {paragraph} of the article."
        field, advice = "words", "Copy the publisher's words exactly, without quotation marks."
    yield Problem("wording-not-found", message, place((*path, field)), advice)


def _quoted_too_much(
    index: Index, matches: Sequence[Match], place: FileLocator
) -> Iterator[Problem]:
    total = sum(paragraph.tokens for paragraph in index.capture.paragraphs)
    quoted = _covered((match.paragraph, each) for match in matches for each in match.ranges)
    part, whole = _MOST_QUOTED
    if quoted * whole > total * part:
        yield Problem(
            "quoted-too-much",
            f"{quoted} of the article's {total} words are quoted; the limit is "
            f"{total * part // whole}.",
            place(("publisher",)),
            "Shorten quotes to the words that matter, or put some statements in your own words. "
            "If the source is a short post, an official text or a recording, say so: kind: post "
            "(or statement, transcript, recording).",
        )


def _covered(ranges: Iterable[tuple[int, Range]]) -> int:
    """The number of tokens in these ranges, each counted once."""
    count, last = 0, (0, 0)  # paragraph and token
    for paragraph, (start, end) in sorted(ranges):
        counted = last[1] if paragraph == last[0] else 0
        count += max(end - max(start, counted), 0)
        last = (paragraph, max(end, counted))
    return count


def _unused(
    index: Index, article: Article, article_id: str, matches: Sequence[Match], place: FileLocator
) -> Iterator[Problem]:
    # The paragraphs of a reprint are used by its original; an article without facts is cited by
    # others; the paragraphs of removed facts, and of facts that give only a page, are unknown.
    unknown = any(fact.status == "removed" for fact in article.facts)
    cited = list(_cited(article_id, article))
    unknown |= any(locator_of(c) and not c.paragraph and not c.quote for c in cited)
    if article.derived_from or unknown or not article.facts:
        return
    used = {wording.paragraph for wording in article.wording}
    used |= {unused.paragraph for unused in article.unused}
    used |= {match.paragraph for match in matches}
    used |= {each.paragraph or 0 for each in cited}
    empty = [
        number
        for number, paragraph in enumerate(index.capture.paragraphs, 1)
        if paragraph.tokens and number not in used
    ]
    if not empty:
        return
    *some, last = map(str, empty)
    named = f"paragraphs {', '.join(some)} and {last}" if some else f"paragraph {last}"
    yield Problem(
        "paragraph-unused",
        f"No fact uses {named}, and no reason is given.",
        place(("unused",) if article.unused else ("publisher",)),
        f'Add a fact, or say why there is none: unused: [{{paragraph: {empty[0]}, why: "…"}}]',
        "warning",
    )
