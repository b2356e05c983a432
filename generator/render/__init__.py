"""Pages as Markdown, through the templates of `site-templates/`."""

from __future__ import annotations

from generator.render.pages import Written, pages

__all__ = ["Written", "pages"]
