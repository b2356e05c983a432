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
