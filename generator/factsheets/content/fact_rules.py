"""Rules across the fields of one fact."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from factsheets.content.article import Fact, Figure, locator_of
from factsheets.content.dates import Timestamp, is_after
from factsheets.content.field_help import known_fields
from factsheets.content.finding import Finding
from factsheets.content.records import Event
from factsheets.content.text_rules import over, sentences, words
from factsheets.content.translation_rules import translation_findings
from factsheets.content.tree import shortened
from factsheets.content.types import NOT_STATED, REMOVAL_REASONS
from factsheets.datafiles import load_toml, load_words

_IN_MARKS = re.compile(r"[“„«\"]([^“”„«»\"]*)[“”»\"]")


def _date_findings(fact: Fact, published: Timestamp | None) -> Iterator[Finding]:
    """Check the dates of a fact.

    `published` is the article's date, None if it cannot be read.
    """
    yield from _change_dates(fact, published)
    yield from _basis(fact)
    if fact.said is None:
        # A date under the wrong name is reported there.
        if fact.is_spoken and not fact.event and (fact.date is None or fact.status != "current"):
            yield Finding(
                "said-missing",
                (),
                "The date of this statement is missing.",
                "The article's own date is not the day on which it was said.\n"
                "If the article does not give that day, write: said: unknown\n"
                "If it gives a limit, write: said: before 2025-08-30",
                "warning",
            )
        return
    first = fact.said.first
    if not first or not published:
        return
    late = fact.said.kind == "exactly" and is_after(fact.said, published)
    late |= fact.said.kind == "about" and first.year > published.year
    if late:
        on = published.moment.written
        yield Finding(
            "said-after-published",
            ("said",),
            f"The statement is dated {fact.said.written}, after its article ({on}).",
            "Compare the date with the article. If the article does not give it, write: "
            "said: unknown",
        )


_HOW_KNOWN = (
    "Add the line that is true below it:\n"
    "said_basis: stated (the article gives this date)\n"
    "said_basis: year-inferred (it gives the day and month, but not the year)\n"
    'said_basis: inferred (you worked it out from the dateline, from "today", or the like)\n'
    "If none is true, write: said: unknown"
)


def _basis(fact: Fact) -> Iterator[Finding]:
    """Require said_basis: without it, readers assume that the article gives the date."""
    if fact.said is None or fact.said.kind == "unknown":
        return
    if fact.said_basis is None:
        yield Finding(
            "said-basis-missing",
            ("said",),
            f"The fact does not say how its date ({fact.said.written}) is known.",
            _HOW_KNOWN,
        )
    elif fact.said_basis == "year-inferred" and fact.said.month is None:
        yield Finding(
            "said-basis-year",
            ("said_basis",),
            f"said_basis is year-inferred, but the date is only a year: {fact.said.written}.",
            "If the article gives the year, write said_basis: stated. If you worked it out, write "
            "said_basis: inferred.",
        )


_EMPTY_WORDS = frozenset(
    ["unknown", "none", "nowhere", "nobody", "n/a", "na", "-", "?", "unspecified", "undisclosed"]
    + [f"not{space}{word}" for space in " _" for word in ("stated", "given", "known", "specified")]
)


def not_stated(record: Fact | Event) -> Iterator[Finding]:
    """Find words such as "unknown" used as a place or an audience."""
    for name in ("place", "audience"):
        given = getattr(record, name)
        if given and given.strip(" .").lower() in _EMPTY_WORDS:
            yield Finding(
                "not-stated",
                (name,),
                f'"{given}" would be shown as the name of {_A_NAME[name]}.',
                f"If you read the source and it does not say, write {name}: {NOT_STATED}. If you "
                "do not know, delete the line; the page then shows nothing.",
            )


_A_NAME = {"place": "a place", "audience": "an audience"}


def _change_dates(fact: Fact, published: datetime.date | None) -> Iterator[Finding]:
    """Find corrections, withdrawals and translations dated before the article."""
    ours: list[tuple[tuple[str | int, ...], datetime.date]] = [
        (("corrections", number, "date"), each.date) for number, each in enumerate(fact.corrections)
    ]
    if fact.date and fact.status != "current":
        ours.append((("date",), fact.date))
    if fact.translated:
        ours.append((("translated",), fact.translated))
    for path, day in ours:
        if published and day < published:
            yield Finding(
                "changed-before-published",
                path,
                f"Our work is dated {day}, before its article was published ({published}).",
                "Write the day on which we did it, not the day on which something was said.",
            )


def repeats(record: Any) -> Iterator[Finding]:
    """Find ids that appear twice in a list."""
    for name, known in known_fields(type(record)).items():
        ids: tuple[str, ...] = getattr(record, name) if known.is_id_list else ()
        seen: set[str] = set()
        for number, one in enumerate(ids):
            if one in seen:
                yield Finding(
                    "duplicate-item",
                    (name, number),
                    f'"{one}" is already in this list.',
                    "Delete one of the two.",
                )
            seen.add(one)


QUOTED_WORDS = 45
STATEMENT_WORDS = 14
ANSWER_WORDS = 8
DETAIL_WORDS = 40
DETAIL_SENTENCES = 2

_MARKED = re.compile("“([^“”]*)”")


def fact_findings(fact: Fact, published: Timestamp | None) -> Iterator[Finding]:
    """Check the fields of a fact; a removed fact has only a status.

    `published` is the article's date, None if it cannot be read.
    """
    if fact.status == "removed":
        yield from _change_dates(fact, published)
        yield from _removed(fact)
        return
    yield from _speaker_findings(fact)
    yield from _evidence(fact)
    yield from _quotations(fact)
    yield from translation_findings(fact)
    yield from _lengths(fact)
    yield from _date_findings(fact, published)
    yield from not_stated(fact)
    yield from _state(fact)
    if fact.act == "denies":
        yield from _denial(fact)
    if fact.act in {"calls-for", "proposes"}:
        yield from _request(fact)
    if fact.figure is not None:
        yield from _figure(fact.figure)
    yield from repeats(fact)


def _evidence(fact: Fact) -> Iterator[Finding]:
    own = locator_of(fact)
    if not own and not any(locator_of(more) or more.article for more in fact.also):
        yield Finding(
            "missing-evidence",
            (),
            "The fact does not say where in the article it comes from.",
            "Count the article's paragraphs from 1 and add, for example: paragraph: 2\n"
            "In a report, give the page (page: 12); in a recording, the time (time: 00:14:05); in "
            "a long document, the section (section: 3.1).",
        )
    for number, more in enumerate(fact.also):
        if own and not locator_of(more) and more.article is None:
            yield Finding(
                "missing-evidence",
                ("also", number),
                "This entry has neither a paragraph nor an article.",
                "Add a paragraph of this article (paragraph: 2), a page, time or section of it, or "
                "another article (article: its-id).",
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
                "This entry has a quote, but its form is paraphrased.",
                "Delete the line form:, because a quote makes it quoted. Or write form: "
                "partly-quoted.",
            )
    for path, _, each in fact.evidence(""):
        if found := next(filter(None, map(_IN_MARKS.fullmatch, each.quote)), None):
            yield Finding(
                "quote-in-marks",
                (*path, "quote"),
                "This quote has quotation marks around it.",
                f'Delete them, because pages add their own: "{shortened(found[1])}"',
                "warning",
            )
    quoted = [*fact.quote, *(text for m in fact.also if not m.article for text in m.quote)]
    count = sum(map(words, quoted)) if sum(map(len, quoted)) > QUOTED_WORDS else 0
    if count > QUOTED_WORDS:
        yield Finding(
            "quote-too-long",
            ("quote",) if fact.quote else ("also",),
            f"This fact quotes {count} words of the article; the limit is {QUOTED_WORDS}.",
            "Keep the words that matter, in two or three pieces if necessary.",
        )


def _no_quote(path: tuple[str | int, ...]) -> Finding:
    return Finding(
        "form-without-quote",
        path,
        "The form is quoted, but there is no quote.",
        'Add the quoted words (quote: "…"), or delete the line form:.',
    )


_WORD = re.compile(r"[^\W\d_]+")


def _request(fact: Fact) -> Iterator[Finding]:
    """Find calls and proposals whose statement reads as if the speaker reported a fact."""
    tables = load_toml(__package__, "negations.toml")
    used = set(_WORD.findall(fact.statement.casefold()))
    if used.isdisjoint(tables["requests"].split()) and not used.isdisjoint(
        tables["english"].split()
    ):
        yield Finding(
            "request-without-should",
            ("statement",),
            f"This statement has no word such as should, but its act is {fact.act}. Pages show it "
            "as what the speaker said.",
            'Write what is to be done, with "should", "must" or the like: "the port should be '
            'opened".',
            "warning",
        )


def _denial(fact: Fact) -> Iterator[Finding]:
    """Find denials whose statement reads as if the speaker said what they deny."""
    tables = load_toml(__package__, "negations.toml")
    used = set(_WORD.findall(fact.statement.casefold().replace("’", "'")))
    if used.isdisjoint(tables["words"].split()):
        yield Finding(
            "denial-without-not",
            ("statement",),
            "This statement has no word such as not, but its act is denies. Pages show it as what "
            "the speaker said.",
            'Write what the speaker says, with its "not": "the port was not hit". If the speaker '
            "says it in other words, write: act: says",
            "warning" if used.isdisjoint(tables["english"].split()) else "error",
        )
    if fact.figure and fact.figure.status == "given":
        yield Finding(
            "denied-figure",
            ("figure",),
            "Pages list this number as one that the speaker gave.",
            "If the speaker denies the number, delete the figure.",
            "warning",
        )


def _lengths(fact: Fact) -> Iterator[Finding]:
    own = _own_words(fact)
    if count := over(own, STATEMENT_WORDS):
        yield Finding(
            "statement-too-long",
            ("statement",),
            f"This statement has {count} words; up to {STATEMENT_WORDS} are easy to read.",
            "Keep what was said. Move conditions to condition: and the rest to detail:.",
            "warning",
        )
    if fact.detail is not None:
        yield from _detail(fact.detail)
    for number, answer in enumerate(fact.answers):
        if count := over(answer.text, ANSWER_WORDS):
            yield Finding(
                "answer-too-long",
                ("answers", number, "text"),
                f"This answer has {count} words; only {ANSWER_WORDS} fit in its cell.",
                "Say only what answers the question; the statement says the rest.",
            )


def _own_words(fact: Fact) -> str:
    """The statement without words between “ and ” that its quotations contain."""

    def kept(found: re.Match[str]) -> str:
        return " " if any(found[1] in text for text in fact.quote) else found[0]

    return _MARKED.sub(kept, fact.statement)


def _detail(detail: str) -> Iterator[Finding]:
    if count := over(detail, DETAIL_WORDS):
        found = f"{count} words; a card has room for {DETAIL_WORDS}"
    elif (count := sentences(detail)) > DETAIL_SENTENCES:
        found = f"{count} sentences; a card has room for two"
    else:
        return
    yield Finding(
        "detail-too-long",
        ("detail",),
        f"This detail has {found}.",
        "Shorten it, or make part of it a separate fact.",
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
                    "said goes in said:.",
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
            f"This fact is {fact.status}, but has no reason or no date.",
            f"Add: {' and '.join(lacking)}{more}",
        )


def _removed(fact: Fact) -> Iterator[Finding]:
    more = " (the reason is legal, privacy or error)"
    yield from _incomplete(fact, "reason: privacy", more)
    if fact.reason and fact.reason not in REMOVAL_REASONS:
        yield Finding(
            "bad-choice",
            ("reason",),
            f'"{shortened(fact.reason)}" is not one of the choices.',
            f"Choose one: {', '.join(REMOVAL_REASONS)}. A sentence could repeat the removed text.",
        )


def _figure(figure: Figure) -> Iterator[Finding]:
    bounds = figure.min is not None or figure.max is not None
    if figure.status == "not-given":
        if figure.value is not None or bounds:
            yield Finding(
                "figure-not-given",
                ("figure", "status"),
                "This figure has a number, but its status is not-given.",
                "Delete the number, or delete status: not-given.",
            )
        return
    if figure.comparator == "between":
        yield from _between(figure)
    elif bounds:
        yield Finding(
            "figure-bounds",
            ("figure", "min" if figure.min is not None else "max"),
            "The fields min and max need comparator: between.",
            "Write comparator: between, or one number as value: with its comparator.",
        )
    elif figure.value is None:
        yield Finding(
            "figure-value",
            ("figure",),
            "This figure has no number.",
            "Add value: 26. If the speaker refused to give it, write status: not-given.",
        )


def _between(figure: Figure) -> Iterator[Finding]:
    if figure.min is None or figure.max is None or figure.value is not None:
        yield Finding(
            "figure-bounds",
            ("figure", "comparator"),
            "A figure with comparator: between needs min and max, and no value.",
            "Write, for example: min: 20, max: 26, comparator: between",
        )
    elif Decimal(figure.min) > Decimal(figure.max):
        yield Finding(
            "figure-order",
            ("figure", "min"),
            f"The lower bound ({figure.min}) is larger than the upper bound ({figure.max}).",
            "Swap them.",
        )


# Speakers whom a source does not name.

DESCRIBED_WORDS = 10
_NOBODY = load_words(__package__, "nobody.txt")


def _speaker_findings(fact: Fact) -> Iterator[Finding]:
    """Check the description of an unnamed speaker, and what depends on it."""
    described = fact.speaker_described
    if described is not None:
        yield from _speaker_description(described)
        yield from _answers_of_nobody(fact)
    if described is not None and fact.speaker:
        yield _about_speaker(
            "speaker_described",
            "This fact has a speaker, and the description of an unnamed one.",
            "If the source names the speaker, delete speaker_described and speaker_of. If not, "
            "delete speaker.",
        )
    if described is None and fact.speaker_of is not None:
        yield _about_speaker(
            "speaker_of",
            "The field speaker_of belongs to an unnamed speaker, and none is described.",
            "If the source does not name the speaker, add how it describes them: "
            'speaker_described: "a senior official". If it does, delete this line; the speaker\'s '
            "own file says where they belong.",
        )


def _speaker_description(described: str) -> Iterator[Finding]:
    if described.strip("“”\"'. ").casefold().replace(" ", "-") in _NOBODY:
        yield _about_speaker(
            "speaker_described",
            f'"{described}" describes nobody.',
            'Write how the source describes the speaker: "a senior official", "a source". If it '
            "attributes the words to nobody, delete the line; they are then the publisher's own.",
        )
    if count := over(described, DESCRIBED_WORDS):
        yield _about_speaker(
            "speaker_described",
            f"This description has {count} words; the limit is {DESCRIBED_WORDS}.",
            "Keep what says who the speaker is. The rest can go to detail:.",
        )


def _answers_of_nobody(fact: Fact) -> Iterator[Finding]:
    for number, answer in enumerate(fact.answers):
        if answer.actor is None:
            yield Finding(
                "answer-of-nobody",
                ("answers", number),
                "The speaker is not named, and this answer has no actor.",
                "Delete the answer; the statement stays on the topic's page. Add actor: only if "
                "the speaker says what that actor's answer is.",
            )


def _about_speaker(field: str, message: str, advice: str) -> Finding:
    return Finding("unnamed-speaker", (field,), message, advice)
