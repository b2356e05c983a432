"""The words that the comparison knows, and what it says; the page reads them from its data."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


STOP = _words(
    "a about after again all also am an and any are as at be because been before being between "
    "both but by can could did do does doing during each few for from further had has have having "
    "he her here hers him his how i if in into is it its itself just let me might more most must "
    "my no nor not of off on once only or other our out over own per same say says saying said "
    "shall she should so some such than that the their them then there these they this those "
    "through to told too under until up upon us very was we were what when where which while who "
    "whom why will with without would wrote you your according asked announced added stated yet"
)

CONDITIONAL = _words(
    "if once when whenever after unless until provided providing should upon case pending "
    "conditional condition conditions conditionally subject depending depends dependent assuming "
    "following requires required soon"
)

# These make a condition of what is denied, and its contrary of what is not.
CONTRARY = _words("unless until")
ONLY = "only"
# Whatever stands behind these is said to be no condition.
REGARDLESS = _words("regardless irrespective despite notwithstanding whether even")

# A word of a group in a statement must have some word of the same group in the sentence.
HEDGES = {
    "attempt": _words(
        "attempt attempts attempting attempted try tries trying tried seek seeks seeking sought "
        "effort efforts bid endeavour endeavours"
    ),
    "possible": _words(
        "would could might may should possibly possible perhaps likely probably potential "
        "potentially"
    ),
    "intention": _words(
        "intend intends intended intending plan plans planned planning aim aims aimed aiming "
        "meant mean means want wants wanted hope hopes hoped wish ready readiness willing "
        "willingness prepared propose proposes proposed proposal offer offers offered expect "
        "expects expected"
    ),
    "commitment": _words(
        "commit commits committed committing commitment commitments pledge pledges pledged "
        "promise promises promised agree agrees agreed undertake undertakes undertook confirmed"
    ),
    "consideration": _words(
        "consider considers considering considered weigh weighs weighing discuss discusses "
        "discussing discussed undecided yet study studying examine examining"
    ),
}

# Words that say more than a statement did, unless it has them too.
CERTAIN = _words("will shall must certainly definitely clearly undoubtedly all every always")

NEGATION = _words(
    "not no never none nor neither without cannot refuse refuses refused refusing decline declines "
    "declined declining deny denies denied"
)

# "would not" of a statement may be told by these.
REFUSAL = _words(
    "refuse refuses refused refusing decline declines declined declining deny denies denied"
)
# Before a word, its contrary: acceptable, unacceptable.
CONTRARY_PREFIXES = _words("un in im ir il dis non")

# Who stands before these, or behind "according to", is said to speak.
SPEECH = _words(
    "said says say told tells replied replies answered answers asked asks announced announces "
    "stated states declared declares added adds argued argues stressed stresses insisted insists "
    "noted notes warned warns claimed claims agreed agrees confirmed confirms denied denies wrote "
    "writes explained explains accused accuses suggested suggests believes believed thinks thought"
)
# They speak for others.
SPOKESPEOPLE = _words(
    "spokesman spokeswoman spokesperson spokespeople aide aides adviser advisers advisor advisors "
    "official officials source sources diplomat diplomats"
)
# Capitals that name nobody.
NOBODY = _words(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday today yesterday"
)

ALTERNATIVE = _words("or")
BETWEEN = _words("or and")

COMPARATORS = {
    "about": _words("about around approximately roughly some nearly almost circa"),
    "at-least": _words("least minimum"),
    "at-most": _words("most maximum up"),
    "more-than": _words("more over above exceeding exceeds"),
    "less-than": _words("less fewer under below"),
}

UNITS = {
    word: number
    for number, word in enumerate(
        _words(
            "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen"
        ),
        start=2,
    )
}
TENS = {
    word: number * 10
    for number, word in enumerate(
        _words("twenty thirty forty fifty sixty seventy eighty ninety"), start=2
    )
}
# Between two numbers: 3 to 5 million.
RANGES = _words("to and")
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}

MESSAGES = {
    "condition": "the condition: “{}”",
    "or": "an “or”: “{}”",
    "attempt": "that it is an attempt: “{}”",
    "possible": "that it is only possible or conditional: “{}”",
    "intention": "that it is an intention: “{}”",
    "commitment": "that it is a commitment: “{}”",
    "consideration": "that it is being considered: “{}”",
    "certainty": "certainty: “{}”",
    "negation": "a negation: “{}”",
    "speaker": "the speaker: {}",
    "another": "another speaker: {}",
    "quotation": "words inside the quotation marks that the quotation does not have: “{}”",
    "marks": "the quotation marks around “{}”",
    "number": "a number: {}",
    "unit": "what the number counts: {}",
    "comparator": "how the number is meant: “{}”",
}

# Statements that share less than this with a sentence do not resemble it.
LEAST = 0.3
MOST = 3
RUN = 8

WORDS = {
    "stop": STOP,
    "conditional": CONDITIONAL,
    "contrary": CONTRARY,
    "only": ONLY,
    "ranges": RANGES,
    "regardless": REGARDLESS,
    "refusal": REFUSAL,
    "prefixes": CONTRARY_PREFIXES,
    "speech": SPEECH,
    "spokespeople": SPOKESPEOPLE,
    "nobody": NOBODY,
    "hedges": HEDGES,
    "certain": CERTAIN,
    "negation": NEGATION,
    "alternative": ALTERNATIVE,
    "between": BETWEEN,
    "comparators": COMPARATORS,
    "units": UNITS,
    "tens": TENS,
    "scales": SCALES,
    "messages": MESSAGES,
    "least": LEAST,
    "most": MOST,
    "run": RUN,
}
