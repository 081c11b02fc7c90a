"""Tables in pastes: neighbouring lines with as many tabs."""

from __future__ import annotations

from nashra.ingest.readers.paste import numbered
from nashra.ingest.words.paragraphs import to_markdown
from nashra.ingest.words.rows import mark_rows


def written(text: str) -> str:
    return to_markdown([line.text for line in numbered(f"A headline\n{text}")[1:] if line.text])


def test_neighbouring_lines_with_as_many_tabs_are_a_table() -> None:
    assert written("Port\tBoats\nEl Jadida\t12\nSafi | south\t31") == (
        "| Port | Boats |\n| --- | --- |\n| El Jadida | 12 |\n| Safi \\| south | 31 |"
    )


def test_an_empty_cell_keeps_its_place() -> None:
    assert written("Day\tMorning\tEvening\nMonday\t\t8 pm") == (
        "| Day | Morning | Evening |\n| --- | --- | --- |\n| Monday |  | 8 pm |"
    )


def test_items_single_lines_and_the_head_of_a_message_are_none() -> None:
    for text in ("x\n1.\tone\n2.\ttwo", "x\n•\tone\n•\ttwo", "x\nalone\there", "x\nFrom:\tAda\nTo:\tBen"):
        assert mark_rows(text) == text
    assert "␟" not in written("alone\there\n\nand on")
