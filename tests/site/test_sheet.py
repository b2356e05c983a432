"""The printed sheet: what is estimated to fit two pages is printed, the rest is counted."""

from __future__ import annotations

from factsheets.site.views.groups import Group
from factsheets.site.views.paging import Page, paged
from factsheets.site.views.sheet import TWO_PAGES, List, bullet, lines, sheet, signs
from hypothesis import given
from hypothesis import strategies as some

_HEAD = 150.0
_NOTHING: tuple[Page[int], ...] = paged((), "topics/x/")
heights = some.lists(some.floats(5, 2000), max_size=60)


def a_list(found: list[float], *, side_by_side: bool = False) -> List[int]:
    return List(range(len(found)), found, 3, side_by_side=side_by_side)


@given(heights, heights, some.lists(some.floats(5, 400), max_size=4))
def test_what_is_printed_fits_and_the_rest_is_counted(
    one: list[float], two: list[float], boxes: list[float]
) -> None:
    lists = {"missing": a_list(one), "members": a_list(two)}
    figures = a_list(boxes, side_by_side=True)
    made = sheet(_NOTHING, _HEAD, **lists, figures=figures)
    used = _HEAD
    for part, whole in (
        (made.missing, lists["missing"]),
        (made.members, lists["members"]),
        (made.figures, figures),
    ):
        assert (*part.kept, *part.beyond) == tuple(whole.items)
        assert bool(part.note) == bool(part.beyond)
        if part.beyond:
            assert part.note.startswith(f"{len(part.kept) or 'None'} of {len(whole.items)} printed")
        used += whole.height(len(part.kept))
    assert used <= TWO_PAGES


def test_a_short_list_is_printed_whole_beside_a_long_one() -> None:
    made = sheet(_NOTHING, _HEAD, missing=a_list([14.0] * 5), members=a_list([14.0] * 500))
    assert len(made.missing.kept) == 5
    assert 50 < len(made.members.kept) < 100
    assert made.members.note.endswith("of 500 printed here; all of them are at the address above.")


def test_the_line_about_the_statements_is_true() -> None:
    whole = sheet(paged([Group("", "", range(25))], "topics/x/"), _HEAD)
    cut = sheet(paged([Group("", "", range(505))], "topics/x/"), _HEAD)
    assert whole.follows == "Every statement follows."
    assert cut.follows.startswith("The first 25 of 505 statements follow; the others")
    assert sheet(_NOTHING, _HEAD).follows == ""


def test_wide_signs_take_the_room_of_two() -> None:
    assert signs("没有") == 4
    assert lines("x" * 95, 94) == 2
    assert bullet("没" * 90) > bullet("x" * 90)
