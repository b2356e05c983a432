"""Our YAML and workflows checked by other programs: check-jsonschema, and zizmor offline."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from factsheets.authoring.init import project
from factsheets.authoring.new import example
from factsheets.content.json_schema import modeline
from factsheets.content.kinds import Kind

from tests.contributor_mistakes.cases import cases
from tests.contributor_mistakes.content import CONTENT
from tests.helpers.builders import ROOT
from tests.helpers.projects import write

pytestmark = pytest.mark.slow
KINDS: dict[Kind, str] = {
    "actor": "actors",
    "topic": "topics",
    "event": "events",
    "article": "facts",
}

# What a schema can check: field names and single values.
BY_SCHEMA = frozenset(
    {"unknown-field", "missing-field", "bad-choice", "bad-number", "bad-language", "bad-question"}
)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name(arguments[0])
    return subprocess.run(
        [str(program), *arguments[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )


def by_schema(kind: Kind, *files: Path) -> subprocess.CompletedProcess[str]:
    schema = f"content/.schema/{kind}.json"
    return run("check-jsonschema", "--schemafile", schema, *map(str, files))


@pytest.mark.parametrize("kind", KINDS)
def test_each_schema_is_one(kind: Kind) -> None:
    done = run("check-jsonschema", "--check-metaschema", f"content/.schema/{kind}.json")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_our_content_passes_its_schema(kind: Kind) -> None:
    done = by_schema(kind, *(ROOT / "content" / KINDS[kind]).glob("*.yaml"))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_content_of_others_passes_its_schema(kind: Kind, tmp_path: Path) -> None:
    """Files laid out as other people would, the examples, and the files of a new site."""
    made = {**CONTENT, **{f"new/{name}": text for name, text in project("x", "y").items()}}
    made[f"content/{KINDS[kind]}/example.yaml"] = f"{modeline(kind)}\n{example(kind)}"
    files = []
    for name, text in made.items():
        if f"content/{KINDS[kind]}/" in name and name.endswith(".yaml"):
            files.append(tmp_path / name.replace("/", "-"))
            files[-1].write_text(text, encoding="utf-8")
    assert len(files) >= 3
    done = by_schema(kind, *files)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_schema_can_see_it_refuses_too(kind: Kind, tmp_path: Path) -> None:
    chosen = [
        case
        for case in cases()
        if case.told.code in BY_SCHEMA and f"/{KINDS[kind]}/" in case.told.file
    ]
    for number, case in enumerate(chosen):
        file = tmp_path / f"{number}.yaml"
        file.write_text(case.broken[case.told.file], encoding="utf-8")
    if not chosen:
        assert kind in {"topic", "event"}
        return
    done = by_schema(kind, *(tmp_path / f"{number}.yaml" for number in range(len(chosen))))
    missed = [
        case.name for number, case in enumerate(chosen) if f"/{number}.yaml" not in done.stdout
    ]
    assert missed == []


def test_the_workflows_have_nothing_that_zizmor_finds() -> None:
    done = run("zizmor", "--offline", "--pedantic", "--no-progress", ".github")
    assert done.returncode == 0, done.stdout


@pytest.fixture(scope="module")
def new_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("new")
    for name, text in project("Made up", "factsheets").items():
        write(root, name, text)
    return root


def test_nor_have_the_workflows_of_a_new_site(new_site: Path) -> None:
    done = run("zizmor", "--offline", "--pedantic", "--no-progress", str(new_site / ".github"))
    assert done.returncode == 0, done.stdout
    for name in ("check", "deploy"):
        text = (new_site / f".github/workflows/{name}.yml").read_text(encoding="utf-8")
        ours = (ROOT / f".github/workflows/{name}.yml").read_text(encoding="utf-8")
        pinned = re.findall(r"uses: (\S+@[0-9a-f]{40})", text)
        assert len(pinned) == text.count("uses: ") >= 3
        assert all(action in ours for action in pinned)
        assert "fetch-depth: 0" in text


@pytest.mark.parametrize(
    ("schema", "pattern"),
    [
        ("github-workflows", ".github/workflows/*.yml"),
        ("github-issue-forms", ".github/ISSUE_TEMPLATE/*.yml"),
        ("gitlab-ci", ".gitlab-ci.yml"),
    ],
)
def test_what_a_forge_reads_in_a_new_site_is_as_it_wants_it(
    new_site: Path, schema: str, pattern: str
) -> None:
    files = sorted(map(str, new_site.glob(pattern)))
    assert files
    done = run("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files)
    assert done.returncode == 0, done.stdout


def test_the_forms_of_a_new_site_are_ours_and_its_settings_name_one(new_site: Path) -> None:
    forms = sorted((new_site / ".github/ISSUE_TEMPLATE").iterdir())
    assert [form.name for form in forms] == ["article.yml", "mistake.yml"]
    for form in forms:
        assert form.read_bytes() == (ROOT / ".github/ISSUE_TEMPLATE" / form.name).read_bytes()
    named = re.findall(r"template=(\S+)", (new_site / "mkdocs.yml").read_text(encoding="utf-8"))
    assert named == ["mistake.yml"]


@pytest.mark.parametrize(
    ("schema", "pattern"),
    [
        ("github-workflows", ".github/workflows/*.yml"),
        ("github-issue-forms", ".github/ISSUE_TEMPLATE/[!c]*.yml"),
        ("github-issue-config", ".github/ISSUE_TEMPLATE/config.yml"),
        ("dependabot", ".github/dependabot.yml"),
        ("citation-file-format", "CITATION.cff"),
    ],
)
def test_our_own_files_are_as_those_who_read_them_want(schema: str, pattern: str) -> None:
    files = sorted(map(str, ROOT.glob(pattern)))
    assert files
    done = run("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files)
    assert done.returncode == 0, done.stdout
