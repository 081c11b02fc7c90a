"""What Nashra knows of a language: direction, names, region, months, digits. All of it comes from CLDR, through Babel.

Nothing else in the project knows which languages there are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from nashra.languages import persian
from nashra.languages.known import spec_of

# Where CLDR's own likely region is not what our editors expect. Arabic: Nashra's home is Morocco
# (European digits, Maghrebi months); CLDR would say Egypt.
DEFAULT_REGIONS = {"ar": "MA", "en": "GB"}

_CODE = re.compile(r"[a-z]{2,3}\Z")
_REGION = re.compile(r"[A-Z]{2}|[0-9]{3}")
# CLDR's names of numbering systems (common/supplemental/numberingSystems.xml) and their digits.
NUMBERING_SYSTEMS = {
    "latn": "0123456789",
    "arab": "٠١٢٣٤٥٦٧٨٩",
    "arabext": "۰۱۲۳۴۵۶۷۸۹",
    "beng": "০১২৩৪৫৬৭৮৯",
    "deva": "०१२३४५६७८९",
}
# What dates may be shown in: ours, and the solar one of Iran and Afghanistan.
GREGORIAN, PERSIAN = "gregorian", "persian"
CALENDARS = (GREGORIAN, PERSIAN)
# The figure of the first day of a month, before its name or the last day of a span.
_FIRST = re.compile(r"(?<![\d,.])1(?=[ \u00a0\u202f][^\W\d]|[-–—])")
_DIGITS = {name: str.maketrans("0123456789", digits) for name, digits in NUMBERING_SYSTEMS.items()}


class UnknownLanguage(ValueError):
    """A language code or region that CLDR does not list."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language of a site.

    code:   ISO 639 code, used in addresses, file names and the HTML `lang` attribute.
    region: ISO 3166 code; decides months, digits and the order of a date.
    dir:    "rtl" or "ltr".
    name:   what the language calls itself, "العربية".
    digits: a key of NUMBERING_SYSTEMS: "latn" (0-9), "arab" (٠-٩), ...
    calendar: a key of CALENDARS; what readers see of dates is in it.
    """

    code: str
    region: str
    dir: str
    name: str
    digits: str
    calendar: str = GREGORIAN

    @property
    def locale(self) -> Locale:
        """Babel's locale of this language and region."""
        return _locale(self.code, self.region)

    @property
    def tag(self) -> str:
        """BCP 47 tag with the region, "ar-MA"."""
        return f"{self.code}-{self.region}"

    @property
    def script_locale(self) -> str:
        """For scripts in pages that write dates and figures as we do: "ar-MA-u-nu-latn"."""
        return f"{self.tag}-u-nu-{self.digits}"

    @property
    def persian_months(self) -> tuple[str, ...]:
        """The names of the Persian months, where dates are shown in them; empty elsewhere."""
        return persian_months(self.code, self.region) if self.calendar == PERSIAN else ()

    def name_of(self, code: str) -> str:
        """What this language calls the language `code`, "French" or "الفرنسية"."""
        return _name_of(self.code, code)

    def format_date(self, day: date) -> str:
        """The day in words, as CLDR's long form: "18 يوليوز 2024"."""
        if months := self.persian_months:
            return self.localize_digits(persian.date_text(months, day))
        return self.in_digits(_format_date(self.code, self.region, day.year, day.month, day.day))

    def in_digits(self, date: str) -> str:
        """A date as Babel wrote it, with the first of a month as this language has it, and in its own digits."""
        if first := spec_of(self.code).first_of_month:
            date = _FIRST.sub(rf"\g<0>{first}", date)
        return self.localize_digits(date)

    def day_number(self, day: date) -> str:
        """The figure of the day in its month."""
        return self.localize_digits(str(persian.persian_day(day).day if self.persian_months else day.day))

    def year_name(self, year: int) -> str:
        """A year of ours, or the two years of another calendar that it lies in."""
        return self.localize_digits(persian.year_text(year) if self.persian_months else str(year))

    def format_time(self, moment: datetime) -> str:
        """Hours and minutes, as CLDR's short form."""
        from babel.dates import format_time

        return self.localize_digits(format_time(moment, "short", locale=self.locale))

    def localize_digits(self, text: str) -> str:
        """`text` with its digits in this language's numbering system."""
        return text if self.digits == "latn" else text.translate(_DIGITS[self.digits])


@lru_cache(maxsize=256)
def _name_of(in_code: str, code: str) -> str:
    name = Locale(in_code).languages.get(code)
    return str(name) if name else code


@lru_cache(maxsize=8192)
def _format_date(code: str, region: str, year: int, month: int, day: int) -> str:
    from babel.dates import format_date

    return format_date(date(year, month, day), "long", locale=_locale(code, region))


def _locale(code: str, region: str) -> Locale:
    """Babel's locale; where CLDR files it under a script (zh_Hans_CN), that one."""
    if not _REGION.fullmatch(region):
        raise UnknownLocaleError(region)
    try:
        return Locale.parse(f"{code}_{region}")
    except UnknownLocaleError:
        if region != _likely_region(code):
            raise
        return Locale(code)


def is_language_code(code: str) -> bool:
    """Whether `code` has the form of a language code and CLDR knows it."""
    if not _CODE.match(code):
        return False
    try:
        Locale(code)
    except UnknownLocaleError:
        return False
    return True


def persian_months(code: str, region: str) -> tuple[str, ...]:
    """The months of the Persian calendar in the language `code` of `region`; empty where its file has none."""
    names = spec_of(code).persian_months
    return names.get(region) or names.get("", ())


@lru_cache(maxsize=64)
def language(code: str, region: str | None = None, digits: str | None = None, calendar: str = GREGORIAN) -> Language:
    """The language `code`, in `region` (CLDR's likely one when None, but see DEFAULT_REGIONS).

    Raises UnknownLanguage for a code or region that CLDR does not know.
    """
    if not is_language_code(code):
        raise UnknownLanguage(f"there is no language {code!r}")
    chosen = region.upper() if region else DEFAULT_REGIONS.get(code) or _likely_region(code)
    try:
        locale = _locale(code, chosen)
    except (UnknownLocaleError, ValueError) as error:
        raise UnknownLanguage(f"language {code!r} has no region {chosen!r}") from error
    numbering = locale.default_numbering_system
    own_name = locale.languages.get(code) or code
    return Language(
        code=code,
        region=chosen,
        dir=locale.text_direction,
        name=str(own_name),
        digits=digits or (numbering if numbering in NUMBERING_SYSTEMS else "latn"),
        calendar=calendar,
    )


def _likely_region(code: str) -> str:
    from babel.core import get_global

    likely = str(get_global("likely_subtags").get(code, ""))
    region = likely.rpartition("_")[2]
    return region if _REGION.fullmatch(region) else "001"
