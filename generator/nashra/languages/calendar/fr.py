"""The words by which French writes dates: `quatre juin`, `premier mai`."""

from __future__ import annotations

from nashra.languages.calendar.spec import DateWords, counted, in_tens, spelled

_NUMBERS = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf vingt"
).split()

DATE_WORDS = DateWords(
    # "un mars" is no date
    days={
        "premier": 1,
        **counted(_NUMBERS, after=1),
        **in_tens("vingt", "trente", _NUMBERS, ("-", " ", " et ", "-et-")),
        "trente": 30,
    },
    counts={**counted(_NUMBERS, after=10), "trente": 30, "quarante": 40, "cinquante": 50},
    islamic=spelled(
        "mouharram|moharram",
        "safar",
        "rabii al-awal|rabia al awal",
        "rabii al-thani",
        "joumada al-oula",
        "joumada al-akhira",
        "rajab",
        "chaabane|chaâbane",
        "ramadan",
        "chawwal|chaoual",
        "dhou al-qi'da|dhou al qida",
        "dhou al-hijja",
    ),
)
