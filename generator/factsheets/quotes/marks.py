"""Find the quotation marks of a paragraph, with the possible roles of each.

A mark can open, close, or neither: an apostrophe, a possessive, inches. Its position and the
language decide which roles are possible. Each role has a cost: 0 for the usual one, and more the
less likely it is. `readings` compares the costs of whole texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from factsheets.quotes.languages import Language
from factsheets.quotes.tokens import classes

Role = Literal["open", "close", "none"]
Roles = dict[Role, int]
"""The cost of each role that a mark can have."""

_FAMILIES = {
    "double": '"\uff02“”„‟❝❞〝〞〟',
    "guillemets": "«»",
    "single": "'‘’‚‛❛❜",
    "angles": "‹›",
    "corners": "「」｢｣﹁﹂",
    "white corners": "『』﹃﹄",
}
_FAMILY = {char: family for family, chars in _FAMILIES.items() for char in chars}
_ALL_MARKS = "".join(_FAMILY)
_OPENING = "“„«‘‚‹「｢﹁『﹃❝❛〝‟"
_CLOSING = "”»’›」｣﹂』﹄❞❜〞〟"
MARK = re.compile(rf"''|’’|‘‘|``|(?<![\w,]),,(?=\w)|[{_ALL_MARKS}]")
DOUBLE = re.compile(rf"''|``|[{_FAMILIES['double']}{_FAMILIES['guillemets']}「」『』]")

_AGAINST_TYPE = 1  # a curly mark typed in the wrong direction
_AGAINST_PLACE = 9  # more than a missing mark costs
_UNUSUAL = 2
_IMPOSSIBLE = 99

_BRACKETS = "([{\u00bf\u00a1"
_HEBREW = re.compile(r"[\u05d0-\u05ea]")
_HEBREW_PREFIX = re.compile(r"(?<![\u05d0-\u05ea])[\u05d0-\u05ea]\"[\u05d0-\u05ea]{2}")
_YEAR = re.compile(r"\d\ds?(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark or a lookalike: its position and its possible roles.

    `straight` is true for marks that look the same on both sides, `fragment` for a mark inside a
    sentence: before a small letter, or after a word.
    """

    start: int
    end: int
    family: str
    straight: bool
    roles: Roles
    fragment: bool = False


def marks(clean: str, language: Language) -> list[Mark]:
    """The marks of a cleaned paragraph, in order."""
    matches = [*MARK.finditer(clean)]
    if not matches:
        return []
    context = _Context(clean, {at for match in matches for at in range(*match.span())})
    found = (_mark(match, context, language) for match in matches)
    return [mark for mark in found if mark.roles.keys() != {"none"}]


class _Context:
    """The kinds of characters on both sides of a mark; adjacent marks are skipped."""

    def __init__(self, clean: str, marked: set[int]) -> None:
        self.clean = clean
        self.classes = classes(clean)
        self._marked = marked

    def left(self, at: int) -> str:
        """The kind of the character before a position."""
        at -= 1
        while at in self._marked:
            at -= 1
        if at >= 0 and self.clean[at] in _BRACKETS:
            return "bracket"
        return self._kind(at) if at >= 0 else "edge"

    def right(self, at: int) -> str:
        """The kind of the character at a position; dots before a word belong to it."""
        while at in self._marked:
            at += 1
        rest = self.clean[at:]
        dots = len(rest) - len(rest.lstrip(".\u2026"))
        if (dots > 1 or rest[:1] == "\u2026") and self.classes[at + dots :][:1] in {*"wdmb"}:
            return "word"
        return self._kind(at) if rest else "edge"

    def _kind(self, at: int) -> str:
        char, class_ = self.clean[at], self.classes[at]
        if char.isspace():
            return "space"
        if class_ == "b":
            return "unspaced"
        if class_ == "-":
            return "dash"
        return "word" if class_ in "wdms+" or char in _BRACKETS else "punctuation"


def _mark(match: re.Match[str], context: _Context, language: Language) -> Mark:
    start, end = match.span()
    text = match[0]
    family = "double" if len(text) > 1 else _FAMILY[text]
    if text == ",,":
        roles: Roles = {"open": 0}
    elif family == "single":
        roles = _roles_of_single(text, start, context, language)
    else:
        roles = _roles_of_double(text, start, end, context, language)
    after = context.clean[end:].lstrip(_ALL_MARKS + " ")[:1]
    before = context.clean[:start].rstrip(_ALL_MARKS + " ")[-1:]
    straight = text in {'"', "'", "\uff02", "''"}
    return Mark(start, end, family, straight, roles, after.islower() or before.isalnum())


