"""The words by which Arabic writes dates: `السابع من أكتوبر`, `خمسة عشر يوما`."""

from __future__ import annotations

from nashra.languages.calendar.spec import DateWords, counted, spelled

_ORDINALS = "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر".split()
# The eleventh, the twelfth, ..., without the word for ten that follows.
_TEENS = ["الحادي", *_ORDINALS[1:9]]
_TENS = {20: ("العشرين", "العشرون"), 30: ("الثلاثين", "الثلاثون")}
_UNITS = {
    13: ("ثلاثة", "ثلاث"), 14: ("أربعة", "أربع"), 15: ("خمسة", "خمس"), 16: ("ستة", "ست"), 17: ("سبعة", "سبع"),
    18: ("ثمانية", "ثماني"), 19: ("تسعة", "تسع"),
}  # fmt: skip

DATE_WORDS = DateWords(
    days={
        **counted(_ORDINALS),
        **{f"{word} عشر": 10 + unit for unit, word in enumerate(_TEENS, 1)},
        **{
            f"{word} و{form}": tens + unit
            for tens, forms in _TENS.items()
            for form in forms
            for unit, word in (*enumerate(_TEENS, 1), (1, "الواحد"))
            if tens + unit <= 31
        },
        **{form: tens for tens, forms in _TENS.items() for form in forms},
    },
    counts={
        **dict.fromkeys(("احد عشر", "احدى عشرة"), 11),
        **dict.fromkeys(("اثني عشر", "اثنا عشر", "اثنتي عشرة", "اثنتا عشرة"), 12),
        **{f"{masculine} عشر": number for number, (masculine, _) in _UNITS.items()},
        **{f"{feminine} عشرة": number for number, (_, feminine) in _UNITS.items()},
        **dict.fromkeys(("عشرين", "عشرون"), 20),
        **dict.fromkeys(("ثلاثين", "ثلاثون"), 30),
        **dict.fromkeys(("أربعين", "أربعون"), 40),
        **dict.fromkeys(("خمسين", "خمسون"), 50),
    },
    hours={
        "الواحدة": 1,
        **{f"{word}ة": hour for hour, word in enumerate(_ORDINALS[1:], 2)},
        "الحادية عشرة": 11,
        "الثانية عشرة": 12,
    },
    islamic=spelled(
        "محرم|المحرم|محرم الحرام",
        "صفر",
        "ربيع الأول|ربيع أول",
        "ربيع الثاني|ربيع الآخر|ربيع ثاني",
        "جمادى الأولى|جمادى الأول|جمادى الاول",
        "جمادى الثانية|جمادى الآخرة|جمادى الآخر|جمادى الثاني",
        "رجب|رجب الفرد",
        "شعبان",
        "رمضان|رمضان المبارك",
        "شوال",
        "ذو القعدة|ذي القعدة|ذوالقعدة",
        "ذو الحجة|ذي الحجة|ذوالحجة",
    ),
)
