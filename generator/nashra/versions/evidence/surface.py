"""Doubts that need no meaning: debris of models, chatter, repetition, foreign letters, lost quotation, length."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from nashra.languages import files
from nashra.languages.known import spec_of
from nashra.languages.scripts import LATIN, letters_of_others, script_of
from nashra.languages.wording.known import all_chatter, is_known, known_languages, wording_of
from nashra.markup.segments import sentences
from nashra.versions.evidence.numerals import numerals
from nashra.versions.evidence.quotations import QUOTES
from nashra.versions.evidence.reading import read, words_of

ADDRESS = re.compile(
    r"https?://[^\s<>()\"«»،؛؟]+[^\s<>()\"«»،؛؟.,:;!?]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w/])[@#]\w+"
    r"|(?<![\w.@/-])(?:www\.)?[a-z0-9-]{2,}(?:\.[a-z0-9-]{2,})*\.(?:com|org|net|info|int|edu|gov|news|[a-z]{2})"
    r"(?![\w-])(?:/[^\s<>()\"«»،؛؟]*[^\s<>()\"«»،؛؟.,:;!?])?"
)
_DASH = re.compile(r"\s[-–—]\s|—")
_PLACEHOLDER = re.compile(r"%\d+\$[a-z]|%[sd](?!\w)|\{\{[^{}]*\}\}|\{\w+\}|</?[a-z]+\d*\s*/?>")
_WORD = re.compile(r"\w+")
_DEBRIS = re.compile(
    r"</?(?:unk|s|pad|bos|eos|mask)>|<\|[^|]*\|>|\[(?:UNK|PAD|MASK|CLS|SEP)\]|⁇|\ufffd|▁|@@(?=\s|\w)"
    r"|[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|&(?:quot|amp|apos|lt|gt|#\d+);"
    r"|Ã[\x80-\xbf©¨ªà§®´»¹]|â€|[ØÙ][\x80-\xbf§„±…†ˆ©¨ª]|```|\*\*"
)
# Lengths: what good translations of news keep to, see the figures of tests/versions/pairs.
_TOO_SHORT, _SHORT_ROOM = 0.58, 9
_LONG_TEXT, _TOO_SHORT_FOR_LONG = 90, 0.6
_TOO_LONG, _LONG_ROOM = 1.6, 16
_ROOM = 1.25
_ADDED, _DROPPED = 1.2, 0.84

_ENDS_INSIDE = re.compile(r"[.!?؟…]+\s*(?=[»”\"])")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")


def debris(source: str, target: str) -> Iterator[tuple[float, str]]:
    """What a tokenizer or a broken encoding leaves behind."""
    for found in _DEBRIS.findall(target):
        if found not in source:
            shown = found if found.isprintable() else f"U+{ord(found[0]):04X}"
            yield 1.0, f"{shown} is no text"
            return


def addresses(source: str, target: str) -> Iterator[tuple[float, str]]:
    """Links, addresses, tags and placeholders, which nobody translates."""
    for pattern in (ADDRESS, _PLACEHOLDER):
        missing = [found for found in pattern.findall(source) if found not in target]
        if missing:
            yield 0.9, f"{missing[0]} is missing"


@lru_cache(maxsize=1)
def _chatter() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in all_chatter()), re.IGNORECASE)


def chatter(source: str, target: str) -> Iterator[tuple[float, str]]:
    """Words of a machine about its translation, and notes that it adds."""
    found = _chatter().search(target)
    if found and not _chatter().search(source):
        yield 1.0, f"“{found[0].strip()}” is no part of the text"
        return
    # what stands between dashes may stand in brackets, and a name may be added as it is written elsewhere
    if not _BRACKETS.search(source) and not _DASH.search(source):
        added = [inside for inside in _BRACKETS.findall(target) if len(_LONG_WORD.findall(inside)) > 2]
        added = [inside for inside in added if not _is_foreign_name(inside)]
        if added:
            yield 0.6, f"a note was added: “{added[0]}”"


def _is_foreign_name(text: str) -> bool:
    words = _LONG_WORD.findall(text)
    return 2 * sum(1 for word in words if word[0].isupper()) >= len(words)


def repetition(source: str, target: str, target_lang: str) -> Iterator[tuple[float, str]]:
    """Words that come again at once, or again and again, though they do not in the source."""
    # where it is not known which words may follow themselves ("die, die"), once is not enough
    repeated = _runs(source, target) or (is_known(target_lang) and _at_once(source, target, target_lang))
    if repeated:
        yield 0.9, f"“{repeated}” is repeated"


_AT_ONCE = re.compile(
    r"(?<![\w'’-])((?:[^\W\d_](?:[^\W\d_]|['’])*[ ,،]+){0,4}?[^\W\d_](?:[^\W\d_]|['’])*)"
    r"[ \u00a0]*[,،]?[ \u00a0]+\1(?![\w'’-])",
    re.IGNORECASE,
)


def _at_once(source: str, target: str, lang: str) -> str:
    allowed = words_of("repeats", lang)
    for match in _AT_ONCE.finditer(target):
        words = match[1].lower().split()
        if all(word.strip(",،") in allowed for word in words) or len(words[0]) == 1 == len(words):
            continue
        if (
            len(words) == 1
            and match[1][0].isupper()
            and re.search(rf"\b{re.escape(match[1])}\b.*\b{re.escape(match[1])}\b", source)
        ):
            continue
        counted = sum(numeral.last - numeral.first for numeral in numerals(read(match[1], lang)))
        joiners = wording_of(lang).joiners.split()
        if _AT_ONCE.search(source) or counted == len([word for word in words if word not in joiners]):
            continue  # between a million and a million and a half
        return match[1]
    return _twice(source, target, lang)


def _twice(source: str, target: str, lang: str) -> str:
    """A name that is joined with itself: Wydad and Wydad."""
    joiners, article = wording_of(lang).joiners.split(), re.escape(wording_of(lang).article)
    name = rf"{article}\w{{3,}}" if article else r"[A-ZÀ-Ý]\w{3,}"
    pattern = re.compile(rf"\b({name}) (?:{'|'.join(map(re.escape, joiners))}) ?\1\b")
    found = pattern.search(target) if joiners and not re.search(r"\b(\w{4,}) \w{1,3} ?\1\b", source) else None
    return found[0] if found and found[1].lower() not in words_of("repeats", lang) else ""


def _runs(source: str, target: str) -> str:
    words, before = _WORD.findall(target), _WORD.findall(source)
    for size, times in ((4, 2), (3, 3), (2, 3), (1, 4)):
        run = _longest_run(words, size)
        if run[1] >= times and _longest_run(before, size)[1] < times:
            return " ".join(run[0])
    grams = Counter(zip(words, words[1:], words[2:], strict=False))
    if grams:
        gram, count = max(grams.items(), key=lambda item: item[1])
        most = max(Counter(zip(before, before[1:], before[2:], strict=False)).values(), default=1)
        if count >= max(3, most + 2):
            return " ".join(gram)
    return ""


def _longest_run(words: list[str], size: int) -> tuple[tuple[str, ...], int]:
    """The words that follow themselves most often in steps of `size`, and how often they stand there."""
    best: tuple[tuple[str, ...], int] = ((), 0)
    at = 0
    while at + size <= len(words):
        gram = tuple(words[at : at + size])
        times = 1
        while tuple(words[at + times * size : at + (times + 1) * size]) == gram:
            times += 1
        if times > best[1]:
            best = (gram, times)
        at += max(1, (times - 1) * size)
    return best


def length(
    source: str,
    target: str,
    source_lang: str,
    target_lang: str,
    lengths: tuple[int, int],
    joined: Callable[[], bool],
    parted: Callable[[], bool],
    *,
    all_told: bool = False,
) -> Iterator[tuple[float, str]]:
    """A part that is missing or was added, as far as length and the number of sentences tell.

    lengths: those of the two texts, as they are to be compared. all_told: whether the translation has all that can be
    looked for, and that is something; then it may be more concise, or wordier. joined: whether the sentences of the
    source are all told, though there are fewer; parted: whether those of the translation are, though there are more.
    """
    long, made = lengths[0], float(lengths[1])
    expected = long * spec_of(target_lang).length / spec_of(source_lang).length
    if all_told:
        made = min(expected, made * _ROOM) if made < expected else made / _ROOM
    if made > expected * _TOO_LONG + _LONG_ROOM:
        yield min(0.9, made / expected / 3), "much longer than the source"
        return
    least = expected * _TOO_SHORT - _SHORT_ROOM if long < _LONG_TEXT else expected * _TOO_SHORT_FOR_LONG
    if made < least:
        yield min(0.9, expected / max(made, 1) / 3), "much shorter than the source"
        return
    one, two = _sentences(source, source_lang), _sentences(target, target_lang)
    # sentences are joined and parted freely, so what comes or goes must be seen in the length too
    if (two > one and lengths[1] > expected * _ADDED and not parted()) or (
        two < one and lengths[1] < expected * _DROPPED and not joined()
    ):
        yield 0.6, f"{one} sentence{'' if one == 1 else 's'} became {two}"


def _sentences(text: str, lang: str) -> int:
    """How many there are, those inside quotation marks not counted; a long one that would be cut is one."""
    text = _ENDS_INSIDE.sub(" ", text)
    return max(
        1, sum(bool(_WORD.search(text[start:end])) for start, end in sentences(text[:2000], lang) if _ends(text, end))
    )


def _ends(text: str, end: int) -> bool:
    return (
        end >= len(text.rstrip())
        or bool(re.search(r"[.!?؟…][\"'”’»)\]\s]*\Z", text[:end]))
        or "\n" in text[end : end + 2]
    )


# Scripts that news is translated into, as ranges of letters.
@lru_cache(maxsize=64)
def _runs_of_others(script: str) -> re.Pattern[str]:
    """Words of any other script, with what joins them."""
    others = letters_of_others(script)
    return re.compile(f"[{others}](?:[{others}\\d'’.&-]*[{others}\\d])?(?:[ ]+[{others}][{others}\\d'’.&-]*)*")


_BRAND = re.compile(r"[A-Z0-9][A-Z0-9.&-]*\Z|[a-z]+[A-Z]\w*\Z|\w*\d\w*\Z|[A-Z]\w+[A-Z]\w*\Z")


def script(
    source: str, target: str, source_lang: str, target_lang: str, known: frozenset[str]
) -> Iterator[tuple[float, str]]:
    """Words in another script than the language's. known: words that are names with a spelling in the language."""
    wanted = script_of(target_lang)
    if not wanted:
        return
    text = ADDRESS.sub(" ", target)
    marked = [found.span() for pattern in (QUOTES, _BRACKETS) for found in pattern.finditer(text)]
    left = [
        found[0]
        for found in _runs_of_others(wanted).finditer(text)
        if (
            not (_is_title(found[0], source) and any(a < found.start() < b for a, b in marked))
            and not _may_stay(found[0], source, source_lang, wanted, known)
        )
        or (script_of(source_lang) != wanted and _is_a_place(text[: found.start()], target_lang))
    ]
    if not left:
        return
    letters = sum(char.isalpha() for char in text)
    if sum(char.isalpha() for run in left for char in run) > letters / 2:
        yield 1.0, "most letters are of another script"
    else:
        yield 0.9, f"“{left[0].strip()}” is in another script"


