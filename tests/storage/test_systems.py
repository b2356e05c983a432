"""Windows and macOS: what differs there, simulated here."""

from __future__ import annotations

import ast
import io
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from factsheets import cli
from factsheets.pipeline.static_files import is_name
from factsheets.plugin.preview import OnRequest
from factsheets.storage import docs_folder, faults, files, locking, publish, snapshot
from factsheets.storage.file_names import alike

from tests.helpers.projects import REPOSITORY, lay_out, tree, write

PACKAGE = REPOSITORY / "generator/factsheets"


def test_windows_writes_no_carriage_returns() -> None:
    code = (
        "import os\n"
        "os.O_BINARY = 1 << 28\n"
        "from factsheets.storage import files\n"
        "assert files.READ & files.WRITE & files.READ_AND_WRITE & os.O_BINARY\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_files_are_opened_with_these_flags_alone() -> None:
    opened = {
        (path.name, ast.unparse(node.args[1]))
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "os.open"
    }
    assert opened == {
        ("files.py", "READ"),
        ("files.py", "WRITE"),
        ("locking.py", "READ_AND_WRITE"),
        ("__init__.py", "os.O_WRONLY"),  # the null device
    }


def test_text_files_are_written_with_a_given_encoding_and_end_of_line() -> None:
    written = {
        f"{path.name}:{node.lineno}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"write_text", "rename"}
        if path.name != "search_index.py"  # a digest, without any end of line
    }
    assert written == set()


def test_a_junction_of_windows_is_no_folder_of_the_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = lay_out(tmp_path)
    write(tmp_path, "content/events/council.yaml", "x")
    real = os.lstat

    def lstat(path: str | os.PathLike[str]) -> object:
        state = real(path)
        tag = 0xA0000003 if Path(path).name == "events" else 0
        return SimpleNamespace(st_mode=state.st_mode, st_reparse_tag=tag)

    monkeypatch.setattr(os, "lstat", lstat)
    found = snapshot.snapshot(root)
    assert ("symlink", "content/events") in {(p.code, p.place.file) for p in found.problems}
    assert not any(name.startswith("content/events/") for name in found.files)
    with pytest.raises(faults.EnvironmentFault, match="symbolic link"):
        files.refuse_link(tmp_path / "content/events")


def test_a_file_that_another_program_holds_open_is_moved_a_moment_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = [PermissionError(13, "used by another process")] * 3
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if refused:
            raise refused.pop()
        return real(self, target)

    monkeypatch.setattr(files, "WINDOWS", True)
    monkeypatch.setattr(files, "_PAUSE", 0)
    monkeypatch.setattr(Path, "replace", replace)
    assert files.write_file(tmp_path / "a.txt", b"new")
    assert tree(tmp_path) == {"a.txt": b"new"}


def test_a_lock_beside_an_output_goes_after_it_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "WINDOWS", True)
    place = tmp_path / ".out.lock"
    with locking.lock_beside(place, "a test"):
        assert place.exists()
    assert not place.exists()


def test_a_page_never_replaces_a_file_whose_name_differs_in_case(tmp_path: Path) -> None:
    write(tmp_path, "topics/Index.md", "somebody else's")
    with pytest.raises(faults.RefusedFolder, match=r"topics/index\.md was not written by"):
        docs_folder.write_pages(tmp_path, [("topics/index.md", b"ours")])
    assert tree(tmp_path) == {"topics/Index.md": b"somebody else's"}


def test_folders_of_people_are_known_in_any_case(tmp_path: Path) -> None:
    with pytest.raises(faults.RefusedFolder, match="people write to"):
        publish.guard(tmp_path, tmp_path / "Content" / "site")


def test_names_that_a_disk_takes_for_one_are_alike() -> None:
    composed, decomposed = "caf\u00e9.png", "cafe\u0301.png"
    assert alike([composed, decomposed, "a.png"]) == {composed, decomposed}
    assert alike(["A.png", "a.png", "b.png"]) == {"A.png", "a.png"}


@pytest.mark.parametrize("name", ["con", "NUL.txt", "Com1.tar.gz", "aux .css", "a.", "b ", "c:d"])
def test_a_static_file_has_no_name_that_windows_refuses(name: str) -> None:
    assert not is_name(name)


@pytest.mark.parametrize("name", ["contact.html", "com10.txt", "null.css", "page", ".nojekyll"])
def test_other_static_files_keep_their_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("path", ["C:/secret.json", "pagefind/C:/secret.json", "data/x.json:y.md"])
def test_a_request_never_leads_to_another_drive(tmp_path: Path, path: str) -> None:
    served = OnRequest(tmp_path, print)
    assert served.file(path) is None
    assert not (tmp_path / ".cache").exists()


def test_output_into_a_file_is_utf_8_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp1252"))
    cli._use_utf8()
    print("Ада “said”", flush=True)
    assert raw.getvalue().decode("utf-8").strip() == "Ада “said”"
