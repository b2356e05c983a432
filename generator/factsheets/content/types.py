"""The types of field values, each with its limits and error messages.

Scalars arrive as text (the reader returns nothing else), so a type here is a rule on text. A rule
that fails raises `PydanticCustomError(code, message, {"help": ...})`; `validate` turns that into a
Problem with the same code at the value's place.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit, urlunsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_plain_validator_function

from factsheets.content.authors import several
from factsheets.content.dates import TIME_PATTERN, Moment, Timestamp, clocks, day, moment, timestamp
from factsheets.content.subset import LONGEST
from factsheets.content.tree import quoted, shortened

T = TypeVar("T")


def N_(message: str) -> str:  # noqa: N802 - the name by which Babel finds a message
    """Mark a message for translators where it is declared; it is translated where it is shown."""
    return message


ACTS = {
    "says": N_("the speaker states something, also when they confirm, promise or warn"),
    "asks": N_("the speaker asks a question"),
    "answers": N_("the speaker answers a question that the source reports"),
    "declines": N_("the speaker will not answer, or will not do something"),
    "announces": N_("the speaker makes a decision or a plan known"),
    "denies": N_("the speaker’s own words say that something is not so"),
    "calls-for": N_("the speaker’s own words ask others to do something"),
    "proposes": N_("the speaker’s own words suggest something for others to agree to"),
}
"""What a speaker does, each with its meaning: the same for everybody."""
SOURCE_KINDS = {
    "article": "news and reports by journalists",
    "transcript": "a conversation or speech written down, with the names of the speakers",
    "statement": "a press release, communiqué or declaration",
    "post": "a post in a social network",
    "report": "a study, a PDF",
    "recording": "a video or audio file that you wrote down yourself",
}
"""What a source is, each kind with its meaning."""
COMPARATORS = ("exactly", "at-least", "at-most", "more-than", "less-than", "about", "between")
ANSWER_KINDS = ("yes", "no", "conditional", "considering", "declined", "other")
REMOVAL_REASONS = ("legal", "privacy", "error")
ACCESS = ("free", "registration", "paywall")
CORRECTION_KINDS = ("correction", "clarification")
TRANSLATIONS = ("none", "publisher", "ours", "unknown")
DATE_BASES = ("stated", "inferred", "year-inferred")
NOT_STATED = "not-stated"
"""The value of a field that the source does not state."""
MOST_SPEAKERS = 10
"""The maximum number of speakers of a joint statement; more are a group."""
ACTOR_KINDS = ("person", "state", "organisation", "coalition", "publisher", "group")

MOST_DIGITS = 30
MOST_WHOLE_DIGITS = 15
"""The maximum digits of a whole number that programs read as an integer: JavaScript's limit."""
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_WHOLE = re.compile("[1-9][0-9]*")


def is_number(text: str) -> bool:
    """Whether a text is a number in the one accepted form, which is published as written."""
    negative_zero = text.startswith("-") and not text.strip("-0.")
    return _NUMBER.fullmatch(text) is not None and not negative_zero and not _is_too_long(text)


def is_whole(text: str) -> bool:
    """Whether a text is a whole number of at least 1."""
    return _WHOLE.fullmatch(text) is not None and len(text) <= MOST_WHOLE_DIGITS


def _is_too_long(text: str, most: int = MOST_DIGITS) -> bool:
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
PAGE_LENGTH = 20
SECTION_LENGTH = 80
_ONE_PAGE = "([A-Za-z]?[1-9][0-9]{0,5}[a-z]?|[ivxlcdm]{1,9}|[IVXLCDM]{1,9})"
_PAGE = re.compile(f"{_ONE_PAGE}(-{_ONE_PAGE})?")
_DASH = re.compile("\\s*[-\u2010-\u2015]\\s*")
_HOST = re.compile(r"[^\s/?#@\\<>\"]+")


def _complaint(code: str, message: str, advice: str) -> PydanticCustomError:
    # Escape braces, so that the contributor's text is not read as a template.
    return PydanticCustomError(code, "{text}", {"text": message, "help": advice})


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
            f'"{shortened(text)}" cannot be an id.',
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


WITH_TIME = (
    "With the time of day, if the source gives it: 2025-09-04T14:30+02:00 (+02:00: two hours ahead "
    "of UTC)."
)
"""Part of the help of fields that take a time of day."""


def _dated(parse: Callable[[str], T | None], what: str, advice: str) -> Callable[[Any], T]:
    """The rule of a field for a date that a function parses."""

    def rule(value: Any) -> T:
        text = _must_be_text(value)
        if (found := parse(text)) is None:
            raise _complaint("bad-date", f'"{shortened(text)}" is not a valid {what}.', advice)
        return found

    return rule