def _is_title(run: str, source: str) -> bool:
    """Whether words are the name of a work as the source has it, which may stand between marks as it is: Chariots of
    Fire; or a letter of the alphabet."""
    words = run.strip(" .").split()
    names = [word for word in words if word[0].isupper()]
    return run.strip(" .") in source and len(words) > 1 and 2 * len(names) >= len(words) and words[0] in names


def _may_stay(run: str, source: str, source_lang: str, wanted: str, known: frozenset[str]) -> bool:
    if script_of(source_lang) == wanted:
        return run in source  # it was foreign before: شركة Microsoft
    words = re.findall(r"[^\s]+", run)
    if wanted == LATIN:
        return False
    if any(word.strip(".").casefold() in known for word in words):
        return False
    # a brand or an acronym; an ordinary word begins small
    return run in source and all(
        _BRAND.match(word.strip(".")) or (word[0].isupper() and _is_inside(word, source)) for word in words
    )


def _is_a_place(before: str, lang: str) -> bool:
    """Whether the word before a name says that it is a town or the like, which every script has a spelling for."""
    token = next(reversed(read(before[-40:], lang).tokens), None)
    return token is not None and bool(set(token.forms) & words_of("localities", lang))


def _is_inside(word: str, source: str) -> bool:
    """Whether a capitalised word stands so in the source, and no title makes a person of it."""
    place = source.find(word)
    if place < 0:
        return False
    titles = {title for lang in known_languages() for title in wording_of(lang).titles.split()}
    before = source[:place].lower().split()[-2:]
    return not any(each.strip(".,") in titles for each in before)


