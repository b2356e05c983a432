"""Check one piece of evidence: whether the article contains its quotations, and where."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from factsheets.content.article import Locator, Reading, seconds
from factsheets.content.tree import Path, quoted
from factsheets.problems.problem import Place, Problem
from factsheets.quotes.attribution import Attribution, Names, speaker_unclear
from factsheets.quotes.capture import RUN
from factsheets.quotes.match import Fragment, Index, Match
from factsheets.quotes.places import is_on_page
from factsheets.quotes.suggestions import (
    Divided,
    difference,
    divided,
    marked_parts,
    quote_line,
    rearranged,
    small_change,
)

FileLocator = Callable[[Path], Place]
"""Maps the path of a value in one file to its place."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The citation of a fact: quotations, their stated place, and where this is written.

    `spoken` is true if somebody other than the publisher is quoted; `names` has the hashes of the
    speaker's names, `full_names` distinguishes namesakes, and `person` is true for a person.
    `article` is the cited article if it is not the file's own. `reading` is how a person read an
    unclear paragraph. `attribution` decides where words need no quotation marks; None in an
    article, and with an older capture. `joint` is true for several speakers, whom a sentence that
    names one does not prove. `hint` is added to advice where the kind of the source may be wrong.
    """

    quotes: tuple[str, ...]
    locator: Locator
    spoken: bool
    path: Path
    article: str | None = None
    names: frozenset[str] = frozenset()
    full_names: Names | None = None
    person: bool = True
    joint: bool = False
    reading: Reading | None = None
    attribution: Attribution | None = None
    hint: str = ""

    @property
    def paragraph(self) -> int | None:
        """The stated paragraph."""
        return self.locator.paragraph

    def quote_path(self, number: int) -> Path:
        """Where one of the quotations is written."""
        path = (*self.path, "quote")
        return (*path, number) if len(self.quotes) > 1 else path


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of checking a piece of evidence.

    `check` is `found` only if all its quotations are, `inside_marks` only if all of them are inside
    the article's quotation marks. `unclear`: they are in the article, but whether they are the
    speaker's words can be read in several ways; `judged`: a person read it. `transcribed`: they are
    in our own transcription of a recording. `proof` is what shows whose words they are: quotation
    marks, a label or dash, or that they are the publisher's own. `paragraph` is where
    they are, else the stated one. `gone_since` is set if only an earlier text of the article has
    them: the day on which the text without them was captured.
    """

    check: Literal["found", "not-found", "not-captured", "unclear", "judged", "transcribed"]
    inside_marks: bool
    paragraph: int | None
    gone_since: datetime.date | None = None
    proof: Literal["marks", "label", "own"] = "marks"


Findings = Mapping[tuple[str, int], Finding]
"""Findings by fact id and number of the piece of evidence: 0 is the fact's own."""


@dataclass(frozen=True, slots=True)
class Result:
    """A finding, the matches of the quotations found, and the problems."""

    finding: Finding
    matches: tuple[Match, ...]
    problems: tuple[Problem, ...]


def check_evidence(index: Index, evidence: Evidence, place: FileLocator) -> Result:
    """Find each quotation of a piece of evidence in the article that it cites."""
    problems: list[Problem] = []
    found: dict[int, list[Match]] = {}  # by number of the quotation
    for number, quote in enumerate(evidence.quotes):
        parts = index.fragments(quote)
        one = evidence.attribution
        if matches := index.find(parts or (), partial(one.proof, quote) if one else None):
            found[number] = matches
        else:
            problems.append(_missing(index, evidence, number, parts, place))
    paragraph = _paragraph(index, evidence, found)
    chosen = {
        number: min(matches, key=lambda match: (match.paragraph != paragraph, not match.inside))
        for number, matches in found.items()
    }
    problems += wrong_places(index, evidence, [m.paragraph for m in chosen.values()], place)
    problems += _wrong_paragraphs(evidence, chosen, place) or _not_the_speakers(
        index, evidence, chosen, place
    )
    complete = len(found) == len(evidence.quotes)
    finding = Finding(
        _check(index, evidence, chosen) if complete else "not-found",
        complete and all(match.inside for match in chosen.values()),
        paragraph,
        proof=_proof(chosen.values()),
    )
    return Result(finding, tuple(chosen.values()), tuple(problems))


