"""What only editors see, in `nashra serve`: blocks that are doubtful or out of date, marked with the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from nashra.entities.glossary import Glossary
from nashra.model import Article, Content, Version
from nashra.versions.guards import check
from nashra.versions.status import standings


class Marker:
    """Marks the blocks of versions. One for a build, since it finds names in running text."""

    def __init__(self, content: Content) -> None:
        self._glossary = Glossary(content.vocabulary)

    def wrap(self, article: Article, version: Version) -> Callable[[int, str], str]:
        """Gives, for the number and the HTML of a block, the HTML with its mark, if it has one."""
        marks = self._marks(article, version)

        def wrapped(number: int, html: str) -> str:
            reason = marks.get(number)
            if reason is None or not html:
                return html
            # reasons are for editors and in English, whatever the page's language
            note = f'<p class="preview-reason" lang="en" dir="ltr">{escape(reason)}</p>'
            return f'<div class="preview-mark">\n{note}\n{html}\n</div>'

        return wrapped

    def _marks(self, article: Article, version: Version) -> Mapping[int, str]:
        (standing,) = standings(article, [version.lang], self._doubts)
        marks = {number - 1: f"to review: {why}" for number, why in standing.review}
        for number in standing.stale:
            marks[number - 1] = "out of date: its source has changed"
        return marks

    def _doubts(self, source: str, target: str, source_lang: str, target_lang: str) -> tuple[str, ...]:
        return tuple(doubt.text for doubt in check(source, target, source_lang, target_lang, self._glossary.named))
