"""The templates, compiled: what they may use, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import DictLoader, Environment, StrictUndefined

from generator.render.escape import finalize


def environment(templates: Mapping[str, str]) -> Environment:
    """Jinja for Markdown: `{#id}` is a heading's name there, so comments are `<#` and `#>`.

    Every expression is escaped by `finalize`; autoescape only serves to keep the results of
    macros from being escaped twice. A name that no view gives is an error, not an empty place.
    """
    made = Environment(
        loader=DictLoader(dict(templates)),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        comment_start_string="<#",
        comment_end_string="#>",
        auto_reload=False,
        cache_size=-1,
    )
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    return made
