"""Find the parts of a text that are inside quotation marks, in every likely reading.

A reading gives each mark of a text a role, so that marks pair. It may also assume a missing mark,
at a high cost. Only the cheapest readings count: what is inside marks in all of them is certain;
what is inside in only some of them is unclear.

A quotation over several paragraphs has an opening mark before each of them and a closing mark at
the end of the last, as is usual in print.

The search goes forward through the marks and keeps the lowest cost of each state (the quotations
that are open there). It then goes back from the end of the text along the cheapest ways only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from factsheets.quotes.marks import Mark

_MISSING = 8  # a mark that is not there
_NESTED = 1
_OTHER_FORM = 1  # a straight mark that closes a curly one
_UNCLOSED_SINGLE = 3
_CARRIED = 3  # a quotation that continues in a paragraph without an opening mark
_IGNORED = 10  # a mark without a role
_DEEPEST = 3
_LONGEST_MARK = 2
_MOST_STATES = 40

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph to read: its length in characters, and its marks.

    `leading` counts the marks at its beginning that can open. `carries` is true for a paragraph in
    which a quotation may continue without such a mark, `mid_sentence` for one that continues the
    sentence of the previous paragraph.
    """

    length: int
    marks: Sequence[Mark]
    leading: int = 0
    carries: bool = False
    mid_sentence: bool = False


@dataclass(frozen=True, slots=True)
class Inside:
    """The ranges of a paragraph, in characters, that are certainly or perhaps inside marks.

    `nested` are perhaps in a quotation inside another one, so perhaps somebody else's.
    """

    certain: tuple[Range, ...]
    unclear: tuple[Range, ...]
    nested: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class _Open:
    """An open quotation.

    `unclosed`: its closing mark is missing. `unopened`: its opening mark is. `leading`: it opened
    at the beginning of a paragraph. `carried`: it continues in paragraphs without an opening mark.
    `fragment`: it is part of a sentence, so it hardly continues in other paragraphs.
    """

    family: str
    straight: bool
    unclosed: bool = False
    unopened: bool = False
    leading: bool = False
    carried: bool = False
    fragment: bool = False


_State = tuple[_Open, ...]  # the open quotations, the outer one first
_UNOPENED: _State = (_Open("", straight=False, unopened=True),)


@dataclass(slots=True)
class _Step:
    """The states that are possible between two marks: the least cost and the origins of each."""

    costs: dict[_State, int] = field(default_factory=dict)
    origins: dict[_State, set[_State]] = field(default_factory=dict)

    def reach(self, state: _State, cost: int, origin: _State) -> None:
        """Add a way to a state if none is cheaper."""
        known = self.costs.get(state)
        if known is None or cost < known:
            self.costs[state], self.origins[state] = cost, {origin}
        elif cost == known:
            self.origins[state].add(origin)

    def cut(self) -> None:
        """Drop the most expensive states where there are too many."""
        if len(self.costs) > _MOST_STATES:
            kept = sorted(self.costs, key=self.costs.__getitem__)[:_MOST_STATES]
            self.costs = {state: self.costs[state] for state in kept}
            self.origins = {state: self.origins[state] for state in kept}


def inside(lines: Sequence[Line]) -> list[Inside]:
    """What is inside quotation marks in each paragraph of a text."""
    following = [*lines[1:], None][: len(lines)]
    steps: list[list[_Step]] = []
    starts: dict[_State, int] = {(): 0}
    for line, after in zip(lines, following, strict=True):
        steps.append(_forward(line, starts))
        starts = {}
        for state, cost in steps[-1][-1].costs.items():
            for start, more in _over_the_end(state, after):
                starts[start] = min(starts.get(start, cost + more), cost + more)
    found: list[Inside] = []
    alive: set[_State] = {()}
    for line, after, own in zip(lines[::-1], following[::-1], steps[::-1], strict=True):
        alive, ranges = _backward(line, own, _cheapest_ends(own[-1], after, alive))
        found.append(ranges)
    return found[::-1]


