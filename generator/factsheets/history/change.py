"""A change of the content as a value that can say itself in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

What = Literal["new", "changed", "withdrawn", "superseded", "restored", "erased", "removed"]
Record = str
"""`fact`, `capture`, `page`, or the noun of a kind of record."""
Style = Literal["text", "markdown"]
Plain = Callable[[str], str]

SIGNS: Mapping[What, str] = {
    "new": "+",
    "changed": "~",
    "withdrawn": "×",
    "superseded": "×",
    "restored": "+",
    "erased": "×",
    "removed": "-",
}


@dataclass(frozen=True, slots=True)
class Detail:
    """One field that changed: its name in words, what it was and is; None is nothing there.

    `attribution` is true where the change is about who said it or who reported it, and how.
    """

    field: str
    was: str | None
    now: str | None
    attribution: bool = False

    @property
    def words(self) -> str:
        """`paragraph: 3 → 2`, `topic added: Ports`, `note taken out: …`."""
        if self.was is None:
            said = f"{self.field} added: {self.now}" if self.now else f"{self.field} added"
        elif self.now is None:
            said = f"{self.field} taken out: {self.was}"
        else:
            said = f"{self.field}: {self.was} → {self.now}"
        return f"attribution changed, {said}" if self.attribution else said


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one record.

    `heading` names it, a statement by its speaker first; `evidence` is how and where it is
    reported (`Quoted, TASS ¶3`); `notice` says whether readers must be told of a correction:
    `due` and not yet entered, `entered`, or empty. `file` and `line` are where it stands now, or
    stood last.
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
        """Whether it is another speaker, publisher or form now."""
        return any(detail.attribution for detail in self.details)

    def explain(self, style: Style, plain: Plain = str) -> str:
        """The change in words: a line, and a line for each detail.

        `plain` makes text from files harmless where it is to be shown.
        """
        verb = "" if self.what in {"new", "changed"} else f"{self.what}: "
        label = "" if self.record == "fact" else f"{self.record.capitalize()}: "
        said = plain(f"{verb}{label}{self.heading}")
        behind = [part for part in (self.evidence, *map(_marked, self.quotes)) if part]
        rest = [self.remark, *(detail.words for detail in self.details)]
        lines = [plain(line) for line in rest if line]
        if style == "markdown":
            reported = f" ({plain('; '.join(behind))})" if behind else ""
            first = f"- **{_bold(self.what)}** {said}{reported}"
            return "\n".join([first, *(f"    - {line}" for line in lines)])
        reported = f"  [{plain('; '.join(behind))}]" if behind else ""
        first = f"{SIGNS[self.what]} {said}{reported}"
        return "\n".join([first, *(f"    {line}" for line in lines)])


def _bold(what: What) -> str:
    return {"new": "New:", "changed": "Changed:"}.get(what, "Now")


def _marked(quote: str) -> str:
    return f"“{quote}”"


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be compared, for one side could not be read.

    `headings` are the statements of the file on the side that could be read; `fields` those
    alone that could not be read, where the rest could.
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
        return f"{self.file}: {listed} could not be read {when}, and is not compared."


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes in order, what could not be compared, and the pages that change.

    `pages` has ids by folder of the site: facts, topics, actors, sources, events.
    """

    changes: tuple[Change, ...]
    unread: tuple[Unread, ...]
    pages: Mapping[str, tuple[str, ...]]

    def of(self, record: Record, *what: What) -> tuple[Change, ...]:
        """The changes of one kind of record."""
        return tuple(c for c in self.changes if c.record == record and c.what in what)

    @property
    def gone(self) -> tuple[Change, ...]:
        """What was published and is not there any more: its address would lead nowhere."""
        return tuple(change for change in self.changes if change.what == "removed")

    @property
    def due(self) -> tuple[str, ...]:
        """The facts whose readers must be told of a correction that is not entered yet."""
        return tuple(change.id for change in self.changes if change.notice == "due")

    @property
    def entered(self) -> tuple[str, ...]:
        """The facts with a new entry in their corrections that tells of all that changed."""
        return tuple(change.id for change in self.changes if change.notice == "entered")
