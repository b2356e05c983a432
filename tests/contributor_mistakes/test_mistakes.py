"""Each mistake is reported once, with its code, at its exact place; the help fixes it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.contributor_mistakes.cases import Case, Told, cases
from tests.contributor_mistakes.content import (
    ARTICLE,
    CONTENT,
    EVENT,
    OTHER,
    PERSON,
    SPEAKER,
    TOPIC,
)
from tests.helpers.projects import facts, put

CASES = cases()
Files = Mapping[str, str | bytes | None]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("harbour")
    put(folder, {**CONTENT, "mkdocs.yml": "site_name: Made up\nplugins: [factsheets]\n"})
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "1795392000"
    yield folder
    os.environ.pop("SOURCE_DATE_EPOCH")
    if before is not None:
        os.environ["SOURCE_DATE_EPOCH"] = before


def told(root: Path, files: Files) -> tuple[int, list[Told]]:
    """The exit code and the problems of the valid content with some files changed."""
    put(root, files)
    try:
        done = facts(root, "check", "--format", "json")
    finally:
        put(root, {name: CONTENT.get(name) for name in files if (root / name).exists()})
        put(root, {name: CONTENT[name] for name in files if name in CONTENT})
    return done.exit_code, [_told(each) for each in json.loads(done.stdout)["problems"]]


def _told(each: dict[str, Any]) -> Told:
    return Told(
        each["code"],
        each["severity"],
        each["file"],
        each["line"],
        each["column"],
        each["end_column"],
    )


def test_the_content_that_the_cases_begin_from_is_right(root: Path) -> None:
    assert told(root, {}) == (0, [])


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_mistake_is_told_once_at_its_place_and_the_help_mends_it(root: Path, case: Case) -> None:
    code, found = told(root, case.broken)
    assert found == [case.told]
    assert code == (1 if case.told.severity == "error" else 0)
    assert told(root, case.mended) == (0, [])


def test_there_are_cases_enough_of_very_many_kinds() -> None:
    assert len(CASES) >= 190
    assert len({case.told.code for case in CASES}) >= 60


def moved(name: str, to: str) -> Files:
    return {name: None, to: CONTENT[name]}


FILES: dict[str, tuple[str, str, Files]] = {
    "an actor among the topics": (
        "wrong-folder",
        "content/topics/mara-quill.yaml",
        moved(PERSON, "content/topics/mara-quill.yaml"),
    ),
    "an event among the articles": (
        "wrong-folder",
        "content/facts/quay-hearing.yaml",
        moved(EVENT, "content/facts/quay-hearing.yaml"),
    ),
    "an article among the events": (
        "wrong-folder",
        "content/events/example-news-2025-06-11.yaml",
        moved(ARTICLE, "content/events/example-news-2025-06-11.yaml"),
    ),
    "a topic among the actors": (
        "wrong-folder",
        "content/actors/new-quay.yaml",
        moved(TOPIC, "content/actors/new-quay.yaml"),
    ),
    "an actor in a folder of our own": (
        "wrong-folder",
        "content/people/mara-quill.yaml",
        moved(PERSON, "content/people/mara-quill.yaml"),
    ),
    "an actor in no folder": (
        "wrong-folder",
        "content/mara-quill.yaml",
        moved(PERSON, "content/mara-quill.yaml"),
    ),
    "the ending of other programs": (
        "wrong-ending",
        "content/actors/mara-quill.yml",
        moved(PERSON, "content/actors/mara-quill.yml"),
    ),
    "an ending that an editor added": (
        "wrong-ending",
        "content/actors/mara-quill.yaml.txt",
        moved(PERSON, "content/actors/mara-quill.yaml.txt"),
    ),
    "an ending of plain text": (
        "wrong-ending",
        "content/actors/mara-quill.txt",
        moved(PERSON, "content/actors/mara-quill.txt"),
    ),
    "no ending": (
        "wrong-ending",
        "content/actors/mara-quill",
        moved(PERSON, "content/actors/mara-quill"),
    ),
    "a name with capitals": (
        "bad-file-name",
        "content/actors/Mara-Quill.yaml",
        moved(PERSON, "content/actors/Mara-Quill.yaml"),
    ),
    "a name with a space": (
        "bad-file-name",
        "content/actors/mara quill.yaml",
        moved(PERSON, "content/actors/mara quill.yaml"),
    ),
    "a page of HTML": (
        "yaml-shape",
        SPEAKER,
        {SPEAKER: "<!DOCTYPE html>\n<html><body>Not found: nothing</body></html>\n"},
    ),
    "a table": ("yaml-shape", SPEAKER, {SPEAKER: "kind,name\nperson,Otto Brandt\n"}),
    "a fact without its article": (
        "wrong-shape",
        OTHER,
        {OTHER: "id: talks\nspeaker: otto-brandt\nstatement: He would talk\nparagraph: 1\n"},
    ),
    "remarks alone": ("yaml-empty", SPEAKER, {SPEAKER: "# kind: person\n"}),
    "nothing": ("yaml-empty", SPEAKER, {SPEAKER: ""}),
}


@pytest.mark.parametrize("name", FILES)
def test_a_wrong_file_is_told_once_and_not_by_those_that_name_it(root: Path, name: str) -> None:
    code, file, files = FILES[name]
    exit_code, found = told(root, files)
    assert [(each.code, each.file, each.line, each.column) for each in found] == [
        (code, file, 2 if "person" in name or name == "an actor among the topics" else 1, 1)
    ]
    assert exit_code == 1


@pytest.mark.parametrize(
    "text",
    [
        '{"kind": "person", "name": "Otto Brandt", "short_name": "Brandt"}\n',
        '{\n  "kind": "person",\n  "name": "Otto Brandt"\n}\n',
        f"\ufeff{CONTENT[SPEAKER]}",
        CONTENT[SPEAKER].replace("\n", "\r\n"),
        CONTENT[SPEAKER].replace("\n", "\r"),
        f"---\n{CONTENT[SPEAKER]}...\n",
        "".join(f"   {line}\n" for line in CONTENT[SPEAKER].splitlines()),
        CONTENT[SPEAKER].rstrip("\n"),
        "kind: person\nname: >\n  Otto\n  Brandt\n",
        "# Ä, 北, ب, 😀\nkind:   person   # a remark\nname:\tOtto Brandt\n",
    ],
)
def test_what_is_only_unusual_is_no_mistake(root: Path, text: str) -> None:
    assert told(root, {SPEAKER: text}) == (0, [])


def test_fix_mends_what_strangers_break_where_there_is_one_way(tmp_path: Path) -> None:
    """Spaces, bullets, tabs, columns, marks: in each case the content is fixed completely."""
    names = {
        "a no-break space behind the colon",
        "no-break spaces at the beginning of a line",
        "a bullet for a hyphen",
        "a tab for the indentation",
        "a field of a fact one space too far left",
        "a field of a fact one space too far right",
        "a field of a fact at the left edge",
        "the hyphen of the second fact one space too far left",
        "the hyphen of the second fact too far right",
        "double marks inside double marks",
        "a colon at the end of a clause",
        "a colon in a group in braces",
        "a handle at the beginning",
        "the closing mark forgotten",
        "no space behind the colon",
        "the paragraph below",
    }
    chosen = [case for case in CASES if case.name in names]
    assert len(chosen) == len(names)
    for number, case in enumerate(chosen):
        folder = tmp_path / str(number)
        put(folder, {**CONTENT, **case.broken, "mkdocs.yml": "site_name: Made up\n"})
        done = facts(folder, "check", "--fix")
        assert done.exit_code == 0, (case.name, done.output)


def test_the_command_ends_with_the_same_code_as_its_report(tmp_path: Path) -> None:
    put(tmp_path, {**CONTENT, **CASES[0].broken, "mkdocs.yml": "site_name: Made up\n"})
    command = [str(Path(sys.executable).with_name("facts")), "--root", str(tmp_path), "check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout.startswith(f"{ARTICLE}:")
