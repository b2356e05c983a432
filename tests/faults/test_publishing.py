"""Publishing is atomic: at every moment the whole old or the whole new site is there."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.faults.publish import ENVIRONMENT, States, built, facts, states
from tests.helpers.projects import tree

# `make faults` tries everything; `make test` tries enough to notice a broken promise.
FULL = os.environ.get("EFFORT") == "full"
KILLS = 50 if FULL else 8
DISKS = 10 if FULL else 3
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's exchange of folders")


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> States:
    return states(tmp_path_factory.mktemp("publishing") / "project")


def _seconds_of_a_build(two: States) -> float:
    start = time.monotonic()
    assert built(two.root).returncode == 0
    return time.monotonic() - start


@linux_only
@pytest.mark.slow
def test_a_build_killed_at_any_moment_leaves_one_whole_site(two: States) -> None:
    dice = random.Random(7)  # noqa: S311 - moments, no secrets
    whole = _seconds_of_a_build(two)
    seen = set()
    for _ in range(KILLS):
        two.turn()
        build = subprocess.Popen(
            facts(two.root, "build"),
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        # More late moments, because the replacement happens there.
        time.sleep(whole * dice.random() ** 0.5)
        os.killpg(build.pid, signal.SIGKILL)
        build.wait()
        site = two.site
        assert site in (two.old, two.new)
        seen.add(site == two.old)
    assert built(two.root).returncode == 0
    assert two.site in (two.old, two.new)
    assert not [path for path in two.root.iterdir() if "factsheets-" in path.name]


@linux_only
@pytest.mark.slow
def test_a_site_is_whole_at_every_moment_of_a_build(two: States) -> None:
    two.turn()
    build = subprocess.Popen(
        facts(two.root, "build"),
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    looks = 0
    while build.poll() is None:
        folder = os.open(two.root / "site", os.O_RDONLY)
        names = set(os.listdir(folder))  # noqa: PTH208 - a folder held open
        same = os.fstat(folder).st_ino == (two.root / "site").stat().st_ino
        os.close(folder)
        looks += 1
        # A folder that was swapped out during the check is being removed and cannot be found any
        # more.
        assert not same or names == {
            name.split("/")[0] for name in two.old if name != "pagefind/"
        } | ({"pagefind"} if two.old["pagefind/"] == "True" else set())
    assert build.returncode == 0
    assert looks > 10


@pytest.mark.slow
def test_four_builds_at_once_leave_one_whole_site(two: States) -> None:
    two.turn()
    builds = [
        subprocess.Popen(
            facts(two.root, "build"),
            env=ENVIRONMENT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for _ in range(4)
    ]
    said = [build.communicate(timeout=120)[0] for build in builds]
    # Each waits for the others; one that waits too long names the holder of the lock.
    for build, text in zip(builds, said, strict=True):
        assert build.returncode in {0, 3}, text
        assert "Traceback" not in text
        assert build.returncode == 0 or "Another run is writing: process" in text
    assert any(build.returncode == 0 for build in builds)
    assert two.site in (two.old, two.new)


@linux_only
@pytest.mark.slow
def test_mkdocs_killed_at_any_moment_harms_nothing_but_its_own_site(two: States) -> None:
    """MkDocs empties the folder before it writes; the next build makes it whole again."""
    dice = random.Random(9)  # noqa: S311 - moments, no secrets
    written = tree(two.root / "content"), tree(two.root / "seeds")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    for _ in range(max(KILLS // 4, 2)):
        build = subprocess.Popen(
            command,
            cwd=two.root,
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(0.5 + 2 * dice.random())
        os.killpg(build.pid, signal.SIGKILL)
        build.wait()
        assert (tree(two.root / "content"), tree(two.root / "seeds")) == written
    again = subprocess.run(
        command, cwd=two.root, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert again.returncode == 0, again.stderr
    plain = two.site
    assert built(two.root).returncode == 0
    assert two.site == plain


def _disks(folder: Path) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "tests.faults.disk", str(folder), str(DISKS)]
    own = [] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--mount"]
    done = subprocess.run([*own, *command], capture_output=True, text=True, check=False)
    if "mount" in done.stderr or "unshare" in done.stderr:
        pytest.skip("this machine lets nobody make a small disk")
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@linux_only
@pytest.mark.slow
def test_a_full_disk_leaves_the_old_site_and_is_told_in_one_line(tmp_path: Path) -> None:
    if not (shutil.which("mount") and shutil.which("unshare")):
        pytest.skip("this machine has no small disks")
    found = _disks(tmp_path)
    for one in found:
        said = one["said"]
        assert one["site"] == ("new" if one["exit"] == 0 else "old"), one
        assert one["exit"] in {0, 3}, one
        assert "Traceback" not in said
        if one["exit"]:
            last = said.strip().splitlines()[-1]
            assert last.startswith("facts: "), said
            assert "no space left" in last
    assert found[0]["exit"] == 3
    assert found[-1]["exit"] == 0
