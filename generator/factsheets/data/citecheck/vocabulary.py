"""The words that the comparison knows, and what it says; the page reads them from its data."""

from __future__ import annotations

from factsheets.data.citecheck import measures
from factsheets.data.citecheck.measures import listed

STOP = listed(
    "a about after again all also am an and any are as at be because been before being between "
    "both but by can could did do does doing during each few for from further had has have having "
    "he her here hers him his how i if in into is it its itself just let me might more most must "
    "my no nor not of off on once only or other our out over own per same say says saying said "
    "shall she should so some such than that the their them then there these they this those "
    "through to told too under until up upon us very was we were what when where which while who "
    "whom why will with without would wrote you your according asked announced added stated yet"
)

CONDITIONAL = listed(
    "if once when whenever after unless until provided providing should upon case pending "
    "conditional condition conditions conditionally subject depending depends dependent assuming "
    "following requires required soon"
)

# These make a condition of what is denied, and its contrary of what is not.
CONTRARY = listed("unless until")
ONLY = "only"
# Whatever stands behind these is said to be no condition.
REGARDLESS = listed("regardless irrespective despite notwithstanding whether even whatever")

# A word of a group in a statement must have some word of the same group in the sentence.
HEDGES = {
    "attempt": listed(
        "attempt attempts attempting attempted try tries trying tried seek seeks seeking sought "
        "effort efforts bid endeavour endeavours"
    ),
    "possible": listed(
        "would could might may should possibly possible perhaps likely probably potential "
        "potentially"
    ),
    "intention": listed(
        "intend intends intended intending plan plans planned planning aim aims aimed aiming "
        "meant mean means want wants wanted hope hopes hoped wish ready readiness willing "
        "willingness prepared propose proposes proposed proposal offer offers offered expect "
        "expects expected"
    ),
    "commitment": listed(
        "commit commits committed committing commitment commitments pledge pledges pledged "
        "promise promises promised agree agrees agreed undertake undertakes undertook confirmed"
    ),
    "consideration": listed(
        "consider considers considering considered weigh weighs weighing discuss discusses "
        "discussing discussed undecided yet study studying examine examining"
    ),
}

# The same for how much, how often and by whose account; kind, then group.
EXTENTS = {
    "some": listed("some several various few certain handful partly partially"),
    "most": listed("most mostly majority largely mainly chiefly"),
    "many": listed("many numerous dozens hundreds thousands"),
    "often": listed("often frequently usually generally normally typically sometimes occasionally"),
    "rarely": listed("rarely seldom hardly scarcely barely"),
}
# Before these, a word of extent belongs to a superlative or to a number.
SUPERLATIVE = listed("the at")
REPORTS = listed(
    "reportedly allegedly apparently supposedly purportedly alleged seem seems seemed appear "
    "appears appeared reported rumoured rumored believed thought presumed suspected understood"
)

# Words that say less than a statement did, unless it has a word of their group.
WEAKER = {
    "attempt": listed(
        "attempt attempts attempting attempted try tries trying tried seek seeks seeking sought"
    ),
    "possible": listed("might may perhaps possibly possible likely probably potentially"),
    "intention": listed("intend intends intended intending hope hopes hoped hoping aims aimed"),
}

# Words that say more than a statement did, unless it has them too.
CERTAIN = listed(
    "will shall must certainly definitely clearly undoubtedly all every always entirely completely "
    "undeniably proven"
)

NEGATION = listed(
    "not no never none nor neither without cannot refuse refuses refused refusing decline declines "
    "declined declining deny denies denied"
)

# "would not" of a statement may be told by these.
REFUSAL = listed(
    "refuse refuses refused refusing decline declines declined declining deny denies denied"
)
# Before a word, its contrary: acceptable, unacceptable.
CONTRARY_PREFIXES = listed("un in im ir il dis non")

# What one side says is the contrary of what the other does.
CONTRARIES = tuple(
    tuple(listed(side) for side in pair)
    for pair in (
        (
            "rise rises rose risen rising increase increases increased increasing grow grows grew "
            "grown growing",
            "fall falls fell fallen falling decrease decreases decreased decreasing drop drops "
            "dropped dropping shrink shrinks shrank",
        ),
        ("above over exceeding", "below under beneath"),
        ("higher", "lower"),
        ("raise raises raised raising", "lower lowers lowered lowering cut cuts cutting"),
        (
            "accept accepts accepted accepting approve approves approved approving",
            "reject rejects rejected rejecting",
        ),
        ("support supports supported supporting", "oppose opposes opposed opposing"),
        ("open opens opened opening reopen reopens", "close closes closed closing"),
        ("win wins won winning victory", "lose loses lost losing defeat"),
        ("gain gains gained profit profits", "loss losses"),
        ("succeed succeeds succeeded success", "fail fails failed failing failure"),
        ("allow allows allowed permit permits permitted", "ban bans banned forbid forbids forbade"),
        ("begin begins began begun start starts started", "end ends ended stop stops stopped"),
        ("strengthen strengthens strengthened", "weaken weakens weakened"),
        ("improve improves improved", "worsen worsens worsened"),
        ("killed dead died dies", "wounded injured survived"),
        ("guilty", "innocent"),
        ("majority", "minority"),
        ("buy buys bought buying", "sell sells sold selling"),
        ("import imports imported", "export exports exported"),
        ("north northern", "south southern"),
        ("east eastern", "west western"),
    )
)