def _paragraph(
    index: Index, evidence: Evidence, found: Mapping[int, Sequence[Match]]
) -> int | None:
    """The paragraph of the quotations: the stated one if it has any, else the one with most.

    Without a stated paragraph, one at the stated page and time is preferred.
    """
    every = [match for matches in found.values() for match in matches]
    if not every or any(match.paragraph == evidence.paragraph for match in every):
        return evidence.paragraph
    scores = {match.paragraph: [0, 0, 0, -match.paragraph] for match in every}
    for match in every:
        scores[match.paragraph][0] += 1
        scores[match.paragraph][1] = is_at(index, evidence.locator, match.paragraph)
        scores[match.paragraph][2] += match.inside
    return max(scores, key=lambda number: scores[number])


def _proof(matches: Iterable[Match]) -> Literal["marks", "label", "own"]:
    """What proves the quotations; marks only if they prove all of them."""
    proofs = {match.proof for match in matches}
    return "own" if "own" in proofs else "label" if "label" in proofs else "marks"


def is_at(index: Index, locator: Locator, number: int) -> bool:
    """Whether a paragraph may be at the stated page and time: the capture does not say otherwise.

    A time is a paragraph's from its own time until that of a later paragraph.
    """
    paragraph = index.capture.paragraphs[number - 1]
    if locator.page and paragraph.page and not is_on_page(locator.page, paragraph.page):
        return False
    if locator.seconds is None or not paragraph.time:
        return True
    begin = seconds(paragraph.time)
    later = (seconds(each.time) for each in index.capture.paragraphs[number:] if each.time)
    end = next((each for each in later if each > begin), None)
    return begin <= locator.seconds and (end is None or locator.seconds < end)


def wrong_places(
    index: Index, evidence: Evidence, numbers: Sequence[int], place: FileLocator
) -> Iterator[Problem]:
    """A stated page or time that is not that of these paragraphs.

    Without quotations the paragraph may be the wrong one.
    """
    stated = evidence.locator
    for name, only in ("page", Locator(page=stated.page)), ("time", Locator(time=stated.time)):
        places = [getattr(index.capture.paragraphs[number - 1], name) for number in numbers]
        away = [at for at, number in enumerate(numbers) if not is_at(index, only, number)]
        if not away:
            continue
        right = places[away[0]]
        advice = f"Change to: {name}: {right}"
        if not evidence.quotes:
            advice = f"If the paragraph is right, write {name}: {right}. If the {name} is right, "
            advice += "correct the paragraph."
        elif len({*places}) > 1:
            advice = f"Move it: also: [{{{name}: {right}, quote: …}}]"
        what = "This quote" if evidence.quotes else f"Paragraph {numbers[away[0]]}"
        where = f"on page {right}" if name == "page" else f"at {right}"
        yield Problem(
            f"wrong-{name}",
            f"{what} is {where} in the captured text, not {getattr(stated, name)}.",
            place((*evidence.path, name)),
            advice,
        )


def _check(
    index: Index, evidence: Evidence, chosen: Mapping[int, Match]
) -> Literal["found", "unclear", "judged", "transcribed"]:
    """Whether words in the article are the speaker's."""
    one = evidence.attribution
    matches = chosen.values()
    unclear = any(_is_unclear(match, evidence) for match in matches)
    if not unclear or not (evidence.spoken or one):
        return "transcribed" if one and one.kind == "recording" else "found"
    publishers = any(match.proof in _PUBLISHERS for match in matches)
    return "judged" if _is_read(index, evidence) and not publishers else "unclear"


