"""Decode a file's bytes, and refuse characters that readers of the file cannot see."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from factsheets.problems.problem import Checked, Place, Problem

LARGEST = 1 << 20
"""The size limit of a file in bytes (1 MiB)."""

BOM = b"\xef\xbb\xbf"
"""The byte order mark that some editors write; it is not part of the text."""

LINE_BREAK = re.compile(r"\r\n|\r|\n")
"""A line end in YAML; `splitlines` breaks at more characters."""

_MOST = 20  # hidden characters reported one by one; a file full of them needs no longer list

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# Zero width, or a space that programs treat as a letter; U+E0000 and up can hide whole sentences.
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u2800\u3164\ufeff"
    "\uffa0\ufff9-\ufffb\ufdd0-\ufdef"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
# Scripts that write words with joiners: Arabic and its neighbours, those of India and of South-East
# Asia, Mongolian. A joiner after one of their letters is allowed.
_JOINING = "\u0600-\u109f\u1700-\u18af\u1900-\u1cff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc"
_AFTER_JOINING = re.compile(f"[{_JOINING}\U00011000-\U00011fff]")

# Variation selectors choose between shapes of an emoji, a Han or a Mongolian character. After a
# letter with upper case, a space or another selector they do nothing, and would keep a word from
# being found.
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_UNSELECTABLE = frozenset({"Lu", "Ll", "Lt", "Lm", "Zs", "Cc", "Mn"})

_SUSPECT = re.compile(f"[{_CONTROL}{_BIDI}{_INVISIBLE}{_SELECTORS}\u200c\u200d]")
_IS_SELECTOR = re.compile(f"[{_SELECTORS}]")
_IS_BIDI = re.compile(f"[{_BIDI}]")
_IS_CONTROL = re.compile(f"[{_CONTROL}]")


def text(file: str, raw: bytes) -> Checked[str]:
    """The text of a file, without a byte order mark (UTF-8 BOM)."""
    if len(raw) > LARGEST:
        return Checked(None, (_too_large(file, len(raw)),))
    body = raw.removeprefix(BOM)
    try:
        decoded = body.decode()
    except UnicodeDecodeError as fault:
        return Checked(None, (_not_utf8(file, body, fault.start),))
    problems = tuple(hidden_problems(file, decoded))
    return Checked(None if problems else decoded, problems)


def hidden(decoded: str) -> Iterator[re.Match[str]]:
    """Each character that is not allowed in a file, nor as the result of an escape."""
    for found in _SUSPECT.finditer(decoded):
        before = decoded[found.start() - 1] if found.start() else " "
        if found.group() in "\u200c\u200d":
            visible = _AFTER_JOINING.match(before) is not None
        elif _IS_SELECTOR.match(found.group()):
            visible = unicodedata.category(before) not in _UNSELECTABLE
        else:
            visible = False
        if not visible:
            yield found


def place_at(file: str, decoded: str, index: int) -> Place:
    """The place of one character."""
    before = LINE_BREAK.split(decoded[:index])
    return Place(file, len(before), len(before[-1]) + 1, len(before[-1]) + 2)


def hidden_character(character: str) -> tuple[str, str, str]:
    """Code, message and help for a character that `hidden` finds."""
    name = f"U+{ord(character):04X}"
    if _IS_BIDI.match(character):
        return (
            "yaml-bidi",
            f"This is an invisible character that changes the reading direction ({name}).",
            "Delete it. If it came with copied text, retype the words around it.",
        )
    if _IS_CONTROL.match(character) or character == "\r":
        return (
            "yaml-control",
            f"This is a control character ({name}), which is not text.",
            "Delete it. If the whole file looks strange, save it as UTF-8 text."
            if character == "\0"
            else "Delete it. If it came with copied text, retype the words around it.",
        )
    return (
        "yaml-invisible",
        f"This is an invisible character ({name}).",
        "Delete it: put the cursor after it and press backspace once. If it came with copied "
        "text, retype the words around it.",
    )


def hidden_problems(file: str, decoded: str) -> Iterator[Problem]:
    """A problem for each of the first characters that are not allowed."""
    for found in islice(hidden(decoded), _MOST):
        code, message, advice = hidden_character(found.group())
        yield Problem(code, message, place_at(file, decoded, found.start()), advice)


def script_of(letter: str) -> str:
    """The script of a letter in words: Latin, Cyrillic."""
    return unicodedata.name(letter, "another script").split()[0].capitalize()


def _too_large(file: str, size: int) -> Problem:
    return Problem(
        "yaml-size",
        f"This file has {size:,} bytes; the limit is {LARGEST:,}.",
        Place(file, 1, 1, 2),
        "An article's file holds its facts, not its text. Delete what is not a fact.",
    )


def _not_utf8(file: str, body: bytes, offset: int) -> Problem:
    good = body[:offset].decode()
    kind = "UTF-16" if body[:2] in {b"\xff\xfe", b"\xfe\xff"} else "another encoding"
    return Problem(
        "yaml-utf8",
        "This byte is not valid UTF-8, the encoding of all files. The file may have been saved "
        f"in {kind}.",
        place_at(file, good, len(good)),
        'Open the file in your editor, choose "Save with encoding", then UTF-8.',
    )
