"""A text -> the words it is found under. `assets/search.js` does so with what a reader types; tests hold both equal.

Each word has one or more forms: first its own, then what it is without letters that may be a particle or a plural. The
index has a text under all forms of its words, and a query looks for all forms of its own.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from nashra.languages.known import spec_of
from nashra.render.search.rules import HINTS, JOINED, NUMBER, RULES

Forms = tuple[str, ...]

# Characters; longer "words" are addresses, codes or mischief, and are not found.
LONGEST = 60


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text.replace("@", r"[^\W_]"))


_APOSTROPHE, _WORD, _RUN, _KEPT = (_pattern(RULES[name]) for name in ("apostrophe", "word", "run", "kept"))
_ARTICLE, _YAA = _pattern(RULES["article"]), _pattern(RULES["yaa"])
_CUTS, _OTHERS = [*map(_pattern, RULES["cuts"])], [*map(_pattern, RULES["others"])]
_LETTERS = str.maketrans(RULES["letters"])
_SPELLED = [(_pattern(wrong), right) for wrong, right in RULES["spelled"]]
_MAY_BE_SPELLED = _pattern("|".join(wrong for wrong, _ in RULES["spelled"]))
_PLURALS: dict[str, str] = RULES["plurals"]
# What stands between two blanks and is one word with what follows.
_PARTED = _pattern(rf"(?<!\w)(?:{NUMBER}|{JOINED})")
_MAY_BE_PARTED = [*map(_pattern, HINTS)]


def words(text: str) -> list[Forms]:
    """The forms of each word of `text`, in its order; words without a letter or digit are left out."""
    found = (forms(token) for match in _WORD.finditer(text) for token in _RUN.findall(match[0]))
    return [each for each in found if each]


def forms(token: str) -> Forms:
    """The forms of one word, its own first; none for a word of marks only, or one too long to be a word."""
    found = _forms(token)
    if _MAY_BE_SPELLED.search(token):
        other = token
        for wrong, right in _SPELLED:
            other = wrong.sub(right, other)
        found = tuple(dict.fromkeys([*found, *_forms(other)]))
    return found


def _forms(token: str) -> Forms:
    if len(token) > LONGEST:
        return ()
    if _PLAIN.fullmatch(token):
        word = token.lower().translate(_PLAIN_LETTERS)
    else:
        word = _fold(token)
        for cut in _CUTS:
            word = cut.sub("", word)
        if not word:
            return ()
    found = [word, *(match[1] for other in _OTHERS if (match := other.match(word)))]
    bare = [_YAA.sub(_final, _ARTICLE.sub("", form)) for form in found]
    return tuple(dict.fromkeys([*bare, *(_PLURALS[form] for form in bare if form in _PLURALS)]))


def _fold(token: str) -> str:
    text = normalize("NFKD", _APOSTROPHE.sub("'", token)).lower()
    return normalize("NFC", "".join(_KEPT.findall(text)).translate(_LETTERS))


# Most words are of these letters alone: they take a short cut to the same forms.
_PLAIN = re.compile("[a-zA-Z0-9]+|[\u0621-\u063a\u0641-\u064a]+")
_PLAIN_LETTERS = {code: _fold(chr(code)) for code in (*range(0x621, 0x63B), *range(0x641, 0x64B))}


_BLANKS = re.compile("[ \u00a0]")


def _together(parted: re.Match[str]) -> str:
    """A number without the signs between its digits, a name without the blank in it."""
    text = parted[0]
    return "".join(filter(str.isdecimal, text)) if text[0].isdecimal() else _BLANKS.sub("", text)


def _final(yaa: re.Match[str]) -> str:
    return yaa[1] or "ي"


def question_words(lang: str) -> list[str]:
    """The first forms of the words of questions in the language `lang`, which a query is searched without."""
    return sorted({forms(word)[0] for word in spec_of(lang).questions})


class Lexicon(dict[str, Forms]):
    """Piece of text without blanks -> all forms of its words; works out each piece once.

    Reading a text is then `map(lexicon.__getitem__, text.split())`, which costs a look-up a word.
    """

    # Pieces kept: those of some ten thousand articles. Beyond that it starts afresh, so that memory does not grow.
    LIMIT = 400_000

    def __missing__(self, piece: str) -> Forms:
        if len(self) >= self.LIMIT:
            self.clear()
        if _PLAIN.fullmatch(piece):
            found = forms(piece)
        else:
            found = tuple(dict.fromkeys(form for each in words(piece) for form in each))
        self[piece] = found
        return found

    def terms(self, text: str) -> set[str]:
        """All forms of all words of `text`."""
        if any(hint.search(text) for hint in _MAY_BE_PARTED):
            text = _PARTED.sub(_together, text)
        return set().union(*map(self.__getitem__, set(text.split())))
