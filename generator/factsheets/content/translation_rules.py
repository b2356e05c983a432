"""Rules on the languages of a fact: who translated what, and our translation of a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factsheets.content.article import Article, Fact
from factsheets.content.field_help import language_code
from factsheets.content.finding import Finding
from factsheets.content.tree import Path, shortened
from factsheets.content.types import LANGUAGE_PATTERN

_LANGUAGE = re.compile(LANGUAGE_PATTERN)


def translation_findings(fact: Fact) -> Iterator[Finding]:
    """Check our translation of a quotation."""
    given = {
        name: getattr(fact, name) for name in ("quote_translation", "translated_by", "translated")
    }
    if any(given.values()) and not (
        all(given.values()) and len(fact.quote) == len(fact.quote_translation)
    ):
        yield Finding(
            "translation-incomplete",
            (next(filter(given.get, given)),),
            "Our translation of a quote needs the quote, its translator and its day."
            if not all((*given.values(), fact.quote))
            else f"Texts in quote: {len(fact.quote)}; in quote_translation: "
            f"{len(fact.quote_translation)}. They must be as many.",
            'Write all of them: quote: "…" with the article\'s words; quote_translation: "…" (with '
            "as many texts, in the same order); translated_by: the name of the person or tool; "
            "translated: the day. If there is no quote, delete the others.",
        )
    if fact.translates_earlier_words:
        yield Finding(
            "translation-outdated",
            ("translated",),
            f"The quote was corrected after it was translated ({fact.translated}).",
            RENEW,
            "warning",
        )


RENEW = (
    "Compare the translation with the quote as it is now, and change it where it differs. Then "
    "write the day on which you compared them: translated: DATE"
)


def language_findings(fact: Fact, article: Article) -> Iterator[Finding]:
    """Compare the language spoken with the article's language and with `translation`."""
    spoken, written = fact.spoken_language or "", article.language
    if spoken and not _LANGUAGE.fullmatch(spoken):
        yield bad_language(("spoken_language",), spoken)
        return
    given = fact.translation or article.translation
    same = spoken.partition("-")[0] == written.partition("-")[0]
    if not spoken or given not in ({"publisher"} if same else {"none", "ours"}):
        return
    choices = (
        "translation: none (the article has the words as they were spoken)\n"
        "translation: ours (so it has, and we translate them)\n"
        "spoken_language: CODE (they were spoken in another language)"
        if same
        else "translation: publisher (the source says that the publisher translated them)\n"
        "translation: unknown (the source does not say who translated them)\n"
        f"spoken_language: {written} (they were spoken in the article's language)"
    )
    yield Finding(
        "translation-contradicts",
        ("translation",) if fact.translation else ("spoken_language",),
        f"Spoken in {spoken}, and the article is in {written}: translation cannot be {given}.",
        f"Write in this fact the line that is true of these words:\n{choices}",
    )


def bad_language(path: Path, text: str) -> Finding:
    """The finding for a text that is not a language code."""
    return Finding(
        "bad-language",
        path,
        f'"{shortened(text)}" is not a language code.',
        (f"Did you mean {meant}? " if (meant := language_code(text)) else "")
        + "Write two or three small letters: en for English, uk for Ukrainian, zh-Hans for Chinese "
        "in simplified characters.",
    )
