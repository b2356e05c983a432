"""Lighthouse on a phone's profile: the median of three runs, and what keeps a page from 100."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TypedDict

from tests.browser.kinds import KINDS
from tests.browser.sites import built, copied, served

_FOLDER = Path(__file__).parent / "lighthouse"
_PAGES = ("home", "topic", "person", "statement, quoted")
_LEAST = (95, 100, 100, 100)


class _Result(TypedDict):
    """Of one page: the scores in Lighthouse's order, and the audits below 0.9."""

    scores: list[int]
    failed: list[str]


def main() -> None:
    """Prints the scores; ends with 1 where one is below the goal."""
    with tempfile.TemporaryDirectory() as there:
        root = copied(Path(there) / "project")
        # The test server has an address of its own: there the canonical one must not differ.
        with served(root / "site") as site:
            built(root)
            for file in (root / "site").rglob("*.html"):
                text = file.read_text(encoding="utf-8")
                own = text.replace("https://attributed.example/", site.address)
                file.write_text(own, encoding="utf-8")
            runs = [_run([site.address + KINDS[kind] for kind in _PAGES]) for _ in range(3)]
        short = 0
        for kind, *found in zip(_PAGES, *(run.values() for run in runs), strict=True):
            each_run = zip(*(run["scores"] for run in found), strict=True)
            scores = [int(statistics.median(each)) for each in each_run]
            short += any(have < least for have, least in zip(scores, _LEAST, strict=True))
            print(f"{kind:20} {'  '.join(map(str, scores))}  {'; '.join(found[-1]['failed'])}")
    sys.exit(1 if short else 0)


def _run(addresses: list[str]) -> dict[str, _Result]:
    program = shutil.which("chromium") or shutil.which("google-chrome") or ""
    done = subprocess.run(
        ["node", str(_FOLDER / "run.mjs"), *addresses],
        env={**os.environ, "CHROME_PATH": program},
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, _Result] = json.loads(done.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    main()
