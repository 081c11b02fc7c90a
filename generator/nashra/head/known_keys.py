"""The keys that the heads of content files may have, and what a key that is none of them was probably meant to be.

A mistyped `draft` would publish an article in silence. So what is nearly a key that decides what is public, what
differs from a known one by case alone, and what says in other words that readers must not see the text, is an error:
the file is held back. Any other key that there is not is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from nashra.head.frontmatter import Fields, Value
from nashra.head.spelling import NEAR, distance, folded, in_plain_digits, nearest
from nashra.kit.errors import ContentError, Problem
from nashra.languages.calendar.wrong_dates import is_weekday
from nashra.languages.desk.known import plain as words_of
from nashra.languages.known import head_words, loose

# Keys that begin so are the editor's own, and nobody's business.
_OWN = ("x-", "x_", "_")
# But for the one by which Hugo is told what to make of a text.
_OF_HUGO = "_build"
# What a key looks like; a sentence that has a colon does not.
_WORD = re.compile(r"[a-z][a-z0-9_-]*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Words in brackets at the beginning or the end of a title, or before a colon or a dash.
_LABEL = re.compile(
    r"\A\s*[\[(]\s*(?P<first>[^\[\]()]{1,30})\s*[\])]|[\[(]\s*(?P<last>[^\[\]()]{1,30})\s*[\])]\s*\Z"
    r"|\A\s*(?P<before>[^\[\]():|–—-]{1,30}?)\s*(?::|[|–—-]\s)"
)
_MARKED = re.compile(
    r"&(?:nbsp|amp|quot|laquo|raquo|#[0-9]{2,6});|\*\*[^*]+\*\*|!?\[[^\[\]]+\]\([^()\s]+\)"
    r"|<(?P<tag>a|b|i|u|em|strong|span|font|sup|sub|p|h[1-6]|div)(?:\s[^<>]*)?>[^<>]*</(?P=tag)>|<br\s*/?>"
    r"|\A#{1,6}\s|\[\[[^\[\]]+\]\]|[\u202d\u202e]",
    re.IGNORECASE,
)
# Plain texts in the tables of a head.
_WORDS = frozenset({"name", "alt", "caption", "credit"})
# A key with its answer behind a title.
_KEY_BEHIND = re.compile(
    r"(?:\A|[\s,;،؛|])(?P<key>[^\W\d_]{3,20})[ \t\u00a0\u202f]*[:=][ \t]*(?P<value>[^\W\d_]{1,8})\s*\Z"
)
# A longer title is a paragraph that came into its line.
_LONGEST_TITLE = 300
_FROM_THEN = "the day from which readers see an article is its `date`, or `publish_at` where it differs from that"
_THEN = "pages have no days: write `draft: true`, and take it out on that day"
_IN_ORIGINAL = "write it in the original, where it holds for all languages, and delete the line here"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file.

    name:      "an article". keys: those that there are.
    guarded:   those of which a slip shows what should not be seen, or hides when and what it is.
    elsewhere: keys that are wrong here -> what to do instead.
    """

    name: str
    keys: frozenset[str]
    guarded: tuple[str, ...] = ()
    elsewhere: Mapping[str, str] = field(default_factory=dict)


ARTICLE = Kind(
    "an article",
    frozenset(
        "title lang date updated author source topics slug summary translation image draft aliases breaking expires "
        "digest imported languages lead story publish_at search_words".split()
    ),
    ("draft", "expires", "date", "title", "updated", "translation", "publish_at"),
)
_OF_ALL = (
    "date", "updated", "source", "topics", "breaking", "lead", "expires", "digest", "imported", "languages", "story",
    "publish_at",
)  # fmt: skip
TRANSLATION = Kind(
    "a translation",
    ARTICLE.keys - set(_OF_ALL),
    ("draft", "title", "translation"),
    dict.fromkeys(_OF_ALL, _IN_ORIGINAL),
)
PAGE = Kind(
    "a page",
    frozenset("title lang draft aliases".split()),
    ("draft", "title"),
    {"expires": "delete the file on that day, or write `draft: true` then", "publish_at": _THEN},
)
RECORD = Kind("`translation`", frozenset("from state engine via older title summary alt caption blocks".split()))
SOURCE = Kind("`source`", frozenset(("name", "url")))


def check_keys(fields: Fields, kind: Kind, path: Path, text: str = "") -> list[Problem]:
    """Warnings of keys of the file `path` that may pass. Raises ContentError for those that must not.

    text: the whole file, where paragraphs may have come into the head because the line that ends it is missing.
    """
    lines = text.split("\n")
    warnings: list[Problem] = []
    errors: list[Problem] = []
    for key in fields:
        if key in kind.keys:
            continue
        problem = _judge(key, fields, kind, path)
        at = fields.lines.get(key, 0)
        if problem and problem.warning and text and not lines[at - 2].strip() and not _WORD.fullmatch(key):
            message = f"there is no key `{key[:40]}`; does the text begin here?"
            problem = Problem(message, path, at, "put the line of --- that ends the front matter above it")
        if problem is not None:
            (warnings if problem.warning else errors).append(problem)
    if errors:
        raise ContentError.of(errors)
    return warnings


