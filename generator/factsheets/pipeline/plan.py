"""A plan to change several files together, and a check of the content after the change.

Every command that edits the content makes one `Plan`, asks `new_problems` what it would break, and
passes it to `storage.edits.carry_out`, which writes all of it or nothing.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from factsheets.content.article import Article
from factsheets.content.edit import SetText, edited
from factsheets.content.tree import Path
from factsheets.dataset.model import file_of
from factsheets.pipeline.check import Outcome, check
from factsheets.pipeline.inputs import Inputs
from factsheets.problems.problem import Problem


@dataclass(frozen=True, slots=True)
class Plan:
    """The new state of files, by path below the project's folder.

    Attributes:
        after: New bytes by path; None deletes the file.
        before: The bytes that the plan was made from; None if there was no file. A file that
            has changed since is not overwritten.
        moved: New path by old path, for renamed files. They keep their mode and owner. Both
            paths are in `after`.
    """

    after: Mapping[str, bytes | None] = field(default_factory=dict)
    before: Mapping[str, bytes | None] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)


def planned(
    files: Mapping[str, bytes],
    after: Mapping[str, bytes | None],
    moved: Mapping[str, str] | None = None,
) -> Plan:
    """The plan for these changes; unchanged files are left out.

    Args:
        files: The files as read (`Inputs.files`, and others that the plan changes).
        after: New bytes by path; None deletes a file.
        moved: New path by old path. A moved file needs an entry in `after` only if it changes.
    """
    whole = dict(after)
    for old, new in (moved or {}).items():
        whole.setdefault(new, whole.get(old) or files[old])
        whole[old] = None
    targets = frozenset((moved or {}).values())  # no file may exist there
    before = {path: None if path in targets else files.get(path) for path in whole}
    changed = {path: data for path, data in whole.items() if before[path] != data}
    return Plan(changed, {path: before[path] for path in changed}, dict(moved or {}))


def new_problems(
    inputs: Inputs,
    plan: Plan,
    today: datetime.date,
    judged: Callable[[Outcome], Outcome] = lambda outcome: outcome,
) -> tuple[Inputs, Outcome, tuple[Problem, ...]]:
    """The content after the plan, its check, and the problems that are new.

    A problem is new if its file has more problems with its code than before; moved files count
    under their new path. If there is one, nothing may be written. `judged` adds checks that are not
    known here.
    """
    files = {**inputs.files, **plan.after}
    left = {path: data for path, data in sorted(files.items()) if data is not None}
    then = Inputs(left, inputs.problems, inputs.static)
    before, after = judged(check(inputs, today)), judged(check(then, today))
    known = Counter(
        (plan.moved.get(each.place.file, each.place.file), each.code) for each in before.problems
    )
    new = []
    for problem in after.problems:
        file_and_code = problem.place.file, problem.code
        if known[file_and_code]:
            known[file_and_code] -= 1
        else:
            new.append(problem)
    return then, after, tuple(new)


def with_moved_paragraphs(
    inputs: Inputs,
    articles: Mapping[str, Article],
    article_id: str,
    moves: Mapping[int, int | None],
) -> tuple[dict[str, bytes], list[tuple[str, Path, int]]]:
    """Update the paragraph numbers wherever an article is cited.

    Returns:
        The changed files, and the file, path and number of each citation that stays as it is,
        because its paragraph has no new number (None in `moves`) or its file cannot be edited.
    """
    found = {}
    left = []
    for key, article in articles.items():
        name = file_of("article", key)
        cited = [(path, at) for path, at in _cited(key, article, article_id) if at in moves]
        new = [(path, moves[at]) for path, at in cited if moves[at] not in {at, None}]
        data = edited(name, inputs.files[name], [SetText(path, str(at)) for path, at in new]).value
        if new and data:
            found[name] = data
        left += [
            (name, path, at)
            for path, at in cited
            if moves[at] is None or (data is None and moves[at] != at)
        ]
    return found, left


def _cited(key: str, article: Article, article_id: str) -> Iterator[tuple[Path, int]]:
    """The citations of an article's paragraphs in its own file, or in another article's."""
    own = key == article_id
    for number, fact in enumerate(article.facts):
        for path, source, each in fact.evidence(key):
            if each.paragraph and source == article_id:
                yield ("facts", number, *path, "paragraph"), each.paragraph
    if own:
        for at, wording in enumerate(article.wording):
            yield ("wording", at, "paragraph"), wording.paragraph
        for at, unused in enumerate(article.unused):
            yield ("unused", at, "paragraph"), unused.paragraph
