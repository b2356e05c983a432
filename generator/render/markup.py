"""The Markdown of our templates -> the HTML that Python-Markdown gives, in a tenth of the time.

The templates use a small and regular part of Markdown, and all data in it is escaped
(`generator/render/escape.py`), so that a mark is always the template's. Whatever lies outside of
that part is refused: the page then goes the ordinary way. tests/test_markup.py proves that both
ways give the same document.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

HOLE = re.compile("\x02([a-z0-9-]+)\x03")

_ATTRIBUTE = r' [a-z][\w-]*(?:="[^"<>]*")?'
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?: [^<>]*)?>")
_TAG_OR_SIGN = re.compile(_TAG.pattern + r"|&(?:#\d+|[a-z]+);")
_WRAPPER = re.compile(rf'<(div|section|article)((?:{_ATTRIBUTE})*) markdown="1">')
_CLOSING = re.compile(r"(?:</(?:div|section|article)>\n?)+")
_RAW = re.compile(r"<(ol|ul|table|fieldset|dl|p|div|nav|details)\b[^<>]*>")
# Within a wrapper, Python-Markdown goes astray where such a tag begins behind something else.
_INNER = re.compile(r"[^\n]<(?:div|ul|ol|li|p|table|tr|section|article|dl|dt|dd|blockquote|h\d)\b")
_INLINE_TAG = re.compile(r"<(?:a|b|span|svg|time|q|small)\b")
_ID = re.compile(r' id="([^"]*)"')
_NAMED = re.compile(r"([\w\x05\x06-]+)((?: \.[\w-]+)*)\}")
_STRONG = re.compile(r"\*\*([^*\s](?:[^*\n]*[^*\s])?)\*\*")
_CODE = re.compile(r"`([\w./-]+)`", re.ASCII)
_ADDRESS = r"[\w./#:\x05\x06-]+"
_LINK = re.compile(rf"\[([^\[\]\n]+)\]\(({_ADDRESS})\)(?:\{{ \.([\w-]+) \}})?", re.ASCII)
_ATTRIBUTES = re.compile(r'\{:((?: \.[\w-]+| [a-z][\w-]*(?:="[^"&<>{}\n]*")?)+) \}')
_ROW = re.compile(r"\|(?: [^|\n]+ \|)+")
_RULE = re.compile(r"\|(?:-+\|)+")
# Marks that no rule above took, in the text between tags.
_LEFT = re.compile(r"[*_`\[\]{}\\|~^<>&\x02\x03]")
_NO_SLUG = {code: None for code in range(128) if not re.match(r"[\w\s-]", chr(code))}
_BETWEEN = re.compile(r"[-\s]+")
_NUMBERED = re.compile(r"(?:\d+|\x05\d+\x06)\. ")


class Refused(Exception):
    """The text is not of the part of Markdown that is known here."""


MARK = re.compile("\x05(h?[0-9]+)\x06")
"""Stands for a text that is not known yet, by its number; with an h, for a heading's id."""


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a page's table of contents; `name` is HTML without tags."""

    level: int
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Converted:
    """A page's HTML, and all of its headings in order (those within cards excepted).

    `ids` are the names that its text gives, which no heading may get.
    """

    html: str
    headings: tuple[Heading, ...]
    ids: frozenset[str]


def converted(body: str, *, marked: bool = False) -> Converted | None:
    """The HTML of a page's Markdown, or None where the text is not of our templates' kind.

    A line that is a hole, `HOLE`, stays one, to be filled with a card's HTML. With `marked` texts
    are marks, `MARK`, and so are the ids that will be made of texts.
    """
    page = _Page(marked)
    try:
        for chunk in body.split("\n\n"):
            text = chunk.strip("\n")
            if text:
                page.add(text)
        return page.done()
    except Refused:
        return None


