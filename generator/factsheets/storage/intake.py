"""Read the text of a file: plain text, HTML and saved pages, PDF, or DOCX.

The libraries for all but plain text are an extra, `factsheets[intake]`, imported when needed.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from email import message_from_bytes, policy
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from statistics import mode
from typing import Any

from factsheets.authoring.drafting.document import Document
from factsheets.quotes.tokens import cleaned
from factsheets.storage.faults import EnvironmentFault, RefusedFile, shown
from factsheets.storage.snapshot import decoded, read_named

LIMIT = 20 << 20  # bytes of a file or a page
_GAP = 1.25  # times the usual distance of lines, between paragraphs
_LINE_HEIGHT = 1.6  # times the size of the letters, at least between paragraphs
_FEWEST_PAGES = 3  # with the same line, which is then a running head
_LONGEST_LEFT_OUT = 160  # characters
_MOST_LEFT_OUT = 60  # lines

_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|\?xml)", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(
    r"</?(?:p|div|span|a|br|li|ul|h[1-6]|script|style|meta|img)\b[^<>]*>", re.IGNORECASE
)
_MANY_TAGS = 3
_TEXT_PER_TAG = 400  # characters; a text about HTML has fewer tags
_MAIL = re.compile(
    rb"\A(?:From: |MIME-Version: |Date: )|^Content-Transfer-Encoding: ", re.MULTILINE
)
_INVISIBLE_TAGS = re.compile(r"</?(?:nobr|wbr)\b[^<>]*>", re.IGNORECASE)
# The introduction below a headline; the library takes its class for that of another article.
_INTRODUCTION = re.compile(
    r"(</h1>(?:\s|</?(?:div|header|span)\b[^<>]*>)*<p\b[^<>]*\bclass\s*=\s*[\"'][^\"'<>]*?)teaser",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"<html\b[^<>]*?\blang\s*=\s*[\"']?([a-z]{2,3})", re.IGNORECASE)
# What browsers print above and below a page.
_PRINTED = re.compile(
    r"(?:https?|file)://\S+(?: \d+/\d+)?|\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}, \d{1,2}:\d\d.*"
)
_SENTENCE_END = re.compile("[.!?][\"'’”»)]*$")
_NUMBERS = re.compile(r"\d+")
_SOFT_HYPHEN = b"\xfe\xff\0\xad"  # in the UTF-16 of PDF


def read_document(path: Path) -> Document:
    """The text of a file that the user named, with what the file says about it."""
    return document(read_named(path, LIMIT), shown(path))


def document(data: bytes, name: str, url: str | None = None) -> Document:
    """The text of a file's content; `name` is what messages call it, `url` its address."""
    if len(data) > LIMIT:
        raise EnvironmentFault(f"{name} is larger than {LIMIT >> 20} MiB.")
    if data.startswith(b"%PDF-"):
        found = _pdf(data, name)
    elif data.startswith(b"PK\3\4"):
        found = _docx(data, name)
    elif _HTML.match(data):
        found = _html(data, url)
    elif _MAIL.search(data[:4096]):
        found = _saved_page(data, name)
    else:
        found = _plain(data, name)
    if not any(sign.isalnum() for sign in found.text):
        raise RefusedFile(
            f"{name} contains no text. If it shows scanned pages, recognise their text first (OCR)."
        )
    return found


def _plain(data: bytes, name: str) -> Document:
    text = decoded(data, name)
    tags = len(_TAG.findall(text))
    if tags >= _MANY_TAGS and tags * _TEXT_PER_TAG > len(text):
        return _html(data, None)
    if text.count("\u00e2\u20ac") > 1:
        raise RefusedFile(
            f"The quotation marks in {name} are damaged: it is UTF-8 that was read as "
            "Windows-1252. Copy the article again, and save it as UTF-8."
        )
    return Document(text)


