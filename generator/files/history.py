"""Revisions of the content: the one that pages name, and those to compare with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.files.commits import Commits
from generator.files.faults import EnvironmentFault, shown
from generator.files.git import (
    UNSHALLOW,
    Answer,
    NoRepository,
    git,
    refusal,
    repository_folder,
    unreadable,
)
from generator.pipeline import Inputs

_COMMIT = re.compile(r"[0-9a-f]{40,64}")
_NO_COMMIT = "bad revision 'HEAD'"


@dataclass(frozen=True, slots=True)
class Version:
    """The commit that citations name; `note` says why there is none, or why it may be too new.

    A project that is in no repository, or not committed yet, has no version and no note.
    """

    commit: str | None = None
    note: str = ""


def version(root: Path) -> Version:
    """The last commit that changed the content.

    Commits that change none of it do not count, so that they change no page. Who asks runs the
    project's own `mkdocs.yml`, so a repository of another owner is read, too.
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
        "The version on the pages may be newer than the last change of the content: this clone "
        f"is shallow. {UNSHALLOW}"
    )
    return Version(answer.line or None, note if shallow else "")


def _no_version(root: Path, answer: Answer) -> Version:
    state = git(root, "rev-parse", "--is-inside-work-tree", trusted=True)
    fault = unreadable(root, "HEAD", answer) if state.done else refusal(root, state)
    if isinstance(fault, NoRepository) or (state.done and _NO_COMMIT in answer.err):
        return Version()
    return _without(fault)


def _without(fault: EnvironmentFault) -> Version:
    return Version(None, f"The pages name no version. {fault}")


def _is_boundary(root: Path, commit: str) -> bool:
    """Whether a commit is the oldest one of a shallow clone."""
    parent = git(root, "rev-parse", "--verify", "--quiet", f"{commit}^", trusted=True)
    return not parent.done and _is_shallow(root, trusted=True)


def past(root: Path, name: str) -> Inputs:
    """The content at a revision: what `snapshot` would have read then."""
    return next(and_before(root, name))


def and_before(root: Path, name: str) -> Iterator[Inputs]:
    """The content at a revision, then at each commit before it that has other content.

    Of a merge, the first parent is followed. Where a shallow clone ends, an `EnvironmentFault`
    says what is missing.
    """
    prefix = _prefix(root)
    commit = _commit(root, name)
    commits = Commits(root, prefix)
    first = commits.content(commit)
    if first is None:
        raise EnvironmentFault(
            f"{shown(prefix)}content/ is not in {shown(name)}, so there is nothing to compare "
            "with. If the project had another folder then, check that revision out (git worktree "
            f"add ../base {shown(name)}), and name the project's folder in ../base."
        )
    yield first
    listed = git(root, "rev-list", "--first-parent", "--skip=1", commit)
    if not listed.done:
        raise unreadable(root, name, listed)
    yield from filter(None, map(commits.content, listed.line.split()))
    if _is_shallow(root):
        raise EnvironmentFault(
            f"The content at {shown(name)} cannot be read whole, and the commits before it are "
            f"not in this shallow clone. {UNSHALLOW}"
        )


def _prefix(root: Path) -> str:
    """The project's folder below the top of its repository: "" or "folder/"."""
    answer = git(root, "rev-parse", "--is-inside-work-tree", "--show-prefix")
    inside, _, prefix = answer.line.partition("\n")
    if not answer.done:
        raise refusal(root, answer)
    if inside != "true":
        raise EnvironmentFault(
            f"{shown(root)} lies in a bare repository, or in a folder .git, where no files are "
            "checked out. Clone the repository, and work in the clone."
        )
    return prefix


def _commit(root: Path, name: str) -> str:
    """The commit that a name means."""
    answer = git(root, "rev-parse", "--verify", f"{name}^{{commit}}") if name[:1] != "-" else None
    if answer and re.search("only (goes back|has)", answer.err):
        raise EnvironmentFault(
            f'What "{shown(name)}" was is not recorded in this clone ({answer.reason}). '
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
    """Why git knows no commit of a name."""
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
            f"{unknown}: the repository has no commit yet. Commit the content first, then edit it."
        )
    remote = git(root, "for-each-ref", "--format=%(refname:short)", f"refs/remotes/*/{name}").line
    if remote:
        return EnvironmentFault(f"{unknown}. Name {shown(remote.split()[0])}, which it knows.")
    return EnvironmentFault(
        f"{unknown}. Name a branch, a tag or a commit, as in: facts diff main. "
        "What only the server has is fetched first: git fetch origin NAME"
    )


def _is_shallow(root: Path, *, trusted: bool = False) -> bool:
    return git(root, "rev-parse", "--is-shallow-repository", trusted=trusted).line == "true"
