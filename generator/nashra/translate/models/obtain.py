"""Packages from the network into the packages folder: choose, download, check, install."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from nashra.kit.errors import TranslationError
from nashra.kit.files import sha256_of
from nashra.languages.defaults import PIVOT
from nashra.translate.models.download import Progress, download, download_address, read_index, size_of
from nashra.translate.models.families.layout import Said
from nashra.translate.models.index import INDEX_URL, Available, choose
from nashra.translate.models.install import SUFFIX, install
from nashra.translate.models.packages import Package, installed

# Called before anything is downloaded, with what will be and its size in bytes, None where no server tells.
Tell = Callable[[Sequence[tuple[str, int | None]]], None]
# Makes the progress callback of one download, from the name of what is downloaded.
Watch = Callable[[str], Progress]


class PairsMissing(TranslationError):
    """There are no packages for some pairs of languages. installed: those for the others, installed now."""

    def __init__(self, pairs: Sequence[tuple[str, str]], packages: Sequence[Package]) -> None:
        names = ", ".join(f"{source} to {target}" for source, target in pairs)
        super().__init__(
            f"there is no package for {names}, neither directly nor over {PIVOT}",
            hint="`nashra models list --available` shows what there is; a file can be installed by its name",
        )
        self.installed = tuple(packages)


def obtain_languages(
    languages: Sequence[str],
    folder: Path,
    downloads: Path,
    watch: Watch | None = None,
    *,
    index_url: str = INDEX_URL,
    sources: Sequence[str] | None = None,
    tell: Tell | None = None,
    **options: Any,
) -> list[Package]:
    """Install what is missing in `folder` so that each of `languages` translates into each other.

    downloads: where files are kept until they are whole; options as for `download`. index_url: the list, an address or
    a file. sources: the languages that texts are written in, where not in all. The result holds the packages that were
    installed now, none when everything was there.
    Raises PairsMissing, once all others are there, where some pair cannot be had, and TranslationError where a package
    cannot be fetched; the packages installed until then stay, and the next call goes on from there.
    """
    wanted, missing = choose(read_index(index_url, **options), languages, installed(folder), sources)
    if tell is not None and wanted:
        tell([(package.id, size_of(package.links)) for package in wanted])
    got = [each for package in wanted for each in obtain_package(package, folder, downloads, watch, **options)]
    if missing:
        raise PairsMissing(missing, got)
    return got


def obtain_package(
    package: Available, folder: Path, downloads: Path, watch: Watch | None = None, **options: Any
) -> list[Package]:
    """Install `package` from the first of its links that gives a good one. Raises TranslationError when none does."""
    progress = watch(package.id) if watch else None
    error = TranslationError(f"{package.id} has no link that can be used")
    for link in package.links:
        try:
            path = download([link], downloads, f"{package.id}{SUFFIX}", progress, **options)
            return _install_and_delete(path, folder, package.pair)
        except TranslationError as fault:
            error = fault
    raise error


def obtain_address(
    url: str, folder: Path, downloads: Path, watch: Watch | None = None, said: Said | None = None, **options: Any
) -> list[Package]:
    """Install the package, or the model of another family, at `url`. Raises TranslationError."""
    path = download_address(url, downloads, watch(url) if watch else None, **options)
    try:
        checksum = sha256_of(path)
    except OSError as error:
        raise TranslationError(f"the download cannot be read: {error.strerror}", path=path) from None
    names = tuple(part for part in reversed(urlsplit(url).path.split("/")) if part)
    known = replace(said or Said(), names=names, address=url, checksum=checksum)
    return _install_and_delete(path, folder, None, known)


def _install_and_delete(
    path: Path, folder: Path, pair: tuple[str, str] | None, said: Said | None = None
) -> list[Package]:
    # A file that was refused goes as well, so that the next try fetches a new one.
    try:
        return install(path, folder, pair, said)
    finally:
        path.unlink(missing_ok=True)
