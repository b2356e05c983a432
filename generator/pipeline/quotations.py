"""Every article's quotations looked up in its capture, unless nothing that counts has changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256

from generator import capture
from generator.capture import Capture, Findings
from generator.dataset import Known, Locate
from generator.dataset.model import file_of
from generator.pipeline.inputs import Inputs
from generator.pipeline.memory import Digests, Looked, Memory
from generator.pipeline.watch import Watch
from generator.problem import Problem
from generator.schema import Fact

_NONE = bytes(sha256().digest_size)
_CAPTURE = re.compile(r"seeds/([^/]+)\.json")


class Shelf(Mapping[str, Capture | None]):
    """The captures by article id, each read when it is first asked for; None for a broken one."""

    def __init__(self, inputs: Inputs, digests: Digests, memory: Memory) -> None:
        """What the memory holds of other bytes is thrown away."""
        self.texts = capture.texts(inputs.files)
        self._inputs = inputs
        self._memory = memory
        self._files = {
            match[1]: name for name in inputs.files if (match := _CAPTURE.fullmatch(name))
        }
        for name in [*memory.intact]:
            if memory.intact[name][0] != digests.get(name):
                del memory.intact[name]
                memory.captures.pop(name, None)
        for article_id, name in self._files.items():
            if name not in memory.intact:
                memory.intact[name] = digests[name], self[article_id] is not None

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

    def problems(self) -> Iterator[Problem]:
        """One for each capture that cannot be read."""
        for article_id, name in self._files.items():
            if not self._memory.intact[name][1]:
                yield capture.broken(name, article_id)


class Quotations:
    """The looks at the quotations of all articles, those that the memory has and new ones."""

    def __init__(self, known: Known, shelf: Shelf, digests: Digests, memory: Memory) -> None:
        self._known = known
        self._shelf = shelf
        self._digests = digests
        self._memory = memory

    def looked_up(self, locate: Locate, watch: Watch) -> Mapping[str, Looked]:
        """The looks by article id."""
        found: dict[str, Looked] = {}
        articles = self._known.sheets.articles
        for article_id in watch("quotations", articles, len(articles)):
            named = self._known.ties["article"][article_id].refers.get("article", frozenset())
            cited = sorted({article_id, *named})
            key = self._key(article_id, cited)
            one = self._memory.looked.get(article_id)
            if one is None or one.digest != key:
                one = self._look(article_id, cited, key, locate)
            found[article_id] = one
        self._memory.looked.clear()
        self._memory.looked.update(found)
        return found

    def _key(self, article_id: str, cited: list[str]) -> bytes:
        """The hash of all that the findings of an article depend on; its file names the cited."""
        parts = [self._digest(file_of("article", article_id))]
        for other in cited:
            text, taken = self._digest(f"seeds/{other}.txt"), self._digest(f"seeds/{other}.json")
            # Without a capture, one is made of a text that the article's own file calls committed.
            alone = text != _NONE and taken == _NONE
            parts += text, taken, self._digest(file_of("article", other)) if alone else _NONE
        return sha256(b"".join(parts)).digest()

    def _digest(self, name: str) -> bytes:
        return self._digests.get(name, _NONE)

    def _look(self, article_id: str, cited: list[str], key: bytes, locate: Locate) -> Looked:
        articles = self._known.sheets.articles
        texts, shelf = self._shelf.texts, self._shelf
        alone = {
            each: articles[each]
            for each in cited
            if each in texts and each not in shelf and each in articles
        }
        captures = capture.with_committed(alone, shelf, texts)
        article = articles[article_id]
        got = capture.article_findings(article_id, article, captures, texts, locate)
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
