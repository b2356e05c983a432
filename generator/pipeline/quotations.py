"""Every article's quotations looked up in its capture, unless nothing that counts has changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256

from generator import capture
from generator.capture import Capture, Findings
from generator.dataset import Locate, Ties
from generator.dataset.model import file_of
from generator.pipeline.inputs import Inputs
from generator.pipeline.memory import Looked, Memory
from generator.pipeline.watch import Watch
from generator.problem import Problem
from generator.schema import Article, Fact

_NONE = bytes(sha256().digest_size)
_CAPTURE = re.compile(r"seeds/([^/]+)\.json")


class Shelf(Mapping[str, Capture | None]):
    """The captures by article id, each read when it is first asked for; None for a broken one."""

    def __init__(self, inputs: Inputs, memory: Memory) -> None:
        """What the memory holds of other bytes is thrown away."""
        self.texts = capture.texts(inputs.files)
        self.digests = inputs.digests
        self._inputs = inputs
        self._memory = memory
        self._files = {
            match[1]: name for name in inputs.files if (match := _CAPTURE.fullmatch(name))
        }
        for name in [*memory.intact]:
            if memory.intact[name][0] != inputs.digests.get(name):
                del memory.intact[name]
                memory.captures.pop(name, None)

    def __getitem__(self, article_id: str) -> Capture | None:
        name, kept = self._files[article_id], self._memory.captures
        if name not in kept:
            kept[name] = capture.loaded(self._inputs.files[name])
        return kept[name]

    def __contains__(self, article_id: object) -> bool:
        return article_id in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def digest(self, article_id: str) -> bytes:
        """What the capture's file hashes to."""
        return self._inputs.digests[self._files[article_id]]

    def intact(self, article_id: str) -> bool:
        """Whether a capture can be read."""
        name, known = self._files[article_id], self._memory.intact
        if name not in known:
            known[name] = self._inputs.digests[name], self[article_id] is not None
        return known[name][1]

    def problems(self) -> Iterator[Problem]:
        """One for each capture that cannot be read."""
        for article_id, name in self._files.items():
            if not self.intact(article_id):
                yield capture.broken(name, article_id)


class Quotations:
    """The looks at the quotations of all articles, those that the memory has and new ones."""

    def __init__(
        self, articles: Mapping[str, Article], shelf: Shelf, locate: Locate, memory: Memory
    ) -> None:
        self._articles = articles
        self._shelf = shelf
        self._locate = locate
        self._memory = memory

    def looked_up(self, ties: Mapping[str, Ties], watch: Watch) -> Mapping[str, Looked]:
        """The looks by article id, at all articles that have ties."""
        found = {
            article_id: self.look(article_id, ties[article_id])
            for article_id in watch("quotations", ties, len(ties))
        }
        self._memory.looked.clear()
        self._memory.looked.update(found)
        return found

    def look(self, article_id: str, ties: Ties) -> Looked:
        """The look at one article."""
        cited = _cited(article_id, ties)
        key = self._key(article_id, cited)
        known = self._memory.looked.get(article_id)
        return known if known and known.digest == key else self._look(article_id, cited, key)

    def alone(self, article_id: str, ties: Ties) -> set[str]:
        """Which of the articles that one cites have a text here and no capture."""
        return {each for each in _cited(article_id, ties) if self._is_alone(each)}

    def _is_alone(self, article_id: str) -> bool:
        return article_id in self._shelf.texts and article_id not in self._shelf

    def _key(self, article_id: str, cited: list[str]) -> bytes:
        """The hash of all that the findings of an article depend on; its file names the cited."""
        parts = [self._digest(file_of("article", article_id))]
        for other in cited:
            text, taken = self._digest(f"seeds/{other}.txt"), self._digest(f"seeds/{other}.json")
            # Without a capture, one is made of a text that the article's own file calls committed.
            alone = self._is_alone(other)
            parts += text, taken, self._digest(file_of("article", other)) if alone else _NONE
        return sha256(b"".join(parts)).digest()

    def _digest(self, name: str) -> bytes:
        return self._shelf.digests.get(name, _NONE)

    def _look(self, article_id: str, cited: list[str], key: bytes) -> Looked:
        articles, texts, shelf = self._articles, self._shelf.texts, self._shelf
        alone = {
            each: articles[each] for each in cited if self._is_alone(each) and each in articles
        }
        captures = capture.with_committed(alone, shelf, texts)
        article = articles[article_id]
        got = capture.article_findings(article_id, article, captures, texts, self._locate)
        findings = got.value or {}
        found = tuple(_found(fact, findings) for fact in article.facts)
        return Looked(key, found, got.problems, findings)


def _cited(article_id: str, ties: Ties) -> list[str]:
    return sorted({article_id, *ties.refers.get("article", ())})


def _found(fact: Fact, findings: Findings) -> int:
    """How many of a fact's quotations were found."""
    quotes = (fact.quote, *(more.quote for more in fact.also))
    return sum(
        len(each)
        for number, each in enumerate(quotes)
        if (one := findings.get((fact.id, number))) and one.check == "found"
    )
