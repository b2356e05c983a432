"""The same content gives the same bytes, whatever the time zone, locale, file order or date."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.publish import Manifest, facts, manifest
from tests.helpers.projects import FACTS, change, lay_out, tree

pytestmark = pytest.mark.slow
SURROUNDINGS: dict[str, dict[str, str]] = {
    "far east": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    "far west": {"TZ": "Pacific/Pago_Pago", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
    "an empty time": {"SOURCE_DATE_EPOCH": ""},
    "another tongue": {"TZ": "Asia/Kolkata", "LANG": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
}


def site(root: Path, **surroundings: str) -> Manifest:
    """The whole site as built here, without a date set from outside."""
    taken = ("SOURCE_DATE_EPOCH", "TZ", "LANG", "LC_ALL")
    environment = {key: value for key, value in os.environ.items() if key not in taken}
    done = subprocess.run(
        facts(root, "build"),
        env={**environment, "NO_MKDOCS_2_WARNING": "1", **surroundings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return manifest(root / "site")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out(tmp_path_factory.mktemp("same") / "project", site=True)


@pytest.fixture(scope="module")
def usual(root: Path) -> Manifest:
    return site(root)


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_zone_locale_and_seed_make_no_difference(root: Path, usual: Manifest, name: str) -> None:
    assert site(root, **SURROUNDINGS[name]) == usual


def test_the_order_and_the_times_of_files_make_no_difference(
    root: Path, usual: Manifest, tmp_path: Path
) -> None:
    other = tmp_path / "project"
    paths = list(tree(root))
    random.Random(3).shuffle(paths)  # noqa: S311 - an order, no secret
    for number, name in enumerate(paths):
        if name.split("/")[0] in {"content", "seeds", "site-templates", "mkdocs.yml"}:
            (other / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / name, other / name)
            os.utime(other / name, (number * 86_400, number * 86_400))
    assert site(other) == usual


def test_the_day_comes_from_the_content_or_from_outside(root: Path, usual: Manifest) -> None:
    def map_of(folder: Path) -> str:
        return (folder / "site/sitemap.xml").read_text(encoding="utf-8")

    assert site(root, SOURCE_DATE_EPOCH="1717200000") != usual
    assert "<lastmod>2024-03-05</lastmod>" not in map_of(root)
    assert site(root) == usual
    assert "<lastmod>2024-03-05</lastmod>" in map_of(root)


def test_a_change_of_the_content_is_a_change_of_the_site(root: Path, usual: Manifest) -> None:
    change(root, FACTS, "is to open in May", "is to open in May or June")
    assert site(root) != usual
    change(root, FACTS, "is to open in May or June", "is to open in May")


def _pythons() -> Iterator[str]:
    for minor in range(11, 16):
        program = shutil.which(f"python3.{minor}")
        if program and minor != sys.version_info.minor:
            yield program


def test_another_python_makes_the_same_pages_where_one_is_at_hand(
    root: Path, tmp_path: Path
) -> None:
    """Of pages and data; the program's libraries come from this one, which is not always able."""
    code = "import factsheets.cli as c; c.main(prog_name='facts')"
    paths = os.pathsep.join(filter(None, sys.path))
    for python in _pythons():
        done = subprocess.run(
            [python, "-c", code, "--root", root, "generate", "--out", tmp_path / "other"],
            env={**os.environ, "PYTHONPATH": paths},
            capture_output=True,
            check=False,
        )
        if done.returncode == 0:
            break
    else:
        pytest.skip("no other Python here can use the same libraries")
    here = subprocess.run(
        facts(root, "generate", "--out", str(tmp_path / "here")), capture_output=True, check=False
    )
    assert here.returncode == 0
    assert tree(tmp_path / "other") == tree(tmp_path / "here")


def test_the_index_of_the_search_is_the_same_on_one_machine(root: Path) -> None:
    site(root)
    first = tree(root / "site/pagefind")
    shutil.rmtree(root / ".cache")
    site(root)
    assert tree(root / "site/pagefind") == first
