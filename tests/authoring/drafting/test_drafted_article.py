"""`facts draft` and `facts new article --from`: the files that a person reviews."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from factsheets.cli import main

from tests.helpers.articles import PAGE
from tests.helpers.projects import facts, lay_out

NAME = "daily-2024-03-05"
FILE = f"content/facts/{NAME}.yaml"
TEXT = """\
Ada Example, the mayor, said on Monday that “the new bridge will open in May” as planned.

“We kept our promise to the town,” said Bob Builder. “It is safe.”

A spokesman for the council said the work was done. The council denied 2 of the claims.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    (tmp_path / "project/mkdocs.yml").touch()
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    return lay_out(tmp_path / "project")


def new(root: Path, source: str = "text.txt", *options: str) -> Result:
    url = ("--url", "https://daily.example/1")
    path = str(root.parent / source)
    return facts(root, "new", "article", NAME, "--from", path, *url, *options)


def test_a_draft_is_printed_and_nothing_is_written(root: Path) -> None:
    before = sorted(root.rglob("*"))
    done = facts(root, "draft", str(root.parent / "page.html"), "--format", "json")
    assert done.exit_code == 0, done.output
    data = json.loads(done.stdout)
    assert (data["title"], data["published"]) == ("Bridge to open in May", "2024-03-05")
    assert [each["speaker_id"] for each in data["statements"]][:2] == ["ada-example"] * 2
    assert sorted(root.rglob("*")) == before


def test_an_article_in_which_the_rules_find_nothing_has_a_statement_to_fill_in(root: Path) -> None:
    (root.parent / "text.txt").write_text("Three of eight piers need repair.\n", encoding="utf-8")
    done = new(root)
    assert "paragraphs, in which the rules found no statement." in done.output
    assert "speaker: TODO\n    statement: TODO" in (root / FILE).read_text(encoding="utf-8")


def test_a_draft_needs_no_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    done = CliRunner().invoke(main, ["draft", "text.txt", "--format", "yaml"])
    assert done.exit_code == 0, done.output
    assert '  quote: "the new bridge will open in May"' in done.stdout
    assert "as planned" not in done.stdout


