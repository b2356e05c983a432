"""Problem codes of files: where they lie, what they are called, what they are."""

from __future__ import annotations

from generator.problem.code import Code

ENTRIES: tuple[Code, ...] = (
    Code(
        "foreign-file",
        "A file in docs/ was not written by this program.",
        "docs/ holds the pages that the program writes, and is not in git. A file of yours there "
        "is neither published nor removed, so nobody else would ever have it.",
        right=("content/static/files/map.png", "content/pages/press.md"),
        wrong=("docs/map.png", "docs/press.md"),
    ),
    Code(
        "static-place",
        "A file of content/static/ would take the place of a generated one.",
        "Files of content/static/ are copied to the site's root as they are. The program's own "
        "pages, data, theme and search must stay what was checked.",
        right=("content/static/files/map.png", "content/static/.well-known/security.txt"),
        wrong=("content/static/data/facts.json", "content/static/index.html"),
    ),
    Code(
        "static-name",
        "A file of content/static/ has a name that cannot be published.",
        "Its name becomes part of an address and must stand on every system. A folder .git would "
        "publish the history of a repository.",
        right=("content/static/files/map.png", "content/static/files/Annual report.pdf"),
        wrong=("content/static/files/map?.png", "content/static/.git/config"),
    ),
    Code(
        "static-too-big",
        "A file of content/static/, or all of them together, are too big.",
        "Every build copies them, and most hosts have bounds of their own. A file may have "
        "32 MiB, all together 512 MiB, and 10,000 files are the most.",
        right=("content/static/files/map.png of 300 KiB", "a link to a film on another server"),
        wrong=("content/static/files/film.mp4 of 900 MiB", "20,000 files in content/static/"),
    ),
    Code(
        "symlink",
        "A symbolic link stands where a file should.",
        "A link can lead to a file outside the project, which would then be published. "
        "Links to files and to folders are therefore not followed.",
        right=("content/actors/nato.yaml as a file", "content/actors/ as a folder"),
        wrong=(
            "content/actors/nato.yaml -> ../../../nato.yaml",
            "content/actors -> /home/me/actors",
        ),
    ),
    Code(
        "not-a-file",
        "Something that is no plain file stands here.",
        "Pipes, sockets and devices have no text of their own; opening one can wait for ever.",
        right=(
            "content/actors/nato.yaml as a file",
            "content/facts/tass-2025-09-04.yaml as a file",
        ),
        wrong=("content/actors/nato.yaml made by mkfifo", "content/actors/nato.yaml as a socket"),
    ),
    Code(
        "file-too-big",
        "A page, an article's text or a capture is larger than 4 MiB.",
        "Nothing that belongs here is so large; it is most likely another file by mistake.",
        right=("content/pages/index.md of 3 KiB", "seeds/tass-2025-09-04.json of 8 KiB"),
        wrong=("content/pages/index.md of 20 MiB", "seeds/tass-2025-09-04.txt of 9 MiB"),
    ),
    Code(
        "lfs-pointer",
        "A pointer of Git LFS stands where a file should.",
        "Git LFS keeps files elsewhere, and puts three lines that point to them in their place. "
        "These would be published as if they were the file.",
        right=("content/pages/index.md as text", "seeds/tass-2025-09-04.json as git stores it"),
        wrong=(
            "version https://git-lfs.github.com/spec/v1 at the top of content/pages/index.md",
            "*.json filter=lfs in .gitattributes",
        ),
    ),
    Code(
        "wrong-ending",
        "A file's name does not end in .yaml.",
        "Only .yaml is read, in small letters. With another ending the file would be left out "
        "without anybody noticing.",
        right=("content/actors/nato.yaml", "content/facts/tass-2025-09-04.yaml"),
        wrong=("content/actors/nato.yml", "content/facts/tass-2025-09-04.YAML"),
    ),
    Code(
        "wrong-folder",
        "A YAML file lies where none is read.",
        "The folder says what a file is: an actor, a topic, an event, or an article with its "
        "facts. Folders within these are not read.",
        right=("content/actors/nato.yaml", "content/facts/tass-2025-09-04.yaml"),
        wrong=("content/nato.yaml", "content/facts/2025/tass-2025-09-04.yaml"),
    ),
    Code(
        "bad-file-name",
        "A file's name cannot be an id.",
        "The name without its ending is the id, and the id is part of an address that never "
        "changes. Names that Windows keeps for itself cannot be checked out there.",
        right=("content/actors/emmanuel-macron.yaml", "content/topics/security-guarantees.yaml"),
        wrong=("content/actors/Emmanuel Macron.yaml", "content/actors/con.yaml"),
    ),
    Code(
        "names-alike",
        "Two files differ only in small and capital letters.",
        "On many computers these are one file, and one of the two would be lost.",
        right=("content/actors/nato.yaml alone", "content/actors/nato.yaml and nasa.yaml"),
        wrong=("content/actors/nato.yaml and Nato.yaml", "content/actors/NATO.yaml and nato.yaml"),
    ),
    Code(
        "page-left-out",
        "A page would not be published.",
        "MkDocs leaves out the folder templates/, and names that begin with a dot. README.md is "
        "for those who read the folder. What exclude_docs and draft_docs in mkdocs.yml name is "
        "left out, too.",
        right=("content/pages/letters/press.md", "content/pages/about/index.md"),
        wrong=("content/pages/templates/letter.md", "content/pages/about/README.md"),
    ),
    Code(
        "stray-file",
        "A file is not used for anything.",
        "It may have been meant as content: then it lies in the wrong place or has the wrong "
        "name. Otherwise it only takes up room. README.md and hidden files may stand anywhere "
        "but in content/pages/.",
        right=("content/facts/tass-2025-09-04.yaml", "seeds/tass-2025-09-04.txt"),
        wrong=("content/notes.txt", "seeds/article.pdf"),
    ),
)
