"""The words for numbers, units, money and dates."""

from __future__ import annotations


def listed(text: str) -> tuple[str, ...]:
    """Words with spaces between them, as a list of words is easiest to read."""
    return tuple(text.split())


COMPARATORS = {
    "about": listed("about around approximately roughly some nearly almost circa close"),
    "at-least": listed("least minimum"),
    "at-most": listed("most maximum up"),
    "more-than": listed("more over above exceeding exceeds"),
    "less-than": listed("less fewer under below"),
}

# Between a comparator and its number.
BEFORE_NUMBERS = listed("than to of as all a")
# "As much as 40".
AS_MUCH = {"much": "at-most", "many": "at-most", "little": "at-least", "few": "at-least"}
# "40 or more".
BEHIND_NUMBERS = {"more": "at-least", "less": "at-most", "fewer": "at-most", "so": "about"}

MONTHS = listed(
    "january february march april may june july august september october november december"
)
SHORT_MONTHS = {
    **{month[:3]: number for number, month in enumerate(MONTHS, start=1) if len(month) > 3},
    "sept": 9,
}
WEEKDAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
SEASONS = listed("spring summer autumn winter")
# Months by name only where the words beside them say so.
AMBIGUOUS_MONTHS = listed("may march")
BEFORE_DATES = listed(
    "in of since until by from during last next early late mid this to through before after and or "
    "between spring summer autumn winter"
)
# Lengths of time: one in place of another is a change without a number.
SPANS = listed(
    "minute minutes hour hours day days week weeks month months year years decade decades "
    "century centuries"
)

CURRENCIES = {
    "$": "dollars",
    "€": "euros",
    "£": "pounds",
    "¥": "yen",
    "₹": "rupees",
    "₽": "roubles",
    "₴": "hryvnias",
}
SCALED = {
    "hundred": "hundred",
    "thousand": "thousand",
    "million": "million",
    "billion": "billion",
    "trillion": "trillion",
    "bn": "billion",
    "mn": "million",
    "tn": "trillion",
    "m": "million",
    "k": "thousand",
}
JOINED_UNITS = listed("km kg mm cm ha mw gw kw kwh mwh gwh twh")
# Words that are others in other spellings.
ALIASES = {
    "km": "kilometre",
    "kms": "kilometre",
    "kilometer": "kilometre",
    "kilometers": "kilometre",
    "kg": "kilogram",
    "kgs": "kilogram",
    "meter": "metre",
    "meters": "metre",
    "liter": "litre",
    "liters": "litre",
    "cm": "centimetre",
    "mm": "millimetre",
    "ha": "hectare",
    "mw": "megawatt",
    "gw": "gigawatt",
    "centers": "centre",
    "center": "centre",
    "labor": "labour",
    "defense": "defence",
    "program": "programme",
    "programs": "programme",
    "percentage": "percent",
    "harbor": "harbour",
    "ruble": "rouble",
    "rubles": "rouble",
}
MARKS = ',;:.!?…()[]—–“”«»„"|/'

# "One" and "first" are left alone: they mostly count nothing.
ORDINALS = {
    word: f"{number}{'nd' if number == 2 else 'rd' if number == 3 else 'th'}"
    for number, word in enumerate(
        listed(
            "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        start=2,
    )
}

# With a number before them, one number: two thirds.
FRACTIONS = listed("thirds quarters fifths tenths")
# Parts and multiples that are told by a word.
PARTS = {
    word: name
    for name, forms in (
        ("half", "half halves halved halve"),
        ("a quarter", "quarter quarters"),
        ("twice", "twice double doubles doubled doubling"),
        ("three times", "triple triples tripled thrice"),
    )
    for word in listed(forms)
}

UNITS = {
    word: number
    for number, word in enumerate(
        listed(
            "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen"
        ),
        start=2,
    )
}
TENS = {
    word: number * 10
    for number, word in enumerate(
        listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2
    )
}
# Between two numbers: 3 to 5 million.
RANGES = listed("to and")
# How many zeros each adds to a number.
SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}

NUMBER_WORDS = (ORDINALS, FRACTIONS, PARTS, UNITS, TENS, SCALES)
"""All groups of words for numbers."""
