"""Check drafted statements from elsewhere against the text, and keep only what it proves."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from factsheets.authoring.drafting.document import FORMS, Draft, Drafted, Rejected, has_words
from factsheets.quotes.speech import speech_in

_LONGEST_SHOWN = 200  # characters
_WORD = re.compile(r"\w+")
_Candidate = Mapping[str, Any]


def checked(found: Draft, data: Any) -> Draft:
    """The draft with those statements of `data` that its text proves, and the others' reasons.

    Args:
        found: The draft of the same text by the rules.
        data: What a JSON file contains: a draft, or a list of statements.
    """
    statements = data.get("statements") if isinstance(data, dict) else data
    kept: list[Drafted] = []
    rejected = []
    speech = speech_in(found.paragraphs, found.language)
    inside = [(*each.certain, *(words for words, _ in each.labels)) for each in speech]
    listed: list[Any] = statements if isinstance(statements, list) else [statements]
    for each in listed:
        reason = _misshapen(found, each) or next(_reasons(found, inside, each), None)
        if reason:
            shown = json.dumps(each, ensure_ascii=False)[:_LONGEST_SHOWN]
            rejected.append(Rejected(reason, shown))
            continue
        same = [one for one in _by_the_rules(found, each) if one.speaker == each.get("speaker")]
        given = {key: each.get(key) for key in ("paragraph", "sentence", "speaker", "cue", "form")}
        known = same[0] if same else Drafted(**given, speaker_name=None, speaker_id=None, quotes=())
        kept.append(replace(known, **given, quotes=tuple(each.get("quotes") or ()), unclear=False))
    return replace(found, statements=tuple(kept), rejected=tuple(rejected))


def _by_the_rules(found: Draft, each: _Candidate) -> list[Drafted]:
    """The statements of the rules about the same words."""
    sentence, number = each["sentence"], each["paragraph"]
    near = [one for one in found.statements if one.paragraph == number]
    return [one for one in near if one.sentence in sentence or sentence in one.sentence]


def _misshapen(found: Draft, each: Any) -> str | None:
    """Why a value of a JSON file is no statement about the text."""
    if not isinstance(each, dict):
        return "It is not a JSON object."
    number, sentence, quotes = each.get("paragraph"), each.get("sentence"), each.get("quotes")
    if not isinstance(sentence, str) or not sentence.strip():
        return "It has no sentence."
    texts = [each.get(key) for key in ("speaker", "speaker_id", "cue")]
    if not isinstance(quotes, list | None) or not all(isinstance(one, str | None) for one in texts):
        return "Its quotes are no list, or its speaker and cue are no texts."
    known = isinstance(number, int) and 0 < number <= len(found.paragraphs)
    return None if known else f"There is no paragraph {number}."


def _reasons(found: Draft, inside: list[tuple[Any, ...]], each: _Candidate) -> Iterator[str]:
    """Why the text does not prove a statement."""
    number, sentence, quotes = each["paragraph"], each["sentence"], each.get("quotes") or []
    text = found.paragraphs[number - 1]
    if sentence not in text:
        numbered = enumerate(found.paragraphs, 1)
        elsewhere = next((other for other, words in numbered if sentence in words), None)
        where = f": it is in paragraph {elsewhere}" if elsewhere else " word for word"
        yield f"The sentence is not in paragraph {number}{where}."
        return
    if each.get("form") not in FORMS:
        yield f"Its form is none of {', '.join(FORMS)}."
    elif (each["form"] == "paraphrased") == bool(quotes):
        yield "Its form does not fit: a paraphrased statement has no quotes, others have some."
    for quote in quotes:
        yield from _reasons_of_quote(quote, sentence, text.index(sentence), inside[number - 1])
    if each.get("speaker"):
        yield from _reasons_of_speaker(found, each, text)
    if each.get("cue") and not has_words(sentence, each["cue"]):
        yield f"The cue “{each['cue']}” is not in the sentence."


def _reasons_of_quote(
    quote: Any, sentence: str, begin: int, inside: tuple[Any, ...]
) -> Iterator[str]:
    if not isinstance(quote, str) or not _WORD.search(quote) or quote not in sentence:
        yield f"The quotation “{quote}” is not in the sentence word for word."
        return
    starts = [begin + match.start() for match in re.finditer(re.escape(quote), sentence)]
    if not any(
        first <= start and start + len(quote) <= last for start in starts for first, last in inside
    ):
        yield f"The words “{quote}” are not inside quotation marks."


def _reasons_of_speaker(found: Draft, each: _Candidate, text: str) -> Iterator[str]:
    speaker, same = each["speaker"], _by_the_rules(found, each)
    if not has_words(text, speaker):
        yield f"The speaker “{speaker}” is not named in the paragraph."
    others = [one.speaker for one in same if one.speaker]
    words = set(_WORD.findall(speaker))
    if others and not any(words & set(_WORD.findall(other)) for other in others):
        yield f"The text names “{others[0]}” as the speaker, not “{speaker}”."
    known = {one.speaker_id for one in same if one.speaker == speaker}
    if each.get("speaker_id") and each["speaker_id"] not in known:
        yield f"The speaker “{speaker}” is not known as {each['speaker_id']}."
