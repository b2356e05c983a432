"""The real browser: the site is built and served once a session, and Chromium started once.

Where the browser, Java or the checkers are missing, the tests fail: a skip would hide it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.browser.hard import lay_out_hard
from tests.browser.sites import Site, built, copied, served
from tests.helpers.look import with_components

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
# Nothing of the browser's own may ask another host, and no other host may answer.
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * 127.0.0.1:9, EXCLUDE 127.0.0.1",
)


def chromium(playwright: Playwright) -> Browser:
    """The system's Chromium, started."""
    program = next(filter(None, map(shutil.which, (*_NAMES, _MAC))), None)
    assert program, "No Chromium here. Install it (apt-get install chromium), then run this again."
    return playwright.chromium.launch(executable_path=program, args=list(_FLAGS))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for the whole session."""
    with sync_playwright() as playwright:
        started = chromium(playwright)
        yield started
        started.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """This repository's own content."""
    root = copied(tmp_path_factory.mktemp("own") / "project")
    with served(built(root)) as found:
        yield found


@pytest.fixture(scope="session")
def decorated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Made-up content with a palette, icons, links and components of Material."""
    with served(built(with_components(tmp_path_factory.mktemp("decorated")))) as found:
        yield found


@pytest.fixture(scope="session")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Made-up content that is hard to lay out."""
    root = lay_out_hard(tmp_path_factory.mktemp("hard") / "project")
    with served(built(root)) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page in a fresh profile."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """The checkers that npm installed."""
    folder = Path(__file__).parent / "node_modules"
    assert folder.is_dir(), "No checkers here. Install them: npm ci --prefix tests/browser"
    return folder
