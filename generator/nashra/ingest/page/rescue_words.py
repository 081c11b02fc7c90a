"""The stop words of a hundred languages by which trafilatura's second look at a page tells running text, in little
space.

trafilatura makes a tuple and two sets of them, 32 MB of 154,000 words that stay for the life of the process. All that
is ever asked is whether a word is one of them: sorted numbers answer that too, in 1.4 MB.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache


class Hashes:
    """Words of which is known whether they are among them. They are told by `hash`, so that one word in 10^14 that is
    not would be taken for one that is."""

    __slots__ = ("_sorted",)

    def __init__(self, words: Iterable[str]) -> None:
        self._sorted = array("q", sorted(array("q", map(hash, words))))

    def __contains__(self, word: object) -> bool:
        number = hash(word)
        at = bisect_left(self._sorted, number)
        return at < len(self._sorted) and self._sorted[at] == number


@lru_cache(maxsize=1)
def lend() -> None:
    """Make trafilatura ask `Hashes`, once in a process. Versions of the two libraries that do this in another way are
    left as they are: what they find is the same."""
    from justext import core
    from justext.utils import get_stoplist, get_stoplists
    from trafilatura import external

    if not hasattr(external, "JT_STOPLIST") or not hasattr(core, "define_stoplist"):
        return
    theirs = core.define_stoplist

    def define(stoplist: object) -> object:
        return stoplist if isinstance(stoplist, Hashes) else theirs(stoplist)

    words = Hashes(word for language in sorted(get_stoplists()) for word in get_stoplist(language))
    core.define_stoplist = define
    vars(external)["JT_STOPLIST"] = words
