"""The words by which English writes dates: `the twenty-first of March`."""

from __future__ import annotations

from nashra.languages.calendar.spec import DateWords, counted, in_tens, spelled

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()

DATE_WORDS = DateWords(
    days={**counted(_ORDINALS), **in_tens("twenty", "thirty", _ORDINALS, ("-", " ")), "thirtieth": 30},
    counts={**counted(_CARDINALS, after=10), "thirty": 30, "forty": 40, "fifty": 50},
    islamic=spelled(
        "muharram",
        "safar",
        "rabi al-awwal|rabi' al-awwal",
        "rabi al-thani|rabi' al-thani",
        "jumada al-awwal|jumada al-ula",
        "jumada al-thani|jumada al-akhira",
        "rajab",
        "shaaban|sha'ban",
        "ramadan",
        "shawwal",
        "dhu al-qi'dah|dhu al-qadah",
        "dhu al-hijjah|dhu al-hijja",
    ),
)
