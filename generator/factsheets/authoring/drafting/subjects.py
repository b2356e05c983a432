"""Find who speaks: the words before or after a verb of saying that name its subject."""

from __future__ import annotations

from factsheets.authoring.drafting.sentences import Sentence

_LONGEST = 14  # words of a description
_INSERTION = 30  # words between two commas
DASHES = frozenset("—–-―") | {"--"}
_IN_NAMES = frozenset("'’-&/$%")
_ADJECTIVE = ("e", "en", "er", "es", "em")  # endings where nouns have capital letters

Place = tuple[int, int]
"""The first token of a subject, and the place after its last."""


def before(sentence: Sentence, verb: int) -> Place | None:
    """The subject that ends before a verb, without adverbs and insertions between them."""
    last = skipped_back(sentence, verb - 1)
    if sentence.at(last).text in {",", ")", *DASHES}:
        return _before_insertion(sentence, last)
    return _ending_at(sentence, last)


def skipped_back(sentence: Sentence, last: int) -> int:
    """The place of the last word before adverbs, auxiliary verbs and times ("on Tuesday")."""
    while sentence.at(last).kind == "word":
        low = sentence.at(last).low
        timed = sentence.has(last, "times") or (low.isdigit() and len(low) in {1, 2, 4})
        if not timed and not sentence.is_between(last):
            break
        last -= 1
    return last


def _before_insertion(sentence: Sentence, close: int) -> Place | None:
    """The subject before an insertion: "Ray, the mayor, said", "Ray (R-Texas) said"."""
    opening = {")": {"("}, ",": {","}}.get(sentence.at(close).text, DASHES)
    for place in range(close - 1, max(-1, close - _INSERTION), -1):
        token = sentence.at(place)
        if token.text in opening:
            last = skipped_back(sentence, place - 1)
            if sentence.at(last).text == ")":
                return _before_insertion(sentence, last)
            found = _ending_at(sentence, last)
            if found or token.text != ",":
                return found
        elif token.kind == "quote" or token.text in {";", ":"}:
            return None
    name = all(sentence.at(close - back).is_name for back in (1, 2))  # "…, Ida Gray, said"
    return _noun(sentence, close - 1) if name else None


def _ending_at(sentence: Sentence, last: int) -> Place | None:
    """The subject whose last word is at a place."""
    if sentence.at(last).text == ")":
        return _before_insertion(sentence, last)
    if not _can_end(sentence, last):
        return None
    if sentence.has(last, "relatives"):
        return _antecedent(sentence, last)
    return (last, last + 1) if sentence.pronoun(last) else _noun(sentence, last)


def _antecedent(sentence: Sentence, relative: int) -> Place | None:
    """The words before "who"."""
    last = relative - (2 if sentence.at(relative - 1).text in {",", *DASHES} else 1)
    found = None if sentence.has(last, "relatives") else _ending_at(sentence, last)
    return found or (relative, relative + 1)


def _can_end(sentence: Sentence, place: int) -> bool:
    token = sentence.at(place)
    if token.kind != "word":
        return sentence.is_title(place) or token.text == "%"
    if sentence.pronoun(place) or sentence.has(place, "alone") or token.text == "Will":
        return True
    lists = ("stops", "prepositions", "joins", "unsaid", "determiners")
    other = sentence.has(place, *lists) or sentence.is_between(place)
    return not other and not sentence.is_no_speaker(place)


def _noun(sentence: Sentence, last: int) -> Place | None:
    first = _first_of_noun(sentence, last)
    if sentence.rules.nouns_are_capital:
        return _nominative(sentence, first, last)
    if sentence.has(first - 1, "subject_relatives") and not sentence.at(first).is_name:
        # "One of the doctors who sent the letter said"
        return _antecedent(sentence, first - 1)
    return _trimmed(sentence, first, last), last + 1


def _first_of_noun(sentence: Sentence, last: int) -> int:
    first = last
    while last - first < _LONGEST and _is_inside(sentence, first - 1):
        first -= 1
    return first


