"""The page of a statement as plain Markdown, for readers and programs alike."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.export.plain import Lines, address, bullets, cited, link, links, md, md_name, text
from generator.schema.dates import day_text
from generator.views import Site
from generator.views.chain import NAMES
from generator.views.evidence import Evidence
from generator.views.fields import correction_verb
from generator.views.relations import relations, successors
from generator.views.statement import StatementView


def of_statement(site: Site, lines: Lines, view: StatementView, cite: str) -> str:
    """The text of a statement's page; `cite` says how to cite it."""
    return text((*_statement(site, lines, view), cited(cite)))


def _statement(site: Site, lines: Lines, view: StatementView) -> Iterator[str]:
    yield f"# {md(view.heading)}"
    if view.status != "current":
        when = f" {view.status_date}" if view.status_date else ""
        newer = ", ".join(lines.link(each) for each in successors(site, view.id))
        now = f" Now: {newer}." if newer else ""
        yield f"**{view.status.capitalize()}{when}.** {md(view.reason or '')}{now}"
    if view.condition:
        yield f"**Condition:** {md(view.condition)}"
    yield from (f"> “{md(quote)}”" for quote in view.set_apart)
    yield from (
        f"**{view.evidence[0].doubt}:** {md(quote)}" for quote in view.evidence[0].unchecked
    )
    yield _occasion(view)
    yield md(view.detail or "")
    if view.note:
        yield f"**Wording differs.** {md(view.note)}"
    yield from bullets("What the source does not say", map(md, view.not_said))
    yield from _chain(view)
    yield from bullets("Reported by", map(_report, view.evidence))
    yield from bullets("Particulars", _particulars(view))
    for relation in relations(site, view.id):
        yield from lines.part(relation.heading, relation.statements)
    yield from bullets(
        "Corrections",
        (
            f"{correction_verb(each)} {day_text(each.date)}: {md(each.field)} was "
            f"{md(each.was)}, is {md(each.now)}. "
            f"{md(each.reason)}"
            for each in view.corrections
        ),
    )


def _chain(view: StatementView) -> list[str]:
    weakest = view.weakest.link
    lines = [_link(each.link, each.state, each.text, each.link == weakest) for each in view.chain]
    return bullets("How these words reached us", lines)


@lru_cache(maxsize=1 << 13)  # Links of one speaker, or one publisher, are alike.
def _link(link: str, state: str, text: str, weakest: bool) -> str:
    held = f"{state.replace('-', ' ')}{', weakest link' if weakest else ''}"
    return f"{NAMES[link]}: {held}. {md(text)}"


def _occasion(view: StatementView) -> str:
    who = f". {link(view.speaker)}" if view.speaker else ""
    where = f" {md_name(view.setting_sentence)}" if view.setting else ""
    if view.event:
        where = f" {', '.join(filter(None, (link(view.event), md_name(view.setting))))}."
    recalled = " Recalled as background." if view.recalled else ""
    return f"{view.form_text}{who}, {md_name(view.when.phrase)}.{where}{recalled}"


def _report(each: Evidence) -> str:
    paragraph = f", paragraph {each.paragraph}" if each.paragraph else ""
    quotes = "".join(f" “{md(quote)}”" for quote in each.quoted)
    quotes += "".join(f" {md(quote)}" for quote in each.unchecked)
    reprint = f", a reprint of {link(each.reprint_of)}" if each.reprint_of else ""
    if each.counted_with and not each.reprint_of:
        reprint = f", shares text with {link(each.counted_with)} and is not counted"
    source = f"{link(each.source)} ({md_name(each.label)}){reprint}"
    gone = (
        f" Its text captured on {each.gone_since} does not have these words."
        if each.gone_since
        else ""
    )
    return f"{source}{paragraph}: {each.form_text}.{quotes} {address(each.url, each.access)}{gone}"


def _particulars(view: StatementView) -> Iterator[str]:
    if view.about:
        yield f"About: {links(view.about)}"
    if view.topics:
        yield f"Topics: {links(view.topics)}"
    if view.figure:
        condition = f", {md(view.figure.condition)}" if view.figure.condition else ""
        yield f"Figure: {md(view.figure.text)}: {md_name(view.figure.counts)}{condition}"
    for answer in view.answers:
        yield f"Answer of {link(answer.actor)} ({answer.kind}): {md(answer.text)}"
    yield f"Support: {view.support_text}; {md_name(view.form_meaning)}"
    if view.reviewed:
        by = f" by {md(view.reviewed_by)}" if view.reviewed_by else ""
        yield f"Last reviewed {view.reviewed}{by}"
    if view.unreviewed:
        yield "Not reviewed yet"
