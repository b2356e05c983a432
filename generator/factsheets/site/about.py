"""The owner's texts about the site in `extra.about`: which are valid, wrong or missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factsheets.content.field_help import suggestion
from factsheets.problems.problem import Problem
from factsheets.site.markdown import printable
from factsheets.site.settings import TABLE, is_link, place

EXAMPLES = {name: part["example"] for name, part in TABLE["about"].items()}
"""The parts of the page /about/ in their order, each with an example for the owner."""
_HELP = (
    f"The parts are {', '.join(EXAMPLES)}. Write each as a text in one pair of double quotes, or "
    "remove the line. contact is one e-mail or web address, and must need no account."
)
MAIL = r"[\w+-][\w.+-]*@[\w-]+(?:\.[\w-]+)+"


def texts(given: object) -> tuple[tuple[str, str], ...]:
    """The valid texts, each with the name of its part, in the order of the page."""
    found = given if isinstance(given, dict) else {}
    return tuple(
        (name, found[name])
        for name in EXAMPLES
        if name in found and not _wrong(name, found[name]) and found[name].strip()
    )


def wrong_texts(data: bytes, given: object) -> Iterator[Problem]:
    """What is wrong in `extra.about`; `data` is mkdocs.yml, for the place."""
    if given is not None and not isinstance(given, dict):
        wrong = "extra.about must have its parts below it, each with a text."
        yield Problem("bad-about", wrong, place(data, "extra", "about"), _HELP)
    for name, text in given.items() if isinstance(given, dict) else ():
        where = place(data, "extra", "about", str(name))
        if wrong := _wrong(name, text):
            near = suggestion(str(name), tuple(EXAMPLES))
            near = f"Did you mean {near}?" if near and name != near else _HELP
            yield Problem("bad-about", wrong, where, near)


def _wrong(name: str, given: object) -> str:
    """Why a part is not valid; empty if it is."""
    if name not in EXAMPLES:
        return f'extra.about has no part "{name!s:.40}".'
    if not isinstance(given, str) or printable(given) != given:
        return f"extra.about.{name} must be a text."
    if name == "contact" and given and not (re.fullmatch(MAIL, given) or is_link(given)):
        return "extra.about.contact must be one e-mail address, or one address with https://."
    return ""


def example(names: Iterable[str] = EXAMPLES, before: str = "  ") -> str:
    """Lines that set these parts, to be copied into mkdocs.yml below `extra:`."""
    lines = ["about:", *(f'  {name}: "{EXAMPLES[name]}"' for name in names)]
    return "\n".join(before + line for line in lines)


def hint(given: object) -> str:
    """Lines to copy for the parts that are missing; one with an empty text is not missing."""
    missing = [name for name in EXAMPLES if not isinstance(given, dict) or name not in given]
    if not missing:
        return ""
    return (
        "hint: Readers of the page /about/ look for more. Write, below extra: in mkdocs.yml, what\n"
        'is true of your site ("" leaves a part out; contact must need no account). For example:\n'
        f"{example(missing)}\n"
    )
