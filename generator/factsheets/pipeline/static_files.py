"""Files that are published unchanged: their limits, and the paths they must not use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factsheets.content.types import RESERVED
from factsheets.problems.problem import Place, Problem
from factsheets.site.hand_written import GENERATED
from factsheets.site.messages_page import NAME as MESSAGES
from factsheets.site.views.downloads import data_files

FOLDER = "content/static"
LARGEST = 32 << 20
"""Maximum bytes of one file."""
LARGEST_SUM = 512 << 20
"""Maximum bytes of all files together."""
MOST = 10_000
"""Maximum number of files."""

_UNSAFE = frozenset('\\:*?"<>|#%')
# Windows treats these as devices, with any extension.
_DEVICES = RESERVED - {"page", "index"}
# Folders whose files are all generated: each record has a page there, or may get one.
_GENERATED = GENERATED | {"compare", "data", "pagefind"}
_ASSET = re.compile(r"assets/(?:[^/]+\.(?:css|js)|icon\.svg)")
_BESIDE = ("index.html", "index.md", "index.json")
_AT_THE_TOP = frozenset(
    {*_BESIDE, *(file.path for file in data_files() if "/" not in file.path)}
    | {"404.html", "sitemap.xml", "sitemap.xml.gz", ".factsheets-site"}
)


def is_name(name: str) -> bool:
    """Whether a file or folder with this name can be published and checked out on every system."""
    return (
        name.isprintable()
        and not _UNSAFE & set(name)
        and not name.endswith((" ", "."))
        and name.casefold() != ".git"
        and name.partition(".")[0].rstrip().casefold() not in _DEVICES
    )


def taken_places(
    static: Iterable[str], pages: Iterable[str], assets: Iterable[str] = ()
) -> Iterator[Problem]:
    """A problem for each static file that would replace a generated one.

    `pages` are the names of hand-written pages (`about/method`), `assets` other files that the site
    has. Case is ignored, because many file systems ignore it.
    """
    names = (*pages, "about", "about/reading", MESSAGES)
    written = [name.casefold().removesuffix("/index") for name in names]
    files = {f"{name}/{each}" for name in written for each in _BESIDE}
    files |= {path.casefold() for path in (*_AT_THE_TOP, *assets)}
    folders = {parent for path in files for parent in _parents(path)}
    for path in static:
        folded = path.casefold()
        top = folded.partition("/")[0]
        if top in _GENERATED or _ASSET.fullmatch(folded):
            taken = f"The program generates /{top}/."
        elif folded in folders:
            taken = f"The site has a folder /{path}/."
        elif over := next((each for each in (folded, *_parents(folded)) if each in files), None):
            taken = f"The program writes /{over} itself."
        else:
            continue
        yield Problem(
            "static-place",
            f"This file would replace another one. {taken}",
            Place(f"{FOLDER}/{path}"),
            f"Move it to a folder of its own, such as {FOLDER}/files/.",
        )


def _parents(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path
