"""Problem codes of references between records."""

from __future__ import annotations

from generator.problem.code import Code

_FILES = (
    "An id is the name of a file without its ending; one wrong letter leads nowhere, and the page "
    "would name somebody whom nobody knows."
)

ENTRIES: tuple[Code, ...] = (
    Code(
        "unknown-actor",
        "There is no actor with this id.",
        _FILES,
        right=("speaker: emmanuel-macron", "about: [germany, italy]"),
        wrong=("speaker: emanuel-macron", "about: [germany, italia]"),
    ),
    Code(
        "unknown-topic",
        "There is no topic with this id.",
        _FILES,
        right=("topics: [security-guarantees]", "broader: security-guarantees"),
        wrong=("topics: [security-garantees]", "broader: guarantees"),
    ),
    Code(
        "unknown-event",
        "There is no event with this id.",
        _FILES,
        right=("event: paris-coalition-meeting", "part_of: paris-coalition-meeting"),
        wrong=("event: paris-meeting-of-the-coalition", "part_of: paris"),
    ),
    Code(
        "unknown-article",
        "There is no article with this id.",
        "Evidence in another article needs that article's file, or nobody can check it.",
        right=("also: [{article: tass-2025-09-04, paragraph: 1}]", "derived_from: tass-2025-09-04"),
        wrong=("also: [{article: tass, paragraph: 1}]", "derived_from: tass-2025-9-4"),
    ),
    Code(
        "unknown-fact",
        "There is no fact with this id.",
        "What is disputed, updated or answered must be a fact of this site, in any article.",
        right=("disputes: [macron-26-countries]", "updates: [macron-35-participants]"),
        wrong=("disputes: [macron-26-country]", "updates: [the-older-one]"),
    ),
    Code(
        "unknown-question",
        "The topic has no question with this id.",
        "An answer stands in the column of its question; without the question it has no place.",
        right=(
            "question: troops-after-ceasefire/size",
            "question: security-guarantees/next-steps",
        ),
        wrong=("question: troops-after-ceasefire/how-large", "question: security-guarantees/next"),
    ),
    Code(
        "names-removed",
        "Something names what was removed.",
        "A sentence that rests on a removed statement could repeat it, and a statement without its "
        "speaker says something else.",
        right=("disputes: [macron-26-countries]", "facts: [macron-26-countries]"),
        wrong=("disputes: [a-removed-fact]", "speaker: a-removed-actor"),
    ),
    Code(
        "names-draft",
        "Something that is published names a draft.",
        "Readers would be led to a statement or a source that is not there.",
        right=("updates: [macron-26-countries]", "a draft that updates another draft"),
        wrong=("updates: [a-draft]", "facts: [a-draft] in a brief"),
    ),
    Code(
        "wrong-kind-of-actor",
        "This actor is of another kind than the field needs.",
        "A publisher is an actor of kind publisher, its country an actor of kind state: the label "
        "of every publisher is computed from both.",
        right=("publisher: tass", "country: russia"),
        wrong=("publisher: sergey-lavrov", "country: tass"),
    ),
    Code(
        "duplicate-id",
        "Two facts have the same id.",
        "A fact's id is its address. Two facts cannot have one page.",
        right=("- id: macron-26-countries", "- id: macron-26-countries-second-report"),
        wrong=(
            "- id: macron-26-countries (twice in one file)",
            "- id: macron-26-countries (in two articles)",
        ),
    ),
    Code(
        "former-id-in-use",
        "A former id is in use.",
        "An old address can lead to one page only, and an id is never used again.",
        right=("former_ids: [macron-26-states]", "former_ids: [an-id-that-nothing-else-has]"),
        wrong=("former_ids: [macron-35-participants]", "former_ids: [x] in two files"),
    ),
    Code(
        "reference-cycle",
        "References lead in a circle.",
        "A topic cannot be broader than itself, nor a statement newer than itself, by any detour.",
        right=("broader: security (which names no broader topic)", "updates: [an-older-fact]"),
        wrong=("broader: a topic that names this one as broader", "updates: [this-very-fact]"),
    ),
    Code(
        "same-statement",
        "Two facts look like one statement.",
        "If two articles report one statement, it is one fact with two pieces of evidence; "
        "counted twice it would look better confirmed than it is. This is only a suggestion.",
        right=(
            "also: [{article: other-article, paragraph: 3}]",
            "updates: [the-fact-that-it-resembles]",
        ),
        wrong=(
            "two facts of one speaker and day with the same figure",
            "two facts of one speaker with the same quoted words",
        ),
    ),
    Code(
        "not-independent",
        "Two articles share text outside quotation marks.",
        "Publishers that print the same sentences have them from one source, often a news agency. "
        "Such articles are counted as one report until somebody records what they are: "
        "derived_from where one takes its text from the other, independent_of where a person read "
        "both and found no common origin.",
        right=("derived_from: wire-2025-05-03", "independent_of: [wire-2025-05-03]"),
        wrong=(
            "two articles with the same sentences, and a word in neither",
            "independent_of: an article that nobody compared",
        ),
    ),
)
