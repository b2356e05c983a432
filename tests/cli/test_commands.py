"""The command `facts`: what each command does, what it prints, how it ends."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from factsheets.cli import main
from factsheets.problems.catalogue import catalogue
from factsheets.storage import docs_folder, publish, snapshot

from tests.helpers.projects import (
    ARTICLE_TEXT,
    CONTENT,
    FACTS,
    REPOSITORY,
    SEED,
    change,
    facts,
    lay_out,
    tree,
    write,
)

PROGRAM = (sys.executable, "-c", "from factsheets.cli import run; run()")
COMMANDS = sorted(main.commands)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "project", site=True)


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")  # 1 June 2024
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *arguments], cwd=root, capture_output=True, text=True, check=False
    )


# The command as a whole


def imported(root: Path, *arguments: str) -> set[str]:
    """The modules that a command imports."""
    code = (
        "import sys\n"
        "from factsheets.cli import main\n"
        "main(sys.argv[1:], prog_name='facts', standalone_mode=False)\n"
        "print(*sys.modules, sep='\\n', file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split())


def test_the_help_imports_no_library_but_click(root: Path) -> None:
    found = imported(root, "--help")
    assert "click" in found
    assert not found & {"babel", "jinja2", "mkdocs", "pydantic", "sqlite3", "yaml"}
    assert len([name for name in found if name.startswith("factsheets")]) < 10


def test_the_check_imports_neither_templates_nor_open_data(root: Path) -> None:
    found = imported(root, "check")
    assert not found & {"jinja2", "mkdocs.config", "sqlite3"}
    assert not {name for name in found if name.startswith(("factsheets.data.", "factsheets.cite"))}
    assert len([name for name in found if name.startswith("factsheets")]) <= 102


@pytest.mark.parametrize("command", COMMANDS)
def test_the_list_of_commands_has_the_words_of_each_command(command: str) -> None:
    context = click.Context(main)
    listed = main.commands[command].get_short_help_str()
    found = main.resolve_command(context, [command])[1]
    assert found is not None
    assert found.name == command
    assert listed.split(" ")[0] == (found.help or "").split(" ")[0]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_fits_on_a_screen(command: str) -> None:
    told = CliRunner().invoke(main, [command, "--help"])
    assert told.exit_code == 0
    assert len(told.output.splitlines()) <= 24
    assert max(map(len, told.output.splitlines())) <= 80


def test_the_project_is_found_from_a_folder_within_it(root: Path) -> None:
    done = run(root / "content/actors", "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\nChecked 2 statements, 1 source" in done.stdout


def test_without_a_project_the_command_says_how_to_name_one(tmp_path: Path) -> None:
    done = run(tmp_path, "check")
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.startswith("facts: There is no mkdocs.yml here")
    assert len(done.stderr.splitlines()) == 1


def test_wrong_usage_ends_with_two(root: Path) -> None:
    assert facts(root, "chek").exit_code == 2
    assert facts(root, "check", "--colour").exit_code == 2
    assert facts(root, "check", "no-such-file.yaml").exit_code == 2
    assert facts(root / "nowhere", "check").exit_code == 2


def test_a_fault_of_the_program_is_one_line_and_the_trace_is_kept(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr(snapshot, "snapshot", broken)
    done = facts(root, "check")
    assert done.exit_code == 70
    assert done.stderr == (
        "facts: This is a bug in the program, not a mistake in the content: RuntimeError: "
        "two lines. The traceback is in .cache/fault.txt; please report it.\n"
    )
    assert 'raise RuntimeError("two\\nlines")' in (root / ".cache/fault.txt").read_text()


def test_a_reader_that_has_seen_enough_is_no_fault(root: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", '"$@" explain | head -n 1', "sh", *PROGRAM],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


# check


def test_check_tells_what_is_wrong_and_ends_with_one(root: Path) -> None:
    change(root, FACTS, "will open in May", "shall open in May")
    done = facts(root, "check")
    assert done.exit_code == 1
    assert f"{FACTS}:" in done.output
    assert "[quote-not-found]" in done.output
    assert done.output.endswith("0 of 1 quotation found. 1 error.\n")


def test_warnings_do_not_end_a_check_with_an_error(root: Path) -> None:
    (root / SEED).unlink()
    done = facts(root, "check")
    assert done.exit_code == 0
    assert "[quote-not-captured]" in done.output
    assert done.output.endswith("1 warning.\n")


def test_a_day_that_has_not_come_yet_is_a_warning(root: Path) -> None:
    change(root, FACTS, "published: 2024-03-05", "published: 2204-03-05")
    done = facts(root, "check")
    assert done.exit_code == 0
    assert f"{FACTS}:3:12: warning: 2204-03-05 is in the future." in done.output


def test_problems_of_all_files_are_told_in_one_run_in_their_order(root: Path) -> None:
    write(root, "content/actors/a.yml", "kind: person\nname: A\n")
    write(root, "content/actors/b.yaml", "kind: [person\n")
    write(root, "content/topics/c.yaml", "name: C\nsumary: C\n")
    told = json.loads(facts(root, "check", "--format", "json").output)
    places = [(row["file"], row["line"]) for row in told["problems"]]
    assert places == sorted(places)
    assert {file for file, _ in places} >= {
        "content/actors/a.yml",
        "content/actors/b.yaml",
        "content/topics/c.yaml",
    }
    assert told["summary"]["errors"] == len(told["problems"])


def test_a_broken_file_is_the_only_one_that_complains(root: Path) -> None:
    write(root, "content/topics/bridge.yaml", "name: [The bridge\n")
    told = json.loads(facts(root, "check", "--format", "json").output)
    assert [row["file"] for row in told["problems"]] == ["content/topics/bridge.yaml"]


def test_a_file_with_a_wrong_ending_is_the_only_one_that_complains(root: Path) -> None:
    (root / "content/topics/bridge.yaml").rename(root / "content/topics/bridge.yml")
    told = json.loads(facts(root, "check", "--format", "json").output)
    assert [row["code"] for row in told["problems"]] == ["wrong-ending"]


def test_check_of_a_path_tells_of_nothing_else(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, "content/actors/b.yaml", "kind: [person\n")
    monkeypatch.chdir(root / "content")
    assert facts(root, "check", "actors").exit_code == 1
    assert facts(root, "check", "actors/b.yaml").exit_code == 1
    assert facts(root, "check", ".").exit_code == 1
    clean = facts(root, "check", "topics", "actors/ada-example.yaml")
    assert clean.exit_code == 0
    assert clean.output.endswith("No problems.\n")
    assert facts(root, "check", "/").exit_code == 2


def test_check_says_how_to_see_more_than_twenty(root: Path) -> None:
    for number in range(25):
        write(root, f"content/topics/t{number}.yaml", "name: [\n")
    assert "and 5 more: facts check --all" in facts(root, "check").output
    assert "more:" not in facts(root, "check", "--all").output


def test_check_writes_nothing(root: Path) -> None:
    before = tree(root)
    facts(root, "check")
    facts(root, "check", "--format", "github")
    assert tree(root) == before


def test_the_summary_of_a_github_job_gets_every_problem(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = write(root.parent, "summary.md", "Before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    change(root, FACTS, "will open in May", "shall open in May")
    done = facts(root, "check", "--format", "github")
    assert done.output.startswith(f"::error file={FACTS},line=")
    assert page.read_text().startswith("Before\n### 1 error.")
    assert "quote-not-found" in page.read_text()


def test_output_that_is_no_terminal_has_no_colour(root: Path) -> None:
    change(root, FACTS, "will open in May", "shall open in May")
    assert "\x1b" not in run(root, "check").stdout


# generate


def test_generate_writes_the_pages_and_a_second_run_touches_none(root: Path) -> None:
    first = facts(root, "generate")
    assert first.exit_code == 0, first.output
    pages = tree(root / "docs")
    assert {
        ".gitignore",
        "index.md",
        "actors/ada-example.md",
        "facts/example-bridge-may.md",
        "sources/example-2024-03-05.md",
        "topics/bridge.md",
        "about/method.md",
    } <= set(pages)
    second = facts(root, "generate")
    others = {".gitignore", docs_folder.PAGES_MARK}
    assert f"docs/: 0 written, {len(pages.keys() - others)} unchanged, 0 removed." in second.stderr


def test_a_removed_record_takes_its_page_with_it(root: Path) -> None:
    write(root, "content/actors/b.yaml", "kind: person\nname: B\n")
    facts(root, "generate")
    assert (root / "docs/actors/b.md").exists()
    (root / "content/actors/b.yaml").unlink()
    assert "1 removed" in facts(root, "generate").stderr
    assert not (root / "docs/actors/b.md").exists()


def test_with_an_error_nothing_at_all_is_written(root: Path) -> None:
    facts(root, "generate")
    change(root, "content/topics/bridge.yaml", "The bridge", "Another name")
    change(root, FACTS, "will open in May", "shall open in May")
    before = tree(root)
    assert facts(root, "generate").exit_code == 1
    assert facts(root, "build").exit_code == 1
    assert facts(root, "export").exit_code == 1
    assert tree(root) == before


def test_pages_go_into_another_folder_when_asked(root: Path, tmp_path: Path) -> None:
    done = facts(root, "generate", "--out", tmp_path / "pages")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "pages/index.md").exists()
    assert set(tree(root / "docs")) == {".gitignore"}
    assert facts(root, "generate", "--out", tmp_path / "pages").exit_code == 0


@pytest.mark.parametrize("command", ["generate", "build", "export"])
def test_a_folder_of_somebody_elses_is_refused(root: Path, tmp_path: Path, command: str) -> None:
    photo = write(tmp_path, "photos/me.jpg", "a picture")
    done = facts(root, command, "--out", photo.parent)
    assert done.exit_code == 2
    assert "did not write" in done.stderr
    assert facts(root, command, "--out", root / "content").exit_code == 2
    assert facts(root, command, "--out", root).exit_code == 2
    assert tree(tmp_path / "photos") == {"me.jpg": b"a picture"}


def test_two_clones_give_the_same_bytes(root: Path, tmp_path: Path) -> None:
    other = lay_out(tmp_path / "somewhere/else", site=True)
    facts(root, "generate")
    facts(other, "generate")
    assert tree(root / "docs") == tree(other / "docs")


def test_a_full_disk_is_told_in_one_line(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write

    def full(handle: int, data: bytes) -> int:
        if len(data) < 500:  # There is room for the lock and the marks.
            return real(handle, data)
        raise OSError(28, "No space left on device", "somewhere")

    monkeypatch.setattr(os, "write", full)
    before = tree(root / "docs")
    done = facts(root, "generate")
    assert done.exit_code == 3
    assert tree(root / "docs") == before
    assert done.stderr.splitlines()[-1].endswith("no space left on device.")


def test_a_missing_mkdocs_yml_is_told(root: Path) -> None:
    (root / "mkdocs.yml").unlink()
    assert facts(root, "check").exit_code == 0
    done = facts(root, "generate")
    assert done.exit_code == 3
    assert "has no mkdocs.yml" in done.stderr


# build and export


def test_build_makes_the_whole_site_with_its_data(root: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    done = facts(root, "build", "--out", site)
    assert done.exit_code == 0, done.output
    page = (site / "facts/example-bridge-may/index.html").read_text(encoding="utf-8")
    assert "The bridge is to open in May" in page
    [cite] = re.findall(r'<section class="cite".*?</section>', page, re.DOTALL)
    assert '<a href="../../check/">Look up a sentence</a>' in cite
    home = (site / "index.html").read_text(encoding="utf-8")
    bar, _, text = home.partition("<main")
    assert [part.count('href="check/"') for part in (bar, text)] == [1, 1]
    rows = json.loads((site / "data/facts.json").read_text(encoding="utf-8"))
    assert [row["id"] for row in rows] == ["example-bridge-may", "example-work-began"]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_failed_build_leaves_the_old_site_whole(root: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    facts(root, "build", "--out", site)
    before = tree(site)
    write(root, "site-templates/theme/main.html", "{% extends 'no-such-base.html' %}")
    assert facts(root, "build", "--out", site).exit_code != 0
    assert tree(site) == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_a_killed_build_leaves_the_old_site_and_the_next_one_works(
    root: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    facts(root, "build", "--out", site)
    before = tree(site)
    with subprocess.Popen(
        [*PROGRAM, "build", "--out", str(site)], cwd=root, stderr=subprocess.DEVNULL
    ) as build:
        new = publish.next_folder(site)
        while not new.exists() and build.poll() is None:
            time.sleep(0.005)
        build.send_signal(signal.SIGKILL)
    assert build.returncode == -signal.SIGKILL
    assert tree(site) == before
    assert facts(root, "build", "--out", site).exit_code == 0
    assert not new.exists()


def test_export_writes_the_data_alone(root: Path) -> None:
    done = facts(root, "export")
    assert done.exit_code == 0, done.output
    made = set(tree(root / "build"))
    assert "data/facts.json" in made
    assert not any(name.endswith(".html") for name in made)


def test_the_data_are_those_of_the_site(root: Path, tmp_path: Path) -> None:
    facts(root, "export", "--out", tmp_path / "data-only")
    facts(root, "build", "--out", tmp_path / "site")
    data, site = tree(tmp_path / "data-only"), tree(tmp_path / "site")
    assert {name: site.get(name) for name in data} == data


# explain, find, capture


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_every_code_is_explained_with_two_right_and_two_wrong_examples(code: str) -> None:
    told = facts(REPOSITORY, "explain", code).output
    assert told.startswith(f"{code}: {catalogue()[code].title}\n")
    assert (told.count("\nRight:\n"), told.count("\nWrong:\n")) == (2, 2)


def test_an_unknown_code_gets_the_nearest_one(root: Path) -> None:
    done = facts(root, "explain", "quote-not-fund")
    assert done.exit_code == 2
    assert "Did you mean quote-not-found?" in done.stderr


def test_explain_alone_lists_all_codes(root: Path) -> None:
    told = facts(root, "explain").output.splitlines()
    assert [line.split()[0] for line in told] == sorted(catalogue())


def test_help_does_not_read_the_explanations() -> None:
    code = """
