"""Who says what: actors against the questions of a topic."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from factsheets.content.records import Question
from factsheets.site.translation import comma_list
from factsheets.site.translation import gettext as _
from factsheets.site.views.acts import act_chip
from factsheets.site.views.addresses import Ref, actor_ref
from factsheets.site.views.answers import AnswerView
from factsheets.site.views.card import Mark, date_text
from factsheets.site.views.labels import role_text
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView

_MOST_IN_A_CELL = 4
_MOST_ROWS = 12
_MANY_ANSWERS = 48
_ROWS_OF_MANY = 4

Given = tuple[StatementView, AnswerView]
Answers = dict[str, dict[str, list[Given]]]
"""By actor, then by `topic/question`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer in a cell.

    `per_text` names the speaker where the actor is not the one who spoke, and says so where it
    spoke together with others. `name` tells its reference from the others of the page.
    `earlier` is True where the same actor has a newer answer to the same question, or where the
    statement was superseded. `more` counts what the last entry of a long cell leaves out.
    """

    text: str
    condition: str
    per_text: str
    form: str
    said: str
    path: str
    reference: str
    name: str
    earlier: bool
    more: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row: one actor, or several with exactly the same answers.

    `of_others` has, for each column without an answer of its own, of whom it speaks there.
    """

    actors: tuple[Ref, ...]
    note: str
    cells: tuple[tuple[Entry, ...], ...]
    of_others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The table; `questions` are its columns, `more` counts the actors that it leaves out."""

    questions: tuple[Question, ...]
    rows: tuple[Row, ...]
    more: int

    @property
    def has_gaps(self) -> bool:
        """Whether a cell is empty."""
        return any(not (cell or of) for row in self.rows for _q, cell, of in self.cells(row))

    def cells(self, row: Row) -> Iterator[tuple[Question, tuple[Entry, ...], str]]:
        """The cells of a row: the question, its answers, and of whom it speaks without one."""
        return zip(self.questions, row.cells, row.of_others, strict=True)


def matrix(site: Site, topic_id: str) -> Matrix | None:
    """The table of a topic, None where no statement answers any of its questions."""
    index = site.index
    views = (*site.naming("topics", topic_id), *site.views(index.guests.get(topic_id, ())))
    found = answers((*views, *site.views(index.past.get(topic_id, ()))), topic_id)
    if not found:
        return None
    questions = site.dataset.topics[topic_id].questions
    spoke = {ref.id for view in views for ref in view.speakers}
    number = sum(len(given) for by_question in found.values() for given in by_question.values())
    in_a_cell, most = _MOST_IN_A_CELL, _MOST_ROWS
    if number > _MANY_ANSWERS:
        in_a_cell, most = 1, _ROWS_OF_MANY  # the newest answer of each cell
    others = _others(found)
    rows = []
    for actor_id in sorted({**found, **others}, key=lambda name: name not in spoke):
        given, spoken_of = found.get(actor_id, {}), others.get(actor_id, {})
        keys = [f"{topic_id}/{each.id}" for each in questions]
        cells = tuple(entries(given.get(key, []), in_a_cell) for key in keys)
        of = tuple("" if key in given else speaks_of(spoken_of.get(key, ())) for key in keys)
        actor, role = actor_ref(site.dataset, actor_id), role_text(site.dataset, actor_id)
        rows.append(Row((actor,), role, cells, of))
    merged = _merged(rows)
    # Of many, those with most answers stay.
    ordered = sorted(merged, key=lambda row: -sum(map(len, row.cells)))
    shown = tuple(row for row in merged if row in ordered[:most])
    return Matrix(questions, shown, sum(len(row.actors) for row in ordered[most:]))


def _others(found: Answers) -> dict[str, dict[str, dict[str, None]]]:
    """By speaker and question: the names of those for whom it answers."""
    others: dict[str, dict[str, dict[str, None]]] = {}
    for by_question in found.values():
        for key, given in by_question.items():
            for view, answer in given:
                for speaker in view.speakers if answer.second_hand else ():
                    names = others.setdefault(speaker.id, {}).setdefault(key, {})
                    names[answer.actor.short] = None
    return others


def speaks_of(names: Collection[str]) -> str:
    """`Spoke about: Germany, Italy`; empty for nobody."""
    return _("Spoke about: %(names)s", names=comma_list(names)) if names else ""


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


def entries(given: list[Given], most: int = _MOST_IN_A_CELL) -> tuple[Entry, ...]:
    """The answers of one actor to one question, newest first; those of one day belong together.

    A cell shows only the first few and counts the others, whose cards are on the same page.
    """
    ordered = sorted(given, key=_newest_first)
    shown = ordered[:most]
    newest = ordered[0][0] if ordered else None
    return tuple(
        Entry(
            answer.text,
            view.condition or "",
            _per_text(view, answer),
            view.form_text,
            date_text(view),
            view.path,
            view.evidence[0].reference,
            reference_name(view),
            _is_earlier(view, newest),
            len(ordered) - len(shown) if number == len(shown) else 0,
            (*_notes(view), *view.marks),
        )
        for number, (view, answer) in enumerate(shown, start=1)
    )


def reference_name(view: StatementView) -> str:
    """`TASS ¶2: Macron: 26 countries will send troops, if …; 4 Sep 2025, inferred`."""
    return _(
        "%(reference)s: %(statement)s; %(day)s",
        reference=view.evidence[0].reference,
        statement=view.heading,
        day=view.when.line,
    )


def _per_text(view: StatementView, answer: AnswerView) -> str:
    """`per Archer`, or `joint statement`; empty where the actor spoke itself and alone."""
    if answer.second_hand:
        return _("per %(name)s", name=view.who.short)
    return _("joint statement") if answer.joint else ""


def _notes(view: StatementView) -> Iterator[Mark]:
    """What changes how an answer is read and does not follow from its own words."""
    texts = (*view.changes, view.gone_text, act_chip(view.act))
    return (Mark("note", text) for text in texts if text)


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
    last, earliest = view.said.last, newest.said.earliest
    return last is not None and earliest is not None and last < earliest


def _merged(rows: list[Row]) -> tuple[Row, ...]:
    """Rows with the very same cells become one: "Germany, Italy, Poland"."""
    by_cells: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        by_cells.setdefault((row.cells, row.of_others), []).append(row)
    return tuple(
        Row(
            tuple(actor for row in same for actor in row.actors),
            same[0].note if len(same) == 1 else "",
            same[0].cells,
            same[0].of_others,
        )
        for same in by_cells.values()
    )
