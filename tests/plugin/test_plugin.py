"""The plugin in the real MkDocs: `mkdocs build`, and `mkdocs serve` while somebody edits."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from factsheets.plugin.preview import Preview

from tests.helpers.projects import FACTS, change, lay_out, tree, write

MKDOCS = (sys.executable, "-m", "mkdocs")
STATEMENT = "facts/example-bridge-may/"
NOTICE = "This page is not up to date"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "project", site=True)


def environment() -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1717200000"}


def mkdocs(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*MKDOCS, *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )


# mkdocs build


def test_mkdocs_build_alone_makes_pages_and_data_from_a_fresh_clone(root: Path) -> None:
    done = mkdocs(root, "build")
    assert done.returncode == 0, done.stderr
    made = tree(root / "site")
    assert b"The bridge is to open in May" in made[f"{STATEMENT}index.html"]
    assert "data/facts.json" in made


@pytest.mark.slow
def test_other_plugins_find_the_pages_content_behind_ours(root: Path) -> None:
    (root / "late.py").write_text(
        "def on_page_context(context, page, **_):\n    kept.append(page)\n    return context\n\n"
        "def on_post_build(**_):\n    print(min(len(page.content) for page in kept))\n\nkept = []\n"
    )
    config = root / "mkdocs.yml"
    config.write_text(config.read_text() + "\nhooks: [late.py]\n")
    done = mkdocs(root, "build")
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 0


@pytest.mark.slow
def test_warnings_about_content_do_not_reach_the_log_of_mkdocs(root: Path) -> None:
    write(root, "content/notes.txt", "left behind")
    done = mkdocs(root, "build")
    assert done.returncode == 0
    assert "content/notes.txt:1:1: warning:" in done.stderr
    assert not any("notes.txt" in line for line in log_of(done.stderr))


def log_of(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(("WARNING", "ERROR", "INFO"))]


@pytest.mark.slow
def test_an_error_in_the_content_ends_the_build_before_it_touches_the_site(root: Path) -> None:
    mkdocs(root, "build")
    before = tree(root)
    change(root, FACTS, "will open in May", "shall open in May")
    broken = tree(root)
    done = mkdocs(root, "build")
    assert done.returncode == 1
    assert "[quote-not-found]" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert tree(root) == broken
    assert before.keys() == broken.keys()


def test_a_fault_of_the_program_ends_the_build_in_one_line(root: Path) -> None:
    write(root, "broken.py", "from factsheets.storage import snapshot\nsnapshot.snapshot = None\n")
    change(root, "mkdocs.yml", "plugins:\n", "hooks: [broken.py]\nplugins:\n")
    done = mkdocs(root, "build")
    assert done.returncode == 1
    assert "This is a bug in the program" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert "not callable" in (root / ".cache/fault.txt").read_text(encoding="utf-8")


@pytest.mark.slow
def test_an_error_in_a_template_ends_the_build_in_one_line(root: Path) -> None:
    write(root, "site-templates/pages/statement.html.j2", "{{ no_such_name }}")
    done = mkdocs(root, "build")
    assert done.returncode == 1
    said = "statement.html.j2:1: This template has an error: 'no_such_name' is undefined."
    assert said in done.stderr
    assert "Traceback" not in done.stderr + done.stdout


@pytest.mark.slow
@pytest.mark.usefixtures("root")
def test_the_plugin_works_from_another_folder(tmp_path: Path) -> None:
    done = mkdocs(tmp_path, "build", "-f", "project/mkdocs.yml", "-d", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / STATEMENT / "index.html").exists()


# mkdocs serve


@dataclass
class Served:
    """A running `mkdocs serve`, and its output so far."""

    address: str
    log: Path
    process: subprocess.Popen[bytes]

    def page(self, path: str) -> str:
        """The page that is currently served, or the status of an error."""
        try:
            with urlopen(self.address + path, timeout=30) as answer:
                text: str = answer.read().decode()
                return text
        except HTTPError as error:
            with error:
                return f"{error.code} {error.read().decode()}"

    def until(self, path: str, wanted: Callable[[str], bool], limit: float = 90) -> None:
        """Wait until the page at `path` has the expected content."""
        start = time.monotonic()
        page = ""
        while time.monotonic() - start < limit:
            try:
                page = self.page(path)
            except (URLError, ConnectionError):
                page = ""
            if wanted(page):
                return
            assert self.process.poll() is None, self.log.read_text()
            time.sleep(0.05)
        raise AssertionError(f"not within {limit} s\n{self.log.read_text()}\n{page[:2000]}")

    def builds(self) -> int:
        return self.log.read_text().count("Building documentation")


@contextmanager
def serving(root: Path, program: Sequence[str] = MKDOCS) -> Iterator[Served]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = root.parent / "serve.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*program, "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=root,
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**environment(), "PYTHONUNBUFFERED": "1"},
        )
        try:
            yield Served(f"http://127.0.0.1:{port}/", log, process)
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@pytest.mark.slow
def test_while_serving_edits_are_seen_and_mistakes_keep_the_last_good_page(root: Path) -> None:
    with serving(root) as served:
        served.until(STATEMENT, lambda page: "open in May" in page)

        change(
            root, FACTS, "The bridge is to open in May", "The bridge is to open in May, she said"
        )
        served.until(STATEMENT, lambda page: "open in May, she said" in page)

        change(root, FACTS, "will open in May", "shall open in May")
        served.until(STATEMENT, lambda page: NOTICE in page and "[quote-not-found]" in page)
        assert "open in May, she said" in served.page(STATEMENT)
        assert served.page("no-such-page/").startswith("404")
        assert NOTICE in served.page("no-such-page/")
        assert NOTICE not in served.page("data/facts.json")

        change(root, FACTS, "shall open in May", "will open in May")
        served.until(STATEMENT, lambda page: NOTICE not in page and "she said" in page)

        write(root, "content/actors/b.yaml", "kind: person\nname: Bea Example\n")
        served.until("actors/b/", lambda page: "Bea Example" in page)
        (root / "content/actors/b.yaml").unlink()
        served.until("actors/b/", lambda page: page.startswith("404"))

        write(root, "content/pages/about/method.md", "# Method\n\nAnother text.\n")
        served.until("about/method/", lambda page: "Another text." in page)
        builds = served.builds()
        time.sleep(3)
        assert served.builds() == builds, "it builds again without an edit"
    assert "Traceback" not in served.log.read_text()


@pytest.mark.slow
def test_open_data_follow_the_pages_and_outlast_a_mistake(root: Path) -> None:
    beside = f"{STATEMENT}index.json"
    with serving(root) as served:
        served.until("data/facts.json", lambda data: "open in May" in data, 60)
        change(root, FACTS, '"The bridge is to open in May"', '"The bridge opens in May"')
        served.until("data/facts.json", lambda data: "The bridge opens in May" in data, 60)
        assert "The bridge opens in May" in served.page(beside)
        change(root, FACTS, "will open in May", "shall open in May")
        served.until(STATEMENT, lambda page: NOTICE in page)
        assert "The bridge opens in May" in served.page("data/facts.json")
        assert served.page("data/none.json").startswith("404")
    assert "Traceback" not in served.log.read_text()


@pytest.mark.slow
def test_serving_begins_with_broken_content_and_shows_the_page_once_it_is_mended(
    root: Path,
) -> None:
    change(root, FACTS, "will open in May", "shall open in May")
    with serving(root) as served:
        served.until("", lambda page: NOTICE in page and "[quote-not-found]" in page)
        change(root, FACTS, "shall open in May", "will open in May")
        served.until(STATEMENT, lambda page: "open in May" in page and NOTICE not in page)


@pytest.mark.slow
def test_a_broken_template_keeps_the_last_good_page(root: Path) -> None:
    with serving(root) as served:
        served.until(STATEMENT, lambda page: "open in May" in page)
        main = root / "site-templates/theme/main.html"
        good = main.read_text(encoding="utf-8")
        write(root, "site-templates/theme/main.html", "{% if %}")
        served.until(STATEMENT, lambda page: NOTICE in page and "open in May" in page)
        write(root, "site-templates/theme/main.html", good)
        served.until(STATEMENT, lambda page: NOTICE not in page and "open in May" in page)


@pytest.mark.slow
def test_a_warning_about_settings_is_printed_once_while_serving(root: Path) -> None:
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    write(root, "mkdocs.yml", text + "remote_name: A repository\n")
    with serving(root) as served:
        served.until(STATEMENT, lambda page: "open in May" in page)
        change(root, FACTS, '"The bridge is to open in May"', '"The bridge opens in May"')
        served.until(STATEMENT, lambda page: "The bridge opens in May" in page)
        write(root, "content/actors/b.yaml", "kind: person\nname: Bea Example\n")
        served.until("actors/b/", lambda page: "Bea Example" in page)
        log = served.log.read_text()
        assert log.count("remote_name has no effect") == 1
        assert log.count("1 warning") > 1, "the count tells that it is still there"
        change(root, "mkdocs.yml", "remote_name: A repository\n", "remote_branch: pages\n")
        served.until("", lambda _: "remote_branch has no effect" in served.log.read_text())


@pytest.mark.slow
def test_pages_bear_the_public_address_while_serving(root: Path) -> None:
    mkdocs(root, "build")
    built = tree(root / "docs")
    with serving(root) as served:
        served.until(STATEMENT, lambda page: "open in May" in page)
    assert tree(root / "docs") == built


# The notice on a page


def answer(preview: Preview, headers: list[tuple[str, str]], body: bytes) -> tuple[Any, bytes]:
    def pages(_: object, start: Any) -> list[bytes]:
        start("200 OK", headers)
        return [body]

    started: list[Any] = []
    preview._pages = pages
    told = b"".join(preview.respond({}, lambda *head: started.append(head)))  # type: ignore[arg-type]  # a fake
    return started[0][1], told


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    return Preview(tmp_path, tmp_path / "site", lambda: None, lambda _: None)


def test_the_notice_stands_first_in_the_body_and_is_text(preview: Preview) -> None:
    preview.message = "<script>alert(1)</script> & more"
    headers, page = answer(
        preview,
        [("Content-Type", "text/html"), ("Content-Length", "30")],
        b'<html><body dir="ltr">page</body></html>',
    )
    assert page.startswith(b'<html><body dir="ltr"><div role="alert"')
    assert b"&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in page
    assert ("Content-Length", str(len(page))) in headers


def test_nothing_but_pages_gets_a_notice(preview: Preview) -> None:
    preview.message = "A problem"
    headers = [("Content-Type", "application/json"), ("Content-Length", "2")]
    assert answer(preview, headers, b"[]") == (headers, b"[]")


def test_a_build_that_fails_returns_and_leaves_the_site(tmp_path: Path) -> None:
    def build() -> None:
        raise RuntimeError("half way")

    told: list[str] = []
    write(tmp_path, "site/index.html", "old")
    preview = Preview(tmp_path, tmp_path / "site", build, told.append)
    preview.build()
    assert preview.message == told[0]
    assert "RuntimeError: half way" in preview.message
    assert tree(tmp_path / "site") == {"index.html": b"old"}
