"""Arabic: how the words around a name are inflected. See `grammar` for what each list does."""

from __future__ import annotations

from nashra.languages.names.grammar import Grammar
from nashra.languages.spec import words

ARABIC_GRAMMAR = Grammar(
    definite=("ال", "لل"),
    joining="بل",
    purpose="ل",
    adjectives=(("ي",), ("ية", "يه")),
    nisba="ي",
    countries=("", "ه", "ة", "ين", "ون", "ان", "ا", "ات", "تين", "تان", "يين", "يون"),
    sure_countries=words("ه ة ين ون ان يين يون"),
    feminine=("ة", "ه", "ات"),
    feminine_nouns=words("الأمم قوات القوات الألعاب كأس"),
    men="ون",
    plurals=("ان", "ين", "ا"),
    duals=("ي", "تي"),
    adverbs=("ا", "ه", "ة"),
    verb="ت",
    not_verb=("ات", "وت", "يت"),
    accusative="ا",
    never_accusative=("ها", "ايا", "هما", "كما", "تنا"),
    others=("آخر", "اخر"),
    hers="ها",
    his="ه",
    present=("ت", "ي"),
    future="س",
    copulas=words("كانت وكانت ليست وليست أصبحت باتت ظلت صارت أضحت أمست زالت بدت"),
    # فأس (axe) is not فاس
    seats={"أ": "ا", "ؤ": "و", "ئ": "ي"},
    before_article=words("عبد"),
    before_names=words("بن"),
    loosely=words("ابو ابي ابا"),
    usual={
        # at most, as in جامو وكشمير
        "و": 0.6,
        "ف": 0.01,
        "ب": 0.25,
        "ك": 0.01,
        "ل": 0.3,
        "وب": 0.02,
        "ول": 0.03,
        "وك": 0.002,
        "فب": 0.002,
        "فل": 0.003,
        "فك": 0.001,
    },
    pairs=(("ديمقراط", "ديموقراط"), ("أمريك", "أميرك"), ("لاند", "لند"), ("ولندا", "ولندة")),
    # ج or ك elsewhere
    foreign_g=("غ", "جك"),
)
