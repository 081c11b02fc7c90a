"""What `git lfs` leaves in the place of a file that was not fetched (docs/spec.md of github.com/git-lfs/git-lfs)."""

from __future__ import annotations

_POINTER = b"version https://git-lfs.github.com/spec/"


def a_pointer(head: bytes) -> tuple[str, str] | None:
    """(what is wrong, what to do) where a file that begins with `head` stands for one that git has not fetched."""
    if not head.startswith(_POINTER):
        return None
    return (
        "is not here yet: git keeps it elsewhere",
        "run `git lfs pull`, and check out with `lfs: true` in the workflow",
    )
