"""Quotation marks that can be read in several ways -> what is inside in every likely reading.

A reading gives each mark of a text its part, so that marks pair. A reading may also suppose that a
mark is missing, at a high cost. Of all readings the cheapest count; what is inside in all of them
is certain, what is inside in some of them is unclear.

A quotation that goes on over paragraphs has an opening mark before each and a closing one after the
last: the printers' convention.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from factsheets.quotes.marks import Mark

_MISSING = 8  # a mark that is not there
_NESTED = 1
_OTHER_FORM = 1  # a straight mark that closes a curly one
_UNCLOSED_SINGLE = 3
_CARRIED = 3  # a quotation that goes on in a paragraph without an opening mark
_IGNORED = 10
_DEEPEST = 3
_LONGEST_MARK = 2
_MOST_STATES = 40

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph to be read: its length in characters, and its marks.

    `leading` counts the marks that can open at its beginning. `carries` is true of a paragraph that
    a quotation may go on into though it has no such mark; `goes_on` where a line break inside a
    sentence is all that stands between it and the one before.
    """

    length: int
    marks: Sequence[Mark]
    leading: int = 0
    carries: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """A quotation that is open.

    `lost`: its closing mark is missing; `begun`: so is its opening mark. `leading`: it opened at a
    paragraph's beginning. `carried`: it goes on in paragraphs without an opening mark. `fragment`:
    it is a part of a sentence, so it hardly goes on over paragraphs.
    """

    family: str
    straight: bool
    lost: bool = False
    begun: bool = False
    leading: bool = False
    carried: bool = False
    fragment: bool = False


State = tuple[Opened, ...]
_BEGUN = Opened("", straight=False, begun=True)


@dataclass(frozen=True, slots=True)
class Inside:
    """The stretches of characters of a paragraph that are inside for certain, and perhaps."""

    certain: tuple[Range, ...]
    unclear: tuple[Range, ...]


def inside(lines: Sequence[Line]) -> list[Inside]:
    """What is inside quotation marks in each paragraph of a text."""
    steps: list[list[_Step]] = []
    arrivals: dict[State, int] = {(): 0}
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        steps.append(_forward(line, arrivals))
        arrivals = _ended(steps[-1][-1], following)
    return _backward(lines, steps)


@dataclass(slots=True)
class _Step:
    """What can be open between two marks: each state with its least cost and where it came from."""

    costs: dict[State, int] = field(default_factory=dict)
    origins: dict[State, set[State]] = field(default_factory=dict)

    def reach(self, state: State, cost: int, origin: State) -> None:
        """Notes a way to a state; only the cheapest ones count."""
        known = self.costs.get(state)
        if known is None or cost < known:
            self.costs[state], self.origins[state] = cost, {origin}
        elif cost == known:
            self.origins[state].add(origin)


def _forward(line: Line, arrivals: dict[State, int]) -> list[_Step]:
    """The states between the marks of a paragraph."""
    first = _Step()
    for state, cost in arrivals.items():
        first.reach(state, cost, state)
        if not state:
            first.reach((_BEGUN,), cost + _MISSING, state)
    steps = [first]
    for number, mark in enumerate(line.marks):
        step = _Step()
        for state, cost in steps[-1].costs.items():
            for after, more in _moves(state, mark, number if number < line.leading else None):
                step.reach(after, cost + more, state)
                if not after:
                    step.reach((_BEGUN,), cost + more + _MISSING, state)
        steps.append(_fewer(step))
    return steps


def _fewer(step: _Step) -> _Step:
    """Without the dearest states where there are too many."""
    if len(step.costs) > _MOST_STATES:
        kept = sorted(step.costs, key=step.costs.__getitem__)[:_MOST_STATES]
        return _Step(
            {each: step.costs[each] for each in kept}, {each: step.origins[each] for each in kept}
        )
    return step


