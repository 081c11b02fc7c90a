"""HTML text -> a tree that is safe to walk: bounded in size and depth, every text in a block of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from nashra.kit.errors import ContentError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Long-read pages with all their furniture have some ten thousand elements; what is beyond this is a list or an attack.
MAX_ELEMENTS = 60_000
# Walks over the tree call themselves; nested layout of real pages stays under 60 levels.
MAX_DEPTH = 120
# Characters of text; a long novel has a million.
MAX_TEXT = 1_500_000
# libxml2 compares each attribute with all others of its tag; real ones have a few dozen.
_MAX_ATTRIBUTES = 400
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{5000,}>?")
_ATTRIBUTE = re.compile(r"\s[^\s=<>\"']+")

BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead "
    "tr ul caption iframe video audio embed object".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
# What holds text of its own beside blocks only by mistake, or by an old habit: the text gets a paragraph.
_HOLDERS = frozenset("address article aside blockquote body center dd details div figure footer form header "
    "main section "
                     "td th li".split())  # fmt: skip
SILENT = frozenset("script style template svg math canvas input select textarea option button map area object embed "
                    "applet link meta base frameset param source track".split())  # fmt: skip
_WHOLE_TEXT, _MARKLESS = 300, 100
_SENTENCE, _SENTENCES = 80, 3  # characters of a heading that is none, and how many make a text
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# The same, said by number: the parser would make them, and then refuse to hold them.
_BY_NUMBER = re.compile(r"&#(?:x([0-9a-f]{1,8})|([0-9]{1,9}));?", re.IGNORECASE)
_BEGUN = re.compile(r"&(?:#(?:x[0-9a-f]*|[0-9]*))?\Z", re.IGNORECASE)
_LONGEST = 12
# Browsers show what stands behind the end of a page, and the parser does not.
_ENDS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_NEXT_PAGE = re.compile(r"(</html\s*>)\s*(?:<!doctype[^<>]{0,300}>\s*)?<html[\s>]", re.IGNORECASE)
_CODE = re.compile(r"<(?:code|pre|xmp|tt)[\s>]", re.IGNORECASE)
_TWICE_ESCAPED = re.compile(
    r"&amp;(#0?39|#8\d{3}|#1[5-7]\d\d|#2\d\d|nbsp|quot|apos|[lr][sd]quo|[lr]aquo|hellip|[mn]dash|rlm|lrm|"
    r"[aeiouycn](?:acute|grave|circ|uml|cedil|tilde)|oelig);",
    re.IGNORECASE,
)
_TEXTLESS = re.compile(r"\s*\Z")


def first_page(text: str) -> str:
    """The first of several pages that stand one behind the other in a file."""
    return text[: found.start() + len(found[1])] if (found := _NEXT_PAGE.search(text)) else text


def once_escaped(text: str) -> str:
    """`text` without names of letters that were escaped once too often: "l&amp;#039;eau". What shows code is left as it
    is, and so are the signs of which tags are made."""
    return text if _CODE.search(text) else _TWICE_ESCAPED.sub(r"&\1;", text)


def parse_page(text: str) -> HtmlElement:
    """The tree of an HTML page or a piece of one. Raises ContentError for a page without elements or with too many."""
    from lxml import etree
    from lxml.html import HtmlElement, document_fromstring

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    # one class for all elements: lxml.html asks a table in Python for the class of each, every time it is met
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    text = _ENDS.sub("", first_page(text))
    text = _BY_NUMBER.sub(_readable, _UNREADABLE.sub("", text.replace("\f", " ")))
    text = _LONG_TAG.sub(_without_swarm, text)
    data = text.encode("utf-8")
    try:
        root = document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        raise ContentError("the page is empty", hint="save it again from the browser, when it has loaded") from None
    _bound(root)
    return root


def _readable(reference: re.Match[str]) -> str:
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    if code > 0x10FFFF or code == 0x0C:
        return " "
    if not _UNREADABLE.match(chr(code)):
        return reference[0]
    # nothing may close up around it into another one: &#&#1;1;
    before = reference.string[max(0, reference.start() - _LONGEST) : reference.start()]
    return " " if _BEGUN.search(before) else ""


def _without_swarm(tag: re.Match[str]) -> str:
    """A tag without its attributes where they are too many to be meant."""
    count = sum(1 for _ in _ATTRIBUTE.finditer(tag[0]))
    return tag[0] if count <= _MAX_ATTRIBUTES else re.match(r"<[a-zA-Z0-9]+", tag[0])[0] + ">"  # type: ignore[index]


def _bound(root: HtmlElement) -> None:
    from lxml import etree

    depth = count = length = 0
    deep = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        count += 1
        if element.tag not in SILENT:
            length += len(element.text or "") + len(element.tail or "")
        if depth == MAX_DEPTH and len(element):
            deep.append(element)
    if count > MAX_ELEMENTS:
        hint = "save the article's own page, or copy its text and import that"
        raise ContentError(f"the page has {count} elements, too many for an article", hint=hint)
    if length > MAX_TEXT:
        hint = "save the article's own page, or copy its text and import that"
        raise ContentError(f"the page has {length} characters of text, too many for an article", hint=hint)
    for element in deep:
        _flatten(element)


def _flatten(element: HtmlElement) -> None:
    """Put the texts below `element` into paragraphs directly under it; what was marked up so deep loses its marks."""
    from lxml import etree
    from lxml.html import Element

    texts: list[str] = [""]
    for event, node in etree.iterwalk(element, events=("start", "end")):
        spoken = isinstance(node.tag, str) and node.tag not in SILENT
        if event == "start":
            if node.tag in BLOCKS:
                texts.append("")
            texts[-1] += (node.text or "") if spoken else ""
        elif node is not element:
            if node.tag in BLOCKS:
                texts.append("")
            texts[-1] += node.tail or ""
    tail = element.tail
    for child in list(element):
        element.remove(child)
    element.text, element.tail = None, tail
    for text in texts:
        if not _TEXTLESS.match(text):
            paragraph = Element("p")
            paragraph.text = text
            element.append(paragraph)


def remove(element: HtmlElement) -> None:
    """Take `element` out of its tree; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail
    if tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    parent.remove(element)


