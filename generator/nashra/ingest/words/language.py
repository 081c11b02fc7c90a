"""Telling the language of a text by its script and its small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping

# The small words that every text of some sentences has, those too that a neighbour has: a list that left out what
# French and Spanish share would hand each text of many "de" and "la" to the one that keeps them.
_WORDS: Mapping[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "ar": "في من على إلى أن عن مع التي الذي هذا هذه ذلك كما قد بعد قبل خلال كان وقد حيث بين لم لا ما هو هي",
        "fa": "در به از که این را با است برای آن یک شد کرد خود تا می های بر هم نیز بود شده گفت",
        "ur": "کے میں کی ہے اور سے کا کو نے پر ہیں کہ یہ اس ایک بھی تھا نہیں کر گیا",
        "fr": "le la les des du et une un dans est pour que qui sur par au aux avec pas ce cette sont son ses il elle "
        "de en se l d qu n s à a ne ou mais plus ont été ces leur leurs nous vous sa très après entre deux où "
        "contre ans sans être avait selon chez comme",
        "en": "the of and to in is that for was on with as by at from has have it be are this an his her which "
        "their a said will not he she they were or its who after",
        "es": "el la los las de del y en que una un por con para se es al lo su como más pero sus este ha fue a o no "
        "le les entre sobre también dos años desde sin esta son muy han",
        "pt": "o a os as de da do dos das e em que uma um por com para se é ao no na não mais sua foi ou seu são os "
        "aos pelo pela entre também anos ser nos nas",
        "it": "il la lo gli le di del della e in che una un per con si è al nel sono come più non anche i da l dell "
        "alla dei delle nella ha ed o su ma anni dal dalla alle",
        "de": "der die das und in den von zu mit ist auf für nicht ein eine dem des sich im auch es als an er sie bei "
        "nach wie aus am wird hat sind zum zur einer einen",
        "nl": "de het een en van in is dat op te voor met zijn niet aan die er om ook als bij door naar heeft wordt "
        "uit maar nog hij ze dan",
    }.items()
}
_ARABIC_SCRIPT = frozenset({"ar", "fa", "ur"})
_SCRIPTS = {
    "ar": re.compile("[\u0620-\u064a\u066e-\u06d3]"),
    "la": re.compile("[A-Za-zÀ-ÖØ-öø-ÿŒœĀ-ſ]"),
    # other scripts, by the language that most of the news in them is written in
    "hi": re.compile("[\u0900-\u097f]"),
    "bn": re.compile("[\u0980-\u09ff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "el": re.compile("[\u0370-\u03ff]"),
    "he": re.compile("[\u0590-\u05ff]"),
    "am": re.compile("[\u1200-\u137f]"),
    "zgh": re.compile("[\u2d30-\u2d7f]"),
    "ja": re.compile("[\u3040-\u30ff]"),
    "ko": re.compile("[\uac00-\ud7af]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
    "ta": re.compile("[\u0b80-\u0bff]"),
}
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
# Of the words of a news text 25 to 55 in 100 are in the list of its language, fewer than 10 in that of another family.
_MIN_SHARE = 0.08
_MIN_WORDS = 3  # a text with fewer small words than this tells nothing
# A language of the site stands for the one that a text shows when it has so much of that one's small words: two
# languages of one family have 40 to 75 in 100 of each other's.
_NEAR, _DECLARED = 0.85, 0.8


def detect(text: str) -> str | None:
    """The ISO 639 code of the language of `text`, None where it has too little to tell.

    Knows Arabic, Persian, Urdu, French, English, Spanish, Portuguese, Italian, German and Dutch by their words, and
    others by their script.
    """
    sample = text[:_SAMPLE]
    script = _script(sample)
    if script not in ("ar", "la"):
        return script
    scores, enough = _scores(sample, script)
    best = max(scores, key=lambda code: scores[code])
    if scores[best] >= enough:
        return best
    return _alphabet(sample) if script == "ar" else None


def choose(text: str, declared: Collection[str | None], known: Collection[str]) -> tuple[str | None, str]:
    """(the language of `text` or None, where that was seen). declared: codes that the page gives, most trusted first.

    What the text shows wins over what a template says, since themes often keep the language that they came with; but of
    languages that look alike the one that is declared, or is one of `known`, the site's, is meant. The result may lie
    outside of `known` only when the text shows it.
    """
    sample = text[:_SAMPLE]
    script = _script(sample)
    said = next((short for code in declared if (short := _short(code)) in known), None)
    if script not in ("ar", "la"):
        return (
            (script, "the script of the text") if script is not None else (said, "the page's declaration" * bool(said))
        )
    scores, enough = _scores(sample, script)
    best = max(scores, key=lambda code: scores[code])
    if scores[best] < enough:
        if script == "ar" and (alphabet := _alphabet(sample)) is not None:
            return alphabet, "the script of the text"
        if said is not None:
            return said, "the page's declaration"
        own = _only(scores, known)
        return (own, "the words of the text") if own is not None else (None, "")
    if said is not None and scores.get(said, 0) >= max(_DECLARED * scores[best], _MIN_WORDS):
        return said, "the page's declaration"
    own = max((code for code in known if code in scores), key=lambda code: scores[code], default=None)
    if own is not None and scores[own] >= _NEAR * scores[best]:
        return own, "the words of the text"
    return best, "the words of the text"


def _only(scores: Mapping[str, int], known: Collection[str]) -> str | None:
    """The language of `known` that a few words speak for, where they speak for no other one so much."""
    ranked = sorted((code for code in known if code in scores), key=lambda code: -scores[code])
    if not ranked or scores[ranked[0]] < max([1, *scores.values()]):
        return ranked[0] if len(ranked) == 1 else None
    return ranked[0] if len(ranked) == 1 or scores[ranked[0]] > scores[ranked[1]] else None


def _short(code: str | None) -> str:
    return re.split("[-_]", (code or "").strip().lower())[0]


def _script(sample: str) -> str | None:
    """The script that most letters of `sample` belong to; None where it has no letters."""
    counts = Counter({name: len(pattern.findall(sample)) for name, pattern in _SCRIPTS.items()})
    if counts["ja"]:
        counts["ja"] += counts.pop("zh")
    name, count = counts.most_common(1)[0]
    return name if count else None


def _scores(sample: str, script: str) -> tuple[Mapping[str, int], float]:
    """(language of the script -> its small words in `sample`, how many a text must have to tell)."""
    words = [word.lower() for word in _WORD.findall(sample)]
    candidates = [code for code in _WORDS if (code in _ARABIC_SCRIPT) == (script == "ar")]
    scores = {code: sum(word in _WORDS[code] for word in words) for code in candidates}
    return scores, max(_MIN_WORDS, _MIN_SHARE * len(words))


def _alphabet(sample: str) -> str | None:
    """A headline or two: letters of the Arabic alphabet are Arabic until shown otherwise."""
    return None if re.search("[پچژگکیے]", sample) else "ar"
