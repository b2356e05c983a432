"""The search under `mkdocs serve`: renewed after a change, behind the pages."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.browser.sites import ENVIRONMENT
from tests.helpers.projects import change
from tests.search.content import lay_out

pytestmark = pytest.mark.slow


def until(holds: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.2)


def got(address: str) -> bytes:
    try:
        with urlopen(address, timeout=60) as answer:
            return bytes(answer.read())
    except (URLError, ConnectionError):
        return b""


def test_a_change_is_searched_without_a_new_start(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", place]
    quiet = subprocess.DEVNULL
    surroundings = {**os.environ, **ENVIRONMENT}
    server = subprocess.Popen(command, cwd=root, env=surroundings, stdout=quiet, stderr=quiet)
    entry = f"http://{place}/pagefind/pagefind-entry.json"
    try:
        until(lambda: b'"page_count"' in got(entry))
        before = got(entry)
        (language,) = json.loads(before)["languages"].values()
        assert got(f"http://{place}/pagefind/pagefind.{language['hash']}.pf_meta")
        assert got(f"http://{place}/search/names.bin")
        assert not got(f"http://{place}/pagefind/../stamp")
        facts = "content/facts/lantern-2024-04-12.yaml"
        change(root, facts, "lighthouse must be kept", "lantern must be kept")
        until(lambda: got(entry) not in {before, b""})
        kept = root / ".cache/search/pages/facts/muller-lighthouse-keep.html"
        assert "lantern must be kept" in kept.read_text(encoding="utf-8")
    finally:
        server.terminate()
        server.wait(10)
