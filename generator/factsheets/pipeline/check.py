"""The check: from the bytes of files to the linked content and all its problems."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from factsheets.content.kinds import KINDS
from factsheets.dataset.dates import events_after_publication, future_days
from factsheets.dataset.duplicates import counted_with, not_independent, undecided
from factsheets.dataset.known import Known
from factsheets.dataset.links import between, linked
from factsheets.dataset.model import Dataset, Prose
from factsheets.pipeline.addresses import lost_addresses, same_address
from factsheets.pipeline.inputs import Cache, Inputs, Progress, no_progress
from factsheets.pipeline.prose import Page, published_pages, read_pages
from factsheets.pipeline.quotations import (
    Captures,
    Looked,
    Quotations,
    findings_of,
    found_quotes,
    topic_problems,
)
from factsheets.pipeline.sheets import locator, read_sheets
from factsheets.pipeline.static_files import taken_places
from factsheets.problems.problem import Checked, Place, Problem, Summary, errors, in_order
from factsheets.quotes import seeds
from factsheets.quotes.own_words import quotes_of
from factsheets.quotes.reprints import Pair, Shared, shared_text
from factsheets.site.dead_links import Addresses, OpenLinks, dead_links
from factsheets.site.page_markup import links

_NO_COUNTS = Summary()


@dataclass(frozen=True, slots=True)
class Outcome(Checked[Dataset]):
    """The content as far as it could be read, all problems in order, and the counts.

    `open_links` are the links of hand-written pages for `dead_parts` to check.
    """

    summary: Summary = _NO_COUNTS
    open_links: OpenLinks | None = field(default=None, compare=False)

    def without(self, code: str) -> Outcome:
        """The same content without the problems of one code."""
        return self.about(tuple(each for each in self.problems if each.code != code))

    def about(self, problems: tuple[Problem, ...]) -> Outcome:
        """The same outcome with only these problems."""
        wrong = len(errors(problems))
        summary = replace(self.summary, errors=wrong, warnings=len(problems) - wrong)
        return replace(self, problems=problems, summary=summary)


def check(
    inputs: Inputs,
    today: datetime.date,
    cache: Cache | None = None,
    progress: Progress = no_progress,
    *,
    drafts: bool = False,
) -> Outcome:
    """Read, validate and link the content, and find all its problems.

    Args:
        inputs: The files of the content.
        today: The date that dates in the content are compared with.
        cache: Results of earlier checks, for unchanged files.
        progress: Receives the files and articles as they are checked.
        drafts: Whether to include drafts in the dataset.

    Returns:
        The dataset is made even if there are errors: publish it only if `summary.errors` is 0.
    """
    content = _read(inputs, cache or Cache(), progress)
    page_links = [link for name in content.prose for link in links(name, content.pages[name].text)]
    addresses = Addresses(content.known, content.prose, inputs.static)
    dead, open_links = dead_links(page_links, addresses)
    found = [
        *content.problems,
        *_problems_between_files(content, inputs, today),
        *(problem for each in content.looked.values() for problem in each.problems),
    ]
    # A file that could not be read hides its addresses, and already has a problem.
    if not any(content.known.sheets.broken.values()):
        found += [*dead, *lost_addresses(inputs, content.known)]
        if not inputs.problems:  # A file that was not read could be an article.
            found += seeds.unused(inputs.files)
    problems = in_order(found)
    summary = _summary(problems, content.known, content.looked)
    return Outcome(_dataset(content, drafts=drafts), problems, summary, open_links)


@dataclass(frozen=True, slots=True)
class _Content:
    """All records and captures as read; `problems` are those of single files."""

    known: Known
    captures: Captures
    pages: Mapping[str, Page]
    prose: Mapping[str, Prose]
    looked: Looked
    reprints: Mapping[Pair, Shared]
    problems: list[Problem]


def _read(inputs: Inputs, cache: Cache, progress: Progress) -> _Content:
    sheets, problems = read_sheets(inputs, cache, progress)
    known = Known(sheets)
    captures = Captures(inputs, cache)
    pages = read_pages(inputs, cache)
    quotations = Quotations(sheets, captures, locator(inputs), cache)
    looked = quotations.check(progress)
    reprints = undecided(sheets.articles, _shared_text(known, captures, cache))
    problems = [
        *inputs.problems,
        *problems,
        *captures.problems(),
        *(problem for page in pages.values() for problem in page.problems),
    ]
    return _Content(known, captures, pages, published_pages(pages), looked, reprints, problems)


def _problems_between_files(
    content: _Content, inputs: Inputs, today: datetime.date
) -> Iterator[Problem]:
    known, locate = content.known, locator(inputs)
    yield from between(known, locate)
    yield from future_days(known, today, locate)
    yield from events_after_publication(known, locate)
    yield from _captures_of_removed(inputs, known)
    yield from topic_problems(known, content.captures, locate)
    yield from not_independent(content.reprints, locate)
    yield from same_address(known, content.prose)
    yield from taken_places(inputs.static, content.pages)


def _dataset(content: _Content, *, drafts: bool) -> Dataset:
    dataset = linked(content.known, drafts=drafts)
    articles = dataset.articles
    pairs = [pair for pair in content.reprints if articles.keys() >= set(pair)]
    return replace(
        dataset,
        counted_with=counted_with(articles, pairs),
        findings=findings_of(content.looked),
        captures=content.captures.readable(),
        prose=content.prose,
    )


def _shared_text(known: Known, captures: Captures, cache: Cache) -> Mapping[Pair, Shared]:
    """Find captured articles that share text; each article is compared with every other one."""
    names = [name for name in known.records["article"] if name in captures]
    digest = tuple((name, captures.digest(name)) for name in names)
    readable = {name: one for name in names if (one := captures[name])}
    return cache.get("shared text", digest, shared_text, readable)


def _captures_of_removed(inputs: Inputs, known: Known) -> Iterator[Problem]:
    """Captures and texts of articles that were removed."""
    for article_id in sorted(known.removed["article"]):
        for name in (f"seeds/{article_id}.json", f"seeds/{article_id}.txt"):
            if name in inputs.files:
                yield Problem(
                    "removed-text",
                    f'The article "{article_id}" was removed, but its words are still here.',
                    Place(name, 1, 1, 2),
                    "Delete this file, and the article's line in seeds/README.md.",
                )


def _summary(problems: tuple[Problem, ...], known: Known, looked: Looked) -> Summary:
    wrong = len(errors(problems))
    facts = map(known.fact, known.facts)
    quotes = sum(len(quotes_of(fact)) for fact in facts)
    found = sum(
        found_quotes(known.fact(key), looked[article_id].value or {})
        for key, (article_id, _) in known.facts.items()
    )
    return Summary(
        errors=wrong,
        warnings=len(problems) - wrong,
        facts=len(known.facts.keys() - known.removed["fact"] - known.drafts["fact"]),
        quotes=quotes,
        quotes_found=found,
        records={kind.noun: len(known.records[name]) for name, kind in KINDS.items()},
        drafts=len(known.drafts["fact"]),
    )
