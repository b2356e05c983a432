"""Decide whose words a quotation has in a source whose words need no quotation marks.

In a transcript, the label before words says who speaks. In a statement, post or report, all words
outside marks and labels are the publisher's own. What we transcribed ourselves is never proven.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, replace

from factsheets.content.article import Article, Fact
from factsheets.content.records import Actor
from factsheets.problems.problem import Place, Problem
from factsheets.quotes.capture import Capture, Paragraph, Range, capture_paragraphs, name_hash
from factsheets.quotes.speech import TRANSCRIPT
from factsheets.quotes.tokens import cleaned
from factsheets.quotes.turns import name_words

_SPOKEN = frozenset({"transcript", "recording"})
_UNCLEAR = {
    "nobody": "No label that names a speaker applies to them: Q or A names nobody, nor does a "
    "repost, and a heading, a question, a report or what a speaker may read out is not part of a "
    "speech.",
    "unlabelled": "The source has no labels. If it is a press release or a news article, "
    "correct its kind. If it is the speech of one person, write the name printed there: "
    "authors: [NAME].",
    "cut": "They go across brackets or quotation marks, or from one speaker to another. Shorten "
    "the quote if you can.",
    "heading": "A label, or a sentence with one name, proves only the words of one person: the "
    "label may be a heading, and the name only one of the speakers.",
    "quoted": "They are in quotation marks, so the speaker may quote somebody else.",
    "above": "No name is beside them, and a sentence above them has somebody else speak.",
    "announced": "The words before them do not clearly name who says them, as in “a spokesman "
    "added:”.",
    "unclear-marks": "The quotation marks around them can be read in several ways.",
}
_NOT_OWN = {
    "in-marks": "inside quotation marks",
    "left-out": "partly inside quotation marks, which the quote here leaves out",
    "labelled": "under a label, in a repost, after words such as \u201cshe wrote:\u201d, or below "
    "these",
    "reported": "in a sentence that may say who else says them, and the quote leaves that out",
}


@dataclass(frozen=True, slots=True)
class Names:
    """Hashes of somebody's names: all words and initials, the last words, and the words of roles.

    `namesakes` has the `words` of each person, or each other actor, with one of them as last word.
    """

    words: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()
    more: frozenset[str] = frozenset()
    _: KW_ONLY
    person: bool = False
    namesakes: frozenset[frozenset[str]] = frozenset()

    def has(self, label: Sequence[str]) -> bool:
        """Whether a label ends as one of the names, and has only their words and titles."""
        known = self.words | self.more
        return bool(label) and label[-1] in self.last and known.issuperset(label)

    def is_of_namesake(self, name: Sequence[str]) -> bool:
        """Whether a namesake has more words of a printed name: all that are theirs, and another."""
        own = (self.words | self.more).intersection(name)
        return any(own < each.intersection(name) for each in self.namesakes)


def names_of(actors: Mapping[str, Actor]) -> Mapping[str, Names]:
    """The names of all actors by id."""
    found = {key: _names(actor) for key, actor in actors.items()}
    by_last: dict[tuple[bool, str], set[frozenset[str]]] = defaultdict(set)
    for names in found.values():
        for word in names.last:
            by_last[names.person, word].add(names.words)
    for key, names in found.items():
        same = (by_last[names.person, word] for word in names.words)
        found[key] = replace(names, namesakes=frozenset().union(*same))
    return found


def _names(actor: Actor) -> Names:
    texts = [actor.name, actor.short_name or "", *(other.text for other in actor.other_names)]
    names = [name for text in texts if (name := name_words(cleaned(text)))]
    words = {word for name in names for word in (*name, *(f"{each[0]}." for each in name[:-1]))}
    more = {word for role in actor.roles for word in name_words(role.title)}
    last = {name[-1] for name in names}
    hashes = (frozenset(map(name_hash, each)) for each in (words, last, more))
    return Names(*hashes, person=actor.kind == "person")


@dataclass(frozen=True, slots=True)
class Attribution:
    """The recorded speaker of words in a source of another kind than an article.

    `own` is true for the publisher itself and for a source's only authors. `by_label`: a label
    proves the words of a person, and of the publisher (an interviewer). `labelled`: the source has
    labels. `joint`: several speakers; a sentence that names one of them proves nothing for all.
    `several_authors`: the source has several authors.
    """

    kind: str
    publisher: str
    own: bool
    by_label: bool
    labelled: bool
    joint: bool
    names: Names
    several_authors: bool = False

    @property
    def spoken(self) -> bool:
        """Whether the source writes down what was spoken."""
        return self.kind in _SPOKEN

    def proof(self, quote: str, paragraph: Paragraph, tokens: Range) -> str:
        """What proves that tokens are the speaker's (one of `match.PROOFS`), else why nothing does.

        A recording only refuses words under another name.
        """
        found = self._own(quote, paragraph, tokens) if self.own else self._of(paragraph, tokens)
        return "label" if self.kind == "recording" and found != "other" else found

    def _of(self, paragraph: Paragraph, tokens: Range) -> str:
        """Same as `proof`, for a speaker who is not the publisher."""
        turns = (*(paragraph.turns or ()), *paragraph.carried)
        turn = next((each for each in turns if _has(each[0], tokens)), None)
        named = {name for each, name in paragraph.named if _has(each, tokens)}
        marks = [each for each in paragraph.marks if _has(each, tokens)]
        fills = self.spoken and turn is not None and any(_has(each, turn[0]) for each in marks)
        if any(_has(each, tokens) for each in paragraph.nested):
            return "quoted"
        if marks and not fills and (named or not self.spoken):
            return self._in_marks(paragraph, tokens, named, turn[1] if turn else None)
        if turn is None or (not self.spoken and turn in paragraph.carried):
            return self._without_turn(paragraph, tokens)
        label = turn[1]
        if not label or not self.names.has(label):
            return "other" if label else "nobody"
        if marks and (not fills or turn in paragraph.carried):
            return "quoted"
        return "label" if self.by_label else "heading"

    def _in_marks(
        self,
        paragraph: Paragraph,
        tokens: Range,
        named: set[str],
        label: tuple[str, ...] | None,
    ) -> str:
        """What proves words in marks; `named` are the names beside them, `label` is above them."""
        full_names = [name for each, name in paragraph.full_names if _has(each, tokens)]
        if not named <= self.names.words or any(map(self.names.is_of_namesake, full_names)):
            return "other"
        if named:
            return "heading" if self.joint else "marks"
        if label is not None and not self.names.has(label):
            return "other" if label else "announced"
        above = [name for each, name in paragraph.reported if name and each[1] <= tokens[0]]
        return "marks" if not above or self.names.has(above[-1]) else "above"

    def _without_turn(self, paragraph: Paragraph, tokens: Range) -> str:
        if any(
            _overlap(each, tokens) for each, _ in (*(paragraph.turns or ()), *paragraph.carried)
        ):
            return "cut" if self.spoken else "nobody"
        if self.spoken:
            return "nobody" if self.labelled else "unlabelled"
        unclear = set(paragraph.unclear) - set(paragraph.nested)
        if any(_overlap(each, tokens) for each in unclear):
            return "marks-unclear"
        if any(_overlap(each, tokens) for each in paragraph.marks):
            return "cut"
        return "report" if any(_overlap(r, tokens) for r, _ in paragraph.reported) else "publisher"

    def _own(self, quote: str, paragraph: Paragraph, tokens: Range) -> str:
        if any(_has(each, tokens) for each in paragraph.marks):
            return "in-marks"
        turns = (*(paragraph.turns or ()), *paragraph.carried)
        theirs = [each for each, name in paragraph.turns or () if self.names.has(name)]
        if not any(_has(each, tokens) for each in (*paragraph.own, *theirs)):
            labelled = any(_overlap(each, tokens) for each, _ in turns)
            unclear = set(paragraph.unclear) - set(paragraph.nested)
            return "labelled" if labelled or not unclear else "unclear-marks"
        named = [name for each, name in paragraph.reported if _has(each, tokens)]
        if not all(map(self.names.has, named)):
            return "reported"
        start, end = tokens
        within = [each for each in paragraph.marks if _overlap(each, tokens)]
        marks = {(max(first, start) - start, min(last, end) - start) for first, last in within}
        copied = (each.marks for each in capture_paragraphs(quote, "en")) if marks else ()
        return "own" if marks <= {each for found in copied for each in found} else "left-out"

    def problem(self, reason: str, paragraph: int, record: str, where: Place) -> Problem:
        """The problem of words that nothing proves; `record` is how to record a reading."""
        if reason == "report":
            return Problem(
                "quote-not-in-marks",
                f"These words are in paragraph {paragraph}, outside quotation marks and labels, in "
                "a sentence that may report what somebody says.",
                where,
                "They are the publisher's words for it: delete the quote and keep the paragraph.",
            )
        if reason == "publisher":
            lead = f"Write speaker: {self.publisher}."
            if self.several_authors:
                lead = (
                    "If its authors say it together, write all of them: speaker: [a, b]. If the "
                    f"publisher says it, write speaker: {self.publisher}."
                )
            return Problem(
                "quote-not-in-marks",
                f"These words are in paragraph {paragraph}, outside quotation marks and labels, so "
                "they are the publisher's own.",
                where,
                f"{lead} If the source names the recorded speaker, and nobody else, as its author, "
                "write: authors: [NAME]. Otherwise delete the quote.",
            )
        if reason in _NOT_OWN:
            without = " and delete the quote" if reason == "reported" else ""
            return Problem(
                "not-own-words",
                f"In paragraph {paragraph} these words are {_NOT_OWN[reason]}.",
                where,
                f"Record the person who says them as the speaker{without}, or quote the whole "
                "sentence with its quotation marks. If you have read the paragraph and the words "
                f"are the recorded speaker's own, {record}. Until then they are not shown as "
                "quoted.",
            )
        return speaker_unclear(reason, paragraph, record, where)


def speaker_unclear(reason: str, paragraph: int, record: str, where: Place) -> Problem:
    """The problem of words that may be somebody else's; `record` is how to record a reading."""
    return Problem(
        "speaker-unclear",
        f"In paragraph {paragraph} it is unclear who says these words.",
        where,
        f"{_UNCLEAR[reason]} Read the paragraph and those above. If the recorded speaker says "
        f"all of it, {record}. If not, correct the speaker or delete the quote.",
    )


