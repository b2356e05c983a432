"""The hand-written pages: UTF-8 text in plain Markdown, by their path below content/pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factsheets.content.text import hidden, hidden_character, place_at
from factsheets.dataset.model import Prose
from factsheets.pipeline.inputs import Digests, Memory, Page, digests
from factsheets.problems.problem import Checked, Place, Problem
from factsheets.site.hand_written import front_matter, without_front_matter
from factsheets.site.page_markup import markup

FOLDER = "content/pages/"
LONGEST = 50_000
"""How many characters a page may have; Markdown's own program is slow on hostile longer ones."""

_MOST = 20  # hidden characters of one page


def prose(files: Mapping[str, bytes]) -> Checked[Mapping[str, Prose]]:
    """The pages by name without the ending (`about/method`), lines ended as in Unix."""
    found = pages(files, digests(files), Memory())
    problems = tuple(problem for page in found.values() for problem in page.problems)
    return Checked(texts(found), problems)


def pages(files: Mapping[str, bytes], hashes: Digests, memory: Memory) -> Mapping[str, Page]:
    """Every hand-written page by name, those that the memory has not yet looked at anew."""
    found: dict[str, Page] = {}
    for path, data in files.items():
        if path.startswith(FOLDER) and path.endswith(".md"):
            known = memory.pages.get(path)
            same = known and known.digest == hashes[path]
            found[path] = known if known and same else _page(path, data, hashes[path])
    memory.pages.clear()
    memory.pages.update(found)
    return {path[len(FOLDER) : -len(".md")]: page for path, page in found.items()}


def texts(found: Mapping[str, Page]) -> dict[str, Prose]:
    """The pages that can be published."""
    read = {
        name: front_matter("", page.text).value
        for name, page in found.items()
        if page.text is not None
    }
    return {name: page for name, page in read.items() if page is not None}


def _page(path: str, data: bytes, digest: bytes) -> Page:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Page(digest, None, (_not_utf8(path, data, error.start),))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    wrong = tuple(_wrong(path, text))
    # Markup that the owner may allow is kept; what nobody may is not.
    allowed = all(one.code == "page-markup" for one in wrong)
    return Page(digest, text if allowed else None, wrong)


def _wrong(path: str, text: str) -> Iterator[Problem]:
    if len(text) > LONGEST:
        yield Problem(
            "page-too-long",
            f"This page has {len(text):,} characters; {LONGEST:,} are the most.",
            Place(path, 1, 1, 2),
            "Divide it into several pages.",
        )
        return
    for number, found in enumerate(hidden(text)):
        if number == _MOST:
            break
        code, message, advice = hidden_character(found.group())
        yield Problem(code, message, place_at(path, text, found.start()), advice)
    yield from front_matter(path, text).problems
    yield from markup(path, without_front_matter(text))


def _not_utf8(path: str, data: bytes, at: int) -> Problem:
    good = data[:at].decode("utf-8-sig")
    return Problem(
        "page-not-utf-8",
        "This page has a character that is not in UTF-8.",
        place_at(path, good, len(good)),
        "Save the file as UTF-8; every editor can.",
    )
