"""Scripts by their ISO 15924 codes: their letters, which one a language is written in, and who writes most in each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

ARABIC, LATIN = "Arab", "Latn"


@dataclass(frozen=True, slots=True)
class Script:
    """One script.

    letters: those of everyday texts, as the inside of a class of a regular expression. more: the rest of its blocks.
    language: the one that most of the news in it is written in, where the script alone tells a language.
    """

    letters: str
    more: str = ""
    language: str = ""


SCRIPTS: Mapping[str, Script] = {
    ARABIC: Script(
        "\u0620-\u064a\u066e-\u06d3",
        "\u0600-\u061f\u064b-\u066d\u06d4-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff",
    ),
    LATIN: Script("A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f", "\u0180-\u024f\u1e00-\u1eff"),
    "Deva": Script("\u0900-\u097f", language="hi"),
    "Beng": Script("\u0980-\u09ff", language="bn"),
    "Cyrl": Script("\u0400-\u04ff", "\u0500-\u052f", language="ru"),
    "Grek": Script("\u0370-\u03ff", "\u1f00-\u1fff", language="el"),
    "Hebr": Script("\u0590-\u05ff", language="he"),
    "Ethi": Script("\u1200-\u137f", language="am"),
    "Tfng": Script("\u2d30-\u2d7f", language="zgh"),
    "Kana": Script("\u3040-\u30ff", language="ja"),
    "Hang": Script("\uac00-\ud7af", language="ko"),
    "Hani": Script("\u4e00-\u9fff", "\u3400-\u4dbf", language="zh"),
    "Thai": Script("\u0e00-\u0e7f", language="th"),
    "Taml": Script("\u0b80-\u0bff", language="ta"),
    "Armn": Script("\u0530-\u058f", language="hy"),
    "Geor": Script("\u10a0-\u10ff", language="ka"),
}
# What is written in several of them at once; Japanese sentences have kana, whatever else they have.
_MIXED = {"Jpan": ("Kana", "Hani"), "Hans": ("Hani",), "Hant": ("Hani",), "Kore": ("Hang", "Hani")}
# What is written without blanks between words.
UNSPACED_LANGUAGES = frozenset({"zh", "yue", "ja", "th", "lo", "km", "my"})


@lru_cache(maxsize=64)
def script_of(lang: str) -> str:
    """The code of the script that CLDR gives for the language `lang`; "" where it has none that we know."""
    from babel.core import get_global

    parts = str(get_global("likely_subtags").get(lang, "")).split("_")
    return next((part for part in parts if part in SCRIPTS or part in _MIXED), "")


def in_wrong_letters(names: Mapping[str, str], *, words: bool = False) -> str | None:
    """The first language of Latin letters beside which a name in Arabic ones stands; None where all may be right, as
    Arabic has names of firms in Latin letters.

    words: whether the names are words, which Arabic has of its own too, but for acronyms.
    """
    if all(name.isascii() and script_of(lang) == LATIN for lang, name in names.items()):
        return None
    for lang, name in names.items():
        own, scripts = script_of(lang), _scripts(name)
        if (
            own not in (ARABIC, LATIN)
            or own in scripts
            or not scripts
            or any(is_written_in(lang, each) for each in scripts)
        ):
            continue
        if own == LATIN or (words and not (names[lang].isupper() or any(map(str.isdigit, names[lang])))):
            return lang
    return None


@lru_cache(maxsize=64)
def is_written_in(lang: str, script: str) -> bool:
    """Whether CLDR knows texts in `lang` in the script too, as of Serbian in Latin letters."""
    from babel.localedata import locale_identifiers

    return f"{lang}_{script}" in locale_identifiers()


def _scripts(text: str) -> frozenset[str]:
    return frozenset(code for code in (ARABIC, LATIN) if re.search(f"[{SCRIPTS[code].letters}]", text))


@lru_cache(maxsize=64)
def letters_of_others(script: str) -> str:
    """The letters of all scripts but those of `script`, as the inside of a class of a regular expression."""
    own = _MIXED.get(script, (script,))
    return "".join(each.letters + each.more for code, each in SCRIPTS.items() if code not in own)
