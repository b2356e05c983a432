"""Hand-written pages: their front matter, those left out, and links that lead nowhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from factsheets.pipeline import check
from factsheets.pipeline.inputs import Inputs
from factsheets.site.hand_written import INTRODUCTIONS

from tests.helpers.builders import TODAY, article, fact, files, pages_of, plain_pages, site
from tests.helpers.projects import FACTS, change, facts, lay_out, write

PAGE = "content/pages/aims.md"


def of_page(text: str | bytes, file: str = PAGE) -> list[tuple[str, int, int, str]]:
    """Code, line, column and help of every problem of one page beside a small site."""
    data = text.encode() if isinstance(text, str) else text
    given = files({"content/facts/gazette-1.yaml": article(fact())}) | {file: data}
    found = check.check(Inputs(given), TODAY).problems
    return [
        (each.code, each.place.line, each.place.column, each.help)
        for each in found
        if each.place.file == file
    ]


def codes(text: str | bytes, file: str = PAGE) -> list[tuple[str, int, int]]:
    return [each[:3] for each in of_page(text, file)]


@pytest.mark.slow
@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: Our aims\ndescription: What we do\n---\n",
        "\ufeff---\r\ntitle: 'Our aims'\r\ndescription: \"What we do\"\r\n---\r\n",
        "---  \ndescription: What we do\n# a comment\ntitle: Our aims\n...\n",
        "---\ntitle: >\n  Our\n  aims\ndescription: What we do\n---\n\n",
    ],
)
def test_title_and_description_are_read(head: str, tmp_path: Path) -> None:
    root = lay_out(tmp_path / "project", site=True)
    body = "We collect statements.\n\n---\n\nA line stood above.\n"
    (root / PAGE).write_bytes((head + body).encode())
    built = facts(root, "build")
    assert built.exit_code == 0, built.output
    html = (root / "site/aims/index.html").read_text(encoding="utf-8")
    assert "<title>Our aims - " in html
    assert '<meta name="description" content="What we do">' in html
    assert re.findall(r"<h1[^>]*>([^<]*)", html) == ["Our aims"]
    text = html.partition("<article")[2]
    assert "title:" not in text
    assert "<hr" in text
    plain = (root / "site/aims/index.md").read_text(encoding="utf-8")
    assert plain == f"# Our aims\n\n{body}"


def test_a_page_without_a_title_is_named_after_its_file(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "project", site=True)
    write(root, "content/pages/about/our-aims.md", "We collect statements.\n")
    built = facts(root, "build")
    assert built.exit_code == 0, built.output
    html = (root / "site/about/our-aims/index.html").read_text(encoding="utf-8")
    assert "<title>Our aims - " in html
    assert re.findall(r"<h1[^>]*>([^<]*)", html) == ["Our aims"]


def test_the_index_page_of_a_folder_is_at_the_address_of_the_folder(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "project", site=True)
    change(root, "mkdocs.yml", "https://attributed.example/", "https://news.example/said/")
    write(root, "content/pages/help/index.md", "# Help\n\n[More](more/)\n")
    write(root, "content/pages/help/more.md", "# More\n\n[Help](../)\n")
    built = facts(root, "build", "--strict")
    assert built.exit_code == 0, built.output
    made = {path.relative_to(root / "site").as_posix() for path in (root / "site").rglob("*.*")}
    assert {f"help/index.{each}" for each in ("html", "json", "md")} <= made
    assert not {path for path in made if path.startswith("help/index/")}
    page = (root / "site/help/index.html").read_text(encoding="utf-8")
    assert "https://news.example/said/help/" in page
    assert "said/help/index/" not in page
    assert "/content/pages/help/index.md" in page
    assert "[More](more.md)" in (root / "docs/help/index.md").read_text(encoding="utf-8")
    assert "[Help](index.md)" in (root / "docs/help/more.md").read_text(encoding="utf-8")


def test_an_introduction_describes_its_page_and_the_home_page_takes_its_title(
    tmp_path: Path,
) -> None:
    root = lay_out(tmp_path / "project", site=True)
    write(root, "content/pages/index.md", "---\ntitle: All said\ndescription: Home\n---\nHello.\n")
    write(root, "content/pages/topics/index.md", "---\ndescription: Every topic\n---\nBy name.\n")
    built = facts(root, "build")
    assert built.exit_code == 0, built.output
    home = (root / "site/index.html").read_text(encoding="utf-8")
    assert re.findall(r"<h1[^>]*>([^<]*)", home) == ["All said"]
    assert '<meta name="description" content="Home">' in home
    topics = (root / "site/topics/index.html").read_text(encoding="utf-8")
    assert '<meta name="description" content="Every topic">' in topics
    assert (root / "site/index.md").read_text(encoding="utf-8").startswith("# All said\n\nHello.")


@pytest.mark.parametrize("name", sorted(INTRODUCTIONS))
def test_each_introduction_is_printed_on_its_page(name: str) -> None:
    text = "Written by hand.\n\n\n\nWith a gap."
    written = {f"content/pages/{name}.md": text}
    made = site({"content/facts/gazette-1.yaml": article(fact()), **written})
    path = "" if name == "index" else f"{name.removesuffix('/index')}/"
    html = pages_of(made)
    page = next(each for each in html.all() if each.path == path)
    assert page.prose.endswith(text)
    assert html.html(page, "<p>Its HTML.</p>").count("<p>Its HTML.</p>") == 1
    assert [path for path, plain in plain_pages(made).items() if text in plain] == [path]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: A\ntemplate: x.html\n---\n# A\n", [("unknown-field", 3, 1)]),
        ("---\ntitel: A\n---\n# A\n", [("unknown-field", 2, 1)]),
        ("---\ntitle:\n---\n# A\n", [("empty-value", 2, 1)]),
        ("---\ntitle: [A]\n---\n# A\n", [("wrong-shape", 2, 8)]),
        ("---\ntitle: A\ntitle: B\n---\n# A\n", [("yaml-duplicate-key", 3, 1)]),
        ("---\ntitle: &a A\n---\n# A\n", [("yaml-anchor", 2, 8)]),
        ("---\ntitle: !!str A\n---\n# A\n", [("yaml-tag", 2, 8)]),
        ("---\n\ttitle: A\n---\n# A\n", [("yaml-tab", 2, 1)]),
        ("---\ntitle: A: B\n---\n# A\n", [("yaml-colon", 2, 8)]),
        ("---\ntitle: A\n\nText.\n", [("page-front-matter", 1, 1)]),
        ("+++\ntitle = 'A'\n+++\n# A\n", [("page-front-matter", 1, 1)]),
        ("\n\n---\ntitle: A\n---\n# A\n", [("page-front-matter", 3, 1)]),
        ("----\ntitle: A\n----\n# A\n", [("page-front-matter", 1, 1)]),
        ("--- # head\ntitle: A\n---\n# A\n", [("page-front-matter", 1, 1)]),
        ("title: A\n---\n# A\n", [("page-front-matter", 1, 1)]),
        ("Title: A\nAuthor: B\n\n# A\n", [("page-front-matter", 1, 1)]),
        (b"\xef\xbb\xbf---\r\ntitel: A\r\n---\r\n# A\r\n", [("unknown-field", 2, 1)]),
        ("---\n---\n# A\n", []),
        ("# A\n\n---\ntext: with a colon\n---\n", []),
        ("***\n\nA line above.\n", []),
        ("Note: this is text.\n", []),
    ],
)
def test_other_front_matter_is_refused_with_its_place(
    text: str | bytes, expected: list[tuple[str, int, int]]
) -> None:
    assert codes(text) == expected


def test_the_title_of_a_generated_page_is_fixed() -> None:
    text = "---\ntitle: A\n---\nB.\n"
    assert codes(text, "content/pages/topics/index.md") == [("unknown-field", 2, 1)]
    assert codes(text, "content/pages/index.md") == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("templates/letter.md", "page-left-out"),
        ("templates/deep/letter.md", "page-left-out"),
        (".hidden.md", "page-left-out"),
        ("about/.hidden.md", "page-left-out"),
        (".drafts/letter.md", "page-left-out"),
        ("README.md", "page-left-out"),
        ("about/README.md", "page-left-out"),
        ("letter.markdown", "wrong-ending"),
        ("letter.MD", "wrong-ending"),
        ("letter.mkd", "wrong-ending"),
        ("logo.png", "stray-file"),
        ("letters/templates/one.md", None),
        ("._letter.md", None),
        (".letter.md.swp", None),
    ],
)
def test_what_would_not_be_published_is_reported(
    name: str, code: str | None, tmp_path: Path
) -> None:
    root = lay_out(tmp_path / "project")
    write(root, f"content/pages/{name}", "# Letter\n")
    told = facts(root, "check").output
    if code is None:
        assert "No problems" in told
    else:
        assert re.search(
            rf"^content/pages/{re.escape(name)}:1:1: .*\[{code}\]$", told, re.MULTILINE
        ), told


@pytest.mark.parametrize("setting", ["exclude_docs", "draft_docs"])
def test_a_page_that_a_setting_leaves_out_is_reported(setting: str, tmp_path: Path) -> None:
    root = lay_out(tmp_path / "project", site=True)
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    write(root, "mkdocs.yml", f"{text}\n{setting}: |\n  about/*\n")
    told = facts(root, "check").output
    assert (
        f"content/pages/about/method.md:1:1: warning: This page would not be published: {setting}"
        in told
    )


DEAD = [
    ("[a](../facts/no-such-fact/)", "", 5),
    ("[a](../facts/on/)", "Did you mean ../facts/one/?", 5),
    ("[a](../topics/bridge)", "Did you mean ../topics/bridge/?", 5),
    ("[a](../topics/Bridge/)", "Did you mean ../topics/bridge/?", 5),
    ("[a](../topics/bridges/)", "Did you mean ../topics/bridge/?", 5),
    ("[a](topics/bridge/)", "Did you mean ../topics/bridge/?", 5),
    ("[a](../../topics/bridge/)", "", 5),
    ("[a](../bridge/)", "Did you mean ../topics/bridge/?", 5),
    ("[a](../topics/bridge.md)", "Did you mean ../topics/bridge/?", 5),
    ("[a](topics/bridge.md)", "Did you mean ../topics/bridge/?", 5),
    ("![a](../pictures/a.png)", "", 6),
    ("[a](www.gazette.example)", "", 5),
    ('[a](../nowhere/ "A title")', "", 5),
    ("[a](<../nowhere/>)", "", 6),
    ("[a](../no%20where/)", "", 5),
    ("[a](../nowhere/?x=1#y)", "", 5),
    ("See [b].\n\n[b]: ../nowhere/", "", 6),
]
ALIVE = [
    *("[a](../facts/one/)", "[a](../topics/bridge/)", "[a](../)", "[a](../topics/)", "[a](./)"),
    *("[a](../actors/ada/)", "[a](../sources/gazette-1/)", "[a](../events/council/)"),
    *("[a](../about/messages/)", "[a](../data/facts.json)", "[a](../feed.xml)", "[a](aims.md)"),
    *("[a](../facts/one/index.json)", "[a](../%74opics/bridge/)", "[a](../topics/./bridge/?x=1)"),
    *(
        "[a](https://elsewhere.example/x)",
        "<https://elsewhere.example/x>",
        "[a](mailto:a@b.example)",
    ),
    *("`[a](../nowhere/)`", "```\n[a](../nowhere/)\n```", r"\[a](../nowhere/)", "a](../nowhere/)"),
    *("[^1]: word", "*[b]: ../nowhere/"),
]


@pytest.mark.parametrize(("text", "advice", "column"), DEAD)
def test_a_dead_link_is_a_problem_at_its_place(text: str, advice: str, column: int) -> None:
    found = [each for each in of_page(f"# Aims\n\n{text}\n") if each[0] == "dead-link"]
    line = 3 + text.count("\n")
    assert [each[1:3] for each in found] == [(line, column)]
    assert advice in found[0][3]


@pytest.mark.parametrize("text", ALIVE)
def test_a_link_that_leads_somewhere_is_none(text: str) -> None:
    assert codes(f"---\ntitle: A\n---\n# Aims\n\n{text}\n") == []


def test_links_of_introductions_begin_at_their_pages() -> None:
    text = "[a](topics/bridge/) [b](../topics/bridge/)\n"
    assert codes(text, "content/pages/index.md") == [("dead-link", 1, 25)]
    assert codes(text, "content/pages/topics/index.md") == [("dead-link", 1, 5)]
    assert codes("[a](bridge/)\n", "content/pages/topics/index.md") == []
    assert codes("[a](../method/)\n", "content/pages/about/index.md") == [("dead-link", 1, 5)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = lay_out(tmp_path / "project", site=True)
    change(root, "mkdocs.yml", "https://attributed.example/", "https://news.example/said/")
    return root


def told(root: Path, text: str) -> list[tuple[str, str]]:
    """Code and help of each problem of a page in a project with mkdocs.yml."""
    write(root, PAGE, f"# Our aims\n\n{text}\n\n## A part\n\n## A part\n")
    output = facts(root, "check", root / PAGE).output
    return re.findall(r"\[([a-z-]+)\]\n.*\n.*\n +help: (.*)", output)


@pytest.mark.parametrize(
    ("address", "code", "advice"),
    [
        ("../topics/bridge/#no-such-part", "dead-anchor", "../topics/bridge/"),
        ("../topics/bridge/#example-bridge-ma", "dead-anchor", "#example-bridge-may"),
        ("../topics/bridge/#All-statements", "dead-anchor", "#all-statements"),
        ("#a-parts", "dead-anchor", "#a-part"),
        ("../about/method/#mehtod", "dead-anchor", "#method"),
        ("../about/messages/#bad-idd", "dead-anchor", "#bad-id"),
        ("../facts/page/2/", "dead-link", "../facts/"),
        ("../topics/bridge/page/2/#x", "dead-link", "../topics/bridge/"),
        ("/topics/bridge/", "dead-link", "../topics/bridge/"),
        ("/said/topics/bridges/", "dead-link", "../topics/bridge/"),
        ("https://news.example/said/topics/bridges/", "dead-link", "../topics/bridge/"),
        ("https://news.example/said/topics/bridge/#x", "dead-anchor", "../topics/bridge/"),
    ],
)
def test_a_dead_part_or_address_is_a_problem(
    root: Path, address: str, code: str, advice: str
) -> None:
    found = told(root, f"[a]({address})")
    assert [each[0] for each in found] == [code]
    assert advice in found[0][1]


@pytest.mark.slow
def test_parts_and_addresses_that_there_are(root: Path) -> None:
    text = (
        "[a](../topics/bridge/#example-bridge-may) [b](../topics/bridge/#all-statements) "
        "[c](#a-part) [d](#a-part_1) [e](#our-aims) [f](../about/method/#method) "
        "[h](../about/messages/#bad-id) [i](/said/topics/bridge/) [j](../#topics) "
        "[k](https://news.example/said/facts/example-bridge-may/) [l](https://news.example/) "
        "[m](../sources/example-2024-03-05/#p1) <https://news.example/said/> "
        "[n](../facts/example-bridge-may/#chain) [o](about/method.md#method)"
    )
    assert told(root, text) == []
    built = facts(root, "build")
    assert built.exit_code == 0, built.output
    site = root / "site"
    page = site / "aims/index.html"
    for link in _links(page):
        path, _, part = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if path.startswith("/said/"):
            target = site / path.removeprefix("/said/")
        html = target / "index.html" if target.is_dir() else target
        assert html.is_file(), link
        assert not part or f'id="{part}"' in html.read_text(encoding="utf-8"), link


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = self.inside or tag == "article"
        href = dict(attrs).get("href")
        if self.inside and tag == "a" and href and "://" not in href:
            self.found.append(href)

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "article"


def _links(page: Path) -> list[str]:
    parser = _Links()
    parser.feed(page.read_text(encoding="utf-8"))
    return parser.found


def test_every_address_that_a_link_may_have_is_in_the_site(root: Path) -> None:
    inputs = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for pattern in ("content/**/*.*", "seeds/*.json")
        for path in root.glob(pattern)
    }
    found = check.check(Inputs(inputs), TODAY).open_links
    assert found
    built = facts(root, "build")
    assert built.exit_code == 0, built.output
    pages = found.addresses.pages
    assert pages == {
        path.parent.relative_to(root / "site").as_posix().removeprefix(".")
        + "/" * (path.parent != root / "site")
        for path in (root / "site").rglob("index.html")
    }
    made = {path.relative_to(root / "site").as_posix() for path in (root / "site").rglob("*.*")}
    unknown = {path for path in made if not found.addresses.has_file(path)}
    assert {path for path in unknown if not path.startswith((".", "search/"))} == set()


@pytest.mark.slow
@pytest.mark.parametrize("program", ["facts", "mkdocs"])
def test_a_strict_build_takes_links_to_files(root: Path, program: str) -> None:
    write(root, "content/static/papers/one.pdf", "%PDF")
    links = "../data/facts.csv ../feed.xml ../papers/one.pdf ../topics/bridge/index.md ../llms.txt"
    write(root, PAGE, "# Aims\n\n" + "".join(f"[a]({each}) " for each in links.split()))
    command = [str(Path(sys.executable).with_name(program)), "build", "--strict"]
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    made = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    assert "not found" not in made.stderr
    assert set(links.split()) <= set(_links(root / "site/aims/index.html"))


def test_a_file_that_cannot_be_read_makes_no_link_dead(root: Path) -> None:
    write(root, PAGE, "# Aims\n\n[a](../facts/example-bridge-may/)\n")
    change(root, FACTS, "facts:\n", "facts:\n<<<<<<< HEAD\n")
    output = facts(root, "check").output
    assert "[yaml-conflict]" in output
    assert "[dead-link]" not in output


@pytest.mark.slow
def test_mkdocs_refuses_a_dead_part_and_other_plugins_make_it_a_warning(root: Path) -> None:
    write(root, PAGE, "# Aims\n\n[a](../topics/bridge/#nothing) [b](../tags/)\n")
    command = [str(Path(sys.executable).with_name("mkdocs")), "build", "-q"]
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    made = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
    assert made.returncode == 1
    assert f"{PAGE}:3:5: " in made.stderr
    change(root, "mkdocs.yml", "  - factsheets\n", "  - factsheets\n  - material/tags\n")
    made = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    assert f"{PAGE}:3:5: warning" in made.stderr.replace("Warning", "warning")
