"""Valid content about a made-up harbour, laid out as different people would."""

from __future__ import annotations

from factsheets.quotes.capture import capture
from factsheets.quotes.capture_file import dumps

from tests.helpers.builders import TODAY

PERSON = "content/actors/mara-quill.yaml"
SPEAKER = "content/actors/otto-brandt.yaml"
STATE = "content/actors/exampleland.yaml"
PAPER = "content/actors/example-news.yaml"
PORT = "content/actors/port-authority.yaml"
TOPIC = "content/topics/new-quay.yaml"
WAGES = "content/topics/wages.yaml"
EVENT = "content/events/quay-hearing.yaml"
ARTICLE = "content/facts/example-news-2025-06-11.yaml"
OTHER = "content/facts/example-news-2025-06-20.yaml"

# Made up; no real harbour, union or newspaper is meant.
TEXT = (
    "The new quay will not open before autumn, harbour master Mara Quill told a hearing on "
    'Tuesday. "We have sealed the northern gate, and nobody will use it before September," she '
    "said. The gate was built in 1931 and has been repaired four times since the war ended.\n\n"
    "The union sees it otherwise. “Our members were promised ‘work for every crane’ in "
    "spring,” said its speaker Otto Brandt, adding that 240 of 310 dockers have signed.\n\n"
    "«Причал відкриють восени», — заявила керівниця порту.\n\n"
    "قالت كويل: «لن نفتح الرصيف الجديد قبل الخريف» أمام اللجنة.\n\n"
    "奎尔说：“新码头将在秋天开放，工人不必担心。”\n"
)
SECOND = (
    'Nine days later Brandt repeated: "We are ready to talk at any hour." The newspaper asked the '
    "Port Authority on the same evening, which left the question for its next meeting.\n"
)

CONTENT = {
    PERSON: """\
# yaml-language-server: $schema=../.schema/actor.json
kind: person
name: Mara Quill
short_name: Quill
other_names:
  - Мара Квілл
  - text: مارا كويل
    lang: ar
roles:
  - title: Harbour master of Exampletown
    organisation: port-authority
    start: 2019
member_of:
  - actor: port-authority
    article: example-news-2025-06-11
""",
    SPEAKER: 'kind: person\nname: "Otto Brandt"\nshort_name: Brandt\n',
    STATE: "kind: state\nname: Exampleland\nidentifiers: {iso3166: SE}\n",
    PORT: "kind: organisation\nname: Port Authority of Exampletown\n",
    PAPER: """\
kind: publisher
name: Example News
# state, public, private or unknown
ownership: private
country: exampleland
outlet: newspaper
""",
    TOPIC: """\
name: The new quay
summary: When the new quay of Exampletown opens, and who works there.
questions:
  - id: opening
    text: When does it open?
    short: When?
  - id: work
    text: Who works there?
brief:
  - text: Quill spoke of autumn.
    facts:
      - quay-not-before-autumn
missing:
  - Which day.
""",
    WAGES: "name: Wages\nsummary: What is said about the dockers' wages.\n",
    EVENT: """\
name: Hearing on the quay
kind: hearing
date: 2025-06-10
place: Exampletown
organiser: port-authority
participants:
  - mara-quill
  - otto-brandt
""",
    ARTICLE: """\
publisher: example-news
title: Quay stays shut
url: https://tide.example/quay
published: 2025-06-11
language: en
translation: none
unused:
  - paragraph: 3
    why: The same in Ukrainian.
facts:
  # the harbour master
  - id: quay-not-before-autumn
    speaker: mara-quill
    act: says
    statement: The quay stays shut until autumn
    detail: She named no day.
    quote: nobody will use it before September
    paragraph: 1
    event: quay-hearing
    said_basis: inferred
    topics:
      - new-quay
    about: [port-authority]
    answers:
      - question: new-quay/opening
        kind: other
        text: In autumn
    not_said:
      - Which day.
  # the union
  - id: dockers-promised-work
    speaker: otto-brandt
    statement: "The dockers were promised work in spring"
    quote: "Our members were promised 'work for every crane' in spring"
    paragraph: 2
    said: 2025-06-10
    topics: [new-quay, wages]
    figure: {value: 240, unit: dockers, counts: have signed}
    form: partly-quoted
    replies_to: [quay-not-before-autumn]
    said_basis: stated
  - id: quay-gate-arabic
    speaker: mara-quill
    statement: She would not open it earlier
    quote: لن نفتح الرصيف الجديد قبل الخريف
    paragraph: 4
    said: before 2025-06-11
    topics: [new-quay]
    said_basis: stated
    also:
      - paragraph: 5
        quote: 新码头将在秋天开放
""",
    OTHER: """\
publisher: example-news
url: https://tide.example/talks
published: 2025-06-20
language: en
facts:
  - id: union-ready-to-talk
    speaker: otto-brandt
    statement: The union would talk at any time
    quote: We are ready to talk at any hour
    paragraph: 1
    said: 2025-06-20
    topics: [wages]
    said_basis: stated
    status: current
    corrections:
      - date: 2025-06-22
        field: paragraph
        was: "2"
        now: "1"
        reason: Miscounted.
""",
    "content/pages/index.md": "# Made up\n\nNothing here was ever said.\n",
    "seeds/example-news-2025-06-11.json": dumps(capture(TEXT, published=None, captured=TODAY)),
    "seeds/example-news-2025-06-20.json": dumps(capture(SECOND, published=None, captured=TODAY)),
}
