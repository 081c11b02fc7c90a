"""What readers see otherwise than it was meant, or not at all, although no word is lost: warnings, with their line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from nashra.kit.comments import blank_comments
from nashra.kit.errors import ContentError, Problem
from nashra.languages.desk.spoilt import first_spoilt
from nashra.languages.scripts import ARABIC, SCRIPTS
from nashra.markup.blocks import split
from nashra.markup.grammar.document import read
from nashra.markup.grammar.tree import Node, fold_label
from nashra.markup.inline import plain_text
from nashra.markup.raw_html import EMBED, embedded
from nashra.render.reading.desk_notes import desk_notes
from nashra.render.reading.lost import NOWHERE, all_nodes, is_risky, unused, visible_text
from nashra.render.reading.near_markup import hiding_tag, may_be_near, near_blocks, near_markup, rows_of
from nashra.render.reading.odd_addresses import odd_addresses

_NOTE = re.compile(r"\[\^([^\s\[\]]{1,99})\](?!:)")
# Without one of these, a text has no end that could be loose. Each pattern begins with one sign or few: looking for all
# of them at once takes ten times as long.
_PLAIN_SIGNS = (")[", "{{", "{%", "\ufffd")
_SIGNS = (
    re.compile(r"[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]{4}|\?[a-zà-ÿ]|\u0629[\u0621-\u064a]"),
    re.compile(r"\](?:\[|[ \t]+\(|（|\((?![^()\s]+\))|\])"),
    re.compile("[\u00c3\u00d8\u00d9\u00e2][\u0080-\u00bf\u20ac\u201e\u2020-\u2022\u2026\u02c6\u0192]"),
)
_STUCK_SIGN, _STUCK_LINE = re.compile(r"(?<!#)##+[^#\s]"), re.compile(r"(?:^|\n) {0,3}##+[^#\s]")
# A link by a name that stands nowhere; `a[1][2]` is none.
_NAMED = re.compile(r"(?<![\w\]!\\])\[([^\[\]\n]+)\]\[([^\[\]\n^]+)\](?![(\[])")
# What other systems replace by something: Hugo, Jekyll and other users of Liquid, Obsidian and wikis.
_OF_OTHERS = re.compile(
    r"\{\{[<%].{1,300}?[%>]\}\}|\{\{-?\s*[\w.$].{0,300}?\}\}|\{%-?\s*\w+.{0,300}?%\}|!?\[\[[^\[\]\n]{1,200}\]\]"
)
_REMARK_SIGNS = ("&lt;!", "/*", "{{/*", "{%", "{#", "{>>", "{--", "{++", "{~~", "%%")
# Comments with a dash too few or one that a word processor made of two, of Hugo, Liquid, Jinja, CriticMarkup (and its
# changes that nobody has accepted), Obsidian.
_REMARK = re.compile(
    r"<\s?!\s?(?:-(?!-)|[–—])|<\s!\s?--|<!\s--|<[–—]\s|\{\{/\*|\{%-?\s*comment\b|\{#\s.{0,300}?#\}|\{>>"
    r"|&lt;!(?:--|[–—])|(?<![\w*/.])/\*[^*\n]{1,300}\*/|\{--[^{}\n]{1,300}--\}|\{\+\+[^{}\n]{1,300}\+\+\}|\{~~[^{}\n]{1,300}~~\}|(?<![\d٠-٩])%%[^%\n]+%%"
)
# A link with a blank in its middle or in its address, that nothing closes, in brackets of another script, or the wrong
# way round; an address with a password; a heading whose words stick to its signs, and no hashtag.
_BROKEN_LINK = re.compile(
    r"\[[^\[\]\n]+\][ \t]+\(\s*(?:https?://|www\.)[^()\s]+\s*\)|\([^()\n]+\)\[(?:https?://|www\.)[^\[\]\s]+\]"
)
# In the words that readers see: such a link was none.
_OPEN_LINK = re.compile(
    r"\[[^\[\]]+\][(（]\s*(?P<to>(?:[a-z]+:|www\.)\S+|\S[^()（）\[\]]{0,99}\.[a-z0-9]{2,4}\b)"
    # words behind words in brackets: the address is still to come
    r"|\[[^\[\]]*[^\W\d_]{2}[^\[\]]*\][(（](?P<words>[^\W\d_]{2,} [^()（）\[\]\n]{1,60})(?=[)）])"
)
_MAYBE_LINK = re.compile(r"\]（|\]\((?![^()\s]+\))")
_STUCK = re.compile(r"^ {0,3}##+[^#\s][^\n]*", re.MULTILINE)
_PASSWORD = re.compile(r"[a-z][a-z0-9+]{2,15}://[^\s/@:]+:[^\s/@]+@")
# Programs are not written in Arabic letters, line after line.
_SENTENCE = re.compile(f"(?:[{SCRIPTS[ARABIC].letters}]+[ \t،.]+){{4}}")
_FEWEST_WORDS = 8
_OF_PROGRAMS = re.compile(r"[{}<>$|\\=;_`#@*]|--|\b(?:def|return|import|function|sudo|var|const)\b")
_FEWEST_ROWS = 2
_ROW = re.compile(r"[ ]{0,3}\|.*\|[ \t]*")


def refuse_shown_remarks(body: str, path: Path, body_line: int) -> None:
    """Raises ContentError for a remark that was meant for editors and would be shown: a comment that is mistyped or is
    closed twice, one of another system, a change that is proposed, what a tag was to hide."""
    if "<" not in body and not any(sign in body for sign in _REMARK_SIGNS):
        return
    for block in split(body):
        if block.kind == "code":
            continue
        text = visible_text(block)
        found = _REMARK.search(text)
        if found is None and "<!--" in text and (after := blank_comments(text)).find("-->") >= 0:
            found = re.compile("-->").search(after)
        if found:
            line = body_line + block.line + text.count("\n", 0, found.start())
            message = f"`{found[0][:40]}` looks like part of a remark for editors, and readers would see the remark"
            hint = "write <!-- ... -->, with nothing like it inside; to show it, put it between backticks"
            raise ContentError(message, path=path, line=line, hint=hint)
        if hidden := hiding_tag(text):
            line = body_line + block.line + text.count("\n", 0, hidden.start())
            message = f"`{hidden[0][:60]}` hides nothing: readers would see what it holds"
            raise ContentError(message, path=path, line=line, hint="write <!-- ... --> around it, or take it out")


def loose_ends(body: str, path: Path, body_line: int) -> list[Problem]:
    """Warnings of what is shown otherwise than it was meant, or to nobody, although no text is lost.

    Films, sounds and pages that are links to it, scripts, footnotes and targets of links that are not there, targets
    that nothing leads to, a code block that nothing ends, a table or a list that is none, signs of other systems and
    such as are nearly Markdown, letters that were spoilt on the way.
    """
    found: list[tuple[int, str, str]] = []
    if is_risky(body) or "[^" in body:
        found += [*_embeds(body), *_loose_labels(body)]
    if _may_have_signs(body):
        found += _loose_signs(body)
    near, linked = may_be_near(body), "://" in body
    if near:
        found += near_blocks(body)
    blocks = [each for each in split(body) if each.kind != "code"] if near or linked else []
    shown = [(each, blank_comments(visible_text(each))) for each in blocks if near or "://" in each.text]
    rows = rows_of(body) if near else []
    for block, text in shown if near else ():
        found += ((block.line + line, message, hint) for line, message, hint in near_markup(text, block.kind, rows))
    for block, text in shown if linked else ():
        if "://" in block.text:
            found += ((block.line + line, message, hint) for line, message, hint in odd_addresses(text))
    if "\n    " in f"\n{body}" or "\t" in body or "```" in body:
        found += _texts_as_code(body)
    found += (note for note in desk_notes(body) if note[0] not in {line for line, _, _ in found})
    return [Problem(message, path, body_line + line, hint, warning=True) for line, message, hint in found]


def _may_have_signs(body: str) -> bool:
    if any(sign in body for sign in _PLAIN_SIGNS) or any(signs.search(body) for signs in _SIGNS):
        return True
    if _STUCK_SIGN.search(body) and _STUCK_LINE.search(body):
        return True
    return "@" in body and _PASSWORD.search(body) is not None


def _embeds(body: str) -> Iterator[tuple[int, str, str]]:
    for block in split(body) if "<" in body else ():
        if "<" not in block.text:
            continue
        text = visible_text(block)
        for match in EMBED.finditer(text):
            address, name = embedded(match), match[1].lower()
            shown = f"is shown as a link to {address}" if address else "is not shown"
            line = block.line + text.count("\n", 0, match.start())
            yield line, f"the embedded `{name}` {shown}", "write a link of your own"


def _loose_labels(body: str) -> Iterator[tuple[int, str, str]]:
    tree = read(body)
    for node in unused(tree.root.children, body):
        target = tree.references[node.label].address
        if target not in NOWHERE:
            message = f"nothing leads to {target!r}: no reader sees this line"
            yield node.start, message, f"write [{node.label}] where the link should be, or the address as text"
    for node in all_nodes(tree.root.children):
        if node.kind == "code" and node.fence and node.ending != "closed" and node.end >= tree.root.end:
            yield (
                node.start,
                "nothing ends this code block: all that follows is code",
                f"end it with a line of {node.fence}",
            )
        elif node.kind == "paragraph" and "|" in node.text:
            rows = body.split("\n")[node.start : node.end]
            bars = {row.count(" | ") for row in rows}
            if (len(rows) > 1 and all(map(_ROW.fullmatch, rows))) or (
                len(rows) > _FEWEST_ROWS and len(bars) == 1 and bars != {0}
            ):
                hint = "the second line of a table is | --- | --- |, with as many columns as the first"
                yield node.start, "this looks like a table, and is shown as text with bars", hint
    said = ""
    for block in split(body) if "[^" in body else ():
        if block.kind in ("code", "html") or "[^" not in block.text:
            continue
        text = visible_text(block)
        said += text
        for match in _NOTE.finditer(text):
            if fold_label(match[1]) not in tree.notes:
                line = block.line + text.count("\n", 0, match.start())
                yield line, f"there is no footnote {match[0]}", f"write a line `{match[0]}: ...`"
    named = {fold_label(each[1]) for each in _NOTE.finditer(said)}
    for label, node in tree.notes.items():
        if label not in named:
            message = f"nothing leads to the footnote [^{label}]"
            yield node.start, message, f"write [^{label}] where readers are to find it, or take it out"


def _loose_signs(body: str) -> Iterator[tuple[int, str, str]]:
    tree, spoilt = read(body), False
    for block in split(body):
        if block.kind == "code":
            continue
        text = visible_text(block)
        for pattern in (_NAMED, _OF_OTHERS, _BROKEN_LINK, _PASSWORD, _STUCK):
            for match in pattern.finditer(text):
                line = block.line + text.count("\n", 0, match.start())
                if pattern is _PASSWORD:
                    yield line, "this address has a password in it, which everybody can read", "take it out"
                elif pattern is _STUCK:
                    yield (
                        line,
                        f"`{match[0].strip()[:60]}` is no heading: readers see its signs",
                        "write a blank behind the #",
                    )
                elif pattern is _BROKEN_LINK:
                    yield line, f"`{match[0][:60]}` is no link: readers see it as it is", "write [words](address)"
                elif pattern is _OF_OTHERS:
                    yield line, f"`{match[0][:60]}` means nothing here: readers see it as it is", _OTHER_HINT
                elif fold_label(match[2]) not in tree.references and block.kind != "html":
                    message = f"there is no target [{match[2]}] for this link"
                    yield line, message, f"write a line `[{match[2]}]: https://...`, or the address behind the words"
        if block.kind != "html" and _MAYBE_LINK.search(text):
            for match in _OPEN_LINK.finditer(plain_text(text)):
                line = block.line + text.count("\n", 0, max(0, text.find((match["to"] or match["words"]).split()[0])))
                yield (
                    line,
                    f"`{match[0][:60]}` is no link: readers see it as it is",
                    "write [words](address), with %20 for a blank",
                )
        if not spoilt and (at := first_spoilt(text)) is not None:
            spoilt = True
            hint = "get the text again where it came from; its file was read in the wrong encoding"
            yield block.line + text.count("\n", 0, at), "letters of this text were spoilt on the way", hint


def _texts_as_code(body: str) -> Iterator[tuple[int, str, str]]:
    for node in all_nodes(read(body).root.children):
        if (
            node.kind == "code"
            and (not node.fence or _info(node, body) in _PROSE)
            and (any(map(_SENTENCE.search, node.literal)) or _are_words(" ".join(node.literal)))
        ):
            if node.fence:
                yield (
                    node.start,
                    f"this text is shown as code, since {node.fence} stands around it",
                    "delete these lines",
                )
            else:
                yield node.start, "this text is shown as code, since it begins with four blanks or a tab", "delete them"


def _info(node: Node, body: str) -> str:
    """What stands behind the fence of a block of code."""
    return body.split("\n")[node.start].strip(" `~").lower()


def _are_words(text: str) -> bool:
    """Whether what is shown as code is a sentence, and no line of a program."""
    words = text.split()
    return (
        len(words) >= _FEWEST_WORDS
        and text.rstrip().endswith((".", "!", "?", "»", "”"))
        and not _OF_PROGRAMS.search(text)
        and sum(word.strip(".,;:!?()«»\"'“”’").replace("'", "").replace("’", "").isalpha() for word in words)
        > len(words) * 0.8
    )


# What language models write behind the fence around an article.
_PROSE = frozenset({"markdown", "md", "text", "txt", "plaintext"})
_OTHER_HINT = "write it in Markdown or HTML, or between backticks to show it"
