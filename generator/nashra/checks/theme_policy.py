"""What stands in a site's own theme, and browsers leave out in silence since the policy of the pages forbids it.

https://www.w3.org/TR/CSP3/; the policy is that of `templates/_policy.html`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from nashra.checks.finding import Finding
from nashra.kit.errors import ContentError
from nashra.kit.files import files_below, read_text
from nashra.render.ground.theme import default_folder
from nashra.settings.config import Settings

_POLICY = "_policy.html"
# Templates of what is no page: of mails, and of books.
_NO_PAGES = ("mail", "epub")
_COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)
_COMMENT_OF_STYLES = re.compile(r"/\*.*?\*/", re.DOTALL)
_ELSEWHERE = r"[\"']?\s*(?:https?:)?//"
_STYLES = "styles of another host"
_IN_PAGES = (
    # data for search engines, and modules' maps, are no scripts to a policy
    (re.compile(r"<script(?![^>]*\ssrc\s*=)(?![^>]*\stype\s*=\s*[\"']?[a-z]+/[a-z]+\+?json)[^>]*>", re.I), "a script"),
    (re.compile(rf"<script[^>]*\ssrc\s*=\s*{_ELSEWHERE}[^>]*>", re.I), "a script of another host"),
    (re.compile(r"<style\b[^>]*>", re.I), "styles"),
    (re.compile(rf"<link(?=[^>]*\brel\s*=\s*.?stylesheet)[^>]*\shref\s*=\s*{_ELSEWHERE}[^>]*>", re.I), _STYLES),
    (re.compile(r"<[a-z][^<>]*\sstyle\s*=\s*[\"'][^<>]*>", re.I), "a style of one element"),
    (re.compile(r"<[a-z][^<>]*\son[a-z]{3,20}\s*=\s*[\"'][^<>]*>", re.I), "a script of one element"),
    (re.compile(rf"<(?:iframe|object|embed)\b[^>]*{_ELSEWHERE}[^>]*>", re.I), "a page of another host"),
)  # fmt: skip
_IN_STYLES = (
    (re.compile(rf"@import\s+(?:url\(\s*)?{_ELSEWHERE}[^;\n]*", re.I), _STYLES),
    (re.compile(rf"@font-face\s*\{{[^}}]*url\(\s*{_ELSEWHERE}[^)]*\)", re.I), "a font of another host"),
)
_HINT = "put it into a file in assets/ and load that, or allow it in a `_policy.html` of your own; docs/theming.md"
_MOST = 60


def blocked(settings: Settings, check: str) -> Iterator[Finding]:
    """Warnings of the check of this name, with the lines; none where the theme has a policy of its own."""
    default = default_folder()
    if settings.theme == default or (settings.theme / _POLICY).exists():
        return
    for path in files_below(settings.theme, settings.inside):
        if not isinstance(path, Path) or path.relative_to(settings.theme).parts[0] in _NO_PAGES:
            continue
        if path.suffix not in (".html", ".css"):
            continue
        try:
            text = read_text(path)
        except ContentError:  # reported by the build
            continue
        rules, comment = (_IN_PAGES, _COMMENT) if path.suffix == ".html" else (_IN_STYLES, _COMMENT_OF_STYLES)
        plain = comment.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
        told = set[int]()
        for pattern, what in rules:
            for match in pattern.finditer(plain):
                if match.start() in told:
                    continue
                told.add(match.start())
                shown = " ".join(match[0].split())[:_MOST]
                message = f"browsers leave `{shown}` out: the pages' policy forbids {what}"
                yield Finding("warning", check, message, path, text.count("\n", 0, match.start()) + 1, _HINT)
