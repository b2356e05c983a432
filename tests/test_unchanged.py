"""A folder that takes another's place takes over those of its files that have not changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator import files

OLD = {
    "a.json": b"{}",
    "facts/one/index.json": b"one",
    "facts/one/index.md": b"# One\n",
    "facts/two/index.json": b"two",
    "data/facts.json": b"[1,2]",
}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    with files.renewed(tmp_path / "build") as new:
        files.add_files(new, OLD.items())
    return tmp_path / "build"


def contents(folder: Path) -> dict[str, bytes]:
    every = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in every}


def again(old: Path, change: dict[str, bytes]) -> set[str]:
    """Writes the folder anew; the paths that were taken over."""
    before = {path: (old / path).stat().st_ino for path in OLD if (old / path).is_file()}
    wanted = OLD | change
    with files.renewed(old) as new:
        done = files.add_files(new, wanted.items(), files.unchanged(old, new))
        kept = {path for path, number in before.items() if (new / path).stat().st_ino == number}
        # Until the switch the old one is as it was.
        assert all((old / path).read_bytes() for path in before)
    assert done == len(wanted)
    assert {path: data for path, data in contents(old).items() if path in wanted} == wanted
    assert all((old / path).stat().st_nlink == 1 for path in wanted)
    return kept


def test_what_has_not_changed_keeps_its_file_and_its_date(old: Path) -> None:
    os.utime(old / "facts/one/index.md", (1, 1))
    kept = again(old, {"facts/two/index.json": b"2", "facts/three/index.json": b"three"})
    assert kept == OLD.keys() - {"facts/two/index.json"}
    assert (old / "facts/one/index.md").stat().st_mtime == 1


def test_a_file_that_is_written_twice_leaves_the_old_one_alone(old: Path) -> None:
    twice = [("a.json", b"{}"), ("a.json", b"[]")]
    with files.renewed(old) as new:
        files.add_files(new, twice, files.unchanged(old, new))
        assert (old / "a.json").read_bytes() == b"{}"
    assert (old / "a.json").read_bytes() == b"[]"


def test_what_is_no_longer_written_is_gone(old: Path) -> None:
    with files.renewed(old) as new:
        files.add_files(new, [("a.json", b"{}")], files.unchanged(old, new))
    assert contents(old).keys() == {"a.json", ".factsheets-site"}


def test_a_list_in_pieces_is_written(old: Path) -> None:
    pieces: Iterator[bytes] = iter([b"[1,", b"2]"])
    before = (old / "data/facts.json").stat().st_ino
    with files.renewed(old) as new:
        same = files.unchanged(old, new)
        files.add_files(new, [("data/facts.json", pieces), ("a.json", (b"{}",))], same)
        assert (new / "data/facts.json").read_bytes() == b"[1,2]"
        assert (new / "data/facts.json").stat().st_ino != before
        assert (new / "a.json").stat().st_ino == (old / "a.json").stat().st_ino


def test_where_nothing_stood_all_is_written(tmp_path: Path) -> None:
    with files.renewed(tmp_path / "build") as new:
        assert files.unchanged(tmp_path / "build", new) is None


def _another_name(old: Path) -> None:
    os.link(old / "a.json", old.parent / "theirs.json")


def _a_link(old: Path) -> None:
    (old / "a.json").rename(old.parent / "theirs.json")
    (old / "a.json").symlink_to(old.parent / "theirs.json")


def _other_rights(old: Path) -> None:
    (old / "a.json").chmod(0o600)


def _a_pipe(old: Path) -> None:
    (old / "a.json").unlink()
    os.mkfifo(old / "a.json")


def _longer(old: Path) -> None:
    (old / "a.json").write_bytes(b"{} ")


def _a_folder(old: Path) -> None:
    (old / "a.json").unlink()
    (old / "a.json").mkdir()


@pytest.mark.parametrize(
    "change", [_another_name, _a_link, _other_rights, _a_pipe, _longer, _a_folder]
)
def test_a_file_of_another_kind_is_not_taken_over(
    old: Path, change: Callable[[Path], None]
) -> None:
    change(old)
    assert "a.json" not in again(old, {})
    theirs = old.parent / "theirs.json"
    assert not theirs.exists() or theirs.read_bytes() == b"{}"
    assert not (old / "a.json").is_symlink()
    assert (old / "a.json").stat().st_mode == (old / "data/facts.json").stat().st_mode


@pytest.mark.parametrize("folder", ["facts", "facts/one"])
def test_nothing_behind_a_link_is_taken_over(old: Path, folder: str) -> None:
    elsewhere = old.parent / "elsewhere"
    (old / folder).rename(elsewhere)
    (old / folder).symlink_to(elsewhere)
    kept = again(old, {})
    assert not any(path.startswith(f"{folder}/") for path in kept)
    assert {"a.json", "data/facts.json"} <= kept
    assert elsewhere.is_dir()


def _refused(*_: object, **__: object) -> None:
    raise PermissionError(1, "Operation not permitted")


def _unknown(*_: object, **__: object) -> None:
    raise NotImplementedError("follow_symlinks unavailable on this platform")


@pytest.mark.parametrize("fault", [_refused, _unknown])
def test_on_a_disk_without_further_names_all_is_written(
    old: Path, fault: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", fault)
    assert again(old, {}) == set()
