"""The text of a WordPress post as its database keeps it -> HTML: paragraphs of the classic editor, and shortcodes.

Posts of the block editor are HTML already; their shortcodes are read too, since a block may hold them.
https://developer.wordpress.org/reference/functions/wpautop/ tells what WordPress itself makes of blank lines,
https://codex.wordpress.org/Shortcode_API what a shortcode is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

_BLOCK_EDITOR = re.compile(r"<!--\s*wp:")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BLOCK_NAMES = (
    "address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|"
    "iframe|li|main|nav|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul|video|audio"
)
_BLOCK_TAG = re.compile(rf"<(/?)({_BLOCK_NAMES})\b[^<>]*>", re.IGNORECASE)
_LITERAL = re.compile(r"<(pre|script|style|textarea)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
# In these, blank lines part paragraphs; in others a text is one line of a list, a cell or a heading.
_HOLDERS = frozenset("address article aside blockquote center div section main td th li dd details".split())
_VOID = frozenset({"hr"})
_BLANK = re.compile(r"\n[ \t\xa0]*\n\s*")
_ADDRESS_LINE = re.compile(r"(?m)^[ \t]*(https?://[^\s<>\"]+)[ \t]*$")

_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))""")
_NAME = r"[a-zA-Z][\w-]{1,40}"
# [[gallery]] is how a text shows a shortcode; [sic] and [1] are words.
_SHORTCODE = re.compile(rf"(\[?)\[(/?)({_NAME})((?:\s[^\[\]]{{0,2000}})?)(/?)\](\]?)")
_CAPTION = re.compile(r"\[(?:wp_)?caption\b([^\[\]]{0,2000})\](.*?)\[/(?:wp_)?caption\]", re.DOTALL)
_EMBED = re.compile(r"\[embed\b[^\[\]]{0,500}\]\s*(\S+?)\s*\[/embed\]", re.DOTALL)
_IMAGE = re.compile(r"(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?", re.IGNORECASE)
_PLAYER = re.compile(
    r"(?:audio|video|youtube|vimeo|dailymotion|twitter|tweet|facebook|instagram|soundcloud|playlist|iframe)\Z"
)
# Shortcodes of plugins that show program code; inside them and inside <pre> a `<` begins no tag of the page.
_CODE = re.compile(
    r"\[(cc[iln]{0,2}|code|sourcecode|source|highlight|crayon)\b([^\[\]]{0,500})\](.*?)\[/\1\]",
    re.DOTALL | re.IGNORECASE,
)
_PRE = re.compile(r"(<pre\b[^<>]*>(?:\s*+<code\b[^<>]*>)?)(.*?)((?:</code>\s*+)?</pre\s*>)", re.DOTALL | re.IGNORECASE)
_NO_MARK = re.compile(r"<(?!/?(?:a|b|br|code|em|i|mark|s|span|strong|u)\b[^<>]*>)", re.IGNORECASE)
_SOURCES = ("src", "url", "mp4", "m4v", "webm", "ogv", "mp3", "m4a", "ogg", "wav", "href")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the site's library: its web address, and what its editors wrote about it."""

    address: str
    alt: str = ""
    caption: str = ""


Gallery = Callable[[list[str]], list[Attachment]]


