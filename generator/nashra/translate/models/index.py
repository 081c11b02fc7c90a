"""The public list of Argos packages, and which of them a set of languages needs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from nashra.kit.errors import TranslationError
from nashra.languages.defaults import PIVOT
from nashra.translate.models.packages import Metadata, NotTranslation, Package, parse_metadata, version_key

# The index argostranslate itself reads (ARGOS_PACKAGE_INDEX in its settings, plus index.json).
INDEX_URL = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"


@dataclass(frozen=True, slots=True)
class Available:
    """A package that can be downloaded. links: http and https only, in the order of the index."""

    from_code: str
    to_code: str
    version: str
    links: tuple[str, ...]

    @property
    def pair(self) -> tuple[str, str]:
        """The languages it translates from and to."""
        return self.from_code, self.to_code

    @property
    def id(self) -> str:
        """Pair and version, as Package.id."""
        return f"{self.from_code}_{self.to_code}-{self.version}"


def parse_index(data: bytes, where: str = INDEX_URL) -> list[Available]:
    """The translation packages of an index, by pair, the newest version first.

    Entries that are malformed, of another type or without a usable link are passed over: the list is long, and one
    bad entry must not bar the others. Raises TranslationError when `data` is no list of packages at all, or all of its
    entries are such.
    """
    try:
        entries = json.loads(data)
    except (ValueError, RecursionError):
        entries = None
    if not isinstance(entries, list):
        raise TranslationError(f"the list of packages at {where} is not readable", hint="check the address")
    found = []
    for entry in entries:
        try:
            metadata: Metadata = parse_metadata(entry)
        except (NotTranslation, ValueError):
            continue
        links = tuple(link for link in _texts(entry.get("links")) if is_web_address(link))
        if links:
            found.append(Available(metadata.from_code, metadata.to_code, metadata.version, links))
    if entries and not found:
        hint = "a translation package is listed with its languages, and links that begin with http:// or https://"
        raise TranslationError(f"nothing that the list of packages at {where} names can be downloaded", hint=hint)
    found.sort(key=lambda package: version_key(package.version), reverse=True)
    found.sort(key=lambda package: package.pair)
    return found


def choose(
    available: Sequence[Available],
    languages: Sequence[str],
    installed: Iterable[Package] = (),
    sources: Sequence[str] | None = None,
) -> tuple[list[Available], list[tuple[str, str]]]:
    """(the packages still to be downloaded so that every language of `languages` can be translated into every other,
    the pairs of languages that cannot be had).

    sources: those that texts are written in, where not in all.

    A pair takes its direct package where one exists, else the two packages over English. A pair that an installed
    package of the same or a newer version serves needs none. The order is that of the languages.
    """
    offers: dict[tuple[str, str], Available] = {}
    for offer in available:
        held = offers.get(offer.pair)
        if held is None or version_key(offer.version) > version_key(held.version):
            offers[offer.pair] = offer
    have: dict[tuple[str, str], str] = {}
    for package in installed:
        have[package.pair] = max(have.get(package.pair, ""), package.version, key=version_key)

    needed: dict[tuple[str, str], None] = {}
    missing = []
    for source in languages if sources is None else sources:
        for target in languages:
            if source == target:
                continue
            way = _way(source, target, {*offers, *have})
            needed |= dict.fromkeys(way)
            if not way:
                missing.append((source, target))
    wanted = [
        offers[pair]
        for pair in needed
        if pair in offers and version_key(offers[pair].version) > version_key(have.get(pair, ""))
    ]
    return wanted, missing


def is_web_address(link: str) -> bool:
    """Whether `link` is an http or https address; the index also has ipfs ones."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and link.isprintable() and " " not in link


def _way(source: str, target: str, pairs: set[tuple[str, str]]) -> list[tuple[str, str]]:
    if (source, target) in pairs:
        return [(source, target)]
    over = [(source, PIVOT), (PIVOT, target)]
    return over if all(pair in pairs for pair in over) else []


def _texts(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
