"""Read the content of commits, and the version that citations name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from factsheets.pipeline.inputs import Inputs
from factsheets.problems.problem import Problem
from factsheets.storage import file_names
from factsheets.storage.faults import EnvironmentFault, shown
from factsheets.storage.git import (
    UNSHALLOW,
    Answer,
    NoRepository,
    git,
    refusal,
    repository_folder,
    unreadable,
)
from factsheets.storage.snapshot import snapshot

_FILES, _LINK, _SUBMODULE = ("100644", "100755"), "120000", "160000"


class Commits:
    """Reads the content of commits of one project.

    Args:
        root: The project's folder.
        prefix: Its path below the top of the repository: "" or "folder/".
    """

    def __init__(self, root: Path, prefix: str) -> None:
        self._root = root
        self._prefix = prefix
        self._last: bytes | None = None
        self._names: frozenset[str] | None = None

    def content(self, commit: str) -> Inputs | None:
        """The content of a commit, None if it has none or the same as the last one read."""
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
            files |= dict(zip(named, _contents(folder, commit, [*named.values()]), strict=True))
            problems += found
        for name in [name for name, data in files.items() if file_names.is_pointer(data)]:
            del files[name]
            problems.append(file_names.problem("lfs-pointer", name))
        read = Inputs(dict(sorted(files.items())), tuple(problems), tuple(sorted(static)))
        return read if read.files or read.problems else None

    def _listing(self, commit: str, prefix: str) -> bytes:
        """The entries of the project in a commit; none if it has no content/."""
        found = _tree(self._root, commit, f"{prefix}content", f"{prefix}seeds")
        return found if f"\t{prefix}content".encode() in found else b""

    def _former_prefix(self, commit: str) -> str | None:
        """The folder that the project was in before it moved: the one with most of its files.

        None if no folder that is gone has half of them, or if two have as many.
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
        """The files of the project and of each submodule in it.

        Paths of static files are added to `static`; the files themselves are not read.
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
                if parts[:2] == ["content", "static"] or any(map(file_names.is_hidden, parts)):
                    continue
                if mode == _LINK:
                    problems.append(file_names.problem("symlink", name))
                elif mode == _SUBMODULE:
                    inside = self._root / name
                    todo.append((inside, "", f"{name}/", _submodule(inside, name, object_id)))
                elif mode in _FILES and file_names.is_read(PurePosixPath(name)):
                    blobs[name] = object_id
            yield folder, blobs, problems


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
            "Run: git submodule update --init (in a GitHub workflow: submodules: true for "
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


_COMMIT = re.compile(r"[0-9a-f]{40,64}")
_NO_COMMIT = "bad revision 'HEAD'"


@dataclass(frozen=True, slots=True)
class Version:
    """The commit that citations name; `note` says why there is none, or why it may be too new.

    A project without a repository or a commit has neither.
    """

    commit: str | None = None
    note: str = ""


def version(root: Path) -> Version:
    """The last commit that changed the content.

    Other commits do not count, so that they change no page. A repository of another owner is read,
    too, because the callers run the project's own `mkdocs.yml` anyway.
    """
    try:
        answer = git(
            root, "rev-list", "--max-count=1", "HEAD", "--", "content", "seeds", trusted=True
        )
        if not answer.done:
            return _no_version(root, answer)
        shallow = answer.line and _is_boundary(root, answer.line)
    except EnvironmentFault as fault:  # git is missing, or too slow.
        return _without(fault) if repository_folder(root) else Version()
    note = (
        "The version on the pages may be newer than the last change of the content, because this "
        f"clone is shallow. {UNSHALLOW}"
    )
    return Version(answer.line or None, note if shallow else "")


def _no_version(root: Path, answer: Answer) -> Version:
    state = git(root, "rev-parse", "--is-inside-work-tree", trusted=True)
    fault = unreadable(root, "HEAD", answer) if state.done else refusal(root, state)
    if isinstance(fault, NoRepository) or (state.done and _NO_COMMIT in answer.err):
        return Version()
    return _without(fault)


def _without(fault: EnvironmentFault) -> Version:
    return Version(None, f"The pages show no version. {fault}")


def _is_boundary(root: Path, commit: str) -> bool:
    """Whether a commit is the oldest one of a shallow clone."""
    parent = git(root, "rev-parse", "--verify", "--quiet", f"{commit}^", trusted=True)
    return not parent.done and _is_shallow(root, trusted=True)


def content_at(root: Path, name: str) -> Iterator[Inputs]:
    """The content at a revision, then at each earlier commit with different content.

    Of a merge, the first parent is followed. Raises `EnvironmentFault` if a shallow clone ends too
    early.
    """
    prefix = _prefix(root)
    commit = _commit(root, name)
    commits = Commits(root, prefix)
    first = commits.content(commit)
    if first is None:
        raise EnvironmentFault(
            f"{shown(prefix)}content/ is not in {shown(name)}, so there is nothing to compare "
            "with. If the project was in another folder then, check that revision out (git "
            f"worktree add ../base {shown(name)}), and name the project's folder in ../base."
        )
    yield first
    listed = git(root, "rev-list", "--first-parent", "--skip=1", commit)
    if not listed.done:
        raise unreadable(root, name, listed)
    yield from filter(None, map(commits.content, listed.line.split()))
    if _is_shallow(root):
        raise EnvironmentFault(
            f"Some content at {shown(name)} cannot be read, and the commits before it are not in "
            f"this shallow clone. {UNSHALLOW}"
        )


def _prefix(root: Path) -> str:
    """The project's folder below the top of its repository: "" or "folder/"."""
    answer = git(root, "rev-parse", "--is-inside-work-tree", "--show-prefix")
    inside, _, prefix = answer.line.partition("\n")
    if not answer.done:
        raise refusal(root, answer)
    if inside != "true":
        raise EnvironmentFault(
            f"{shown(root)} is in a bare repository, or in a folder .git, where no files are "
            "checked out. Clone the repository and work in the clone."
        )
    return prefix


