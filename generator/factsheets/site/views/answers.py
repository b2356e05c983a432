"""The answers of a statement to questions of topics, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factsheets.content.article import Fact
from factsheets.dataset.model import Dataset
from factsheets.site.views.addresses import Ref, actor_ref
from factsheets.site.views.speakers import Who


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer of a statement: to which question, for whom, in which words.

    `second_hand` is True where the speaker answers for another, `joint` where it answers together
    with others.
    """

    topic: str
    question: str
    actor: Ref
    kind: str
    text: str
    second_hand: bool
    joint: bool


def answers(dataset: Dataset, fact: Fact, speaks: Who) -> Iterator[AnswerView]:
    """The answers; one of a joint statement is that of each of its speakers."""
    own = {ref.id for ref in speaks.refs}
    for answer in fact.answers:
        topic, _slash, question = answer.question.partition("/")
        for actor in (actor_ref(dataset, answer.actor),) if answer.actor else speaks.refs:
            is_own = actor.id in own
            yield AnswerView(
                topic,
                question,
                actor,
                answer.kind,
                answer.text,
                second_hand=not is_own,
                joint=is_own and len(own) > 1,
            )
