"""reStructuredText -> Markdown with a head, through docutils: https://docutils.sourceforge.io/docs/ref/rst/

docutils is an extra. No file is included, nothing of the disk is read, and what HTML a text carries is cleaned like any
other. What docutils does not know stands in the text as it was, and is told with its line.
"""

from __future__ import annotations

import importlib.util
import io
import re
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from nashra.head import frontmatter
from nashra.ingest.page.fragment import convert
from nashra.ingest.page.html_pictures import Pictures
from nashra.kit.errors import ContentError
from nashra.kit.files import read_bytes

INSTALL = "pip install 'nashra[rst]' brings what reads it; or turn it into Markdown first, with pandoc"
# Stands before the addresses of a text while it is HTML: those of generators are none that HTML has.
_OURS = "https://rst.invalid/"
_WRITTEN = re.compile(re.escape(_OURS) + r"([\w.~%-]+)")
_HEAD = re.compile(r"---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
_MAX_TOLD = 20
_PLAYERS = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "gist": "https://gist.github.com/{}",
    "soundcloud": "https://soundcloud.com/{}",
    "media": "{}",
}
_SETTINGS: dict[str, object] = {
    "_disable_config": True,
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "report_level": 2,
    "halt_level": 5,
    "traceback": False,
    "docinfo_xform": False,
    "sectsubtitle_xform": False,
    "smart_quotes": False,
    "strip_comments": True,
    "syntax_highlight": "none",
    "math_output": "LaTeX",
    "embed_stylesheet": False,
    "stylesheet_path": "",
    "line_length_limit": 1_000_000,
}


def is_readable() -> bool:
    """Whether docutils is here."""
    return importlib.util.find_spec("docutils") is not None


def source_of(path: Path) -> str:
    """The text in `path`, where a line of `=======` is no conflict but below a heading. Raises ContentError."""
    try:
        return read_bytes(path).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise ContentError("the file is not UTF-8", path=path, hint="save it as UTF-8") from error


def as_markdown(source: str, *, has_title: bool, first_line: int = 1) -> tuple[str, list[str]]:
    """(the text as Markdown with YAML front matter, what is told of it with its lines).

    has_title: whether its first heading is its title, and the list of fields below that its head, as in Pelican; else
    it may have front matter. first_line: of what follows that, in its file.
    """
    found = None if has_title else _HEAD.match(source)
    parsed: object = frontmatter.parse_yaml(found[1], Path("text")) if found else {}
    head = dict(parsed) if isinstance(parsed, dict) else {}
    fields, markdown, told = _read(source[found.end() :] if found else source, has_title, first_line - 1)
    return f"---\n{frontmatter.dump({**fields, **head})}---\n\n{markdown}\n", told


def _read(source: str, has_title: bool, offset: int) -> tuple[dict[str, object], str, list[str]]:
    from docutils import nodes
    from docutils.core import publish_doctree, publish_from_doctree
    from docutils.writers.html5_polyglot import Writer

    _register()
    settings = {**_SETTINGS, "doctitle_xform": has_title, "warning_stream": io.StringIO()}
    tree = publish_doctree(source, settings_overrides=settings)
    fields: dict[str, object] = {}
    if has_title and tree.get("title"):
        fields["title"] = tree["title"]
    first = next((each for each in tree.children if not isinstance(each, (nodes.title, nodes.Invisible))), None)
    if isinstance(first, nodes.field_list):
        for each in first.children:
            name, value = each.children[0].astext(), each.children[1].astext()
            fields[name.strip().lower().replace("-", "_")] = " ".join(value.split())
        tree.remove(first)
    told = list(_told(tree, nodes, offset))
    _simplified(tree, nodes)
    writer = Writer()
    publish_from_doctree(tree, writer=writer, settings_overrides=settings)
    html = re.sub(r'<pre class="code ([\w+#.-]+)[^"]*">', r'<pre class="language-\1">', writer.parts["fragment"])
    markdown = convert(html, None, Pictures(None, lambda _address: None), "", (), own=True).markdown
    return fields, _WRITTEN.sub(lambda each: _plain(unquote(each[1])), markdown), told


def _plain(address: str) -> str:
    return re.sub(r"[\s()<>]", lambda sign: f"%{ord(sign[0]):02X}", address)


def _told(tree: Any, nodes: Any, offset: int) -> Iterator[str]:
    """What docutils says, taken out of the tree; what it did not know stays as code."""
    said: list[str] = []
    for each in list(tree.findall(nodes.system_message)):
        line = each.get("line")
        message = " ".join(each.children[0].astext().split()) if each.children else ""
        blocks = [child for child in each.children if isinstance(child, nodes.literal_block)]
        where = f"line {line + offset}: " if line else ""
        if message and each.get("level", 2) > 1:
            said.append(f"{where}{message[:160].rstrip('.')}" + ("; it stands in the text as it was" if blocks else ""))
        parent = each.parent
        if parent is not None:
            at = parent.index(each)
            parent[at : at + 1] = [nodes.literal_block("", block.astext()) for block in blocks]
    for section in list(tree.findall(nodes.section)):
        if "system-messages" in section.get("classes", ()) and section.parent is not None:
            section.parent.remove(section)
    said = list(dict.fromkeys(said))
    yield from said[:_MAX_TOLD]
    if len(said) > _MAX_TOLD:
        yield f"and {len(said) - _MAX_TOLD} more in its reStructuredText"


