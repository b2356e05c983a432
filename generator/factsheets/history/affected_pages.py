"""The pages of the site that some changes affect."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from factsheets.content.kinds import KINDS, PAGE_FOLDERS
from factsheets.dataset.model import Dataset, Statement
from factsheets.dataset.references import references_of
from factsheets.history.change import Change
from factsheets.quotes.quotations import Finding
from factsheets.site.views.dates import day_text

Page = tuple[str, str]  # folder, id

_FOLDERS = {
    "fact": "facts",
    **{kind.noun: kind.pages for kind in KINDS.values()},
    "capture": "sources",
}


def affected_pages(
    old: Dataset, new: Dataset, changes: Iterable[Change]
) -> Mapping[str, tuple[str, ...]]:
    """The ids of affected pages by folder, without lists of everything, which always change."""
    users: dict[Page, list[Statement]] = defaultdict(list)
    for statement in new.statements.values():
        for page in _pages_with(statement):
            users[page].append(statement)
    found: dict[str, set[str]] = defaultdict(set)
    for change in changes:
        for folder, name in _pages_of(change, old, new, users):
            found[folder].add(name)
    folders = dict.fromkeys(_FOLDERS.values())
    return {folder: tuple(sorted(found[folder])) for folder in folders if found[folder]}


def _pages_of(
    change: Change, old: Dataset, new: Dataset, users: Mapping[Page, list[Statement]]
) -> Iterator[Page]:
    if change.record == "page":
        return
    own = (_FOLDERS[change.record], change.id)
    statements: Iterable[Statement | None] = ()
    if change.record == "fact":
        statements = (dataset.statements.get(change.id) for dataset in (old, new))
    else:
        yield own
    if change.record == "capture":
        statements = (new.statements[key] for key in reported_otherwise(change.id, old, new))
    elif change.record != "fact" and change.what == "changed":
        # Every statement that names a record shows the record's name.
        statements = users.get(own, ())
    for statement in statements:
        if statement:
            yield from _pages_with(statement)


def _pages_with(statement: Statement) -> Iterator[Page]:
    """The pages that show a statement's card, and those that refer to it."""
    yield "facts", statement.fact.id
    yield "sources", statement.article_id
    yield "actors", statement.article.publisher
    for kind, record_id, _path in references_of(statement.fact):
        if kind in PAGE_FOLDERS:
            yield PAGE_FOLDERS[kind], record_id


def reported_otherwise(article_id: str, old: Dataset, new: Dataset) -> list[str]:
    """The facts that cite an article and whose quotations have a different finding than before."""
    return [
        key
        for key, statement in new.statements.items()
        if article_id in {statement.article_id, *(more.article for more in statement.fact.also)}
        and key in old.statements
        and finding_text(key, old) != finding_text(key, new)
    ]


def finding_text(fact_id: str, dataset: Dataset) -> str:
    """The findings for a fact's quotations, in words."""
    numbers = range(1 + len(dataset.statements[fact_id].fact.also))
    found = (dataset.findings.get((fact_id, number)) for number in numbers)
    return "; ".join(_finding(each) for each in found if each) or "no quotation"


def _finding(one: Finding) -> str:
    where = f", paragraph {one.paragraph}" if one.paragraph else ""
    if one.gone_since:
        return f"not in the text of {day_text(one.gone_since)}{where}"
    marks = "" if one.inside_marks or one.check != "found" else ", outside quotation marks"
    return f"{one.check}{marks}{where}"