def copied(source: str, target: str, source_lang: str, target_lang: str) -> Iterator[tuple[float, str]]:
    """The source, or words of it, as they were."""
    before = [word.casefold() for word in _WORD.findall(source) if not word.isdigit()]
    after = [word.casefold() for word in _WORD.findall(target) if not word.isdigit()]
    names_alone = not any(word.islower() and len(word) > 2 for word in _WORD.findall(target) if word.isascii())
    if script_of(target_lang) == LATIN and names_alone:
        return
    if len(after) >= 5 and sum((Counter(after) & Counter(before)).values()) > 0.8 * len(after):
        yield 1.0, "the source was copied"
        return
    other = other_language(target, target_lang)
    if other:
        yield 0.9, f"the text is in another language: “{other}”"
        return
    if source_lang == target_lang:
        return
    strangers = words_of_source(source, target, source_lang, target_lang)
    if strangers:
        yield 0.8, f"“{strangers}” was not translated"


def other_language(target: str, target_lang: str) -> str:
    """Little words of another language than the text's, where they are more than those of its own."""
    words = [word.casefold() for word in _LATIN_WORD.findall(ADDRESS.sub(" ", QUOTES.sub(" ", target)))]
    own = frozenset(wording_of(target_lang).function.split())
    if not own:
        return ""
    for lang in known_languages():
        theirs = frozenset(wording_of(lang).function.split()) - own
        found = [word for word in words if word in theirs]
        mine = sum(word in own for word in words)
        if lang != target_lang and len(found) > mine and len(found) > (1 if not mine and len(words) > 5 else 2):
            return ", ".join(dict.fromkeys(found))
    return ""


