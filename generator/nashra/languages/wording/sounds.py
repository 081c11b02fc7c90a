"""Letters -> classes of consonants, by which the guards hear whether two words of any script are one name.

Coarser than `nashra.languages.sounds`: machines and people hear t and d, j and k, f and v of a foreign name alike.
"""

from __future__ import annotations

ARABIC = {
    **dict.fromkeys("بپ", "B"),
    **dict.fromkeys("تطدضثذظ", "T"),
    **dict.fromkeys("جغقكگڭڨخچ", "K"),
    **dict.fromkeys("سصزشژ", "S"),
    **dict.fromkeys("فڤ", "F"),
    **dict.fromkeys("ل", "L"),
    **dict.fromkeys("م", "M"),
    **dict.fromkeys("ن", "N"),
    **dict.fromkeys("ر", "R"),
}
# Letters that are one sound together, written for one letter that has it.
ARABIC_TOGETHER = (("تش", "چ"), ("دج", "ج"))
# What may stand before a name in that script: its article, and a particle of one letter.
ARTICLE, ATTACHED = "ال", "وفبكل"
LATIN = {
    **dict.fromkeys("bp", "B"),
    **dict.fromkeys("td", "T"),
    **dict.fromkeys("gjkqc", "K"),
    **dict.fromkeys("sz", "S"),
    **dict.fromkeys("fv", "F"),
    **dict.fromkeys("l", "L"),
    **dict.fromkeys("m", "M"),
    **dict.fromkeys("n", "N"),
    **dict.fromkeys("r", "R"),
}
# Letters that are one sound together, and the letters that sound so; the longest come first.
LATIN_TOGETHER = (
    ("sch", "s"),
    ("tch", "k"),
    ("dj", "k"),
    ("ch", "s"),
    ("sh", "s"),
    ("ph", "f"),
    ("th", "t"),
    ("kh", "k"),
    ("gh", "k"),
    ("ck", "k"),
    ("x", "ks"),
    ("ç", "s"),
)
# Letters that may as well be a hard sound, and that sound: Chris, Chozick.
HARD = (("k", "ch"),)
# Letters before which a Latin c is an s.
SOFTENS_C = "eiyéèê"
