"""A made-up published site and single edits of it, each with the expected verdict.

Nobody here was ever born, and no such town stands anywhere. A verdict was written down before the
program was asked: "" where nothing may be said, else the code of the one problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

BASE: dict[str, str] = {
    "content/actors/vera-holm.yaml": "kind: person\nname: Vera Holm\nshort_name: Holm\n",
    "content/actors/otto-brandt.yaml": "kind: person\nname: Otto Brandt\nshort_name: Brandt\n"
    "former_ids: [otto-brand]\n",
    "content/actors/exampleland.yaml": "kind: state\nname: Exampleland\n"
    "identifiers: {iso3166: SE}\n",
    "content/actors/drenia.yaml": "kind: state\nname: Drenia\nidentifiers: {iso3166: PL}\n",
    "content/actors/example-news.yaml": "kind: publisher\nname: Example News\nownership: private\n"
    "country: exampleland\noutlet: newspaper\n",
    "content/actors/state-wire.yaml": "kind: publisher\nname: State Wire\nownership: state\n"
    "country: drenia\noutlet: news agency\n",
    "content/topics/harbour.yaml": "name: The harbour\nsummary: What is said of the harbour.\n"
    "questions:\n  - {id: open, text: When will it open?}\n",
    "content/topics/talks.yaml": "name: The talks\nsummary: What is said of the talks.\n",
    "content/events/summit.yaml": "name: Summit in Exampletown\ndate: 2025-03-10\n"
    "place: Exampletown\n",
    "content/facts/post-harbour.yaml": """\
publisher: example-news
url: https://post.example/harbour
published: 2025-03-12
language: en
facts:
  - id: holm-harbour-may
    # 1
    speaker: vera-holm
    statement: "the harbour will open in May with 26 berths"
    condition: "once the last test is passed"
    detail: "She gave no day."
    quote: "we have agreed to open the harbour when the last test is passed"
    paragraph: 2
    # 2
    said: 2025-03-11
    said_basis: stated
    topics: [harbour]
    about: [exampleland]
    updates: [holm-harbour-april]
    figure: {value: 26, comparator: exactly, unit: berths, counts: "will open in May"}
    answers: [{question: harbour/open, kind: conditional, text: "In May, after a test"}]
    note: "The headline says spring."
    # 3
    reviewed: 2025-03-13
  - id: holm-no-troops
    speaker: vera-holm
    statement: "no soldiers will be sent to Drenia before a ceasefire"
    quote:
      - "we will not send soldiers"
      - "before there is a ceasefire"
    paragraph: 3
    event: summit
    topics: [talks]
    also:
      - {article: wire-talks, paragraph: 4, quote: "Exampleland will not send soldiers"}
  - id: brandt-size
    speaker: otto-brandt
    act: declines
    statement: "he would not say how large the force is"
    paragraph: 5
    said: before 2025-03-12
    said_basis: stated
    topics: [talks]
    figure: {status: not-given, counts: "size of the force"}
  - id: holm-gone
    speaker: vera-holm
    statement: "the pier is ready"
    paragraph: 6
    said: 2025-03-11
    said_basis: stated
    topics: [harbour]
    status: withdrawn
    reason: "attributed to the wrong speaker"
    date: 2025-03-20
  - id: holm-harbour-april
    speaker: vera-holm
    statement: "the harbour will open in April"
    paragraph: 7
    said: 2025-02-01
    said_basis: stated
    topics: [harbour]
    status: superseded
    reason: "she named another month"
    date: 2025-03-13
    former_ids: [holm-spring]
""",
    "content/facts/wire-talks.yaml": """\
publisher: state-wire
url: https://wire.example/talks
published: 2025-03-14
language: en
facts:
  - id: brandt-talks-legal
    speaker: otto-brandt
    statement: "the talks are legal and about thirty-five states take part"
    paragraph: 1
    event: summit
    topics: [talks]
    figure: {value: 35, comparator: about, unit: states, counts: "take part in the talks"}
    corrections:
      - {date: 2025-03-15, field: figure, was: "33", now: "35", reason: "misread"}
      - {date: 2025-03-16, field: said, was: "2025-03-09", now: "2025-03-10", reason: "dateline"}
  - id: wire-quiet
    statement: "the town was quiet"
    paragraph: 2
    topics: [talks]
