"""A statement as pages and data show it: everything about it that is computed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from factsheets.content.dates import Moment
from factsheets.content.records import Answer, Correction, Fact
from factsheets.content.types import NOT_STATED
from factsheets.dataset.model import Dataset, Statement, file_of
from factsheets.site.settings import Settings
from factsheets.site.translation import gettext as _
from factsheets.site.translation import list_text, ngettext, semicolon_list
from factsheets.site.views.addresses import Ref, actor_ref, record_ref
from factsheets.site.views.amounts import FigureView, figure_view, with_condition
from factsheets.site.views.corrections import correction_text, dated_kind
from factsheets.site.views.dates import When, day_text, of_publisher, when
from factsheets.site.views.evidence import Evidence, Link, all_evidence, chain, weakest
from factsheets.site.views.index import Index
from factsheets.site.views.review import due_text
from factsheets.site.views.support import Support, support
from factsheets.site.views.texts import capitalized, sentence, stated_text

_MOST_REPRINTS = 3  # on a card; the statement's page has them all
_NEWS_FOR = 90  # days
_SYMBOLS = {"yes": "●", "no": "○", "conditional": "◑", "considering": "◌", "declined": "–"}


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer of a statement: to which question, for whom, in which words.

    `second_hand` is True where the speaker answers for another.
    """

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
        numbers = list_text([str(number) for number in self.paragraphs])
        return ngettext(
            "paragraph %(numbers)s",
            "paragraphs %(numbers)s",
            len(self.paragraphs),
            numbers=numbers,
        )


