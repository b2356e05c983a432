"""What changed between two states of the content: for people, for a pull request, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from factsheets.content.kinds import KINDS
from factsheets.history.change import Change, Comparison, Unread
from factsheets.history.compare import Difference
from factsheets.problems.reports import counted, problems_in_words
from factsheets.problems.text import plain, visible

_GROUPS = (
    ("fact", "statement"),
    *((kind.noun, kind.noun) for kind in KINDS.values()),
    ("capture", "capture"),
    ("page", "page"),
)
_PAGES = {"facts": "statement", **{kind.pages: kind.noun for kind in KINDS.values()}}
_LARGEST = 900_000  # bytes of Markdown
_STATES = ("new", "changed", "restored", "withdrawn", "superseded", "erased", "removed")


def changes_text(difference: Difference) -> str:
    """The changes as people read them aloud."""
    found = difference.comparison
    blocks = [headline(found)]
    if found.changes:
        blocks.append("\n".join(change.explain("text", visible) for change in found.changes))
    blocks += ("\n    ".join(map(visible, _unread(each))) for each in found.unread)
    blocks.append("\n".join(visible(line) for line in _closing(difference)))
    return "\n\n".join(blocks) + "\n"


def changes_markdown(difference: Difference) -> str:
    """The changes for a pull request or a job's summary: each new statement as a card."""
    found = difference.comparison
    cards = found.of("fact", "new")
    others = (each for each in found.changes if (each.record, each.what) != ("fact", "new"))
    unread = ("\n- ".join(map(plain, _unread(each))) for each in found.unread)
    room = _LARGEST
    blocks = [f"### {headline(found)}"]
    for parts, between in (
        (map(_card, cards), "\n\n"),
        ((each.explain("markdown", plain) for each in others), "\n"),
        (unread, "\n\n"),
    ):
        kept, room = _that_fit(parts, room)
        blocks += [between.join(kept)] if kept else []
    if room < 0:
        blocks.append("The rest is left out here: `facts diff` tells all of it.")
    blocks.append("\n".join(f"- {plain(line)}" for line in _closing(difference)))
    return "\n\n".join(blocks) + "\n"


def _that_fit(parts: Iterable[str], room: int) -> tuple[list[str], int]:
    """The parts up to what a job's summary holds, and what room is left: less than none at its end.

    Of a longer summary GitHub shows nothing.
    """
    kept: list[str] = []
    for part in parts:
        room -= len(part.encode()) + 2
        if room < 0:
            break
        kept.append(part)
    return kept, room


def changes_json(difference: Difference) -> str:
    """The changes for programs."""
    found = difference.comparison
    rows = [{**asdict(change), "attribution": change.attribution} for change in found.changes]
    report = {
        "changes": rows,
        "summary": _counts(found),
        "not_compared": [asdict(each) for each in found.unread],
        "pages": found.pages,
        "corrections_due": found.due,
        "corrections_entered": found.entered,
        "ready": difference.ready,
        "base": difference.before.summary.counts(),
        "now": difference.now.summary.counts(),
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def headline(found: Comparison) -> str:
    """The counts in words, as in: 2 new statements, 1 changed. 1 new actor."""
    sentences = []
    for record, noun in _GROUPS:
        counts = _counts(found)[record]
        parts = [
            counted(number, f"{state} {noun}") if not at else f"{number:,} {state}"
            for at, (state, number) in enumerate(counts.items())
        ]
        if parts:
            sentences.append(", ".join(parts) + ".")
    if not sentences and found.unread:
        return "Nothing changed in what could be compared."
    return " ".join(sentences) or "Nothing changed."


def _counts(found: Comparison) -> dict[str, dict[str, int]]:
    every: dict[str, dict[str, int]] = {}
    for record, _ in _GROUPS:
        mine = [change.what for change in found.changes if change.record == record]
        every[record] = {state: mine.count(state) for state in _STATES if state in mine}
    return every


def _card(change: Change) -> str:
    """A new statement as a quotation block: who, what, how it is reported."""
    lines = [f"**{plain(change.heading)}**", ""]
    lines += (f"“{plain(quote)}”  " for quote in change.quotes)
    lines.append(f"{plain(change.evidence)} · `{change.id}`, {plain(change.file)}:{change.line}")
    if change.remark:
        lines.append(plain(change.remark))
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _unread(each: Unread) -> list[str]:
    """What could not be compared, then the statements that are known of it, one a line."""
    if not each.headings:
        return [each.words]
    if each.fields:
        return [each.words, *each.headings]
    when = "are" if each.side == "before" else "were"
    return [f"{each.words} Its statements {when}:", *each.headings]


def _closing(difference: Difference) -> Iterator[str]:
    """The pages that change, whether it can be published, whether readers must be told."""
    found = difference.comparison
    if found.pages:
        listed = (counted(len(ids), _PAGES[folder]) for folder, ids in found.pages.items())
        yield f"Pages that change: {', '.join(listed)}."
    if difference.before.summary.errors:
        yield f"The older content has mistakes: {problems_in_words(difference.before.summary)}"
    now = difference.now.summary
    waits = ""
    if not now.errors:
        waits += ", a correction is to be entered first" if found.due else ""
        waits += ", what was published must not be removed" if found.gone else ""
    yield f"Ready: {'yes' if difference.ready else 'no'}{waits}. {problems_in_words(now)}"
    if found.due:
        yield (
            f"Correction notice due: yes, for {', '.join(found.due)}. "
            "Readers have seen other words; add an entry under corrections."
        )
    else:
        entered = f"; entered for {', '.join(found.entered)}" if found.entered else ""
        known = "none is known of, for not all could be compared" if found.unread else "no"
        yield f"Correction notice due: {known}{entered}."
