"""The kinds of lines that web pages have around an article. None is made for one site; their phrases are by language.

Phrases stand in `nashra.languages.press` and are compared as folded words (see `nashra.ingest.words.fold`): case,
accents, hamza forms, tashkeel and punctuation do not count, `#` is any number. A phrase is a whole line, unless it ends
in:

- `…`      any words may follow: the opening of a stock sentence that no article has;
- `: …`    anything may follow after a sign such as a colon;
- `(:) …`  a headline may follow, with or without such a sign; a sentence may not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nashra.languages.press.known import keyed

# line: drop the line. list: also the headlines that follow it. rest: everything after it.
Action = Literal["line", "list", "rest"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of furniture. `purpose` completes "dropped: ..."; `words`: a line of nothing but these
    and numbers counts too."""

    purpose: str
    action: Action
    phrases: tuple[str, ...]
    words: tuple[str, ...] = ()


def _rule(kind: str, purpose: str, action: Action) -> Rule:
    phrases, words = ((text for of, text in keyed(field) if of == kind) for field in ("furniture", "furniture_words"))
    return Rule(purpose, action, tuple(phrases), tuple(words))


SHORT_LINK = _rule("short_link", "a short link", "line")
BARRIER = _rule("barrier", "a barrier for those who do not pay", "line")
ADVERTISING = _rule("advertising", "an advertisement's label", "line")
ANSWERS = _rule("answers", "a place for comments", "rest")
CAPTION = _rule("captions", "the caption of a picture", "line")

# In a line that is of two kinds the first counts.
RULES: tuple[Rule, ...] = (
    BARRIER,
    _rule("comments", "a form or a place for comments", "rest"),
    ANSWERS,
    _rule("comment_terms", "a stock sentence about comments", "line"),
    _rule("pointers", "a pointer to another article", "list"),
    _rule("other_news", "a list of other news", "list"),
    CAPTION,
    _rule("sharing", "buttons to share the article", "line"),
    SHORT_LINK,
    _rule("subscribing", "an invitation to follow or subscribe", "line"),
    _rule("navigation", "the page's navigation", "line"),
    _rule("tools", "a tool of the page", "line"),
    _rule("counters", "a counter", "line"),
    _rule("tags", "a list of tags", "list"),
    _rule("copyright", "a copyright notice", "line"),
    ADVERTISING,
    _rule("cookies", "a notice about cookies", "line"),
)
