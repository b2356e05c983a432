"""Texts that look like markup, and the Markdown extensions of mkdocs.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]


def extensions() -> tuple[list[str], dict[str, Any]]:
    """The extensions of mkdocs.yml, in the form that Python-Markdown expects."""
    names: list[str] = []
    configs: dict[str, Any] = {}
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    for each in config["markdown_extensions"]:
        name, options = next(iter(each.items())) if isinstance(each, dict) else (each, {})
        names.append(name)
        configs[name] = options
    return names, configs


NAMES, CONFIGS = extensions()


printable = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufffe\uffff")
)
PIECES = """
*a* _b_ [c](d) <b> </p> &amp; &#60; {: .x } {#y} ``` ~~~ | || --- === # ## > - + 1. 1) : ::: !!! ???
/// \\ \\* ![i](j) <script> javascript:x http://a.b/ [^1] [TOC] *[HTML]: $x$ ^s^ ==m== ++k++ (c) -->
:smile: <!-- --> <![CDATA[ {{ x }} {% x %} «x» 'x' "x" é 漢 ه
""".split()
pieces = st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join)
