"""The pages that list what the site has: each as plain Markdown, and what it lists as data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.export.plain import Lines, address, bullets, link, md, md_name, pager, text
from generator.export.plain_parts import figure
from generator.views import Site
from generator.views.downloads import DATA_GROUPS
from generator.views.home import home_view
from generator.views.legend import LEGEND
from generator.views.listings import (
    CorrectionLine,
    FigureGroup,
    Row,
    actor_rows,
    correction_lines,
    event_rows,
    figure_groups,
    source_rows,
    statement_rows,
    topic_rows,
    withdrawn,
)
from generator.views.paging import ROWS_A_PAGE, Page, paged
from generator.views.refs import Ref
from generator.views.sources import SourceLine
from generator.views.statement import StatementView
from generator.views.timeline import Item, occasions
from generator.views.written import first_heading, hand_written, introduction

Listed = dict[str, str]


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list: its address, its Markdown, and the data beside it."""

    path: str
    text: str
    data: dict[str, Any]


def listings(site: Site, lines: Lines) -> Iterator[Listing]:
    """Every page that is not the page of a record."""
    yield _home(site, lines)
    yield from _rows(site, "Topics", topic_rows(site), _row, _row_item)
    yield from _rows(site, "Actors", actor_rows(site), _row, _row_item)
    yield from _rows(site, "Sources", source_rows(site), _source, lambda each: [_item(each.ref)])
    yield from _rows(site, "Events", event_rows(site), _row, _row_item)
    yield from _rows(site, "Statements", statement_rows(site), lines.line, _statement_item)
    yield from _rows(site, "Figures", figure_groups(site), partial(_figures, lines), _figure_items)
    said = paged(occasions(site.views(site.index.listed)), ROWS_A_PAGE, "timeline/")
    yield from _rows(site, "Timeline", said, partial(_occasion, lines), _occasion_items)
    yield from _rows(
        site, "Corrections", _corrections(site), partial(_correction, lines), _correction_item
    )
    yield _data(site)
    yield from _tools()
    yield from _hand_written(site)


def _rows(
    site: Site,
    title: str,
    pages: tuple[Page[Any], ...],
    line: Callable[[Any, str], str],
    items: Callable[[Any], list[Listed]],
) -> Iterator[Listing]:
    folder = pages[0].base
    name = folder.rstrip("/")
    intro = (introduction(site, name).text or introduction(site, f"{name}/index").text).strip()
    for page in pages:
        root = "../" * page.path.count("/")
        name = title if page.number == 1 else f"{title}, page {page.number}"
        listed = "\n".join([line(each, root) for each in page.items])
        shown = intro if page.number == 1 else ""
        parts = [f"# {name}", shown, listed or _NONE.get(title, "")]
        parts += pager(page, root)
        data = _about(page.path, name, page) | {
            "items": [one for each in page.items for one in items(each)]
        }
        yield Listing(page.path, text(parts), data)


_NONE = {"Corrections": "No statement has been corrected or clarified yet."}


def _about(path: str, name: str, page: Page[Any] | None = None) -> dict[str, Any]:
    number, last = (page.number, page.last) if page else (1, 1)
    return {"name": name, "url": path, "page": number, "pages": last}


def _item(ref: Ref) -> Listed:
    return {"id": ref.id, "name": ref.name, "url": ref.path}


def _statement_item(view: StatementView) -> list[Listed]:
    return [{"id": view.id, "statement": view.heading, "url": view.path}]


def _row(row: Row, root: str) -> str:
    return f"- {link(row.ref, root)}: {md(row.line)} ({md(row.numbers)})"


def _row_item(row: Row) -> list[Listed]:
    return [_item(row.ref)]


def _source(line: SourceLine, root: str) -> str:
    title = f" “{md(line.title)}”" if line.title else ""
    return f"- {link(line.ref, root)} ({md(line.label)}){title} {address(line.url, line.access)}"


def _figures(lines: Lines, group: FigureGroup, root: str) -> str:
    rows = (
        f"{figure(view)} ({lines.link(view, root)}, {view.when.said}; "
        f"{md_name(view.evidence[0].reference)}, {view.support_text})"
        for view in group.statements
        if view.figure
    )
    return "\n\n".join(["", *bullets(md(group.heading), rows)])


def _figure_items(group: FigureGroup) -> list[Listed]:
    return [one for view in group.statements for one in _statement_item(view)]


def _occasion(lines: Lines, item: Item, root: str) -> str:
    note = f" ({item.note})" if item.note else ""
    where = f", {md(item.occasion)}" if item.occasion else ""
    said = "; ".join(
        lines.link(view, root) + (f" Condition: {md(view.condition)}." if view.condition else "")
        for view in item.statements
    )
    return f"- {item.date_text}{note}, {link(item.who, root)}{where}: {said}"