_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_LATIN_WORD = re.compile(r"[^\W\d_]+")


def words_of_source(source: str, target: str, source_lang: str, target_lang: str) -> str:
    """Words that belong to the language of the source and not to that of the translation.

    None where the little words of the translation's language are not known: "la" is Spanish too.
    """
    own = frozenset(wording_of(target_lang).function.split())
    if not own:
        return ""
    text = ADDRESS.sub(" ", target)
    quoted = [match.span() for match in QUOTES.finditer(text)]
    words = [(match[0], match.start()) for match in _LATIN_WORD.finditer(text)]
    same_script = script_of(source_lang) == script_of(target_lang)
    others = [source_lang] if same_script else [lang for lang in known_languages() if lang != target_lang]
    theirs = frozenset(word for lang in others for word in wording_of(lang).function.split())
    theirs -= own
    before = {word for word, _ in words}
    if same_script:
        before = {form for word in _LATIN_WORD.findall(source) for form in (word, word.casefold())}
    found: list[str] = []
    shared, sure = _list_of_all("shared"), _list_of_all("sure")
    for at, (word, place) in enumerate(words):
        if any(start < place < end for start, end in quoted):
            continue
        around = [words[near][0] for near in (at - 2, at - 1, at + 1, at + 2) if 0 <= near < len(words)]
        in_name = any(near[0].isupper() for near in around[1:3] or around)
        if word.islower() and not in_name and (word in before or not same_script) and _is_of_another(word, target_lang):
            return word
        if word in theirs and word in before and not in_name and word not in shared:
            found.append(word)
            if len(found) > 1 or word in sure:
                return ", ".join(found)
        elif word.islower() and word in before and len(word) > 4 and not in_name and _is_foreign(word, target_lang):
            return word
    return ""


def _is_of_another(word: str, lang: str) -> bool:
    """Whether a word of every day is of another language alone."""
    daily = _daily()
    return word not in daily.get(lang, ()) and any(word in words for other, words in daily.items() if other != lang)


@lru_cache(maxsize=1)
def _daily() -> Mapping[str, frozenset[str]]:
    found = files.read("nashra.languages.wording.daily", "DAILY")
    return {lang: frozenset(words.split()) for lang, words in found.items()}


@lru_cache(maxsize=4)
def _list_of_all(field: str) -> frozenset[str]:
    """The words of a list of `Wording` in all languages that have one."""
    return frozenset(word for lang in known_languages() for word in getattr(wording_of(lang), field).split())


@lru_cache(maxsize=8)
def _foreign(lang: str) -> re.Pattern[str] | None:
    patterns = wording_of(lang).foreign
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns)) if patterns else None


def _is_foreign(word: str, lang: str) -> bool:
    pattern = _foreign(lang)
    return pattern is not None and word not in wording_of(lang).not_foreign.split() and bool(pattern.match(word))
