"""Hand-written pages: plain Markdown passes, more than that is refused unless the owner allows it.

What Python-Markdown makes of a page that passes is looked at, too: it is the judge of the rules.
"""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest
from factsheets.site.page_markup import markup
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.markup_texts import CONFIGS, NAMES
from tests.helpers.projects import REPOSITORY, change, facts, lay_out, write

PLAIN = (
    "a [b](../c/) d",
    "<https://a.example/c?d=e&f> and <a@b.example>",
    "[a](https://x.example/z 'title')",
    "`<b>` and `{x}`",
    "```html\n<b>\n```\n",
    "~~~\n{x}\n~~~\n",
    "[x]: https://a.example/\n",
    "# H\n\n- a\n- b\n\n> q\n\n1. c",
    "a < b and c > d & e",
    "[a](#x) [b](/topics/) [c](x.md#y) [d](mailto:a@b.example)",
    "a | b\n--|--\n1 | 2",
    '!!! note "A title"\n    Text.\n\n??? tip\n    Text.\n\n=== "Tab"\n    Text.',
    "A note[^1] and HTML.\n\n[^1]: “Quoted words”, and more.\n\n*[HTML]: Hypertext",
    "++ctrl+k++ ==a== ^^b^^ ~~c~~ :material-account:\n\n- [x] d",
)
# What Markdown itself makes; anything else came from the page.
_TAGS = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong a img hr br table thead tbody tr "
    "th td dl dt dd".split()
)
_ATTRIBUTES = frozenset(
    {"href", "title", "alt", "src", "id", "class", "align", "start", "hl_lines"}
)
_COMPONENTS = (
    "abbr admonition footnotes pymdownx.caret pymdownx.details pymdownx.highlight pymdownx.tilde "
    "pymdownx.inlinehilite pymdownx.keys pymdownx.mark pymdownx.superfences pymdownx.tabbed "
    "pymdownx.tasklist"
).split()
_TAGS_OF_COMPONENTS = frozenset(
    "div span label input details summary sup sub kbd mark ins del abbr section".split()
)
_ATTRIBUTES_OF_COMPONENTS = frozenset(
    "for name type data-tabs role aria-hidden data-linenos".split()
)
_PIECES_OF_COMPONENTS = (
    '!!! ??? ???+ === note "T" "<b>" [^1] [^1]: *[x]: ++ ++a++ == ^^ ~~ - [x] javascript:x data:x '
    '&colon; js:x ` ``` py title=" linenums="1" :::js #! <b> {: .a onclick=b } [a][^1] "'
).split(" ")
_PIECES = (
    "<b> </b> <script> <!-- --> <? ?> <![CDATA[ ]]> <img src=x onerror=y> ` `` ``` ~~~ \\ \\` [ ] "
    "( [a](b) [a](javascript:x) ](  [a]: javascript:x <javascript:x> {: .a onclick=b } {x} # - > | "
    "1. &#60; &lt; java script: <https://a.example> a b & < > \t : ![ hl_lines=\"1\" ''"
).split(" ")


@pytest.mark.parametrize("text", PLAIN)
def test_plain_markdown_passes(text: str) -> None:
    assert list(markup("p", text)) == []


def test_our_own_pages_pass() -> None:
    for path in (REPOSITORY / "content/pages").rglob("*.md"):
        assert list(markup(path.name, path.read_text(encoding="utf-8"))) == []


def _html(text: str) -> str:
    made = markdown.markdown(
        text, extensions=[*NAMES, "fenced_code"], extension_configs=CONFIGS, output_format="html"
    )
    return str(made)


@settings(max_examples=1_500)
@given(
    st.lists(st.tuples(st.sampled_from(_PIECES), st.sampled_from([" ", "\n", "\n\n", ""]))).map(
        lambda parts: "".join(piece + space for piece, space in parts)
    )
)
def test_what_passes_has_no_tag_or_attribute_of_its_own(text: str) -> None:
    if any(markup("p", text)):
        return
    for tag, attributes in re.findall(r"<(/?[a-zA-Z!?][^\s>]*)([^>]*)>", _html(text)):
        assert tag.strip("/") in _TAGS, text
        for name, value in re.findall(r'([\w-]+)="([^"]*)"', attributes):
            assert name in _ATTRIBUTES, text
            scheme = re.sub(r"\s", "", value).lower()
            assert not scheme.startswith(("javascript:", "data:", "vbscript:")), text


@settings(max_examples=300)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([*_PIECES_OF_COMPONENTS, "a", "x"]),
            st.sampled_from([" ", "\n", "\n\n", "\n    ", ""]),
        )
    ).map(lambda parts: "".join(piece + space for piece, space in parts))
)
def test_what_passes_has_no_tag_or_attribute_of_its_own_in_components(text: str) -> None:
    if any(markup("p", text)):
        return
    configs = CONFIGS | {"pymdownx.tabbed": {"alternate_style": True}}
    for extensions in ([*NAMES, *_COMPONENTS], [*NAMES, "fenced_code"]):
        made = markdown.markdown(text, extensions=extensions, extension_configs=configs)
        for tag, attributes in re.findall(r"<(/?[a-zA-Z!?][^\s>]*)([^>]*)>", made):
            assert tag.strip("/") in _TAGS | _TAGS_OF_COMPONENTS, (text, made)
            for name, value in re.findall(r'([\w-]+)="([^"]*)"', attributes):
                assert name in _ATTRIBUTES | _ATTRIBUTES_OF_COMPONENTS | {"open", "disabled"}, text
                scheme = re.sub(r"\s", "", value).lower()
                assert not scheme.startswith(("javascript:", "data:", "vbscript:")), (text, made)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = lay_out(tmp_path / "project", site=True)
    write(root, "content/pages/about/method.md", "# Method\n\nA <b>word</b>.\n")
    return root


def test_markup_is_refused_with_its_place_and_the_owner_can_allow_it(root: Path) -> None:
    refused = facts(root, "check")
    assert refused.exit_code == 1
    assert "content/pages/about/method.md:3:3: HTML is not allowed here: <b>" in refused.output
    change(root, "mkdocs.yml", "  - factsheets\n", "  - factsheets:\n      allow_html: true\n")
    allowed = facts(root, "check")
    assert allowed.exit_code == 0, allowed.output
