"""The disk: what is read, what is refused, and that writing is all or nothing."""

from __future__ import annotations

import errno
import json
import os
import shutil
import socket
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from pathlib import Path

import factsheets
import pytest
from factsheets.storage import docs_folder, faults, locking, revisions, snapshot, templates
from factsheets.storage import publish as storage_publish

from tests.helpers.projects import REPOSITORY, git, lay_out, tree, write

if sys.platform != "win32":
    import fcntl

posix_only = pytest.mark.skipif(os.name != "posix", reason="a promise of POSIX systems")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "project")


def codes(root: Path) -> dict[str, str]:
    return {problem.place.file: problem.code for problem in snapshot.snapshot(root).problems}


# Reading


def test_a_snapshot_holds_the_content_and_the_seeds_by_their_paths(root: Path) -> None:
    write(root, "seeds/README.md", "The list of captures.\n")
    inputs = snapshot.snapshot(root)
    assert inputs.problems == ()
    assert inputs.files["content/topics/bridge.yaml"].startswith(b"name: The bridge")
    assert set(inputs.files) == {
        "content/actors/ada-example.yaml",
        "content/actors/example-news.yaml",
        "content/actors/exampleland.yaml",
        "content/facts/example-2024-03-05.yaml",
        "content/pages/about/method.md",
        "content/pages/index.md",
        "content/topics/bridge.yaml",
        "seeds/README.md",
        "seeds/example-2024-03-05.json",
    }


@posix_only
def test_a_link_to_a_file_is_named_and_not_followed(root: Path) -> None:
    (root / "secret.txt").write_text("kind: person\nname: Secret\n")
    (root / "content/actors/spy.yaml").symlink_to(root / "secret.txt")
    inputs = snapshot.snapshot(root)
    assert codes(root) == {"content/actors/spy.yaml": "symlink"}
    assert not any(b"Secret" in data for data in inputs.files.values())


@posix_only
def test_a_link_to_a_folder_is_named_and_not_followed(root: Path, tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/spy.yaml", "kind: person\nname: Secret\n")
    (root / "content/events").symlink_to(tmp_path / "elsewhere")
    assert codes(root) == {"content/events": "symlink"}


@posix_only
def test_a_pipe_is_named_and_never_opened(root: Path) -> None:
    os.mkfifo(root / "content/actors/pipe.yaml")
    done: list[dict[str, str]] = []
    reader = threading.Thread(target=lambda: done.append(codes(root)), daemon=True)
    reader.start()
    reader.join(5)
    assert done == [{"content/actors/pipe.yaml": "not-a-file"}]


@pytest.mark.parametrize(
    "name",
    [
        "content/facts/example-2024-03-05.yaml",
        "content/pages/index.md",
        "seeds/example-2024-03-05.json",
        "content/facts.yml",
    ],
)
def test_a_folder_in_the_place_of_a_file_is_named(root: Path, name: str) -> None:
    (root / name).unlink(missing_ok=True)
    (root / name).mkdir()
    write(root, f"{name}/inside.yaml", "kind: person\nname: Ann\n")
    assert codes(root) == {name: "not-a-file"}


def test_content_that_cannot_be_read_or_stand_still_is_told_in_one_line(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, said in (
        (errno.EIO, "The content could not be read: input/output error."),
        (
            errno.ENOENT,
            "The content changed while it was read. Try again later.",
        ),
    ):

        def broken(_path: Path, number: int = number) -> Iterator[os.DirEntry[str]]:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(os, "scandir", broken)
        with pytest.raises(faults.EnvironmentFault) as caught:
            snapshot.snapshot(root)
        assert str(caught.value) == said


def test_the_largest_files_are_read_whole(root: Path) -> None:
    write(root, "seeds/large.txt", "x" * LIMIT)
    write(root, "content/pages/large.md", "x" * LIMIT)
    write(root, "content/pages/larger.md", "x" * (LIMIT + 1))
    found = snapshot.snapshot(root)
    for name in ("seeds/large.txt", "content/pages/large.md"):
        assert len(found.files[name]) == LIMIT
    assert [(one.code, one.place.file) for one in found.problems] == [
        ("file-too-big", "content/pages/larger.md")
    ]


@posix_only
def test_a_socket_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "content/actors")  # The address of a socket must be short.
    with socket.socket(socket.AF_UNIX) as door:
        door.bind("door.yaml")
        assert codes(root) == {"content/actors/door.yaml": "not-a-file"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("content/actors/nato.yml", "wrong-ending"),
        ("content/actors/nato.YAML", "wrong-ending"),
        ("content/nato.yml", "wrong-ending"),
        ("content/nato.yaml", "wrong-folder"),
        ("content/facts/2025/nato.yaml", "wrong-folder"),
        ("content/persons/nato.yaml", "wrong-folder"),
        ("content/actors/NATO.yaml", "bad-file-name"),
        ("content/actors/na to.yaml", "bad-file-name"),
        ("content/actors/na--to.yaml", "bad-file-name"),
        ("content/actors/con.yaml", "bad-file-name"),
        ("content/actors/lpt1.yaml", "bad-file-name"),
        ("content/actors/" + "a" * 81 + ".yaml", "bad-file-name"),
        ("content/actors/macron\u0301.yaml", "bad-file-name"),
        ("content/pages/Über.md", "bad-file-name"),
        ("content/actors/nato.txt", "wrong-ending"),
        ("content/actors/nato", "wrong-ending"),
        ("content/actors/NATO.txt", "stray-file"),
        ("content/nato.yaml.txt", "wrong-ending"),
        ("content/pages/nato.YML.txt", "wrong-ending"),
        ("content/events", "wrong-folder"),
        ("content/nato", "stray-file"),
        ("content/actors/nato.csv", "stray-file"),
        ("content/notes.txt", "stray-file"),
        ("content/pages/picture.png", "stray-file"),
        ("seeds/article.pdf", "stray-file"),
        ("seeds/An Article.txt", "stray-file"),
    ],
)
def test_a_file_that_would_not_be_read_is_named(root: Path, name: str, code: str) -> None:
    write(root, name, "kind: organisation\nname: NATO\n")
    inputs = snapshot.snapshot(root)
    assert codes(root) == {name: code}
    assert name not in inputs.files
    severities = {problem.severity for problem in inputs.problems}
    assert severities == {"warning" if code == "stray-file" else "error"}


