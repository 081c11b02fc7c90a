"""Language codes of three letters, which libraries and ZIM files go by. The pairs come from CLDR, through Babel."""

from __future__ import annotations

from functools import lru_cache

# CLDR (common/supplemental, languageAlias) also knows codes that are not the one of ISO 639-2/T for the language: those
# of ISO 639-2/B, those of the largest member of a macrolanguage (arb is only standard Arabic), and withdrawn ones.
_OTHERS = frozenset(
    "alb arm baq bur chi cze dut fre geo ger gre ice mac mao may per rum slo tib wel "
    "adp als arb ayr azj cls cmn cwd drh ekk esk fat fuc gaz gug ike khk kmr knc kng kpv lvs mol npi ojg ory pbu pes "
    "plt prp quz scc scr src swh twi uzn ydd zsm zyb".split()
)


def three_letters(code: str) -> str:
    """The code of ISO 639-2/T for the language `code` of two letters: "ara" for "ar"; other codes as they are."""
    return _codes().get(code, code)


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    from babel.core import get_global

    aliases = get_global("language_aliases")
    return {
        short: long for long, short in sorted(aliases.items()) if len(long) == 3 > len(short) and long not in _OTHERS
    }
