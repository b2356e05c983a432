"""Check new content against the published content: what must not be lost or changed silently."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from factsheets.content.article import Article, locator_of
from factsheets.content.kinds import PAGE_FOLDERS
from factsheets.content.records import Event, Topic
from factsheets.content.translation_rules import RENEW
from factsheets.content.tree import Locate, Path
from factsheets.dataset.known import first_id
from factsheets.dataset.model import Dataset, Removal, Statement, file_of
from factsheets.history.corrections import FieldChange, Review, actor_names, review_corrections
from factsheets.history.spelling import typographical
from factsheets.history.states import (
    ALL_KINDS,
    State,
    States,
    file_with,
    former_ids,
    records,
    state,
)
from factsheets.pipeline.check import Outcome, check
from factsheets.pipeline.inputs import Cache, Inputs
from factsheets.pipeline.sheets import locator
from factsheets.problems.problem import Place, Problem, errors, in_order
from factsheets.site.views.addresses import addresses

_FEW = 1 / 3  # share of words that two texts of one statement have in common
_MINOR_HELP = "If readers may have relied on it, say so under `corrections`."


class NoBase(Exception):
    """None of the bases can be read completely; `problem` is in the newest."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def check_against(bases: Iterable[Inputs], inputs: Inputs, today: datetime.date) -> Outcome:
    """The outcome of `check`, with everything that was lost or changed without a correction.

    Args:
        bases: States that may have been published, newest first. A state with unreadable files
            was never published, so the first one without is compared.
        inputs: The current content. It may have errors: what can be read is compared.
        today: The date that dates in the content are compared with.

    Raises:
        NoBase: No base can be read completely, so changes cannot be determined.
    """
    published = _published(bases, today)
    outcome = check(inputs, today)
    found = against(published, state(inputs, outcome), locator(inputs))
    # The list of addresses may already have reported a lost one.
    known = {each.message for each in outcome.problems}
    new = (each for each in found if each.message not in known)
    return outcome.about(in_order((*outcome.problems, *new)))


def _published(bases: Iterable[Inputs], today: datetime.date) -> State:
    first: Problem | None = None
    cache = Cache()
    for base in bases:
        outcome = check(base, today, cache)
        found = state(base, outcome)
        if not found.unread and not found.unread_facts:
            return found
        if first is None:
            broken = {*found.unread, *found.unread_facts.values()}
            wrong = errors(outcome.problems)
            first = next((each for each in wrong if each.place.file in broken), wrong[0])
    if first is None:
        raise ValueError("there is no base")
    raise NoBase(first)


def against(old: State, new: State, locate: Locate) -> tuple[Problem, ...]:
    """All silent changes of published content: changed, removed, reused, or rewritten.

    A changed statement, quotation, speaker, date or figure needs a new entry in `corrections` that
    says what it was and is; typographical changes need none. A fact is withdrawn, or removed by its
    status, but never deleted. Entries in `corrections` never change, and no address may be lost.
    What could not be read is not reported.
    """
    return in_order(list(_Guard(States(old, new), locate).problems()))


