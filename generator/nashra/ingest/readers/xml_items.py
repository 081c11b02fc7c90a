"""Reading XML of any size, item by item, in little memory. No entity is expanded and nothing else is opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from nashra.ingest.readers.xml_tidy import TidyXml
from nashra.kit.errors import ContentError, Problem

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

XML_NAMESPACE = "{http://www.w3.org/XML/1998/namespace}"

# Characters without a meaning here: the text around them is whole.
_HARMLESS = frozenset({"ERR_UNDECLARED_ENTITY", "WAR_UNDECLARED_ENTITY", "ERR_INVALID_CHAR", "ERR_INVALID_CHARREF"})
# libxml2 counts the lines of elements no further.
_LAST_LINE = 65535
_MAX_DAMAGE = 50


def items(stream: BinaryIO, names: Sequence[str]) -> Iterator[Element | Problem]:
    """The elements with these local names, each whole when it comes; it is freed when the next one is asked for.

    What stands before them in the document stays reachable through `getparent`. Damage comes as a problem, with its
    line, and an element in which it lies is left out: half of an article is none. Raises ContentError for a document
    that declares entities (XML bombs do).
    """
    from lxml import etree

    stream.seek(0)
    # lxml asks any object with `read`; its stubs name only files
    context: Any = etree.iterparse(
        cast(BinaryIO, TidyXml(stream)),
        events=("start", "end"),
        tag=[f"{{*}}{name}" for name in names],
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    held: Element | None = None  # until it is known whether there was damage before the next one
    checked = False
    damage = _Damage(context)
    try:
        for event, element in context:
            if held is not None:  # the next one begins, or a damaged one around it ends
                is_damaged, told = damage.between(held, element)
                yield from told
                if not is_damaged:
                    yield held
                if (parent := held.getparent()) is not None:
                    parent.remove(held)
                held = None
            if event == "end":
                held = element
            elif not checked:
                _refuse_entities(element)
                checked = True
            if damage.is_hopeless:
                return
    except etree.XMLSyntaxError as error:
        yield Problem(f"the XML is damaged: {_reason(str(error))}", line=error.lineno or None)
        return
    if held is not None:
        is_damaged, told = damage.between(held, None)
        yield from told
        if not is_damaged:
            yield held
    if not checked and context.root is not None:
        _refuse_entities(context.root)
    yield from damage.between(None, None)[1]


class _Damage:
    """What the parser complained of, told once. Errors have lines, and elements have them up to _LAST_LINE."""

    def __init__(self, context: Any) -> None:
        self._context = context
        self._told: set[int] = set()

    @property
    def is_hopeless(self) -> bool:
        """Whether there is so much of it that this is hardly XML."""
        return len(self._told) >= _MAX_DAMAGE

    def between(self, element: Element | None, following: Element | None) -> tuple[bool, list[Problem]]:
        """Whether there is any from the line where `element` begins (None: anywhere) to that of the `following` one,
        and what has not been told of it."""
        first = line_of(element) or 0 if element is not None else 0
        last = line_of(following) or _LAST_LINE if following is not None else _LAST_LINE
        found = False
        problems: list[Problem] = []
        for entry in self._context.error_log:
            if entry.level_name != "FATAL" or entry.type_name in _HARMLESS or entry.line < first:
                continue
            if following is not None and (entry.line >= max(last, first + 1) or last >= _LAST_LINE):
                continue
            found = True
            if entry.line not in self._told and not self.is_hopeless:
                self._told.add(entry.line)
                message = (
                    f"the XML is damaged here, and the article in this place was left out: {_reason(entry.message)}"
                )
                problems.append(Problem(message, line=entry.line or None, hint="export it again"))
        return found, problems


def _reason(message: str) -> str:
    return message.split(", line", 1)[0].strip()[:200]


def _refuse_entities(element: Element) -> None:
    dtd: Any = element.getroottree().docinfo.internalDTD  # the stubs know little of it
    if dtd is not None and any(True for _ in dtd.iterentities()):
        hint = "no feed and no export needs that: get the file anew from where it was made"
        raise ContentError("the XML declares entities of its own", line=1, hint=hint)


def line_of(element: Element) -> int | None:
    """The 1-based line where `element` begins, as far as libxml2 counts."""
    line: Any = element.sourceline
    return line if isinstance(line, int) else None


def local(element: Element) -> str:
    """The name of `element` without its namespace; empty for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def text(element: Element | None) -> str:
    """All text in `element`, stripped."""
    if element is None:
        return ""
    parts: Iterator[Any] = element.itertext("*")  # always str in Python 3
    return "".join(parts).strip()


def child(element: Element, *names: str) -> Element | None:
    """The first child with one of these names, the names in order of trust: "{namespace}name", or a bare name in no
    namespace or in any."""
    for name in names:
        for each in element.iterchildren():
            if each.tag == name or (not name.startswith("{") and local(each) == name and _is_plain(each, name)):
                return each
    return None


def children(element: Element, name: str) -> list[Element]:
    """All children with the name "{namespace}name", or with a bare name."""
    return [
        each
        for each in element.iterchildren()
        if each.tag == name or (not name.startswith("{") and local(each) == name and _is_plain(each, name))
    ]


# Feeds of all versions: RSS 2.0 has no namespace, RSS 1.0, RSS 0.90 and Atom have these.
_PLAIN = (
    "{http://www.w3.org/2005/Atom}",
    "{http://purl.org/rss/1.0/}",
    "{http://my.netscape.com/rdf/simple/0.9/}",
    "{http://purl.org/atom/ns#}",
    "{http://backend.userland.com/rss2}",
)


def _is_plain(element: Element, name: str) -> bool:
    return element.tag == name or str(element.tag).removesuffix(name) in _PLAIN
