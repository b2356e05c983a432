"""Made-up content with a statement, an actor and a source in every state that pages know."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.projects import write

_MEMBERS = 40
_ACTORS = {
    "upland": "kind: state\nname: Upland\nidentifiers: {iso3166: NO}\n",
    "governor": (
        "kind: person\nname: Gil Governor\nshort_name: Governor\nroles:\n"
        "  - {title: Governor of Upland, organisation: upland, start: 2020-05, article: states-a}\n"
    ),
    "league": "kind: coalition\nname: League of Uplands\nshort_name: League\n",
    "secretary": (
        "kind: person\nname: Sal Secretary\nroles:\n"
        "  - {title: Secretary of the League, organisation: league, article: states-a}\n"
    ),
    "lone": "kind: person\nname: Lon Lone\nshort_name: Lone\n",
    "silent": "kind: person\nname: Sy Silent\n",
    "example-radio": (
        "kind: publisher\nname: Example Radio\nownership: public\ncountry: upland\n"
        "outlet: broadcaster\nownership_source: https://radio.example/about\n"
    ),
    "record-office": (
        "kind: publisher\nname: Record Office\nownership: state\ncountry: upland\n"
        "outlet: register\nownership_source: https://record.example/about\n"
    ),
}
_SENTENCE = "Governor said that the bridge opens in June, and nothing about the road to it. "
_LONG_TEXTS = (
    "brief:\n"
    + "".join(f'  - {{text: "{n}: {_SENTENCE * 9}", facts: [state-newer]}}\n' for n in range(5))
    + "differences:\n"
    + "".join(
        f'  - {{question: "Number {n}?", facts: [state-newer], note: "{_SENTENCE * 14}"}}\n'
        for n in range(4)
    )
    + "missing:\n"
    + "".join(f'  - "{n}: {"没有人说过桥梁通往何处的道路" * 12}"\n' for n in range(6))
)
_TOPICS = {
    "states": (
        "name: Every state of a statement\nsummary: Made up.\n"
        "questions:\n  - {id: open, text: Will it be open?}\n  - {id: when, text: When?}\n"
        f"{_LONG_TEXTS}"
    ),
    "nothing": "name: A topic of which nothing is known\nsummary: Made up.\n",
}
_FACT = "    topics: [states]\n    said: 2024-03-07\n    said_basis: stated\n"
_FIRST = f"""\
publisher: example-news
title: "A headline with “marks” & <signs>"
authors: A. Writer
url: https://news.example/states-a
archived: https://archive.example/states-a
published: 2024-03-08
language: en
translation: publisher
wording: [{{paragraph: 3, words: stunning, note: The publisher’s word.}}]
unused: [{{paragraph: 4, why: A caption.}}]
facts:
  - id: state-withdrawn
    speaker: lone
    statement: the bridge was closed
    paragraph: 1
{_FACT}    status: withdrawn
    reason: Attributed to the wrong speaker.
    date: 2024-03-09
  - id: state-superseded
    speaker: governor
    statement: the bridge opens in May
    paragraph: 1
{_FACT}    status: superseded
    reason: Said otherwise since.
    date: 2024-03-09
    answers: [{{question: states/when, kind: other, text: In May}}]
  - id: state-newer
    speaker: governor
    statement: the bridge opens in June
    paragraph: 1
    topics: [states]
    said: 2024-03-08
    said_basis: inferred
    updates: [state-superseded]
    about: [upland]
    figure: {{value: 30, unit: lorries, counts: crossed a day}}
    answers:
      - {{question: states/when, kind: other, text: In June}}
      - {{question: states/open, kind: "yes", text: It will be open}}
  - id: state-corrected
    speaker: secretary
    statement: the League pays for the bridge
    paragraph: 2
{_FACT}    about: [league, upland]
    figure: {{value: 35, unit: lorries, counts: crossed a day}}
    corrections:
      - {{date: 2024-03-10, field: paragraph, was: "3", now: "2", reason: Counted wrongly.}}
    reviewed: 2024-03-10
    also:
      - {{article: states-b, paragraph: 1}}
      - {{article: states-c, paragraph: 1}}
  - id: state-contesting
    speaker: lone
    statement: nobody pays for the bridge
    paragraph: 2
    topics: [states]
    said: unknown
    disputes: [state-corrected]
    answers: [{{question: states/open, actor: upland, kind: declined, text: Would not say}}]
    figure: {{status: not-given, counts: what it costs}}
  - id: state-of-the-publisher
    statement: the river was high
    paragraph: 3
    topics: [states]
"""
_OTHERS = {
    "states-b": (
        "publisher: example-radio\nurl: https://radio.example/states-b\npublished: 2024-03-08\n"
        "language: en\nderived_from: states-a\nfacts: []\n"
    ),
    "states-c": (
        "publisher: example-radio\nurl: https://radio.example/states-c\npublished: 2024-03-09\n"
        "language: en\nfacts: []\n"
    ),
    "states-d": (
        "publisher: record-office\nurl: https://record.example/states-d\npublished: 2024-03-09\n"
        "language: en\ntranslation: none\nprimary: true\nfacts:\n"
        "  - id: state-primary\n    speaker: governor\n    statement: the bridge has four lanes\n"
        f"    paragraph: 1\n{_FACT}    recalled: true\n"
        "    answers: [{question: everything/lanes, kind: other, text: Four of them}]\n"
    ),
}


def lay_out_states(root: Path) -> None:
    """Adds it to the project in `root`."""
    for name, text in _ACTORS.items():
        write(root, f"content/actors/{name}.yaml", text)
    for number in range(_MEMBERS):
        write(
            root,
            f"content/actors/member-{number}.yaml",
            f"kind: state\nname: Member State Number {number} of the League\n"
            "member_of: [{actor: league, article: states-a, as_of: 2024-03-08}]\n",
        )
    for name, text in _TOPICS.items():
        write(root, f"content/topics/{name}.yaml", text)
    for name, text in {"states-a": _FIRST, **_OTHERS}.items():
        write(root, f"content/facts/{name}.yaml", text)