class _Guard:
    """Compares every published record with its current state."""

    def __init__(self, states: States, locate: Locate) -> None:
        self._states = states
        self._new = states.new
        self._locate = locate
        self._addresses = frozenset(addresses(states.new))

    def problems(self) -> Iterator[Problem]:
        for kind in ALL_KINDS:
            yield from self._reused_former_ids(kind)
            for key, was, now in self._states.pairs(kind):
                if was:
                    yield from self._lost_addresses(kind, key, was, now)
                if was and now:
                    yield from self._changed_record(kind, key, was, now)
        published = self._states.before.dataset
        for gone in published.removed:
            for address in gone.addresses:
                if address not in self._addresses:
                    place = Place(_file_of_removal(gone, published))
                    yield _lost_address(address, gone.kind, place)

    def _place(self, kind: str, key: str, *path: str | int) -> Place:
        """The place of a value in the newer state."""
        record = records(kind, self._new)[key]
        at: Path = ("facts", record.index, *path) if kind == "fact" else path
        return self._locate(file_with(kind, key, record), at)

    def _place_of_id(self, kind: str, key: str) -> Place:
        """The place of a record's id; a record in its own file has its file name as id."""
        return self._place(kind, key, "id") if kind == "fact" else self._place(kind, key)

    def _reused_former_ids(self, kind: str) -> Iterator[Problem]:
        """New records whose id was a former id of another record."""
        known = records(kind, self._states.before.dataset)
        owners = {former: key for key, each in known.items() for former in former_ids(each)}
        for key in records(kind, self._new).keys() & owners.keys() - known.keys():
            yield Problem(
                "id-reused",
                f'"{key}" was the id of "{owners[key]}".',
                self._place_of_id(kind, key),
                "An id is never reused, because its old address leads elsewhere. Choose another.",
            )

    def _first_id(self, kind: str, key: str, was: Any, now: Any) -> Iterator[Problem]:
        """The first id must stay first: feeds depend on it, and would show all entries as new."""
        first = first_id(self._states.former(kind, key), former_ids(was))
        if first in former_ids(now)[1:]:
            yield Problem(
                "former-id-order",
                f'"{first}" was the first id of this record, but is no longer first.',
                self._place(kind, key, "former_ids"),
                f"Write {first} first, then the other former ids, oldest first.",
            )

    def _lost_addresses(self, kind: str, key: str, was: Any, now: Any) -> Iterator[Problem]:
        former = self._states.former(kind, key)
        file = file_with(kind, former, was)
        unread = self._states.now
        addresses = [f"{PAGE_FOLDERS[kind]}/{name}/" for name in (former, *former_ids(was))]
        lost = [address for address in addresses if address not in self._addresses]
        if kind == "fact" and now is None:
            # Without the fact, its former addresses also lead nowhere.
            is_unread = key in unread.unread_facts or file in unread.unread
            if addresses[0] in lost and not is_unread:
                yield self._removed_fact(was)
        elif file not in unread.unread:
            for address in lost:
                place = self._place_of_id(kind, key) if now else Place(file)
                yield _lost_address(address, kind, place)

    def _removed_fact(self, was: Statement) -> Problem:
        file = file_of("article", was.article_id)
        stays = was.article_id in self._new.articles
        return Problem(
            "removed-fact",
            f'The published fact "{was.fact.id}" was deleted.',
            self._locate(file, ("facts",)) if stays else Place(file),
            "Restore it with status: withdrawn, a reason and a date, so that links keep working "
            "and readers see why. If its text must go: status: removed. If it was renamed: "
            "former_ids.",
        )

    def _changed_record(self, kind: str, key: str, was: Any, now: Any) -> Iterator[Problem]:
        yield from self._first_id(kind, key, was, now)
        if isinstance(was, Statement):
            yield from self._changed_fact(was, now)
            return
        if self._states.former(kind, key) == key and _is_another_record(was, now):
            name = was.url if isinstance(was, Article) else was.name
            yield Problem(
                "id-reused",
                f'"{key}" was the id of another {kind}.',
                self._place(kind, key),
                f"It was: {name}. Give the new {kind} its own id, and restore the old one. If "
                "only the name is new, keep the old one under other_names.",
            )
        if isinstance(was, Article) and was.publisher != now.publisher:
            message = (
                f"The publisher of this article was {was.publisher}; now it is {now.publisher}."
            )
            place = self._place(kind, key, "publisher")
            yield Problem("quiet-change", message, place, _MINOR_HELP, "warning")

    def _changed_fact(self, was: Statement, now: Statement) -> Iterator[Problem]:
        key = now.fact.id
        review = review_corrections(was, now, self._states)
        missing = [each for each in review.missing if not self._is_removed_speaker(was, each)]
        if _is_another_statement(was, now, {each.field for each in missing}):
            yield Problem(
                "id-reused",
                f'"{key}" was the id of another statement.',
                self._place("fact", key, "id"),
                f"An id is never reused. It was: “{was.fact.statement}”. Give the new fact a new "
                "id, and keep the old one with status: withdrawn.",
            )
            return
        if review.rewritten:
            yield Problem(
                "correction-rewritten",
                f"The correction of {review.rewritten.date} to `{review.rewritten.field}` was "
                "changed or deleted.",
                self._place("fact", key, "corrections"),
                "Corrections stay as published. Restore it, and add a new one below it.",
            )
        else:
            yield from self._new_corrections(was, now, review)
        is_withdrawal = now.fact.status == "withdrawn" != was.fact.status
        for change in missing:
            # A withdrawn fact may lose fields.
            if not (is_withdrawal and change.new_forms in {("",), ()}):
                yield self._missing_correction(change, key)
        if review.keeps_translation:
            yield Problem(
                "translation-outdated",
                "The quote changed, but its translation and the day of the translation did not.",
                self._place("fact", key, "quote_translation"),
                RENEW,
            )
        if now.fact.status == "current":
            yield from self._minor_changes(was, now)

    def _is_removed_speaker(self, was: Statement, change: FieldChange) -> bool:
        """Whether a removal protects the old speaker, whom a correction would name again."""
        removed = {each.id for each in self._new.removed if each.kind == "actor"}
        spoke = {*was.fact.speaker, was.fact.speaker_of}
        return change.field == "speaker" and not removed.isdisjoint(spoke)

    def _missing_correction(self, change: FieldChange, key: str) -> Problem:
        was, now = (text.replace('"', "'") for text in (change.was, change.now))
        return Problem(
            "silent-change",
            f"`{change.field}` differs from the published value, and no correction says so.",
            self._place("fact", key, change.field),
            f'Add under `corrections`: - {{date: YYYY-MM-DD, field: {change.field}, was: "{was}", '
            f'now: "{now}", reason: "…"}}',
        )

    def _new_corrections(self, was: Statement, now: Statement, review: Review) -> Iterator[Problem]:
        """New corrections that do not match the change, or are dated before older ones."""
        key, entries = now.fact.id, now.fact.corrections
        last = max((entry.date for entry in was.fact.corrections), default=None)
        for number in review.added:
            if last and entries[number].date < last:
                yield Problem(
                    "correction-untrue",
                    f"This correction is dated before one that is already published ({last}).",
                    self._place("fact", key, "corrections", number, "date"),
                    "Write the day on which the fact was changed. Older entries keep their dates.",
                )
        for number, part, value in review.untrue:
            verb, which = ("was", "old") if part == "was" else ("is", "current")
            yield Problem(
                "correction-untrue",
                f"This is not what `{entries[number].field}` {verb}.",
                self._place("fact", key, "corrections", number, part),
                f"The {which} value: {value}",
            )

    def _minor_changes(self, was: Statement, now: Statement) -> Iterator[Problem]:
        """A warning for each change of act, answers or sources without a correction."""
        corrected = {each.field for each in now.fact.corrections}
        for field, message in _minor_changes(was, now, self._new):
            if field not in corrected:
                place = self._place("fact", now.fact.id, field)
                yield Problem("quiet-change", message, place, _MINOR_HELP, "warning")


