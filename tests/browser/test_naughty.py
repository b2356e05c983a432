"""The Big List of Naughty Strings in every text field: nothing runs, and each text stays itself.

The pages are opened without the protection of their Content-Security-Policy: escaping alone has
to hold. A page may have the same tags and attributes as one with harmless text, and no other.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from factsheets.content.finding import texts
from factsheets.content.reader import read
from factsheets.content.text import hidden
from factsheets.content.text_rules import letters
from factsheets.content.validation import record
from playwright.sync_api import Browser, Page

from tests.browser.sites import Site, built, served
from tests.helpers.projects import change, lay_out, write

pytestmark = pytest.mark.browser

# `make faults` asks for all of them; enough that the site goes the fast way, too.
STEP = 1 if os.environ.get("EFFORT") == "full" else 20
HARMLESS = "harmless words"
_LIST = Path(__file__).parent / "node_modules/big-list-of-naughty-strings/blns.json"

_WATCH = """
window.__active = [];
for (const name of ["alert", "confirm", "prompt", "print"])
    window[name] = () => { window.__active.push(name); };
document.addEventListener("securitypolicyviolation", e => window.__active.push("policy"));
"""
# Citations in BibTeX and JSON stand as these languages write them.
_LOOK = """() => ({
    active: window.__active,
    title: document.title,
    description: document.querySelector("meta[name=description]")?.content ?? "",
    text: (copy => {
        copy.querySelectorAll("pre").forEach(each => each.remove());
        return copy.textContent;
    })(document.querySelector("article").cloneNode(true)),
    nodes: [...document.querySelectorAll("*")].map(
        node => node.tagName + " " + [...node.attributes].map(each => each.name).sort().join(" ")),
    links: [...document.querySelectorAll("[href], [src], [action]")].map(
        node => (node.href?.baseVal ?? node.href ?? node.src ?? node.action).split(":")[0]),
})"""


@cache
def strings() -> tuple[str, ...]:
    """Those strings that a file may hold, the harmless one first."""
    listed: list[str] = json.loads(_LIST.read_text(encoding="utf-8"))
    usable = [text for text in dict.fromkeys(listed) if is_taken(text)]
    return (HARMLESS, *usable[::STEP])


def is_taken(text: str) -> bool:
    """Whether the program takes this text as a topic's name."""
    tree = read("a", f"name: {quoted(0, text)}\nsummary: b\n".encode("utf-8", "surrogatepass"))
    return tree.value is not None and not record("topic", tree.value).problems and not tree.problems


def quoted(number: int, text: str) -> str:
    """The text between two marks by which it is found again, as YAML."""
    return json.dumps(f"a{number}a {text} z{number}z", ensure_ascii=False)


def folded(text: str) -> str:
    """White space as HTML folds it."""
    return re.sub(r"[ \t\r\n\f]+", " ", text).strip(" ")


def write_records(root: Path, number: int, text: str) -> None:
    """Records of every kind with this text in every field that holds one."""
    said = quoted(number, text)
    write(
        root,
        f"content/actors/n-{number}.yaml",
        f"kind: person\nname: {said}\nshort_name: {said}\nother_names: [{said}]\nsummary: {said}\n"
        f"roles:\n  - title: {said}\n",
    )
    write(
        root,
        f"content/topics/n-{number}.yaml",
        f"name: {said}\nsummary: {said}\nother_names: [{said}]\nmissing: [{said}]\n"
        f"questions:\n  - id: q\n    text: {said}\n    short: {said}\n"
        f"brief:\n  - text: {said}\n    facts: [n-{number}]\n"
        f"differences:\n  - question: {said}\n    facts: [n-{number}]\n    note: {said}\n",
    )
    write(
        root,
        f"content/events/n-{number}.yaml",
        f"name: {said}\nkind: {said}\nplace: {said}\naudience: {said}\n",
    )
    write(
        root,
        f"content/facts/n-{number}.yaml",
        f"publisher: example-news\nurl: https://news.example/{number}\npublished: 2024-03-05\n"
        f"language: en\ntitle: {said}\nauthors: [{said}]\ndateline: {said}\n"
        f"wording:\n  - paragraph: 1\n    words: {said}\n    note: {said}\n"
        f"unused:\n  - paragraph: 2\n    why: {said}\nfacts:\n"
        f"  - id: n-{number}\n    speaker: n-{number}\n    statement: {said}\n"
        f"    condition: {said}\n    detail: {said}\n    quote: [{said}]\n    paragraph: 1\n"
        f"    said: unknown\n    place: {said}\n    audience: {said}\n    topics: [n-{number}]\n"
        f"    figure: {{value: 1, unit: {said}, counts: {said}}}\n    not_said: [{said}]\n"
        f"    answers: [{{question: n-{number}/q, kind: other, text: yes}}]\n    note: {said}\n"
        f"    corrections:\n      - {{date: 2024-03-06, field: {said}, was: {said}, now: {said}, "
        f"reason: {said}}}\n",
    )


@pytest.fixture(scope="module")
def naughty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    root = lay_out(tmp_path_factory.mktemp("naughty") / "project", site=True)
    change(
        root, "mkdocs.yml", "  - factsheets\n", "  - factsheets: {allow_unchecked_quotes: true}\n"
    )
    for number, text in enumerate(strings()):
        write_records(root, number, text)
    with served(built(root)) as found:
        yield found


@pytest.fixture(scope="module")
def bare(browser: Browser) -> Iterator[Page]:
    """A page without the protection of its policy, which notes whatever becomes active."""
    context = browser.new_context(bypass_csp=True)
    context.add_init_script(_WATCH)
    # Without our own scripts: they add nodes of their own while the page is looked at.
    context.route("**/*.js", lambda route: route.abort())
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.dismiss())
    yield page
    context.close()


def looked(page: Page, address: str) -> dict[str, Any]:
    page.goto(address, wait_until="load")
    found: dict[str, Any] = page.evaluate(_LOOK)
    return found


def test_the_list_is_there_and_what_is_not_taken_is_refused_for_what_cannot_be_seen() -> None:
    listed: list[str] = json.loads(_LIST.read_text(encoding="utf-8"))
    refused = [text for text in dict.fromkeys(listed) if not is_taken(text)]
    assert len(listed) > 450
    assert len(refused) < 60
    for text in refused:
        tree = read("a", f"name: {json.dumps(text, ensure_ascii=True)}\nsummary: b\n".encode())
        foreign = tree.value is not None and any(letters(texts(tree.value.root)))
        assert any(hidden(text)) or foreign or any(map(str.isspace, text)) or not text, text


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["facts", "actors", "topics", "events", "sources"])
def test_no_text_becomes_active_and_each_stays_itself(
    naughty: Site, bare: Page, folder: str
) -> None:
    plain = looked(bare, f"{naughty.address}{folder}/n-0/")
    shown = len(re.findall("a0a .*? z0z", folded(plain["text"])))
    assert shown >= 2
    for number, text in enumerate(strings()):
        found = looked(bare, f"{naughty.address}{folder}/n-{number}/")
        where = f"{folder}/n-{number}: {text!r}"
        assert found["active"] == [], where
        assert found["nodes"] == plain["nodes"], where
        assert set(found["links"]) <= {"http", "https"}, where
        whole = folded(f"a{number}a {text} z{number}z")
        pieces = re.findall(f"a{number}a.*?z{number}z", folded(found["text"]), re.DOTALL)
        assert set(pieces) == {whole}, where
        assert len(pieces) == shown, where
        for name in ("title", "description"):
            named = f"a0a {HARMLESS} z0z" in folded(plain[name])
            assert (whole in folded(found[name])) == named, where