@pytest.mark.parametrize(
    "name",
    ["content/README.md", "content/.DS_Store", "content/actors/.nato.yaml.swp"],
)
def test_hidden_files_and_readmes_may_stand_anywhere(root: Path, name: str) -> None:
    write(root, name, "anything")
    inputs = snapshot.snapshot(root)
    assert inputs.problems == ()
    assert name not in inputs.files


def test_names_that_differ_only_in_case_are_named_together(root: Path) -> None:
    write(root, "content/actors/nato.yaml", "kind: organisation\nname: NATO\n")
    write(root, "content/actors/Nato.yaml", "kind: organisation\nname: NATO\n")
    if len(list((root / "content/actors").glob("[nN]ato.yaml"))) < 2:
        pytest.skip("this disk takes both names for one")
    assert codes(root) == {
        "content/actors/Nato.yaml": "names-alike",
        "content/actors/nato.yaml": "names-alike",
    }


@posix_only
def test_a_name_that_is_no_text_is_shown_all_the_same(root: Path) -> None:
    raw = os.fsencode(root / "content/actors") + b"/\xff.yaml"
    try:
        os.close(os.open(raw, os.O_CREAT | os.O_WRONLY))
    except OSError:
        pytest.skip("this disk takes no such name")
    (problem,) = snapshot.snapshot(root).problems
    assert problem.code == "bad-file-name"
    assert problem.place.file == "content/actors/\ufffd.yaml"


def test_a_huge_yaml_file_is_read_only_as_far_as_its_reader_needs(root: Path) -> None:
    write(root, "content/actors/huge.yaml", "#" * (8 << 20))
    assert len(snapshot.snapshot(root).files["content/actors/huge.yaml"]) == (1 << 20) + 1


def test_a_huge_page_is_named(root: Path) -> None:
    write(root, "content/pages/huge.md", "#" * (5 << 20))
    assert codes(root) == {"content/pages/huge.md": "file-too-big"}


def test_a_folder_without_content_is_a_fault_of_the_surroundings(tmp_path: Path) -> None:
    with pytest.raises(faults.EnvironmentFault, match="has no folder content/"):
        snapshot.snapshot(tmp_path)


# Writing pages


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return tmp_path / "docs"


def pages(docs: Path) -> dict[str, bytes]:
    """The files in a folder of pages, except the list of the program's own."""
    return {name: data for name, data in tree(docs).items() if name != docs_folder.PAGES_MARK}