@dataclass(slots=True)
class _Page:
    """A page in the making. `group` is the list or quotation that the next chunk may go on with."""

    marked: bool
    out: list[str] = field(default_factory=list)
    later: list[tuple[int, str]] = field(default_factory=list)
    wrappers: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    headings: list[tuple[int, tuple[int, str, str, str]]] = field(default_factory=list)
    group: str = ""

    def add(self, text: str) -> None:
        """One chunk, as blank lines divide the text."""
        kind = _KINDS.get(text[0], _Page.paragraph)
        end = "" if kind is _Page.quotation else self.group
        if end == "dl" and "\n:   " in text and kind is _Page.paragraph:
            end = ""
        if end == "ul" and kind is _Page.bullets:
            raise Refused  # A list with empty lines in it: its items would be paragraphs.
        if end:
            self._end_group()
        kind(self, text)

    def done(self) -> Converted:
        """The whole page; what stands in it as it is comes last, for it needs no check."""
        self._end_group()
        if self.wrappers:
            raise Refused
        ids = frozenset(self.ids)
        headings = self._headings()
        if _LEFT.search(_TAG_OR_SIGN.sub("", "\n".join(self.out))):
            raise Refused
        for place, raw in self.later:
            self.out[place] = raw
        return Converted("\n".join(self.out), headings, ids)

    def _headings(self) -> tuple[Heading, ...]:
        """Headings get their names when all given names are known, as in Python-Markdown."""
        found = []
        for number, (place, (level, text, given, classes)) in enumerate(self.headings):
            inner = _inline(text)
            name = " ".join(_TAG.sub("", inner).split())
            key = given or (f"\x05h{number}\x06" if self.marked else own_id(name, self.ids))
            more = _written(classes) if classes else ""
            self.out[place] = f'<h{level} id="{key}"{more}>{inner}</h{level}>'
            found.append(Heading(level, key, name))
        return tuple(found)

    def _end_group(self) -> None:
        if self.group in {"dl", "blockquote"}:
            self.out.append(f"</{self.group}>")
        self.group = ""

    def hole(self, text: str) -> None:
        found = HOLE.fullmatch(text)
        if found is None:
            raise Refused
        self.ids |= {found[1], card_heading(found[1])}
        self._as_it_is(text)

    def tagged(self, text: str) -> None:
        if found := _WRAPPER.fullmatch(text):
            self.wrappers.append(found[1])
            if given := _ID.search(found[2]):
                self.ids.add(given[1])
            self.out.append(f"<{found[1]}{found[2]}>")
        elif _CLOSING.fullmatch(text):
            for line in text.split("\n"):
                if not self.wrappers or line != f"</{self.wrappers.pop()}>":
                    raise Refused
                self.out.append(line)
        elif found := _RAW.match(text):
            self._raw(text, found)
        elif _INLINE_TAG.match(text):
            self._text(text, several=text.startswith("<svg"))
        else:
            raise Refused

    def _raw(self, text: str, opening: re.Match[str]) -> None:
        """HTML as it stands, from a tag to its own end: none of its kind may lie within."""
        end = f"</{opening[1]}>"
        whole = text.endswith(end) and text.count(end) == 1
        if not whole or ' markdown="' in text or re.search(rf"<{opening[1]}\b", text[1:]):
            raise Refused
        if self.wrappers and _INNER.search(text):
            raise Refused
        self._as_it_is(text)

    def _as_it_is(self, text: str) -> None:
        self.later.append((len(self.out), text))
        self.out.append("")

    def heading(self, text: str) -> None:
        marks, _, name = text.partition(" ")
        name, _, given = name.partition(" {#")
        found = _NAMED.fullmatch(given) if given else None
        if marks.strip("#") or len(marks) > 6 or "\n" in text or (given and not found):
            raise Refused
        key, classes = found.groups() if found else ("", "")
        if key:
            self.ids.add(key)
        self.headings.append((len(self.out), (len(marks), name, key, classes)))
        self.out.append("")

    def bullets(self, text: str) -> None:
        lines = text.split("\n")
        if not all(line.startswith("- ") for line in lines):
            raise Refused
        self.out.append("<ul>")
        self.out.extend(f"<li>{_inline(line[2:])}</li>" for line in lines)
        self.out.append("</ul>")
        self.group = "ul"

    def quotation(self, text: str) -> None:
        if not text.startswith("> "):
            raise Refused
        if self.group != "blockquote":
            self._end_group()
            self.out.append("<blockquote>")
            self.group = "blockquote"
        self._text(text[2:])

    def table(self, text: str) -> None:
        head, rule, *rows = text.split("\n")
        width = head.count("|")
        if not rows or rule.count("|") != width or not _RULE.fullmatch(rule):
            raise Refused
        self.out += ("<table>", "<thead>", _row(head, width, "th"), "</thead>", "<tbody>")
        self.out += (_row(row, width, "td") for row in rows)
        self.out += ("</tbody>", "</table>")

    def paragraph(self, text: str) -> None:
        if _NUMBERED.match(text):
            raise Refused
        term, *meanings = text.split("\n:   ")
        if not meanings:
            self._text(text)
            return
        if "\n" in term or not all(each.strip() and "\n" not in each for each in meanings):
            raise Refused
        if self.group != "dl":
            self.out.append("<dl>")
            self.group = "dl"
        self.out.append(f"<dt>{_inline(term)}</dt>")
        self.out.extend(f"<dd>{_inline(each)}</dd>" for each in meanings)

    def _text(self, text: str, *, several: bool = False) -> None:
        """A paragraph of one line, and perhaps a line with its attributes."""
        attributes = ""
        if "\n" in text and not several:
            text, last = text.split("\n", 1)
            found = _ATTRIBUTES.fullmatch(last)
            if found is None:
                raise Refused
            attributes = _written(found[1])
        if text.endswith("  ") or (several and "  \n" in text):
            raise Refused
        self.out.append(f"<p{attributes}>{_inline(text)}</p>")

    def refuse(self, _: str) -> None:
        raise Refused


