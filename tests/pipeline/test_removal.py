"""Removed records: the address stays, the text is nowhere."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path

import pytest
from factsheets.pipeline import check
from factsheets.pipeline.inputs import Inputs
from factsheets.problems.problem import Place, Problem
from factsheets.quotes.seeds import SeedRow, readme
from jsonschema import Draft202012Validator

from tests.helpers.builders import BASE, TODAY, article, checked, fact, files
from tests.helpers.projects import facts, lay_out, write

A = "content/facts/gazette-1.yaml"
B = "content/facts/wire-1.yaml"
WIRE = "publisher: wire\nurl: https://wire.example/1\npublished: 2025-05-03\nlanguage: en\n"
NOTE = "status: removed\ndate: 2025-06-01\nreason: {}\n"
GONE = "  - id: two\n    status: removed\n    date: 2025-06-01\n    reason: privacy\n"
TEXTS = {
    "statement": "the keeper sold the zebra",
    "condition": "if the zebra is found",
    "detail": "It was a zebra.",
    "note": "One source says zebra.",
    "not_said": "[which zebra]",
    "figure": "{value: 7531, counts: zebras}",
    "corrections": "[{date: 2025-05-20, field: note, was: a zebra, now: the zebra, reason: x}]",
    "answers": "[{question: bridge/open, kind: other, text: zebra}]",
    "former_ids": "[before-two]",
    "quote": "is not safe for lorries yet",
    "paragraph": "2",
    "speaker": "bob",
}


def codes(content: dict[str, str]) -> list[tuple[str, str, int]]:
    found = checked(content, text=None).problems
    return [(each.code, each.place.file.rpartition("/")[2], each.place.line) for each in found]


def test_a_removed_fact_needs_nothing_but_its_note() -> None:
    assert codes({A: article(fact(), GONE)}) == []
    outcome = checked({A: article(fact(), GONE)})
    assert outcome.value is not None
    assert [*outcome.value.statements] == ["one"]
    assert outcome.summary.facts == 1
    assert [(each.kind, each.id, each.reason) for each in outcome.value.removed] == [
        ("fact", "two", "privacy")
    ]


@pytest.mark.parametrize("field", sorted(TEXTS))
def test_what_is_left_of_its_text_is_refused_at_its_place(field: str) -> None:
    found = codes({A: article(fact(), GONE + f"    {field}: {TEXTS[field]}\n")})
    assert found == ([] if field == "former_ids" else [("removed-text", A[14:], 17)])


@pytest.mark.parametrize(
    ("gone", "code", "line"),
    [
        (GONE.replace("    reason: privacy\n", ""), "status-incomplete", 14),
        (GONE.replace("    date: 2025-06-01\n", ""), "status-incomplete", 14),
        (GONE.replace("privacy", "Ann asked for it"), "bad-choice", 16),
        (GONE.replace("2025-06-01", "June"), "bad-date", 15),
        (GONE.replace("2025-06-01", "2025-05-01"), "changed-before-published", 15),
        (GONE.replace("2025-06-01", "2035-05-01"), "in-the-future", 15),
        (GONE.replace("id: two", "id: one"), "duplicate-id", 13),
    ],
)
def test_a_wrong_note_is_refused_at_its_place(gone: str, code: str, line: int) -> None:
    assert codes({A: article(fact(), gone)}) == [(code, A[14:], line)]


@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("content/actors/bob.yaml", "actors/bob/"),
        ("content/topics/bridge.yaml", "topics/bridge/"),
        ("content/events/council.yaml", "events/council/"),
        (A, "sources/gazette-1/"),
    ],
)
@pytest.mark.parametrize("reason", ["legal", "privacy", "error"])
def test_a_whole_record_can_be_removed(file: str, path: str, reason: str) -> None:
    content = {file: NOTE.format(reason)}
    assert codes(content) == []
    outcome = checked(content, text=None)
    assert outcome.value is not None
    assert [each.address for each in outcome.value.removed] == [path]


@pytest.mark.parametrize("file", ["content/actors/bob.yaml", "content/topics/bridge.yaml", A])
@pytest.mark.parametrize(
    ("more", "code", "line"),
    [
        ("name: Bob Baker\n", "removed-text", 4),
        ("summary: |\n  He said so.\n", "removed-text", 4),
        ("kind: person\n", "removed-text", 4),
    ],
)
def test_what_is_left_in_a_removed_file_is_refused(
    file: str, more: str, code: str, line: int
) -> None:
    assert codes({file: NOTE.format("legal") + more}) == [(code, file.rpartition("/")[2], line)]


@pytest.mark.parametrize(
    ("note", "code", "line"),
    [
        ("status: removed\nreason: legal\n", "status-incomplete", 1),
        ("status: removed\ndate: 2025-06-01\n", "status-incomplete", 1),
        (NOTE.format("sued"), "bad-choice", 3),
        (NOTE.format("legal").replace("06-01", "31-12"), "bad-date", 2),
        (NOTE.format("legal").replace("2025", "2035"), "in-the-future", 2),
    ],
)
def test_a_wrong_note_of_a_file_is_refused(note: str, code: str, line: int) -> None:
    assert codes({"content/actors/bob.yaml": note}) == [(code, "bob.yaml", line)]


def test_a_removed_article_keeps_the_addresses_of_its_facts() -> None:
    content = {A: NOTE.format("legal") + "facts:\n" + GONE}
    assert codes(content) == []
    outcome = checked(content, text=None)
    assert outcome.value is not None
    assert [each.address for each in outcome.value.removed] == ["sources/gazette-1/", "facts/two/"]
    kept = {A: NOTE.format("legal") + "facts:\n" + fact()}
    found = codes(kept)
    assert {each[0] for each in found} == {"removed-text", "status-incomplete"}


def test_the_capture_of_a_removed_article_has_to_go() -> None:
    given = files({A: article(fact())})
    assert f"seeds/{A[14:-5]}.json" in given
    given[A] = NOTE.format("legal").encode()
    given["seeds/gazette-1.txt"] = b"The bridge will open in June.\n"
    found = check.check(Inputs(given), TODAY).problems
    assert [(each.code, each.place.file) for each in found] == [
        ("removed-text", "seeds/gazette-1.json"),
        ("removed-text", "seeds/gazette-1.txt"),
    ]


def test_what_is_left_of_a_deleted_article_is_a_warning() -> None:
    given = files({A: article(fact())})
    capture = f"seeds/{A[14:-5]}.json"
    row = SeedRow(A[14:-5], "page.html", "https://gazette.example/1", "0" * 64)
    given["seeds/README.md"] = readme([row]).encode()
    assert "capture-unused" not in {each.code for each in problems(given)}
    del given[A]
    assert [each.place.file for each in problems(given)] == [capture]
    del given[capture]
    found = problems(given)
    assert [(each.code, each.place.file) for each in found] == [
        ("capture-unused", "seeds/README.md")
    ]
    lines = given["seeds/README.md"].decode().splitlines()
    assert row.url in lines[found[0].place.line - 1]
    given["seeds/README.md"] = readme([]).encode()
    assert problems(given) == ()


def test_a_capture_whose_article_could_not_be_read_is_not_called_unused() -> None:
    given = files({A: article(fact())})
    del given[A]
    refused = Problem("file-too-big", "This file is too big.", Place(A), "Make it smaller.")
    found = check.check(Inputs(given, (refused,)), TODAY).problems
    assert [each.code for each in found] == ["file-too-big"]


def problems(given: dict[str, bytes]) -> tuple[Problem, ...]:
    return check.check(Inputs(given), TODAY).problems


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ({A: article(fact(disputes="[two]"), GONE)}, (A, 12)),
        ({A: article(fact(updates="[two]"), GONE)}, (A, 12)),
        (
            {A: article(fact(speaker="bob")), "content/actors/bob.yaml": NOTE.format("legal")},
            (A, 7),
        ),
        (
            {A: article(fact(about="[bob]")), "content/actors/bob.yaml": NOTE.format("legal")},
            (A, 12),
        ),
        ({A: article(fact()), "content/actors/gazette.yaml": NOTE.format("legal")}, (A, 1)),
        ({A: article(fact()), "content/topics/bridge.yaml": NOTE.format("legal")}, (A, 11)),
        (
            {
                A: article(fact(said="", said_basis="", event="council")),
                "content/events/council.yaml": NOTE.format("legal"),
            },
            (A, 11),
        ),
        (
            {
                A: article(fact(also="[{article: wire-1, paragraph: 1}]")),
                B: NOTE.format("legal"),
            },
            (A, 12),
        ),
        (
            {
                A: article(fact(), GONE),
                "content/topics/bridge.yaml": BASE["content/topics/bridge.yaml"]
                + "brief:\n  - {text: About a zebra., facts: [two]}\n",
            },
            ("content/topics/bridge.yaml", 6),
        ),
    ],
)
def test_nothing_may_name_what_was_removed(content: dict[str, str], place: tuple[str, int]) -> None:
    found = checked(content, text=None).problems
    assert [(p.code, p.place.file, p.place.line) for p in found] == [("names-removed", *place)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a statement to remove, and its speaker."""
    root = lay_out(tmp_path / "project", site=True)
    write(root, "content/actors/bob.yaml", "kind: person\nname: Bob Zebraman\n")
    text = (root / "content/facts/example-2024-03-05.yaml").read_text(encoding="utf-8")
    more = "".join(f"    {key}: {value}\n" for key, value in _own_texts().items())
    write(
        root,
        "content/facts/example-2024-03-05.yaml",
        f"{text}  - id: two\n{more}    said: 2024-03-04\n    said_basis: stated\n"
        "    topics: [bridge]\n",
    )
    return root


