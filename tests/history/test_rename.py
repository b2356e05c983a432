"""A rename changes an id everywhere at once, and the old address redirects."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path
from typing import Any

import pytest
from factsheets.content.article import Article
from factsheets.data.feeds import feeds
from factsheets.dataset.model import Dataset
from factsheets.history.rename import kinds_of
from factsheets.pipeline import check
from factsheets.pipeline.inputs import Inputs
from factsheets.quotes.capture import capture
from factsheets.quotes.capture_file import dumps
from factsheets.quotes.seeds import SeedRow, readme
from factsheets.site.views import site as views_site
from factsheets.site.views.addresses import MANIFEST, redirects
from factsheets.storage import snapshot

from tests.helpers.builders import BASE, SETTINGS, TODAY, article, checked, fact, pages_of
from tests.helpers.projects import FACTS, facts, lay_out, tree, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path, site=True)


def sound(root: Path) -> check.Outcome:
    outcome = check.check(snapshot.snapshot(root), TODAY)
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
    assert result.output.startswith("Actor ada-example is now ada-other, in 2 files.")
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


_PAGE = """\
[one](../topics/bridge/), [two](../topics/bridge/#all-statements "x") and [three][r].

[r]: ../topics/bridge/index.json
[whole](https://made-up.example/topics/bridge/) `topics/bridge/`
[card](../actors/ada-example/#example-bridge-may) [fact](../facts/example-bridge-may/)
"""
_LED = {
    ("bridge", "crossing"): [
        ("](../topics/bridge/", "](../topics/crossing/"),
        ("]: ../topics/bridge/", "]: ../topics/crossing/"),
    ],
    ("example-bridge-may", "may"): [
        ("#example-bridge-may", "#may"),
        ("../facts/example-bridge-may/", "../facts/may/"),
    ],
}


@pytest.mark.parametrize("ids", _LED)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_links_of_hand_written_pages_lead_to_the_new_address(
    root: Path, ids: tuple[str, str], end: str
) -> None:
    page = root / "content/pages/history.md"
    page.write_bytes(("\ufeff# History" + end * 2 + _PAGE.replace("\n", end)).encode())
    result = facts(root, "rename", *ids)
    assert result.exit_code == 0, result.output
    wanted = _PAGE
    for old, new in _LED[ids]:
        assert old in wanted
        wanted = wanted.replace(old, new)
    assert page.read_bytes().decode() == "\ufeff# History" + end * 2 + wanted.replace("\n", end)
    assert ("is still in the text of content/pages/history.md" in result.output) == (
        "bridge" in ids
    )
    assert facts(root, "check").exit_code == 0


def test_a_rename_that_would_break_a_link_is_refused(root: Path) -> None:
    link = "[whole](https://made-up.example/topics/bridge/#all-statements)"
    write(root, "content/pages/history.md", f"# History\n\n{link}\n")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    write(root, "mkdocs.yml", re.sub("(?m)^site_url:.*$", _SITE_URL, settings))
    assert facts(root, "check").exit_code == 0
    before = tree(root / "content")
    result = facts(root, "rename", "bridge", "crossing")
    assert result.exit_code == 1
    assert "[dead-anchor]" in result.output
    assert tree(root / "content") == before


_SITE_URL = "site_url: https://made-up.example/"


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
    outcome = checked({"content/facts/a.yaml": article(fact("new", former_ids="[older, old]"))})
    assert outcome.value
    site = views_site.site(outcome.value, SETTINGS)
    pages = pages_of(site)
    made = {page.path: page for page in pages.all()}
    for old in ("facts/old/", "facts/older/"):
        assert made[old].meta["moved_to"] == "facts/new/"
        assert 'href="../../facts/new/"' in pages.html(made[old])


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
    found = check.check(Inputs({k: v.encode() for k, v in (BASE | content).items()}), TODAY)
    assert not [p for p in found.problems if p.code == "address-lost"]
    broken = content | {"content/facts/a.yaml": "publisher: [\n"}
    found = check.check(Inputs({k: v.encode() for k, v in (BASE | broken).items()}), TODAY)
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


# Content in styles that people and programs write, renamed again and again.

WIDE = {
    "content/actors/ann.yaml": "\ufeffkind: person\r\nname: Ann # ann\r\n"
    "roles:\r\n- title: Mayor\r\n"
    '  "organisation": |-\r\n    town\r\n  article: paper-1\r\n...\r\n',
    "content/actors/town.yaml": "{kind: organisation, name: 'Town'}\n",
    "content/actors/land.yaml": '--- # land\nkind: state\nname: "Land"\nformer_ids: [ # none\n]\n',
    "content/actors/paper.yaml": "kind: publisher\nname: Paper\nownership: private\n"
    "country: >-\n  land\noutlet: newspaper\n",
    "content/actors/pact.yaml": "kind: coalition\nname: Pact\n"
    'members:\n  - land\n  - "to\\\n   wn"\n'
    "former_ids: treaty\n",
    "content/topics/bridge.yaml": "name: Bridge\nsummary: The bridge.\n"
    "questions:\n  - {id: open, text: When?}\nbrief: [{text: It opens., facts: said}]\n",
    "content/topics/works.yaml": "name: Works\nsummary: All works.\n",
    "content/events/meeting.yaml": "? name\n: Meeting\n"
    "? participants\n: [ann, # first\n   'town', ]\n"
    "date: 2024-03-04\n",
    "content/facts/paper-1.yaml": "\ufeffpublisher: paper\r\nurl: https://paper.example/1\r\n"
    "published: 2024-03-05\r\nlanguage: en\r\nfacts:\r\n"
    '- {"id": "said", "speaker": "\\x61nn", "statement": "It opens in May", "paragraph": 1,\r\n'
    '   "said": 2024-03-04, said_basis: stated, # said\r\n'
    '   "topics": ["bridge", works], event: meeting,\r\n'
    '   "answers": [{question: "bridge\\/open", actor: town, kind: yes, text: In May}]}\r\n'
    "- id: |-\r\n    again\r\n  speaker: ann\r\n  statement: It opens\r\n  paragraph: 2\r\n"
    "  said: 2024-03-04\r\n  said_basis: stated\r\n  topics: works\r\n  updates: said\r\n"
    "  about:\r\n  - land # her land\r\n  - >-\r\n    pact\r\n"
    "  former_ids:\r\n    - over-again # once\r\n",
    "content/addresses.txt": "\ufeffactors/ann/\r\nfacts/said/\r\n"
    "sources/paper-1/\r\ntopics/works/",
    "content/pages/index.md": "# Made up\n\n[Ann](actors/ann/) spoke.\n",
}


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    for path, text in WIDE.items():
        write(tmp_path, path, text)
    write(tmp_path, "mkdocs.yml", "site_name: Made up\n")
    taken = capture("It opens in May, she said.\nIt opens.\n", published=None, captured=TODAY)
    write(tmp_path, "seeds/paper-1.json", dumps(taken))
    row = SeedRow("paper-1", "a_b.txt", "https://paper.example/1", taken.sha256)
    write(tmp_path, "seeds/README.md", readme([row]).replace("\n", "\r\n") + "\r\nOurs.\r\n")
    return tmp_path


def substituted(value: object, old: str, new: str) -> object:
    """A value with one id replaced by another, alone or before a slash."""
    if isinstance(value, str):
        head, slash, rest = value.partition("/")
        return new + slash + rest if head == old else value
    if isinstance(value, tuple):
        return tuple(substituted(each, old, new) for each in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {
            each.name: substituted(getattr(value, each.name), old, new)
            for each in dataclasses.fields(value)
            if each.init and each.name not in {"name", "former_ids", "summary"}
        }
        return dataclasses.replace(value, **fields)
    return value


def records(dataset: Dataset, old: str = "", new: str = "") -> dict[str, object]:
    """All records by kind and id, without their former ids; `old` is called `new`."""
    groups = {
        "actor": dataset.actors,
        "topic": dataset.topics,
        "event": dataset.events,
        "article": dataset.articles,
    }
    return {
        f"{kind} {new if key == old else key}": substituted(without_former(record), old, new)
        for kind, group in groups.items()
        for key, record in group.items()
    }


def without_former(record: Any) -> Any:
    if isinstance(record, Article):
        facts = tuple(dataclasses.replace(each, former_ids=()) for each in record.facts)
        record = dataclasses.replace(record, facts=facts)
    return dataclasses.replace(record, former_ids=())


def all_former(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    facts = {key: each.fact for key, each in dataset.statements.items()}
    groups: tuple[Any, ...] = (
        dataset.actors,
        dataset.topics,
        dataset.events,
        dataset.articles,
        facts,
    )
    return {key: record.former_ids for group in groups for key, record in group.items()}


EVERY_ID = "ann town land paper pact bridge works meeting paper-1 said again".split()


@pytest.mark.parametrize("name", EVERY_ID)
def test_a_rename_is_the_same_content_under_another_id(wide: Path, name: str) -> None:
    before = sound(wide)
    assert before.value
    # An id that others end with, then one with the old one in it.
    first, second, dataset = name, name, before.value
    for new in ("e", f"{name}-or-e", "a"):
        result = facts(wide, "rename", second, new)
        assert result.exit_code == 0, result.output
        now = sound(wide)
        assert now.value
        assert records(now.value) == records(dataset, second, new)
        former = all_former(dataset)
        former[new] = (*former.pop(second), second)
        assert all_former(now.value) == former
        assert now.summary == before.summary
        second, dataset = new, now.value
    assert all_former(dataset)["a"][-3:] == (first, "e", f"{name}-or-e")
    assert set(redirects(dataset).values()) >= {f"{each}/a/" for each in _folders(dataset)}


def _folders(dataset: Dataset) -> set[str]:
    kinds = kinds_of(dataset, "a")
    return {{"article": "sources"}.get(kind, f"{kind}s") for kind in kinds}


def test_a_rename_keeps_layout_comments_line_ends_and_marks(wide: Path) -> None:
    for name in EVERY_ID:
        assert facts(wide, "rename", name, f"{name}-x").exit_code == 0
    for old, text in WIDE.items():
        folder, _, file = old.rpartition("/")
        name, _, ending = file.partition(".")
        path = f"{folder}/{name}-x.{ending}" if ending == "yaml" else old
        found = (wide / path).read_bytes().decode()
        assert found.startswith("\ufeff") == text.startswith("\ufeff")
        assert set(re.findall(r"\r?\n", found)) == set(re.findall(r"\r?\n", text))
        assert re.findall("#[^\r\n]*", found) == re.findall("#[^\r\n]*", text)


def test_the_list_of_captures_and_of_addresses_follow(wide: Path) -> None:
    before = (wide / "seeds/README.md").read_bytes()
    assert facts(wide, "rename", "paper-1", "s").exit_code == 0
    after = (wide / "seeds/README.md").read_bytes()
    assert after == before.replace(b"| paper-1 |", b"| s |").replace(b"paper-1.txt", b"s.txt")
    assert (wide / "seeds/s.json").exists()
    result = facts(wide, "rename", "ann", "abe")
    assert result.exit_code == 0, result.output
    assert "[Ann](actors/abe/)" in (wide / "content/pages/index.md").read_text()
    listed = (wide / MANIFEST).read_bytes().decode()
    assert listed == (
        "\ufeffactors/abe/\r\nactors/ann/\r\nfacts/said/\r\nsources/paper-1/\r\nsources/s/\r\n"
        "topics/works/\r\n"
    )
    assert facts(wide, "check").exit_code == 0


def test_a_rename_that_cannot_be_clear_changes_nothing(wide: Path) -> None:
    write(
        wide, "content/actors/pact.yaml", "kind: coalition\nname: Pact\nformer_ids: |- # old\n  a\n"
    )
    before = tree(wide)
    result = facts(wide, "rename", "pact", "accord")
    assert result.exit_code == 1
    assert "content/actors/pact.yaml:3:13" in result.output
    assert "[edit-refused]" in result.output
    assert content_of(tree(wide)) == content_of(before)


def test_a_rename_over_a_stray_capture_changes_nothing(wide: Path) -> None:
    write(wide, "seeds/other.json", "{}")
    write(wide, "seeds/other.txt", "mine")
    before = content_of(tree(wide))
    assert facts(wide, "rename", "paper-1", "other").exit_code != 0
    assert content_of(tree(wide)) == before


def test_what_would_break_the_content_is_reported_and_not_written(wide: Path) -> None:
    write(wide, "content/pages/facts/new.md", "# New\n")
    before = content_of(tree(wide))
    result = facts(wide, "rename", "said", "new")
    assert result.exit_code == 1
    assert "Nothing was changed" in result.output
    assert "[same-address]" in result.output
    assert content_of(tree(wide)) == before


def content_of(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if not path.startswith(".cache/")}


def test_a_second_rename_keeps_the_id_in_the_feed(wide: Path) -> None:
    for old, new in (("said", "said-b"), ("said-b", "said-c"), ("ann", "b"), ("b", "c")):
        assert facts(wide, "rename", old, new).exit_code == 0
    dataset = sound(wide).value
    assert dataset
    made = dict(feeds(views_site.site(dataset, SETTINGS)))
    assert b"2025:facts/said/</id>" in made["feed.xml"]
    assert b"<id>tag:made-up.example,2025:actors/ann/</id>" in made["actors/c/feed.xml"]
    assert made["actors/ann/feed.xml"] == made["actors/b/feed.xml"] == made["actors/c/feed.xml"]
