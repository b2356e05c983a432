"""What an owner sets in mkdocs.yml: the site's address and its licence, in every output."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import warnings
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import feedparser
import pytest
import rdflib
import yaml
from click.testing import CliRunner
from factsheets.cli import main
from factsheets.site.settings import (
    Licence,
    edit_base,
    licence,
    place,
    public_address,
    wrong_image,
    wrong_licence,
)

from tests.helpers.builders import ROOT
from tests.helpers.projects import change, facts, tree, write

SUB_PATH = "https://owner.made-up.example/repo/"
LICENCE = '  licence: {name: "Town & Licence 2", url: "https://made-up.example/licence?v=2"}\n'
STATEMENT = "facts/example-lanes/"


def mkdocs(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", *arguments]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        command, cwd=root, capture_output=True, text=True, env=environment, check=False
    )


def new_site(root: Path, *arguments: str) -> Path:
    done = CliRunner().invoke(main, ["init", str(root), *arguments])
    assert done.exit_code == 0, done.output
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return new_site(tmp_path / "new")


# The address


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://owner.github.io/repo", "https://owner.github.io/repo/"),
        (" http://news.example/ ", "http://news.example/"),
        (None, ""),
        ("", ""),
        ("/", ""),
        (7, ""),
        ("news.example", ""),
        ("ftp://news.example/", ""),
        ("https://", ""),
        ("https://[::1/", ""),
        ("https://example.org", ""),
        ("https://www.example.com/site/", ""),
        ("https://example.net./", ""),
        ("http://localhost:8000/", ""),
        ("http://127.0.0.1:8000/", ""),
        ("http://[::1]:8000/", ""),
        ("https://me@news.example/", ""),
        ("https://news.example/?page=", ""),
        ("https://myexample.org/", "https://myexample.org/"),
    ],
)
def test_an_address_is_one_that_readers_can_reach(given: object, address: str) -> None:
    assert public_address(given) == address


ADDRESSES = ["", "site_url: https://example.org/\n"]


@pytest.mark.slow
@pytest.mark.parametrize("line", ADDRESSES)
def test_a_site_without_an_address_is_built_with_a_warning_and_refused_when_strict(
    root: Path, line: str
) -> None:
    change(root, "mkdocs.yml", 'site_url: ""\n', line)
    at = "5:1" if line else "1:1"
    refused = facts(root, "build", "--strict")
    assert refused.exit_code == 1
    assert re.search(rf"^mkdocs.yml:{at}: .*\[site-address\]$", refused.output, re.MULTILINE)
    assert mkdocs(root, "build", "--strict").returncode == 1
    assert not any(name.endswith(".html") for name in tree(root))
    for done in (facts(root, "generate"), facts(root, "build"), facts(root, "export")):
        assert done.exit_code == 0
        assert f"mkdocs.yml:{at}: warning: " in done.output
    built = mkdocs(root, "build")
    assert built.returncode == 0
    assert f"mkdocs.yml:{at}: warning: " in built.stderr


@pytest.mark.slow
@pytest.mark.parametrize("line", ADDRESSES)
def test_without_an_address_nothing_that_is_published_bears_one(root: Path, line: str) -> None:
    change(root, "mkdocs.yml", 'site_url: ""\n', line)
    assert facts(root, "build").exit_code == 0
    made = {name: data for name, data in tree(root / "site").items() if "pagefind/" not in name}
    for name, data in made.items():
        assert b"example.org" not in data, name
        assert b'href="None' not in data, name
    page = made[f"{STATEMENT}index.html"].decode()
    cite = unescape(re.findall(r'class="cite-text">([^<]+)', page)[0])
    assert cite.endswith(
        f"via Who said what, version of 5 Mar 2024, page {STATEMENT} (no public address)"
    )
    assert 'rel="canonical"' not in page
    assert 'class="printed"' not in page
    assert b"<loc>" not in made["sitemap.xml"]
    rows = json.loads(made["data/facts.json"])
    assert {row["url"] for row in rows} >= {STATEMENT}
    assert "$id" not in json.loads(made["data/schema/facts.json"])
    assert "homepage" not in json.loads(made["data/datapackage.json"])


def test_without_an_address_feeds_and_json_ld_lead_on_from_where_they_are_found(
    root: Path,
) -> None:
    assert facts(root, "build").exit_code == 0
    where = "https://found.example/somewhere/"
    for path in ("", "topics/bridge/"):
        data = (root / f"site/{path}feed.xml").read_bytes()
        feed = feedparser.parse(
            data,
            response_headers={
                "content-location": f"{where}{path}feed.xml",
                "content-type": "application/atom+xml",
            },
        )
        assert not feed.bozo
        assert f"{where}{STATEMENT}" in {entry.link for entry in feed.entries}
        assert feed.feed.link == where + path
        assert all(each.id.startswith("urn:uuid:") for each in (feed.feed, *feed.entries))
    page = (root / f"site/{STATEMENT}index.html").read_text(encoding="utf-8")
    linked = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)[0]
    graph = rdflib.Graph()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        graph.parse(data=linked, format="json-ld", publicID=where + STATEMENT)
    subjects = {str(each) for each in graph.subjects()}
    assert where + STATEMENT in subjects
    assert where + "actors/ada-example/" in subjects


# A site below a path


def links(page: str) -> Iterator[str]:
    bare = re.sub(r"<pre.*?</pre>", "", page, flags=re.DOTALL)
    yield from map(unescape, re.findall(r'\s(?:href|src)="([^"]*)"', bare))


def test_a_site_below_a_path_leads_nowhere_else(tmp_path: Path) -> None:
    root = new_site(tmp_path / "new", "--url", SUB_PATH.rstrip("/"))
    done = facts(root, "build", "--strict")
    assert done.exit_code == 0, done.output
    assert "[site-address]" not in done.output
    site = root / "site"
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix().removesuffix("index.html")
        for link in links(file.read_text(encoding="utf-8")):
            found = urlsplit(urljoin(SUB_PATH + path, link))
            if found.hostname != urlsplit(SUB_PATH).hostname:
                continue
            assert found.path.startswith("/repo/"), (path, link)
            below = site / found.path.removeprefix("/repo/")
            assert (below / "index.html" if found.path.endswith("/") else below).is_file(), link
    texts = (
        name for name in tree(site) if name.endswith((".xml", ".txt", ".json", ".bib", ".ris"))
    )
    for name in texts:
        text = (site / name).read_text(encoding="utf-8")
        for address in re.findall(r"https://owner\.made-up\.example[^\s\"<)}]*", text):
            assert address.startswith(SUB_PATH), (name, address)
    page = (site / "facts/example-bridge-may/index.html").read_text(encoding="utf-8")
    assert f"version of 5 Mar 2024, {SUB_PATH}facts/example-bridge-may/" in unescape(page)


# The licence


def test_a_site_without_a_licence_names_none(root: Path) -> None:
    assert facts(root, "build").exit_code == 0
    for name, data in tree(root).items():
        if name.startswith((".cache/", "site/pagefind/")):
            continue
        assert not re.search(rb"\bCC[ -](BY|0)|creativecommons", data), name
    made = tree(root / "site")
    assert "licence" not in json.loads(made["data/index.json"])
    assert "licenses" not in json.loads(made["data/datapackage.json"])
    assert b"<rights>Quoted words belong to their" in made["feed.xml"]
    assert b'rel="license"' not in made["index.html"]


def test_the_licence_of_the_site_reaches_every_output(root: Path) -> None:
    change(root, "mkdocs.yml", "extra:\n", f"extra:\n{LICENCE}")
    assert facts(root, "build").exit_code == 0
    name, url = "Town & Licence 2", "https://made-up.example/licence?v=2"
    made = tree(root / "site")
    feed = feedparser.parse(made["topics/bridge/feed.xml"]).feed
    assert feed.rights == f"{name}; quoted words belong to their publishers."
    index = json.loads(made["data/index.json"])
    assert (index["licence"], index["licence_url"]) == (name, url)
    package = json.loads(made["data/datapackage.json"])
    assert package["licenses"] == [{"path": url, "title": name}]
    for path in ("data/", STATEMENT):
        page = made[f"{path}index.html"].decode()
        linked = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)[0]
        assert json.loads(linked)["license"] == url
        assert f'<a href="{url}" rel="license">Town &amp; Licence 2</a>' in page
    page = unescape(made["data/index.html"].decode())
    assert f'under <a href="{url}">{name}</a>' in page
    assert f"[Town & Licence 2](<{url}>)" in made["data/index.md"].decode()


def test_our_own_site_names_its_licence_here_alone() -> None:
    extra = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["extra"]
    own = licence(extra["licence"])
    assert own == Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
    assert own.identifier == "CC-BY-4.0"
    for folder in ("generator", "site-templates"):
        for name, data in tree(ROOT / folder).items():
            if "/__pycache__/" not in f"/{name}" and name != "factsheets/site/settings.py":
                assert not re.search(rb"\bCC[ -]BY|creativecommons", data), name


@pytest.mark.parametrize(
    ("url", "identifier"),
    [
        ("https://creativecommons.org/licenses/by-sa/4.0/", "CC-BY-SA-4.0"),
        ("https://creativecommons.org/licenses/by-nc-nd/3.0/deed", "CC-BY-NC-ND-3.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("https://made-up.example/licenses/by/4.0/", None),
    ],
)
def test_an_identifier_is_given_only_where_the_address_tells_it(
    url: str, identifier: str | None
) -> None:
    assert Licence("Whatever", url).identifier == identifier


@pytest.mark.parametrize(
    ("given", "where", "message"),
    [
        ("CC0", (2, 3), "a name and a url"),
        ("{name: CC0}", (2, 3), "a name and a url"),
        ("{name: CC0, url: https://a.example, by: me}", (2, 3), "a name and a url"),
        ('{name: "", url: "https://a.example/"}', (2, 13), "name must be"),
        ('{name: 7, url: "https://a.example/"}', (2, 13), "name must be"),
        ("{name: CC0, url: a.example}", (2, 24), "url must begin"),
        ('{name: CC0, url: "javascript:alert(1)"}', (2, 24), "url must begin"),
        ("{name: CC0, url: https://a.example/\"'}", (2, 24), "url must begin"),
    ],
)
def test_a_wrong_licence_is_told_at_its_place(
    given: str, where: tuple[int, int], message: str
) -> None:
    data = f"extra:\n  licence: {given}\n"
    found = list(wrong_licence(data.encode(), yaml.safe_load(data)["extra"]["licence"]))
    assert [(each.code, each.severity) for each in found] == [("bad-licence", "error")]
    assert (found[0].place.line, found[0].place.column) == where
    assert message in found[0].message


@pytest.mark.parametrize(
    ("given", "where", "message"),
    [
        ("preview.png", (2, 3), "a src and an alt"),
        ("{src: preview.png}", (2, 3), "a src and an alt"),
        ("{src: missing.png, alt: A bridge}", (2, 11), "missing.png is not in content/static/"),
        ("{src: ../preview.png, alt: A bridge}", (2, 11), "is not in content/static/"),
        ('{src: "http://a.example/a.png", alt: A bridge}', (2, 11), "is not in content/static/"),
        ("{src: logo.svg, alt: A bridge}", (2, 11), "PNG, JPEG, WebP and GIF"),
        ('{src: "https://a.example/a.svg", alt: A bridge}', (2, 11), "PNG, JPEG, WebP and GIF"),
        ('{src: preview.png, alt: ""}', (2, 29), "alt must be"),
    ],
)  # fmt: skip
def test_a_wrong_image_is_reported_at_its_place(
    given: str, where: tuple[int, int], message: str
) -> None:
    data = f"extra:\n  image: {given}\n"
    image = yaml.safe_load(data)["extra"]["image"]
    found = list(wrong_image(data.encode(), image, {"preview.png", "logo.svg"}))
    assert [(each.code, each.severity) for each in found] == [("bad-image", "error")]
    assert (found[0].place.line, found[0].place.column) == where
    assert message in found[0].message


@pytest.mark.parametrize(
    "src", ["preview.png", "https://a.example/a.JPG?x=1", "https://a.example/image"]
)
def test_an_image_is_a_file_of_the_site_or_an_address(src: str) -> None:
    assert not list(wrong_image(b"", {"src": src, "alt": "A bridge"}, {"preview.png"}))
    assert not list(wrong_image(b"", None, ()))


@pytest.mark.slow
def test_link_previews_have_the_image_of_the_owner(root: Path) -> None:
    change(root, "mkdocs.yml", 'site_url: ""\n', "site_url: https://attributed.example/\n")
    change(root, "mkdocs.yml", "extra:\n", 'extra:\n  image: {src: a.png, alt: "A <bridge>"}\n')
    done = facts(root, "build")
    assert done.exit_code == 1
    assert "The image a.png is not in content/static/." in done.output
    (root / "content/static").mkdir()
    (root / "content/static/a.png").write_bytes(b"made up")
    assert facts(root, "build").exit_code == 0
    page = (root / "site/topics/index.html").read_text()
    assert '<meta property="og:image" content="https://attributed.example/a.png">' in page
    assert '<meta property="og:image:alt" content="A &lt;bridge&gt;">' in page
    assert "summary_large_image" in page


@pytest.mark.slow
def test_a_wrong_licence_ends_every_build(root: Path) -> None:
    change(root, "mkdocs.yml", "extra:\n", "extra:\n  licence: CC0\n")
    for command in ("build", "generate", "export"):
        done = facts(root, command)
        assert done.exit_code == 1
        assert "[bad-licence]" in done.output
        assert "|   licence: CC0" in done.output
    assert mkdocs(root, "build").returncode == 1
    assert not (root / "site/index.html").exists()


def test_the_check_reports_settings_with_their_line(root: Path) -> None:
    assert facts(root, "check", str(root / "mkdocs.yml")).exit_code == 0
    change(root, "mkdocs.yml", "extra:\n", "remote_name: A\nextra:\n  licence: CC0\n")
    for paths in ((), (str(root / "mkdocs.yml"),)):
        done = facts(root, "check", *paths)
        assert done.exit_code == 1
        assert "[bad-licence]" in done.output
        assert "|   licence: CC0" in done.output
        assert "remote_name has no effect" in done.output
    assert facts(root, "check", str(root / "content")).exit_code == 0


def test_the_check_runs_nothing_that_settings_name(root: Path, tmp_path: Path) -> None:
    """It reads pull requests of strangers."""
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    ran = tmp_path / "ran"
    more = f"x: !!python/object/apply:os.mkdir [{ran}]\ny: !relative $docs_dir\nremote_name: A\n"
    write(root, "mkdocs.yml", text + more)
    done = facts(root, "check")
    assert "remote_name has no effect" in done.output
    assert done.exit_code == 0
    assert not ran.exists()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: [", "mkdocs.yml:1:4: The bracket [ that opens here is not closed."),
        ("INHERIT: no.yml", "'no.yml'"),
        ("- a", "no settings"),
    ],
)
def test_settings_that_cannot_be_read_end_the_check(root: Path, text: str, words: str) -> None:
    write(root, "mkdocs.yml", text)
    done = facts(root, "check")
    assert done.exit_code == 3
    assert words in done.stderr


def test_a_setting_is_found_behind_tags_and_in_a_file_that_cannot_be_read() -> None:
    data = b"a: !ENV [X, 1]\nb: !!python/name:os.path\nextra: {x: 1, licence: 2}\n"
    assert (place(data, "extra", "licence").line, place(data, "extra", "licence").column) == (3, 15)
    assert place(data, "extra", "none").line == 3
    assert place(b"a: [", "a").line == 1


# Quotations that nobody could check


@pytest.mark.slow
def test_strict_refuses_unchecked_quotations_unless_the_owner_allows_them(tmp_path: Path) -> None:
    root = new_site(tmp_path / "new", "--url", SUB_PATH)
    for name in ("json", "txt"):
        (root / f"seeds/example-news-2024-03-05.{name}").unlink()
    (root / "seeds/README.md").unlink()
    refused = facts(root, "build", "--strict")
    assert refused.exit_code == 1
    assert "[quote-not-captured]" in refused.output
    assert "warning: " not in refused.output
    assert mkdocs(root, "build", "--strict").returncode == 1
    loose = facts(root, "build")
    assert loose.exit_code == 0
    assert "1 quotation is not checked" in (root / "site/index.html").read_text(encoding="utf-8")
    # What the help says is what lets the site be built.
    setting = re.search(r"(- factsheets: )(\{[^}]*\})", " ".join(refused.output.split()))
    assert setting
    change(root, "mkdocs.yml", "  - factsheets\n", f"  {setting[1]}{setting[2]}\n")
    assert facts(root, "build", "--strict").exit_code == 0


@pytest.mark.parametrize(
    ("written", "base"),
    [
        ({"edit_uri": "https://a.example/edit/main"}, "https://a.example/edit/main/"),
        (
            {"edit_uri": "edit/main/", "repo_url": "https://a.example/o/r"},
            "https://a.example/o/r/edit/main/",
        ),
        ({"repo_url": "https://github.com/o/r"}, ""),
        ({"edit_uri": "edit/main/"}, ""),
        ({"edit_uri": None, "repo_url": 3}, ""),
    ],
)
def test_files_are_edited_below_the_repository(written: dict[str, object], base: str) -> None:
    assert edit_base(written) == base
