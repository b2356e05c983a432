"""What a new site tells its contributors: how to write a file."""

from __future__ import annotations

from generator.scaffold.records import example
from generator.schema import RECORDS


def contributing() -> str:
    """The page for contributors, with one example of each kind of file."""
    text = _CONTRIBUTING
    for kind in RECORDS:
        text = text.replace(f"{kind.upper()}\n", example(kind))
    return text


_CONTRIBUTING = """\
# Contributing

You need no program, only an account where this repository lives. Add one file to
`content/facts/`, named after the publisher and the day (`example-news-2024-03-05.yaml`), and
propose the change. The checks write what they find to the lines, and say what to do.

1. Copy quotations, do not type them: one wrong letter is found. In your own texts, too,
   double quotation marks are for the source's words; names stand in single ones.
2. Say the rest in your own words, and no more than the article says.
3. Write "said" for everybody. Words like "claimed" or "admitted" take a side.
4. The day of a statement is not the day of the article. If the article does not say it:
   `said: unknown`. Every other date needs `said_basis`: `stated` (the article gives it),
   `year-inferred` (it gives the day and month) or `inferred` (you worked it out).
5. What you leave out says nothing. Where the article does not say where or to whom:
   `place: not-stated`, `audience: not-stated`.

What stands below is made up; leave out what you do not need.

## An article and its statements: `content/facts/<article>.yaml`

```yaml
ARTICLE
```

## Who speaks, or is spoken about: `content/actors/<actor>.yaml`

```yaml
ACTOR
```

A publisher has `kind: publisher`, `ownership`, `country` and `outlet` as well.

## A topic: `content/topics/<topic>.yaml`

```yaml
TOPIC
```

## An occasion: `content/events/<event>.yaml`

```yaml
EVENT
```

## With the program on your computer

```
make serve                                                      # the site, renewed at every save
.venv/bin/facts new article paper-2025-01-31 --text article.txt # a file to fill
.venv/bin/facts check                                           # every problem; --fix mends some
.venv/bin/facts explain quote-not-found                         # what a message means
.venv/bin/facts diff main                                       # your changes in words
```

The article's text stays with you: only its capture, `seeds/<article>.json`, is committed.

## Drafts, and who looked

`status: draft` on a fact, or on an article for all of its facts, keeps them off the published
site; `make serve` shows them, marked.

Another person than the author compares each statement with the article before it is published,
and writes `reviewed: {date: 2025-01-31, by: "Ada Example"}`. On GitHub, rename
`.github/CODEOWNERS.example` to `CODEOWNERS`, put your editors' names in, and protect the branch:
require a pull request, one approval, and a review from code owners. On GitLab, require an approval
of merge requests. With `require_review: true` below `extra` in mkdocs.yml, statements that nobody
reviewed say so.

## Something has to go

A fact that was wrong gets `status: withdrawn`, `reason` and `date`: it stays, struck. Where the
text itself must go, delete all of the fact but `id`, and write `status: removed`, `date` and
`reason: privacy` (or `legal`, or `error`). The address stays and says so. Git keeps what stood
there until its history is rewritten, with git-filter-repo for example.
"""
