"""The page of each other record as plain Markdown, for readers and programs alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.export.plain import (
    ROOT,
    Lines,
    address,
    bullets,
    cited,
    link,
    links,
    marked,
    md,
    md_name,
    pager,
    text,
)
from generator.export.plain_parts import (
    coverage_line,
    figure_line,
    sentence_line,
    sources_part,
)
from generator.schema import Name
from generator.schema.authors import author_names, author_text
from generator.schema.dates import day_text
from generator.views import Site, citation
from generator.views import event as event_views
from generator.views import source as source_views
from generator.views import topic as topic_views
from generator.views.evidence import ACCESS_TEXT
from generator.views.labels import publisher_label
from generator.views.paging import CARDS_A_PAGE, paged
from generator.views.refs import actor_ref, event_ref, source_ref, topic_ref
from generator.views.sentences import brief
from generator.views.statement import StatementView
from generator.views.words import count, stated_text

Sheet = tuple[str, str]
"""A page's address below the site's root, and its text."""
Quotations = tuple[source_views.Quotation, ...]
Listed = Callable[[Sequence[StatementView], str], Iterator[str]]
"""The statements of a page and the way to the site's root -> the parts that list them."""


def topics(site: Site, lines: Lines) -> Iterator[Sheet]:
    """The pages of each topic."""
    for key, topic in site.dataset.topics.items():
        found = topic_views.statements_of(site, key)
        head = [f"# {md(topic.name)}", md(topic.summary), also(topic.other_names)]
        if topic.broader:
            head.append(f"Part of {link(topic_ref(site.dataset, topic.broader))}.")
        if narrower := site.narrower.get(key):
            head.append(f"Narrower: {links(topic_ref(site.dataset, one) for one in narrower)}.")
        head.append(coverage_line(topic_views.coverage_of(site, key)))
        head += bullets("In brief", map(sentence_line, brief(site, key)))
        head += bullets("Figures", (figure_line(lines, view) for view in found if view.figure))
        head += _answers(site, key, found)
        differ = topic_views.topic_differences(site, key, found)
        head += bullets("Where accounts differ", map(sentence_line, differ))
        head += bullets("What is missing", map(md, topic.missing))
        head += sources_part(site, lines, found)
        yield from pages_of(f"topics/{key}/", topic.name, head, found, _all(lines))


def _answers(site: Site, topic_id: str, found: Sequence[StatementView]) -> Iterator[str]:
    by_question: dict[str, list[str]] = {}
    for view in found:
        for answer in view.answers:
            if answer.topic == topic_id:
                per = f", per {md_name(view.who.short)}" if answer.second_hand else ""
                by_question.setdefault(answer.question, []).append(
                    f"{link(answer.actor)}: {md(answer.text)}{per} "
                    f"([{md_name(view.evidence[0].reference)}]({ROOT}{view.path}))"
                    f"{marked(view.marks)}"
                )
    for question in site.dataset.topics[topic_id].questions:
        yield from bullets(md(question.text), by_question.get(question.id, ()))


def sources(site: Site, lines: Lines) -> Iterator[Sheet]:
    """The pages of each article."""
    for key, article in site.dataset.articles.items():
        called = source_ref(site.dataset, key).name
        found = source_views.statements_of(site, key)
        quoted = source_views.quotations(found, key)
        head = [
            f"# {md(called)}",
            *bullets("Particulars", filter(None, _article(site, key, quoted))),
        ]
        unproven = "" if key in site.dataset.captures else " (not checked)"
        wording = (
            f"Paragraph {each.paragraph}{unproven}: “{md(each.words)}” "
            f"{md(each.note or '')}".rstrip()
            for each in article.wording
        )
        head += bullets("Wording of the publisher, not adopted here", wording)
        unused = (f"Paragraph {each.paragraph}: {md(each.why)}" for each in article.unused)
        head += bullets("Not used", unused)
        head += _contributed(site, key, found, quoted)
        head.append(cited(citation.of_source(site, key)))
        yield from pages_of(f"sources/{key}/", called, head, found, _all(lines))


