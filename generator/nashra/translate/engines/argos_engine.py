"""The `argostranslate` engine: the same packages run by the library they were made for.

Slower than our own engine by far, and kept as the reference. It gets whole segments, so its sentence splitters are
never used; they would load torch or fetch models, and are kept out while the library is imported.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module, metadata
from types import ModuleType
from typing import Any

from nashra.kit.errors import Problem, TranslationError
from nashra.settings.config import TranslateSettings
from nashra.translate.models.memory_need import within
from nashra.translate.models.packages import Package, newest_of_each

OLDEST = (1, 11)
_HINT = "run `pip install nashra[argos]`, or use the engine ctranslate2, which runs the same packages"
# argostranslate 1.11 creates folders and reads these when it is imported. MINISBD is the splitter that loads nothing.
_IMPORT_ENVIRONMENT = {"ARGOS_CHUNK_TYPE": "MINISBD", "ARGOS_MODEL_PROVIDER": "OPENNMT", "ORT_DISABLE_TELEMETRY": "1"}


class ArgosEngine:
    """Translates segment by segment with argostranslate. Holds one model at a time."""

    name = "argostranslate"

    def __init__(self, settings: TranslateSettings) -> None:
        """Raises TranslationError when argostranslate is not installed or too old."""
        self.problems: list[Problem] = []
        self._settings = settings
        self._translate, self._package = _load()
        self._version = metadata.version("argostranslate")
        self._opened: tuple[Package, Any, Any] | None = None

    def offers(self, packages: Sequence[Package]) -> list[Package]:
        """Of each pair the newest package that the memory allows; models of other families are not argostranslate's."""
        options = self._settings
        argos = [package for package in packages if package.manifest is None]
        return newest_of_each(within(argos, options.limit_memory, options.compute_type, self.problems))

    def fingerprint(self, package: Package) -> str:
        """Library, package and parameters on one line."""
        return f"{self.name}/{self._version} {package.id}/{package.model_size} {self._settings.compute_type}"

    def translate(self, package: Package, segments: Sequence[str]) -> list[str]:
        """The translations in the order of the segments."""
        return [text for _, text in self.stream(package, segments)]

    def stream(self, package: Package, segments: Sequence[str]) -> Iterator[tuple[int, str]]:
        """The index and the translation of every segment, in their order; blank ones come out as they are.

        Raises TranslationError when the package cannot be opened or fails.
        """
        for index, segment in enumerate(segments):
            yield index, self._one(package, segment) if segment.strip() else segment

    def close(self) -> None:
        """Give the model's memory back."""
        if self._opened is not None:
            self._opened[2].unload_model()
            self._opened = None

    def _one(self, package: Package, segment: str) -> str:
        try:
            _, their_package, translator = self._open(package)
            hypotheses = self._translate.apply_packaged_translation(their_package, segment, translator, _Whole(), 1)
        except (RuntimeError, ValueError, OSError) as error:
            raise TranslationError(f"argostranslate cannot use the package: {error}", path=package.path) from None
        return str(hypotheses[0].value)

    def _open(self, package: Package) -> tuple[Package, Any, Any]:
        if self._opened is None or self._opened[0] != package:
            import ctranslate2

            self.close()
            translator = ctranslate2.Translator(
                str(package.model),
                device=self._settings.device,
                compute_type=self._settings.compute_type,
                inter_threads=1,
                intra_threads=self._settings.threads,
            )
            self._opened = (package, self._package.Package(package.path), translator)
        return self._opened


class _Whole:
    """A sentence splitter that splits nothing."""

    def split_sentences(self, text: str) -> list[str]:
        return [text]


def _load() -> tuple[Any, Any]:
    """argostranslate's modules `translate` and `package`."""
    try:
        found = tuple(int(number) for number in metadata.version("argostranslate").split(".")[:2])
    except metadata.PackageNotFoundError:
        raise TranslationError("argostranslate is not installed", hint=_HINT) from None
    except ValueError:
        found = OLDEST
    if found < OLDEST:
        raise TranslationError(f"argostranslate is older than {OLDEST[0]}.{OLDEST[1]}", hint=_HINT)
    try:
        with _environment(_IMPORT_ENVIRONMENT), _without_splitters():
            return import_module("argostranslate.translate"), import_module("argostranslate.package")
    except (ImportError, AttributeError, OSError, KeyError) as error:
        raise TranslationError(f"argostranslate cannot be loaded: {error}", hint=_HINT) from None


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _without_splitters() -> Iterator[None]:
    """While argostranslate loads: empty modules for the sentence splitters, which bring torch and onnxruntime."""
    minisbd: Any = ModuleType("minisbd")
    minisbd.SBDetect, minisbd.models = None, ModuleType("minisbd.models")
    loaded: dict[str, Any] = sys.modules
    # None makes an import fail, which argostranslate allows for spacy.
    empty: dict[str, Any] = {"minisbd": minisbd, "stanza": ModuleType("stanza"), "spacy": None}
    before = {name: loaded[name] for name in empty if name in loaded}
    loaded.update(empty)
    try:
        yield
    finally:
        for name in empty:
            del loaded[name]
        loaded.update(before)
