"""What the site's owner sets, and the day for which the pages are made."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_CREATIVE_COMMONS = re.compile(
    r"https?://creativecommons\.org/(?:licenses/([a-z-]+)|publicdomain/(zero))/(\d\.\d)/?(?:deed|legalcode)?"
)


@dataclass(frozen=True, slots=True)
class Licence:
    """The licence of the content, as the site's owner names it."""

    name: str
    url: str

    @property
    def identifier(self) -> str | None:
        """Its SPDX identifier, such as CC-BY-4.0, where the address tells."""
        found = _CREATIVE_COMMONS.fullmatch(self.url)
        if not found:
            return None
        return f"CC0-{found[3]}" if found[2] else f"CC-{found[1].upper()}-{found[3]}"


@dataclass(frozen=True, slots=True)
class Settings:
    """The site's particulars, from `mkdocs.yml`.

    `site_url` ends in a slash, and is empty where the site has no public address yet; `edit_base`
    is the address before a file's path (…/edit/main/) or empty, `issues_base` the address of the
    form for reports or empty; `add` the page that says how to add an article, below the site's
    root, or empty. `today` is only compared with dates, never printed. `revision` is the content's
    git revision where it is known. With `require_review` statements that nobody reviewed say so.
    """

    site_name: str
    site_url: str
    today: datetime.date
    edit_base: str = ""
    issues_base: str = ""
    add: str = ""
    revision: str | None = None
    review_after_days: int = 365
    licence: Licence | None = None
    require_review: bool = False

    def address(self, path: str) -> str:
        """Where readers find a page, for texts that they read."""
        if self.site_url:
            return self.site_url + path
        return f"{f'page {path}' if path else 'home page'} (no public address)"
