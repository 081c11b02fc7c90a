"""The languages of a site, with the region, the digits and the calendar of each."""

from __future__ import annotations

from nashra.languages.cldr import (
    CALENDARS,
    GREGORIAN,
    NUMBERING_SYSTEMS,
    PERSIAN,
    Language,
    UnknownLanguage,
    is_language_code,
    language,
)
from nashra.settings.toml_table import TomlTable


def site_languages(site: TomlTable, tables: TomlTable) -> dict[str, Language]:
    """Code -> language of those that `site` lists, with what `tables` say of each. Raises ConfigError."""
    codes = site.take("languages", list)
    if not codes or not all(isinstance(code, str) for code in codes):
        raise site.fail("languages", "must list the site's languages", 'for example ["ar", "fr", "en"]')
    if len(set(codes)) != len(codes):
        raise site.fail("languages", "names a language twice")
    result = {}
    for code in codes:
        options = tables.sub(code)
        region = options.take("region", str)
        digits = options.take("digits", str)
        if digits is not None and digits not in NUMBERING_SYSTEMS:
            known = ", ".join(f'"{name}" for {numerals[1:4]}' for name, numerals in NUMBERING_SYSTEMS.items())
            raise options.fail("digits", f"is {digits!r}", known)
        calendar = options.choice("calendar", GREGORIAN, CALENDARS)
        options.close()
        if not is_language_code(code):
            hint = "use ISO 639 codes such as ar, fr, en"
            raise site.fail("languages", f"cannot be used: there is no language {code!r}", hint)
        try:
            result[code] = language(code, region, digits, calendar)
        except UnknownLanguage:
            hint = "use an ISO 3166 code such as MA, EG, FR; Unicode CLDR must have that language there"
            raise options.fail("region", f"is {region!r}, no region where {code!r} is known", hint) from None
        if calendar == PERSIAN and not result[code].persian_months:
            raise options.fail(
                "calendar", f"is {calendar!r}, whose months are not known in {code!r}", "delete the line"
            )
    tables.close("only languages of site.languages have settings")
    return result
