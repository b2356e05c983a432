"""A statement as pages and data show it: everything about it that is computed."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from factsheets.content.dates import Moment, day_text
from factsheets.content.records import Correction, Fact
from factsheets.content.types import NOT_STATED
from factsheets.dataset.model import file_of
from factsheets.site.views.chain import Link
from factsheets.site.views.dates import When
from factsheets.site.views.evidence import Evidence
from factsheets.site.views.fields import correction_verb, correction_words
from factsheets.site.views.figures import FigureView
from factsheets.site.views.refs import Ref
from factsheets.site.views.support import Support
from factsheets.site.views.words import listed, sentence, stated_text

FORM_MEANING = {
    "quoted": "The publisher prints these words in quotation marks; they match its text exactly.",
    "partly-quoted": "The publisher quotes fragments and sums up the rest; the fragments match.",
    "paraphrased": "The publisher reports what was said; no quotation is recorded.",
    "unmarked": "The publisher sums up what was said; the paragraph has no quotation marks.",
    "publisher": "Recorded as the publisher’s own statement; no other speaker is recorded.",
    "gone": "The publisher printed these words in quotation marks. They are not in the text of the "
    "article that was captured on",
    "label": "The publisher prints these words under the speaker’s name, or behind a dash; they "
    "match its text exactly.",
    "unclear": "The words stand in the article; whether it gives them to this speaker is not "
    "certain.",
    "unchecked": "The words are recorded as a quotation; nobody has checked them against the "
    "article’s text.",
}
_MOST_REPRINTS = 3  # on a card; the statement's page has them all


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer of a statement: to which question, for whom, in which words."""

    topic: str
    question: str
    actor: Ref
    kind: str
    symbol: str
    text: str
    second_hand: bool


@dataclass(frozen=True, slots=True)
class Report:
    """One source of a statement, the paragraphs that report it, and those counted with it.

    `reprints` are recorded as such, `same_text` share text with it.
    """

    evidence: Evidence
    paragraphs: tuple[int, ...]
    reprints: tuple[Ref, ...]
    more_reprints: int
    same_text: tuple[Ref, ...]

    @property
    def places(self) -> str:
        """`paragraph 2`, `paragraphs 1, 2 and 4`; empty where none is stated."""
        if not self.paragraphs:
            return ""
        noun = "paragraph" if len(self.paragraphs) == 1 else "paragraphs"
        return f"{noun} {listed([str(number) for number in self.paragraphs])}"


