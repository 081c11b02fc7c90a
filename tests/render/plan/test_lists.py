"""The parts of long lists: any is near, and those that are full stay as they are."""

from __future__ import annotations

import pytest

from nashra.render.plan.lists import jumps


@pytest.mark.parametrize("total", [1, 2, 9, 10, 11, 12, 99, 100, 101, 111, 1000, 2345])
def test_any_part_of_a_list_is_three_clicks_from_the_first(total: int) -> None:
    reached = {total}
    for _ in range(3):
        further = {each for number in reached for each in jumps(number, first=number == total)}
        reached |= further | {number - 1 for number in reached if number > 1}
    assert reached == set(range(1, total + 1))
    assert len(jumps(total, first=True)) <= 18 + total // 100


def test_a_part_that_is_full_leads_to_older_ones_only() -> None:
    for number in range(1, 400):
        found = jumps(number, first=False)
        assert all(0 < each < number - 1 for each in found)
        assert len(found) <= 18
