"""Codes of the YAML reader: what a file must be before its fields are looked at."""

from __future__ import annotations

from generator.problem.catalogue.subset import ENTRIES as SUBSET
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


ENTRIES: tuple[Code, ...] = (
    _code(
        "yaml-colon",
        (
            "A colon in a text is read as a new field.",
            "In YAML a colon with a space behind it ends the name of a field. In a text without "
            "quotation marks that happens by accident; in double quotes it cannot.",
        ),
        ('statement: "Macron: no size given"', "dateline: Paris"),
        ("statement: Macron: no size given", "name: Coalition: the willing"),
    ),
    _code(
        "yaml-space",
        (
            "Behind a colon a space is missing.",
            "YAML takes name:text for one word. With a space behind the colon it is a field.",
        ),
        ("publisher: tass", 'name: "Emmanuel Macron"'),
        ("publisher:tass", "kind: person\nname:Macron\nsummary: President"),
    ),
    _code(
        "yaml-missing-colon",
        (
            "A line has no colon behind the field's name.",
            "Each line begins with the name of a field and a colon; or it goes on with a text, "
            "and then belongs into the same line.",
        ),
        ("paragraph: 2\nlanguage: en", 'summary: "One sentence, however long, in one line."'),
        ("language: en\nparagraph 2\nkind: state", "name: Macron\nPresident of France"),
    ),
    _code(
        "yaml-tab",
        (
            "A line starts with a tab.",
            "How far a line is moved to the right tells what it belongs to. A tab is as wide as "
            "each editor likes, so YAML counts spaces only.",
        ),
        ("roles:\n  - title: President", "facts: []"),
        ("roles:\n\t- title: President", "roles:\n  - title: President\n\t  article: a1"),
    ),
    _code(
        "yaml-odd-space",
        (
            "Another kind of space stands where a plain one belongs.",
            "Text copied from pages and messengers brings spaces that cannot be broken, or are as "
            "wide as a letter. They look alike, but YAML takes them for letters.",
        ),
        ("name: France", "roles:\n  - title: President"),
        ("kind: person\nname:\u00a0France", "roles:\n\u00a0\u00a0- title: President"),
    ),
    _code(
        "yaml-indent",
        (
            "A line stands too far left or right.",
            "Fields that belong together begin with the same number of spaces. One space more or "
            "less puts a line into another group, or into none.",
        ),
        ("facts:\n  - id: one\n    paragraph: 2", "name: Paris\nkind: summit"),
        ("facts:\n  - id: one\n   paragraph: 2", "name: Paris\n  kind: summit"),
    ),
    _code(
        "yaml-dash",
        (
            "The hyphen of a list's item is missing, or stands at the wrong place.",
            "An item is a hyphen, a space, then the value, in a line below the field. Without the "
            "space, behind the colon, or with a bullet instead, YAML reads something else.",
        ),
        ("topics:\n  - ports\n  - grain", "topics: [ports, grain]"),
        ("topics: - ports", "facts:\n  -id: one\n   paragraph: 2"),
    ),
    _code(
        "yaml-comma",
        (
            "In brackets a comma is missing, or one is too many.",
            "Commas part the items of a list in square brackets and the fields in braces.",
        ),
        ("topics: [ports, grain]", 'not_said: ["when", "where"]'),
        ("topics: [ports,, grain]", 'not_said: ["when" "where"]'),
    ),
    _code(
        "yaml-unclosed-quote",
        (
            "A quotation mark is not closed.",
            "Everything behind it is then part of the text, to the end of the file. The place "
            "named is where the mark opens.",
        ),
        ('name: "Macron"\nkind: person', "name: 'Macron'\nkind: person"),
        ('name: "Macron\nkind: person', "name: 'Macron\nkind: person"),
    ),
    _code(
        "yaml-unclosed-bracket",
        (
            "A bracket is not closed.",
            "Everything behind it is then part of the list. The place named is where the bracket "
            "opens.",
        ),
        ("topics: [ports, grain]\nparagraph: 2", "figure: {value: 26, unit: ports}"),
        ("topics: [ports, grain\nparagraph: 2", "figure: {value: 26, unit: ports]"),
    ),
    _code(
        "yaml-after-close",
        (
            "Behind a closing quotation mark or bracket stands more text.",
            "The mark ends the text. Marks inside a text need the other kind around it, or a "
            "backslash in front.",
        ),
        ("quote: 'He said \"yes\" twice'", 'quote: "He said \\"yes\\" twice"'),
        ('quote: "He said "yes" twice"', "topics: [ports] and grain"),
    ),
    _code(
        "yaml-escape",
        (
            "A backslash in double quotes has no meaning there.",
            "In double quotes a backslash and the sign behind it stand for something: \\\\ for a "
            'backslash, \\" for a quotation mark. Others are a mistake.',
        ),
        ('note: "a\\\\b"', "note: 'a\\d'"),
        ('note: "a\\d"', 'note: "\\x1"'),
    ),
    _code(
        "yaml-first-character",
        (
            "A text begins with a sign that needs quotes.",
            "The signs @ ` % , | > ? ] } have a meaning in YAML at the beginning of a text. In "
            "double quotes they are just signs.",
        ),
        ('author: "@newsroom"', 'title: "> 100 ports"'),
        ("author: @newsroom", "title: > 100 ports"),
    ),
    _code(
        "yaml-hash",
        (
            "A # cuts a text off.",
            "With a space in front of it, # begins a remark for editors, and YAML leaves out "
            "what follows. Where a letter or digit comes right behind it, it was rather meant as "
            "text.",
        ),
        ('title: "Port #1 opens"', "language: en # of the article"),
        ("title: Port #1 opens", "title: #ports"),
    ),
    *SUBSET,
)
