"""Check articles against their captures.

`check_article` finds the quotations of an article's facts, compares our own texts with the
evidence, and checks the article as a whole. `check_topics` compares the texts of topics.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from factsheets.content.article import Article, Fact, Locator, locator_of
from factsheets.content.records import Actor, Topic
from factsheets.content.tree import Locate, Path
from factsheets.problems.problem import Checked, Place, Problem, in_order
from factsheets.quotes.article_check import (
    another_text,
    article_problems,
    no_such_paragraph,
    wrong_language,
)
from factsheets.quotes.attribution import Names, attribution, kind_hint, names_of
from factsheets.quotes.capture import (
    Capture,
    capture,
    is_counted_alike,
    matches_text,
    name_hash,
)
from factsheets.quotes.figures import figure_problems
from factsheets.quotes.match import PATIENCE, Index, Match, TooMuchError
from factsheets.quotes.own_words import (
    Cited,
    article_texts,
    fact_problems,
    has_marks,
    marked_words,
    quotes_of,
    topic_texts,
    wording_of,
)
from factsheets.quotes.quotations import (
    Evidence,
    FileLocator,
    Finding,
    Findings,
    Result,
    check_evidence,
    too_many_searches,
    wrong_places,
)
from factsheets.quotes.turns import is_unnamed

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_CYRILLIC_LANGUAGES = frozenset({"ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "mn"})


@dataclass(frozen=True)
class Sources:
    """What quotations are checked against: captures, texts, actors and articles, by id.

    A capture is None if its file is broken, which is reported elsewhere.
    """

    captures: Mapping[str, Capture | None]
    texts: Mapping[str, str]
    actors: Mapping[str, Actor]
    articles: Mapping[str, Article]

    @cached_property
    def names(self) -> Mapping[str, Names]:
        """The names of the actors."""
        return names_of(self.actors)


def check_article(article_id: str, sources: Sources, locate: Locate) -> Checked[Findings]:
    """The findings and problems of one article.

    They depend only on the article, the captures and texts of the articles that its facts cite, and
    the actors who speak in it, with their namesakes.
    """
    article = sources.articles[article_id]
    place = partial(locate, f"content/facts/{article_id}.yaml")
    indexes = _Indexes(sources)
    facts = _FactsCheck(article_id, article, indexes, place)
    for number, fact in enumerate(article.facts):
        try:
            facts.add(number, fact)
        except TooMuchError:
            facts.give_up(article.facts[number:], number)
            break
    problems = [*facts.problems, *facts.not_captured()]
    for path, text in article_texts(article):
        if has_marks(text):
            cited = indexes.cited_by_article(article_id, article)
            problems += marked_words(text, cited, partial(place, path))
    index, own_text = indexes.get(article_id), sources.texts.get(article_id)
    detected = index.capture.language if index else None
    problems += wrong_language(article_id, article, own_text, detected, place)
    if index is not None:
        problems += article_problems(article_id, article, index, facts.matches, place)
        problems += another_text(article_id, index, own_text, place)
    if any(each.code == "no-such-paragraph" for each in problems):
        # The paragraphs were probably miscounted, so those that seem unused may be used.
        problems = [each for each in problems if each.code != "paragraph-unused"]
    return Checked(facts.findings, in_order(problems))


def check_topics(
    topics: Mapping[str, Topic],
    facts: Mapping[str, tuple[str, Article, Fact]],
    sources: Sources,
    locate: Locate,
) -> Iterator[Problem]:
    """Check the words that topics put in quotation marks against the facts they are based on.

    `facts` has each fact by id, with its article and the article's id. A text is skipped if one of
    its facts is missing: that is a problem already, and its words would be missing too.
    """
    indexes = _Indexes(sources)
    for topic_id, topic in topics.items():
        for path, text, ids in topic_texts(topic):
            if has_marks(text) and facts.keys() >= set(ids):
                cited = indexes.cited_by_facts([facts[each] for each in ids])
                place = partial(locate, f"content/topics/{topic_id}.yaml", path)
                yield from marked_words(text, cited, place)


class _Indexes:
    """The indexes of the captures of articles, each made on first use."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self._indexes: dict[str, Index | None] = {}
        self._earlier: dict[str, list[Index]] = {}

    def get(self, article_id: str) -> Index | None:
        """The index of an article, None without a capture or with a broken one."""
        if article_id not in self._indexes:
            found = self._capture(article_id)
            text = self.sources.texts.get(article_id)
            if (
                found
                and text is not None
                and not (matches_text(found, text) and is_counted_alike(found, text))
            ):
                text = None
            self._indexes[article_id] = Index(found, text) if found else None
        return self._indexes[article_id]

    def _capture(self, article_id: str) -> Capture | None:
        """The capture of an article; made now if it has none and its text is committed."""
        if article_id in self.sources.captures:
            return self.sources.captures[article_id]
        text, article = self.sources.texts.get(article_id), self.sources.articles.get(article_id)
        if text is None or article is None or article.text != "committed":
            return None
        day = article.published
        return capture(text, published=day, captured=day, declared=article.language)

    def earlier(self, index: Index) -> list[Index]:
        """The indexes of an article's earlier texts, newest first."""
        captures = index.capture.earlier
        if index.capture.sha256 not in self._earlier:
            share = PATIENCE // max(len(captures), 1)
            self._earlier[index.capture.sha256] = [Index(one, patience=share) for one in captures]
        return self._earlier[index.capture.sha256]

    def of_fact(self, article_id: str, fact: Fact) -> list[Index]:
        """The indexes of the captured articles that a fact cites, its own first."""
        return list(filter(None, map(self.get, _cited_articles(article_id, fact))))

    def cited_by_facts(self, facts: Sequence[tuple[str, Article, Fact]]) -> Cited:
        """What a text that is based on these facts may repeat in quotation marks."""
        names = dict.fromkeys(
            name for article_id, _, fact in facts for name in _cited_articles(article_id, fact)
        )
        found = [index for index in map(self.get, names) if index]
        return Cited(
            [quote for _, _, fact in facts for quote in quotes_of(fact)],
            [text for _, _, fact in facts for text in fact.quote_translation],
            [words for _, article, _ in facts for words in wording_of(article)],
            found,
            complete=len(found) == len(names),
        )

    def cited_by_article(self, article_id: str, article: Article) -> Cited:
        """What a text about the article itself may repeat in quotation marks."""
        index = self.get(article_id)
        quotes = [quote for fact in article.facts for quote in quotes_of(fact)]
        ours = [text for fact in article.facts for text in fact.quote_translation]
        found = [index] if index else []
        return Cited(quotes, ours, wording_of(article), found, complete=bool(found))


