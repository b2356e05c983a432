"""Articles and captures -> a finding for every piece of evidence that quotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from factsheets.content.records import Actor, Article, Fact, Topic
from factsheets.problems.problem import Checked, Place, Problem, in_order
from factsheets.quotes.capture import FORM, RUN, Capture, is_of, name_hash
from factsheets.quotes.evidence import Evidence, Finding, Path
from factsheets.quotes.figures import about_statement
from factsheets.quotes.languages import Known, wrong_language
from factsheets.quotes.marked_words import (
    about_marked_words,
    article_texts,
    has_marks,
    topic_texts,
    unproven_marks,
)
from factsheets.quotes.match import Index, Range, Standing, TooMuchError
from factsheets.quotes.quotations import Looked, looked_up
from factsheets.quotes.sources import Material, Shelf, sources, with_committed
from factsheets.quotes.store import Findings

# A whole article against its capture -> what its paragraphs lack, and what quotes too much.

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


# Actors -> the hashes of the names by which articles call them.

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_CYRILLIC_LANGUAGES = frozenset({"ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "mn"})


def names_of(actor: Actor, language: str) -> frozenset[str]:
    """The hashes of each word of an actor's names.

    None where no name is in the script of the language: then nothing can be compared.
    """
    names = [actor.name, actor.short_name or "", *(other.text for other in actor.other_names)]
    if language.split("-", maxsplit=1)[0] in _CYRILLIC_LANGUAGES and not _CYRILLIC.search(
        " ".join(names)
    ):
        return frozenset()
    words = (word.strip(".,'’()") for name in names for word in name.casefold().split())
    return frozenset(name_hash(word) for word in words if word)


Locate = Callable[[str, Path], Place]


def checked(
    articles: Mapping[str, Article], material: Material, locate: Locate
) -> Checked[Findings]:
    """Every quotation of every article, looked up.

    In `material`, None for a capture says that there is one, but a
    broken one (which is reported elsewhere, once). The findings are by fact id and number of the
    piece of evidence: 0 is always the fact's own paragraph and quote, `also` follows from 1.
    """
    captures = with_committed(articles, material.captures, material.texts)
    known = replace(material, captures=captures)
    findings: dict[tuple[str, int], Finding] = {}
    problems: list[Problem] = []
    for article_id, article in articles.items():
        one = article_findings(article_id, article, known, locate)
        findings.update(one.value or {})
        problems += one.problems
    return Checked(findings, in_order(problems))


def article_findings(
    article_id: str,
    article: Article,
    material: Material,
    locate: Locate,
) -> Checked[Findings]:
    """The findings and problems of one article.

    They depend on the article, its own capture and text, those of articles that its facts name in
    `also`, and the actors who speak in it: on nothing else.
    """
    file = f"content/facts/{article_id}.yaml"
    texts = material.texts
    shelf = Shelf(material)
    work = _Work(article_id, article.language, shelf, lambda path: locate(file, path))
    for number, fact in enumerate(article.facts):
        try:
            work.add(number, fact)
        except TooMuchError:
            work.give_up(article.facts[number:], number)
            break
        cited = shelf.indexes(sources(article_id, fact))
        work.problems += about_statement(number, fact, article.language, cited, work.place)
        rests_on = shelf.cited([(article_id, article, fact)])
        work.problems += about_marked_words(number, fact, rests_on, work.place)
    for path, text in article_texts(article):
        if has_marks(text):
            printed = shelf.of_article(article_id, article)
            work.problems += unproven_marks(text, printed, partial(work.place, path))
    work.problems += work.not_captured()
    own = shelf.index(article_id)
    known = Known(texts.get(article_id), own.capture.language if own else None)
    work.problems += wrong_language(article_id, article, known, work.place)
    if own is not None:
        about = list(about_article(own, article, article_id, work.standings, work.place))
        # A paragraph that is not there is most likely one of those that seem unused.
        miscounted = any(each.code == "no-such-paragraph" for each in [*work.problems, *about])
        work.problems += [
            each for each in about if not (miscounted and each.code == "paragraph-unused")
        ]
        work.problems += _another_text(article_id, own.capture, texts, work.place)
        work.problems += _old_form(article_id, own.capture, work.place)
    return Checked(work.findings, in_order(work.problems))


def evidence(number: int, fact: Fact, speaker: Actor | None) -> Iterator[tuple[int, Evidence]]:
    """The pieces of evidence of the fact that stands at this place of its article."""
    path: Path = ("facts", number)
    first = Evidence(
        fact.quote,
        fact.paragraph,
        fact.speaker is not None,
        path,
        person=speaker is None or speaker.kind == "person",
        reading=fact.marks,
    )
    yield 0, first
    for at, more in enumerate(fact.also):
        yield (
            at + 1,
            replace(
                first,
                quotes=more.quote,
                paragraph=more.paragraph,
                path=(*path, "also", at),
                article=more.article,
                reading=more.marks,
            ),
        )


@dataclass(frozen=True, slots=True)
class _Unchecked:
    """Where the first quotation from an article without capture is written, and how many."""

    first: Path
    count: int


class _Work:
    """What has been found in one article so far."""

    def __init__(
        self, article_id: str, language: str, shelf: Shelf, place: Callable[[Path], Place]
    ) -> None:
        self.article_id = article_id
        self.language = language
        self.shelf = shelf
        self.place = place
        self.findings: dict[tuple[str, int], Finding] = {}
        self.problems: list[Problem] = []
        self.standings: list[Standing] = []  # in this article
        self.unchecked: dict[str, _Unchecked] = {}

    def add(self, number: int, fact: Fact) -> None:
        speaker = self.shelf.actors.get(fact.speaker or "")
        for at, cited in evidence(number, fact, speaker):
            source = cited.article or self.article_id
            index = self.shelf.index(source)
            language = index.capture.language if index else None
            names = names_of(speaker, language or self.language) if speaker else frozenset()
            piece = replace(cited, names=names)
            if index is None:
                if piece.quotes:
                    self._put_off(source, piece)
                    self.findings[fact.id, at] = Finding("not-captured", False, piece.paragraph)
                continue
            moved = False
            if piece.quotes:
                looked = looked_up(index, piece, self.place)
                if looked.finding.check == "not-found":
                    looked = self._as_it_was(index.capture, piece) or looked
                self.findings[fact.id, at] = looked.finding
                self.problems += looked.problems
                moved = looked.finding.paragraph != piece.paragraph
                if source == self.article_id:
                    self.standings += looked.standings
            if not moved and (piece.paragraph or 0) > len(index.capture.paragraphs):
                self.problems += no_such_paragraph(index, piece.paragraph, piece.path, self.place)

    def give_up(self, facts: Sequence[Fact], first: int) -> None:
        """Says once that these facts, from this number on, were not looked up."""
        for number, fact in enumerate(facts, first):
            for at, piece in evidence(number, fact, None):
                if piece.quotes:
                    self.findings[fact.id, at] = Finding("not-found", False, piece.paragraph)
        self.problems.append(
            Problem(
                "quotes-not-looked-up",
                "From here on the quotes of this article were not looked up: it takes too long.",
                self.place(("facts", first, "id")),
                "Mend what is named above, then check again. Where the article has the same words "
                "at very many places, quote more of them in a row, without […].",
            )
        )

    def _as_it_was(self, now: Capture, piece: Evidence) -> Looked | None:
        """The quotation in the newest earlier text that has it, None where none has."""
        later = now
        for index in self.shelf.earlier(now):
            earlier = index.capture
            # Its paragraph may have had another number then.
            looked = looked_up(index, replace(piece, paragraph=None), self.place)
            if looked.finding.check == "found" and not looked.problems:
                gone = Problem(
                    "quote-gone",
                    "The article's newest captured text does not have this quote.",
                    self.place(piece.quote_path(0)),
                    f"The text captured on {earlier.captured} has it, that of {later.captured} "
                    "has not, and the site says so. See whether the statement still stands. Where "
                    "the publisher changed the article, record the day: updated: DATE.",
                    "warning",
                )
                finding = replace(
                    looked.finding, paragraph=piece.paragraph, gone_since=later.captured
                )
                return Looked(finding, (), (gone,))
            later = earlier
        return None

    def _put_off(self, source: str, piece: Evidence) -> None:
        known = self.unchecked.get(source)
        first = known.first if known else piece.quote_path(0)
        count = known.count if known else 0
        self.unchecked[source] = _Unchecked(first, count + len(piece.quotes))

    def not_captured(self) -> Iterator[Problem]:
        """One warning for each article that has no capture; a broken one is reported as such."""
        for source, unchecked in self.unchecked.items():
            if source in self.shelf.captures:
                continue
            one = unchecked.count == 1
            whose = "this article" if source == self.article_id else source
            yield Problem(
                "quote-not-captured",
                f"{'One quote is' if one else f'{unchecked.count} quotes are'} not checked yet: "
                f"there is no capture of {whose}.",
                self.place(unchecked.first),
                f"Somebody who has the article's text runs: facts capture {source} TEXTFILE. "
                "Until then the words are shown as not checked, never as quoted.",
                "warning",
            )


def _old_form(article_id: str, one: Capture, place: Callable[[Path], Place]) -> Iterator[Problem]:
    if one.form < FORM:
        yield Problem(
            "capture-old",
            "The capture of this article was made by older rules, which ignore signs such as ±.",
            place(("publisher",)),
            f"Whoever has the article's text runs: facts capture {article_id} TEXTFILE. "
            "Until then its quotations count as they were proven.",
            "warning",
        )


def _another_text(
    article_id: str,
    one: Capture,
    texts: Mapping[str, str],
    place: Callable[[Path], Place],
) -> Iterator[Problem]:
    text = texts.get(article_id)
    if text is not None and not is_of(one, text):
        yield Problem(
            "capture-differs",
            f"The text in seeds/{article_id}.txt is not the one that was captured.",
            place(("publisher",)),
            f"If it is the right one, run: facts capture {article_id} seeds/{article_id}.txt. "
            "Until then the capture counts, and the text is not used.",
            "warning",
        )


# Topics -> words in quotation marks that the facts they rest on do not have.


def marked_words_of_topics(
    topics: Mapping[str, Topic],
    facts: Mapping[str, tuple[str, Article, Fact]],
    material: Material,
    locate: Locate,
) -> Iterator[Problem]:
    """What topics put into quotation marks, against the facts that these texts rest on."""
    used = {article_id: article for article_id, article, _ in facts.values()}
    captures = with_committed(used, material.captures, material.texts)
    shelf = Shelf(replace(material, captures=captures))
    for topic_id, topic in topics.items():
        for path, text, ids in topic_texts(topic):
            if has_marks(text):
                cited = shelf.cited([facts[each] for each in ids if each in facts])
                where = partial(locate, f"content/topics/{topic_id}.yaml", path)
                yield from unproven_marks(text, cited, where)
