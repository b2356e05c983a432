"""What a published record must not lose: checks new content against the published one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.dataset import Dataset, Locate, Statement
from generator.dataset.model import file_of
from generator.diff.spelling import typographical
from generator.problem import Place, Problem, in_order
from generator.schema import Correction, Fact
from generator.views.figures import figure_view

_WORDS = ("statement", "condition")


@dataclass(frozen=True, slots=True)
class _Changed:
    """A field that must not change in silence: what it was and is, as a correction would say."""

    field: str
    was: str
    now: str


def against(old: Dataset, new: Dataset, locate: Locate) -> tuple[Problem, ...]:
    """Every silent change of what was published: changed, removed, reused, or rewritten.

    A changed statement, quotation, speaker, date or figure needs an entry in `corrections` that
    the published content does not have yet; typographical changes need none. A fact is withdrawn,
    not removed. Entries in `corrections` stay as they are.
    """
    renamed = {
        former: fact_id
        for fact_id, statement in new.statements.items()
        for former in statement.fact.former_ids
    }
    problems: list[Problem] = []
    for fact_id, before in old.statements.items():
        after = new.statements.get(renamed.get(fact_id, fact_id))
        if after is None:
            problems.append(_removed(before, new, locate))
        else:
            problems += _of_one(before, after, (old, new), locate)
    problems += _reused(old, new, locate)
    return in_order(problems)


def _of_one(
    before: Statement, after: Statement, both: tuple[Dataset, Dataset], locate: Locate
) -> Iterator[Problem]:
    place = _place(after, locate)
    if _is_another(before, after, both):
        yield Problem(
            "id-reused",
            f'"{after.fact.id}" was another statement before.',
            place,
            f"An id is never used again. It was: “{before.fact.statement}”. Give the new fact "
            "a new id, and keep the old one with status: withdrawn.",
        )
        return
    if rewritten := _rewritten(before.fact.corrections, after.fact.corrections):
        yield Problem(
            "correction-rewritten",
            f"The correction of {rewritten.date} to `{rewritten.field}` was changed or taken out.",
            place,
            "Corrections stay as they were published. Put it back, and add a new one below it.",
        )
    fresh = after.fact.corrections[len(before.fact.corrections) :]
    told = {correction.field for correction in fresh}
    if after.fact.status == "withdrawn":
        return
    for change in _changes(before, after, both):
        if change.field not in told:
            yield _silent(change, after, locate)


def _silent(change: _Changed, after: Statement, locate: Locate) -> Problem:
    today = '{date: YYYY-MM-DD, field: %s, was: "%s", now: "%s", reason: "…"}'
    path: tuple[str | int, ...] = ("facts", after.index, change.field)
    return Problem(
        "silent-change",
        f"`{change.field}` differs from what was published, and no correction says so.",
        locate(file_of("article", after.article_id), path),
        "Add under `corrections`: - " + today % (change.field, change.was, change.now),
    )


def _removed(before: Statement, new: Dataset, locate: Locate) -> Problem:
    fact_id = before.fact.id
    kept = before.article_id in new.articles
    file = file_of("article", before.article_id)
    return Problem(
        "removed-fact",
        f'The published fact "{fact_id}" is gone.',
        locate(file, ("facts",)) if kept else Place(file),
        "Put it back with status: withdrawn, a reason and a date, so that links keep working "
        "and readers see why. If it was renamed: former_ids.",
    )


def _reused(old: Dataset, new: Dataset, locate: Locate) -> Iterator[Problem]:
    """A new fact with an id that an older fact once had."""
    former = {
        name: fact_id
        for fact_id, statement in old.statements.items()
        for name in statement.fact.former_ids
    }
    for fact_id, statement in new.statements.items():
        if fact_id in former and fact_id not in old.statements:
            yield Problem(
                "id-reused",
                f'"{fact_id}" was the id of "{former[fact_id]}" before.',
                _place(statement, locate),
                "An id is never used again, for its old address leads elsewhere. Choose another.",
            )


def told_changes(
    before: Statement, after: Statement, both: tuple[Dataset, Dataset]
) -> tuple[str, ...]:
    """The fields whose change readers must be told of in a correction."""
    return tuple(change.field for change in _changes(before, after, both))


def _is_another(before: Statement, after: Statement, both: tuple[Dataset, Dataset]) -> bool:
    """Another speaker and other words, from another place: another statement, not a correction."""
    if before.fact.corrections or after.fact.corrections:
        return False
    words = set(before.fact.statement.casefold().split())
    others = set(after.fact.statement.casefold().split())
    shared = len(words & others) / max(1, min(len(words), len(others)))
    moved = before.article_id != after.article_id or before.fact.paragraph != after.fact.paragraph
    changed = {change.field for change in _changes(before, after, both)}
    return shared < 1 / 3 and (moved or "speaker" in changed) and "statement" in changed


def _rewritten(old: tuple[Correction, ...], new: tuple[Correction, ...]) -> Correction | None:
    """The first of the old entries that does not stand unchanged in its place."""
    for number, entry in enumerate(old):
        if number >= len(new) or new[number] != entry:
            return entry
    return None


def _changes(
    before: Statement, after: Statement, both: tuple[Dataset, Dataset]
) -> Iterator[_Changed]:
    one, other = before.fact, after.fact
    for field in _WORDS:
        was, now = getattr(one, field) or "", getattr(other, field) or ""
        if not typographical(was, now):
            yield _Changed(field, was, now)
    was, now = " | ".join(one.quote), " | ".join(other.quote)
    if not typographical(was, now):
        yield _Changed("quote", was, now)
    if one.speaker != other.speaker and not _renamed_actor(one, other, both[1]):
        yield _Changed("speaker", one.speaker or "nobody", other.speaker or "nobody")
    was, now = _said(one, both[0]), _said(other, both[1])
    if was != now:
        yield _Changed("said", was, now)
    was, now = _figure(one), _figure(other)
    if was != now:
        yield _Changed("figure", was, now)


def _renamed_actor(one: Fact, other: Fact, new: Dataset) -> bool:
    actor = new.actors.get(other.speaker or "")
    return actor is not None and one.speaker in actor.former_ids


def _said(fact: Fact, dataset: Dataset) -> str:
    event = dataset.events.get(fact.event or "")
    moment = fact.said or (event.date if event else None)
    return moment.edtf or "unknown" if moment else "unknown"


def _figure(fact: Fact) -> str:
    view = figure_view(fact.figure, None)
    return f"{view.text} {view.raw.unit or ''}".strip() if view else "none"


def _place(statement: Statement, locate: Locate) -> Place:
    return locate(file_of("article", statement.article_id), ("facts", statement.index, "id"))
