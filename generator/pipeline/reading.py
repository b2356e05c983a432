"""One record's file -> its record, its ties and its problems."""

from __future__ import annotations

from generator.dataset import ties_of
from generator.dataset.model import FOLDERS, file_of
from generator.pipeline.memory import Sheet
from generator.problem import Problem
from generator.schema import Article, Kind
from generator.source import Tree, read
from generator.validate import fitting, record

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
        return Sheet(digest, None, tree.problems, quick=False)
    quick = tree.value.exact is not None
    checked = record(kind, tree.value)
    made = checked.value
    if made is None:
        if other := fitting(kind, tree.value):
            return Sheet(digest, None, (_misplaced(name, other, tree.value),), quick, other)
        return Sheet(digest, None, (*tree.problems, *checked.problems), quick)
    problems = (*tree.problems, *checked.problems)
    lines: tuple[int, ...] = ()
    if isinstance(made, Article):
        lines = tuple(tree.value.place(("facts", n)).line for n in range(len(made.facts)))
    return Sheet(digest, ties_of(record_id, made), problems, quick, record=made, lines=lines)


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
