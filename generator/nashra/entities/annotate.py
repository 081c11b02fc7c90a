"""Article HTML -> the same HTML with links from names to the pages of their entities, and which entities it names.

The HTML is our own: made from Markdown and sanitised, so its tags are well-formed and properly nested.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection
from html import escape, unescape
from typing import NamedTuple
from urllib.parse import unquote

from nashra.entities.contexts import Context, first_mentions
from nashra.entities.matcher import Matcher
from nashra.languages.spec import words
from nashra.model import Mention

# A tag or a comment; attribute values may hold ">".
_TAG = re.compile(r"""(<!--.*?-->|<(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>)""", re.DOTALL)
_TAG_NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_REFERENCE = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);")


# Elements that leave a word whole. Every other one parts what stands before it from what follows.
_INLINE = words(
    "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub time u var wbr"
)
# No link inside these: a link is there already, or the text is not prose, or (headings) it stands for a whole section.
_NO_LINK = words("a button code pre kbd samp h1 h2 h3 h4 h5 h6 figcaption summary label")
# Text in these is not the author's prose: names in it are not even mentions.
_NO_TEXT = words("code pre kbd samp script style sup")

# What `Annotator.linked` sets.
_ENTITY_LINK = re.compile(
    r"""<a class="entity" href="(?:[^"]*/)?(?P<id>[^"/]+?)\.\w+"[^>]*>(?P<text>.*?)</a>""", re.DOTALL
)

# Two line ends: the matcher lets no name run across them, and takes what follows for the start of a sentence.
_BREAK = "\n\n"


class _Node(NamedTuple):
    """A text between two tags: its index among the pieces, and where it stands in the text given to the matcher."""

    piece: int
    start: int
    end: int


class Annotator:
    """One article's HTML and the mentions in it.

    title, summary: what stands above it; they are read with it, and name what `title` and `summary` then hold.
    entities: ids of the entities it names in the order of first mention.
    counts:   how often it names each outside of tables, in that order; those in tables alone are not among them.
    opening:  those that its first block names. linked_by_author: those whose name the author made a link of.
    """

    def __init__(self, html: str, matcher: Matcher, title: str = "", summary: str = "") -> None:
        self._html = html
        self._pieces = _TAG.split(html)
        self._text, self._nodes, tables, links = _plain_text(self._pieces)
        # one text: who is named in full in the title is meant by a surname in the body, and the reverse
        head = f"{title}{_BREAK}{summary}{_BREAK}" if title or summary else ""
        found = matcher.find(head + self._text)
        above = [mention for mention in found if mention.start < len(head)]
        self._mentions = [
            Mention(mention.entity, mention.start - len(head), mention.end - len(head))
            for mention in found[len(above) :]
        ]
        self.title = tuple(dict.fromkeys(mention.entity for mention in above if mention.start < len(title)))
        self.summary = tuple(dict.fromkeys(mention.entity for mention in above if mention.start >= len(title)))
        self.entities = tuple(dict.fromkeys(mention.entity for mention in self._mentions))
        prose = [mention for mention in self._mentions if not _inside(mention, tables)]
        self.counts = Counter(mention.entity for mention in prose)
        first = len(self._text) - len(self._text.lstrip())
        end = self._text.find(_BREAK, first)
        self.opening = frozenset(mention.entity for mention in prose if end < 0 or mention.start < end)
        self.linked_by_author = frozenset(mention.entity for mention in prose if _inside(mention, links))

    def linked(self, link: Callable[[str], str | None], card: Callable[[str], str] = lambda _: "") -> str:
        """The HTML with links to entities.

        The first mention of each entity that can carry a link gets one, `<a class="entity" href="...">`; `link` gives
        the address for an entity's id, None for no link. A mention can carry a link when it lies in one text node,
        outside links, code, headings and captions. card: the few words that a style sheet may show of an entity; they
        become the attribute `data-card`. Where nothing is linked the HTML comes back as it was.
        """
        edits = _edits(self._mentions, self._nodes, link, card)
        if not edits:
            return self._html
        pieces = list(self._pieces)
        for piece, changes in edits.items():
            pieces[piece] = _with_links(pieces[piece], changes)
        return "".join(pieces)

    def contexts(self, lang: str) -> dict[str, Context]:
        """Entity -> the sentence, in the language `lang`, of its first mention."""
        return first_mentions(self._text, self._mentions, lang)


class _Span(NamedTuple):
    """Characters [start, end) of the text given to the matcher."""

    start: int
    end: int


def without_links(html: str, kept: Collection[str]) -> str:
    """`html`, which `Annotator.linked` gave, without its links to entities that are not in `kept`.

    Their addresses end in the entity's id and a suffix, as those of pages do.
    """
    return _ENTITY_LINK.sub(lambda link: link[0] if unquote(link["id"]) in kept else link["text"], html)


def _inside(mention: Mention, spans: list[_Span]) -> bool:
    return any(span.start <= mention.start and mention.end <= span.end for span in spans)


def _plain_text(pieces: list[str]) -> tuple[str, list[_Node], list[_Span], list[_Span]]:
    """(the text for the matcher, the nodes in it that may be linked, its tables, its links), in order."""
    parts: list[str] = []
    nodes: list[_Node] = []
    spans: dict[str, list[_Span]] = {"table": [], "a": []}
    opened = {"table": 0, "a": 0}
    position = no_link = no_text = 0
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            if piece and not no_text:
                text = unescape(piece) if "&" in piece else piece
                parts.append(text)
                if not no_link:
                    nodes.append(_Node(index, position, position + len(text)))
                position += len(text)
            continue
        match = _TAG_NAME.match(piece)
        if match is None:
            continue
        closing, name = match[1], match[2].lower()
        step = -1 if closing else 1
        if name in spans:
            if closing:
                spans[name].append(_Span(opened[name], position))
            else:
                opened[name] = position
        if name in _NO_LINK:
            no_link = max(0, no_link + step)
        if name in _NO_TEXT:
            no_text = max(0, no_text + step)
        if name not in _INLINE or name in _NO_TEXT:
            parts.append(_BREAK)
            position += len(_BREAK)
    return "".join(parts), nodes, spans["table"], spans["a"]


def _edits(
    mentions: list[Mention], nodes: list[_Node], link: Callable[[str], str | None], card: Callable[[str], str]
) -> dict[int, list[tuple[int, int, str]]]:
    """Piece -> (start, end, attributes) of the links to set in it, in characters of its unescaped text."""
    edits: dict[int, list[tuple[int, int, str]]] = {}
    linked: set[str] = set()
    current = 0
    for mention in mentions:
        if mention.entity in linked:
            continue
        while current < len(nodes) and nodes[current].end <= mention.start:
            current += 1
        if current == len(nodes):
            break
        node = nodes[current]
        if not (node.start <= mention.start and mention.end <= node.end):
            continue
        linked.add(mention.entity)
        address = link(mention.entity)
        if address is not None:
            shown = card(mention.entity)
            attributes = f'href="{escape(address)}"' + (f' data-card="{escape(shown)}"' if shown else "")
            edits.setdefault(node.piece, []).append((mention.start - node.start, mention.end - node.start, attributes))
    return edits


def _with_links(raw: str, changes: list[tuple[int, int, str]]) -> str:
    """`raw`, an escaped text, with links at the given places of its unescaped form."""
    references = _references(raw) if "&" in raw else []
    parts: list[str] = []
    done = 0
    for start, end, attributes in changes:
        first, last = _raw_offset(start, references, False), _raw_offset(end, references, True)
        parts.append(f'{raw[done:first]}<a class="entity" {attributes}>{raw[first:last]}</a>')
        done = last
    parts.append(raw[done:])
    return "".join(parts)


class _Reference(NamedTuple):
    """A character reference: characters [start, end) of the escaped text, [plain_start, plain_end) of the plain one."""

    start: int
    end: int
    plain_start: int
    plain_end: int


def _references(raw: str) -> list[_Reference]:
    references: list[_Reference] = []
    shift = 0
    for match in _REFERENCE.finditer(raw):
        plain_start = match.start() - shift
        plain_end = plain_start + len(unescape(match[0]))
        references.append(_Reference(match.start(), match.end(), plain_start, plain_end))
        shift += match.end() - match.start() - (plain_end - plain_start)
    return references


def _raw_offset(offset: int, references: list[_Reference], is_end: bool) -> int:
    """Where `offset` of the plain text lies in the escaped one, never inside a reference."""
    shift = 0
    for reference in references:
        if offset <= reference.plain_start:
            break
        if offset < reference.plain_end:
            return reference.end if is_end else reference.start
        shift = reference.end - reference.plain_end
    return offset + shift