def _minor_changes(was: Statement, now: Statement, new: Dataset) -> Iterator[tuple[str, str]]:
    """The field and the message of each change."""
    one, other = was.fact, now.fact
    if one.act != other.act:
        yield "act", f"`act` was {one.act}; now it is {other.act}."
    if one.via != other.via:
        yield "via", f"`via` was {one.via or 'left out'}; now it is {other.via or 'left out'}."
    answers = {(each.question, each.actor): each for each in other.answers}
    for answer in one.answers:
        newer = answers.get((answer.question, answer.actor))
        if newer is None:
            yield "answers", f"The answer to {answer.question} was “{answer.text}”; it was deleted."
        elif newer.kind != answer.kind or not typographical(answer.text, newer.text):
            message = f"The answer to {answer.question} was “{answer.text}” ({answer.kind})."
            yield "answers", message
    cited = {now.article_id, *(each.article for each in other.also)}
    sources = (was.article_id, *(each.article for each in one.also if each.article))
    for name in dict.fromkeys(sources):
        # A deleted article is already reported as a lost address.
        if name not in cited and name in new.articles:
            yield "also", f"The article {name} is no longer cited by this fact."


def _is_another_statement(was: Statement, now: Statement, missing: set[str]) -> bool:
    """Different words of another speaker or from another place: a new statement, not a change."""
    if "statement" not in missing:
        return False
    moved = was.article_id != now.article_id or locator_of(was.fact) != locator_of(now.fact)
    differs = _shared(was.fact.statement, now.fact.statement) < _FEW
    return differs and (moved or bool(missing & {"speaker", "quote", "said", "status"}))


def _is_another_record(was: Any, now: Any) -> bool:
    """Whether a record is clearly a different one: no name or identifier is left."""
    match was, now:
        case Article(), Article():
            return was.url != now.url and was.published != now.published
        case Topic(), Topic():
            return not _shared(was.name, now.name) and _shared(was.summary, now.summary) < _FEW
        case Event(), Event():
            return not _shared(was.name, now.name) and was.date != now.date
    return not any(
        _shared(one, other)
        for one in (was.name, was.short_name or was.name)
        for other in actor_names(now)
    )


def _shared(one: str, other: str) -> float:
    """The share of the shorter text's words that the other one has, from 0 to 1."""
    words, others = set(one.casefold().split()), set(other.casefold().split())
    return len(words & others) / max(1, min(len(words), len(others)))


def _lost_address(address: str, kind: str, place: Place) -> Problem:
    return Problem(
        "address-lost",
        f"The published address {address} now leads nowhere.",
        place,
        f"If the {kind} was renamed, write its old id under former_ids; facts rename does it. If "
        "it was deleted, restore it. If its text must go, keep the file with status: removed, "
        "date and reason.",
    )


def _file_of_removal(removal: Removal, dataset: Dataset) -> str:
    """The former place of a removed record."""
    if removal.kind != "fact":
        return file_with(removal.kind, removal.id, None)
    articles = dataset.articles.items()
    named = (key for key, each in articles if any(fact.id == removal.id for fact in each.facts))
    return file_of("article", next(named, removal.id))