def test_pages_are_written_and_only_changed_ones_touched(docs: Path) -> None:
    docs_folder.write_pages(docs, [("index.md", b"one"), ("a/b.md", b"two")])
    before = (docs / "a/b.md").stat()
    done = docs_folder.write_pages(docs, [("index.md", b"ONE"), ("a/b.md", b"two")])
    after = (docs / "a/b.md").stat()
    assert done == docs_folder.WriteReport(("index.md",), 1, ())
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    assert pages(docs) == {"index.md": b"ONE", "a/b.md": b"two"}


def test_stale_pages_go_with_their_folders(docs: Path) -> None:
    docs_folder.write_pages(docs, [("index.md", b"one"), ("old/deep/page.md", b"old")])
    done = docs_folder.write_pages(docs, [("index.md", b"one")])
    assert done == docs_folder.WriteReport((), 1, ("old/deep/page.md",))
    assert pages(docs) == {"index.md": b"one"}
    assert not (docs / "old").exists()


def test_files_of_others_stay_and_are_named(docs: Path, tmp_path: Path) -> None:
    write(docs, ".gitignore", "*\n")
    write(docs, "a/mine.md", "mine")
    write(docs, "a/.hidden/mine.md", "mine")
    (docs / "a/link.md").symlink_to(write(tmp_path, "outside.md", "outside"))
    before = tree(docs)
    for given in ([("index.md", b"one"), ("a/b.md", b"two")], [("index.md", b"one")]):
        done = docs_folder.write_pages(docs, given)
        assert done.foreign == ("a/link.md", "a/mine.md")
        assert tree(docs).items() >= before.items()
        assert (docs / "a/link.md").is_symlink()
    assert [each.place.file for each in done.problems("docs")] == [
        "docs/a/link.md",
        "docs/a/mine.md",
    ]


def test_a_page_that_stands_as_it_should_becomes_ours(docs: Path) -> None:
    write(docs, "index.md", "one")
    assert docs_folder.write_pages(docs, [("index.md", b"one")]).foreign == ()
    assert docs_folder.write_pages(docs, []).removed == ("index.md",)


@pytest.mark.parametrize("theirs", ["index.md", "actors", "index.md/inner.md", "actors/x.md/y.txt"])
def test_a_file_of_others_where_a_page_belongs_is_refused(docs: Path, theirs: str) -> None:
    write(docs, theirs, "mine")
    before = tree(docs)
    with pytest.raises(faults.RefusedFolder, match="was not written by this program"):
        docs_folder.write_pages(docs, [("index.md", b"one"), ("actors/x.md", b"two")])
    assert tree(docs) == before


def test_in_another_folder_only_our_own_files_are_ever_removed(docs: Path) -> None:
    docs_folder.write_pages(docs, [("index.md", b"one"), ("a/b.md", b"two")])
    write(docs, "a/mine.md", "mine")
    docs_folder.write_pages(docs, [("index.md", b"one")])
    kept = tree(docs)
    assert json.loads(kept.pop(docs_folder.PAGES_MARK)) == ["index.md"]
    assert kept == {"a/mine.md": b"mine", "index.md": b"one"}


def test_a_damaged_list_of_our_files_removes_nothing(docs: Path) -> None:
    write(docs, docs_folder.PAGES_MARK, '["../outside.md"]')
    outside = write(docs.parent, "outside.md", "not ours")
    with pytest.raises(faults.RefusedFolder, match="damaged"):
        docs_folder.write_pages(docs, [("index.md", b"one")])
    assert outside.exists()


@posix_only
def test_a_link_in_the_way_is_refused(docs: Path, tmp_path: Path) -> None:
    outside = write(tmp_path, "outside/index.md", "not ours")
    docs.mkdir()
    (docs / "actors").symlink_to(outside.parent)
    with pytest.raises(faults.RefusedFolder, match="was not written by this program"):
        docs_folder.write_pages(docs, [("actors/index.md", b"two")])
    assert outside.read_text() == "not ours"


