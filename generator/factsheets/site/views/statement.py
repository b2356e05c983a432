"""A statement as pages and data show it: everything about it that is computed."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factsheets.content.article import Correction, Fact
from factsheets.content.dates import Moment
from factsheets.dataset.model import Dataset, file_of
from factsheets.site.settings import Settings
from factsheets.site.translation import comma_list, semicolon_list
from factsheets.site.translation import gettext as _
from factsheets.site.views.acts import act_chip, act_text
from factsheets.site.views.addresses import Ref, actor_ref, record_ref
from factsheets.site.views.amounts import FigureView, figure_view, with_condition
from factsheets.site.views.answers import AnswerView, answers
from factsheets.site.views.card import (
    Mark,
    Segment,
    evidence_line,
    marks,
    responds,
    shown_of_not_said,
)
from factsheets.site.views.chain import Link, chain, weakest
from factsheets.site.views.corrections import correction_text, dated_kind
from factsheets.site.views.dates import When, day_text, moment_of, said_when
from factsheets.site.views.evidence import Evidence, all_evidence
from factsheets.site.views.index import Index
from factsheets.site.views.locators import beside_paragraph, locator_text
from factsheets.site.views.notices import NoticeView, notices
from factsheets.site.views.review import due_text
from factsheets.site.views.speakers import Who, attributed, description, organisation, who
from factsheets.site.views.support import Support, relaying, support
from factsheets.site.views.texts import capitalized, sentence, stated_text

_NEWS_FOR = 90  # days
_ANY_MARK = re.compile(r"""["“”„‟«»‹›「」『』]|(?<!\w)['‘‚]""")
_ENDS_A_WORD = re.compile(r"(?:^|[\s(\[])$")
_BEGINS_A_WORD = re.compile(r"[,.;:!?…)\]،؛؟。，]*(?:\s|$)")


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement with all that is computed for it.

    `path` is its address below the site's root, `fact` the record as written. `who` are the
    speakers that its source names, an unnamed speaker, described in `unnamed`, or the
    publisher if it speaks itself; `heading` begins with it. `said` is None if no date is
    known. `evidence[0]` is the fact's own. `corrected` names a correction or clarification of the
    last 90 days (`Corrected 4 May 2025`); `due` is the day of the last review if another is due;
    both are empty otherwise. `unreviewed` is true if the site's owner requires reviews and there
    was none.
    """

    id: str
    path: str
    unnamed: str
    organisation: Ref | None
    who: Who
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
    evidence: tuple[Evidence, ...]
    notices: tuple[NoticeView, ...]
    chain: tuple[Link, ...]
    support: Support
    disputed_by: tuple[str, ...]
    draft: bool
    marks: tuple[Mark, ...]
    responds: tuple[Mark, ...]
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
    def translation_label(self) -> str:
        """`Our translation, by Ann Archer, 5 Sep 2025`; empty if there is none."""
        fact = self.fact
        if not fact.translated:
            return ""
        values = {"name": fact.translated_by or "", "day": day_text(fact.translated)}
        if fact.translates_earlier_words:
            return _("Our translation of earlier words, by %(name)s, %(day)s", **values)
        return _("Our translation, by %(name)s, %(day)s", **values)

    @property
    def publisher(self) -> Ref:
        """Who published its own evidence."""
        return self.evidence[0].publisher

    @property
    def form(self) -> str:
        """The form of its own evidence."""
        return self.evidence[0].form

    @property
    def doubt(self) -> str:
        """That it is not certain who speaks; else empty."""
        return self.evidence[0].doubt if self.evidence[0].check == "unclear" else ""

    @property
    def checked(self) -> bool:
        """Whether its own quotation was found, or it quotes nothing."""
        return self.evidence[0].check in {"found", None}

    @property
    def heading(self) -> str:
        """`Archer: the bridge will open, if it does not snow`: never without its condition."""
        return _("%(speaker)s: %(statement)s", speaker=self.who.label, statement=self.qualified)

    @property
    def speakers(self) -> tuple[Ref, ...]:
        """The speakers whom its source names."""
        return self.who.refs if self.fact.speaker else ()

    @property
    def is_joint(self) -> bool:
        """Whether several speakers said it together."""
        return len(self.speakers) > 1

    @property
    def is_spoken(self) -> bool:
        """Whether its record names or describes a speaker."""
        return self.fact.is_spoken

    @property
    def is_reported(self) -> bool:
        """Whether somebody other than the publisher of its own evidence says it."""
        return self.is_spoken and self.fact.speaker != (self.publisher.id,)

    @property
    def who_and_when(self) -> str:
        """`Ada Archer (said 4 Sep 2025, stated)`."""
        if self.unnamed:
            return comma_list([self.who.name, self.when.said])
        return _("%(name)s (%(when)s)", name=self.who.name, when=self.when.said)

    @property
    def act_text(self) -> str:
        """What the speaker does, with its meaning."""
        return act_text(self.act)

    @property
    def status_line(self) -> str:
        """`Withdrawn 4 May 2025.`; empty for a current statement."""
        if self.status == "current":
            return ""
        if not self.status_date:
            return _("%(sentence)s.", sentence=self._status_text)
        if self.status == "withdrawn":
            return _("Withdrawn %(day)s.", day=self.status_date)
        return _("Superseded %(day)s.", day=self.status_date)

    @property
    def _status_text(self) -> str:
        return _("Withdrawn") if self.status == "withdrawn" else _("Superseded")

    @property
    def changes(self) -> tuple[str, ...]:
        """Its withdrawal or supersession, and a recent correction."""
        status = "" if self.status == "current" else self._status_text
        return tuple(filter(None, (status, self.corrected)))

    @property
    def remarks(self) -> tuple[str, ...]:
        """Further notices: act, joint, unnamed speaker, not reviewed, recalled as background."""
        return (
            *filter(None, (act_chip(self.act),)),
            *((_("Joint statement"),) if self.is_joint else ()),
            *((_("Unnamed speaker"),) if self.unnamed else ()),
            *((_("Not reviewed yet"),) if self.unreviewed else ()),
            *((_("Not reviewed since %(day)s", day=self.due),) if self.due else ()),
            *((_("Recalled as background"),) if self.recalled else ()),
        )

    @property
    def gone_text(self) -> str:
        """That a later capture of its own article does not have the quoted words; else empty."""
        day = self.gone_since
        return _("Not in the text checked on %(day)s", day=day) if day else ""

    @property
    def gave_text(self) -> str:
        """`Archer said`, or `Archer declined to say`, of its figure."""
        if self.figure and not self.figure.given:
            return _("%(speaker)s declined to say", speaker=self.who.short)
        return _("%(speaker)s said", speaker=self.who.short)

    @property
    def figure_text(self) -> str:
        """Its figure and what it counts; empty if it has none."""
        if self.figure is None:
            return ""
        return _("%(figure)s: %(counted)s", figure=self.figure.text, counted=self.figure.counted)

    @property
    def open_text(self) -> str:
        """What the link to its article says."""
        own = self.evidence[0]
        if own.open_url == own.url:
            return own.open_text
        if ":~:text=" in own.open_url:
            return _("Open the article at this quotation (%(site)s)", site=own.site)
        place = beside_paragraph(replace(own.locator, section=None))
        return _("Open the article, %(place)s (%(site)s)", place=place, site=own.site)

    @property
    def qualified(self) -> str:
        """The statement with its condition: `the bridge will open, if it does not snow`."""
        return with_condition(self.statement, self.condition)

    @property
    def marked(self) -> str:
        """The same with quotation marks around the words that are proven to be the source's.

        A text with marks of its own stays as it is, and so do words that stand in it twice, or that
        are a part of a longer word or number.
        """
        text = self.qualified
        if self.evidence[0].check != "found" or _ANY_MARK.search(text):
            return text
        for quote in self.quotes:
            before, found, after = text.partition(quote)
            is_whole = _ENDS_A_WORD.search(before) and _BEGINS_A_WORD.match(after)
            is_one = found and is_whole and quote not in after
            if is_one and before.count("“") == before.count("”"):
                text = f"{before}“{quote}”{after}"
        return text

    @property
    def occasion(self) -> str:
        """When it was said, as a sentence without its full stop."""
        return capitalized(self.when.said if self.when.dated else self.when.line)

    @property
    def place_text(self) -> str:
        """Where, or that the source does not say; empty where the field was left out."""
        return stated_text(self.place)

    @property
    def audience_text(self) -> str:
        """To whom, or that the source does not say; empty where the field was left out."""
        return stated_text(self.audience)

    @property
    def weakest(self) -> Link:
        """The link of the chain of which least is known."""
        return weakest(self.chain)

    @property
    def steps(self) -> Iterator[tuple[str, str, str]]:
        """The links of its chain: name, what is known, and a remark at the weakest."""
        for link in self.chain:
            own = _("%(publisher)s’s words", publisher=self.publisher.short)
            name = own if link.link == "publisher" else link.name
            yield name, link.text, link.least_text if link == self.weakest else ""

    @property
    def written_at(self) -> str:
        """Its place in the content: the file below the project's folder, and the line."""
        return f"{file_of('article', self.article_id)}#L{self.line}"

    @property
    def quotes(self) -> tuple[str, ...]:
        """The words of its own evidence that are shown as quoted."""
        return self.evidence[0].quoted

    @property
    def contested(self) -> str:
        """`Contested by Baker, 3 May 2025`; empty where nobody contests it."""
        return semicolon_list(each.text for each in self.marks if each.kind == "disputes")

    @property
    def flags(self) -> tuple[Mark, ...]:
        """All that changes how it is read, in the order in which pages show it."""
        doubt = "" if self.checked else self.form_text
        changes = self.changes[:-1] if self.clarified else self.changes
        notes = filter(None, (*changes, doubt, self.gone_text))
        notices = (Mark("note", each.line, f"{each.source.path}#notices") for each in self.notices)
        remarks = (Mark("note", text) for text in self.remarks)
        first = (Mark("note", text) for text in notes)
        return (*first, *self.marks, *self.responds, *notices, *remarks)

    @property
    def clarified(self) -> bool:
        """Whether its recent change was of the wording only, which is no reason to doubt it."""
        minor = (each for each in self.corrections if each.kind == "clarification")
        return self.corrected in map(dated_kind, minor)

    @property
    def is_only_source(self) -> bool:
        """Whether one article is all that is recorded of it, and is no record at first hand."""
        return len({each.source for each in self.evidence}) == 1 and not self.support.records

    @property
    def evidence_line(self) -> tuple[Segment, ...]:
        """Who reports it and how, who translated it, when it was said, where it stands."""
        return tuple(evidence_line(self))

    @property
    def not_said_shown(self) -> tuple[str, ...]:
        """As much of what is not said as a card shows."""
        return shown_of_not_said(self.not_said)

    @property
    def not_said_beyond(self) -> int:
        """How many more items there are."""
        return len(self.not_said) - len(self.not_said_shown)

    @property
    def detail_of_quotation(self) -> str:
        """Its detail, where quoted words stand in it that mislead on their own; else empty."""
        detail = self.detail or ""
        return detail if any(f"“{each}”" in detail for each in self.quotes) else ""

    @property
    def set_apart(self) -> tuple[str, ...]:
        """The quotations that pages show as a block: those that no sentence of ours contains.

        Words that would mislead on their own ("reveal its cards") are shown in their sentence only.
        """
        sentences = f"{self.marked} {self.detail or ''}"
        return tuple(each for each in self.quotes if f"“{each}”" not in sentences)

    @property
    def reference(self) -> str:
        """Its publisher and every place of its article that reports it: `TASS ¶1, ¶2`."""
        return f"{self.publisher.short} {self.locators}".rstrip()

    @property
    def locators(self) -> str:
        """`¶1, ¶2`, `p. 12`; empty where none is stated."""
        own = self.evidence[0].source
        found = {each.locator for each in self.evidence if each.source == own and each.locator}
        return comma_list(map(locator_text, sorted(found, key=lambda each: each.order)))

    @property
    def reviewed_text(self) -> str:
        """`23 Nov 2026 by Ann Archer`; empty if it was never reviewed."""
        if not self.reviewed:
            return ""
        day = day_text(datetime.date.fromisoformat(self.reviewed))
        return _("%(day)s by %(name)s", day=day, name=self.reviewed_by) if self.reviewed_by else day

    @property
    def history(self) -> tuple[str, ...]:
        """Its corrections and clarifications in words, each with its day."""
        return tuple(
            _("%(corrected)s: %(change)s", corrected=dated_kind(each), change=correction_text(each))
            for each in self.corrections
        )

    @property
    def history_lines(self) -> tuple[str, ...]:
        """Its status, every correction and the last review; each in sentences."""
        reviewed = _("Last reviewed %(review)s.", review=self.reviewed_text)
        return (
            *((f"{self.status_line} {self.why}",) if self.status != "current" else ()),
            *(self.history or (_("No corrections."),)),
            *((reviewed,) if self.reviewed else ()),
            *((_("Not reviewed yet."),) if self.unreviewed else ()),
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
        return self.evidence[0].form_meaning

    @property
    def gone_since(self) -> str | None:
        """The day of the capture of its own article without the quoted words, if any."""
        return self.evidence[0].gone_since


def statement_view(
    dataset: Dataset, index: Index, settings: Settings, fact_id: str
) -> StatementView:
    """Everything computed for one statement."""
    statement = dataset.statements[fact_id]
    fact = statement.fact
    event = dataset.events.get(fact.event or "")
    moment = moment_of(dataset, fact)
    known = moment if moment and moment.kind != "unknown" else None
    evidence = all_evidence(dataset, statement)
    speaks = who(dataset, statement)
    return StatementView(
        **{field: getattr(fact, field) for field in _AS_RECORDED},
        **{field: getattr(statement, field) for field in ("draft", "article_id", "line")},
        id=fact_id,
        path=f"facts/{fact_id}/",
        unnamed=description(fact),
        organisation=organisation(dataset, fact),
        who=speaks,
        fact=fact,
        said=known,
        said_basis=fact.said_basis if known else None,
        when=said_when(dataset, statement),
        event=record_ref(dataset, "event", fact.event) if fact.event else None,
        place=fact.place or (event.place if event else None),
        audience=fact.audience or (event.audience if event else None),
        about=tuple(actor_ref(dataset, name) for name in fact.about),
        topics=tuple(record_ref(dataset, "topic", name) for name in fact.topics),
        figure=figure_view(fact.figure, fact.condition),
        answers=tuple(answers(dataset, fact, speaks)),
        evidence=evidence,
        notices=notices(dataset, *(each.source.id for each in evidence)),
        chain=chain(fact, attributed(dataset, statement), evidence),
        support=_support(dataset, index, evidence),
        disputed_by=index.inverse["disputes"].get(fact_id, ()),
        marks=tuple(marks(dataset, index, fact_id)),
        responds=tuple(responds(dataset, fact_id)),
        status_date=day_text(fact.date) if fact.date else None,
        corrected=_lately_corrected(fact, settings.today),
        due=due_text(statement, settings.today, settings.review_after_days),
        reviewed=fact.reviewed.date.isoformat() if fact.reviewed else None,
        reviewed_by=fact.reviewed.by if fact.reviewed else None,
        unreviewed=settings.require_review and not fact.reviewed,
    )


def _support(dataset: Dataset, index: Index, evidence: tuple[Evidence, ...]) -> Support:
    cited = [(each.source.id, each.via.id if each.via else None) for each in evidence]
    articles = [each.source.id for each in evidence]
    primary = {
        each.source.id
        for each in evidence
        if dataset.articles[each.source.id].is_primary and not each.second_hand
    }
    return support(dataset, articles, index.comparable, primary, relaying(dataset, cited))


# Shown as recorded.
_AS_RECORDED = (
    *("act", "statement", "condition", "detail", "not_said", "recalled", "note"),
    *("status", "reason", "corrections"),
)


def _lately_corrected(fact: Fact, today: datetime.date) -> str:
    """`Corrected 4 May 2025`, of the last correction while it is recent; else empty.

    A clarification is named only where no correction is as recent.
    """
    recent = [each for each in fact.corrections if (today - each.date).days <= _NEWS_FOR]
    if not recent:
        return ""
    return dated_kind(max(recent, key=lambda each: (each.kind == "correction", each.date)))
