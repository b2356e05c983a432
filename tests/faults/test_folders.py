"""Links, pipes and devices in any folder, and output folders that belong to others."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from factsheets.storage import faults, locking, publish, search_index, snapshot

from tests.helpers.projects import FACTS, SEED, change, facts, lay_out, tree, write

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of Unix"),
]

PAGES = [
    (
        "facts/a.html",
        b"<!doctype html><html lang=en><body data-pagefind-body>Some words.</body></html>",
    )
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "project", site=True)


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """Somebody else's folder, laid out so that it could be used in place of any linked file."""
    folder = tmp_path / "foreign"
    for name in (
        *(
            "lock",
            "mine.txt",
            "search/pages/facts/mine.html",
            "pages/facts/mine.html",
            "index.html",
        ),
        *("pages/statement.html.j2", "theme/main.html", "facts/mine.html", "stamp"),
    ):
        write(folder, name, "mine")
    return folder


def linked(place: Path, target: Path) -> None:
    """Replace a file or folder with a link; the original is moved away."""
    if place.exists():
        place.rename(place.with_name(f".{place.name}-away"))
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(target)


@pytest.mark.parametrize(
    ("link", "exit_code"),
    [
        ("content", 1),
        ("content/facts", 1),
        ("content/pages", 1),
        ("content/pages/about", 1),
        (FACTS, 1),
        ("content/pages/index.md", 1),
        ("content/addresses.txt", 1),
        ("seeds", 1),
        (SEED, 1),
        ("seeds/example-2024-03-05.txt", 1),
        ("site-templates", 3),
        ("site-templates/pages", 3),
        ("site-templates/theme", 3),
        ("site-templates/theme/assets/x", 3),
        ("docs", 2),
        (".cache", 2),
        ("build", 2),
    ],
)
def test_what_a_link_leads_to_is_neither_read_nor_touched(
    root: Path, foreign: Path, link: str, exit_code: int
) -> None:
    linked(root / link, foreign)
    before = tree(foreign)
    for command in ("generate", "export"):
        done = facts(root, command)
        assert done.exit_code in {0, exit_code}, done.output
        assert "Traceback" not in done.output
    assert exit_code in {facts(root, command).exit_code for command in ("generate", "export")}
    assert tree(foreign) == before


@pytest.mark.parametrize("link", ["search", "search/pages", "search/pages/facts", "search/new"])
def test_a_link_in_the_cache_of_the_search_leads_nowhere(
    root: Path, foreign: Path, link: str
) -> None:
    linked(root / ".cache" / link, foreign)
    before = tree(foreign)
    if link == "search":
        with pytest.raises(faults.RefusedFolder, match="symbolic link"):
            search_index.search_index(root, PAGES)
    else:
        search_index.search_index(root, PAGES)
    assert tree(foreign) == before


def test_a_strange_file_in_the_cache_of_the_search_ends_no_build(root: Path) -> None:
    write(root, ".cache/search/pages/.DS_Store", "left by a file manager")
    write(root, ".cache/search/pages/facts/deeper/x.html", "left by somebody")
    search_index.search_index(root, PAGES)
    assert sorted(tree(root / ".cache/search/pages")) == ["facts/a.html"]


@pytest.mark.parametrize(
    ("name", "exit_code"),
    [
        ("content/actors/pipe.yaml", 1),
        ("content/pages/pipe.md", 1),
        ("seeds/pipe.json", 1),
        ("site-templates/pages/pipe.html.j2", 3),
        ("site-templates/theme/pipe", 3),
        ("docs/pipe.md", 0),
    ],
)
def test_a_pipe_or_device_is_never_opened(root: Path, name: str, exit_code: int) -> None:
    os.mkfifo(root / name)
    assert facts(root, "generate").exit_code == exit_code
    (root / name).unlink(missing_ok=True)
    try:
        os.mknod(root / name, 0o020600, os.makedev(1, 5))  # reads as zeros without end
    except PermissionError:
        return
    assert facts(root, "generate").exit_code == exit_code


