"""Values that a person must still fill in, marked TODO."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factsheets.content.finding import Finding, Text
from factsheets.content.types import ACTOR_KINDS

TODO = "TODO"
# Deleting one of these lines would say something else.
_HELP = {
    "speaker": "Write the id of a file in content/actors. Delete the line only if the publisher "
    "itself says it.",
    "statement": "Write what was said in your own words, or delete the whole statement.",
    "said": "Write the day, as far as the source gives it, or: said: unknown",
    "said_basis": "Write stated, year-inferred or inferred; delete the line if said is unknown.",
    "kind": f"Write what it is: {', '.join(ACTOR_KINDS)}.",
    "ownership": "Write state, public, private, international or unknown.",
    "country": "Write the id of a state in content/actors (facts new actor ID makes its file). "
    "Delete the line if ownership is international.",
    "outlet": "Write what it is: newspaper, news agency, broadcaster.",
    "url": "Write the address at which the source was published.",
    "published": "Write the day on which the source was published: 2024-03-05",
    "topics": "Write the ids of files in content/topics: [ceasefire]",
}


def todos(written: Sequence[Text]) -> Iterator[Finding]:
    """The values of a file that are still to be filled in, in order."""
    for path, step, text in written:
        if text == TODO:
            yield Finding(
                "todo",
                (*path, step),
                f"{step} is still to be filled in.",
                _HELP.get(str(step), "Replace TODO by what the source says."),
            )
