"""What the site's owner sets, and the day for which the pages are made."""

from __future__ import annotations

import datetime

from generator.values import value


@value(frozen=True, slots=True)
class Settings:
    """The site's particulars, from `mkdocs.yml`.

    `site_url` ends in a slash; `edit_base` is the address before a file's path (…/edit/main/) or
    empty, `issues_base` the address of the form for reports or empty; `add` the page that says how
    to add an article, below the site's root, or empty. `today` is only compared
    with dates, never printed. `revision` is the content's git revision where it is known.
    """

    site_name: str
    site_url: str
    today: datetime.date
    edit_base: str = ""
    issues_base: str = ""
    add: str = ""
    revision: str | None = None
    review_after_days: int = 365