# Who stands before these, or behind "according to", is said to speak.
SPEECH = listed(
    "said says say told tells replied replies answered answers asked asks announced announces "
    "stated states declared declares added adds argued argues stressed stresses insisted insists "
    "noted notes warned warns claimed claims agreed agrees confirmed confirms denied denies wrote "
    "writes explained explains accused accuses suggested suggests believes believed thinks thought"
)
# What belongs to who stands before them.
VIEWS = listed("view opinion account assessment estimate")
# Between a speaker and the word for speaking.
BESIDE_SPEECH = listed("also later then now earlier today yesterday has had have on")
# They join another speaker to one; the longer ones stand behind a comma.
JOINERS = listed("and or with")
JOINED_BY = tuple(map(listed, ("as well as", "together with", "along with", "and", "with")))
# So begins somebody who is joined without a name.
DETERMINERS = listed("a an the his her its their our other others several many some two three")
PREPOSITIONS = listed("in at from of to near with for by on against between into over under")
# They speak for others.
SPOKESPEOPLE = listed(
    "spokesman spokeswoman spokesperson spokespeople aide aides adviser advisers advisor advisors "
    "official officials source sources diplomat diplomats"
)
# Capitals that name nobody.
NOBODY = (*measures.MONTHS, *measures.WEEKDAYS, "today", "yesterday")

ALTERNATIVE = listed("or")
BETWEEN = listed("or and")

# Behind an "or", these make no alternative.
IDIOMS = listed("not so more less fewer later")

# The commonest small words of other languages that are no English words.
FOREIGN = listed(
    "der das und ist nicht ein eine einen einem einer dass mit von zu des auf fur sich sie wird "
    "werden haben sagte nach bei aus auch alle einige le la les une que qui dans pour sur avec "
    "est sont ont dit du au aux n'est n'a d'un d'une qu'il el los las una por con para del se "
    "es son como pero dijo uma os dos nao sao foi disse gli che della sono detto di il het een "
    "van dat niet zijn voor op heeft door och att det som inte till av ett og ikke til nie jest "
    "ze oraz bir ve bu icin ile yang dan itu untuk tidak dengan ja etta oli hogy egy nem az nu "
    "este si je"
)
# English words that other languages have, too.
SHARED = listed("a am an as at be by can do he i in is me my no of on or so such was we were will")
# So many of them, and more than English ones, make a sentence of another language.
FOREIGN_LEAST = 2

MESSAGES = {
    "condition": "the condition: “{}”",
    "or": "an “or”: “{}”",
    "attempt": "that it is an attempt: “{}”",
    "possible": "that it is only possible or conditional: “{}”",
    "intention": "that it is an intention: “{}”",
    "commitment": "that it is a commitment: “{}”",
    "consideration": "that it is being considered: “{}”",
    "extent": "how much, how many or how often: “{}”",
    "report": "that it is by report, or only seems so: “{}”",
    "contrary": "a word of contrary sense: “{}”",
    "date": "a date: {}",
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

NOT_ENGLISH = (
    "It does not seem to be English. The comparison knows English words only, so it compares "
    "nothing here."
)

WORDS = {
    "stop": STOP,
    "conditional": CONDITIONAL,
    "contrary": CONTRARY,
    "only": ONLY,
    "regardless": REGARDLESS,
    "hedges": HEDGES,
    "extents": EXTENTS,
    "superlative": SUPERLATIVE,
    "reports": REPORTS,
    "weaker": WEAKER,
    "certain": CERTAIN,
    "negation": NEGATION,
    "refusal": REFUSAL,
    "prefixes": CONTRARY_PREFIXES,
    "contraries": CONTRARIES,
    "speech": SPEECH,
    "views": VIEWS,
    "besideSpeech": BESIDE_SPEECH,
    "joiners": JOINERS,
    "joinedBy": JOINED_BY,
    "determiners": DETERMINERS,
    "prepositions": PREPOSITIONS,
    "spokespeople": SPOKESPEOPLE,
    "nobody": NOBODY,
    "alternative": ALTERNATIVE,
    "between": BETWEEN,
    "idioms": IDIOMS,
    "comparators": measures.COMPARATORS,
    "beforeNumbers": measures.BEFORE_NUMBERS,
    "asMuch": measures.AS_MUCH,
    "behindNumbers": measures.BEHIND_NUMBERS,
    "months": measures.MONTHS,
    "shortMonths": measures.SHORT_MONTHS,
    "weekdays": measures.WEEKDAYS,
    "seasons": measures.SEASONS,
    "ambiguousMonths": measures.AMBIGUOUS_MONTHS,
    "beforeDates": measures.BEFORE_DATES,
    "spans": measures.SPANS,
    "currencies": measures.CURRENCIES,
    "scaled": measures.SCALED,
    "joinedUnits": measures.JOINED_UNITS,
    "aliases": measures.ALIASES,
    "marks": measures.MARKS,
    "ordinals": measures.ORDINALS,
    "fractions": measures.FRACTIONS,
    "partsAndMultiples": measures.PARTS,
    "units": measures.UNITS,
    "tens": measures.TENS,
    "ranges": measures.RANGES,
    "scales": measures.SCALES,
    "foreign": FOREIGN,
    "shared": SHARED,
    "foreignLeast": FOREIGN_LEAST,
    "notEnglish": NOT_ENGLISH,
    "messages": MESSAGES,
    "least": LEAST,
    "most": MOST,
    "run": RUN,
}
