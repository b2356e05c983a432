"""content/static/: published unchanged, never in place of a generated file."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from factsheets.cli.shell import published
from factsheets.pipeline import check
from factsheets.pipeline.static_files import LARGEST, taken_places
from factsheets.problems.problem import Problem
from factsheets.storage import snapshot

from tests.helpers.builders import ROOT, TODAY
from tests.helpers.projects import change, facts, lay_out, put, tree, write
from tests.plugin.test_plugin import mkdocs, serving

GIVEN = {
    "CNAME": b"news.example\n",
    "robots.txt": b"User-agent: *\n",
    ".well-known/security.txt": b"Contact: mailto:a@news.example\n",
    "files/Annual report.pdf": b"%PDF-1.7 \x00\xff",
    "files/notes.md": b"# Not a page\n",
    "files/data.yaml": b"kind: none\n",
    "about/photo.png": b"\x89PNG",
    "assets/logo.svg": b"<svg/>",
    "b\u00fccher/\u672c.html": b"<script>1</script>",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "project", site=True)


def built(root: Path) -> int:
    return facts(root, "build").exit_code


def built_by_mkdocs(root: Path) -> int:
    return mkdocs(root, "build").returncode


BUILDS = (built, built_by_mkdocs)


@pytest.mark.slow
def test_static_files_are_copied_as_they_are_by_every_build(root: Path) -> None:
    put(root / "content/static", GIVEN)
    assert facts(root, "check").output.endswith(" No problems.\n")
    for build in BUILDS:
        for _ in range(2):  # The second one takes files over, or writes into the old folder.
            assert build(root) == 0
            for name, data in GIVEN.items():
                assert (root / "site" / name).read_bytes() == data, name


@pytest.mark.slow
def test_static_files_that_are_gone_go_from_the_site_too(root: Path) -> None:
    put(root / "content/static", GIVEN)
    for build in BUILDS:
        put(root / "content/static", {".well-known/old.txt": b"1", "old.txt": b"1"})
        assert build(root) == 0
        for name in (".well-known/old.txt", "old.txt"):
            assert (root / "site" / name).exists()
            (root / "content/static" / name).unlink()
        assert build(root) == 0
        assert not (root / "site/.well-known/old.txt").exists()
        assert not (root / "site/old.txt").exists()
        assert (root / "site/.well-known/security.txt").exists()


@pytest.mark.slow
def test_a_changed_static_file_is_another_file_in_the_new_site(root: Path) -> None:
    put(root / "content/static", {"a.txt": b"one", "b.txt": b"one"})
    assert facts(root, "build").exit_code == 0
    before = (root / "site/a.txt").stat().st_ino
    put(root / "content/static", {"a.txt": b"two"})
    assert facts(root, "build").exit_code == 0
    assert (root / "site/a.txt").read_bytes() == b"two"
    assert (root / "site/b.txt").read_bytes() == b"one"
    assert (root / "site/a.txt").stat().st_ino != before, "a reader of the old one reads it whole"


@pytest.mark.slow
def test_static_files_are_served_and_watched(root: Path) -> None:
    with serving(root) as served:
        served.until(".well-known/security.txt", lambda page: page.startswith("404"))
        put(root / "content/static", {".well-known/security.txt": b"Contact: one"})
        served.until(".well-known/security.txt", lambda page: page == "Contact: one")
        put(root / "content/static", {".well-known/security.txt": b"Contact: two"})
        served.until(".well-known/security.txt", lambda page: page == "Contact: two")
        (root / "content/static/.well-known/security.txt").unlink()
        served.until(".well-known/security.txt", lambda page: page.startswith("404"))


TAKEN = [
    "index.html",
    "INDEX.HTML",
    "index.md",
    "feed.xml",
    "llms.txt",
    "404.html",
    "sitemap.xml",
    "sitemap.xml.gz",
    "sitemap.xml/a.txt",
    ".factsheets-site",
    "data/facts.json",
    "data/mine.csv",
    "Data/facts.json",
    "topics",
    "topics/bridge/index.html",
    "facts/example-bridge-may",
    "search/index.html",
    "pagefind/pagefind.js",
    "assets/site.css",
    "about",
    "about/method/index.html",
    "about/method/INDEX.md",
]


@pytest.mark.parametrize("name", TAKEN)
def test_a_file_in_the_place_of_a_generated_one_is_told(root: Path, name: str) -> None:
    put(root / "content/static", {name: b"mine"})
    for command in (("check",), ("build",)):
        done = facts(root, *command)
        assert done.exit_code == 1
        assert f"content/static/{name}:1:1: This file would replace" in done.output
        assert "[static-place]" in done.output
    assert not (root / "site").exists()


def test_every_file_of_a_built_site_is_one_that_no_static_file_may_replace(root: Path) -> None:
    put(root / "content/static", {"files/a.txt": b"1"})
    assert facts(root, "build").exit_code == 0
    made = [path.relative_to(root / "site").as_posix() for path in (root / "site").rglob("*")]
    pages = ["index", "about/method"]
    refused = {each.place.file for each in taken_places(made, pages)}
    free = {name for name in made if f"content/static/{name}" not in refused}
    assert {name for name in free if (root / "site" / name).is_file()} == {"files/a.txt"}
    assert free - {"assets"} == {"files", "files/a.txt"}


def test_all_files_of_our_theme_are_known_without_a_look_at_the_disk() -> None:
    theme = ROOT / "site-templates/theme"
    names = [path.relative_to(theme).as_posix() for path in (theme / "assets").iterdir()]
    assert len(list(taken_places(names, ()))) == len(names) > 0


@pytest.mark.slow
def test_a_file_of_the_owners_theme_is_not_replaced(root: Path) -> None:
    change(root, "mkdocs.yml", "custom_dir: site-templates/theme", "custom_dir: look")
    write(root, "look/fonts/a.woff2", "x")
    put(root / "content/static", {"fonts/a.woff2": b"mine"})
    done = facts(root, "build")
    assert done.exit_code == 1
    assert "content/static/fonts/a.woff2:1:1: This file would replace" in done.output
    assert not (root / "site").exists()
    assert mkdocs(root, "build").returncode == 1


def told(root: Path) -> dict[str, str]:
    problems: tuple[Problem, ...] = snapshot.snapshot(root).problems
    assert all(each.severity == "error" for each in problems)
    return {each.place.file: each.code for each in problems}


@pytest.mark.skipif(os.name != "posix", reason="links and pipes of Unix")
def test_no_link_is_followed_and_no_device_opened(root: Path, tmp_path: Path) -> None:
    write(tmp_path, "outside/secret.txt", "secret")
    put(root / "content/static", {"a.txt": b"1"})
    static = root / "content/static"
    (static / "link.txt").symlink_to(tmp_path / "outside/secret.txt")
    (static / "folder").symlink_to(tmp_path / "outside")
    os.mkfifo(static / "pipe")
    assert told(root) == {
        "content/static/folder": "symlink",
        "content/static/link.txt": "symlink",
        "content/static/pipe": "not-a-file",
    }
    assert facts(root, "build").exit_code == 1
    assert mkdocs(root, "build").returncode == 1
    assert not (root / "site/a.txt").exists()


def test_the_folder_itself_is_no_link_and_no_file(root: Path, tmp_path: Path) -> None:
    write(tmp_path, "outside/secret.txt", "secret")
    (root / "content/static").symlink_to(tmp_path / "outside")
    assert told(root) == {"content/static": "symlink"}
    (root / "content/static").unlink()
    write(root, "content/static", "text")
    assert told(root) == {"content/static": "not-a-file"}


@pytest.mark.parametrize("name", ["a?.txt", "a#b", "50%.txt", "a\nb", "a\\b", "a.", ".git/config"])
def test_a_name_that_no_address_can_have_is_told(root: Path, name: str) -> None:
    put(root / "content/static", {name: b"1"})
    assert list(told(root).values()) == ["static-name"]


def test_names_that_differ_in_case_alone_are_told(root: Path) -> None:
    put(root / "content/static", {"A.txt": b"1", "a.txt": b"2"})
    assert set(told(root).values()) == {"names-alike"}


def test_files_have_a_bound_each_and_together(root: Path) -> None:
    put(root / "content/static", {"big.bin": b""})
    big = root / "content/static/big.bin"
    os.truncate(big, LARGEST)
    assert told(root) == {}
    os.truncate(big, LARGEST + 1)
    assert told(root) == {"content/static/big.bin": "static-too-big"}
    for number in range(17):
        put(root / "content/static", {f"{number}.bin": b""})
        os.truncate(root / f"content/static/{number}.bin", LARGEST)
    assert told(root)["content/static"] == "static-too-big"


@pytest.mark.slow
def test_files_of_others_among_the_pages_stay_are_told_and_are_not_published(
    root: Path, tmp_path: Path
) -> None:
    write(root, "docs/notes/mine.md", "# Mine\n")
    write(root, "docs/photo.png", "mine")
    (root / "docs/link.md").symlink_to(write(tmp_path, "outside.md", "# Outside\n"))
    kept = ("docs/link.md", "docs/notes/mine.md", "docs/photo.png")
    for command in ("generate", "generate", "build", "mkdocs"):
        done = mkdocs(root, "build") if command == "mkdocs" else facts(root, command)
        said = done.stderr
        for name in kept:
            assert f"{name}:1:1: warning: The program did not write this file" in said
            assert (root / name).read_text(encoding="utf-8") in {"# Mine\n", "mine", "# Outside\n"}
    names = "\n".join(tree(root / "site"))
    assert "photo" not in names
    assert "mine" not in names
    assert "link" not in names


def test_a_base_in_git_with_static_files_is_compared(root: Path) -> None:
    put(root / "content/static", GIVEN)
    write(root, "content/pages/press.md", "# Press\n\n[Report](../files/Annual%20report.pdf)\n")
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "one"]):
        who = ["-c", "user.name=A Test", "-c", "user.email=test@news.example"]
        subprocess.run(["git", *who, *arguments], cwd=root, check=True)
    change(root, "content/pages/press.md", "Press", "For the press")
    done = facts(root, "check", "--against", "HEAD")
    assert done.exit_code == 0, done.output
    base = next(published(root, "HEAD"))
    assert base.static == snapshot.snapshot(root).static == tuple(sorted(GIVEN))
    assert check.check(base, TODAY).problems == ()
