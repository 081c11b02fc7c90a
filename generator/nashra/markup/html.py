"""Markdown -> safe HTML, block by block.

Python-Markdown renders the tree of the grammar, nh3 cleans. A block of plain words, or with only simple emphasis and
links, needs neither and is written directly, which takes a tenth of the time; `tests/markup` holds that all ways give
the same HTML.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import nh3

from nashra.kit.errors import ContentError
from nashra.markup.blocks import LITERAL_KINDS, Block, split
from nashra.markup.converter import Resolve, convert, is_elsewhere
from nashra.markup.grammar.document import read
from nashra.markup.grammar.inline.reader import Known
from nashra.markup.grammar.tree import Node
from nashra.markup.inline import plain_text
from nashra.markup.raw_html import TAGS, with_links
from nashra.markup.simple import simple_parts
from nashra.markup.slots import texts

Wrap = Callable[[int, str], str]

# HTML may not hold them, and nobody sees them.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_HEADING_TAG = re.compile(r"(</?h)([1-6])\b")
_HTML_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<(/?)([a-zA-Z][a-zA-Z0-9-]*)(?:[^<>]*[^<>/])?>", re.DOTALL)
# Nobody nests so many elements, and the time of the library that cleans grows with the square of the depth.
MAX_DEPTH = 100
# Elements that hold nothing, and those that end where the next one begins.
_NEED_NO_END = frozenset(
    "area base br col embed hr img input link meta param source track wbr "
    "p li dt dd tr td th tbody thead tfoot option".split()
)

_ATTRIBUTES = {
    "*": {"lang", "dir", "title"},
    "a": {"href", "class", "id", "role"},
    "blockquote": {"cite"},
    "code": {"class"},
    "div": {"class"},
    "img": {"src", "alt", "width", "height", "loading"},
    "li": {"id"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
# Behind such a tag all the rest would be no HTML, but for those whose end follows.
_TAKES_ALL = re.compile(r"<(?=/?(title|textarea|xmp|noembed|noframes|plaintext|script|style)(?![\w-]))", re.IGNORECASE)
_TAKEN_WITH_END = ("script", "style")
# Of the addresses of links and pictures; with others these are taken out.
SCHEMES = ("http", "https", "mailto", "tel")
_CLASSES = re.compile(r"(?:footnote|footnote-ref|footnote-backref|language-[^\s]{1,50})\Z")
_FOOTNOTE_ID = re.compile(r"[\w-]*fn(?:ref)?\d*:[\w-]+\Z")


def render(body: str, *, resolve: Resolve | None = None, id_prefix: str = "", wrap: Wrap | None = None) -> str:
    """Safe HTML of a Markdown body, blocks parted by "\\n".

    Headings begin at h2, since the title is the page's h1. resolve: gives the address of a relative picture or link,
    such as "photo.jpg"; an empty one makes plain text of a link. id_prefix: stands before footnote ids, for pages that
    show several bodies. wrap: is given the number (from 0) and the HTML of each block and gives what stands in its
    place; a body with footnotes is rendered in one piece and not wrapped. Raises ContentError, without a path, where
    elements are nested too deep to be cleaned in good time.
    """
    if _CONTROL.search(body):
        body = _CONTROL.sub("", body)
    tree = read(body)
    known = Known(tree.references, tree.notes)
    if tree.notes:
        given = resolve and _Given(resolve)
        html = convert(tree.root.children, known, tree.notes, source=body, resolve=given, id_prefix=id_prefix)
        return _shift_headings(_clean(html, given))
    parts = []
    for number, blocks in _together(split(body)):
        part = _render_nodes([node for block in blocks for node in block.nodes], known, resolve, blocks[0].text)
        parts.append(wrap(number, part) if wrap else part)
    return _shift_headings("\n".join(filter(None, parts)))


def render_block(block: Block, *, resolve: Resolve | None = None) -> str:
    """Safe HTML of one block on its own: its footnotes, and links to targets elsewhere, stay as typed."""
    control = _CONTROL.search(block.text)
    # a block as plain as that is the same in any surroundings, and need not be read again
    if len(block.nodes) == 1 and not control and (simple := _simple_block(block.nodes[0])) is not None:
        return _shift_headings(simple)
    text = _CONTROL.sub("", block.text) if control else block.text
    tree = read(text)
    return _shift_headings(_render_nodes(tree.root.children, Known(tree.references, ()), resolve, text))


def _together(blocks: Sequence[Block]) -> Iterator[tuple[int, Sequence[Block]]]:
    """(number of the first, blocks) that must be cleaned in one piece.

    What stands inside an element of HTML, such as "<details>", goes with its tags; where nothing closes it, that is all
    the rest, as in any browser.
    """
    first = depth = 0
    for number, block in enumerate(blocks):
        if block.kind == "html" or (depth and block.kind == "paragraph"):
            depth = max(0, depth + _open_elements(block))
        if not depth:
            yield first, blocks[first : number + 1]
            first = number + 1
    if first < len(blocks):
        yield first, blocks[first:]


def _open_elements(block: Block) -> int:
    """How many more elements of HTML a block opens than it closes."""
    depth = 0
    for tag in _HTML_TAG.finditer(block.text):
        if tag[2] and (name := tag[2].lower()) in TAGS and name not in _NEED_NO_END:
            depth += -1 if tag[1] else 1
    return depth


def lead(body: str) -> str:
    """The first paragraph as plain text on one line, empty when there is none."""
    first = next((block for block in split(body) if block.kind == "paragraph" and plain_text(block.text)), None)
    return plain_text(first.text) if first else ""


def words(body: str) -> int:
    """How many words a reader reads, code and addresses left out."""
    return sum(
        len(plain_text(text).split())
        for block in split(body)
        if block.kind not in LITERAL_KINDS
        for text in texts(block)
    )


def _render_nodes(nodes: Sequence[Node], known: Known, resolve: Resolve | None, source: str) -> str:
    if len(nodes) == 1 and (simple := _simple_block(nodes[0])) is not None:
        return simple
    given = resolve and _Given(resolve)
    return _clean(convert(nodes, known, {}, source=source, resolve=given), given)


def _simple_block(node: Node) -> str | None:
    """The HTML of a block as plain as most blocks of news are; None for all others."""
    if node.kind == "reference":
        return ""
    if node.kind == "paragraph":
        text = _simple_inline(node.text)
        return None if text is None else f"<p>{_squeeze_lines(text)}</p>"
    if node.kind == "heading":
        text = _simple_inline(node.text)
        if text is not None:
            return f"<h{node.level}>{_squeeze_lines(text)}</h{node.level}>" if text else ""
    if node.kind == "list" and node.number is None and not node.loose:
        texts = [_simple_item(item) for item in node.children]
        if None not in texts:
            return "\n".join(["<ul>", *(f"<li>{text}</li>" for text in texts), "</ul>"])
    return None


def _simple_item(item: Node) -> str | None:
    if item.task is not None or len(item.children) != 1 or item.children[0].kind != "paragraph":
        return None
    text = _simple_inline(item.children[0].text)
    return None if text is None else _squeeze_lines(text)


def _simple_inline(text: str) -> str | None:
    """HTML of inline Markdown without nesting, escapes, entities or HTML; None where there are any."""
    if len(parts := simple_parts(text)) < 2:
        return parts[0] if parts else None
    html = [parts[0]]
    for at in range(1, len(parts), 5):
        strong, emphasis, label, address, after = parts[at : at + 5]
        if strong:
            html.append(f"<strong>{strong}</strong>{after}")
        elif emphasis:
            html.append(f"<em>{emphasis}</em>{after}")
        else:
            html.append(f'<a href="{address}">{label}</a>{after}')
    return "".join(html)


def _squeeze_lines(text: str) -> str:
    if "\n" not in text:
        return text.strip(" ")
    return "\n".join(line.strip(" ") for line in text.split("\n"))


def _shift_headings(html: str) -> str:
    """Headings one level down where the body uses h1, which is the title's."""
    if "<h1" not in html:
        return html
    return _HEADING_TAG.sub(lambda tag: f"{tag[1]}{min(6, int(tag[2]) + 1)}", html)


