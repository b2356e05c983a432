"""Parts that several plain pages have: what rests on what, figures, positions, sources."""

from __future__ import annotations

from collections.abc import Sequence

from generator.export.plain import ROOT, Lines, address, bullets, link, marked, md, md_name
from generator.views import Site
from generator.views.answered import Position
from generator.views.coverage import Coverage
from generator.views.matrix import Entry
from generator.views.sentences import Sentence
from generator.views.sources import SourceLine, source_line, sources_behind
from generator.views.statement import StatementView


def coverage_line(cover: Coverage) -> str:
    """How much rests on what, in one paragraph."""
    by = ", ".join(f"{link(each.ref)} ({md_name(each.label)})" for each in cover.publishers)
    more = f" and {cover.more_publishers} more" if cover.more_publishers else ""
    sentence = f"{cover.sentence} {by}{more}." if cover.sentence else ""
    return " ".join(filter(None, (f"**{cover.lead}**", sentence, *cover.notes)))


def sentence_line(each: Sentence) -> str:
    """A sentence of ours with the statements that it rests on, by their references."""
    named = (
        f"[{md_name(view.evidence[0].reference)}]({ROOT}{view.path})" for view in each.statements
    )
    heading = f"**{md(each.heading)}** " if each.heading else ""
    rests = f" {each.rests}" if each.rests else ""
    rests += marked(each.marks)
    return f"{heading}{md(each.text)} ({', '.join(named)}){rests}"


def figure(view: StatementView) -> str:
    """A number with what it counts and its condition; empty where there is none."""
    if view.figure is None:
        return ""
    condition = f", {md(view.figure.condition)}" if view.figure.condition else ""
    return f"{md(view.figure.text)}: {md_name(view.figure.counts)}{condition}"


def figure_line(lines: Lines, view: StatementView) -> str:
    """The same with its statement."""
    return f"{figure(view)} ({lines.link(view)}){marked(view.marks)}" if view.figure else ""


def sources_part(site: Site, lines: Lines, found: Sequence[StatementView]) -> list[str]:
    """The articles behind a page, as far as the page itself lists them."""
    names = sources_behind(found)
    for name in names:
        if name not in lines.sources:
            lines.sources[name] = _source(source_line(site, name, 0))
    return bullets("Sources", [lines.sources[name] for name in names])


def _source(line: SourceLine) -> str:
    title = f" “{md(line.title)}”" if line.title else ""
    primary = " Primary record." if line.primary else ""
    reprint = f" Reprint of {link(line.reprint_of)}." if line.reprint_of else ""
    return (
        f"{link(line.ref)} ({md_name(line.label)}){title}{primary}{reprint} "
        f"{address(line.url, line.access)}"
    )


def position_line(position: Position) -> str:
    """A question with an actor's answers over time, the newest first."""
    return f"{md(position.question)} {'; '.join(map(_entry, position.entries))}"


def _entry(each: Entry) -> str:
    per = f", per {md_name(each.per.short)}" if each.per else ""
    more = f", {each.more} more" if each.more else ""
    said = f" ({each.said})" if each.said else ""
    reference = f"([{md_name(each.reference)}]({ROOT}{each.path}))"
    return f"{md(each.text)}{per}{said} {reference}{more}{marked(each.marks)}"
