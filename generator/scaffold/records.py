"""A file of each kind to be filled: every field explained, those that must be there left open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.capture import Span, spans
from generator.schema import Kind
from generator.schema.dates import day
from generator.schema.editors import modeline
from generator.source import Map, Seq, Tree
from generator.source.lines import quoted
from generator.source.text import hidden
from generator.validate.fact_rules import QUOTED_WORDS

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
_CHECKED = 3  # fewer words of a quotation cannot be checked


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article before anybody has filled its file."""

    publishers: frozenset[str] = frozenset()
    text: str | None = None
    url: str = ""


def scaffold(kind: Kind, record_id: str, known: Known) -> str:
    """The file of a new record. What must be filled stands open; the rest waits in comments."""
    if kind == "article":
        return f"{modeline(kind)}\n{_article(record_id, known)}{_candidates(known.text)}"
    return f"{modeline(kind)}\n{_SMALL[kind]}"


def example(kind: Kind) -> str:
    """The file of a kind as it looks when it is filled: made up, and free of mistakes."""
    return _EXAMPLES[kind]


def unfilled(tree: Tree) -> list[tuple[int, str]]:
    """The fields of a file behind which nothing stands yet: line and name."""
    paths = _open(tree.root, ())
    return [(tree.key_place(path).line, str(path[-1])) for path in paths]


