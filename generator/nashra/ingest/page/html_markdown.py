"""A settled tree of an article's body -> Markdown that shows what the page showed, and runs nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from nashra.ingest.draft import Dropped
from nashra.ingest.page.html_inline import Context, inline
from nashra.ingest.page.page_tree import BLOCKS, HEADINGS, text_of
from nashra.ingest.words.clean import clean
from nashra.ingest.words.escape import escape, escape_inside

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NO_PICTURE = "the caption of a picture that is not there"
# A <br> between lines this long parts paragraphs; between shorter ones it is a line of verse or of an address.
_PARAGRAPH_LINE = 80
_MAX_CELL = 400
_BETWEEN = " · "  # blocks of one cell
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
_MAX_SPAN = 50
_MAX_CAPTION = 600
_EMBEDS = ("iframe", "video", "audio")
# What would be a task in a list.
_TASK = re.compile(r"\[[ xX]\]\s")
_LANGUAGE_CLASS = re.compile(r"\b(?:language|lang|brush:)-?\s*([\w+#-]{1,20})")


class MarkdownWriter:
    """Writes Markdown blocks.

    link:    the address in an <a> -> a safe absolute one, None when it leads nowhere.
    picture: an <img> -> its address in the Markdown, None when it is no picture of the article.
    shift:   what is added to the level of a heading, so that the highest one becomes h2.
    lone:    whether captions of pictures that are not there are written, as paragraphs.
    dropped: what was left out while writing.
    """

    def __init__(
        self,
        link: Callable[[str], str | None],
        picture: Callable[[HtmlElement], str | None],
        shift: int = 0,
        *,
        lone: bool = False,
    ) -> None:
        self._link = link
        self._picture = picture
        self._shift = shift
        self._lone = lone
        self._context = Context(link, self._inline_picture)
        self._heading = Context(link, lambda _image: "", plain=True)
        self.dropped: list[Dropped] = []

    def write(self, root: HtmlElement) -> str:
        """The Markdown of `root`, blocks parted by a blank line, without a line end at its end."""
        return "\n\n".join(self._children(root))

    def _children(self, element: HtmlElement) -> list[str]:
        parts: list[str] = []
        if not any(child.tag in BLOCKS or _holds_block(child) for child in element):
            return self._paragraph(element)
        if (element.text or "").strip():
            parts.append(escape(clean(element.text or "")))
        for child in element:
            if isinstance(child.tag, str):
                parts += self._block(child)
            if (child.tail or "").strip():
                parts.append(escape(clean(child.tail or "")))
        return [part for part in parts if part]

    def _block(self, element: HtmlElement) -> list[str]:
        tag = element.tag
        if tag in HEADINGS:
            return self._title(element)
        if tag in ("ul", "ol", "menu", "dir"):
            return self._list(element)
        if tag == "blockquote":
            return self._quote(element)
        if tag == "table":
            return self._table(element)
        if tag == "figure":
            return self._figure(element)
        if tag == "pre":
            return self._code(element)
        if tag == "hr":
            return ["* * *"]
        if tag in _EMBEDS:
            return self._embed(element)
        if tag == "img":
            return [self._picture_block(element, "")]
        if tag == "dt":
            return [f"**{line}**" if "*" not in line else line for line in self._paragraph(element)]
        return self._children(element)

    def _paragraph(self, element: HtmlElement) -> list[str]:
        lines = inline(element, self._context)
        return _by_breaks(lines)

    def _title(self, element: HtmlElement) -> list[str]:
        text = " ".join(inline(element, self._heading))
        pictures = [self._picture_block(image, "") for image in element.iter("img")]
        level = min(6, max(2, int(element.tag[1]) + self._shift))
        # a heading's line ends in no `#` of its own
        text = re.sub(r"(#+)\Z", r"\\\1", text)
        heading = f"{'#' * level} {text}" if text else ""
        return [part for part in (heading, *pictures) if part]

    def _list(self, element: HtmlElement) -> list[str]:
        items: list[tuple[int | None, list[str]]] = []
        number = _start(element)
        for child in element:
            if not isinstance(child.tag, str):
                continue
            parts = self._children(child) if child.tag == "li" else self._block(child)
            if not parts:
                continue
            if child.tag != "li" and items:
                items[-1][1].extend(parts)  # a list put between the items of another: it belongs to the one before
                continue
            items.append((number if element.tag == "ol" else None, parts))
            number += 1
        loose = any(len(parts) > 1 and not all(_is_list(part) for part in parts[1:]) for _, parts in items)
        lines = []
        for number_, parts in items:
            sign = "- " if number_ is None else f"{number_}. "
            body = ("\n\n" if loose else "\n").join(parts)
            body = f"\\{body}" if _TASK.match(body) else body
            lines.append(sign + body.replace("\n", "\n    ").replace("\n    \n", "\n\n"))
        return [("\n\n" if loose else "\n").join(lines)] if lines else []

    def _quote(self, element: HtmlElement) -> list[str]:
        body = "\n\n".join(self._children(element))
        return (
            ["\n".join(f"> {line}".rstrip(" ") if not line else f"> {line}" for line in body.split("\n"))]
            if body
            else []
        )

    def _table(self, element: HtmlElement) -> list[str]:
        rows = _grid(element)
        cells = list(dict.fromkeys(cell for row in rows for cell in row if cell is not None))
        nested = any(True for _ in element.iterdescendants("table", "blockquote", "h1", "h2", "h3", "figure"))
        width = max((len(row) for row in rows), default=0)
        if not cells:
            return self._children(element)
        caption = next(element.iterchildren("caption"), None)
        above = self._paragraph(caption) if caption is not None else []
        if nested or len(rows) < 2 or width < 2 or any(len(text_of(cell)) > _MAX_CELL for cell in cells):
            return [*above, *(part for cell in cells for part in self._children(cell))]
        lines = []
        for row in rows:
            texts = ["" if cell is None else self._cell(cell) for cell in row]
            texts += [""] * (width - len(texts))
            lines.append(f"| {' | '.join(texts)} |")
        lines.insert(1, "|" + " --- |" * width)
        return [*above, "\n".join(lines)]

    def _cell(self, cell: HtmlElement) -> str:
        """A cell on one line; its blocks, and the items of its lists, are parted by a sign that all languages have."""
        blocks = self._children(cell)
        if any(True for _ in cell.iterdescendants("ul", "ol")):
            blocks = [_ITEM.sub("", line) for block in blocks for line in block.split("\n") if line.strip()]
        return _BETWEEN.join(" ".join(block.split()) for block in blocks).replace("|", "\\|")

    def _figure(self, element: HtmlElement) -> list[str]:
        captions = list(element.iter("figcaption"))
        images = [image for image in element.iter("img") if self._picture(image)]
        if not images and captions and not self._lone and _is_for_a_picture(element, captions):
            words = clean(" ".join(text_of(each) for each in captions))
            self.dropped += [Dropped(0, words, NO_PICTURE)] if words else []
            return []
        if len(images) != 1 or any(
            True for _ in element.iterdescendants("table", "blockquote", "pre", "ul", "ol", *_EMBEDS)
        ):
            return self._children(element)
        return [self._picture_block(images[0], " ".join(text_of(each) for each in captions))]

    def _picture_block(self, image: HtmlElement, caption: str) -> str:
        address = self._picture(image)
        if address is None:
            return ""
        alt = _label(image.get("alt") or "")
        title = clean(caption)
        if not title:
            return f"![{alt}]({address})"
        title = title.replace("&", "&amp;") if re.search(r"&[#\w]+;", title) else title
        title = title.replace("<", "&lt;").replace("\\", "&#92;").replace('"', "&quot;")
        return f'![{alt}]({address} "{title}")'

    def _inline_picture(self, image: HtmlElement) -> str:
        if "emoji" in (image.get("class") or "") and len(image.get("alt") or "") <= 8:
            return image.get("alt") or ""
        return self._picture_block(image, "")

    def _code(self, element: HtmlElement) -> list[str]:
        text = "".join(element.itertext()).strip("\n")
        if not text.strip():
            return []
        fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
        inner = next(element.iterchildren("code"), None)
        names = " ".join(each.get("class") or "" for each in (element, inner) if each is not None)
        found = _LANGUAGE_CLASS.search(names)
        return [f"{fence}{found[1] if found else ''}\n{text}\n{fence}"]

    def _embed(self, element: HtmlElement) -> list[str]:
        sources = [element, *element.iter("source")]
        written = next((each.get(key) for each in sources for key in ("src", "data-src") if each.get(key)), None)
        address = self._link(embedded(written)) if written else None
        if address is None:
            if written and not written.startswith(("about:", "javascript:", "data:")):
                self.dropped.append(Dropped(0, written, "a film or a recording of which the page tells no web address"))
            return []
        label = _label(element.get("title") or "") or (urlsplit(address).hostname or address).removeprefix("www.")
        return [f"[{label}]({address})"]


def _is_for_a_picture(figure: HtmlElement, captions: Sequence[HtmlElement]) -> bool:
    """Whether a figure holds nothing but its captions, which then speak of a picture that nobody sees."""
    words = "".join(text_of(each) for each in captions)
    held = any(True for _ in figure.iter("table", "blockquote", "pre", "ul", "ol", *_EMBEDS))
    return not held and len(words) <= _MAX_CAPTION and text_of(figure).split() == words.split()


_PLAYERS = (
    (re.compile(r"(?:https?:)?//(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w-]{6,20})"), "https://www.youtube.com/watch?v={}"),
    (re.compile(r"(?:https?:)?//player\.vimeo\.com/video/(\d+)"), "https://vimeo.com/{}"),
    (re.compile(r"(?:https?:)?//(?:www\.)?dailymotion\.com/embed/video/(\w+)"), "https://www.dailymotion.com/video/{}"),
)  # fmt: skip


def is_player(element: HtmlElement) -> bool:
    """Whether `element` is a frame that shows the film of a known site."""
    written = element.get("src") or element.get("data-src") or ""
    return element.tag == "iframe" and embedded(written) != written


def embedded(address: str) -> str:
    """The address of the page that shows what a player embeds, where the player's own address tells it."""
    for pattern, page in _PLAYERS:
        if found := pattern.match(address.strip()):
            return page.format(found[1])
    return address


