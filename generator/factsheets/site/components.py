"""Material's styles for components such as admonitions and tabs, without its page frame."""

from __future__ import annotations

import re
from collections.abc import Iterator

SHEET = "assets/components.css"  # of our theme; a page with components loads it, and with it:
PLACE = "assets/material.css"
_HEAD = (
    "/* Made from the style sheet of Material for MkDocs (MIT licence): only its components. */\n"
)

# A rule or a block of rules, such as @media, which holds no further block.
_RULE = re.compile(
    r"(?P<at>@[^{};]*)\{(?P<rules>(?:[^{}]*\{[^{}]*\})*)\}|(?P<rule>[^{}]+\{[^{}]*\})"
)
_PARTS = re.compile(
    r"""\.(?:admonition|tabbed|highlight|linenodiv|linenos|footnote|keys|task-list|md-button|twemoji
        |emojione|gemoji|grid|critic|filename|result|inline|code\b|c\b)
    |>summary
    |\.md-typeset\ (?:details|summary|kbd|mark|abbr|ins|del|code|pre|a\ code|table:not|figure
        |h\d\ code|\[type=checkbox\])""",
    re.VERBOSE,
)
_FRAME = re.compile(
    r"\.md-(?!typeset\b(?!_)|button)|\.js\b|\.giscus|\.mermaid|\.arithmatex|\.katex|\[id=__"
)
_REM = re.compile(r"(?<![\w.])(-?\d*\.?\d+)rem\b")
_VARIABLE = re.compile(r"(--[\w-]+):((?:[^;{}(]|\((?:[^()]|\([^()]*\))*\))*)")
_COLOUR = re.compile(r"(?:#[0-9a-f]{3,8}|(?:hsla?|var)\((?:[^()]|\([^()]*\))*\)){2}")


def component_styles(main: str, palette: str) -> str:
    """The rules for components, from Material's style sheets `main` and `palette`.

    Material's root has a font size of 20 px and this site's of 16, so each length in rem grows by a
    quarter. Material's script sets the classes `no-js` and `focus-visible`, which are not needed.
    Light and dark values are joined, because `color-scheme` decides between them here.
    """
    rules = "".join(_rules(main.replace('@charset "UTF-8";', "")))
    rules = rules.replace(".no-js ", "").replace(".focus-visible", ":focus-visible")
    rules = _REM.sub(lambda found: f"{float(found[1]) * 1.25:g}rem", rules)
    return f"{_HEAD}.md-typeset{{{_variables(main, palette, rules)}}}\n{rules}\n"


def _rules(text: str) -> Iterator[str]:
    for found in _RULE.finditer(text):
        if found["rule"]:
            yield _kept(found["rule"])
        elif found["at"].startswith("@media") and (inner := "".join(_rules(found["rules"]))):
            yield f"{found['at']}{{{inner}}}"


def _kept(rule: str) -> str:
    """The rule with its selectors for components only; empty if there are none."""
    selectors, _brace, rest = rule.partition("{")
    found = [
        each
        for each in re.split(r",(?![^(]*\))", selectors)
        if _PARTS.search(each) and not _FRAME.search(each)
    ]
    return f"{','.join(found)}{{{rest}" if found else ""


def _variables(main: str, palette: str, rules: str) -> str:
    """Material's variables that the rules need; of a colour that differs by night, both values."""
    day, night = (
        dict(_VARIABLE.findall(";".join(re.findall(rf"{start}[^{{}}]*\{{([^{{}}]*)\}}", text))))
        for text, start in ((main, ":root"), (palette, r"\[data-md-color-scheme=slate\]"))
    )
    joined = {
        name: f"light-dark({value},{night[name]})"
        if night.get(name, value) != value and _COLOUR.fullmatch(value + night[name])
        else value
        for name, value in day.items()
    }
    used = rules + "".join(joined.values())
    return ";".join(f"{name}:{joined[name]}" for name in joined if f"var({name}" in used)
