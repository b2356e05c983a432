"""Files -> the linked content, with every problem that is to be said of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator import capture
from generator.dataset import Dataset, link
from generator.pipeline.events import said_before
from generator.pipeline.future import in_the_future
from generator.pipeline.inputs import Inputs
from generator.pipeline.prose import prose
from generator.pipeline.published import lost_addresses
from generator.pipeline.same_address import same_address
from generator.pipeline.sheets import Memory, locator, sheets
from generator.problem import Checked, Problem, errors, in_order
from generator.schema import Fact


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts: what was found wrong, and what there is."""

    errors: int
    warnings: int
    facts: int
    quotes: int
    quotes_found: int
    actors: int
    topics: int
    sources: int
    events: int


@dataclass(frozen=True, slots=True)
class Outcome(Checked[Dataset]):
    """The content as far as it could be read, all problems in order, and the counts."""

    summary: Summary = Summary(0, 0, 0, 0, 0, 0, 0, 0, 0)

    def without(self, code: str) -> Outcome:
        """The same content without the problems of one code."""
        return self.about(tuple(each for each in self.problems if each.code != code))

    def about(self, problems: tuple[Problem, ...]) -> Outcome:
        """The same content with only these of its problems."""
        wrong = len(errors(problems))
        summary = replace(self.summary, errors=wrong, warnings=len(problems) - wrong)
        return replace(self, problems=problems, summary=summary)


def check(inputs: Inputs, today: datetime.date, memory: Memory | None = None) -> Outcome:
    """Everything there is to say about the content.

    The dataset is made even where there are errors; publish it only if `summary.errors` is 0.
    `today` is only compared with dates in the content; `memory` spares a later check the files
    that did not change.
    """
    read, of_files = sheets(inputs, memory or Memory())
    locate = locator(inputs)
    linked = link(read, locate)
    captures = capture.captures(inputs.files)
    texts = capture.texts(inputs.files)
    quotations = capture.checked(read.articles, captures.value or {}, texts, locate)
    pages = prose(inputs.files)
    problems = in_order(
        [
            *inputs.problems,
            *of_files,
            *linked.problems,
            *in_the_future(read.articles, today, locate),
            *captures.problems,
            *quotations.problems,
            *pages.problems,
        ]
    )
    if linked.value is None:
        return Outcome(None, problems, _summary(problems, None))
    with_pages = replace(linked.value, prose=pages.value or {})
    problems = in_order((*problems, *same_address(with_pages), *said_before(with_pages, locate)))
    # A file that could not be read hides its addresses; it is named already.
    if not any(read.broken.values()):
        problems = in_order((*problems, *lost_addresses(inputs, linked.value)))
    known = {key: one for key, one in (captures.value or {}).items() if one is not None}
    dataset = replace(with_pages, findings=quotations.value or {}, captures=known)
    return Outcome(dataset, problems, _summary(problems, dataset))


def _summary(problems: tuple[Problem, ...], dataset: Dataset | None) -> Summary:
    wrong = len(errors(problems))
    warnings = len(problems) - wrong
    if dataset is None:
        return Summary(wrong, warnings, 0, 0, 0, 0, 0, 0, 0)
    pieces = list(_quoted(each.fact for each in dataset.statements.values()))
    return Summary(
        errors=wrong,
        warnings=warnings,
        facts=len(dataset.statements),
        quotes=sum(number for _, number in pieces),
        quotes_found=_found(dataset, pieces),
        actors=len(dataset.actors),
        topics=len(dataset.topics),
        sources=len(dataset.articles),
        events=len(dataset.events),
    )


def _quoted(facts: Iterable[Fact]) -> Iterator[tuple[tuple[str, int], int]]:
    """Each piece of evidence with the number of its quotations."""
    for fact in facts:
        yield (fact.id, 0), len(fact.quote)
        for number, more in enumerate(fact.also, start=1):
            yield (fact.id, number), len(more.quote)


def _found(dataset: Dataset, pieces: Iterable[tuple[tuple[str, int], int]]) -> int:
    findings: Mapping[tuple[str, int], capture.Finding] = dataset.findings
    return sum(
        number for key, number in pieces if key in findings and findings[key].check == "found"
    )
