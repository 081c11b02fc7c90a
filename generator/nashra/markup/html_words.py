"""The words in a block of raw HTML, run by run, as inline Markdown, so that they are read and replaced like all others.

A run goes from one tag that parts lines, such as <p> or <td>, to the next; tags within a line, such as <b>, belong to
it. Alternative texts of pictures, and what tags show where a reader points, are runs of their own. Code, scripts and
what is hidden are nobody's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape, unescape

from nashra.kit.spaces import one_line
from nashra.markup.inline import escape_words, parse, write

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<[!?][^>]*(?:>|\Z)|</?[a-zA-Z][^>]*\Z"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?:\"[^\"]*\"|'[^']*'|[^'\">])*>",
    re.DOTALL,
)
_WITHIN_A_LINE = frozenset(
    "a abbr b bdi bdo big br cite data del dfn em font i ins mark q s small span strike strong sub sup time tt u "
    "var wbr".split()
)
_NO_WORDS = frozenset(
    "script style pre code kbd samp textarea svg math iframe video audio object template canvas noscript select".split()
)
_SPOKEN = re.compile(r"""(?<=\s)(?:alt|title)\s*=\s*(?:"(?P<two>[^"]*)"|'(?P<one>[^']*)')""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a block: characters [start, end) of its text, as inline Markdown. quote: around an attribute's value."""

    start: int
    end: int
    markdown: str
    quote: str = ""

    def html(self, markdown: str) -> str:
        """What stands in place of the run where its words become `markdown`."""
        plain, marks = parse(markdown)
        if self.quote:
            return escape(one_line(plain), quote=True)
        tags = [mark for mark in marks if mark.open.startswith("<") and not mark.open.startswith("<http")]
        parts, at = [], 0
        # written as Markdown without any other sign, then read piece by piece, so that tags nest as they must
        text = write(plain, tags, hard_break="<br>")
        for match in _TAG.finditer(text):
            parts += [_as_html(text[at : match.start()]), match[0]]
            at = match.end()
        return "".join([*parts, _as_html(text[at:])])


def runs(text: str) -> list[Run]:
    """The runs of a block of HTML that have letters, in order."""
    return [run for run in _all_runs(text) if any(char.isalpha() for char in parse(run.markdown)[0])]


def replaced(text: str, replacements: Sequence[str]) -> str:
    """`text` with its runs replaced by inline Markdown, one by one; those that are equal keep their source."""
    parts: list[str] = []
    at = 0
    for run, new in zip(runs(text), replacements, strict=True):
        if new != run.markdown:
            parts += [text[at : run.start], run.html(new)]
            at = run.end
    return "".join(parts) + text[at:]


def _all_runs(text: str) -> Iterator[Run]:
    start = at = 0
    hidden = ""
    while match := _TAG.search(text, at):
        at = match.end()
        name = (match["name"] or "").lower()
        if hidden:
            if name == hidden and match["close"]:
                hidden, start = "", at
            continue
        if name in _WITHIN_A_LINE:
            continue
        yield from _run(text, start, match.start())
        start = at
        if name in _NO_WORDS and not match["close"]:
            hidden = name
            continue
        for said in _SPOKEN.finditer(match[0] if name else ""):
            group = "two" if said["two"] is not None else "one"
            first = match.start() + said.start(group)
            words = unescape(said[group])
            yield Run(first, first + len(said[group]), escape_words(one_line(words)), '"')
    if not hidden:
        yield from _run(text, start, len(text))


def _run(text: str, start: int, end: int) -> Iterator[Run]:
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    raw = raw.strip()
    if not raw:
        return
    parts, at = [], 0
    for match in _TAG.finditer(raw):
        parts += [_as_markdown(raw[at : match.start()]), "" if match["name"] is None else match[0]]
        at = match.end()
    yield Run(start, start + len(raw), "".join([*parts, _as_markdown(raw[at:])]))


def _as_markdown(text: str) -> str:
    return escape_words(re.sub(r"\s+", " ", unescape(text)))


def _as_html(markdown: str) -> str:
    """Words without marks as HTML."""
    return escape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", unescape(markdown)), quote=False)
