"""Which file names the content may have, and the words for those that it may not."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath

from generator.dataset.model import FOLDERS
from generator.problem import Place, Problem, Severity
from generator.schema.types import is_free_id
from generator.validate.suggestions import meant_id
from generator.views.addresses import MANIFEST

KINDS = frozenset(folder.rpartition("/")[2] for folder in FOLDERS.values())

_PAGES = "content/pages/"
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdx"})

_USUAL = {"seeds": (".json", ".txt"), **dict.fromkeys(FOLDERS.values(), (".yaml",))}

COMPLAINTS: dict[str, tuple[str, str, Severity]] = {
    "symlink": (
        "This is a symbolic link, which is not followed.",
        "Put the file itself here, or take the link out.",
        "error",
    ),
    "not-a-file": (
        "This is no plain file.",
        "Only plain files can stand here. Take it out.",
        "error",
    ),
    "file-too-big": (
        "This file is larger than 4 MiB.",
        "Take out what does not belong here, or divide it.",
        "error",
    ),
    "lfs-pointer": (
        "This is a pointer of Git LFS, not the file itself.",
        "Fetch the files: git lfs install && git lfs pull. Better, keep content/ and seeds/ out of "
        "Git LFS: their files are small, and older versions are compared.",
        "error",
    ),
    "wrong-ending": (
        "This file would not be read: its name must end in .yaml.",
        "The ending is .yaml, in small letters.",
        "error",
    ),
    "wrong-folder": (
        "This file would not be read: it does not lie where its kind belongs.",
        "Move it into content/actors/, content/topics/, content/events/ or content/facts/ "
        "itself, without further folders.",
        "error",
    ),
    "bad-file-name": (
        "A file's name is an id, and this one cannot be an id.",
        "Use small letters a to z, digits and single hyphens, at most 80: emmanuel-macron.yaml. "
        "Not page or index, which addresses have, nor what Windows keeps for itself "
        "(con, aux, nul).",
        "error",
    ),
    "names-alike": (
        "Two files here differ only in small and capital letters.",
        "Many computers take them for one. Keep one, in small letters.",
        "error",
    ),
    "page-left-out": (
        "This page would not be published.",
        "Rename it. The folder templates/, names that begin with a dot, and README.md are left "
        "out; the page of a folder is index.md.",
        "warning",
    ),
    "stray-file": (
        "This file is not used for anything.",
        "Take it out, or move it to where it belongs.",
        "warning",
    ),
}


_OF_A_PAGE = {
    "wrong-ending": (
        "This page would not be published: its name must end in .md.",
        "The ending is .md, in small letters.",
    ),
    "stray-file": (
        "This file is no page, and would not be published.",
        "The name of a page ends in .md. Pictures and other files belong into content/static/.",
    ),
}


def problem(code: str, path: str) -> Problem:
    """The complaint about a file."""
    message, _, severity = COMPLAINTS[code]
    if _is_of_page(code, path):
        message = _OF_A_PAGE[code][0]
    return Problem(code, message, Place(path), advice(code, path), severity)


def _is_of_page(code: str, path: str) -> bool:
    return code in _OF_A_PAGE and path.startswith(_PAGES)


def advice(code: str, path: str) -> str:
    """What to do with a file of a wrong name, with the name that was perhaps meant."""
    if _is_of_page(code, path):
        return _OF_A_PAGE[code][1]
    stem = path.rpartition("/")[2].partition(".")[0]
    meant = meant_id(stem) if code in {"bad-file-name", "wrong-ending"} else None
    ending = ".md" if f"{path}/".startswith(_PAGES) else ".yaml"
    renamed = f"Rename it to {meant}{ending}. " if meant and is_free_id(meant) else ""
    return renamed + COMPLAINTS[code][1]


def is_pointer(data: bytes) -> bool:
    """Whether this stands in the place of a file that Git LFS keeps elsewhere."""
    return data.startswith(b"version https://git-lfs.github.com/spec/")


def is_hidden(name: str) -> bool:
    """Files that editors and systems leave behind, such as .DS_Store."""
    return name.startswith(".")


def is_left_out_page(folder: str, name: str) -> bool:
    """Whether a hidden file is a page all the same, and not one that a system left behind."""
    in_pages = f"{folder}/".startswith(_PAGES) and name.endswith(".md")
    return in_pages and not name.startswith(("._", ".#"))


def is_looked_at(folder: str, name: str) -> bool:
    """Whether an entry of a folder may be content; the files of content/static/ are none."""
    return not is_hidden(name) and (folder != "content" or name != "static")


def alike(entries: list[str]) -> frozenset[str]:
    """Those names that differ from another one only in case."""
    folded = Counter(name.casefold() for name in entries)
    return frozenset(name for name in entries if folded[name.casefold()] > 1)


def is_usual(folder: str, name: str) -> bool:
    """Whether a file in a folder has a right name, by a quick look; False says nothing."""
    stem, dot, ending = name.rpartition(".")
    return f"{dot}{ending}" in _USUAL.get(folder, ()) and is_free_id(stem)


def is_read(path: PurePosixPath) -> bool:
    """Whether a file of this path below the project's folder belongs to the content."""
    return path.name != "README.md" and refusal(path) is None


def refusal(path: PurePosixPath) -> str | None:
    """The code of what is wrong with a file's path, None where nothing is."""
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
    if len(path.parts) == 2 and path.name in KINDS:  # without its folder a whole kind is gone
        return "wrong-folder"
    if path.parts[1] == "pages" and path.suffix.casefold() in _MARKDOWN:
        return _page_refusal(path)
    if path.suffix != ".yaml":
        return "wrong-ending" if _was_meant_to_be_read(path, in_folder) else "stray-file"
    if in_folder not in KINDS:
        return "wrong-folder"
    return None if is_free_id(path.stem) else "bad-file-name"


def _page_refusal(path: PurePosixPath) -> str | None:
    if path.suffix != ".md":
        return "wrong-ending"
    *folders, _ = path.parts[2:]
    if folders[:1] == ["templates"]:
        return "page-left-out"
    named = all(map(is_free_id, folders)) and _is_name(path.stem)
    return None if named else "bad-file-name"


def _was_meant_to_be_read(path: PurePosixPath, in_folder: str) -> bool:
    """Whether a file that does not end in .yaml is one of the content all the same."""
    name = path.name.casefold()
    if name.endswith((".yml", ".yaml", ".yaml.txt", ".yml.txt")):  # as some editors save it
        return True
    return in_folder in KINDS and path.suffix in {"", ".txt"} and is_free_id(path.stem)


def _is_name(stem: str) -> bool:
    """Whether a hand-written page can have this name: `index` is a folder's own page."""
    return stem == "index" or is_free_id(stem)