def check_parts(fields: Fields, path: Path) -> list[Problem]:
    """Warnings of keys in the tables of an article that there are not; ContentError for those that count."""
    problems: list[Problem] = []
    for key, kind in (("translation", RECORD), ("source", SOURCE)):
        table = fields.get(key)
        if isinstance(table, Fields):
            for part in (each for each in table if each not in kind.keys and not is_own(each)):
                line = table.lines[part]
                if part in ARTICLE.guarded or withholds(part, _text(table[part])):
                    hint = "write it at the beginning of its line, not further in"
                    raise ContentError(f"`{part}` does not belong in {kind.name}", path=path, line=line, hint=hint)
                problems.append(unknown(part, kind.keys, kind.name, path, line))
    return problems


def check_title(fields: Fields, path: Path) -> list[Problem]:
    """Warnings of signs of Markdown and HTML in the plain texts of a head, and of a title that is a paragraph.

    Raises ContentError where its label says that the text is a draft, as `[مسودة] وصول الوفد`, and `draft` does not say
    that it is none.
    """
    title, line = _text(fields.get("title", "")), fields.lines.get("title")
    for label in _LABEL.finditer(title) if is_yes(_text(fields.get("draft", ""))) is None else ():
        if loose(folded(label["first"] or label["last"] or label["before"])) in head_words().draft:
            hint = (
                "write `draft: true` to hold it back, `draft: false` where it is no draft, or take it out of the title"
            )
            raise ContentError(f"the title says `{label[0].strip()}`", path=path, line=line, hint=hint)
    said = _KEY_BEHIND.search(title)
    if said and is_yes(said["value"]) and loose(folded(said["key"])) in head_words().draft:
        hint = "write it on a line of its own"
        raise ContentError(
            f"`{said[0].strip(' ,;|')}` stands in the line of the title", path=path, line=line, hint=hint
        )
    if len(title) > _LONGEST_TITLE:
        hint = "give it a title of one line, and put the rest into the text"
        return [Problem(f"the title has {len(title)} letters", path, line, hint, warning=True)]
    found = [_marked("title", title, path, line)]
    for key in ("summary", "author", "source", "image"):
        value = fields.get(key, "")
        if isinstance(value, Fields):
            found += [
                _marked(part, _text(text), path, value.lines[part]) for part, text in value.items() if part in _WORDS
            ]
        else:
            found.append(_marked(key, _text(value), path, fields.lines.get(key)))
    return [problem for problem in found if problem]


def _marked(key: str, text: str, path: Path, line: int | None) -> Problem | None:
    """The warning of a sign of Markdown or HTML in the plain text of `key`."""
    marked = _MARKED.search(text)
    if marked is None:
        return None
    shown = f"U+{ord(marked[0]):04X}" if len(marked[0]) == 1 else marked[0][:40]
    what = "which turns its letters around" if len(marked[0]) == 1 else "which readers see as it is"
    hint = f"the {key} is plain text; put what readers should see"
    return Problem(f"the {key} has `{shown}`, {what}", path, line, hint, warning=True)


def unknown(key: str, keys: Collection[str], what: str, path: Path, line: int | None) -> Problem:
    """The warning that `what` has no such key, and which was probably meant."""
    meant = nearest(key, keys)
    message = f"{what} has no key `{key}`" + (f"; did you mean `{meant}`?" if meant else "")
    hint = f"write `{meant}`, or delete the line" if meant else "the keys are " + ", ".join(sorted(keys))
    return Problem(message, path, line, hint, warning=True)


def is_own(key: str) -> bool:
    """Whether a key says by its beginning that it is the editor's own, of which nobody is told."""
    return key.lower().startswith(_OWN)


def is_yes(text: str) -> bool | None:
    """Whether a text answers yes, False where it says no, None where it is neither; in any language that we know."""
    words, answer = head_words(), loose(folded(text))
    return True if answer in words.yes else False if answer in words.no else None


def withholds(key: str, value: str) -> bool:
    """Whether `key: value`, which need not be a key of ours, says that readers must not see the text."""
    words, name, said = head_words(), loose(folded(key)), loose(folded(value))
    if said in words.held:
        return True
    if name in words.held or _is_denied(name):
        return is_yes(value) is not False
    if name in words.done | words.checked:
        return is_yes(value) is False
    if is_yes(value) is False and not (words.done | words.checked | words.public).isdisjoint(name.split("_")):
        return True  # "ready for print: no"
    is_public = is_yes(value) is True or said in words.public | words.done
    if name in words.public:
        return bool(said) and not is_public and not _DAY.match(said)
    return name in words.status and bool(said) and not is_public


def _is_denied(name: str) -> bool:
    """Whether a key says by itself that a text is not public, ready or read yet: "not approved", "pas encore relu"."""
    words, parts = head_words(), name.split("_")
    said = words.done | words.checked | words.public
    return any(
        "_".join(parts[:cut]) in words.denied and "_".join(parts[cut:]).strip("_") in said
        for cut in range(1, len(parts))
    )


