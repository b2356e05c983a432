"""A paragraph -> its quotation marks, each with the parts that it can play.

A mark can open, close, or be none: an apostrophe, a possessive, inches. What it can be follows from
where it stands, and from the language's table. Each part has a cost: nothing where it is the usual
one, more the less it fits. `readings` weighs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from factsheets.quotes.languages import Language
from factsheets.quotes.tokens import shapes

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
MARK = re.compile(rf"''|’’|‘‘|``|(?<![\w,]),,(?=\w)|[{''.join(_FAMILY)}]")
DOUBLE = re.compile(rf"''|``|[{_FAMILIES['double']}{_FAMILIES['guillemets']}「」『』]")
_ENDS = {
    "“": '”"',
    "„": '“”"',
    "«": "»",
    "»": "«»",
    "”": "”",
    '"': '"”',
    "「": "」",
    "『": "』",
}
"""What ends words of ours that such a mark opens; behind another one, any mark does."""
_AGAINST_TYPE = 1  # a curly mark that was typed in the wrong direction
_AGAINST_PLACE = 9  # a mark that stands as its counterpart does: dearer than a missing mark
_UNUSUAL = 2
_NEVER = 99
_HEBREW = re.compile(r"[\u05d0-\u05ea]")
_PREFIXED = re.compile(r"(?<![\u05d0-\u05ea])[\u05d0-\u05ea]\"[\u05d0-\u05ea]{2}")
_YEAR = re.compile(r"\d\ds?(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")
_DIRECTIONS = ("open", "close")


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark, or what looks like one: where it stands, and what it can be at what cost.

    `straight` is true of those that look alike on both sides; `fragment` of one in the middle of a
    sentence, before a small letter or behind a word.
    """

    start: int
    end: int
    family: str
    straight: bool
    roles: Mapping[str, int]  # "open", "close", "none"
    fragment: bool = False


def marks(clean: str, table: Language) -> list[Mark]:
    """The marks of one cleaned paragraph, in order."""
    found = [*MARK.finditer(clean)]
    if not found:
        return []
    sight = _Sight(clean, {at for match in found for at in range(*match.span())})
    made = (_mark(match, sight, table) for match in found)
    return [mark for mark in made if mark.roles.keys() != {"none"}]


class _Sight:
    """What stands beside the marks of a paragraph; marks side by side are looked through."""

    def __init__(self, clean: str, marked: set[int]) -> None:
        self.clean = clean
        self.shapes = shapes(clean)
        self._marked = marked

    def left(self, at: int) -> str:
        """The kind of what stands before."""
        at -= 1
        while at >= 0 and at in self._marked:
            at -= 1
        return self._kind(at, "([{\u00bf\u00a1") if at >= 0 else "edge"

    def right(self, at: int) -> str:
        """The kind of what stands behind; dots before a word belong to it."""
        end = len(self.clean)
        while at < end and at in self._marked:
            at += 1
        word = at
        while word < end and self.clean[word] in ".\u2026":
            word += 1
        if word > at and word < end and self.shapes[word] in "wdmb" and self._dots(at, word):
            return "word"
        return self._kind(at, "") if at < end else "edge"

    def _dots(self, start: int, end: int) -> bool:
        return end - start > 1 or self.clean[start] == "\u2026"

    def _kind(self, at: int, brackets: str) -> str:
        char, shape = self.clean[at], self.shapes[at]
        if char.isspace():
            return "space"
        if shape == "b":
            return "unspaced"
        if shape == "-":
            return "dash"
        if char in brackets:
            return "bracket"
        return "word" if shape in "wdms+" or char in "([{\u00bf\u00a1" else "punctuation"


def _mark(match: re.Match[str], sight: _Sight, table: Language) -> Mark:
    start, end = match.span()
    text = match[0]
    family = "double" if len(text) > 1 else _FAMILY[text]
    roles: Mapping[str, int]
    if text == ",,":
        roles = {"open": 0}
    elif family == "single":
        roles = _single_roles(text, start, sight, table)
    else:
        roles = _roles(text, start, end, sight, table)
    straight = text in {'"', "'", "\uff02", "''"}
    behind = sight.clean[end:].lstrip(_ALL_MARKS + " ")[:1]
    ahead = sight.clean[:start].rstrip(_ALL_MARKS + " ")[-1:]
    return Mark(start, end, family, straight, roles, behind.islower() or ahead.isalnum())


