"""The HTML templates, which escape every value that they print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template


class Templates:
    """The templates of one site, with what all of them share."""

    def __init__(self, sources: Mapping[str, str], **shared: Any) -> None:
        self._environment = environment(sources)
        self._environment.globals.update(shared)

    def get(self, name: str) -> Template:
        """A compiled template, by its path below `site-templates/`."""
        return self._environment.get_template(name)


def environment(sources: Mapping[str, str]) -> Environment:
    """Jinja for HTML. A name that no view gives is an error, not an empty place."""
    made = Environment(
        loader=FunctionLoader(partial(_loaded, dict(sources))),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.filters["in_groups"] = in_groups
    return made


def in_groups(items: Iterable[Any], name: str) -> list[tuple[Any, list[Any]]]:
    """Neighbours with the same value of an attribute together; their order stays."""
    return [(key, list(held)) for key, held in groupby(items, attrgetter(name))]


def _loaded(sources: Mapping[str, str], name: str) -> tuple[str, str, Callable[[], bool]] | None:
    """A template with the path that errors in it name."""
    if name not in sources:
        return None
    return sources[name], f"site-templates/{name}", lambda: True
