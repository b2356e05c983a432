"""Rules across the fields of one fact."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal

from generator.schema import Fact, Figure
from generator.schema.choices import REMOVAL_REASONS
from generator.validate.counting import over, sentences, words
from generator.validate.date_rules import date_findings, not_stated, our_days
from generator.validate.finding import Finding
from generator.validate.repeats import repeats

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
    lacking = [
        line
        for name, line in (("reason", 'reason: "…"'), ("date", "date: 2025-09-05"))
        if getattr(fact, name) is None
    ]
    if lacking:
        yield Finding(
            "status-incomplete",
            ("status",),
            f"A fact that is {fact.status} says why and since when.",
            f"Add: {' and '.join(lacking)}",
        )


def _removed(fact: Fact) -> Iterator[Finding]:
    lacking = [
        line
        for name, line in (("reason", "reason: privacy"), ("date", "date: 2025-09-05"))
        if getattr(fact, name) is None
    ]
    if lacking:
        yield Finding(
            "status-incomplete",
            ("status",),
            "A fact that is removed says why and since when.",
            f"Add: {' and '.join(lacking)} (the reason is legal, privacy or error)",
        )
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
