"""An edit under `mkdocs serve` rebuilds only changed pages, just as a full build would."""

from __future__ import annotations

import random
import re
import shutil
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from factsheets.storage import snapshot
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin

from tests.helpers.builders import files as content_files
from tests.helpers.example_sites import CONTENT
from tests.helpers.projects import REPOSITORY, change, tree, write
from tests.helpers.random_edits import edited

FACTS = "content/facts/first.yaml"


@dataclass
class Server:
    """The steps of `mkdocs serve`, without its endless loop."""

    root: Path
    site: Path
    wholes: int = 0
    plugins: dict[str, BasePlugin[Any]] = field(default_factory=dict)

    def config(self) -> MkDocsConfig:
        """The current configuration; each server has its own plugins, like each process."""
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
        """What happens after somebody has saved a file."""
        self.server.builder()


def project(root: Path, content: dict[str, bytes]) -> Path:
    """A project with this content, and this repository's configuration and pages."""
    shutil.copytree(REPOSITORY / "content/pages", root / "content/pages")
    shutil.copytree(REPOSITORY / "site-templates", root / "site-templates")
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    (root / "docs").mkdir()
    save(root, content)
    return root


def save(root: Path, content: dict[str, bytes]) -> None:
    """Replace the records and captures of a project with these."""
    for folder in ("content/actors", "content/topics", "content/events", "content/facts", "seeds"):
        shutil.rmtree(root / folder, ignore_errors=True)
    for path, data in content.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


@pytest.fixture
def begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    # MkDocs keeps plugins for the whole process; those of this test must not affect other builds.
    monkeypatch.setattr(dict(MkDocsConfig._schema)["plugins"], "plugin_cache", {})
    begun: list[Server] = []

    def server(content: dict[str, bytes]) -> Server:
        (tmp_path / "project").mkdir()
        made = Server(project(tmp_path / "project", content), tmp_path / "site")
        made.begin()
        begun.append(made)
        return made

    yield server
    for each in begun:
        each.server.server_close()


@pytest.fixture
def served(begin: Any) -> Server:
    made: Server = begin(content_files(CONTENT))
    return made


