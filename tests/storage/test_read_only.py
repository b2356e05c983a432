"""A read-only checkout can be checked, built and exported; nothing is written to the project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from factsheets.storage import faults, publish
from factsheets.storage.locking import lock_beside

from tests.helpers.projects import REPOSITORY, facts, lay_out, tree, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    project = lay_out(tmp_path / "project", site=True)
    shutil.rmtree(project / "docs")
    return project


def entries(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


COMMANDS = [["check"], ["check", "--format", "github"], ["stale"], ["diff", "OTHER"]]
COMMANDS += [["check", "--against", "OTHER"]]
COMMANDS += [[command, "--out", "OUT/new"] for command in ("generate", "build", "export")]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_nothing_is_written_into_the_project(
    root: Path, tmp_path: Path, command: list[str]
) -> None:
    other = lay_out(tmp_path / "other")
    before = entries(root)
    out = tmp_path / "out"
    places = {"OTHER": str(other), "OUT/new": str(out / "new")}
    done = facts(root, *(places.get(each, each) for each in command))
    assert done.exit_code == 0, done.output
    assert entries(root) == before
    if "--out" in command:
        assert [path.name for path in out.iterdir()] == ["new"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="rights of Unix")
def test_a_project_without_the_right_to_write(root: Path, tmp_path: Path) -> None:
    before = tree(root)
    rights = {path: path.stat().st_mode for path in (root, *root.rglob("*"))}
    for path in rights:
        path.chmod(0o555 if path.is_dir() else 0o444)
    out = tmp_path / "out"
    for command in (["check"], ["build", "--out", "site"], ["export", "--out", "data"]):
        done = with_plain_rights(root, out, *command)
        assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in out.iterdir()) == ["data", "site"]
    assert "facts/example-bridge-may/index.html" in tree(out / "site")
    for name in ("build", "export", "generate"):
        done = with_plain_rights(root, out, name)
        assert done.returncode == 3
        assert done.stderr.splitlines()[-1].endswith(f"elsewhere: facts {name} --out DIR")
    for command in (["check", "--fix"], ["rename", "bridge", "crossing"]):
        done = with_plain_rights(root, out, *command)
        assert done.returncode == 3
        assert done.stderr.endswith(f"writes to {root}, which is not writable.\n")
    assert tree(root) == before
    for path, mode in rights.items():
        path.chmod(mode)


def with_plain_rights(
    root: Path, folder: Path, *arguments: str
) -> subprocess.CompletedProcess[str]:
    """The command without root's power on Linux to write whatever the permissions are."""
    program = (
        "import ctypes, os, sys\n"
        "drop, override = 24, 1  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE\n"
        "if os.geteuid() == 0: assert ctypes.CDLL(None).prctl(drop, override, 0, 0, 0) == 0\n"
        "run = 'from factsheets.cli import run; run()'\n"
        "os.execv(sys.executable, [sys.executable, '-c', run, *sys.argv[1:]])"
    )
    folder.mkdir(exist_ok=True)
    return subprocess.run(
        [sys.executable, "-c", program, "--root", str(root), *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_the_site_is_the_same_wherever_it_is_built(root: Path, tmp_path: Path) -> None:
    assert facts(root, "build").exit_code == 0
    assert facts(root, "build", "--out", str(tmp_path / "out")).exit_code == 0
    assert tree(tmp_path / "out") == tree(root / "site")


def test_a_folder_of_output_has_one_writer_at_a_time(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with (
        publish.workspace(out, "facts build"),
        pytest.raises(faults.EnvironmentFault, match=r"Another run is writing: .*facts build"),
        lock_beside(tmp_path / ".out.factsheets-lock", "another", wait=0),
    ):
        pytest.fail("two hold one lock")
    with publish.workspace(root / "site", "facts build --out"):
        threads = threading.Thread(target=facts, args=(root, "export", "--out", str(out)))
        threads.start()
        threads.join()
    assert (out / "data" / "facts.json").is_file()


def test_a_lock_that_its_last_holder_removed_is_taken_anew(tmp_path: Path) -> None:
    place = tmp_path / "lock"
    inside: list[int] = []
    most: list[int] = []

    def work() -> None:
        for _ in range(50):
            with lock_beside(place, "a test"):
                inside.append(1)
                most.append(len(inside))
                inside.pop()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(most), set(most), list(tmp_path.iterdir())) == (200, {1}, [])


def test_what_a_killed_run_left_is_removed(root: Path, tmp_path: Path) -> None:
    for name in ("work/docs/old.md", "new/old.html", "lock"):
        write(tmp_path, f".out.factsheets-{name}", "left")
    assert facts(root, "build", "--out", str(tmp_path / "out")).exit_code == 0
    assert {path.name for path in tmp_path.iterdir()} == {"project", "out"}
