"""Hand-written pages: UTF-8 text in plain Markdown, by path below content/pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factsheets.content.text import hidden_problems, place_at
from factsheets.dataset.model import Prose
from factsheets.pipeline.inputs import Cache, Inputs
from factsheets.problems.problem import Place, Problem
from factsheets.site.hand_written import front_matter, without_front_matter
from factsheets.site.page_markup import markup

FOLDER = "content/pages/"
LONGEST = 50_000
"""The maximum number of characters; Python-Markdown is slow on longer hostile pages."""


@dataclass(frozen=True, slots=True)
class Page:
    """A hand-written page: its text, its published form, and its problems.

    `prose` is None if the page cannot be published.
    """

    text: str
    prose: Prose | None
    problems: tuple[Problem, ...]


def read_pages(inputs: Inputs, cache: Cache) -> dict[str, Page]:
    """Every hand-written page by name without the extension: `about/method`."""
    return {
        path[len(FOLDER) : -len(".md")]: cache.get(path, inputs.digests[path], _page, path, data)
        for path, data in inputs.files.items()
        if path.startswith(FOLDER) and path.endswith(".md")
    }


def published_pages(pages: Mapping[str, Page]) -> dict[str, Prose]:
    """The pages that can be published."""
    return {name: page.prose for name, page in pages.items() if page.prose is not None}


def _page(path: str, data: bytes) -> Page:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Page("", None, (_not_utf8(path, data, error.start),))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LONGEST:
        return Page(text, None, (_too_long(path, text),))
    parsed = front_matter(path, text)
    problems = (
        *hidden_problems(path, text),
        *parsed.problems,
        *markup(path, without_front_matter(text)),
    )
    # The owner may allow markup, but no other problem.
    is_allowed = all(each.code == "page-markup" for each in problems)
    return Page(text, parsed.value if is_allowed else None, problems)


def _too_long(path: str, text: str) -> Problem:
    return Problem(
        "page-too-long",
        f"This page has {len(text):,} characters; the limit is {LONGEST:,}.",
        Place(path, 1, 1, 2),
        "Split it into several pages.",
    )


def _not_utf8(path: str, data: bytes, at: int) -> Problem:
    good = data[:at].decode("utf-8-sig")
    return Problem(
        "page-not-utf-8",
        "This page has a byte that is not valid UTF-8.",
        place_at(path, good, len(good)),
        "Save the file as UTF-8; every editor can do this.",
    )
