"""Rules on dates, and on what a source does not say of place and audience."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.schema import NOT_STATED, Event, Fact
from generator.validate.finding import Finding


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
            f"This was said ({fact.said.text}) after the article came out ({published}).",
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
            f"It is not recorded how this date ({fact.said.text}) is known.",
            _HOW_KNOWN,
        )
    elif fact.said_basis == "year-inferred" and fact.said.month is None:
        yield Finding(
            "said-basis-year",
            ("said_basis",),
            f"Only the year of this date is to be inferred, and it has nothing else: "
            f"{fact.said.text}.",
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
