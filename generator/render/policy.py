"""The Content-Security-Policy of a finished page: its own files, inline scripts by their hash."""

from __future__ import annotations

import base64
import hashlib
import re

_INLINE = re.compile(
    r"<script(?P<attributes>(?:\s[^>]*)?)>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE
)
_NOT_RUN = re.compile(r"""\stype\s*=\s*["']?application/(?:ld\+)?json""", re.IGNORECASE)
_LOADED = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_CHARSET = re.compile(r'<meta charset="?utf-8"?>', re.IGNORECASE)

_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'{hashes}",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)


def policy(html: str) -> str:
    """The policy for this page, which must be final: nothing from elsewhere, no inline style.

    Only scripts of the head are allowed to run, which the theme alone writes: one that came into
    the text by a fault of ours would not be. JSON and JSON-LD are data and need no hash.
    """
    hashes = sorted({_hash(code) for code in _run(html.partition("</head>")[0])})
    return "; ".join(_DIRECTIVES).format(hashes="".join(f" '{each}'" for each in hashes))


def with_policy(html: str) -> str:
    """The page with its policy as a meta tag, before anything that the policy speaks of.

    Not for pages under `mkdocs serve`, whose live reload adds a script with a changing id.
    """
    found = _CHARSET.search(html)
    if found is None:
        return html
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(html)}">'
    return f"{html[: found.end()]}{tag}{html[found.end() :]}"


def _run(html: str) -> list[str]:
    """The inline scripts of this HTML that a browser would run."""
    return [
        found["code"]
        for found in _INLINE.finditer(html)
        if not _LOADED.search(found["attributes"]) and not _NOT_RUN.search(found["attributes"])
    ]


def _hash(code: str) -> str:
    # A browser hashes the text as it has parsed it: with line feeds only.
    text = code.replace("\r\n", "\n").replace("\r", "\n")
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