@posix_only
def test_a_folder_of_pages_that_is_itself_a_link_is_refused(docs: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    docs.symlink_to(tmp_path / "outside")
    with pytest.raises(faults.RefusedFolder, match="symbolic link"):
        docs_folder.write_pages(docs, [("index.md", b"one")])
    assert tree(tmp_path / "outside") == {}


@pytest.mark.parametrize("path", ["../x.md", "/x.md", "a/../../x.md", "", "a//b.md", "a\\b.md"])
def test_a_page_outside_the_folder_is_a_fault_of_the_program(docs: Path, path: str) -> None:
    with pytest.raises(ValueError, match="not a path below"):
        docs_folder.write_pages(docs, [("index.md", b"one"), (path, b"two")])
    assert pages(docs) == {}


def test_two_pages_of_one_path_are_a_fault_of_the_program(docs: Path) -> None:
    with pytest.raises(ValueError, match="two pages of one path"):
        docs_folder.write_pages(docs, [("index.md", b"one"), ("index.md", b"two")])


def test_an_error_while_pages_are_made_leaves_the_old_ones(docs: Path) -> None:
    docs_folder.write_pages(docs, [("index.md", b"old")])

    def broken() -> Iterator[tuple[str, bytes]]:
        yield "index.md", b"new"
        yield "new/page.md", b"new"
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError):
        docs_folder.write_pages(docs, broken())
    assert pages(docs) == {"index.md": b"old"}
    assert not (docs / "new").exists()


def test_a_full_disk_leaves_the_old_pages_and_is_told_in_one_line(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs_folder.write_pages(docs, [("a.md", b"old"), ("b.md", b"old")])
    genuine, written = os.write, []

    def full(handle: int, data: bytes) -> int:
        written.append(data)
        if len(written) == 3:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return genuine(handle, data)

    monkeypatch.setattr(os, "write", full)
    given = [("a.md", b"new"), ("new/c.md", b"new"), ("b.md", b"new")]
    with pytest.raises(faults.EnvironmentFault, match="no space left on device") as told:
        docs_folder.write_pages(docs, given)
    assert "\n" not in str(told.value)
    assert pages(docs) == {"a.md": b"old", "b.md": b"old"}
    assert not (docs / "new").exists()


def test_what_a_killed_run_left_is_swept_away(docs: Path) -> None:
    write(docs, ".factsheets-tmp-index.md", "half")
    docs_folder.write_pages(docs, [("index.md", b"one")])
    assert pages(docs) == {"index.md": b"one"}


# Switching folders


def test_a_new_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, "old.html", "old")
    with storage_publish.renewed(site) as new:
        assert new.parent == site.parent
        write(new, "new.html", "new")
        assert (site / "old.html").exists()
    assert set(tree(site)) == {"new.html", storage_publish.SITE_MARK}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_failed_build_leaves_the_old_folder(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, "old.html", "old")
    with pytest.raises(RuntimeError), storage_publish.renewed(site):
        raise RuntimeError("half way")
    assert tree(tmp_path) == {"site/old.html": b"old"}


def test_without_an_exchange_of_names_two_renames_do_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage_publish, "_exchanged", lambda *_: False)
    site = tmp_path / "site"
    write(site, "old.html", "old")
    with storage_publish.renewed(site) as new:
        write(new, "new.html", "new")
    assert "site/new.html" in tree(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.skipif(sys.platform != "linux", reason="an exchange in one step is Linux's")
def test_at_every_moment_a_complete_folder_is_there(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, "index.html", "0")
    missing, stop = [], threading.Event()

    def watch() -> None:
        while not stop.is_set():
            try:
                (site / "index.html").read_bytes()
            except FileNotFoundError as error:
                # Between opening the folder and the file, the folder may have been the old one.
                missing.append(error) if not site.is_dir() else None

    watcher = threading.Thread(target=watch)
    watcher.start()
    for number in range(200):
        with storage_publish.renewed(site) as new:
            write(new, "index.html", str(number))
    stop.set()
    watcher.join()
    assert missing == []


@pytest.mark.parametrize("out", ["/", "~", ".", "..", "content", "content/new", "docs", "seeds"])
def test_folders_that_hold_more_than_a_site_are_refused(root: Path, out: str) -> None:
    place = Path(out).expanduser() if out in "/~" else root / out
    with pytest.raises(faults.RefusedFolder):
        storage_publish.guard(root, place)


@posix_only
def test_a_mark_that_is_a_link_makes_no_folder_ours(root: Path, tmp_path: Path) -> None:
    write(tmp_path, "photos/me.jpg", "a picture")
    write(tmp_path, "mark", "a file of somebody")
    (tmp_path / "photos/.factsheets-site").symlink_to(tmp_path / "mark")
    with pytest.raises(faults.RefusedFolder):
        storage_publish.guard(root, tmp_path / "photos")


@posix_only
def test_each_folder_is_refused_in_words_that_name_it(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "photos/me.jpg", "a picture")
    write(tmp_path, "file", "a file")
    (tmp_path / "link").symlink_to(tmp_path / "photos")
    for out, said in (
        (tmp_path / "link", "is a symbolic link. Name the folder itself."),
        (root, "contains more than a site. Name a folder used only for the site."),
        (tmp_path, "contains more than a site. Name a folder used only for the site."),
        (root / "docs", "is a folder that people write to. Name another one."),
        (root / "content/new", "is a folder that people write to. Name another one."),
        (tmp_path / "file", "is a file. Name a folder."),
        (
            tmp_path / "photos",
            "contains files that this program did not write. Name a new folder.",
        ),
    ):
        with pytest.raises(faults.RefusedFolder) as caught:
            storage_publish.guard(root, out)
        assert str(caught.value) == f"{out} {said}"

    def forbidden(_: Path) -> Iterator[Path]:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "iterdir", forbidden)
    with pytest.raises(faults.EnvironmentFault) as fault:
        storage_publish.guard(root, tmp_path / "photos")
    assert str(fault.value) == f"{tmp_path / 'photos'} could not be read: permission denied."


