"""The path of a contribution: what people read first, what GitHub runs, what it shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from factsheets.authoring.new import example, scaffold
from factsheets.cli import main
from factsheets.content.kinds import KINDS, Kind
from factsheets.pipeline.generate import make
from factsheets.problems.catalogue import catalogue, shown
from factsheets.site.messages_page import NAME, messages_page
from factsheets.site.views.site import Site

from tests.authoring.test_new_and_init import filled, path
from tests.helpers.builders import BASE, ROOT, SETTINGS, article, checked, fact, site
from tests.helpers.projects import FACTS, change, git, lay_out

# Without the markers of the sections that the documentation includes.
CONTRIBUTING = re.sub(
    r"<!-- --8<-- .*-->\n", "", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
)
NEW_SITE = (ROOT / "generator/factsheets/authoring/new-site/CONTRIBUTING.md").read_text("utf-8")
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def yaml_of(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


# What people read


def examples() -> dict[Kind, str]:
    found: list[str] = re.findall(r"^```yaml\n(.*?)^```$", CONTRIBUTING, re.MULTILINE | re.DOTALL)
    return dict(zip(("article", "actor", "topic", "event"), found, strict=False))


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("1. Copy quotations", "### An article and its"),
        ("A publisher has `kind", "### A topic"),
        ("### Which kind of source", "### With the program"),
    ],
)
def test_a_new_site_has_the_same_rules_and_kinds_of_source(begin: str, end: str) -> None:
    rules = CONTRIBUTING[CONTRIBUTING.index(begin) : CONTRIBUTING.index(end)].strip()
    assert rules.replace("### ", "## ") in NEW_SITE


SOURCE = re.compile(r"^```text\n(.*?)^```\n\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PEOPLE = {
    "bo-sample": "kind: person\nname: Bo Sample\n",
    "exampletown": "kind: organisation\nname: City of Exampletown\n",
    "bridge-company": "kind: organisation\nname: Bridge Company\n",
    "journal-exemple": BASE["content/actors/gazette.yaml"],
    "example-news": BASE["content/actors/gazette.yaml"].replace("Gazette", "Example News"),
}


def site_of_source(text: str, record: str) -> Site:
    """A site with one of the sources that CONTRIBUTING shows; it has no problems."""
    content = {f"content/actors/{key}.yaml": actor for key, actor in PEOPLE.items()}
    content |= {
        "content/facts/a.yaml": record,
        "content/actors/ada-example.yaml": examples()["actor"],
        "content/topics/bridge.yaml": examples()["topic"],
    }
    outcome = checked(content, text=text)
    ignored = {"paragraph-unused", "unused-actor"}
    assert [each for each in outcome.problems if each.code not in ignored] == []
    return site(content, text=text)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_one_commented_example(kind: Kind) -> None:
    assert examples()[kind] == example(kind)
    if kind != "event":
        assert "# " in example(kind)


def test_the_examples_are_right_together() -> None:
    content = {
        "content/facts/example-news-2024-03-05.yaml": examples()["article"],
        "content/actors/ada-example.yaml": examples()["actor"],
        "content/topics/bridge.yaml": examples()["topic"],
        "content/events/council-meeting.yaml": examples()["event"],
        "content/actors/example-news.yaml": BASE["content/actors/gazette.yaml"],
    }
    text = 'She said that "the new bridge will open in May".\n'
    text += "Three of the four lanes are finished, and the fourth will be before the winter.\n"
    outcome = checked(content, text=text)
    assert outcome.problems == ()
    assert outcome.summary.quotes_found == 1


def test_each_kind_of_source_has_an_example_that_is_right() -> None:
    found = {}
    for text, record in SOURCE.findall(CONTRIBUTING):
        for view in site_of_source(text, record).statements.values():
            found[view.id] = (view.form_text, view.evidence[0].check)
    assert found == {
        "example-paid": ("From a transcript published by Example News", "found"),
        "joint-costs": ("Reported", None),
        "sample-half": ("Quoted", "found"),
        "sample-lorries": ("From the account @bosample", "found"),
        "three-pillars": ("Published by City of Exampletown", "found"),
        "example-toll": ("Transcribed by us", "transcribed"),
        "sample-mai": ("Quoted", "found"),
        "official-lorries": ("Paraphrased", None),
    }


def test_contributing_is_one_page_and_begins_with_people_who_write_content() -> None:
    content, program = CONTRIBUTING.split("## You want to change the program")
    assert len(content) > 4 * len(program)
    assert len(CONTRIBUTING.splitlines()) <= 360


def test_every_command_that_contributing_names_exists() -> None:
    named = set(re.findall(r"^facts (\w+)", CONTRIBUTING, re.MULTILINE))
    assert named <= set(main.commands)
    assert {"new", "check", "diff", "explain"} <= named


def test_the_page_for_adding_an_article_has_a_form_that_passes_once_filled() -> None:
    page = (ROOT / "content/pages/about/add.md").read_text(encoding="utf-8")
    form = re.search(r"^~{8} yaml\n(.*?)^~{8}$", page, re.MULTILINE | re.DOTALL)
    assert form
    outcome = checked({path("article", "new-one"): filled(form[1])})
    assert [each.code for each in outcome.problems] == ["paragraph-unused"]
    fields = re.findall(r"^ *(?:- )?([a-z_]+):", form[1], re.MULTILINE)
    assert fields == re.findall(
        r"^ *(?:- )?([a-z_]+):", scaffold("article", "new-one"), re.MULTILINE
    )


# The page of messages


def test_the_page_of_messages_has_every_code_with_a_right_and_a_wrong_example() -> None:
    page = messages_page()
    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == sorted(catalogue())
    for code in catalogue().values():
        for text in (code.right[0], code.wrong[0]):
            assert f"~~~~~~~~\n{shown(text).rstrip()}\n~~~~~~~~\n" in page
            assert "~~~~~~~~" not in text


def test_the_page_of_messages_is_a_page_of_the_site() -> None:
    dataset = checked({}).value
    assert dataset is not None
    templates = {
        each.relative_to(ROOT / "site-templates").as_posix(): each.read_text(encoding="utf-8")
        for each in (ROOT / "site-templates").rglob("*.j2")
    }
    pages = {page.path: page for page in make(dataset, SETTINGS, templates).pages.all()}
    written = pages[f"{NAME}/"]
    assert written.title == "Messages of the checks"
    assert "edit_url" not in written.meta


# "Edit this page", "Report a problem"


def test_edit_and_report_lead_to_the_line_and_the_statement() -> None:
    dataset = checked({"content/facts/a.yaml": article(fact(), fact("two"))}).value
    assert dataset is not None
    templates = {
        each.relative_to(ROOT / "site-templates").as_posix(): each.read_text(encoding="utf-8")
        for each in (ROOT / "site-templates").rglob("*.j2")
    }
    settings = replace(SETTINGS, issues_base="https://git.example/new?template=mistake.yml")
    pages = {page.path: page for page in make(dataset, settings, templates).pages.all()}
    meta = pages["facts/two/"].meta
    assert meta["edit_url"] == "https://git.example/edit/main/content/facts/a.yaml#L13"
    assert meta["report_url"] == ("https://git.example/new?template=mistake.yml&where=facts/two")
    assert str(pages["actors/ada/"].meta["report_url"]).endswith("&where=actors/ada")


def test_the_form_for_reports_takes_what_the_page_fills_in() -> None:
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    named = re.search(r"issues: .*template=([\w.]+)", config)
    assert named
    form = yaml_of(ROOT / ".github/ISSUE_TEMPLATE" / named[1])
    assert form["body"][0]["id"] == "where"


def test_the_pull_request_has_five_ticks() -> None:
    text = (ROOT / ".github/pull_request_template.md").read_text(encoding="utf-8")
    assert text.count("- [ ] ") == 5
    assert "Approve and run" in text


def test_links_to_forms_name_forms_that_exist() -> None:
    page = (ROOT / "content/pages/about/add.md").read_text(encoding="utf-8")
    for name in re.findall(r"template=([\w.]+)", page):
        assert (ROOT / ".github/ISSUE_TEMPLATE" / name).is_file()


# What GitHub runs


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_every_action_is_pinned_by_commit(file: Path) -> None:
    used = re.findall(r"uses: (.+)", file.read_text(encoding="utf-8"))
    assert used
    for action in used:
        assert re.fullmatch(r"(actions|pypa)/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


def test_one_action_has_one_commit_in_all_workflows() -> None:
    used = {
        match
        for file in WORKFLOWS
        for match in re.findall(r"uses: (.+?)@(\w+)", file.read_text(encoding="utf-8"))
    }
    assert len(used) == len({name for name, _ in used})


# What jobs may write, by workflow.
WRITERS = {
    "deploy": {("deploy", "pages"), ("deploy", "id-token")},
    "dependencies": {("propose", "contents"), ("propose", "pull-requests")},
    "release": {("pypi", "id-token"), ("pypi", "attestations"), ("github", "contents")},
}


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_no_job_may_more_than_it_needs(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    workflow = yaml_of(file)
    assert workflow["permissions"] == {}
    assert "${{ secrets" not in text
    assert "pull_request_target" not in text
    writers = {
        (name, scope)
        for name, job in workflow["jobs"].items()
        for scope, right in job["permissions"].items()
        if right == "write"
    }
    assert writers == WRITERS.get(file.stem, set())
    for name, job in workflow["jobs"].items():
        assert job["timeout-minutes"] <= 60, name
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), "what others write must not reach the shell"
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False


def test_every_script_that_a_workflow_calls_is_here_and_can_run() -> None:
    called = {
        found
        for file in WORKFLOWS
        for found in re.findall(r"run: (\.ci/\w+)", file.read_text(encoding="utf-8"))
    }
    assert called == {".ci/install", ".ci/content", ".ci/run", ".ci/release", ".ci/try"}
    for name in called:
        assert os.access(ROOT / name, os.X_OK), name
        subprocess.run(["bash", "-n", str(ROOT / name)], check=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (root / "mkdocs.yml").touch()
    (root / ".gitignore").write_text(".cache/\n")
    lay_out(root)
    git(root, "init", "-q", "-b", "main")
    commit(root)
    return root


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "A state")


def content_job(root: Path, base: str, *more: str) -> tuple[int, str, str]:
    """Exit code, what is printed, and the job's summary."""
    program = root.parent / "facts"
    program.write_text(
        f"#!/bin/sh\nexec {sys.executable} -c 'from factsheets.cli import run; run()' \"$@\"\n"
    )
    program.chmod(0o755)
    summary = root.parent / "summary.md"
    done = subprocess.run(
        [str(ROOT / ".ci/content"), base, *more],
        env={
            **os.environ,
            "PROJECT": str(root),
            "FACTS": str(program),
            "GITHUB_STEP_SUMMARY": str(summary),
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr, summary.read_text(encoding="utf-8")


NEW_FACT = """\
  - id: example-lanes
    speaker: ada-example
    statement: "Three lanes are finished"
    paragraph: 2
    said: 2024-03-04
    said_basis: stated
    topics: [bridge]
"""


@pytest.mark.slow
def test_the_summary_shows_new_statements_as_cards_and_changes_in_words(repository: Path) -> None:
    base = git(repository, "rev-parse", "HEAD")
    file = repository / FACTS
    file.write_text(file.read_text(encoding="utf-8") + NEW_FACT, encoding="utf-8")
    change(repository, FACTS, "Building started two years earlier", "Building began in 2022")
    commit(repository)
    code, printed, summary = content_job(repository, base)
    assert code == 0, printed
    assert "Checked 3 statements" in printed
    assert "> **Example: Three lanes are finished**" in summary
    assert "**Changed:** Example: Building began in 2022" in summary
    assert "Correction required: yes, for example-work-began." in summary
    code, printed, _ = content_job(repository, base, "--against", base)
    assert code == 1
    assert "title=silent-change" in printed


@pytest.mark.slow
def test_a_pull_request_is_compared_with_what_it_is_merged_into(repository: Path) -> None:
    git(repository, "switch", "-q", "-c", "contribution")
    file = repository / FACTS
    file.write_text(file.read_text(encoding="utf-8") + NEW_FACT, encoding="utf-8")
    commit(repository)
    git(repository, "switch", "-q", "main")
    topic = repository / "content/topics/meanwhile.yaml"
    topic.write_text('name: "Meanwhile"\nsummary: "Came to main later."\n', encoding="utf-8")
    commit(repository)
    git(repository, "merge", "-q", "--no-edit", "contribution")
    code, printed, summary = content_job(repository, "HEAD^1", "--against", "HEAD^1")
    assert code == 0, printed
    assert "Three lanes are finished" in summary
    assert "Meanwhile" not in summary
    shallow = repository.parent / "shallow"
    source = f"file://{repository}"
    git(repository.parent, "clone", "-q", "--depth", "2", "--no-single-branch", source, "shallow")
    _, _, again = content_job(shallow, "HEAD^1", "--against", "HEAD^1")
    assert again == 2 * summary  # behind the first


@pytest.mark.slow
def test_mistakes_are_annotations_at_their_lines_and_the_job_fails(repository: Path) -> None:
    base = git(repository, "rev-parse", "HEAD")
    change(repository, FACTS, "the new bridge will open in May", "the new bridge might open in May")
    commit(repository)
    code, printed, summary = content_job(repository, base)
    assert code == 1
    assert f"::error file={FACTS},line=10,col=12," in printed
    assert "This quote is not in the article." in summary
    assert "Ready: no." in summary


def test_a_first_push_has_nothing_to_compare_with(repository: Path) -> None:
    code, _, summary = content_job(repository, "0" * 40)
    assert code == 0
    assert "There is no older state to compare with." in summary


@pytest.mark.slow
def test_a_base_that_a_forced_push_lost_is_named(repository: Path) -> None:
    lost = "1" * 40
    code, printed, summary = content_job(repository, lost)
    assert code == 0
    assert f'git knows no revision "{lost}" here' in summary
    assert f'git knows no revision "{lost}" here' in printed
    code, _, summary = content_job(repository, lost, "--against", lost)
    assert code == 3


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_that_compares_has_the_whole_history(file: Path) -> None:
    for job in yaml_of(file)["jobs"].values():
        compares = any("HEAD^1" in str(step) or "BASE" in str(step) for step in job["steps"])
        checkouts = (step for step in job["steps"] if "checkout@" in step.get("uses", ""))
        depths = [step["with"].get("fetch-depth") for step in checkouts]
        assert not compares or depths == [0]


@pytest.mark.slow
def test_a_base_that_is_broken_does_not_fail_the_job(repository: Path) -> None:
    change(repository, FACTS, "published: 2024-03-05", "published: yesterday")
    commit(repository)
    base = git(repository, "rev-parse", "HEAD")
    change(repository, FACTS, "published: yesterday", "published: 2024-03-05")
    commit(repository)
    code, printed, summary = content_job(repository, base)
    assert code == 0, printed
    assert "could not be read before" in summary
