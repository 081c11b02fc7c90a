"""Argos packages on disk: which folder they live in and what is installed there.

The folder is argostranslate's own, so that both programs use the same packages. A package is a folder with
metadata.json, model/ (CTranslate2) and sentencepiece.model or bpe.model.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nashra.kit.errors import Problem, TranslationError
from nashra.translate.models.families.manifest import TYPE, Direction, Manifest, parse
from nashra.translate.models.model_file import ModelFileError, read_model_file

if TYPE_CHECKING:
    from nashra.settings.config import Settings

METADATA = "metadata.json"
MODEL = "model/model.bin"
# File -> kind, in the order in which argostranslate 1.11 looks for them.
TOKENIZERS = {"sentencepiece.model": "sentencepiece", "bpe.model": "bpe"}
MAX_METADATA_BYTES = 1 << 20

# ISO 639 codes and those Argos made up beside them ("zt", "pb"), with an optional script or region.
_CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})?\Z")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,31}\Z")


@dataclass(frozen=True, slots=True)
class Package:
    """One installed translation package.

    from_code, to_code: the pair, as argostranslate names languages.
    version:       of the package, "1.9".
    path:          its folder.
    kind:          of tokenizer, "sentencepiece" or "bpe".
    target_prefix: token to start every output with, "" for none.
    size:          of all its files, in bytes.
    model_size:    of model.bin, in bytes.
    manifest, direction: of a model of another family, which may serve several pairs: one Package a pair.
    """

    from_code: str
    to_code: str
    version: str
    path: Path
    kind: str
    target_prefix: str = ""
    size: int = 0
    model_size: int = 0
    manifest: Manifest | None = None
    direction: Direction | None = None

    @property
    def pair(self) -> tuple[str, str]:
        """The languages it translates from and to."""
        return self.from_code, self.to_code

    @property
    def id(self) -> str:
        """Pair and version, "ar_en-1.0"; of another family the model's name and version."""
        if self.manifest is not None:
            return f"{self.manifest.name}-{self.version}"
        return f"{self.from_code}_{self.to_code}-{self.version}"

    @property
    def folder_name(self) -> str:
        """How its folder is called: as Argos names them, but from the checked metadata and not from a zip."""
        if self.manifest is not None:
            return f"model-{self.id}"
        return f"translate-{self.from_code}_{self.to_code}-{self.version.replace('.', '_')}"

    @property
    def model(self) -> Path:
        """The folder CTranslate2 opens."""
        return self.path / "model"

    @property
    def tokenizer(self) -> Path:
        """The file of its tokenizer."""
        return self.path / next(name for name, kind in TOKENIZERS.items() if kind == self.kind)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What metadata.json, or an entry of the public index, says about a translation package."""

    from_code: str
    to_code: str
    version: str
    target_prefix: str = ""

    @property
    def id(self) -> str:
        """Pair and version, as Package.id."""
        return f"{self.from_code}_{self.to_code}-{self.version}"


class NotTranslation(ValueError):
    """A package of another type, such as argostranslate's old "sbd" ones."""


def packages_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder argostranslate 1.11 uses: $ARGOS_PACKAGES_DIR, else its settings.json, else its data folder."""
    chosen = environ.get("ARGOS_PACKAGES_DIR") or _argos_setting(environ)
    if chosen:
        return Path(chosen).expanduser()
    return _xdg(environ, "XDG_DATA_HOME", ".local/share") / "argos-translate" / "packages"


def packages_folder_of(settings: Settings | None, environ: Mapping[str, str] = os.environ) -> Path:
    """The folder that a site's nashra.toml sets, else that of `packages_folder`; None stands for no site."""
    if settings is not None and settings.translate.packages is not None:
        return settings.translate.packages
    return packages_folder(environ)


def downloads_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Where packages are kept while they are downloaded."""
    return _xdg(environ, "XDG_CACHE_HOME", ".cache") / "nashra" / "downloads"


def checksums_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Where the checksums of installed packages are written down."""
    return _xdg(environ, "XDG_DATA_HOME", ".local/share") / "nashra" / "checksums"


def version_key(version: str) -> tuple[tuple[int, ...], str]:
    """Sorts versions by their numbers: 1.10 comes after 1.9."""
    return tuple(int(number) for number in re.findall(r"\d+", version)), version


def installed(folder: Path) -> list[Package]:
    """The packages in `folder` that can be used, see `packages_in`."""
    return packages_in(folder)[0]


def packages_in(folder: Path) -> tuple[list[Package], list[Problem]]:
    """The packages in `folder`, by pair, the newest version of a pair first; and what is wrong with damaged ones.

    Packages that do not translate are passed over. A folder that does not exist holds no packages.
    """
    found: list[Package] = []
    problems: list[Problem] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith(".") or not path.is_dir():
            continue
        try:
            found += read_packages(path)
        except NotTranslation:
            continue
        except TranslationError as error:
            problems.extend(error.problems)
    found.sort(key=lambda package: package.path.name)
    found.sort(key=lambda package: version_key(package.version), reverse=True)
    found.sort(key=lambda package: package.pair)
    return found, problems


def newest(packages: list[Package]) -> dict[tuple[str, str], Package]:
    """The package that is used for each pair: a model of another family before an Argos package, then the newest
    version, then the first folder by name."""
    result: dict[tuple[str, str], Package] = {}
    for package in packages:
        held = result.get(package.pair)
        if held is None or _rank(package) > _rank(held):
            result[package.pair] = package
    return result


