"""Which engines there are, and making one by its name."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from typing import cast

from nashra.kit.errors import ConfigError, NashraError, TranslationError
from nashra.settings.config import TranslateSettings
from nashra.translate.engines.hop import MEMBERS, Engine

# Other distributions add engines under this group: a name, and a callable that takes TranslateSettings.
GROUP = "nashra.engines"
DEFAULT = "ctranslate2"
_OWN = {
    "ctranslate2": "nashra.translate.engines.engine:CTranslate2Engine",
    "argostranslate": "nashra.translate.engines.argos_engine:ArgosEngine",
    "apertium": "nashra.translate.engines.apertium:ApertiumEngine",
}
# Those of our own that run the packages; beside all others stand the packages, for the pairs that they do not offer.
_OF_PACKAGES = frozenset({"ctranslate2", "argostranslate"})


def engine_names() -> list[str]:
    """The names `make_engine` knows, our own first."""
    return [*_OWN, *sorted({point.name for point in entry_points(group=GROUP)} - set(_OWN))]


def make_engine(settings: TranslateSettings, name: str = DEFAULT, scheduler: str | None = None) -> Engine:
    """The engine `name`; with the address of a dask `scheduler`, one whose work is done by the workers there.

    Beside an engine that does not run the installed packages these stand for the pairs that it does not offer.

    Raises ConfigError for an unknown name, or one that cannot be spread, TranslationError when it cannot be loaded.
    """
    if scheduler is not None:
        if name != DEFAULT:
            raise ConfigError(f"the engine {name!r} runs on one machine only", hint=f"with a scheduler: {DEFAULT}")
        from nashra.translate.cluster.cluster_engine import ClusterEngine

        return ClusterEngine(settings, scheduler)
    points = {point.name: point for point in entry_points(group=GROUP)}
    points |= {own: EntryPoint(own, where, GROUP) for own, where in _OWN.items()}
    if name not in points:
        raise ConfigError(f"there is no engine {name!r}", hint="one of " + ", ".join(engine_names()))
    try:
        found = points[name].load()(settings)
    except NashraError:
        raise
    except Exception as error:  # whatever the code of others raises
        raise TranslationError(f"the engine {name!r} cannot be loaded: {type(error).__name__}: {error}") from error
    if name in _OF_PACKAGES:
        return cast(Engine, found)
    lacking = [member for member in MEMBERS if not hasattr(found, member)]
    if lacking:
        raise TranslationError(
            f"the engine {name!r} is none: it has no `{lacking[0]}`", hint="docs/engines.md says what it needs"
        )
    from nashra.translate.engines.engine import CTranslate2Engine
    from nashra.translate.engines.joined import JoinedEngine

    return JoinedEngine([cast(Engine, found), CTranslate2Engine(settings)])


def second_tries(settings: TranslateSettings, name: str = DEFAULT, scheduler: str | None = None) -> list[Engine]:
    """Engines like `name` with other search parameters, for doubtful sentences; none for engines of others.

    A wider beam finds words that a narrow one missed; penalties for repetition stop a model that goes in circles.
    """
    if name != DEFAULT:
        return []
    from nashra.translate.engines.engine import CTranslate2Engine, Decoding

    wider = Decoding(beam_size=settings.beam_size * 2)
    calmer = Decoding(beam_size=settings.beam_size, repetition_penalty=1.2, no_repeat_ngram_size=4)
    if scheduler is not None:
        from nashra.translate.cluster.cluster_engine import ClusterEngine

        return [ClusterEngine(settings, scheduler, decoding) for decoding in (wider, calmer)]
    return [CTranslate2Engine(settings, decoding) for decoding in (wider, calmer)]
