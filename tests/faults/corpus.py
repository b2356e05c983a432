"""Made-up content of any size with markup in every field, in five scripts, and its output.

`python -m tests.faults.corpus FOLDER NUMBER` builds a site of so many facts there, and prints
whatever came out active. Nobody said any of it.
"""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from factsheets.quotes.capture import capture
from factsheets.quotes.capture_file import dumps

from tests.faults.publish import facts
from tests.helpers.builders import TODAY
from tests.helpers.projects import lay_out, write

# If it were more than text, each would call this, or be an attribute with this name.
SENTINEL = "zq9"
MARKUP = (
    f"<img src=x onerror={SENTINEL}()>",
    f"</script><script>{SENTINEL}()</script>",
    f'" onmouseover="{SENTINEL}()',
    f"' onfocus='{SENTINEL}()' autofocus='",
    f"<svg/onload={SENTINEL}()>",
    f"[a](javascript:{SENTINEL}())",
    f"{{: onclick={SENTINEL}() }}",
    f"`<b {SENTINEL}>` **b** _i_ # h",
    f"]]></title><b {SENTINEL}>",
    f"--><iframe srcdoc={SENTINEL}>",
    f"=HYPERLINK({SENTINEL})",
    f"@SUM({SENTINEL})",
    f"+{SENTINEL}|cmd",
    f"-{SENTINEL}",
    f"{{{{ {SENTINEL} }}}} {{% {SENTINEL} %}}",
    f"&lt;b {SENTINEL}&gt; &#60;b&#62;",
    f"::error file={SENTINEL}::%0A",
    f"| {SENTINEL} | --- | \\ $ ^ ~",
)
WORDS = {
    "en": "the bridge will open in spring",
    "ar": "سيفتح الجسر في الربيع القادم",
    "zh": "大桥将在春天开放给所有人",
    "ru": "мост откроют весной для всех",
    "hi": "पुल वसंत में सबके लिए खुलेगा",
}
_PER_ARTICLE, _TOPICS, _SPEAKERS = 50, 30, 200
# Attributes that contain text from the content unchanged.
_TEXTUAL = {"content", "title", "alt", "aria-label", "value", "href", "id", "placeholder"}


def text(number: int) -> str:
    """The markup and the words of a number, and the number."""
    words = tuple(WORDS.values())[number % len(WORDS)]
    return f"{MARKUP[number % len(MARKUP)]} {words} {number}"


def quoted(value: str) -> str:
    """A text as YAML."""
    return json.dumps(value, ensure_ascii=False)


def lay_out_corpus(root: Path, number: int) -> None:
    """A project with so many facts."""
    lay_out(root, site=True)
    for each in range(_SPEAKERS):
        said = quoted(text(each))
        write(
            root,
            f"content/actors/s-{each}.yaml",
            f"kind: person\nname: {said}\nshort_name: {said}\nother_names: [{said}]\n"
            f"summary: {said}\nroles:\n  - title: {said}\n",
        )
    for each in range(_TOPICS):
        said = quoted(text(each))
        write(
            root,
            f"content/topics/t-{each}.yaml",
            f"name: {said}\nsummary: {said}\nother_names: [{said}]\nmissing: [{said}]\n"
            f"questions:\n  - id: q\n    text: {said}\n    short: {said}\n"
            f"brief:\n  - text: {said}\n    facts: [f-{each}]\n"
            f"differences:\n  - question: {said}\n    facts: [f-{each}]\n    note: {said}\n",
        )
        write(
            root,
            f"content/events/e-{each}.yaml",
            f"name: {said}\nkind: {said}\ndate: 2025-01-02\nplace: {said}\naudience: {said}\n",
        )
    for first in range(0, number, _PER_ARTICLE):
        _article(root, first, min(first + _PER_ARTICLE, number))


