"""An edit under `mkdocs serve` writes the pages that a whole build would write, and no others."""

from __future__ import annotations

import shutil
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin

from generator import files
from generator.pipeline import Inputs
from generator.plugin import behind as behind_module
from generator.plugin.afterwards import Order
from generator.plugin.behind import Behind
from tests.made import SETTINGS
from tests.projects import change, tree, write
from tests.test_lane import project

FACTS = "content/facts/a.yaml"
NEW = """\
  - id: quite-new
    speaker: bob
    statement: "a fact that was not there"
    paragraph: 2
    said: 2025-05-02
    said_basis: stated
    topics: [bridge]
    disputes: [one]
"""


def is_gone(process: int) -> bool:
    """No such process, or one that nobody has collected yet."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


@dataclass
class Server:
    """What `mkdocs serve` does, without its endless loop."""

    root: Path
    site: Path
    wholes: int = 0
    plugins: dict[str, BasePlugin[Any]] = field(default_factory=dict)

    def config(self) -> MkDocsConfig:
        """The configuration as it is now; each server has plugins of its own, as each process."""
        dict(MkDocsConfig._schema)["plugins"].plugin_cache = self.plugins  # type: ignore[attr-defined]
        return load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.site))

    def begin(self) -> None:
        config = self.config()
        config.plugins.on_startup(command="serve", dirty=False)
        self.build(config)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.server = LiveReloadServer(self.build, "127.0.0.1", port, str(self.site))
        for place in (config.docs_dir, config.config_file_path):
            self.server.watch(place)
        config.plugins.on_serve(self.server, config=config, builder=self.build)

    def build(self, config: MkDocsConfig | None = None) -> None:
        self.wholes += 1
        build(config or self.config(), serve_url="http://127.0.0.1/")

    def saved(self) -> None:
        """What happens once somebody has saved a file."""
        self.server.builder()


@pytest.fixture(params=["off", "on"])
def served(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Server]:
    monkeypatch.setattr(Behind, "renew", lambda *_: None)  # No process for what is not looked at.
    # MkDocs keeps plugins for the whole process: those of this test must not meet other builds.
    monkeypatch.setattr(dict(MkDocsConfig._schema)["plugins"], "plugin_cache", {})
    (tmp_path / "project").mkdir()
    server = Server(project(tmp_path / "project", request.param), tmp_path / "site")
    (server.root / "docs").mkdir()
    server.begin()
    yield server
    server.server.server_close()


def whole(served: Server) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The written and the finished pages of a build of the content as it is now."""
    root = served.root.parent / "again"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(served.root, root, ignore=shutil.ignore_patterns(".cache", "docs"))
    (root / "docs").mkdir()
    other = Server(root, root / "site")
    other.begin()
    other.server.server_close()
    return tree(root / "docs"), pages(root / "site")


def pages(site: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree(site).items() if path.endswith(".html")}


