"""What a published record must not lose: checks new content against the published one."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from factsheets.content.kinds import PAGE_FOLDERS
from factsheets.content.records import Article, Event, Topic
from factsheets.dataset.known import first_id
from factsheets.dataset.model import Dataset, Locate, Path, Removal, Statement, file_of
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

_FEW = 1 / 3  # of the words that two texts of one statement share
_MINOR_HELP = "If readers may have relied on it, say so under `corrections`."


class NoBase(Exception):
    """None of the states to compare with can be read whole; `problem` is in the newest."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def check_against(bases: Iterable[Inputs], inputs: Inputs, today: datetime.date) -> Outcome:
    """What `check` finds, and what the content lost or changed without a correction.

    Args:
        bases: The states that may have been published, newest first. What cannot be read was
            never published, so the first that can be read whole is compared.
        inputs: The content as it stands. It may have errors: what can be read is compared.
        today: The day that dates in the content are compared with.

    Raises:
        NoBase: No base can be read whole, so nothing can be said of changes.
    """
    published = _published(bases, today)
    outcome = check(inputs, today)
    found = against(published, state(inputs, outcome), locator(inputs))
    # The list of addresses may have named a lost one already.
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
    """Every silent change of what was published: changed, removed, reused, or rewritten.

    A changed statement, quotation, speaker, date or figure needs an entry in `corrections` that
    the published content does not have yet, and that says what it was and is; typographical
    changes need none. A fact is withdrawn, or removed by its status, and never deleted. Entries in
    `corrections` stay as they are, and no address may die. Nothing is said of what could not be
    read.
    """
    return in_order(list(_Guard(States(old, new), locate).problems()))


class _Guard:
    """Compares every published record with what it is now."""

    def __init__(self, states: States, locate: Locate) -> None:
        self._states = states
        self._new = states.new
        self._locate = locate
        self._addresses = frozenset(addresses(states.new))

    def problems(self) -> Iterator[Problem]:
        for kind in ALL_KINDS:
            yield from self._given_away(kind)
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
        """Where a record says its id; a file does so by its name."""
        return self._place(kind, key, "id") if kind == "fact" else self._place(kind, key)

    def _given_away(self, kind: str) -> Iterator[Problem]:
        """New records whose id was a former id of another record."""
        known = records(kind, self._states.before.dataset)
        owners = {former: key for key, each in known.items() for former in former_ids(each)}
        for key in records(kind, self._new).keys() & owners.keys() - known.keys():
            yield Problem(
                "id-reused",
                f'"{key}" was the id of "{owners[key]}" before.',
                self._place_of_id(kind, key),
                "An id is never used again, for its old address leads elsewhere. Choose another.",
            )

    def _first_id(self, kind: str, key: str, was: Any, now: Any) -> Iterator[Problem]:
        """The first id must stay first: feeds are built on it, and would show all as new."""
        first = first_id(self._states.former(kind, key), former_ids(was))
        if first in former_ids(now)[1:]:
            yield Problem(
                "former-id-order",
                f'"{first}" was the first id of this record, and does not stand first any more.',
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
            # Without the fact, its former addresses lead nowhere either.
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
            f'The published fact "{was.fact.id}" is gone.',
            self._locate(file, ("facts",)) if stays else Place(file),
            "Put it back with status: withdrawn, a reason and a date, so that links keep working "
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
                f'"{key}" was another {kind} before.',
                self._place(kind, key),
                f"It was: {name}. Give the new {kind} an id of its own, and put the old one back. "
                "If it only has a new name, keep the old one under other_names.",
            )
        if isinstance(was, Article) and was.publisher != now.publisher:
            message = f"The publisher of this article was {was.publisher}, and is {now.publisher}."
            place = self._place(kind, key, "publisher")
            yield Problem("quiet-change", message, place, _MINOR_HELP, "warning")

    def _changed_fact(self, was: Statement, now: Statement) -> Iterator[Problem]:
        key = now.fact.id
        review = review_corrections(was, now, self._states)
        missing = [each for each in review.missing if not self._is_removed_speaker(was, each)]
        if _is_another_statement(was, now, {each.field for each in missing}):
            yield Problem(
                "id-reused",
                f'"{key}" was another statement before.',
                self._place("fact", key, "id"),
                f"An id is never used again. It was: “{was.fact.statement}”. Give the new fact "
                "a new id, and keep the old one with status: withdrawn.",
            )
            return
        if review.rewritten:
            yield Problem(
                "correction-rewritten",
                f"The correction of {review.rewritten.date} to `{review.rewritten.field}` was "
                "changed or taken out.",
                self._place("fact", key, "corrections"),
                "Corrections stay as they were published. Put it back, and add a new one below it.",
            )
        else:
            yield from self._new_corrections(was, now, review)
        is_withdrawal = now.fact.status == "withdrawn" != was.fact.status
        for change in missing:
            # A fact that is withdrawn may lose its parts.
            if not (is_withdrawal and change.new_forms in {("",), ()}):
                yield self._missing_correction(change, key)
        if now.fact.status == "current":
            yield from self._minor_changes(was, now)

    def _is_removed_speaker(self, was: Statement, change: FieldChange) -> bool:
        """Whether a removal protects the old speaker: a correction would name them again."""
        removed = {each.id for each in self._new.removed if each.kind == "actor"}
        return change.field == "speaker" and was.fact.speaker in removed

    def _missing_correction(self, change: FieldChange, key: str) -> Problem:
        was, now = (text.replace('"', "'") for text in (change.was, change.now))
        return Problem(
            "silent-change",
            f"`{change.field}` differs from what was published, and no correction says so.",
            self._place("fact", key, change.field),
            f'Add under `corrections`: - {{date: YYYY-MM-DD, field: {change.field}, was: "{was}", '
            f'now: "{now}", reason: "…"}}',
        )

    def _new_corrections(self, was: Statement, now: Statement, review: Review) -> Iterator[Problem]:
        """New corrections that do not say what changed, or that are dated before older ones."""
        key, entries = now.fact.id, now.fact.corrections
        last = max((entry.date for entry in was.fact.corrections), default=None)
        for number in review.added:
            if last and entries[number].date < last:
                yield Problem(
                    "correction-untrue",
                    f"This correction is dated before one that was published earlier ({last}).",
                    self._place("fact", key, "corrections", number, "date"),
                    "Write the day on which the fact was changed. Older entries keep theirs.",
                )
        for number, part, value in review.untrue:
            verb, stood = ("was", "stood") if part == "was" else ("is", "stands")
            yield Problem(
                "correction-untrue",
                f"This is not what `{entries[number].field}` {verb}.",
                self._place("fact", key, "corrections", number, part),
                f"What {stood} there: {value}",
            )

    def _minor_changes(self, was: Statement, now: Statement) -> Iterator[Problem]:
        """A warning for each change of act, answers or sources that has no correction."""
        corrected = {each.field for each in now.fact.corrections}
        for field, message in _minor_changes(was, now, self._new):
            if field not in corrected:
                place = self._place("fact", now.fact.id, field)
                yield Problem("quiet-change", message, place, _MINOR_HELP, "warning")