def test_a_foreign_folder_is_refused_and_an_empty_or_marked_one_taken(
    root: Path, tmp_path: Path
) -> None:
    storage_publish.guard(root, tmp_path / "new")
    (tmp_path / "empty").mkdir()
    storage_publish.guard(root, tmp_path / "empty")
    write(tmp_path, "photos/me.jpg", "a picture")
    with pytest.raises(faults.RefusedFolder, match="did not write"):
        storage_publish.guard(root, tmp_path / "photos")
    storage_publish.mark(tmp_path / "photos")
    storage_publish.guard(root, tmp_path / "photos")


# The lock


def test_a_second_run_waits_and_then_names_the_holder(root: Path) -> None:
    with locking.lock(root, "facts build"):
        program = textwrap.dedent("""
            import pathlib, sys
            from factsheets.storage import faults, locking
            try:
                with locking.lock(pathlib.Path(sys.argv[1]), "facts generate", wait=0.3):
                    print("got it")
            except faults.EnvironmentFault as fault:
                print(fault)
        """)
        done = subprocess.run(
            [sys.executable, "-c", program, str(root)], capture_output=True, text=True, check=True
        )
    assert f"process {os.getpid()} (facts build)" in done.stdout
    assert "0.3 seconds" in done.stdout
    with locking.lock(root, "facts generate", wait=0):
        pass


@posix_only
@pytest.mark.parametrize(
    ("left", "named"),
    [
        (b"", "another process"),
        (b"facts \xff build", "facts \ufffd build"),
        (b"x" * 300, "x" * 200),
    ],
)
def test_a_holder_is_named_as_far_as_it_is_known(root: Path, left: bytes, named: str) -> None:
    held = locking.cache(root) / "lock"
    held.write_bytes(left)
    with held.open("rb") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        with (
            pytest.raises(faults.EnvironmentFault) as caught,
            locking.lock(root, "facts generate", wait=0.12),
        ):
            pass
    assert str(caught.value) == (
        f"Another run is writing: {named}. Waited 0.12 seconds; try again when it has finished."
    )


@posix_only
def test_who_waits_goes_on_when_the_lock_is_free(root: Path) -> None:
    held = (locking.cache(root) / "lock").open("wb")
    fcntl.flock(held, fcntl.LOCK_EX)
    timer = threading.Timer(0.15, held.close)
    timer.start()
    with locking.lock(root, "facts generate", wait=5):
        said = (root / ".cache/lock").read_text()
    timer.join()
    assert said == f"process {os.getpid()} (facts generate)"


def test_a_short_name_in_the_lock_leaves_nothing_of_a_longer_one(root: Path) -> None:
    for doing in ("facts build with a long name", "facts"):
        with locking.lock(root, doing, wait=0):
            assert (root / ".cache/lock").read_text() == f"process {os.getpid()} ({doing})"


def test_a_folder_of_the_caches_is_made_below_the_others(root: Path, tmp_path: Path) -> None:
    assert locking.cache(root) == locking.cache(root, "") == root / ".cache"
    assert locking.cache(root, "search/pages") == root / ".cache/search/pages"
    assert (root / ".cache/search/pages").is_dir()
    write(root, ".cache/file", "a file")
    with pytest.raises(faults.EnvironmentFault) as fault:
        locking.cache(root, "file/deeper")
    assert str(fault.value).startswith("The cache folder could not be created: ")
    (root / ".cache/link").symlink_to(tmp_path)
    with pytest.raises(faults.RefusedFolder) as refused:
        locking.cache(root, "link/deeper")
    assert str(refused.value) == (
        f"{root / '.cache/link'} is a symbolic link, which is not followed. Delete it."
    )


