"""Check each article's quotations, and reuse results whose inputs have not changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

from factsheets.content.article import Fact
from factsheets.content.tree import Locate
from factsheets.dataset.known import Known
from factsheets.dataset.model import Sheets, file_of
from factsheets.dataset.references import references_of
from factsheets.pipeline.inputs import Cache, Inputs, Progress
from factsheets.problems.problem import Checked, Problem
from factsheets.quotes import seeds
from factsheets.quotes.capture import FORM, Capture
from factsheets.quotes.check import Sources, check_article, check_topics
from factsheets.quotes.quotations import Findings

_NO_FILE = bytes(sha256().digest_size)


Looked = Mapping[str, Checked[Findings]]
"""The results of checking quotations, by article id."""


class Captures(dict[str, Capture | None]):
    """The captures by article id, None for one that cannot be read; and the texts."""

    def __init__(self, inputs: Inputs, cache: Cache) -> None:
        self.texts = seeds.texts(inputs.files)
        self.digests = inputs.digests
        self._files = seeds.capture_files(inputs.files)
        for key, name in self._files.items():
            data = inputs.files[name]
            self[key] = cache.get(name, inputs.digests[name], seeds.load_capture, data)

    def digest(self, article_id: str) -> bytes:
        """The digest of the capture's file."""
        return self.digests[self._files[article_id]]

    def readable(self) -> dict[str, Capture]:
        """The captures that can be read."""
        return {key: one for key, one in self.items() if one}

    def problems(self) -> Iterator[Problem]:
        """A problem for each capture that cannot be read, and one for all of an older format."""
        for article_id, one in self.items():
            if one is None:
                yield seeds.broken_capture(self._files[article_id], article_id)
        readable = sorted(self.readable().items())
        old = [key for key, one in readable if one.form < FORM and key not in self.texts]
        if old:
            yield seeds.old_captures([self._files[key] for key in old])


class Quotations:
    """Check the quotations of all articles."""

    def __init__(self, sheets: Sheets, captures: Captures, locate: Locate, cache: Cache) -> None:
        self._captures = captures
        self._locate = locate
        self._cache = cache
        self._sources = Sources(captures, captures.texts, sheets.actors, sheets.articles)

    def check(self, progress: Progress) -> Looked:
        """The results by article id."""
        articles = self._sources.articles
        return {
            article_id: self._cache.get(
                ("quotations", article_id),
                self._digest(article_id),
                check_article,
                article_id,
                self._sources,
                self._locate,
            )
            for article_id in progress("quotations", articles, len(articles))
        }

    def _digest(self, article_id: str) -> bytes:
        """The digest of all files that an article's result depends on."""
        references = list(references_of(self._sources.articles[article_id]))
        actors = {name for kind, name, _ in references if kind == "actor"}
        articles = {name for kind, name, _ in references if kind == "article"}
        names = [
            file_of("article", article_id),
            *(file_of("actor", each) for each in sorted(actors)),
        ]
        parts = [self._digest_of_file(name) for name in names]
        known = [self._sources.names[each] for each in sorted(actors & self._sources.actors.keys())]
        parts += [str(sorted(map(sorted, each.namesakes))).encode() for each in known]
        for cited in sorted({article_id, *articles}):
            parts.append(self._digest_of_file(f"seeds/{cited}.txt"))
            parts.append(self._digest_of_file(f"seeds/{cited}.json"))
            parts.append(self._digest_of_file(file_of("article", cited)))  # its kind and publisher
        return sha256(b"".join(parts)).digest()

    def _digest_of_file(self, name: str) -> bytes:
        return self._captures.digests.get(name, _NO_FILE)


def found_quotes(fact: Fact, findings: Findings) -> int:
    """The number of a fact's quotations that were found."""
    return sum(
        len(each.quote)
        for number, (_, _, each) in enumerate(fact.evidence(""))
        if (one := findings.get((fact.id, number))) and one.check == "found"
    )


def findings_of(looked: Looked) -> Findings:
    """The findings of all articles."""
    return {key: one for each in looked.values() for key, one in (each.value or {}).items()}


def topic_problems(known: Known, captures: Captures, locate: Locate) -> Iterator[Problem]:
    """The problems of words that topics put in quotation marks."""
    sheets = known.sheets
    facts = {
        key: (each.article_id, each.article, each.fact) for key, each in known.statements.items()
    }
    sources = Sources(captures, captures.texts, sheets.actors, sheets.articles)
    return check_topics(sheets.topics, facts, sources, locate)
