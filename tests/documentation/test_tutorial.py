"""The quick start and the tutorial: their files pass the checks, their output is real."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from factsheets.cli import main
from factsheets.site.about import example

from tests.helpers.builders import ROOT
from tests.helpers.projects import facts

TUTORIAL = ROOT / "documentation/tutorial"
ARTICLE = "harbour-post-2025-03-12"
FACTS = f"content/facts/{ARTICLE}.yaml"
PAGES = ROOT / "documentation/pages"
MISTAKES = {
    "quote": ("We have found cracks", "We found cracks"),
    "actor": ("speaker: jonas-beck\n    act: asks", "speaker: jonas-back\n    act: asks"),
    "date": ("event: council-2025-03-11\n    said_basis: inferred", "said: 2025-03-12"),
    "loaded": ("the repair will cost", "she admitted that the repair will cost"),
    "long": ("the harbour pool is to open in June", "the pool is to open in June if by then the "
             "repair of the main basin is finished"),
}  # fmt: skip


def shown(name: str) -> str:
    """The output that a page of the tutorial shows."""
    return (TUTORIAL / "output" / f"{name}.txt").read_text(encoding="utf-8")


def without_markers(text: str) -> str:
    return re.sub(r"(?m)^ *# --8<-- .*\n", "", text)


def add(stage: str, project: Path) -> None:
    """Copy the content of a stage, as readers see it, and capture its article."""
    for file in (TUTORIAL / stage / "content").rglob("*.yaml"):
        text = without_markers(file.read_text(encoding="utf-8"))
        (project / file.relative_to(TUTORIAL / stage)).write_text(text, encoding="utf-8")
    captured = facts(project, "capture", ARTICLE, str(TUTORIAL / stage / "article.txt"))
    assert captured.exit_code == 0, captured.output


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "watch"
    name, url = "Northhaven Council Watch", "https://council-watch.example/"
    facts(tmp_path, "init", str(folder), "--name", name, "--url", url)
    for line in re.findall(
        r"\$ rm (.+)", (PAGES / "tutorial/index.md").read_text(encoding="utf-8")
    ):
        for each in line.split():
            (folder / each).unlink()
    return folder


@pytest.fixture
def first(project: Path) -> Path:
    shutil.copytree(project, project.parent / "empty")
    add("first", project)
    return project


def test_the_quick_start_and_the_page_about_show_what_the_program_prints(tmp_path: Path) -> None:
    made = facts(tmp_path, "init", str(tmp_path / "council")).output.partition(" to ")[0]
    for page in ("start.md", "tutorial/index.md"):
        assert f"{made} to " in (PAGES / page).read_text(encoding="utf-8")
    file = tmp_path / "council/content/facts/example-news-2024-03-05.yaml"
    text = file.read_text(encoding="utf-8").replace("will open in May", "will open in Mai")
    file.write_text(text, encoding="utf-8")
    message = facts(tmp_path / "council", "check").output
    assert message in (PAGES / "start.md").read_text(encoding="utf-8")
    assert f"extra:\n{example()}\n" in (PAGES / "owners/pages.md").read_text(encoding="utf-8")


def test_the_draft_is_what_the_tutorial_shows(project: Path) -> None:
    article, url = str(TUTORIAL / "first/article.txt"), "https://harbour-post.example/pool-june"
    made = facts(
        project, "new", "article", ARTICLE, "--from", article, "--url", url, "--topic", "pool"
    )
    for name in ("draft", "written"):
        assert shown(name) in made.output
    assert shown("drafted") in (project / FACTS).read_text(encoding="utf-8")
    assert shown("todo") in facts(project, "check", "--all").output


def test_the_first_statement_alone_passes_with_warnings(first: Path) -> None:
    whole = (TUTORIAL / "first" / FACTS).read_text(encoding="utf-8")
    alone = whole.partition("  # --8<-- [start:cracks]")[0]
    (first / FACTS).write_text(
        without_markers(alone).replace("unused", "# unused"), encoding="utf-8"
    )
    checked = facts(first, "check")
    assert (checked.exit_code, shown("one") in checked.output) == (0, True), checked.output


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_gets_the_message_that_the_tutorial_shows(first: Path, name: str) -> None:
    text = (first / FACTS).read_text(encoding="utf-8")
    assert MISTAKES[name][0] in text
    (first / FACTS).write_text(text.replace(*MISTAKES[name], 1), encoding="utf-8")
    assert shown(name) in facts(first, "check").output


@pytest.mark.slow
def test_the_pull_request_the_correction_and_the_withdrawal(first: Path, project: Path) -> None:
    assert facts(first, "check").output.endswith(shown("clean"))
    empty, before = first.parent / "empty", first.parent / "before"
    assert shown("diff") in facts(first, "diff", str(empty)).output
    shutil.copytree(first, before)
    text = (first / FACTS).read_text(encoding="utf-8")
    (first / FACTS).write_text(text.replace("the mayor had", "the council had"), encoding="utf-8")
    silent = facts(first, "check", "--against", str(before))
    assert (silent.exit_code, shown("silent") in silent.output) == (1, True), silent.output
    add("corrected", project)
    assert facts(project, "check", "--against", str(before)).output.endswith(shown("corrected"))
    assert shown("corrected-diff") in facts(project, "diff", str(before)).output
    assert facts(project, "build", "--strict").exit_code == 0


def test_every_command_that_the_documentation_names_exists() -> None:
    text = "\n".join(each.read_text(encoding="utf-8") for each in PAGES.rglob("*.md"))
    named = set(re.findall(r"(?:`|^ *\$ |bin/)facts ([a-z]+)", text, re.MULTILINE))
    assert len(named) > 10
    assert named <= set(main.commands)
