"""How often a name was in the news, as a small drawing: a bar a month or a year, with a text that says the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

# Up to so many months a bar is a month; over a longer time, a year.
MOST_MONTHS = 24
# Units of the drawing, about the pixels of a phone.
_WIDTH, _BARS, _ABOVE, _BELOW = 320, 48, 14, 16
_WIDEST = 24


@dataclass(frozen=True, slots=True)
class Bar:
    """A month or a year and the number of its articles. first: its first day."""

    first: date
    count: int


def bars(days: Iterable[date]) -> tuple[bool, tuple[Bar, ...]]:
    """(whether a bar is a month, the bars from the first to the last of `days`, oldest first, those of 0 included)."""
    months = Counter(day.replace(day=1) for day in days)
    if not months:
        return True, ()
    first, last = min(months), max(months)
    if _number(last) - _number(first) < MOST_MONTHS:
        every = [date(at // 12, at % 12 + 1, 1) for at in range(_number(first), _number(last) + 1)]
        return True, tuple(Bar(month, months[month]) for month in every)
    years = Counter[int]()
    for month, count in months.items():
        years[month.year] += count
    return False, tuple(Bar(date(year, 1, 1), years[year]) for year in range(first.year, last.year + 1))


def _number(month: date) -> int:
    return month.year * 12 + month.month - 1


def draw(
    bars: Sequence[Bar], label: str, name: Callable[[date], str], digits: Callable[[str], str], rtl: bool
) -> Markup:
    """An SVG of `bars`, two at least, in the colour of the text around it.

    label: what the drawing says in words. name: a bar's month or year in words. rtl: time runs from right to left, as
    the page does.
    """
    slot = _WIDTH / len(bars)
    wide = min(_WIDEST, slot * 0.7)
    most = max(bar.count for bar in bars)
    floor = _ABOVE + _BARS
    pieces = []
    for place, bar in enumerate(bars):
        middle = slot * (len(bars) - place - 0.5 if rtl else place + 0.5)
        if bar.count:
            high = max(2.0, _BARS * bar.count / most)
            pieces.append(
                f'<rect x="{middle - wide / 2:.1f}" y="{floor - high:.1f}" width="{wide:.1f}" height="{high:.1f}"/>'
            )
        # numbers above the bars where there is room, else above the highest alone
        if bar.count and (slot >= _WIDEST or bar.count == most):
            pieces.append(_text(middle, floor - high - 4, "middle", digits(str(bar.count))))
    start, end = (_WIDTH, 0) if rtl else (0, _WIDTH)
    pieces.append(f'<path d="M0 {floor}.5H{_WIDTH}" stroke="currentColor"/>')
    pieces.append(_text(start, floor + _BELOW - 3, "start", name(bars[0].first)))
    pieces.append(_text(end, floor + _BELOW - 3, "end", name(bars[-1].first)))
    height = floor + _BELOW
    return Markup(  # noqa: S704 - texts are escaped
        f'<svg role="img" aria-label="{escape(label)}" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" '
        f'height="{height}" fill="currentColor" font-size="11">{"".join(pieces)}</svg>'
    )


def _text(x: float, y: float, anchor: str, text: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
