"""Times, bytes and index of the search on made-up content of any size, in a real browser.

    python tests/search/measure.py 10000 FOLDER

Makes the site's search in FOLDER without its other pages, and prints one line a query: seconds from
the first key to the first result, bytes loaded for it, number of results.
"""

from __future__ import annotations

import argparse
import collections
import datetime
import re
import resource
import shutil
import time
from pathlib import Path

from playwright.sync_api import Browser, Response, sync_playwright

from generator import files, pipeline, views
from generator.render.search import lean_pages, names_file
from generator.views import Settings
from tests.bench.make_content import files as content
from tests.bench.make_content import made_up
from tests.browser.fixtures import _FLAGS, _NAMES
from tests.browser.sites import REPOSITORY, served

_DAY = datetime.date(2026, 1, 1)
_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>
<script src="/assets/site.js" defer></script><body>{dialog}</body></html>"""


def lay_out(number: int, folder: Path) -> None:
    """The index of so many statements, and a page with the dialog."""
    made = {path: text.encode() for path, text in content(made_up(number))}
    outcome = pipeline.check(pipeline.Inputs(made), _DAY)
    assert outcome.value is not None
    site = views.site(outcome.value, Settings("Made up", "https://made-up.example/", _DAY))
    own, theirs = time.process_time(), _of_children()
    index = files.search_index(folder, lean_pages(site), folder / "pagefind")
    assert index, files.NO_PROGRAM
    files.add_files(folder, names_file(site))
    size = sum(path.stat().st_size for path in index.rglob("*") if path.is_file())
    used, peak = _of_children()
    print(
        f"{number:,} statements: index of {size / 1e6:.1f} MB; CPU "
        f"{time.process_time() - own:.1f} s ours, {used - theirs[0]:.1f} s Pagefind's ({peak} MB)"
    )
    theme = REPOSITORY / "site-templates" / "theme"
    shutil.copytree(theme / "assets", folder / "assets", dirs_exist_ok=True)
    dialog = (theme / "partials" / "search.html").read_text(encoding="utf-8")
    dialog = re.sub(
        r"\{\{ '(\S*)' \| url \}\}", r"/\1", re.sub(r"\{#.*?#\}", "", dialog, flags=re.DOTALL)
    )
    (folder / "index.html").write_text(_PAGE.format(dialog=dialog), encoding="utf-8")


def _of_children() -> tuple[float, int]:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def queries(folder: Path) -> list[str]:
    """A rare word, a usual one, the most frequent one, two together, a name, an id, a letter."""
    seen: collections.Counter[str] = collections.Counter()
    for path in sorted((folder / ".cache/search/pages/facts").iterdir())[:2000]:
        text = re.sub("<[^>]*>", " ", path.read_text(encoding="utf-8"))
        seen.update(set(re.findall("[a-z]{4,}", text)) - {"paraphrased"})
    words = [word for word, _ in seen.most_common() if not word.startswith(("xq", "xz", "xd"))]
    name = next(iter((folder / ".cache/search/pages/actors").glob("a0*.html")))
    title = re.search('data-title="([^"]*)"', name.read_text(encoding="utf-8"))
    rare, usual, common = words[1500], words[200], words[2]
    return [rare, usual, common, f"{usual} {words[150]}", title[1] if title else "", "f000123", "m"]


def measure(browser: Browser, address: str, words: str) -> str:
    """One query in a fresh profile."""
    context = browser.new_context()
    page = context.new_page()
    sizes: list[int] = []

    def weigh(response: Response) -> None:
        sizes.append(int(response.headers.get("content-length", 0)))

    page.goto(address, wait_until="networkidle")
    page.on("response", weigh)
    page.keyboard.press("/")
    start = time.perf_counter()
    page.keyboard.insert_text(words)
    page.locator("#find_found a").first.wait_for(timeout=120_000)
    seconds = time.perf_counter() - start
    said = page.locator("#find_state").inner_text()
    context.close()
    return f"{words:32} {seconds:6.2f} s {sum(sizes) / 1000:6.0f} KB  {said}"


def main() -> None:
    """Reads the arguments and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("facts", type=int)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    lay_out(given.facts, given.folder)
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    with served(given.folder) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(_FLAGS))
        for words in queries(given.folder):
            print(measure(browser, site.address, words), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
