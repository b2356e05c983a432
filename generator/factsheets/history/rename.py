"""Change an id everywhere, as a plan for several files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from factsheets.content.edit import AddItem, Change, SetText, edited
from factsheets.content.kinds import PAGE_FOLDERS
from factsheets.content.text import BOM
from factsheets.content.tree import Path
from factsheets.dataset.model import Dataset
from factsheets.dataset.references import LEADS_TO, references
from factsheets.history.states import ALL_KINDS, file_with, former_ids, records
from factsheets.pipeline.addresses import listed_addresses, with_addresses
from factsheets.pipeline.plan import Plan, planned
from factsheets.problems.problem import Checked, Problem
from factsheets.quotes import seeds
from factsheets.site.dead_links import joined
from factsheets.site.page_markup import FOLDER, Link, links
from factsheets.site.views.addresses import MANIFEST

_LINE_END = re.compile("(\r\n|\r|\n)")


@dataclass(frozen=True, slots=True)
class Rename:
    """A new id for a record; `kind` is `actor`, `topic`, `event`, `article` or `fact`."""

    kind: str
    old: str
    new: str

    def address(self, name: str) -> str:
        """The address of the record's page, with the old or the new id."""
        return f"{PAGE_FOLDERS[self.kind]}/{name}/"


def kinds_of(dataset: Dataset, name: str) -> tuple[str, ...]:
    """The kinds of record that have this id: `actor`, `topic`, `event`, `article`, `fact`."""
    return tuple(kind for kind in ALL_KINDS if name in records(kind, dataset))


def is_taken(dataset: Dataset, kind: str, name: str) -> bool:
    """Whether an id is or was in use for this kind; ids are never reused."""
    known = records(kind, dataset)
    return name in known or any(name in former_ids(each) for each in known.values())


def plan_rename(dataset: Dataset, files: Mapping[str, bytes], rename: Rename) -> Checked[Plan]:
    """The files with the new id everywhere, including links; comments and layout stay.

    The record keeps its old id at the end of `former_ids`, so that the old address redirects to the
    new one. If a field cannot be changed safely, that is a problem, and there is no plan.

    Args:
        dataset: The content, without errors.
        files: Its files by path, and the list of captures if there is one.
        rename: The old and the new id.
    """
    after: dict[str, bytes] = {}
    problems: list[Problem] = []
    for file, changes in _changes(dataset, rename).items():
        result = edited(file, files[file], changes)
        problems += result.problems
        if result.value is not None:
            after[file] = result.value
    if problems:
        return Checked(None, tuple(problems))
    for file, data in files.items():
        if file.startswith(FOLDER) and file.endswith(".md"):
            after[file] = _with_links(file, data, rename)
    if rename.kind == "article":
        after |= seeds.renamed_row(files, rename.old, rename.new)
    manifest = files.get(MANIFEST, b"")
    if rename.address(rename.old) in listed_addresses(manifest):
        after[MANIFEST] = with_addresses(manifest, [rename.address(rename.new)])
    return Checked(planned(files, after, _moved(dataset, files, rename)))


def _changes(dataset: Dataset, rename: Rename) -> dict[str, list[Change]]:
    """The changes of each file: every reference, the id itself, and the former id."""
    found: dict[str, list[Change]] = {}
    for file, listed in references(dataset):
        for what, name, path in listed:
            topic, slash, question = name.partition("/")
            if LEADS_TO.get(what, what) == rename.kind and topic == rename.old:
                change = SetText(path, f"{rename.new}{slash}{question}")
                found.setdefault(file, []).append(change)
    record = records(rename.kind, dataset)[rename.old]
    own = found.setdefault(file_with(rename.kind, rename.old, record), [])
    if rename.kind == "fact":
        at: Path = ("facts", record.index)
        own.append(SetText((*at, "id"), rename.new))
        own.append(AddItem((*at, "former_ids"), rename.old, "id"))
    else:
        own.append(AddItem(("former_ids",), rename.old))
    return found


def _moved(dataset: Dataset, files: Mapping[str, bytes], rename: Rename) -> dict[str, str]:
    """Move the record's file; for an article, also its capture and text."""
    if rename.kind == "fact":
        return {}
    record = records(rename.kind, dataset)[rename.old]
    old, new = (file_with(rename.kind, name, record) for name in (rename.old, rename.new))
    moved = {old: new}
    if rename.kind == "article":
        for ending in (".json", ".txt"):
            if f"seeds/{rename.old}{ending}" in files:
                moved[f"seeds/{rename.old}{ending}"] = f"seeds/{rename.new}{ending}"
    return moved


def _with_links(file: str, data: bytes, rename: Rename) -> bytes:
    """A hand-written page whose relative links to the record use the new address."""
    lines = _LINE_END.split(data.decode("utf-8-sig"))  # every second one is a line end
    found = links(file[len(FOLDER) : -len(".md")], "\n".join(lines[::2]))
    by_start = {(each.place.line, each.place.column): each for each in found}
    for (line, column), link in sorted(by_start.items(), reverse=True):
        before, after = lines[2 * line - 2][: column - 1], lines[2 * line - 2][column - 1 :]
        address = _new_link(link, rename)
        lines[2 * line - 2] = before + address + after[len(link.address) :]
    return (BOM if data.startswith(BOM) else b"") + "".join(lines).encode()


def _new_link(link: Link, rename: Rename) -> str:
    """The link's address with the new id instead of the old."""
    path, mark, fragment = link.address.partition("#")
    is_relative = ":" not in path.partition("/")[0] and not path.startswith("/")
    target = joined(link.page, path) if is_relative else None
    if target is None:
        return link.address
    if f"{target}/".startswith(rename.address(rename.old)):
        before, found, after = f"/{path}/".rpartition(f"/{rename.old}/")
        path = f"{before}/{rename.new}/{after}"[1:-1] if found else path
    # On each page that lists it, a statement is a section named by its id.
    if rename.kind == "fact" and target.partition("/")[0] in PAGE_FOLDERS.values():
        fragment = rename.new if fragment == rename.old else fragment
    return f"{path}{mark}{fragment}"