def _simplified(tree: Any, nodes: Any) -> None:
    """Make of the tree what Markdown has, and hide its addresses from HTML."""
    for each in list(tree.findall(nodes.problematic)):
        each.parent.replace(each, nodes.Text(each.astext()))
    for each in list(tree.findall(nodes.topic)):
        if "contents" in each.get("classes", ()):
            each.parent.remove(each)
    for each in list(tree.findall(lambda node: isinstance(node, (nodes.Admonition, nodes.sidebar, nodes.topic)))):
        quote_ = nodes.block_quote()
        for child in list(each.children):
            each.remove(child)
            if isinstance(child, nodes.title):
                child = nodes.paragraph("", "", nodes.strong("", child.astext()))
            quote_ += child
        each.parent.replace(each, quote_)
    for each in list(tree.findall(nodes.literal)):
        each.parent.replace(each, nodes.raw("", f"<code>{escape(each.astext(), quote=False)}</code>", format="html"))
    for each in tree.findall(nodes.reference):
        if each.get("refuri") and not re.match(r"https?:|mailto:", each["refuri"]):
            each["refuri"] = _OURS + quote(each["refuri"], safe="")
    for each in tree.findall(nodes.image):
        each["uri"] = _OURS + quote(each["uri"], safe="")
        each.setdefault("alt", "")
        for name in ("width", "height", "scale", "loading"):
            each.attributes.pop(name, None)


class _AnyOption(dict[str, Any]):
    """Options of directives: all are taken, as those of generators are not ours to know."""

    def __missing__(self, _name: str) -> Any:
        from docutils.parsers.rst import directives

        return directives.unchanged


@cache
def _register() -> None:
    """Directives and roles of Pelican and Nikola that Markdown has too."""
    from docutils import nodes
    from docutils.parsers.rst import Directive, directives, roles

    class Player(Directive):  # type: ignore[misc]
        required_arguments, final_argument_whitespace, has_content = 1, True, True
        option_spec = _AnyOption(width=directives.unchanged)

        def run(self) -> list[Any]:
            address = _PLAYERS[self.name.lower()].format(self.arguments[0].strip())
            return [nodes.paragraph("", "", nodes.reference("", address, refuri=address))]

    class Code(Directive):  # type: ignore[misc]
        optional_arguments, final_argument_whitespace, has_content = 1, True, True
        option_spec = _AnyOption(linenos=directives.unchanged)

        def run(self) -> list[Any]:
            language = self.arguments[0].split()[0] if self.arguments else ""
            return [nodes.literal_block("", "\n".join(self.content), classes=["code", language] if language else [])]

    class Thumbnail(Directive):  # type: ignore[misc]
        required_arguments, final_argument_whitespace, has_content = 1, True, True
        option_spec = _AnyOption(alt=directives.unchanged)

        def run(self) -> list[Any]:
            image = nodes.image("", uri="".join(self.arguments[0].split()), alt=self.options.get("alt", ""))
            if not self.content:
                return [image]
            holder = nodes.Element()
            self.state.nested_parse(self.content, self.content_offset, holder)
            text = next((each for each in holder.children if isinstance(each, nodes.paragraph)), None)
            return [nodes.figure("", image, *([nodes.caption("", "", *text.children)] if text else []))]

    class Html(Directive):  # type: ignore[misc]
        required_arguments, has_content = 1, True
        option_spec = _AnyOption(file=directives.unchanged)

        def run(self) -> list[Any]:
            if self.arguments[0].lower() != "html" or self.options or not self.content:
                said = self.state_machine.reporter.warning(
                    f'"raw" of {self.arguments[0]!r} is left out', line=self.lineno
                )
                return [said]
            return [nodes.raw("", "\n".join(self.content), format="html")]

    def document(_role: str, rawtext: str, text: str, *_rest: Any, **_more: Any) -> tuple[list[Any], list[Any]]:
        named = re.match(r"(.+?)\s*<([^<>]+)>\Z", text, re.DOTALL)
        words, slug = (named[1], named[2]) if named else (text, text)
        return [nodes.reference(rawtext, words, refuri=f"link://slug/{slug}")], []

    def words(_role: str, _rawtext: str, text: str, *_rest: Any, **_more: Any) -> tuple[list[Any], list[Any]]:
        return [nodes.inline("", text)], []

    for name in _PLAYERS:
        directives.register_directive(name, Player)
    for name in ("code", "code-block", "sourcecode", "highlight"):
        directives.register_directive(name, Code)
    directives.register_directive("thumbnail", Thumbnail)
    directives.register_directive("raw", Html)
    roles.register_local_role("doc", document)
    for name in ("abbr", "sc"):
        roles.register_local_role(name, words)
