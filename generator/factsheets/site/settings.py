"""The settings in mkdocs.yml that are ours: their values, their places, what is wrong with them."""

from __future__ import annotations

import datetime
import ipaddress
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

import yaml

from factsheets.datafiles import load_toml
from factsheets.problems.problem import Place, Problem
from factsheets.site.translation import gettext as _

CONFIG = "mkdocs.yml"
TABLE = load_toml(__package__, "settings.toml")
"""Every setting that the program reads: its type, default, meaning and an example."""
_PLACEHOLDERS = ("example.org", "example.com", "example.net", "localhost")
_CREATIVE_COMMONS = re.compile(
    r"https?://creativecommons\.org/(?:licenses/([a-z-]+)|publicdomain/(zero))/(\d\.\d)/?(?:deed|legalcode)?"
)
_PICTURES = frozenset({".gif", ".jpeg", ".jpg", ".png", ".webp"})
_IMAGE_HELP = (
    'Write image: {src: preview.png, alt: "What it shows"}. src is a file in content/static/ or '
    "an address that begins with https://. Without image, link previews have none."
)
_LICENCE_HELP = (
    'Write licence: {name: "Its title", url: "https://its.address/"}, with the title and the '
    "address of the licence. Without licence, none is named."
)


@dataclass(frozen=True, slots=True)
class Licence:
    """The licence of the content, as the site's owner names it."""

    name: str
    url: str

    @property
    def identifier(self) -> str | None:
        """Its SPDX identifier, such as CC-BY-4.0, if the address is a known one."""
        found = _CREATIVE_COMMONS.fullmatch(self.url)
        if not found:
            return None
        return f"CC0-{found[3]}" if found[2] else f"CC-{found[1].upper()}-{found[3]}"


@dataclass(frozen=True, slots=True)
class Settings:
    """The site's particulars, from `mkdocs.yml`.

    `site_url` ends in a slash, and is empty where the site has no public address yet; `edit_base`
    is the address before a file's path (…/edit/main/) or empty, `issues_base` the address of the
    form for reports or empty; `add` the page that says how to add an article, below the site's
    root, or empty. `today` is only compared with dates, never printed. `revision` is the content's
    git revision where it is known. With `require_review` statements that nobody reviewed say so.
    `about` holds the owner's texts about the site, each after the name of its part; `featured` is
    the id of the statement that the home page explains, or empty.
    """

    site_name: str
    site_url: str
    today: datetime.date
    edit_base: str = ""
    issues_base: str = ""
    add: str = ""
    revision: str | None = None
    review_after_days: int = 365
    licence: Licence | None = None
    require_review: bool = False
    about: tuple[tuple[str, str], ...] = ()
    featured: str = ""

    def address(self, path: str) -> str:
        """Where readers find a page, for texts that they read."""
        if self.site_url:
            return self.site_url + path
        if path:
            return _("page %(path)s (no public address)", path=path)
        return _("home page (no public address)")


class PlainLoader(yaml.SafeLoader):
    """Reads YAML; a value with a tag that it does not know is None."""


PlainLoader.add_constructor(None, lambda *_given: None)


def extra(given: Mapping[str, object], name: str) -> object:
    """The value of a setting below `extra`, else its default; None if it has none."""
    return given.get(name, TABLE["extra"][name].get("default"))


def public_address(given: object) -> str:
    """`site_url` with a slash at its end; empty where readers could not reach the site by it."""
    text = given.strip() if isinstance(given, str) else ""
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return ""
    odd = not is_link(text) or parts.query or parts.fragment or parts.username
    if not host or odd or _is_local(host):
        return ""
    return text.rstrip("/") + "/"


def _is_local(host: str) -> bool:
    """Whether a host is this machine, or one that examples use."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return any(host == each or host.endswith(f".{each}") for each in _PLACEHOLDERS)


def licence(given: object) -> Licence | None:
    """The licence in `extra.licence`; None if there is none, or if it is not valid."""
    if not isinstance(given, dict) or set(given) != {"name", "url"}:
        return None
    name, url = given["name"], given["url"]
    if not (isinstance(name, str) and isinstance(url, str)):
        return None
    name, url = name.strip(), url.strip()
    return Licence(name, url) if name.isprintable() and name and is_link(url) else None


def is_link(url: str) -> bool:
    """Whether a text is one web address, safe to print as a link."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    plain = url.isprintable() and not set(url) & set(" \"'<>()[]`\\")
    return plain and parts.scheme in {"http", "https"} and bool(parts.hostname)