def _occasion_items(item: Item) -> list[Listed]:
    return [one for view in item.statements for one in _statement_item(view)]


def _corrections(site: Site) -> tuple[Page[Any], ...]:
    """Corrections, and on the first page what was withdrawn."""
    first, *more = correction_lines(site)
    taken_back = withdrawn(site)
    whole = Page((*first.items, *taken_back), first.number, first.last, first.base)
    return (whole, *more)


def _correction(lines: Lines, line: CorrectionLine | StatementView, root: str) -> str:
    if isinstance(line, StatementView):
        when = f" {line.status_date}" if line.status_date else ""
        return f"- Withdrawn{when}: {lines.link(line, root)} {md(line.reason or '')}".rstrip()
    each = line.correction
    return (
        f"- {line.kind} {line.date}: {lines.link(line.statement, root)}: {md(each.field)} was "
        f"{md(each.was)}, is {md(each.now)}. {md(each.reason)}"
    )


def _correction_item(line: CorrectionLine | StatementView) -> list[Listed]:
    return _statement_item(line if isinstance(line, StatementView) else line.statement)


def _home(site: Site, lines: Lines) -> Listing:
    view = home_view(site)
    page = introduction(site, "index")
    intro = page.text.strip()
    if not first_heading(intro):
        intro = f"# {md(page.title or site.settings.site_name)}\n\n{intro}"
    differences = (
        f"**{md(each.heading)}** {md(each.text)} "
        f"({', '.join(lines.link(view, '') for view in each.statements)})"
        for each in view.differences
    )
    parts = [
        intro,
        *bullets("Topics", (_row(row, "")[2:] for row in view.topics)),
        *bullets("Actors", (_row(row, "")[2:] for row in view.actors)),
        *bullets("Where accounts differ", differences),
        *bullets("Latest statements", (lines.link(each, "") for each in view.latest)),
        view.unchecked_text,
        *bullets("How to read a statement", (f"{each.text}: {each.meaning}" for each in LEGEND)),
        "[All statements](facts/), [all sources](sources/), [data](data/)",
    ]
    data = _about("", site.settings.site_name) | {
        "statements": view.statements,
        "sources": view.sources,
        "unchecked_quotes": view.unchecked,
        "updated": site.newest.isoformat() if site.newest else None,
        "items": [_item(row.ref) for row in (*view.topics, *view.actors)],
    }
    return Listing("", text(parts), data)


def _data(site: Site) -> Listing:
    parts: list[str] = ["# Data", introduction(site, "data").text.strip(), _terms(site), _BESIDE]
    for group, found in DATA_GROUPS:
        parts += bullets(group, (f"[{each.name}](../{each.path}) {each.what}" for each in found))
    # The data beside this page is the list of files, which is made where they are.
    return Listing("data/", text(parts), {})


def _terms(site: Site) -> str:
    licence = site.settings.licence
    under = f"The content is under [{md(licence.name)}]({licence.url}). " if licence else ""
    return (
        f"Everything on this site as files for programs. {under}Name the source of the statement "
        "first, and this site second. Quoted words belong to their publishers."
    )


_BESIDE = (
    "Each page has its data beside it as `index.json`, and its text as `index.md`; each topic and "
    "each actor has a feed of its own, `feed.xml`."
)


def _tools() -> Iterator[Listing]:
    """Pages that do something in the browser: their Markdown says what, and what to use instead."""
    parts = [
        "# Check a citation",
        "This page compares a sentence with the statements here, in the reader's browser: what it "
        "lost or added. It compares words and fields, and judges nothing else; it knows English "
        "words only. What is written there is sent nowhere; of a large site it loads the parts of "
        "the statements that it needs. Programs use the command `facts cite-check`, or compare "
        "with [the data](../data/check.json).",
    ]
    yield Listing("check/", text(parts), _about("check/", "Check a citation") | {"items": []})
    parts = [
        "# Search",
        "This page searches in the reader's browser. Programs search [the data](../data/) or the "
        "database [factsheets.db](../data/factsheets.db), which has an index of all words.",
    ]
    yield Listing("search/", text(parts), _about("search/", "Search") | {"items": []})


def _hand_written(site: Site) -> Iterator[Listing]:
    """Pages of the site's own words: Markdown already."""
    for page in hand_written(site):
        heading = f"# {md(page.title)}\n\n" if page.heading else ""
        body = f"{heading}{page.body.strip()}\n"
        yield Listing(page.path, body, _about(page.path, page.title) | {"items": []})
