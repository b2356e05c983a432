"""One record's file -> its record, its ties and its problems."""

from __future__ import annotations

from generator.dataset import Record, ties_of
from generator.dataset.model import FOLDERS, file_of
from generator.pipeline.memory import Read, Sheet
from generator.problem import Problem
from generator.schema import Article, Kind
from generator.source import Tree, read
from generator.validate import fitting, record, value

KIND_OF: dict[str, Kind] = {folder: kind for kind, folder in FOLDERS.items()}
"""The kind of the records in a folder."""


def kind_and_id(name: str) -> tuple[Kind, str]:
    """The kind and the id of the record in a file."""
    folder, _, file = name.rpartition("/")
    return KIND_OF[folder], file.removesuffix(".yaml")


def read_file(name: str, data: bytes, digest: bytes) -> tuple[Sheet, Read | None]:
    """What a file of a record's folder alone gives; None where it has no record."""
    kind, record_id = kind_and_id(name)
    tree = read(name, data)
    if tree.value is None:
        return Sheet(digest, None, tree.problems, quick=False), None
    quick = tree.value.exact is not None
    checked = record(kind, tree.value)
    made = checked.value
    if made is None:
        other = fitting(kind, tree.value)
        problems = (_misplaced(name, other, tree.value),) if other else checked.problems
        problems = problems if other else (*tree.problems, *problems)
        return Sheet(digest, None, problems, quick, other), None
    problems = (*tree.problems, *checked.problems)
    return Sheet(digest, ties_of(record_id, made), problems, quick), _with_lines(made, tree.value)


def read_record(name: str, data: bytes) -> Read:
    """The record of a file that is known to have one; what is wrong in it is known too."""
    tree = read(name, data).value
    if tree is None:
        raise KeyError(name)
    return _with_lines(value(kind_and_id(name)[0], tree), tree)


def _with_lines(made: Record, tree: Tree) -> Read:
    lines: tuple[int, ...] = ()
    if isinstance(made, Article):
        lines = tuple(tree.place(("facts", n)).line for n in range(len(made.facts)))
    return Read(made, lines)


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