_moment = _dated(
    moment,
    "date",
    "Write 2025-09-04, 2025-09, 2025, about 2025-09-04, before 2025-09-04, or unknown. "
    f"{WITH_TIME}",
)
_FULL = "Write year, month and day with hyphens: 2025-09-04."
_timestamp = _dated(timestamp, "full date", f"{_FULL} {WITH_TIME}")
_day = _dated(day, "full date", _FULL)


def _number(value: Any) -> str:
    """A number stays a text: 3.50 is not 3.5."""
    text = _must_be_text(value)
    if is_number(text):
        return text
    if _is_too_long(text):
        raise _too_long(text, MOST_DIGITS)
    raise _complaint(
        "bad-number",
        f'"{shortened(text)}" is not a valid number.',
        "Write digits only, with a point before decimals: 26, 1500000, 3.5.",
    )


def _whole(value: Any) -> int:
    text = _must_be_text(value)
    if is_whole(text):
        return int(text)
    if _is_too_long(text, MOST_WHOLE_DIGITS):
        raise _too_long(text, MOST_WHOLE_DIGITS)
    raise _complaint(
        "bad-number",
        f'"{shortened(text)}" is not a whole number of at least 1.',
        "Write digits only: 2.",
    )


def _too_long(text: str, most: int) -> PydanticCustomError:
    return _complaint(
        "bad-number",
        f'"{shortened(text)}" has too many digits.',
        f"A number can have at most {most} digits. If the source gives more, write the number "
        "only in the statement.",
    )


def _truth(value: Any) -> bool:
    text = _must_be_text(value)
    if text not in {"true", "false"}:
        raise _complaint(
            "bad-choice", f'"{shortened(text)}" is not one of the choices.', "Write true or false."
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
            f'"{shortened(text)}" is not a web address that the site can link to.',
            "Copy the whole address from the browser: it begins with https:// or http://.",
        )
    if text.isascii() or parts.netloc.isascii():
        return text
    # Letters of another script can imitate a known host; this form reveals them.
    port = f":{parts.port}" if parts.port else ""
    return urlunsplit(parts._replace(netloc=host + port))


def _question(value: Any) -> str:
    text = _must_be_text(value)
    topic, _, question = text.partition("/")
    if not is_id(topic) or not is_id(question):
        raise _complaint(
            "bad-question",
            f'"{shortened(text)}" does not name a question.',
            "Write the topic's id, a slash and the question's id: "
            "troops-after-ceasefire/foreign-troops.",
        )
    return text


def _one_or_many(value: Any) -> Any:
    """A single text counts as a list of one."""
    return [value] if isinstance(value, str) else value


def _authors(value: Any) -> Any:
    """A single text is one author, and must not name several."""
    if isinstance(value, str) and (names := several(value)):
        raise _complaint(
            "several-authors",
            f'"{shortened(value)}" seems to name several authors.',
            f"List each name separately: {authors_line(names)}\n"
            f"If it is one name: {authors_line([value])}",
        )
    return _one_or_many(value)


def authors_line(names: Sequence[str]) -> str:
    """The field `authors` as people write it."""
    return f"authors: [{', '.join(map(quoted, names))}]"


def _speakers(value: Any) -> Any:
    """A single id, or the list of those who said it together."""
    if not isinstance(value, list):
        return _one_or_many(value)
    if len(value) == 1:
        raise _complaint(
            "wrong-shape",
            "A list of speakers has at least two.",
            "Write the one speaker without brackets: speaker: emmanuel-macron",
        )
    if len(value) > MOST_SPEAKERS:
        raise _complaint(
            "many-speakers",
            f"This statement has {len(value)} speakers; a list has at most {MOST_SPEAKERS}.",
            "Record them as one actor of kind group, with size: and members:, and write its id "
            "here. If each of them said it separately, make a fact for each.",
        )
    return _some(value)


def _sha256(value: Any) -> str:
    text = _must_be_text(value)
    if not _SHA256.fullmatch(text):
        raise _complaint(
            "bad-sha256",
            "This is not the SHA-256 of a capture.",
            "Copy it from the article's file in seeds/: the 64 letters and digits after sha256.",
        )
    return text


def _page(value: Any) -> str:
    """A page or a range of pages, with a hyphen."""
    text = _must_be_text(value).strip()
    page = _DASH.sub("-", text)
    first, _, last = page.partition("-")
    backwards = first.isdecimal() and last.isdecimal() and int(first) >= int(last)
    if _PAGE.fullmatch(page) and len(page) <= PAGE_LENGTH and not backwards:
        return page
    found = re.findall("[0-9]+", page)
    advice = "Write the number, or the first and the last: page: 12, page: iv, page: 12-13."
    if len(found) == 1 and _PAGE.fullmatch(found[0]):
        advice = f"Write only the number: page: {found[0]}"
    elif not found:
        advice = f'{advice} A heading is a section: section: "Summary".'
    raise _complaint("bad-locator", f'"{shortened(text)}" is not a page.', advice)


