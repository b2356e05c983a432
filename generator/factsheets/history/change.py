"""A change of the content as a value, with its explanation in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

What = Literal["new", "changed", "withdrawn", "superseded", "restored", "erased", "removed"]
Record = str
"""`fact`, `capture`, `page`, or the noun of a kind of record."""
Style = Literal["text", "markdown"]

SIGNS: Mapping[What, str] = {
    "new": "+",
    "restored": "+",
    "changed": "~",
    "withdrawn": "×",
    "superseded": "×",
    "erased": "×",
    "removed": "-",
}
"""What can happen to a record, in the order of a report, with its sign."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A changed field: its name in words, its old and its new value (None: no value).

    `attribution` is true if the change concerns who said it, who reported it, or how.
    """

    field: str
    was: str | None
    now: str | None
    attribution: bool = False

    @property
    def words(self) -> str:
        """`paragraph: 3 → 2`, `topic added: Ports`, `note taken out: …`."""
        if self.was is None:
            words = f"{self.field} added: {self.now}" if self.now else f"{self.field} added"
        elif self.now is None:
            words = f"{self.field} taken out: {self.was}"
        else:
            words = f"{self.field}: {self.was} → {self.now}"
        return f"attribution changed, {words}" if self.attribution else words


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one record.

    Attributes:
        heading: Names the record; a statement by its speaker first.
        evidence: How and where a statement is reported (`Quoted, TASS ¶3`).
        notice: `due` if a correction is required but missing, `entered` if it is there.
        file: The current or last file of the record.
    """

    what: What
    record: Record
    id: str
    heading: str
    evidence: str = ""
    quotes: tuple[str, ...] = ()
    remark: str = ""
    details: tuple[Detail, ...] = ()
    notice: Literal["", "due", "entered"] = ""
    file: str = ""
    line: int = 1

    @property
    def attribution(self) -> bool:
        """Whether the speaker, the publisher or the form changed."""
        return any(detail.attribution for detail in self.details)

    def explain(self, style: Style, escape: Callable[[str], str] = str) -> str:
        """The change in words: one line, then a line for each detail.

        `escape` escapes text from files for the output format.
        """
        verb = "" if self.what in {"new", "changed"} else f"{self.what}: "
        noun = "" if self.record == "fact" else f"{self.record.capitalize()}: "
        heading = escape(f"{verb}{noun}{self.heading}")
        sources = "; ".join(filter(None, (self.evidence, *(f"“{each}”" for each in self.quotes))))
        lines = [escape(each) for each in (self.remark, *(d.words for d in self.details)) if each]
        if style == "markdown":
            state = {"new": "New:", "changed": "Changed:"}.get(self.what, "Now")
            reported = f" ({escape(sources)})" if sources else ""
            return "\n    - ".join([f"- **{state}** {heading}{reported}", *lines])
        reported = f"  [{escape(sources)}]" if sources else ""
        return "\n    ".join([f"{SIGNS[self.what]} {heading}{reported}", *lines])


@dataclass(frozen=True, slots=True)
class Unread:
    """What is not compared, because one side cannot be read.

    `headings` are the statements of the file on the readable side. `fields` are the unreadable
    fields of an otherwise readable file.
    """

    file: str
    side: Literal["before", "now"]
    headings: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """One sentence."""
        when = "before" if self.side == "before" else "as it is now"
        if not self.fields:
            return f"{self.file} could not be read {when}, so it is not compared."
        listed = ", ".join(self.fields)
        return f"{self.file}: {listed} could not be read {when} and was not compared."


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes in order, what is not compared, and the affected pages.

    `pages` has ids by folder of the site: facts, topics, actors, sources, events.
    """

    changes: tuple[Change, ...]
    unread: tuple[Unread, ...]
    pages: Mapping[str, tuple[str, ...]]

    @property
    def gone(self) -> tuple[Change, ...]:
        """Deleted records, whose addresses would lead nowhere."""
        return tuple(change for change in self.changes if change.what == "removed")

    @property
    def due(self) -> tuple[str, ...]:
        """The facts that require a correction but have none yet."""
        return tuple(change.id for change in self.changes if change.notice == "due")

    @property
    def entered(self) -> tuple[str, ...]:
        """The facts with a new correction that covers all that changed."""
        return tuple(change.id for change in self.changes if change.notice == "entered")
