"""Draft the statements of a text: every sentence that attributes something, and its speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factsheets.authoring.drafting.attributions import (
    Attribution,
    attributions,
    is_named,
    undeclared,
)
from factsheets.authoring.drafting.rules import Rules, rules
from factsheets.authoring.drafting.sentences import Sentence, sentences, tokens
from factsheets.authoring.drafting.subjects import Place
from factsheets.quotes.languages import language
from factsheets.quotes.readings import Range
from factsheets.quotes.speech import TRANSCRIPT, Speech, speech_in

_FEWEST_WORDS = 4  # under a label
_MOST_BEFORE = 2  # words before a quotation that goes on
_MOST_BESIDE = 12  # words beside a quotation and its attribution; with more it is a part


@dataclass(frozen=True, slots=True)
class Statement:
    """A drafted statement: ranges of characters in a paragraph, counted from 1.

    `speaker` is None where it stays open. `quotes` are what is inside quotation marks; `unclear`
    is true if the marks of the paragraph can be read in several ways.
    """

    paragraph: int
    sentence: Range
    speaker: Range | None
    cue: Range | None
    form: str
    quotes: tuple[Range, ...] = ()
    unclear: bool = False


def drafted(texts: Sequence[str], code: str) -> list[Statement]:
    """The statements of cleaned paragraphs in a language."""
    table = rules(code)
    speeches = speech_in(texts, code)
    names = [name for speech in speeches for _, name in speech.labels if name]
    found: list[Statement] = []
    for number, (text, speech) in enumerate(zip(texts, speeches, strict=True), 1):
        if number == 1 and not table.nouns_are_capital and _is_headline(text):
            continue
        if speech.labels and len(names) >= TRANSCRIPT and len(set(names)) < len(names):
            found += _labelled(number, text, speech)
            continue
        alone = speech_in([text], code)[0] if speech.unclear else speech
        if not language(code).dialogue:
            alone = replace(alone, labels=())
        unclear = bool(speech.unclear)
        found += (
            replace(each, unclear=unclear and bool(each.quotes))
            for each in _of_paragraph(number, text, alone, table)
        )
    return found


def _labelled(number: int, text: str, speech: Speech) -> Iterator[Statement]:
    """What a paragraph of a transcript has somebody say, under the label that names them."""
    for (start, end), name in speech.labels:
        at = text.find(name, 0, start) if name and len(name) > 1 else -1  # not "Q:"
        speaker = (at, at + len(name)) if name and at >= 0 else None
        if len(text[start:end].split()) < _FEWEST_WORDS:
            continue
        words = len(text[start:end]) - len(text[start:end].lstrip())
        yield Statement(number, (0, len(text)), speaker, None, "quoted", ((start + words, end),))


def _is_headline(text: str) -> bool:
    """Whether all but the little words of a text have a capital first letter."""
    words = [word for word in text.split() if len(word) > 4]
    capital = sum(not word[0].islower() for word in words)
    return 2 < len(words) < 20 and capital * 10 >= len(words) * 9


def _of_paragraph(number: int, text: str, speech: Speech, table: Rules) -> Iterator[Statement]:
    quoted = sorted({*speech.certain, *speech.unclear, *(words for words, _ in speech.labels)})
    carried: Range | None = None
    for sentence in sentences(tokens(text, quoted, table), table):
        found = [each for each in _of_sentence(sentence, carried) if each.speaker or each.quotes]
        yield from (replace(each, paragraph=number) for each in found)
        named = [each.speaker for each in found if each.speaker]
        quoting = [each.speaker for each in found if each.speaker and each.quotes]
        carried = next(reversed(quoting or named), carried)
        if carried and not found and _has_other_subject(sentence, text[slice(*carried)]):
            carried = None


def _of_sentence(sentence: Sentence, carried: Range | None) -> Iterator[Statement]:
    found = attributions(sentence)
    quotes: dict[int | None, list[int]] = {}
    for place, token in enumerate(sentence.tokens):
        subject = any(each.subject[0] <= place < each.subject[1] for each in found)
        if token.kind == "quote" and not subject and not is_named(sentence, place):
            quotes.setdefault(_owner(sentence, place, found), []).append(place)
    whole = _range(sentence, (0, len(sentence.tokens)))
    for number, each in enumerate(found):
        own = quotes.get(number, [])
        cue = _range(sentence, (each.cue.first, each.cue.after))
        form = _form(sentence, own, each)
        speaker = _range(sentence, each.subject)
        yield Statement(0, whole, speaker, cue, form, _quoted(sentence, own))
    loose = _quoted(sentence, quotes.get(None, []))
    if not found:
        yield from _without_cue(sentence, whole, loose, carried)


def _without_cue(
    sentence: Sentence, whole: Range, loose: tuple[Range, ...], carried: Range | None
) -> Iterator[Statement]:
    form = "partly-quoted" if loose else "paraphrased"
    behind = _behind_quotation(sentence)
    speaker = None if behind and sentence.rules.is_cue(behind) else carried
    if not (carried and any(sentence.has(place, "mood") for place in range(len(sentence.tokens)))):
        if not loose:
            return
        if all(token.kind != "word" for token in sentence.tokens):
            form = "quoted"
        elif not (carried and _goes_on(sentence)):
            speaking = undeclared(sentence) if sentence.rules.cues else None
            quotes = [token.text for token in sentence.tokens if token.kind == "quote"]
            longest = max(len(text.split()) for text in quotes)
            if sentence.rules.cues and not speaking and longest <= _FEWEST_WORDS:
                return
            speaker = _range(sentence, speaking) if speaking else None
    yield Statement(0, whole, speaker, None, form, loose)


def _goes_on(sentence: Sentence) -> bool:
    """Whether a sentence goes on with a quotation after a word or two: ‘Then, "we went on".’."""
    quote = next(place for place, each in enumerate(sentence.tokens) if each.kind == "quote")
    few = sum(token.kind == "word" for token in sentence.tokens[:quote]) <= _MOST_BEFORE
    long = len(sentence.at(quote).text.split()) >= _FEWEST_WORDS
    announced = sentence.at(quote - 1).text == ":"
    return few and long and not announced and not _behind_quotation(sentence)


def _behind_quotation(sentence: Sentence) -> str:
    """The word that goes on after a quotation and its comma: ‘"We go," sighed Ray.’."""
    for place, each in enumerate(sentence.tokens):
        comma = sentence.at(place + 1).text == ","
        after = sentence.at(place + 1 + comma)
        ends = comma or each.text.rstrip().endswith(",")
        if each.kind == "quote" and ends and after.kind == "word":
            return after.low
    return ""


def _has_other_subject(sentence: Sentence, speaker: str) -> bool:
    """Whether a sentence begins with the full name of somebody other than a speaker."""
    first, last = sentence.at(0), sentence.at(1)
    names = first.kind == last.kind == "word" and first.is_name and last.is_name
    other = sentence.has(0, "determiners", "prepositions", "stops", "joins", "not_speakers")
    return names and not other and last.text not in speaker


def _range(sentence: Sentence, place: Place) -> Range:
    return sentence.at(place[0]).start, sentence.at(place[1] - 1).end


def _quoted(sentence: Sentence, places: Sequence[int]) -> tuple[Range, ...]:
    """What is inside the marks of quotations, without a mark that goes on and the last comma."""
    found = []
    for token in map(sentence.at, places):
        words = token.text.lstrip(' \u00a0\u202f"“„«»')
        start = token.inside + len(token.text) - len(words)
        found.append((start, start + len(words.rstrip().rstrip(",;،，"))))
    return tuple(found)


def _form(sentence: Sentence, quotes: Sequence[int], own: Attribution) -> str:
    if not quotes:
        return "paraphrased"
    words = [
        token.low
        for place, token in enumerate(sentence.tokens)
        if token.kind == "word" and not own.first <= place < own.last
    ]
    part = quotes[0] > 0 and sentence.at(quotes[0]).text[:1].islower()
    return "partly-quoted" if part or len(words) > _MOST_BESIDE else "quoted"


def _owner(sentence: Sentence, place: int, found: Sequence[Attribution]) -> int | None:
    """Which attribution has the quotation at a place."""
    for number, each in enumerate(found):
        between = sentence.tokens[place + 1 : each.first]
        if place < each.first and all(token.kind == "sign" for token in between):
            return number
    earlier = [number for number, each in enumerate(found) if each.cue.first < place]
    return earlier[-1] if earlier else (0 if found else None)