def _time(value: Any) -> str:
    """A time from the beginning of a recording, as HH:MM:SS."""
    text = _must_be_text(value).strip()
    found = clocks(text)
    if found and text.removeprefix("0") in found[0]:
        return found[0]
    advice = "Write hours, minutes and seconds from the beginning of the recording: time: 00:14:05"
    if len(found) == 1:
        advice = f"Write only hours, minutes and seconds: time: {found[0]}"
    raise _complaint("bad-locator", f'"{shortened(text)}" is not a time in a recording.', advice)


def _section(value: Any) -> str:
    text = " ".join(_must_be_text(value).split())
    if 0 < len(text) <= SECTION_LENGTH:
        return text
    advice = f"Write its number or name, in at most {SECTION_LENGTH} characters: section: 3.1"
    raise _complaint("bad-locator", "This is not the number or name of a section.", advice)


def _some(ids: Sequence[str]) -> Sequence[str]:
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
                    "text": f'"{shortened(text)}" is not one of the choices.',
                    "help": "Choose one: " + ", ".join(self.allowed) + ".",
                    "given": text,
                    "allowed": self.allowed,
                },
            )
        return text


def _schema(**parts: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", **parts})


LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
DATE_PATTERN = (
    r"^((about |before )?\d{4}(-\d{2}(-\d{2})?)?"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}{TIME_PATTERN}|unknown)$"
)
TIMESTAMP_PATTERN = rf"^\d{{4}}-\d{{2}}-\d{{2}}({TIME_PATTERN})?$"

Text = Annotated[str, PlainValidator(_text), _schema(minLength=1, maxLength=LONGEST)]
Id = Annotated[str, PlainValidator(_id), _schema(pattern=ID_PATTERN, maxLength=ID_LENGTH)]
NewId = Annotated[str, PlainValidator(_new_id), _schema(pattern=ID_PATTERN, maxLength=ID_LENGTH)]
Said = Annotated[Moment, PlainValidator(_moment), _schema(pattern=DATE_PATTERN)]
DayTime = Annotated[Timestamp, PlainValidator(_timestamp), _schema(pattern=TIMESTAMP_PATTERN)]
Day = Annotated[datetime.date, PlainValidator(_day), _schema(format="date")]
Number = Annotated[str, PlainValidator(_number), WithJsonSchema({"type": "number"})]
Whole = Annotated[int, PlainValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 1})]
Sha256 = Annotated[str, PlainValidator(_sha256), _schema(pattern="^[0-9a-f]{64}$")]
Page = Annotated[
    str, PlainValidator(_page), _schema(pattern=f"^{_PAGE.pattern}$", maxLength=PAGE_LENGTH)
]
Time = Annotated[str, PlainValidator(_time), _schema(pattern="^([0-9]+:)?[0-9]+:[0-5][0-9]$")]
Section = Annotated[str, PlainValidator(_section), _schema(minLength=1, maxLength=SECTION_LENGTH)]
Truth = Annotated[bool, PlainValidator(_truth), WithJsonSchema({"type": "boolean"})]
Url = Annotated[str, PlainValidator(_url), _schema(format="uri", pattern="^https?://")]
QuestionRef = Annotated[str, PlainValidator(_question), _schema(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
Language = Annotated[
    str,
    PlainValidator(_text),
    _schema(pattern=LANGUAGE_PATTERN),
]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_one_or_many)]
Authors = Annotated[tuple[Text, ...], BeforeValidator(_authors)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_one_or_many)]
SomeIds = Annotated[
    tuple[Id, ...],
    BeforeValidator(_one_or_many),
    AfterValidator(_some),
    Field(json_schema_extra={"minItems": 1}),
]
NewIds = Annotated[tuple[NewId, ...], BeforeValidator(_one_or_many)]
Speakers = Annotated[
    tuple[Id, ...],
    BeforeValidator(_speakers),
    Field(json_schema_extra={"minItems": 2, "maxItems": MOST_SPEAKERS}),
]


class Fields:
    """The base of records and of the groups of fields in them: no other fields are allowed."""

    __slots__ = ()
    __pydantic_config__ = ConfigDict(extra="forbid")


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
        target: A kind of record; `fact`; `question` (of a topic); `state` (an actor of that
            kind).
    """
    return Target(target)
