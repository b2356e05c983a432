"""The templates of a site: those of HTML and those of Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from operator import attrgetter
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from generator.render.markdown import address


class Templates:
    """The templates of one site, with what all of them share.

    A name that no view gives is an error, not an empty place.
    """

    def __init__(
        self,
        sources: Mapping[str, str],
        finalize: Callable[[object], object] | None = None,
        **shared: object,
    ) -> None:
        """Compile nothing yet.

        Args:
            sources: The template files by their path below `site-templates/`.
            finalize: Escapes each value that a template prints. Without it, values are escaped
                for HTML.
            shared: What every template can use.
        """

        def loaded(name: str) -> tuple[str, str, None] | None:
            return (sources[name], f"site-templates/{name}", None) if name in sources else None

        self._environment = Environment(
            loader=FunctionLoader(loaded),
            autoescape=True,  # what macros print is Markup, so that `finalize` leaves it
            finalize=finalize,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self._environment.filters.update(address=address, in_groups=in_groups)
        self._environment.globals.update(shared)

    def get(self, name: str) -> Template:
        """A compiled template, by its path below `site-templates/`."""
        return self._environment.get_template(name)


def in_groups(items: Iterable[Any], name: str) -> list[tuple[Any, list[Any]]]:
    """Neighbours with the same value of an attribute together; their order stays."""
    return [(key, list(held)) for key, held in groupby(items, attrgetter(name))]