def _refuse_depth(html: str) -> None:
    if html.count("<") <= MAX_DEPTH:
        return
    depth = 0
    opened: Counter[str] = Counter()
    for tag in _HTML_TAG.finditer(html):
        name = (tag[2] or "p").lower()
        if name in _NEED_NO_END or (tag[1] and not opened[name]):
            continue
        step = -1 if tag[1] else 1
        opened[name] += step
        depth += step
        if depth > MAX_DEPTH:
            hint = "close them, or write `<` between backticks"
            raise ContentError(f"more than {MAX_DEPTH} elements of HTML stand inside each other", hint=hint)


class _Given:
    """Gives addresses, and knows those that it gave."""

    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve
        self._given: set[str] = set()

    def __call__(self, reference: str) -> str:
        address = self._resolve(reference)
        self._given.add(address)
        return address

    def of_typed(self, tag: str, attribute: str, value: str) -> str | None:
        """The address of a picture or link that was typed as HTML, as it would be in Markdown; others as they are."""
        if (tag, attribute) not in (("a", "href"), ("img", "src")) or not value or value in self._given:
            return value
        return value if is_elsewhere(value) else self(value) or None


def _clean(html: str, given: _Given | None) -> str:
    """given: has given their addresses to the links and pictures of `html` that were typed in Markdown."""
    _refuse_depth(html)
    attribute_filter = _filter_attribute if given is None else partial(_filter_and_resolve, given)
    return nh3.clean(
        with_links(_without_swallowing(html) if "<" in html else html),
        tags=set(TAGS),
        attributes=_ATTRIBUTES,
        attribute_filter=attribute_filter,
        url_schemes=set(SCHEMES),
        link_rel=None,
        strip_comments=True,
    ).strip()


def _without_swallowing(html: str) -> str:
    """`html` with tags that would swallow the rest as text, as GitHub shows them."""
    if not _TAKES_ALL.search(html):
        return html
    folded = html.lower()
    ends = {name: folded.rfind(f"</{name}") for name in _TAKEN_WITH_END}
    return _TAKES_ALL.sub(lambda tag: tag[0] if ends.get(tag[1].lower(), -1) >= tag.start() else "&lt;", html)


def _filter_and_resolve(given: _Given, tag: str, attribute: str, value: str) -> str | None:
    found = _filter_attribute(tag, attribute, value)
    return None if found is None else given.of_typed(tag, attribute, found)


def _filter_attribute(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "class":
        return value if _CLASSES.match(value) else None
    if attribute == "id":
        return value if _FOOTNOTE_ID.match(value) else None
    if attribute == "dir":
        return value if value in ("ltr", "rtl", "auto") else None
    if attribute == "role":
        return value if value in ("doc-backlink", "doc-noteref") else None
    if attribute in ("start", "width", "height", "colspan", "rowspan"):
        # a list may be numbered in Arabic-Indic digits; HTML wants European ones
        return str(int(value)) if value.isdecimal() and len(value) < 10 else None
    return value
