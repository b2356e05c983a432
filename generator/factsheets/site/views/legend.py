"""How to read a statement: the terms of its card, each with what it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factsheets.site.translation import gettext as _
from factsheets.site.translation import ngettext


@dataclass(frozen=True, slots=True)
class Term:
    """Chips of one meaning, each with its look (empty for a term that is no chip)."""

    chips: tuple[tuple[str, str], ...]
    meaning: str

    @property
    def text(self) -> str:
        """The chips in one line."""
        return ", ".join(text for _look, text in self.chips)


def legend() -> tuple[Term, ...]:
    """Every term, in the order of a card."""
    changed = (("flag", _("Corrected")), ("flag", _("Withdrawn")))
    changes = _("We changed the entry, or took it back. Its page says what, when and why.")
    return (
        *(Term(((look, chip),), meaning) for look, chip, meaning in (*_forms(), *_others())),
        Term(changed, changes),
        *(Term((("", name),), meaning) for name, meaning in _notes()),
    )


def _forms() -> Iterator[tuple[str, str, str]]:
    yield (
        "quoted",
        _("Quoted"),
        _(
            "The publisher prints these words in quotation marks; every build checks that they "
            "stand in its text. They may be the publisher’s translation."
        ),
    )
    meaning = _("The publisher quotes fragments and sums up the rest.")
    yield "partly-quoted", _("Partly quoted"), meaning
    meaning = _("No quotation is recorded: the statement sums up what the publisher reports.")
    yield "paraphrased", _("Paraphrased"), meaning
    meaning = _("The publisher’s own statement; no other speaker is recorded.")
    yield "publisher", _("Publisher’s words"), meaning
    yield (
        "unchecked",
        _("Not checked"),
        _(
            "The words are recorded as a quotation; nobody has checked them against the article’s "
            "text. They are not shown as quoted."
        ),
    )


def _others() -> Iterator[tuple[str, str, str]]:
    yield (
        "support",
        ngettext("%(num)s publisher", "%(num)s publishers", 2),
        _(
            "So many reported it; a reprint, and an article that shares text with another, is not "
            "counted. A translated reprint shares no words and is not found. It says how well it "
            "is documented that somebody said this, not whether it is so."
        ),
    )
    meaning = _("A transcript, a recording or an official text.")
    yield "primary", _("Primary record"), meaning
    meaning = _("The article reports it as something said before, not as its news.")
    yield "flag", _("Recalled as background"), meaning
    yield (
        "flag",
        _("Last looked at"),
        _("Nobody has looked at the entry again since that day, for longer than this site allows."),
    )
    meaning = _("The speaker named contests it, by the source’s words.")
    yield "flag", _("Contested by …"), meaning


def _notes() -> Iterator[tuple[str, str]]:
    yield (
        _("Weakest link"),
        _("The step, from the speaker to our words, of which least is known. We give no ratings."),
    )
    yield (
        _("The source does not say"),
        _("Readings that one might take from a statement and that its source does not support."),
    )
