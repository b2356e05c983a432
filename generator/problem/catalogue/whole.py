"""Problem codes of the content as a whole: hand-written pages, and days that lie ahead."""

from __future__ import annotations

from generator.problem.code import Code

ENTRIES: tuple[Code, ...] = (
    Code(
        "page-not-utf-8",
        "A hand-written page is not in UTF-8.",
        "Every character has many codes, and only one of them is read here: UTF-8. In another "
        "one accents and quotation marks would come out wrong.",
        right=("content/pages/index.md saved as UTF-8", "content/pages/about/method.md in ASCII"),
        wrong=(
            "content/pages/index.md saved as Windows-1252",
            "content/pages/about/method.md saved as UTF-16",
        ),
    ),
    Code(
        "in-the-future",
        "A day has not come yet.",
        "An article that is cited has been published, and a review or a correction has been "
        "made. A later day is a slip, most often in the year.",
        right=("published: 2025-09-04", "reviewed: 2025-09-05"),
        wrong=("published: 2205-09-04", "reviewed: 2255-09-05"),
    ),
)
