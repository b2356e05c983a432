"""What a release says of itself: version, citation, changelog, workflow and hooks fit together."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import factsheets
import pytest
import yaml

from tests.helpers.builders import ROOT
from tests.helpers.projects import change, git

VERSION = factsheets.__version__
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def settings(path: str) -> dict[str, object]:
    found = yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def test_the_citation_is_of_this_version_and_program() -> None:
    cited = settings("CITATION.cff")
    assert cited["version"] == VERSION
    assert cited["title"] == PYPROJECT["name"]
    assert cited["license"] == PYPROJECT["license"]
    assert cited["repository-code"] == PYPROJECT["urls"]["Repository"]


def test_the_newest_section_of_the_changelog_is_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"(?m)^## \[([^]]+)\]", text)
    assert headings[:2] == ["Unreleased", VERSION]


def release(root: Path, tag: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([root / ".ci/release", tag], capture_output=True, text=True, check=False)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="releases are made on Linux")
def test_only_a_tag_that_fits_is_released(tmp_path: Path) -> None:
    names = git(ROOT, "ls-files").splitlines()
    for name in names:
        if (
            not name.startswith(("tests/", "content/", "documentation/"))
            and (ROOT / name).is_file()
        ):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, tmp_path / name)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "Begin")
    (tmp_path / ".venv").symlink_to(Path(sys.executable).parent.parent)
    wrong = release(tmp_path, "v9.9.9")
    assert (wrong.returncode, wrong.stderr) == (
        1,
        f"The tag is v9.9.9, but the version is {VERSION}.\n",
    )
    changelog = tmp_path / "CHANGELOG.md"
    text = changelog.read_text(encoding="utf-8")
    changelog.write_text(re.sub(rf"(## \[{VERSION}\] - ).*", r"\1soon", text), encoding="utf-8")
    assert "write the day of the release" in release(tmp_path, f"v{VERSION}").stderr
    change(tmp_path, "CHANGELOG.md", "] - soon", "] - 2027-01-31")
    done = release(tmp_path, f"v{VERSION}")
    assert done.returncode == 0, done.stderr
    made = {path.name for path in (tmp_path / "dist").iterdir()}
    wheel, sdist = f"factsheets-{VERSION}-py3-none-any.whl", f"factsheets-{VERSION}.tar.gz"
    assert made == {wheel, sdist, "NOTES.md"}
    notes = (tmp_path / "dist/NOTES.md").read_text(encoding="utf-8")
    assert "### Added" in notes
    assert "## [" not in notes
    change(tmp_path, "CITATION.cff", f"version: {VERSION}", "version: 0.0.1")
    assert "CITATION.cff does not have" in release(tmp_path, f"v{VERSION}").stderr


def test_releases_are_tried_on_the_oldest_and_the_newest_python() -> None:
    given = [each.rpartition(" ")[2] for each in PYPROJECT["classifiers"] if ":: 3." in each]
    text = (ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8")
    assert f'python: ["{given[0]}", "{given[-1]}"]' in text
    checks = (ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8")
    assert ", ".join(f'"{each}"' for each in given) in checks
    page = (ROOT / "documentation/pages/developers/releasing.md").read_text(encoding="utf-8")
    assert ", ".join(given) in page


def test_the_hooks_for_other_sites_are_as_pre_commit_wants_them() -> None:
    program = Path(sys.executable).with_name("pre-commit")
    command: list[str | Path] = [program, "validate-manifest", ROOT / ".pre-commit-hooks.yaml"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    entries = {hook["id"]: hook["entry"] for hook in hooks}
    assert entries == {"facts-check": "facts check", "facts-fix": "facts check --fix"}
    for hook in hooks:
        wanted = ("content/facts/a.yaml", "seeds/a.json", "mkdocs.yml")
        assert all(re.search(hook["files"], name) for name in wanted)
        assert not re.search(hook["files"], "README.md")