def _judge(key: str, fields: Fields, kind: Kind, path: Path) -> Problem | None:
    line, plain, value = fields.lines.get(key), folded(key), fields[key]
    if key in kind.elsewhere:
        if value == "":
            return None
        return Problem(f"`{key}` does not belong in {kind.name}", path, line, kind.elsewhere[key])
    if is_own(key) and key != _OF_HUGO:
        return None
    if plain in kind.keys or plain in kind.elsewhere:
        hint = f"write `{plain}`" if plain in kind.keys else kind.elsewhere[plain]
        return Problem(f"there is no key `{key}`; did you mean `{plain}`?", path, line, hint)
    if held := _held(key, fields, kind, path):
        return held
    if meant := _mistyped(plain, value, fields, kind):
        hint = f"write `{meant}`, or delete the line; the file is held back, as a slip here may publish it"
        return Problem(f"there is no key `{key}`; did you mean `{meant}`?", path, line, hint)
    if (other := head_words().meant.get(loose(plain))) in kind.keys:
        hint = f"write `{other}`, or delete the line"
        return Problem(f"{kind.name} has no key `{key}`; did you mean `{other}`?", path, line, hint, warning=True)
    if (day := _DAY.match(_text(value))) and _is_later(day[0], fields):
        hint = "write `publish_at` or `expires` where readers must not see it before, or after, that day; else "
        message = f"`{key}: {day[0]}` is a day after the article's, and there is no key `{key}`"
        return Problem(message, path, line, f"{hint}`x-{plain}`")
    return unknown(key, kind.keys, kind.name, path, line)


def _held(key: str, fields: Fields, kind: Kind, path: Path) -> Problem | None:
    """The error that a key of another system seems to hold the text back."""
    words, name, value, line = head_words(), loose(folded(key)), _text(fields[key]), fields.lines.get(key)
    if name in words.until and is_yes(value) is not False and value:
        hint = "write `expires: 2024-12-31`, or delete the line" if "expires" in kind.keys else "delete the line"
        return Problem(f"there is no key `{key}`; did you mean `expires`?", path, line, hint)
    is_day = name in words.since | words.public or words.meant.get(name) == "date"
    if is_day and (day := _DAY.match(value)):
        if day[0] <= _text(fields.get("date", ""))[:10]:
            return None
        meant = "; did you mean `date`?" if kind is not PAGE else ""
        return Problem(f"there is no key `{key}`{meant}", path, line, _FROM_THEN if meant else _THEN)
    if name in words.since and value and not withholds(key, value):
        # a day as people say it, such as "1 January", or with digits that no key takes
        meant = "; did you mean `publish_at`?" if kind is not PAGE else ""
        return Problem(f"there is no key `{key}`{meant}", path, line, _FROM_THEN if meant else _THEN)
    if not words.public.isdisjoint(name.split("_")) and any(map(is_weekday, words_of(value).split())):
        return Problem(f"there is no key `{key}`, and `{value}` is a day", path, line, _FROM_THEN)
    if part := _withholding_part(fields[key]):
        hint = "write `draft: true` to hold it back, or delete the lines to publish it"
        message = f"`{key}` says `{part}`, which seems to hold the text back; did you mean `draft`?"
        return Problem(message, path, line, hint)
    if withholds(key, value):
        hint = "write `draft: true` to hold it back, or delete the line to publish it"
        message = f"`{key}: {value}` seems to hold the text back, and there is no key `{key}`; did you mean `draft`?"
        return Problem(message, path, line, hint)
    return None


def _withholding_part(value: Value) -> str:
    """What says in a table of another system that readers must not see the text, as `render: never`."""
    parts = value.items() if isinstance(value, Fields) else ()
    return next((f"{part}: {_text(said)}" for part, said in parts if withholds(part, _text(said))), "")


def _is_later(day: str, fields: Fields) -> bool:
    """Whether `day` comes after those that the article has: before it, or from then on, readers might not see it."""
    own = [_text(fields.get(key, ""))[:10] for key in ("date", "updated")]
    return day > max(each for each in own if each) if any(own) else False


def _mistyped(plain: str, value: Value, fields: Fields, kind: Kind) -> str | None:
    """The key that was probably meant, where one that counts is as near as a slip."""
    if not any(distance(plain, each) <= NEAR for each in kind.guarded):
        return None
    if loose(plain) in head_words().since:
        return None  # its day has been looked at
    if loose(plain) in head_words().ordinary and not _fits(plain, _text(value)):
        return None
    return nearest(plain, kind.keys)


def _fits(plain: str, value: str) -> bool:
    """Whether an ordinary word has the value that `draft` or `expires` would have: then it is not so ordinary."""
    if distance(plain, "draft") <= NEAR:
        return is_yes(value) is not None
    return distance(plain, "expires") <= NEAR and _DAY.match(value) is not None


def _text(value: Value) -> str:
    if isinstance(value, list):
        return _text(value[0]) if len(value) == 1 else ""
    return in_plain_digits(value) if isinstance(value, str) else ""