def _roles(text: str, start: int, end: int, sight: _Sight, table: Language) -> dict[str, int]:
    left, right = sight.left(start), sight.right(end)
    costs = _costs(text, left, right, sight.clean[start - 1 : start], table)
    shape = sight.shapes[start - 1 : start]
    if text in {'"', "”"} and shape == "d":
        costs["none"] = 0  # inches, and minutes of arc
    if text == '"' and _HEBREW.match(sight.clean, end) and _HEBREW.search(sight.clean[:start][-1:]):
        if not _PREFIXED.match(sight.clean, start - 1):
            return {"none": 0}  # an abbreviation
        costs = {"open": 0, "none": 1}
    return costs


def _single_roles(text: str, at: int, sight: _Sight, table: Language) -> dict[str, int]:
    left, right = sight.left(at), sight.right(at + 1)
    before, behind = sight.clean[:at], sight.clean[at + 1 :]
    if sight.shapes[at - 1 : at] in {"w", "d", "m"} and sight.shapes[at + 1 : at + 2] in {
        *("w", "d", "m"),
    }:
        return {"none": 0}
    if re.match(r"[sS](?!\w)", behind) and before[-1:] in {".", ")", "”", '"'}:
        return {"none": 0}  # the U.N.'s
    if re.search(r"(?:^|\W)['’‘]n$", before):
        return {"none": 0}  # rock 'n' roll
    word = _WORD.match(behind)
    if text in "'’‘" and word and word[0].lower() in table.elided and left != "word":
        return {"none": 0}
    costs = _costs(text, left, right, before[-1:], table)
    if _YEAR.match(behind):
        costs["none"] = 0
        if "open" in costs:
            costs["open"] += 1
    elif left == right == "space":
        costs["none"] = 0
    elif costs.get("close", _NEVER) <= costs.get("open", _NEVER):
        usual = before[-1:].lower() in "sxz" or before[-1:].isdigit() or before[-2:] == "in"
        costs["none"] = 0 if usual and text != "‘" else _UNUSUAL
    else:
        costs["none"] = _UNUSUAL + 1
    return costs


def _costs(text: str, left: str, right: str, before: str, table: Language) -> dict[str, int]:
    """What it costs that a mark opens and closes, without what place and form forbid."""
    costs = _by_place(left, right, before)
    for direction, cost in zip(_DIRECTIONS, _by_type(text, table), strict=True):
        costs[direction] += cost
    return {role: cost for role, cost in costs.items() if cost <= _AGAINST_PLACE}


def _by_type(text: str, table: Language) -> tuple[int, int]:
    """What it costs that a mark opens, and that it closes, by its form."""
    if text == "``":
        return 0, _AGAINST_PLACE
    char = text[0]
    opens, closes = char in table.open, char in table.close
    if not opens and not closes:
        opens, closes = char in _OPENING, char in _CLOSING
    if opens == closes:
        return 0, 0
    return (0, _AGAINST_TYPE) if opens else (_AGAINST_TYPE, 0)


def _by_place(left: str, right: str, before: str) -> dict[str, int]:
    """What it costs that a mark opens, and that it closes, by what stands around it."""
    usual = (0, _AGAINST_PLACE), (_AGAINST_PLACE, 0)
    opening, closing = usual
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
    return dict(zip(_DIRECTIONS, costs, strict=True))


def in_double_marks(clean: str) -> Iterator[tuple[int, int]]:
    """Stretches of our own wording that we put into double marks; an unclosed one runs to the end.

    A straight mark inside a word or behind one opens nothing: it is an inch, or a Hebrew sign.
    """
    at, closing = None, ""
    for match in DOUBLE.finditer(clean):
        mark, before = match[0], clean[match.start() - 1 : match.start()]
        in_word = mark == '"' and before.isalnum()
        if at is None:
            if not in_word:
                at, closing = match.end(), _ENDS.get(mark, "")
        elif (mark in closing or not closing) and not (
            in_word and clean[match.end() : match.end() + 1].isalnum()
        ):
            yield at, match.start()
            at = None
    if at is not None:
        yield at, len(clean)