def test_a_run_that_was_killed_leaves_no_lock(root: Path) -> None:
    program = textwrap.dedent("""
        import os, pathlib, sys
        from factsheets.storage import faults, locking
        with locking.lock(pathlib.Path(sys.argv[1]), "facts build"):
            os._exit(9)
    """)
    done = subprocess.run([sys.executable, "-c", program, str(root)], check=False)
    assert done.returncode == 9
    with locking.lock(root, "facts generate", wait=0):
        pass


# git


def test_the_revision_is_known_only_where_the_folder_is_a_repository(root: Path) -> None:
    assert revisions.version(root).commit is None
    git(root, "init", "-q")
    assert revisions.version(root).commit is None
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "The content")
    assert revisions.version(root).commit == git(root, "rev-parse", "HEAD")
    assert revisions.version(root / "content").commit is None


def test_the_revision_is_that_of_the_content(root: Path) -> None:
    def committed(path: str, text: str) -> str:
        write(root, path, text)
        git(root, "add", ".")
        git(root, "commit", "-q", "-m", path)
        return git(root, "rev-parse", "HEAD")

    git(root, "init", "-q")
    committed("README.md", "One.\n")
    first = git(root, "rev-list", "--max-parents=0", "HEAD")
    assert revisions.version(root).commit == first
    committed("README.md", "Two.\n")
    assert revisions.version(root).commit == first
    for path in ("content/pages/about.md", "seeds/README.md"):
        before, changed = revisions.version(root).commit, committed(path, "New.\n")
        assert before != changed == revisions.version(root).commit
    git(root, "checkout", "-q", "-b", "side", "HEAD~1")
    committed("README.md", "Three.\n")
    git(root, "checkout", "-q", "-")
    git(root, "merge", "-q", "-m", "Both", "side")
    assert revisions.version(root).commit == changed
    git(root, "rm", "-r", "-q", "--cached", "content", "seeds")
    git(root, "commit", "-q", "-m", "None")
    assert revisions.version(root).commit == git(root, "rev-parse", "HEAD")


def test_a_history_without_content_has_no_revision_of_it(root: Path) -> None:
    git(root, "init", "-q")
    git(root, "commit", "-q", "--allow-empty", "-m", "Nothing yet")
    assert revisions.version(root).commit is None


def test_a_missing_git_is_no_fault(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert revisions.version(root).commit is None


def test_the_past_is_read_as_a_snapshot_would_have_read_it(root: Path) -> None:
    git(root, "init", "-q")
    write(root, "content/notes.txt", "stray")
    write(root, "content/topics/empty.yaml", "")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "The content")
    then = snapshot.snapshot(root).files
    write(root, "content/topics/bridge.yaml", "name: Changed\n")
    assert next(revisions.content_at(root, "HEAD")).files == then


@pytest.mark.parametrize("name", ["no-such-branch", "--help", "HEAD:content"])
def test_a_revision_that_git_does_not_know_is_named(root: Path, name: str) -> None:
    git(root, "init", "-q")
    git(root, "commit", "-q", "--allow-empty", "-m", "Nothing yet")
    with pytest.raises(faults.EnvironmentFault, match="knows no revision"):
        next(revisions.content_at(root, name))


def test_without_git_the_past_is_told_to_be_unknown(root: Path) -> None:
    with pytest.raises(faults.EnvironmentFault, match="no git history"):
        next(revisions.content_at(root, "main"))


# Publishing: checked first, undone if interrupted


@pytest.mark.parametrize("text", ["", None])
def test_a_new_folder_that_lacks_a_page_is_not_published(tmp_path: Path, text: str | None) -> None:
    old = tmp_path / "site"
    with storage_publish.renewed(old) as new:
        write(new, "index.html", "old")

    def publish() -> None:
        with storage_publish.renewed(old) as new:
            write(new, "index.html", "new")
            if text is not None:
                write(new, "facts/a/index.html", text)
            storage_publish.require(new, ["index.html", "facts/a/index.html"])

    with pytest.raises(faults.EnvironmentFault, match=r"facts/a/index\.html is missing"):
        publish()
    assert tree(old)["index.html"] == b"old"


