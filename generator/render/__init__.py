"""Pages as Markdown, through the templates of `site-templates/`."""

from __future__ import annotations

from generator.render.pages import Pages, Written, pages

__all__ = ["Pages", "Written", "pages"]
