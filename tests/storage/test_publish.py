"""Replacing the site: swapping two folders, the fallback, and the error messages."""

from __future__ import annotations

import ctypes
import errno
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from factsheets.storage import faults, publish

from tests.helpers.projects import tree, write

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="Linux's exchange of folders")


def two(root: Path) -> tuple[Path, Path]:
    """A new and an old folder of the program."""
    for name in ("new", "old"):
        write(root, f"{name}/deep/{name}.txt", name)
        publish.mark(root / name)
    return root / "new", root / "old"


def library(monkeypatch: pytest.MonkeyPatch, rename: Callable[..., int] | None) -> None:
    """The system's library with this function instead of `renameat2`; None to leave it out."""

    class Library:
        if rename:
            renameat2 = staticmethod(rename)

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Library)


@linux_only
def test_two_folders_change_places_in_one_step(tmp_path: Path) -> None:
    new, old = two(tmp_path)
    before = new.stat().st_ino, old.stat().st_ino
    assert publish._exchanged(new, old)
    assert (old.stat().st_ino, new.stat().st_ino) == before
    assert "deep/new.txt" in tree(old)
    assert "deep/old.txt" in tree(new)


@linux_only
def test_where_the_system_exchanges_nothing_is_ever_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, old = two(tmp_path)

    def never(*_: object) -> None:
        raise AssertionError("renamed")

    monkeypatch.setattr(Path, "rename", never)
    publish.switch(new, old)
    assert set(tree(old)) == {"deep/new.txt", ".factsheets-site"}
    assert [path.name for path in tmp_path.iterdir()] == ["old"]


@linux_only
def test_an_exchange_that_fails_names_the_cause_and_the_folder(tmp_path: Path) -> None:
    new, _ = two(tmp_path)
    gone = tmp_path / "gone"
    with pytest.raises(OSError, match="No such file") as caught:
        publish._exchanged(new, gone)
    assert caught.value.errno == errno.ENOENT
    assert caught.value.filename == str(gone)


@pytest.mark.parametrize("code", [errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EXDEV])
def test_a_disk_that_offers_no_exchange_gets_two_renames(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    new, old = two(tmp_path)

    def refused(*_: object) -> int:
        ctypes.set_errno(code)
        return -1

    library(monkeypatch, refused)
    monkeypatch.setattr(sys, "platform", "linux")
    publish.switch(new, old)
    assert set(tree(old)) == {"deep/new.txt", ".factsheets-site"}
    assert [path.name for path in tmp_path.iterdir()] == ["old"]


@pytest.mark.parametrize(("platform", "offered"), [("darwin", True), ("linux", False)])
def test_a_system_without_an_exchange_gets_two_renames(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, offered: bool
) -> None:
    new, old = two(tmp_path)

    def never(*_: object) -> int:
        raise AssertionError("asked for")

    library(monkeypatch, never if offered else None)
    monkeypatch.setattr(sys, "platform", platform)
    # Leftovers of an earlier run do no harm.
    write(tmp_path, ".old.factsheets-old/deep/older.txt", "older")
    publish.switch(new, old)
    assert set(tree(old)) == {"deep/new.txt", ".factsheets-site"}
    assert [path.name for path in tmp_path.iterdir()] == ["old"]


def test_what_broken_runs_left_is_swept_away_before_the_next(tmp_path: Path) -> None:
    _, old = two(tmp_path)
    write(tmp_path, ".old.factsheets-new/deep/half.txt", "half")
    write(tmp_path, ".old.factsheets-old/deep/older.txt", "older")
    publish.mark(tmp_path / ".old.factsheets-old")
    new = publish.fresh(old)
    assert set(tree(new)) == {".factsheets-site"}
    assert not (tmp_path / ".old.factsheets-old").exists()
    assert "deep/old.txt" in tree(old)


def test_a_folder_that_is_not_ours_is_left_where_it_is(tmp_path: Path) -> None:
    _, old = two(tmp_path)
    write(tmp_path, ".old.factsheets-old/mine.txt", "somebody's")
    publish.fresh(old)
    assert (tmp_path / ".old.factsheets-old/mine.txt").is_file()


def test_the_new_folder_may_lie_in_folders_that_are_new_too(tmp_path: Path) -> None:
    assert publish.fresh(tmp_path / "a" / "b" / "site").is_dir()


def test_each_step_says_in_one_line_what_it_could_not_do(tmp_path: Path) -> None:
    write(tmp_path, "file", "a file")
    for step, said in (
        (lambda: publish.fresh(tmp_path / "file" / "site"), r"\.site\.factsheets-new could not be"),
        (lambda: publish.mark(tmp_path / "gone"), r"gone could not be marked: no such file"),
        (
            lambda: publish.switch(tmp_path / "gone", tmp_path / "site"),
            r"site could not be replaced: no such file",
        ),
    ):
        with pytest.raises(faults.EnvironmentFault, match=said):
            step()