def _roles_of_double(
    text: str, start: int, end: int, context: _Context, language: Language
) -> Roles:
    before = context.clean[start - 1 : start]
    if text == '"' and _HEBREW.match(context.clean, end) and _HEBREW.match(before):
        if _HEBREW_PREFIX.match(context.clean, start - 1):
            return {"open": 0, "none": 1}
        return {"none": 0}  # an abbreviation
    roles = _roles(text, context.left(start), context.right(end), before, language)
    if text in {'"', "”"} and context.classes[start - 1 : start] == "d":
        roles["none"] = 0  # inches, and minutes of arc
    return roles


def _roles_of_single(text: str, at: int, context: _Context, language: Language) -> Roles:
    left, right = context.left(at), context.right(at + 1)
    before, after = context.clean[:at], context.clean[at + 1 :]
    in_word = {context.classes[at - 1 : at], context.classes[at + 1 : at + 2]} <= {"w", "d", "m"}
    possessive = re.match(r"[sS](?!\w)", after) and before[-1:] in {".", ")", "”", '"'}  # U.N.'s
    if in_word or possessive or re.search(r"(?:^|\W)['’‘]n$", before):  # rock 'n' roll
        return {"none": 0}
    word = _WORD.match(after)
    if text in "'’‘" and word and word[0].lower() in language.elided and left != "word":
        return {"none": 0}
    roles = _roles(text, left, right, before[-1:], language)
    if _YEAR.match(after):
        roles["none"] = 0
        if "open" in roles:
            roles["open"] += 1
    elif left == right == "space":
        roles["none"] = 0
    elif roles.get("close", _IMPOSSIBLE) <= roles.get("open", _IMPOSSIBLE):
        usual = before[-1:].lower() in "sxz" or before[-1:].isdigit() or before[-2:] == "in"
        roles["none"] = 0 if usual and text != "‘" else _UNUSUAL
    else:
        roles["none"] = _UNUSUAL + 1
    return roles


def _roles(text: str, left: str, right: str, before: str, language: Language) -> Roles:
    """The costs of opening and closing, by position and form, without impossible roles."""
    opens, closes = _costs_of_place(left, right, before)
    opens_by_form, closes_by_form = _costs_of_form(text, language)
    roles: Roles = {"open": opens + opens_by_form, "close": closes + closes_by_form}
    return {role: cost for role, cost in roles.items() if cost <= _AGAINST_PLACE}


def _costs_of_place(left: str, right: str, before: str) -> tuple[int, int]:
    """The costs of opening and closing between these kinds of characters."""
    opening, closing = (0, _AGAINST_PLACE), (_AGAINST_PLACE, 0)
    if left in {"edge", "bracket"}:
        costs = opening
    elif "unspaced" in {left, right}:
        costs = (0, 0)
    elif right == "edge":
        costs = closing
    elif left == "space":
        by_right = {"space": (1, 1), "punctuation": (_AGAINST_PLACE, 1), "dash": (_UNUSUAL, 1)}
        costs = by_right.get(right, opening)
    elif right != "word":
        costs = closing
    elif left == "dash":
        costs = (0, _UNUSUAL)
    else:
        costs = opening if before in {":", "="} else (1, 1)
    return costs


def _costs_of_form(text: str, language: Language) -> tuple[int, int]:
    """The costs of opening and closing with this sign in this language."""
    if text == "``":
        return 0, _AGAINST_PLACE
    char = text[0]
    opens, closes = char in language.open, char in language.close
    if not opens and not closes:
        opens, closes = char in _OPENING, char in _CLOSING
    if opens == closes:
        return 0, 0
    return (0, _AGAINST_TYPE) if opens else (_AGAINST_TYPE, 0)


_CLOSED_BY = {
    "“": '”"',
    "„": '“”"',
    "«": "»",
    "»": "«»",
    "”": "”",
    '"': '"”',
    "「": "」",
    "『": "』",
}
"""The marks that close these; any mark closes another one."""


def in_double_marks(clean: str) -> Iterator[tuple[int, int]]:
    """The ranges of one of our texts inside double marks; an unclosed mark counts to the end.

    A straight mark inside or after a word opens nothing: it is an inch, or a Hebrew sign.
    """
    opened, closed_by = None, ""
    for match in DOUBLE.finditer(clean):
        mark, before = match[0], clean[match.start() - 1 : match.start()]
        after_word = mark == '"' and before.isalnum()
        if opened is None:
            if not after_word:
                opened, closed_by = match.end(), _CLOSED_BY.get(mark, "")
        elif mark in closed_by or not closed_by:
            if after_word and clean[match.end() : match.end() + 1].isalnum():
                continue
            yield opened, match.start()
            opened = None
    if opened is not None:
        yield opened, len(clean)
