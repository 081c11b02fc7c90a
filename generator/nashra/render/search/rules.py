"""What makes two spellings one word, as data: the one table that `words.py` and `assets/search.js` both follow.

Patterns are regular expressions that Python and JavaScript read alike, but for `@`, any letter or digit, which each
writes in its own way. No rule asks which language a text is in, the letters of a word tell: articles quote other
languages, and readers type names in theirs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from unicodedata import combining, normalize

# Signs typed for an apostrophe: ', left and right quotes, the modifier letter, the grave and the acute accent.
_APOSTROPHES = "['‘’ʼ`´]"

# What may stand inside a word besides letters and digits. Combining marks (Latin, Hebrew, Arabic,
# the scripts of India and South-East Asia) and what shows nothing: soft hyphen, joiners, marks of direction.
_INSIDE = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0903\u093a-\u094f\u0962-\u0963\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a4d\u0b3c-\u0b57\u0bbe-\u0bd7\u0c3e-\u0c56"
    "\u0cbc-\u0cd6\u0d3e-\u0d57\u0dca-\u0ddf\u0e31-\u0e3a\u0e47-\u0e4e\u1036-\u103e\u17b4-\u17d3"
    "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
)
# Those of them that tell words apart: the vowel signs of India and South-East Asia.
_KEPT = (
    "\u0900-\u0903\u093a-\u094f\u0962-\u0963\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a4d\u0b3c-\u0b57\u0bbe-\u0bd7\u0c3e-\u0c56"
    "\u0cbc-\u0cd6\u0d3e-\u0d57\u0dca-\u0ddf\u0e31-\u0e3a\u0e47-\u0e4e\u1036-\u103e\u17b4-\u17d3"
)
# Letters to Unicode that no word needs: tatweel, and the spacing modifiers of transcriptions (Qurʾān).
_DROPPED = "\u0640\u02b0-\u02ff"
# Scripts without spaces between words: each of these letters is a word of its own.
_SINGLE = "\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff"

_LATIN = {
    "œ": "oe",
    "æ": "ae",
    "ß": "ss",
    "þ": "th",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ŧ": "t",
    "ı": "i",
    "ς": "σ",
}
# The seats of hamza are not here: Unicode decomposes them (أ is ا and a mark), and marks fall away. The letters for
# g, p, v, ch: Arabic spells the same name with or without them, ڭ in Morocco, ڨ in Tunisia, ڤ and پ in the Mashriq.
_ARABIC = {
    "ٱ": "ا",
    "ة": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ی": "ي",
    "ے": "ي",
    "ک": "ك",
    "گ": "ك",
    "ڭ": "ك",
    "ݣ": "ك",
    "ڨ": "ق",
    "ڤ": "ف",
    "ڥ": "ف",
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
}
_DIGITS = {
    digit: str(value)
    for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "০১২৩৪৫৬৭৮৯", "०१२३४५६७८९")
    for value, digit in enumerate(digits)
}

# What French elides before a noun. Not m, n, t: M’hamed, N’Djamena and T’Hart are names.
_ELIDED = "(?:[cdjls]|(?:jus|lors|puis|quoi|pres)?qu)"

# The article with what it joins to. A word may lose several: الألعاب and ألعاب must come out alike. بال, كال, فال and
# وال also begin roots, so more letters must stay (بالغ, والد).
_ARTICLE = "(?:(?:و?[بك]ال|فبال|[وف]ال)(?=.{3})|(?:[وف]?لل|ال)(?=.{2}))"
# Words that only look as if they began with the article, or would be something common without it: God, now (الآن), the
# mother, worry.
_WHOLE = "(?:الله|الان|الام|الهم)$"

_INNER = f"(?:@|[{_INSIDE}])"
# 3,000 and 3.000, ٣٬٠٠٠, and 3 000 with any space, are 3000.
_DIGIT = "[0-9٠-٩]"
NUMBER = f"{_DIGIT}{{1,3}}(?:[,.٬ \u00a0\u2009\u202f]{_DIGIT}{{3}})+(?!{_DIGIT})"
# عبد اللطيف is عبداللطيف, with tashkeel or without; the letter before may be a particle.
_SERVANT = "".join(f"{letter}[{_INSIDE}]*" for letter in "عبد")
JOINED = f"[وفبكل]?[{_INSIDE}]*{_SERVANT}[ \u00a0]+(?=[{_INSIDE}]*ا[{_INSIDE}]*ل)"
# Broken plurals of the news, which nothing in their letters leads back to the singular.
_PLURALS = (
    "وزراء وزير رؤساء رئيس ملوك ملك أمراء أمير قادة قائد زعماء زعيم نواب نائب قضاة قاض محاكم محكمة شهداء شهيد "
    "قتلى قتيل جرحى جريح أسرى أسير رجال رجل نساء امرأة أطفال طفل شباب شاب طلاب طالب طلبة طالب أساتذة أستاذ مدارس مدرسة "
    "علماء عالم "
    "أطباء طبيب مرضى مريض عمال عامل فلاحون فلاح تجار تاجر خبراء خبير سفراء سفير وفود وفد أحزاب حزب نقابات نقابة "
    "هيئات هيئة مجالس مجلس دول دولة بلدان بلد مدن مدينة قرى قرية أقاليم إقليم مناطق منطقة جهات جهة شوارع شارع "
    "طرق طريق جبال جبل "
    "أنهار نهر بحار بحر سدود سد موانئ ميناء مصانع مصنع شركات شركة أسواق سوق أسعار سعر أموال مال بنوك بنك مصارف مصرف "
    "مشاريع مشروع برامج برنامج قوانين قانون حقوق حق قرارات قرار تقارير تقرير أخبار خبر صحف صحيفة كتب كتاب أفلام فيلم "
    "أندية ناد فرق فريق ملاعب ملعب أبطال بطل كؤوس كأس أهداف هدف لاعبون لاعب منتخبات منتخب حروب حرب جيوش جيش جنود جندي "
    "أسلحة سلاح صواريخ صاروخ حدود حد شعوب شعب حكام حاكم ولاة وال عمداء عميد سجون سجن سجناء سجين زلازل زلزال حرائق حريق"
).split()


def _bare(word: str) -> str:
    """An Arabic word in its own first form."""
    decomposed = "".join(letter for letter in normalize("NFKD", word) if not combining(letter))
    return "".join(_ARABIC.get(letter, letter) for letter in decomposed)


RULES: Mapping[str, Any] = {
    "apostrophe": _APOSTROPHES,
    "word": f"(?:{NUMBER}{_INNER}*|{JOINED}{_INNER}+|{_INNER}+)(?:{_APOSTROPHES}{_INNER}+)*",
    # the words within what "word" has found
    "run": f"[{_SINGLE}]|[^{_SINGLE}]+",
    # what may stay of a word once it is decomposed and in small letters, any apostrophe being '
    "kept": f"(?:(?![{_DROPPED}])@|['{_KEPT}])+",
    # folded letter -> what stands for it
    "letters": {**_LATIN, **_ARABIC, **_DIGITS},
    # taken off, one after the other: l’, the English possessive, apostrophes
    "cuts": [f"^{_ELIDED}'(?=.)", "(?!^)'s$", "'+"],
    # Further forms of a word, what the group holds of it: without the plural of Latin letters; without a letter that
    # may be a particle (and, so, in, like, to), but may as well be part of the root; without two of them; without the
    # عبد of عبداللطيف.
    "others": ["^([a-z]{4,})s$", "^(?!لل)[وفبكل](.{3,})$", "^[وف](?!لل)[بكل](.{3,})$", "^[وفبكل]?عبد(ال(?!له$).{2,})$"],
    # spellings of one word that letters alone do not show: مسئول and مسؤول, هيأة and هيئة; the second has another form
    "spelled": [["[ئء]و", "ؤو"], ["يأ(?=[ةه])", "يئ"]],
    # form -> another, of the singular
    "plurals": {_bare(many): _bare(one) for many, one in zip(_PLURALS[::2], _PLURALS[1::2], strict=True)},
    # taken off every form
    "article": f"^(?:(?!{_WHOLE}){_ARTICLE})+",
    # Final ى becomes ي, as many type it, but for the words in the group: على is "on", and علي is Ali.
    "yaa": "^(على|الى|حتى|متى|لدى|سوى)$|ى$",
}