def noun_before(sentence: Sentence, place: int) -> Place | None:
    """The noun that ends before a place, in any case: "dem Bericht zufolge"."""
    first = _first_of_noun(sentence, place)
    while first < place and sentence.has(first, "prepositions"):
        first += 1
    return (first, place) if first < place else None


def _nominative(sentence: Sentence, first: int, last: int) -> Place | None:
    """A subject of a language in which a preposition or an article shows that it is none."""
    while first < last and (
        sentence.at(first).kind == "sign"
        or sentence.is_between(first)
        or (sentence.has(first, "inside") and not sentence.has(first, "determiners"))
    ):
        first += 1
    other = sentence.has(first - 1, "prepositions") or is_oblique(sentence, first)
    return None if other else (first, last + 1)


def is_oblique(sentence: Sentence, first: int) -> bool:
    """Whether the words from a place are no subject: "dem Blatt", "der großen Zeitung"."""
    adjective = sentence.at(first + 1)
    weak = sentence.has(first, "weak") and adjective.text.endswith("en") and not adjective.is_name
    return weak or sentence.has(first, "prepositions", "oblique")


def _is_inside(sentence: Sentence, place: int) -> bool:
    """Whether a word can be part of a subject that continues after it."""
    token = sentence.at(place)
    if token.kind != "word":
        return sentence.is_title(place) or token.text in _IN_NAMES
    if sentence.rules.nouns_are_capital:
        return _is_of_a_noun(sentence, place)
    joined = sentence.at(place + 1).is_name or sentence.has(place + 1, "determiners")
    if sentence.has(place, "joins"):
        return joined and (sentence.at(place - 1).is_name or bool(sentence.pronoun(place - 1)))
    if sentence.has(place, "stops", "relatives"):
        return False
    if sentence.pronoun(place):
        return sentence.has(place + 1, "joins")
    return sentence.has(place, "nouns") or not sentence.rules.is_cue(token.low)


def _is_of_a_noun(sentence: Sentence, place: int) -> bool:
    """Whether a word belongs to a noun where nouns have capital letters."""
    token = sentence.at(place)
    if token.is_name:
        return not sentence.has(place, "times", "stops")
    if sentence.has(place, "joins"):
        return sentence.at(place - 1).is_name
    if sentence.has(place, "determiners", "inside"):
        return True
    if sentence.has(place, "oblique"):
        return sentence.has(place - 1, "prepositions")
    other = sentence.pronoun(place) or sentence.is_between(place)
    if other or sentence.has(place, "stops", "prepositions"):
        return False
    adjective = token.low.endswith(_ADJECTIVE) or token.low.isdigit()
    return adjective and token.low not in sentence.rules.cues


def _trimmed(sentence: Sentence, first: int, last: int) -> int:
    """The place of the first word of a subject, without adverbs and phrases before it."""
    while first < last and (
        sentence.has(first, "joins")
        or (sentence.is_between(first) and not sentence.at(first).is_name)
        or sentence.at(first).kind == "sign"
    ):
        first += 1
    articles = [place for place in range(first, last + 1) if sentence.has(place, "determiners")]
    if sentence.has(first, "prepositions"):
        # "After the debate Ray said": the last name, or the last words after a determiner.
        start = last
        while start > first and sentence.at(start - 1).is_name:
            start -= 1
        if sentence.at(last).is_name:
            return max(start, first + 1)
        return articles[-1] if articles else min(first + 1, last)
    described = sentence.at(first).is_name or sentence.at(first).low.isdigit()
    # "paying an architect": the words from the first determiner
    return articles[0] if articles and not described else first


def after(sentence: Sentence, start: int) -> Place | None:
    """The subject that begins after a verb: "said Ray, the mayor"."""
    while sentence.at(start).kind == "word":
        timed = sentence.has(start, "times") or sentence.at(start).low.rstrip(".").isdigit()
        skipped = sentence.is_between(start) and (
            sentence.rules.nouns_are_capital or not sentence.at(start).is_name
        )
        owned = sentence.has(start, "possessives")  # "sagte dessen Sprecher"
        if not skipped and not owned and not (timed and sentence.rules.inverts):
            break
        start += 1
    only = sentence.at(start + 1).kind != "word"
    if sentence.pronoun(start) or (sentence.has(start, "alone") and only):
        return start, start + 1
    end = start
    while end - start < _LONGEST and _continues(sentence, start, end):
        end += 1
    adjective = sentence.rules.nouns_are_capital
    while end > start and (
        sentence.has(end - 1, "joins", "prepositions", "determiners")
        or (adjective and sentence.at(end - 1).low.islower() and not sentence.at(end - 1).is_name)
    ):
        end -= 1
    article = end > start + 1 and sentence.has(start, "determiners")
    return (start, end) if end > start and (article or _can_begin(sentence, start)) else None


