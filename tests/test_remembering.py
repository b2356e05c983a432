"""The cache of checks: whatever lies in it, a check says what it says without."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

import generator
from generator import files
from generator.cli import main
from generator.files import remembering, signed
from generator.pipeline import Look, Memory, keeping
from tests.made import TODAY
from tests.projects import CONTENT, FACTS, change, lay_out, tree, write

BROKEN = "content/facts/broken.yaml"
OTHER = "content/facts/other.yaml"
SHELVES = (".cache", "check")


@pytest.fixture(autouse=True)
def _worth(monkeypatch: pytest.MonkeyPatch) -> None:
    """So small a project would not be remembered."""
    monkeypatch.setattr(remembering, "WORTH", 0)


def project(root: Path) -> Path:
    """A small project with warnings of a file, between files and of a quotation, remembered."""
    lay_out(root)
    write(root, OTHER, CONTENT[FACTS.removeprefix("content/")].replace("id: example", "id: other"))
    long = "The bridge is to open in May, " * 5
    change(root, FACTS, "The bridge is to open in May", long.strip(", "))
    return root


def broken(root: Path) -> None:
    """Makes an error of each kind: of a file, between files, of a quotation."""
    write(root, BROKEN, "publisher: [\n")
    change(root, OTHER, "topics: [bridge]\n  - id", "topics: [brigde]\n  - id")
    change(root, FACTS, "will open in May", "will open in June")


def said(root: Path, *more: str) -> tuple[int, str]:
    """The exit code and the whole report of a check."""
    run = CliRunner().invoke(main, ["--root", str(root), "check", "--format", "json", *more])
    return run.exit_code, run.output


def shelves(root: Path) -> list[Path]:
    return sorted(root.joinpath(*SHELVES).iterdir())


def of(root: Path, name: str) -> Path:
    """The file of the cache that a file's entry lies in."""
    return root.joinpath(*SHELVES, f"{keeping.shelf_of(name):02}.json")


def test_a_second_check_reads_the_cache_and_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path)
    first = said(root)
    codes = ("statement-too-long", "same-statement", "quote-not-captured")
    assert first[0] == 0
    assert all(code in first[1] for code in codes), first[1]
    before = tree(root)
    read: set[str] = set()
    really = keeping.remembered

    def listened(texts: Iterable[bytes]) -> Memory:
        memory = really(texts)
        read.update(memory.sheets)
        return memory

    monkeypatch.setattr(keeping, "remembered", listened)
    assert said(root) == first
    assert FACTS in read
    assert tree(root) == before, "nothing had to be written"


def _a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _a_link(path: Path) -> None:
    path.rename(path.with_suffix(".x"))
    path.symlink_to(path.with_suffix(".x").name)


def _a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


Damage = Callable[[Path], object]
DAMAGES: dict[str, Damage] = {
    "empty": lambda path: path.write_bytes(b""),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "a byte changed": lambda path: path.write_bytes(
        path.read_bytes()[:-9] + b"x" + path.read_bytes()[-8:]
    ),
    "longer": lambda path: path.write_bytes(path.read_bytes() + b" "),
    "no signature": lambda path: path.write_bytes(path.read_bytes()[32:]),
    "another signature": lambda path: path.write_bytes(os.urandom(32) + path.read_bytes()[32:]),
    "gone": Path.unlink,
    "a folder": _a_folder,
    "a link": _a_link,
    "a pipe": _a_pipe,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_cache_changes_nothing(tmp_path: Path, damage: Damage) -> None:
    root = project(tmp_path)
    first = said(root)
    for path in shelves(root):
        damage(path)
    assert said(root) == first
    assert said(root) == first
    broken(root)
    for path in (path for path in shelves(root) if path.suffix == ".json" and path.is_file()):
        damage(path)
    wrong = said(root)
    assert wrong[0] == 1
    shutil.rmtree(root / ".cache")
    assert said(root) == wrong


def test_a_link_in_the_place_of_the_cache_is_not_followed(tmp_path: Path) -> None:
    root, elsewhere = project(tmp_path / "project"), tmp_path / "elsewhere"
    first = said(root)
    (root / ".cache").rename(elsewhere)
    (root / ".cache").symlink_to(elsewhere)
    before = tree(elsewhere)
    assert said(root) == first
    assert tree(elsewhere) == before


def _without_problems(root: Path) -> bytes:
    """The cache of somebody who wants the project's mistakes to be overlooked."""
    memory = Memory()
    Look(files.snapshot(root), TODAY, memory)
    for name, sheet in memory.sheets.items():
        memory.sheets[name] = replace(sheet, problems=())
    for name, looked in memory.looked.items():
        memory.looked[name] = replace(looked, problems=())
    return keeping.texts(memory, [keeping.shelf_of(FACTS)])[keeping.shelf_of(FACTS)]


@pytest.mark.parametrize("ours", [False, True], ids=["by a stranger", "by the same user"])
def test_only_what_this_user_wrote_is_believed(tmp_path: Path, ours: bool) -> None:
    root = project(tmp_path)
    said(root)
    broken(root)
    first = said(root)
    assert first[0] == 1
    text = _without_problems(root)
    key = signed.own_key()
    assert key
    signature = signed.signature(key if ours else os.urandom(32), text)
    of(root, FACTS).write_bytes(signature + text)
    # The second case shows what the signature keeps off.
    assert (said(root) == first) is not ours


def test_another_version_of_the_program_believes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path)
    said(root)
    assert files.remembered(root).sheets
    monkeypatch.setattr(signed, "program", lambda: b"another")
    assert files.remembered(root) == Memory()


