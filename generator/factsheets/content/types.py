"""The types of field values, each with its limits and error messages.

Scalars arrive as text (the reader returns nothing else), so a type here is a rule on text. A rule
that fails raises `PydanticCustomError(code, message, {"help": ...})`; `validate` turns that into a
Problem with the same code at the value's place.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlsplit, urlunsplit

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_plain_validator_function

from factsheets.content.dates import Moment, day, moment

ACTS = ("says", "asks", "answers", "declines", "announces")
COMPARATORS = ("exactly", "at-least", "at-most", "more-than", "less-than", "about", "between")
ANSWER_KINDS = ("yes", "no", "conditional", "considering", "declined", "other")
REMOVAL_REASONS = ("legal", "privacy", "error")
ACCESS = ("free", "registration", "paywall")
CORRECTION_KINDS = ("correction", "clarification")
DATE_BASES = ("stated", "inferred", "year-inferred")
NOT_STATED = "not-stated"
"""The value of a field that the source does not state."""
ACTOR_KINDS = ("person", "state", "organisation", "coalition", "publisher", "group")


if TYPE_CHECKING:
    from factsheets.content.records import Article

_ALWAYS = re.compile(r"\s*[;；、|]\s*")
_PERHAPS = re.compile(r"\s*[,，]\s*(?:and\s)?\s*|\s+(?:and|und|et|y|e|и|та|&)\s+")
_PARTICLES = frozenset({
    "al", "bin", "da", "de", "del", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la", "le",
    "ten", "ter", "van", "von", "y",
})  # fmt: skip
_NAME_WORDS = range(2, 6)


def several(text: str) -> tuple[str, ...]:
    """The names in a text that seems to name several authors; none if it may be one name.

    A comma or an "and" counts only between words that look like names of people: "Ministry of Trade
    and Industry" and "Alpha, Ann" may be one author.
    """
    parts = _parts(_ALWAYS, text)
    if len(parts) < 2:
        parts = _parts(_PERHAPS, text)
        if not all(map(_is_person, parts)):
            return ()
    return parts if len(parts) > 1 else ()


def author_names(article: Article) -> tuple[str, ...]:
    """The authors of an article as separate names, whichever field has them."""
    return article.authors or ((article.author,) if article.author else ())


def author_text(article: Article) -> str | None:
    """The authors of an article as one text, None if there are none."""
    names = author_names(article)
    between = "; " if any("," in name for name in names) else ", "
    return between.join(names) or None


def _parts(separator: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in separator.split(text) if part.strip())


def _is_person(text: str) -> bool:
    words = text.split()
    named = [word for word in words if word not in _PARTICLES]
    return len(words) in _NAME_WORDS and all(
        word[0].isalpha() and not word[0].islower() for word in named
    )


MOST_DIGITS = 30
MOST_WHOLE_DIGITS = 15
"""The maximum digits of a whole number that programs read as an integer: JavaScript's limit."""
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_WHOLE = re.compile("[1-9][0-9]*")


def is_number(text: str) -> bool:
    """Whether a text is a number in the one accepted form, which is published as written."""
    negative_zero = text.startswith("-") and not text.strip("-0.")
    return _NUMBER.fullmatch(text) is not None and not negative_zero and not is_too_long(text)


def is_whole(text: str) -> bool:
    """Whether a text is a whole number of at least 1."""
    return _WHOLE.fullmatch(text) is not None and len(text) <= MOST_WHOLE_DIGITS


def is_too_long(text: str, most: int = MOST_DIGITS) -> bool:
    """Whether a text has too many digits for a number."""
    return sum(map(str.isdigit, text)) > most