def test_a_pair_of_renames_that_was_broken_off_is_repaired(tmp_path: Path) -> None:
    old = tmp_path / "site"
    with storage_publish.renewed(old) as new:
        write(new, "index.html", "old")
    old.rename(tmp_path / ".site.factsheets-old")
    shutil.rmtree(storage_publish.fresh(old))
    assert tree(old)["index.html"] == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_without_an_exchange_two_renames_do_and_a_failed_second_is_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage_publish, "_exchanged", lambda *_: False)
    old = tmp_path / "site"
    for text in ("one", "two"):
        with storage_publish.renewed(old) as new:
            write(new, "index.html", text)
        assert tree(old)["index.html"] == text.encode()
    new = storage_publish.fresh(old)
    shutil.rmtree(new)
    with pytest.raises(faults.EnvironmentFault):
        storage_publish.switch(new, old)
    assert tree(old)["index.html"] == b"two"


def test_a_folder_that_cannot_be_replaced_is_filled(tmp_path: Path) -> None:
    old = tmp_path / "site"
    before = {
        "index.html": "old",
        "a/index.html": "a",
        "b": "file",
        "c/x": "c",
        "lost+found/y": "y",
    }
    for name, text in before.items():
        write(old, name, text)
    storage_publish.mark(old)
    identity = old.stat().st_ino
    new = old / ".site.factsheets-new"
    after = {"index.html": "new", "a/other.html": "a", "b/index.html": "b", "c": "file", "d": "d"}
    for name, text in after.items():
        write(new, name, text)
    storage_publish.mark(new)
    storage_publish.switch(new, old)
    shutil.rmtree(new)
    found = {name: data.decode() for name, data in tree(old).items()}
    assert found.pop(storage_publish.SITE_MARK)
    assert found == {**after, "lost+found/y": "y"}
    assert old.stat().st_ino == identity


def test_without_an_exchange_a_folder_is_filled_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage_publish, "_exchanged", lambda *_: False)
    test_a_folder_that_cannot_be_replaced_is_filled(tmp_path)


@posix_only
def test_a_folder_is_counted_without_what_its_links_lead_to(tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/large.bin", "x" * 10_000)
    write(tmp_path, "site/a.txt", "1")
    write(tmp_path, "site/b/c.txt", "22")
    write(tmp_path, "site/b/d/e.txt", "4444")
    assert storage_publish.amount(tmp_path / "site") == (3, 7)
    (tmp_path / "site/b/link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "site/large.bin").symlink_to(tmp_path / "elsewhere/large.bin")
    number, size = storage_publish.amount(tmp_path / "site")
    assert number == 5
    assert 7 < size < 1_000
    (tmp_path / "empty").mkdir()
    assert storage_publish.amount(tmp_path / "empty") == (0, 0)


@posix_only
def test_a_link_in_the_theme_is_named(root: Path, tmp_path: Path) -> None:
    write(root, "site-templates/pages/a.html.j2", "a")
    write(tmp_path, "secret.txt", "secret")
    (root / "site-templates/theme").mkdir()
    (root / "site-templates/theme/shown.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(faults.EnvironmentFault) as caught:
        templates.templates(root)
    assert str(caught.value) == (
        f"{root / 'site-templates/theme/shown.txt'} is a symbolic link or a device, which could "
        "publish files from outside the project. Put the file itself there, or delete it."
    )


def test_templates_that_cannot_be_read_are_told_in_one_line(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(root, "site-templates/pages/a.html.j2", "a")

    def broken(_path: Path, _pattern: str) -> Iterator[Path]:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Path, "rglob", broken)
    with pytest.raises(faults.EnvironmentFault) as caught:
        templates.templates(root)
    assert str(caught.value) == "The templates could not be read: input/output error."


def test_a_file_that_never_stands_still_is_named(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = iter(range(1, 1_000))
    real = os.fstat

    def restless(handle: int) -> os.stat_result:
        found = list(real(handle))
        found[6] = next(sizes)
        return os.stat_result(found)

    monkeypatch.setattr(os, "fstat", restless)
    with pytest.raises(faults.EnvironmentFault, match="changed while it was read"):
        snapshot.snapshot(root)


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("content/actors/Ada Example.yaml", "Rename it to ada-example.yaml. Use small letters"),
        ("content/pages/About Us.md", "Rename it to about-us.md. Use small letters"),
        ("content/actors/ann.yml", "Rename it to ann.yaml. The ending is .yaml"),
        ("content/actors/Ann.b.yaml.txt", "Rename it to ann.yaml. The ending is .yaml"),
        ("content/actors/a/Ann B.md.yml", "Rename it to ann-b.yaml. The ending is .yaml"),
        ("content/actors/con.yaml", "Use small letters"),
        ("content/actors/\u6f22.yaml", "Use small letters"),
        ("content/people/ann.yaml", "Move it to content/actors/"),
        ("content/notes.pdf", "Delete it, or move it"),
    ],
)
def test_a_file_of_a_wrong_name_is_told_the_name_that_was_meant(
    root: Path, name: str, advice: str
) -> None:
    write(root, name, "kind: person\nname: Ann\n")
    (problem,) = [one for one in snapshot.snapshot(root).problems if one.place.file == name]
    assert problem.help.startswith(advice)
    assert problem.message
    assert (problem.severity == "warning") == (problem.code == "stray-file")


LIMIT = 4 << 20


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a" * LIMIT, ""),
        (b"a" * (LIMIT + 1), "is larger than 4 MiB."),
        (b"abc\xff", "is not in UTF-8 (byte 4). Save it as UTF-8."),
    ],
    ids=["largest", "larger", "encoding"],
)
def test_a_text_that_somebody_named_is_read_or_refused_by_its_name(
    tmp_path: Path, data: bytes, said: str
) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(data)
    if not said:
        assert snapshot.read_text(path) == data.decode()
        return
    with pytest.raises(faults.EnvironmentFault) as caught:
        snapshot.read_text(path)
    assert str(caught.value) == f"{path} {said}"


