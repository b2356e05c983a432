"""Codes of single records: what a field, or several fields of one record, must be."""

from __future__ import annotations

from generator.problem.catalogue.facts import ENTRIES as FACTS
from generator.problem.code import Code

_GAZETTE = "kind: publisher\nname: Gazette\nownership: private\ncountry: france\noutlet: newspaper"

ENTRIES: tuple[Code, ...] = (
    Code(
        "unknown-field",
        "There is no such field here.",
        "A field that nobody reads would be lost silently; mostly a letter is wrong, or the field "
        "belongs into another group.",
        right=('condition: "once there is a ceasefire"', "figure: {value: 26, counts: ports}"),
        wrong=('conditon: "once there is a ceasefire"', "figure: {value: 26, count: ports}"),
        kind="fact",
    ),
    Code(
        "missing-field",
        "A field is missing that the record cannot do without.",
        "Few fields are required; without these there is nothing to show or to check.",
        right=('kind: state\nname: "France"', 'kind: person\nname: "Emmanuel Macron"'),
        wrong=('name: "France"', "kind: person"),
        kind="whole actor",
    ),
    Code(
        "empty-value",
        "There is nothing behind a field.",
        "An empty field looks like a forgotten one. What is not known is left out, or said to be "
        "unknown where that is a choice.",
        right=('note: "Two wordings differ."', "said: unknown"),
        wrong=("note:", 'note: ""'),
        kind="fact",
    ),
    Code(
        "wrong-shape",
        "A text, a list or a group of fields stands where another of them should.",
        "Fields that can have several values take a list; fields with parts take a group of "
        "fields; all others a text in the same line.",
        right=("figure: {value: 26, counts: ports}", "place: Paris"),
        wrong=("figure: 26", "place: [Paris, Kyiv]"),
        kind="fact",
    ),
    Code(
        "bad-id",
        "A text cannot be an id.",
        "Ids are addresses on the site and names of files, on every system and in every language: "
        "small letters a to z, digits and single hyphens, at most 80.",
        right=("event: council-meeting", "topics: [troops-after-ceasefire]"),
        wrong=("event: Council Meeting", "topics: [troops_after_ceasefire]"),
        kind="fact",
    ),
    Code(
        "reserved-id",
        "This id is kept for something else.",
        "The second page of a list has the address /topics/page/2/, a folder's own page is its "
        "index, and Windows has no files called con, aux or nul. A record of such a name would "
        "collide with them.",
        right=("id: page-of-history", "id: con-edison"),
        wrong=("id: page", "former_ids: [con]"),
    ),
    Code(
        "bad-date",
        "A text is not a date that a calendar has.",
        "Dates are written with year, month and day, so that every reader of the world takes them "
        "alike. Where only a day fits (published, reviewed, date) nothing vaguer is taken.",
        right=("said: before 2025-08-30\nsaid_basis: stated", "reviewed: 2025-09-05"),
        wrong=("said: 4 September 2025", "reviewed: 2025-02-30"),
        kind="fact",
    ),
    Code(
        "bad-number",
        "A text is not a number as it is written here.",
        "A number is published as it is written: 3.50 stays 3.50. Commas and spaces inside numbers "
        "mean different things in different countries, and programs read 0123 and 1e5 in different "
        "ways. Digits only, with a point before decimals; paragraphs are whole numbers from 1.",
        right=("figure: {value: 1500000, counts: people}", "paragraph: 2"),
        wrong=('figure: {value: "1,500,000", counts: people}', "paragraph: second"),
        kind="fact",
    ),
    Code(
        "bad-choice",
        "A word is not one of the choices.",
        "Some fields take one of a few words, because pages are built from them.",
        right=("act: declines", "recalled: true"),
        wrong=("act: refuses", "recalled: yes"),
        kind="fact",
    ),
    Code(
        "bad-sha256",
        "A text is not the SHA-256 of a capture.",
        "Whoever read an unclear paragraph names the text that they read by its SHA-256, 64 small "
        "letters and digits. It stands in the article's file in seeds/.",
        right=(
            'marks: {read_as: quoted, by: "Ada Example", date: 2025-09-05, sha256: '
            "e9d8e278fe444161e536ff379ca6b3bf"
            "2da4bb5c76b7a5f120f44633a179a542}",
            'statement: "the ports will open"',
        ),
        wrong=(
            "marks: {read_as: quoted, by: Ada Example, date: 2025-09-05, sha256: e9d8e278}",
            "marks: {read_as: quoted, by: Ada Example, date: 2025-09-05, sha256: none}",
        ),
        kind="fact",
    ),
    Code(
        "several-authors",
        "A text alone seems to name several authors.",
        "Citations name each author alone; programs cannot tell two names from one. A list says "
        "which is which.",
        right=('authors: ["Ann Alpha", "Bo Beta"]', 'authors: ["Ministry of Trade"]'),
        wrong=('authors: "Ann Alpha, Bo Beta"', "authors: Ann Alpha and Bo Beta"),
        kind="article",
    ),
    Code(
        "old-field",
        "A field has a newer name.",
        "The old name is still read. The new one says more: `authors` takes each name alone, as "
        "citations need it.",
        right=('authors: ["Ann Alpha"]', 'authors: ["Ann Alpha", "Bo Beta"]'),
        wrong=('author: "Ann Alpha"', 'author: "Ann Alpha, Bo Beta"'),
        kind="article",
    ),
    Code(
        "bad-url",
        "A text is not a web address that the site links to.",
        "Only addresses that begin with https:// or http:// are linked; others can run programs.",
        right=("url: https://news.example/1", "archived: https://archive.example/1"),
        wrong=("url: news.example/1", "archived: javascript:alert(1)"),
        kind="article",
    ),
    Code(
        "bad-question",
        "An answer does not name its question.",
        "A question belongs to a topic, so its full name is the topic's id, a slash, and its own.",
        right=(
            "answers: [{question: ports/when, kind: yes, text: In spring}]",
            "answers: [{question: grain-deal/renewed, kind: no, text: Not now}]",
        ),
        wrong=(
            "answers: [{question: when, kind: yes, text: In spring}]",
            "answers: [{question: Ports/When?, kind: no, text: Not now}]",
        ),
        kind="fact",
    ),
    Code(
        "bad-wikidata",
        "A text is not a number of Wikidata.",
        "The number says which of many people or places of a name is meant, to programs too.",
        right=("identifiers: {wikidata: Q3052772}", "identifiers: {wikidata: Q142}"),
        wrong=("identifiers: {wikidata: 3052772}", "identifiers: {wikidata: Q0142}"),
        kind="actor",
    ),
    Code(
        "bad-iso3166",
        "A text is not a country's code of two letters.",
        "ISO 3166-1 gives each country two capitals. The label of a publisher is computed from "
        "them.",
        right=("identifiers: {iso3166: FR}", "identifiers: {iso3166: NO}"),
        wrong=("identifiers: {iso3166: fr}", "identifiers: {iso3166: FRA}"),
        kind="actor",
    ),
    Code(
        "bad-language",
        "A text is not a code of a language.",
        "Browsers and screen readers choose letters and voice by the code: en, uk, zh-Hans.",
        right=("language: en", "language: pt-BR"),
        wrong=("language: English", "language: EN"),
        kind="article",
    ),
    Code(
        "ownership-missing",
        "A publisher has no ownership line.",
        "Every publisher is labelled by one rule (state, public, private, unknown). A label on "
        "some and not on others would be a verdict.",
        right=(
            _GAZETTE,
            "kind: publisher\nname: Wire\nownership: unknown\ncountry: france\noutlet: news agency",
        ),
        wrong=(
            "kind: publisher\nname: Gazette\ncountry: france\noutlet: newspaper",
            "kind: publisher\nname: Wire\ncountry: france\noutlet: news agency",
        ),
        kind="whole actor",
    ),
    Code(
        "publisher-incomplete",
        "A publisher's country or kind of outlet is missing.",
        'The label is made of both: "Russian state news agency", "US private broadcaster".',
        right=(
            _GAZETTE,
            "kind: person\nname: Ann Archer",
        ),
        wrong=(
            "kind: publisher\nname: Gazette\nownership: private",
            "kind: publisher\nname: Gazette\nownership: private\ncountry: france",
        ),
        kind="whole actor",
    ),
    Code(
        "end-before-start",
        "A role ends before it begins.",
        "One of the two dates is wrong, or they are swapped.",
        right=(
            "roles: [{title: Mayor, start: 2020, end: 2024-05}]",
            "roles: [{title: Mayor, start: 2020-06, end: 2020}]",
        ),
        wrong=(
            "roles: [{title: Mayor, start: 2024-05, end: 2020}]",
            "roles: [{title: Mayor, start: 2020-06, end: 2020-05-31}]",
        ),
        kind="actor",
    ),
    Code(
        "duplicate-question",
        "A topic has two questions with the same id.",
        "Answers name their question by it, and could belong to either.",
        right=(
            "questions: [{id: when, text: When?}, {id: who, text: Who?}]",
            "questions: [{id: when, text: When?}]",
        ),
        wrong=(
            "questions: [{id: when, text: When?}, {id: when, text: Who?}]",
            "questions:\n  - {id: a, text: A?}\n  - {id: b, text: B?}\n  - {id: a, text: C?}",
        ),
        kind="topic",
    ),
    Code(
        "duplicate-item",
        "An id stands twice in a list.",
        "It would be shown and counted twice.",
        right=("topics: [ports, grain]", "about: [france, italy]"),
        wrong=("topics: [ports, grain, ports]", "about: [france, france]"),
        kind="fact",
    ),
    Code(
        "not-nfc",
        "A letter is written as two signs.",
        "é can be one sign, or e with a mark behind it. They look alike, but search and the check "
        "of quotations tell them apart. Typed text has one sign; some copied text has two.",
        right=('place: "Orléans"', 'place: "Київ"'),
        wrong=('place: "Orle\\u0301ans"', 'place: "Кии\\u0306в"'),
        kind="fact",
    ),
    Code(
        "mixed-script",
        "A word has letters of two scripts.",
        "The Cyrillic letter а looks like the Latin a. A name with both cannot be found, and can "
        "pass for another.",
        right=('name: "Macron"', 'name: "Макрон"'),
        wrong=('name: "M\\u0430cron"', 'name: "Maкron"'),
        kind="actor",
    ),
    Code(
        "loaded-word",
        "A word of ours takes a side.",
        '"Claimed" doubts a speaker, "admitted" convicts one, "merely" and "sharp" add a mood. The '
        "same plain verbs serve everybody. The publisher's own words are listed under `wording` "
        "and are not taken over.",
        right=(
            'statement: "the bridge is safe"',
            'detail: "She said that it had been tested twice."',
        ),
        wrong=(
            'statement: "the bridge is allegedly safe"',
            'detail: "She admitted that it had been tested twice."',
        ),
        kind="fact",
    ),
    *FACTS,
)