def settle(root: HtmlElement) -> None:
    """Give every text a block of its own: stray text beside blocks, and texts parted by two <br>, become paragraphs."""
    for element in root.iter("font", "span", "b", "strong", "i", "em"):
        # a whole text in one inline element: it marks nothing inside that text
        least = _WHOLE_TEXT if element.tag not in ("font", "span") else _MARKLESS
        if _double_break(element) and len("".join(element.itertext())) > least:
            element.tag = "div"
    _settle_headings(root)
    for element in list(root.iter("ul", "ol")):
        _settle_list(element)
    mixed = _with_blocks(root)
    for element in list(root.iter()):
        if element.tag == "br" or not isinstance(element.tag, str):
            continue
        if element in mixed and element.tag in _HOLDERS:
            _wrap_runs(element, mixed)
        elif (element.tag == "p" or element.tag in _HOLDERS) and _double_break(element):
            _wrap_runs(element, mixed)
            if element.tag == "p":
                element.tag = "div"


def _settle_headings(root: HtmlElement) -> None:
    """Make paragraphs of the headings of a page that writes its text in nothing else, one sentence after the other."""
    long = [each for each in root.iter("h2", "h3", "h4", "h5", "h6") if len(text_of(each)) >= _SENTENCE]
    alike = [each for each in long if each.tag == long[0].tag and text_of(each)[-1:] in ".!…»”"]
    if len(alike) < _SENTENCES or any(len(text_of(each)) >= _SENTENCE for each in root.iter("p")):
        return
    for each in alike:
        each.tag = "p"


def _settle_list(element: HtmlElement) -> None:
    """Put text that stands directly in a list before it, where no item precedes it, else into an item of its own."""
    from lxml.html import Element

    parent = element.getparent()
    if parent is not None and not _TEXTLESS.match(element.text or ""):
        paragraph = Element("p")
        paragraph.text, element.text = element.text, None
        parent.insert(parent.index(element), paragraph)
    for child in list(element):
        if not _TEXTLESS.match(child.tail or ""):
            item = Element("li")
            item.text, child.tail = child.tail, None
            element.insert(element.index(child) + 1, item)


