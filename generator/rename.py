"""An id changed everywhere it stands: texts in, edited texts and moved files out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.dataset import Dataset, Locate, Sheets
from generator.dataset.model import file_of
from generator.dataset.references import references
from generator.problem import Place
from generator.schema import Actor, Article, Event, Kind, Topic

Kinds = tuple[str, ...]
# What a reference asks for, and the kind of record that it leads to.
_LEADS_TO = {"publisher": "actor", "state": "actor", "question": "topic"}


@dataclass(frozen=True, slots=True)
class Renamed:
    """What a rename makes: whole new texts by file, and files that move, old path to new."""

    texts: Mapping[str, str]
    moves: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Edit:
    """A text to be put in the place of another, within one line."""

    place: Place
    old: str
    new: str


def kinds_of(dataset: Dataset, name: str) -> Kinds:
    """The kinds of record that have this id: `actor`, `topic`, `event`, `article`, `fact`."""
    known: dict[str, Mapping[str, object]] = {
        "actor": dataset.actors,
        "topic": dataset.topics,
        "event": dataset.events,
        "article": dataset.articles,
        "fact": dataset.statements,
    }
    return tuple(kind for kind, records in known.items() if name in records)


def is_taken(dataset: Dataset, kind: str, name: str) -> bool:
    """Whether an id is or was in use for this kind: ids are never used again."""
    if kind in kinds_of(dataset, name):
        return True
    if kind == "fact":
        return any(name in each.fact.former_ids for each in dataset.statements.values())
    records = _records(dataset, kind)
    return any(name in each.former_ids for each in records.values())


def renamed(
    dataset: Dataset, files: Mapping[str, bytes], locate: Locate, kind: str, names: tuple[str, str]
) -> Renamed:
    """The content with `names[0]` called `names[1]` everywhere; comments and layout stay.

    The record keeps its old id under `former_ids`, so that its old address leads to the new one.
    """
    old, new = names
    edits = [
        Edit(locate(file, path), old, new)
        for file, listed in references(_sheets(dataset))
        for found, name, path in listed
        if _LEADS_TO.get(found, found) == kind and name.partition("/")[0] == old
    ]
    if kind == "fact":
        statement = dataset.statements[old]
        file = file_of("article", statement.article_id)
        at = ("facts", statement.index)
        edits.append(Edit(locate(file, (*at, "id")), old, new))
        texts = _edited(files, edits)
        former = locate(file, (*at, "former_ids")) if statement.fact.former_ids else None
        here = locate(file, (*at, "id"))
        return Renamed(texts | {file: _with_former(texts[file], former, here, old)}, {})
    return _moved(dataset, files, locate, (kind, old, new), edits)


def _moved(
    dataset: Dataset,
    files: Mapping[str, bytes],
    locate: Locate,
    which: tuple[str, str, str],
    edits: list[Edit],
) -> Renamed:
    kind, old, new = which
    known: Kind = kind  # type: ignore[assignment]  # a fact never comes here
    file = file_of(known, old)
    texts = _edited(files, edits)
    text = texts.get(file, files[file].decode())
    former = locate(file, ("former_ids",)) if _records(dataset, kind)[old].former_ids else None
    texts[file] = _with_former(text, former, None, old)
    moves = {file: file_of(known, new)}
    if kind == "article":
        captures = (f"seeds/{old}.json", f"seeds/{old}.txt")
        moves |= {path: path.replace(old, new) for path in captures if path in files}
    return Renamed(texts, moves)


def _records(dataset: Dataset, kind: str) -> Mapping[str, Actor | Topic | Event | Article]:
    """The records of a kind that has files of its own."""
    records: dict[str, Mapping[str, Actor | Topic | Event | Article]] = {
        "actor": dataset.actors,
        "topic": dataset.topics,
        "event": dataset.events,
        "article": dataset.articles,
    }
    return records[kind]


def _sheets(dataset: Dataset) -> Sheets:
    return Sheets(dataset.actors, dataset.topics, dataset.events, dataset.articles)


def _edited(files: Mapping[str, bytes], edits: list[Edit]) -> dict[str, str]:
    """The texts with all edits made, the last of a line first, so that columns stay true."""
    texts: dict[str, str] = {}
    by_file: dict[str, set[Edit]] = {}
    for edit in edits:
        by_file.setdefault(edit.place.file, set()).add(edit)
    for file, found in by_file.items():
        lines = files[file].decode().split("\n")
        for edit in sorted(found, key=lambda each: each.place, reverse=True):
            row = edit.place.line - 1
            start, end = edit.place.column - 1, edit.place.end_column - 1
            value = lines[row][start:end].replace(edit.old, edit.new, 1)
            lines[row] = lines[row][:start] + value + lines[row][end:]
        texts[file] = "\n".join(lines)
    return texts


def _with_former(text: str, former: Place | None, behind: Place | None, old: str) -> str:
    """The text with the old id among `former_ids`: added to the list, or to a new line.

    `behind` is the place of the fact's id, whose line the new one follows; None for a record that
    is a file of its own.
    """
    lines = text.split("\n")
    if former is not None:
        row = former.line - 1
        value = lines[row][former.column - 1 :]
        if value.startswith("["):
            lines[row] = f"{lines[row][: former.column]}{old}, {value[1:]}"
        else:
            indent = " " * (len(lines[row]) - len(lines[row].lstrip(" ")))
            lines.insert(row, f"{indent}- {old}")
        return "\n".join(lines)
    if behind is None:
        head = text if text.endswith("\n") else text + "\n"
        return f"{head}former_ids: [{old}]\n"
    row = behind.line - 1
    lines.insert(row + 1, f"{' ' * lines[row].index('id:')}former_ids: [{old}]")
    return "\n".join(lines)
