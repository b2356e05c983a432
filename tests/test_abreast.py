"""Work in several processes: the same results, the same faults, and nothing left running."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator import export, files
from tests.exported import files_of, hard_site


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine that can; other tests' threads are not ours to wait for."""
    monkeypatch.setattr(files.copies, "processors", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def _fails(error: Exception) -> int:
    raise error


def _sleeps(mark: Path) -> int:
    mark.write_text(str(os.getpid()))
    time.sleep(60)
    return 0


def _waits(mark: Path) -> None:
    while not mark.exists() or not mark.read_text():
        time.sleep(0.01)


def test_each_gives_its_number_in_order_and_two_processes_share_them(tmp_path: Path) -> None:
    def work(number: int) -> int:
        (tmp_path / str(number)).write_text(str(os.getpid()))
        time.sleep(0.05)
        return number

    assert files.abreast([partial(work, number) for number in range(7)]) == tuple(range(7))
    doers = [int((tmp_path / str(number)).read_text()) for number in range(7)]
    assert doers[-1] == os.getpid()
    assert len(set(doers)) == 2
    assert 2 <= doers.count(os.getpid()) <= 5


def test_a_long_piece_of_work_holds_up_no_other(tmp_path: Path) -> None:
    mine = os.getpid()

    def long() -> int:
        _waits(tmp_path / "last")
        return os.getpid()

    def last() -> int:
        (tmp_path / "last").write_text("x")
        return os.getpid()

    other, *ours = files.abreast([long, os.getpid, last, os.getpid])
    assert other != mine
    assert set(ours) == {mine}


def test_the_export_in_two_processes_is_the_same_as_in_one(tmp_path: Path) -> None:
    works = [partial(files.add_files, tmp_path, part) for part in export.parts(hard_site())]
    number = sum(files.abreast(works))
    found = {
        path.relative_to(tmp_path).as_posix(): path.read_bytes()
        for path in tmp_path.rglob("*")
        if path.is_file()
    }
    assert found == files_of("hard")
    assert number == len(found)


def test_a_fault_of_the_machine_in_a_process_is_told_as_everywhere(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("no folder")
    work = partial(files.add_files, tmp_path, [("data/x.json", b"")])
    with pytest.raises(files.EnvironmentFault, match="could not be written"):
        files.abreast([work, os.getpid])


def test_a_fault_of_ours_in_a_process_keeps_its_trace() -> None:
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        files.abreast([partial(_fails, ZeroDivisionError("x")), os.getpid])


def test_a_process_that_is_killed_is_told() -> None:
    def end() -> int:
        os.kill(os.getpid(), signal.SIGKILL)
        return 0

    with pytest.raises(files.EnvironmentFault, match="ended from outside"):
        files.abreast([end, os.getpid])


def test_when_our_own_part_fails_the_others_are_ended(tmp_path: Path) -> None:
    mark = tmp_path / "process"

    def own() -> int:
        _waits(mark)
        raise files.EnvironmentFault("no room")

    with pytest.raises(files.EnvironmentFault, match="no room"):
        files.abreast([partial(_sleeps, mark), own])
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text()), 0)


def test_whoever_waits_for_a_process_can_break_it_off(tmp_path: Path) -> None:
    mark = tmp_path / "process"

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    def waited() -> None:
        with files.copies.begun(lambda: bytes(_sleeps(mark))) as copy:
            _waits(mark)
            signal.setitimer(signal.ITIMER_REAL, 0.05)
            copy.answer()

    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        with pytest.raises(KeyboardInterrupt):
            waited()
    finally:
        signal.signal(signal.SIGALRM, before)
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text()), 0)


def test_a_process_that_nobody_listens_to_goes_no_further(tmp_path: Path) -> None:
    ours, left = os.getpid(), 0

    def work() -> bytes:
        _waits(tmp_path / "go")
        return bytes(1 << 20)

    try:
        with files.copies.begun(work) as copy:
            copy._pipe.close()
            (tmp_path / "go").write_text("x")
            left = os.waitstatus_to_exitcode(os.waitpid(copy._process, 0)[1])
            copy._ended = True
    finally:
        if os.getpid() != ours:
            os._exit(7)
    assert left == 0


def test_a_process_ends_soon_after_its_parent(tmp_path: Path) -> None:
    mark = tmp_path / "process"
    parent = os.fork()
    if parent == 0:

        def own() -> int:
            _waits(mark)
            os.kill(os.getpid(), signal.SIGKILL)
            return 0

        files.abreast([partial(_sleeps, mark), own])
        os._exit(0)
    os.waitpid(parent, 0)
    left = int(mark.read_text())
    for _ in range(500):
        if is_gone(left):
            return
        time.sleep(0.02)
    pytest.fail("still running")


def is_gone(process: int) -> bool:
    """No such process, or one that nobody has collected yet."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


@pytest.mark.parametrize(
    "lacking",
    [
        lambda patch: patch.delattr(os, "fork"),
        lambda patch: patch.setattr(files.copies, "processors", lambda: 1),
        lambda patch: patch.setattr(threading, "active_count", lambda: 2),
    ],
)
def test_where_it_cannot_be_one_is_done_after_the_other(
    lacking: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking(monkeypatch)
    assert files.abreast([os.getpid] * 2) == (os.getpid(), os.getpid())
