"""What a sentence lost or added of numbers, what they count, how they are meant, and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from factsheets.content.types import shortest
from factsheets.data.citecheck import measures, vocabulary
from factsheets.data.citecheck.known import Known
from factsheets.data.citecheck.number_words import Date, Number, dates, numbers
from factsheets.data.citecheck.sentence import Difference, Sentence, made, places, texts, whole
from factsheets.data.citecheck.words import Reading, content, read, stem, words

_STOP = frozenset(vocabulary.STOP)
_DIGITS = re.compile("[0-9]+")
_NOUNS = 2
# So far behind a number, "or more" may stand: 40 thousand tonnes or more.
_BEHIND = 4


def figures(sentence: Sentence, known: Known) -> Iterator[Difference]:
    """Dates, numbers, comparators and units, in this order."""
    own = read(known.statement)
    ours = dates(own)
    allowed = [*ours, *(each for text in _around(known) for each in dates(read(text)))]
    yield from _dates(sentence, known, ours, allowed)
    said = numbers(sentence.words, places(sentence.dates))
    counted = numbers(own.words, places(ours))
    yield from _numbers(sentence, known, (said, counted), allowed)
    yield from _turned(_ways(own.words, counted), _ways(sentence.words, said))
    yield from _comparators(sentence, known, said)
    yield from _units(sentence, known, said, (own, counted))


def _around(known: Known) -> Iterator[str]:
    """The texts that may give a date beside the statement."""
    return chain((known.dates,), texts(known))


def _dates(
    sentence: Sentence, known: Known, ours: Sequence[Date], allowed: Sequence[Date]
) -> Iterator[Difference]:
    for date in dict.fromkeys(each.text for each in ours if not _kept(each, sentence)):
        yield made("lost", "date", date)
    years = {each.year for each in allowed}
    years.update(
        int(word) for word in words(f"{whole(known)} {known.dates}") if _DIGITS.fullmatch(word)
    )
    for date in dict.fromkeys(
        each.text for each in sentence.dates if not _allowed(each, allowed, years)
    ):
        yield made("added", "date", date)


def _kept(date: Date, sentence: Sentence) -> bool:
    if date.word:
        return date.word in sentence.words
    if not date.month and str(date.year) in sentence.words:
        return True
    return any(each.gives(date) for each in sentence.dates)


def _allowed(date: Date, allowed: Sequence[Date], years: set[int]) -> bool:
    if date.word:
        return any(date.word in (each.word, each.weekday) for each in allowed)
    if not date.month:
        return date.year in years
    return any(
        date.month == each.month
        and date.day in (0, each.day)
        and (date.year in (0, each.year) or (not each.year and date.year in years))
        for each in allowed
    )


def _numbers(
    sentence: Sentence,
    known: Known,
    both: tuple[Sequence[Number], Sequence[Number]],
    allowed: Sequence[Date],
) -> Iterator[Difference]:
    said, counted = both
    given = [shortest(value) for value in known.figures]
    own = [each.text for each in counted]
    there = {each.text for each in said} | _in_dates(sentence.dates)
    for number in dict.fromkeys((*own, *given)):
        if number not in there:
            yield made("lost", "number", number)
    others = numbers(words(f"{whole(known)} {known.dates}"))
    anywhere = {*own, *given, *(each.text for each in others), *_in_dates(allowed)}
    for number in dict.fromkeys(each.text for each in said):
        if number not in anywhere:
            yield made("added", "number", number)


def _turned(
    ours: Sequence[tuple[str, str]], theirs: Sequence[tuple[str, str]]
) -> Iterator[Difference]:
    """From 4 to 5 where the statement has from 5 to 4."""
    for first, last in dict.fromkeys(ours):
        if (last, first) in theirs and (first, last) not in theirs:
            yield made("lost", "number", f"from {first} to {last}")


def _ways(found: Sequence[str], counted: Sequence[Number]) -> list[tuple[str, str]]:
    """From which number to which, in either order: from 5 to 4, to 4 from 5."""
    ways = []
    for pair in pairwise(counted):
        ends = {found[each.at - 1]: each.text for each in pair if each.at}
        if "from" in ends and "to" in ends:
            ways.append((ends["from"], ends["to"]))
    return ways


def _in_dates(found: Sequence[Date]) -> set[str]:
    return {str(part) for each in found for part in (each.day, each.year) if part}


def _comparators(sentence: Sentence, known: Known, said: Sequence[Number]) -> Iterator[Difference]:
    """How a number is meant: by the figure, else by the words around it in the statement."""
    given = {shortest(value): known.comparator for value in known.figures}
    meant: dict[str, str] = {}
    for text in (known.statement, known.condition, known.detail, *known.quotes):
        found = words(text)
        for each in numbers(found):
            meant.setdefault(each.text, _comparator(found, each)[0])
    # What the figure says goes before what the words do.
    meant |= {text: name for text, name in given.items() if name or text not in meant}
    for each in {each.text: each for each in reversed(said)}.values():
        needed = measures.COMPARATORS.get(meant.get(each.text, ""), ())
        name, word = _comparator(sentence.words, each)
        if needed:
            if not any(word in needed for word in sentence.words) and name != meant[each.text]:
                yield made("lost", "comparator", meant[each.text].replace("-", " "))
        elif each.text in meant and meant[each.text] in ("", "exactly") and name:
            yield made("added", "comparator", word)


def _comparator(found: Sequence[str], number: Number) -> tuple[str, str]:
    """The comparator around a number, and its word; nothing twice where there is none."""
    behind = found[number.at + 1 : number.at + 1 + _BEHIND]
    for word, following in pairwise(behind):
        if word in vocabulary.ALTERNATIVE and following in measures.BEHIND_NUMBERS:
            return measures.BEHIND_NUMBERS[following], following
    before = found[max(0, number.at - 3) : number.at]
    if len(before) == 3 and before[0] == before[2] == "as" and before[1] in measures.AS_MUCH:
        return measures.AS_MUCH[before[1]], before[1]
    at = number.at - 1
    if at > 0 and found[at] in measures.BEFORE_NUMBERS:
        at -= 1
    for name, group in measures.COMPARATORS.items():
        if at >= 0 and found[at] in group:
            return name, found[at]
    return "", ""


def _units(
    sentence: Sentence,
    known: Known,
    said: Sequence[Number],
    statement: tuple[Reading, Sequence[Number]],
) -> Iterator[Difference]:
    own, counted = statement
    there = {each.text for each in said}
    given = {shortest(value) for value in known.figures}
    unit = content(words(known.unit))
    lost = []
    if unit and there & given and not any(name in sentence.stems for name in unit):
        lost.append(known.unit)
    for number in counted:
        if number.text in there and not (unit and number.text in given):
            nouns = _nouns(own, number)
            if nouns and not any(stem(noun) in sentence.stems for noun in nouns):
                lost.append(" ".join(nouns))
    lost += _exchanged((own, counted), (sentence.reading, said))
    lost += _spans(sentence, known, own.words)
    for each in dict.fromkeys(lost):
        yield made("lost", "unit", each)


def _exchanged(
    ours: tuple[Reading, Sequence[Number]], theirs: tuple[Reading, Sequence[Number]]
) -> Iterator[str]:
    """What a number counts, where in the sentence it counts what another number should."""
    own = [(each.text, _nouns(ours[0], each)) for each in ours[1]]
    for text, nouns in own:
        mine = set(map(stem, nouns))
        others = {stem(noun) for other, more in own if other != text for noun in more} - mine
        said = [set(map(stem, _nouns(theirs[0], each))) for each in theirs[1] if each.text == text]
        if mine and said and all(each & others and not each & mine for each in said):
            yield " ".join(nouns)


def _nouns(own: Reading, number: Number) -> list[str]:
    """The words behind a number, up to two that carry meaning: what it counts."""
    at = number.at + 1
    while at < len(own.words) and own.words[at] in measures.SCALES:
        at += 1
    nouns: list[str] = []
    while at < len(own.words) and len(nouns) < _NOUNS:
        if own.words[at] in _STOP or own.gaps[at]:
            break
        nouns.append(own.words[at])
        at += 1
    return nouns


def _spans(sentence: Sentence, known: Known, own: Sequence[str]) -> Iterator[str]:
    """A week where the statement has a month, and no week."""
    anywhere = {stem(word) for word in words(f"{whole(known)} {known.unit}")}
    said = [stem(word) for word in sentence.words if word in measures.SPANS]
    if any(name not in anywhere for name in said):
        yield from (word for word in own if word in measures.SPANS and stem(word) not in said)