def attribution(
    article: Article, fact: Fact, every: Mapping[str, Names], capture: Capture
) -> Attribution | None:
    """How the words of a fact's speakers are proven in a source; `every` has all names by id.

    None in an article, where quotation marks prove them, and with a capture without turns.
    """
    paragraphs = capture.paragraphs
    if article.kind == "article" or any(each.turns is None for each in paragraphs):
        return None
    publisher = article.publisher
    speakers = fact.speaker if fact.is_spoken else (publisher,)
    names = [every.get(each, Names()) for each in speakers]
    authors = [tuple(map(name_hash, name_words(cleaned(each)))) for each in article.authors]
    others = [each for id_, each in zip(speakers, names, strict=True) if id_ != publisher]
    own = bool(speakers) and all(any(map(each.has, authors)) for each in others)
    if others and len(authors) > len(speakers):
        own = False
    labelled = any(each.turns for each in paragraphs)
    if fact.is_spoken and article.kind in _SPOKEN and labelled:
        own = False  # words above the labels introduce the speech
    by_label = len(speakers) == 1 and (names[0].person or speakers == (publisher,))
    return Attribution(
        article.kind,
        publisher,
        own,
        by_label,
        labelled,
        len(speakers) > 1,
        names[0] if len(names) == 1 else _all_of(names),
        len(authors) > 1,
    )


def _all_of(names: Sequence[Names]) -> Names:
    fields = zip(*((each.words, each.last, each.more) for each in names), strict=True)
    return Names(*(frozenset().union(*each) for each in fields))


def kind_hint(article: Article, article_id: str, capture: Capture, fact: Fact) -> str:
    """What to try where words are not proven: another kind of source, or a new capture."""
    paragraphs = capture.paragraphs
    if article.kind != "article":
        if capture.form > 1:
            return ""
        return (
            " The capture of this source was made before the program knew labels and reposts. If "
            f"you have the text, run: facts capture {article_id} TEXTFILE."
        )
    if article.publisher in fact.speaker:
        return (
            " If the source is the publisher's own text, write what it is: kind: statement, post "
            "or report."
        )
    if sum(bool(each.turns or each.labels) for each in paragraphs) < TRANSCRIPT:
        return ""
    return " If the source is a transcript or an interview with labels, write kind: transcript."


def _has(outer: Range, inner: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]