def _saved_page(data: bytes, name: str) -> Document:
    """The text of a page saved as one file (MHTML)."""
    message = message_from_bytes(data, policy=policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            return _html(part.get_payload(decode=True), message.get("Snapshot-Content-Location"))
    raise RefusedFile(
        f"{name} is a saved e-mail or web archive without a page. Open it, and save its text as "
        "plain text."
    )


def _html(data: Any, url: str | None) -> Document:
    trafilatura = _library("trafilatura")
    source = _INVISIBLE_TAGS.sub("", _library("trafilatura.utils").decode_file(data))
    source = _INTRODUCTION.sub(r"\1introduction", source)
    found = trafilatura.bare_extraction(
        source, url=url, with_metadata=True, include_comments=False, include_tables=True
    )
    if found is None or not found.text:
        return Document("")
    language = _LANGUAGE.search(source)
    text = "\n\n".join(line for line in found.text.splitlines() if line.strip())
    return Document(
        text,
        found.title,
        found.date,
        language[1].lower() if language else None,
        found.url or url,
        tuple(filter(None, (found.author or "").split("; "))),
        found.sitename,
        tuple(_left_out(source, text)),
    )


def _left_out(source: str, text: str) -> Iterator[str]:
    """The lines of a page that are not part of the article, each once."""
    tree = _library("lxml.html").fromstring(source)
    for element in tree.xpath("//script | //style | //noscript | //head | //template | //svg"):
        element.drop_tree()
    kept = " ".join(cleaned(text).split())
    lines = (" ".join(cleaned(line).split()) for line in tree.itertext())
    unused = dict.fromkeys(line for line in lines if line and line not in kept)
    for line in list(unused)[:_MOST_LEFT_OUT]:
        yield line if len(line) <= _LONGEST_LEFT_OUT else f"{line[:_LONGEST_LEFT_OUT]}…"


def _docx(data: bytes, name: str) -> Document:
    mammoth = _library("mammoth")
    try:
        return Document(mammoth.extract_raw_text(io.BytesIO(data)).value)
    except Exception as error:  # the library has no exception of its own
        raise EnvironmentFault(f"{name} could not be read as a DOCX file.") from error


def _pdf(data: bytes, name: str) -> Document:
    pypdf = _library("pypdf")
    try:
        pages = [_page_lines(page) for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    except Exception as error:  # damaged files raise all kinds of exceptions
        raise EnvironmentFault(
            f"{name} could not be read as a PDF file. Is it complete, and without a password?"
        ) from error
    ends = Counter(end for page in pages for end in {_folded(line) for line in _ends(page)})
    heads = {end for end, count in ends.items() if end and count >= _FEWEST_PAGES}
    left_out = {
        line: None
        for page in pages
        for line in page
        if _folded(line) in heads or _PRINTED.fullmatch(line)
    }
    texts = ("\n".join(line for line in page if line not in left_out) for page in pages)
    return Document("\n\f".join(texts), left_out=tuple(left_out))


def _page_lines(page: Any) -> list[str]:
    """The lines of a page, with an empty one where the gap between lines shows a new paragraph."""
    lines: list[tuple[float, float, str]] = []

    def visit(text: str, around: Any, within: Any, _: Any, size: float) -> None:
        height = around[3] * within[5] + around[5]
        if lines and text.strip() and abs(lines[-1][0] - height) < 1:
            lines[-1] = (*lines[-1][:2], lines[-1][2] + text)
        elif text.strip():
            lines.append((height, size * abs(around[3] * within[3]), text))

    page.extract_text(visitor_text=visit, visitor_operand_before=_soft_hyphens_dropped())
    drops = [above[0] - below[0] for above, below in pairwise(lines) if above[0] > below[0]]
    usual = mode(sorted(map(round, drops))) if drops else 0
    found: list[str] = []
    last = 0.0
    for height, size, text in lines:
        new_column = height > last and _SENTENCE_END.search(found[-1] if found else "")
        if found and (last - height > max(usual * _GAP, size * _LINE_HEIGHT) or new_column):
            found.append("")
        found += [" ".join(line.split()) for line in cleaned(text).split("\n") if line.strip()]
        last = height
    return found


def _soft_hyphens_dropped() -> Callable[..., None]:
    """Empty the operand that shows a soft hyphen, which browsers print as a space."""
    within = False

    def before(operator: bytes, operands: Any, *_: Any) -> None:
        nonlocal within
        if operator == b"BDC":
            within = _SOFT_HYPHEN in getattr(operands[1], "values", tuple)()
        elif operator == b"EMC":
            within = False
        elif operator == b"Tj" and within:
            operands[0] = type(operands[0])()

    return before


def _ends(page: Sequence[str]) -> Sequence[str]:
    lines = [line for line in page if line]
    return (*lines[:2], *lines[-2:])


def _folded(line: str) -> str:
    return _NUMBERS.sub("0", line)


def _library(name: str) -> Any:
    """A library of the extra; a message names the extra where it is missing."""
    try:
        return import_module(name)
    except ImportError as error:
        raise EnvironmentFault(
            "Reading HTML, PDF and DOCX needs more libraries. Install them: "
            'pip install "factsheets[intake]". Or save the text as a plain text file.'
        ) from error
