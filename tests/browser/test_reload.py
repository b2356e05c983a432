"""`mkdocs serve` in an open tab: an edit shows without anybody pressing anything."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sites import ENVIRONMENT
from tests.helpers.projects import FACTS, change, lay_out

pytestmark = pytest.mark.browser


def test_an_open_tab_shows_an_edit(page: Page, tmp_path: Path) -> None:
    root = lay_out(tmp_path / "project", site=True)
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    serving = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=root,
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}/facts/example-bridge-may/"
        _wait_for(address)
        page.goto(address)
        heading = page.get_by_role("heading", level=1)
        expect(heading).to_contain_text("The bridge is to open in May")
        # Nothing but the tab itself asks for the page again.
        change(root, FACTS, '"The bridge is to open in May"', '"The new bridge opens in May"')
        expect(heading).to_contain_text("The new bridge opens in May", timeout=90_000)
    finally:
        os.kill(serving.pid, signal.SIGINT)
        serving.wait(timeout=90)


def _wait_for(address: str) -> None:
    for _ in range(450):
        try:
            with urlopen(address) as answer:
                if answer.status == 200:
                    return
        except (URLError, ConnectionError):
            pass
        time.sleep(0.2)
    pytest.fail("mkdocs serve does not answer")
