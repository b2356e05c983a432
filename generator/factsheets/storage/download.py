"""Fetch one page that the user named: limited in time and size, and never inside a network.

The named address is the user's choice. A redirect to another host must lead to a public one.
"""

from __future__ import annotations

import time
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

from factsheets import __version__
from factsheets.authoring.drafting.document import Document
from factsheets.storage.faults import EnvironmentFault
from factsheets.storage.intake import LIMIT, document, read_document

_SECONDS = 20  # for the whole page
_STEP = 1 << 16  # bytes
_REDIRECTS = frozenset([301, 302, 303, 307, 308])
_MOST_REDIRECTS = 5
_KEPT = "%/?:@!$&'()*+,;=~[]"  # signs of an address that stay as they are
_HEADERS = {
    "User-Agent": f"factsheets/{__version__} (reads one page for an editor)",
    "Accept": "text/html, application/pdf, text/plain;q=0.9, */*;q=0.5",
}


def is_address(text: str) -> bool:
    """Whether a text is the address of a page."""
    return text.lower().startswith(("http://", "https://"))


def read_source(source: str) -> Document:
    """The text of a file or of an address that the user named."""
    if not is_address(source):
        return read_document(Path(source))
    data, address = download(source)
    return document(data, source, address)


def download(address: str) -> tuple[bytes, str]:
    """The content of a page, cut at the limit of files, and its address after redirects."""
    deadline = time.monotonic() + _SECONDS
    named, here = urlsplit(address).hostname, address
    try:
        for _ in range(_MOST_REDIRECTS + 1):
            data, to = _fetched(here, named, deadline)
            if to is None:
                return data, here
            here = urljoin(here, to)
    except TimeoutError as error:
        raise EnvironmentFault(f"{address} did not answer within {_SECONDS} seconds.") from error
    except (OSError, HTTPException, ValueError) as error:
        raise _cannot_fetch(address, str(error)) from error
    raise _cannot_fetch(address, "it redirects too often")


def _cannot_fetch(address: str, reason: str) -> EnvironmentFault:
    return EnvironmentFault(
        f"{address} could not be fetched: {reason}. Save the page in a browser, and name the file."
    )


def _fetched(address: str, named: str | None, deadline: float) -> tuple[bytes, str | None]:
    """The content of an address, or where it redirects to."""
    parts = urlsplit(address)
    if not is_address(address) or not parts.hostname:
        raise ValueError("it leads to something else than a web page")
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.hostname, parts.port, timeout=max(deadline - time.monotonic(), 0.1))
    try:
        connection.connect()
        peer = ip_address(connection.sock.getpeername()[0].partition("%")[0])
        if parts.hostname != named and not peer.is_global:
            raise ValueError("it leads to an address inside a network")
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", quote(target, safe=_KEPT), headers=_HEADERS)
        answer = connection.getresponse()
        if answer.status in _REDIRECTS:
            return b"", answer.getheader("Location", "")
        if answer.status >= 400:
            raise ValueError(f"{answer.status} {answer.reason}")
        data = b""
        while len(data) <= LIMIT and (step := answer.read1(_STEP)):
            data += step
            if time.monotonic() > deadline:
                raise TimeoutError
        return data, None
    finally:
        connection.close()
