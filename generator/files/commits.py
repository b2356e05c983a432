"""The content as commits have it, read from git's store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.files import names
from generator.files.faults import EnvironmentFault, shown
from generator.files.git import UNSHALLOW, Answer, git, refusal, unreadable
from generator.files.reading import snapshot
from generator.pipeline import Inputs
from generator.problem import Problem

_FILES, _LINK, _SUBMODULE = ("100644", "100755"), "120000", "160000"


class Commits:
    """Reads commits of one project; a file that several of them have is read once.

    Args:
        root: The project's folder.
        prefix: Its path below the top of the repository: "" or "folder/".
    """

    def __init__(self, root: Path, prefix: str) -> None:
        self._root = root
        self._prefix = prefix
        self._known: dict[str, bytes] = {}
        self._last: bytes | None = None
        self._names: frozenset[str] | None = None

    def content(self, commit: str) -> Inputs | None:
        """The content of a commit; None where it has none, or the same as the one asked before."""
        prefix = self._prefix
        listing = self._listing(commit, prefix)
        if not listing and (former := self._former_prefix(commit)) is not None:
            prefix = former
            listing = self._listing(commit, prefix)
        if not listing or listing == self._last:
            return None
        self._last = listing
        files: dict[str, bytes] = {}
        problems: list[Problem] = []
        static: list[str] = []
        for folder, named, found in self._parts(prefix, listing, static):
            files |= self._read(folder, commit, named)
            problems += found
        for name in [name for name, data in files.items() if names.is_pointer(data)]:
            del files[name]
            problems.append(names.problem("lfs-pointer", name))
        read = Inputs(dict(sorted(files.items())), tuple(problems), tuple(sorted(static)))
        return read if read.files or read.problems else None

    def _listing(self, commit: str, prefix: str) -> bytes:
        """The entries of the project in a commit; none where it has no content/."""
        found = _tree(self._root, commit, f"{prefix}content", f"{prefix}seeds")
        return found if f"\t{prefix}content".encode() in found else b""

    def _former_prefix(self, commit: str) -> str | None:
        """The folder from which the project moved: the one with most of its files.

        None where no folder that is gone has half of them, or where two have as many.
        """
        if self._names is None:
            self._names = frozenset(snapshot(self._root).files)
        top = self._root.resolve()
        for _ in PurePosixPath(self._prefix).parts:
            top = top.parent
        same: Counter[str] = Counter()
        all_of: Counter[str] = Counter()
        for *_, path in _entries(_tree(self._root, commit)):
            before, found, name = f"/{path}".rpartition("/content/")
            prefix = f"{before[1:]}/" if before else ""
            all_of[prefix] += bool(found)
            same[prefix] += f"content/{name}" in self._names
        moved = [
            (number, prefix)
            for prefix, number in same.items()
            if number * 2 > all_of[prefix] and not (top / prefix / "content").is_dir()
        ]
        moved.sort(reverse=True)
        if not moved or (len(moved) > 1 and moved[0][0] == moved[1][0]):
            return None
        return moved[0][1]

    def _parts(
        self, prefix: str, listing: bytes, static: list[str]
    ) -> Iterator[tuple[Path, dict[str, str], list[Problem]]]:
        """The files of the project and of each submodule that is content.

        Paths of static files are added to `static`; nobody reads the files themselves.
        """
        todo = [(self._root, prefix, "", listing)]
        while todo:
            folder, above, place, entries = todo.pop()
            blobs: dict[str, str] = {}
            problems: list[Problem] = []
            for mode, object_id, path in _entries(entries):
                name = place + path.removeprefix(above)
                parts = name.split("/")
                if parts[:2] == ["content", "static"] and mode in _FILES:
                    static.append("/".join(parts[2:]))
                if parts[:2] == ["content", "static"] or any(map(names.is_hidden, parts)):
                    continue
                if mode == _LINK:
                    problems.append(names.problem("symlink", name))
                elif mode == _SUBMODULE:
                    inside = self._root / name
                    todo.append((inside, "", f"{name}/", _submodule(inside, name, object_id)))
                elif mode in _FILES and names.is_read(PurePosixPath(name)):
                    blobs[name] = object_id
            yield folder, blobs, problems

    def _read(self, folder: Path, commit: str, blobs: dict[str, str]) -> dict[str, bytes]:
        wanted = list(dict.fromkeys(each for each in blobs.values() if each not in self._known))
        self._known |= dict(zip(wanted, _contents(folder, commit, wanted), strict=True))
        return {name: self._known[each] for name, each in blobs.items()}


def _tree(folder: Path, commit: str, *paths: str) -> bytes:
    answer = git(folder, "ls-tree", "-r", "-z", "--full-tree", commit, *paths)
    if not answer.done:
        raise unreadable(folder, commit[:10], answer)
    return answer.out


def _entries(listing: bytes) -> Iterator[tuple[str, str, str]]:
    """Mode, object and path of each entry."""
    for line in filter(None, listing.split(b"\0")):
        particulars, _, path = line.partition(b"\t")
        mode, _, object_id = particulars.decode().split()
        yield mode, object_id, path.decode("utf-8", "replace")


def _submodule(folder: Path, name: str, commit: str) -> bytes:
    """The entries of a submodule's commit."""
    state = git(folder, "rev-parse", "--show-prefix") if folder.is_dir() else None
    if state and not state.done:
        raise refusal(folder, state)
    if state is None or state.line:
        raise EnvironmentFault(
            f"{shown(name)}/ is a submodule that is not checked out, so it cannot be compared. "
            "Run: git submodule update --init (in a workflow of GitHub: submodules: true at "
            "actions/checkout)."
        )
    if not git(folder, "cat-file", "-e", f"{commit}^{{tree}}").done:
        raise EnvironmentFault(
            f"The submodule {shown(name)}/ lacks its commit {commit[:10]}, so it cannot be "
            f"compared. Run: git -C {shown(name)} fetch origin {commit}. If its clone is shallow: "
            f"{UNSHALLOW}"
        )
    return _tree(folder, commit)


def _contents(folder: Path, commit: str, blobs: list[str]) -> Iterator[bytes]:
    if not blobs:
        return
    answer = git(folder, "cat-file", "--batch", given="\n".join(blobs).encode())
    if not answer.done:
        raise unreadable(folder, commit[:10], answer)
    at = 0
    for blob in blobs:
        end = answer.out.index(b"\n", at)
        size = answer.out[at:end].split()[-1]
        if not size.isdigit():
            lacking = Answer(done=False, out=b"", err=f"object {blob} is missing")
            raise unreadable(folder, commit[:10], lacking)
        start = end + 1
        at = start + int(size) + 1
        yield answer.out[start : at - 1]
