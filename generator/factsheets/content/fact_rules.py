"""Rules across the fields of one fact."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from factsheets.content.field_help import known_fields
from factsheets.content.finding import Finding
from factsheets.content.records import Event, Fact, Figure
from factsheets.content.text_rules import over, sentences, words
from factsheets.content.types import NOT_STATED, REMOVAL_REASONS


def date_findings(fact: Fact, published: datetime.date | None) -> Iterator[Finding]:
    """What is wrong with the dates of a fact.

    `published` is the article's day, None where that cannot be read.
    """
    yield from our_days(fact, published)
    yield from _basis(fact)
    if fact.said is None:
        # A day that stands under another name is told there.
        if fact.speaker and not fact.event and (fact.date is None or fact.status != "current"):
            yield Finding(
                "said-missing",
                (),
                "The day of this statement is missing.",
                "The article's own date is not the day it was said.\n"
                "If the article does not say it, write: said: unknown\n"
                "If it gives a limit, write: said: before 2025-08-30",
                "warning",
            )
        return
    first = fact.said.first
    if not first or not published:
        return
    late = fact.said.kind == "exactly" and first > published
    late |= fact.said.kind == "about" and first.year > published.year
    if late:
        yield Finding(
            "said-after-published",
            ("said",),
            f"This was said ({fact.said.written}) after the article came out ({published}).",
            f"Compare the day with the article. Is it {published}?",
        )


_HOW_KNOWN = (
    "Add the line below it that is true:\n"
    "said_basis: stated (the article gives this date)\n"
    "said_basis: year-inferred (it gives the day and month, and not the year)\n"
    'said_basis: inferred (you worked it out from the dateline, from "today", or the like)\n'
    "If none is, write: said: unknown"
)


def _basis(fact: Fact) -> Iterator[Finding]:
    """How the date is known: readers take a bare date for one that the article gives."""
    if fact.said is None or fact.said.kind == "unknown":
        return
    if fact.said_basis is None:
        yield Finding(
            "said-basis-missing",
            ("said",),
            f"It is not recorded how this date ({fact.said.written}) is known.",
            _HOW_KNOWN,
        )
    elif fact.said_basis == "year-inferred" and fact.said.month is None:
        yield Finding(
            "said-basis-year",
            ("said_basis",),
            f"Only the year of this date is to be inferred, and it has nothing else: "
            f"{fact.said.written}.",
            "If the article gives the year, write said_basis: stated. If you worked it out, write "
            "said_basis: inferred.",
        )


_EMPTY_WORDS = frozenset(
    ["unknown", "none", "nowhere", "nobody", "n/a", "na", "-", "?", "unspecified", "undisclosed"]
    + [f"not{space}{word}" for space in " _" for word in ("stated", "given", "known", "specified")]
)


def not_stated(record: Fact | Event) -> Iterator[Finding]:
    """Words in the place of a place or an audience that the source does not name."""
    for name in ("place", "audience"):
        given = getattr(record, name)
        if given and given.strip(" .").lower() in _EMPTY_WORDS:
            yield Finding(
                "not-stated",
                (name,),
                f'"{given}" would be shown as the name of {_A_NAME[name]}.',
                f"If you read the source and it does not say, write {name}: {NOT_STATED}. "
                "If you do not know, take the line out: then nothing is shown.",
            )


_A_NAME = {"place": "a place", "audience": "an audience"}


def our_days(fact: Fact, published: datetime.date | None) -> Iterator[Finding]:
    """Corrections and withdrawals that are dated before there was an article to take from."""
    ours: list[tuple[tuple[str | int, ...], datetime.date]] = [
        (("corrections", number, "date"), each.date) for number, each in enumerate(fact.corrections)
    ]
    if fact.date and fact.status != "current":
        ours.append((("date",), fact.date))
    for path, day in ours:
        if published and day < published:
            yield Finding(
                "changed-before-published",
                path,
                f"We changed this ({day}) before its article came out ({published}).",
                "Write the day of our own change, not the day on which something was said.",
            )


def repeats(record: Any) -> Iterator[Finding]:
    """Each id that stands a second time in its list."""
    for name, known in known_fields(type(record)).items():
        ids: tuple[str, ...] = getattr(record, name) if known.is_id_list else ()
        seen: set[str] = set()
        for number, one in enumerate(ids):
            if one in seen:
                yield Finding(
                    "duplicate-item",
                    (name, number),
                    f'"{one}" stands in this list already.',
                    "Take one of the two out.",
                )
            seen.add(one)


QUOTED_WORDS = 45
STATEMENT_WORDS = 14
ANSWER_WORDS = 8
DETAIL_WORDS = 40
DETAIL_SENTENCES = 2

_MARKED = re.compile("“([^“”]*)”")


def fact_findings(fact: Fact, published: datetime.date | None) -> Iterator[Finding]:
    """What is wrong between the fields of a fact; one that is removed has nothing but its state.

    `published` is the article's day, None where that cannot be read.
    """
    if fact.status == "removed":
        yield from our_days(fact, published)
        yield from _removed(fact)
        return
    yield from _evidence(fact)
    yield from _quotations(fact)
    yield from _lengths(fact)
    yield from date_findings(fact, published)
    yield from not_stated(fact)
    yield from _state(fact)
    if fact.figure is not None:
        yield from _figure(fact.figure)
    yield from repeats(fact)


def _evidence(fact: Fact) -> Iterator[Finding]:
    if fact.paragraph is None and not any(
        more.paragraph is not None or more.article for more in fact.also
    ):
        yield Finding(
            "missing-evidence",
            (),
            "It is not said where in the article this fact stands.",
            "Count the article's paragraphs from 1 and add, for example: paragraph: 2",
        )
    for number, more in enumerate(fact.also):
        if more.paragraph is None and more.article is None and fact.paragraph is not None:
            yield Finding(
                "missing-evidence",
                ("also", number),
                "This further evidence names no place.",
                "Add a paragraph of this article (paragraph: 2) or another article "
                "(article: its-id).",
            )


def _quotations(fact: Fact) -> Iterator[Finding]:
    if fact.form is not None and not fact.quote:
        yield _no_quote(("form",))
    for number, more in enumerate(fact.also):
        if more.form in {"quoted", "partly-quoted"} and not more.quote:
            yield _no_quote(("also", number, "form"))
        if more.form == "paraphrased" and more.quote:
            yield Finding(
                "quote-in-paraphrase",
                ("also", number, "form"),
                "This evidence has a quote, and its form says that there is none.",
                "Take the line form: out: a quote makes it quoted. Or write form: partly-quoted.",
            )
    quoted = [*fact.quote, *(text for m in fact.also if not m.article for text in m.quote)]
    count = sum(map(words, quoted)) if sum(map(len, quoted)) > QUOTED_WORDS else 0
    if count > QUOTED_WORDS:
        yield Finding(
            "quote-too-long",
            ("quote",) if fact.quote else ("also",),
            f"This fact quotes {count} words of the article; {QUOTED_WORDS} are the most.",
            "Keep the words that matter, in two or three pieces if need be.",
        )


def _no_quote(path: tuple[str | int, ...]) -> Finding:
    return Finding(
        "form-without-quote",
        path,
        "The form says that words are quoted, and there is no quote.",
        'Add the quoted words (quote: "…"), or take the line form: out.',
    )


def _lengths(fact: Fact) -> Iterator[Finding]:
    own = _own_words(fact)
    if count := over(own, STATEMENT_WORDS):
        yield Finding(
            "statement-too-long",
            ("statement",),
            f"This statement has {count} words; up to {STATEMENT_WORDS} are easy to read.",
            "Keep what was said. A condition goes into condition:, the rest into detail:.",
            "warning",
        )
    if fact.detail is not None:
        yield from _detail(fact.detail)
    for number, answer in enumerate(fact.answers):
        if count := over(answer.text, ANSWER_WORDS):
            yield Finding(
                "answer-too-long",
                ("answers", number, "text"),
                f"This answer has {count} words; {ANSWER_WORDS} fit into its cell.",
                "Say only what answers the question; the statement says the rest.",
            )


def _own_words(fact: Fact) -> str:
    """The statement without the words that it repeats from its quotations, between “ and ”."""

    def kept(found: re.Match[str]) -> str:
        return " " if any(found[1] in text for text in fact.quote) else found[0]

    return _MARKED.sub(kept, fact.statement)


def _detail(detail: str) -> Iterator[Finding]:
    if count := over(detail, DETAIL_WORDS):
        found = f"{count} words; up to {DETAIL_WORDS}"
    elif (count := sentences(detail)) > DETAIL_SENTENCES:
        found = f"{count} sentences; up to two"
    else:
        return
    yield Finding(
        "detail-too-long",
        ("detail",),
        f"This detail has {found} are read on a card.",
        "Shorten it, or make a fact of its own from a part of it.",
        "warning",
    )


def _state(fact: Fact) -> Iterator[Finding]:
    if fact.status in {"current", "draft"}:
        for name in ("reason", "date"):
            if getattr(fact, name) is not None:
                yield Finding(
                    "status-missing",
                    (name,),
                    f'The field "{name}" belongs to a fact that is withdrawn or superseded, and '
                    f"this one is {fact.status}.",
                    "Add status: withdrawn or status: superseded. The day on which something was "
                    "said goes into said:.",
                )
        return
    yield from _incomplete(fact, 'reason: "…"', "")


def _incomplete(fact: Fact, reason: str, more: str) -> Iterator[Finding]:
    lacking = [] if fact.reason else [reason]
    lacking += [] if fact.date else ["date: 2025-09-05"]
    if lacking:
        yield Finding(
            "status-incomplete",
            ("status",),
            f"A fact that is {fact.status} says why and since when.",
            f"Add: {' and '.join(lacking)}{more}",
        )


def _removed(fact: Fact) -> Iterator[Finding]:
    more = " (the reason is legal, privacy or error)"
    yield from _incomplete(fact, "reason: privacy", more)
    if fact.reason and fact.reason not in REMOVAL_REASONS:
        yield Finding(
            "bad-choice",
            ("reason",),
            f'"{fact.reason[:60]}" is not one of the choices.',
            f"Choose one: {', '.join(REMOVAL_REASONS)}. A sentence could repeat what is removed.",
        )


def _figure(figure: Figure) -> Iterator[Finding]:
    bounds = figure.min is not None or figure.max is not None
    if figure.status == "not-given":
        if figure.value is not None or bounds:
            yield Finding(
                "figure-not-given",
                ("figure", "status"),
                "This figure was not given, and yet a number stands here.",
                "Take the number out, or take status: not-given out.",
            )
        return
    if figure.comparator == "between":
        yield from _between(figure)
    elif bounds:
        yield Finding(
            "figure-bounds",
            ("figure", "min" if figure.min is not None else "max"),
            "The fields min and max belong to the comparator between.",
            "Write comparator: between, or one number as value: with its comparator.",
        )
    elif figure.value is None:
        yield Finding(
            "figure-value",
            ("figure",),
            "The number of this figure is missing.",
            "Add value: 26. If the speaker refused it, write status: not-given.",
        )


def _between(figure: Figure) -> Iterator[Finding]:
    if figure.min is None or figure.max is None or figure.value is not None:
        yield Finding(
            "figure-bounds",
            ("figure", "comparator"),
            "A figure between two numbers has both as min and max, and no value.",
            "Write, for example: min: 20, max: 26, comparator: between",
        )
    elif Decimal(figure.min) > Decimal(figure.max):
        yield Finding(
            "figure-order",
            ("figure", "min"),
            f"The lower bound ({figure.min}) is larger than the upper one ({figure.max}).",
            "Swap them.",
        )
