"""Any text stands in the head of a page as exactly itself."""

from __future__ import annotations

import html
import re

import yaml
from factsheets.site.markdown import head, quoted
from hypothesis import given, settings
from markupsafe import Markup

from tests.helpers.markup_texts import printable


def test_the_head_of_a_page_keeps_markup_of_ours_and_shows_what_it_cannot_hold_as_lost() -> None:
    assert head(Markup("<b>&amp;</b>")) == "<b>&amp;</b>"
    assert head("  a\n\t<b>  b ") == "a &lt;b&gt; b"
    assert head("a\x07b\u2028\ud800") == "a\ufffdb\ufffd\ufffd"
    assert head(Markup("a\x07b")) == "a\ufffdb"
    assert quoted(head('say "\u6f22"')) == '"say &quot;\u6f22&quot;"'


@settings(max_examples=300)
@given(value=printable)
def test_front_matter_is_read_back_as_html_of_the_text(value: str) -> None:
    (read,) = yaml.safe_load(f"title: {quoted(head(value))}").values()
    assert "<" not in read
    assert html.unescape(read) == re.sub(r"[ \t\r\n]+", " ", value).strip(" ")