def _own_texts() -> dict[str, str]:
    left_out = ("quote", "answers", "corrections")
    own = {key: value for key, value in TEXTS.items() if key not in left_out}
    correction = TEXTS["corrections"].replace("2025-05-20", "2024-03-20")
    return own | {"corrections": correction}


def removed(root: Path) -> None:
    """Remove the statement and its speaker."""
    file = root / "content/facts/example-2024-03-05.yaml"
    text = file.read_text(encoding="utf-8")
    kept = text[: text.index("  - id: two")]
    note = GONE.replace("2025-06-01", "2024-06-01") + "    former_ids: [before-two]\n"
    write(root, "content/facts/example-2024-03-05.yaml", kept + note)
    write(root, "content/actors/bob.yaml", NOTE.format("privacy"))


@pytest.mark.slow
def test_the_text_is_nowhere_on_the_site_and_the_address_stays(root: Path) -> None:
    before = facts(root, "build")
    assert before.exit_code == 0, before.output
    page = (root / "site/facts/two/index.html").read_text(encoding="utf-8")
    assert "zebra" in page
    removed(root)
    built = facts(root, "build")
    assert built.exit_code == 0, built.output
    for path in (root / "site").rglob("*"):
        if path.is_file() and path.suffix not in {".js", ".css", ".wasm"}:
            data = path.read_bytes().lower()
            found = [word for word in (b"zebra", b"7531") if word in data]
            assert not found, (path, found)
    for address, words in (
        ("facts/two", "Removed on 1 Jun 2024"),
        ("actors/bob", "Removed on 1 Jun"),
    ):
        html = (root / f"site/{address}/index.html").read_text(encoding="utf-8")
        assert words in html
        assert '<meta name="robots" content="noindex">' in html
        assert words in (root / f"site/{address}/index.md").read_text(encoding="utf-8")
        row = json.loads((root / f"site/{address}/index.json").read_text(encoding="utf-8"))
        assert (row["status"], row["reason"]) == ("removed", "privacy")
    assert "../two/" in (root / "site/facts/before-two/index.html").read_text(encoding="utf-8")