def test_after_each_edit_all_pages_are_those_of_a_whole_build(served: Server) -> None:
    edits = (
        ("the Gazette says so itself", "the Gazette says so itself, *twice*"),
        ("disputes: [one]", "supports: [one]"),
        ("status: withdrawn", "status: superseded"),
        ("  - id: two\n", f"{NEW}  - id: two\n"),
        (NEW, ""),
        ("counts: painted", "counts: seen"),
    )
    for number, (old, new) in enumerate(edits):
        before = pages(served.site)
        change(served.root, FACTS, old, new)
        served.saved()
        assert served.wholes == 1, f"edit {number} took a whole build"
        written, finished = whole(served)
        assert tree(served.root / "docs") == written
        now = pages(served.site)
        assert now.keys() == finished.keys()
        assert [path for path in finished if now[path] != finished[path]] == []
        assert 0 < len({path for path in now if now[path] != before.get(path)}) < len(now) / 2


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("content/actors/bob.yaml", "Bob Baker", "Bob Barker"),
        ("site-templates/theme/partials/footer.html", "<footer", "<footer data-x"),
        ("mkdocs.yml", "site_name: Attributed", "site_name: Told"),
        (FACTS, "published: 2025-05-03", "published: 2025-05-02"),
    ],
)
def test_whatever_is_more_than_facts_takes_a_whole_build(
    served: Server, name: str, old: str, new: str
) -> None:
    text = (served.root / name).read_text(encoding="utf-8")
    (served.root / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert (served.root / name).read_text(encoding="utf-8") != text
    served.saved()
    assert served.wholes == 2
    _, finished = whole(served)
    assert pages(served.site) == finished
    # And then the quick way again.
    change(served.root, FACTS, "the Gazette says so itself", "the Gazette says nothing")
    served.saved()
    assert served.wholes == 2
    assert pages(served.site) == whole(served)[1]


def test_a_mistake_leaves_all_as_it_is_and_its_repair_is_quick(served: Server) -> None:
    before = tree(served.site)
    change(served.root, FACTS, "painted every railing", "painted no railing")
    served.saved()
    assert tree(served.site) == before
    change(served.root, FACTS, "painted no railing", "painted every railing")
    served.saved()
    assert served.wholes == 1
    assert pages(served.site) == whole(served)[1]


def test_a_fault_on_the_quick_way_is_told_and_a_whole_build_follows(
    served: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    change(served.root, FACTS, "the Gazette says so itself", "the Gazette says nothing")
    with monkeypatch.context() as broken:
        broken.setattr("generator.plugin.quick.files.replace_files", None)
        served.saved()
    assert "This is a fault of the program" in capsys.readouterr().err
    assert served.wholes == 2
    assert pages(served.site) == whole(served)[1]


def test_what_is_heard_twice_is_done_once_and_no_tab_loads_again(served: Server) -> None:
    change(served.root, FACTS, "the Gazette says so itself", "the Gazette says nothing")
    served.saved()
    before = tree(served.site)
    served.server._wanted_epoch = served.server._visible_epoch + 1  # As the server sets it.
    served.saved()
    assert served.server._wanted_epoch == served.server._visible_epoch
    assert tree(served.site) == before
    assert served.wholes == 1


def test_nothing_but_files_of_data_and_search_is_looked_for_behind_the_pages(
    tmp_path: Path,
) -> None:
    write(tmp_path, ".cache/served/data/data/facts.json", "[]")
    write(tmp_path, ".cache/search/pagefind/pagefind.js", "found")
    write(tmp_path, ".cache/served/secret.json", "kept")
    behind = Behind(lambda _: None)
    assert behind.file("data/facts.json") is None  # Nothing was ordered.
    behind._root = tmp_path
    for event in behind._ready.values():
        event.set()
    assert behind.file("data/facts.json") == b"[]"
    assert behind.file("pagefind/pagefind.js") == b"found"
    for path in ("", "data/", "facts/one/", "index.html", "data/none.json", "pagefind/none"):
        assert behind.file(path) is None
    for path in ("../secret.json", "data/../../secret.json", "/etc/x.json", "pagefind/../x"):
        assert behind.file(path) is None


def test_a_stamp_tells_of_every_change(tmp_path: Path) -> None:
    write(tmp_path, "a/one.yaml", "x")
    write(tmp_path, "b.yaml", "x")
    places = [tmp_path / "a", tmp_path / "b.yaml", tmp_path / "none"]
    states = [files.stamps(places)]
    write(tmp_path, "a/one.yaml", "xy")
    states.append(files.stamps(places))
    write(tmp_path, "a/deep/two.yaml", "x")
    states.append(files.stamps(places))
    (tmp_path / "a/one.yaml").unlink()
    states.append(files.stamps(places))
    (tmp_path / "new.yaml").write_text("x", encoding="utf-8")
    (tmp_path / "new.yaml").replace(tmp_path / "b.yaml")
    states.append(files.stamps(places))
    assert [len(each) for each in states] == [2, 2, 3, 2, 2]
    assert all(one != other for one, other in pairwise(states))


def test_single_files_are_replaced_whole_and_taken_out(tmp_path: Path) -> None:
    write(tmp_path, "a/index.html", "old")
    write(tmp_path, "b/index.html", "old")
    files.replace_files(tmp_path, [("a/index.html", b"new"), ("c/d/x", b"")], ["b/index.html"])
    assert tree(tmp_path) == {"a/index.html": b"new", "c/d/x": b""}
    assert not (tmp_path / "b").exists()
    with pytest.raises(ValueError, match="not a path below"):
        files.replace_files(tmp_path, [("../x", b"")])


def test_the_end_of_the_server_ends_what_its_process_has_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = (
        "import os, subprocess, sys; from pathlib import Path; "
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']); "
        f"Path({str(tmp_path / 'new')!r}).write_text(f'{{os.getpid()}} {{child.pid}}'); "
        f"os.rename({str(tmp_path / 'new')!r}, {str(tmp_path / 'ids')!r}); child.wait()"
    )
    monkeypatch.setattr(behind_module, "_PROGRAM", program)
    behind = Behind(lambda _: None)
    behind.renew(Order(tmp_path, Inputs({}), SETTINGS))
    ids = tmp_path / "ids"
    assert soon(ids.exists)
    behind.end()
    for process in map(int, ids.read_text().split()):
        assert soon(partial(is_gone, process))


def soon(happens: Callable[[], bool]) -> bool:
    for _ in range(500):
        if happens():
            return True
        time.sleep(0.02)
    return False