_KINDS: dict[str, Callable[[_Page, str], None]] = {
    "\x02": _Page.hole,
    "<": _Page.tagged,
    "#": _Page.heading,
    "-": _Page.bullets,
    ">": _Page.quotation,
    "|": _Page.table,
    **dict.fromkeys(" \t:+=`~{}!\\_", _Page.refuse),
}


def card_heading(key: str) -> str:
    """The name of the heading in a statement's card: no id has a low line, so none is like it."""
    return f"{key}_title"


def _inline(text: str) -> str:
    if "**" in text:
        text = _STRONG.sub(r"<strong>\1</strong>", text)
    if "`" in text:
        text = _CODE.sub(r"<code>\1</code>", text)
    return _LINK.sub(_link, text) if "](" in text else text


def _link(found: re.Match[str]) -> str:
    text, address, name = found.groups()
    given = f' class="{name}"' if name else ""
    return f'<a href="{address}"{given}>{text}</a>'


def _row(line: str, width: int, tag: str) -> str:
    if line.count("|") != width or not _ROW.fullmatch(line):
        raise Refused
    cells = "".join(f"<{tag}>{_inline(each.strip(' '))}</{tag}>" for each in line.split("|")[1:-1])
    return f"<tr>{cells}</tr>"


def _written(attributes: str) -> str:
    """` .a .b lang="en"` as HTML: the classes together, where the first of them stands."""
    classes = re.findall(r" \.([\w-]+)", attributes)
    others = "".join(re.findall(r' [a-z][\w-]*(?:="[^"]*")?', attributes))
    return (f' class="{" ".join(classes)}"' if classes else "") + others


def own_id(name: str, taken: set[str]) -> str:
    """The id that a heading gets from its name; it is taken from then on."""
    return _unique(_slug(html.unescape(name)), taken)


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    left = plain.translate(_NO_SLUG).strip().lower()
    return _BETWEEN.sub("-", left) if "-" in left else "-".join(left.split())


def _unique(key: str, taken: set[str]) -> str:
    """Python-Markdown's rule: `x`, then `x_1`, `x_2`."""
    if not key or key in taken:
        found = re.fullmatch(r"(.*)_([0-9]+)", key, re.DOTALL)
        base, number = (found[1], int(found[2])) if found else (key, 0)
        number += 1
        while f"{base}_{number}" in taken:
            number += 1
        key = f"{base}_{number}"
    taken.add(key)
    return key