def _minor_changes(was: Statement, now: Statement, new: Dataset) -> Iterator[tuple[str, str]]:
    """The field and the message of each."""
    one, other = was.fact, now.fact
    if one.act != other.act:
        yield "act", f"`act` was {one.act}, and is {other.act}."
    answers = {(each.question, each.actor): each for each in other.answers}
    for answer in one.answers:
        newer = answers.get((answer.question, answer.actor))
        if newer is None:
            yield "answers", f"The answer to {answer.question} was “{answer.text}”, and is gone."
        elif newer.kind != answer.kind or not typographical(answer.text, newer.text):
            message = f"The answer to {answer.question} was “{answer.text}” ({answer.kind})."
            yield "answers", message
    cited = {now.article_id, *(each.article for each in other.also)}
    sources = (was.article_id, *(each.article for each in one.also if each.article))
    for name in dict.fromkeys(sources):
        # An article that is gone is a lost address already.
        if name not in cited and name in new.articles:
            yield "also", f"The article {name} no longer stands behind this fact."


def _is_another_statement(was: Statement, now: Statement, missing: set[str]) -> bool:
    """Other words of another speaker, or from another place: another statement, not a change."""
    if "statement" not in missing:
        return False
    moved = was.article_id != now.article_id or was.fact.paragraph != now.fact.paragraph
    differs = _shared(was.fact.statement, now.fact.statement) < _FEW
    return differs and (moved or bool(missing & {"speaker", "quote", "said", "status"}))


def _is_another_record(was: Any, now: Any) -> bool:
    """Whether a record under one id is plainly another: nothing that names it is left."""
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
    """How much of the shorter text's words the other has, from 0 to 1."""
    words, others = set(one.casefold().split()), set(other.casefold().split())
    return len(words & others) / max(1, min(len(words), len(others)))


def _lost_address(address: str, kind: str, place: Place) -> Problem:
    return Problem(
        "address-lost",
        f"The published address {address} leads nowhere now.",
        place,
        f"If the {kind} was renamed, write its old id under former_ids; facts rename does it. "
        "If it was taken out, put it back. If its text must go, the file keeps status: removed, "
        "date and reason.",
    )


def _file_of_removal(removal: Removal, dataset: Dataset) -> str:
    """Where what is left of a removed record stood."""
    if removal.kind != "fact":
        return file_with(removal.kind, removal.id, None)
    articles = dataset.articles.items()
    named = (key for key, each in articles if any(fact.id == removal.id for fact in each.facts))
    return file_of("article", next(named, removal.id))
