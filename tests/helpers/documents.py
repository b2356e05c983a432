"""Two pieces of HTML compared as a browser would see them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from markdown import Markdown

Event = tuple[str, ...]
# Around these, white space shows nothing.
_BLOCKS = frozenset(Markdown().block_level_elements) | set(
    "br svg line circle text input label caption head body html meta link title".split()
)


class _Events(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Event] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = sorted((name, value or "") for name, value in attrs)
        self.found.append(("<", tag, *(f"{name}={value}" for name, value in given)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.found.append((">", tag))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][0] == "text":
            data = self.found.pop()[1] + data
        self.found.append(("text", data))


def document(html: str) -> list[Event]:
    """Tags with sorted attributes, and texts with the white space that a browser would show."""
    parser = _Events()
    parser.feed(html)
    parser.close()
    events = [("", "p"), *parser.found, ("", "p")]
    made: list[Event] = []
    for before, event, after in zip(events, events[1:], events[2:], strict=False):
        if event[0] != "text":
            made.append(event)
            continue
        text = re.sub(r"[ \t\r\n]+", " ", event[1])
        text = text.lstrip(" ") if before[1] in _BLOCKS else text
        text = text.rstrip(" ") if after[1] in _BLOCKS else text
        if text:
            made.append(("text", text))
    return made
