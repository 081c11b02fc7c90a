"""Telling whether an article is there already: by its words, by its address on the web, or nearly.

Near copies: runs of five words (shingles), folded so that hamza, tashkeel, case and digits make no difference. Two
texts are near copies when most shingles of the shorter one are in the other (containment; A. Broder, "On the
resemblance and containment of documents", 1997). The index is exact for short texts and samples one shingle in eight of
long ones to find candidates; the share is then counted over all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote, urlsplit
from zlib import crc32

from nashra.ingest.page.web_address import untracked
from nashra.ingest.words.fold import words

_SIZE = 5  # words of a shingle
NEAR = 0.8  # share of the shorter text's shingles
_MIN_SHINGLES = 20  # a text shorter than this repeats others by chance: weather, results, prices
_STEP = 8
_SHORT = 128
_MAX_HOLDERS = 64  # texts that share a shingle: beyond this it is a formula of the house
_LIKELY = NEAR / 2  # share of the indexed shingles of what may be a near copy: those are a sample, and lack formulas
_ADDRESS = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*")
# Forms of one article for other devices, by Google AMP and by common themes.
_VARIANT = re.compile(r"/amp/?\Z|(?:\A|&)(?:amp(?:=1)?|outputType=amp|m=1|print=1)(?=&|\Z)")

Why = Literal["text", "address", "near"]


@dataclass(frozen=True, slots=True)
class Twin:
    """An article that is there. name: as it was added. why: what they have in common. share: of near copies, 0 to 1."""

    name: str
    why: Why
    share: float = 1.0


def address_key(url: str) -> str | None:
    """What two addresses of one article have in common: no scheme, no "www.", no fragment, no parameters that follow
    readers, percent signs read; None for the address of a whole site, which names no article."""
    try:
        parts = urlsplit(untracked(url.strip()))
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    except ValueError:
        return None
    path = _VARIANT.sub("", unquote(parts.path)).rstrip("/")
    query = _VARIANT.sub("", parts.query).strip("&")
    if not host or (not path and not query):
        return None
    return f"{host}{path}?{query}" if query else f"{host}{path}"


def shingles(text: str) -> frozenset[int]:
    """The shingles of a Markdown body as numbers, the same in every run. Addresses of links do not count."""
    numbers = [crc32(word.encode("utf-8", "replace")) for word in words(_ADDRESS.sub(" ", text))]
    # hashing tuples of integers does not depend on PYTHONHASHSEED
    return frozenset(map(hash, zip(*(numbers[start:] for start in range(_SIZE)), strict=False)))


class Register:
    """The articles that are there. Finding and adding take time linear in the length of one article.

    known: (name, digest, web address, language, body) of each. The index of near copies is made when it is first
    needed, and needs about 150 bytes for every 8 words.
    """

    def __init__(self, known: Iterable[tuple[str, str | None, str | None, str, str]]) -> None:
        self._by_digest: dict[str, str] = {}
        self._by_address: dict[tuple[str, str], str] = {}
        self._texts: list[tuple[str, str, str]] = []
        self._holders: dict[int, list[int]] = {}
        # of each text that is indexed: how many of its shingles are, and whether all are
        self._sizes: list[tuple[int, bool]] = []
        for name, digest, url, lang, body in known:
            self.add(name, digest, url, lang, body)

    def add(self, name: str, digest: str | None, url: str | None, lang: str, body: str) -> None:
        """Add an article."""
        if digest:
            self._by_digest.setdefault(digest, name)
        if url and (found := address_key(url)):
            self._by_address.setdefault((lang, found), name)
        self._texts.append((name, lang, body))

    def find(self, digest: str, url: str | None, lang: str, body: str) -> Twin | None:
        """The article of the same words, else of the same address, else the nearest near copy in the same language."""
        if digest in self._by_digest:
            return Twin(self._by_digest[digest], "text")
        if url and (found := address_key(url)) and (lang, found) in self._by_address:
            return Twin(self._by_address[lang, found], "address")
        return self._nearest(lang, body)

    def _nearest(self, lang: str, body: str) -> Twin | None:
        own = shingles(body)
        if len(own) < _MIN_SHINGLES:
            return None
        self._bring_up_to_date()
        hits: dict[int, int] = {}
        for shingle in own:
            for number in self._holders.get(shingle, ()):
                hits[number] = hits.get(number, 0) + 1
        best: Twin | None = None
        comparable = {True: len(own), False: sum(each % _STEP == 0 for each in own)}
        # what shares most is most likely it; of more than a few candidates none is a copy of just this text
        for number in sorted(hits, key=lambda each: (-hits[each], each))[:10]:
            name, other_lang, other_body = self._texts[number]
            size, is_whole = self._sizes[number]
            if other_lang != lang or hits[number] < _LIKELY * min(size, comparable[is_whole]):
                continue
            other = shingles(other_body)
            shorter = min(len(own), len(other))
            share = len(own & other) / shorter if shorter >= _MIN_SHINGLES else 0.0
            if share >= NEAR and (best is None or share > best.share):
                best = Twin(name, "near", share)
        return best

    def _bring_up_to_date(self) -> None:
        for number in range(len(self._sizes), len(self._texts)):
            found = shingles(self._texts[number][2])
            is_whole = len(found) <= _SHORT
            sample = found if is_whole else [each for each in found if each % _STEP == 0]
            for shingle in sample:
                holders = self._holders.setdefault(shingle, [])
                if len(holders) < _MAX_HOLDERS:
                    holders.append(number)
            self._sizes.append((len(sample), is_whole))
