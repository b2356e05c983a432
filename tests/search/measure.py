"""Times, bytes and index of the search on made-up content of any size, in a real browser.

    python tests/search/measure.py 10000 FOLDER [--dataset dataset.json] [--rounds 3]

Makes the site's search in FOLDER without its other pages, then asks each query in a fresh profile
and prints: the median of seconds from the first key to a first answer for the first letter, and for
the whole text typed at once; bytes loaded until then; what the search says of its results.
"""

from __future__ import annotations

import argparse
import collections
import datetime
import html
import json
import os
import re
import shutil
import statistics
import time
from pathlib import Path

from factsheets.pipeline import check, inputs
from factsheets.site.search_pages import SearchPages
from factsheets.site.settings import Settings
from factsheets.site.views import site as views_site
from factsheets.storage import files, search_index
from playwright.sync_api import Browser, Page, Response, sync_playwright

from tests.bench.make_content import files as content
from tests.bench.make_content import made_up
from tests.browser.fixtures import chromium
from tests.browser.sites import REPOSITORY, served

_DAY = datetime.date(2026, 1, 1)
_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>
<script src="/assets/site.js" defer></script><body>{dialog}</body></html>"""

# From the key that opens the dialog to an answer; from outside it would be rounded up.
_WATCH = """addEventListener("keydown", () => (window.since ??= performance.now()), true);
new MutationObserver(() => {
    const said = document.getElementById("find_state").textContent;
    if (said) window.until ??= performance.now();
}).observe(document.body, { childList: true, subtree: true });"""


def lay_out(number: int, folder: Path, dataset: Path | None) -> None:
    """The index of so many statements, and a page with the dialog."""
    data = json.loads(dataset.read_text(encoding="utf-8")) if dataset else made_up(number)
    made = {path: text.encode() for path, text in content(data)}
    outcome = check.check(inputs.Inputs(made), _DAY)
    assert outcome.value is not None
    site = views_site.site(outcome.value, Settings("Made up", "https://made-up.example/", _DAY))
    own, theirs = time.process_time(), _of_children()
    search = SearchPages(site)
    index = search_index.search_index(folder, search.pages(), folder / "pagefind")
    assert index, search_index.NO_SEARCH
    files.add_files(folder, search.files())
    size = sum(path.stat().st_size for path in index.rglob("*") if path.is_file())
    used, peak = _of_children()
    print(
        f"{number:,} statements: index of {size / 1e6:.1f} MB; CPU "
        f"{time.process_time() - own:.1f} s ours, {used - theirs[0]:.1f} s Pagefind's ({peak} MB)"
    )
    add_dialog(folder)


def add_dialog(folder: Path) -> None:
    """A page with the dialog, and what it loads."""
    theme = REPOSITORY / "site-templates" / "theme"
    shutil.copytree(theme / "assets", folder / "assets", dirs_exist_ok=True)
    dialog = (theme / "partials" / "search.html").read_text(encoding="utf-8")
    dialog = re.sub(
        r"\{\{ '(\S*)' \| url \}\}", r"/\1", re.sub(r"\{#.*?#\}", "", dialog, flags=re.DOTALL)
    )
    (folder / "index.html").write_text(_PAGE.format(dialog=dialog), encoding="utf-8")


def _of_children() -> tuple[float, int]:
    import resource  # noqa: PLC0415 - Windows has none

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def queries(folder: Path) -> list[str]:
    """The most frequent word, a usual, a rare one, some together, a phrase, names, ids, numbers."""
    pages = folder / ".cache/search/pages"
    texts = [
        path.read_text(encoding="utf-8") for path in sorted((pages / "facts").iterdir())[:2000]
    ]
    seen: collections.Counter[str] = collections.Counter()
    for text in texts:
        seen.update(set(re.findall("[a-z]{4,}", " ".join(re.findall(">([^<]+)<", text)))))
    words = [word for word, _ in seen.most_common() if not word.startswith("zq")]
    statement = re.findall('"4">([^<]*)<', texts[77])[0].split()
    actor = next(iter(sorted((pages / "actors").glob("a0*.html")))).read_text(encoding="utf-8")
    named = re.search('data-0="([^"]*)"', actor)
    assert named
    name = html.unescape(named[1])
    typing = name[:4] + name[5] + name[4] + name[6:]
    phrase = f'"{" ".join(statement[2:6])}"'
    together = f"{words[200]} {words[150]}"
    several = " ".join(statement[1:5])
    day = re.findall(r"\bd([0-9]{8})\b", texts[5])[0]
    date = f"{day[:4]}-{day[4:6]}-{day[6:]}"
    number = next(found[1] for text in texts if (found := re.search('"3">[^<]*\\b([0-9]+)', text)))
    return [words[0], words[2], words[200], words[1500], together, several, phrase, name, typing,
            name.split()[0], "f000123", number, date, date[:7], "m", "e"]  # fmt: skip


def measure(browser: Browser, address: str, words: str, rounds: int) -> str:
    """One query, each round in a fresh profile: typed key by key, and put in at once."""
    first, whole = [], []
    said, weight = "", 0
    for _ in range(rounds):
        context = browser.new_context()
        page = context.new_page()
        first.append(_seconds(page, address, words.strip('"')[:1]))
        context.close()
        context = browser.new_context()
        page = context.new_page()
        sizes: list[int] = []
        whole.append(_seconds(page, address, words, sizes))
        said, weight = page.locator("#find_state").inner_text(), sum(sizes)
        context.close()
    return (
        f"{words:40} {statistics.median(first):5.2f} s {statistics.median(whole):5.2f} s "
        f"{weight / 1000:5.0f} KB  load {os.getloadavg()[0]:4.1f}  {said}"
    )


def _seconds(page: Page, address: str, words: str, sizes: list[int] | None = None) -> float:
    def weigh(response: Response) -> None:
        if sizes is not None:
            sizes.append(int(response.headers.get("content-length", 0)))

    page.goto(address, wait_until="networkidle")
    page.on("response", weigh)
    page.evaluate(_WATCH)
    page.keyboard.press("/")
    page.keyboard.insert_text(words)
    page.wait_for_function("window.until", timeout=120_000)
    return float(page.evaluate("(window.until - window.since) / 1000"))


def main() -> None:
    """Reads the arguments and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("facts", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dataset", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    lay_out(given.facts, given.folder, given.dataset)
    with served(given.folder) as site, sync_playwright() as playwright:
        browser = chromium(playwright)
        for words in queries(given.folder):
            print(measure(browser, site.address, words, given.rounds), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