def _moves(state: State, mark: Mark, leading: int | None) -> Iterator[tuple[State, int]]:
    """What a mark can do, and its cost; `leading` is its number at a paragraph's beginning."""
    roles = mark.roles
    yield state, roles.get("none", _IGNORED)
    top = state[-1] if state else None
    if "open" in roles:
        cost = roles["open"]
        opened = Opened(
            mark.family,
            mark.straight,
            leading=leading is not None,
            fragment=mark.fragment and leading is None,
        )
        if leading is not None and leading < len(state) and state[leading].family == mark.family:
            yield state, cost  # it goes on
        if top and top.lost:
            yield (opened,), cost
        elif len(state) < _DEEPEST:
            same = any(each.family == mark.family for each in state)
            yield (*state, opened), cost + (_NESTED if same else 0)
        if not state or (top and top.lost):
            yield (Opened(mark.family, mark.straight, lost=True),), cost + _MISSING
    if "close" in roles and not (top and top.lost):
        yield from _closings(state, mark)


def _closings(state: State, mark: Mark) -> Iterator[tuple[State, int]]:
    cost = mark.roles["close"]
    for at in range(len(state) - 1, -1, -1):
        each = state[at]
        if each.begun:
            yield state[:at], cost
        elif each.family == mark.family:
            yield state[:at], cost + (0 if each.straight == mark.straight else _OTHER_FORM)
        cost += _UNCLOSED_SINGLE if each.family == "single" else _MISSING


def _ended(last: _Step, following: Line | None) -> dict[State, int]:
    """The states with which the next paragraph can begin, or with which the text can end."""
    found: dict[State, int] = {}
    for state, cost in last.costs.items():
        after, more = _over_the_end(state, following)
        if more is not None:
            found[after] = min(found.get(after, cost + more), cost + more)
    return found


def _over_the_end(state: State, following: Line | None) -> tuple[State, int | None]:
    if not state or (len(state) == 1 and state[0].lost):
        return (), 0
    if following is None or any(each.lost or each.begun for each in state):
        return state, None
    first = state[0]
    if following.goes_on:
        return state, _NESTED
    if following.leading and following.marks[0].family == first.family and not first.carried:
        # A missing mark is as likely where a quotation is only a part of a sentence.
        return state, _MISSING if first.fragment else 0
    if following.carries and first.leading and len(state) == 1:
        return (replace(first, carried=True),), _CARRIED
    return state, None


def _backward(lines: Sequence[Line], steps: Sequence[list[_Step]]) -> list[Inside]:
    """What the cheapest readings agree on, from the text's end to its beginning."""
    found: list[Inside] = []
    alive: set[State] = {()}
    for number in range(len(lines) - 1, -1, -1):
        following = lines[number + 1] if number + 1 < len(lines) else None
        ends = _ends(steps[number][-1], following, alive)
        alive, one = _judged(lines[number], steps[number], ends)
        found.append(one)
    return found[::-1]


def _ends(last: _Step, following: Line | None, alive: set[State]) -> set[State]:
    """The states at a paragraph's end from which the next one begins as cheaply as it can."""
    totals: dict[State, dict[State, int]] = {}
    for state, cost in last.costs.items():
        after, more = _over_the_end(state, following)
        if more is not None and after in alive:
            totals.setdefault(after, {})[state] = cost + more
    return {
        state
        for each in totals.values()
        for state, cost in each.items()
        if cost == min(each.values())
    }


def _judged(line: Line, steps: list[_Step], alive: set[State]) -> tuple[set[State], Inside]:
    """The stretches of a paragraph, and the states with which it begins."""
    bounds = [0, *(at for mark in line.marks for at in (mark.start, mark.end)), line.length]
    certain: list[Range] = []
    unclear: list[Range] = []
    for number in range(len(steps) - 1, -1, -1):
        start, end = bounds[2 * number], bounds[2 * number + 1]
        sure = [any(not (each.lost or each.begun) for each in state) for state in alive]
        if all(sure):
            certain.append((start, end))
        elif any(alive_state for alive_state in alive):
            unclear.append((start, end))
        alive = {origin for state in alive for origin in steps[number].origins[state]}
    return alive, Inside(_merged(certain[::-1]), _merged(unclear[::-1]))


def _merged(ranges: Sequence[Range]) -> tuple[Range, ...]:
    """Stretches between which only a mark stands, as one; those of no length are left out."""
    found: list[Range] = []
    for start, end in ranges:
        if found and start - found[-1][1] <= _LONGEST_MARK:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(each for each in found if each[0] < each[1])
