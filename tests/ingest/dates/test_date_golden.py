"""Golden pairs: a date as news writes it, and what it means. To add one, add a line to golden/dates.tsv."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nashra.ingest.dates.find import find_date

ZONE = ZoneInfo("Africa/Casablanca")
REFERENCE = datetime(2024, 7, 18, 12, tzinfo=ZONE)
LINES = (Path(__file__).parents[1] / "golden" / "dates.tsv").read_text(encoding="utf-8").splitlines()
PAIRS = [tuple(line.split("\t")) for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_a_date_means_what_the_golden_line_says(text: str, expected: str) -> None:
    found = find_date(text)
    if expected == "none":
        assert found is None
        return
    assert found is not None
    if found.is_relative:
        assert found.before(REFERENCE).isoformat() == expected
        return
    moment, has_time = found.moment(ZONE)
    wanted = datetime.fromisoformat(expected)
    assert has_time == ("T" in expected)
    assert moment == (wanted if wanted.tzinfo else wanted.replace(tzinfo=ZONE))


def test_the_golden_lines_are_many_and_half_of_them_arabic() -> None:
    arabic = [text for text, _ in PAIRS if re.search("[\u0620-\u064a]", text)]
    assert len(PAIRS) >= 120 and len(arabic) >= 60 and len(set(PAIRS)) == len(PAIRS)
