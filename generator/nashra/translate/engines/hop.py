"""What an engine is to the rest: which pairs it offers, and segments in, translations out.

Engines of other distributions (docs/engines.md) need this module alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar

from nashra.kit.errors import Problem

if TYPE_CHECKING:
    from nashra.translate.models.packages import Package


class Pairing(Protocol):
    """One pair of languages that an engine translates, in one direction.

    from_code, to_code: ISO 639 codes, as the site and Argos packages name languages.
    id:                 what does it, for people: "ar_en-1.0". Stands in the head of every version made with it.
    """

    @property
    def from_code(self) -> str: ...

    @property
    def to_code(self) -> str: ...

    @property
    def id(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Hop:
    """The plainest Pairing, for engines that have no Argos packages."""

    from_code: str
    to_code: str
    id: str


@dataclass(frozen=True, slots=True)
class Context:
    """What an engine may know of sentences beside their words, where it has a method `learn` that takes this.

    around: sentence -> the ones before and after it in its article, "" where it is the first or the last.
    names:  called with a text, its language and another language, gives the names and terms of the site in it -> how
            they are written in the other language.
    """

    around: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    names: Callable[[str, str, str], Mapping[str, str]] = lambda text, source, target: {}


H = TypeVar("H", bound=Pairing)


class EngineFor(Protocol[H]):
    """What translates segments. It is given back the hops that it offered itself.

    name:     for the head of versions, "ctranslate2".
    problems: what went wrong on the way without stopping it; grows, the caller may empty it.
    """

    name: str
    problems: list[Problem]

    def offers(self, packages: Sequence[Package]) -> Sequence[H]:
        """The hops it can do, `packages` being the Argos packages that are installed; of one pair the best first."""

    def fingerprint(self, hop: H) -> str:
        """Whatever decides about the words that come out: model and parameters, on one line; a key of the memory."""

    def stream(self, hop: H, segments: Sequence[str]) -> Iterator[tuple[int, str]]:
        """The index and the translation of every segment, as they are finished, in any order."""

    def close(self) -> None:
        """Give the memory of the models back. The engine can be used again afterwards."""


# What the rest of the program holds: an engine whose own kind of hop is nobody else's business.
Engine: TypeAlias = EngineFor[Any]
MEMBERS = ("name", "problems", "offers", "fingerprint", "stream", "close")
