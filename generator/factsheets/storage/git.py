"""Run git, and explain its errors in plain words."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from factsheets.storage.faults import EnvironmentFault, shown

UNSHALLOW = (
    "Fetch the whole history: git fetch --unshallow (in a GitHub workflow: fetch-depth: 0 for "
    "actions/checkout)."
)
_SECONDS = 120
# Git hooks set these; git would read another repository than the project's.
_OF_ANOTHER_REPOSITORY = frozenset(
    f"GIT_{name}"
    for name in (
        "ALTERNATE_OBJECT_DIRECTORIES",
        "COMMON_DIR",
        "DIR",
        "GRAFT_FILE",
        "INDEX_FILE",
        "NAMESPACE",
        "OBJECT_DIRECTORY",
        "PREFIX",
        "SHALLOW_FILE",
        "WORK_TREE",
    )
)
_SETTINGS = {
    "LC_ALL": "C",  # The program reads git's messages, so they must be in English.
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM": "1",  # Only the project may be mounted.
}
_TRUST = re.compile(r"git config --global --add safe\.directory .+")
_TOO_NEW = re.compile(r"repository extension|Expected git repo version|repositoryformatversion")


class NoRepository(EnvironmentFault):
    """The project is not in a git repository."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The output of git, and whether it succeeded."""

    done: bool
    out: bytes
    err: str

    @property
    def line(self) -> str:
        """The output as one line of text."""
        return os.fsdecode(self.out.removesuffix(b"\n"))

    @property
    def reason(self) -> str:
        """The line in which git gives its reason."""
        lines = [line.strip() for line in self.err.splitlines() if line.strip()]
        marked = [line for line in lines if line.startswith(("fatal:", "error:"))]
        said = (marked or lines or ["no reason given"])[0]
        return shown(re.sub(r"^(fatal|error): ", "", said)).rstrip(".")


def git(folder: Path, *arguments: str, given: bytes = b"", trusted: bool = False) -> Answer:
    """Run git in the repository of a folder.

    Args:
        folder: The folder to run it in.
        arguments: The command and its arguments.
        given: The standard input.
        trusted: Whether to read a repository of another owner. Only for commands that run the
            project's own `mkdocs.yml` anyway.

    Raises:
        EnvironmentFault: git is missing, or does not answer in time.
    """
    kept = {key: each for key, each in os.environ.items() if key not in _OF_ANOTHER_REPOSITORY}
    trust = ("-c", "safe.directory=*") if trusted else ()
    command = ["git", "-C", os.fspath(folder), *trust, *arguments]
    try:
        done = subprocess.run(
            command,
            input=given,
            capture_output=True,
            env={**kept, **_SETTINGS},
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise EnvironmentFault(
            f"git {arguments[0]} did not answer within {_SECONDS} seconds. A partial clone "
            "fetches missing files one by one: first fetch them all with git fetch --refetch "
            "--no-filter, or clone without --filter."
        ) from error
    except FileNotFoundError as error:
        raise EnvironmentFault(
            "git was not found, so the history cannot be read. Install git (https://git-scm.com) "
            "and check that it is on the PATH."
        ) from error
    except OSError as error:
        raise EnvironmentFault(f"git could not be started: {error.strerror}.") from error
    return Answer(done.returncode == 0, done.stdout, done.stderr.decode("utf-8", "replace"))


def refusal(folder: Path, answer: Answer) -> EnvironmentFault:
    """Why git does not read the repository of a folder, and what to do."""
    said = answer.err
    if trust := _TRUST.search(said):
        return EnvironmentFault(
            "git refuses to read this repository, because its folder belongs to another user. If "
            f"you trust it, run: {shown(trust[0])}"
        )
    if "not a git repository" in said:
        return _no_repository(folder, answer)
    if _TOO_NEW.search(said):
        return EnvironmentFault(
            f"This version of git is too old for the repository ({answer.reason}). Update git."
        )
    return EnvironmentFault(f"git refuses: {answer.reason}.")


def unreadable(folder: Path, name: str, answer: Answer) -> EnvironmentFault:
    """Why git cannot read the files of a commit, and what to do."""
    partial = git(folder, "config", "--get-regexp", r"^remote\..*\.promisor$", trusted=True)
    if partial.line:
        return EnvironmentFault(
            f"This clone is partial: it lacks files of {shown(name)}, and git could not fetch "
            f"them ({answer.reason}). Try again with a network, or clone without --filter."
        )
    return EnvironmentFault(
        f"git could not read all of {shown(name)} ({answer.reason}). The repository may be "
        "damaged: run git fsck, or clone again."
    )


def _no_repository(folder: Path, answer: Answer) -> EnvironmentFault:
    top = repository_folder(folder)
    if top is None:
        ignored = " GIT_DIR is set, but ignored." if "GIT_DIR" in os.environ else ""
        return NoRepository(
            f"There is no git history: {shown(folder)} is not in a repository.{ignored} Compare "
            "with a folder instead (facts diff FOLDER), or create a repository: git init."
        )
    place = top / ".git"
    if place.is_file():
        return EnvironmentFault(
            f"{shown(place)} refers to a repository that is not there ({answer.reason}). A work "
            "tree or a submodule needs the repository that it was made from."
        )
    return EnvironmentFault(
        f"{shown(place)} is not a repository that git can read ({answer.reason}). It may be "
        "damaged: clone again."
    )


def repository_folder(folder: Path) -> Path | None:
    """The top of a folder's work tree, found without git."""
    here = folder.resolve()
    return next((each for each in (here, *here.parents) if (each / ".git").exists()), None)
