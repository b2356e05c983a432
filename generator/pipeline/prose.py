"""The hand-written pages: UTF-8 text in plain Markdown, by their path below content/pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.pipeline.page_markup import markup
from generator.problem import Checked, Place, Problem
from generator.source.text import hidden, hidden_character, place_at

FOLDER = "content/pages/"
LONGEST = 50_000
"""How many characters a page may have; Markdown's own program is slow on hostile longer ones."""

_MOST = 20  # hidden characters of one page


def prose(files: Mapping[str, bytes]) -> Checked[Mapping[str, str]]:
    """The pages' text by name without the ending (`about/method`), lines ended as in Unix."""
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for path, data in files.items():
        if not (path.startswith(FOLDER) and path.endswith(".md")):
            continue
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            problems.append(_not_utf8(path, data, error.start))
            continue
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        wrong = list(_wrong(path, text))
        problems += wrong
        # Markup that the owner may allow is kept; what nobody may is not.
        if all(one.code == "page-markup" for one in wrong):
            found[path[len(FOLDER) : -len(".md")]] = text
    return Checked(found, tuple(problems))


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
    yield from markup(path, text)


def _not_utf8(path: str, data: bytes, at: int) -> Problem:
    good = data[:at].decode("utf-8-sig")
    return Problem(
        "page-not-utf-8",
        "This page has a character that is not in UTF-8.",
        place_at(path, good, len(good)),
        "Save the file as UTF-8; every editor can.",
    )
