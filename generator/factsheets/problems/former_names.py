"""Names that earlier versions used, and the messages that say what replaces them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factsheets.datafiles import load_toml, unwrapped

RENAME = "Write `{}` instead; `facts check --fix` does it."
"""The help for a field with a new name; `facts check --fix` recognises it."""


def table(group: str) -> Mapping[str, Any]:
    """The replaced names of a group: fields, commands, settings, codes or templates."""
    found: dict[str, Any] = load_toml(__package__, "former_names.toml")[group]
    return found


def field(record: type[Any] | None, name: str) -> Mapping[str, Any] | None:
    """The entry of a field that a record had in an earlier version."""
    entry: dict[str, Any] | None = (
        table("fields").get(getattr(record, "__name__", ""), {}).get(name)
    )
    return entry


def field_message(name: str, entry: Mapping[str, Any]) -> str:
    """The sentence that says what replaced a field."""
    if "now" not in entry:
        return f"The field `{name}` was removed in version {entry['since']}."
    why = f", {entry['why']}" if "why" in entry else ""
    return f"The field `{name}` was replaced by `{entry['now']}`{why}."


def field_help(entry: Mapping[str, Any]) -> str:
    """What to write instead of a field."""
    return str(entry.get("advice", "")).strip() or RENAME.format(entry["now"])


def new_value(record: type[Any] | None, name: str, given: str) -> str:
    """The value that replaced one of a field; empty if there is none."""
    return str((field(record, name) or {}).get("values", {}).get(given, ""))


def advice(group: str, name: str) -> str:
    """What to use instead of a removed command or setting; empty if there never was one."""
    return unwrapped(table(group).get(name, {}).get("advice", ""))
