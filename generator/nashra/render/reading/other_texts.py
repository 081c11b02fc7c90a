"""Texts that seem to be those of another version, or of another article: in the wrong file, most likely."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from itertools import islice
from pathlib import Path
from unicodedata import digit

from nashra.kit.errors import Problem
from nashra.languages.known import SPECS, loose
from nashra.languages.scripts import ARABIC, LATIN, SCRIPTS, is_written_in, script_of
from nashra.markup.blocks import split
from nashra.model import Version
from nashra.render.reading.slips import slips_of

# Which of the two scripts that are told apart is not the one.
_OTHER_SCRIPT = {ARABIC: LATIN, LATIN: ARABIC}
# What has letters of its own in any language: addresses, tags, code.
_NO_WORDS = re.compile(r"https?://\S+|\]\([^()\s]*\)|<[^<>]*>|`[^`]*`|(?<![^\s>)`])\S+(?:@\S+|\.\w{2,4}\b)")
# What says that it is in a language of its own.
_MARKED = re.compile(r"<(\w+)\b[^<>]*\slang\s*=[^<>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
# So many letters tell in which script a text is; so many signs are looked at.
_LEAST, _ENOUGH = 40, 2000
_WORD = re.compile(r"[^\W\d_]+")
_ALT = re.compile(r"!\[([^\[\]\n]+)\]\(")
# A picture in a paragraph of its own; those in a line may well be there again.
_FIGURE = re.compile(r"^!\[[^\[\]\n]*\]\(([^()\s]+)(?:[ ][^()\n]*)?\)[ \t]*$", re.MULTILINE)
# A title or a summary with fewer letters may be a foreign name. Of a paragraph with so many letters the small words
# tell its language; of texts that are so far in another one, somebody forgot to translate them.
_SHORTEST, _SHORTEST_PARAGRAPH = 15, 60
# Signs that two texts may differ by that are the same to readers.
_A_FEW = 4
_OWN, _OTHER, _MUCH = 0.5, 0.18, 0.3
# A line in the head with fewer words, or fewer small ones, may be a foreign name. So many words of one paragraph, with
# so few small ones of the own language among them, are a sign by themselves.
_WORDS_OF_LINE, _FEWEST_WORDS, _SURE, _HARDLY = 5, 3, 25, 0.04
# A shorter one has none of the own language at all, and many more of the other; in another script it is a sentence.
_SHORT_SURE, _MANY, _SHORTEST_SENTENCE = 12, 0.35, 30
# Letters of a paragraph that are looked at.
_BEGINNING = 300
# Signs of what stands in another language on purpose.
_APART = re.compile(r"[«»“”\"<>©*_\[\]`]|\n[^\n]{1,45}\n")
# Numbers of two figures and more, with signs between groups of three; years are of many texts.
_NUMBER = re.compile(r"\d+(?:[.,٫٬ \u00a0\u202f']\d{3})+(?!\d)|\d{2,}")
_BETWEEN = re.compile(r"\D+")
# So many things tell an article from another. Of 64 translations of the demo site none has less than three in four in
# common with its source, and of those put to another article 7 in 10 have a fifth or less.
_TELLING, _COMMON = 3, 0.2
# Pieces of the long words of a summary: if so few of them have one in common with a text of some length, it is not its
# own. Of 87 summaries of the demo site none has less than half, and of those put to another of its texts 7 in 10 have.
_LONG, _WORDS_OF_SUMMARY, _TEXT_LONG, _KNOWN = 5, 6, 250, 0.2


def in_another_script(body: str, lang: str, path: Path, body_line: int) -> list[Problem]:
    """A warning where `body` is in a script that `lang` is not written in: the text of another version, perhaps."""
    own, text = script_of(lang), body[:_ENOUGH]
    if own in (ARABIC, LATIN) and _begins_in(own, text):
        return []
    text = _NO_WORDS.sub(" ", _MARKED.sub(" ", text))
    if own not in (ARABIC, LATIN) or len(_letter_of(own).findall(text)) >= _LEAST:
        return []
    counts = {code: len(re.findall(f"[{each.letters}]", text)) for code, each in SCRIPTS.items()}
    most = max(counts, key=counts.__getitem__)
    if most == own or counts[most] < max(_LEAST, 0.9 * sum(counts.values())) or is_written_in(lang, most):
        return []
    message, hint = f"the text is not in the letters of {lang!r}", "is it the text of another version? write it anew"
    return [Problem(message, path, body_line, hint, warning=True)]


def _begins_in(script: str, text: str) -> bool:
    """Whether the first words of `text` are enough letters of `script`, with nothing among them that may be no word: a
    quick look."""
    if "<" in text or "`" in text:
        return False
    whole = re.compile(f"[{SCRIPTS[script].letters}]+").fullmatch
    count = 0
    for word in text.split(None, _LEAST)[:_LEAST]:
        if whole(word):
            count += len(word)
            if count >= _LEAST:
                return True
    return False


def in_other_words(version: Version) -> Iterator[Problem]:
    """Warnings where title, summary or words of pictures are in the letters of another language, paragraphs in another
    language, where the text begins with the title again, and where the summary has hardly a word of it."""
    heads = list(_apart(version))
    for name, line, text in (*heads, *_alternatives(version)):
        if _is_foreign(text, version.lang):
            message = f"the {name} is not in the letters of {version.lang!r}"
            yield Problem(message, version.path, line, "is it that of another version? write it anew", warning=True)
        elif other := _in_other_small_words(text, version.lang):
            message = f"the {name} seems to be in {other!r}, in a text in {version.lang!r}"
            yield Problem(message, version.path, line, "is it that of another version? write it anew", warning=True)
    for name, line, text in heads:
        for message, hint in slips_of(text):
            yield Problem(f"in the {name}, {message}", version.path, line, hint, warning=True)
    yield from _pictures_again(version)
    if version.body.strip().isalpha():
        yield Problem("the text is one word", version.path, version.body_line, "write the article", warning=True)
    first, _, others = version.body.lstrip("\n #*_").partition("\n")
    if others.strip() and _are_same(first.rstrip(" #*_"), version.title):
        message = "the text begins with the title, which the page shows above it"
        yield Problem(message, version.path, version.body_line, "delete this line", warning=True)
    if found := _in_another_language(version):
        line, words, other = found
        message = f"`{words[:40]}…` seems to be in {other!r}, in a text in {version.lang!r}"
        yield Problem(message, version.path, line, "translate it, or put it into a file of its own", warning=True)
    if version.summary and version.lang in SPECS and _says_other_things(version.summary, version):
        message = "the summary has hardly a word of the text: it may be that of another article"
        yield Problem(message, version.path, None, "write it anew, or delete the line", warning=True)


def _apart(version: Version) -> Iterator[tuple[str, int | None, str]]:
    """(name, line, words) of what stands in the head and is shown apart from the text."""
    yield "title", None, version.title
    yield "summary", None, version.summary or ""
    if version.picture:
        yield "`alt` of `image`", version.picture.line, version.picture.alt
        yield "`caption` of `image`", version.picture.line, version.picture.caption


def _alternatives(version: Version) -> Iterator[tuple[str, int | None, str]]:
    """The same of what is said of the pictures in the text."""
    for match in _ALT.finditer(version.body) if "![" in version.body else ():
        line = version.body_line + version.body.count("\n", 0, match.start())
        yield "alternative text of this picture", line, match[1]


@cache
def _of_one_alone(lang: str) -> frozenset[str]:
    """The small words of `lang` that no other language has."""
    others = (spec.small_words for code, spec in SPECS.items() if code != lang)
    return frozenset(SPECS[lang].small_words.difference(*others))


def _pictures_again(version: Version) -> Iterator[Problem]:
    """A warning of a picture that the text shows twice as a figure, or that stands above it as the lead picture."""
    if "![" not in version.body:
        return
    seen = {version.picture.file} if version.picture and version.picture.file else set()
    for match in _FIGURE.finditer(version.body):
        if match[1] in seen:
            line = version.body_line + version.body.count("\n", 0, match.start())
            message, hint = f"the picture {match[1]!r} is shown twice", "take one of them out"
            yield Problem(message, version.path, line, hint, warning=True)
            return
        seen.add(match[1])


def _is_foreign(text: str, lang: str) -> bool:
    own, text = script_of(lang), _NO_WORDS.sub(" ", text)
    other = _OTHER_SCRIPT.get(own)
    if other is None or _letter_of(own).search(text):
        return False
    return len(_letter_of(other).findall(text)) >= _SHORTEST and text.strip().count(" ") > 1


def _in_other_small_words(text: str, lang: str) -> str | None:
    """The language of the same script that many words of a line are of, where it has none of those of its own; names
    and titles of works have few such words, or stand between quotation marks."""
    words = _WORD.findall(text.lower()) if text.count(" ") >= _WORDS_OF_LINE else []
    if not words or lang not in SPECS or not _of_one_alone(lang).isdisjoint(words) or _APART.search(text):
        return None
    own = SPECS[lang].small_words
    other = _language(words, lang) if own else None
    if other is None:
        return None
    theirs = SPECS[other].small_words
    told = sum(word in theirs and word not in own for word in words)
    enough = told >= max(_FEWEST_WORDS, _OTHER * len(words))
    return other if enough and not any(word in own and word not in theirs for word in words) else None


def _are_same(one: str, two: str) -> bool:
    if abs(len(one) - len(two)) > _A_FEW:
        return False
    first, second = (loose(" ".join(text.casefold().split())).strip(" .") for text in (one, two))
    return first == second


def _in_another_language(version: Version) -> tuple[int, str, str] | None:
    """(line, words, language) of the first paragraph in another one, where much of the text is in it."""
    own = SPECS[version.lang].small_words if version.lang in SPECS else frozenset()
    if not own:
        return None
    first: tuple[int, str, str] | None = None
    whole = foreign = 0
    blocks = split(version.body)
    for above, block in zip([None, *blocks], blocks, strict=False):
        if block.kind != "paragraph" or len(block.text) < _SHORTEST_SENTENCE:
            continue
        is_short = len(block.text) < _SHORTEST_PARAGRAPH
        if is_short and not block.text.endswith((".", "!", "?", "؟")):
            continue
        if other := _left_in_another_script(block.text, version.lang):
            return version.body_line + block.line, block.text, other
        if is_short:
            continue
        whole += len(block.text)
        text = _NO_WORDS.sub(" ", block.text) if "](" in block.text or "://" in block.text else block.text
        words = [word.lower() for word in _WORD.findall(text[:_BEGINNING])]
        if sum(map(own.__contains__, words)) >= _OTHER * len(words):
            continue
        is_introduced = above is not None and above.text.rstrip().endswith((":", "："))
        if not is_introduced and (other := _language(words, version.lang)):
            foreign += len(block.text)
            first = first or (version.body_line + block.line, block.text, other)
            if not _APART.search(block.text) and _is_wholly(words, own, other):
                return first
    return first if first and foreign >= _MUCH * whole else None


def _is_wholly(words: Collection[str], own: Collection[str], other: str) -> bool:
    """Whether so many words are surely in the language `other`, with hardly one that is of `own` alone."""
    theirs = SPECS[other].small_words
    ours = sum(word in own and word not in theirs for word in words)
    if len(words) >= _SURE:
        return ours <= _HARDLY * len(words)
    return len(words) >= _SHORT_SURE and not ours and sum(map(theirs.__contains__, words)) >= _MANY * len(words)


def _left_in_another_script(text: str, lang: str) -> str | None:
    """The language of a paragraph without one letter of those of `lang`; what is quoted, stressed or has a link or a
    mark of its language is meant to stand there."""
    own = script_of(lang)
    other = _OTHER_SCRIPT.get(own)
    if other is None or _letter_of(own).search(text) or _APART.search(text):
        return None
    words = [word.lower() for word in _WORD.findall(text[:_BEGINNING])]
    return _language(words, lang, other)


@cache
def _letter_of(script: str) -> re.Pattern[str]:
    return re.compile(f"[{SCRIPTS[script].letters}]")


def _language(words: Collection[str], lang: str, script: str = "") -> str | None:
    """The language other than `lang`, in `script` or in its own, of which `words` have many small ones, and far more
    than of `lang`."""
    script = script or script_of(lang)
    shares = {
        code: sum(map(spec.small_words.__contains__, words)) / max(1, len(words))
        for code, spec in SPECS.items()
        if spec.small_words and script_of(code) == script
    }
    best = max(shares, key=shares.__getitem__)
    least = shares[best] >= _OTHER and shares.get(lang, 0.0) <= _OWN * shares[best]
    return best if best != lang and least else None


def _says_other_things(summary: str, version: Version) -> bool:
    """Whether the summary has many words, and hardly one that title or text have a piece of."""
    words = {word.lower() for word in _WORD.findall(summary) if len(word) >= _LONG}
    if len(words) < _WORDS_OF_SUMMARY or len(version.body) < _TEXT_LONG:
        return False
    text = f"{version.title} {version.body}".lower()
    # most are known as they are written
    return not _know(text, words) and not _know(loose(text), set(map(loose, words)))


def _know(text: str, words: Collection[str]) -> bool:
    """Whether `text` has a piece of more than a few of `words`."""
    known = (word for word in words if any(word[at : at + _LONG] in text for at in range(len(word) - _LONG + 1)))
    few = int(_KNOWN * len(words))
    return len(list(islice(known, few + 1))) > few


def of_another_article(versions: Mapping[str, Version], named: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """Warnings of translations that have hardly a number or a name of their source, where both have several.

    named: language -> the names that were found in that version, by their ids.
    """
    for lang, version in versions.items():
        source = versions.get(version.translation.origin) if version.translation else None
        if source is None or lang not in named or source.lang not in named:
            continue
        theirs, ours = _told(source, named[source.lang]), _told(version, named[lang])
        least = min(len(theirs), len(ours))
        if least >= _TELLING and len(theirs & ours) <= _COMMON * least:
            message = f"this has other numbers and names than {source.path.name}: it may translate another article"
            hint = "put it into the folder of that article, or write it anew"
            yield Problem(message, version.path, 1, hint, warning=True)


def _told(version: Version, named: Collection[str]) -> set[str]:
    """The numbers and names of a version that tell it from others."""
    text = f"{version.title}\n{version.body}"
    numbers = (_BETWEEN.sub("", match[0]) for match in _NUMBER.finditer(text))
    return {"".join(str(digit(each)) for each in number) for number in numbers} | set(named)
