"""Sentences as papers print them, in three languages, and how people put them into another one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import product
from random import Random

from support.articles import without_signs

# Each in Arabic, French and English: how a sentence opens, what it says, who and where.
_OPENINGS = [
    ("", "", ""),
    (
        "في بيان صدر مساء الثلاثاء،",
        "dans un communiqué publié mardi soir,",
        "in a statement issued on Tuesday evening,",
    ),
    ("بعد أسابيع من الانتظار،", "après des semaines d'attente,", "after weeks of waiting,"),
    ("رغم الأمطار الغزيرة،", "malgré de fortes pluies,", "despite heavy rain,"),
    ("وفق ما أوردته الصحافة المحلية،", "selon la presse locale,", "according to the local press,"),
    ("أمام جمع من السكان،", "devant une foule d'habitants,", "before a crowd of residents,"),
]
_SAYINGS = [
    (
        "أعلنت بلدية {city} تخصيص {n} مليون درهم لإصلاح الطرق",
        "la commune de {city} a annoncé {n} millions de dirhams pour réparer les routes",
        "the municipality of {city} announced {n} million dirhams for road repairs",
    ),
    (
        "قال {person} إن الأشغال ستنتهي قبل نهاية العام",
        "{person} a déclaré que les travaux s'achèveraient avant la fin de l'année",
        "{person} said that the work would end before the end of the year",
    ),
    (
        "طالب التجار بفتح السوق من جديد",
        "les commerçants ont demandé la réouverture du marché",
        "shopkeepers asked for the market to reopen",
    ),
    (
        "رفضت النقابات المقترح وهددت بالإضراب",
        "les syndicats ont rejeté la proposition et menacé de faire grève",
        "unions rejected the proposal and threatened to strike",
    ),
    (
        "استقبلت مدارس {city} {n} تلميذا جديدا",
        "les écoles de {city} ont accueilli {n} nouveaux élèves",
        "schools in {city} took in {n} new pupils",
    ),
    (
        "أصيب {n} أشخاص في حادث على الطريق الوطنية",
        "{n} personnes ont été blessées dans un accident sur la route nationale",
        "{n} people were hurt in an accident on the main road",
    ),
    (
        "يرى {person} أن القرار جاء متأخرا",
        "{person} estime que la décision est venue trop tard",
        "{person} believes that the decision came too late",
    ),
    (
        "غادر الوفد {city} دون الإدلاء بأي تصريح",
        "la délégation a quitté {city} sans faire de déclaration",
        "the delegation left {city} without making any statement",
    ),
    (
        "وصف السكان الوضع بأنه لا يطاق",
        "les habitants ont qualifié la situation d'intenable",
        "residents described the situation as unbearable",
    ),
    (
        "ارتفعت أسعار القمح بنسبة {n} في المئة",
        "les prix du blé ont augmenté de {n} pour cent",
        "wheat prices rose by {n} percent",
    ),
    (
        "أغلقت المستشفيات أبوابها أمام الزوار",
        "les hôpitaux ont fermé leurs portes aux visiteurs",
        "hospitals closed their doors to visitors",
    ),
    (
        "اتفق الطرفان على عقد اجتماع ثان في {city}",
        "les deux parties sont convenues de se revoir à {city}",
        "the two sides agreed to meet again in {city}",
    ),
    (
        "عادت المياه إلى الأحياء القديمة",
        "l'eau est revenue dans les vieux quartiers",
        "water returned to the old districts",
    ),
    (
        "كشف التقرير عن اختفاء {n} وثيقة",
        "le rapport a révélé la disparition de {n} documents",
        "the report revealed that {n} documents had disappeared",
    ),
]
_PEOPLE = [
    ("أحمد بنسالم", "Ahmed Bensalem", "Ahmed Bensalem"),
    ("ليلى العلوي", "Leïla Alaoui", "Leila Alaoui"),
    ("يوسف حداد", "Youssef Haddad", "Youssef Haddad"),
    ("منى خليل", "Mouna Khalil", "Mona Khalil"),
]
_CITIES = [
    ("الرباط", "Rabat", "Rabat"),
    ("طنجة", "Tanger", "Tangier"),
    ("القاهرة", "Le Caire", "Cairo"),
    ("بيروت", "Beyrouth", "Beirut"),
    ("وهران", "Oran", "Oran"),
    ("أسوان", "Assouan", "Aswan"),
]
# A person's manner: which of the words come at the end, and what else is said in passing.
_MANNERS = {
    "fr": ["", "en effet, ", "on apprend que ", "par ailleurs, ", "rappelons-le : "],
    "en": ["", "indeed, ", "it emerged that ", "meanwhile, ", "it should be recalled that "],
}
# What a list of terms may come to hold.
TERMS = [("السوق", "souk", "souk"), ("النقابات", "syndicats", "trade unions")]
_PLACE = {"ar": 0, "fr": 1, "en": 2}
_SENTENCE = re.compile(r"[^.]*(?:\d\.\d[^.]*)*\.")
_PIECE = re.compile(r"(?<=, )(?:En|Fr) ")


def sentences(text: str) -> list[str]:
    """The sentences of a block, whatever its kind."""
    plain = without_signs(text)
    return [part.strip() for part in _SENTENCE.findall(plain)]


def exchanged(text: str, old: str, new: str) -> str:
    """A block with another sentence in the place of one of its own, which may also be a part of a longer one."""
    return re.sub(rf"(?:^|(?<=[.#>-] )){re.escape(old)}", lambda _: new, text, count=1, flags=re.MULTILINE)


def in_arabic(text: str) -> str:
    """A sentence of the source as it was, where names and terms were put into it."""
    for arabic, *others in (*_PEOPLE, *_CITIES, *TERMS):
        for other in others:
            text = text.replace(other, arabic)
    return text


@dataclass(frozen=True, slots=True)
class _Meaning:
    opening: int
    saying: int
    number: int
    person: int
    city: int

    def told(self, lang: str, number: int | None = None) -> tuple[str, str]:
        """(opening, saying) in a language."""
        place = _PLACE[lang]
        words = _SAYINGS[self.saying][place].format(
            n=self.number if number is None else number,
            person=_PEOPLE[self.person][place],
            city=_CITIES[self.city][place],
        )
        return _OPENINGS[self.opening][place], words


@dataclass(slots=True)
class Paper:
    """Says things in Arabic, each only once, and the same in other languages as people would.

    truth: sentence in any language -> sentences of a source that it tells, none for what a person said besides.
    """

    random: Random
    truth: dict[str, tuple[str, ...]] = field(default_factory=dict)
    meanings: dict[str, _Meaning] = field(default_factory=dict)

    def says(self, text: str, unknown: tuple[str, ...] = ("?",)) -> tuple[str, ...]:
        """What a sentence tells. A machine that was asked for it in pieces says its own mark in each of them."""
        return self.truth.get(text) or self.truth.get(_PIECE.sub("", text), self.truth.get(text, unknown))

    def sentence(self) -> str:
        """A sentence that nobody has said before."""
        pick = self.random.randrange
        while True:
            meaning = _Meaning(
                pick(len(_OPENINGS)), pick(len(_SAYINGS)), pick(3, 900), pick(len(_PEOPLE)), pick(len(_CITIES))
            )
            text = " ".join(filter(None, meaning.told("ar"))) + "."
            if text not in self.meanings:
                self.meanings[text] = meaning
                return text

    def other_number(self, text: str) -> str:
        """The same with another number, or another sentence where there is none."""
        numbers = re.findall(r"\d+", text)
        made = text.replace(numbers[0], str(self.random.randrange(1000, 9000)), 1) if numbers else self.sentence()
        if numbers:
            old = self.meanings[text]
            self.meanings[made] = _Meaning(
                old.opening, old.saying, int(re.findall(r"\d+", made)[0]), old.person, old.city
            )
        return made

    def human(self, source: str, lang: str, *, wrong: bool = False) -> str:
        """How a person says `source`. wrong: with another number."""
        meaning = self.meanings[source]
        number = self.random.randrange(1000, 9000) if wrong else None
        opening, saying = meaning.told(lang, number)
        ways = [
            manner + (f"{opening} {saying}".strip() if first or not opening else f"{saying}, {opening.rstrip(',')}")
            for manner, first in product(_MANNERS[lang], (True, False))
        ]
        self.random.shuffle(ways)
        for way in ways:
            made = way[0].upper() + way[1:] + "."
            if self.truth.get(made, (source,)) == (source,):
                self.truth[made] = (source,)
                return made
        raise AssertionError("nothing is left to say")

    def own(self, lang: str) -> str:
        """A remark of a person's own."""
        words = {"fr": "note de la rédaction", "en": "editor's note"}[lang]
        made = f"{words.capitalize()} {len(self.truth)}: {self.random.choice(['see our archive', 'à suivre', 'more soon'])}."
        self.truth[made] = ()
        return made
