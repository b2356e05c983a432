"""Fuzzes the reader, the captures or the escaping for a bounded number of runs.

`python -m tests.fuzz.run reader|capture|escape [RUNS]` begins from the faults' files. An exception
that nobody caught ends it with a trace.
"""

from __future__ import annotations

import datetime
import html
import re
import sys
import tempfile
import unicodedata
from pathlib import Path

import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]  # only `make fuzz` installs it

with atheris.instrument_imports(include=["factsheets"]):
    from factsheets.content.kinds import KINDS
    from factsheets.content.reader import read
    from factsheets.content.validation import record
    from factsheets.problems.text import visible
    from factsheets.quotes.capture import capture
    from factsheets.quotes.capture_file import dumps, loads
    from factsheets.quotes.match import Index, fragments
    from factsheets.site.markdown import head, md, quoted
    from factsheets.site.page_markup import markup

from markdown_it import MarkdownIt

from tests.faults.table import FAULTS

COMMONMARK = MarkdownIt("commonmark")
DAY = datetime.date(2026, 1, 1)


def reader(data: bytes) -> None:
    """Bytes -> tree -> record: never an exception, and each place is in the file."""
    found = read("f", data)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    problems = found.problems
    if found.value is not None:
        for kind in KINDS:
            problems += record(kind, found.value).problems
    for problem in problems:
        assert 1 <= problem.place.line <= lines + 1, problem
        assert 1 <= problem.place.column <= problem.place.end_column, problem
        assert problem.message
        assert problem.help


def captures(data: bytes) -> None:
    """Any text can be captured, stored and found again; arbitrary bytes are at worst no capture."""
    given = data.decode("utf-8", "replace")
    made = capture(given, published=None, captured=DAY)
    assert loads(dumps(made)) == made
    loads(given)
    index = Index(made, given)
    for line in given.splitlines()[:3]:
        run = fragments(line)
        if run:
            index.find(run)


def escape(data: bytes) -> None:
    """After escaping, no text is parsed as markup, and no part of it is lost."""
    given = data.decode("utf-8", "surrogatepass") if _is_text(data) else data.decode("latin-1")
    made = COMMONMARK.render(md(given)).removeprefix("<p>").removesuffix("</p>\n")
    assert "\n" not in quoted(head(given))
    visible(given)
    list(markup("f", given[:2_000]))
    shown = re.sub("[ \t\r\n]+", " ", given).strip(" ")
    assert html.unescape(made) == "".join("\ufffd" if _is_bad(each) else each for each in shown)


def _is_bad(character: str) -> bool:
    """Control characters, surrogates, and other characters that no document can contain."""
    return (
        unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} or character in "\ufffe\uffff"
    )


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


RUNS = {"reader": 250_000, "capture": 350_000, "escape": 400_000}
TARGETS = {"reader": reader, "capture": captures, "escape": escape}


def run() -> None:
    """Fuzz one target."""
    name = sys.argv[1]
    runs = sys.argv[2] if len(sys.argv) > 2 else RUNS[name]
    options = [f"-runs={runs}", "-max_len=4096", "-timeout=10", "-rss_limit_mb=1024", "-seed=7"]
    with tempfile.TemporaryDirectory() as seeds:
        for number, fault in enumerate(FAULTS):
            for data in filter(None, fault.files.values()):
                Path(seeds, str(number)).write_bytes(data[:4096])
        # Crashing inputs stay where they can be found, but are not in git.
        kept = Path("build/fuzz")
        kept.mkdir(parents=True, exist_ok=True)
        options.append(f"-artifact_prefix={kept}/{name}-")
        atheris.Setup([sys.argv[0], *options, seeds], TARGETS[name])
        atheris.Fuzz()


if __name__ == "__main__":
    run()