def test_the_data_keep_a_note_without_text(root: Path) -> None:
    removed(root)
    assert facts(root, "export", "--out", str(root / "out")).exit_code == 0
    data = root / "out/data"
    rows = json.loads((data / "facts.json").read_text(encoding="utf-8"))
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    assert next(row for row in rows if row["id"] == "two") == {
        "id": "two",
        "url": "facts/two/",
        "status": "removed",
        "status_date": "2024-06-01",
        "reason": "privacy",
        "former_ids": ["before-two"],
    }
    for name in ("facts", "actors"):
        schema = json.loads((data / f"schema/{name}.json").read_text(encoding="utf-8"))
        rows = json.loads((data / f"{name}.json").read_text(encoding="utf-8"))
        Draft202012Validator(schema).validate(rows)
    with sqlite3.connect(data / "factsheets.db") as base:
        listed = base.execute("select kind, id, date, reason from removed order by url").fetchall()
    assert listed == [
        ("actor", "bob", "2025-06-01", "privacy"),
        ("fact", "two", "2024-06-01", "privacy"),
    ]
    assert "facts/two/,fact,two" in (data / "removed.csv").read_text(encoding="utf-8")


def test_the_guard_accepts_a_removal_and_no_deletion(root: Path, tmp_path: Path) -> None:
    base = tmp_path / "base"
    for path in (*root.glob("content/**/*.*"), *root.glob("seeds/*")):
        if path.is_file():
            write(base, path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
    removed(root)
    told = facts(root, "check", "--against", str(base))
    assert told.exit_code == 0, told.output
    changes = facts(root, "diff", str(base)).output
    assert "two" in changes
    assert "zebra" not in changes.lower()
    assert "Ready: yes" in changes
    # The note itself must not be deleted.
    after = tmp_path / "after"
    for path in (*root.glob("content/**/*.*"), *root.glob("seeds/*")):
        if path.is_file():
            write(after, path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
    (root / "content/actors/bob.yaml").unlink()
    text = (root / "content/facts/example-2024-03-05.yaml").read_text(encoding="utf-8")
    write(root, "content/facts/example-2024-03-05.yaml", text[: text.index("  - id: two")])
    for state in (base, after):
        told = facts(root, "check", "--against", str(state))
        assert told.exit_code == 1
        found = set(re.findall(r"\[([a-z-]+)\]$", told.output, re.MULTILINE))
        assert found & {"removed-fact", "address-lost"}
        assert "facts/two/" in told.output or '"two"' in told.output
        assert "actors/bob/" in told.output


def test_a_listed_address_is_kept_by_a_removal(root: Path) -> None:
    assert facts(root, "addresses", "--write").exit_code == 0
    removed(root)
    told = facts(root, "check")
    assert told.exit_code == 0, told.output
    (root / "content/actors/bob.yaml").unlink()
    assert "The published address actors/bob/ now leads nowhere." in facts(root, "check").output


def test_fixing_leaves_a_note_as_it_is(root: Path) -> None:
    removed(root)
    before = (root / "content/actors/bob.yaml").read_bytes()
    assert facts(root, "check", "--fix").exit_code == 0
    assert (root / "content/actors/bob.yaml").read_bytes() == before


def test_editors_take_a_note_and_refuse_text_in_it() -> None:
    folder = Path(__file__).parents[2] / "content/.schema"
    schemas = {
        name: Draft202012Validator(
            json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        )
        for name in ("actor", "topic", "event", "article")
    }
    note = {"status": "removed", "date": "2025-06-01", "reason": "privacy"}
    for name, schema in schemas.items():
        assert schema.is_valid(note), name
        assert not schema.is_valid(note | {"name": "Bob"}), name
        assert not schema.is_valid({"status": "removed"}), name
        assert not schema.is_valid({}), name
    whole = {"publisher": "wire", "url": "https://a.example/", "published": "2025-06-01"}
    whole |= {"language": "en"}
    assert schemas["article"].is_valid(whole | {"facts": [note | {"id": "two"}]})
    assert not schemas["article"].is_valid(whole | {"facts": [note]})
    assert not schemas["article"].is_valid(
        whole | {"facts": [note | {"id": "two", "statement": "x"}]}
    )
    assert schemas["article"].is_valid(note | {"facts": [note | {"id": "two"}]})
