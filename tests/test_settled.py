"""`facts generate` ends early only where it would write nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import files
from generator.cli import main
from generator.files import remembering
from tests.projects import FACTS, change, lay_out, tree, write

PAGE = "docs/topics/bridge.md"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project whose pages were written, and noted."""
    monkeypatch.setattr(remembering, "WORTH", 0)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")
    root = lay_out(tmp_path / "project", site=True)
    generated(root)
    return root


def generated(root: Path) -> str:
    """The whole report of a run."""
    run = CliRunner().invoke(main, ["--root", str(root), "generate"])
    assert run.exit_code == 0, run.output
    return run.output


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Gets an entry whenever pages are really looked at one by one."""
    calls: list[str] = []
    really = files.write_pages

    def listened(*given: object, **more: object) -> files.WriteReport:
        calls.append("pages")
        return really(*given, **more)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(files, "write_pages", listened)
    return calls


def test_where_nothing_changed_no_page_is_made_and_the_same_is_said(
    root: Path, made: list[str]
) -> None:
    before = tree(root)
    early = generated(root)
    assert made == []
    assert tree(root) == before
    (root / ".cache/pages.json").unlink()
    assert generated(root) == early
    assert made == ["pages"]
    assert {name: data for name, data in tree(root).items() if name != ".cache/pages.json"} == {
        name: data for name, data in before.items() if name != ".cache/pages.json"
    }


def _same_size_and_time(root: Path) -> None:
    path = root / PAGE
    state = path.stat()
    path.write_bytes(path.read_bytes().replace(b"bridge", b"Bridge"))
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


def _replaced(root: Path) -> None:
    copy = root / "copy"
    shutil.copy2(root / PAGE, copy)
    copy.replace(root / PAGE)


def _a_link(root: Path) -> None:
    (root / PAGE).unlink()
    (root / PAGE).symlink_to(root / FACTS)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a page changed": lambda root: write(root, PAGE, "changed"),
    "a page changed to the same size and time": _same_size_and_time,
    "a page gone": lambda root: (root / PAGE).unlink(),
    "a page replaced by a copy": _replaced,
    "a page replaced by a link": _a_link,
    "all pages gone": lambda root: shutil.rmtree(root / "docs/facts"),
    "the content": lambda root: change(root, "content/topics/bridge.yaml", "The bridge", "Bridge"),
    "a hand-written page": lambda root: write(root, "content/pages/new.md", "# New\n"),
    "a template": lambda root: write(
        root,
        "site-templates/pages/topic.md.j2",
        (root / "site-templates/pages/topic.md.j2").read_text() + "\nmore\n",
    ),
    "the site's name": lambda root: write(
        root,
        "mkdocs.yml",
        (root / "mkdocs.yml").read_text().replace("site_name: ", "site_name: A "),
    ),
    "the note of another hand": lambda root: (root / ".cache/pages.json").write_bytes(
        os.urandom(32) + (root / ".cache/pages.json").read_bytes()[32:]
    ),
}


@pytest.mark.parametrize("changed", CHANGES.values(), ids=CHANGES.keys())
def test_whatever_changed_is_seen_and_mended(
    root: Path, made: list[str], changed: Callable[[Path], object]
) -> None:
    changed(root)
    generated(root)
    assert made == ["pages"]
    fresh = root.parent / "fresh"
    shutil.copytree(root, fresh, ignore=shutil.ignore_patterns(".cache", "docs"), symlinks=True)
    generated(fresh)
    assert tree(root / "docs") == tree(fresh / "docs") | {
        ".gitignore": (root / "docs/.gitignore").read_bytes()
    }


def test_a_file_of_others_is_named_at_every_run(root: Path, made: list[str]) -> None:
    write(root, "docs/more.md", "more")
    for _ in range(2):
        assert "docs/more.md:1:1: warning: " in generated(root)
    assert made == ["pages", "pages"]
    (root / "docs/more.md").unlink()
    assert "warning" not in generated(root)
    assert "warning" not in generated(root)
    assert made == ["pages", "pages"]


def test_another_day_is_another_site(
    root: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1817200000")
    generated(root)
    assert made == ["pages"]
