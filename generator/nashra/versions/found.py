"""What is found out about one remembered pair of blocks, or a new one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tie = Literal["", "unpaired", "joined", "part", "more"]


@dataclass(frozen=True, slots=True)
class Found:
    """A remembered pair, or a new one, by its numbers: of the record, the source block and the target block.

    same: the source is as it was. moved: it is, but elsewhere. tie: see `nashra.versions.alignment.Pair`.
    """

    record: int | None
    source: int | None
    target: int | None
    same: bool = False
    moved: bool = False
    tie: Tie = ""