import sys
from factsheets.cli import run
from factsheets.problems.catalogue import catalogue
sys.argv = ["facts", "--help"]
try:
    run()
finally:
    assert catalogue.cache_info().currsize == 0
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "explain" in done.stdout


def test_find_shows_paragraph_and_facts_where_the_text_is_at_hand(root: Path) -> None:
    write(root, "seeds/example-2024-03-05.txt", ARTICLE_TEXT)
    told = facts(root, "find", "open", "in", "May").output
    assert told == (
        "example-2024-03-05\n"
        "  paragraph 1, inside quotation marks: …or of Exampletown, said on Monday that "
        '"the new bridge will [open in May]".…\n'
        "  quoted by: example-bridge-may\n"
        "  listed as the publisher's words: example-bridge-may\n"
    )


def test_find_says_where_a_text_is_not_at_hand(root: Path) -> None:
    told = facts(root, "find", "new bridge").output
    assert "example-2024-03-05  (its text is not available)" in told
    assert "quoted by: example-bridge-may" in told


def test_find_says_when_there_is_nothing(root: Path) -> None:
    done = facts(root, "find", "no such words")
    assert done.exit_code == 0
    assert done.output == "These words are in no available text and in no fact.\n"


def test_capture_proves_the_quotations_and_is_listed(root: Path, tmp_path: Path) -> None:
    (root / SEED).unlink()
    text = write(tmp_path, "example article.txt", ARTICLE_TEXT)
    done = facts(root, "capture", "example-2024-03-05", text)
    assert done.exit_code == 0, done.output
    assert "2 paragraphs" in done.output
    assert facts(root, "check").output.endswith("1 of 1 quotation found. No problems.\n")
    listed = (root / "seeds/README.md").read_text(encoding="utf-8")
    assert "example article.txt" in listed
    assert "https://news.example/bridge" in listed
    assert "the new bridge will open" not in listed + (root / SEED).read_text(encoding="utf-8")


