"""What a fact cites, and what the check of it gave."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from factsheets.content.records import Reading

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What the check of a piece of evidence gave.

    `check` is `found` only if all its quotations are; `inside_marks` only if all of them lie
    inside the article's quotation marks. `unclear`: they stand there, and whether they are the
    speaker's words can be read in several ways; `judged`: somebody read it. `paragraph` is where
    they stand, else what was stated. `gone_since` is set where only an earlier text of the article
    had them: the day on which the text without them was captured.
    """

    check: Literal["found", "not-found", "not-captured", "unclear", "judged"]
    inside_marks: bool
    paragraph: int | None
    gone_since: datetime.date | None = None
    by_label: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a fact cites: quotations, the paragraph stated for them, and where this is written.

    `spoken` is true where somebody other than the publisher is quoted; `names` has the hashes of
    their names, and `person` is true of a person. `article` names the article cited where it
    is another than the file's own. `reading` is how somebody read what is unclear there.
    """

    quotes: tuple[str, ...]
    paragraph: int | None
    spoken: bool
    path: Path
    article: str | None = None
    names: frozenset[str] = frozenset()
    person: bool = True
    reading: Reading | None = None

    def quote_path(self, number: int) -> Path:
        """Where one of the quotations is written."""
        path = (*self.path, "quote")
        return (*path, number) if len(self.quotes) > 1 else path
