"""How to read a statement: the terms of its card, each with what it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factsheets.site.translation import gettext as _
from factsheets.site.translation import ngettext, semicolon_list
from factsheets.site.views.acts import act_chip, acts_text


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
    nouns = tuple(("flag", act_chip(act)) for act in ("denies", "calls-for", "proposes"))
    changed = (("flag", _("Corrected")), ("flag", _("Withdrawn")))
    changes = _("We changed the entry, or took it back. Its page says what, when and why.")
    return (
        *(Term(((look, chip),), meaning) for look, chip, meaning in (*_forms(), *_others())),
        Term(
            nouns,
            _(
                "The speaker’s own words do this, whatever verb the publisher uses. The statement "
                "says what they say."
            ),
        ),
        Term(changed, changes),
        *(Term((("", name),), meaning) for name, meaning in _notes()),
    )


def _forms() -> Iterator[tuple[str, str, str]]:
    yield (
        "quoted",
        _("Quoted"),
        _(
            "The publisher prints these words in quotation marks; every build checks that they "
            "are in its text. They may be the publisher’s translation."
        ),
    )
    meaning = _("The transcript prints the words under the speaker’s name. It may be edited.")
    yield "quoted", _("From a transcript published by …"), meaning
    meaning = _("The words of the publisher of the source, or of its only named author.")
    yield "quoted", _("Published by …, From the account …"), meaning
    meaning = _("The publisher quotes fragments and sums up the rest.")
    yield "partly-quoted", _("Partly quoted"), meaning
    meaning = _(
        "No quotation is recorded: the statement sums up what the publisher reports, or what we "
        "heard. “Paraphrased” stands only where the paragraph has no quotation marks."
    )
    yield "paraphrased", _("Paraphrased, Reported, Summed up by us"), meaning
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
    meaning = _(
        "We transcribed a recording ourselves; the words were not compared with a published text."
    )
    yield "unchecked", _("Transcribed by us"), meaning


def _others() -> Iterator[tuple[str, str, str]]:
    yield (
        "support",
        ngettext("%(num)s publisher", "%(num)s publishers", 2),
        _(
            "So many reported it; a reprint, and an article that shares text or a secondary source "
            "with another, is not counted. A translated reprint shares no words and is not found. "
            "It says how well it is documented that somebody said this, not whether it is so."
        ),
    )
    meaning = _("A transcript, a recording, or what somebody published as their own words.")
    yield "primary", _("Primary record"), meaning
    meaning = _("Several speakers said it together; it counts once, and is listed with each.")
    yield "flag", _("Joint statement"), meaning
    meaning = _("The source only describes the speaker. It counts as nobody else’s statement.")
    yield "flag", _("Unnamed speaker"), meaning
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
    yield _("Act"), semicolon_list(acts_text())
    yield (
        _("Our translation"),
        _(
            "We translated the words beside it; the label says who did, and when. They are not the "
            "source’s words and are not checked as a quotation."
        ),
    )
    yield (
        _("Secondary source"),
        _("Whom the publisher names as the one from whom it has the words."),
    )
    yield (
        _("Weakest link"),
        _("The step, from the speaker to our words, of which least is known. We give no ratings."),
    )
    yield (
        _("The source does not say"),
        _("Readings that one might take from a statement and that its source does not support."),
    )
