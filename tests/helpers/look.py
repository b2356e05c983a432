"""A project with a palette, icons, links and a page that has every component of Material."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.projects import lay_out, write

SETTINGS = """
repo_url: https://code.example/owner/site
repo_name: Source code
"""
EXTRA = """\
extra:
  homepage: https://owner.example/
  social:
    - {icon: fontawesome/brands/mastodon, link: "https://social.example/@owner", name: Our posts}
    - {icon: material/email, link: "mailto:owner@owner.example"}
  alternate:
    - {name: Deutsch, link: /de/, lang: de}
"""
THEME = """\
  icon: {logo: material/bridge, repo: simple/codeberg}
  features: [navigation.top, navigation.footer, content.code.copy]
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: teal
      accent: deep orange
      toggle: {icon: material/weather-night, name: Dark colours}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: amber
      accent: lime
      toggle: {icon: material/weather-sunny, name: Light colours}
"""
EXTENSIONS = """\
  - abbr
  - admonition
  - footnotes
  - pymdownx.caret
  - pymdownx.details
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
  - pymdownx.highlight
  - pymdownx.inlinehilite
  - pymdownx.keys
  - pymdownx.mark
  - pymdownx.superfences
  - pymdownx.tabbed:
      alternate_style: true
  - pymdownx.tasklist:
      custom_checkbox: true
  - pymdownx.tilde
"""
COMPONENTS = """\
# Components

The first paragraph, with [a link](../about/).

```python
def hello(name: str) -> str:
    return f"Hello, {name}, {1 + 2}"  # a comment
```

!!! note "A note with a title"
    Text of the note with `code` and a [link](../about/).

    - a list

??? question "Folded"
    Text inside.

=== "First tab"
    Text of the first tab.

=== "Second tab"
    Text of the second tab.

A footnote[^1], keys ++ctrl+k++, ==marked==, ^^inserted^^ and ~~deleted~~ text, HTML.

| Name | Value |
|------|------:|
| one  | 1     |

- [x] done
- [ ] to do

Term
:   Its definition.

An icon :material-account: and `#!python print(1)`.

*[HTML]: Hypertext Markup Language

[^1]: “Text of the footnote.”
"""


def with_components(root: Path) -> Path:
    """The project in a new folder below `root`."""
    project = lay_out(root / "project", site=True)
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    for before, after in (
        ("extra:\n", EXTRA),
        ("  font: false # no third-party request\n", "  font: false\n" + THEME),
        ("markdown_extensions:\n", "markdown_extensions:\n" + EXTENSIONS),
    ):
        assert before in settings
        settings = settings.replace(before, after, 1)
    about = "  - About: about/index.md\n"
    assert about in settings
    nested = "  - About:\n      - about/index.md\n      - Parts: components.md\n"
    write(project, "mkdocs.yml", settings.replace(about, nested) + SETTINGS)
    write(project, "content/pages/components.md", COMPONENTS)
    write(project, "content/pages/topics/index.md", '!!! tip "In an introduction"\n    Text.\n')
    return project
