"""The times at which the workflows of a new site run: chosen in its time zone, written in UTC as GitHub wants them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, time, timedelta

from nashra.kit.errors import ConfigError

_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")
_CRON = re.compile(r"^( *)- cron: .*\n", re.MULTILINE)


def times(text: str) -> tuple[time, ...]:
    """The times in "06:30" or "06:30,18:00". Raises ConfigError."""
    found = []
    for part in text.split(","):
        match = _TIME.fullmatch(part.strip())
        if match is None:
            raise ConfigError(f"{part.strip()!r} is no time of day", hint="write it as 06:30, or 06:30,18:00")
        found.append(time(int(match[1]), int(match[2])))
    return tuple(dict.fromkeys(found))


def with_clock(workflow: str, chosen: Sequence[time], now: datetime, before: timedelta = timedelta()) -> str:
    """`workflow` run at the times `chosen`, or so long `before`, in the zone of `now`, by its clocks of that day."""

    def lines(found: re.Match[str]) -> str:
        return "".join(f'{found[1]}- cron: "{_cron(each, now, before)}" # {_told(each, now)}\n' for each in chosen)

    return _CRON.sub(lines, workflow, count=1) if chosen else workflow


def _cron(moment: time, now: datetime, before: timedelta) -> str:
    offset = now.utcoffset() or timedelta()
    minutes = moment.hour * 60 + moment.minute - int((offset + before).total_seconds() // 60)
    hour, minute = divmod(minutes % (24 * 60), 60)
    return f"{minute} {hour} * * *"


def _told(moment: time, now: datetime) -> str:
    return f"for {moment:%H:%M} in {now.tzinfo}"