def _commit(root: Path, name: str) -> str:
    """The commit with this name."""
    answer = git(root, "rev-parse", "--verify", f"{name}^{{commit}}") if name[:1] != "-" else None
    if answer and re.search("only (goes back|has)", answer.err):
        raise EnvironmentFault(
            f'This clone does not record what "{shown(name)}" was ({answer.reason}). '
            "Name a commit, a branch or a tag."
        )
    if answer and "is ambiguous" in answer.err:
        raise EnvironmentFault(
            f'"{shown(name)}" does not name one commit ({answer.reason}). Write refs/heads/NAME '
            "for a branch, refs/tags/NAME for a tag, or more digits of the commit."
        )
    if answer and answer.done and _COMMIT.fullmatch(answer.line):
        return answer.line
    raise _unknown(root, name, answer)


def _unknown(root: Path, name: str, answer: Answer | None) -> EnvironmentFault:
    """Why git cannot find a commit with this name."""
    unknown = f'git knows no revision "{shown(name)}" here'
    if answer and re.search("[Cc]ould not|unable to|bad object|corrupt", answer.err):
        return unreadable(root, name, answer)
    if _is_shallow(root):
        return EnvironmentFault(f"{unknown}: this clone is shallow. {UNSHALLOW}")
    any_commit = git(root, "rev-list", "--max-count=1", "--all")
    if not any_commit.done:
        return unreadable(root, name, any_commit)
    if not any_commit.line:
        return EnvironmentFault(
            f"{unknown}: the repository has no commits yet. Commit the content first, then edit it."
        )
    remote = git(root, "for-each-ref", "--format=%(refname:short)", f"refs/remotes/*/{name}").line
    if remote:
        return EnvironmentFault(f"{unknown}. Name {shown(remote.split()[0])}, which git knows.")
    return EnvironmentFault(
        f"{unknown}. Name a branch, a tag or a commit, as in: facts diff main. If only the server "
        "has it, fetch it first: git fetch origin NAME"
    )


def _is_shallow(root: Path, *, trusted: bool = False) -> bool:
    return git(root, "rev-parse", "--is-shallow-repository", trusted=trusted).line == "true"