def _forward(line: Line, starts: dict[_State, int]) -> list[_Step]:
    """The steps of a paragraph: before its first mark, and after each mark."""
    first = _Step()
    for state, cost in starts.items():
        first.reach(state, cost, state)
        if not state:
            first.reach(_UNOPENED, cost + _MISSING, state)
    steps = [first]
    for number, mark in enumerate(line.marks):
        step = _Step()
        leading = number if number < line.leading else None
        for state, cost in steps[-1].costs.items():
            for after, more in _moves(state, mark, leading):
                step.reach(after, cost + more, state)
                if not after:
                    step.reach(_UNOPENED, cost + more + _MISSING, state)
        step.cut()
        steps.append(step)
    return steps


def _moves(state: _State, mark: Mark, leading: int | None) -> Iterator[tuple[_State, int]]:
    """The states after a mark, and their costs.

    `leading` is the number of a mark at the beginning of a paragraph, else None.
    """
    roles = mark.roles
    yield state, roles.get("none", _IGNORED)
    unclosed = bool(state) and state[-1].unclosed
    if "open" in roles:
        cost = roles["open"]
        fragment = mark.fragment and leading is None
        opened = _Open(mark.family, mark.straight, leading=leading is not None, fragment=fragment)
        if leading is not None and leading < len(state) and state[leading].family == mark.family:
            yield state, cost  # the quotation continues
        if unclosed:
            yield (opened,), cost
        elif len(state) < _DEEPEST:
            same = any(each.family == mark.family for each in state)
            yield (*state, opened), cost + (_NESTED if same else 0)
        if not state or unclosed:
            yield (_Open(mark.family, mark.straight, unclosed=True),), cost + _MISSING
    if "close" in roles and not unclosed:
        cost = roles["close"]
        for depth in range(len(state) - 1, -1, -1):
            each = state[depth]
            if each.unopened:
                yield state[:depth], cost
            elif each.family == mark.family:
                other_form = each.straight != mark.straight
                yield state[:depth], cost + (_OTHER_FORM if other_form else 0)
            cost += _UNCLOSED_SINGLE if each.family == "single" else _MISSING


def _over_the_end(state: _State, after: Line | None) -> Iterator[tuple[_State, int]]:
    """The state in which the next paragraph begins, and its cost; none where it cannot."""
    if not state or (len(state) == 1 and state[0].unclosed):
        yield (), 0
        return
    if after is None or any(each.unclosed or each.unopened for each in state):
        return
    outer = state[0]
    if after.mid_sentence:
        yield state, _NESTED
    elif after.leading and after.marks[0].family == outer.family and not outer.carried:
        # For a part of a sentence, a missing mark is as likely.
        yield state, _MISSING if outer.fragment else 0
    elif after.carries and outer.leading and len(state) == 1:
        yield (replace(outer, carried=True),), _CARRIED


def _cheapest_ends(last: _Step, after: Line | None, alive: set[_State]) -> set[_State]:
    """The states at the end of a paragraph that lead most cheaply to the `alive` ones."""
    totals: dict[_State, dict[_State, int]] = {}
    for state, cost in last.costs.items():
        for start, more in _over_the_end(state, after):
            if start in alive:
                totals.setdefault(start, {})[state] = cost + more
    return {
        state
        for costs in totals.values()
        for state, cost in costs.items()
        if cost == min(costs.values())
    }


def _backward(line: Line, steps: list[_Step], alive: set[_State]) -> tuple[set[_State], Inside]:
    """The states in which a paragraph begins, and what is inside marks in it."""
    bounds = [0, *(at for mark in line.marks for at in (mark.start, mark.end)), line.length]
    certain: list[Range] = []
    unclear: list[Range] = []
    nested: list[Range] = []
    for number in range(len(steps) - 1, -1, -1):
        stretch = bounds[2 * number], bounds[2 * number + 1]
        depths = [sum(not (each.unclosed or each.unopened) for each in s) for s in alive]
        if all(depths):
            certain.append(stretch)
            if max(depths, default=0) > 1:
                nested.append(stretch)
        elif any(alive):
            unclear.append(stretch)
        alive = {origin for state in alive for origin in steps[number].origins[state]}
    return alive, Inside(*(_merged(each[::-1]) for each in (certain, unclear, nested)))


def _merged(ranges: Sequence[Range]) -> tuple[Range, ...]:
    """Ranges with only a mark between them as one, without empty ranges."""
    found: list[Range] = []
    for start, end in ranges:
        if found and start - found[-1][1] <= _LONGEST_MARK:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(each for each in found if each[0] < each[1])
