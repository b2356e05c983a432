"""`facts check --fix` keeps everything but the text of a file, and writes all files or none."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from click.testing import Result

from tests.helpers.projects import FACTS, facts, lay_out, tree

ADA = "content/actors/ada-example.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose files need no repair."""
    fix(lay_out(tmp_path, site=True))
    return tmp_path


def fix(root: Path) -> Result:
    return facts(root, "check", "--fix")


@pytest.mark.skipif(os.name != "posix", reason="rights of Unix")
def test_a_fixed_file_keeps_its_mode_and_owner(root: Path) -> None:
    path = root / ADA
    good = path.read_text()
    path.write_text(good.replace("kind: p", "kind:p"))
    path.chmod(0o664)
    if os.geteuid() == 0:
        os.chown(path, 1234, 4321)
    before = path.stat()
    assert "Fixed 1 file." in fix(root).output
    after = path.stat()
    assert path.read_text() == good
    assert stat.S_IMODE(after.st_mode) == 0o664
    assert (after.st_uid, after.st_gid) == (before.st_uid, before.st_gid)


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_fixed_file_keeps_its_line_ends_and_byte_order_mark(
    root: Path, end: bytes, mark: bytes
) -> None:
    path = root / FACTS
    good = mark + path.read_bytes().replace(b"\n", end)
    path.write_bytes(good)
    assert "Nothing to fix." in fix(root).output
    assert path.read_bytes() == good
    for wrong in (
        good.replace(b"    paragraph: 1", b"    paragraph:1", 1),
        good.replace(b"    paragraph: 1", b"    paragraph: 2", 1),
        good.replace(b'"the new bridge', b'"\xe2\x80\x9cthe new bridge').replace(
            b'in May"' + end + b"    par", b'in May\xe2\x80\x9d"' + end + b"    par"
        ),
    ):
        assert wrong != good
        path.write_bytes(wrong)
        assert "Fixed 1 file." in fix(root).output
        assert path.read_bytes() == good


def test_line_ends_of_two_kinds_become_one(root: Path) -> None:
    path = root / ADA
    good = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(good.replace(b"\r\n", b"\n", 1))
    assert "made all line endings the same" in fix(root).output
    assert path.read_bytes() == good


def test_a_file_that_cannot_be_written_stops_all_of_them(root: Path) -> None:
    for name in (ADA, FACTS):
        text = (root / name).read_text()
        (root / name).write_text(text.replace(": ", ":", 1))
    os.link(root / FACTS, root / "second.yaml")
    before = tree(root)
    result = fix(root)
    assert result.exit_code == 3
    assert "hard link" in result.output
    assert {**tree(root), ".cache/lock": b""} == {**before, ".cache/lock": b""}