def test_a_text_that_is_none_is_refused_by_its_name(tmp_path: Path) -> None:
    for path, said in (
        (tmp_path / "gone", f"{tmp_path / 'gone'} could not be read: no such file or directory"),
        (tmp_path, f"{tmp_path} is not a regular file, or is a symbolic link."),
    ):
        with pytest.raises(faults.EnvironmentFault) as caught:
            snapshot.read_text(path)
        assert str(caught.value).startswith(said)


def test_each_template_is_the_projects_own_else_the_programs(root: Path) -> None:
    own = templates.templates(REPOSITORY)
    assert "pages/statement.html.j2" in own
    assert not (root / "site-templates").exists()
    assert templates.templates(root) == own
    write(root, "site-templates/pages/statement.html.j2", "mine")
    write(root, "site-templates/partials/more/mine.md.j2", "more")
    changed = {"pages/statement.html.j2": "mine", "partials/more/mine.md.j2": "more"}
    assert templates.templates(root) == own | changed


def test_each_theme_file_is_the_owners_else_the_programs(root: Path) -> None:
    program = str(REPOSITORY / "site-templates/theme")
    assert templates.theme_folders(REPOSITORY, program) == (program,)
    assert templates.theme_folders(root, None) == (program,)
    own = str(write(root, "site-templates/theme/main.html", "mine").parent)
    overrides = str(write(root, "overrides/404.html", "mine").parent)
    assert templates.theme_folders(root, None) == (own, program)
    assert templates.theme_folders(root, overrides) == (overrides, own, program)


@posix_only
def test_a_link_in_the_owners_theme_is_named(root: Path) -> None:
    link = root / "overrides/shown.txt"
    link.parent.mkdir()
    link.symlink_to(root / "mkdocs.yml")
    with pytest.raises(faults.EnvironmentFault, match="is a symbolic link"):
        templates.theme_folders(root, str(link.parent))


def test_the_wheel_has_its_templates_inside(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "a/b/c"
    monkeypatch.setattr(factsheets, "__file__", str(package / "__init__.py"))
    with pytest.raises(faults.EnvironmentFault) as caught:
        templates.templates(root)
    assert (
        str(caught.value)
        == "The program's folder site-templates is missing. Reinstall the program."
    )
    write(package, "site-templates/pages/statement.html.j2", "inside")
    write(package.parent.parent, "site-templates/pages/statement.html.j2", "of somebody else")
    assert templates.templates(root) == {"pages/statement.html.j2": "inside"}


def test_pages_that_are_kept_are_neither_written_nor_removed(tmp_path: Path) -> None:
    docs_folder.write_pages(tmp_path / "docs", [("a.md", b"a"), ("b.md", b"b"), ("c.md", b"c")])
    done = docs_folder.write_pages(tmp_path / "docs", [("a.md", b"new")], {"b.md", "foreign.md"})
    assert (done.written, done.unchanged, done.removed) == (("a.md",), 1, ("c.md",))
    assert sorted(path.name for path in (tmp_path / "docs").glob("*.md")) == ["a.md", "b.md"]