def whole(served: Server) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The Markdown and the HTML pages of a build of the current content."""
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


@pytest.mark.slow
def test_after_random_edits_the_served_pages_are_those_of_a_whole_build(begin: Any) -> None:
    states = edited(random.Random(7), 100)  # noqa: S311 - made-up content keeps no secret
    served: Server = begin(next(states))
    for number, state in enumerate(states, start=1):
        save(served.root, state)
        served.saved()
        if number % 25 == 0:
            written, finished = whole(served)
            assert tree(served.root / "docs") == written
            assert pages(served.site) == finished
    assert served.wholes < 50


@pytest.mark.slow
def test_an_edit_builds_the_pages_that_show_it_and_no_others(served: Server) -> None:
    before = pages(served.site)
    change(served.root, FACTS, "which June", "whose June")
    served.saved()
    assert served.wholes == 1
    now = pages(served.site)
    assert now == whole(served)[1]
    changed = {path for path in now if now[path] != before[path]}
    assert "facts/one/index.html" in changed
    assert "topics/bridge/index.html" in changed
    assert len(changed) < len(now) / 2


@pytest.mark.slow
def test_a_changed_name_is_changed_on_every_page(served: Server) -> None:
    change(served.root, "content/actors/bob.yaml", "Bob Baker", "Bob Barker")
    served.saved()
    assert served.wholes == 1
    now = pages(served.site)
    assert now == whole(served)[1]
    assert not [path for path, data in now.items() if b"Bob Baker" in data]


@pytest.mark.slow
def test_a_hand_written_page_is_renewed(served: Server) -> None:
    (served.root / "content/pages/about/method.md").write_text("# Another\n", encoding="utf-8")
    (served.root / "content/pages/figures.md").write_text("*Above* it.\n", encoding="utf-8")
    served.saved()
    assert served.wholes == 1
    assert pages(served.site) == whole(served)[1]
    assert "<em>Above</em> it." in (served.site / "figures/index.html").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("mkdocs.yml", ""),
        ("site-templates/partials/card.html.j2", "{{ view.statement }}"),
        ("site-templates/theme/partials/kicker.html", "<p>Mine</p>"),
        ("content/static/robots.txt", "User-agent: *\n"),
        ("content/actors/new.yaml", "kind: person\nname: New\n"),
    ],
)
def test_whatever_is_more_than_content_takes_a_whole_build(
    served: Server, name: str, text: str
) -> None:
    if name == "mkdocs.yml":
        config = (served.root / name).read_text(encoding="utf-8")
        text = re.sub(r"(?m)^site_name: .*$", "site_name: Told", config)
    write(served.root, name, text)
    served.saved()
    assert served.wholes == 2
    assert pages(served.site) == whole(served)[1]
    # The next edit of a statement builds single pages again.
    change(served.root, FACTS, "-5 degrees were named.", "Six degrees were named.")
    served.saved()
    assert served.wholes == 2
    assert pages(served.site) == whole(served)[1]


@pytest.mark.slow
def test_a_mistake_leaves_the_served_pages_as_they_are(served: Server) -> None:
    before = pages(served.site)
    change(served.root, FACTS, "publisher: gazette", "publisher: nobody-known")
    served.saved()
    assert pages(served.site) == before
    change(served.root, FACTS, "publisher: nobody-known", "publisher: gazette")
    served.saved()
    assert served.wholes == 1
    assert pages(served.site) == whole(served)[1]


@pytest.mark.slow
def test_a_change_heard_twice_is_built_once_and_no_tab_loads_again(served: Server) -> None:
    change(served.root, FACTS, "-5 degrees were named.", "Six degrees were named.")
    served.saved()
    before = pages(served.site)
    served.server._wanted_epoch = served.server._visible_epoch + 1  # As the server sets it.
    served.saved()
    assert served.server._wanted_epoch == served.server._visible_epoch
    assert pages(served.site) == before


def asked(served: Server, path: str) -> tuple[str, bytes]:
    """The server's response: its status and the body."""
    heads: list[str] = []

    def start(status: str, _: list[tuple[str, str]], *__: Any) -> Any:
        heads.append(status)

    app = served.server.get_app()
    assert app is not None
    body = app({"PATH_INFO": path, "REQUEST_METHOD": "GET"}, start)
    return heads[0], b"".join(body)


@pytest.mark.slow
def test_data_and_search_are_those_of_the_served_pages(served: Server) -> None:
    assert b"-5 degrees were named." in asked(served, "/data/facts.json")[1]
    assert asked(served, "/pagefind/pagefind-entry.json")[0].startswith("200")
    change(served.root, FACTS, "-5 degrees were named.", "Six degrees were named.")
    served.saved()
    assert b"Six degrees were named." in asked(served, "/data/facts.json")[1]
    assert b"Six degrees were named." in asked(served, "/facts/one/index.md")[1]
    for path in ("/data/none.json", "/../mkdocs.yml", "/data/../../mkdocs.yml", "/pagefind/none"):
        assert asked(served, path)[0].startswith("404"), path


def test_a_stamp_tells_of_every_change(tmp_path: Path) -> None:
    write(tmp_path, "a/one.yaml", "x")
    write(tmp_path, "b.yaml", "x")
    places = [tmp_path / "a", tmp_path / "b.yaml", tmp_path / "none"]
    states = [snapshot.stamps(places)]
    write(tmp_path, "a/one.yaml", "xy")
    states.append(snapshot.stamps(places))
    write(tmp_path, "a/deep/two.yaml", "x")
    states.append(snapshot.stamps(places))
    (tmp_path / "a/one.yaml").unlink()
    states.append(snapshot.stamps(places))
    (tmp_path / "new.yaml").write_text("x", encoding="utf-8")
    (tmp_path / "new.yaml").replace(tmp_path / "b.yaml")
    states.append(snapshot.stamps(places))
    assert [len(each) for each in states] == [2, 2, 3, 2, 2]
    assert all(one != other for one, other in pairwise(states))
