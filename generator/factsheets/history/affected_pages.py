"""Captures of two states of the content -> which differ, and what that does to quotations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from factsheets.dataset.model import RELATIONS, Dataset, Statement
from factsheets.history.change import Change, Detail
from factsheets.quotes.capture import Capture
from factsheets.quotes.evidence import Finding
from factsheets.site.views.addresses import source_ref
from factsheets.site.views.dates import day_text

Both = tuple[Dataset, Dataset]


def changed_captures(both: Both) -> Iterator[Change]:
    """One change for each article whose capture came, went or differs."""
    old, new = both
    for key in sorted(old.articles.keys() & new.articles.keys()):
        was, now = old.captures.get(key), new.captures.get(key)
        if was != now:
            heading = source_ref(new, key).name
            details = (*_of_texts(was, now), *_of_quotations(key, both))
            file = f"seeds/{key}.json"
            yield Change("changed", "capture", key, heading, details=details, file=file)


def _of_texts(was: Capture | None, now: Capture | None) -> Iterator[Detail]:
    if was is None or now is None:
        days = [day_text(each.captured) if each else None for each in (was, now)]
        yield Detail("capture", days[0], days[1])
        return
    if was.sha256 != now.sha256:
        yield Detail("text captured", day_text(was.captured), day_text(now.captured))
    if was.form != now.form:
        yield Detail("form", str(was.form), str(now.form))
    if len(was.paragraphs) != len(now.paragraphs):
        yield Detail("paragraphs", str(len(was.paragraphs)), str(len(now.paragraphs)))


def _of_quotations(article_id: str, both: Both) -> Iterator[Detail]:
    """The quotations of both states that were found otherwise than they are."""
    for key in affected(article_id, both):
        was, now = (_in_words(key, each) for each in both)
        yield Detail(key, was, now)


def affected(article_id: str, both: Both) -> list[str]:
    """The facts that cite an article and whose quotations were found otherwise than they are."""
    found = []
    for key, statement in both[1].statements.items():
        cites = article_id == statement.article_id or any(
            more.article == article_id for more in statement.fact.also
        )
        if (
            cites
            and key in both[0].statements
            and _in_words(key, both[0]) != _in_words(key, both[1])
        ):
            found.append(key)
    return found


def _in_words(fact_id: str, dataset: Dataset) -> str:
    number = 1 + len(dataset.statements[fact_id].fact.also)
    found = (dataset.findings.get((fact_id, at)) for at in range(number))
    return "; ".join(_finding(each) for each in found if each) or "no quotation"


def _finding(one: Finding) -> str:
    where = f", paragraph {one.paragraph}" if one.paragraph else ""
    if one.gone_since:
        return f"not in the text of {day_text(one.gone_since)}{where}"
    marks = "" if one.inside_marks or one.check != "found" else ", outside quotation marks"
    return f"{one.check}{marks}{where}"


# The pages of the site that look different after some changes.

FOLDERS = ("facts", "topics", "actors", "sources", "events")
Page = tuple[str, str]  # folder, id

_FOLDER = {"actor": "actors", "topic": "topics", "event": "events", "source": "sources"}


def pages(old: Dataset, new: Dataset, changes: Iterable[Change]) -> Mapping[str, tuple[str, ...]]:
    """The ids of pages by folder; pages that list everything always change and are left out."""
    users = _users(new)
    found: dict[str, set[str]] = defaultdict(set)
    for change in changes:
        for folder, name in _of_change(change, old, new, users):
            found[folder].add(name)
    return {folder: tuple(sorted(found[folder])) for folder in FOLDERS if found[folder]}


def _of_change(
    change: Change, old: Dataset, new: Dataset, users: Mapping[Page, list[str]]
) -> Iterator[Page]:
    if change.record == "page":
        return
    if change.record == "fact":
        for dataset in (old, new):
            if statement := dataset.statements.get(change.id):
                yield from _of_statement(statement)
        return
    if change.record == "capture":
        yield "sources", change.id
        for key in affected(change.id, (old, new)):
            yield from _of_statement(new.statements[key])
        return
    own = (_FOLDER[change.record], change.id)
    yield own
    if change.what == "changed":
        # A record's name and label stand wherever a statement names it.
        for key in users.get(own, ()):
            yield from _of_statement(new.statements[key])


def _of_statement(statement: Statement) -> Iterator[Page]:
    """The pages that show a statement's card, and those that name it."""
    fact = statement.fact
    yield "facts", fact.id
    yield from (("topics", topic) for topic in fact.topics)
    yield from (("actors", actor) for actor in _actors(statement))
    yield "sources", statement.article_id
    yield from (("sources", more.article) for more in fact.also if more.article)
    if fact.event:
        yield "events", fact.event
    for relation in RELATIONS:
        yield from (("facts", other) for other in getattr(fact, relation))


def _actors(statement: Statement) -> Iterator[str]:
    fact = statement.fact
    if fact.speaker:
        yield fact.speaker
    yield from fact.about
    yield statement.article.publisher
    yield from (answer.actor for answer in fact.answers if answer.actor)


def _users(dataset: Dataset) -> Mapping[Page, list[str]]:
    """Each page with the facts that name its record."""
    found: dict[Page, list[str]] = defaultdict(list)
    for key, statement in dataset.statements.items():
        for page in _of_statement(statement):
            found[page].append(key)
    return found