_PUBLISHERS = {"publisher", "report"}
"""Proofs that words are certainly the publisher's, even if a person read them otherwise."""


def _is_unclear(match: Match, evidence: Evidence) -> bool:
    """Whether the words may be somebody else's.

    In an article, a label proves the words of a person only: "Germany: …" may be a heading.
    """
    if evidence.attribution:
        return not match.inside
    heading = match.labelled and not (evidence.person and evidence.names)
    return match.unclear or heading or _is_of_another(match, evidence)


def _is_of_another(match: Match, evidence: Evidence) -> bool:
    """Whether the article names somebody else as the speaker."""
    if not (evidence.names and evidence.full_names and match.named):
        return False
    namesake = any(map(evidence.full_names.is_of_namesake, match.full_names))
    return evidence.joint or namesake or not match.named <= evidence.names


def _is_read(index: Index, evidence: Evidence) -> bool:
    """Whether a person has read an unclear paragraph, in the text of this capture."""
    return evidence.reading is not None and evidence.reading.sha256 == index.capture.sha256


def _wrong_paragraphs(
    evidence: Evidence, chosen: Mapping[int, Match], place: FileLocator
) -> list[Problem]:
    stated = evidence.paragraph
    if stated is None:
        return []
    together = len({match.paragraph for match in chosen.values()}) == 1
    problems = []
    for number, match in chosen.items():
        if match.paragraph == stated:
            continue
        if together:
            where: Path = (*evidence.path, "paragraph")
            advice = f"Change to: paragraph: {match.paragraph}"
        else:
            where = evidence.quote_path(number)
            advice = f"Move it: also: [{{paragraph: {match.paragraph}, quote: …}}]"
        message = f"This quote is in paragraph {match.paragraph}, not {stated}."
        problems.append(Problem("wrong-paragraph", message, place(where), advice))
        if together:
            break  # one edit corrects all
    return problems


def _not_the_speakers(
    index: Index, evidence: Evidence, chosen: Mapping[int, Match], place: FileLocator
) -> Iterator[Problem]:
    """The problems of words that are not certainly the speaker's."""
    if not (evidence.spoken or evidence.attribution):
        return
    for number, match in chosen.items():
        unclear = _is_unclear(match, evidence)
        settled = _is_read(index, evidence) and match.proof not in _PUBLISHERS
        if settled if unclear else match.inside:
            continue
        where = place(evidence.quote_path(number))
        parts = marked_parts(index, evidence.quotes[number], match)
        if not unclear:
            yield _not_in_marks(match, parts, evidence.hint, where)
            continue
        record = (
            "add below the quote, with your name and the date: marks: {read_as: quoted, "
            f"by: NAME, date: DATE, sha256: {index.capture.sha256}}}"
        )
        if evidence.reading:
            by = evidence.reading.by
            record = f"the reading by {by} is of another capture, so it does not count; {record}"
        one = evidence.attribution
        of_another = _is_of_another(match, evidence) and not match.unclear
        if match.proof == "other" if one else of_another:
            yield _other_speaker(match, evidence, record, where)
        elif match.proof == "quoted":
            yield speaker_unclear("quoted", match.paragraph, record, where)
        elif one and match.proof != "marks-unclear":
            yield one.problem(match.proof, match.paragraph, record, where)
        else:
            yield _unclear(match, parts, evidence.hint, record, where)


def _not_in_marks(match: Match, parts: Sequence[str], hint: str, where: Place) -> Problem:
    advice = (
        "They are the article's own words: delete the quote and keep the paragraph. If the "
        "publisher itself says it, delete the speaker."
    )
    return Problem(
        "quote-not-in-marks",
        f"These words are in paragraph {match.paragraph}, but not inside its quotation marks.",
        where,
        (f"Only this is inside them: {quote_line(parts)}" if parts else advice) + hint,
    )