def to_html(text: str, gallery: Gallery) -> tuple[str, list[str]]:
    """(the HTML that WordPress would show, remarks on what could not be kept).

    gallery: the pictures of a [gallery]: of the ids that it names, or, for none, those that belong to the post.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    blocks = _BLOCK_EDITOR.search(text) is not None
    if "<" in text:
        text = _CODE.sub(_code, text)
        text = _PRE.sub(lambda found: f"{found[1]}{_NO_MARK.sub('&lt;', found[2])}{found[3]}", text)
    text, remarks = read_shortcodes(text, gallery)
    text = _COMMENT.sub("", text) if "<!--" in text else text
    return (_link_addresses(text) if blocks else paragraphs(_link_addresses(text))), remarks


def _code(found: re.Match[str]) -> str:
    language = _attributes(found[2]).get("lang") or _attributes(found[2]).get("language") or ""
    name = f' class="language-{escape(language)}"' if language else ""
    text = found[3].replace("<", "&lt;")
    return f"\n\n<pre><code{name}>{text}</code></pre>\n\n" if "\n" in text or language else f"<code>{text}</code>"


def read_shortcodes(text: str, gallery: Gallery) -> tuple[str, list[str]]:
    """`text` with its shortcodes as HTML; of those that are unknown only the words between them stay."""
    if "[" not in text:
        return text, []
    text = _CAPTION.sub(_figure, text)
    text = _EMBED.sub(lambda found: f"\n\n{_anchor(found[1])}\n\n", text)
    closed = {found[3].lower() for found in _SHORTCODE.finditer(text) if found[2]}
    unknown: dict[str, None] = {}

    def replace(found: re.Match[str]) -> str:
        name, attributes = found[3].lower(), _attributes(found[4])
        if found[1] and found[6]:
            return found[0][1:-1]
        around = (found[1], found[6])
        if name == "gallery" and not found[2]:
            ids = re.findall(r"\d+", attributes.get("ids") or attributes.get("include") or "")
            return "\n\n".join(["", *(_gallery_figure(each) for each in gallery(ids)), ""])
        if not attributes and name not in closed and not found[5] and not _PLAYER.match(name):
            return found[0]  # a word in brackets
        if not found[2]:
            address = next((attributes[key] for key in _SOURCES if attributes.get(key)), "")
            if _PLAYER.match(name) and re.match(r"(?:https?:)?//", address):
                return f"{around[0]}\n\n{_anchor(address)}\n\n{around[1]}"
            unknown.setdefault(name)
        return f"{around[0]}{around[1]}"

    text = _SHORTCODE.sub(replace, text)
    return text, [f"the shortcode [{name}] was left out; the words between its brackets stay" for name in unknown]


def _attributes(text: str) -> dict[str, str]:
    return {found[1].lower(): found[2] or found[3] or found[4] or "" for found in _ATTRIBUTE.finditer(text)}


def _figure(found: re.Match[str]) -> str:
    image = _IMAGE.search(found[2])
    if image is None:
        return found[2]
    # old texts have the caption as an attribute
    caption = found[2][image.end() :].strip() or escape(_attributes(found[1]).get("caption", ""))
    return f"\n\n<figure>{image[0]}<figcaption>{caption}</figcaption></figure>\n\n"


def _gallery_figure(each: Attachment) -> str:
    caption = f"<figcaption>{each.caption}</figcaption>" if each.caption else ""
    return f'<figure><img src="{escape(each.address)}" alt="{escape(each.alt)}">{caption}</figure>'


def _anchor(address: str) -> str:
    return f'<p><a href="{escape(address)}">{escape(address)}</a></p>'


def _link_addresses(text: str) -> str:
    """An address alone on its line is an embed."""
    return _ADDRESS_LINE.sub(lambda found: f"\n\n{_anchor(found[1])}\n\n", text)


def paragraphs(text: str) -> str:
    """`text` with the paragraphs and line breaks that its blank lines and line ends stand for. Linear in its length."""
    parts: list[str] = []
    stack: list[str] = []
    at = 0
    for literal in _LITERAL.finditer(text):
        _outside(text[at : literal.start()], parts, stack)
        parts.append(literal[0])
        at = literal.end()
    _outside(text[at:], parts, stack)
    return "".join(parts)


def _outside(text: str, parts: list[str], stack: list[str]) -> None:
    at = 0
    for tag in _BLOCK_TAG.finditer(text):
        parts.append(_run(text[at : tag.start()], stack))
        parts.append(tag[0])
        at = tag.end()
        name = tag[2].lower()
        if name in _VOID or tag[0].endswith("/>"):
            continue
        if not tag[1]:
            stack.append(name)
        elif name in stack[-20:]:
            while stack.pop() != name:
                pass
    parts.append(_run(text[at:], stack))


def _run(text: str, stack: list[str]) -> str:
    """The text between two tags of blocks."""
    if not text.strip():
        return text
    inner = stack[-1] if stack else ""
    chunks = [chunk.strip("\n") for chunk in _BLANK.split(text.strip("\n"))]
    if (inner and inner not in _HOLDERS) or (inner in ("li", "td", "th", "dd") and len(chunks) == 1):
        return re.sub(r"\s*\n\s*", "<br>", text.strip("\n"))
    lines = (re.sub(r"[ \t]*\n[ \t]*", "<br>\n", chunk) for chunk in chunks if chunk.strip())
    return "".join(f"<p>{line}</p>\n" for line in lines)
