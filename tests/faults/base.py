"""Valid, made-up content with one field per line: the starting point of the faults."""

from __future__ import annotations

from factsheets.quotes.capture import capture
from factsheets.quotes.capture_file import dumps

from tests.helpers.builders import TODAY

ACTOR = "content/actors/ada.yaml"
PUBLISHER = "content/actors/gazette.yaml"
TOPIC = "content/topics/bridge.yaml"
EVENT = "content/events/council.yaml"
ARTICLE = "content/facts/gazette-1.yaml"
PAGE = "content/pages/about/method.md"
SEED = "seeds/gazette-1.json"

# Made up; no real town, bridge or newspaper is meant.
TEXT = (
    'The bridge will open in June, Example said. "We have painted every railing twice," she told '
    'the council. "Nothing is left to do," she added.\n\n'
    'Baker said the bridge "needs 1 more test for lorries" and left it at that.\n'
)
CONTENT = {
    ACTOR: """\
kind: person
name: "Ada Example"
short_name: "Example"
other_names:
  - {text: "A. Example", lang: en}
identifiers:
  wikidata: Q42
roles:
  - title: "Mayor of Exampletown"
    organisation: exampletown
    start: 2020-01-01
    end: 2024-01-01
    article: gazette-1
member_of:
  - actor: exampletown
    as_of: 2025-05-03
summary: "She is made up."
""",
    "content/actors/bob.yaml": 'kind: person\nname: "Bob Baker"\n',
    "content/actors/exampletown.yaml": 'kind: organisation\nname: "Exampletown"\n',
    "content/actors/towns.yaml": "kind: group\nname: Towns\nsize: 3\nmembers_known: some\n"
    "members: [exampletown]\n",
    "content/actors/exampleland.yaml": "kind: state\nname: Exampleland\n"
    "identifiers:\n  iso3166: NO\n",
    PUBLISHER: """\
kind: publisher
name: "Gazette"
ownership: private
country: exampleland
outlet: "newspaper"
ownership_source: https://gazette.example/about
""",
    TOPIC: """\
name: "The bridge"
summary: "What is said about the bridge."
questions:
  - id: open
    text: "When will it open?"
    short: "When?"
brief:
  - text: "Example spoke of June."
    facts: [one]
differences:
  - question: "Is it safe?"
    facts: [one, two]
    note: "Example says nothing of it; Baker asks for a test."
missing: ["Who pays."]
""",
    EVENT: """\
name: "Council meeting"
kind: "meeting"
date: 2025-05-02
place: "Exampletown"
audience: "the council"
organiser: exampletown
participants: [ada, bob]
""",
    ARTICLE: """\
publisher: gazette
title: "Bridge to open"
url: https://gazette.example/1
archived: https://archive.example/1
authors: "Made Up"
published: 2025-05-03
dateline: "Exampletown"
language: en
translation: none
facts:
  - id: one
    speaker: ada
    act: says
    statement: "The bridge is to open in June"
    condition: "if the last test goes well"
    detail: "She named no day."
    quote: "We have painted every railing twice"
    paragraph: 1
    event: council
    said_basis: stated
    topics: [bridge]
    about: [exampletown]
    answers:
      - question: bridge/open
        kind: yes
        text: "In June"
    not_said: ["Which day."]
    recalled: false
    note: "Nothing differs."
    reviewed: 2025-05-04
  - id: two
    speaker: bob
    statement: "Lorries cannot use it yet"
    quote: "needs 1 more test for lorries"
    paragraph: 2
    said: 2025-05-02
    said_basis: stated
    topics: [bridge]
    figure:
      value: 1
      comparator: exactly
      unit: "tests"
      counts: "tests that he asks for"
    replies_to: [one]
    corrections:
      - date: 2025-05-05
        field: statement
        was: "Lorries must not use it"
        now: "Lorries cannot use it yet"
        reason: "He spoke of safety."
""",
    "content/pages/index.md": "# Made up\n\nNothing here was ever said.\n",
    PAGE: "# Method\n\nA first paragraph.\n\nA second one.\n",
    SEED: dumps(capture(TEXT, published=None, captured=TODAY)),
}
