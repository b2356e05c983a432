"""The flat tables of what was said: statements, figures, evidence."""

from __future__ import annotations

from collections.abc import Iterator

from factsheets.data.columns import IDS, TEXTS, Cells, Column, Table, needed, ref, text
from factsheets.data.rows import gone_since, said_bounds
from factsheets.data.schemas import SAID_BOUNDS
from factsheets.site.views.site import Site


def _facts(site: Site) -> Iterator[Cells]:
    for view in site.statements.values():
        fact = site.dataset.statements[view.id].fact
        yield (
            view.id,
            view.path,
            view.speaker.id if view.speaker else "",
            view.act,
            view.statement,
            view.condition or "",
            view.detail or "",
            TEXTS.join(view.quotes),
            view.said.edtf if view.said else "",
            view.said_text,
            view.said_basis or "",
            *said_bounds(view),
            view.event.id if view.event else "",
            view.place or "",
            view.audience or "",
            IDS.join([ref.id for ref in view.about]),
            IDS.join([ref.id for ref in view.topics]),
            TEXTS.join(view.not_said),
            view.recalled,
            view.note or "",
            view.form,
            view.article_id,
            view.evidence[0].paragraph,
            "; ".join([f"{each.link}: {each.state}" for each in view.chain]),
            view.weakest.link,
            view.support.kind,
            view.support.sources,
            len(view.support.reporters),
            IDS.join(view.disputes),
            IDS.join(view.disputed_by),
            IDS.join(fact.updates),
            IDS.join(fact.replies_to),
            IDS.join(fact.answers_fact),
            IDS.join(fact.supports),
            view.status,
            fact.date.isoformat() if fact.date else "",
            view.reason or "",
            view.reviewed or "",
            view.reviewed_by or "",
        )


_FACTS = (
    needed("id", "Chosen once, never reused."),
    needed("url", "Its page, relative to the site's root."),
    ref("speaker", "Who said it; empty: the publisher itself says it.", "actors"),
    needed("act", "says, asks, answers, declines or announces."),
    needed("statement", "What was said, in our words."),
    text("condition", "Under which condition, if one was named."),
    text("detail", "More, in our words."),
    text("quotes", "The exact words of its own evidence, where a check found them there."),
    text("said", "When, in Extended Date/Time Format; empty: not known."),
    needed("said_text", "The same for readers."),
    text("said_basis", "stated, inferred by us, year-inferred; empty: not recorded."),
    Column("said_earliest", "date", f"The first day on which it may have been said. {SAID_BOUNDS}"),
    Column("said_latest", "date", f"The last day on which it may have been said. {SAID_BOUNDS}"),
    ref("event", "The occasion.", "events"),
    text("place", "Where; not-stated: the source does not say; empty: not recorded."),
    text("audience", "To whom; not-stated: the source does not say; empty: not recorded."),
    text("about", "Ids of the actors that it speaks about."),
    text("topics", "Ids of its topics."),
    text("not_said", "Readings that the source does not support."),
    Column("recalled", "boolean", "The article recalls it as background.", needed=True),
    text("note", "Where wordings inside the sources differ."),
    needed("form", "quoted, partly-quoted, paraphrased or publisher."),
    needed("source", "The article of its own evidence.", "sources"),
    Column("paragraph", "integer", "The paragraph there, counted from 1."),
    needed("chain", "The links of the chain of attribution, each with its state."),
    needed("weakest", "The weakest link of the chain of attribution."),
    needed("support", "single-source, several-sources or primary."),
    Column(
        "sources_count",
        "integer",
        "Sources; reprints and articles that share text count once.",
        needed=True,
    ),
    Column("publishers_count", "integer", "Publishers of those sources.", needed=True),
    text("disputes", "Ids of statements that the speaker contests."),
    text("disputed_by", "Ids of statements that contest it."),
    text("updates", "Ids of older statements that it brings up to date."),
    text("replies_to", "Ids of statements that it replies to."),
    text("answers_fact", "Ids of statements (questions) that it answers."),
    text("supports", "Ids of statements that the speaker backs."),
    needed("status", "current, superseded or withdrawn."),
    Column("status_date", "date", "When it was superseded or withdrawn."),
    text("reason", "Why it was superseded or withdrawn."),
    Column("reviewed", "date", "When somebody last looked at it."),
    text("reviewed_by", "Who looked at it, where recorded."),
)


def _figures(site: Site) -> Iterator[Cells]:
    for view in site.statements.values():
        if view.figure:
            raw = view.figure.raw
            yield (
                view.id,
                raw.value,
                raw.min,
                raw.max,
                raw.comparator,
                raw.unit,
                raw.counts,
                raw.status,
                view.figure.text,
                view.condition,
            )


_FIGURES = (
    needed("fact", "The statement that gives it.", "facts"),
    Column("value", "number", "The number as written; empty where it was refused or is a range."),
    Column("min", "number", "The lower bound of a range."),
    Column("max", "number", "The upper bound of a range."),
    needed("comparator", "How the number is meant."),
    text("unit", "What is counted."),
    needed("counts", "What the number counts."),
    needed("status", "given, or not-given: the speaker refused it."),
    needed("text", "The figure for readers."),
    text("condition", "Under which condition the statement stands."),
)


def _evidence(site: Site) -> Iterator[Cells]:
    for view in site.statements.values():
        for number, each in enumerate(view.evidence, start=1):
            yield (
                view.id,
                number,
                each.source.id,
                each.publisher.id,
                each.form,
                TEXTS.join(each.quotes),
                each.paragraph,
                each.translation or "",
                each.check or "",
                gone_since(site, view.id, number - 1) if each.gone_since else "",
            )


_EVIDENCE = (
    needed("fact", "The statement.", "facts"),
    Column("number", "integer", "1 is the statement's own evidence.", needed=True),
    needed("source", "The article.", "sources"),
    needed("publisher", "Who published it.", "actors"),
    needed("form", "How the article gives the words."),
    text("quotes", "The exact words."),
    Column("paragraph", "integer", "The paragraph, counted from 1."),
    text("translation", "Are the speaker's words translated? none, publisher or unknown."),
    text("check", "found, not-found, not-captured, unclear or judged; empty: no quotation."),
    Column("gone_since", "date", "When a text was captured that lacks words that stood there."),
)

FACTS = Table("facts", ("id",), _FACTS, _facts)
FIGURES = Table("figures", ("fact",), _FIGURES, _figures)
EVIDENCE = Table("evidence", ("fact", "number"), _EVIDENCE, _evidence)
