"""What git knows of the project; everything else works without it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.files import names
from generator.files.faults import EnvironmentFault
from generator.pipeline import Inputs

_FAR = 20
_READ = ("content", "seeds")
_PLACE_OF_MODE = {"100644", "100755"}


def revision(root: Path) -> str | None:
    """The revision since which the content is as it is in the one that is checked out.

    None where there is no git, or no history of the content. Commits that change none of it do
    not count, so that they change no page; of a clone without its history, the newest is taken.
    """
    if not _is_top(root):
        return None
    answer = _git(root, "rev-list", "--max-count=1", "HEAD", "--", *_READ)
    return answer.decode().strip() if answer else None


def past(root: Path, name: str) -> Inputs:
    """The content as it stood at a revision: what `snapshot` would have read then."""
    return _content(root, _commit(root, name))


def and_before(root: Path, name: str) -> Iterator[Inputs]:
    """The content at a revision, then at each revision before it, by first parents."""
    commit = _commit(root, name)
    yield _content(root, commit)
    listed = _git(root, "rev-list", "--first-parent", f"--max-count={_FAR}", f"{commit}^") or b""
    for earlier in listed.decode().split():
        yield _content(root, earlier)


def _commit(root: Path, name: str) -> str:
    if not _is_top(root):
        raise EnvironmentFault("There is no git history here, so there is nothing to compare with.")
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if not found:
        raise EnvironmentFault(
            f'git knows no revision "{name}" here. '
            "Name a branch, a tag or a commit: facts diff main."
        )
    return found.decode().strip()


def _content(root: Path, commit: str) -> Inputs:
    listing = _git(root, "ls-tree", "-r", "-z", "--full-tree", commit, *_READ) or b""
    wanted = dict(sorted(_blobs(listing)))
    return Inputs(dict(zip(wanted, _contents(root, list(wanted.values())), strict=True)))


def _blobs(listing: bytes) -> Iterator[tuple[str, str]]:
    for line in filter(None, listing.split(b"\0")):
        particulars, _, path = line.partition(b"\t")
        mode, *_, blob = particulars.decode().split()
        name = path.decode("utf-8", "replace")
        if mode in _PLACE_OF_MODE and names.is_read(PurePosixPath(name)):
            yield name, blob


def _contents(root: Path, blobs: list[str]) -> Iterator[bytes]:
    answer = _git(root, "cat-file", "--batch", given="\n".join(blobs).encode()) if blobs else b""
    at = 0
    for _ in blobs:
        end = (answer or b"").index(b"\n", at)
        size = int((answer or b"")[at:end].split()[2])
        yield (answer or b"")[end + 1 : end + 1 + size]
        at = end + 1 + size + 1


def _is_top(root: Path) -> bool:
    """Whether this folder is a work tree of its own, not one inside a stranger's."""
    answer = _git(root, "rev-parse", "--show-toplevel")
    return answer is not None and Path(os.fsdecode(answer.rstrip(b"\n"))) == root.resolve()


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What git prints, None where it is missing or refuses."""
    # Variables such as GIT_DIR, set while a hook runs, would point git to another repository.
    surroundings = {key: value for key, value in os.environ.items() if key[:4] != "GIT_"}
    command = ["git", "-C", os.fspath(root), *arguments]
    try:
        done = subprocess.run(
            command, input=given, capture_output=True, env=surroundings, timeout=120, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
