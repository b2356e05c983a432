"""Reports of the changes between two states: for people, pull requests and programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from factsheets.content.kinds import KINDS
from factsheets.history.change import SIGNS, Change, Comparison, Unread
from factsheets.history.diff import Difference
from factsheets.problems.reports import counted, problems_in_words
from factsheets.problems.text import plain, visible

_LARGEST = 900_000  # bytes of Markdown; GitHub does not show a longer summary
_NOUNS = {
    "fact": "statement",
    **{kind.noun: kind.noun for kind in KINDS.values()},
    "capture": "capture",
    "page": "page",
}


def changes_text(difference: Difference) -> str:
    """The changes as plain text for people."""
    found = difference.comparison
    blocks = [headline(found)]
    if found.changes:
        blocks.append("\n".join(change.explain("text", visible) for change in found.changes))
    blocks += ("\n    ".join(map(visible, _unread(each))) for each in found.unread)
    blocks.append("\n".join(map(visible, _closing(difference))))
    return "\n\n".join(blocks) + "\n"


def changes_markdown(difference: Difference) -> str:
    """The changes as Markdown for a pull request or job summary: each new statement as a card."""
    found = difference.comparison
    cards: list[str] = []
    others: list[str] = []
    for change in found.changes:
        if (change.record, change.what) == ("fact", "new"):
            cards.append(_card(change))
        else:
            others.append(change.explain("markdown", plain))
    unread = ["\n- ".join(map(plain, _unread(each))) for each in found.unread]
    room = _LARGEST
    blocks = [f"### {headline(found)}"]
    for parts, separator in ((cards, "\n\n"), (others, "\n"), (unread, "\n\n")):
        kept, room = _that_fit(parts, room)
        blocks += [separator.join(kept)] if kept else []
    if room < 0:
        blocks.append("The rest is omitted here: `facts diff` shows all of it.")
    blocks.append("\n".join(f"- {plain(line)}" for line in _closing(difference)))
    return "\n\n".join(blocks) + "\n"


def _that_fit(parts: Iterable[str], room: int) -> tuple[list[str], int]:
    """The parts that fit in a number of bytes, and the bytes left; below 0 at the end."""
    kept: list[str] = []
    for part in parts:
        room -= len(part.encode()) + 2
        if room < 0:
            break
        kept.append(part)
    return kept, room


def changes_json(difference: Difference) -> str:
    """The changes as JSON for programs."""
    found = difference.comparison
    report = {
        "changes": [{**asdict(each), "attribution": each.attribution} for each in found.changes],
        "summary": {record: _counts(found, record) for record in _NOUNS},
        "not_compared": [asdict(each) for each in found.unread],
        "pages": found.pages,
        "corrections_due": found.due,
        "corrections_entered": found.entered,
        "ready": difference.ready,
        "base": asdict(difference.before.summary),
        "now": asdict(difference.now.summary),
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def headline(found: Comparison) -> str:
    """The counts in words, as in: 2 new statements, 1 changed. 1 new actor."""
    sentences = []
    for record, noun in _NOUNS.items():
        counts = _counts(found, record).items()
        parts = [f"{number:,} {state}" for state, number in counts]
        for state, number in list(counts)[:1]:
            parts[0] = counted(number, f"{state} {noun}")
        if parts:
            sentences.append(", ".join(parts) + ".")
    if not sentences and found.unread:
        return "Nothing that could be compared has changed."
    return " ".join(sentences) or "Nothing changed."


def _counts(found: Comparison, record: str) -> dict[str, int]:
    """How many records of a kind were added, changed and so on."""
    counter = Counter[str](change.what for change in found.changes if change.record == record)
    return {state: counter[state] for state in SIGNS if counter[state]}


def _card(change: Change) -> str:
    """A new statement as a quotation block: who, what, how it is reported."""
    lines = [f"**{plain(change.heading)}**", ""]
    lines += (f"“{plain(quote)}”  " for quote in change.quotes)
    lines.append(f"{plain(change.evidence)} · `{change.id}`, {plain(change.file)}:{change.line}")
    if change.remark:
        lines.append(plain(change.remark))
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _unread(each: Unread) -> list[str]:
    """What is not compared, then its known statements, one per line."""
    if not each.headings or each.fields:
        return [each.words, *each.headings]
    when = "are" if each.side == "before" else "were"
    return [f"{each.words} Its statements {when}:", *each.headings]


def _closing(difference: Difference) -> Iterator[str]:
    """The pages that change, and whether the content is ready or a correction is required."""
    found, now = difference.comparison, difference.now.summary
    if found.pages:
        nouns = {"facts": "statement"}
        listed = (
            counted(len(ids), nouns.get(folder, folder.removesuffix("s")))
            for folder, ids in found.pages.items()
        )
        yield f"Pages that change: {', '.join(listed)}."
    if difference.before.summary.errors:
        yield f"The older content has problems: {problems_in_words(difference.before.summary)}"
    waits = ""
    if not now.errors:
        waits += ", a correction must be entered first" if found.due else ""
        waits += ", published records must not be removed" if found.gone else ""
    yield f"Ready: {'yes' if difference.ready else 'no'}{waits}. {problems_in_words(now)}"
    if found.due:
        yield (
            f"Correction required: yes, for {', '.join(found.due)}. Readers have seen the old "
            "words; add an entry under corrections."
        )
    else:
        entered = f"; entered for {', '.join(found.entered)}" if found.entered else ""
        known = "none is known, because not everything could be compared" if found.unread else "no"
        yield f"Correction required: {known}{entered}."