def _other_speaker(match: Match, evidence: Evidence, record: str, where: Place) -> Problem:
    whose, advice = (
        "a name that is not one of the recorded speaker's",
        (
            "If the name is another spelling, or has a title, add it as printed to the speaker's "
            "other_names; A, Q and the like are no names. "
        ),
    )
    if evidence.joint and match.named <= evidence.names:
        whose, advice = "one name, but several speakers are recorded", ""
    return Problem(
        "other-speaker",
        f"In paragraph {match.paragraph} the article attributes these words to {whose}.",
        where,
        f"Correct the speaker. {advice}If the words are the recorded speaker's after all, "
        f"{record}. Until then they are not shown as quoted.{evidence.hint}",
        "warning",
    )


def _unclear(match: Match, parts: Sequence[str], hint: str, record: str, where: Place) -> Problem:
    only, keep = "none of it is", "delete the quote"
    if parts:
        only = f"only {' and '.join(map(quoted, parts))} is"
        keep = f"keep only what is certain: {quote_line(parts)}"
    return Problem(
        "marks-unclear",
        f"In paragraph {match.paragraph} it is unclear whether these words are in quotation marks.",
        where,
        f"In one reading all of it is quoted, in another {only}. Read the paragraph. If all of it "
        f"is the speaker's, {record}. If not, {keep}.{hint}",
    )


def _missing(
    index: Index,
    evidence: Evidence,
    number: int,
    parts: tuple[Fragment, ...] | None,
    place: FileLocator,
) -> Problem:
    """Why a quotation was not found: only the first cause."""
    where, quote = place(evidence.quote_path(number)), evidence.quotes[number]
    if parts is None:
        return Problem(
            "quote-altered",
            "This quote has brackets, so it contains words that are not the article's.",
            where,
            "Delete the brackets and what is in them. To leave out words in the middle, "
            'write " […] ": at least three words before it and three after.',
        )
    shortest = min(len(part.tokens) for part in parts)
    if shortest < RUN and (index.words is None or not shortest):
        return _too_short(shortest, parts, where)
    if len(parts) == 1 and (found := divided(index, quote)):
        return _continues(found, evidence, where)
    if (kind := index.skipped_kind(parts)) is not None:
        return Problem(
            "quote-not-found",
            f"This quote is in a line that does not count as a paragraph ({kind}).",
            where,
            "Quote the article's paragraphs. To record a headline, use title.",
        )
    missing = next((part for part in parts if not index.find((part,))), None)
    if missing is None:
        advice = rearranged(index, parts)
    else:
        advice = small_change(index, quote) or difference(index, missing, evidence.paragraph)
    if evidence.article:
        advice = f"In {evidence.article}: {advice}"
    return Problem("quote-not-found", "This quote is not in the article.", where, advice)


def _too_short(shortest: int, parts: Sequence[Fragment], where: Place) -> Problem:
    what = "This quote" if len(parts) == 1 else "Part of this quote"
    amount = ("no word", "one word", "two words")[shortest]
    return Problem(
        "quote-too-short",
        f"{what} has {amount}. Fewer than three cannot be checked.",
        where,
        "Quote at least three words in a row, or delete the quote and use your own words.",
    )


def _continues(found: Divided, evidence: Evidence, where: Place) -> Problem:
    article = f"article: {evidence.article}, " if evidence.article else ""
    second = f"paragraph: {found.paragraph + 1}, quote: {quoted(found.second)}"
    return Problem(
        "quote-continues",
        f"This quote begins in paragraph {found.paragraph} and continues in the next.",
        where,
        f"Keep the first part: {quoted(found.first)}. Put the rest on a line below: "
        f"also: [{{{article}{second}}}]",
    )


def too_many_searches(what: str, where: Place) -> Problem:
    """The problem of words that were not checked because of `TooMuchError`."""
    return Problem(
        "quotes-not-looked-up",
        f"{what} not checked: it takes too long.",
        where,
        "Fix the problems above, then check again. If the article repeats the same words very "
        "often, quote more of them in a row, without […].",
    )
