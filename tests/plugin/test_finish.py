"""`facts finish`: the pages of another engine, completed; here MkDocs without our plugin."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from factsheets.plugin.frames import framed
from factsheets.storage import publish
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.helpers.projects import FACTS, change, facts, lay_out, tree, write
from tests.storage.test_read_only import with_plain_rights

slow = pytest.mark.slow
STATEMENT = "facts/example-bridge-may/index.html"


def engine(root: Path) -> Path:
    """The site as MkDocs builds it from docs/ without our plugin."""
    build(load_config(str(root / "mkdocs.yml"), plugins=[], site_dir=str(root / "site")))
    return root / "site"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose pages are written."""
    lay_out(tmp_path / "own", site=True)
    assert facts(tmp_path / "own", "generate").exit_code == 0
    return tmp_path / "own"


@pytest.fixture
def site(root: Path) -> Path:
    return engine(root)


def refused(root: Path, site: Path, code: str, *places: str) -> str:
    """The output of a run with problems of this code at these places; nothing is written."""
    before = tree(root)
    done = facts(root, "finish", str(site))
    assert done.exit_code == 1, done.output
    assert tree(root) == before
    found = [line.partition(":")[0] for line in done.stdout.splitlines() if f"[{code}]" in line]
    assert found == [f"{site}/{each}" if each.endswith(".html") else each for each in places]
    assert {path.name for path in root.parent.iterdir()} == {"own"}
    return done.stdout


@slow
def test_a_finished_site_is_that_of_a_build(root: Path, site: Path, tmp_path: Path) -> None:
    assert b"A made-up site." in tree(site)["index.html"]
    assert b"data-form" not in tree(site)[STATEMENT]
    done = facts(root, "finish", str(site), "--strict")
    assert done.exit_code == 0, done.output
    once = tree(site)
    assert facts(root, "build", "--out", str(tmp_path / "built")).exit_code == 0
    assert once == tree(tmp_path / "built")
    assert facts(root, "finish", str(site)).exit_code == 0
    assert tree(site) == once
    assert facts(root, "finish", str(tmp_path / "built")).exit_code == 0
    assert tree(tmp_path / "built") == once


@slow
def test_the_frame_of_the_engine_stays(root: Path, site: Path) -> None:
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8").replace("<body>", "<body><p>Engine's own.</p>")
        path.write_text(text.replace("<head>", "<head><title>Old</title>"), "utf-8")
    assert facts(root, "finish", str(site)).exit_code == 0
    made = {path: data.decode() for path, data in tree(site).items() if path.endswith(".html")}
    assert "404.html" in made
    for name, text in made.items():
        assert text.count("<p>Engine's own.</p>") == 1, name
        assert "<title>Old</title>" not in text, name
        assert text.count("Content-Security-Policy") == 1, name


@slow
def test_a_page_without_the_mark_is_a_problem_at_its_place(root: Path, site: Path) -> None:
    text = (site / STATEMENT).read_text("utf-8")
    write(site, STATEMENT, re.sub(r" data-factsheets[^>]*>", ">", text))
    said = refused(root, site, "page-without-mark", STATEMENT)
    assert "Write name: factsheets at theme in mkdocs.yml" in said


@slow
def test_a_page_that_the_engine_left_out_is_a_problem(root: Path, site: Path) -> None:
    (site / STATEMENT).unlink()
    refused(root, site, "page-not-built", STATEMENT)


@slow
def test_pages_of_older_content_are_a_problem(root: Path, site: Path) -> None:
    shutil.copytree(site / "topics/bridge", site / "topics/tunnel")
    refused(root, site, "page-outdated", "topics/tunnel/index.html")
    shutil.rmtree(site / "topics/tunnel")
    change(root, FACTS, "Building started two years earlier", "Building started in 2022")
    done = facts(root, "finish", str(site))
    assert done.exit_code == 1
    assert "docs/facts/example-work-began.md:1:1: This page does not match" in done.stdout
    assert facts(root, "generate").exit_code == 0
    done = facts(root, "finish", str(site))  # without the engine
    assert done.exit_code == 1
    assert f"{site}/facts/example-work-began/index.html:1:1: This page is older" in done.stdout
    assert facts(root, "finish", str(engine(root))).exit_code == 0
    assert b"Building started in 2022" in tree(site)["facts/example-work-began/index.html"]


