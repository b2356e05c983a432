"""Valid HTML: the Nu Html Checker finds no error on any page."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.sites import Site

pytestmark = pytest.mark.browser


def messages(folder: Path, jar: Path) -> list[str]:
    java = shutil.which("java")
    assert java, "No Java here. Install it (apt-get install default-jre-headless)."
    pages = [str(path) for path in sorted(folder.rglob("*.html"))]
    done = subprocess.run(
        [java, "-jar", str(jar), "--format", "json", "--exit-zero-always", *pages],
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stderr)["messages"]
    return [
        f"{each['url'].removeprefix(f'file:{folder}')}:{each.get('lastLine')}: {each['message']}"
        for each in found
        if each["type"] == "error"
    ]


@pytest.mark.parametrize("which", ["site", "hard"])
def test_every_page_is_valid_html(
    request: pytest.FixtureRequest, node_modules: Path, which: str
) -> None:
    site: Site = request.getfixturevalue(which)
    jar = node_modules / "vnu-jar" / "build" / "dist" / "vnu.jar"
    assert messages(site.folder, jar) == []


def test_the_checker_finds_a_fault_that_was_put_in(tmp_path: Path, node_modules: Path) -> None:
    (tmp_path / "x.html").write_text("<!doctype html><title>x</title><p id=a><p id=a>")
    jar = node_modules / "vnu-jar" / "build" / "dist" / "vnu.jar"
    assert messages(tmp_path, jar)
