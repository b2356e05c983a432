"""Plain MkDocs with Material builds a complete, linked, searchable site, without our plugin."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from factsheets.site.plain import PlainPage, docs_file
from factsheets.site.plain import plain_pages as pages_of
from factsheets.site.views.pages import site_pages
from factsheets.storage import templates

from tests.helpers.builders import ROOT, plain_pages
from tests.helpers.example_sites import SITES
from tests.helpers.projects import write
from tests.site.test_plain_pages import shown, texts, words

pytestmark = pytest.mark.slow
CONFIGURATION = """
site_name: Made up
site_url: https://made-up.example/
theme: {name: material, font: false}
plugins: [search]
"""


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.targets += [value for name, value in attrs if name == "href" and value]


@cache
def built(folder: Path, which: str) -> Path:
    """The site of one of the made-up sites, built from its pages in docs/."""
    root = folder / which
    made = SITES[which]()
    views = tuple(site_pages(made))
    files = {view.path: view.file for view in views}
    for page in pages_of(made, templates.templates(ROOT), views):
        write(root, f"docs/{page.file}", docs_file(page, files).decode())
    write(root, "mkdocs.yml", CONFIGURATION)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return root / "site"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("plain")


def pages(site: Path) -> Mapping[str, str]:
    """The HTML of each page, by its address."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): path.read_text("utf-8")
        for path in site.rglob("index.html")
    }


every_site = pytest.mark.parametrize("which", SITES)


@every_site
def test_the_site_has_every_word_of_the_plain_pages(folder: Path, which: str) -> None:
    there = pages(built(folder, which))
    for path, text in plain_pages(SITES[which]()).items():
        if not path.startswith("about/"):  # hand-written: MkDocs converts what CommonMark has not
            article = re.findall("<article.*?</article>", there[path], re.DOTALL)[0]
            found = words(" ".join(texts(article)))
            assert shown(text) in found, path


@every_site
def test_every_link_leads_to_a_page(folder: Path, which: str) -> None:
    there = pages(built(folder, which))
    followed = 0
    for path, html in there.items():
        links = _Links()
        links.feed(html)
        for target in links.targets:
            place = urlsplit(urljoin(f"https://made-up.example/{path}", target))
            beside = place.path.startswith("/data/") or place.path.endswith((".xml", ".txt"))
            if place.netloc == "made-up.example" and not (beside and "." in place.path):
                assert unquote(place.path)[1:] in there, (path, target)
                followed += 1
    assert followed > 500


@every_site
def test_the_search_of_the_theme_finds_every_statement(folder: Path, which: str) -> None:
    index = json.loads((built(folder, which) / "search/search_index.json").read_bytes())
    found = {each["location"]: each["title"] + " " + each["text"] for each in index["docs"]}
    for view in SITES[which]().statements.values():
        assert words(view.when.line) in words(" ".join(texts(found[f"{view.path}#details"])))
        assert words(view.statement) in words(" ".join(texts(found[view.path])))


def test_no_engine_runs_a_title_as_a_template() -> None:
    page = PlainPage(
        "x/", "x.md", "A {{ 7 * 7 }}", "{% x %} and {# y #}", "A \\{\\{ 7 \\* 7 \\}\\}", ""
    )
    front = docs_file(page, {}).decode().split("---")[1]
    assert "{" not in front
    assert 'title: "A &#123;&#123; 7 * 7 }}"' in front
