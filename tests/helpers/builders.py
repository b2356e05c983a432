"""Builders of content and of what the program makes from it. All of it is made up.

The tests share one fictional world, that of `facts init`: Exampletown in Exampleland, its mayor Ada
Example, its bridge, council and harbour, the newspapers Example News and Gazette.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path

from factsheets.data import files as data_files
from factsheets.pipeline import check
from factsheets.pipeline.check import Outcome
from factsheets.pipeline.inputs import Inputs
from factsheets.quotes import capture, capture_file
from factsheets.site.html import Pages
from factsheets.site.plain import plain_pages as printed
from factsheets.site.settings import Settings
from factsheets.site.views import site as views_site
from factsheets.site.views.pages import site_pages
from factsheets.site.views.site import Site
from factsheets.storage import templates

ROOT = Path(__file__).parents[2]
FIRST_VERSION = ROOT / "tests/cases/first-version"
TODAY = datetime.date(2026, 11, 23)
SETTINGS = Settings("Made up", "https://made-up.example/", TODAY, "https://git.example/edit/main/")

BASE: dict[str, str] = {
    "content/actors/ada.yaml": "kind: person\nname: Ada Example\nshort_name: Example\n"
    "roles:\n  - {title: Mayor of Exampletown, organisation: exampletown}\n",
    "content/actors/bob.yaml": "kind: person\nname: Bob Baker\nshort_name: Baker\n",
    "content/actors/exampletown.yaml": "kind: organisation\nname: Exampletown\n",
    "content/actors/exampleland.yaml": "kind: state\nname: Exampleland\n"
    "identifiers: {iso3166: NO}\n",
    "content/actors/gazette.yaml": "kind: publisher\nname: Gazette\nownership: private\n"
    "country: exampleland\noutlet: newspaper\n",
    "content/actors/wire.yaml": "kind: publisher\nname: Wire\nownership: state\n"
    "country: exampleland\noutlet: news agency\n",
    "content/topics/bridge.yaml": "name: The bridge\nsummary: What is said about the bridge.\n"
    "questions:\n  - {id: open, text: When will it open?, short: When?}\n",
    "content/events/council.yaml": "name: Council meeting\ndate: 2025-05-02\nplace: Exampletown\n",
}
ARTICLE = (
    "publisher: gazette\nurl: https://gazette.example/1\npublished: 2025-05-03\nlanguage: en\n"
)
# Made up for tests.
TEXT = (
    'The bridge will open in June, Example said. "We have painted every railing twice," she told '
    "the council.\n\n"
    'Baker said the bridge "is not safe for lorries yet" and asked for another test.\n'
)


def fact(name: str = "one", **more: str) -> str:
    """A fact in YAML; every further field is one line, as it is in the file."""
    fields = {
        "speaker": "ada",
        "statement": "the bridge will open in June",
        "paragraph": "1",
        "said": "2025-05-02",
        "topics": "[bridge]",
        **more,
    }
    fields.setdefault("said_basis", "stated")
    lines = "".join(f"    {key}: {value}\n" for key, value in fields.items() if value)
    return f"  - id: {name}\n{lines}"


def article(*facts: str, head: str = ARTICLE) -> str:
    """An article's file with these facts."""
    return head + "facts:\n" + "".join(facts)


def files(content: Mapping[str, str], *, text: str | None = TEXT) -> dict[str, bytes]:
    """The base with more files; the articles are captured from `text`, if given."""
    made = {path: each.encode() for path, each in (BASE | dict(content)).items()}
    for path in content:
        if path.startswith("content/facts/") and text is not None:
            taken = capture.capture(text, published=None, captured=TODAY)
            name = path.removeprefix("content/facts/").removesuffix(".yaml")
            made.setdefault(f"seeds/{name}.json", capture_file.dumps(taken).encode())
    return made


def checked(content: Mapping[str, str], *, text: str | None = TEXT) -> Outcome:
    """The outcome of `facts check`."""
    return check.check(Inputs(files(content, text=text)), TODAY)


def site(content: Mapping[str, str], *, text: str | None = TEXT) -> Site:
    """The site of content without errors."""
    outcome = checked(content, text=text)
    assert outcome.value is not None
    assert outcome.summary.errors == 0, outcome.problems
    return views_site.site(outcome.value, SETTINGS)


def first_version() -> Outcome:
    """The outcome of `facts check` for this repository's first content, which is frozen."""
    found = {
        path.relative_to(FIRST_VERSION).as_posix(): path.read_bytes()
        for pattern in ("content/**/*.yaml", "content/**/*.md", "content/*.txt", "seeds/*.json")
        for path in FIRST_VERSION.glob(pattern)
    }
    return check.check(Inputs(found), TODAY)


def first_content() -> Site:
    """The site of the first content."""
    outcome = first_version()
    assert outcome.value is not None
    assert outcome.summary.errors == 0, outcome.problems
    return views_site.site(outcome.value, SETTINGS)


def beside(site: Site) -> dict[str, bytes]:
    """Everything published besides the pages: the open data and the text of each page."""
    texts = {f"{path}index.md": text.encode() for path, text in plain_pages(site).items()}
    return {path: b"".join(pieces) for path, pieces in open_data(site)} | texts


def open_data(site: Site) -> Iterator[data_files.File]:
    """The files of the open data."""
    return data_files.files(site, site_pages(site))


def plain_pages(site: Site) -> dict[str, str]:
    """The text of each page, by its address."""
    return {
        page.path: page.text for page in printed(site, templates.templates(ROOT), site_pages(site))
    }


def pages_of(site: Site) -> Pages:
    """The pages, with the templates of this repository."""
    return Pages(site, templates.templates(ROOT), site_pages(site))


def html_pages(site: Site) -> dict[str, str]:
    """The HTML of each generated page, by its address."""
    made = pages_of(site)
    return {page.path: made.html(page) for page in made.all() if page.template}
