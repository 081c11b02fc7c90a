"""The tree of the grammar -> HTML, by Python-Markdown: its elements, its footnotes, its serializer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape
from threading import local
from xml.etree.ElementTree import Element, ElementTree, SubElement

import markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.extensions.footnotes import FN_BACKLINK_TEXT, NBSP_PLACEHOLDER, FootnoteExtension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from nashra.markup.elements import Builder
from nashra.markup.grammar.inline.reader import Known
from nashra.markup.grammar.tree import Node, fold_label
from nashra.markup.notes import anchor, in_order
from nashra.markup.raw_html import for_cleaning

Resolve = Callable[[str], str]

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_STASHED = re.compile(rf"{STX}nashra:(\d+){ETX}")


def is_elsewhere(address: str) -> bool:
    """Whether `address` leads to a part of the page, from the root of the server, or has a scheme."""
    return address.startswith(("#", "/")) or _SCHEME.match(address) is not None


class _Parser(BlockParser):
    """Hands on what the grammar has read, in place of reading itself."""

    grammar: _Grammar

    def parseDocument(self, lines: object) -> ElementTree:
        return ElementTree(self.grammar.root())


class _Links(Treeprocessor):
    """Gives relative pictures and links their address, and lets pictures load late."""

    resolve: Resolve | None = None

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag not in ("img", "a"):
                continue
            key = "src" if element.tag == "img" else "href"
            address = element.get(key, "")
            if self.resolve and address and not is_elsewhere(address):
                element.set(key, self.resolve(address))
                if element.tag == "a" and not element.get(key):  # it leads to what is not there yet, or no more
                    del element.attrib[key]
            if element.tag == "img":
                element.set("loading", "lazy")


class _RawHtml(Postprocessor):
    """Puts HTML that editors typed back in its place, to be cleaned with all the rest."""

    def __init__(self, stash: list[str]) -> None:
        self.stash = stash

    def run(self, text: str) -> str:
        return _STASHED.sub(lambda place: self.stash[int(place[1])], text)


class _Footnotes(FootnoteExtension):
    """The footnotes of Python-Markdown, filled from the tree."""

    builder: Builder
    nodes: dict[str, Node]

    def makeFootnotesDiv(self, root: Element) -> Element | None:
        if not self.footnotes:
            return None
        div = Element("div", {"class": "footnote"})
        SubElement(div, "hr")
        notes = SubElement(div, "ol")
        for label in self.footnotes:
            item = SubElement(notes, "li", {"id": self.makeFootnoteId(anchor(label))})
            self.builder.add_blocks(item, self.nodes[label].children)
            item.tail = "\n"
        for number, (label, item) in enumerate(zip(self.footnotes, notes, strict=True), start=1):
            if self.makeFootnoteRefId(anchor(label)) not in self.found_refs:
                continue  # no sign leads here, so there is no place to go back to
            back = Element("a", {"href": "#" + self.makeFootnoteRefId(anchor(label)), "class": "footnote-backref"})
            back.set("title", self.getConfig("BACKLINK_TITLE").format(number))
            back.text = FN_BACKLINK_TEXT
            if len(item) and item[-1].tag == "p":
                self.builder.add_text(item[-1], NBSP_PLACEHOLDER)
                item[-1].append(back)
            else:
                SubElement(item, "p").append(back)
        for element in (div, notes):
            element.text = element.tail = "\n"
        div[0].tail = "\n"
        return div


class _Grammar(Extension):
    """Puts the grammar of Nashra in the place of Python-Markdown's own."""

    def __init__(self) -> None:
        super().__init__()
        self.stash: list[str] = []
        self.nodes: Sequence[Node] = ()
        self.known = Known()
        self.notes: dict[str, Node] = {}
        self.numbers: dict[str, int] = {}

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        parser = _Parser(md)
        parser.grammar = self
        md.parser = parser
        self.footnotes = _Footnotes(BACKLINK_TITLE="↩ {}", BACKLINK_TEXT="↩")
        md.preprocessors.deregister("normalize_whitespace")
        md.preprocessors.deregister("html_block")
        for name in ("inline", "prettify", "unescape"):
            md.treeprocessors.deregister(name)
        for name in ("raw_html", "amp_substitute"):
            md.postprocessors.deregister(name)
        self.footnotes.extendMarkdown(md)
        self.builder = self.footnotes.builder = Builder(self._stashed, self._reference)
        self.links = _Links(md)
        md.treeprocessors.register(self.links, "nashra_links", 5)
        md.postprocessors.register(_RawHtml(self.stash), "nashra_raw_html", 30)
        md.registerExtension(self)

    def reset(self) -> None:
        self.stash.clear()

    def root(self) -> Element:
        """The elements of the blocks at hand."""
        labels = in_order(self.nodes, self.known, self.notes) if self.notes else []
        for label in labels:
            self.footnotes.setFootnote(label, "")
        self.footnotes.nodes = self.notes
        self.numbers = {label: number for number, label in enumerate(labels, start=1)}
        self.builder.known = self.known
        root = Element("div")
        self.builder.add_blocks(root, self.nodes)
        return root

    def _stashed(self, html: str) -> str:
        self.stash.append(for_cleaning(html))
        return f"{STX}nashra:{len(self.stash) - 1}{ETX}"

    def _reference(self, label: str) -> Element | None:
        """The sign in the text that leads to a footnote, as the library writes it, in time that does not grow."""
        number = self.numbers.get(fold_label(label))
        if number is None:
            return None
        name = anchor(fold_label(label))
        first = self.footnotes.makeFootnoteRefId(name)
        times = self.footnotes.found_refs[first] = self.footnotes.found_refs.get(first, 0) + 1
        sign = Element("sup", {"id": first if times == 1 else first.replace("fnref", f"fnref{times}", 1)})
        link = SubElement(sign, "a", {"href": "#" + self.footnotes.makeFootnoteId(name), "class": "footnote-ref"})
        link.text = str(number)
        return sign


class _Converter:
    """A Python-Markdown instance; making one costs more than converting an article."""

    def __init__(self) -> None:
        self.grammar = _Grammar()
        self.markdown = markdown.Markdown(extensions=[self.grammar], output_format="html")


_thread = local()


def convert(
    nodes: Sequence[Node],
    known: Known,
    notes: dict[str, Node],
    *,
    source: str,
    resolve: Resolve | None = None,
    id_prefix: str = "",
) -> str:
    """HTML of `nodes`, not cleaned yet.

    known: the labels of their document. notes: the footnotes that are shown under them. source: their Markdown.
    """
    converter: _Converter | None = getattr(_thread, "converter", None)
    if converter is None:
        converter = _thread.converter = _Converter()
    grammar = converter.grammar
    grammar.nodes, grammar.known, grammar.notes, grammar.links.resolve = nodes, known, notes, resolve
    converter.markdown.reset()
    try:
        html = converter.markdown.convert(source)
    except RecursionError:
        # the grammar knows no nest so deep; should there be one all the same, the words must stay
        return f"<p>{escape(source, quote=False)}</p>"
    if id_prefix:
        html = re.sub(r'(\bid="|href="#)(?=fn(?:ref)?\d*:)', rf"\g<1>{id_prefix}", html)
    return html
