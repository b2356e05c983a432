"""The styles of components that are taken from Material's style sheet."""

from __future__ import annotations

import re

from factsheets.site.components import component_styles
from factsheets.storage.material import icons, style_sheet

MAIN = (
    '@charset "UTF-8";html{font-size:125%}body{margin:0}'
    ":root,[data-md-color-scheme=default]{--md-note:#000;--md-size:1rem;--md-unused:#fff}"
    ".md-typeset h1{margin:0}.md-nav .admonition{margin:0}"
    ".md-typeset .admonition,.md-header{color:var(--md-note);margin:.8rem -.4rem 1em}"
    ".md-typeset .no-js .tabbed-set>input.focus-visible{padding:var(--md-size)}"
    "@media print{.md-header{display:none}.md-typeset details{box-shadow:none}}"
    "@media screen{.md-header{display:none}}"
    "@keyframes spin{0%{width:0}}"
)
PALETTE = "@media screen{[data-md-color-scheme=slate]{--md-note:#eee}}"


def test_only_rules_of_components_remain() -> None:
    _comment, rules = component_styles(MAIN, PALETTE).split("\n", 1)
    assert rules == (
        ".md-typeset{--md-note:light-dark(#000,#eee);--md-size:1rem}\n"
        ".md-typeset .admonition{color:var(--md-note);margin:1rem -0.5rem 1em}"
        ".md-typeset .tabbed-set>input:focus-visible{padding:var(--md-size)}"
        "@media print{.md-typeset details{box-shadow:none}}\n"
    )


def test_the_installed_material_has_styles_for_every_component() -> None:
    text = style_sheet().decode()
    for part in (
        *(".admonition.note", "details.question", ".tabbed-set>input:first-child:checked"),
        *(".highlight .k", ".footnote", ".keys .key-control", ".task-list-item", ".md-button"),
        *(".twemoji", ".grid", "table:not([class])", "mark{", "--md-admonition-icon--note:url("),
        "--md-code-hl-keyword-color:light-dark(#",
    ):
        assert part in text, part
    assert not re.search(r"[{},](?:html|body|\*|:root)[{,\s]", text.replace("html .md-typeset", ""))
    assert text.count("{") == text.count("}")
    assert len(text) < 60_000


def test_icons_are_those_of_material_and_of_the_site(tmp_path: object) -> None:
    assert {"material/bridge", "fontawesome/brands/mastodon"} <= icons([str(tmp_path)])
