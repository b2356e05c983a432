"""The tables of this package: TOML files beside its modules, which are part of the program."""

from __future__ import annotations

import tomllib
from functools import cache
from pkgutil import get_data
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The values of `NAME.toml`."""
    raw = get_data(__package__, f"{name}.toml")
    assert raw is not None  # noqa: S101 - it is part of the package
    return tomllib.loads(raw.decode())
