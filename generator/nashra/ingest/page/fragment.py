"""The HTML body of an article that stands alone, as feeds and exports carry it -> Markdown.

All of it is the article, so nothing is searched for as in a page; buttons, "read also" lines and other furniture that
plugins put into texts are removed by the same rules, and the same writer makes the Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from nashra.ingest.draft import Dropped
from nashra.ingest.page.body_rules import drop_known
from nashra.ingest.page.captions import settle_captions
from nashra.ingest.page.furniture import remove_furniture
from nashra.ingest.page.html_markdown import MarkdownWriter
from nashra.ingest.page.html_pictures import Pictures, same_picture
from nashra.ingest.page.leaf import Leaves
from nashra.ingest.page.page_shown import remove_silent
from nashra.ingest.page.page_tree import HEADINGS, leaves, parse_page, settle, text_of
from nashra.ingest.page.web_address import link
from nashra.ingest.words.clean import clean
from nashra.ingest.words.fold import fold, key
from nashra.ingest.words.press_words import folded
from nashra.kit.errors import ContentError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BARE_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,2000}\Z")
_PICTURE_LINE = re.compile(r'!\[[^\n]*?\]\((\S+?)(?: "[^"\n]*")?\)')


@dataclass(slots=True)
class Body:
    """A body as Markdown. texts: its blocks as plain text, captions left out. dropped: what was no part of it."""

    markdown: str = ""
    texts: list[str] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)

    def shows(self, address: str) -> bool:
        """Whether a picture of the body is the one at `address`, perhaps in another size."""
        return any(same_picture(found[1], address) for found in _PICTURE_LINE.finditer(self.markdown))

    def take_out(self, name: str) -> None:
        """Remove the first block that is the picture `name`: the page shows it at its head."""
        blocks = self.markdown.split("\n\n")
        for at, block in enumerate(blocks):
            found = _PICTURE_LINE.fullmatch(block)
            if found is not None and found[1] == name:
                self.markdown = "\n\n".join(blocks[:at] + blocks[at + 1 :])
                return


def convert(
    html: str, base: str | None, pictures: Pictures, title: str, authors: Sequence[str], *, own: bool = False
) -> Body:
    """The body in `html`, a piece of a page. base: the address that its links are relative to.

    title, authors: what the body need not repeat. own: whether it comes from the owner's own system: all of it stays
    then. An empty body where there is nothing in it; raises ContentError for
    more than an article can hold.
    """
    if not html.strip():
        return Body()
    try:
        root = parse_page(f"<div>{html}</div>")
    except ContentError as error:
        if "empty" in error.problems[0].message:
            return Body()
        raise
    remove_silent(root)
    settle_captions(root)
    settle(root)
    page_leaves = Leaves(root)
    removed = [] if own else remove_furniture(root, page_leaves)
    blocks = page_leaves.read()
    for block in blocks:
        block.kept = True
    names = {key(name) for name in authors if len(name.split()) > 1}
    dropped = [] if own else [*removed, *drop_known(blocks, {key(title)}, names)]
    for number, block in enumerate(blocks, 1):
        if not own and block.kept and len(block.text) < 1000 and _first_on().match(fold(block.text).text):
            block.kept = False
            dropped.append(Dropped(number, block.text, "the line that a feed adds"))
    for block in blocks:
        if not block.kept:
            page_leaves.remove(block.element)
        elif _BARE_ADDRESS.match(block.text):
            _make_link(block.element, block.text)
    texts = [clean(text_of(leaf)) for leaf in leaves(root) if leaf.tag != "figcaption"]
    levels = [int(heading.tag[1]) for heading in root.iter(*HEADINGS)]
    writer = MarkdownWriter(lambda address: link(address, base), pictures.address, 2 - min(levels, default=2))
    markdown = writer.write(root).strip()
    return Body(markdown, [text for text in texts if text], [*dropped, *writer.dropped])


def _make_link(element: HtmlElement, address: str) -> None:
    """An address that stands alone is an embed: WordPress shows the video or the post behind it."""
    from lxml.html import Element

    if any(True for _ in element.iter("a")):
        return
    anchor = Element("a", href=address)
    anchor.text = address
    for child in list(element):
        element.remove(child)
    element.text = None
    element.append(anchor)


@lru_cache(maxsize=1)
def _first_on() -> re.Pattern[str]:
    """The last line that WordPress' feeds and their plugins add: the title and the site, both as links."""
    return re.compile(rf"(?:{folded('pages', 'first_on')})\s", re.DOTALL)