@dataclass(frozen=True, slots=True)
class Mark:
    """What must stand beside a statement wherever it is shown: `Contested by Baker, 3 May 2025`.

    `kind` is `draft`, `contested` or `updated`, `path` the address of the statement that says so.
    """

    kind: str
    text: str
    path: str


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement with all that is computed for it.

    `path` is its address below the site's root; `fact` the record as people wrote it; `who` the
    speaker, or the publisher where it speaks itself, with whom `heading` begins; `said` is None
    where no date is known;
    `evidence[0]` is the fact's own. `support` is what its sources come to. `corrected` tells of a
    correction or clarification of the last 90 days (`Corrected 4 May 2025`), `due` is the day on
    which somebody last looked at a statement that is to be looked at again; both are empty
    otherwise. `unreviewed` is true where the site's owner asks for reviews and nobody reviewed it.
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
    evidence: tuple[Evidence, ...]
    chain: tuple[Link, ...]
    support: Support
    disputed_by: tuple[str, ...]
    draft: bool
    marks: tuple[Mark, ...]
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
    def checked(self) -> bool:
        """Whether its own quotation was found, or it quotes nothing."""
        return self.evidence[0].check in {"found", None}

    @property
    def heading(self) -> str:
        """`Macron: 35 participants attended the meeting`."""
        return _("%(speaker)s: %(statement)s", speaker=self.who.short, statement=self.statement)

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
        """What became of it: that it was withdrawn or superseded, or corrected of late."""
        status = "" if self.status == "current" else self._status_text
        return tuple(filter(None, (status, self.corrected)))

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is to be known of it, beside its form and its support."""
        return (
            *((_("Not reviewed yet"),) if self.unreviewed else ()),
            *((_("Last looked at %(day)s", day=self.due),) if self.due else ()),
            *((_("Recalled as background"),) if self.recalled else ()),
        )

    @property
    def gone_text(self) -> str:
        """That its own article was seen to lack the quoted words; empty where it has them."""
        day = self.gone_since
        return _("Not in the text captured on %(day)s", day=day) if day else ""

    @property
    def gave_text(self) -> str:
        """`Archer said`, or `Archer declined to say`, of its figure."""
        if self.figure and not self.figure.given:
            return _("%(speaker)s declined to say", speaker=self.who.short)
        return _("%(speaker)s said", speaker=self.who.short)

    @property
    def figure_text(self) -> str:
        """Its figure and what it counts; empty where it has none."""
        if self.figure is None:
            return ""
        return _("%(figure)s: %(counted)s", figure=self.figure.text, counted=self.figure.counted)

    @property
    def open_text(self) -> str:
        """What the link to its article says."""
        own = self.evidence[0]
        if not self.quotes:
            return own.open_text
        return _("Open the article at this quotation (%(site)s)", site=own.site)

    @property
    def qualified(self) -> str:
        """The statement with its condition: `the bridge will open, if it does not snow`."""
        return with_condition(self.statement, self.condition)

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
    def setting(self) -> str:
        """Place and audience in one line: `Paris, to reporters`; what was left out is not there."""
        return _setting(self.place, self.audience)

    @property
    def setting_sentence(self) -> str:
        """The same as a sentence; a place is written as it was recorded."""
        recorded = self.place not in {None, NOT_STATED}
        return _("%(setting)s.", setting=self.setting) if recorded else sentence(self.setting)

    @property
    def weakest(self) -> Link:
        """The link of the chain of which least is known."""
        return weakest(self.chain)

    @property
    def chain_states(self) -> Iterator[tuple[Link, str]]:
        """The links of its chain, each with its state in words."""
        weakest = self.weakest
        for link in self.chain:
            state = link.state_text
            yield link, _("%(state)s, weakest link", state=state) if link == weakest else state

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
        return semicolon_list(each.text for each in self.marks if each.kind == "contested")

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
        return _("%(day)s by %(name)s", day=day, name=self.reviewed_by) if self.reviewed_by else day

    @property
    def history(self) -> tuple[str, ...]:
        """Its corrections and clarifications in words, each with its day."""
        return tuple(
            _("%(corrected)s: %(change)s", corrected=dated_kind(each), change=correction_text(each))
            for each in self.corrections
        )

    @property
    def history_text(self) -> str:
        """What became of it, every correction, and the last review, in sentences."""
        reviewed = _("Last reviewed %(review)s.", review=self.reviewed_text)
        found = (
            *((self.status_line, self.why) if self.status != "current" else ()),
            *(self.history or (_("No corrections."),)),
            *((reviewed,) if self.reviewed else ()),
            *((_("Not reviewed yet."),) if self.unreviewed else ()),
        )
        return " ".join(filter(None, found))

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
        """The day on which its own article was seen to lack the quoted words, None: it has them."""
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
    speaker = actor_ref(dataset, fact.speaker) if fact.speaker else None
    return StatementView(
        **{field: getattr(fact, field) for field in _AS_RECORDED},
        id=fact_id,
        path=f"facts/{fact_id}/",
        speaker=speaker,
        publisher=evidence[0].publisher,
        who=speaker or evidence[0].publisher,
        fact=fact,
        said=known,
        said_basis=fact.said_basis if known else None,
        when=_when(statement, moment),
        event=record_ref(dataset, "event", fact.event) if fact.event else None,
        place=fact.place or (event.place if event else None),
        audience=fact.audience or (event.audience if event else None),
        about=tuple(actor_ref(dataset, name) for name in fact.about),
        topics=tuple(record_ref(dataset, "topic", name) for name in fact.topics),
        figure=figure_view(fact.figure, fact.condition),
        answers=tuple(_answer(dataset, fact, answer) for answer in fact.answers),
        form=evidence[0].form,
        evidence=evidence,
        chain=chain(speaker, evidence[0]),
        support=support(dataset, [each.source.id for each in evidence], index.comparable),
        disputed_by=index.inverse["disputes"].get(fact_id, ()),
        draft=statement.draft,
        marks=tuple(_marks(dataset, index, fact_id)),
        status_date=day_text(fact.date) if fact.date else None,
        corrected=_lately_corrected(fact, settings.today),
        due=due_text(statement, settings.today, settings.review_after_days),
        reviewed=fact.reviewed.date.isoformat() if fact.reviewed else None,
        reviewed_by=fact.reviewed.by if fact.reviewed else None,
        unreviewed=settings.require_review and not fact.reviewed,
        article_id=statement.article_id,
        line=statement.line,
    )


# What the record says and pages show as it stands.
_AS_RECORDED = (
    *("act", "statement", "condition", "detail", "not_said", "recalled", "note"),
    *("status", "reason", "corrections"),
)


def _marks(dataset: Dataset, index: Index, fact_id: str) -> Iterator[Mark]:
    """That it is a draft, who contests it, who brought it up to date; withdrawn ones count not."""
    if dataset.statements[fact_id].draft:
        yield Mark("draft", _("Draft, not published"), f"facts/{fact_id}/")
    for relation in ("disputes", "updates"):
        for other_id in index.inverse[relation].get(fact_id, ()):
            other = dataset.statements[other_id]
            name = actor_ref(dataset, other.fact.speaker or other.article.publisher).short
            date = _when(other, moment_of(dataset, other.fact)).line
            if relation == "disputes":
                text = _("Contested by %(name)s, %(date)s", name=name, date=date)
                yield Mark("contested", text, f"facts/{other_id}/")
            else:
                text = _("Updated by %(name)s, %(date)s", name=name, date=date)
                yield Mark("updated", text, f"facts/{other_id}/")


def moment_of(dataset: Dataset, fact: Fact) -> Moment | None:
    """When a fact was said, by itself or its event; None where that was left out."""
    event = dataset.events.get(fact.event or "")
    return fact.said or (event.date if event else None)


def _when(statement: Statement, moment: Moment | None) -> When:
    fact, article = statement.fact, statement.article
    if fact.speaker is None and (moment is None or moment.kind == "unknown"):
        return of_publisher(article.published)
    return when(moment, fact.said_basis, article.published, dateline=article.dateline is not None)


def _answer(dataset: Dataset, fact: Fact, answer: Answer) -> AnswerView:
    topic, _slash, question = answer.question.partition("/")
    return AnswerView(
        topic,
        question,
        actor_ref(dataset, answer.actor or fact.speaker or ""),
        answer.kind,
        _SYMBOLS.get(answer.kind, ""),
        answer.text,
        answer.actor not in {None, fact.speaker},
    )


def _lately_corrected(fact: Fact, today: datetime.date) -> str:
    """`Corrected 4 May 2025`, of the last correction while it is recent; else empty.

    A clarification is named only where no correction is as recent.
    """
    recent = [each for each in fact.corrections if (today - each.date).days <= _NEWS_FOR]
    if not recent:
        return ""
    return dated_kind(max(recent, key=lambda each: (each.kind == "correction", each.date)))


def _setting(place: str | None, audience: str | None) -> str:
    if place == NOT_STATED and audience == NOT_STATED:
        return _("place and audience not stated")
    where = _("place not stated") if place == NOT_STATED else place
    whom = _("to %(audience)s", audience=audience) if audience else ""
    if audience == NOT_STATED:
        whom = _("audience not stated")
    if where and whom:
        return _("%(place)s, %(audience)s", place=where, audience=whom)
    return where or whom


def _report(group: list[Evidence]) -> Report:
    """Evidence that is one report: the article that leads it, else the first of the others."""
    lead = next((each for each in group if each.counted_with is None), group[0])
    own = (each.paragraph for each in group if each.source == lead.source and each.paragraph)
    others = [each for each in group if each.source != lead.source]
    reprints = tuple(dict.fromkeys(each.source for each in others if each.reprint_of))
    same = tuple(dict.fromkeys(each.source for each in others if not each.reprint_of))
    more = max(0, len(reprints) - _MOST_REPRINTS)
    return Report(lead, tuple(sorted(own)), reprints[:_MOST_REPRINTS], more, same)
