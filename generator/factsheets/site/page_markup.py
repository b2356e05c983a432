"""Refuse more than plain Markdown in hand-written pages, because strangers edit them too.

The rules are stricter than Markdown: anything that looks like a tag, a list of attributes or a link
to something other than an address is reported, unless every engine reads it as code.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from factsheets.problems.problem import Place, Problem
from factsheets.site.hand_written import address_of, without_front_matter

_MOST = 20  # problems of one page
_BRACKETS = 200  # of one block; Markdown's own program takes minutes for thousands

# A fence that all engines read alike: at the beginning of a line, with at most a language after it,
# closed by the same fence, and without a line that one of them could take for its end.
_FENCE = re.compile(
    r"""^(?P<fence>~{3,}|`{3,})\ ?[\w#.+-]*\ *\n
        (?:(?!.*(?:```|~~~)).*\n)*+
        (?P=fence)\ *$""",
    re.MULTILINE | re.VERBOSE | re.ASCII,
)
_FENCE_LIKE = re.compile("```|~~~")
_SPAN = re.compile(r"`[^`|\n]+`")

_AUTOLINK = re.compile(r"<(?:https?://[\w.~:/?#@!$&'()*+,;=%-]+|[\w.+-]+@[\w.-]+)>", re.ASCII)
_TAG = re.compile(r"<[a-zA-Z/!?][^\s<>]{0,40}>?")
_INCLUDED = re.compile(r"-8<-.{0,60}")  # of pymdownx.snippets, which reads it in code, too
_BLOCK = re.compile(r"^[ \t>*+-]*/{3,}[ \t]*\w.{0,60}", re.MULTILINE)  # of pymdownx.blocks
_BRACES = re.compile(r"\{[^\n{}]{0,60}\}?")
_ADDRESS = (
    r"(?:https?://[^\s\\<>\"'`@()]+|mailto:[\w.+-]+@[\w.-]+"
    r"|/?(?:(?:[\w.~-]|%[0-9A-Fa-f]{2})+/)*(?:[\w.~-]|%[0-9A-Fa-f]{2})*"
    r"(?:\?[\w.~=%-]*)?(?:\#[\w.~%-]*)?)"
)
_TITLE = r"(?:[ ](?:\"[^\"\n]*\"|'[^'\n]*'))?"
_LINK = re.compile(r"\]\((?=\s*+([^\s)]{0,60}))")
_LINKED = re.compile(rf"\]\((?:<{_ADDRESS}>|{_ADDRESS}){_TITLE}\)", re.ASCII)
_NAMED = re.compile(r"\]:\s*+(\S+)")
# A footnote or an abbreviation. Its first word would be an address if the extension is not set.
_NOTE = re.compile(r"^(?: {0,3}\[\^[\w-]+|\*\[[^\[\]\n]+)$", re.MULTILINE)
_FIRST_WORD = re.compile(r"[^\s:&<>\\]+:?")
_TO_ADDRESS = re.compile(rf"(?:<{_ADDRESS}>|{_ADDRESS})", re.ASCII)

_OWNER = (
    " The site's owner can allow more than plain Markdown in mkdocs.yml: the plugin's setting "
    "allow_html: true."
)
_Found = Iterator[tuple[int, int, str, str]]


def markup(file: str, text: str) -> Iterator[Problem]:
    """Each piece of a page that is more than plain Markdown, in order; at most 20."""
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    written = without_code(text)
    bare = _AUTOLINK.sub(_blank, written)
    found = sorted(
        [*_tags(bare), *_braces(bare), *_links(written), *_crowds(bare), *_extensions(text, bare)]
    )
    for start, end, message, advice in found[:_MOST]:
        line = bisect_right(starts, start)
        column = start - starts[line - 1] + 1
        place = Place(file, line, column, column + max(end - start, 1))
        yield Problem("page-markup", message, place, advice + _OWNER)


def _tags(text: str) -> _Found:
    for found in _TAG.finditer(text):
        yield (
            *found.span(),
            f"HTML is not allowed here: {found[0]}",
            "Write it in Markdown. For the sign itself, write &lt; or put it between "
            "backticks: `<b>`.",
        )


def _braces(text: str) -> _Found:
    for found in _BRACES.finditer(text):
        yield (
            *found.span(),
            f"Braces can set attributes and are not allowed here: {found[0]}",
            "Remove it. For the sign itself, put it between backticks: `{x}`.",
        )


def _links(text: str) -> _Found:
    wrong = [
        (*found.span(), found[1])
        for found in _LINK.finditer(text)
        if not _LINKED.match(text, found.start())
    ]
    wrong += [
        (*found.span(1), found[1][:60])
        for found in _NAMED.finditer(text)
        if not _TO_ADDRESS.fullmatch(found[1])
        and not (_FIRST_WORD.fullmatch(found[1]) and _is_note(text, found.start()))
    ]
    for start, end, shown in wrong:
        yield (
            start,
            end,
            f"Links to this address are not allowed: {shown}",
            "Write an address that begins with https://, or the path to a page of this site: "
            "[the bridge](../topics/bridge/)",
        )


def _extensions(text: str, bare: str) -> _Found:
    for pattern, where, what in (
        (_INCLUDED, text, "Parts of other files"),
        (_BLOCK, bare, "Blocks"),
    ):
        for found in pattern.finditer(where):
            message = f"{what} are not allowed here: {found[0].strip()}"
            yield *found.span(), message, "Write the text itself, in plain Markdown."


def _is_note(text: str, end: int) -> bool:
    return bool(_NOTE.fullmatch(text[text.rfind("\n", 0, end) + 1 : end]))


def _crowds(text: str) -> _Found:
    for block in re.finditer(r"(?:[^\n]+\n?)+", text):
        if block[0].count("[") > _BRACKETS:
            yield (
                block.start(),
                block.start() + 1,
                f"This paragraph has {block[0].count('['):,} opening brackets.",
                "Put empty lines between its parts.",
            )


def without_code(text: str) -> str:
    """The text with blanks for everything that every engine reads as code."""
    parts = _without_fences(text).split("\n\n")
    return "\n\n".join(_SPAN.sub(_blank, part) if _is_plain(part) else part for part in parts)


def _without_fences(text: str) -> str:
    """The text without its fences, up to the first one that engines may read differently."""
    made, at = [], 0
    for found in _FENCE.finditer(text):
        if _FENCE_LIKE.search(text, at, found.start()):
            break
        made += [text[at : found.start()], _blank(found)]
        at = found.end()
    return "".join([*made, text[at:]])


def _is_plain(part: str) -> bool:
    """Whether the backticks of each line pair up.

    Then they pair in the same way however Markdown divides these lines into blocks.
    """
    return "\\" not in part and "`" not in _SPAN.sub("", part)


def _blank(found: re.Match[str]) -> str:
    """Blanks of the same length, with the same line breaks."""
    return re.sub(r"[^\n]", " ", found[0])


# The links of hand-written pages.

FOLDER = "content/pages/"

_FAR = 1_000  # characters of a text that is a link; more are not looked through
_INLINE = re.compile(r"(?<!\\)\]\([ \t\n]*<?([^\s<>()]*)")
_OTHERS = (
    re.compile(r"^ {0,3}\[(?![\^])[^\]\n]+\]:[ \t]*\n?[ \t]*<?([^\s<>]+)", re.MULTILINE),
    re.compile(r"<(https?://[^\s<>]+)>"),
    re.compile(r"<[a-zA-Z][^<>]*?\s(?:href|src)\s*=\s*[\"']([^\"'<>]*)"),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the hand-written page `name`, as it is written."""

    place: Place
    name: str
    address: str

    @property
    def page(self) -> str:
        """The address of its page below the site's root."""
        return address_of(self.name)


def links(name: str, text: str) -> Iterator[Link]:
    """Every link of a page, from its whole text, in order."""
    shown = without_code(without_front_matter(text))
    starts = [0, *(found.end() for found in re.finditer("\n", shown))]
    for start, end, address in sorted(addresses(shown)):
        line = bisect_right(starts, start)
        column = start - starts[line - 1] + 1
        place = Place(f"{FOLDER}{name}.md", line, column, column + max(end - start, 1))
        yield Link(place, name, address)


def addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """Where the address of each link begins and ends, and the address; `text` has no code."""
    for pattern in (_INLINE, *_OTHERS):
        for found in pattern.finditer(text):
            if pattern is not _INLINE or _is_link(text, found.start()):
                yield (*found.span(1), found[1])


def _is_link(text: str, end: int) -> bool:
    """Whether the bracket that closes here has one that opens, in the same block."""
    depth = 0
    first = max(text.rfind("\n\n", 0, end), end - _FAR)
    for at in range(end - 1, first, -1):
        if text[at] in "[]" and text[at - 1 : at] != "\\":
            depth += 1 if text[at] == "]" else -1
            if depth < 0:
                return True
    return first == end - _FAR
