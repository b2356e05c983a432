"""Codes of the YAML reader: what is good YAML, but not used here."""

from __future__ import annotations

from generator.problem.code import Code


def _code(
    code: str,
    words: tuple[str, str],
    right: tuple[str, str],
    wrong: tuple[str, str],
    kind: str = "yaml",
) -> Code:
    title, why = words
    return Code(code, title, why, right, wrong, kind)


_SIGNS = "YAML gives the sign a meaning that makes files hard to read and easy to get wrong."

ENTRIES: tuple[Code, ...] = (
    _code(
        "yaml-duplicate-key",
        (
            "A field stands twice.",
            "Programs would silently keep one of the two, and nobody would know which.",
        ),
        ("name: Kyiv\nother_names: [Kiev]", "facts:\n  - id: one\n  - id: two"),
        ("name: Kyiv\nname: Kiev", "figure: {value: 1, value: 2}"),
    ),
    _code(
        "yaml-anchor",
        ("A text begins with &.", f"{_SIGNS} &name marks a place to be repeated elsewhere."),
        ('title: "& other stories"', "title: Bread & butter"),
        ("title: &one Ports", "facts: &all []"),
    ),
    _code(
        "yaml-alias",
        ("A text begins with *.", f"{_SIGNS} *name repeats what stands elsewhere."),
        ('note: "*corrected*"', "note: see the note below *"),
        ("note: *corrected", "note: *corrected* later"),
    ),
    _code(
        "yaml-merge",
        (
            "The sign << takes fields over from elsewhere.",
            "Each record is written out, so that what stands in it can be seen in it.",
        ),
        ("kind: state\nname: France", '"<<": a name in quotes is only a name'),
        ("<<: *base\nname: France", "<<: {kind: state}\nname: France"),
    ),
    _code(
        "yaml-tag",
        ("A text begins with !.", f"{_SIGNS} !name tells programs a type."),
        ('note: "!important"', "note: Stop!"),
        ("note: !important", "value: !!int 3"),
    ),
    _code(
        "yaml-documents",
        (
            "A second document begins in the file.",
            "A line of --- or ... divides a file in two; only one record has its name.",
        ),
        ("name: France", "---\nname: France"),
        ("name: France\n---\nname: Italy", "name: France\n...\nname: Italy"),
    ),
    _code(
        "yaml-directive",
        (
            "The file begins with %.",
            "Such a line tells YAML how to read the file. All files here are read alike.",
        ),
        ("name: France", 'name: "100 %"'),
        ("%YAML 1.1\n---\nname: France", "# a remark\n%TAG ! x\n---\nname: France"),
    ),
    _code(
        "yaml-conflict",
        (
            "Git left two versions of the same lines.",
            "Two people changed them. Somebody has to choose before the file can be read.",
        ),
        ("name: France", "paragraph: 2"),
        (
            "<<<<<<< HEAD\nparagraph: 2\n=======\nparagraph: 3\n>>>>>>> main",
            "name: Kyiv\n<<<<<<< HEAD\nkind: state\n=======\n>>>>>>> main",
        ),
    ),
    _code(
        "yaml-key",
        (
            "Where a field's name should stand, there is none.",
            "A name is a word in front of a colon, not something in brackets. Double braces from a "
            "template look like this to YAML.",
        ),
        ('title: "{{ title }}"', "name: France"),
        ("title: {{ title }}", ": France"),
    ),
    _code(
        "yaml-shape",
        (
            "The file does not consist of fields.",
            "A file describes one thing, field by field. A list or a text alone says nothing of "
            "what it is.",
        ),
        ("facts:\n  - id: one", "name: France"),
        ("- id: one", '"France"'),
    ),
    _code(
        "yaml-empty",
        (
            "There is nothing in the file.",
            "Its name is an address on the site, and there would be nothing to show.",
        ),
        ("name: France", "facts: []"),
        ("", "# only a remark"),
    ),
    _code(
        "yaml-depth",
        (
            "More than 20 lists and groups stand inside each other.",
            "No record needs more than six, and programs can die of thousands.",
        ),
        ('note: "[[[[[[[[[[[[[[[[[[[[["', "facts:\n  - also:\n      - quote: [a]"),
        ("note: [[[[[[[[[[[[[[[[[[[[[", "note: " + "{a: " * 21),
    ),
    _code(
        "yaml-long",
        (
            "A text or a list is too long.",
            "A text has at most 20,000 characters, a list 5,000 items. Longer ones come from a "
            "quotation mark that is not closed, or from a whole article pasted in.",
        ),
        ('note: "short"', "topics: [ports, grain]"),
        ("note: with a whole article behind it", "topics: with 5,001 ids behind it"),
        "",
    ),
    _code(
        "yaml-size",
        (
            "The file has more than 1 MiB.",
            "An article's file holds its facts. A megabyte is more than a long book.",
        ),
        ("name: France", "facts: []"),
        ("the text of a hundred articles in one file", "a picture named france.yaml"),
        "",
    ),
    _code(
        "yaml-utf8",
        (
            "The file is not in UTF-8.",
            "UTF-8 is the one encoding in which every script of the world can stand side by side. "
            "Other encodings turn letters into others.",
        ),
        ("name: Düsseldorf", "name: Київ"),
        ("name: Düsseldorf, saved as Windows-1252", "name: Київ, saved as UTF-16"),
        "",
    ),
    _code(
        "yaml-control",
        (
            "A control character stands in the file.",
            "Such characters drive printers and terminals. In a text nobody sees them, and "
            "programs stumble over them.",
        ),
        ("name: France", 'note: "two\\nlines"'),
        ('name: "Fra\\0nce"', 'name: "Fra\\x07nce"'),
    ),
    _code(
        "yaml-bidi",
        (
            "A character turns the reading direction.",
            "It lets a text look other than it is: words can change places on the screen. Arabic "
            "and Hebrew letters need no such character.",
        ),
        ("name: اليمن", "name: ישראל"),
        ('name: "a\\u202eb"', 'name: "a\\u2066b"'),
    ),
    _code(
        "yaml-invisible",
        (
            "A character that nobody sees stands in the file.",
            "Two texts that look alike would be two different ones for search and for the check "
            "of quotations. Joiners are allowed in the scripts that write with them.",
        ),
        ("name: France", "name: می\u200cخواهم"),
        ('name: "Fra\\u200bnce"', 'name: "\\ufeffFrance"'),
    ),
    _code(
        "yaml-syntax",
        (
            "The file cannot be read as YAML.",
            "The last resort: the place is where reading came to an end, the cause is there or "
            "just above.",
        ),
        ("name: France", 'title: "100 ports"'),
        ("name: France and a line that YAML has no use for", "a file that is no YAML at all"),
        "",
    ),
)
