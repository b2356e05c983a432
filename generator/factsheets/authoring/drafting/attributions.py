"""Find the attributions of a sentence: words that report speech, each with its speaker.

What somebody is reported to have said can report speech itself. Only the outer attribution counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factsheets.authoring.drafting import subjects
from factsheets.authoring.drafting.cues import Cue, cues, introduces
from factsheets.authoring.drafting.sentences import Sentence
from factsheets.authoring.drafting.subjects import Place

_SOURCES = frozenset({"sources", "sources_behind", "asides"})
_SEPARATORS = frozenset({",", *subjects.DASHES}) - {"-"}
_LONGEST_NAME = 6  # words
_FEWEST_WORDS = 3  # of a quotation without a verb of saying
_LONGEST_END = 6  # words after an attribution that ends a sentence
_LONGEST_SIGNATURE = 12


@dataclass(frozen=True, slots=True)
class Attribution:
    """Places in a sentence: a cue, and its speaker.

    `shared`: the speaker is an earlier attribution's. `reports`: what is reported follows.
    `closes`: what is reported comes before.
    """

    cue: Cue
    subject: Place
    shared: bool = False
    reports: bool = False
    closes: bool = False

    @property
    def first(self) -> int:
        """The place of its first word."""
        return self.cue.first if self.shared else min(self.cue.first, self.subject[0])

    @property
    def last(self) -> int:
        """The place after its last word."""
        return self.cue.after if self.shared else max(self.cue.after, self.subject[1])


def attributions(sentence: Sentence) -> list[Attribution]:
    """The attributions of a sentence, without those inside others."""
    found: list[Attribution] = []
    for cue in cues(sentence):
        each = _attribution(sentence, cue, found)
        if each is None or _is_inside_another(sentence, each, found):
            continue
        if each.closes and each.cue.kind != "act":
            # "The plan calls for more, Ray said": what comes before is Ray's.
            found = [one for one in found if _stays(sentence, one, each)]
        found.append(each)
    return found or _signature(sentence)


def _stays(sentence: Sentence, one: Attribution, closing: Attribution) -> bool:
    between = sentence.tokens[one.last : closing.first]
    reports = one.reports and closing.cue.kind not in _SOURCES
    return reports or any(token.kind == "quote" for token in between)


def _attribution(sentence: Sentence, cue: Cue, found: Sequence[Attribution]) -> Attribution | None:
    if cue.kind in _SOURCES:
        return _source(sentence, cue)
    verb = sentence.is_participle(cue.after + 1)  # "by saying"
    by = None if verb else subjects.after(sentence, cue.after + 1)
    if by and sentence.has(cue.after, "by"):
        return Attribution(cue, by)  # "was asked by Ray"
    if not _can_report(sentence, cue):
        return None
    own = _own_subject(sentence, cue)
    if own and sentence.is_participle(cue.first) and not sentence.is_named(own[1] - 1):
        own = None
    place = own or _shared_subject(sentence, cue, found)
    if place is None:
        return None
    reports = introduces(sentence, cue)
    closes = own is not None and not reports and _is_reported_before(sentence, cue, place)
    noun = cue.after - cue.first == 1 and sentence.has(cue.first, "nouns")
    ends = all(token.kind == "sign" for token in sentence.tokens[cue.after :])
    needs = noun and not sentence.is_named(place[1] - 1)
    needs = needs or cue.kind == "that" or (cue.kind == "say" and ends)
    if needs and not reports and not closes:
        return None
    follows = cue.kind == "say" and not closes
    return Attribution(cue, place, own is None, reports or follows, closes)


def _is_reported_before(sentence: Sentence, cue: Cue, place: Place) -> bool:
    """Whether the clause of a speaker and verb follows what they report: “We go,” Ray noted."""
    first = min(cue.first, place[0])
    while sentence.has(first - 1, "auxiliaries", "passive"):
        first -= 1
    first -= sentence.has(first - 1, "introductions")
    return sentence.at(first - 1).kind == "quote" or sentence.at(first - 1).text in {",", "—", "–"}


def _clause(sentence: Sentence, place: int) -> range:
    """The places of the words of a clause before a place, from the last to the first."""
    first = place
    while first and (sentence.at(first - 1).kind != "sign" or sentence.at(first - 1).text in "-()"):
        first -= 1
    return range(place - 1, first - 1, -1)


def _is_passive(sentence: Sentence, cue: Cue) -> bool:
    """Whether an auxiliary verb of the passive is beside a verb, or in its clause."""
    if not sentence.rules.inverts:
        return cue.after - cue.first == 1 and sentence.has(cue.first - 1, "passive")
    places = (*_clause(sentence, cue.first), cue.after)
    return any(sentence.has(place, "passive") for place in places)


def _source(sentence: Sentence, cue: Cue) -> Attribution | None:
    """An attribution without a verb: "according to Ray"."""
    opens = cue.first == 0 or sentence.has(cue.first - 1, "joins")
    if cue.kind == "sources_behind":
        place = subjects.noun_before(sentence, cue.first)
        opens = place is not None and place[0] < 2  # "In dem Brief heißt es"
    else:
        place = _source_behind(sentence, cue)
    if cue.kind == "asides" and (
        sentence.at(cue.first - 1).kind not in {"sign", "quote"}
        or (place and not _begins_a_noun(sentence, place[0]))
    ):
        return None
    return Attribution(cue, place, reports=opens, closes=not opens) if place else None


def _source_behind(sentence: Sentence, cue: Cue) -> Place | None:
    """The speaker after a preposition; the words themselves if none is named."""
    start = cue.after + (cue.kind != "asides" and sentence.has(cue.after, "prepositions"))
    found = subjects.after(sentence, start)
    if not sentence.rules.nouns_are_capital or (found and _begins_a_noun(sentence, found[0])):
        return found
    if cue.after - cue.first > 1:
        return cue.first + 1, cue.after
    named = cue.kind == "sources" and sentence.at(start).kind in {"word", "quote"}
    return found or ((start, start + 1) if named else None)


def _begins_a_noun(sentence: Sentence, place: int) -> bool:
    return sentence.at(place).is_name or sentence.has(place, "determiners", "inside", "oblique")


def _can_report(sentence: Sentence, cue: Cue) -> bool:
    """Whether the word before a verb allows that its subject speaks."""
    last = cue.first - 1
    if cue.first == 0:
        return True
    name = sentence.at(cue.first).is_name and sentence.at(last).kind == "word"
    quoted = any(token.kind == "quote" for token in sentence.tokens[cue.after : cue.after + 12])
    if name or (sentence.has(last, "unsaid") and (not quoted or cue.kind == "that")):
        return False
    if sentence.is_participle(cue.first):
        if cue.kind == "act":
            joined = sentence.has(last, "joins", "passive")
            return joined or sentence.at(last).text in _SEPARATORS
        return not sentence.has(last, "prepositions") or sentence.at(last).low == "by"
    spoken = sentence.has(cue.first, "cited") or sentence.pronoun(cue.after) == "male"
    return (sentence.rules.inverts and spoken) or not _is_passive(sentence, cue)


def _own_subject(sentence: Sentence, cue: Cue) -> Place | None:
    last = subjects.skipped_back(sentence, cue.first - 1)
    separated = sentence.at(last).text in _SEPARATORS
    participle = sentence.is_participle(cue.first)
    if participle and separated:
        return None
    inverts = sentence.rules.inverts
    if inverts and (place := _apart(sentence, cue)):
        return place
    if inverts and sentence.pronoun(cue.after) == "male":
        return cue.after, cue.after + 1  # "…, nannte er einen Fehler"
    quoted = sentence.at(last).kind == "quote" and not sentence.is_title(last)
    can_invert = not participle and (cue.kind in {"say", "that"} or quoted)
    if last < 0:
        return subjects.behind(sentence, cue.after) if can_invert else None
    found = None
    if can_invert and separated and not inverts and not sentence.has(cue.first, "addressed"):
        found = _named_behind(sentence, cue)
    if not quoted and found is None:
        found = subjects.before(sentence, cue.first)
        if found and inverts and not separated and _has_verb(sentence, range(found[1], cue.first)):
            found = None
    if found or (inverts and sentence.has(last, "joins")):
        return found
    behind = inverts or (can_invert and (quoted or separated))
    return subjects.behind(sentence, cue.after) if behind else None


def _named_behind(sentence: Sentence, cue: Cue) -> Place | None:
    """The name after a verb, if its clause ends there: ", said Ray."."""
    found = subjects.behind(sentence, cue.after)
    ends = found and sentence.at(found[1]).kind != "word"
    return found if found and ends and sentence.at(found[1] - 1).is_name else None


def _has_verb(sentence: Sentence, places: range) -> bool:
    lists = ("auxiliaries", "passive", "finite", "mood")
    return any(sentence.has(place, *lists) for place in places)


def _apart(sentence: Sentence, cue: Cue) -> Place | None:
    """The subject of a verb at the end of its clause: "Ray hat … gesagt", "wie Ray … sagte"."""
    clause = _clause(sentence, cue.first)
    for place in clause:
        if sentence.has(place, "auxiliaries"):
            return subjects.before(sentence, place) or subjects.behind(sentence, place + 1)
    first = clause[-1] if clause else cue.first
    first += sentence.has(first + 1, "introductions")  # "Denn wie Ray berichtete"
    if first + 1 < cue.first and sentence.has(first, "introductions"):
        return subjects.behind(sentence, first + 1 + sentence.has(first + 1, "prepositions"))
    return None


def _shared_subject(sentence: Sentence, cue: Cue, found: Sequence[Attribution]) -> Place | None:
    """The speaker of a verb without a subject: "and said", ", adding that"."""
    place = cue.first - 1
    while sentence.is_between(place):
        place -= 1
    joined = sentence.has(place, "joins") or sentence.at(place).text in _SEPARATORS
    loose = sentence.is_participle(cue.first) and cue.kind == "say"
    loose = loose or sentence.has(place, "unsaid")
    if not joined and not loose and sentence.at(place).low != "by":
        return None
    if found and found[-1].cue.kind not in _SOURCES:
        return found[-1].subject
    first = sentence.rules.nouns_are_capital and sentence.rules.inverts
    start = (subjects.first_nominative if first else subjects.at_start)(sentence, cue.first)
    if start is None or (first and start[1] - start[0] == 1 and not sentence.pronoun(start[0])):
        return None
    return None if sentence.pronoun(start[0]) == "other" else start


def _is_inside_another(sentence: Sentence, each: Attribution, found: Sequence[Attribution]) -> bool:
    """Whether an attribution is part of what an earlier one reports."""
    outer = [one for one in found if one.reports and not _is_opening(sentence, one, each)]
    before = sentence.at(each.first - 1)
    if not outer or each.shared or each.cue.kind in _SOURCES or each.first == 0:
        return False
    if before.text == ";" or before.kind == "quote" or sentence.has(each.first - 1, "contrasts"):
        return False
    if sentence.has(each.first - 1, "joins") and sentence.at(each.first - 2).text in _SEPARATORS:
        return False
    rest = [token for token in sentence.tokens[each.last :] if token.kind == "word"]
    return not (before.text in _SEPARATORS and each.closes and len(rest) <= _LONGEST_END)


def _is_opening(sentence: Sentence, one: Attribution, each: Attribution) -> bool:
    """Whether an attribution is in a clause before the main one: "While he admitted it, …"."""
    between = sentence.tokens[one.last : each.first]
    return sentence.has(0, "stops", "contrasts") and any(token.text == "," for token in between)


def _signature(sentence: Sentence) -> list[Attribution]:
    """The name after a quotation and a dash: “We go.” — Ray."""
    for dash in range(1, len(sentence.tokens) - 1):
        if sentence.at(dash - 1).kind == "quote" and sentence.at(dash).text in subjects.DASHES:
            rest = [token for token in sentence.tokens[dash + 1 :] if token.kind == "word"]
            end = dash + 1
            while sentence.at(end).is_name:
                end += 1
            if end > dash + 1 and len(rest) <= _LONGEST_SIGNATURE:
                return [Attribution(Cue(dash, dash + 1, "sources"), (dash + 1, end), closes=True)]
    return []


def undeclared(sentence: Sentence) -> Place | None:
    """The subject of a sentence that quotes somebody without a verb of saying."""
    quote = next(place for place, each in enumerate(sentence.tokens) if each.kind == "quote")
    announced = sentence.at(quote - 1).text == ":"
    few = len(sentence.at(quote).text.split()) < _FEWEST_WORDS
    if not announced and (few or sentence.is_title(quote, ".,!?")):
        return None
    signs = [each.text for each in sentence.tokens[:quote] if each.text in {"(", ")"}]
    if signs[-1:] == ["("]:
        return None  # "the party (slogan: “We go”)"
    if sentence.rules.nouns_are_capital:
        found = subjects.first_nominative(sentence, quote) if announced else None
        return found if found and _is_person(sentence, found, quote) else None
    found = subjects.at_start(sentence, quote)
    person = found and sentence.pronoun(found[1] - 1) in {"male", "female", "plural"}
    named = found and announced and sentence.at(found[1] - 1).is_name
    return found if person or named else None


def _is_person(sentence: Sentence, place: Place, quote: int) -> bool:
    """Whether a subject is a pronoun, a name of two words, beside a quotation, or opens."""
    first = place[0] + sentence.has(place[0], "determiners")
    full = place[1] - first > 1 and all(sentence.at(place[1] - at).is_name for at in (1, 2))
    opens = place[0] == 0 and sentence.has(0, "articles")
    beside = place[1] == subjects.skipped_back(sentence, quote - 2) + 1
    announced = sentence.has(quote - 2, "words")
    return full or opens or beside or announced or sentence.pronoun(place[0]) is not None


def is_named(sentence: Sentence, place: int) -> bool:
    """Whether words in quotation marks are the name of a work or a programme."""
    quote, before = sentence.at(place).text, sentence.at(place - 1)
    capital = sentence.rules.nouns_are_capital
    if capital and before.is_name:
        whole = quote[:1].isupper() and quote[-1:] not in {".", "!", "?", ","}
        short = whole and len(quote.split()) <= _LONGEST_NAME
        return short and not sentence.has(place - 1, "words")
    if not place or not sentence.is_title(place, ".,!?"):
        return False
    article = capital and sentence.has(place - 1, "articles")
    preposition = sentence.has(place - 1, "prepositions") and not sentence.has(place - 1, "likens")
    return article or preposition or before.low == "'s"