def _article(root: Path, first: int, behind: int) -> None:
    language = tuple(WORDS)[first // _PER_ARTICLE % len(WORDS)]
    words, said = WORDS[language], quoted(text(first))
    rest = "and the report went on with other matters of the town at some length " * 3
    lines = [
        f'One said on day {n}: "{words} <b {SENTINEL}> {n} & *more*", {rest}'
        for n in range(first, behind)
    ]
    name = f"a-{first}"
    day = f"2025-{first // _PER_ARTICLE % 12 + 1:02}-03"
    body = "".join(_fact(n, words, n - first + 1) for n in range(first, behind))
    write(
        root,
        f"content/facts/{name}.yaml",
        f"publisher: example-news\nurl: https://news.example/{first}?a=1&b=2\npublished: {day}\n"
        f"language: {language}\ntitle: {said}\nauthors: [{said}]\ndateline: {said}\n"
        f"facts:\n{body}",
    )
    taken = capture("\n".join(lines), published=None, captured=TODAY)
    write(root, f"seeds/{name}.json", dumps(replace(taken, language=None)))


def _fact(number: int, words: str, paragraph: int) -> str:
    said = quoted(text(number))
    quote = quoted(f"{words} <b {SENTINEL}> {number} & *more*")
    topic, other = number % _TOPICS, number * 7 % _SPEAKERS
    return (
        f"  - id: f-{number}\n    speaker: s-{number % _SPEAKERS}\n    statement: {said}\n"
        f"    condition: {said}\n    detail: {said}\n    quote: {quote}\n"
        f"    paragraph: {paragraph}\n    event: e-{topic}\n    topics: [t-{topic}]\n"
        f"    about: [s-{other}]\n    not_said: [{said}]\n    note: {said}\n"
        f"    figure: {{value: {number}, unit: {said}, counts: {said}}}\n    answers:\n"
        f"      - {{question: t-{topic}/q, kind: other, text: {quoted(MARKUP[number % 10])}}}\n"
        f"    corrections:\n      - {{date: 2026-01-01, field: statement, was: {said}, "
        f"now: {said}, reason: {said}}}\n"
    )


class Active(HTMLParser):
    """Occurrences of the sentinel as more than text: in tag and attribute names, and in scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.within = ""
        self.shown: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.within = tag if tag in {"script", "style"} else ""
        if tag in {"iframe", "object", "embed", "base"}:
            self.found.append(tag)
        for name, value in attrs:
            held = (value or "").strip()
            odd = name.startswith("on") or SENTINEL in name or name in {"srcdoc", "style"}
            odd |= held.lower().startswith(("javascript:", "data:text", "vbscript:"))
            odd |= SENTINEL in held and name not in _TEXTUAL and not name.startswith("data-")
            if odd:
                self.found.append(f"{tag} {name}={held[:60]}")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.within:
            self.within = ""

    def handle_data(self, data: str) -> None:
        if not self.within:
            self.shown.append(data)
        elif SENTINEL in data and not data.lstrip().startswith("{"):
            self.found.append(f"{self.within}: {data[:80]}")
        elif SENTINEL in data:
            json.loads(data)  # JSON-LD: programs read it as it is

    def handle_comment(self, data: str) -> None:
        if SENTINEL in data:
            self.found.append(f"comment: {data[:60]}")


def active(site: Path) -> Iterator[str]:
    """Everything in a site that is more than text."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_dir() or name.startswith(("pagefind/", "assets/")):
            continue
        if path.suffix == ".html":
            page = Active()
            page.feed(path.read_text(encoding="utf-8"))
            page.close()
            yield from (f"{name}: {each}" for each in page.found)
        elif path.suffix == ".json":
            json.loads(path.read_bytes())
        elif path.suffix == ".xml":
            ET.fromstring(path.read_bytes())  # noqa: S314 - our own
        elif path.suffix == ".csv":
            with path.open(encoding="utf-8-sig", newline="") as file:
                for row in csv.reader(file):
                    yield from (
                        f"{name}: {cell[:60]}"
                        for cell in row
                        if cell[:1] in set("=+@\t\r") or re.match(r"-[^\d]", cell)
                    )


def lost(site: Path, number: int) -> Iterator[str]:
    """The statements whose own page does not show them exactly as in the file."""
    for each in range(0, number, max(number // 500, 1)):
        page = Active()
        page.feed((site / f"facts/f-{each}/index.html").read_text(encoding="utf-8"))
        if " ".join(text(each).split()) not in " ".join("".join(page.shown).split()):
            yield f"facts/f-{each}/"


def run() -> None:
    """Lay out a site, build it, and look for active markup and lost statements."""
    root, number = Path(sys.argv[1]), int(sys.argv[2])
    lay_out_corpus(root, number)
    done = subprocess.run(facts(root, "build"), capture_output=True, text=True, check=False)
    print(done.stdout[-300:], done.stderr[-300:], f"exit {done.returncode}", sep="\n")
    found = list(active(root / "site"))
    gone = list(lost(root / "site", number))
    print(f"{len(found)} active, {len(gone)} lost", *found[:20], *gone[:20], sep="\n")


if __name__ == "__main__":
    run()
