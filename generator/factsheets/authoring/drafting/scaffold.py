"""The files of a drafted article: the article, and actors that are not in the content yet.

They contain what the text proves. What a person must decide is marked TODO.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factsheets.authoring.drafting.document import Draft, Drafted, has_words
from factsheets.authoring.drafting.rules import rules
from factsheets.authoring.new import publisher_of
from factsheets.content.fact_rules import QUOTED_WORDS
from factsheets.content.json_schema import modeline
from factsheets.content.messages import guess_id
from factsheets.content.text import hidden
from factsheets.content.text_rules import TODO
from factsheets.content.tree import quoted
from factsheets.quotes.capture import capture_paragraphs
from factsheets.quotes.speech import TRANSCRIPT
from factsheets.quotes.tokens import offsets

_DAY = re.compile(r"-\d{4}-\d{2}-\d{2}$")
_FEWEST_WORDS = 3  # words of a quotation that can be checked


@dataclass(frozen=True, slots=True)
class Site:
    """What the content already has: the ids of actors; and the topic to use."""

    actors: frozenset[str] = frozenset()
    topic: str | None = None


def article_files(draft: Draft, article_id: str, site: Site) -> dict[str, str]:
    """The new files by path below the project's folder."""
    publisher = _publisher(draft, article_id, site)
    speakers = _speakers(draft, site)
    made = {f"content/facts/{article_id}.yaml": _article(draft, article_id, publisher, site)}
    if publisher not in {TODO, *site.actors}:
        made[f"content/actors/{publisher}.yaml"] = _publisher_file(draft)
    for event_id, each in _events(draft, article_id).values():
        made[f"content/events/{event_id}.yaml"] = (
            f"{modeline('event')}\nname: {TODO}\nkind: {quoted(_occasion(draft, each))}\n"
            f"date: {each.said or TODO}\n"
        )
    for actor_id, name in speakers.items():
        made[f"content/actors/{actor_id}.yaml"] = (
            f"{modeline('actor')}\nkind: {TODO}\nname: {quoted(name)}\n"
        )
    return made


def facts(draft: Draft, article_id: str, site: Site) -> str:
    """The drafted statements as the facts of an article's file."""
    known = {*site.actors, *_speakers(draft, site)}
    events = _events(draft, article_id)

    def block(number: int, each: Drafted) -> str:
        occasion = _occasion(draft, each), each.speaker_name or each.speaker
        event = events[occasion][0] if occasion in events else None
        lines = _fact(each, f"{article_id}-{number}", known, site, event)
        return "\n".join(f"  {line}" for line in lines)

    blocks = (block(number, each) for number, each in enumerate(_merged(draft.statements), 1))
    return "\n\n".join(blocks) + "\n"


def _occasion(draft: Draft, each: Drafted) -> str:
    """The kind of event at which a sentence has somebody speak; empty if it names none."""
    text = each.sentence.casefold()
    for part in filter(None, (*each.quotes, each.speaker)):
        text = text.replace(part.casefold(), " ")
    occasions = rules(draft.language).occasions.items()
    return next((kind for word, kind in occasions if has_words(text, word)), "")


def _events(draft: Draft, article_id: str) -> Mapping[tuple[str, str | None], tuple[str, Drafted]]:
    """The occasions of statements by kind and speaker: a new id, and the statement there."""
    found: dict[tuple[str, str | None], tuple[str, Drafted]] = {}
    for each in draft.statements:
        if kind := _occasion(draft, each):
            event_id = f"{article_id}-{kind.replace(' ', '-')}"
            number = sum(key[0] == kind for key in found) + 1
            event_id += f"-{number}" if number > 1 else ""
            found.setdefault((kind, each.speaker_name or each.speaker), (event_id, each))
    return found


_BLANK = Drafted(1, "", None, None, None, None, "paraphrased", ())
"""The statement to fill in where the rules found none."""


def _article(draft: Draft, article_id: str, publisher: str, site: Site) -> str:
    document = draft.document
    lines = [
        modeline("article"),
        f"# Drafted by rules from the text, which is in drafts/{article_id}.txt on this computer",
        "# only. Compare each statement with it, fill in each TODO, and delete its status: draft.",
        "# Delete the statements that do not belong on the site.",
        f"publisher: {publisher}",
        *(["kind: transcript"] if _is_transcript(draft) else []),
        *([f"title: {quoted(document.title)}"] if document.title else []),
        f"url: {document.url or TODO}",
        *([f"authors: [{', '.join(map(quoted, document.authors))}]"] if document.authors else []),
        f"published: {document.published or TODO}",
        f"language: {draft.language}",
        "facts:",
    ]
    filled = replace(draft, statements=draft.statements or (_BLANK,))
    return "\n".join(lines) + "\n" + facts(filled, article_id, site)