def shortest(text: str) -> str:
    """The same text for all forms of a number: 3.5 for 3.5 and 3.50."""
    return text.rstrip("0").rstrip(".") if "." in text else text


ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LENGTH = 80
RESERVED = frozenset(
    ["page", "index", "con", "prn", "aux", "nul"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)
"""Reserved names: /topics/page/2/ is a list's second page, an index is a folder's own page,
and Windows reserves the others for devices.
"""
_ID = re.compile(ID_PATTERN)
_SHA256 = re.compile("[0-9a-f]{64}")
_HOST = re.compile(r"[^\s/?#@\\<>\"]+")


def _complaint(code: str, message: str, advice: str) -> PydanticCustomError:
    # Escape braces, so that the contributor's text is not read as a template.
    return PydanticCustomError(code, "{text}", {"text": message, "help": advice})


def _short(value: str) -> str:
    return value if len(value) <= 60 else value[:57] + "..."


def _must_be_text(value: Any) -> str:
    if not isinstance(value, str):
        raise _complaint(
            "wrong-shape",
            "This should be text, not a list or a group of fields.",
            "Write the value after the colon, on the same line.",
        )
    return value


def _text(value: Any) -> str:
    text = _must_be_text(value)
    if not text.strip():
        raise _complaint(
            "empty-value",
            "This field has no value.",
            "Write the text in double quotes, or delete the whole line.",
        )
    return text.rstrip("\n")  # a text below | or > ends with a line break


def _id(value: Any) -> str:
    text = _must_be_text(value)
    if not is_id(text):
        raise _complaint(
            "bad-id",
            f'"{_short(text)}" cannot be an id.',
            "An id consists of small letters a to z, digits and single hyphens, with at most 80 "
            "characters: emmanuel-macron.",
        )
    return text


def _new_id(value: Any) -> str:
    """Check an id where it is defined, not where it is used, so that a mistake is reported once."""
    text = _id(value)
    if text in RESERVED:
        raise _complaint(
            "reserved-id",
            f'"{text}" is reserved and cannot be an id.',
            f"Add a word: {text}-one. ({'Lists have' if text == 'page' else 'Folders have'} such "
            "addresses.)"
            if text in {"page", "index"}
            else f"Windows does not allow files with this name. Add a word: {text}-one.",
        )
    return text


def is_id(text: str) -> bool:
    """Whether a text has the form of an id."""
    return len(text) <= ID_LENGTH and _ID.fullmatch(text) is not None


def is_free_id(text: str) -> bool:
    """Whether a record can have this id: it has the form and is not reserved."""
    return is_id(text) and text not in RESERVED


def _moment(value: Any) -> Moment:
    text = _must_be_text(value)
    found = moment(text)
    if found is None:
        raise _complaint(
            "bad-date",
            f'"{_short(text)}" is not a valid date.',
            "Write 2025-09-04, 2025-09, 2025, about 2025-09-04, before 2025-09-04, or unknown.",
        )
    return found


def _day(value: Any) -> datetime.date:
    text = _must_be_text(value)
    found = day(text)
    if found is None:
        raise _complaint(
            "bad-date",
            f'"{_short(text)}" is not a valid full date.',
            "Write year, month and day with hyphens: 2025-09-04.",
        )
    return found


def _number(value: Any) -> str:
    """A number stays a text: 3.50 is not 3.5."""
    text = _must_be_text(value)
    if is_number(text):
        return text
    if is_too_long(text):
        raise _too_long(text, MOST_DIGITS)
    raise _complaint(
        "bad-number",
        f'"{_short(text)}" is not a valid number.',
        "Write digits only, with a point before decimals: 26, 1500000, 3.5.",
    )


def _whole(value: Any) -> int:
    text = _must_be_text(value)
    if is_whole(text):
        return int(text)
    if is_too_long(text, MOST_WHOLE_DIGITS):
        raise _too_long(text, MOST_WHOLE_DIGITS)
    raise _complaint(
        "bad-number",
        f'"{_short(text)}" is not a whole number of at least 1.',
        "Write digits only: 2.",
    )


def _too_long(text: str, most: int) -> PydanticCustomError:
    return _complaint(
        "bad-number",
        f'"{_short(text)}" has too many digits.',
        f"A number can have at most {most} digits. If the source gives more, write the number "
        "only in the statement.",
    )


def _truth(value: Any) -> bool:
    text = _must_be_text(value)
    if text not in {"true", "false"}:
        raise _complaint(
            "bad-choice", f'"{_short(text)}" is not one of the choices.', "Write true or false."
        )
    return text == "true"


def _url(value: Any) -> str:
    text = _must_be_text(value)
    try:
        parts = urlsplit(text)
        good = (
            parts.scheme in {"http", "https"}
            and parts.hostname is not None
            and parts.username is None
            and _HOST.fullmatch(parts.netloc) is not None
            and (parts.port is None or parts.port > 0)
            and not re.search(r"[\s\x00-\x20\x7f\\<>\"{}|^`]", text)
        )
        host = parts.hostname.encode("idna").decode() if good and parts.hostname else ""
    except ValueError:
        good = False
    if not good:
        raise _complaint(
            "bad-url",
            f'"{_short(text)}" is not a web address that the site can link to.',
            "Copy the whole address from the browser: it begins with https:// or http://.",
        )
    if text.isascii() or parts.netloc.isascii():
        return text
    # Letters of another script can imitate a known host; this form reveals them.
    port = f":{parts.port}" if parts.port else ""
    return urlunsplit(parts._replace(netloc=host + port))


def _question(value: Any) -> str:
    text = _must_be_text(value)
    topic, slash, question = text.partition("/")
    if not slash or not _ID.match(topic) or not _ID.match(question):
        raise _complaint(
            "bad-question",
            f'"{_short(text)}" does not name a question.',
            "Write the topic's id, a slash and the question's id: "
            "troops-after-ceasefire/foreign-troops.",
        )
    return text


def one_or_many(value: Any) -> Any:
    """A single text counts as a list of one."""
    return [value] if isinstance(value, str) else value


def _authors(value: Any) -> Any:
    """A single text is one author, and must not name several."""
    if isinstance(value, str) and (names := several(value)):
        raise _complaint(
            "several-authors",
            f'"{_short(value)}" seems to name several authors.',
            f"List each name separately: {authors_line(names)}\n"
            f"If it is one name: {authors_line([value])}",
        )
    return one_or_many(value)


def authors_line(names: Sequence[str]) -> str:
    """The field `authors` as people write it."""
    return f"authors: {json.dumps(list(names), ensure_ascii=False)}"


def _sha256(value: Any) -> str:
    text = _must_be_text(value)
    if not _SHA256.fullmatch(text):
        raise _complaint(
            "bad-sha256",
            "This is not the SHA-256 of a capture.",
            "Copy it from the article's file in seeds/: the 64 letters and digits after sha256.",
        )
    return text


def _some(ids: tuple[str, ...]) -> tuple[str, ...]:
    if not ids:
        raise _complaint("empty-value", "This list is empty.", "Write at least one id.")
    return ids


@dataclass(frozen=True, slots=True)
class OneOf:
    """The rule of a field with fixed choices; `validate` adds "did you mean"."""

    allowed: tuple[str, ...]

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> CoreSchema:
        return no_info_plain_validator_function(self._rule)

    def __get_pydantic_json_schema__(self, _schema: Any, _handler: Any) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.allowed)}

    def _rule(self, value: Any) -> str:
        text = _must_be_text(value)
        if text not in self.allowed:
            raise PydanticCustomError(
                "bad-choice",
                "{text}",
                {
                    "text": f'"{_short(text)}" is not one of the choices.',
                    "help": "Choose one: " + ", ".join(self.allowed) + ".",
                    "given": text,
                    "allowed": self.allowed,
                },
            )
        return text


