"""The times of a new site's workflows, chosen at `init`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from nashra.kit.errors import ConfigError
from nashra.starter import DESK, WORKFLOW, write_site
from nashra.starter.schedule import times
from support.commands import nashra


def crons(site: Path, workflow: str) -> list[str]:
    loaded: dict[Any, Any] = yaml.safe_load((site / workflow).read_text("utf-8"))
    return [each["cron"] for each in loaded[True]["schedule"]]


@pytest.mark.parametrize(
    ("zone", "clock", "publish", "desk"),
    [
        ("Africa/Casablanca", "06:30", ["30 5 * * *"], ["0 5 * * *"]),
        ("Europe/Paris", "06:37,18:05", ["37 4 * * *", "5 16 * * *"], ["7 4 * * *", "35 15 * * *"]),
        ("Asia/Kolkata", "00:10", ["40 18 * * *"], ["10 18 * * *"]),
        ("America/New_York", "23:50", ["50 3 * * *"], ["20 3 * * *"]),
    ],
)
def test_the_clock_is_that_of_the_site(
    zone: str, clock: str, publish: list[str], desk: list[str], tmp_path: Path
) -> None:
    now = datetime(2026, 7, 1, 12, tzinfo=UTC)
    site = tmp_path / "site"
    write_site(site, "نشرة", ["ar"], "https://a.example/", now=now, timezone=zone, clock=times(clock))
    assert (crons(site, WORKFLOW), crons(site, DESK)) == (publish, desk)
    assert f"# for {clock[:5]} in {ZoneInfo(zone)}" in (site / WORKFLOW).read_text("utf-8")


@pytest.mark.parametrize("text", ["25:00", "6.30", "", "06:30;18:00", "06:3"])
def test_what_is_no_time_of_day_is_told(text: str) -> None:
    with pytest.raises(ConfigError, match="no time of day"):
        times(text)


def test_init_asks_for_no_clock_and_takes_one(tmp_path: Path) -> None:
    done = nashra("init", "site", "--yes", "--clock", "06:30", "--timezone", "UTC", cwd=tmp_path)
    assert done.returncode == 0 and crons(tmp_path / "site", WORKFLOW) == ["30 6 * * *"]
    refused = nashra("init", "other", "--yes", "--clock", "half past six", cwd=tmp_path)
    assert refused.returncode == 2 and "write it as 06:30" in refused.stderr and not (tmp_path / "other").exists()
