"""Changes that may stay without a correction, but that somebody should look at."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dataset import Dataset, Locate, Statement
from generator.dataset.model import Path, file_of
from generator.diff.ids import Renames
from generator.diff.spelling import typographical
from generator.diff.told import Both
from generator.problem import Problem


def quiet(before: Statement, after: Statement, new: Dataset, locate: Locate) -> Iterator[Problem]:
    """A warning for each change of a current fact's act, answers or sources without a correction.

    `before` has the ids that are in use now.
    """
    if after.fact.status != "current":
        return
    told = {each.field for each in after.fact.corrections}
    for field, message in _of_one(before, after, new):
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


def _of_one(before: Statement, after: Statement, new: Dataset) -> Iterator[tuple[str, str]]:
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
