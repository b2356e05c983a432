"""The templates, compiled: what they may use, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context

from generator.render.inline import inlined, macros
from generator.render.texts import Texts

_MACROS = "partials/macros.md.j2"
# What a page is called with under this name is markup of ours: the way to the site's root.
_OURS = "root"


class _Plain(CodeGenerator):
    """Compiles expressions to plain Python, in half the time of Jinja's own code.

    Every `{{ x }}` is `finalize(x)`: Jinja would escape it again, which changes nothing. `a.b` is
    an attribute and `f(x)` a call: here are no dicts read by dots, and no functions that ask for
    Jinja's context.
    """

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        del frame
        ours = isinstance(node, nodes.Name) and node.name == _OURS
        self.write("(" if ours else finalize.src)

    def _output_child_post(self, node: Any, frame: Any, finalize: Any) -> None:
        del node, frame, finalize
        self.write(")")

    def visit_Getattr(self, node: Any, frame: Any) -> None:  # noqa: N802 - Jinja's name
        """`view.name` as it stands; a name that is missing is an error in any case."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802 - Jinja's name
        self, node: Any, frame: Any, forward_caller: bool = False
    ) -> None:
        """`m.link(ref, root)` as it stands."""
        del forward_caller
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")


class _Environment(Environment):
    code_generator_class = _Plain
    macros: Mapping[str, nodes.Macro]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return inlined(super()._parse(source, name, filename), self.macros, _MACROS)


class Templates:
    """The templates of one site; `texts` gathers what they print."""

    def __init__(self, sources: Mapping[str, str], **shared: Any) -> None:
        self.texts = Texts()
        self._environment = environment(sources, self.texts)
        self._shared = {**self._environment.globals, **shared}

    def printed(self, name: str, given: Mapping[str, Any]) -> str:
        """What a template prints, texts as holes; as Jinja's `render`, without copies of copies."""
        template = self._environment.get_template(name)
        context = Context(self._environment, {**self._shared, **given}, name, template.blocks)
        try:
            return "".join(template.root_render_func(context))
        except Exception:  # noqa: BLE001 - raised again, at the template's line
            self._environment.handle_exception()


def environment(sources: Mapping[str, str], texts: Texts) -> Environment:
    """Jinja for Markdown: `{#id}` is a heading's name there, so comments are `<#` and `#>`.

    Every expression is escaped by `texts.finalize`; autoescape only serves to keep the results of
    macros from being escaped twice. A name that no view gives is an error, not an empty place.
    """
    made = _Environment(
        loader=FunctionLoader(partial(_loaded, dict(sources))),
        autoescape=True,
        finalize=texts.finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        comment_start_string="<#",
        comment_end_string="#>",
        auto_reload=False,
        cache_size=-1,
    )
    made.macros = {}
    made.macros = macros(made.parse(sources.get(_MACROS, ""), _MACROS, _path(_MACROS)))
    return made


def _path(name: str) -> str:
    return f"site-templates/{name}"


def _loaded(sources: Mapping[str, str], name: str) -> tuple[str, str, Callable[[], bool]] | None:
    """A template with the path that errors in it name."""
    if name not in sources:
        return None
    return sources[name], _path(name), lambda: True
