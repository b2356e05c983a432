"""The table of the settings of MkDocs and Material, and warnings about those without effect."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any
from urllib.parse import urlsplit

from factsheets.datafiles import load_toml
from factsheets.dataset.model import Dataset
from factsheets.problems import former_names
from factsheets.problems.problem import Problem
from factsheets.site.settings import TABLE, edit_base, place

_EXTRA = tuple(TABLE["extra"])
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
    known = _table()
    for name, why in known["settings"]["without"].items():
        way = name.split(".")
        if _value(settings, way) not in (None, False, [], {}):
            said = f"{name} has no effect in this theme."
            yield _warning(data, way, said, f"Remove it. {why}")
    for kind, said in (
        ("plugins", "The plugin {} has no effect in this theme."),
        ("markdown_extensions", "The extension {} has no effect in this theme."),
    ):
        without = known[kind.removeprefix("markdown_")]["without"]
        for name in _names(settings.get(kind)):
            if name == "macros" and _ours(settings).get("allow_html"):
                continue
            if why := without.get(name.removeprefix("material/")):
                yield _warning(data, (kind, name), said.format(name), f"Remove it. {why}")
    yield from _features(data, _value(settings, ("theme", "features")), known["features"])
    yield from _colours(data, settings, known["colours"])
    yield from _particular(data, settings)
    yield from _forbidden(data, settings)
    for name in _ours(settings):
        if text := former_names.advice("settings", name):
            said = f"The setting {name} of the plugin factsheets was removed."
            yield _warning(data, ("plugins", "factsheets", name), said, text)


def rows() -> Iterator[tuple[str, str, bool, str]]:
    """Each setting for the documentation: its group, its name, whether it works, and how or why."""
    for group in ("settings", "features", "plugins", "extensions"):
        works = _table()[group]["works"]
        found = works | _table()[group]["without"]
        yield from ((group, name, name in works, found[name]) for name in sorted(found, key=_order))


def _order(name: str) -> tuple[str, str]:
    group, _dot, rest = name.rpartition(".")
    return group.lower(), rest


def _table() -> dict[str, Any]:
    return load_toml(__package__, "settings_table.toml")


def _features(data: bytes, given: object, known: Mapping[str, Any]) -> Iterator[Problem]:
    for name in map(str, given if isinstance(given, list) else []):
        way = ("theme", "features", name)
        if why := known["without"].get(name):
            said = f"The feature {name} has no effect in this theme."
            yield _warning(data, way, said, f"Remove it. {why}")
        elif name not in known["works"]:
            yield _unknown(data, way, f"There is no feature {name[:60]}.", name, known["works"])


def palettes(settings: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The colours in theme.palette: one palette, or several."""
    given = _value(settings, ("theme", "palette"))
    found = given if isinstance(given, list) else [given]
    return [each for each in found if isinstance(each, Mapping)]


def _colours(
    data: bytes, settings: Mapping[str, Any], known: Mapping[str, list[str]]
) -> Iterator[Problem]:
    for palette in palettes(settings):
        for key, names in known.items():
            name = str(palette.get(key) or "custom").replace("-", " ")
            if name not in names:
                said = f"There is no colour {name[:60]} for {key}."
                yield _unknown(data, ("theme", "palette", key), said, name, names)


def icons(settings: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The names of icons, each with its place in the settings."""
    for key in ("logo", "repo"):
        if name := _value(settings, ("theme", "icon", key)):
            yield ("theme", "icon", key), str(name)
    toggles = [each.get("toggle") for each in palettes(settings)]
    social = _value(settings, ("extra", "social"))
    for way, given in (
        (("theme", "palette"), toggles),
        (("extra", "social"), social if isinstance(social, list) else []),
    ):
        for each in given:
            if name := _value(each, ("icon",)):
                yield way, str(name)


def missing_icons(
    data: bytes, settings: Mapping[str, Any], known: Collection[str]
) -> Iterator[Problem]:
    """A warning for each icon whose file is not among those that are `known`."""
    for way, name in icons(settings):
        if name not in known:
            yield _unknown(data, way, f"There is no icon {name[:60]}.", name, known)


def _unknown(
    data: bytes, way: Sequence[str], message: str, name: str, known: Collection[str]
) -> Problem:
    near = next(iter(get_close_matches(name, known, 1, 0.7)), "")
    return _warning(data, way, message, f"Did you mean {near}?" if near else "Remove it.")


def _particular(data: bytes, settings: Mapping[str, Any]) -> Iterator[Problem]:
    """Settings that depend on their value."""
    theme = settings.get("theme")
    name = theme if isinstance(theme, str) else _value(settings, ("theme", "name"))
    if name not in (None, "material", "factsheets"):
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
    if isinstance(edit, str) and edit and not edit_base(settings):
        said = f'edit_uri is "{edit}", which is not a full URL, so no page links to its file.'
        advice = "Set repo_url, or write: edit_uri: https://github.com/OWNER/REPOSITORY/edit/main/"
        yield _warning(data, ("edit_uri",), said, advice)


def _forbidden(data: bytes, settings: Mapping[str, Any]) -> Iterator[Problem]:
    """Files of other servers that the policy of pages does not allow them to load."""
    if "privacy" in {name.removeprefix("material/") for name in _names(settings.get("plugins"))}:
        return  # This plugin of Material copies such files into the site.
    for way, address in _loaded(settings):
        directive = _LOADED[way]
        if urlsplit(address).scheme in {"https", "http"} and not _allows(
            settings, directive, address
        ):
            said = f"{'.'.join(way)} names {address}, which no page may load."
            origin = "https://" + urlsplit(address).netloc
            advice = (
                "Put the file into content/static/ and name it without a host, or allow it "
                f"in the plugin's settings: factsheets: {{csp: {{{directive}: [{origin}]}}}}"
            )
            yield _warning(data, (*way, address), said, advice)


def missing_files(
    data: bytes, settings: Mapping[str, Any], known: Collection[str]
) -> Iterator[Problem]:
    """A warning for each file that pages load, but that is not among those that are `known`."""
    for way, address in _loaded(settings):
        parts = urlsplit(address)
        name = parts.path.removeprefix("./")
        if not (parts.scheme or parts.netloc or name.startswith("/") or name in known):
            said = f"{'.'.join(way)} names {name[:60]}, which is not in the site."
            advice = f"Put the file at content/static/{name}, or correct its name."
            yield _warning(data, (*way, address), said, advice)


def _loaded(settings: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The files that pages load, each with its place in the settings."""
    for way in _LOADED:
        given = _value(settings, way)
        for each in _listed(given):
            address = each.get("path") if isinstance(each, Mapping) else each
            if isinstance(address, str) and address:
                yield way, address


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


def _ours(settings: Mapping[str, Any]) -> Mapping[str, Any]:
    """The settings of this program's own plugin."""
    plugins = settings.get("plugins")
    given = (_value(each, ("factsheets",)) for each in _listed(plugins))
    return next((each for each in given if isinstance(each, Mapping)), {})


def _listed(given: Any) -> list[Any]:
    return given if isinstance(given, list) else [given]


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
