"""Each article's quotations looked up in its capture, unless nothing that counts has changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from factsheets.content.records import Fact
from factsheets.dataset.known import Known
from factsheets.dataset.model import Locate, Sheets, file_of
from factsheets.dataset.references import references_of
from factsheets.pipeline.inputs import Inputs, Looked, Memory, Watch
from factsheets.problems.problem import Problem
from factsheets.quotes import check, seeds, sources
from factsheets.quotes.capture import Capture
from factsheets.quotes.check import marked_words_of_topics
from factsheets.quotes.marked_words import has_marks, topic_texts
from factsheets.quotes.sources import Material
from factsheets.quotes.store import Findings

_NONE = bytes(sha256().digest_size)
_CAPTURE = re.compile(r"seeds/([^/]+)\.json")


class Captures(Mapping[str, Capture | None]):
    """The captures by article id; None for one that cannot be read."""

    def __init__(self, inputs: Inputs, memory: Memory) -> None:
        self.texts = seeds.texts(inputs.files)
        self.digests = inputs.digests
        self._files = {
            match[1]: name for name in inputs.files if (match := _CAPTURE.fullmatch(name))
        }
        known = memory.captures
        found = {
            name: known[name]
            if name in known and known[name][0] == inputs.digests[name]
            else (inputs.digests[name], seeds.loaded(inputs.files[name]))
            for name in self._files.values()
        }
        known.clear()
        known.update(found)
        self._captures = {key: found[name][1] for key, name in self._files.items()}

    def __getitem__(self, article_id: str) -> Capture | None:
        return self._captures[article_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._captures)

    def __len__(self) -> int:
        return len(self._captures)

    def digest(self, article_id: str) -> bytes:
        """The digest of the capture's file."""
        return self.digests[self._files[article_id]]

    def problems(self) -> Iterator[Problem]:
        """One for each capture that cannot be read."""
        for article_id, one in self.items():
            if one is None:
                yield seeds.broken(self._files[article_id], article_id)


class Quotations:
    """The looks at the quotations of all articles, those that the memory has and new ones."""

    def __init__(self, sheets: Sheets, captures: Captures, locate: Locate, memory: Memory) -> None:
        self._articles = sheets.articles
        self._captures = captures
        self._locate = locate
        self._memory = memory
        self._actors = sheets.actors

    def looked_up(self, watch: Watch) -> Mapping[str, Looked]:
        """The looks at all articles, by article id."""
        articles = watch("quotations", self._articles, len(self._articles))
        found = {article_id: self.look(article_id) for article_id in articles}
        self._memory.looked.clear()
        self._memory.looked.update(found)
        return found

    def look(self, article_id: str) -> Looked:
        """The look at one article."""
        references = list(references_of(self._articles[article_id]))
        cited = sorted({article_id} | {name for kind, name, _ in references if kind == "article"})
        actors = {name for kind, name, _ in references if kind == "actor"}
        key = self._key(article_id, cited, actors)
        known = self._memory.looked.get(article_id)
        return known if known and known.digest == key else self._look(article_id, cited, key)

    def _is_alone(self, article_id: str) -> bool:
        return article_id in self._captures.texts and article_id not in self._captures

    def _key(self, article_id: str, cited: list[str], actors: Iterable[str]) -> bytes:
        """The hash of all that the findings of an article depend on; its file names the cited."""
        parts = [self._digest(file_of("article", article_id))]
        parts += (self._digest(file_of("actor", each)) for each in sorted(actors))
        for other in cited:
            text, taken = self._digest(f"seeds/{other}.txt"), self._digest(f"seeds/{other}.json")
            # Without a capture, one is made of a text that the article's own file calls committed.
            alone = self._is_alone(other)
            parts += text, taken, self._digest(file_of("article", other)) if alone else _NONE
        return sha256(b"".join(parts)).digest()

    def _digest(self, name: str) -> bytes:
        return self._captures.digests.get(name, _NONE)

    def _look(self, article_id: str, cited: list[str], key: bytes) -> Looked:
        articles, texts = self._articles, self._captures.texts
        alone = {
            each: articles[each] for each in cited if self._is_alone(each) and each in articles
        }
        captures = sources.with_committed(alone, self._captures, texts)
        article = articles[article_id]
        material = sources.Material(captures, texts, self._actors)
        got = check.article_findings(article_id, article, material, self._locate)
        findings = got.value or {}
        found = tuple(_found(fact, findings) for fact in article.facts)
        return Looked(key, found, got.problems, findings)


def _found(fact: Fact, findings: Findings) -> int:
    """How many of a fact's quotations were found."""
    quotes = (fact.quote, *(more.quote for more in fact.also))
    return sum(
        len(each)
        for number, each in enumerate(quotes)
        if (one := findings.get((fact.id, number))) and one.check == "found"
    )


# Words that topics put into quotation marks, compared with what they rest on.


def marked_words(known: Known, captures: Captures, locate: Locate) -> Iterator[Problem]:
    """The problems of all topics."""
    topics = {
        key: topic
        for key, topic in known.sheets.topics.items()
        if any(has_marks(text) for _, text, _ in topic_texts(topic))
    }
    named = {
        fact
        for topic in topics.values()
        for _, text, ids in topic_texts(topic)
        if has_marks(text)
        for fact in ids
    }
    facts = {}
    for fact_id in sorted(named & known.facts.keys()):
        article_id, number = known.facts[fact_id]
        article = known.sheets.articles[article_id]
        facts[fact_id] = (article_id, article, article.facts[number])
    material = Material(captures, captures.texts, known.sheets.actors)
    return marked_words_of_topics(topics, facts, material, locate)
