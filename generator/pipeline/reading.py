"""One record's file -> its record, its ties and its problems."""

from __future__ import annotations

from generator.dataset import Removal, ties_of
from generator.dataset.model import FOLDERS, file_of
from generator.pipeline.memory import Sheet
from generator.problem import Checked, Problem
from generator.schema import Article, Kind, RemovedArticle
from generator.source import Tree, read
from generator.validate import fitting, is_removed, record, removed

KIND_OF: dict[str, Kind] = {folder: kind for kind, folder in FOLDERS.items()}
"""The kind of the records in a folder."""


def kind_and_id(name: str) -> tuple[Kind, str]:
    """The kind and the id of the record in a file."""
    folder, _, file = name.rpartition("/")
    return KIND_OF[folder], file.removesuffix(".yaml")


def read_file(name: str, data: bytes, digest: bytes) -> Sheet:
    """Reads and validates one record's file."""
    kind, record_id = kind_and_id(name)
    tree = read(name, data)
    if tree.value is None:
        return Sheet(digest, None, tree.problems)
    if is_removed(tree.value):
        return _removed(kind, record_id, tree, digest)
    checked = record(kind, tree.value)
    made = checked.value
    if made is None:
        if other := fitting(kind, tree.value):
            return Sheet(digest, None, (_misplaced(name, other, tree.value),), other)
        return Sheet(digest, None, (*tree.problems, *checked.problems))
    problems = (*tree.problems, *checked.problems)
    lines: tuple[int, ...] = ()
    if isinstance(made, Article):
        lines = tuple(tree.value.place(("facts", n)).line for n in range(len(made.facts)))
    return Sheet(digest, ties_of(record_id, made), problems, record=made, lines=lines)


def _removed(kind: Kind, record_id: str, tree: Checked[Tree], digest: bytes) -> Sheet:
    """What is left of a removed record and its facts."""
    if tree.value is None:
        raise ValueError("a removed record has a tree")
    found = removed(kind, tree.value)
    problems, made = (*tree.problems, *found.problems), found.value
    if made is None:
        return Sheet(digest, None, problems)
    own = Removal(kind, record_id, made.date, made.reason, made.former_ids)
    facts = made.facts if isinstance(made, RemovedArticle) else ()
    of_facts = (Removal("fact", f.id, f.date, f.reason, f.former_ids) for f in facts)
    return Sheet(digest, None, problems, removed=(own, *of_facts))


def _misplaced(name: str, kind: Kind, tree: Tree) -> Problem:
    """The one thing that is wrong with a right file in the folder of another kind."""
    return Problem(
        "wrong-folder",
        f"By its fields this is the file of an {kind}."
        if kind[0] in "aeiou"
        else f"By its fields this is the file of a {kind}.",
        tree.first_key_place(()),
        f"Move it to {file_of(kind, kind_and_id(name)[1])}",
    )
