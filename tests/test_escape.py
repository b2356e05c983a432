"""Any text comes out of a page as exactly itself, through real Python-Markdown."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from generator.render.escape import finalize, head, quoted, text

ROOT = Path(__file__).parent.parent
# Where templates set text: each holds the sentinel once, and nothing that could hide it.
CONTEXTS = {
    "a line of its own": "{}",
    "a heading": "# {}",
    "behind a bold name": "**Name:** {}",
    "a list": "- first\n- {}\n- last",
    "a quotation": "> “{}”",
    "a link": "[{}](../../facts/x/)",
    "a table": "| a | b |\n|---|---|\n| {} | x |",
    "a definition": "Term\n:   {}\n",
    "a term": "{}\n:   Definition\n",
    "inside a card": '<article class="st" markdown="1">\n\n{}\n\n</article>',
    "a paragraph with attributes": "{}\n{{: .lede }}",
    "raw HTML": "<ul>\n<li>{}</li>\n</ul>",
}


def extensions() -> tuple[list[str], dict[str, Any]]:
    """The extensions of mkdocs.yml, as Python-Markdown takes them."""
    names: list[str] = []
    configs: dict[str, Any] = {}
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    for each in config["markdown_extensions"]:
        name, options = next(iter(each.items())) if isinstance(each, dict) else (each, {})
        names.append(name)
        configs[name] = options
    return names, configs


NAMES, CONFIGS = extensions()


def shown(markdown_text: str) -> str:
    """The text that a browser shows, white space folded; every tag must be of the template."""
    made = markdown.markdown(markdown_text, extensions=NAMES, extension_configs=CONFIGS)
    bare = re.sub(r"<[^<>]*>", " ", made)
    assert "<" not in bare, made
    return " ".join(html.unescape(bare).split())


def tags(markdown_text: str) -> list[str]:
    made = markdown.markdown(markdown_text, extensions=NAMES, extension_configs=CONFIGS)
    return re.findall(r"<[^<>]*>", made)


def folded(value: str) -> str:
    return " ".join(value.split())


printable = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufffe\uffff")
)
PIECES = """
*a* _b_ [c](d) <b> </p> &amp; &#60; {: .x } {#y} ``` ~~~ | || --- === # ## > - + 1. 1) : ::: !!! ???
/// \\ \\* ![i](j) <script> javascript:x http://a.b/ [^1] [TOC] *[HTML]: $x$ ^s^ ==m== ++k++ (c) -->
:smile: <!-- --> <![CDATA[ {{ x }} {% x %} «x» 'x' "x" é 漢 ه
""".split()
pieces = st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join)


@pytest.mark.parametrize("context", CONTEXTS.values(), ids=list(CONTEXTS))
@settings(max_examples=150, deadline=None)
@given(value=st.one_of(printable, pieces))
@example(value="??? note")
@example(value="/// caption")
@example(value="1. first")
@example(value="- item")
@example(value=": definition")
@example(value="    code")
@example(value="# heading")
@example(value="===")
@example(value="a  ")
@example(value="0\xa0")
@example(value="line\nbreak")
def test_text_comes_out_as_itself(context: str, value: str) -> None:
    word = "x" + value + "x" if not value.strip() else value
    got = shown(context.format(text(word)))
    line = re.sub(r"[ \t\r\n]+", " ", word).strip(" ")
    assert got == folded(shown(context.format("PLACE")).replace("PLACE", line))


@pytest.mark.parametrize("context", CONTEXTS.values(), ids=list(CONTEXTS))
@settings(max_examples=100, deadline=None)
@given(value=pieces)
def test_text_makes_no_markup(context: str, value: str) -> None:
    value = "x" if not value.strip() else value
    # A heading's id is made from its text: that, and nothing else, may differ.
    assert len(tags(context.format(text(value)))) == len(tags(context.format("PLACE")))


@settings(max_examples=300)
@given(value=st.text())
def test_an_attribute_holds_any_text(value: str) -> None:
    made = text(value)
    assert not set('<>"') & set(made)
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", made)


@pytest.mark.parametrize("before", ["", " ", "x"])
@pytest.mark.parametrize("code", [0, 7, 27, 127, 0x9B, 0x2028, 0xFFFF, 0xD800])
def test_what_no_page_can_hold_is_shown_as_lost(before: str, code: int) -> None:
    assert html.unescape(text(f"{before}{chr(code)}ab")) == f"{before.strip()}\ufffdab"


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (None, ""),
        (0, "0"),
        (3.5, "3&#46;5"),
        (True, "True"),
        ("<b>", "&lt;b&gt;"),
        (["<"], "&#91;'&lt;'&#93;"),
    ],
)
def test_an_expression_of_a_template_is_printed_as_text(value: object, printed: str) -> None:
    assert finalize(value) == printed
    assert finalize(Markup("<b>")) == "<b>"


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


@pytest.mark.parametrize("edged", ["0\xa0", "\u30000", "\u2009a\u2009", "\xa0"])
def test_spaces_that_are_no_plain_ones_stay_at_the_ends(edged: str) -> None:
    for before in ("", "- ", "# "):
        made = markdown.markdown(before + text(edged), extensions=NAMES, extension_configs=CONFIGS)
        assert html.unescape(re.sub(r"<[^<>]*>|\n", "", made)) == edged
