"""To which questions of topics our sources give an answer of an actor, and to which none."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.ground import Site
from generator.views.matrix import Entry, answers, entries
from generator.views.refs import Ref, topic_ref
from generator.views.statement import StatementView


@dataclass(frozen=True, slots=True)
class Position:
    """What is reported as an actor's answer to a question of a topic."""

    topic: str
    question: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class OpenQuestions:
    """The questions of a topic to which our sources give no answer of this actor."""

    topic: Ref
    questions: tuple[str, ...]

    @property
    def text(self) -> str:
        """As long as readers see it."""
        return f"{self.topic.name}: {' · '.join(self.questions)}"


def positions(site: Site, actor_id: str, views: tuple[StatementView, ...]) -> tuple[Position, ...]:
    """Each question with the answers over time: the newest, then what they were before."""
    views = (*views, *site.views(site.index.past.get(actor_id, ())))
    found = []
    for key, given in answers(views).get(actor_id, {}).items():
        topic_id, _, question_id = key.partition("/")
        topic = site.dataset.topics.get(topic_id)
        if topic is None:
            continue
        text = next((each.text for each in topic.questions if each.id == question_id), None)
        if text:
            found.append(Position(topic_id, text, entries(given)))
    return tuple(found)


def open_questions(site: Site, given: tuple[Position, ...]) -> tuple[OpenQuestions, ...]:
    """Of each topic on which it has a position: the questions on which it has none."""
    answered: dict[str, set[str]] = {}
    for position in given:
        answered.setdefault(position.topic, set()).add(position.question)
    found = (
        OpenQuestions(
            topic_ref(site.dataset, key),
            tuple(q.text for q in site.dataset.topics[key].questions if q.text not in texts),
        )
        for key, texts in answered.items()
    )
    return tuple(each for each in found if each.questions)
