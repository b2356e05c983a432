"""The page of all messages of the checks, each with its reason and its examples."""

from __future__ import annotations

import re

from factsheets.problems.catalogue import Code, catalogue, shown

NAME = "about/messages"


def messages_page() -> str:
    """The page in Markdown: a heading for each code, in alphabetical order."""
    head = (
        "# Messages of the checks\n\nEvery message of `facts check` ends with its code. Here is "
        "what each means, with two right and two wrong examples. On the command line: "
        "`facts explain CODE`.\n"
    )
    entries = (_entry(code) for _, code in sorted(catalogue().items()))
    return "\n".join([head, *entries])


def _entry(code: Code) -> str:
    """The heading of an entry is its code, which is also its id for links."""
    right = "\n".join(_block(example) for example in code.right)
    wrong = "\n".join(_block(example) for example in code.wrong)
    return (
        f"## {code.code}\n\n**{_plain(code.title)}** {_plain(code.why)}\n\n"
        f"Right:\n\n{right}\nWrong:\n\n{wrong}"
    )


def _block(example: str) -> str:
    """An example in a fence longer than any that it could contain."""
    return f"~~~~~~~~ text\n{shown(example).rstrip()}\n~~~~~~~~\n"


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", text)
