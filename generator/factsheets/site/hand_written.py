"""The hand-written pages of content/pages: introductions, own pages and front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factsheets.content.field_help import suggestion
from factsheets.content.kinds import PAGE_FOLDERS
from factsheets.content.reader import read
from factsheets.content.tree import Tree
from factsheets.dataset.model import Prose
from factsheets.problems.problem import Checked, Place, Problem

if TYPE_CHECKING:
    from factsheets.site.views.site import Site  # the check needs no views

# These introduce pages that are generated.
INTRODUCTIONS = frozenset(
    ["index", "check", "compare", "corrections", "data", "figures", "search", "timeline"]
    + ["about/index", "about/reading"]
    + [f"{folder}/index" for folder in PAGE_FOLDERS.values()]
)

_FOLDER_PAGES = frozenset({"", "about/", *(f"{folder}/" for folder in PAGE_FOLDERS.values())})
GENERATED = frozenset(name.partition("/")[0] for name in INTRODUCTIONS) - {"index", "about"}
"""Folders at the top whose pages are all generated; `about/` has hand-written ones, too."""

_FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#(?!#)[ \t]*(.+?)[ \t]*#*[ \t]*$|^(\S.*)\n=+[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A hand-written page at an address of its own below the site's root.

    `name` is that of its file: `help` and `help/index` are both at `help/`. `body` is Markdown.
    `heading` is true where it lacks a heading of the first level, so that the title has to be
    printed above it.
    """

    name: str
    path: str
    title: str
    description: str
    body: str
    heading: bool


def hand_written(site: Site) -> Iterator[WrittenPage]:
    """Each page that has an address of its own, by name."""
    for name, page in sorted(site.dataset.prose.items()):
        if name not in INTRODUCTIONS:
            first = first_heading(page.text)
            title = page.title or first or _title_of(name)
            path = address_of(name)
            yield WrittenPage(name, path, title, page.description, page.text, not first)


def _title_of(name: str) -> str:
    """A title from the name of a file: `about/our-aims` is `Our aims`."""
    words = name.removesuffix("/index").rpartition("/")[2].replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def address_of(name: str) -> str:
    """The address of a page of content/pages by its name: `about/index` is `about/`."""
    if name == "index":
        return ""
    return name.removesuffix("/index") + "/"


def page_name(path: str) -> str:
    """The name of a page by its address: `figures` for `figures/`, `facts/index` for `facts/`."""
    return f"{path}index" if path in _FOLDER_PAGES else path[:-1]


def introduction(site: Site, path: str) -> Prose:
    """The hand-written introduction of the page at an address, without text if there is none."""
    return site.dataset.prose.get(page_name(path), Prose(""))


def first_heading(markdown: str) -> str:
    """The text of the first heading of the first level, empty where there is none."""
    found = _HEADING.search(_FENCE.sub("", markdown))
    return (found[1] or found[2]).strip() if found else ""


# The front matter of a hand-written page: its title and description, in strict YAML.

FIELDS = {
    "title": "The page's title; by default its first heading.",
    "description": "One sentence for search engines and link previews.",
}
_FOLDER = "content/pages/"

_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
# What other programs take for front matter, and what a slip makes of ours. The names are those
# that no text begins with.
_MISTAKEN = re.compile(
    r"""[ \t\n]*(?:
        \+{3,}[ \t]*$
      | -{3,}[^\n]*\n[ \t]*["']?[A-Za-z_][\w-]*["']?[ \t]*[:=]
      | (?:title|description|layout|permalink|slug|template|hide|tags)[ \t]*[:=]
    )""",
    re.MULTILINE | re.VERBOSE | re.IGNORECASE,
)


def front_matter(file: str, text: str) -> Checked[Prose]:
    """The text of a page without its front matter, and what that says."""
    opening = _OPENING.match(f"{text}\n")
    if opening is None:
        wrong = _MISTAKEN.match(text)
        problems = (_mistaken(file, text),) if wrong else ()
        return Checked(None if wrong else Prose(text), problems)
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        return Checked(None, (_not_closed(file),))
    body = text[closing.end() :].removeprefix("\n")
    inside = text[opening.end() : closing.start()]
    if not inside.strip():
        return Checked(Prose(body))
    # An empty line for the opening one, so that each line keeps its number.
    found = read(file, f"\n{inside}".encode())
    tree = found.value
    problems = (*found.problems, *(_wrong(tree) if tree else ()))
    if tree is None or problems:
        return Checked(None, problems)
    title, description = (" ".join(str(tree.root.get(name, "")).split()) for name in FIELDS)
    return Checked(Prose(body, title, description))


def without_front_matter(text: str) -> str:
    """The text with blanks instead of its front matter, so that every position stays the same."""
    opening = _OPENING.match(f"{text}\n")
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if closing is None:
        return text
    return re.sub(r"[^\n]", " ", text[: closing.end()]) + text[closing.end() :]


def _wrong(tree: Tree) -> Iterator[Problem]:
    page = tree.file.removeprefix(_FOLDER).removesuffix(".md")
    for name, given in tree.root.items():
        if name not in FIELDS:
            near = suggestion(name, tuple(FIELDS))
            yield Problem(
                "unknown-field",
                f'There is no field "{name[:60]}" in the front matter of a page.',
                tree.key_place((name,)),
                f"Did you mean {near}?"
                if near
                else "Remove the line. The fields are title and description.",
            )
        elif name == "title" and page in INTRODUCTIONS - {"index"}:
            yield Problem(
                "unknown-field",
                "This page introduces a generated one, whose title is fixed.",
                tree.key_place((name,)),
                "Remove the line; description is allowed.",
            )
        elif not isinstance(given, str):
            yield Problem(
                "wrong-shape",
                f"The {name} of a page is a text.",
                tree.place((name,)),
                f'Write it in one line, in double quotes: {name}: "…"',
            )
        elif not given.strip():
            yield Problem(
                "empty-value",
                "This field is empty.",
                tree.place((name,)),
                "Write the text after the colon, or remove the line.",
            )


def _not_closed(file: str) -> Problem:
    return Problem(
        "page-front-matter",
        "The front matter that begins here has no end.",
        Place(file, 1, 1, 4),
        "Put a line of three hyphens below its last field. If a line across the page is meant, "
        "write *** instead.",
    )


def _mistaken(file: str, text: str) -> Problem:
    before = text[: len(text) - len(text.lstrip())]
    first = text.lstrip().partition("\n")[0]
    indent = len(before) - (before.rfind("\n") + 1)
    place = Place(file, before.count("\n") + 1, indent + 1, indent + len(first) + 1)
    return Problem(
        "page-front-matter",
        "This looks like front matter, but it is not written as such.",
        place,
        "Begin the file with a line of exactly three hyphens, then title: and description:, then "
        "three hyphens again. If it is text, begin the page with a heading.",
    )
