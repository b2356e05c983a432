"""Hand-written pages: what passes is plain Markdown to Python-Markdown and to CommonMark alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
from factsheets.site.page_markup import markup
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.helpers.markup_texts import CONFIGS, NAMES
from tests.helpers.problem_text import problem_text

TAGS = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol li a em strong code pre blockquote hr br img table thead tbody tr "
    "th td dl dt dd".split()
)
ATTRIBUTES = frozenset({"id", "title", "alt", "align", "start"})
ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s]+|(?!//)[/\w.~?#%=-]*")
COMMON_MARK = MarkdownIt("commonmark", {"html": True}).enable("table")
PIECES = (
    *("`", "``", "```", "````", "~~~", "~~~~", "\n", "\n\n", "\n\n", "    ", "  ", "\t", " "),
    *("> ", "- ", "1. ", "# ", ":   ", "***", "---", "===", "| a | b |\n|---|---|\n", "\\", "|"),
    *("<b>", "<script>x</script>", "<!--", "-->", "<https://a.example>", "<a@b.example>"),
    *("](javascript:x)", "[a](javascript:x)", "[a]:\tjavascript:x", "[a]: javascript:x", "[a][b]"),
    *("[b]:", "javascript:x", '[a](https://a.example "t")', "[a](<javascript:x>)", "[a]", "!["),
    *("{: onclick=x }", "{#a}", "py", "```js title", "``` {.x}", 'hl_lines="1"', "[a](\njava:x)"),
    *(
        "&lt;",
        "&#x6a;avascript:x",
        "(",
        "[",
        "]",
        "'",
        '"',
        "\u00a0",
        "[x\n]: javascript:x",
        "text",
    ),
)


class Active(HTMLParser):
    """Whatever a page has that plain Markdown has not."""

    def __init__(self, made: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(made)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.found.append(tag)
        for name, value in attrs:
            given_ = value or ""
            good = (
                ADDRESS.fullmatch(given_)
                if name in {"href", "src"}
                else given_.startswith("language-")
                if name == "class"
                else name in ATTRIBUTES
            )
            if not good:
                self.found.append(f"{name}={given_}")

    def handle_comment(self, data: str) -> None:
        self.found.append(data)

    def handle_pi(self, data: str) -> None:
        self.found.append(data)

    def handle_decl(self, decl: str) -> None:
        self.found.append(decl)


def readings(text: str) -> list[str]:
    made = markdown.markdown(text, extensions=[*NAMES, "fenced_code"], extension_configs=CONFIGS)
    return [made, COMMON_MARK.render(text)]


@settings(max_examples=800, suppress_health_check=[HealthCheck.filter_too_much])
@given(text=st.lists(st.sampled_from(PIECES), min_size=2, max_size=12).map("".join))
@example(text="[a]\n[a]:\tjavascript:x")
@example(text='``` py hl_lines="`"<b>\n```')
@example(text="```\nb\n````\n<b>\n```")
@example(text="   ```\n```\n<b>\n```")
def test_what_passes_is_active_in_no_reading(text: str) -> None:
    if not list(markup("f", text)):
        assert [Active(made).found for made in readings(text)] == [[], []]


@pytest.mark.parametrize(
    "text", ["[a]\n\n[a]: javascript:x", "<b>", "a\n{: onclick=x }", "<!-- -->"]
)
def test_the_readings_see_what_is_active(text: str) -> None:
    assert any(Active(made).found for made in readings(text))


PLAIN = """\
# A heading

A paragraph with *emphasis*, **more**, `code`, `<b>`, `{x}`, an [address](https://a.example/b?c=d)
and one with a title: [page](../topics/bridge/ "The bridge"); 1 < 2 & 3 > 2; a#b; [1].

- An item, <https://a.example/x>, <someone@a.example>, [mail](mailto:someone@a.example)
- ![A picture](../assets/picture.png)

1. [A name][name], [another].

[name]: https://a.example/ "With a title"
[another]: /about/method/
[third]: <https://a.example/third>

**A strong beginning**, with [a link](<https://a.example/fourth>).

> A quotation.

| a | b |
|---|---|
| 1 | `x` |

Term
:   What it means.

```yaml
quote: "<b>"  # {x} [a](javascript:x)
```

~~~
<script>
/// A comment
~~~

***
"""


MORE = (
    "# A page\n\n<b>bold</b> and <br/>\n",
    "<!-- a remark -->\n\n<?php x ?>\n<!DOCTYPE html>\n</p>\n",
    f"one\n\n  <{'a' * 60}>\n",
    "<a href='x\n'>y</a>\n",
    "A paragraph\n{: .red onclick=x }\n",
    "# A heading {#top}\n{x\n{}\n",
    f"{{{'y' * 80}}}\n",
    "[a](javascript:x) and [b](data:text/html,x)\n",
    "one\n[a](\njavascript:x)\n",
    "[a](//evil.example) [b](https://a.example/(x)) [c](<https://a.example>)\n",
    f"[a](vb  script:{'z' * 80})\n",
    '[a](ftp://a.example "Title")\n![p](javascript:x)\n',
    "[a]\n\n[a]: javascript:x\n[b]:\tdata:x\n[c]: <https://a.example>\n",
    "[ " * 200 + "\n\n" + "x\n" + "[ " * 201 + "\n",
    "a `b` <i>\n\n`c\n<b>`\n\n\\`<u>`\n",
    "```py\n<b>\n```\n<i>\n\n  ```\n<u>\n```\n",
    "<b>\n" * 22,
    "<https://a.example/x> <b> <x@a.example>\n",
    '```\n--8<-- ".git/config"\n```\n\n/// html | div[onclick=x]\n///\n\n> /// note | A\n',
)


def test_what_is_more_than_plain_is_told_in_words_that_people_have_read(
    golden: Callable[[Path, str], None],
) -> None:
    blocks = (
        f"##### {text[:60]!r}\n{''.join(map(problem_text, markup('f', text)))}" for text in MORE
    )
    golden(Path(__file__).parents[1] / "cases" / "broken-pages.txt", "\n".join(blocks))


def test_a_plain_page_passes_whole() -> None:
    assert [problem.message for problem in markup("f", PLAIN)] == []
    for made in readings(PLAIN):
        assert Active(made).found == []