@pytest.mark.parametrize("command", ["build", "export", "generate"])
@pytest.mark.parametrize(
    "out",
    [
        *("/", "~", ".", "..", "content", "content/new", "docs/new", "seeds", "site-templates/x"),
        *(".git/x", "../foreign", "../to-foreign", "../to-content/x", "mkdocs.yml"),
    ],
)
def test_an_output_folder_that_is_not_ours_is_refused(
    root: Path, foreign: Path, command: str, out: str
) -> None:
    (root.parent / "to-foreign").symlink_to(foreign)
    (root.parent / "to-content").symlink_to(root / "content")
    place = Path(out).expanduser() if out in "/~" else root / out
    before = tree(root), tree(foreign)
    done = facts(root, command, "--out", str(place))
    assert done.exit_code == 2, done.output
    assert len(done.output.strip().splitlines()) <= 4  # the usage, and one line
    assert (tree(root), tree(foreign)) == before


@pytest.mark.parametrize("kind", ["facts", "actors", "topics", "events"])
def test_a_file_in_the_place_of_a_whole_kind_is_an_error(root: Path, kind: str) -> None:
    shutil.rmtree(root / "content" / kind, ignore_errors=True)
    write(root, f"content/{kind}", "no folder any more")
    told = facts(root, "check", "--format", "json")
    named = [
        (each["code"], each["severity"])
        for each in json.loads(told.stdout)["problems"]
        if each["file"] == f"content/{kind}"
    ]
    assert (told.exit_code, named) == (1, [("wrong-folder", "error")])


def test_content_that_is_gone_as_a_whole_leaves_the_site_that_stands(root: Path) -> None:
    assert facts(root, "build").exit_code == 0
    standing = tree(root / "site")
    (root / "content").rename(root / "away")
    for name in ("actors", "topics", "facts"):
        (root / "content" / name).mkdir(parents=True)
    told = facts(root, "build")
    assert told.exit_code == 3
    assert "contains no content files" in told.stderr
    write(root, "content/pages/index.md", "# Nothing yet\n")
    told = facts(root, "build")
    assert told.exit_code == 3
    assert told.stderr.splitlines()[-1].startswith("facts: content/ has no records, but ")
    assert tree(root / "site") == standing
    shutil.rmtree(root / "site")
    assert facts(root, "build").exit_code == 0
    assert facts(root, "build").exit_code == 0


@pytest.mark.parametrize("link", [False, True])
def test_pages_that_have_no_folder_are_told_in_one_line(root: Path, *, link: bool) -> None:
    shutil.rmtree(root / "docs", ignore_errors=True)
    if link:
        (root / "docs").symlink_to(root / "gone")
    else:
        write(root, "docs", "a file")
    told = facts(root, "build")
    assert told.exit_code == 3
    assert told.stderr.splitlines()[-1] == (
        f"facts: The folder docs/ could not be created: file exists ({root / 'docs'})."
    )


@pytest.mark.parametrize(
    "text",
    [
        *(b"", b"- a\n", b"\xff\xfe", b"site_name: x\n\0", b"site_name: x\nplugins: factsheets\n"),
        *(b"INHERIT: mkdocs.yml\nsite_name: x\n", b"INHERIT: words.txt\nsite_name: x\n"),
        *(b"INHERIT: gone.yml\n", b"site_name: x\nplugins: [factsheets]\nhooks: [broken.py]\n"),
        b"site_name: x\nplugins: [factsheets]\nsite_dir: /\n",
    ],
)
def test_a_configuration_that_mkdocs_cannot_read_is_no_fault_of_ours(
    root: Path, text: bytes
) -> None:
    write(root, "words.txt", "only words")
    write(root, "broken.py", "raise ValueError")
    (root / "mkdocs.yml").write_bytes(text)
    told = facts(root, "build")
    assert told.exit_code == 3
    assert told.stderr.splitlines()[-1].startswith("facts: mkdocs.yml")
    assert "Traceback" not in told.output


