"""JSON Schemas of the records, for editors and for other programs that read the YAML."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from factsheets.content.article import RemovedFact
from factsheets.content.kinds import KINDS, Kind
from factsheets.content.records import Removed

FOLDER = "content/.schema"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NAME = "#/$defs/Name"
_REVIEW = "#/$defs/Review"


def json_schema(kind: Kind) -> dict[str, Any]:
    """The schema of one kind of file; `facts check` refuses everything that it refuses."""
    adapter: TypeAdapter[Any] = TypeAdapter(KINDS[kind].record)
    found: dict[str, Any] = _as_written(adapter.json_schema())
    found = _or_removed(found, KINDS[kind].removed)
    if kind == "article":
        found["$defs"]["Fact"] = _or_removed(found["$defs"]["Fact"], RemovedFact)
    return {"$schema": _DIALECT, **found, "title": f"{kind.capitalize()} of a fact sheet"}


def _or_removed(found: dict[str, Any], left: type[Removed]) -> dict[str, Any]:
    """A record or a removed record, which has no other fields."""
    removed: dict[str, Any] = _as_written(TypeAdapter(left).json_schema())
    own = {key: value for key, value in removed["properties"].items() if key != "facts"}
    properties = {**own, **found["properties"]}
    if "removed" not in properties["status"]["enum"]:
        status = properties["status"]
        properties["status"] = {**status, "enum": [*status["enum"], "removed"]}
    return {
        **{key: value for key, value in found.items() if key != "required"},
        "properties": {**found["properties"], **properties},
        "if": {"properties": {"status": {"const": "removed"}}, "required": ["status"]},
        "then": {
            "properties": own,
            "propertyNames": {"enum": list(removed["properties"])},
            "required": removed["required"],
        },
        "else": {"required": found["required"]},
    }


def schema_files() -> dict[str, str]:
    """The schemas as files, by path from the project's folder."""
    return {
        f"{FOLDER}/{kind}.json": json.dumps(json_schema(kind), indent=2, ensure_ascii=False) + "\n"
        for kind in KINDS
    }


def modeline(kind: Kind) -> str:
    """The first line of a file, which tells editors its schema."""
    return f"# yaml-language-server: $schema=../.schema/{kind}.json"


def _as_written(node: Any) -> Any:
    """The schema of what people write: no null, one item for a list of one, 2025 for a date."""
    if isinstance(node, list):
        return [_as_written(each) for each in node]
    if not isinstance(node, dict):
        return node
    parts = {key: _part(key, value) for key, value in node.items() if not _noise(key, value)}
    choices = [each for each in parts.pop("anyOf", ()) if each != {"type": "null"}]
    if len(choices) == 1:
        parts = {**choices[0], **parts}
    elif choices:
        parts["anyOf"] = choices
    if parts.get("$ref") == _REVIEW:
        parts["anyOf"] = [{"type": "string", "format": "date"}, {"$ref": parts.pop("$ref")}]
    if "minLength" in parts or r"\d{4}" in parts.get("pattern", ""):
        parts["type"] = ["string", "number"]  # other YAML readers parse 2025 as a number
    return _or_one(parts) if parts.get("type") == "array" else parts


def _part(key: str, value: Any) -> Any:
    if key in {"properties", "$defs"}:
        return {name: _as_written(each) for name, each in value.items()}
    return _as_written(value)


def _noise(key: str, value: Any) -> bool:
    """Remove titles that repeat the field's name, and empty defaults."""
    return (key == "title" and isinstance(value, str)) or (
        key == "default" and value in (None, [], False)
    )


def _or_one(parts: dict[str, Any]) -> dict[str, Any]:
    """A list of texts may be a single text; a name may be just a text."""
    items = parts["items"]
    described = {"description": parts.pop("description")} if "description" in parts else {}
    if items.get("$ref") == _NAME:
        text = {"type": ["string", "number"], "minLength": 1}
        parts["items"] = {"anyOf": [text, items]}
    elif items.get("type") in ("string", ["string", "number"]):
        return {**described, "anyOf": [items, parts]}
    return {**described, **parts}
