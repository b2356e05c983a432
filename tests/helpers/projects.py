"""A small made-up project in a folder, for tests that need real files."""

from __future__ import annotations

import datetime
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result
from factsheets.cli import main
from factsheets.quotes.capture import capture
from factsheets.quotes.capture_file import dumps

REPOSITORY = Path(__file__).resolve().parents[2]

# Made up for the tests; no real town, mayor or newspaper is meant.
ARTICLE_TEXT = """\
Ada Example, the mayor of Exampletown, said on Monday that "the new bridge will open in May".
Work began two years ago, she said. Three of four lanes are finished.
"""
ARTICLE = """\
publisher: example-news
url: https://news.example/bridge
published: 2024-03-05
dateline: Exampletown
language: en
facts:
  - id: example-bridge-may
    speaker: ada-example
    statement: "The bridge is to open in May"
    quote: "the new bridge will open in May"
    paragraph: 1
    said: 2024-03-04
    said_basis: stated
    topics: [bridge]
  - id: example-work-began
    speaker: ada-example
    statement: "Building started two years earlier"
    paragraph: 2
    said: 2024-03-04
    said_basis: stated
    topics: [bridge]
"""
CONTENT = {
    "actors/ada-example.yaml": "kind: person\nname: Ada Example\nshort_name: Example\n",
    "actors/exampleland.yaml": "kind: state\nname: Exampleland\n",
    "actors/example-news.yaml": (
        "kind: publisher\nname: Example News\nownership: private\n"
        "country: exampleland\noutlet: newspaper\n"
        "ownership_source: https://news.example/about\n"
    ),
    "topics/bridge.yaml": 'name: The bridge\nsummary: "When the bridge is to open."\n',
    "facts/example-2024-03-05.yaml": ARTICLE,
    "pages/index.md": "# Who said what\n\nA made-up site.\n",
    "pages/about/method.md": "# Method\n\nMade up.\n",
}
FACTS = "content/facts/example-2024-03-05.yaml"
SEED = "seeds/example-2024-03-05.json"


def lay_out(root: Path, *, site: bool = False) -> Path:
    """The project in `root`; with `site`, also what a build needs, as in the repository."""
    for name, text in CONTENT.items():
        write(root, f"content/{name}", text)
    day = datetime.date(2024, 3, 5)
    write(root, SEED, dumps(capture(ARTICLE_TEXT, published=day, captured=day)))
    write(root, "docs/.gitignore", "*\n!.gitignore\n")
    if site:
        shutil.copy(REPOSITORY / "mkdocs.yml", root)
        shutil.copytree(REPOSITORY / "site-templates", root / "site-templates")
    return root


def write(root: Path, name: str, text: str) -> Path:
    """One file of the project."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def put(root: Path, files: Mapping[str, str | bytes | None]) -> None:
    """Write files of the project; delete those that are None."""
    for name, data in files.items():
        path = root / name
        if data is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data.encode() if isinstance(data, str) else data)


def change(root: Path, name: str, old: str, new: str) -> None:
    """Replace the only occurrence of `old` in a file of the project."""
    text = (root / name).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    write(root, name, text.replace(old, new))


def facts(root: Path, *arguments: str | Path) -> Result:
    """Run the command `facts` in this process."""
    return CliRunner().invoke(main, ["--root", str(root), *map(str, arguments)])


def git(root: Path, *arguments: str) -> str:
    """Run git with a fixed identity, and return its output."""
    settings = ("user.name=a", "user.email=a@a.example", "protocol.file.allow=always")
    named = (part for each in settings for part in ("-c", each))
    done = subprocess.run(
        ["git", *named, *arguments], cwd=root, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def tree(folder: Path) -> dict[str, bytes]:
    """Every regular file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }
