"""Builds the site with other engines, and compares what comes out.

properdocs runs the plugin, so its pages are those of `facts build`. zensical builds the plain pages
of docs/ with the theme material, as MkDocs does without the plugin: its templates have no messages,
so that our theme does not work there.
"""

from __future__ import annotations

import difflib
import os
import shutil
import subprocess
import sys
import venv
from html.parser import HTMLParser
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
WORK = REPOSITORY / ".cache" / "engines"
PROJECT = ("content", "seeds", "site-templates", "mkdocs.yml")
# Each engine's environment: the lock files that make it, and whether our package is in it.
ENVIRONMENTS = {
    "properdocs": ((REPOSITORY / "requirements.lock", HERE / "properdocs.lock"), True),
    "zensical": ((HERE / "zensical.lock",), False),
}
VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
CONTENT = ({"page_text"}, {"md-content__inner", "md-typeset"})  # of our theme and of material


class PageText(HTMLParser):
    """Collects the text inside the element that holds the page's content."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        given = dict(attrs)
        names = {given.get("id"), *(given.get("class") or "").split()}
        if self.depth or any(each <= names for each in CONTENT):
            self.depth += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<path/>` in a drawing opens nothing."""

    def handle_endtag(self, tag: str) -> None:
        if self.depth and tag not in VOID:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.parts.append(data)


def text_of(page: Path) -> str:
    reader = PageText()
    reader.feed(page.read_text(encoding="utf-8"))
    return " ".join("".join(reader.parts).split())


def run(*command: str | Path, cwd: Path) -> None:
    """Runs a program; shows what it printed only if it failed."""
    surroundings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1767225600"}
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise SystemExit(f"{done.stdout}\n{Path(command[0]).name} failed.")


def program(name: str) -> Path:
    """The engine's program in an environment of its own, made anew when its lock files change."""
    locks, ours = ENVIRONMENTS[name]
    folder = WORK / f"{name}-environment"
    binaries = folder / ("Scripts" if os.name == "nt" else "bin")
    stamp = folder / "locks"
    wanted = "".join(lock.read_text(encoding="utf-8") for lock in locks)
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        print(f"Making an environment for {name} …", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        venv.create(folder, with_pip=True)
        install = (binaries / "python", "-m", "pip", "install", "--quiet")
        for lock in locks:
            run(*install, "--require-hashes", "-r", lock, cwd=WORK)
        if ours:
            run(*install, "--no-deps", "--no-build-isolation", "-e", REPOSITORY, cwd=WORK)
        stamp.write_text(wanted, encoding="utf-8")
    return binaries / name


def project() -> Path:
    """A copy of the project, for engines that write beside its configuration."""
    folder = WORK / "project"
    shutil.rmtree(folder, ignore_errors=True)
    for name in PROJECT:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, folder / name)
    return folder


def built() -> tuple[tuple[str, Path, Path], ...]:
    """Each engine with MkDocs's site and its own."""
    folder = project()
    config = folder / "mkdocs.yml"
    plain = folder / "plain.yml"
    text = config.read_text(encoding="utf-8")
    for ours, others in (
        ("plugins:\n  - factsheets\n", "plugins: []\n"),
        ("  custom_dir: site-templates/theme\n", ""),
    ):
        text = text.replace(ours, others)
    plain.write_text(text, encoding="utf-8")
    programs = Path(sys.executable).parent
    names = ("mkdocs", "properdocs", "plain")
    rich, properdocs, mkdocs = (WORK / f"site-{name}" for name in names)
    run(programs / "facts", "--root", folder, "build", "--out", rich, cwd=folder)
    run(programs / "facts", "--root", folder, "generate", cwd=folder)  # docs/, for the others
    run(program("properdocs"), "build", "-f", config, "-d", properdocs, cwd=folder)
    run(programs / "mkdocs", "build", "-q", "-f", plain, "-d", mkdocs, cwd=folder)
    run(program("zensical"), "build", "--clean", "-f", plain, cwd=folder)
    return ("properdocs", rich, properdocs), ("zensical", mkdocs, folder / "site")


def pages(site: Path) -> dict[str, str]:
    """The text of every page by its address."""
    return {
        page.relative_to(site).as_posix().removesuffix("index.html"): text_of(page)
        for page in sorted(site.rglob("*.html"))
        if page.name == "index.html"
    }


def differences(name: str, wanted: dict[str, str], found: dict[str, str]) -> list[str]:
    """What an engine's pages lack, have beyond MkDocs's, or say otherwise."""
    told = [f"{name} lacks /{address}" for address in sorted(wanted.keys() - found.keys())]
    told += [f"{name} has also /{address}" for address in sorted(found.keys() - wanted.keys())]
    for address in sorted(wanted.keys() & found.keys()):
        if wanted[address] != found[address]:
            lines = difflib.ndiff(wanted[address].split(), found[address].split())
            words = [line for line in lines if line[0] in "+-"][:12]
            told.append(f"{name}, /{address}: {' '.join(words)}")
    return told


def main() -> None:
    WORK.mkdir(parents=True, exist_ok=True)
    wrong: list[str] = []
    for name, site, other in built():
        wanted = pages(site)
        statements = [text for address, text in wanted.items() if address.startswith("facts/")]
        if not statements or not all(statements):
            raise SystemExit("MkDocs's own pages have no text to compare with.")
        wrong += differences(name, wanted, pages(other))
        print(f"{name}: {len(wanted)} pages compared with MkDocs's.")
    if wrong:
        raise SystemExit("\n".join(wrong))


if __name__ == "__main__":
    main()
