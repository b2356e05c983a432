"""Pictures of the site to look at: `make shots` puts them into build/shots/."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from tests.browser.fixtures import chromium
from tests.browser.kinds import KINDS
from tests.browser.sites import REPOSITORY, Site, built, copied, served

_WIDTHS: dict[str, ViewportSize] = {
    "desktop": {"width": 1440, "height": 900},
    "phone": {"width": 390, "height": 844},
}
_PICTURE = REPOSITORY / ".github" / "site.png"


def pictures(browser: Browser, site: Site, folder: Path) -> None:
    """Every kind of page: wide and narrow, by day and by night, and on paper."""
    for size, viewport in _WIDTHS.items():
        for scheme in ("light", "dark"):
            context = browser.new_context(viewport=viewport, color_scheme=scheme)
            page = context.new_page()
            for kind, path in KINDS.items():
                page.goto(site.address + path)
                name = f"{kind.replace(', ', '-').replace(' ', '-')}-{size}-{scheme}"
                page.screenshot(path=folder / f"{name}.png", full_page=True)
                if (size, scheme) == ("desktop", "light"):
                    page.pdf(path=folder / f"{name}.pdf", prefer_css_page_size=True)
            context.close()


def picture(browser: Browser, site: Site, file: Path) -> None:
    """The one picture of the README: a topic, as far as a large screen shows it."""
    page = browser.new_page(viewport={"width": 1120, "height": 1100})
    page.goto(site.address + KINDS["topic"])
    page.screenshot(path=file)
    page.close()


def main() -> None:
    """All pictures, and with `--picture` the README's anew."""
    folder = REPOSITORY / "build" / "shots"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as there, sync_playwright() as playwright:
        browser = chromium(playwright)
        with served(built(copied(Path(there) / "project"))) as site:
            if "--picture" in sys.argv:
                _PICTURE.parent.mkdir(exist_ok=True)
                picture(browser, site, _PICTURE)
            else:
                pictures(browser, site, folder)
        browser.close()
    print(f"Look at {folder}")


if __name__ == "__main__":
    main()