def test_a_capture_of_the_same_text_stays_as_it_was(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = write(tmp_path, "article.txt", ARTICLE_TEXT)
    facts(root, "capture", "example-2024-03-05", text)
    before = tree(root / "seeds")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1727200000")
    assert facts(root, "capture", "example-2024-03-05", text).output.startswith("Unchanged")
    assert tree(root / "seeds") == before


def test_a_capture_needs_its_article_first(root: Path, tmp_path: Path) -> None:
    text = write(tmp_path, "article.txt", ARTICLE_TEXT)
    before = tree(root)
    done = facts(root, "capture", "no-such-article", text)
    assert done.exit_code == 2
    assert "content/facts/no-such-article.yaml" in done.stderr
    assert facts(root, "capture", "../escape", text).exit_code == 2
    assert tree(root) == before


def test_a_capture_of_a_broken_article_tells_what_is_broken(root: Path, tmp_path: Path) -> None:
    write(root, FACTS, "publisher: [\n")
    text = write(tmp_path, "article.txt", ARTICLE_TEXT)
    done = facts(root, "capture", "example-2024-03-05", text)
    assert done.exit_code == 1
    assert f"{FACTS}:" in done.output


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"x" * (5 << 20)])
def test_a_text_that_cannot_be_captured_is_told(root: Path, tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "article.txt").write_bytes(raw)
    done = facts(root, "capture", "example-2024-03-05", tmp_path / "article.txt")
    assert done.exit_code == 3
    assert len(done.stderr.splitlines()) == 1
    assert facts(root, "capture", "example-2024-03-05", tmp_path / "none.txt").exit_code == 3


def test_the_made_up_content_is_what_these_tests_take_it_for(root: Path) -> None:
    assert len(CONTENT) == len([name for name in tree(root) if name.startswith("content/")])
    assert docs_folder.PAGES_MARK not in tree(root)


@pytest.mark.parametrize("given", ["soon", "0", "-3", "1.5", "true", "[1]"])
def test_a_limit_of_review_that_is_no_number_of_days_is_told(root: Path, given: str) -> None:
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert "review_after_days: 365" in text
    text = text.replace("review_after_days: 365", f"review_after_days: {given}")
    config.write_text(text, encoding="utf-8")
    done = facts(root, "generate")
    assert done.exit_code == 3
    assert "extra.review_after_days" in done.stderr
    assert "such as 365" in done.stderr
