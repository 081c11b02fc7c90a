"""Spaces where no line may end: between a figure and what it counts, and before the marks that French sets off.

Editors type a plain space, and a line that ends there leaves "%" or ":" at the head of the next one, or parts the day
from its month. On pages such a space is U+00A0; all other places keep the text as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from nashra.languages.known import spec_of
from nashra.languages.press.known import PRESS

NO_BREAK = "\u00a0"

# Symbols of units (SI, and those that newspapers write beside them) and of currencies: the same in all languages.
_UNITS = (
    "[kcm]?m[²³23]?|[kmc]?g|[kmc]?l|[kMGT]?[oB]|[kMGT]?W(?:h|c)?|[kMG]?Hz|[kM]?V|km/h|m/s|ha|t|h|min|s|MDH|DH|"
    "MAD|TND|DZD|EGP|USD|EUR|GBP"
)
_SIGNS = "%٪‰°€$£¥"
_DIGITS = "0-9٠-٩۰-۹"
# What is no text, and code, where a space is what it is.
_PASSED_OVER = r"<(?P<code>code|pre)\b.*?</(?P=code)>|<[^>]*>"
# Without any of this there is none of it: looked for first, in a fraction of the time.
_HINT = re.compile(f" [:;!?»]|« |[{_DIGITS}][^ ]{{0,8}} ")


def may_tie(text: str) -> bool:
    """False where `tied` changes nothing for certain: a quick look."""
    return _HINT.search(text) is not None


def tied(html: str, lang: str) -> str:
    """`html`, whose text is in the language `lang` ("" when unknown), with no-break spaces where they belong."""
    return _pattern(lang).sub(_tie, html) if may_tie(html) else html


def _tie(found: re.Match[str]) -> str:
    text = found[0]
    return text[:-1] + NO_BREAK if text[-1] == " " else text


@lru_cache(maxsize=32)
def _pattern(lang: str) -> re.Pattern[str]:
    """Matches a space that is to be tied with what stands before it, and what is passed over."""
    spec = spec_of(lang)
    words = sorted((*_months(lang), *spec.units), key=len, reverse=True)
    counted, first = "|".join((_UNITS, *map(re.escape, words))), re.escape(spec.first_of_month)
    return re.compile(
        rf"{_PASSED_OVER}|[{_DIGITS}](?:{first})?(?:</bd[io]>)? (?=[{_SIGNS}]|(?:{counted})(?![\w’']))"
        rf"|(?<=[0-9][ {NO_BREAK}])h (?=[0-9])| (?=[:;!?»])|« ",
        re.S,
    )


def _months(lang: str) -> Iterator[str]:
    """The names of the months in `lang`, as CLDR and the press have them."""
    from babel import Locale

    found = set()
    for code in spec_of(lang).locales:
        found.update(Locale.parse(code).months["format"]["wide"].values())
    for listed in PRESS[lang].months.values() if lang in PRESS else ():
        found.update(listed.split("|"))
    return iter(found)
