"""Articles in the order of time -> their stories, each decided by those before it.

An article joins the story whose tellings of the last days it is most like, or begins one of its own, named by its id.
What was decided of the older articles stays when newer ones come, and of a change in the past only the days after it
are decided anew: what decides about an article is nothing but those of the `_DAYS` before it, their stories, and when
these began.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import inf

from nashra.model import ALONE
from nashra.stories.likeness import Seen, Window, likeness
from nashra.stories.telling import OF, Placed, Telling

# Hours: how long after its last telling a story may go on, how long it may be in all, and how far back articles count.
_PAUSE, _SPAN, _DAYS = 48.0, 168.0, 72.0
# Tellings of one story that an article is held against, the newest; stories that it is held against, the likeliest.
_TELLINGS, _STORIES = 6, 6
# Signs that so many of the articles of the last days have do not lead to others.
_COMMON = 40

Tell = Callable[[str], Telling]


class Grouping:
    """The articles of the last days with their stories. began: story -> the hour of its first telling."""

    def __init__(self, began: dict[str, float]) -> None:
        self.began = began
        self._window = Window()
        self._last: deque[Seen] = deque()
        self._members: dict[str, list[Seen]] = {}
        self._story: dict[str, str] = {}

    def add(self, telling: Telling) -> str:
        """Decide which story `telling` is in, which is no older than those before."""
        self._pass(telling.hours)
        seen = Seen(telling)
        story = self._decide(seen)
        self._place(seen, story)
        return story

    def place(self, telling: Telling, story: str) -> None:
        """Take in a telling that is known to be in `story`."""
        self._pass(telling.hours)
        self._place(Seen(telling), story)

    def _place(self, seen: Seen, story: str) -> None:
        self._window.add(seen)
        self._last.append(seen)
        self._members.setdefault(story, []).append(seen)
        self.began.setdefault(story, seen.telling.hours)
        self._story[seen.telling.id] = story

    def _decide(self, seen: Seen) -> str:
        telling = seen.telling
        if telling.hand:
            return ALONE + telling.id if telling.hand == ALONE else telling.hand
        best, most = telling.id, 0.0
        for story in self._candidates(seen):
            sums = [likeness(seen, each, self._window) for each in self._members[story][-_TELLINGS:]]
            if (mean := sum(sums) / len(sums)) > most:
                best, most = story, mean
        return best

    def _candidates(self, seen: Seen) -> list[str]:
        """The open stories that share most with `seen`, the likeliest first."""
        shares: dict[str, float] = {}
        # in one order, for sums of fractions come out otherwise in another
        for sign in sorted(seen.signs):
            having = self._window.having.get(sign, ())
            if 0 < len(having) <= _COMMON and not sign.startswith(OF):
                rarity = self._window.rarity(sign)
                for id in having:
                    shares[id] = shares.get(id, 0.0) + rarity
        stories: dict[str, float] = {}
        for id, share in shares.items():
            story = self._story[id]
            stories[story] = max(stories.get(story, 0.0), share)
        open_still = [story for story in stories if self._is_open(story, seen.telling.hours)]
        return sorted(open_still, key=lambda story: (-stories[story], story))[:_STORIES]

    def _is_open(self, story: str, hours: float) -> bool:
        if story.startswith(ALONE):
            return False
        return hours - self._members[story][-1].telling.hours <= _PAUSE and hours - self.began[story] <= _SPAN

    def _pass(self, hours: float) -> None:
        """Let time go on: forget what is too old to decide anything."""
        while self._last and hours - self._last[0].telling.hours > _DAYS:
            old = self._last.popleft()
            self._window.drop(old)
            story = self._story.pop(old.telling.id)
            self._members[story].remove(old)
            if not self._members[story]:
                del self._members[story]


def grouped(articles: Sequence[Placed], tell: Tell, before: Sequence[Placed] = ()) -> list[Placed]:
    """`articles`, which are in the order of time, with their stories. tell: id -> the article, asked seldom.

    before: what this gave for the same site the last time; where its articles are the same, so are their stories.
    """
    same = _beginning(articles, before)
    placed = list(before[:same])
    if same == len(articles):
        return placed
    alike = _end(articles, before, same)
    # the last article that is not what was there before, or is not there any more
    changed = max(each[-1 - alike].hours if len(each) > alike else -inf for each in (articles, before))
    moved = len(before) - len(articles)
    grouping, began_before = Grouping(_began(placed)), _began(before)
    start = articles[same].hours
    for old in placed:
        if start - old.hours <= _DAYS:
            grouping.place(tell(old.id), old.story)
    for at in range(same, len(articles)):
        one = articles[at]
        if (
            at >= len(articles) - alike
            and one.hours - _DAYS > changed
            and _agree(placed, before, moved, grouping.began, began_before)
        ):
            return [*placed, *before[at + moved :]]
        placed.append(replace(one, story=grouping.add(tell(one.id))))
    return placed


def _began(placed: Sequence[Placed]) -> dict[str, float]:
    """Story -> the hour of its first telling."""
    found: dict[str, float] = {}
    for each in placed:
        found.setdefault(each.story, each.hours)
    return found


def _agree(
    placed: Sequence[Placed],
    before: Sequence[Placed],
    moved: int,
    began: Mapping[str, float],
    began_before: Mapping[str, float],
) -> bool:
    """Whether the articles of the last days are in the stories that they were in before, which began when they did."""
    last = placed[-1].hours if placed else inf  # all that was older may have gone
    for number in range(len(placed) - 1, -1, -1):
        new = placed[number]
        if last - new.hours > _DAYS:
            break
        old = before[number + moved] if number + moved >= 0 else None
        if old is None or old != new or old.story != new.story or began[new.story] != began_before[new.story]:
            return False
    return True


def _beginning(articles: Sequence[Placed], before: Sequence[Placed]) -> int:
    """How many of the first ones are the same."""
    number = 0
    for one, two in zip(articles, before, strict=False):
        if one != two:
            break
        number += 1
    return number


def _end(articles: Sequence[Placed], before: Sequence[Placed], same: int) -> int:
    """How many of the last ones are the same, without the first `same` of both."""
    number = 0
    most = min(len(articles), len(before)) - same
    while number < most and articles[-1 - number] == before[-1 - number]:
        number += 1
    return number
