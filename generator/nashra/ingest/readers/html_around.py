"""HTML around and in Markdown: blocks whose inside kramdown reads as Markdown come without their tags, as we read what
is inside of HTML as HTML; pictures outside of HTML become those of Markdown.

https://kramdown.gettalong.org/syntax.html#html-blocks
"""

from __future__ import annotations

import html
import re

from nashra.ingest.readers.liquid import outside_code

Row = tuple[int, str]

_TAG = re.compile(
    r"<(/?)(div|aside|section|article|p|figure|header|footer|main|center|blockquote|details|span)\b([^<>]*)>",
    re.IGNORECASE,
)
_READ = re.compile(r"\s*\bmarkdown=(?:[\"'](?:1|block|span)[\"']|(?:1|block|span)\b)", re.IGNORECASE)
_QUOTES = ("aside", "blockquote")
_KEPT = ("details",)
_BLOCK = re.compile(
    r" {0,3}</?(?:address|article|aside|blockquote|center|dd|details|dir|div|dl|dt|fieldset|figcaption|figure|footer|"
    r"form|h[1-6]|header|hr|iframe|li|main|menu|nav|ol|option|p|picture|pre|script|section|style|summary|svg|table|tbody|td|"
    r"textarea|tfoot|th|thead|tr|ul|video|audio)(?:[\s/>]|\Z)",
    re.IGNORECASE,
)
_IMAGE = re.compile(r"<img\b((?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\b(src|alt|title)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)


def unwrapped(rows: list[Row]) -> list[Row]:
    """`rows`, (number, line), without the tags of blocks that say `markdown="1"`; asides become quotations."""
    if not any("markdown=" in line for _, line in rows):
        return rows
    out: list[Row] = []
    # (tag, whether it is one of those that go)
    stack: list[tuple[str, bool]] = []
    for at, is_text in outside_code([line for _, line in rows]):
        number, line = rows[at]
        if not is_text:
            out.append((number, _quoted(line, stack)))
            continue
        inside = sum(gone for _, gone in stack)
        line = re.sub(rf"\A(?:\t| {{1,2}}){{0,{inside}}}", "", line) if inside else line
        text, start, touched = "", 0, False
        for tag in _TAG.finditer(line):
            name, closes = tag[2].lower(), bool(tag[1])
            goes = _READ.search(tag[3]) is not None if not closes else _closed(stack, name)
            if not closes and (goes or stack):
                before = list(stack)
                stack.append((name, goes))
            elif closes:
                before = list(stack)
                _pop(stack, name)
            if not goes or name == "span":
                if name == "span" and goes and not closes:
                    text += line[start : tag.start()] + f"<span{_READ.sub('', tag[3])}>"
                    start = tag.end()
                continue
            touched = True
            text += line[start : tag.start()]
            _add(out, number, text.strip(), before)
            kept = f"<{tag[1]}{name}{_READ.sub('', tag[3])}>" if name in _KEPT else ""
            _add(out, number, kept, before)
            if closes and name in _QUOTES:
                while out and out[-1][1] and not out[-1][1].strip(" >"):
                    out.pop()
                out.append((number, _quoted("", stack)))
            text, start = "", tag.end()
        text += line[start:]
        if touched:
            _add(out, number, text.strip(), stack)
        else:
            out.append((number, _quoted(text, stack)))
    return out


def _closed(stack: list[tuple[str, bool]], name: str) -> bool:
    return next((gone for tag, gone in reversed(stack) if tag == name), False)


def _pop(stack: list[tuple[str, bool]], name: str) -> None:
    for at in range(len(stack) - 1, -1, -1):
        if stack[at][0] == name:
            del stack[at:]
            return


def _add(out: list[Row], number: int, text: str, stack: list[tuple[str, bool]]) -> None:
    """`text` as a block of its own."""
    blank = _quoted("", stack)
    if out and out[-1][1].strip(" >"):
        out.append((number, blank if out[-1][1].startswith(">") and blank else ""))
    if text:
        out += [(number, _quoted(text, stack)), (number, blank)]


def _quoted(line: str, stack: list[tuple[str, bool]]) -> str:
    depth = sum(gone and name in _QUOTES for name, gone in stack)
    return f"{'>' * depth} {line}".rstrip() if depth else line


def with_pictures(lines: list[str]) -> list[str]:
    """`lines` with pictures of Markdown for the `<img>` outside of HTML and of code."""
    if not any("<img" in line.lower() for line in lines):
        return lines
    found = list(lines)
    in_html = False
    for at, is_text in outside_code(lines):
        line = lines[at]
        in_html = is_text and bool(line.strip()) and (in_html or _BLOCK.match(line) is not None)
        if is_text and not in_html and "<img" in line.lower() and not line.startswith(("    ", "\t")):
            parts = re.split(r"((?<!`)`+(?!`).+?`+)", line)
            parts[::2] = [_IMAGE.sub(_picture, part) for part in parts[::2]]
            found[at] = "".join(parts)
    return found


def _picture(found: re.Match[str]) -> str:
    fields = {each[1].lower(): html.unescape(each[2] or each[3] or each[4] or "") for each in
              _ATTRIBUTE.finditer(found[1])}  # fmt: skip
    address = fields.get("src", "").strip()
    if not address or re.search(r"[<>\n\"]", address) or "{{" in address:
        return found[0]
    alt = re.sub(r"([\[\]])", r"\\\1", " ".join(fields.get("alt", "").split()))
    title = " ".join(fields.get("title", "").split()).replace('"', "”")
    address = re.sub(r"[\s()]", lambda sign: f"%{ord(sign[0]):02X}", address)
    return f'![{alt}]({address} "{title}")' if title else f"![{alt}]({address})"
