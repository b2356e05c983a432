"""How to read a statement: the terms of its card, each with what it means."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """Chips of one meaning, each with its look (empty for a term that is no chip)."""

    chips: tuple[tuple[str, str], ...]
    meaning: str

    @property
    def text(self) -> str:
        """The chips in one line."""
        return ", ".join(text for _, text in self.chips)


LEGEND = (
    Term(
        (("quoted", "Quoted"),),
        "The publisher prints these words in quotation marks; every build checks that they "
        "stand in its text. They may be the publisher’s translation.",
    ),
    Term(
        (("partly-quoted", "Partly quoted"),),
        "The publisher quotes fragments and sums up the rest.",
    ),
    Term(
        (("paraphrased", "Paraphrased"),),
        "No quotation is recorded: the statement sums up what the publisher reports.",
    ),
    Term(
        (("publisher", "Publisher’s words"),),
        "The publisher’s own statement; no other speaker is recorded.",
    ),
    Term(
        (("unchecked", "Not checked"),),
        "The words are recorded as a quotation; nobody has checked them against the article’s "
        "text. They are not shown as quoted.",
    ),
    Term(
        (("support", "2 publishers"),),
        "So many reported it; a reprint, and an article that shares text with another, is not "
        "counted. A translated reprint shares no words and is not found. It says how well it is "
        "documented that somebody said this, not whether it is so.",
    ),
    Term(
        (("primary", "Primary record"),),
        "A transcript, a recording or an official text.",
    ),
    Term(
        (("flag", "Recalled as background"),),
        "The article reports it as something said before, not as its news.",
    ),
    Term(
        (("flag", "Last looked at"),),
        "Nobody has looked at the entry again since that day, for longer than this site allows.",
    ),
    Term(
        (("flag", "Contested by …"),),
        "The speaker named contests it, by the source’s words.",
    ),
    Term(
        (
            ("flag", "Corrected"),
            ("flag", "Withdrawn"),
        ),
        "We changed the entry, or took it back. Its page says what, when and why.",
    ),
    Term(
        (("", "Weakest link"),),
        "The step, from the speaker to our words, of which least is known. We give no ratings.",
    ),
    Term(
        (("", "The source does not say"),),
        "Readings that one might take from a statement and that its source does not support.",
    ),
)
