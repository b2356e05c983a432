"""What the site's owner says about it in `extra.about`: the texts, what is wrong, what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factsheets.content.field_help import suggestion
from factsheets.problems.problem import Problem
from factsheets.site.markdown import printable
from factsheets.site.settings import is_link, place

# The parts of the page /about/ in their order, each with an example for the owner.
EXAMPLES = {
    "run_by": "Ann Archer and Ben Baker, for the Example Gazette.",
    "contact": "editors@gazette.example",
    "funding": "The Example Gazette pays for everything. Nobody else gives money.",
    "topics": "We add a topic if at least two publishers report statements on it.",
    "sources": "Sources that name their speakers, from all sides, free to read if possible.",
    "corrections": "Write which statement is wrong, and what its source says.",
    "replies": "If a statement is about you, send your reply, or the address where you published it.",
    "removal": "Write which text should be removed, and why.",
}
MAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")

Texts = tuple[tuple[str, str], ...]


def texts(given: object) -> Texts:
    """The valid texts in `extra.about`, each with the name of its part, in the order of the page."""
    if not isinstance(given, dict):
        return ()
    valid = ((name, given[name]) for name in EXAMPLES if name in given)
    return tuple((name, each.strip()) for name, each in valid if not _wrong(name, each) and each)


def wrong_texts(data: bytes, given: object) -> Iterator[Problem]:
    """What is wrong in `extra.about`; `data` is mkdocs.yml, for the place."""
    if given is not None and not isinstance(given, dict):
        wrong = "extra.about must have its parts below it, each with a text."
        yield Problem("bad-about", wrong, place(data, "extra", "about"), _write(("run_by",)))
    for name, each in given.items() if isinstance(given, dict) else ():
        where = place(data, "extra", "about", str(name))
        if name not in EXAMPLES:
            near = suggestion(str(name), EXAMPLES)
            advice = f"Did you mean {near}?" if near else f"The parts are {', '.join(EXAMPLES)}."
            yield Problem("bad-about", f'extra.about has no part "{name!s:.60}".', where, advice)
        elif wrong := _wrong(name, each):
            yield Problem("bad-about", wrong, where, _write((name,)))


def _wrong(name: str, given: object) -> str:
    """Why a part's text is not valid; empty if it is."""
    if not isinstance(given, str) or printable(given) != given:
        return f"extra.about.{name} must be a text."
    if name == "contact" and given and not (MAIL.fullmatch(given) or is_link(given)):
        return "extra.about.contact must be one e-mail address, or one address with https://."
    return ""


def _write(names: Iterable[str]) -> str:
    return f"Write, below extra:\n{example(names)}"


def example(names: Iterable[str] = EXAMPLES, before: str = "  ") -> str:
    """Lines that set these parts, to be copied into mkdocs.yml below `extra:`."""
    lines = ["about:", *(f'  {name}: "{EXAMPLES[name]}"' for name in names)]
    return "\n".join(before + line for line in lines)


def hint(given: object) -> str:
    """What readers of the page /about/ do not learn, with lines to copy; empty if nothing is missing.

    A text that is empty is left out on purpose, and not missing.
    """
    missing = [name for name in EXAMPLES if not isinstance(given, dict) or name not in given]
    if not missing:
        return ""
    return (
        "hint: The page /about/ lacks what readers need to judge and reach a site. Write what is "
        'true of yours into\nmkdocs.yml, below extra: ("" leaves a part out; contact must need no '
        f"account). For example:\n{example(missing)}\n"
    )
