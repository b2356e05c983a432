"""A plan of edits is carried out completely or not at all, and files keep their attributes."""

from __future__ import annotations

import os
import signal
import stat
import sys
from pathlib import Path

import pytest
from factsheets.pipeline.plan import Plan, planned
from factsheets.storage import edits, locking, snapshot
from factsheets.storage.faults import EnvironmentFault

from tests.helpers.projects import tree, write

OLD = {"content/a.txt": "a\n", "content/b.txt": "b\n", "seeds/c.txt": "c\n"}
NEW = {"content/a.txt": b"A\n", "seeds/d.txt": b"c\n", "seeds/c.txt": None, "seeds/e.txt": b"e\n"}
AFTER = {
    "content/a.txt": b"A\n",
    "content/b.txt": b"b\n",
    "seeds/d.txt": b"c\n",
    "seeds/e.txt": b"e\n",
}
BEFORE = {path: text.encode() for path, text in OLD.items()}

posix_only = pytest.mark.skipif(os.name != "posix", reason="rights and processes of Unix")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in OLD.items():
        write(tmp_path, path, text)
    return tmp_path


def plan() -> Plan:
    after = {path: data for path, data in NEW.items() if path[-5] not in "cd"}
    return planned(BEFORE, after, {"seeds/c.txt": "seeds/d.txt"})


def content(root: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree(root).items() if not path.startswith(".cache/")}


def test_a_plan_is_written_whole(root: Path) -> None:
    with locking.lock(root, "a test"):
        edits.carry_out(root, plan())
    assert content(root) == AFTER
    assert set(tree(root)) - set(AFTER) == {".cache/lock"}


def test_a_plan_without_changes_writes_nothing(root: Path) -> None:
    edits.carry_out(root, planned(BEFORE, dict(BEFORE)))
    assert tree(root) == BEFORE


@pytest.mark.parametrize("path", ["content/a.txt", "seeds/c.txt", "seeds/d.txt"])
def test_nothing_is_written_over_what_changed_meanwhile(root: Path, path: str) -> None:
    write(root, path, "mine")
    with locking.lock(root, "a test"), pytest.raises(EnvironmentFault, match="othing was written"):
        edits.carry_out(root, plan())
    assert content(root) == {**BEFORE, path: b"mine"}


def test_a_link_is_not_followed(root: Path) -> None:
    (root / "content/a.txt").replace(root / "a.txt")
    (root / "content/a.txt").symlink_to(root / "a.txt")
    with locking.lock(root, "a test"), pytest.raises(EnvironmentFault, match="symbolic link"):
        edits.carry_out(root, plan())
    assert (root / "a.txt").read_bytes() == b"a\n"


def test_a_file_with_two_names_is_refused(root: Path) -> None:
    os.link(root / "content/a.txt", root / "second.txt")
    with locking.lock(root, "a test"), pytest.raises(EnvironmentFault, match="hard link"):
        edits.carry_out(root, plan())
    assert content(root) == {**BEFORE, "second.txt": b"a\n"}


@posix_only
def test_rights_and_owner_stay_also_under_a_new_name(root: Path) -> None:
    paths = {"content/a.txt": "content/a.txt", "seeds/c.txt": "seeds/d.txt"}
    for mode, old in enumerate(paths, start=0o640):
        (root / old).chmod(mode)
        if os.geteuid() == 0:
            os.chown(root / old, 1234, 4321)
    wanted = [_rights(root / old) for old in paths]
    with locking.lock(root, "a test"):
        edits.carry_out(root, plan())
    assert [_rights(root / new) for new in paths.values()] == wanted


def _rights(path: Path) -> tuple[int, int, int]:
    found = path.stat()
    return stat.S_IMODE(found.st_mode), found.st_uid, found.st_gid


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="attributes of Linux")
def test_attributes_of_a_file_stay(root: Path) -> None:
    path = root / "content/a.txt"
    try:
        os.setxattr(path, "user.note", b"kept")
    except OSError:
        return  # This file system has none to lose.
    with locking.lock(root, "a test"):
        edits.carry_out(root, plan())
    assert path.read_bytes() == b"A\n"
    assert os.getxattr(path, "user.note") == b"kept"


# Killed at each call that changes the disk, by a signal that cannot be caught.

_CHANGES_OF_THE_DISK = {"os.rename", "os.remove", "os.link", "os.chmod", "open"}


def carried_out_until(root: Path, steps: int) -> int:
    """Carry out the plan in a process that is killed at a step; return how it ended."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    left = steps

    def stop(event: str, _: object) -> None:
        nonlocal left
        if event in _CHANGES_OF_THE_DISK:
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1

    with locking.lock(root, "a test"):
        sys.addaudithook(stop)
        edits.carry_out(root, plan())
        os._exit(0)


@posix_only
def test_a_stop_anywhere_leaves_all_old_or_all_new(root: Path) -> None:
    outcomes = []
    for steps in range(200):
        ended = carried_out_until(root, steps)
        with locking.lock(root, "the next run"):
            found = content(root)
        assert found in (BEFORE, AFTER), f"stopped at step {steps}: {sorted(found)}"
        assert {each for each in tree(root) if each.startswith(".cache/")} <= {
            ".cache/lock",
            ".cache/.factsheets-tmp-edit.json",
        }
        outcomes.append(found == AFTER)
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
        for path in set(found) - set(BEFORE):
            (root / path).unlink()
        for path, text in OLD.items():
            write(root, path, text)
    assert outcomes[0] is False
    assert outcomes[-1] is True
    assert len(outcomes) > 20
    assert outcomes == sorted(outcomes), "once all is new, a later stop loses nothing"


@posix_only
def test_reading_ends_an_edit_that_was_stopped(root: Path) -> None:
    assert carried_out_until(root, 30) == -signal.SIGKILL
    assert (root / ".cache/edit.json").exists()
    snapshot.snapshot(root)
    assert content(root) == BEFORE


@posix_only
def test_an_edit_by_hand_after_a_stop_is_not_overwritten(root: Path) -> None:
    assert carried_out_until(root, 30) == -signal.SIGKILL
    write(root, "content/a.txt", "mine")
    with pytest.raises(EnvironmentFault, match="interrupted"), locking.lock(root, "a test"):
        pass
    assert (root / "content/a.txt").read_bytes() == b"mine"


def test_an_error_of_the_disk_halfway_puts_all_back(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "e.txt":
            raise PermissionError(13, "Permission denied", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with locking.lock(root, "a test"), pytest.raises(EnvironmentFault, match="nothing was changed"):
        edits.carry_out(root, plan())
    assert content(root) == BEFORE
