"""The fast lane writes the site that MkDocs would have written."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.render.frame import Unlike, contents, frame, kind_of, mark
from generator.render.markup import Heading
from tests.documents import document
from tests.made import files
from tests.projects import REPOSITORY
from tests.test_markup import CONTENT, pages, real_site


def project(root: Path, fast: str) -> Path:
    """The repository's own content and made-up content of all kinds, as one project."""
    for name in ("content", "seeds", "site-templates"):
        shutil.copytree(REPOSITORY / name, root / name)
    for path, data in files(CONTENT).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    config = re.sub(r"(?m)^  - factsheets.*$", f"  - factsheets:\n      fast: {fast}", config)
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    return root


def built(root: Path, fast: str) -> dict[str, bytes]:
    done = CliRunner().invoke(main, ["--root", str(project(root, fast)), "build"])
    assert done.exit_code == 0, done.output
    site = root / "site"
    found = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(found)}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    return built(tmp_path_factory.mktemp("off"), "off"), built(tmp_path_factory.mktemp("on"), "on")


def test_both_ways_write_the_same_files(both: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    ordinary, fast = both
    assert set(ordinary) == set(fast)
    assert [path for path in ordinary if not path.endswith((".html", ".xml", ".gz"))] != []
    for path, data in ordinary.items():
        if not path.endswith((".html", "sitemap.xml", ".gz")):
            assert fast[path] == data, path


def test_every_page_is_the_same_document(both: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    ordinary, fast = both
    compared = [path for path in ordinary if path.endswith(".html")]
    assert len(compared) > 60
    for path in compared:
        assert document(fast[path].decode()) == document(ordinary[path].decode()), path


def test_the_site_map_names_the_same_pages(both: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    ordinary, fast = both
    # MkDocs goes by its list of files; the fast pages stand together.
    assert places(fast) == places(ordinary) != []
    assert not [path for path, data in fast.items() if b"qhole" in data]


def places(site: dict[str, bytes]) -> list[str]:
    found = re.findall(r"<url>.*?</url>", site["sitemap.xml"].decode(), re.DOTALL)
    return sorted("".join(each.split()) for each in found)


def test_pages_with_other_heads_have_other_frames() -> None:
    kinds = {kind_of(page, ()) for page in pages(real_site()) if page.cards and page.path}
    assert len({kind.sample for kind in kinds}) == len(kinds) > 4


def test_the_contents_are_the_headings_under_the_first() -> None:
    found = [Heading(1, "top", "Top"), Heading(3, "early", "E"), Heading(2, "a", "A")]
    found += [Heading(3, "b", "B"), Heading(4, "c", "C"), Heading(2, "d", "D")]
    assert contents(found) == [("early", "E"), ("a", "A"), ("d", "D")]


def test_a_theme_that_shows_the_contents_twice_is_not_taken_apart() -> None:
    page = next(page for page in pages(real_site()) if page.path.startswith("topics/t"))
    made = page.html()
    assert made is not None
    kind = kind_of(page, made[1])
    assert kind.contents
    shown = "".join(f"{mark(f'id{each}')}>{mark(f'name{each}')}," for each in "abc")
    assert frame(shown, kind).filled({}, b"", [("x", "X"), ("y", "Y")]) == b"x>X,y>Y,"
    with pytest.raises(Unlike):
        frame(shown + shown, kind)
