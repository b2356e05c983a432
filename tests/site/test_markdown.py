"""Any text comes out of a plain page as exactly itself, however its Markdown is rendered."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest
import yaml
from factsheets.site.html import INTRODUCTION, ROOT
from factsheets.site.markdown import address, finalize, md
from factsheets.site.plain import PlainPage, docs_file
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import markdown
from markdown_it import MarkdownIt
from markupsafe import Markup

from tests.helpers.markup_texts import CONFIGS, NAMES, pieces, printable

# Where templates print a text; `x` is what stands beside it.
CONTEXTS = {
    "a line of its own": "{}",
    "a heading": "# {}",
    "behind a bold name": "**Name:** {}",
    "in bold": "**{}** x",
    "a list": "- x\n- {}\n- x",
    "a list in a list": "- x\n    - {}: x",
    "a quotation": "> “{}”",
    "a link": "[{}](../../facts/x/) x",
    "in brackets": "x ({})",
    "between paragraphs": "x\n\n{}\n\nx",
}
# What only some renderers know; the templates of a site may use it.
CONTEXTS_OF_EXTENSIONS = {
    "a table": "| a | b |\n|---|---|\n| {} | x |",
    "a definition": "Term\n:   {}\n",
    "a term": "{}\n:   Definition\n",
    "inside a card": '<article class="st" markdown="1">\n\n{}\n\n</article>',
    "a paragraph with attributes": "{}\n{: .lede }",
}


def _python(text: str) -> str:
    return markdown(text, extensions=NAMES, extension_configs=CONFIGS)


def _python_of_mkdocs(text: str) -> str:
    return markdown(text, extensions=["toc", "tables", "fenced_code"])


def _commonmark(text: str) -> str:
    return str(MarkdownIt("commonmark").render(text))


def _github(text: str) -> str:
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text))


RENDERERS = {each.__name__: each for each in (_python, _python_of_mkdocs, _commonmark, _github)}
Renderer = Callable[[str], str]
every_renderer = pytest.mark.parametrize("render", RENDERERS.values(), ids=list(RENDERERS))
every_context = pytest.mark.parametrize("context", CONTEXTS.values(), ids=list(CONTEXTS))


def tags(made: str) -> list[str]:
    return [re.sub(r' id="[^"]*"', "", each) for each in re.findall(r"<[^<>]*>", made)]


def shown(made: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^<>]*>", "", made)).split())


def is_shown_as_itself(render: Renderer, context: str, text: str) -> None:
    """Assert that a text is shown as it is in a context, and makes no tag."""
    made = render(context.replace("{}", md(text)))
    plain = render(context.replace("{}", "y"))
    assert shown(made) == " ".join(shown(plain).replace("y", text.strip(" \t\r\n"), 1).split())
    assert tags(made) == tags(plain)


@pytest.mark.slow
@every_renderer
@every_context
@given(text=(printable | pieces).filter(lambda text: bool(text.split())))
@example(text="C# and C##")
@example(text="snake_case and _this_ and __that__")
@example(text="~5 to ~10 ~~gone~~")
@example(text="2025. A year")
@example(text="R&D &amp; &copy; &#60;")
@example(text="&#64 and &#0")
@example(text="a|b\\")
@example(text="-")
@example(text="--- x")
@example(text="1\n")
def test_a_text_is_shown_as_itself(render: Renderer, context: str, text: str) -> None:
    is_shown_as_itself(render, context, text)


@pytest.mark.parametrize(
    "context", CONTEXTS_OF_EXTENSIONS.values(), ids=list(CONTEXTS_OF_EXTENSIONS)
)
@given(text=(printable | pieces).filter(lambda text: bool(text.split())))
def test_a_text_is_shown_as_itself_by_extensions(context: str, text: str) -> None:
    is_shown_as_itself(_python, context, text)


@pytest.mark.parametrize("before", ["", " ", "x"])
@pytest.mark.parametrize("code", [0, 7, 27, 127, 0x9B, 0x2028, 0xFFFF, 0xD800])
def test_what_no_page_can_hold_is_shown_as_lost(before: str, code: int) -> None:
    assert md(f"{before}{chr(code)}ab") == f"{before.strip()}\ufffdab"


@pytest.mark.parametrize("edged", ["0\xa0", "\u30000", "\u2009a\u2009", "\xa0"])
@pytest.mark.parametrize("before", ["", "- ", "# "])
def test_spaces_that_are_no_plain_ones_stay_at_the_ends(before: str, edged: str) -> None:
    made = _python(before + md(edged))
    assert html.unescape(re.sub(r"<[^<>]*>|\n", "", made)) == edged


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (None, ""),
        (0, "0"),
        (3.5, "3.5"),
        (True, "True"),
        ("<b>", "&lt;b>"),
        (["<b>"], "\\['&lt;b>'\\]"),
    ],
)
def test_an_expression_of_a_template_is_printed_as_text(value: object, printed: str) -> None:
    assert finalize(value) == printed
    assert finalize(Markup("<b>")) == "<b>"


@every_renderer
@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/a_b_c?x=1&y=%7B#f_1",
        "https://news.example/a(b)c*d*~e~f",
        "https://news.example/?a=1&copy=2",
        "https://news.example/'q'/$x$",
    ],
)
def test_an_address_leads_where_it_leads(render: Renderer, url: str) -> None:
    for text in (f"<{address(url)}>", f"[x](<{address(url)}>)"):
        (target,) = re.findall(r'href="([^"]*)"', render(text))
        assert html.unescape(target) == url


@every_renderer
def test_an_address_cannot_end_its_link(render: Renderer) -> None:
    url = 'https://news.example/ <b>[x](y)"`z`\\{: #a }'
    (target,) = re.findall(r'href="([^"]*)"', render(f"[x](<{address(url)}>)"))
    assert target.startswith(
        "https://news.example/%20%3Cb%3E%5Bx%5D(y)%22%60z%60%5C%7B:%20#a%20%7D"
    )


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("topics/bridge/", "../topics/bridge.md"),
        ("topics/bridge/?a=b#c", "../topics/bridge.md?a=b"),
        ("topics/bridge/#c", "../topics/bridge.md"),
        ("facts/", "index.md"),
        ("", "../index.md"),
        ("topics/tunnel/", "../../topics/tunnel/"),
        ("data/facts.json", "../../data/facts.json"),
    ],
)
def test_generated_pages_in_docs_link_to_the_files_of_pages(link: str, target: str) -> None:
    page = PlainPage("facts/x/", "facts/x.md", "", "", f"[a]({ROOT}{link}) [c](<{ROOT}{link}>)", "")
    assert text_in_docs(page) == f"[a]({target}) [c](<{target}>)"


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("../../topics/bridge/", "../topics/bridge.md"),
        ("../../topics/bridge/?a=b#c", "../topics/bridge.md?a=b#c"),
        ("../", "index.md"),
        ("../../", "../index.md"),
        ("./#c", "x.md#c"),
        ("#c", "#c"),
        ("../../topics/tunnel/", "../../topics/tunnel/"),
        ("../../data/facts.json", "../../data/facts.json"),
        ("/topics/bridge/", "/topics/bridge/"),
        ("https://x.example/topics/bridge/", "https://x.example/topics/bridge/"),
        ("mailto:topics/bridge/", "mailto:topics/bridge/"),
    ],
)
def test_written_pages_in_docs_link_to_the_files_of_pages(link: str, target: str) -> None:
    prose = f"[a]({link}) `[b](../)` [c](<{link}>)"
    page = PlainPage("facts/x/", "facts/x.md", "", "", INTRODUCTION, prose)
    assert text_in_docs(page) == f"[a]({target}) `[b](../)` [c](<{target}>)"


def text_in_docs(page: PlainPage) -> str:
    files = {
        "": "index.md",
        "facts/": "facts/index.md",
        "facts/x/": "facts/x.md",
        "topics/bridge/": "topics/bridge.md",
    }
    return docs_file(page, files).decode().rpartition("\n\n")[2]


@given(title=st.text(), description=st.text())
@example(title="a: b # c", description="--- \n---\n{{ x }} \u2028 \ufeff 'q' \"q\" \\ \x85 <b>")
def test_front_matter_is_read_as_what_was_given(title: str, description: str) -> None:
    data = docs_file(PlainPage("x/", "x.md", title, description, "# x\n", ""), {})
    head, text = data.decode().removeprefix("---\n").split("\n---\n\n", 1)
    assert text == "# x\n"
    front = yaml.safe_load(head)
    assert front.keys() <= {"digest", "title", "description"}
    assert isinstance(front["digest"], str)
    for name, value in (("title", title), ("description", description)):
        found = front.get(name, "")
        assert "<" not in found
        kept, expected = (re.sub("[^!-~]", "", each) for each in (html.unescape(found), value))
        assert kept == expected
