"""One row a record, in the names and the order that `design.md` fixes for the open data."""

from __future__ import annotations

from typing import Any

from factsheets.content.records import Correction, Figure
from factsheets.content.types import author_names, author_text
from factsheets.data import encode
from factsheets.dataset.model import Removal
from factsheets.site.views.addresses import source_ref
from factsheets.site.views.dates import moment_text
from factsheets.site.views.labels import publisher_label
from factsheets.site.views.site import Site
from factsheets.site.views.statement import AnswerView, FigureView, StatementView

Row = dict[str, Any]


def fact_row(site: Site, fact_id: str) -> Row:
    """A statement with everything that its page says of it."""
    view = site.statements[fact_id]
    fact = site.dataset.statements[fact_id].fact
    return {
        "id": view.id,
        "url": view.path,
        "speaker": view.speaker.id if view.speaker else None,
        "act": view.act,
        "statement": view.statement,
        "condition": view.condition,
        "detail": view.detail,
        **_said(view),
        "event": view.event.id if view.event else None,
        "place": view.place,
        "audience": view.audience,
        "about": [ref.id for ref in view.about],
        "topics": [ref.id for ref in view.topics],
        "figure": _figure(view.figure),
        "answers": [_answer(each) for each in view.answers],
        "not_said": list(view.not_said),
        "recalled": view.recalled,
        "note": view.note,
        "form": view.form,
        "evidence": _evidence(site, view),
        "chain": [{"link": link.link, "state": link.state} for link in view.chain],
        "weakest": view.weakest.link,
        "support": view.support.kind,
        "sources_count": view.support.sources,
        "publishers_count": len(view.support.reporters),
        "disputes": list(view.disputes),
        "disputed_by": list(view.disputed_by),
        "updates": list(view.updates),
        "replies_to": list(view.replies_to),
        "status": view.status,
        "corrections": [_correction(each) for each in view.corrections],
        "reviewed": view.reviewed,
        "reviewed_by": view.reviewed_by,
        "reason": fact.reason,
        "status_date": fact.date.isoformat() if fact.date else None,
        "answers_fact": list(fact.answers_fact),
        "supports": list(fact.supports),
        "former_ids": list(fact.former_ids),
    }


def _said(view: StatementView) -> Row:
    earliest, latest = said_bounds(view)
    return {
        "said": view.said.edtf if view.said else None,
        "said_text": view.said_text,
        "said_basis": view.said_basis,
        "said_earliest": earliest,
        "said_latest": latest,
    }


def removed_row(removal: Removal) -> Row:
    """What is left of a record whose text was removed."""
    return {
        "id": removal.id,
        "url": removal.address,
        "status": "removed",
        "status_date": removal.date.isoformat(),
        "reason": removal.reason,
        "former_ids": list(removal.former_ids),
    }


def said_bounds(view: StatementView) -> tuple[str | None, str | None]:
    """The first and the last day on which it may have been said, so far as the source says so."""
    days = (view.said.earliest, view.said.latest) if view.said else (None, None)
    return (days[0].isoformat() if days[0] else None, days[1].isoformat() if days[1] else None)


def _answer(answer: AnswerView) -> Row:
    return {
        "topic": answer.topic,
        "question": answer.question,
        "actor": answer.actor.id,
        "kind": answer.kind,
        "text": answer.text,
    }


def _correction(each: Correction) -> Row:
    return {
        "date": each.date.isoformat(),
        "field": each.field,
        "was": each.was,
        "now": each.now,
        "reason": each.reason,
        "kind": each.kind,
    }


def _figure(figure: FigureView | None) -> Row | None:
    if figure is None:
        return None
    raw: Figure = figure.raw
    return {
        "value": encode.number(raw.value),
        "min": encode.number(raw.min),
        "max": encode.number(raw.max),
        "comparator": raw.comparator,
        "unit": raw.unit,
        "counts": raw.counts,
        "status": raw.status,
    }


def _evidence(site: Site, view: StatementView) -> list[Row]:
    return [
        {
            "source": each.source.id,
            "publisher": each.publisher.id,
            "form": each.form,
            "quotes": list(each.quotes),
            "paragraph": each.paragraph,
            "translation": each.translation,
            "check": each.check,
            # Only where it is so: the fields of a piece of evidence are fixed.
            **({"gone_since": gone_since(site, view.id, number)} if each.gone_since else {}),
        }
        for number, each in enumerate(view.evidence)
    ]


def gone_since(site: Site, fact_id: str, number: int) -> str | None:
    """The day on which a text was captured that lacks the words of a piece of evidence."""
    day = site.dataset.findings[fact_id, number].gone_since
    return day.isoformat() if day else None