def _article(site: Site, article_id: str, quoted: Quotations) -> Iterator[str]:
    article, dataset = site.dataset.articles[article_id], site.dataset
    label = publisher_label(dataset, article.publisher)
    owned = dataset.actors.get(article.publisher)
    basis = f". Basis: <{owned.ownership_source}>" if owned and owned.ownership_source else ""
    yield f"Publisher: {link(actor_ref(dataset, article.publisher))} ({md(label)}){basis}"
    if article.title:
        yield f"Headline: {md(article.title)}"
    if authors := author_text(article):
        several = "s" if len(author_names(article)) > 1 else ""
        yield f"Author{several}: {md(authors)}"
    dateline = f", dateline {md(article.dateline)}" if article.dateline else ""
    yield f"Published {day_text(article.published)}{dateline}"
    yield f"Language: {source_views.language_text(article)}"
    yield f"Address: {address(article.url, ACCESS_TEXT[article.access])}"
    if article.archived:
        yield f"Archived: <{article.archived}>"
    if article.derived_from:
        yield f"Reprint of {link(source_ref(dataset, article.derived_from))}"
    if same := source_views.same_text(site, article_id):
        yield f"Shares text with {links(same)}; counted as one report"
    if reprints := site.reprints.get(article_id):
        yield f"Reprinted by {links(source_ref(dataset, one) for one in reprints)}"
    if article.is_primary:
        yield "Primary record"
    if capture := dataset.captures.get(article_id):
        number = len(capture.paragraphs)
        yield f"Captured {day_text(capture.captured)}: {number} paragraphs"
        standing = sum(each.check == "found" and not each.gone for each in quoted)
        if quoted:
            yield f"{standing} of {count(len(quoted), 'quotation')} found word for word"
        yield source_views.changed(article, capture, quoted)
    else:
        yield "Not captured: its quotations are not checked" if quoted else "Not captured"


def _contributed(
    site: Site, article_id: str, found: tuple[StatementView, ...], quoted: Quotations
) -> Iterator[str]:
    """How many statements by whom, which paragraph gives which, and the quotations checked."""
    by = (f"{number} by {link(who)}" for who, number in source_views.speakers(found))
    yield "## What this article contributes"
    yield f"{count(len(found), 'statement')}: {', '.join(by)}." if found else "No statement."
    given = (
        f"- Paragraph {each.number}: "
        f"{'; '.join(f'{link_of(one.view)} ({one.form_text})' for one in each.statements)}"
        for each in source_views.paragraphs(site, article_id, found)
        if each.statements
    )
    yield "\n".join(given)
    checks = (
        f"{md(each.shown)} ({link_of(each.statement)}"
        f"{f', paragraph {each.paragraph}' if each.paragraph else ''}): {each.check_text}"
        for each in quoted
    )
    yield from bullets("Quotations", checks)


def link_of(view: StatementView) -> str:
    """A statement by the one who speaks."""
    return f"[{md_name(view.who.short)}]({ROOT}{view.path})"


def events(site: Site, lines: Lines) -> Iterator[Sheet]:
    """The pages of each event."""
    for key, event in site.dataset.events.items():
        told = [
            f"What: {md(event.kind)}" if event.kind else "",
            f"When: {event.date.text}" if event.date else "",
            f"Where: {md(stated_text(event.place))}" if event.place else "",
            f"To whom: {md(stated_text(event.audience))}" if event.audience else "",
        ]
        dataset = site.dataset
        if event.organiser:
            told.append(f"Held by {link(actor_ref(dataset, event.organiser))}")
        if event.participants:
            named = links(actor_ref(dataset, one) for one in event.participants)
            told.append(f"Took part, by the source: {named}")
        if event.part_of:
            told.append(f"Part of {link(event_ref(dataset, event.part_of))}")
        if parts := site.parts.get(key):
            told.append(f"Parts: {links(event_ref(dataset, one) for one in parts)}")
        if event.follows:
            told.append(f"Followed: {link(event_ref(dataset, event.follows))}")
        if later := site.later.get(key):
            told.append(f"Followed by: {links(event_ref(dataset, one) for one in later)}")
        found = event_views.statements_of(site, key)
        head = [f"# {md(event.name)}", coverage_line(event_views.coverage_of(site, key))]
        head += [*bullets("Particulars", filter(None, told)), *sources_part(site, lines, found)]
        yield from pages_of(f"events/{key}/", event.name, head, found, _all(lines))


def _all(lines: Lines) -> Listed:
    def listed(page: Sequence[StatementView], root: str) -> Iterator[str]:
        yield from lines.part("Statements", page, root)

    return listed


def pages_of(
    path: str,
    called: str,
    head: list[str],
    found: Sequence[StatementView],
    listed: Listed,
) -> Iterator[Sheet]:
    """The page of a record with its statements, and further pages as the site has them."""
    for page in paged(found, CARDS_A_PAGE, path):
        root = ROOT + ("../../" if page.number > 1 else "")
        top = head if page.number == 1 else [f"# {md(called)}, page {page.number}"]
        yield page.path, text([*top, *listed(page.items, root), *pager(page, root)])


def also(names: Sequence[Name]) -> str:
    """The other names of a record."""
    return f"Also written: {' · '.join(md(each.text) for each in names)}" if names else ""
