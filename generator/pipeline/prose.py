"""The hand-written pages: UTF-8 text, by their path below content/pages."""

from __future__ import annotations

from collections.abc import Mapping

from generator.problem import Checked, Place, Problem

FOLDER = "content/pages/"


def prose(files: Mapping[str, bytes]) -> Checked[Mapping[str, str]]:
    """The pages' text by name without the ending (`about/method`), lines ended as in Unix."""
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for path, data in files.items():
        if not (path.startswith(FOLDER) and path.endswith(".md")):
            continue
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            problems.append(
                Problem(
                    "page-not-utf-8",
                    "This page has a character that is not in UTF-8.",
                    Place(path, line),
                    "Save the file as UTF-8; every editor can.",
                )
            )
            continue
        found[path[len(FOLDER) : -len(".md")]] = text.replace("\r\n", "\n").replace("\r", "\n")
    return Checked(found, tuple(problems))