def _open(node: object, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if isinstance(node, Map):
        for key, value in node.items():
            yield from _open(value, (*path, key))
    elif isinstance(node, Seq):
        for number, value in enumerate(node):
            yield from _open(value, (*path, number))
    elif node == "":
        yield path


def _article(record_id: str, known: Known) -> str:
    """Publisher and day are taken from the id where they stand there: gazette-2025-05-03."""
    publisher = max(
        (name for name in known.publishers if record_id.startswith(f"{name}-")),
        key=len,
        default="",
    )
    found = _DAY.search(record_id)
    published = found[0] if found and day(found[0]) else ""
    filled = {"publisher": publisher, "published": published, "url": known.url}
    lines = (
        f"{line} {filled[line[:-1]]}" if filled.get(line[:-1]) else line
        for line in _ARTICLE.splitlines()
    )
    return "\n".join(lines) + "\n"


def _candidates(text: str | None) -> str:
    """Each quotation of the text as a fact in comments, with its paragraph."""
    if text is None:
        return ""
    found = spans(text)
    head = (
        "\n  # What stands in quotation marks in the text, paragraph by paragraph. To use one,\n"
        '  # take the "# " away from its lines and fill it. Delete what you do not use, also the\n'
        "  # open statement above.\n"
    )
    rows = [_candidate(span) for span in found]
    return head + "".join(rows) if rows else "\n  # The text has no words in quotation marks.\n"


def _candidate(span: Span) -> str:
    text = "".join(sign for sign in span.text if not any(hidden(sign)))
    note = "".join(f"  # {line}\n" for line in _notes(span, text))
    lines = (
        "- id:",
        "  speaker:",
        "  statement:",
        f"  quote: {quoted(text)}",
        f"  paragraph: {span.paragraph}",
        "  said:",
        "  said_basis:",
        "  topics:",
    )
    return "\n" + note + "".join(f"  # {line}\n" for line in lines)


def _notes(span: Span, text: str) -> Iterator[str]:
    """What keeps words in quotation marks from being a quotation as they stand."""
    if span.unclear:
        yield "The quotation marks here can be read in several ways: read the paragraph."
    if span.tokens < _CHECKED:
        yield "Fewer than three words cannot be checked: say them in your own."
    if span.tokens > QUOTED_WORDS:
        yield f"More than {QUOTED_WORDS} words are too many: keep those that matter."
    if any(sign in text for sign in "[]"):
        yield "Brackets in a quotation are not the speaker's: keep the words before or behind them."


_ARTICLE = """\
# One article, and the statements taken from it. Lines that begin with # are help; the checks do
# not read them. Fill what stands open behind a colon. Everything else can be left out: take the
# "# " away from a line to use it.

# Who published it: the name of a file in content/actors, without .yaml.
publisher:
# title: "The headline"
# Its address, copied from the browser.
url:
# The day it was published: 2025-09-04.
published:
# What it is, if no article: transcript, statement, post, report or recording.
# kind: transcript
# dateline: "Paris"
# Its language as a code: en, fr, uk.
language:
# Are the speakers' words translated? none, publisher, or unknown: the article does not say.
# translation: unknown
# The publisher's own choice of words, which we do not take over:
# wording: [{paragraph: 1, words: "so-called", note: "Stands before the name."}]
# Paragraphs that gave nothing:
# unused: [{paragraph: 4, why: "Says nothing about the topic."}]

facts:
  # A name for its address, chosen once and never changed: macron-26-countries.
  - id:
    # Who SAID it: the name of a file in content/actors. Take the line out where the publisher
    # itself says it.
    speaker:
    # says, asks, answers, declines or announces.
    act: says
    # What was said, in your words, at most 14, without the speaker's name.
    statement:
    # condition: "once a ceasefire is reached"
    # detail: "One or two sentences more, in your words."
    # The article's words between its quotation marks, copied and not typed. Take the line out
    # where it quotes nothing.
    quote:
    # Count the paragraphs from 1.
    paragraph:
    # The occasion, a file in content/events: it gives the date, so take said: out then. place: and
    # audience: may be added here as well; not-stated means that the article does not say it.
    # event: press-conference-2025-09-04
    # The day it was said: 2025-09-04, 2025-09, about 2025-09-04, before 2025-09-04; or unknown.
    # Not the article's day, unless it says so.
    said:
    # How you know it: stated (the article gives the date), year-inferred (it gives day and month
    # only), inferred (you worked it out). Take the line out where said: is unknown.
    said_basis:
    # The names of files in content/topics: [troops-after-ceasefire].
    topics:
    # Whom it speaks about: about: [ukraine, france]
    # about: []
    # figure: {value: 26, comparator: exactly, unit: "countries", counts: "committed to a role"}
    # What the words do not say, though one might think so:
    # not_said: ["which countries"]
"""
_ACTOR = """\
# Somebody or something that speaks, or is spoken about.

# person, state, organisation, coalition, publisher or group.
kind:
# The usual English name.
name:
# What headings begin with:
# short_name: "Macron"
# Other scripts and spellings, for the search:
# other_names: [{text: "Емманюель Макрон", lang: uk}]
# identifiers: {wikidata: Q3052772}
# roles: [{title: "President of France", organisation: france, article: its-article}]
# summary: "One neutral sentence."

# A publisher needs these three as well (ownership: state, public, private or unknown):
# ownership: private
# country: france
# outlet: "newspaper"
# ownership_source: https://news.example/about
"""
_TOPIC = """\
# A subject that statements are collected under.

name:
# Its scope in one sentence.
summary:
# broader: a-wider-topic
# other_names: ["another word for it"]
# The columns of "who says what":
# questions:
#   - id: foreign-troops
#     text: "Foreign troops after a ceasefire?"
#     short: "Foreign troops?"
# What is not known:
# missing: ["The size of the force."]
"""
_EVENT = """\
# An occasion on which statements were made.

name:
# kind: "press conference"
# Only what the source says of it:
# date: 2025-09-04
# place: "Paris"
# audience: "journalists"
# organiser: emmanuel-macron
# participants: [france, ukraine]
# part_of: a-larger-event
# follows: the-event-before-it
"""
_SMALL: dict[Kind, str] = {"actor": _ACTOR, "topic": _TOPIC, "event": _EVENT}

_EXAMPLES: dict[Kind, str] = {
    "actor": """\
kind: person
# The usual English name.
name: "Ada Example"
# What headings begin with.
short_name: "Example"
roles:
  - title: "Mayor of Exampletown"
""",
    "topic": """\
name: "The new bridge"
# Its scope in one sentence.
summary: "What is said about the new bridge of Exampletown."
# The columns of "who says what".
questions:
  - id: opening
    text: "When will the bridge open?"
    short: "When?"
""",
    "event": """\
name: "Council meeting"
kind: "meeting"
# Only what the source says of it.
date: 2024-03-04
place: "Exampletown"
""",
    "article": """\
# Who published it: the name of a file in content/actors.
publisher: example-news
url: https://news.example/bridge
published: 2024-03-05
language: en
# Are the speakers' words translated? none, publisher or unknown.
translation: none
facts:
  # Chosen once, never changed.
  - id: example-bridge-may
    # Who SAID it.
    speaker: ada-example
    # says, asks, answers, declines or announces.
    act: says
    # Your words, at most 14.
    statement: "the bridge is to open in May"
    # The article's words, exactly.
    quote: "the new bridge will open in May"
    paragraph: 1
    # Gives date and place; without an event: said, place.
    event: council-meeting
    # How the date is known.
    said_basis: inferred
    topics: [bridge]
    answers:
      - question: bridge/opening
        kind: other
        text: "In May"
    # What one might wrongly read into it.
    not_said: ["which year"]
  # No quotation: the article says it in its own words.
  - id: example-lanes
    speaker: ada-example
    act: says
    statement: "three of the four lanes are finished"
    paragraph: 2
    event: council-meeting
    said_basis: inferred
    topics: [bridge]
    # Numbers are shown with what they count.
    figure: {value: 3, unit: "lanes", counts: "finished"}
""",
}