def wrong_address(data: bytes, given: object, *, strict: bool) -> Iterator[Problem]:
    """Why `site_url` is not the address of a site; `data` is the file, for the place.

    It is an error with `strict`, because such a site cannot be cited.
    """
    if public_address(given):
        return
    message = (
        f"site_url is {given[:60]}, which is not the public address of a site, "
        if isinstance(given, str) and given.strip()
        else "There is no site_url, the public address of the site, "
    )
    yield Problem(
        "site-address",
        f"{message}so citations, feeds and links for search engines have no address.",
        place(data, "site_url"),
        "When you know the address of the site, write it: "
        "site_url: https://news.example/statements/",
        "error" if strict else "warning",
    )


def without_unchecked_quotes(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems for --strict, in which unchecked quotations are errors."""
    return tuple(
        replace(
            each,
            severity="error",
            help=f"{each.help} To build with --strict nevertheless, write in {CONFIG}, below "
            "plugins: - factsheets: {allow_unchecked_quotes: true}",
        )
        if each.code in {"quote-not-captured", "other-speaker", "unproven-marks"}
        and each.severity == "warning"
        else each
        for each in problems
    )


def wrong_licence(data: bytes, given: object) -> Iterator[Problem]:
    """Why `extra.licence` is not valid; `data` is the file, for the place."""
    if given is None or licence(given):
        return
    where: tuple[str, ...] = ("extra", "licence")
    wrong = "extra.licence must have a name and a url, and nothing else."
    if isinstance(given, dict) and set(given) == {"name", "url"}:
        name = given["name"]
        if not (isinstance(name, str) and name.strip() and name.strip().isprintable()):
            where, wrong = (*where, "name"), "The licence's name must be a text of one line."
        else:
            where = (*where, "url")
            wrong = "The licence's url must begin with https:// or http://, and has no quotation "
            wrong += "marks, brackets or spaces."
    yield Problem("bad-licence", wrong, place(data, *where), _LICENCE_HELP)


def wrong_image(data: bytes, given: object, static: Collection[str]) -> Iterator[Problem]:
    """Why `extra.image` is not valid; `static` are the paths of files in content/static/."""
    if given is None:
        return
    where: tuple[str, ...] = ("extra", "image")
    wrong = "extra.image must have a src and an alt, and nothing else."
    if isinstance(given, dict) and set(given) == {"src", "alt"}:
        src, alt = (
            text.strip() if isinstance(text := given[name], str) else "" for name in ("src", "alt")
        )
        is_address = src.startswith("https://") and is_link(src)
        kind = PurePosixPath(src.partition("?")[0]).suffix.lower()
        where, wrong = (*where, "src"), ""
        if not is_address and src not in static:
            wrong = f"The image {src[:80]} is not in content/static/."
        elif kind not in _PICTURES and (kind or not is_address):
            wrong = "Link previews show PNG, JPEG, WebP and GIF images only."
        elif not alt.isprintable() or not alt:
            where, wrong = (*where[:2], "alt"), "The image's alt must be a text of one line."
    if wrong:
        yield Problem("bad-image", wrong, place(data, *where), _IMAGE_HELP)


def edit_base(written: Mapping[str, Any]) -> str:
    """The address before a file's path, ending in a slash; empty if edit_uri does not give one.

    Like MkDocs, it puts repo_url before an edit_uri that is not a full URL. What MkDocs itself sets
    for GitHub is not used, because it leads to docs/.
    """
    edit, repository = (str(written.get(key) or "").strip() for key in ("edit_uri", "repo_url"))
    if edit and "://" not in edit and "://" in repository:
        edit = f"{repository.rstrip('/')}/{edit.lstrip('/')}"
    return edit.rstrip("/") + "/" if is_link(edit) else ""


def place(data: bytes, *keys: str | int) -> Place:
    """The place of a setting in mkdocs.yml, or of the nearest one above it.

    A number is the index of an item in a list. Files that it inherits from are not searched.
    """
    node: Any = None
    try:
        node = yaml.compose(data, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError):
        return Place(CONFIG)
    found = Place(CONFIG)
    for key in keys:
        if isinstance(key, int):
            node = node.value[key] if isinstance(node, yaml.SequenceNode) else node
            continue
        for name, value in _entries(node):
            if name.value == key:
                start, end = name.start_mark, name.end_mark
                found = Place(CONFIG, start.line + 1, start.column + 1, end.column + 1)
                node = value
                break
        else:
            break
    return found


def _entries(node: Any) -> list[tuple[Any, Any]]:
    """Names and values of a mapping; of a list its items, each of which may be a mapping."""
    if isinstance(node, yaml.MappingNode):
        return list(node.value)
    if not isinstance(node, yaml.SequenceNode):
        return []
    return [
        entry
        for each in node.value
        for entry in ([(each, each)] if isinstance(each, yaml.ScalarNode) else _entries(each))
    ]
