"""Codes of one fact: rules across its fields."""

from __future__ import annotations

from generator.problem.code import Code

_FIFTEEN = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen last"
_LONG = "word " * 45


def _fact(
    code: str, words: tuple[str, str], right: tuple[str, str], wrong: tuple[str, str]
) -> Code:
    title, why = words
    return Code(code, title, why, right, wrong, "fact")


ENTRIES: tuple[Code, ...] = (
    _fact(
        "missing-evidence",
        (
            "A fact does not say where in the article it stands.",
            "Every statement on the site leads to the words of its source. The paragraph is how a "
            "reader finds them.",
        ),
        ("paragraph: 2", "paragraph: 2\nalso: [{article: other-article}]"),
        ("paragraph: 2\nalso: [{form: paraphrased}]", 'paragraph: 2\nalso: [{quote: "ports"}]'),
    ),
    _fact(
        "said-missing",
        (
            "The day of a statement is missing.",
            "The article's own date is not the day it was said. If the article does not say it, "
            "that is worth saying: unknown.",
        ),
        ("speaker: ann\nsaid: unknown", "speaker: ann\nevent: council-meeting"),
        ("speaker: ann", "speaker: ann\nplace: Paris"),
    ),
    _fact(
        "said-basis-missing",
        (
            "It is not recorded how a date is known.",
            "Readers take a bare date for one that the article gives. Whether the article gives "
            "it, gives only the day and month, or whether we inferred it, is shown beside it.",
        ),
        (
            "said: 2025-08-30\nsaid_basis: year-inferred",
            "said: before 2025-09-04\nsaid_basis: inferred",
        ),
        ("said: 2025-08-30", "said: before 2025-09-04"),
    ),
    _fact(
        "said-basis-year",
        (
            "Only the year of a date is said to be inferred, and the date is only a year.",
            "year-inferred means that the article gives the day and the month.",
        ),
        ("said: 2025\nsaid_basis: inferred", "said: 2025-08\nsaid_basis: year-inferred"),
        (
            "said: 2025\nsaid_basis: year-inferred",
            "said: about 2025\nsaid_basis: year-inferred",
        ),
    ),
    _fact(
        "not-stated",
        (
            "Words like unknown stand where a place or an audience belongs.",
            "They would be shown as its name. not-stated says that the source was read and does "
            "not name it; a field that is left out says nothing about the source.",
        ),
        ("place: not-stated", "audience: reporters"),
        ("place: unknown", 'audience: "not stated"'),
    ),
    _fact(
        "said-after-published",
        (
            "A statement is dated after its article.",
            "An article cannot report what was said later; mostly a digit is wrong.",
        ),
        (
            "said: 2025-09-04\nsaid_basis: stated",
            "said: about 2025\nsaid_basis: inferred",
        ),
        ("said: 2025-09-14\nsaid_basis: stated", "said: 2026\nsaid_basis: inferred"),
    ),
    _fact(
        "changed-before-published",
        (
            "A correction or withdrawal is dated before its article.",
            "Its date is the day on which we changed our record; nothing could be taken from the "
            "article before it came out.",
        ),
        (
            'status: withdrawn\nreason: "another speaker"\ndate: 2025-09-06',
            'corrections: [{date: 2025-09-06, field: said, was: "a", now: "b", reason: "c"}]',
        ),
        (
            'status: withdrawn\nreason: "another speaker"\ndate: 2025-08-30',
            'corrections: [{date: 2024-09-06, field: said, was: "a", now: "b", reason: "c"}]',
        ),
    ),
    _fact(
        "quote-too-long",
        (
            "A fact quotes more than 45 words of an article.",
            "Quoting is allowed as far as it is needed to prove a statement. Republishing the "
            "article is not.",
        ),
        ('quote: "We will open three ports"', 'quote: ["three ports", "by spring"]'),
        (f'quote: "{_LONG}end"', f'quote: "{_LONG}"\nalso: [{{paragraph: 1, quote: "end"}}]'),
    ),
    _fact(
        "form-without-quote",
        (
            "The form says quoted, and there is no quote.",
            "Quoted means that the publisher printed the words in quotation marks. Without them "
            "nothing can be checked.",
        ),
        ('quote: "three ports"\nform: partly-quoted', "also: [{paragraph: 1, form: paraphrased}]"),
        ("form: partly-quoted", "also: [{paragraph: 1, form: quoted}]"),
    ),
    _fact(
        "quote-in-paraphrase",
        (
            "Further evidence has a quote, and its form says paraphrased.",
            "Readers are told how each source reports a statement; it is one or the other.",
        ),
        (
            'also: [{paragraph: 1, quote: "three ports", form: partly-quoted}]',
            "also: [{paragraph: 1, form: paraphrased}]",
        ),
        (
            'also: [{paragraph: 1, quote: "three ports", form: paraphrased}]',
            'also: [{article: other, quote: "three ports", form: paraphrased}]',
        ),
    ),
    _fact(
        "statement-too-long",
        (
            "A statement has more than 14 words.",
            "It is a heading, a search result and a line in a list. A warning only.",
        ),
        ('statement: "three ports will open"', 'detail: "The money is there."'),
        (f'statement: "{_FIFTEEN}"', f'statement: "{_FIFTEEN} and more"'),
    ),
    _fact(
        "detail-too-long",
        (
            "A detail has more than 40 words or two sentences.",
            "A card is read at a glance. A warning only.",
        ),
        ('detail: "The money is there. Work begins."', 'detail: "Gen. A. Smith leads the work."'),
        ('detail: "One. Two. Three."', f'detail: "{_LONG}"'),
    ),
    _fact(
        "answer-too-long",
        (
            "An answer has more than eight words.",
            "It stands in a narrow cell beside the answers of others.",
        ),
        (
            "answers: [{question: ports/when, kind: yes, text: In spring}]",
            "answers: [{question: ports/when, kind: no, text: Not before the money is there}]",
        ),
        (
            "answers: [{question: ports/when, kind: yes, text: a b c d e f g h i}]",
            f"answers: [{{question: ports/when, kind: yes, text: {_FIFTEEN}}}]",
        ),
    ),
    _fact(
        "status-incomplete",
        (
            "A withdrawn, superseded or removed fact does not say why or since when.",
            "Its page stays, and readers want to know what happened.",
        ),
        (
            'status: withdrawn\nreason: "The article was corrected."\ndate: 2025-09-08',
            "status: current",
        ),
        ("status: withdrawn", "status: superseded\ndate: 2025-09-08"),
    ),
    Code(
        "removed-text",
        "A record is removed, and its text still stands in the file.",
        "The repository is public: what is to disappear from the site has to leave the files, too. "
        "Its address stays and says when and why it was removed. Git keeps what stood there before "
        "until its history is rewritten; SECURITY.md says how.",
        right=(
            "id: bridge-in-june\nstatus: removed\ndate: 2025-09-08\nreason: privacy",
            "id: bridge-in-june\nstatus: removed\ndate: 2025-09-08\nreason: error\n"
            "former_ids: [bridge-soon]",
        ),
        wrong=(
            "id: bridge-in-june\nstatus: removed\ndate: 2025-09-08\nreason: privacy\n"
            'statement: "the bridge opens in June"',
            "id: bridge-in-june\nstatus: removed\ndate: 2025-09-08\nreason: legal\nspeaker: ann",
        ),
    ),
    _fact(
        "status-missing",
        (
            "A fact that is current has a reason or a date of withdrawal.",
            "Either its status is missing, or date was meant to be said.",
        ),
        (
            'status: superseded\nreason: "A newer count."\ndate: 2025-09-08',
            "said: 2025-09-01\nsaid_basis: stated",
        ),
        ("date: 2025-09-01", 'reason: "The article was corrected."'),
    ),
    _fact(
        "figure-value",
        (
            "The number of a figure is missing.",
            "A figure without a number is either forgotten or was refused; the second is worth "
            "saying.",
        ),
        ("figure: {value: 26, counts: ports}", "figure: {status: not-given, counts: ports}"),
        ("figure: {counts: ports}", "figure: {unit: ports, counts: ports that open}"),
    ),
    _fact(
        "figure-not-given",
        (
            "A figure was not given, and yet has a number.",
            "It is one or the other; readers would be told both.",
        ),
        ("figure: {status: not-given, counts: ports}", "figure: {value: 0, counts: ports}"),
        (
            "figure: {status: not-given, value: 26, counts: ports}",
            "figure: {status: not-given, min: 1, max: 2, counts: ports}",
        ),
    ),
    _fact(
        "figure-bounds",
        (
            "A figure between two numbers does not have both, or another figure has bounds.",
            "min and max belong to the comparator between, and value to all others.",
        ),
        (
            "figure: {min: 20, max: 26, comparator: between, counts: ports}",
            "figure: {value: 20, comparator: at-least, counts: ports}",
        ),
        (
            "figure: {min: 20, comparator: between, counts: ports}",
            "figure: {min: 20, max: 26, counts: ports}",
        ),
    ),
    _fact(
        "figure-order",
        ("The lower bound of a figure is larger than the upper one.", "They are swapped."),
        (
            "figure: {min: 20, max: 26, comparator: between, counts: ports}",
            "figure: {min: 26, max: 26, comparator: between, counts: ports}",
        ),
        (
            "figure: {min: 26, max: 20, comparator: between, counts: ports}",
            "figure: {min: 1, max: 0.5, comparator: between, counts: ports}",
        ),
    ),
)
