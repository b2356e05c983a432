"""Articles and captures -> a finding for every piece of evidence that quotes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.capture.article import about_article, no_such_paragraph
from generator.capture.evidence import Evidence, Finding, Path
from generator.capture.make import FORM, Capture, is_of
from generator.capture.marked_words import (
    about_marked_words,
    article_texts,
    has_marks,
    unproven_marks,
)
from generator.capture.match import Standing, TooMuchError
from generator.capture.quotation import Looked, looked_up
from generator.capture.shelf import Material, Shelf, sources, with_committed
from generator.capture.speakers import names_of
from generator.capture.stated_language import Known, wrong_language
from generator.capture.statement import about_statement
from generator.capture.store import Findings
from generator.problem import Checked, Place, Problem, in_order
from generator.schema import Actor, Article, Fact

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
