"""What a published record must not lose: checks new content against the published one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from factsheets.content.records import Kind
from factsheets.dataset.known import first_id
from factsheets.dataset.model import (
    ADDRESSES,
    FOLDERS,
    Dataset,
    Locate,
    Path,
    Removal,
    Statement,
    file_of,
)
from factsheets.history.corrections import Both, Changed, Untold, names_in, untold
from factsheets.history.diff import Side
from factsheets.history.ids import Renames, called, is_another, renames, reused, with_names
from factsheets.history.spelling import typographical
from factsheets.problems.problem import Place, Problem, in_order
from factsheets.site.views.addresses import addresses

# Changes that may stay without a correction, but that somebody should look at.


def quiet(before: Statement, after: Statement, new: Dataset, locate: Locate) -> Iterator[Problem]:
    """A warning for each change of a current fact's act, answers or sources without a correction.

    `before` has the ids that are in use now.
    """
    if after.fact.status != "current":
        return
    told = {each.field for each in after.fact.corrections}
    for field, message in _quiet_of_one(before, after, new):
        if field not in told:
            path: Path = ("facts", after.index, field)
            place = locate(file_of("article", after.article_id), path)
            yield Problem("quiet-change", message, place, _ADVICE, "warning")


def other_publishers(both: Both, names: Renames, locate: Locate) -> Iterator[Problem]:
    """A warning for each article that has another publisher than it had."""
    for article_id, article in both[0].articles.items():
        now = both[1].articles.get(article_id)
        was = names["actor"].get(article.publisher, article.publisher)
        if now is not None and now.publisher != was:
            place = locate(file_of("article", article_id), ("publisher",))
            message = f"The publisher of this article was {was}, and is {now.publisher}."
            yield Problem("quiet-change", message, place, _ADVICE, "warning")


_ADVICE = "If readers may have relied on it, say so under `corrections`."


def _quiet_of_one(before: Statement, after: Statement, new: Dataset) -> Iterator[tuple[str, str]]:
    one, other = before.fact, after.fact
    if one.act != other.act:
        yield "act", f"`act` was {one.act}, and is {other.act}."
    was = {(each.question, each.actor): each for each in one.answers}
    now = {(each.question, each.actor): each for each in other.answers}
    for key, answer in was.items():
        newer = now.get(key)
        if newer is None:
            yield "answers", f"The answer to {key[0]} was “{answer.text}”, and is gone."
        elif newer.kind != answer.kind or not typographical(answer.text, newer.text):
            yield "answers", f"The answer to {key[0]} was “{answer.text}” ({answer.kind})."
    cited = {after.article_id, *(each.article for each in other.also)}
    sources = (before.article_id, *(each.article for each in one.also if each.article))
    for name in dict.fromkeys(sources):
        # What is gone with its address is told of there.
        if name not in cited and name in new.articles:
            yield "also", f"The article {name} no longer stands behind this fact."


def against(old: Side, new: Side, locate: Locate) -> tuple[Problem, ...]:
    """Every silent change of what was published: changed, removed, reused, or rewritten.

    A changed statement, quotation, speaker, date or figure needs an entry in `corrections` that
    the published content does not have yet, and that says what it was and is; typographical
    changes need none. A fact is withdrawn, or removed by its status, and never deleted. Entries in
    `corrections` stay as they are, and no address may die. Nothing is said of what could not be
    read.
    """
    names = renames(old.dataset, new.dataset)
    both = (with_names(old.dataset, names), new.dataset)
    words = names_in(both)
    problems: list[Problem] = []
    kept = frozenset(addresses(new.dataset))
    # A correction that names whom a removal is to protect would undo it.
    gone = {each.id for each in new.dataset.removed if each.kind == "actor"}
    for fact_id, published in old.dataset.statements.items():
        name = names["fact"].get(fact_id, fact_id)
        before, after = called(published, names), new.dataset.statements.get(name)
        if after is not None:
            found = untold(before, after, both, words)
            if before.fact.speaker in gone:
                found = replace(
                    found, silent=tuple(c for c in found.silent if c.field != "speaker")
                )
            problems += _of_one(before, after, found, locate)
            if not is_another(before, after, found.silent):
                problems += quiet(before, after, new.dataset, locate)
        elif not _is_hidden(name, before, new) and f"facts/{name}/" not in kept:
            problems.append(_removed(published, new.dataset, locate))
    problems += _lost(old, new, names, locate)
    problems += _lost_notes(old.dataset, new.dataset)
    problems += _reordered(old.dataset, new.dataset, names, locate)
    problems += reused((old.dataset, new.dataset), names, locate)
    problems += other_publishers(both, names, locate)
    return in_order(problems)


def _is_hidden(name: str, before: Statement, new: Side) -> bool:
    """Whether the fact may stand in what could not be read."""
    return name in (new.doubtful or {}) or file_of("article", before.article_id) in new.unread


def _of_one(
    before: Statement, after: Statement, found: Untold, locate: Locate
) -> Iterator[Problem]:
    """The problems of a fact that is still there; `before` has the ids that are in use now."""
    if found.silent and is_another(before, after, found.silent):
        yield Problem(
            "id-reused",
            f'"{after.fact.id}" was another statement before.',
            _place(after, locate, "id"),
            f"An id is never used again. It was: “{before.fact.statement}”. Give the new fact "
            "a new id, and keep the old one with status: withdrawn.",
        )
        return
    if found.rewritten:
        yield Problem(
            "correction-rewritten",
            f"The correction of {found.rewritten.date} to `{found.rewritten.field}` was changed "
            "or taken out.",
            _place(after, locate, "corrections"),
            "Corrections stay as they were published. Put it back, and add a new one below it.",
        )
    else:
        yield from _wrong(before, after, found, locate)
    for change in _silent(before, after, found):
        yield _untold(change, after, locate)


def _silent(before: Statement, after: Statement, found: Untold) -> Iterator[Changed]:
    """The changes without an entry; who withdraws a fact may take its parts out."""
    withdraws = after.fact.status == "withdrawn" != before.fact.status
    for change in found.silent:
        if not (withdraws and change.news in {("",), ()}):
            yield change


def _untold(change: Changed, after: Statement, locate: Locate) -> Problem:
    was, now = (text.replace('"', "'") for text in (change.was, change.now))
    return Problem(
        "silent-change",
        f"`{change.field}` differs from what was published, and no correction says so.",
        _place(after, locate, change.field),
        f'Add under `corrections`: - {{date: YYYY-MM-DD, field: {change.field}, was: "{was}", '
        f'now: "{now}", reason: "…"}}',
    )


def _wrong(before: Statement, after: Statement, found: Untold, locate: Locate) -> Iterator[Problem]:
    """Fresh entries that do not say what changed, or that are dated before older ones."""
    last = max((entry.date for entry in before.fact.corrections), default=None)
    for number in found.fresh:
        entry = after.fact.corrections[number]
        if last and entry.date < last:
            yield Problem(
                "correction-untrue",
                f"This correction is dated before one that was published earlier ({last}).",
                _place(after, locate, "corrections", number, "date"),
                "Write the day on which the fact was changed. Older entries keep theirs.",
            )
    for number, part, value in found.wrong:
        verb = "was" if part == "was" else "is"
        yield Problem(
            "correction-untrue",
            f"This is not what `{after.fact.corrections[number].field}` {verb}.",
            _place(after, locate, "corrections", number, part),
            f"What stood there: {value}" if part == "was" else f"What stands there: {value}",
        )


def _removed(before: Statement, new: Dataset, locate: Locate) -> Problem:
    file = file_of("article", before.article_id)
    return Problem(
        "removed-fact",
        f'The published fact "{before.fact.id}" is gone.',
        locate(file, ("facts",)) if before.article_id in new.articles else Place(file),
        "Put it back with status: withdrawn, a reason and a date, so that links keep working "
        "and readers see why. If its text must go: status: removed. If it was renamed: former_ids.",
    )


def _lost(old: Side, new: Side, names: Renames, locate: Locate) -> Iterator[Problem]:
    """Published addresses that lead nowhere now, those of removed facts aside: told already."""
    kept = frozenset(addresses(new.dataset))
    for kind, before, after in _kinds(old.dataset, new.dataset):
        for key, record in before.items():
            file = file_of(kind, key)
            if file in new.unread:
                continue
            for name in (key, *record.former_ids):
                address = f"{ADDRESSES[kind]}/{name}/"
                if address not in kept:
                    place = locate(file, ()) if key in after else Place(file)
                    yield _dead(address, kind, place)
    for key, statement in old.dataset.statements.items():
        kept_fact = new.dataset.statements.get(names["fact"].get(key, key))
        for name in statement.fact.former_ids if kept_fact else ():
            address = f"facts/{name}/"
            if kept_fact and address not in kept:
                yield _dead(address, "fact", _place(kept_fact, locate, "id"))


def _lost_notes(old: Dataset, new: Dataset) -> Iterator[Problem]:
    """Addresses of records that were removed before, and say so no more."""
    kept = frozenset(addresses(new))
    for gone in old.removed:
        for address in gone.addresses:
            if address not in kept:
                yield _dead(address, gone.kind, Place(_file_of(gone, old)))


def _file_of(gone: Removal, dataset: Dataset) -> str:
    """Where what is left of a removed record stood."""
    for kind, folder in FOLDERS.items():
        if kind == gone.kind:
            return f"{folder}/{gone.id}.yaml"
    articles = dataset.articles.items()
    named = (key for key, each in articles if any(fact.id == gone.id for fact in each.facts))
    return file_of("article", next(named, gone.id))


def _reordered(old: Dataset, new: Dataset, names: Renames, locate: Locate) -> Iterator[Problem]:
    """Records whose first id is another one now: feeds would show all of theirs as new."""
    for kind, before, after in _kinds(old, new):
        for key, record in before.items():
            now = names[kind].get(key, key)
            first = first_id(key, record.former_ids)
            if now in after and first in after[now].former_ids[1:]:
                yield _not_first(first, locate(file_of(kind, now), ("former_ids",)))
    for key, statement in old.statements.items():
        found = new.statements.get(names["fact"].get(key, key))
        first = first_id(key, statement.fact.former_ids)
        if found and first in found.fact.former_ids[1:]:
            yield _not_first(first, _place(found, locate, "former_ids"))


def _not_first(first: str, place: Place) -> Problem:
    return Problem(
        "former-id-order",
        f'"{first}" was the first id of this record, and does not stand first any more.',
        place,
        f"Write {first} first, then the other former ids, oldest first.",
    )


def _kinds(
    old: Dataset, new: Dataset
) -> tuple[tuple[Kind, Mapping[str, Any], Mapping[str, Any]], ...]:
    return (
        ("actor", old.actors, new.actors),
        ("topic", old.topics, new.topics),
        ("event", old.events, new.events),
        ("article", old.articles, new.articles),
    )


def _dead(address: str, kind: str, place: Place) -> Problem:
    return Problem(
        "address-lost",
        f"The published address {address} leads nowhere now.",
        place,
        f"If the {kind} was renamed, write its old id under former_ids; facts rename does it. "
        "If it was taken out, put it back. If its text must go, the file keeps status: removed, "
        "date and reason.",
    )


def _place(statement: Statement, locate: Locate, *path: str | int) -> Place:
    at: Path = ("facts", statement.index, *path)
    return locate(file_of("article", statement.article_id), at)
