"""Views as pages, through the templates of `site-templates/`."""

from __future__ import annotations

from generator.render.page import Page
from generator.render.pages import Pages

__all__ = ["Page", "Pages"]
