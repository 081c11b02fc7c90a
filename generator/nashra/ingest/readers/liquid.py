"""What Liquid and the templates of Hugo take for code or for plain text: their blocks of code become fences, the tags
around what they leave alone go, and nothing in code is taken for a tag.

https://shopify.github.io/liquid/tags/template/, https://jekyllrb.com/docs/liquid/tags/,
https://gohugo.io/shortcodes/highlight/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

# Stands for a brace that begins no tag while others look for tags; Unicode keeps it for such things, out of all texts.
KEPT = "\ufdd0"
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_LISTED = re.compile(r"\s*(?:[-+*]|\d{1,9}[.)])(?:\s|\Z)")
_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_LITERAL = re.compile(r"\{\{-?\s*(?:\"([^\"\n]*)\"|'([^'\n]*)')\s*-?\}\}")
_TOKEN = re.compile(
    r"\{%-?\s*(?P<jekyll>(?:end)?(?:raw|comment|highlight))\b\s*(?P<words>[^%{}]*?)-?%\}"
    r"|\{\{(?P<mark>[<%])\s*(?P<hugo>/?\s*highlight)\b(?P<more>[^{}]*?)[>%]\}\}"
)


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


def plain(lines: list[str]) -> list[tuple[int, str]]:
    """`lines` without the tags around code and around what stays as it is: (index of the line that it was, line).
    Braces in what stays as it is are `KEPT`."""
    return _Scan(lines).run()


def veiled(source: str) -> str:
    """`source` with `KEPT` for the braces in code, and in what Liquid is told to leave alone."""
    if "{" not in source:
        return source
    lines = source.split("\n")
    ends, inside = _ends(lines), ""
    for at, is_text in outside_code(lines):
        line, out, start = lines[at], "", 0
        for tag in _TOKEN.finditer(line) if "{" in line else ():
            name = _name(tag)
            begins = not inside and ends.get(name, -1) >= at and (is_text or name == "raw")
            if begins or (inside and name == f"end{inside}"):
                before = line[start : tag.start()]
                out += (before.replace("{", KEPT) if inside or not is_text else before) + tag[0]
                start, inside = tag.end(), name if begins else ""
        rest = line[start:]
        lines[at] = out + (rest.replace("{", KEPT) if inside or not is_text else rest)
    return "\n".join(spans_veiled(lines))


def shown(text: str) -> str:
    """`text` with its braces again."""
    return text.replace(KEPT, "{")


def spans_veiled(lines: list[str]) -> list[str]:
    """`lines` with `KEPT` for the braces in words and lines of code that no fence is around."""
    found = list(lines)
    is_code = listed = False
    last = ""
    for at, is_text in outside_code(lines):
        line = lines[at]
        if not is_text:
            last, is_code = "", False
            continue
        indented = line.startswith(("    ", "\t"))
        # blank lines do not end it
        is_code = not listed and ((indented and (is_code or not last.strip())) or (is_code and not line.strip()))
        if line.strip() and not indented:
            listed = _LISTED.match(line) is not None or (listed and line.startswith(" "))
        if "{" in line:
            found[at] = line.replace("{", KEPT) if is_code else _SPAN.sub(_hidden, line)
        last = line
    return found


def _hidden(found: re.Match[str]) -> str:
    return found[0].replace("{", KEPT)


def _literal(found: re.Match[str]) -> str:
    """A text between quotes, where somebody writes it so because of its braces."""
    words = found[1] or found[2] or ""
    return words.replace("{", KEPT) if "{" in words or "}" in words else found[0]


def _name(tag: re.Match[str]) -> str:
    if tag["jekyll"]:
        return tag["jekyll"]
    return "endhighlight" if tag["hugo"].startswith("/") else "highlight"


def _ends(lines: list[str]) -> dict[str, int]:
    """What something closes -> the last line where it does."""
    found: dict[str, int] = {}
    for at, line in enumerate(lines):
        for tag in _TOKEN.finditer(line) if "{" in line else ():
            name = _name(tag)
            if name.startswith("end"):
                found[name.removeprefix("end")] = at
    return found


@dataclass(slots=True)
class _Scan:
    """code: the lines of a block of code that has begun. prefix: what stood before it on its line."""

    lines: list[str]
    out: list[tuple[int, str]] = field(default_factory=list)
    is_raw: bool = False
    is_comment: bool = False
    code: list[tuple[int, str]] | None = None
    language: str = ""
    prefix: str = ""
    begun: int = 0

    def run(self) -> list[tuple[int, str]]:
        ends = _ends(self.lines)
        fence = ""
        for at, line in enumerate(self.lines):
            in_fence = bool(fence)
            if self.code is None and not self.is_comment and (found := _FENCE.match(line)):
                closing = line.strip()
                if not fence:
                    fence, in_fence = found[1], True
                elif found[1].startswith(fence) and closing == closing[0] * len(closing):
                    fence = ""
            self._line(at, line, ends, in_fence)
        return self.out

    def _line(self, at: int, line: str, ends: dict[str, int], in_fence: bool) -> None:
        text, start, touched, ended = "", 0, False, False
        for tag in _TOKEN.finditer(line) if "{" in line else ():
            name = _name(tag)
            if not self._acts(name, ends.get(name, -1) >= at, in_fence):
                continue
            text += self._kept(line[start : tag.start()], in_fence)
            start, touched = tag.end(), True
            match name:
                case "raw" | "endraw":
                    self.is_raw = name == "raw"
                case "comment" | "endcomment":
                    self.is_comment = name == "comment"
                case "highlight":
                    self.prefix = (re.match(r"[ \t>]*", line) or [""])[0]
                    if text.strip(" \t>"):
                        self.out.append((at, text.rstrip()))
                    self.code, self.begun, text = [], at, ""
                    words = re.findall(r"[\w+#.-]+", tag["words"] or tag["more"] or "")
                    self.language = words[0] if words else ""
                case "endhighlight":
                    self._end(at, text)
                    text, ended = "", True
        was_comment = self.is_comment
        text += self._kept(line[start:], in_fence)
        if touched and not text.strip():
            if not in_fence and self.code is None and not was_comment and not ended:
                self._blank(at)
        elif self.code is not None:
            self.code.append((at, text))
        elif not text.strip() and not in_fence and self.out and at > self.out[-1][0] + 1:
            self._blank(at)  # what stood before it went
        elif not was_comment or text.strip():
            self.out.append((at, text))

    def _blank(self, at: int) -> None:
        """A line that is empty now, where none is before it."""
        if self.out and self.out[-1][1].strip():
            self.out.append((at, ""))

    def _acts(self, name: str, is_closed: bool, in_fence: bool) -> bool:
        if self.is_raw:
            return name == "endraw"
        if self.is_comment:
            return name == "endcomment"
        if self.code is not None:
            return name == "endhighlight" or (name == "raw" and is_closed)
        if name.startswith("end"):
            return False
        return is_closed and (name == "raw" or not in_fence)

    def _kept(self, text: str, in_fence: bool) -> str:
        if self.is_comment:
            return ""
        if self.code is None and not in_fence and not self.is_raw:
            return _LITERAL.sub(_literal, text)
        return text.replace("{", KEPT)

    def _end(self, at: int, text: str) -> None:
        rows = [*(self.code or ()), *([(at, text)] if text.strip() else [])]
        while rows and not rows[0][1].strip(" \t>"):
            rows.pop(0)
        while rows and not rows[-1][1].strip(" \t>"):
            rows.pop()
        longest = max((len(run) for _, row in rows for run in re.findall("`+", row)), default=0)
        fence = "`" * max(3, longest + 1)
        self.out.append((self.begun, f"{self.prefix}{fence}{self.language}"))
        self.out += rows
        self.out.append((at, f"{self.prefix}{fence}"))
        self.code = None
