"""The page of each other record as plain Markdown, for readers and programs alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.export.plain import (
    ROOT,
    Lines,
    bullets,
    cited,
    link,
    links,
    md,
    md_name,
    pager,
    text,
)
from generator.export.plain_parts import coverage_line, figure_line, position_line, sources_part
from generator.schema import Name
from generator.schema.dates import UNKNOWN_TEXT, day_text
from generator.views import Site, citation
from generator.views import actor as actor_views
from generator.views import source as source_views
from generator.views.actors import KIND_TEXT
from generator.views.answered import positions
from generator.views.labels import publisher_label
from generator.views.languages import language_name
from generator.views.paging import CARDS_A_PAGE, paged
from generator.views.refs import actor_ref, event_ref, source_ref, topic_ref
from generator.views.source import TRANSLATION_TEXT
from generator.views.statement import StatementView
from generator.views.words import count

Sheet = tuple[str, str]
"""A page's address below the site's root, and its text."""
Listed = Callable[[Sequence[StatementView], str], Iterator[str]]
"""The statements of a page and the way to the site's root -> the parts that list them."""


def topics(site: Site, lines: Lines) -> Iterator[Sheet]:
    """The pages of each topic."""
    for key, topic in site.dataset.topics.items():
        found = site.views(site.index.by_topic.get(key, ()))
        head = [f"# {md(topic.name)}", md(topic.summary), _also(topic.other_names)]
        if topic.broader:
            head.append(f"Part of {link(topic_ref(site.dataset, topic.broader))}.")
        if narrower := site.narrower.get(key):
            head.append(f"Narrower: {links(topic_ref(site.dataset, one) for one in narrower)}.")
        head.append(coverage_line(site, found))
        brief = (f"{md(item.text)} {_rests(site, item.facts)}" for item in topic.brief)
        head += bullets("In brief", brief)
        head += bullets("Figures", (figure_line(lines, view) for view in found if view.figure))
        head += _answers(site, key, found)
        differences = (
            f"**{md(each.question)}** {md(each.note)} {_rests(site, each.facts)}"
            for each in topic.differences
        )
        head += bullets("Where accounts differ", differences)
        head += bullets("What is missing", map(md, topic.missing))
        head += sources_part(site, lines, found)
        yield from _pages(f"topics/{key}/", topic.name, head, found, _all(lines))


def _answers(site: Site, topic_id: str, found: Sequence[StatementView]) -> Iterator[str]:
    by_question: dict[str, list[str]] = {}
    for view in found:
        for answer in view.answers:
            if answer.topic == topic_id:
                per = f", per {md_name(view.who.short)}" if answer.second_hand else ""
                by_question.setdefault(answer.question, []).append(
                    f"{link(answer.actor)}: {md(answer.text)}{per} "
                    f"([{md_name(view.evidence[0].reference)}]({ROOT}{view.path}))"
                )
    for question in site.dataset.topics[topic_id].questions:
        yield from bullets(md(question.text), by_question.get(question.id, ()))


def _rests(site: Site, ids: Sequence[str]) -> str:
    views = site.views(ids)
    named = (f"[{md_name(view.evidence[0].reference)}]({ROOT}{view.path})" for view in views)
    return f"({', '.join(named)})" if views else ""


def actors(site: Site, lines: Lines) -> Iterator[Sheet]:
    """The pages of each actor."""
    for key, actor in site.dataset.actors.items():
        parts = actor_views.statements_of(site, key)
        head = [f"# {md(actor.name)}", md(actor.summary or ""), f"Actor, {KIND_TEXT[actor.kind]}"]
        head += [_also(actor.other_names), *bullets("Particulars", _offices(site, key))]
        everything = tuple(view for part in parts for view in part)
        given = positions(site, key, everything)
        head += bullets("Positions", map(position_line, given))
        head += sources_part(site, lines, everything)
        yield from _pages(f"actors/{key}/", actor.name, head, everything, _by_part(lines, parts))


def _by_part(lines: Lines, parts: tuple[Sequence[StatementView], ...]) -> Listed:
    titles = ("What it said", "Statements by its officials", "What others said")
    ids = [frozenset(view.id for view in part) for part in parts]

    def listed(page: Sequence[StatementView], root: str) -> Iterator[str]:
        for title, own in zip(titles, ids, strict=True):
            yield from lines.part(title, (view for view in page if view.id in own), root)

    return listed