def test_candidates_that_are_not_proven_are_listed_on_stderr(root: Path) -> None:
    path = root / "candidates.json"
    path.write_text(json.dumps([{"paragraph": 1, "sentence": "The bridge is red."}]))
    source = str(root.parent / "text.txt")
    done = facts(root, "draft", source, "--candidates", str(path), "--format", "json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["statements"] == []
    assert "Left out: The sentence is not in paragraph 1 word for word." in done.stderr


def test_a_broken_candidates_file_is_named(root: Path) -> None:
    (root / "candidates.json").write_text("{")
    source = str(root.parent / "text.txt")
    done = facts(root, "draft", source, "--candidates", str(root / "candidates.json"))
    assert done.exit_code == 2
    assert "candidates.json is not JSON" in done.output


def test_a_drafted_article_has_its_quotations_and_no_sentence(root: Path) -> None:
    done = new(root, "text.txt", "--topic", "bridge")
    assert done.exit_code == 0, done.output
    article = (root / FILE).read_text(encoding="utf-8")
    assert 'quote: "the new bridge will open in May"' in article
    assert "speaker: ada-example\n" in article
    assert "published: 2024-03-05" in article  # by the id
    assert "said: 2024-03-04\n    said_basis: inferred\n" in article
    assert "topics: [bridge]" in article
    assert 'speaker_described: "A spokesman for the council"' in article
    assert "# The speaker in the text: The council" in article
    committed = "".join(
        path.read_text(encoding="utf-8") for path in (root / "content").rglob("*.yaml")
    ) + (root / f"seeds/{NAME}.json").read_text(encoding="utf-8")
    assert "as planned" not in committed
    assert "the work was done" not in committed


def test_a_drafted_article_passes_once_it_is_filled_in(root: Path) -> None:
    new(root, "text.txt", "--topic", "bridge")
    filled = {
        "    said_basis: TODO\n": "",
        "said: TODO": "said: unknown",
        "ownership: TODO": "ownership: unknown",
        "kind: TODO": "kind: person",
        "country: TODO": "country: exampleland",
        "name: TODO": "name: Daily",
        "outlet: TODO": "outlet: newspaper",
        "speaker: TODO": "speaker: ada-example",
    }
    for path in (root / "content").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        for number, _ in enumerate(text.split("statement: TODO")):
            text = text.replace("statement: TODO", f'statement: "Claim {number} of it"', 1)
        for written, value in filled.items():
            text = text.replace(written, value)
        path.write_text(text, encoding="utf-8")
    done = facts(root, "check", "--all", "--format", "json")
    problems = json.loads(done.stdout)["problems"]
    assert [each for each in problems if each["severity"] == "error"] == []
    assert json.loads(done.stdout)["summary"]["quotes_found"] == 4


def test_the_text_stays_in_a_folder_that_git_ignores(root: Path) -> None:
    new(root)
    assert "as planned" in (root / f"drafts/{NAME}.txt").read_text(encoding="utf-8")
    assert (root / "drafts/.gitignore").read_text() == "*\n"


def test_the_speakers_and_the_publisher_that_the_content_lacks_get_files(root: Path) -> None:
    new(root)
    bob = (root / "content/actors/bob-builder.yaml").read_text(encoding="utf-8")
    assert 'kind: TODO\nname: "Bob Builder"\n' in bob
    assert "kind: publisher" in (root / "content/actors/daily.yaml").read_text(encoding="utf-8")
    assert "speaker: bob-builder\n" in (root / FILE).read_text(encoding="utf-8")


def test_the_occasion_that_a_sentence_names_gets_a_file(root: Path) -> None:
    text = "“It is ready now,” Ada Example said at a press conference. Bob Builder said it is safe."
    (root.parent / "text.txt").write_text(text, encoding="utf-8")
    assert new(root).exit_code == 0
    event = (root / f"content/events/{NAME}-press-conference.yaml").read_text(encoding="utf-8")
    assert event.splitlines()[1:] == ["name: TODO", 'kind: "press conference"', "date: TODO"]
    article = (root / f"content/facts/{NAME}.yaml").read_text(encoding="utf-8")
    assert article.count(f"event: {NAME}-press-conference") == 1
    assert article.count("said: TODO") == 1


def test_a_text_with_labels_is_drafted_as_a_transcript(root: Path) -> None:
    labels = "Ada Example: We open it.\nBob Builder: When is that?\nAda Example: In May, I hope.\n"
    (root.parent / "text.txt").write_text(labels, encoding="utf-8")
    assert new(root).exit_code == 0
    article = (root / f"content/facts/{NAME}.yaml").read_text(encoding="utf-8")
    assert "\nkind: transcript\n" in article


def test_the_check_lists_what_is_still_to_be_filled_in_and_nothing_else(root: Path) -> None:
    new(root, "page.html", "--topic", "bridge")
    done = facts(root, "check", "--all", "--format", "json")
    assert done.exit_code == 1
    problems = json.loads(done.stdout)["problems"]
    assert {each["code"] for each in problems if each["severity"] == "error"} == {"todo"}
    lines = [each["line"] for each in problems if each["file"] == FILE and each["code"] == "todo"]
    assert lines == sorted(lines)


def test_the_help_of_a_field_to_be_filled_in_names_the_possible_values(root: Path) -> None:
    new(root)
    output = facts(root, "check", "--all").output
    assert "person, state, organisation, coalition, publisher, group" in output
    assert "state, public, private, international or unknown" in output


def test_a_reviewed_draft_is_reported_until_it_is_deleted(root: Path) -> None:
    new(root)
    assert "[draft-left]" not in facts(root, "check", "--all").output
    (root / FILE).unlink()
    for path in ("bob-builder", "daily"):
        (root / f"content/actors/{path}.yaml").unlink()
    (root / f"seeds/{NAME}.json").unlink()
    done = facts(root, "check")
    assert f"drafts/{NAME}.txt" in done.output
    assert "[draft-left]" in done.output
    (root / f"drafts/{NAME}.txt").unlink()
    assert "[draft-left]" not in facts(root, "check").output


def test_a_file_that_exists_is_not_replaced(root: Path) -> None:
    ada = (root / "content/actors/ada-example.yaml").read_text(encoding="utf-8")
    new(root)
    assert (root / "content/actors/ada-example.yaml").read_text(encoding="utf-8") == ada
