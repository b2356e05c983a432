"""`facts new` and `facts init`: what beginners start from, filled in as they would."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from factsheets.authoring.fix import fix
from factsheets.authoring.init import project
from factsheets.authoring.new import example, scaffold, unfilled
from factsheets.cli import main
from factsheets.content.json_schema import json_schema, modeline, schema_files
from factsheets.content.kinds import KINDS, Kind
from factsheets.content.reader import read
from factsheets.pipeline import check
from factsheets.pipeline.inputs import Inputs

from tests.helpers.builders import ROOT, TEXT, TODAY, files
from tests.helpers.projects import facts, lay_out

FILLED = {
    "id": "new-fact",
    "speaker": "ada",
    "statement": '"the railings are painted"',
    "quote": '"We have painted every railing twice"',
    "paragraph": "1",
    "said": "2025-05-02",
    "said_basis": "stated",
    "language": "en",
    "topics": "[bridge]",
    "publisher": "gazette",
    "url": "https://gazette.example/2",
    "published": "2025-05-03",
    "kind": "person",
    "name": '"Carl Cooper"',
    "summary": '"What is said about it."',
}


def filled(text: str) -> str:
    """The scaffold with a value for each empty field."""
    return "\n".join(
        f"{line} {FILLED[found[1]]}"
        if (found := re.fullmatch(r"\s*(?:- )?([a-z_]+):", line)) and found[1] in FILLED
        else line
        for line in text.split("\n")
    )


def path(kind: Kind, name: str) -> str:
    return f"content/{'facts' if kind == 'article' else kind + 's'}/{name}.yaml"


@pytest.mark.parametrize("kind", KINDS)
def test_a_scaffold_passes_once_it_is_filled(kind: Kind) -> None:
    made = scaffold(kind, "new-one")
    content = {path(kind, "new-one"): filled(made)}
    outcome = check.check(Inputs(files(content)), TODAY)
    told = [problem.code for problem in outcome.problems]
    assert told == (["paragraph-unused"] if kind == "article" else [])


@pytest.mark.parametrize("kind", KINDS)
def test_a_scaffold_says_what_is_still_to_be_filled(kind: Kind) -> None:
    made = scaffold(kind, "new-one")
    content = {path(kind, "new-one"): made}
    outcome = check.check(Inputs(files(content)), TODAY)
    mine = [each for each in outcome.problems if each.place.file in content]
    assert {each.code for each in mine} == {"empty-value"}
    tree = read("x", made.encode()).value
    assert tree is not None
    assert [line for line, _ in unfilled(tree)] == [each.place.line for each in mine]


@pytest.mark.parametrize("kind", KINDS)
def test_every_line_that_waits_in_comments_is_right_when_it_is_used(kind: Kind) -> None:
    made = scaffold(kind, "new-one")
    waiting = re.compile(r"^( *)# ((?: *- )?[a-z_]+: .*|[a-z_]+:|  .*)$", re.MULTILINE)
    used = waiting.sub(r"\1\2", filled(made)).replace("    about: []\n", "")
    fields = {"its-article": "new-one", "a-wider-topic": "bridge", "a-larger-event": "council"}
    for name, known in fields.items():
        used = used.replace(name, known)
    outcome = check.check(Inputs(files({path(kind, "new-one"): used})), TODAY)
    mine = [each for each in outcome.problems if each.place.file == path(kind, "new-one")]
    allowed = {"unknown-actor", "unknown-event", "unknown-topic", "unknown-article"}
    allowed |= {"wrong-kind-of-actor", "wording-not-found", "no-such-paragraph"}
    assert {each.code for each in mine if each.severity == "error"} <= allowed, mine


def test_publisher_and_day_are_taken_from_the_id() -> None:
    made = scaffold("article", "gazette-2025-05-03", ["gazette", "ga"])
    assert "\npublisher: gazette\n" in made
    assert "\npublished: 2025-05-03\n" in made
    none = scaffold("article", "gazette-2025-13-03", ["wire"])
    assert "\npublisher:\n" in none
    assert "\npublished:\n" in none


# The command


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    (tmp_path / "project/mkdocs.yml").touch()
    return lay_out(tmp_path / "project")


def test_new_writes_the_file_and_says_what_is_open(root: Path) -> None:
    done = facts(root, "new", "topic", "ferry")
    assert done.exit_code == 0
    assert done.output == (
        "Written: content/topics/ferry.yaml\n  still to fill in: line 4, name\n"
        "  still to fill in: line 6, summary\nThen run: facts check\n"
    )


def test_new_article_makes_the_capture_and_lists_it(root: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    url = "https://news.example/2"
    name = "example-news-2024-04-01"
    done = facts(root, "new", "article", name, "--text", str(tmp_path / "a.txt"), "--url", url)
    assert done.exit_code == 0, done.output
    assert "railing" not in (root / f"seeds/{name}.json").read_text(encoding="utf-8")
    assert f"| {name} | a.txt | <{url}> |" in (root / "seeds/README.md").read_text(encoding="utf-8")
    article = (root / f"content/facts/{name}.yaml").read_text(encoding="utf-8")
    assert "publisher: example-news\n" in article
    assert f"url: {url}\n" in article


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("actor", "Ann"), '"Ann" cannot be an id.'),
        (("actor", "con"), '"con" is reserved.'),
        (("actor", "../x"), "cannot be an id."),
        (("actor", "ada-example"), "content/actors/ada-example.yaml already exists."),
        (("actor", "old-ada"), '"old-ada" was used before.'),
        (("topic", "x", "--url", "https://a.example"), "only for articles"),
        (("thing", "x"), "'thing' is not one of"),
    ],
)
def test_new_refuses_what_cannot_be(root: Path, arguments: tuple[str, ...], message: str) -> None:
    ada = root / "content/actors/ada-example.yaml"
    ada.write_text(ada.read_text() + "former_ids: [old-ada]\n")
    before = sorted(root.rglob("*"))
    done = facts(root, "new", *arguments)
    assert done.exit_code == 2
    assert message in done.output
    assert sorted(root.rglob("*")) == before


# A new site


def test_a_new_site_has_no_problems_and_nothing_to_repair() -> None:
    made = {name: text.encode() for name, text in project("Bridge news", "factsheets").items()}
    kept = {name: text for name, text in made.items() if not name.startswith("content/.schema")}
    outcome = check.check(Inputs(kept), TODAY)
    assert outcome.problems == ()
    assert outcome.summary.quotes_found == 1
    assert fix(Inputs(kept), TODAY, lambda _: True).files == {}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["Who said what", 'A "site": #1 \\ <b>', "NAME @url@"])
def test_init_makes_a_site_that_builds(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "new"
    url = "https://made-up.example/sub/"
    done = CliRunner().invoke(main, ["init", str(folder), "--name", name, "--url", url])
    assert done.exit_code == 0, done.output
    built = facts(folder, "build", "--strict")
    assert built.exit_code == 0, built.output
    page = (folder / "site/facts/example-bridge-may/index.html").read_text(encoding="utf-8")
    assert "the bridge is to open in May" in page
    assert 'class="foot"' in page  # the program's own look
    assert yaml.safe_load((folder / "mkdocs.yml").read_text())["site_name"] == name


def test_a_new_site_has_its_name_in_two_places_alone() -> None:
    ours, other = project("QQ", "factsheets"), project("ZZ", "factsheets")
    assert [path for path in ours if ours[path] != other[path]] == ["README.md", "mkdocs.yml"]
    for path in ("mkdocs.yml", "README.md"):
        assert ours[path].count("QQ") == 1
    assert "CNAME" in ours["README.md"]


def test_init_fills_a_new_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    done = CliRunner().invoke(main, ["init", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert (tmp_path / "mkdocs.yml").is_file()


def test_a_new_site_names_no_file_that_it_lacks() -> None:
    made = project("Bridge news", "factsheets")
    told = " ".join(text for name, text in made.items() if name.endswith((".md", "Makefile")))
    named = set(re.findall(r"`([\w.-]+(?:/[\w.-]+)*\.(?:md|yml|txt|json))`", told))
    here = {"seeds/example-news-2024-03-05.txt", "CONTRIBUTING.md", "requirements.txt"}
    assert here <= named
    assert named <= made.keys()


def test_the_guide_of_a_new_site_has_examples_that_are_right_together() -> None:
    made = project("Bridge news", "factsheets")
    blocks = re.findall(r"```yaml\n(.*?)```", made["CONTRIBUTING.md"], re.DOTALL)
    assert sorted(blocks[:4]) == sorted(example(kind) for kind in KINDS)


@pytest.mark.parametrize("url", ["https://example.org/", "made-up.example", "http://localhost/"])
def test_init_refuses_an_address_that_nobody_can_reach(tmp_path: Path, url: str) -> None:
    done = CliRunner().invoke(main, ["init", str(tmp_path / "new"), "--url", url])
    assert done.exit_code == 2
    assert "is not a site's public address" in done.output
    assert list(tmp_path.iterdir()) == []


def test_every_host_installs_and_builds_in_the_same_way() -> None:
    made = project("Bridge news", "factsheets==1.0")
    netlify = tomllib.loads(made["netlify.toml"])
    assert netlify["build"]["publish"] == "site"
    hosts = (".github/workflows/deploy.yml", ".gitlab-ci.yml", "netlify.toml")
    for name in hosts:
        assert "make .venv/ready" in made[name], name
        # Without an address nothing is published.
        assert "SOURCE_DATE_EPOCH=$(date +%s) .venv/bin/facts build --strict" in made[name], name
    headers = {each["for"]: each["values"] for each in netlify["headers"]}
    assert headers["/*"]["Content-Security-Policy"] == "frame-ancestors 'self'"
    assert headers["/*.md"] == {"Content-Type": "text/markdown; charset=utf-8"}


def test_the_check_of_a_pull_request_refuses_what_the_deployment_would_refuse() -> None:
    made = project("Bridge news", "factsheets==1.0")
    for name in (".github/workflows/check.yml", ".gitlab-ci.yml"):
        builds = re.findall(r"facts build\b.*", made[name])
        assert builds, name
        assert all("--strict" in each for each in builds), name


def test_init_says_if_nobody_else_can_install_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for requirement, told in (("factsheets @ file:///here", True), ("factsheets==1.0", False)):
        monkeypatch.setattr("factsheets.cli.project._requirement", lambda name=requirement: name)
        done = CliRunner().invoke(main, ["init", str(tmp_path / str(told))])
        assert done.exit_code == 0
        assert ("requirements.txt names a file on this computer" in done.output) is told


def test_init_leaves_a_folder_with_something_in_it_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    done = CliRunner().invoke(main, ["init", str(tmp_path)])
    assert done.exit_code == 2
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]


# Schemas


def test_the_committed_schemas_are_those_of_the_records() -> None:
    for name, text in schema_files().items():
        assert (ROOT / name).read_text(encoding="utf-8") == text, "run: facts schema"


def test_editors_know_where_the_schemas_are() -> None:
    known = json.loads((ROOT / ".vscode/settings.json").read_text())["yaml.schemas"]
    assert set(known) == set(schema_files())
    assert all(any(ROOT.glob(pattern)) for pattern in known.values())
    for kind in KINDS:
        folder = ROOT / path(kind, "x")
        assert (folder.parent / modeline(kind).partition("=")[2]).resolve().is_file()


@pytest.mark.parametrize("kind", KINDS)
def test_our_content_and_the_examples_fit_the_schemas(kind: Kind) -> None:
    schema = json_schema(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    texts = [example(kind)]
    texts += [each.read_text() for each in (ROOT / path(kind, "x")).parent.glob("*.yaml")]
    for text in texts:
        assert list(validator.iter_errors(yaml.load(text, Loader=_Plain))) == []  # noqa: S506


class _Plain(yaml.SafeLoader):
    """Dates and yes stay text, as in YAML 1.2."""


_OF_1_1 = {"tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"}
_Plain.yaml_implicit_resolvers = {
    first: [each for each in rules if each[0] not in _OF_1_1]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Plain.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "persn", "name": "A"},
        {"kind": "person"},
        {"kind": "person", "name": "A", "nam": "B"},
        {"kind": "person", "name": None},
        {"kind": "group", "name": "A", "size": 0},
        {"kind": "group", "name": "A", "members": ["Not An Id"]},
    ],
)
def test_a_schema_refuses_what_the_checks_refuse(wrong: dict[str, object]) -> None:
    assert not jsonschema.Draft202012Validator(json_schema("actor")).is_valid(wrong)


def test_every_field_of_a_schema_has_its_sentence() -> None:
    for kind in KINDS:
        schema = json_schema(kind)
        for record in (schema, *schema.get("$defs", {}).values()):
            for name, field in record["properties"].items():
                assert field.get("description", "").endswith((".", "…", ")", "id", "?")), name