def _offices(site: Site, actor_id: str) -> Iterator[str]:
    actor, dataset = site.dataset.actors[actor_id], site.dataset
    if actor.kind == "publisher":
        basis = f". Basis: <{actor.ownership_source}>" if actor.ownership_source else ""
        yield f"Label: {md(publisher_label(dataset, actor_id))}{basis}"
    for role in actor.roles:
        at = f" ({link(actor_ref(dataset, role.organisation))})" if role.organisation else ""
        since = f", since {role.start.text}" if role.start else ""
        until = f", until {role.end.text}" if role.end else ""
        by = f", by {link(source_ref(dataset, role.article))}" if role.article else ""
        yield f"Role at the time: {md(role.title)}{at}{since}{until}{by}"
    for each in actor.member_of:
        by = f", by {link(source_ref(dataset, each.article))}" if each.article else ""
        as_of = f", as of {each.as_of.text}" if each.as_of else ""
        yield f"Member of {link(actor_ref(dataset, each.actor))}{by}{as_of}"
    if actor.kind == "group":
        size = actor.size or "not given"
        yield f"Members: {size}; named in the source: {actor.members_known or 'not stated'}"
    named = (*actor.members, *(key for key, _ in site.members.get(actor_id, ())))
    if named:
        yield f"Named members: {links(actor_ref(dataset, key) for key in named)}"
    if actor.identifiers and actor.identifiers.wikidata:
        yield f"Wikidata: {md(actor.identifiers.wikidata)}"


def sources(site: Site, lines: Lines) -> Iterator[Sheet]:
    """The pages of each article."""
    for key, article in site.dataset.articles.items():
        called = source_ref(site.dataset, key).name
        head = [f"# {md(called)}", *bullets("Particulars", filter(None, _article(site, key)))]
        wording = (
            f"Paragraph {each.paragraph}: “{md(each.words)}” {md(each.note or '')}".rstrip()
            for each in article.wording
        )
        head += bullets("Wording of the publisher, not adopted here", wording)
        unused = (f"Paragraph {each.paragraph}: {md(each.why)}" for each in article.unused)
        head += bullets("Not used", unused)
        head.append(cited(citation.of_source(site, key)))
        found = source_views.statements_of(site, key)
        yield from _pages(f"sources/{key}/", called, head, found, _all(lines))


def _article(site: Site, article_id: str) -> Iterator[str]:
    article, dataset = site.dataset.articles[article_id], site.dataset
    label = publisher_label(dataset, article.publisher)
    yield f"Publisher: {link(actor_ref(dataset, article.publisher))} ({md(label)})"
    yield f"Headline: {md(article.title) if article.title else 'not recorded'}"
    if article.author:
        yield f"Author: {md(article.author)}"
    dateline = f", dateline {md(article.dateline)}" if article.dateline else ""
    yield f"Published {day_text(article.published)}{dateline}"
    translated = TRANSLATION_TEXT[article.translation]
    yield f"Language: {language_name(article.language)}; {translated}"
    yield f"Address: <{article.url}>"
    if article.archived:
        yield f"Archived: <{article.archived}>"
    if article.derived_from:
        yield f"Reprint of {link(source_ref(dataset, article.derived_from))}"
    if reprints := site.reprints.get(article_id):
        yield f"Reprinted by {links(source_ref(dataset, one) for one in reprints)}"
    if article.primary:
        yield "Primary record"
    if capture := dataset.captures.get(article_id):
        number = len(capture.paragraphs)
        yield f"Captured {day_text(capture.captured)}: {number} paragraphs"
        yield _quotations(site, article_id)
        if capture.earlier:
            seen = day_text(capture.captured)
            yield f"The article was changed after it was first checked (seen {seen})"
    else:
        yield "Not captured: its quotations are not yet checked"


def _quotations(site: Site, article_id: str) -> str:
    """How many of the words quoted from an article were found in it."""
    checks = [
        each.check
        for view in site.views(site.index.by_article.get(article_id, ()))
        for each in view.evidence
        if each.source.id == article_id
        for _ in each.quotes
    ]
    found = checks.count("found")
    return f"{found} of {count(len(checks), 'quotation')} found word for word" if checks else ""


def events(site: Site, lines: Lines) -> Iterator[Sheet]:
    """The pages of each event."""
    for key, event in site.dataset.events.items():
        known = event.date.text if event.date else UNKNOWN_TEXT
        told = [
            f"What: {md(event.kind)}" if event.kind else "",
            f"When: {known}",
            f"Where: {md(event.place or 'not stated in the source')}",
            f"To whom: {md(event.audience or 'not stated in the source')}",
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
        found = site.views(site.index.by_event.get(key, ()))
        head = [f"# {md(event.name)}", coverage_line(site, found)]
        head += [*bullets("Particulars", filter(None, told)), *sources_part(site, lines, found)]
        yield from _pages(f"events/{key}/", event.name, head, found, _all(lines))


def _all(lines: Lines) -> Listed:
    def listed(page: Sequence[StatementView], root: str) -> Iterator[str]:
        yield from lines.part("Statements", page, root)

    return listed


def _pages(
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


def _also(names: Sequence[Name]) -> str:
    return f"Also written: {' · '.join(md(each.text) for each in names)}" if names else ""
