"""Histories of the content: changes that `facts diff` must report."""

from __future__ import annotations

from tests.contributor_mistakes.content import (
    ARTICLE,
    CONTENT,
    EVENT,
    OTHER,
    PAPER,
    PERSON,
    SPEAKER,
    TOPIC,
    WAGES,
)


def ed(file: str, *pairs: tuple[str, str]) -> dict[str, str | None]:
    """A file of the valid content with some unique texts replaced."""
    text = CONTENT[file]
    for old, new in pairs:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    return {file: text}


A = CONTENT[ARTICLE]
_FIRST = A.index("  # the harbour")
_SECOND = A.index("  # the union")
_THIRD = A.index("  - id: quay-gate")
_FACTS = (A[_FIRST:_SECOND], A[_SECOND:_THIRD], A[_THIRD:])
HISTORIES: dict[str, dict[str, str | None]] = {
    "nothing": {},
    "whitespace only": {ARTICLE: A.replace("\n", "\r\n").replace("speaker: ", "speaker:   ")},
    "order of facts": {ARTICLE: A[:_FIRST] + _FACTS[1] + _FACTS[0] + _FACTS[2]},
    "fact removed": {ARTICLE: A[:_SECOND] + _FACTS[2]},
    "fact withdrawn": ed(
        OTHER,
        (
            "    status: current",
            "    status: withdrawn\n    reason: The article was taken back.\n    date: 2025-06-30",
        ),
    ),
    "fact superseded+new": ed(
        OTHER,
        (
            "    status: current",
            "    status: superseded\n    reason: A newer one.\n    date: 2025-06-30",
        ),
    ),
    "speaker changed": ed(OTHER, ("speaker: otto-brandt", "speaker: mara-quill")),
    "speaker removed": ed(ARTICLE, ("    speaker: otto-brandt\n", "")),
    "figure value": ed(ARTICLE, ("value: 240", "value: 310")),
    "figure comparator": ed(ARTICLE, ("value: 240", "value: 240, comparator: at-least")),
    "figure removed": ed(
        ARTICLE, ("    figure: {value: 240, unit: dockers, counts: have signed}\n", "")
    ),
    "figure refused": ed(ARTICLE, ("value: 240, unit: dockers", "status: not-given")),
    "statement words": ed(
        ARTICLE, ("The quay stays shut until autumn", "The quay stays shut until winter")
    ),
    "statement typo": ed(
        ARTICLE, ("The quay stays shut until autumn", "The quay stays shut untill autumn")
    ),
    "quote shortened": ed(
        ARTICLE, ("quote: nobody will use it before September", "quote: nobody will use it")
    ),
    "quote removed": ed(ARTICLE, ("    quote: nobody will use it before September\n", "")),
    "paragraph": ed(
        ARTICLE,
        ("    quote: nobody will use it before September\n    paragraph: 1", "    paragraph: 2"),
    ),
    "said": ed(ARTICLE, ("said: 2025-06-10", "said: unknown")),
    "event date": ed(EVENT, ("date: 2025-06-10", "date: 2025-06-09")),
    "condition added": ed(
        ARTICLE,
        (
            "    detail: She named no day.",
            "    condition: if the gate holds\n    detail: She named no day.",
        ),
    ),
    "not_said changed": ed(
        ARTICLE,
        (
            "    not_said:\n      - Which day.",
            "    not_said:\n      - Which day.\n      - Which year.",
        ),
    ),
    "answers changed": ed(ARTICLE, ("text: In autumn", "text: Not before September")),
    "relation removed": ed(ARTICLE, ("    replies_to: [quay-not-before-autumn]\n", "")),
    "also removed": ed(
        ARTICLE, ("    also:\n      - paragraph: 5\n        quote: 新码头将在秋天开放\n", "")
    ),
    "fact id changed without former": {
        **ed(OTHER, ("id: union-ready-to-talk", "id: union-would-talk"))
    },
    "fact id changed with former": {
        **ed(
            OTHER,
            (
                "id: union-ready-to-talk",
                "id: union-would-talk\n    former_ids: [union-ready-to-talk]",
            ),
        )
    },
    "actor renamed": {
        **{
            f: CONTENT[f].replace("mara-quill", "mara-quill-eastport")
            for f in CONTENT
            if "mara-quill" in CONTENT[f]
        },
        PERSON: None,
        "content/actors/mara-quill-eastport.yaml": CONTENT[PERSON] + "former_ids: [mara-quill]\n",
    },
    "actor name changed": ed(PERSON, ("name: Mara Quill\n", "name: Mara Quill-Jones\n")),
    "actor added": {"content/actors/new-one.yaml": "kind: person\nname: New One\n"},
    "actor removed": {
        "content/actors/port-authority.yaml": None,
        **ed(
            PERSON,
            ("    organisation: port-authority\n", ""),
            ("member_of:\n  - actor: port-authority\n    article: example-news-2025-06-11\n", ""),
        ),
        **ed(EVENT, ("organiser: port-authority\n", "")),
        **ed(ARTICLE, ("    about: [port-authority]\n", "")),
    },
    "topic added": {"content/topics/jobs.yaml": "name: Jobs\nsummary: Jobs at the quay.\n"},
    "topic summary": ed(
        WAGES, ("What is said about the dockers' wages.", "What is said of wages.")
    ),
    "question text": ed(TOPIC, ("text: When does it open?", "text: On which day does it open?")),
    "publisher ownership": ed(PAPER, ("ownership: private", "ownership: state")),
    "article deleted": {OTHER: None},
    "article url": ed(OTHER, ("https://tide.example/talks", "https://tide.example/talks2")),
    "article published": ed(OTHER, ("published: 2025-06-20", "published: 2025-06-21")),
    "article file renamed": {
        OTHER: None,
        "content/facts/example-news-talks.yaml": CONTENT[OTHER]
        + "former_ids: [example-news-2025-06-20]\n",
        "seeds/example-news-2025-06-20.json": None,
        "seeds/example-news-talks.json": CONTENT["seeds/example-news-2025-06-20.json"],
    },
    "fact moved": {
        ARTICLE: A[:_THIRD],
        OTHER: CONTENT[OTHER]
        + _FACTS[2]
        .replace("    quote: لن نفتح الرصيف الجديد قبل الخريف\n", "")
        .replace("    paragraph: 4\n", "    paragraph: 1\n")
        .split("    also:")[0],
    },
    "head broken yaml": ed(
        OTHER,
        ("    statement: The union would talk at any time", "    statement: The union: would talk"),
    ),
    "head wrong value": ed(OTHER, ("paragraph: 1\n", "paragraph: one\n")),
    "head wrong quote": ed(OTHER, ("quote: We are ready to talk at any hour", "quote: {a: b}")),
    "head wrong two": ed(
        OTHER,
        ("paragraph: 1\n", "paragraph: one\n"),
        ("The union would talk at any time", "The union would never talk"),
    ),
    "head wrong article": ed(OTHER, ("language: en", "language: en\ntranslation: perhaps")),
    "head wrong actor field": ed(PERSON, ("short_name: Quill", "short_name: [a]")),
    "head unknown field": ed(OTHER, ("    status: current", "    statsu: current")),
    "another topic of a fact": ed(
        ARTICLE, ("    topics:\n      - new-quay", "    topics:\n      - new-quay\n      - wages")
    ),
    "head broken actor": ed(SPEAKER, ('name: "Otto Brandt"', 'name: "Otto Brandt')),
    "page changed": {
        "content/pages/index.md": "# Made up\n\nNothing here was ever said, really.\n"
    },
    "page added": {"content/pages/about.md": "# About\n\nMade up.\n"},
    "markup everywhere": ed(
        OTHER,
        (
            "The union would talk at any time",
            '"The <b>union</b> *would* [talk](x) | `at` @any #5 time\\\\"',
        ),
    ),
    "correction entered": ed(
        ARTICLE,
        ("The quay stays shut until autumn", "The quay stays shut until winter"),
        (
            "    not_said:\n      - Which day.",
            "    not_said:\n"
            "      - Which day.\n"
            "    corrections:\n"
            "      - date: 2025-06-30\n"
            "        field: statement\n"
            "        was: The quay stays shut until autumn\n"
            "        now: The quay stays shut until winter\n"
            "        reason: A slip.",
        ),
    ),
    "reviewed": ed(OTHER, ("    status: current", "    status: current\n    reviewed: 2025-07-01")),
    "comment only": ed(OTHER, ("facts:", "# remark\nfacts:")),
    "new fact in a script": ed(
        ARTICLE,
        (
            "unused:\n  - paragraph: 3\n    why: The same in Ukrainian.\nfacts:\n",
            "facts:\n"
            "  - id: quay-ukrainian\n"
            "    speaker: mara-quill\n"
            "    statement: Причал відкриють восени\n"
            "    quote: Причал відкриють восени\n"
            "    paragraph: 3\n"
            "    said: before 2025-06-11\n    said_basis: inferred\n"
            "    topics: [new-quay]\n",
        ),
    ),
}
