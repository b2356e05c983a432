"""Problem codes of the published record: what must not change in silence."""

from __future__ import annotations

from generator.problem.code import Code

ENTRIES: tuple[Code, ...] = (
    Code(
        "silent-change",
        "A published field changed, and no correction says so.",
        "Somebody may have cited it. A change of the statement, quotation, speaker, date or "
        "figure is told on the page, with what it was, what it is, and why. Spelling and white "
        "space need no entry.",
        right=(
            'corrections: [{date: 2025-09-06, field: said, was: "2025-09-03", '
            'now: "2025-09-04", reason: "misread dateline"}]',
            "a comma added to the statement, without an entry",
        ),
        wrong=(
            "said: 2025-09-04 where 2025-09-03 was published, without an entry",
            "a “not” added to the statement, without an entry",
        ),
    ),
    Code(
        "removed-fact",
        "A published fact is gone.",
        "A link to it would lead nowhere and nobody would learn why. It stays with its status, "
        "its reason and its date, struck and out of every list.",
        right=(
            "status: withdrawn, reason: “attributed to the wrong speaker”, date: 2025-09-06",
            "former_ids: [old-id] in the fact that was renamed",
        ),
        wrong=("the fact's lines deleted", "the article's file deleted"),
    ),
    Code(
        "id-reused",
        "An id was given to another statement.",
        "Whoever cited the old statement would now find another one under the same address.",
        right=("a new id for a new statement", "the old fact kept with status: withdrawn"),
        wrong=("the old fact overwritten with a new one", "an id that stands in former_ids"),
    ),
    Code(
        "correction-rewritten",
        "An old correction was changed or taken out.",
        "Corrections are part of the record. A mistake in one is mended by a further one.",
        right=("a new entry below the old ones", "the old entries exactly as they were"),
        wrong=("the reason of an old entry reworded", "an old entry deleted"),
    ),
    Code(
        "correction-untrue",
        "A new correction does not say what changed.",
        "Readers rely on what it says: what stood there, what stands there now, since when. The "
        "whole value may be given, or of a text the part that changed.",
        right=(
            'field: said, was: "2025-09-03", now: "2025-09-04"',
            'field: statement, was: "in June", now: "in July"',
        ),
        wrong=(
            "was and now exchanged",
            "a day before that of an older correction",
        ),
    ),
    Code(
        "quiet-change",
        "Something that readers may have relied on changed without a correction.",
        "An act, an answer, a publisher or a source that changed is no error. Somebody should ask "
        "whether readers need to be told.",
        right=(
            'field: answers, was: "In June", now: "In July"',
            "an answer made shorter, looked at, and left without an entry",
        ),
        wrong=(
            "kind: yes where kind: no was published, and nobody noticed",
            "the only article behind a fact exchanged",
        ),
    ),
    Code(
        "no-successor",
        "A superseded statement has no successor.",
        "Whoever comes to a superseded statement wants the newer one. Its page leads there by the "
        "newer statement's `updates`.",
        right=(
            "updates: [macron-april] in the newer statement",
            "status: withdrawn where nothing took its place",
        ),
        wrong=(
            "status: superseded, and no statement that updates it",
            "the newer statement named in `reason` only",
        ),
    ),
    Code(
        "former-id-order",
        "The first id of a record changed its place.",
        "Feeds know a statement by the first id that it ever had. It stands first in "
        "former_ids, so that a renamed statement is not shown to subscribers as a new one.",
        right=("former_ids: [first-id, second-id]", "former_ids: [first-id]"),
        wrong=("former_ids: [second-id, first-id]", "the first id moved behind a later one"),
    ),
    Code(
        "address-lost",
        "An address that was published leads nowhere.",
        "Every address that was ever published must keep leading somewhere, for ever. A renamed "
        "record keeps its old id under former_ids; `facts rename` writes it.",
        right=(
            "former_ids: [macron-26-states]",
            "facts rename macron-26-states macron-26-countries",
        ),
        wrong=("a file renamed by hand", "an id changed by hand"),
    ),
)
