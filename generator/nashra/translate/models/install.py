"""Puts packages into the packages folder, takes them out, and checks those that are there."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from nashra.kit.errors import Problem, TranslationError
from nashra.translate.models import checksums
from nashra.translate.models.families.adopt import adopt
from nashra.translate.models.families.layout import Said, is_model
from nashra.translate.models.packages import METADATA, NotTranslation, Package, installed, read_packages
from nashra.translate.models.staging import staging
from nashra.translate.models.unpack import unpack

SUFFIX = ".argosmodel"
_PROBE_SECONDS = 120


def install(source: Path, folder: Path, pair: tuple[str, str] | None = None, said: Said | None = None) -> list[Package]:
    """Install `source` into the packages folder `folder`; the packages as they lie there now, one a pair.

    source: an .argosmodel file, a folder of such files, the folder of an unpacked package, or a model of another
            family: the zip or the folder in which it was published.
    pair:   the languages it must be for; None takes what comes.
    said:   what is known of such a model beside its files.

    Each package appears whole or not at all; one that is installed already in the same version is replaced by it.
    Raises TranslationError when there is nothing to install or a package is refused; of several, those before the
    refused one stay installed.
    """
    if source.is_dir() and not (source / METADATA).exists() and not is_model(source):
        files = sorted(path for path in source.iterdir() if path.suffix == SUFFIX and path.is_file())
        if files:
            return [package for path in files for package in _install_one(path, folder, pair, said)]
        try:
            source = _inner(source)
        except TranslationError as error:
            raise TranslationError(
                f"the folder holds no {SUFFIX} file, and is no package and no model itself",
                path=source,
                hint=error.problems[0].hint,
            ) from None
    if not source.exists():
        raise TranslationError("there is no such file", path=source)
    return _install_one(source, folder, pair, said)


def remove(package: Package) -> None:
    """Take `package` off the disk; it is gone from the list before its files are deleted.

    Raises TranslationError when the disk or the permissions do not allow it.
    """
    try:
        with staging(package.path.parent) as draft:
            package.path.rename(draft / package.path.name)
            checksums.forget(package.path.parent, package.path.name)
    except OSError as error:
        raise TranslationError(f"the package cannot be removed: {error.strerror}", path=package.path) from None


def verify(package: Package) -> list[Problem]:
    """What is wrong with an installed package. Its model is opened in another process."""
    try:
        read_packages(package.path)
        if checksums.is_changed(package.path):
            hint = "install it again; nothing but an update should change its files"
            return [
                Problem("this is not the package that was installed: its checksum is another", package.path, hint=hint)
            ]
        _probe(package.path)
    except OSError as error:
        return [Problem(f"the package cannot be read: {error.strerror}", package.path)]
    except NotTranslation as error:
        return [Problem(str(error), package.path)]
    except TranslationError as error:
        return list(error.problems)
    return []


def _install_one(source: Path, folder: Path, pair: tuple[str, str] | None, said: Said | None) -> list[Package]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with staging(folder) as draft:
            if source.is_dir() and is_model(source):
                unpacked = source
            elif source.is_dir():
                unpacked = _copy(source, draft / "copy")
            else:
                (draft / "zip").mkdir()
                unpacked = unpack(source, draft / "zip")
            try:
                unpacked = _inner(unpacked)
                if not (unpacked / METADATA).exists() and is_model(unpacked):
                    known = said or Said()
                    names = (*known.names, source.name, source.resolve().parent.name)
                    adopt(unpacked, draft / "model", replace(known, names=names))
                    unpacked = draft / "model"
                package = read_packages(unpacked)[0]
                if pair is not None and package.pair != pair:
                    raise TranslationError(f"it is for {' to '.join(package.pair)}, not for {' to '.join(pair)}")
                _probe(unpacked)
            except NotTranslation as error:
                raise TranslationError(f"the package is refused: {error}", path=source) from None
            except TranslationError as error:
                raise TranslationError(
                    f"the package is refused: {error.problems[0].message}",
                    path=source,
                    hint=error.problems[0].hint,
                ) from None
            target = _target(package, folder)
            checksum = checksums.digest(unpacked)
            checksums.expect(folder, target.name, checksum, only=False)
            _swap_in(unpacked, target, draft)
            checksums.expect(folder, target.name, checksum, only=True)
            return read_packages(target)
    except OSError as error:
        raise TranslationError(f"the package cannot be installed: {error.strerror or error}", path=folder) from None


def _inner(folder: Path) -> Path:
    """The folder with the package or the model: `folder`, or the only one in it. Raises TranslationError."""
    while not (folder / METADATA).exists() and not (folder / "model").is_dir() and not is_model(folder):
        inside = sorted(folder.iterdir())
        if len(inside) != 1 or not inside[0].is_dir():
            packed = [path.name for path in inside if path.suffix in (".zip", SUFFIX, ".gz", ".tar", ".xz")]
            if packed:
                raise TranslationError(f"it holds another archive, {packed[0]}", hint="unpack it and install that")
            raise TranslationError(
                "it holds no package and no model of a kind that is known", hint="docs/models.md lists the layouts"
            )
        folder = inside[0]
    return folder


def _target(package: Package, folder: Path) -> Path:
    """Where `package` goes: the place of the same package, wherever argostranslate put it, or a new one."""
    for other in installed(folder):
        if other.id == package.id:
            return other.path
    return folder / package.folder_name


def _swap_in(unpacked: Path, target: Path, draft: Path) -> None:
    """Make `unpacked` appear at `target`. At every moment, also when killed, one whole package can be seen there."""
    if not target.exists():
        unpacked.rename(target)
        return
    beside = target.with_name(f"{target.name}-new")
    if beside.exists():
        beside.rename(draft / "left-over")
    unpacked.rename(beside)
    target.rename(draft / "old")
    beside.rename(target)


def _copy(source: Path, target: Path) -> Path:
    """A copy of an unpacked package. Raises TranslationError where it holds anything but files and folders."""
    for path in source.rglob("*"):
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            raise TranslationError("the package is refused: it holds a link or a device", path=path)
    shutil.copytree(source, target)
    return target


def _probe(folder: Path) -> None:
    """Have another process open the package, so that a hostile model cannot take this one down.

    Raises TranslationError when it cannot be opened.
    """
    command = [sys.executable, "-m", "nashra.translate.engines.probe", str(folder)]
    try:
        result = subprocess.run(  # noqa: S603 - our own interpreter and module
            command, capture_output=True, text=True, timeout=_PROBE_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise TranslationError("the model could not be opened in time", path=folder) from None
    if result.returncode == 0:
        return
    reason = result.stdout.strip().splitlines()
    if result.returncode == 1 and reason:
        raise TranslationError(reason[-1], path=folder)
    raise TranslationError("the model made CTranslate2 fail", path=folder)
