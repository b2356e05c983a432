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
    changed = tuple(("flag", each) for each in (_("Corrected"), _("Clarified"), _("Withdrawn")))
    changes = _("We changed or withdrew the statement. Its page says what, when and why.")
    return (
        *(Term(((look, chip),), meaning) for look, chip, meaning in (*_forms(), *_others())),
        Term(
            nouns,
            _("The speaker’s own words do this, whatever verb the publisher uses."),
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
            "How many publishers reported it. Reprints are not counted, nor are articles that "
            "share text or a cited source with another; a translated reprint cannot be found. The "
            "number says how well it is documented that somebody said this, not whether it is true."
        ),
    )
    meaning = _("A transcript, a recording, or what somebody published as their own words.")
    yield "primary", _("Primary record"), meaning
    meaning = _("Several speakers made it together. It counts once and is listed with each.")
    yield "flag", _("Joint statement"), meaning
    meaning = _("The source gives no name. The statement is not counted for anybody else.")
    yield "flag", _("Unnamed speaker"), meaning
    meaning = _("The article mentions it as something said earlier, not as its news.")
    yield "flag", _("Recalled as background"), meaning
    meaning = _("The statement is due for review: nobody has reviewed it since that day.")
    yield "flag", _("Not reviewed since …"), meaning
    meaning = _("According to a source, the speaker named here contests it.")
    yield "flag", _("Contested by …"), meaning


def _notes() -> Iterator[tuple[str, str]]:
    yield _("Act"), semicolon_list(acts_text())
    yield (
        _("Our translation"),
        _(
            "We translated the words beside it; the label says who did, and when. These are not "
            "the source’s words, and are not checked as a quotation."
        ),
    )
    yield _("Cited source"), _("The source from which the publisher says it has the words.")
    yield (
        _("Least certain step, Least exact wording"),
        _("Where least is known between the speaker and our words. It is not a rating."),
    )
    meaning = _("“Stated”: the source gives the date. “Inferred”: we worked it out.")
    yield _("stated, inferred"), meaning
    yield _("translation unknown"), _("The source does not say whether the words are translated.")
    yield (
        _("The source does not say"),
        _("What a reader might conclude, but the source does not say. On cards: “Not said”."),
    )