def _grid(table: HtmlElement) -> list[list[HtmlElement | None]]:
    """The cells of `table` in the places where they are shown; a cell over several rows stands in each of them."""
    rows: list[list[HtmlElement | None]] = []
    held: dict[int, tuple[int, HtmlElement]] = {}  # column -> rows that are left, cell
    for row in _rows(table):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if not cells:
            continue
        line: list[HtmlElement | None] = []
        waiting = list(cells)
        while waiting or len(line) in held:
            at = len(line)
            if at in held:
                left, cell = held.pop(at)
                line.append(cell)
                if left > 1:
                    held[at] = (left - 1, cell)
                continue
            cell = waiting.pop(0)
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            line += [cell, *([None] * (across - 1))]
            if down > 1:
                held[at] = (down - 1, cell)
        rows.append(line)
    return rows


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    """The rows of `table`, without those of the tables in its cells."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag not in ("td", "th", "table", "caption"):
            yield from _rows(child)


def _span(cell: HtmlElement, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return min(_MAX_SPAN, int(text)) if text.isascii() and text.isdigit() and 0 < len(text) < 5 and int(text) else 1


def _holds_block(element: HtmlElement) -> bool:
    return isinstance(element.tag, str) and any(True for _ in element.iterdescendants(*BLOCKS))


def _by_breaks(lines: Sequence[str]) -> list[str]:
    """Lines parted by a <br>: paragraphs when they are long, else lines of one paragraph."""
    if len(lines) < 2:
        return list(lines)
    if sum(len(line) >= _PARAGRAPH_LINE for line in lines) * 2 >= len(lines):
        return list(lines)
    return ["  \n".join(lines)]


def _start(element: HtmlElement) -> int:
    text = element.get("start") or "1"
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 1


def _is_list(part: str) -> bool:
    return re.match(r"(?:- |\d+\. )", part) is not None


def _label(text: str) -> str:
    """Plain text inside the brackets of a link or a picture."""
    return escape_inside(clean(" ".join(text.split())))
