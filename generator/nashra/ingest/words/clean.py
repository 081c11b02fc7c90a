"""Safe normalisation: what a reader cannot see, or should not, is made plain. No word and no quote is changed."""

from __future__ import annotations

import re
import unicodedata

# Latin ligatures, and presentation forms A and B: letters drawn in one fixed shape, left over from old software and
# from print. The ornate parentheses and the whole-phrase signs from U+FDFA on (ﷺ, ﷻ, ﷽) are typed on purpose and stay.
_PRESENTATION = re.compile("[\ufb00-\ufb06\ufb50-\ufd3d\ufd50-\ufdf9\ufe70-\ufefc]+")

# Controls, bidi marks and zero-width characters. Tabs and spaces are handled apart. Bidi marks belong to a page's
# layout, not to its text: Nashra isolates foreign words by itself when it renders.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f"
    "\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]+"
)
# Letters and numbers that nobody sees, by which texts carry others to machines: tags that no flag begins, and selectors
# of variants in a row.
_SMUGGLED = re.compile(
    "(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+|(?<=[\ufe00-\ufe0f\U000e0100-\U000e01ef])"
    "[\ufe00-\ufe0f\U000e0100-\U000e01ef]+"
)
# A joiner that does not hold two pictographs together.
_STRAY_JOINER = re.compile(
    "(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d|\u200d(?![\u2600-\u27bf\U0001f000-\U0001faff])"
)

_LETTER = "\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff"
_MARK = "\u064b-\u065f\u0670"
_TATWEEL = re.compile(
    f"(?P<before>[{_LETTER}{_MARK}]{{0,4}})(?P<run>\u0640+)(?P<after>[{_MARK}]*[{_LETTER}]|\\w|[«“\"‘'(])?"
)

_SPACES = "[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_SPACE_RUN = re.compile(f"{_SPACES}{{2,}}|(?! ){_SPACES}")
# Where French and SI typography wants a space that does not break.
_NEEDS_FIXED_SPACE = re.compile(r"[«»:;!?%€$°]")
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
# Whatever `clean` could change in a composed text.
_UNTIDY = re.compile(
    "|".join([_PRESENTATION.pattern, _INVISIBLE.pattern, "[\u200d\u0640]", _SMUGGLED.pattern, _SPACE_RUN.pattern])
)


def lines(text: str) -> list[str]:
    """The lines of `text`, each cleaned and stripped; element 0 is line 1. Blank lines are empty strings."""
    return [clean(line) for line in _LINE_END.split(text)]


def clean(text: str) -> str:
    """One line of text: NFC, plain letters, nothing invisible, no stretching, single spaces, stripped.

    A tatweel stays where it is not a mere stretch: after a short prefix or a lone letter (الـ18, بـ«كذا», هـ).
    """
    if _UNTIDY.search(text) is None and unicodedata.is_normalized("NFC", text):
        return text.strip()
    text = _PRESENTATION.sub(_plain_letters, text)
    text = unicodedata.normalize("NFC", text)
    text = _SMUGGLED.sub("", _INVISIBLE.sub("", text))
    if "\u200d" in text:
        text = _STRAY_JOINER.sub("", text)
    if "\u0640" in text:
        text = _TATWEEL.sub(_without_stretch, text)
    text = _SPACE_RUN.sub(_one_space, text)
    return unicodedata.normalize("NFC", text.strip())


def _plain_letters(match: re.Match[str]) -> str:
    # An isolated tashkeel decomposes into a space and the mark; the space is no part of the word.
    return "".join(unicodedata.normalize("NFKC", form).lstrip(" ") for form in match[0])


def _without_stretch(match: re.Match[str]) -> str:
    before, after = match["before"], match["after"] or ""
    if not before:
        return match[0]  # a run that stands alone serves as a dash
    letters = sum(1 for character in before if not unicodedata.combining(character))
    if after and re.search(f"[{_LETTER}]", after):
        return before + after
    if after or letters <= 2:
        return before + "\u0640" + after
    return before + after


def _one_space(match: re.Match[str]) -> str:
    """A fixed space survives beside the signs that want one, and between digits; everything else becomes a space."""
    run, text = match[0], match.string
    if len(run) == 1 and run in "\u00a0\u202f" and match.start() > 0 and match.end() < len(text):
        before, after = text[match.start() - 1], text[match.end()]
        if _NEEDS_FIXED_SPACE.match(before) or _NEEDS_FIXED_SPACE.match(after) or (before + after).isdigit():
            return run
    return " "
