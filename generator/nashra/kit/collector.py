"""Python's collector of garbage, which looks at everything that lives again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def look_seldom() -> None:
    """From now on it looks less often: a build makes much that stays and few circles, and looking for those at Python's
    own pace takes a thirtieth of it."""
    gc.set_threshold(20_000, 20, 20)


@contextmanager
def settled() -> Iterator[None]:
    """What lives now stays until the end, so that it need not be looked at: a fifth of the time of finding names. Nor
    do processes that are forked meanwhile copy it."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
