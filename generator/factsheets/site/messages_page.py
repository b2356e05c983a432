"""The page of all messages of the checks, each with its reason and an example of either side."""

from __future__ import annotations

import re

from factsheets.problems.catalogue import Code, catalogue, shown

NAME = "about/messages"


def messages_page() -> str:
    """The page in Markdown: a heading for each code, in alphabetical order."""
    head = (
        "# Messages of the checks\n\nEvery message of `facts check` ends with its code. Here is "
        "what each means, with a right and a wrong example. On the command line, "
        "`facts explain CODE` shows two of each.\n"
    )
    entries = (_entry(code) for _, code in sorted(catalogue().items()))
    return "\n".join([head, *entries])


def _entry(code: Code) -> str:
    """The heading of an entry is its code, which is also its id for links."""
    return (
        f"## {code.code}\n\n**{_plain(code.title)}** {_plain(code.why)}\n\n"
        f"Right:\n\n{_block(code.right[0])}\nWrong:\n\n{_block(code.wrong[0])}"
    )


def _block(example: str) -> str:
    """An example in a fence longer than any that it could contain."""
    return f"~~~~~~~~\n{shown(example).rstrip()}\n~~~~~~~~\n"


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", text)
