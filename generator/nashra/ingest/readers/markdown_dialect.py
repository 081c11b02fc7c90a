"""What site generators put into Markdown that is none, written as Markdown or reported. All other text stays as it is.

Hugo, Jekyll and Zola read the Markdown of GitHub, as we do. Their shortcodes for pictures and videos become pictures
and links; other shortcodes and template tags stay in the text and are named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_MORE = re.compile(r"[ \t]*<!--\s*(?:more|nextpage)\b.*?-->[ \t]*\Z", re.IGNORECASE)
# kramdown: attributes of the block before, https://kramdown.gettalong.org/syntax.html#block-ials
_ATTRIBUTES = re.compile(r"[ \t]*\{:[^{}]*\}[ \t]*\Z")
# Nobody writes a longer one; the limit keeps the time from growing with the square of what nothing closes.
_TAG = re.compile(r"\{\{[<%].{0,500}?[>%]\}\}|\{%.{0,500}?%\}|\{\{.{0,500}?\}\}")
_VIDEO = re.compile(r"\{\{<\s*(youtube|vimeo)\s+(?:id\s*=\s*)?\"?([\w-]{5,20})\"?\s*>\}\}")
_FIGURE = re.compile(r"\{\{<\s*figure\s+((?:[^<>\"]|\"[^\"]*\")*)>\}\}")
_PARAMETER = re.compile(r'([\w-]+)\s*=\s*(?:"([^"]*)"|(\S+))')
_PAGES = {"youtube": "https://www.youtube.com/watch?v={}", "vimeo": "https://vimeo.com/{}"}
_MAX_REPORTED = 20


def outside_code(lines: list[str]) -> Iterator[tuple[int, bool]]:
    """(index, whether the line is outside of fenced code) of every line; fences themselves are inside."""
    fence = ""
    for at, line in enumerate(lines):
        found = _FENCE.match(line)
        if not fence and found:
            fence = found[1]
            yield at, False
        elif fence:
            yield at, False
            closing = line.strip()
            if found and found[1].startswith(fence) and closing == closing[0] * len(closing):
                fence = ""
        else:
            yield at, True


def adapt(body: str, first_line: int) -> tuple[str, list[str]]:
    """(`body` in our Markdown, remarks on what is no Markdown, with its line). first_line: number of its first line."""
    remarks: list[str] = []
    lines = body.split("\n")
    out: list[str] = []
    removed = False
    for at, is_text in outside_code(lines):
        line = lines[at]
        if not is_text:
            out.append(line)
            continue
        if _MORE.match(line) or (_ATTRIBUTES.match(line) and out and out[-1].strip()):
            removed = True
            continue
        if removed and not line.strip() and not (out and out[-1].strip()):
            continue  # the blank line on its other side stays
        removed = False
        line = _VIDEO.sub(lambda found: f"<{_PAGES[found[1]].format(found[2])}>", line)
        line = _FIGURE.sub(_figure, line)
        for tag in _TAG.findall(line):
            remarks.append(f"line {first_line + at}: {tag[:80]} is no Markdown; it stands in the text as it was")
        out.append(line)
    if len(remarks) > _MAX_REPORTED:
        remarks = [*remarks[:_MAX_REPORTED], f"and {len(remarks) - _MAX_REPORTED} more that are no Markdown"]
    return "\n".join(out).strip("\n"), remarks


def _figure(found: re.Match[str]) -> str:
    fields = {each[1].lower(): each[2] or each[3] or "" for each in _PARAMETER.finditer(found[1])}
    if not fields.get("src"):
        return found[0]
    alt = re.sub(r"[\[\]]", "", fields.get("alt") or "")
    caption = (fields.get("caption") or fields.get("title") or "").replace('"', "”")
    address = fields["src"].replace(" ", "%20")
    return f'![{alt}]({address} "{caption}")' if caption else f"![{alt}]({address})"
