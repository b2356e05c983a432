"""The folder drafts/: the texts of drafted articles, on this computer only.

The folder ignores itself in git, so a text is never committed with the site.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from factsheets.problems.problem import Place, Problem

IGNORE = "drafts/.gitignore"


def files(article_id: str, text: str) -> dict[str, bytes]:
    """The new files of a draft, by path."""
    return {f"drafts/{article_id}.txt": text.encode(), IGNORE: b"*\n"}


def leftovers(root: Path, content: Mapping[str, bytes]) -> Iterator[Problem]:
    """The drafts whose statements are all reviewed, or whose article is gone."""
    folder = root / "drafts"
    for path in sorted(folder.glob("*.txt")) if folder.is_dir() else ():
        article = content.get(f"content/facts/{path.stem}.yaml", b"")
        if b"status: draft" not in article and b"TODO" not in article:
            file = f"drafts/{path.name}"
            yield Problem(
                "draft-left",
                "No statement of this article is a draft any more, but its text is still here.",
                Place(file),
                f"Delete {file}. To keep the text on this computer, move it to seeds/{path.name}.",
                "warning",
            )
