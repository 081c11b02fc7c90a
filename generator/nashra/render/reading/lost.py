"""Words that an editor wrote and readers would not see: what the cleaning of HTML takes along with it.

A tag that is opened and never closed takes what follows it: `<style>` its text, `<!--` the rest of the block. So the
unclosed ones are named, and in any case the words of the source are counted in the page.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from nashra.kit.errors import ContentError, Problem
from nashra.markup.blocks import LITERAL_KINDS, Block, split
from nashra.markup.html import EMBED, embedded
from nashra.markup.inline import plain_text
from nashra.markup.slots import texts

# Elements whose content is no text for readers, or is read by other rules, until they are closed.
_OPEN = re.compile(
    r"<!--|<(?P<tag>style|script|math|svg|textarea|title|template|noscript|noframes|noembed|iframe|object|select|xmp|"
    r"plaintext|canvas|audio|video|head|frameset)(?=[\s/>])",
    re.IGNORECASE,
)
# What is shown as it is written: code spans, escaped signs.
_SHOWN = re.compile(r"(?<![`\\])(`+)(?!`).*?(?<!`)\1(?!`)|\\[\\<]", re.DOTALL)
_FENCE_KINDS = frozenset({"code"})
_TAG = re.compile(r"<sup id=[^>]*>.*?</sup>|<[^>]*>", re.DOTALL)
_BREAK = re.compile(r"</?(?:p|div|li|ul|ol|h[1-6]|blockquote|t[dhr]|table|br|hr|pre|dd|dt|figcaption)\b[^>]*>")
# What an editor hides, and closes again.
_HIDDEN = re.compile(r"<!--.*?-->|<(style|script|math|svg|template|title)\b.*?</\1[^>]*>", re.DOTALL | re.IGNORECASE)
_WORD = re.compile(r"\w+")
# Of so many of a block's words none may be missing; of longer ones a few that marks divide may.
_KEPT = 0.5


def refuse_lost_words(body: str, rendered: str, path: Path, body_line: int) -> None:
    """Raises ContentError, with the line, where a text of `body` is not in its HTML `rendered`.

    body_line: the first line of `body` in the file `path`.
    """
    if "<" not in body:
        return
    blocks = split(body)
    if opened := _unclosed(blocks):
        line, sign = opened
        hint = f"close it, or write `{sign}` between backticks or as \\{sign} to show it"
        message = f"`{sign}` is not closed: what follows it would be lost"
        raise ContentError(message, path=path, line=body_line + line, hint=hint)
    if (lost := _first_lost(blocks, rendered)) is not None:
        message = "the text of this block would not reach the reader"
        hint = "look for a tag before it that is not closed, or put `<` between backticks"
        raise ContentError(message, path=path, line=body_line + lost, hint=hint)


def embeds(body: str, path: Path, body_line: int) -> list[Problem]:
    """A warning for each film, sound and page that is shown as a link to it, or not at all."""
    found: list[Problem] = []
    for block in split(body) if "<" in body else ():
        text = _visible(block)
        for match in EMBED.finditer(text):
            address, name = embedded(match), match[1].lower()
            shown = f"is shown as a link to {address}" if address else "is not shown"
            line = body_line + block.line + text.count("\n", 0, match.start())
            found.append(
                Problem(f"the embedded `{name}` {shown}", path, line, "write a link of your own", warning=True)
            )
    return found


def _unclosed(blocks: Sequence[Block]) -> tuple[int, str] | None:
    """(line in the body, sign) of the first element that is never closed."""
    text = "\n".join(_visible(block) for block in blocks)
    starts = _lines(blocks)
    at = 0
    while match := _OPEN.search(text, at):
        end = "-->" if match["tag"] is None else f"</{match['tag'].lower()}"
        closing = text.lower().find(end, match.end())
        if closing < 0 and not _closes_itself(text, match):
            sign = match[0] if match["tag"] is None else f"{match[0]}>"
            return starts[text.count("\n", 0, match.start())], sign
        at = match.end() if closing < 0 else closing
    return None


def _closes_itself(text: str, match: re.Match[str]) -> bool:
    end = text.find(">", match.end())
    return end > 0 and text[end - 1] == "/" and match["tag"] is not None and match["tag"].lower() in ("svg", "math")


def _visible(block: Block) -> str:
    """A block without what shows its signs as they are, line for line."""
    if block.kind in _FENCE_KINDS:
        return "\n" * block.text.count("\n")
    return _SHOWN.sub(lambda shown: "\n" * shown[0].count("\n"), block.text)


def _lines(blocks: Sequence[Block]) -> list[int]:
    """For each line of the blocks put together with single line ends, its line in the body."""
    return [block.line + number for block in blocks for number in range(block.text.count("\n") + 1)]


def _first_lost(blocks: Sequence[Block], rendered: str) -> int | None:
    page = html.unescape(_TAG.sub("", _BREAK.sub(" ", rendered)))
    left = Counter(_WORD.findall(page))
    for block in blocks:
        if block.kind in LITERAL_KINDS:
            continue
        wanted = Counter(word for text in texts(block) for word in _words(text))
        kept = wanted & left
        left -= kept
        if kept.total() < wanted.total() * _KEPT:
            return block.line
    return None


def _words(text: str) -> list[str]:
    return _WORD.findall(html.unescape(plain_text(_HIDDEN.sub("", text))))
