"""Build sites with other engines, and compare each whole page and file with those of MkDocs.

properdocs runs the plugin. zensical builds docs/, and `facts finish` completes its site. The sites
are that of this repository and a new one of `facts init`; the program is installed from its wheel.
ZENSICAL=PATH names another zensical, in an environment that has the program.
"""

from __future__ import annotations

import difflib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
WORK = REPOSITORY / ".cache" / "engines"
PROJECT = ("content", "seeds", "site-templates", "mkdocs.yml")
ENGINES = ("properdocs", "zensical")
BIN = "Scripts" if os.name == "nt" else "bin"
BEGIN = "https://site.example/base/"
MOST = 12  # differences shown of one page


class Parts(HTMLParser):
    """Everything in a page, in order: elements with attributes, texts, comments and the doctype.

    Links are resolved: engines write the same address as `.`, `./` or `../x/`.
    """

    def __init__(self, page: str, address: str) -> None:
        super().__init__()
        self.address = urljoin(BEGIN, address)
        self.parts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            shown = value or ""
            if name in {"href", "src", "action"}:
                shown = urljoin(self.address, shown)
            self.parts.append(f"<{tag} {name}={shown}>")
        self.parts.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts += data.split()

    def handle_comment(self, data: str) -> None:
        self.parts.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.parts.append(f"<!{decl}>")


def run(*command: str | Path, cwd: Path) -> None:
    """Run a program; show its output only if it fails."""
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


def wheel() -> Path:
    """The program's wheel, as it would be published."""
    folder = WORK / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation")
    run(*pip, "--wheel-dir", folder, REPOSITORY, cwd=WORK)
    return next(folder.glob("*.whl"))


def programs(name: str, ours: Path) -> Path:
    """The folder of the programs of an engine's environment, with this wheel of ours.

    The environment is created again when its lock files change.
    """
    locks = (REPOSITORY / "requirements.lock", HERE / f"{name}.lock")
    folder = WORK / f"{name}-environment"
    stamp = folder / "locks"
    wanted = "".join(lock.read_text(encoding="utf-8") for lock in locks)
    install = (folder / BIN / "python", "-m", "pip", "install", "--quiet")
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        print(f"Making an environment for {name} …", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        venv.create(folder, with_pip=True)
        for lock in locks:
            run(*install, "--require-hashes", "-r", lock, cwd=WORK)
        stamp.write_text(wanted, encoding="utf-8")
    run(*install, "--no-deps", "--force-reinstall", ours, cwd=WORK)
    return folder / BIN


def projects(facts: Path) -> Iterator[tuple[str, Path]]:
    """The sites to build, each with its name: engines write into their folders."""
    copy, new = WORK / "repository", WORK / "new"
    for folder in (copy, new):
        shutil.rmtree(folder, ignore_errors=True)
    (copy / "docs").mkdir(parents=True)
    for name in PROJECT:
        source = REPOSITORY / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, copy / name)
    yield "this repository", copy
    run(facts, "init", new, "--url", "https://owner.github.io/bridge/", cwd=WORK)
    config = new / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("name: material", "name: factsheets"), encoding="utf-8")
    yield "a new site", new


def build(name: str, place: Path, root: Path) -> Path:
    """The site that an engine builds, with the programs in this folder."""
    site = root / "site"
    shutil.rmtree(site, ignore_errors=True)
    if name == "properdocs":
        run(place / name, "build", "-f", root / "mkdocs.yml", "-d", site, cwd=root)
    else:
        run(place / "facts", "generate", cwd=root)
        run(os.environ.get("ZENSICAL", place / name), "build", cwd=root)
        run(place / "facts", "finish", "site", "--strict", cwd=root)
    return site


def differences(wanted: Path, found: Path) -> Iterator[str]:
    """What an engine's site lacks, adds or changes."""
    before, now = files(wanted), files(found)
    yield from (f"lacks /{path}" for path in sorted(before.keys() - now.keys()))
    yield from (f"also has /{path}" for path in sorted(now.keys() - before.keys()))
    for path in sorted(before.keys() & now.keys()):
        if before[path] == now[path]:
            continue
        if not path.endswith(".html"):
            yield f"/{path} has other bytes"
            continue
        address = "" if path == "404.html" else path.removesuffix("index.html")
        one, other = (Parts(each[path].decode(), address).parts for each in (before, now))
        lines = [line for line in difflib.ndiff(one, other) if line[0] in "+-"]
        if lines:
            yield f"/{path}: {' '.join(lines[:MOST])}"


def files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def main() -> None:
    WORK.mkdir(parents=True, exist_ok=True)
    ours = wheel()
    places = {name: programs(name, ours) for name in ENGINES}
    wrong: list[str] = []
    for what, root in projects(places["zensical"] / "facts"):
        wanted = WORK / "mkdocs"
        run(Path(sys.executable).parent / "facts", "build", "--out", wanted, cwd=root)
        pages = len(list(wanted.glob("facts/*/index.html")))
        if not pages:
            raise SystemExit("MkDocs's own site has no statements to compare with.")
        for name in ENGINES:
            wrong += (
                f"{what}, {name}: {each}"
                for each in differences(wanted, build(name, places[name], root))
            )
            print(f"{what}, {name}: {len(files(wanted))} files compared with those of MkDocs.")
    if wrong:
        raise SystemExit("\n".join(wrong))


if __name__ == "__main__":
    main()
