"""Pydantic's readers of the records, each made once: to make one takes milliseconds."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from pydantic import TypeAdapter

from generator.schema import RECORDS, Kind
from generator.schema.records import AnyFact


@cache
def adapter(kind: Kind | Literal["fact"]) -> TypeAdapter[Any]:
    """The reader of a record of a kind, or of a fact alone."""
    return TypeAdapter(AnyFact if kind == "fact" else RECORDS[kind])
