"""The edits that change an id everywhere it stands, as a plan for several files."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass, field

from factsheets.content.edit import AddItem, Change, SetText, edited
from factsheets.content.records import Actor, Article, Event, Kind, Topic
from factsheets.content.text import BOM
from factsheets.dataset.model import ADDRESSES, Dataset, Path, Sheets, file_of
from factsheets.dataset.references import references
from factsheets.problems.problem import Checked, Problem
from factsheets.quotes import seeds
from factsheets.site.dead_links import joined
from factsheets.site.page_markup import FOLDER, Link, links
from factsheets.site.views.addresses import MANIFEST

Kinds = tuple[str, ...]
_LINE_END = re.compile("(\r\n|\r|\n)")
_LISTING = frozenset({*ADDRESSES.values(), "facts"})
# What a reference asks for, and the kind of record that it leads to.
_LEADS_TO = {"publisher": "actor", "state": "actor", "question": "topic"}


@dataclass(frozen=True, slots=True)
class Rename:
    """Another id for a record: `kind` is `actor`, `topic`, `event`, `article` or `fact`."""

    kind: str
    old: str
    new: str

    def address(self, name: str) -> str:
        """The address of the record's page, by the old or the new id."""
        folder = "facts" if self.kind == "fact" else ADDRESSES[_kind(self)]
        return f"{folder}/{name}/"


@dataclass(frozen=True, slots=True)
class Renamed:
    """What a rename makes: new bytes by path, and files that move, old path to new."""

    after: Mapping[str, bytes]
    moved: Mapping[str, str] = field(default_factory=dict)


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


def renamed(dataset: Dataset, files: Mapping[str, bytes], rename: Rename) -> Checked[Renamed]:
    """The files with the new id everywhere, links included; comments and layout stay.

    The record keeps its old id at the end of `former_ids`, so that the old address leads to the
    new one. A field that cannot be changed without doubt is a problem, and nothing is made.

    Args:
        dataset: The content, without errors.
        files: Its files by path, and the list of captures where there is one.
        rename: What becomes what.
    """
    after: dict[str, bytes] = {}
    problems: list[Problem] = []
    for file, changes in _changes(dataset, rename).items():
        made = edited(file, files[file], changes)
        problems += made.problems
        if made.value is not None:
            after[file] = made.value
    if problems:
        return Checked(None, tuple(problems))
    for file, data in files.items():
        if file.startswith(FOLDER) and file.endswith(".md"):
            after[file] = _with_links(file, data, rename)
    moved = _moved(files, rename)
    if rename.kind == "article":
        after |= seeds.with_id(files, rename.old, rename.new)
    if MANIFEST in files:
        after[MANIFEST] = _with_address(files[MANIFEST], rename)
    return Checked(Renamed(after, moved))


def _changes(dataset: Dataset, rename: Rename) -> dict[str, list[Change]]:
    """The changes of each file: every reference, the id itself, and the former id."""
    found: dict[str, list[Change]] = {}
    sheets = Sheets(dataset.actors, dataset.topics, dataset.events, dataset.articles)
    for file, listed in references(sheets):
        for what, name, path in listed:
            topic, slash, question = name.partition("/")
            if _LEADS_TO.get(what, what) == rename.kind and topic == rename.old:
                change = SetText(path, f"{rename.new}{slash}{question}")
                found.setdefault(file, []).append(change)
    if rename.kind == "fact":
        statement = dataset.statements[rename.old]
        at: Path = ("facts", statement.index)
        own = found.setdefault(file_of("article", statement.article_id), [])
        own.append(SetText((*at, "id"), rename.new))
        own.append(AddItem((*at, "former_ids"), rename.old, "id"))
    else:
        own = found.setdefault(file_of(_kind(rename), rename.old), [])
        own.append(AddItem(("former_ids",), rename.old))
    return found


def _kind(rename: Rename) -> Kind:
    return rename.kind  # type: ignore[return-value]  # a fact never comes here


def _moved(files: Mapping[str, bytes], rename: Rename) -> dict[str, str]:
    """The record's file, and of an article its capture and text, under their new names."""
    if rename.kind == "fact":
        return {}
    moved = {file_of(_kind(rename), rename.old): file_of(_kind(rename), rename.new)}
    if rename.kind == "article":
        for ending in (".json", ".txt"):
            if f"seeds/{rename.old}{ending}" in files:
                moved[f"seeds/{rename.old}{ending}"] = f"seeds/{rename.new}{ending}"
    return moved


def _with_links(file: str, data: bytes, rename: Rename) -> bytes:
    """A hand-written page, its relative links to the record leading to the new address."""
    lines = _LINE_END.split(data.decode("utf-8-sig"))  # every second one is an end
    found = links(file[len(FOLDER) : -len(".md")], "\n".join(lines[::2]))
    by_start = {(each.place.line, each.place.column): each for each in found}
    for (line, column), link in sorted(by_start.items(), reverse=True):
        before, after = lines[2 * line - 2][: column - 1], lines[2 * line - 2][column - 1 :]
        lines[2 * line - 2] = before + _led_to(link, rename) + after[len(link.address) :]
    return (BOM if data.startswith(BOM) else b"") + "".join(lines).encode()


def _led_to(link: Link, rename: Rename) -> str:
    """The link's address with the new id in the place of the old."""
    path, mark, fragment = link.address.partition("#")
    to = None if ":" in path.partition("/")[0] or path.startswith("/") else joined(link.page, path)
    if to is None:
        return link.address
    if f"{to}/".startswith(rename.address(rename.old)):
        before, found, after = f"/{path}/".rpartition(f"/{rename.old}/")
        path = f"{before}/{rename.new}/{after}"[1:-1] if found else path
    # A statement is a part, named by its id, of each page that lists it.
    if rename.kind == "fact" and to.partition("/")[0] in _LISTING:
        fragment = rename.new if fragment == rename.old else fragment
    return f"{path}{mark}{fragment}"


def _with_address(raw: bytes, rename: Rename) -> bytes:
    """The list of published addresses with the new one where the old one stands in it."""
    lines = raw.decode("utf-8", "surrogateescape").splitlines(keepends=True)
    plain = [line.strip("\ufeff \t\r\n") for line in lines]
    old, new = rename.address(rename.old), rename.address(rename.new)
    if old not in plain or new in plain:
        return raw
    end = "\r\n" if lines[plain.index(old)].endswith("\r\n") else "\n"
    if not lines[-1].endswith("\n"):
        lines[-1] += end
    at = bisect(plain, new)
    if at == 0 and lines[0].startswith("\ufeff"):
        lines[0] = lines[0][1:]
        new = f"\ufeff{new}"
    lines.insert(at, new + end)
    return "".join(lines).encode("utf-8", "surrogateescape")


def _records(dataset: Dataset, kind: str) -> Mapping[str, Actor | Topic | Event | Article]:
    """The records of a kind that has files of its own."""
    records: dict[str, Mapping[str, Actor | Topic | Event | Article]] = {
        "actor": dataset.actors,
        "topic": dataset.topics,
        "event": dataset.events,
        "article": dataset.articles,
    }
    return records[kind]
