"""What an engine says, believed only after a look: engines come from other people too.

A wrong index would publish one sentence as the translation of another, and what is no text would be remembered; so
everything passes here before it reaches the memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from nashra.kit.errors import NashraError, Problem, TranslationError
from nashra.translate.engines.hop import Engine, Pairing
from nashra.translate.models.packages import Package

_HINT = "the fault is the engine's; what was translated before is kept"


def offers(engine: Engine, packages: Sequence[Package]) -> list[Pairing]:
    """The hops that `engine` offers. Raises TranslationError where it fails or offers what is no hop."""
    with _failing(engine):
        found = list(engine.offers(packages))
    for hop in found:
        for name in ("from_code", "to_code", "id"):
            value = getattr(hop, name, None)
            if not isinstance(value, str) or not value or not value.isprintable():
                raise _fault(engine, f"offers a pair whose `{name}` is {value!r}")
    return found


def fingerprint(engine: Engine, hop: Pairing) -> str:
    """What decides about the words of `hop`. Raises TranslationError where it fails or gives no line of text."""
    with _failing(engine):
        found = engine.fingerprint(hop)
    # A line feed separates the parts of the memory's key.
    if not isinstance(found, str) or not found or "\n" in found:
        raise _fault(engine, f"gives the fingerprint {found!r}, which is no line of text")
    return found


def scored(engine: Engine, hop: Pairing, segments: Sequence[str]) -> Iterator[Any]:
    """What the engine answers, each time with how sure it is, from 0 to 1, where it has a method that tells."""
    tells = getattr(engine, "scored", None)
    return (
        iter(tells(hop, segments)) if callable(tells) else ((*answer, None) for answer in _pairs(engine, hop, segments))
    )


def _pairs(engine: Engine, hop: Pairing, segments: Sequence[str]) -> Iterator[tuple[Any, Any]]:
    for answer in engine.stream(hop, segments):
        try:
            number, text = answer
        except (TypeError, ValueError):
            raise _fault(engine, f"answers {answer!r:.60} where a number and a text belong") from None
        yield number, text


def answers(
    engine: Engine, hop: Pairing, segments: Sequence[str], sure: dict[str, float] | None = None
) -> Iterator[tuple[str, str]]:
    """(segment, translation) of every one of `segments`, as the engine finishes them.

    sure: gets how sure the engine is of each, from 0 to 1, where it tells.
    Raises TranslationError at the first answer that is none: for no segment or a segment that has one, or not a text;
    at the end where answers are missing; and where the engine itself fails.
    """
    open_numbers = set(range(len(segments)))
    with _failing(engine):
        stream = scored(engine, hop, segments)
    while True:
        with _failing(engine):
            answer = next(stream, None)
        if answer is None:
            break
        try:
            number, text, score = answer
        except (TypeError, ValueError):
            raise _fault(engine, f"answers {answer!r:.60} where a number, a text and a score belong") from None
        if type(number) is not int or not 0 <= number < len(segments):
            raise _fault(engine, f"answers for segment {number!r:.60} of {len(segments)}")
        if number not in open_numbers:
            raise _fault(engine, f"answers twice for segment {number}")
        if not isinstance(text, str):
            raise _fault(engine, f"answers {text!r:.60} for segment {number}, which is no text")
        if not _is_text(text):
            raise _fault(engine, f"answers segment {number} with characters that no file can hold")
        if score is not None and not (isinstance(score, float) and 0 <= score <= 1):
            raise _fault(engine, f"gives segment {number} the score {score!r:.60}, which is not from 0 to 1")
        open_numbers.remove(number)
        if score is not None and sure is not None:
            sure[segments[number]] = score
        yield segments[number], text
    if open_numbers:
        raise _fault(engine, f"leaves {len(open_numbers)} of {len(segments)} segments without an answer")


def close(engine: Engine) -> list[Problem]:
    """Let `engine` give its memory back. What goes wrong is returned: by now the words are safe."""
    try:
        with _failing(engine):
            engine.close()
    except NashraError as error:
        return list(error.problems)
    return []


def _is_text(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        return False
    return "\0" not in text


@contextmanager
def _failing(engine: Engine) -> Iterator[None]:
    """Whatever an engine raises, as ours; Ctrl+C and the like pass."""
    try:
        yield
    except NashraError:
        raise
    except Exception as error:
        reason = (str(error).splitlines() or [""])[0]
        said = f"{type(error).__name__}: {reason}" if reason else type(error).__name__
        raise _fault(engine, f"failed: {said}") from error


def _fault(engine: Engine, what: str) -> TranslationError:
    return TranslationError(f"the engine {engine.name} {what}", hint=_HINT)