def _cited_articles(article_id: str, fact: Fact) -> list[str]:
    """The articles that a fact cites: its own first, then others, each once."""
    return list(dict.fromkeys(source for _, source, _ in fact.evidence(article_id)))


class _FactsCheck:
    """The check of the facts of one article, in order."""

    def __init__(
        self, article_id: str, article: Article, indexes: _Indexes, place: FileLocator
    ) -> None:
        self.findings: dict[tuple[str, int], Finding] = {}
        self.problems: list[Problem] = []
        self.matches: list[Match] = []  # in this article
        self._article_id = article_id
        self._article = article
        self._indexes = indexes
        self._place = place
        self._not_captured: dict[str, list[Path]] = {}  # article -> its quotations in this file

    def add(self, number: int, fact: Fact) -> None:
        """Check the fact that has this number in its article."""
        for at, evidence in _evidence(self._article_id, number, fact):
            self._add_evidence((fact.id, at), evidence, fact)

        def place(path: Path) -> Place:
            return self._place(("facts", number, *path))

        cited = self._indexes.of_fact(self._article_id, fact)
        self.problems += figure_problems(fact, self._article.language, cited, place)
        rests_on = self._indexes.cited_by_facts([(self._article_id, self._article, fact)])
        in_marks = self._article.kind == "article"
        self.problems += fact_problems(fact, rests_on, place, in_marks=in_marks)

    def _add_evidence(self, key: tuple[str, int], evidence: Evidence, fact: Fact) -> None:
        source = evidence.article or self._article_id
        index = self._indexes.get(source)
        if index is None:
            if evidence.quotes:
                paths = [evidence.quote_path(each) for each in range(len(evidence.quotes))]
                self._not_captured.setdefault(source, []).extend(paths)
                self.findings[key] = Finding("not-captured", False, evidence.paragraph)
            return
        actors, every = self._indexes.sources.actors, self._indexes.sources.names
        article = self._indexes.sources.articles.get(source, self._article)
        evidence = replace(
            evidence,
            attribution=attribution(article, fact, every, index.capture),
            hint=kind_hint(article, source, index.capture, fact),
        )
        if speakers := [*filter(None, map(actors.get, fact.speaker))]:
            language = index.capture.language or self._article.language
            names = [_name_hashes(speaker, language) for speaker in speakers]
            evidence = replace(
                evidence,
                # Names of one speaker that cannot be compared could be those in the article.
                names=frozenset().union(*names) if all(names) else frozenset(),
                person=all(speaker.kind == "person" for speaker in speakers),
                joint=len(fact.speaker) > 1,
                full_names=every.get(fact.speaker[0]),
            )
        paragraph = evidence.paragraph
        if evidence.quotes:
            result = check_evidence(index, evidence, self._place)
            if result.finding.check == "not-found":
                result = self._in_earlier_text(index, evidence) or result
            self.findings[key] = result.finding
            self.problems += result.problems
            if source == self._article_id:
                self.matches += result.matches
            if result.finding.paragraph != paragraph:
                return  # the wrong paragraph is reported
        beyond = tuple(no_such_paragraph(index, paragraph, evidence.path, self._place))
        self.problems += beyond
        if paragraph and not evidence.quotes and not beyond:
            self.problems += wrong_places(index, evidence, [paragraph], self._place)

    def _in_earlier_text(self, index: Index, evidence: Evidence) -> Result | None:
        """The result in the newest earlier text that has the quotations, None if none has them."""
        later = index.capture
        for earlier in self._indexes.earlier(index):
            # The words may have been at another place of that text.
            result = check_evidence(earlier, replace(evidence, locator=Locator()), self._place)
            if result.finding.check == "found" and not result.problems:
                gone = Problem(
                    "quote-gone",
                    "The newest capture of the article does not have this quote.",
                    self._place(evidence.quote_path(0)),
                    f"The text captured on {earlier.capture.captured} has it; the text of "
                    f"{later.captured} does not, and the site says so. Check whether the "
                    "statement still holds. If the publisher changed the article, record the "
                    "day: updated: DATE. A quote_translation is of the older words too.",
                    "warning",
                )
                finding = replace(
                    result.finding, paragraph=evidence.paragraph, gone_since=later.captured
                )
                return Result(finding, (), (gone,))
            later = earlier.capture
        return None

    def give_up(self, facts: Sequence[Fact], first: int) -> None:
        """Report once that these facts, from this number on, were not checked."""
        for number, fact in enumerate(facts, first):
            for at, evidence in _evidence(self._article_id, number, fact):
                if evidence.quotes:
                    self.findings[fact.id, at] = Finding("not-found", False, evidence.paragraph)
        place = self._place(("facts", first, "id"))
        what = "The remaining quotes of this article were"
        self.problems.append(too_many_searches(what, place))

    def not_captured(self) -> Iterator[Problem]:
        """One warning for each article without a capture; a broken one is reported elsewhere."""
        for source, paths in self._not_captured.items():
            if source in self._indexes.sources.captures:
                continue
            quotes = "One quote is" if len(paths) == 1 else f"{len(paths)} quotes are"
            whose = "this article" if source == self._article_id else source
            yield Problem(
                "quote-not-captured",
                f"{quotes} not checked yet: there is no capture of {whose}.",
                self._place(paths[0]),
                f"If you have the article's text, run: facts capture {source} TEXTFILE. Until "
                "then the words are shown as not checked, never as quoted.",
                "warning",
            )


def _evidence(article_id: str, number: int, fact: Fact) -> Iterator[tuple[int, Evidence]]:
    """The numbered pieces of evidence of the fact with this index in its article."""
    for at, (path, source, each) in enumerate(fact.evidence(article_id)):
        article = source if source != article_id else None
        place: Path = ("facts", number, *path)
        one = Evidence(each.quote, locator_of(each), fact.is_spoken, place, article)
        yield at, replace(one, reading=each.marks)


def _name_hashes(actor: Actor, language: str) -> frozenset[str]:
    """The hashes of each word of an actor's names.

    Empty if no name is in the script of the language, because then names cannot be compared.
    """
    names = [actor.name, actor.short_name or "", *(other.text for other in actor.other_names)]
    cyrillic = language.partition("-")[0] in _CYRILLIC_LANGUAGES
    if cyrillic and not _CYRILLIC.search(" ".join(names)):
        return frozenset()
    # "A" and "Frage" are in labels; as another name they would prove the words of anybody.
    texts = [name.casefold() for name in names if not is_unnamed(name.casefold().strip(".:"))]
    words = (word.strip(".,'’()") for text in texts for word in text.split())
    return frozenset(name_hash(word) for word in words if word)