def behind(sentence: Sentence, start: int) -> Place | None:
    """The subject after a verb, if its case allows that it is one."""
    found = after(sentence, start)
    return None if found and is_oblique(sentence, found[0]) else found


def _can_begin(sentence: Sentence, place: int) -> bool:
    if sentence.at(place).kind != "word":
        return sentence.is_title(place)
    if sentence.at(place).is_name and sentence.at(place + 1).is_name:
        return True  # "Will Gray"
    other = sentence.has(place, "stops", "prepositions", "joins", "unsaid")
    return not other and not sentence.is_no_speaker(place)


def _continues(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a subject that begins at a place goes on with the word at `end`."""
    token = sentence.at(end)
    if token.kind != "word":
        return sentence.is_title(end) or token.text in _IN_NAMES - {"$", "%"}
    if sentence.rules.nouns_are_capital:
        article = sentence.has(end, "determiners") and not sentence.has(end, "inside")
        chain = end > start and sentence.has(end - 1, "determiners")
        return _is_of_a_noun(sentence, end) and (end == start or chain or not article)
    named = token.is_name and sentence.at(end + 1).is_name  # "Will Gray"
    if not named and sentence.has(end, "stops", "relatives", "unsaid"):
        return False
    if sentence.has(end, "joins"):
        return sentence.at(end + 1).is_name or sentence.has(end + 1, "determiners")
    if sentence.has(end, "prepositions"):
        # "said a spokesman for the city", but not "said Ray on Monday".
        described = end > start and not sentence.at(end - 1).is_name
        return described and sentence.has(end, "inside") and not sentence.has(end + 1, "times")
    return end == start or sentence.has(end, "determiners") or not sentence.is_no_speaker(end)


def at_start(sentence: Sentence, verb: int) -> Place | None:
    """The subject of the whole sentence, for a participle: "Ray left, saying that …"."""
    participle = sentence.is_participle(0)
    commas = (at for at in range(verb) if participle and sentence.at(at).text == ",")
    place = next(commas, 0)  # "Waving, he left, saying that …"
    while sentence.at(place).kind == "sign" or (
        sentence.has(place, "joins") or sentence.is_between(place)
    ):
        place += 1
    if sentence.rules.inverts and sentence.has(place, "prepositions"):
        return next(((at, at + 1) for at in range(place, verb) if sentence.pronoun(at)), None)
    if sentence.has(place, "prepositions", "stops"):
        place = next((at for at in range(place, verb) if sentence.at(at).text == ","), verb) + 1
    if sentence.pronoun(place) and place < verb:
        return place, place + 1
    article = sentence.has(place, "determiners")
    end = place + 1 if article and not sentence.at(place).is_name else place
    while end < verb and sentence.at(end).is_name:
        end += 1
    end += end == place + 1 and article
    if sentence.at(end).low in {"'s", "’s"}:
        return None  # "The minister's aide, quoting him, said …"
    return (place, end) if place < end <= verb and _can_begin(sentence, place) else None


def first_nominative(sentence: Sentence, end: int) -> Place | None:
    """The first subject before a place in a language whose nouns have capital letters."""
    place = 0
    while place < end:
        if sentence.pronoun(place) in {"male", "female"}:
            return place, place + 1
        begins = sentence.at(place).is_name or sentence.has(place, "determiners", "oblique")
        found = after(sentence, place) if begins else None
        other = found and sentence.has(found[0] - 1, "prepositions")
        if found and found[1] <= end and not other and not is_oblique(sentence, found[0]):
            return found
        place = max(found[1] if found else 0, place + 1)
    return None