def _schema(**parts: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", **parts})


DATE_PATTERN = r"^((about |before )?\d{4}(-\d{2}(-\d{2})?)?|unknown)$"

Text = Annotated[str, PlainValidator(_text), _schema(minLength=1, maxLength=20000)]
Id = Annotated[str, PlainValidator(_id), _schema(pattern=ID_PATTERN, maxLength=ID_LENGTH)]
NewId = Annotated[str, PlainValidator(_new_id), _schema(pattern=ID_PATTERN, maxLength=ID_LENGTH)]
Said = Annotated[Moment, PlainValidator(_moment), _schema(pattern=DATE_PATTERN)]
Day = Annotated[datetime.date, PlainValidator(_day), _schema(format="date")]
Number = Annotated[str, PlainValidator(_number), WithJsonSchema({"type": "number"})]
Whole = Annotated[int, PlainValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 1})]
Sha256 = Annotated[str, PlainValidator(_sha256), _schema(pattern="^[0-9a-f]{64}$")]
Truth = Annotated[bool, PlainValidator(_truth), WithJsonSchema({"type": "boolean"})]
Url = Annotated[str, PlainValidator(_url), _schema(format="uri", pattern="^https?://")]
QuestionRef = Annotated[str, PlainValidator(_question), _schema(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
Language = Annotated[
    str,
    PlainValidator(_text),
    _schema(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"),
]
Texts = Annotated[tuple[Text, ...], BeforeValidator(one_or_many)]
Authors = Annotated[tuple[Text, ...], BeforeValidator(_authors)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(one_or_many)]
SomeIds = Annotated[
    tuple[Id, ...],
    BeforeValidator(one_or_many),
    AfterValidator(_some),
    Field(json_schema_extra={"minItems": 1}),
]
NewIds = Annotated[tuple[NewId, ...], BeforeValidator(one_or_many)]


def doc(text: str) -> Any:
    """The sentence that editors show on hover and the field table prints."""
    return Field(description=text)


@dataclass(frozen=True, slots=True)
class Target:
    """What the ids in a field refer to: a kind of record, or another target of `refers_to`."""

    name: str


def refers_to(target: str) -> Target:
    """Mark a field of ids.

    Args:
        target: A kind of record; `fact`; `question` (of a topic); `publisher` or `state` (an
            actor of that kind).
    """
    return Target(target)