@slow
def test_an_interrupted_run_leaves_the_site_of_the_engine(
    root: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(root)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(publish, "require", interrupted)
        assert facts(root, "finish", str(site)).exit_code == 1
    assert tree(root) == before
    write(root, ".site.factsheets-new/facts/half.html", "as a killed run leaves it")
    assert facts(root, "finish", str(site)).exit_code == 0
    assert not (site / "facts/half.html").exists()


@slow
def test_a_read_only_site_is_a_problem_of_the_machine(root: Path, site: Path) -> None:
    before = tree(root)
    for folder in (root, site):
        folder.chmod(0o555)
    done = with_plain_rights(root, root.parent / "out", "finish", str(site))
    for folder in (root, site):
        folder.chmod(0o755)
    assert done.returncode == 3, done.stderr
    assert done.stderr.startswith("facts: ")
    assert tree(root) == before


@slow
@pytest.mark.parametrize("rights", [0o755, 0o555])
def test_a_site_outside_a_read_only_project_can_be_finished(
    root: Path, tmp_path: Path, rights: int
) -> None:
    site = tmp_path / "volume/site"
    site.parent.mkdir()
    shutil.move(engine(root), site)
    before = tree(root)
    root.chmod(0o555)
    site.parent.chmod(rights)
    done = with_plain_rights(root, tmp_path / "out", "finish", str(site))
    root.chmod(0o755)
    site.parent.chmod(0o755)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "data/facts.json" in tree(site)
    assert not [path for path in tree(site) if path.startswith(".site")]
    assert tree(root) == before


@pytest.mark.parametrize("folder", ["nothing", "empty", "docs", "content", ".", "checkout"])
def test_a_folder_that_is_no_built_site_is_refused(root: Path, folder: str) -> None:
    (root / "empty").mkdir()
    for name in ("index.html", ".git/config"):
        write(root, f"checkout/{name}", "")
    before = tree(root)
    done = facts(root, "finish", str(root / folder))
    assert done.exit_code == 2, done.output
    assert tree(root) == before


def test_content_with_errors_finishes_nothing(root: Path) -> None:
    write(root, "site/index.html", "")
    change(
        root,
        FACTS,
        'speaker: ada-example\n    statement: "The',
        'speaker: nobody\n    statement: "The',
    )
    assert facts(root, "finish", str(root / "site")).exit_code == 1
    assert tree(root / "site") == {"index.html": b""}


OURS = "<html><head><title>New</title></head><body><main class=wide data-factsheets>B</main></body>"


@pytest.mark.parametrize(
    ("frame", "made"),
    [
        (
            "<!doctype html>\n<HEAD>\n<title>a</title>\n</HEAD>\n"
            '<p>é</p><main data-factsheets=""><main>x</main><br></main>z',
            "<!doctype html>\n<head><title>New</title></head>\n"
            "<p>é</p><main class=wide data-factsheets>B</main>z",
        ),
        (
            "<head><script>'<main data-factsheets>'</script></head><!-- <div data-factsheets> -->"
            "<div data-factsheets><p>no end<div>1</div></div>\r\n<div data-factsheets>2</div>",
            "<head><title>New</title></head><!-- <div data-factsheets> -->"
            "<main class=wide data-factsheets>B</main>\r\n<div data-factsheets>2</div>",
        ),
        ("<head></head><main>x</main>", None),
        ("<head></head><main data-factsheets>x", None),
        ("<main data-factsheets>x</main>", None),
        ("", None),
    ],
)
def test_the_head_and_the_marked_element_are_replaced(frame: str, made: str | None) -> None:
    assert framed(OURS, frame) == made
