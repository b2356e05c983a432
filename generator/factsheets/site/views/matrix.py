"""Who says what: actors against the questions of a topic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factsheets.content.records import Question
from factsheets.site.translation import gettext as _
from factsheets.site.views.addresses import Ref
from factsheets.site.views.answers import AnswerView
from factsheets.site.views.labels import role_text
from factsheets.site.views.site import Site
from factsheets.site.views.statement import Mark, StatementView

_MOST_IN_A_CELL = 4
_MOST_ROWS = 12

Given = tuple[StatementView, AnswerView]
Answers = dict[str, dict[str, list[Given]]]
"""By actor, then by `topic/question`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer in a cell.

    `per_text` names the speaker where the actor is not the one who spoke, and says so where it
    spoke together with others.
    `earlier` is True where the same actor has a newer answer to the same question, or where the
    statement was superseded; all entries of such a cell have their dates in `said`, for brackets.
    `more` counts what the last entry of a long cell leaves out.
    """

    kind: str
    symbol: str
    text: str
    per_text: str
    path: str
    reference: str
    said: str
    earlier: bool
    more: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row: one actor, or several with exactly the same answers.

    `empty` has, for each column, the text of a cell without an answer.
    """

    actors: tuple[Ref, ...]
    note: str
    cells: tuple[tuple[Entry, ...], ...]
    empty: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The table; `questions` are its columns, `more` counts the actors that it leaves out."""

    questions: tuple[Question, ...]
    rows: tuple[Row, ...]
    more: int

    def cells(self, row: Row) -> Iterator[tuple[Question, tuple[Entry, ...], str]]:
        """The cells of a row: the question, its answers, and the text if there are none."""
        return zip(self.questions, row.cells, row.empty, strict=True)


def matrix(site: Site, topic_id: str) -> Matrix | None:
    """The table of a topic, None where no statement answers any of its questions."""
    index = site.index
    views = (*site.naming("topics", topic_id), *site.views(index.guests.get(topic_id, ())))
    found = answers((*views, *site.views(index.past.get(topic_id, ()))), topic_id)
    if not found:
        return None
    questions = site.dataset.topics[topic_id].questions
    spoke = {ref.id for view in views for ref in view.speakers}
    # Who spoke of others only, on which question.
    of_others = {
        (speaker.id, answer.question)
        for by_question in found.values()
        for given in by_question.values()
        for view, answer in given
        if answer.second_hand
        for speaker in view.speakers
    }
    rows = []
    for actor_id in sorted(found, key=lambda name: name not in spoke):
        given = found[actor_id]
        actor = next(iter(given.values()))[0][1].actor
        cells = tuple(entries(given.get(f"{topic_id}/{each.id}", [])) for each in questions)
        empty = tuple(
            _("Spoke of others only") if (actor_id, each.id) in of_others else _("No statement")
            for each in questions
        )
        rows.append(Row((actor,), role_text(site.dataset, actor_id), cells, empty))
    merged = _merged(rows)
    # Of many, those with most answers stay.
    ordered = sorted(merged, key=lambda row: -sum(map(len, row.cells)))
    shown = tuple(row for row in merged if row in ordered[:_MOST_ROWS])
    return Matrix(questions, shown, sum(len(row.actors) for row in ordered[_MOST_ROWS:]))


def answers(views: Iterable[StatementView], topic_id: str | None = None) -> Answers:
    """Every answer, as the statements come; of one topic, where one is given."""
    found: Answers = {}
    for view in views:
        if view.status == "withdrawn":
            continue
        for answer in view.answers:
            if topic_id in {None, answer.topic}:
                by_question = found.setdefault(answer.actor.id, {})
                key = f"{answer.topic}/{answer.question}"
                by_question.setdefault(key, []).append((view, answer))
    return found


def entries(given: list[Given]) -> tuple[Entry, ...]:
    """The answers of one actor to one question, newest first; those of one day belong together.

    A cell shows only the first few and counts the others, whose cards are on the same page.
    """
    ordered = sorted(given, key=_newest_first)
    shown = ordered[:_MOST_IN_A_CELL]
    newest = ordered[0][0] if ordered else None
    changed = any(_is_earlier(view, newest) for view, _answer in ordered)
    return tuple(
        Entry(
            answer.kind,
            answer.symbol,
            answer.text,
            _per_text(view, answer),
            view.path,
            view.evidence[0].reference,
            view.when.said if changed else "",
            _is_earlier(view, newest),
            len(ordered) - len(shown) if number == len(shown) else 0,
            view.marks,
        )
        for number, (view, answer) in enumerate(shown, start=1)
    )


def _per_text(view: StatementView, answer: AnswerView) -> str:
    """`per Archer`, or `joint statement`; empty where the actor spoke itself and alone."""
    if answer.second_hand:
        return _("per %(name)s", name=view.who.short)
    return _("joint statement") if answer.joint else ""


def _newest_first(given: Given) -> tuple[bool, tuple[int, ...]]:
    view = given[0]
    day = view.said.order if view.said else (0, 0, 0, 0)
    return view.status != "current", tuple(-part for part in day)


def _is_earlier(view: StatementView, newest: StatementView | None) -> bool:
    """Whether an answer is surely older than the newest one, or no longer holds."""
    if view.status != "current":
        return True
    if newest is None or view.said is None or newest.said is None:
        return False
    last, first = view.said.last, newest.said.first
    return last is not None and first is not None and last < first


def _merged(rows: list[Row]) -> tuple[Row, ...]:
    """Rows with the very same cells become one: "Germany, Italy, Poland"."""
    by_cells: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        by_cells.setdefault((row.cells, row.empty), []).append(row)
    return tuple(
        Row(
            tuple(actor for row in same for actor in row.actors),
            same[0].note if len(same) == 1 else "",
            same[0].cells,
            same[0].empty,
        )
        for same in by_cells.values()
    )
