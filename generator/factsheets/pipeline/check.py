"""Files -> the linked content, with every problem that is to be said of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from factsheets.content.kinds import KINDS
from factsheets.dataset.dates import events_after_publication, future_days
from factsheets.dataset.duplicates import counted_with, not_independent, undecided
from factsheets.dataset.known import Known
from factsheets.dataset.links import between, linked
from factsheets.dataset.model import Dataset
from factsheets.pipeline.addresses import lost_addresses, same_address
from factsheets.pipeline.inputs import Inputs, Looked, Memory, Watch, unwatched
from factsheets.pipeline.prose import pages, texts
from factsheets.pipeline.quotations import Captures, Quotations, marked_words
from factsheets.pipeline.sheets import locator, sheets
from factsheets.pipeline.static_files import taken_places
from factsheets.problems.problem import Checked, Place, Problem, Summary, errors, in_order
from factsheets.quotes.reprints import Pair, Shared, shared_text
from factsheets.site.dead_links import Addresses, OpenLinks, dead_links
from factsheets.site.page_markup import Link, links


@dataclass(frozen=True, slots=True)
class Outcome(Checked[Dataset]):
    """The content as far as it could be read, all problems in order, and the counts.

    `open_links` are the links of hand-written pages that `dead_parts` judges.
    """

    summary: Summary = field(default_factory=Summary)
    open_links: OpenLinks | None = field(default=None, compare=False)

    def without(self, code: str) -> Outcome:
        """The same content without the problems of one code."""
        return self.about(tuple(each for each in self.problems if each.code != code))

    def about(self, problems: tuple[Problem, ...]) -> Outcome:
        """The same content with only these of its problems."""
        wrong = len(errors(problems))
        summary = replace(self.summary, errors=wrong, warnings=len(problems) - wrong)
        return replace(self, problems=problems, summary=summary)


def check(
    inputs: Inputs, today: datetime.date, memory: Memory | None = None, *, drafts: bool = False
) -> Outcome:
    """Everything there is to say about the content.

    The dataset is made even where there are errors; publish it only if `summary.errors` is 0.
    `today` is only compared with dates in the content; `memory` holds results for files that did
    not change since an earlier check. With `drafts` the dataset has them, too.
    """
    look = Look(inputs, today, memory or Memory())
    return replace(look.outcome, value=look.dataset(drafts=drafts))


class Look:
    """A check that makes the dataset only when it is asked for.

    `outcome` has the problems and counts. `watch` sees the files and the articles whose quotations
    are looked up.
    """

    def __init__(
        self, inputs: Inputs, today: datetime.date, memory: Memory, watch: Watch = unwatched
    ) -> None:
        self.inputs = inputs
        read, self._of_files = sheets(inputs, memory, watch)
        self._known = Known(read)
        self._captures = Captures(inputs, memory)
        self._pages = pages(inputs.files, inputs.digests, memory)
        self._locate = locator(inputs)
        self._undecided = undecided(read.articles, self._shared_text(memory))
        quotations = Quotations(read, self._captures, self._locate, memory)
        self._looked = quotations.looked_up(watch)
        problems = in_order([*self._problems(today), *_of_quotations(self._looked)])
        summary = _summary(problems, self._known, self._looked)
        self.outcome = Outcome(None, problems, summary, self._open)

    def _problems(self, today: datetime.date) -> list[Problem]:
        known, locate, written = self._known, self._locate, self._pages
        found = [
            *self.inputs.problems,
            *self._of_files,
            *between(known, locate),
            *future_days(known, today, locate),
            *events_after_publication(known, locate),
            *self._captures.problems(),
            *(problem for page in written.values() for problem in page.problems),
            *same_address(known, texts(written)),
            *_left_captures(self.inputs, known),
            *taken_places(self.inputs.static, written),
            *marked_words(known, self._captures, locate),
            *not_independent(self._undecided, locate),
        ]
        dead, self._open = dead_links(
            self._links(), Addresses(known, texts(written), self.inputs.static)
        )
        # A file that could not be read hides its addresses; it is named already.
        if not any(known.sheets.broken.values()):
            found += [*dead, *lost_addresses(self.inputs, known)]
        return found

    def _shared_text(self, memory: Memory) -> Mapping[Pair, Shared]:
        """Which captured articles share text; compared again only where a capture changed."""
        names = [name for name in self._known.records["article"] if name in self._captures]
        key = tuple((name, self._captures.digest(name)) for name in names)
        if key not in memory.shared:
            captures = {name: one for name in names if (one := self._captures[name]) is not None}
            memory.shared.clear()
            memory.shared[key] = shared_text(captures)
        return memory.shared[key]

    def _links(self) -> Iterator[Link]:
        """The links of the pages that can be published."""
        for name in texts(self._pages):
            yield from links(name, self._pages[name].text or "")

    def dataset(self, *, drafts: bool = False) -> Dataset:
        """The content as far as it could be read."""
        looked = self._looked.values()
        findings = {key: one for each in looked for key, one in each.findings.items()}
        captures = {key: one for key, one in self._captures.items() if one is not None}
        prose = texts(self._pages)
        dataset = linked(self._known, drafts=drafts)
        shown = dataset.articles.keys()
        pairs = [pair for pair in self._undecided if shown >= set(pair)]
        return replace(
            dataset,
            counted_with=counted_with(dataset.articles, pairs),
            findings=findings,
            captures=captures,
            prose=prose,
        )


def _left_captures(inputs: Inputs, known: Known) -> Iterator[Problem]:
    """The captures and texts of articles that were removed."""
    for article_id in sorted(known.removed["article"]):
        for name in (f"seeds/{article_id}.json", f"seeds/{article_id}.txt"):
            if name in inputs.files:
                yield Problem(
                    "removed-text",
                    f'The article "{article_id}" was removed, and its words can be read from this.',
                    Place(name, 1, 1, 2),
                    "Delete this file, and the line of the article in seeds/README.md.",
                )


def _of_quotations(looked: Mapping[str, Looked]) -> list[Problem]:
    return [problem for each in looked.values() for problem in each.problems]


def _summary(problems: tuple[Problem, ...], known: Known, looked: Mapping[str, Looked]) -> Summary:
    wrong = len(errors(problems))
    facts = map(known.fact, known.facts)
    quotes = sum(len(fact.quote) + sum(len(more.quote) for more in fact.also) for fact in facts)
    found = sum(looked[article_id].found[number] for article_id, number in known.facts.values())
    return Summary(
        errors=wrong,
        warnings=len(problems) - wrong,
        facts=len(known.facts.keys() - known.removed["fact"] - known.drafts["fact"]),
        quotes=quotes,
        quotes_found=found,
        records={kind.noun: len(known.records[name]) for name, kind in KINDS.items()},
        drafts=len(known.drafts["fact"]),
    )
