"""Macros set into the templates that call them: a call costs more than most of what they print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from jinja2 import nodes

_LONG = 70
"""Nodes of a macro that is still set into what calls it."""


def macros(tree: nodes.Template) -> dict[str, nodes.Macro]:
    """The macros of a template by name, each with those that it calls set into it.

    One that calls itself, if only through others, is left out: it has no end. So is a long one:
    to compile it anew at each call takes longer than all of its calls.
    """
    found = {each.name: each for each in tree.find_all(nodes.Macro)}
    calls = {name: _names(each) for name, each in found.items()}
    for _ in found:
        for reached in calls.values():
            reached |= {far for near in reached for far in calls.get(near, ())}
    known = {name: each for name, each in found.items() if name not in calls[name]}
    for macro in known.values():
        _replace(macro, known, "")
    return {name: each for name, each in known.items() if _size(each) <= _LONG}


def _size(node: nodes.Node) -> int:
    return sum(1 for _ in node.find_all(nodes.Node))


def _names(macro: nodes.Macro) -> set[str]:
    """What a macro calls by name alone."""
    called = (call.node for call in macro.find_all(nodes.Call))
    return {each.name for each in called if isinstance(each, nodes.Name)}


def inlined(tree: nodes.Template, known: Mapping[str, nodes.Macro], file: str) -> nodes.Template:
    """The template with the macros of `file` in the place of their calls.

    `{{ m.link(ref, root) }}` becomes what the macro prints, with its parameters as names of a
    scope of their own, so nothing that is printed changes. Only calls that are printed as they
    are, with positional arguments alone, are replaced.
    """
    (own,) = [each.target for each in tree.find_all(nodes.Import) if _is(each, file)] or [""]
    _replace(tree, known, own)
    left = any(name.name == own for name in tree.find_all(nodes.Name))
    if own and not left:
        tree.body = [each for each in tree.body if not _is(each, file)]
    return tree


def _is(node: nodes.Node, file: str) -> bool:
    return (
        isinstance(node, nodes.Import)
        and isinstance(node.template, nodes.Const)
        and node.template.value == file
    )


def _replace(node: nodes.Node, known: Mapping[str, nodes.Macro], own: str) -> None:
    for field in ("body", "else_"):
        body = getattr(node, field, None)
        if isinstance(body, list):
            setattr(node, field, [made for each in body for made in _statement(each, known, own)])
    for child in node.iter_child_nodes():
        if isinstance(child, (nodes.Stmt, nodes.Template)):
            _replace(child, known, own)


def _statement(
    node: nodes.Node, known: Mapping[str, nodes.Macro], own: str
) -> Iterator[nodes.Node]:
    """A statement; of an output with calls of macros: what stands before, the macro, the rest."""
    if not isinstance(node, nodes.Output):
        yield node
        return
    printed: list[nodes.Expr] = []
    for child in node.nodes:
        macro = _called(child, known, own)
        if macro is None:
            printed.append(child)
            continue
        if printed:
            yield nodes.Output(printed, lineno=node.lineno)
            printed = []
        yield _scope(macro, cast("nodes.Call", child))
    if printed:
        yield nodes.Output(printed, lineno=node.lineno)


def _called(node: nodes.Node, known: Mapping[str, nodes.Macro], own: str) -> nodes.Macro | None:
    if not isinstance(node, nodes.Call) or node.kwargs or node.dyn_args or node.dyn_kwargs:
        return None
    called = node.node
    name = ""
    if isinstance(called, nodes.Getattr) and isinstance(called.node, nodes.Name):
        name = called.attr if called.node.name == own else ""
    elif isinstance(called, nodes.Name) and not own:
        name = called.name  # Within the file of the macros itself.
    macro = known.get(name)
    return macro if macro and len(macro.args) == len(node.args) else None


def _scope(macro: nodes.Macro, call: nodes.Call) -> nodes.With:
    made = _copied(macro)
    targets = [nodes.Name(each.name, "store") for each in made.args]
    whole = nodes.With(cast("list[nodes.Expr]", targets), call.args, made.body)
    # A mistake in a macro is told at the call: other lines are not of this file.
    return cast("nodes.With", whole.set_lineno(call.lineno, override=True))


def _copied(value: Any) -> Any:
    """A tree of its own; `deepcopy` would copy the environment that each node names."""
    if isinstance(value, nodes.Node):
        made = object.__new__(type(value))
        fields = value.__dict__.items()
        kept = {key: each if key == "environment" else _copied(each) for key, each in fields}
        made.__dict__.update(kept)
        return made
    return [_copied(each) for each in value] if isinstance(value, list) else value