@pytest.mark.parametrize("command", [["check"], ["check", "--format", "json"], ["explain"]])
def test_a_full_disk_behind_what_is_printed_is_told_in_one_line(
    root: Path, command: list[str]
) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this machine has no disk that is always full")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults.facts", "--root", str(root), *command],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    told = "facts: This command could not finish: no space left on device."
    assert (done.returncode, done.stderr.splitlines()[:1]) == (3, [told])


def test_a_named_folder_reaches_the_terminal_as_text(root: Path, tmp_path: Path) -> None:
    out = os.fsdecode(os.fsencode(tmp_path) + b"/a\x1b[31m\n\xff")
    for command in ("generate", "build", "export"):
        told = facts(root, command, "--out", f"{out}/{command}\x07")
        assert told.exit_code == 0, told.stderr
        assert f"{command}<U+0007>" in told.stderr.splitlines()[-1 if command != "build" else -2]
        assert not set(told.stderr) & {"\x1b", "\x07"}


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_input_or_output_is_no_fault(root: Path, closed: str) -> None:
    command = [sys.executable, "-m", "tests.faults.facts", "--root", str(root), "build"]
    done = subprocess.run(["sh", "-c", f'"$@" {closed}', "sh", *command], check=False)
    assert done.returncode == 0
    assert (root / "site/index.html").is_file()


def test_no_home_folder_is_no_fault(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", unknown)
    publish.guard(root, root / "new")


def test_a_folder_whose_name_is_no_text_is_named(root: Path) -> None:
    for name in (b"\xff", b"a\x1b[31m"):
        raw = os.fsencode(root / "content/pages") + b"/" + name
        try:
            os.mkdir(raw)  # noqa: PTH102 - a name that is no text
        except OSError:
            pytest.skip("this disk takes no such name")
    named = [(one.code, one.place.file) for one in snapshot.snapshot(root).problems]
    assert named == [
        ("bad-file-name", "content/pages/a<U+001B>[31m"),
        ("bad-file-name", "content/pages/\ufffd"),
    ]


def test_a_file_that_comes_and_goes_while_it_is_read_is_never_left_out(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, times = os.open, iter([True, True])

    def gone(path: str, *arguments: int) -> int:
        if str(path).endswith("bridge.yaml") and next(times, False):
            raise FileNotFoundError(2, "gone", str(path))
        return real(path, *arguments)

    monkeypatch.setattr(os, "open", gone)
    assert "content/topics/bridge.yaml" in snapshot.snapshot(root).files
    times = iter([True] * 99)
    with pytest.raises(faults.EnvironmentFault, match="changed while it was read"):
        snapshot.snapshot(root)


def test_who_waited_for_another_run_publishes_what_stands_there_then(root: Path) -> None:
    command = [sys.executable, "-m", "tests.faults.facts", "--root", str(root), "export"]
    with locking.lock(root, "another run"):
        waiting = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        assert waiting.stdout is not None
        assert b"Checked" in waiting.stdout.readline()
        change(root, FACTS, "The bridge is to open in May", "The bridge is to open in June")
    said = waiting.communicate(timeout=60)[0].decode()
    assert waiting.returncode == 0, said
    assert "open in June" in (root / "build/data/facts.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_no_name_of_a_file_reaches_a_terminal_or_github_as_a_command(root: Path, form: str) -> None:
    for name in (
        b"a\x1b[31mb.yaml",
        b"a\n::error::b.yaml",
        b"\xe2\x80\xaec.yaml",
        b"%0Ab,c:d.yaml",
    ):
        raw = os.fsencode(root / "content/actors") + b"/" + name
        os.close(os.open(raw, os.O_CREAT | os.O_WRONLY))
    said = facts(root, "check", "--format", form).output
    assert not set("\x1b\u202e") & set(said)
    assert said.count("bad-file-name") == 4
    assert not [line for line in said.splitlines() if line.startswith("::error::")]
    if form == "github":
        assert "%250Ab%2Cc%3Ad.yaml" in said
