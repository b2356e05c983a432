"""The documentation names everything that the program has, and nothing else."""

from __future__ import annotations

import dataclasses
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from posixpath import join, normpath
from typing import Any

import click
import pytest
from factsheets.cli import EXIT_CODES, main
from factsheets.content.article import Fact
from factsheets.content.field_help import all_fields
from factsheets.data.lists import LISTS
from factsheets.data.tables import DETAILS, TABLES
from factsheets.plugin.options import FactsheetsConfig
from factsheets.problems.catalogue import catalogue
from factsheets.site.settings import TABLE
from factsheets.site.unused_settings import rows as theme_rows
from factsheets.site.views.downloads import data_files
from factsheets.storage.templates import package_files
from mkdocs.config.defaults import MkDocsConfig
from yaml import safe_load

from tests.helpers.projects import REPOSITORY, facts, write
from tests.test_house import MODULES

SOURCE = REPOSITORY / "documentation"
# Below `extra`: our settings, and those of Material.
EXTRA = set(TABLE["extra"]) | set(
    "alternate analytics annotate consent generator homepage polyfills scope social status tags"
    " version".split()
)


@cache
def reference() -> Any:
    spec = spec_from_file_location("reference", SOURCE / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules["reference"] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class PageReader(HTMLParser):
    """The ids and links of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids.add(found.get("id") or "")
        if tag == "a":
            self.links.append(found.get("href") or "")


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PageReader]:
    """The pages of a strict build, by their address."""
    built = tmp_path_factory.mktemp("documentation")
    # Not --quiet, with which MkDocs counts no warnings.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(built)]
    done = subprocess.run(
        [*command, "-f", str(SOURCE / "mkdocs.yml")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return {
        f"{path.parent.relative_to(built).as_posix()}/": PageReader(path.read_text("utf-8"))
        for path in built.rglob("index.html")
    }


@cache
def texts() -> dict[str, str]:
    """The Markdown of every page, written and printed."""
    written = {path.name: path.read_text("utf-8") for path in (SOURCE / "pages").rglob("*.md")}
    printed: dict[str, str] = reference().pages()
    return written | printed


pytestmark = pytest.mark.slow


def test_every_link_leads_to_a_page_and_an_anchor(pages: dict[str, PageReader]) -> None:
    for address, page in pages.items():
        for link in page.links:
            path, _, anchor = link.partition("#")
            if "://" in path or path.startswith(("mailto:", "javascript:")):
                continue
            target = normpath(join(address, path)) + "/" if path else address
            if target in pages and anchor:
                assert anchor in pages[target].ids, f"{address} links to {link}"


def test_the_readme_links_to_pages_of_the_documentation_also_on_pypi(
    pages: dict[str, PageReader],
) -> None:
    text = (REPOSITORY / "README.md").read_text("utf-8")
    links = re.findall(r"\]\(([^)]+)\)", text)
    assert all(link.startswith("https://") for link in links)  # PyPI has no other files
    address = "https://attributed.example/documentation/"
    found = {link.removeprefix(address) for link in links if link.startswith(address)}
    assert {link or "./" for link in found} <= pages.keys()


def test_every_field_has_an_entry(pages: dict[str, PageReader]) -> None:
    found = {
        (group.record, page) for page, held in reference().field_pages().items() for group in held
    }
    assert {record for record, _page in found} == set(all_fields())
    for page, groups in reference().field_pages().items():
        for group in groups:
            anchors = {entry["anchor"] for entry in group.entries}
            assert anchors <= pages[f"reference/fields/{page}/"].ids
    assert "quote" in pages["reference/fields/fact/"].ids
    assert {each.name for each in dataclasses.fields(Fact)} <= pages["reference/fields/fact/"].ids


def test_every_setting_has_an_entry(pages: dict[str, PageReader]) -> None:
    names = {*TABLE["mkdocs"], *TABLE["extra"], *TABLE["plugin"]}
    names |= {f"about-{part}" for part in TABLE["about"]}
    assert names <= pages["reference/settings/"].ids
    assert set(TABLE["environment"]) <= pages["reference/environment/"].ids
    for _group, name, works, text in theme_rows():
        effect = "Works." if works else "Does not apply."
        assert f"| `{name}` | **{effect}** {text} |" in texts()["theme"]


def test_the_table_of_settings_is_complete() -> None:
    options = {name for name, _option in FactsheetsConfig._schema}
    assert options == TABLE["plugin"].keys()
    assert {name for name, _option in MkDocsConfig._schema} > TABLE["mkdocs"].keys()
    theme = "".join(path.read_text("utf-8") for path in package_files().values())
    assert set(re.findall(r"config\.extra\.(\w+)", theme)) <= EXTRA


def test_the_table_of_variables_is_complete() -> None:
    pattern = r'os\.environ(?:\.\w+\(|\[)"(\w+)"|"(\w+)" (?:not )?in os\.environ'
    found = [re.findall(pattern, module.read_text("utf-8")) for module in MODULES]
    assert {one or other for held in found for one, other in held} == TABLE["environment"].keys()


def test_every_command_and_option_has_an_entry() -> None:
    for name in main.commands:
        text = texts()[f"commands/{name}"]
        for param in reference().command(name).command.params:
            if isinstance(param, click.Option):
                assert all(option in text for option in param.opts), f"facts {name} {param.opts}"
    assert main.commands.keys() <= reference().examples().keys()
    for code, meaning in EXIT_CODES.items():
        assert f"| {code} | {meaning} |" in texts()["commands/index"]


def test_every_code_has_an_entry(pages: dict[str, PageReader]) -> None:
    for name, (_title, codes) in reference().message_groups().items():
        assert {each.code for each in codes} <= pages[f"reference/messages/{name}/"].ids
    every = {each.code for _, codes in reference().message_groups().values() for each in codes}
    assert every == catalogue().keys()


def test_every_file_and_column_has_an_entry(pages: dict[str, PageReader]) -> None:
    assert all(f"`/{file.path}`" in texts()["outputs/index"] for file in data_files())
    for name, each in LISTS.items():
        shown = {field.name for field in each.fields if field.only != "tables"}
        assert shown <= pages[f"reference/outputs/{name}/"].ids
    for table in (*TABLES, *DETAILS):
        assert table.name in pages["reference/outputs/tables/"].ids


def test_every_published_file_has_an_entry(tmp_path: Path) -> None:
    facts(tmp_path, "init", tmp_path / "own")
    done = facts(tmp_path / "own", "build", "--out", tmp_path / "site")
    assert done.exit_code == 0, done.output
    known = re.findall(r"^`/(.+)`$", texts()["outputs/index"], re.MULTILINE)
    folders = ("assets/", "pagefind/")  # the files in them are not listed
    patterns = [re.sub(r"<\w+>", "[^ ]+", re.escape(path)) for path in known]
    for path in (tmp_path / "site").rglob("*"):
        name = path.relative_to(tmp_path / "site").as_posix().removesuffix(".gz")
        fits = any(re.match(f"{each}{'' if each in folders else '$'}", name) for each in patterns)
        assert not path.is_file() or fits or re.match(r"index\.\w+$", name), name


def test_every_template_says_what_it_is() -> None:
    for name, path in package_files().items():
        assert reference().head_comment(path.read_text("utf-8")), name
        assert f"`{name}`" in texts()["templates/index"]


def mentioned(pattern: str) -> Iterator[tuple[str, str]]:
    for page, text in texts().items():
        for code in re.findall(r"`([^`\n]+)`|^\$ (.+)$", text, re.MULTILINE):
            for found in re.findall(pattern, "".join(code)):
                yield page, found


def test_no_page_names_a_command_option_or_setting_that_does_not_exist() -> None:
    for page, call in mentioned(r"^(facts [a-z].*)"):
        _facts, name, *rest = call.split()
        assert name in main.commands, f"{page}: {call}"
        options = {o for p in reference().command(name).command.params for o in p.opts}
        assert {each.partition("=")[0] for each in rest if each[:2] == "--"} <= options, (
            f"{page}: {call}"
        )
    for page, name in mentioned(r"^extra\.(\w+)"):
        assert name in EXTRA, f"{page}: extra.{name}"


EXAMPLE = re.compile(r'^``` ?yaml title="([^"]+)"\n(.*?)^```', re.MULTILINE | re.DOTALL)


def test_the_yaml_files_on_a_page_pass_the_check(tmp_path: Path) -> None:
    """A block of YAML with the title content/... or mkdocs.yml is a file of a new project."""
    for page, text in texts().items():
        root = tmp_path / page.replace("/", "-")
        # Files that a page includes have tests of their own.
        files = [(name, held) for name, held in EXAMPLE.findall(text) if "--8<--" not in held]
        for name, held in files:
            if not root.exists():
                facts(tmp_path, "init", root)
            if name == "mkdocs.yml":
                extra = safe_load(held).get("extra", {})
                assert extra.keys() <= EXTRA, page
            else:
                write(root, name, held)
        if files:
            done = facts(root, "check")
            assert done.exit_code == 0, f"{page}: {done.output}"
