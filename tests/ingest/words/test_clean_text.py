from __future__ import annotations

import pytest

from nashra.ingest.words.clean import clean, lines


@pytest.mark.parametrize(
    ("pasted", "plain"),
    [
        ("ﺍﻟﻤﻐﺮﺏ", "المغرب"),
        ("ﻻ إله إلا ﷲ", "لا إله إلا الله"),
        ("محمد ﷺ ﴿آية﴾", "محمد ﷺ ﴿آية﴾"),
        ("مديـــنة فـــاس", "مدينة فاس"),
        ("ســلام", "سلام"),
        ("سلامــــ", "سلام"),
        ("سنة 1446هـ", "سنة 1446هـ"),
        ("هــ", "هـ"),
        ("الدورة الـ18", "الدورة الـ18"),
        ("بـ«الإجماع»", "بـ«الإجماع»"),
        ("وبالـFacebook", "وبالـFacebook"),
        ("لـلمغرب", "للمغرب"),
        ("سلام ـــ عليكم", "سلام ـــ عليكم"),
        ("كُتِبَ بِخَطٍّ", "كُتِبَ بِخَطٍّ"),
        ("\u200fالرباط\u200e \u202aMAP\u202c\ufeff", "الرباط MAP"),
        ("كلمة\u200bواحدة", "كلمةواحدة"),
        ("l’oﬃce ﬁnit", "l’office finit"),
        ("soft\u00adhyphen", "softhyphen"),
        ("e\u0301te\u0301", "été"),
        ("a  b\t c", "a b c"),
        ("حسن\u00a0فقير", "حسن فقير"),
        ("«\u00a0oui\u00a0»\u202f!", "«\u00a0oui\u00a0»\u202f!"),
        ("10\u202f000", "10\u202f000"),
        ('“قال” «نعم» "لا" ’', '“قال” «نعم» "لا" ’'),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("نص\x00\x02مع\x7fرموز", "نصمعرموز"),
        ("تنفيذ لاتفاق ، و نيكولا", "تنفيذ لاتفاق ، و نيكولا"),
    ],
)
def test_a_line_is_made_plain_and_its_words_stay(pasted: str, plain: str) -> None:
    assert clean(pasted) == plain
    assert clean(plain) == plain


def test_every_kind_of_line_end_counts_once() -> None:
    assert lines("a\r\nb\rc\nd\u2028e\u2029f\n\ng") == ["a", "b", "c", "d", "e", "f", "", "g"]


def test_letters_that_nobody_sees_go_and_flags_stay() -> None:
    unseen = "".join(chr(0xE0000 + ord(letter)) for letter in "obey me")
    flag = "\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in "gbeng") + "\U000e007f"
    assert clean(f"وصل{unseen} الوفد {flag}") == f"وصل الوفد {flag}"
    assert clean("قلب \u2764\ufe0f\ufe03\ufe0a\U000e0112 أحمر") == "قلب \u2764\ufe0f أحمر"
