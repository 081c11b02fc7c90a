"""The blocks of a page are read once, and again only where something was removed."""

from __future__ import annotations

from nashra.ingest.page.furniture_names import Apart, is_apart
from nashra.ingest.page.leaf import Leaves, places_of
from nashra.ingest.page.page_tree import lines_of, parse_page, settle

PAGE = "<main><p>One <b>two</b> three.</p><div><p>Four.</p></div><nav><p>Five.</p></nav></main>"


def test_a_block_without_a_change_is_not_read_again_and_a_changed_one_is() -> None:
    root = parse_page(PAGE)
    settle(root)
    leaves = Leaves(root)
    before = leaves.read()
    leaves.remove(next(root.iter("b")))
    after = leaves.read()
    assert [leaf.text for leaf in before] == ["One two three.", "Four.", "Five."]
    assert [leaf.text for leaf in after] == ["One three.", "Four.", "Five."]
    assert after[1] is before[1] and after[0] is not before[0]


def test_every_element_has_the_first_and_last_block_in_it_or_the_one_it_is_in() -> None:
    root = parse_page(PAGE)
    settle(root)
    places = places_of(Leaves(root).read())
    assert places[next(root.iter("main"))] == (0, 2)
    assert places[next(root.iter("b"))] == (0, 0)
    assert places[next(root.iter("div"))] == (1, 1)


def test_what_lies_apart_is_the_same_whether_one_element_is_asked_or_all() -> None:
    root = parse_page(PAGE)
    apart = Apart(())
    assert (
        [apart(each) for each in root.iter("p")] == [is_apart(each) for each in root.iter("p")] == [False, False, True]
    )


def test_lines_are_parted_where_a_break_stands() -> None:
    element = next(parse_page("<p><b>A title</b><br><i>by <br>Ada</i> <br> </p>").iter("p"))
    assert lines_of(element) == ["A title", "by", "Ada"]
