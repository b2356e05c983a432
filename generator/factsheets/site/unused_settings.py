"""Settings in mkdocs.yml that MkDocs and Material document, and this theme does not use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any
from urllib.parse import urlsplit

from factsheets.datafiles import load_toml, unwrapped
from factsheets.dataset.model import Dataset
from factsheets.problems.problem import Problem
from factsheets.site.settings import place

_EXTRA = (
    *("about", "add", "featured", "image", "issues", "licence"),
    *("require_review", "review_after_days"),
)
# Settings that name files to load, and the directive of the policy that must allow them.
_LOADED = {
    ("extra_css",): "style-src",
    ("extra_javascript",): "script-src",
    ("theme", "logo"): "img-src",
    ("theme", "favicon"): "img-src",
}


def unused_settings(
    data: bytes, settings: Mapping[str, Any], dataset: Dataset | None = None
) -> Iterator[Problem]:
    """A warning for each setting without effect; `data` is the file, for the places.

    `settings` are the file's, with those of the files that it inherits from.
    """
    featured = _value(settings, ("extra", "featured"))
    chosen = dataset.statements.get(str(featured)) if dataset else None
    if featured and dataset and not (chosen and chosen.fact.status == "current"):
        said = "extra.featured does not name a current statement."
        yield _warning(data, ("extra", "featured"), said, "Write the id of one, or remove it.")
    known = load_toml(__package__, "unused_settings.toml")
    advice = {name: unwrapped(text) for name, text in known["advice"].items()}
    for name, what in known["settings"].items():
        way = name.split(".")
        if _value(settings, way) not in (None, False, [], {}):
            yield _warning(data, way, f"{name} has no effect in this theme.", advice[what])
    for name in _names(settings.get("plugins")):
        what = known["plugins"].get(name.removeprefix("material/"))
        if what and not (name == "macros" and _ours(settings).get("allow_html")):
            said = f"The plugin {name} has no effect in this theme."
            yield _warning(data, ("plugins", name), said, advice[what])
    for name in _names(settings.get("markdown_extensions")):
        what = known["extensions"].get(name)
        if what:
            said = f"This theme has no style for the extension {name}."
            yield _warning(data, ("markdown_extensions", name), said, advice[what])
    yield from _particular(data, settings)
    yield from _forbidden(data, settings)


def _particular(data: bytes, settings: Mapping[str, Any]) -> Iterator[Problem]:
    """Settings that depend on their value."""
    theme = settings.get("theme")
    name = theme if isinstance(theme, str) else _value(settings, ("theme", "name"))
    if name not in (None, "material"):
        way = ("theme",) if theme == name else ("theme", "name")
        said = f"The theme {name} has no effect: this program has its own."
        yield _warning(data, way, said, "Write name: material.")
    language = _value(settings, ("theme", "language"))
    if isinstance(language, str) and language.partition("-")[0] != "en":
        said = f"The words of the theme are English, although theme.language is {language}."
        advice = "To change them, copy the files that contain them: facts eject --list"
        yield _warning(data, ("theme", "language"), said, advice)
    for key in _names(settings.get("extra")):
        near = "" if key in _EXTRA else next(iter(get_close_matches(key, _EXTRA, 1, 0.8)), "")
        if near:
            said = f"extra.{key} has no effect: the setting is called {near}."
            yield _warning(data, ("extra", key), said, f"Write {near}: instead of {key}:")
    edit = settings.get("edit_uri")
    if isinstance(edit, str) and edit and "://" not in edit:
        said = f'edit_uri is "{edit}", which is not a full URL, so no page links to its file.'
        advice = "Write the full URL: edit_uri: https://github.com/OWNER/REPOSITORY/edit/main/"
        yield _warning(data, ("edit_uri",), said, advice)


def _forbidden(data: bytes, settings: Mapping[str, Any]) -> Iterator[Problem]:
    """Files of other servers that the policy of pages does not allow them to load."""
    if "privacy" in {name.removeprefix("material/") for name in _names(settings.get("plugins"))}:
        return  # This plugin of Material copies such files into the site.
    for way, directive in _LOADED.items():
        given = _value(settings, way)
        for each in given if isinstance(given, list) else [given]:
            address = each.get("path") if isinstance(each, dict) else each
            if not isinstance(address, str) or not address.startswith(("https://", "http://")):
                continue
            if not _allows(settings, directive, address):
                said = f"{'.'.join(way)} names {address}, which no page may load."
                origin = "https://" + urlsplit(address).netloc
                advice = (
                    "Put the file into content/static/ and name it without a host, or allow it "
                    f"in the plugin's settings: factsheets: {{csp: {{{directive}: [{origin}]}}}}"
                )
                yield _warning(data, (*way, address), said, advice)


def _ours(settings: Mapping[str, Any]) -> Mapping[str, Any]:
    """The settings of the plugin factsheets."""
    plugins = settings.get("plugins")
    for each in plugins if isinstance(plugins, list) else [plugins]:
        found = each.get("factsheets") if isinstance(each, dict) else None
        if isinstance(found, dict):
            return found
    return {}


def _allows(settings: Mapping[str, Any], directive: str, address: str) -> bool:
    sources = _value(_ours(settings), ("csp", directive))
    if not isinstance(sources, list):
        return False
    # A source with a wildcard matches the end of the host's name.
    host = urlsplit(address).netloc
    return any(
        address.startswith(str(each)) or ("*." in str(each) and host.endswith(str(each)[9:]))
        for each in sources
    )


def _warning(data: bytes, way: Sequence[str], message: str, advice: str) -> Problem:
    return Problem("setting-without-effect", message, place(data, *way), advice, "warning")


def _value(settings: Any, way: Sequence[str]) -> Any:
    for key in way:
        settings = settings.get(key) if isinstance(settings, Mapping) else None
    return settings


def _names(given: Any) -> list[str]:
    """The names in a list of plugins or extensions, each of which may have settings."""
    if isinstance(given, Mapping):
        return [str(each) for each in given]
    entries = given if isinstance(given, list) else []
    return [
        str(next(iter(each), "")) if isinstance(each, Mapping) else str(each) for each in entries
    ]
