"""Which entities an article is about: those of its title and its lead, and those it keeps naming."""

from __future__ import annotations

from collections.abc import Collection, Mapping

# So many at most.
MOST = 12
# What a name is worth, and what it takes. A name alone in the middle of a text is not what the text is about.
_IN_TITLE, _IN_LEAD, _LINKED, _ENOUGH = 4, 3, 2, 3


def salient(
    counts: Mapping[str, int], title: Collection[str], lead: Collection[str], linked: Collection[str]
) -> tuple[str, ...]:
    """The entities that an article is about, in the order of `counts`, at most MOST.

    counts: entity -> how often the article names it outside tables, in order of first mention. title, lead: those that
    stand there. linked: those whose name the author made a link of.
    """
    worth = {
        id: _IN_TITLE * (id in title) + _IN_LEAD * (id in lead) + _LINKED * (id in linked) + count
        for id, count in counts.items()
    }
    order = {id: number for number, id in enumerate(counts)}
    enough = sorted((id for id in worth if worth[id] >= _ENOUGH), key=lambda id: (-worth[id], order[id]))
    return tuple(sorted(enough[:MOST], key=order.__getitem__))
