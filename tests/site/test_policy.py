"""The Content-Security-Policy of a page."""

from __future__ import annotations

import base64
import hashlib

import pytest
from factsheets.site.policy import policy, with_policy, wrong_source

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>x</title>
<script>first()</script><script src="a.js"></script>
<script type="application/ld+json">{"a": 1}</script></head><body>%s</body></html>"""


def sha(code: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() + "'"


def test_a_script_of_the_theme_is_allowed_by_its_hash() -> None:
    assert sha("first()") in policy(PAGE)


def test_data_and_loaded_scripts_need_no_hash() -> None:
    assert policy(PAGE).count("sha256-") == 1


def test_a_script_in_the_text_is_not_allowed() -> None:
    assert policy(PAGE % "<script>second()</script>") == policy(PAGE)


def test_nothing_inline_and_nothing_from_elsewhere_is_allowed() -> None:
    allowed = policy(PAGE)
    assert "default-src 'none'" in allowed
    assert "unsafe-inline" not in allowed
    assert "http" not in allowed


def test_a_browser_hashes_line_feeds_only() -> None:
    assert sha("a\nb") in policy("<head><script>a\r\nb</script></head>")


def test_the_policy_stands_before_all_that_it_speaks_of() -> None:
    page = with_policy(PAGE)
    assert page.index("Content-Security-Policy") < page.index("<title>")
    assert (
        page.replace(f'<meta http-equiv="Content-Security-Policy" content="{policy(PAGE)}">', "")
        == PAGE
    )


def test_a_page_without_a_head_stays_as_it_is() -> None:
    assert with_policy("<p>x") == "<p>x"


def test_the_owner_adds_sources_to_what_is_allowed() -> None:
    plain = policy(PAGE)
    added = policy(PAGE, {"script-src": ["https://a.example", "'self'"], "frame-src": ["'self'"]})
    assert f"script-src 'self' 'wasm-unsafe-eval' {sha('first()')} https://a.example; " in added
    assert "frame-src 'self'" in added
    removed = added.replace(" https://a.example", "").replace("; frame-src 'self'", "")
    assert removed == plain
    assert policy(PAGE, {}) == policy(PAGE, {"font-src": []}) == plain


@pytest.mark.parametrize(
    ("directive", "source"),
    [
        ("script-src", "https://stats.example"),
        ("script-src", "https://*.stats.example:8443/a/b.js"),
        ("script-src", sha("mine()")),
        ("connect-src", "wss://live.example"),
        ("img-src", "data:"),
        ("font-src", "'self'"),
    ],
)
def test_plain_sources_can_be_added(directive: str, source: str) -> None:
    assert wrong_source(directive, source) is None


@pytest.mark.parametrize(
    ("directive", "source"),
    [
        ("script-src", "'unsafe-inline'"),
        ("script-src", "'unsafe-eval'"),
        ("script-src", "'strict-dynamic'"),
        ("script-src", "data:"),
        ("script-src", "blob:"),
        ("script-src", "https:"),
        ("script-src", "*"),
        ("script-src", "https://*"),
        ("script-src", "http://stats.example"),
        ("script-src", "https://a.example; default-src *"),
        ("script-src", "https://a.example https://b.example"),
        ("script-src", 'https://a.example"><script>'),
        ("script-src", "https://a.example\n"),
        ("script-src", ""),
        ("default-src", "https://a.example"),
        ("base-uri", "'self'"),
        ("script_src", "https://a.example"),
    ],
)
def test_what_could_let_text_run_cannot_be_added(directive: str, source: str) -> None:
    assert wrong_source(directive, source)
