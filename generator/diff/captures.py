"""Captures of two states of the content -> which differ, and what that does to quotations."""

from __future__ import annotations

from collections.abc import Iterator

from generator.capture import Capture, Finding
from generator.dataset import Dataset
from generator.diff.change import Change, Detail
from generator.schema.dates import day_text
from generator.views.refs import source_ref

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
