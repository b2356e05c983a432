"""Names of languages as LaTeX's packages biblatex and babel know them."""

from __future__ import annotations

from factsheets.datafiles import load_toml


def langid(code: str) -> str:
    """The name for a code such as `pt-BR`; empty where biblatex has none."""
    names = load_toml(__package__, "langid.toml")
    parts = code.lower().split("-")
    tags = ("-".join(parts[:end]) for end in range(len(parts), 0, -1))
    return next((str(names[tag]) for tag in tags if tag in names), "")
