"""Two states of a small project, with the complete site of each as hashes."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.projects import FACTS, change, lay_out

ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1717200000", "NO_MKDOCS_2_WARNING": "1"}
_OLD, _NEW = "The bridge is to open in May", "The bridge is to open in May, she said"

Manifest = dict[str, str]


def facts(root: Path, *arguments: str) -> list[str]:
    """The command line of `facts` for a project."""
    return [sys.executable, "-m", "tests.faults.facts", "--root", os.fspath(root), *arguments]


def built(root: Path) -> subprocess.CompletedProcess[str]:
    """Run one `facts build` to its end."""
    return subprocess.run(
        facts(root, "build"), env=ENVIRONMENT, capture_output=True, text=True, check=False
    )


def manifest(folder: Path) -> Manifest:
    """Every file of a site by its path, with the hash of its bytes.

    Of the search's index only that it is there: its program writes it in random order.
    """
    found: Manifest = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not name.startswith("pagefind/"):
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    found["pagefind/"] = str((folder / "pagefind/pagefind-entry.json").is_file())
    return found


@dataclass(frozen=True, slots=True)
class States:
    """A project, and the sites of its old and its new content."""

    root: Path
    old: Manifest
    new: Manifest

    @property
    def site(self) -> Manifest:
        """What is published now."""
        return manifest(self.root / "site")

    def turn(self) -> None:
        """Change the content from one state to the other."""
        text = (self.root / FACTS).read_text(encoding="utf-8")
        if _NEW in text:
            change(self.root, FACTS, _NEW, _OLD)
        else:
            change(self.root, FACTS, _OLD, _NEW)


def states(root: Path) -> States:
    """The project with its old content, built."""
    lay_out(root, site=True)
    change(root, FACTS, _OLD, _NEW)
    assert built(root).returncode == 0
    new = manifest(root / "site")
    change(root, FACTS, _NEW, _OLD)
    done = built(root)
    assert done.returncode == 0, done.stderr
    old = manifest(root / "site")
    assert old != new
    return States(root, old, new)


def without_caches(root: Path) -> None:
    """Delete everything in the project except what people wrote, and the site."""
    for name in (".cache", "docs"):
        shutil.rmtree(root / name, ignore_errors=True)
    (root / "docs").mkdir()
