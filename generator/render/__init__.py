"""Pages as Markdown, through the templates of `site-templates/`."""

from __future__ import annotations

from generator.render.page import Written
from generator.render.pages import Pages, pages

__all__ = ["Pages", "Written", "pages"]
