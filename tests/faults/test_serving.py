"""`mkdocs serve` survives whatever people do to files: it answers, reports, and recovers."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

import pytest

from tests.faults.base import CONTENT
from tests.faults.table import FAULTS, Fault
from tests.helpers.projects import REPOSITORY, put, write
from tests.plugin.test_plugin import MKDOCS, NOTICE, Served, environment, serving

FULL = os.environ.get("EFFORT") == "full"
WAYS = 50 if FULL else 6
LIMIT = 90  # seconds, for a busy machine; what is waited for mostly comes within two
PAGE = "facts/one/"
STATEMENT = "The bridge is to open in June"


def lay_out(root: Path) -> Path:
    put(root, CONTENT)
    write(root, "docs/.gitignore", "*\n!.gitignore\n")
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    shutil.copytree(REPOSITORY / "site-templates", root / "site-templates")
    return root


@dataclass(frozen=True, slots=True)
class Watched:
    """A served project that must show the last good page whatever happens."""

    root: Path
    served: Served

    def until(self, wanted: Callable[[str], bool]) -> None:
        """Wait until the page has the expected content; until then it has the last good one."""
        end = time.monotonic() + LIMIT
        while time.monotonic() < end:
            page = self.served.page(PAGE)
            assert STATEMENT in page, page[:2000]
            if wanted(page):
                return
            time.sleep(0.05)
        raise AssertionError(f"not within {LIMIT} s\n{self.served.log.read_text()[-3000:]}")

    def reports(self, code: str) -> None:
        self.until(lambda page: NOTICE in page and f"[{code}]" in page)

    def recovers(self) -> None:
        self.until(lambda page: NOTICE not in page)


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    root = lay_out(tmp_path_factory.mktemp("serving") / "project")
    with serving(root) as served:
        served.until(PAGE, lambda page: STATEMENT in page)
        yield Watched(root, served)


def mend(root: Path, fault: Fault) -> None:
    right = {name: CONTENT.get(name) for name in fault.files}
    put(root, right)


def ways() -> list[Fault]:
    """Faults from all parts of the table."""
    wrong = [fault for fault in FAULTS if fault.exit_code]
    return wrong[:: len(wrong) // WAYS][:WAYS]


@pytest.mark.slow
def test_every_way_of_breaking_a_file_is_told_on_the_last_good_page(watched: Watched) -> None:
    before: Fault | None = None
    for number, fault in enumerate(ways()):
        if before:
            mend(watched.root, before)
        put(watched.root, fault.files)
        watched.reports(fault.code)
        before = fault
        if number % 5 == 4:
            mend(watched.root, fault)
            watched.recovers()
            before = None
    if before:
        mend(watched.root, before)
        watched.recovers()
    assert "Traceback" not in watched.served.log.read_text()


@pytest.mark.slow
def test_a_folder_that_was_away_for_a_moment_is_watched_as_before(watched: Watched) -> None:
    # Shorter than the polling interval of MkDocs's server.
    (watched.root / "content").rename(watched.root / "away")
    (watched.root / "away").rename(watched.root / "content")
    put(watched.root, {"content/actors/bob.yaml": b"kind: person\n"})
    watched.reports("missing-field")
    put(watched.root, {"content/actors/bob.yaml": CONTENT["content/actors/bob.yaml"].encode()})
    watched.recovers()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["content", "content/actors", "content/facts"])
def test_a_folder_that_is_renamed_is_missed_and_found_again(watched: Watched, name: str) -> None:
    folder, away = watched.root / name, watched.root / "away"
    folder.rename(away)
    watched.until(lambda page: NOTICE in page)
    away.rename(folder)
    watched.recovers()
    # It is watched as before.
    put(watched.root, {"content/actors/bob.yaml": b"kind: person\n"})
    watched.reports("missing-field")
    put(watched.root, {"content/actors/bob.yaml": CONTENT["content/actors/bob.yaml"].encode()})
    watched.recovers()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("site-templates/pages/statement.html.j2", "{{ no_such_name }}"),
        ("site-templates/pages/statement.html.j2", "{% for %}"),
        ("site-templates/partials/macros.html.j2", "{{ 1 / 0 }}"),
        ("site-templates/theme/main.html", "{% if %}"),
        ("mkdocs.yml", "site_name: [\n"),
    ],
)
def test_a_mistake_in_a_template_or_the_configuration_keeps_the_last_good_page(
    watched: Watched, name: str, text: str
) -> None:
    good = (watched.root / name).read_bytes()
    put(watched.root, {name: text.encode()})
    watched.until(lambda page: NOTICE in page)
    put(watched.root, {name: good})
    watched.recovers()


@pytest.mark.slow
def test_a_port_in_use_gives_one_line(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "project")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        done = subprocess.run(
            [*MKDOCS, "serve", "--dev-addr", address],
            cwd=root,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode != 0
    assert "Traceback" not in done.stdout + done.stderr
    assert "cannot be used: Address already in use." in done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="another way of stopping programs")
def test_an_interrupt_ends_it(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "project")
    with serving(root) as served:
        served.until(PAGE, lambda page: STATEMENT in page)
        served.process.send_signal(signal.SIGINT)
        served.process.wait(LIMIT)
        with pytest.raises((URLError, ConnectionError)):
            served.page("")
    assert "Traceback" not in served.log.read_text()
