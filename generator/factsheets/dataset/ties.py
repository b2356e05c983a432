"""What a record has to do with others, in values that are small enough to keep of every file.

Most content is right. So what could be wrong between records is first looked for here, by sets;
the records themselves are looked at only where something may be. Until then they can stay unread.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

Lead = tuple[str, str, tuple[str, ...]]
"""A field that could lead in a circle, the id that has it, and the ids that it names."""


@dataclass(frozen=True, slots=True)
class Ties:
    """The ties of one record; which of the fields are filled depends on its kind.

    `refers` has the ids it names, by what they should be; `former` its former ids; `names_itself`
    is true where a group is its own member, or a fact its own answer, support or the like. An
    actor has its `kind`, a topic the ids of its `questions`, an event `first`, its day where that
    is exact. An article has the ids of its `facts`, the former ids of all of them
    (`former_facts`), the ids of those that are `superseded`, `removed` or `drafts` (all of them in
    an article that is a `draft`), how many `quotes` each fact has, the
    events by which alone one is dated (`undated`), the day on which it was `published`, and
    `last`, the latest of its days that cannot lie ahead. Days are texts as in 2025-09-04, empty
    where there is none.

    `alike` has a number of four bytes for everything by which a fact of another article could be
    the same statement: equal things have equal numbers, and seldom others too.
    """

    refers: dict[str, frozenset[str]] = field(default_factory=dict)
    leads: tuple[Lead, ...] = ()
    former: tuple[str, ...] = ()
    names_itself: bool = False
    kind: str = ""
    questions: tuple[str, ...] = ()
    first: str = ""
    facts: tuple[str, ...] = ()
    former_facts: tuple[str, ...] = ()
    superseded: tuple[str, ...] = ()
    quotes: tuple[int, ...] = ()
    undated: frozenset[str] = frozenset()
    published: str = ""
    last: str = ""
    alike: bytes = b""
    removed: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    draft: bool = False

    @property
    def numbers(self) -> array[int]:
        """`alike` as numbers."""
        found = array("I")
        found.frombytes(self.alike)
        return found
