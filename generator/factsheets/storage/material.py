"""What the site takes from the installed theme Material: its icons and its style sheet."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from factsheets.site.components import component_styles
from factsheets.storage.faults import EnvironmentFault, disk

_STYLES = "assets/stylesheets"


def icons(folders: Iterable[str]) -> frozenset[str]:
    """The names of all icons of Material, and of those in `.icons/` of the site's own folders."""
    with disk("The icons of Material could not be read"):
        return frozenset(
            path.relative_to(folder).with_suffix("").as_posix()
            for folder in (_folder() / ".icons", *(Path(each, ".icons") for each in folders))
            for path in folder.rglob("*.svg")
        )


def style_sheet() -> bytes:
    """Material's styles of components, for `assets/material.css`."""
    with disk("The style sheets of Material could not be read"):
        folder = _folder() / _STYLES
        found = [next(iter(folder.glob(f"{name}.*.min.css")), None) for name in ("main", "palette")]
        texts = [each.read_text(encoding="utf-8") for each in found if each]
    if len(texts) < len(found):
        raise EnvironmentFault(f"{folder} has no style sheet. Reinstall mkdocs-material.")
    return component_styles(*texts).encode()


def _folder() -> Path:
    found = find_spec("material")
    if found is None or not found.submodule_search_locations:
        raise EnvironmentFault("The theme is missing. Install it: pip install mkdocs-material")
    return Path(found.submodule_search_locations[0], "templates")
