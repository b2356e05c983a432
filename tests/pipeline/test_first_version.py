"""The first version's content and captures, frozen: every later version must accept them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import Golden
from tests.helpers.builders import FIRST_VERSION, ROOT, first_content, first_version, open_data
from tests.helpers.projects import facts


def test_the_first_version_has_no_errors() -> None:
    outcome = first_version()
    assert outcome.summary.errors == 0, outcome.problems


def test_the_quotations_found_are_those_that_were_recorded(golden: Golden) -> None:
    (facts,) = (
        b"".join(data) for path, data in open_data(first_content()) if path == "data/facts.json"
    )
    lines = [
        f"{fact['id']}, paragraph {evidence['paragraph']}, {evidence['check']}: {quote}\n"
        for fact in json.loads(facts)
        for evidence in fact["evidence"]
        for quote in evidence["quotes"]
    ]
    golden(FIRST_VERSION / "quotations.txt", "".join(lines))


@pytest.mark.slow
def test_the_first_version_is_built(tmp_path: Path) -> None:
    root = shutil.copytree(FIRST_VERSION, tmp_path / "project")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "site-templates", root / "site-templates")
    (root / "docs").mkdir()
    done = facts(root, "build", "--strict")
    assert done.exit_code == 0, done.output
    addresses = (root / "content/addresses.txt").read_text(encoding="utf-8").splitlines()
    pages = [line for line in addresses if line and not line.startswith("#")]
    assert len(pages) >= 30
    assert [page for page in pages if not (root / "site" / page / "index.html").is_file()] == []
