"""A small working site with made-up content, for somebody who begins on another subject."""

from __future__ import annotations

import datetime
import json
import re

from generator.capture import SeedRow, capture, dumps, readme
from generator.scaffold.forge import FORGE_FILES
from generator.scaffold.guide import contributing
from generator.scaffold.pages import ADD, HOME, METHOD
from generator.scaffold.records import example
from generator.schema.editors import modeline, schema_files

ARTICLE = "example-news-2024-03-05"
_DAY = datetime.date(2024, 3, 5)

# No such town, mayor or newspaper is meant.
_TEXT = """\
Ada Example, the mayor of Exampletown, told the council on Monday that "the new bridge will open \
in May". It is the second date that the town has given.

Three of the four lanes are finished, she said.
"""


def project(name: str, requirement: str, url: str = "") -> dict[str, str]:
    """Every file of a new project, by its path.

    `requirement` is how pip gets the program: `factsheets==1.0`, or an address. `url` is the
    public address of the site, where it is known.
    """
    taken = capture(_TEXT, published=_DAY, captured=_DAY)
    row = SeedRow(ARTICLE, f"{ARTICLE}.txt", "https://news.example/bridge", taken.sha256)
    return {
        **_content(),
        **schema_files(),
        f"seeds/{ARTICLE}.json": dumps(taken),
        f"seeds/{ARTICLE}.txt": _TEXT,
        "seeds/README.md": readme([row]),
        "docs/.gitignore": "*\n!.gitignore\n",
        "mkdocs.yml": _filled(
            _MKDOCS, name=json.dumps(name, ensure_ascii=False), url=json.dumps(url)
        ),
        "Makefile": _MAKEFILE,
        "requirements.txt": f"{requirement}\n",
        "README.md": _filled(_README, name=name),
        "CONTRIBUTING.md": contributing(),
        **FORGE_FILES,
        ".gitignore": _GITIGNORE,
        ".vscode/settings.json": json.dumps({"yaml.schemas": _EDITOR}, indent=2) + "\n",
    }


def _filled(text: str, **values: str) -> str:
    """`text` with each `@key@` replaced by its value; a value is never searched again."""
    return re.sub(r"@(\w+)@", lambda found: values[found[1]], text)


def _content() -> dict[str, str]:
    article = example("article").replace(
        "translation: none\n",
        "translation: none\n# Made up, so that its text may be committed.\ntext: committed\n",
    )
    return {
        "content/actors/ada-example.yaml": f"{modeline('actor')}\n{example('actor')}",
        "content/actors/exampleland.yaml": f"{modeline('actor')}\n{_STATE}",
        "content/actors/example-news.yaml": f"{modeline('actor')}\n{_PUBLISHER}",
        "content/topics/bridge.yaml": f"{modeline('topic')}\n{example('topic')}",
        "content/events/council-meeting.yaml": f"{modeline('event')}\n{example('event')}",
        f"content/facts/{ARTICLE}.yaml": f"{modeline('article')}\n{article}",
        "content/pages/index.md": HOME,
        "content/pages/about/method.md": METHOD,
        "content/pages/about/add.md": ADD,
    }


_STATE = """\
kind: state
name: "Exampleland"
"""
_PUBLISHER = """\
kind: publisher
name: "Example News"
# state, public, private or unknown: the same for every publisher.
ownership: private
country: exampleland
outlet: "newspaper"
ownership_source: https://news.example/about
"""
_EDITOR = {
    f"content/.schema/{kind}.json": f"content/{folder}/*.yaml"
    for kind, folder in (
        ("actor", "actors"),
        ("topic", "topics"),
        ("event", "events"),
        ("article", "facts"),
    )
}
_MKDOCS = """\
site_name: @name@
site_description: Who said what, when, and who reported it.
# The public address of the site, such as https://owner.github.io/repository/: citations, feeds and
# search engines need it.
site_url: @url@
# Where a file can be edited, and where a problem can be reported: fill in, and take the # away.
# edit_uri: https://github.com/OWNER/REPOSITORY/edit/main/
extra:
  add: about/add/
  # issues: https://github.com/OWNER/REPOSITORY/issues/new?template=mistake.yml
  # With true, statements that nobody reviewed say so; see CONTRIBUTING.md.
  # require_review: true
  # The licence of your content, for every page, the data and the feeds; without it none is named.
  # licence: {name: NAME OF THE LICENCE, url: "https://..."}
docs_dir: docs
site_dir: site

# Pages and look come with the program. To change a file: facts eject --list, facts eject FILE.
theme:
  name: material
  language: en
  font: false

plugins:
  - factsheets

markdown_extensions:
  - attr_list
  - def_list
  - md_in_html
  - tables:
      use_align_attribute: true
  - toc:
      permalink: false
      toc_depth: 3

validation:
  nav:
    omitted_files: ignore
  links:
    anchors: warn
    unrecognized_links: ignore

nav:
  - Home: index.md
  - Topics: topics/index.md
  - Actors: actors/index.md
  - Sources: sources/index.md
  - Statements: facts/index.md
  - Figures: figures.md
  - Timeline: timeline.md
  - Corrections: corrections.md
  - About: about/method.md
  - Data: data.md
"""
_MAKEFILE = """\
PYTHON ?= python3
ADDRESS ?= 127.0.0.1:8000
export NO_MKDOCS_2_WARNING = 1

help: ## say what there is
\t@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## /  make \\1\\t/'

serve: .venv/ready ## the site on http://127.0.0.1:8000/, renewed at every save
\t.venv/bin/mkdocs serve --dev-addr $(ADDRESS)

check: .venv/ready ## all problems in the content
\t.venv/bin/facts check

site: .venv/ready ## the complete site in site/
\t.venv/bin/facts build

.venv/ready: requirements.txt
\t$(PYTHON) -m venv .venv
\t.venv/bin/python -m pip install --quiet -r requirements.txt
\t@touch $@

.PHONY: help serve check site
"""
_README = """\
# @name@

Who said what, when, and who reported it: attributed statements, taken from articles.

    make serve      # the site on http://127.0.0.1:8000/
    make check      # all problems in the content

What people edit is in `content/`; what is there now is made up. To begin:

1. `.venv/bin/facts new article PAPER-2025-01-31 --text article.txt` makes the file of an article
   and its capture in `seeds/`, and lists its quotations.
2. Fill it. `facts check` says what is still open, `facts explain CODE` explains a message.
3. `facts new actor ID`, `facts new topic ID`: for everybody and everything that it names.
4. On GitHub every pull request is checked (`.github/workflows/check.yml`), and the main branch is
   published (`.github/workflows/deploy.yml`); on GitLab `.gitlab-ci.yml` does both. Delete what you
   do not use. `requirements.txt` must name the program so that pip finds it there too.
5. Write the public address of the site in `mkdocs.yml` (`site_url`): until then a build warns, and
   nothing is published.
6. Choose a licence for your content: `LICENSE` says how. Until then none is named anywhere.
7. Pictures, documents, CNAME and the like go into `content/static/`: they are published as they
   are.
8. Delete the example: `content/facts/example-news-2024-03-05.yaml`, its files in `seeds/`, and
   the actors, topic and event that only it uses.
"""
_GITIGNORE = """\
.venv/
.cache/
/site/
/public/
/docs/*
!/docs/.gitignore
# Articles are not ours to publish; the one of the example is made up.
/seeds/*.txt
!/seeds/example-news-2024-03-05.txt
"""