def actor_row(site: Site, actor_id: str) -> Row:
    """An actor with its names, offices and memberships."""
    actor = site.dataset.actors[actor_id]
    identifiers = actor.identifiers
    return {
        "id": actor_id,
        "name": actor.name,
        "url": f"actors/{actor_id}/",
        "kind": actor.kind,
        "short_name": actor.short_name,
        "other_names": [{"text": name.text, "lang": name.lang} for name in actor.other_names],
        "wikidata": identifiers.wikidata if identifiers else None,
        "iso3166": identifiers.iso3166 if identifiers else None,
        "roles": [
            {
                "title": role.title,
                "organisation": role.organisation,
                "start": role.start.edtf if role.start else None,
                "end": role.end.edtf if role.end else None,
                "source": role.article,
            }
            for role in actor.roles
        ],
        "member_of": [
            {
                "actor": each.actor,
                "source": each.article,
                "as_of": each.as_of.edtf if each.as_of else None,
            }
            for each in actor.member_of
        ],
        "summary": actor.summary,
        "size": actor.size,
        "members_known": actor.members_known,
        "members": list(actor.members),
        "ownership": actor.ownership,
        "country": actor.country,
        "outlet": actor.outlet,
        "ownership_source": actor.ownership_source,
        "label": publisher_label(site.dataset, actor_id) if actor.kind == "publisher" else None,
        "statements": list(site.index.by_speaker.get(actor_id, ())),
        "spoken_about_in": list(site.index.by_about.get(actor_id, ())),
        "former_ids": list(actor.former_ids),
    }


def topic_row(site: Site, topic_id: str) -> Row:
    """A topic with its questions, its brief and where accounts differ."""
    topic = site.dataset.topics[topic_id]
    return {
        "id": topic_id,
        "name": topic.name,
        "url": f"topics/{topic_id}/",
        "summary": topic.summary,
        "broader": topic.broader,
        "other_names": [{"text": name.text, "lang": name.lang} for name in topic.other_names],
        "questions": [
            {"id": each.id, "text": each.text, "short": each.short} for each in topic.questions
        ],
        "brief": [{"text": each.text, "facts": list(each.facts)} for each in topic.brief],
        "differences": [
            {"question": each.question, "facts": list(each.facts), "note": each.note}
            for each in topic.differences
        ],
        "missing": list(topic.missing),
        "statements": list(site.index.by_topic.get(topic_id, ())),
        "former_ids": list(topic.former_ids),
    }


def source_row(site: Site, article_id: str) -> Row:
    """An article: who published it, when, where it stands, what was taken from it."""
    article = site.dataset.articles[article_id]
    capture = site.dataset.captures.get(article_id)
    return {
        "id": article_id,
        "name": source_ref(site.dataset, article_id).name,
        "url": f"sources/{article_id}/",
        "publisher": article.publisher,
        "title": article.title,
        "author": author_text(article),
        "authors": list(author_names(article)),
        "address": article.url,
        "archived": article.archived,
        "access": article.access,
        "published": article.published.isoformat(),
        "updated": article.updated.isoformat() if article.updated else None,
        "dateline": article.dateline,
        "language": article.language,
        "translation": article.translation,
        "derived_from": article.derived_from,
        "independent_of": list(article.independent_of),
        "primary": article.is_primary,
        "captured": capture.captured.isoformat() if capture else None,
        "paragraphs": len(capture.paragraphs) if capture else None,
        "changed": bool(capture and capture.earlier),
        "wording": [
            {"paragraph": each.paragraph, "words": each.words, "note": each.note}
            for each in article.wording
        ],
        "unused": [{"paragraph": each.paragraph, "why": each.why} for each in article.unused],
        "statements": list(site.index.by_article.get(article_id, ())),
        "former_ids": list(article.former_ids),
    }


def event_row(site: Site, event_id: str) -> Row:
    """An event: when, where, who took part."""
    event = site.dataset.events[event_id]
    known = event.date if event.date and event.date.kind != "unknown" else None
    return {
        "id": event_id,
        "name": event.name,
        "url": f"events/{event_id}/",
        "kind": event.kind,
        "date": known.edtf if known else None,
        "date_text": moment_text(event.date),
        "place": event.place,
        "audience": event.audience,
        "organiser": event.organiser,
        "participants": list(event.participants),
        "part_of": event.part_of,
        "follows": event.follows,
        "statements": list(site.index.by_event.get(event_id, ())),
        "former_ids": list(event.former_ids),
    }
