"""An id changes everywhere at once, and its old address leads on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import files, pipeline, render, views
from generator.cli import main
from generator.pipeline import Inputs
from generator.views.addresses import MANIFEST, redirects
from tests.made import BASE, SETTINGS, TODAY, article, checked, fact
from tests.projects import FACTS, lay_out, write


def facts(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path, site=True)


def sound(root: Path) -> pipeline.Outcome:
    outcome = pipeline.check(files.snapshot(root), TODAY)
    assert outcome.summary.errors == 0, outcome.problems
    return outcome


def test_an_actor_is_renamed_with_its_file_and_every_mention(root: Path) -> None:
    text = (root / FACTS).read_text().replace("speaker: ada-example", "speaker: ada-example  # her")
    write(root, FACTS, text)
    result = facts(root, "rename", "ada-example", "ada-other")
    assert result.exit_code == 0, result.output
    assert not (root / "content/actors/ada-example.yaml").exists()
    assert "former_ids: [ada-example]" in (root / "content/actors/ada-other.yaml").read_text()
    assert (root / FACTS).read_text() == text.replace("ada-example", "ada-other")
    assert redirects(sound(root).value) == {"actors/ada-example/": "actors/ada-other/"}  # type: ignore[arg-type]  # sound


def test_a_fact_renamed_twice_keeps_both_old_addresses(root: Path) -> None:
    for old, new in (("example-bridge-may", "bridge-a"), ("bridge-a", "bridge-b")):
        assert facts(root, "rename", old, new).exit_code == 0
    dataset = sound(root).value
    assert dataset
    assert redirects(dataset) == {
        "facts/bridge-a/": "facts/bridge-b/",
        "facts/example-bridge-may/": "facts/bridge-b/",
    }


def test_a_topic_is_renamed_in_its_questions_too(root: Path) -> None:
    question = "questions:\n  - {id: open, text: When?}\n"
    topic = root / "content/topics/bridge.yaml"
    write(root, "content/topics/bridge.yaml", topic.read_text() + question)
    answer = "    answers:\n      - {question: bridge/open, kind: yes, text: Now}\n"
    text = (
        (root / FACTS)
        .read_text()
        .replace("    topics: [bridge]\n", "    topics: [bridge]\n" + answer, 1)
    )
    write(root, FACTS, text)
    assert facts(root, "rename", "bridge", "bridge-works").exit_code == 0
    assert "question: bridge-works/open" in (root / FACTS).read_text()
    sound(root)


def test_an_article_takes_its_capture_along(root: Path) -> None:
    assert facts(root, "rename", "example-2024-03-05", "example-bridge").exit_code == 0
    assert (root / "seeds/example-bridge.json").exists()
    assert not (root / "seeds/example-2024-03-05.json").exists()
    assert sound(root).summary.quotes_found == 1


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("nobody", "somebody", 'There is no record "nobody"'),
        ("ada-example", "Ada", "cannot be an id"),
        ("ada-example", "example-news", "is or was in use"),
        ("example-bridge-may", "example-work-began", "is or was in use"),
    ],
)
def test_a_rename_that_cannot_be_says_why(root: Path, old: str, new: str, says: str) -> None:
    result = facts(root, "rename", old, new)
    assert result.exit_code == 2
    assert says in result.output


def test_an_old_id_is_never_given_again(root: Path) -> None:
    assert facts(root, "rename", "example-bridge-may", "bridge-a").exit_code == 0
    assert facts(root, "rename", "example-work-began", "example-bridge-may").exit_code == 2


def test_old_addresses_become_pages_that_lead_on() -> None:
    outcome = checked({"content/facts/a.yaml": article(fact("new", former_ids="[old, older]"))})
    assert outcome.value
    site = views.site(outcome.value, SETTINGS)
    templates = files.templates(Path(__file__).parent.parent)
    made = {page.path: page for page in render.pages(site, templates)}
    for old in ("facts/old/", "facts/older/"):
        assert made[old].meta["moved_to"] == "facts/new/"
        assert "(../../facts/new/)" in made[old].data.decode()


def test_a_published_address_is_never_lost(root: Path) -> None:
    assert facts(root, "addresses", "--write").exit_code == 0
    listed = (root / MANIFEST).read_text()
    assert "facts/example-bridge-may/\n" in listed
    assert facts(root, "check").exit_code == 0
    text = (root / FACTS).read_text()
    write(root, FACTS, text.replace("id: example-bridge-may", "id: another"))
    result = facts(root, "check", "--format", "json")
    assert result.exit_code == 1
    (problem,) = json.loads(result.output)["problems"]
    line = listed.split("\n").index("facts/example-bridge-may/") + 1
    assert (problem["code"], problem["file"], problem["line"]) == ("address-lost", MANIFEST, line)
    assert facts(root, "addresses", "--write").exit_code == 1
    write(root, FACTS, text)
    assert facts(root, "rename", "example-bridge-may", "another").exit_code == 0
    assert facts(root, "check").exit_code == 0


def test_addresses_of_a_broken_file_are_not_called_lost() -> None:
    content = {"content/facts/a.yaml": article(fact()), MANIFEST: "facts/one/\n"}
    found = pipeline.check(Inputs({k: v.encode() for k, v in (BASE | content).items()}), TODAY)
    assert not [p for p in found.problems if p.code == "address-lost"]
    broken = content | {"content/facts/a.yaml": "publisher: [\n"}
    found = pipeline.check(Inputs({k: v.encode() for k, v in (BASE | broken).items()}), TODAY)
    assert {p.place.file for p in found.problems} == {"content/facts/a.yaml"}


def test_stale_lists_what_waited_longest_first(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")  # 23 November 2026
    result = facts(root, "stale")
    assert result.exit_code == 0
    assert "example-bridge-may" in result.output
    reviewed = (
        (root / FACTS)
        .read_text()
        .replace("    paragraph:", "    reviewed: 2026-11-20\n    paragraph:")
    )
    write(root, FACTS, reviewed)
    assert "example-bridge-may" not in facts(root, "stale").output