def test_the_program_is_known_by_the_bytes_of_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generator, "__file__", str(write(tmp_path, "__init__.py", "")))
    seen = set()
    for name, text in (("a.py", "x"), ("a.py", "y"), ("b/a.py", "y"), ("b/c.py", "")):
        write(tmp_path, name, text)
        seen.add(signed.program.__wrapped__())
    assert len(seen) == 4


def test_only_what_changed_is_written_and_what_is_gone_goes(tmp_path: Path) -> None:
    root = project(tmp_path)
    said(root)
    before = {path: path.read_bytes() for path in shelves(root)}
    (root / OTHER).unlink()
    said(root)
    written = {path for path in shelves(root) if before[path] != path.read_bytes()}
    assert written == {of(root, OTHER)}
    assert OTHER not in files.remembered(root).sheets
    assert FACTS in files.remembered(root).sheets


def test_with_an_error_nothing_is_written(tmp_path: Path) -> None:
    root = project(tmp_path)
    said(root)
    broken(root)
    before = tree(root)
    assert said(root)[0] == 1
    assert tree(root) == before


def test_a_small_project_is_not_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path)
    monkeypatch.setattr(remembering, "WORTH", 500)
    said(root)
    assert not (root / ".cache").exists()


def test_where_nothing_can_be_written_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, _: bytes) -> None:
        raise PermissionError(errno.EACCES, "no", str(path))

    root = project(tmp_path)
    assert files.remembered(root) == Memory()
    with monkeypatch.context() as patched:
        patched.setattr(signed, "_put", refuse)
        first = said(root)
    assert files.remembered(root) == Memory()
    assert said(root) == first


def test_an_empty_key_that_a_killed_run_left_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path / "project")
    state = tmp_path / "state"
    monkeypatch.setenv("XDG_STATE_HOME", str(state))
    (state / "factsheets").mkdir(parents=True)
    key = state / "factsheets" / "key"
    key.touch(0o600)
    said(root)
    assert files.remembered(root) != Memory()
    made = key.read_bytes()
    said(root)
    assert (len(made), key.read_bytes()) == (32, made)
    assert [each.name for each in key.parent.iterdir()] == ["key"]


def test_without_a_key_of_ones_own_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path / "project")
    first = said(root)
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    shutil.rmtree(root / ".cache")
    assert said(root) == first
    assert not (root / ".cache").exists()
    assert files.remembered(root) == Memory()
    assert said(root) == first


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_key_that_others_can_read_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    root = project(tmp_path / "project")
    first = said(root)
    assert files.remembered(root).sheets
    key = tmp_path / "state" / "factsheets" / "key"
    assert key.stat().st_mode & 0o777 == 0o600
    key.chmod(0o644)
    assert files.remembered(root) == Memory()
    assert said(root) == first
    key.write_bytes(b"short")
    key.chmod(0o600)
    assert files.remembered(root) == Memory()
