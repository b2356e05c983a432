"""The installed program, far from this repository: a new site is whole, and so is a changed one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag, urljoin
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sites import ENVIRONMENT, REPOSITORY, Site, served
from tests.browser.test_access import axe, findings
from tests.helpers.projects import change, write
from tests.plugin.test_plugin import serving

__all__ = ["axe"]
pytestmark = pytest.mark.browser

MARK = "Changed by the owner of the site"


@pytest.fixture(scope="session")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of `facts` and `mkdocs` in a fresh environment that has our wheel.

    The libraries are those of the tests: only the program itself is installed.
    """
    folder = tmp_path_factory.mktemp("installed")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-cache-dir")
    wheel = ("wheel", "-q", "--no-deps", "--no-build-isolation", "-w", folder / "wheel")
    run(folder, *pip, *wheel, REPOSITORY)
    run(folder, sys.executable, "-m", "venv", "--without-pip", folder / "venv")
    bin_folder = next(
        path for path in (folder / "venv").iterdir() if path.name in {"bin", "Scripts"}
    )
    [made] = (folder / "wheel").iterdir()
    python = bin_folder / "python"
    run(folder, *pip, "--python", python, "install", "-q", "--no-deps", "--no-index", made)
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    libraries = Path(run(folder, python, "-c", ask).strip())
    (libraries / "tests.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    mkdocs = bin_folder / "mkdocs"
    mkdocs.write_text(f"#!{python}\nfrom mkdocs.__main__ import cli\ncli()\n", encoding="utf-8")
    mkdocs.chmod(0o755)
    found = run(folder, python, "-c", "import factsheets; print(factsheets.__file__)")
    assert Path(found.strip()).is_relative_to(libraries)
    return bin_folder


def run(folder: Path, *command: object) -> str:
    done = subprocess.run(
        [os.fspath(part) if isinstance(part, Path) else str(part) for part in command],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def made(programs: Path, folder: Path) -> Path:
    """A new site, as `facts init` makes it, whose address has a path."""
    run(folder, programs / "facts", "init", "own")
    settings = folder / "own/mkdocs.yml"
    text = re.sub(r"(?m)^site_url:.*\n", "", settings.read_text(encoding="utf-8"))
    settings.write_text(f"site_url: https://news.example/below/\n{text}", encoding="utf-8")
    return folder / "own"


def with_overrides(programs: Path, folder: Path) -> Path:
    """A new site whose owner changes one partial, one asset, one template, logo and icon."""
    root = made(programs, folder)
    change(root, "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: overrides\n")
    change(
        root, "mkdocs.yml", "  font: false\n", "  font: false\n  favicon: a.svg\n  logo: a.svg\n"
    )
    write(root, "overrides/a.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    write(root, "overrides/partials/footer.html", f"<footer><p>{MARK}</p></footer>")
    write(root, "overrides/assets/print.css", f"/* {MARK} */")
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    named = re.sub("(?m)^site_name:.*$", "site_name: Who said what of bridges and lanes", text)
    settings.write_text(named, encoding="utf-8")
    run(root, programs / "facts", "eject", "pages/topic.html.j2")
    with (root / "site-templates/pages/topic.html.j2").open("a", encoding="utf-8") as file:
        file.write(f"\n{MARK}, too\n")
    return root


@pytest.fixture(scope="session")
def new(programs: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    root = made(programs, tmp_path_factory.mktemp("new"))
    run(root, programs / "facts", "build", "--out", root / "out/below")
    with served(root / "out") as found:
        yield Site(root / "out/below", f"{found.address}below/")


@pytest.fixture(scope="session")
def changed(programs: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    root = with_overrides(programs, tmp_path_factory.mktemp("changed"))
    run(root, programs / "facts", "build", "--out", root / "out/below")
    with served(root / "out") as found:
        yield Site(root / "out/below", f"{found.address}below/")


def missing(page: Page, site: Site) -> set[str]:
    """What the pages of a site name or load, and what is not there."""
    absent: set[str] = set()
    page.on("response", lambda got: absent.add(got.url) if got.status >= 400 else None)
    page.on("console", lambda line: absent.add(line.text) if line.type == "error" else None)
    for path in site.pages:
        address = site.address + path
        page.goto(address)
        named: list[str] = page.evaluate(
            "[...document.querySelectorAll('[href],[src]')]"
            ".map(each => each.getAttribute('href') ?? each.getAttribute('src'))"
        )
        for each in named:
            found = urldefrag(urljoin(address, each)).url.partition("?")[0]
            if found.startswith(site.address):
                file = site.folder / found.removeprefix(site.address)
                if not (file / "index.html" if found.endswith("/") else file).is_file():
                    absent.add(f"{path} names {each}")
            elif found.startswith("http://127.0.0.1:"):
                absent.add(f"{path} leads out of the site: {each}")
    return absent


@pytest.mark.parametrize("width", [1440, 1100, 390])
def test_a_long_name_breaks_no_word_of_the_bar(changed: Site, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(changed.address)
    box = page.locator(".head-search").bounding_box()
    assert box
    # On phones, the search has its icon only.
    assert box["height"] < box["width"] / 2 or (width == 390 and box["height"] == box["width"])


@pytest.mark.parametrize("width", [1440, 1100])
def test_the_sections_of_a_new_site_are_in_one_row(new: Site, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(new.address)
    items = page.locator(".head-nav li").all()
    assert len({box["y"] for each in items if (box := each.bounding_box())}) == 1


@pytest.mark.parametrize("which", ["new", "changed"])
def test_a_new_site_is_whole_in_a_browser(
    request: pytest.FixtureRequest, page: Page, axe: str, which: str
) -> None:
    site: Site = request.getfixturevalue(which)
    assert "assets/site.css" in site.html("")
    assert missing(page, site) == set()
    for path in ("", "topics/bridge/", "facts/example-bridge-may/", "search/?q=bridge"):
        page.goto(site.address + path)
        assert findings(page, axe) == [], path
    page.goto(site.address)
    page.keyboard.press("/")
    page.keyboard.type("bridge open may")
    expect(page.locator("#find_found a[href*='facts/example-bridge-may/']").first).to_be_visible()


def test_the_owners_files_win_over_the_programs(changed: Site) -> None:
    home, topic = changed.html(""), changed.html("topics/bridge/")
    assert MARK in home
    assert 'class="foot"' not in home
    assert 'rel="icon" href="a.svg"' in home
    assert '<img src="a.svg"' in home
    assert f"{MARK}, too" in topic
    assert f"{MARK}, too" not in home
    assert MARK in (changed.folder / "assets/print.css").read_text(encoding="utf-8")
    assert (changed.folder / "assets/site.css").stat().st_size > 1_000


def test_mkdocs_alone_builds_and_serves_the_same_files(programs: Path, tmp_path: Path) -> None:
    root = made(programs, tmp_path)
    run(root, programs / "facts", "build")
    run(root, programs / "mkdocs", "build", "-q", "-d", tmp_path / "plain")
    names = files_of(root / "site")
    assert files_of(tmp_path / "plain") == names
    with serving(root, (os.fspath(programs / "mkdocs"),)) as server:
        server.until("below/", lambda page: "cite-text" in page)
        server.until("below/pagefind/pagefind-entry.json", lambda text: "version" in text)
        for name in sorted(names):
            if name.endswith((".js", ".css", ".svg", ".html")):
                with urlopen(f"{server.address}below/{name}") as answer:
                    assert answer.status == 200, name


def files_of(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