def _is_transcript(draft: Draft) -> bool:
    labelled = capture_paragraphs(draft.document.text, draft.language)
    return sum(bool(each.turns) for each in labelled) >= TRANSCRIPT


def _fact(
    each: Drafted, fact_id: str, known: set[str], site: Site, event: str | None
) -> Iterator[str]:
    actor = each.speaker_id or _new_id(each, known)
    if each.unclear:
        yield "# The quotation marks here can be read in several ways: read the paragraph."
    if each.speaker and not actor and not each.described:
        yield f"# The speaker in the text: {_visible(each.speaker)}. Is nobody named? Then use"
        yield "# speaker_described: instead of speaker:."
    if each.figures:
        yield f"# Numbers in the text: {', '.join(each.figures)}"
    if any(len(offsets(quote)) > QUOTED_WORDS for quote in each.quotes):
        yield f"# A quotation has more than {QUOTED_WORDS} words: quote those that matter."
    yield f"- id: {fact_id}"
    if each.described and each.speaker:
        yield f"  speaker_described: {quoted(_visible(each.speaker))}"
    else:
        yield f"  speaker: {actor or TODO}"
    yield f"  statement: {TODO}"
    if quotes := [_visible(quote) for quote in each.quotes if _can_be_quoted(quote)]:
        listed = ", ".join(map(quoted, quotes))
        yield f"  quote: {listed}" if len(quotes) == 1 else f"  quote: [{listed}]"
    if quotes and each.form == "partly-quoted":
        yield "  form: partly-quoted"
    yield f"  paragraph: {each.paragraph}"
    yield f"  event: {event}" if event else f"  said: {each.said or TODO}"
    yield f"  said_basis: {'inferred' if each.said else TODO}"
    yield f"  topics: [{site.topic}]" if site.topic else f"  topics: {TODO}"
    if each.about:
        yield f"  about: [{', '.join(each.about)}]"
    yield "  status: draft"


def _can_be_quoted(quote: str) -> bool:
    """Whether the words can be a fact's quotation: neither too few, too many nor altered."""
    words = len(offsets(quote))
    return _FEWEST_WORDS <= words <= QUOTED_WORDS and not any(sign in quote for sign in "[]")


def _visible(text: str) -> str:
    return "".join(sign for sign in text if not any(hidden(sign)))


def _merged(statements: Sequence[Drafted]) -> list[Drafted]:
    """One statement for each speaker and sentence."""
    found: dict[tuple[int, str, str | None], Drafted] = {}
    for each in statements:
        key = (each.paragraph, each.sentence, each.speaker)
        found[key] = found[key].with_quotes(each) if key in found else each
    return list(found.values())


def _speakers(draft: Draft, site: Site) -> Mapping[str, str]:
    """The speakers with a full name that are not in the content yet, by a new id."""
    found: dict[str, str] = {}
    for each in draft.statements:
        name = each.speaker_name
        if name and " " in name and not each.speaker_id:
            actor_id = guess_id(name)
            if actor_id and actor_id not in site.actors:
                found.setdefault(actor_id, name)
    return found


def _new_id(each: Drafted, known: set[str]) -> str | None:
    actor_id = guess_id(each.speaker_name) if each.speaker_name else None
    return actor_id if actor_id in known else None


def _publisher(draft: Draft, article_id: str, site: Site) -> str:
    """The publisher by the beginning of the article's id, else by the site's name."""
    if named := publisher_of(article_id, site.actors):
        return named
    beginning = _DAY.sub("", article_id)
    if beginning != article_id:
        return beginning
    return (guess_id(draft.document.site) if draft.document.site else None) or TODO


def _publisher_file(draft: Draft) -> str:
    site = draft.document.site
    return (
        f"{modeline('actor')}\nkind: publisher\nname: {quoted(site) if site else TODO}\n"
        f"ownership: {TODO}\ncountry: {TODO}\noutlet: {TODO}\n"
    )
