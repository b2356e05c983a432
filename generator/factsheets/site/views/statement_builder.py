"""The view of a statement: from its fact, its article, its event, and what names it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from factsheets.content.dates import Moment, day_text
from factsheets.content.records import Answer, Fact
from factsheets.dataset.model import Dataset, Statement
from factsheets.site.views.chain import Chained, Link, chain, weakest
from factsheets.site.views.dates import When, of_publisher, when
from factsheets.site.views.evidence import Evidence, all_evidence
from factsheets.site.views.fields import correction_verb
from factsheets.site.views.figures import figure_view
from factsheets.site.views.freshness import due_text
from factsheets.site.views.index import Index
from factsheets.site.views.memoize import once
from factsheets.site.views.refs import Ref, actor_ref, event_ref, topic_ref
from factsheets.site.views.settings import Settings
from factsheets.site.views.statement import AnswerView, Mark, StatementView
from factsheets.site.views.support import Support, support

_NEWS_FOR = 90  # days
ANSWER_SYMBOL = {
    "yes": "●",
    "no": "○",
    "conditional": "◑",
    "considering": "◌",
    "declined": "–",
    "other": "",
}

# What the record says and pages show as it stands; all else is computed below.
_AS_RECORDED = (
    "act",
    "statement",
    "condition",
    "detail",
    "not_said",
    "recalled",
    "note",
    "disputes",
    "updates",
    "replies_to",
    "status",
    "reason",
    "corrections",
)


def statement_view(
    dataset: Dataset, index: Index, settings: Settings, fact_id: str
) -> StatementView:
    """Everything computed for one statement."""
    statement = dataset.statements[fact_id]
    fact = statement.fact
    event = dataset.events.get(fact.event or "")
    moment = moment_of(dataset, fact)
    evidence = all_evidence(dataset, statement)
    speaker = actor_ref(dataset, fact.speaker) if fact.speaker else None
    links = _chain(speaker, evidence[0])
    return StatementView(
        **{field: getattr(fact, field) for field in _AS_RECORDED},
        **_date(statement, moment),
        id=fact_id,
        fact=fact,
        path=f"facts/{fact_id}/",
        speaker=speaker,
        publisher=evidence[0].publisher,
        who=speaker or evidence[0].publisher,
        event=event_ref(dataset, fact.event) if fact.event else None,
        place=fact.place or (event.place if event else None),
        audience=fact.audience or (event.audience if event else None),
        about=tuple([actor_ref(dataset, name) for name in fact.about]),
        topics=tuple([topic_ref(dataset, name) for name in fact.topics]),
        figure=figure_view(fact.figure, fact.condition),
        answers=tuple([_answer(dataset, fact, answer) for answer in fact.answers]),
        form=evidence[0].form,
        checked=evidence[0].check in {"found", None},
        evidence=evidence,
        chain=links,
        weakest=weakest(links),
        behind=_behind(dataset, " ".join([each.source.id for each in evidence])),
        disputed_by=index.inverse["disputes"].get(fact_id, ()),
        draft=statement.draft,
        marks=tuple(_marks(dataset, index, fact_id)),
        status_date=day_text(fact.date) if fact.date else None,
        corrected=_lately(fact, settings.today),
        due=due_text(statement, settings.today, settings.review_after_days),
        reviewed=fact.reviewed.date.isoformat() if fact.reviewed else None,
        reviewed_by=fact.reviewed.by if fact.reviewed else None,
        unreviewed=settings.require_review and not fact.reviewed,
        article_id=statement.article_id,
        line=statement.line,
    )


def _marks(dataset: Dataset, index: Index, fact_id: str) -> Iterator[Mark]:
    """That it is a draft, who contests it, who brought it up to date; withdrawn ones count not."""
    if dataset.statements[fact_id].draft:
        yield Mark("Draft, not published", f"facts/{fact_id}/")
    for relation, verb in (("disputes", "Contested"), ("updates", "Updated")):
        for other_id in index.inverse[relation].get(fact_id, ()):
            other = dataset.statements[other_id]
            if other.fact.status != "withdrawn":
                who = actor_ref(dataset, other.fact.speaker or other.article.publisher).short
                date = _when(other, moment_of(dataset, other.fact))
                yield Mark(f"{verb} by {who}, {date.line}", f"facts/{other_id}/")


def moment_of(dataset: Dataset, fact: Fact) -> Moment | None:
    """When a fact was said, by itself or its event; None where that was left out."""
    event = dataset.events.get(fact.event or "")
    return fact.said or (event.date if event else None)


@once
def _behind(dataset: Dataset, articles: str) -> Support:
    """What these articles come to, their ids with spaces between: many statements have the same."""
    cited = articles.split()
    return support(dataset, cited)


def _date(statement: Statement, moment: Moment | None) -> dict[str, Any]:
    known = moment if moment and moment.kind != "unknown" else None
    basis = statement.fact.said_basis if known else None
    return {"said": known, "said_basis": basis, "when": _when(statement, moment)}


def _when(statement: Statement, moment: Moment | None) -> When:
    fact, article = statement.fact, statement.article
    if fact.speaker is None and (moment is None or moment.kind == "unknown"):
        return of_publisher(article.published)
    return when(moment, fact.said_basis, article.published, dateline=article.dateline is not None)


def _answer(dataset: Dataset, fact: Fact, answer: Answer) -> AnswerView:
    topic, _, question = answer.question.partition("/")
    own = answer.actor is None or answer.actor == fact.speaker
    whose = answer.actor or fact.speaker or ""
    return AnswerView(
        topic,
        question,
        actor_ref(dataset, whose),
        answer.kind,
        ANSWER_SYMBOL[answer.kind],
        answer.text,
        not own,
    )


def _lately(fact: Fact, today: datetime.date) -> str:
    """`Corrected 4 May 2025`, of the last correction while it is recent; else empty.

    A clarification is named only where no correction is as recent.
    """
    recent = [each for each in fact.corrections if (today - each.date).days <= _NEWS_FOR]
    if not recent:
        return ""
    last = max(recent, key=lambda each: (each.kind == "correction", each.date))
    return f"{correction_verb(last)} {day_text(last.date)}"


def _chain(speaker: Ref | None, own: Evidence) -> tuple[Link, ...]:
    return chain(
        Chained(
            speaker=speaker.short if speaker else "",
            publisher=own.publisher.name,
            form="labelled" if own.form == "quoted" and own.by_label else own.form,
            translation=own.translation,
            language=own.language_name,
            check=own.check,
            unmarked=own.unmarked,
            reprint_of=own.reprint_of.name if own.reprint_of else "",
        )
    )
