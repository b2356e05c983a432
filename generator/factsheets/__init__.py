"""Factsheets: attributed fact sheets from YAML, as Markdown pages for MkDocs."""

__version__ = "0.1.0"