def _rank(package: Package) -> tuple[bool, tuple[tuple[int, ...], str]]:
    # a model of another family was installed on purpose, beside the package there was
    return package.manifest is not None, version_key(package.version)


def newest_of_each(packages: Sequence[Package]) -> list[Package]:
    """Of each pair the newest package."""
    return list(newest(list(packages)).values())


def read_packages(path: Path) -> list[Package]:
    """The package in the folder `path`, once for each pair that it serves.

    Raises NotTranslation for a package of another type, TranslationError when a part is missing or damaged.
    """
    fields = _fields(path / METADATA)
    if not isinstance(fields, dict) or fields.get("type") != TYPE:
        return [_argos_package(path, _metadata(fields, path / METADATA))]
    try:
        manifest = parse(fields)
    except ValueError as error:
        raise TranslationError(str(error), path=path / METADATA) from None
    for name in (manifest.source_tokenizer, manifest.target_tokenizer):
        if not (path / name).is_file():
            raise TranslationError(f"the package has no {name}", path=path, hint="install the model again")
    size, model_size = _sizes(path)
    return [
        Package(each.source, each.target, manifest.version, path, manifest.family, "", size, model_size, manifest, each)
        for each in manifest.directions
    ]


def _argos_package(path: Path, metadata: Metadata) -> Package:
    kind = next((kind for name, kind in TOKENIZERS.items() if (path / name).is_file()), None)
    if kind is None:
        raise TranslationError(f"the package has no tokenizer ({' or '.join(TOKENIZERS)})", path=path)
    size, model_size = _sizes(path)
    return Package(
        from_code=metadata.from_code,
        to_code=metadata.to_code,
        version=metadata.version,
        path=path,
        kind=kind,
        target_prefix=metadata.target_prefix,
        size=size,
        model_size=model_size,
    )


def _sizes(path: Path) -> tuple[int, int]:
    """(bytes of all files, bytes of the model) of a package. Raises TranslationError where the model is none."""
    model = path / MODEL
    try:
        read_model_file(model)
        sizes = {file: file.stat().st_size for file in path.rglob("*") if file.is_file()}
    except ModelFileError as error:
        raise TranslationError(
            f"the model cannot be used: {error}", path=model, hint="install the package again"
        ) from None
    except FileNotFoundError:
        raise TranslationError(f"the package has no {MODEL}", path=path) from None
    except OSError as error:
        raise TranslationError(f"the package cannot be read: {error.strerror}", path=path) from None
    return sum(sizes.values()), sizes[model]


def _fields(path: Path) -> Any:
    """The decoded metadata.json at `path`. Raises TranslationError when it is missing or no JSON."""
    try:
        if path.stat().st_size > MAX_METADATA_BYTES:
            raise TranslationError("the file is too large to be a package's metadata", path=path)
        return json.loads(path.read_bytes())
    except FileNotFoundError:
        raise TranslationError(f"the package has no {METADATA}", path=path.parent) from None
    except OSError as error:
        raise TranslationError(f"the file cannot be read: {error.strerror}", path=path) from None
    except (ValueError, RecursionError):
        raise TranslationError("the file is not JSON", path=path) from None


def _metadata(fields: Any, path: Path) -> Metadata:
    try:
        return parse_metadata(fields)
    except NotTranslation:
        raise
    except ValueError as error:
        raise TranslationError(str(error), path=path) from None


def parse_metadata(fields: Any) -> Metadata:
    """Metadata from decoded JSON. A missing `type` means "translate", as argostranslate has it.

    Raises NotTranslation for another type, ValueError with a readable text when a field is missing or wrong.
    """
    if not isinstance(fields, dict):
        raise ValueError("the package's metadata is not a table")
    kind = fields.get("type", "translate")
    if kind != "translate":
        raise NotTranslation(f"the package is of the type {kind!r}, it does not translate")
    for key in ("from_code", "to_code"):
        if not isinstance(fields.get(key), str) or not _CODE.match(fields[key]):
            raise ValueError(f"`{key}` in the package's metadata is {fields.get(key)!r}, no language code")
    if fields["from_code"] == fields["to_code"]:
        raise ValueError(f"the package translates from {fields['from_code']} to itself")
    version = fields.get("package_version", "0")
    version = str(version) if isinstance(version, int | float) and not isinstance(version, bool) else version
    if not isinstance(version, str) or not _VERSION.match(version):
        raise ValueError(f"`package_version` in the package's metadata is {version!r}, no version")
    prefix = fields.get("target_prefix", "")
    if not isinstance(prefix, str):
        raise ValueError("`target_prefix` in the package's metadata is not a text")
    return Metadata(fields["from_code"], fields["to_code"], version, prefix)


def _xdg(environ: Mapping[str, str], variable: str, default: str) -> Path:
    # The XDG base directory specification: an empty variable counts as unset.
    chosen = environ.get(variable)
    return Path(chosen) if chosen else Path(environ.get("HOME") or Path.home()) / default


def _argos_setting(environ: Mapping[str, str]) -> str | None:
    path = _xdg(environ, "XDG_CONFIG_HOME", ".config") / "argos-translate" / "settings.json"
    try:
        fields = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    value = fields.get("ARGOS_PACKAGES_DIR") if isinstance(fields, dict) else None
    return value if isinstance(value, str) else None