@dataclass(frozen=True, slots=True)
class Mark:
    """What must stand beside a statement wherever it is shown: `Contested by Baker, 3 May 2025`.

    `path` is the address of the statement that says so.
    """

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement with all that is computed for it; see `design.md` for the data's names.

    `path` is its address below the site's root; `fact` the record as people wrote it; `who` the
    speaker, or the publisher where it speaks itself, with whom `heading` begins; `said` is None
    where no date is known;
    `evidence[0]` is the fact's own. `corrected` tells of a correction or clarification of the last
    90 days (`Corrected 4 May 2025`), `due` is the day on which somebody last looked at a statement
    that is to be looked at again; both are empty otherwise. `unreviewed` is true
    where the site's owner asks for reviews and nobody reviewed it.
    """

    id: str
    path: str
    speaker: Ref | None
    publisher: Ref
    who: Ref
    fact: Fact
    act: str
    statement: str
    condition: str | None
    detail: str | None
    said: Moment | None
    said_basis: str | None
    when: When
    event: Ref | None
    place: str | None
    audience: str | None
    about: tuple[Ref, ...]
    topics: tuple[Ref, ...]
    figure: FigureView | None
    answers: tuple[AnswerView, ...]
    not_said: tuple[str, ...]
    recalled: bool
    note: str | None
    form: str
    checked: bool
    evidence: tuple[Evidence, ...]
    chain: tuple[Link, ...]
    weakest: Link
    behind: Support
    disputes: tuple[str, ...]
    disputed_by: tuple[str, ...]
    updates: tuple[str, ...]
    draft: bool
    marks: tuple[Mark, ...]
    replies_to: tuple[str, ...]
    status: str
    reason: str | None
    status_date: str | None
    corrections: tuple[Correction, ...]
    corrected: str
    due: str
    reviewed: str | None
    reviewed_by: str | None
    unreviewed: bool
    article_id: str
    line: int

    @property
    def occasion(self) -> str:
        """When it was said, as a sentence without its full stop."""
        return self.when.phrase[0].upper() + self.when.phrase[1:]

    @property
    def place_text(self) -> str:
        """Where, or that the source does not say; empty where the field was left out."""
        return stated_text(self.place)

    @property
    def audience_text(self) -> str:
        """To whom, or that the source does not say; empty where the field was left out."""
        return stated_text(self.audience)

    @property
    def setting(self) -> str:
        """Place and audience in one line: `Paris, to reporters`; what was left out is not there."""
        place = "place not stated" if self.place == NOT_STATED else self.place
        audience = f"to {self.audience}" if self.audience else None
        if self.audience == NOT_STATED:
            audience = "audience not stated"
        if self.place == self.audience == NOT_STATED:
            place, audience = "place and audience not stated", None
        return ", ".join(filter(None, (place, audience)))

    @property
    def setting_sentence(self) -> str:
        """The same as a sentence; a place is written as it was recorded."""
        recorded = self.place not in {None, NOT_STATED}
        return f"{self.setting}." if recorded else sentence(self.setting)

    @property
    def support(self) -> str:
        """`single-source`, `several-sources` or `primary`."""
        return self.behind.kind

    @property
    def support_text(self) -> str:
        """`Single source`, `2 publishers, one of them state-owned`."""
        return self.behind.text

    @property
    def heading(self) -> str:
        """`Macron: 35 participants attended the meeting`."""
        return f"{self.who.short}: {self.statement}"

    @property
    def written_at(self) -> str:
        """Where it stands in the content: file below the project's folder, and line."""
        return f"{file_of('article', self.article_id)}#L{self.line}"

    @property
    def quotes(self) -> tuple[str, ...]:
        """The words of its own evidence that are shown as quoted."""
        return self.evidence[0].quoted

    @property
    def contested(self) -> str:
        """`Contested by Baker, 3 May 2025`; empty where nobody contests it."""
        return "; ".join(each.text for each in self.marks if each.text.startswith("Contested"))

    @property
    def set_apart(self) -> tuple[str, ...]:
        """The quotations that pages set apart: those that no sentence of ours repeats whole.

        Words that say something else alone ("reveal its cards") stand in their sentence instead.
        """
        sentences = f"{self.statement} {self.detail or ''}"
        return tuple(quote for quote in self.quotes if f"“{quote}”" not in sentences)

    @property
    def reference(self) -> str:
        """Its publisher and every paragraph of its article that reports it: `TASS ¶1, ¶2`."""
        return f"{self.publisher.short} {self.paragraphs}".rstrip()

    @property
    def paragraphs(self) -> str:
        """`¶1, ¶2`; empty where none is stated."""
        return ", ".join(f"¶{number}" for number in self.reports[0].paragraphs)

    @property
    def reports(self) -> tuple[Report, ...]:
        """Its evidence by source: each once, reprints with the first that they go back to."""
        found: dict[str, list[Evidence]] = {}
        for each in self.evidence:
            found.setdefault((each.counted_with or each.source).id, []).append(each)
        return tuple(_report(group) for group in found.values())

    @property
    def reviewed_text(self) -> str:
        """`23 Nov 2026 by Ann Archer`; empty where nobody looked at it again."""
        if not self.reviewed:
            return ""
        day = day_text(datetime.date.fromisoformat(self.reviewed))
        return f"{day} by {self.reviewed_by}" if self.reviewed_by else day

    @property
    def history(self) -> tuple[str, ...]:
        """Its corrections and clarifications in words, each with its day."""
        return tuple(
            f"{correction_verb(each)} {day_text(each.date)}: {correction_words(each)}"
            for each in self.corrections
        )

    @property
    def why(self) -> str:
        """Why it was withdrawn or superseded, as a sentence."""
        return sentence(self.reason or "")

    @property
    def form_text(self) -> str:
        """What its chip says."""
        return self.evidence[0].form_text

    @property
    def form_meaning(self) -> str:
        """What its chip means."""
        if self.gone_since:
            return f"{FORM_MEANING['gone']} {self.gone_since}."
        if self.form == "paraphrased" and self.evidence[0].unmarked:
            return FORM_MEANING["unmarked"]
        if self.evidence[0].judged:
            return f"{self.evidence[0].judged}. The words stand in the source."
        if self.evidence[0].check == "unclear":
            return FORM_MEANING["unclear"]
        if self.form == "quoted" and self.evidence[0].by_label:
            return FORM_MEANING["label"]
        return FORM_MEANING[self.form if self.checked else "unchecked"]

    @property
    def gone_since(self) -> str | None:
        """The day on which its own article was seen to lack the quoted words, None: it has them."""
        return self.evidence[0].gone_since


def _report(group: list[Evidence]) -> Report:
    """Evidence that is one report: the article that leads it, else the first of the others."""
    lead = next((each for each in group if each.counted_with is None), group[0])
    own = (each.paragraph for each in group if each.source == lead.source and each.paragraph)
    others = [each for each in group if each.source != lead.source]
    reprints = tuple(dict.fromkeys(each.source for each in others if each.reprint_of))
    same = tuple(dict.fromkeys(each.source for each in others if not each.reprint_of))
    more = max(0, len(reprints) - _MOST_REPRINTS)
    return Report(lead, tuple(sorted(own)), reprints[:_MOST_REPRINTS], more, same)
