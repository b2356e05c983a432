"""Rules for the names of content files, and the problems of names that break them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import PurePosixPath
from typing import Any, cast

from factsheets.content.kinds import KINDS
from factsheets.content.messages import guess_id
from factsheets.content.types import is_free_id
from factsheets.datafiles import load_toml, unwrapped
from factsheets.problems.problem import Place, Problem, Severity
from factsheets.quotes.seeds import LIST
from factsheets.site.views.addresses import MANIFEST

FOLDERS = frozenset(kind.folder.rpartition("/")[2] for kind in KINDS.values())

_PAGES = "content/pages/"
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdx"})


def problem(code: str, path: str) -> Problem:
    """The problem of a file."""
    severity: Severity = _complaint(code)["severity"]
    return Problem(code, _text(code, "message", path), Place(path), advice(code, path), severity)


def advice(code: str, path: str) -> str:
    """Advice for a file with a wrong name; suggests the name that was probably meant."""
    if _is_of_page(code, path):
        return _text(code, "advice", path)
    stem = path.rpartition("/")[2].partition(".")[0]
    meant = guess_id(stem) if code in {"bad-file-name", "wrong-ending"} else None
    ending = ".md" if f"{path}/".startswith(_PAGES) else ".yaml"
    renamed = f"Rename it to {meant}{ending}. " if meant and is_free_id(meant) else ""
    return renamed + _text(code, "advice", path)


def _text(code: str, key: str, path: str) -> str:
    complaint = _complaint(code)
    return unwrapped(complaint[f"{key}_of_page" if _is_of_page(code, path) else key])


def _is_of_page(code: str, path: str) -> bool:
    return "message_of_page" in _complaint(code) and path.startswith(_PAGES)


def _complaint(code: str) -> dict[str, Any]:
    return cast("dict[str, Any]", load_toml(__package__, "file_names.toml")[code])


def is_pointer(data: bytes) -> bool:
    """Whether this is a pointer to a file that Git LFS stores elsewhere."""
    return data.startswith(b"version https://git-lfs.github.com/spec/")


def is_hidden(name: str) -> bool:
    """Whether a file is hidden, like those that editors and systems leave behind."""
    return name.startswith(".")


def is_left_out_page(folder: str, name: str) -> bool:
    """Whether a hidden file is a page, and not left behind by a system."""
    in_pages = f"{folder}/".startswith(_PAGES) and name.endswith(".md")
    return in_pages and not name.startswith(("._", ".#"))


def may_be_content(folder: str, name: str) -> bool:
    """Whether a folder entry may be content; static files are read elsewhere."""
    return not is_hidden(name) and (folder != "content" or name != "static")


def alike(names: list[str]) -> frozenset[str]:
    """Names that Windows or macOS would treat as the same: they ignore case and composition."""
    folded = [unicodedata.normalize("NFC", name).casefold() for name in names]
    count = Counter(folded)
    return frozenset(name for name, key in zip(names, folded, strict=True) if count[key] > 1)


def is_read(path: PurePosixPath) -> bool:
    """Whether a file with this path below the project's folder is content."""
    return str(path) == LIST or (path.name != "README.md" and refusal(path) is None)


def refusal(path: PurePosixPath) -> str | None:
    """The code of the problem with a file's path, None if there is none."""
    if path.name == "README.md":
        return "page-left-out" if str(path).startswith(_PAGES) else None
    if path.parts[0] == "seeds":
        fits = len(path.parts) == 2 and path.suffix in {".json", ".txt"} and is_free_id(path.stem)
        return None if fits else "stray-file"
    return _content_refusal(path)


def _content_refusal(path: PurePosixPath) -> str | None:
    if str(path) == MANIFEST:
        return None
    in_folder = path.parts[1] if len(path.parts) == 3 else ""
    # A file in the place of a folder: a whole kind of records would be missing.
    if len(path.parts) == 2 and path.name in FOLDERS:
        return "wrong-folder"
    if path.parts[1] == "pages" and path.suffix.casefold() in _MARKDOWN:
        return _page_refusal(path)
    if path.suffix != ".yaml":
        return "wrong-ending" if _was_meant_to_be_read(path, in_folder) else "stray-file"
    if in_folder not in FOLDERS:
        return "wrong-folder"
    return None if is_free_id(path.stem) else "bad-file-name"


def _page_refusal(path: PurePosixPath) -> str | None:
    if path.suffix != ".md":
        return "wrong-ending"
    *folders, _ = path.parts[2:]
    if folders[:1] == ["templates"]:
        return "page-left-out"
    named = all(map(is_free_id, folders)) and (path.stem == "index" or is_free_id(path.stem))
    return None if named else "bad-file-name"


def _was_meant_to_be_read(path: PurePosixPath, in_folder: str) -> bool:
    """Whether a file that does not end in .yaml is meant as content."""
    name = path.name.casefold()
    if name.endswith((".yml", ".yaml", ".yaml.txt", ".yml.txt")):  # as some editors save it
        return True
    return in_folder in FOLDERS and path.suffix in {"", ".txt"} and is_free_id(path.stem)