def _with_blocks(root: HtmlElement) -> set[HtmlElement]:
    """The elements that hold a block, at whatever depth."""
    found: set[HtmlElement] = set()
    for element in root.iter(*BLOCKS):
        parent = element.getparent()
        while parent is not None and parent not in found:
            found.add(parent)
            parent = parent.getparent()
    return found


def _double_break(element: HtmlElement) -> bool:
    return any(_ends_paragraph(each) for each in element.iterchildren("br"))


def _ends_paragraph(element: HtmlElement) -> bool:
    """Whether `element` is a <br> that another <br> follows directly."""
    following = element.getnext()
    blank = _TEXTLESS.match(element.tail or "") is not None
    return element.tag == "br" and blank and following is not None and following.tag == "br"


def _wrap_runs(element: HtmlElement, mixed: Iterable[HtmlElement]) -> None:
    from lxml.html import Element

    children = list(element)
    text, element.text = element.text, None
    for child in children:
        element.remove(child)
    paragraph: HtmlElement | None = None
    last: HtmlElement | None = None  # of the paragraph: lxml would count all children to find it

    def open_paragraph() -> HtmlElement:
        nonlocal paragraph, last
        if paragraph is None:
            paragraph, last = Element("p"), None
            element.append(paragraph)
        return paragraph

    def add_text(value: str | None) -> None:
        if not value or (paragraph is None and _TEXTLESS.match(value)):
            return
        holder = open_paragraph()
        if last is None:
            holder.text = (holder.text or "") + value
        else:
            last.tail = (last.tail or "") + value

    add_text(text)
    skip_break = False
    for child, following in zip(children, [*children[1:], None], strict=True):
        tail, child.tail = child.tail, None
        if child.tag in BLOCKS or child in mixed:
            paragraph = None
            element.append(child)
        elif child.tag == "br" and (skip_break or _is_blank_break(tail, following)):
            paragraph = None
            skip_break = _TEXTLESS.match(tail or "") is not None
        else:
            skip_break = False
            open_paragraph().append(child)
            last = child
        add_text(tail)


def _is_blank_break(tail: str | None, following: HtmlElement | None) -> bool:
    return _TEXTLESS.match(tail or "") is not None and following is not None and following.tag == "br"


def leaves(root: HtmlElement) -> Iterator[HtmlElement]:
    """The blocks that hold text or pictures and no other block, in the order of the page. Expects a settled tree."""
    mixed = _with_blocks(root)
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag in BLOCKS and element not in mixed:
            yield element


# What themes set in a box of its own though it is an inline element: no space need stand between two of them.
_BOXES = frozenset({"span", "a", "time", "button", "label", "i", "b", "strong", "abbr"})


def text_of(element: HtmlElement, gap: str = "") -> str:
    """The text of `element` on one line, as a browser would copy it. gap: what stands between inline elements that
    nothing parts ("<span>Ada</span><span>3 May</span>")."""
    if not len(element):
        return " ".join((element.text or "").split())
    parts: list[str] = []
    _collect(element, gap, parts)
    return " ".join("".join(parts).split())


def lines_of(element: HtmlElement) -> list[str]:
    """The texts of `element` that a <br> parts, without those of no word."""
    from lxml import etree

    parts: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "end":
            parts.append((node.tail or "") if node is not element else "")
        else:
            parts.append("\0" if node.tag == "br" else node.text or "")
    return [text for line in "".join(parts).split("\0") if (text := " ".join(line.split()))]


def _collect(element: HtmlElement, gap: str, parts: list[str]) -> None:
    """The texts of `element` in the order of the page: what stands in a child comes before what stands behind it."""
    if element.text:
        parts.append(element.text)
    for child in element:
        tag = child.tag
        block = tag == "br" or tag in BLOCKS
        if block:
            parts.append(" ")
        if isinstance(tag, str) and tag not in SILENT:
            _collect(child, gap, parts)
        if block:
            parts.append(" ")
        elif gap and tag in _BOXES and not child.tail:
            parts.append(gap)
        if child.tail:
            if gap and parts and parts[-1] == gap:  # what stood at the end of the child is parted by this text
                parts.pop()
            parts.append(child.tail)