""",
}
POST, WIRE = "content/facts/post-harbour.yaml", "content/facts/wire-talks.yaml"
EVENT = "content/events/summit.yaml"
OPEN = "the harbour will open in May with 26 berths"
AGREED = "we have agreed to open the harbour when the last test is passed"
SOLDIERS = "no soldiers will be sent to Drenia before a ceasefire"
NOT_SEND = "Exampleland will not send soldiers"
FORMER = "    former_ids: [holm-spring]\n"
LEGAL = "the talks are legal and about thirty-five states take part"


@dataclass(frozen=True)
class Edit:
    """One commit: pieces of files replaced, whole files set (None: deleted), and its verdict.

    `after` is put first, as an earlier commit that is published too.
    """

    name: str
    verdict: str
    pieces: tuple[tuple[str, str, str], ...] = ()
    whole: Mapping[str, str | None] = field(default_factory=dict)
    after: tuple[tuple[str, str, str], ...] = ()


def edited(content: Mapping[str, str], edit: Edit) -> dict[str, str]:
    """The content after the edit; each piece must occur exactly once in its file."""
    return _with(content, edit.pieces, edit.whole)


def published(edit: Edit) -> dict[str, str]:
    """The content before the edit."""
    return _with(BASE, edit.after, {})


def _with(
    content: Mapping[str, str],
    pieces: tuple[tuple[str, str, str], ...],
    whole: Mapping[str, str | None],
) -> dict[str, str]:
    made = dict(content)
    for file, old, new in pieces:
        assert made[file].count(old) == 1, (file, old, made[file].count(old))
        made[file] = made[file].replace(old, new)
    for file, text in whole.items():
        made.pop(file, None)
        if text is not None:
            made[file] = text
    return made


def correction(field_name: str, was: str, now: str, date: str = "2025-04-01") -> str:
    """A list of one entry, for the first fact."""
    entry = f'{{date: {date}, field: {field_name}, was: "{was}", now: "{now}", reason: "checked"}}'
    return f"    corrections: [{entry}]\n"


def _table(text: str) -> Iterator[list[str]]:
    """The rows of a table with columns separated by bars; `~` means no value."""
    for line in text.strip().splitlines():
        yield ["" if column.strip() == "~" else column.strip() for column in line.split("|")]


def _swapped(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, (text, old)
    return text.replace(old, new)


SPELLING = """
harbour will open | harbbour will open
harbour will open | harbor will open
harbour will open | habrour will open
harbour will open | hxrboxr will open
the harbour | teh harbour
with 26 | wiht 26
the harbour | The harbour
in May with | in May, with
26 berths | 26 berths.
will open in | will-open in
no soldiers will | no soliders will
Drenia | Drennia
ceasefire | cease-fire
ceasefire | cease fire
thirty-five | thirty five
have agreed | have agrreed
harbour when | harbour — when
we have | We have
Exampleland will not send | Exampleland will not sned
"""
MEANING = """
26 berths | 27 berths
26 berths | 260 berths
26 berths | 2.6 berths
26 berths | 26% berths
26 berths | €26 berths
26 berths | -26 berths
26 berths | 26 berths?
in May with | in June with
in May with | in March with
harbour will open | harbour will not open
harbour will open | harbour would open
harbour will open | harbour may open
harbour will open | harbour opens
with 26 | without 26
26 berths | 26 new berths
the harbour will | harbour will
the harbour will open | will the harbour open
26 berths | 26 boats
26 berths | 26 berth
the harbour will open in May with 26 berths | the pier stays shut
no soldiers will | soldiers will
no soldiers will | now soldiers will
be sent | be send
to Drenia | to Exampleland
before a ceasefire | after a ceasefire
a ceasefire | any ceasefire
no soldiers will | no soldier will
to Drenia | from Drenia
are legal | are illegal
thirty-five | thirty-nine
thirty-five | 35
about thirty | thirty
about thirty | above thirty
are legal | were legal
legal and | legal or
take part | takes part
states take | stakes take
we have agreed | we have agree
we have agreed | we have argued
we have agreed | we have not agreed
when the last | then the last
last test | least test
last test | past test
harbour when the last test is passed | harbour
to open the harbour when | to open […] when
test is passed | test was passed
we have agreed | he have agreed
Exampleland will not send | Exampleland will send
"""


def _texts() -> Iterator[Edit]:
    """Changes of words in statements and quotations: of spelling, and of meaning."""
    texts = {OPEN: POST, SOLDIERS: POST, LEGAL: WIRE, AGREED: POST, NOT_SEND: POST}
    for verdict, table in (("", SPELLING), ("silent-change", MEANING)):
        for old, new in _table(table):
            text = next(each for each in texts if old in each)
            piece = (texts[text], f'"{text}"', f'"{_swapped(text, old, new)}"')
            yield Edit(f"{old} > {new}", verdict, (piece,))
    for name, old, new in (
        ("two spaces", "will open", "will  open"),
        ("a space", OPEN, OPEN + " "),
    ):
        yield Edit(name, "", ((POST, f'"{OPEN}"', f'"{_swapped(OPEN, old, new)}"'),))


def _quotations() -> Iterator[Edit]:
    """Pieces of a quotation, and further evidence."""
    one, two = '"we will not send soldiers"', '"before there is a ceasefire"'
    lines = f"    quote:\n      - {one}\n      - {two}\n"
    for name, new, verdict in (
        ("taken out", "", "silent-change"),
        ("one of two taken out", f"    quote: {one}\n", "silent-change"),
        ("two made one", f"    quote: {one[:-1]} {two[1:]}\n", "silent-change"),
        ("in another order", f"    quote: [{two}, {one}]\n", "silent-change"),
        ("on one line", f"    quote: [{one}, {two}]\n", ""),
        ("a third", f'{lines}      - "that is all"\n', "silent-change"),
    ):
        yield Edit(f"quotations: {name}", verdict, ((POST, lines, new),))
    also = f'      - {{article: wire-talks, paragraph: 4, quote: "{NOT_SEND}"}}\n'
    yield Edit("evidence: one more", "", ((POST, also, f"{also}      - {{paragraph: 8}}\n"),))
    yield Edit("evidence: taken out", "quiet-change", ((POST, f"    also:\n{also}", ""),))


# name | old | new | field of the entry | was | now. \n begins a line.
FIELDS = r"""
speaker | # 1\n    speaker: vera-holm | # 1\n    speaker: otto-brandt | speaker | vera-holm | otto-brandt
its name | # 1\n    speaker: vera-holm | # 1\n    speaker: otto-brandt | speaker | Vera Holm | Otto Brandt
no speaker | # 1\n    speaker: vera-holm\n | # 1\n | speaker | Vera Holm | the publisher: Example News
day | # 2\n    said: 2025-03-11 | # 2\n    said: 2025-03-10 | said | 2025-03-11 | 2025-03-10
its words | # 2\n    said: 2025-03-11 | # 2\n    said: 2025-03-10 | said | 11 March 2025 | 10 Mar 2025
month | # 2\n    said: 2025-03-11 | # 2\n    said: 2025-03 | said | 2025-03-11 | 2025-03
before | # 2\n    said: | # 2\n    said: before | said | 2025-03-11 | before 2025-03-11
no day | # 2\n    said: 2025-03-11 | # 2\n    said: unknown | said | 2025-03-11 | unknown
event | # 2\n    said: 2025-03-11 | # 2\n    event: summit | said | 2025-03-11 | 2025-03-10
figure | value: 26 | value: 27 | figure | 26 | 27
its unit too | value: 26 | value: 27 | figure | 26 berths | 27 berths
its part | value: 26 | value: 27 | figure.value | 26 | 27
in words | value: 26 | value: 27 | the number given | 26 | 27
day in words | # 2\n    said: 2025-03-11 | # 2\n    said: 2025-03-10 | date said | 11 March 2025 | 10 March 2025
comparator | comparator: exactly | comparator: at-least | figure | 26 | at least 26
unit | unit: berths | unit: ships | figure | 26 berths | 26 ships
meaning | counts: "will open in May" | counts: "are open" | figure | will open in May | are open
figure out | {value: 26, comparator: exactly, unit: berths, | {status: not-given, | figure | 26 | not given
condition | last test is passed"\n    detail | first test is passed"\n    detail | condition | last test | first test
no condition | condition: "once the last test is passed"\n    detail | detail | condition | once the last test is passed | none
statement | harbour will open in May | harbour will open in June | statement | in May | in June
whole | the harbour will open in May | one harbour will open in June | statement | the harbour will open in May with 26 berths | one harbour will open in June with 26 berths
quotation | have agreed | have decided | quote | agreed | decided
no quotation | quote: "we have agreed to open the harbour when the last test is passed"\n    paragraph: 2 | paragraph: 2 | quote | we have agreed to open the harbour when the last test is passed | none
"""  # noqa: E501 - rows of a table
# file | old | new | verdict
OTHER_FIELDS = """
post-harbour | act: declines | act: answers | quiet-change
post-harbour | She gave no day. | She gave no hour. | ~
post-harbour | The headline says spring. | The headline says summer. | ~
post-harbour | paragraph: 2 | paragraph: 3 | ~
post-harbour | reviewed: 2025-03-13 | reviewed: 2025-04-13 | ~
post-harbour | about: [exampleland] | about: [exampleland, drenia] | ~
post-harbour | # 3 | not_said: [which day] | ~
post-harbour | kind: conditional | kind: yes | quiet-change
post-harbour | In May, after a test | In May, without a test | quiet-change
post-harbour | In May, after a test | In May, after a tset | ~
post-harbour | post.example/harbour | post.example/port | ~
post-harbour | size of the force | length of the force | silent-change
post-harbour | said: before 2025-03-12 | said: before 2025-03-11 | silent-change
post-harbour | published: 2025-03-12 | published: 2025-03-13 | ~
wire-talks | published: 2025-03-14 | published: 2025-03-15 | silent-change
wire-talks | publisher: state-wire | publisher: example-news | quiet-change silent-change
events/summit | place: Exampletown | place: Port Elva | ~
events/summit | Summit in Exampletown | Talks in Exampletown | ~
events/summit | date: 2025-03-10 | date: 2025-03-09 | silent-change silent-change
actors/vera-holm | short_name: Holm | other_names: [V. Holm] | ~
actors/vera-holm | name: Vera Holm | name: Vera Maria Holm | ~
actors/example-news | name: Example News | other_names: [Example News]\\nname: Ilva Herald | ~
actors/vera-holm | name: Vera Holm\\nshort_name: Holm | name: Anna Lind | id-reused
topics/talks | The talks\\nsummary: What is said of the talks. | Fishing\\nsummary: Quotas. | id-reused
post-harbour | harbour\\npublished: 2025-03-12 | fish\\npublished: 2025-03-13 | id-reused
"""  # noqa: E501 - rows of a table


def _fields() -> Iterator[Edit]:
    """Changes of one field: without a correction, or with a right, wrong or unrelated one."""
    for row in _table(FIELDS):
        name, old, new, field_name, was, now = (each.replace("\\n", "\n") for each in row)
        change = (POST, old, new)
        yield Edit(f"{name}: silent", "silent-change", (change,))
        for how, entry, verdict in (
            ("told", correction(field_name, was, now), ""),
            ("told of another field", correction("detail", was, now), "silent-change"),
            ("told the wrong way round", correction(field_name, now, was), "correction-untrue"),
        ):
            # A removed value cannot be wrong.
            if how != "told the wrong way round" or now != "none":
                yield Edit(f"{name}: {how}", verdict, (change, (POST, "    # 3\n", entry)))
    for name, old, new, verdict in _table(OTHER_FIELDS):
        folder = "" if "/" in name else "facts/"
        was, now = (each.replace("\\n", "\n") for each in (old, new))
        piece = (f"content/{folder}{name}.yaml", was, now)
        yield Edit(f"{name}: {old} > {new}", verdict, (piece,))
    kept = (
        POST,
        "    event: summit\n",
        "    event: summit\n    said: 2025-03-10\n    said_basis: stated\n",
    )
    day = (EVENT, "date: 2025-03-10", "date: 2025-03-09")
    yield Edit("an event's day, kept by one fact", "silent-change", (day, kept))


ENTRIES = """
"misread" | "a slip" | correction-rewritten
"misread" | "misraed" | correction-rewritten
was: "33" | was: "34" | correction-rewritten
now: "35" | now: "36" | correction-rewritten
2025-03-15, field | 2025-03-14, field | correction-rewritten
field: figure | field: statement | correction-rewritten
ONE | ~ | correction-rewritten
TWO | ~ | correction-rewritten
talks"}\\n    corrections:\\nONETWO | talks"}\\n | correction-rewritten
ONETWO | TWOONE | correction-rewritten
ONE | # looked at twice\\nONE | ~
TWO | TWO17, field: statement, was: "illegal", now: "legal"END | ~
ONE | 17, field: statement, was: "illegal", now: "legal"ENDONE | ~
TWO | TWO17, field: statement, was: "legal", now: "illegal"END | correction-untrue
TWO | TWO14, field: statement, was: "illegal", now: "legal"END | correction-untrue
value: 35 | value: 36 | silent-change
"""


def _entries() -> Iterator[Edit]:
    """Corrections that were published, and new ones without a change."""
    start, end = "      - {date: 2025-03-", ', reason: "late"}\n'
    one, two = (f"      - {line}\n" for line in re.findall("- ({date.*})", BASE[WIRE]))

    def full(text: str) -> str:
        text = text.replace("ONE", one).replace("TWO", two).replace("END", end)
        return re.sub(r"(?<![-\d])(1[47]), field", rf"{start}\1, field", text).replace("\\n", "\n")

    for old, new, verdict in _table(ENTRIES):
        yield Edit(f"entry: {old} > {new}", verdict, ((WIRE, full(old), full(new)),))
    written = '      - date: 2025-03-15\n        field: figure\n        was: "33"\n'
    written += '        now: "35"\n        reason: misread\n'
    yield Edit("entry: written otherwise", "", ((WIRE, one, written),))
    for name, entries, verdict in (
        ("the same field again", ((35, 36),), ""),
        ("two in a row", ((35, 35.5), (35.5, 36)), ""),
        ("two that do not meet", ((34, 35), (35, 36)), "correction-untrue"),
    ):
        new = "".join(full(f'17, field: figure, was: "{a}", now: "{b}"END') for a, b in entries)
        pieces = ((WIRE, "value: 35", "value: 36"), (WIRE, two, two + new))
        yield Edit(f"entry: {name}", verdict, pieces)
    june = (POST, "open in May with", "open in June with")
    for name, was, now, day, verdict in (
        ("half of the change", "with 26", "with 26", "2025-04-01", "correction-untrue"),
        ("the same twice", OPEN, OPEN, "2025-04-01", "correction-untrue"),
        ("before the article", "in May", "in June", "2025-03-01", "changed-before-published"),
    ):
        pieces = (june, (POST, "    # 3\n", correction("statement", was, now, day)))
        yield Edit(f"entry: {name}", verdict, pieces)


def _facts(text: str) -> list[str]:
    """An article's file: its head, and each of its facts."""
    head, *facts = text.split("  - id: ")
    return [head, *("  - id: " + each for each in facts)]


def _fact(name: str, more: str = "") -> str:
    return (
        f"  - id: {name}\n    speaker: otto-brandt\n    statement: ferries are cheap this year\n"
        "    paragraph: 9\n    said: 2025-03-11\n    said_basis: stated\n"
        f"    topics: [harbour]\n{more}"
    )


def _state(status: str, reason: str = "checked again") -> str:
    return f"    status: {status}\n    reason: {reason}\n    date: 2025-04-01\n"


def _states() -> Iterator[Edit]:
    """Facts that are deleted, restored, change their status or are replaced."""
    head, may, troops, size, gone, april = _facts(BASE[POST])
    others = (troops, size, gone, april)
    unquoted = may.replace(f'    quote: "{AGREED}"\n', "")
    updating = "    updates: [holm-harbour-may]\n"
    for name, verdict, facts in (
        ("deleted", "removed-fact", (may, troops, gone, april)),
        ("deleted, withdrawn before", "removed-fact", (may, troops, size, april)),
        ("withdrawn", "", (may + _state("withdrawn"), *others)),
        ("withdrawn without its quotation", "", (unquoted + _state("withdrawn"), *others)),
        (
            "withdrawn and rewritten",
            "silent-change",
            (may.replace("May with", "June with") + _state("withdrawn"), *others),
        ),
        (
            "withdrawn without reason",
            "status-incomplete",
            (may + _state("withdrawn").replace("    reason: checked again\n", ""), *others),
        ),
        (
            "withdrawn without day",
            "status-incomplete",
            (may + _state("withdrawn").replace("    date: 2025-04-01\n", ""), *others),
        ),
        ("superseded", "no-successor", (may + _state("superseded"), *others)),
        (
            "superseded by another",
            "",
            (may + _state("superseded"), *others, _fact("ferries", updating)),
        ),
        ("a withdrawn id used again", "id-reused", (may, troops, size, _fact("holm-gone"), april)),
        (
            "an id used again",
            "id-reused no-successor",
            (_fact("holm-harbour-may"), *others),
        ),
        (
            "a former id used again",
            "id-reused",
            (may, *others[:3], april.replace(FORMER, ""), _fact("holm-spring")),
        ),
        ("new", "", (may, *others, _fact("ferries"))),
        ("in another order", "", (april, gone, size, troops, may)),
    ):
        yield Edit(f"fact: {name}", verdict, whole={POST: head + "".join(facts)})
    yield from _moved(head, [may, troops, gone, april], size)


STATES = """
topics: [harbour]\\n    status: withdrawn\\n    reason: "attributed to the wrong speaker"\\n    date: 2025-03-20\\n | topics: [harbour]\\n | silent-change
topics: [harbour]\\n    status: withdrawn\\n    reason: "attributed to the wrong speaker"\\n    date: 2025-03-20\\n | topics: [harbour]\\n    BACK\\n | ~
status: superseded\\n    reason: "she named another month" | status: withdrawn\\n    reason: "never said" | ~
attributed to the wrong speaker | no longer of interest | silent-change
attributed to the wrong speaker | atributed to the wrong speaker | ~
date: 2025-03-20 | date: 2025-03-25 | silent-change
the pier is ready | the pier is not ready | silent-change
id: brandt-size | id: brandt-force\\n    former_ids: [brandt-size] | ~
id: brandt-size | id: brandt-force | removed-fact
former_ids: [holm-spring] | # none | address-lost
"""  # noqa: E501 - rows of a table


def _moved(head: str, left: list[str], size: str) -> Iterator[Edit]:
    """Facts with other statuses and ids, and one that moves to another article."""
    back = correction("status", "withdrawn", "current")
    for row in _table(STATES):
        old, new, verdict = (
            each.replace("\\n", "\n").replace("BACK", back.strip()) for each in row
        )
        yield Edit(f"state: {old} > {new}", verdict, ((POST, old, new),))
    renamed = (POST, "id: brandt-size\n", "id: brandt-force\n    former_ids: [brandt-size]\n")
    changed = (POST, "would not say", "would say")
    yield Edit("a fact renamed and changed", "silent-change", (renamed, changed))
    again = (
        (POST, "id: holm-harbour-april\n", "id: holm-april\n"),
        (POST, "updates: [holm-harbour-april]", "updates: [holm-april]"),
    )
    for verdict, former in (
        ("", "[holm-spring, holm-harbour-april]"),
        ("former-id-order", "[holm-harbour-april, holm-spring]"),
        ("address-lost", "[holm-harbour-april]"),
    ):
        pieces = (*again, (POST, "[holm-spring]", former))
        yield Edit(f"a fact renamed again: {former}", verdict, pieces)
    rest = head + "".join(left)
    cited = size.replace("    topics", "    also: [{article: post-harbour}]\n    topics")
    for name, fact, verdict in (("alone", size, "quiet-change"), ("and cited", cited, "")):
        yield Edit(f"a fact moved, {name}", verdict, whole={POST: rest, WIRE: BASE[WIRE] + fact})


def _everywhere(kind: str, old: str, new: str, *, former: bool) -> dict[str, str | None]:
    """Every file in which a renamed record occurs, with its own file moved."""
    made: dict[str, str | None] = {}
    for file, text in BASE.items():
        changed = re.sub(rf"(?<=[:\[,] ){old}\b|(?<=\[){old}\b", new, text)
        if changed != text:
            made[file] = changed
    folder = "facts" if kind == "article" else f"{kind}s"
    file = f"content/{folder}/{old}.yaml"
    text = made.get(file) or BASE[file]
    made[file] = None
    made[f"content/{folder}/{new}.yaml"] = text + (f"former_ids: [{old}]\n" if former else "")
    return made


RECORDS = """
actor | vera-holm | v-holm | address-lost silent-change silent-change silent-change silent-change
actor | state-wire | the-wire | address-lost quiet-change silent-change
topic | talks | peace-talks | address-lost
event | summit | summit-2025 | address-lost
article | wire-talks | wire-summit | address-lost
"""


def _records() -> Iterator[Edit]:
    """Actors, topics, events and articles renamed, correctly and by hand, and deleted."""
    for kind, old, new, verdict in _table(RECORDS):
        right = _everywhere(kind, old, new, former=True)
        yield Edit(f"{kind} {old} renamed", "", whole=right)
        by_hand = _everywhere(kind, old, new, former=False)
        yield Edit(f"{kind} {old} renamed by hand", verdict, whole=by_hand)
    brandt = "content/actors/otto-brandt.yaml"
    without = (brandt, "former_ids: [otto-brand]\n", "")
    yield Edit("an actor's former id taken out", "address-lost", (without,))
    other = {"content/actors/otto-brand.yaml": "kind: person\nname: Otto Brand\n"}
    yield Edit("an actor with a former id of another", "id-reused", (without,), other)
    added = {"content/actors/nils-ek.yaml": "kind: person\nname: Nils Ek\n"}
    yield Edit("a new actor", "", whole=added)
    post = BASE[POST].replace("[harbour]", "[talks]")
    post = "".join(x for x in post.splitlines(keepends=True) if "harbour/open" not in x)
    topic = {"content/topics/harbour.yaml": None, POST: post}
    yield Edit("a topic removed", "address-lost quiet-change", whole=topic)
    lines = BASE[POST].splitlines(keepends=True)
    post = "".join(x for x in lines if "wire-talks" not in x and "also:" not in x)
    gone = {WIRE: None, POST: post}
    yield Edit("an article deleted", "removed-fact removed-fact address-lost", whole=gone)


def _broken() -> Iterator[Edit]:
    """Commits that cannot be read, and the commits after them."""
    cut = (POST, "# 1\n    speaker: vera-holm", "# 1\n    speaker: [vera-holm")
    yield Edit("a file that cannot be read", "yaml-unclosed-bracket", (cut,))
    wrong = (POST, "topics: [harbour]\n    about", "about")
    right = (
        POST,
        "# 2\n    said: 2025-03-11\n    said_basis: stated\n    about",
        "# 2\n    said: 2025-03-11\n    said_basis: stated\n    topics: [harbour]\n    about",
    )
    later = (POST, right[1], right[2].replace("03-11", "03-10"))
    pier = (POST, "the pier is ready", "the pier is not ready")
    yield Edit("a broken commit", "missing-field", (wrong,))
    yield Edit("a broken commit mended", "", (right,), after=(wrong,))
    yield Edit("a change under the mending", "silent-change", (later,), after=(wrong,))
    yield Edit("a change in a broken file", "missing-field silent-change", (wrong, pier))
    yield Edit("comments and empty lines", "", ((POST, "facts:\n", "# of it\n\nfacts:\n"),))


def edits() -> list[Edit]:
    """All edits, each with a unique name."""
    parts = (_texts, _quotations, _fields, _entries, _states, _records, _broken)
    made = [edit for part in parts for edit in part()]
    assert len({each.name for each in made}) == len(made)
    return made
