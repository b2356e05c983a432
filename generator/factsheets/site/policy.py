"""The Content-Security-Policy of a finished page: its own files, inline scripts by their hash."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence

from factsheets.site import components

_INLINE = re.compile(
    r"<script(?P<attributes>(?:\s[^>]*)?)>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE
)
_STYLE = re.compile(r"<style(?:\s[^>]*)?>(.*?)</style>", re.DOTALL | re.IGNORECASE)
_NOT_RUN = re.compile(r"""\stype\s*=\s*["']?application/(?:ld\+)?json""", re.IGNORECASE)
_LOADED = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_CHARSET = re.compile(r'<meta charset="?utf-8"?>', re.IGNORECASE)

_OWN = ("script-src", "style-src", "img-src", "connect-src", "form-action")
_OTHERS = ("font-src", "frame-src", "manifest-src", "media-src", "worker-src")
_HOST = re.compile(r"(?:https|wss)://(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:/[\w.~/-]*)?")
_HASHED = re.compile(r"'sha(?:256|384|512)-[A-Za-z0-9+/]+={0,2}'")
_DATA = ("font-src", "img-src", "media-src")
"""The directives for which `data:` cannot be a program."""

Sources = Mapping[str, Sequence[str]]
"""What the site's owner allows, by directive."""


def wrong_source(directive: str, source: str) -> str | None:
    """Why the owner cannot add this source; None if it can be added.

    Nothing that lets text run as a program: no `'unsafe-inline'`, no `*`, no bare `https:`.
    """
    if directive not in (*_OWN, *_OTHERS):
        return f"{directive} cannot be extended. Known are {', '.join(sorted((*_OWN, *_OTHERS)))}."
    if source == "data:" and directive in _DATA:
        return None
    if source == "'self'" or _HOST.fullmatch(source) or _HASHED.fullmatch(source):
        return None
    return f"{source} is not allowed in {directive}. Write an address: https://files.example.org."


def policy(html: str, more: Sources | None = None) -> str:
    """The policy for this page, which must be final: its own files, and what the owner adds.

    Only scripts in the head may run, which only the theme and plugins write: a script that a bug of
    ours lets into the text does not run. JSON and JSON-LD are data and need no hash.
    """
    hashes = sorted({f"'{_hash(code)}'" for code in _run(html[: _end_of_head(html)])})
    added = {key: list(values) for key, values in (more or {}).items()}
    found = {"default-src": ["'none'"], **{name: ["'self'"] for name in _OWN}}
    if components.SHEET in html:  # Its icons are part of Material's style sheet.
        found["img-src"].append("data:")
    found["script-src"] += ["'wasm-unsafe-eval'", *hashes]  # For Pagefind's program.
    for name in sorted(added):
        own = found.setdefault(name, [])
        own += [each for each in added[name] if each not in own]
    found["base-uri"] = ["'none'"]
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in found.items() if sources)


def blocked(html: str, more: Sources | None = None) -> frozenset[tuple[str, str]]:
    """The inline scripts and styles that the policy blocks: directive and hash of each."""
    allowed = more or {}
    scripts = _run(html, _end_of_head(html))
    found = {("script-src", f"'{_hash(code)}'") for code in scripts}
    found |= {("style-src", f"'{_hash(code)}'") for code in _STYLE.findall(html)}
    return frozenset(each for each in found if each[1] not in allowed.get(each[0], ()))


def with_policy(html: str, more: Sources | None = None) -> str:
    """The page with its policy as a meta tag, before anything that the policy covers.

    Not for pages under `mkdocs serve`, whose live reload adds a script with a changing id.
    """
    found = _CHARSET.search(html)
    if found is None:
        return html
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(html, more)}">'
    return f"{html[: found.end()]}{tag}{html[found.end() :]}"


def _end_of_head(html: str) -> int:
    at = html.find("</head>")
    return len(html) if at < 0 else at


def _run(html: str, start: int = 0) -> list[str]:
    """The inline scripts of this HTML that a browser would run."""
    return [
        found["code"]
        for found in _INLINE.finditer(html, start)
        if not _LOADED.search(found["attributes"]) and not _NOT_RUN.search(found["attributes"])
    ]


def _hash(code: str) -> str:
    # A browser hashes the parsed text, which has line feeds only.
    text = code.replace("\r\n", "\n").replace("\r", "\n")
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
