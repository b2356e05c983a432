"""Read the data files of a package."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pkgutil import get_data
from typing import Any


def load_text(package: str, name: str) -> str:
    """The text of the file `name` in the folder of `package`."""
    raw = get_data(package, name)
    assert raw is not None  # noqa: S101 - it is part of the package
    return raw.decode()


@cache
def load_toml(package: str, name: str) -> dict[str, Any]:
    """The values of a TOML file, cached."""
    return tomllib.loads(load_text(package, name))


def load_words(package: str, name: str) -> frozenset[str]:
    """The words of a text file; lines that begin with # are comments."""
    lines = load_text(package, name).splitlines()
    return frozenset(word for line in lines if line[:1] != "#" for word in line.split())


def unwrapped(text: str) -> str:
    """Join a text that a data file splits over several lines."""
    return " ".join(text.strip("\n").split("\n"))


def list_files(package: str, folder: str) -> tuple[str, ...]:
    """The paths of all files below a folder, relative to it, in order."""
    return tuple(sorted(_below(files(package).joinpath(folder), "")))


def _below(folder: Traversable, prefix: str) -> list[str]:
    found = []
    for entry in folder.iterdir():
        path = prefix + entry.name
        found += _below(entry, f"{path}/") if entry.is_dir() else [path]
    return found
