"""Nodes of the tree -> elements, with the spans of their texts in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element, SubElement

from nashra.markup.grammar.inline.reader import Known, read
from nashra.markup.grammar.inline.span import Span
from nashra.markup.grammar.tree import Node

# A task is shown, not ticked: pages are read.
DONE, OPEN = "☑ ", "☐ "

_TAGS = {"emphasis": "em", "strong": "strong", "struck": "del"}


class Builder:
    """stash: keeps HTML and gives the sign that stands for it. reference: the element that leads to a footnote."""

    def __init__(self, stash: Callable[[str], str], reference: Callable[[str], Element | None]) -> None:
        self.stash = stash
        self.reference = reference
        self.known = Known()

    def add_blocks(self, parent: Element, nodes: Sequence[Node]) -> None:
        """Append the elements of `nodes`."""
        for node in nodes:
            if node.kind not in ("reference", "footnote"):
                self.add_text(parent, "\n")
                self._add_block(parent, node)
        if len(parent) or parent.text:
            self.add_text(parent, "\n")

    def _add_block(self, parent: Element, node: Node) -> None:
        if node.kind == "paragraph":
            self._add_words(SubElement(parent, "p"), node.text)
        elif node.kind == "heading":
            if node.text:
                self._add_words(SubElement(parent, f"h{node.level}"), node.text)
        elif node.kind == "quote":
            self.add_blocks(SubElement(parent, "blockquote"), node.children)
        elif node.kind == "list":
            self._add_list(parent, node)
        elif node.kind == "code":
            code = SubElement(SubElement(parent, "pre"), "code")
            if node.label:
                code.set("class", _escaped(f"language-{node.label}"))
            code.text = _escaped("".join(line + "\n" for line in node.literal))
        elif node.kind == "html":
            self.add_text(parent, self.stash("\n".join(node.literal)))
        elif node.kind == "rule":
            SubElement(parent, "hr")
        elif node.kind == "table":
            self._add_table(parent, node)

    def _add_list(self, parent: Element, node: Node) -> None:
        items = SubElement(parent, "ul" if node.number is None else "ol")
        if node.number not in (None, 1):
            items.set("start", str(node.number))
        for item in node.children:
            self.add_text(items, "\n")
            element = SubElement(items, "li")
            if node.loose:
                self._add_task(element, item)
                self.add_blocks(element, item.children)
            else:
                self._add_tight(element, item)
        self.add_text(items, "\n")

    def _add_tight(self, element: Element, item: Node) -> None:
        """The blocks of an item of a tight list: its paragraphs are only words."""
        for number, node in enumerate(item.children):
            if node.kind == "paragraph":
                self.add_text(element, "\n" if number else "")
                self._add_task(element, item if not number else None)
                self._add_words(element, node.text)
            elif node.kind not in ("reference", "footnote"):
                self.add_text(element, "\n")
                self._add_block(element, node)
        if item.children and item.children[-1].kind != "paragraph":
            self.add_text(element, "\n")

    def _add_task(self, element: Element, item: Node | None) -> None:
        if item is not None and item.task is not None:
            self.add_text(element, DONE if item.task else OPEN)

    def _add_table(self, parent: Element, node: Node) -> None:
        table = SubElement(parent, "table")
        for number, row in enumerate(node.children):
            if number < 2:
                body = SubElement(table, "tbody" if number else "thead")
            line = SubElement(body, "tr")
            for cell in row.children:
                self._add_words(SubElement(line, "td" if number else "th"), cell.text)
            for _ in node.columns[len(row.children) :]:
                SubElement(line, "td")
        for part in (table, *table, *table.iter("tr")):
            part.text = "\n"
            for inner in part:
                inner.tail = "\n"

    def _add_words(self, element: Element, text: str) -> None:
        self._add_spans(element, read(text, self.known), linked=False)

    def _add_spans(self, element: Element, spans: Sequence[Span], *, linked: bool) -> None:
        words: list[str] = []  # put in at once, since thousands of them may follow each other
        for span in spans:
            text = self._characters(span, linked)
            if text is not None:
                words.append(text)
                continue
            self.add_text(element, "".join(words))
            words.clear()
            self._add_span(element, span, linked=linked)
        self.add_text(element, "".join(words))

    def _characters(self, span: Span, linked: bool) -> str | None:
        """What `span` shows where it is no element of its own."""
        if span.kind in ("text", "escape", "entity") or (linked and span.kind in ("angle", "bare")):
            return _escaped(span.text)  # an address in a link leads where the link leads
        if span.kind == "soft":
            return "\n"
        return self.stash(span.text) if span.kind == "html" else None

    def _add_span(self, element: Element, span: Span, *, linked: bool) -> None:
        if span.kind == "break":
            SubElement(element, "br").tail = "\n"
        elif span.kind == "note":
            note = self.reference(span.text)
            if note is not None:
                element.append(note)
        elif span.kind == "image":
            picture = SubElement(element, "img", {"alt": _alternative(span.children), "src": _escaped(span.address)})
            if span.title:
                picture.set("title", _escaped(span.title))
        elif span.kind == "link" and linked:
            self._add_spans(element, span.children, linked=True)
        elif span.kind in ("link", "angle", "bare"):
            link = SubElement(element, "a", {"href": _escaped(span.address)})
            if span.title:
                link.set("title", _escaped(span.title))
            if span.kind == "link":
                self._add_spans(link, span.children, linked=True)
            else:
                link.text = _escaped(span.text)
        elif span.kind == "code":
            SubElement(element, "code").text = _escaped(span.text)
        else:
            self._add_spans(SubElement(element, _TAGS[span.kind]), span.children, linked=linked)

    def add_text(self, element: Element, text: str) -> None:
        """Append text, which is serialized as it is, to what `element` holds."""
        if not text:
            return
        if len(element):
            element[-1].tail = (element[-1].tail or "") + text
        else:
            element.text = (element.text or "") + text


def _escaped(text: str) -> str:
    """Text for the serializer of Python-Markdown, which leaves alone what looks like an entity."""
    return text.replace("&", "&amp;")


def _alternative(spans: Sequence[Span]) -> str:
    """The words that stand for a picture."""
    parts = []
    for span in spans:
        if span.children:
            parts.append(_alternative(span.children))
        elif span.kind in ("soft", "break"):
            parts.append("\n")
        elif span.kind not in ("html", "note"):
            parts.append(_escaped(span.text))
    return "".join(parts)
