"""HTML that editors type into a text, made ready for cleaning so that no words go with the tags.

What is no element of HTML is text ("<John Smith>"); elements that pages do not have leave what they hold. Only what an
editor hides and closes again, comments and the like, goes.
"""

from __future__ import annotations

import re
from html import escape, unescape

# The elements that pages may have.
TAGS = frozenset(
    "a abbr b bdi bdo blockquote br cite code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img "
    "ins kbd li mark ol p pre q s small span strong sub summary sup table tbody td tfoot th thead time tr u ul".split()
)
# What shows another page, a film or a sound: only its address is kept, as a link.
EMBED = re.compile(
    r"<(iframe|video|audio|embed|object)\b[^<>]*>"
    r"(?:(?:(?!<(?:iframe|video|audio|embed|object)\b).)*?</\1\s*>)?",
    re.I | re.S,
)
_SOURCE = re.compile(r"""\s(?:src|data)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""", re.IGNORECASE)
# What holds no words for readers, until it is closed.
_CODE = frozenset({"script", "style"})
# Tags that GitHub shows as they are typed: browsers would read all behind them by other rules.
_SHOWN = frozenset("title textarea xmp noembed noframes plaintext".split())
_KEPT = TAGS | _CODE | {"iframe", "video", "audio", "embed", "object", "source", "track"}
# The other names that HTML, SVG and MathML have or had. Names with "-" or ":" are of programs, too.
_KNOWN = frozenset(
    "address applet area article aside base basefont bgsound big blink body button canvas caption center circle "
    "clippath col colgroup command data datalist defs desc dialog dir ellipse fieldset font footer foreignobject "
    "form frame frameset g head header hgroup html image input isindex keygen label legend line lineargradient "
    "link listing main map marker marquee mask math menu menuitem meta meter metadata mfrac mglyph mi mlabeledtr "
    "mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup "
    "mtable mtd mtext mtr munder munderover multicol nav nextid nobr noembed noframes noscript optgroup option "
    "output param path pattern picture plaintext polygon polyline portal progress radialgradient rb rect rp rt "
    "rtc ruby samp search section select semantics annotation slot stop strike svg switch symbol tbody template "
    "text textarea textpath title tspan tt use var view wbr xmp acronym filter".split()
)
# Those of them that stand apart from what is beside them: their words would stick together.
_APART = frozenset(
    "address article aside button caption center dialog dir fieldset footer form header hgroup label legend main menu "
    "nav optgroup option output search section select".split()
)
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_TAG_END = re.compile(r"""(?:[^>=]|=(?!\s*["'])|=\s*(?:"[^"]*"|'[^']*'))*+>""")
_ATTRIBUTE = re.compile(r"""([^\s"'=<>/]+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]*))?""")
_VALUELESS = frozenset(
    "allowfullscreen async autofocus autoplay checked compact controls default defer disabled download hidden "
    "inert ismap itemscope loop multiple muted nomodule noshade novalidate nowrap open playsinline readonly "
    "required reversed selected allowpaymentrequest webkitallowfullscreen mozallowfullscreen".split()
)
_TAG = re.compile(r"""<(?:/?[a-zA-Z](?:[^"'<>]|"[^"]*"|'[^']*')*|!--.*?--|\?.*?\?|![a-zA-Z][^>]*)>""", re.DOTALL)
_CODE_ELEMENT = re.compile(r"<(script|style)\b.*?</\1[^>]*>", re.DOTALL | re.IGNORECASE | re.ASCII)
# The classes by which libraries of styles give a part to those alone who listen to a page.
UNSEEN_CLASSES = frozenset({"screen-reader-text", "visually-hidden", "sr-only", "a11y-hidden"})
# Elements that part the words before them from those behind.
_BREAK = re.compile(r"</?(?:p|div|li|ul|ol|h[1-6]|blockquote|t[dhr]|table|br|hr|pre|dd|dt|figcaption)\b[^>]*>")


def for_cleaning(html: str) -> str:
    """`html` with only such elements as pages may have, and with everything else that has words as text.

    What is opened and never closed stays as it is.
    """
    parts: list[str] = []
    at = 0
    while (start := html.find("<", at)) >= 0:
        parts.append(html[at:start])
        shown, at = _piece(html, start)
        parts.append(shown)
    parts.append(html[at:])
    return "".join(parts)


def _piece(html: str, start: int) -> tuple[str, int]:
    """What to put in the place of what begins at the "<" at `start`, and where that ends."""
    following = html[start + 1 : start + 2]
    if following in ("!", "?"):
        return _declaration(html, start)
    name = _NAME.match(html, start)
    if name is None:
        return "<", start + 1
    ending = _TAG_END.match(html, name.end())
    if ending is None:
        return html[start:], len(html)
    end = ending.end()
    tag, lower = html[start:end], name[1].lower()
    if lower in _CODE and not tag.startswith("</"):
        closing = re.compile(rf"</{lower}\s*>", re.IGNORECASE).search(html, end)
        return (html[start : closing.end()], closing.end()) if closing else (html[start:], len(html))
    attributes = _ATTRIBUTE.findall(tag[len(name[0]) : -1])
    if lower in _SHOWN or _are_words(attributes) or not (_is_name(lower) or attributes):
        return "&lt;", start + 1
    return (tag if lower in _KEPT else "\n" if lower in _APART else ""), end


def _declaration(html: str, start: int) -> tuple[str, int]:
    if html.startswith(("<!-->", "<!--->"), start):
        return "", html.index(">", start) + 1
    for sign, close in (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>")):
        if html.startswith(sign, start):
            end = html.find(close, start + len(sign))
            if end < 0:
                return html[start:], len(html)
            words = escape(html[start + len(sign) : end], quote=False) if close == "]]>" else ""
            return words, end + len(close)
    end = html.find(">", start)
    if end < 0:
        return html[start:], len(html)
    return ("", end + 1) if html[start : start + 9].lower() == "<!doctype" else ("&lt;", start + 1)


def _is_name(name: str) -> bool:
    return name in _KEPT or name in _KNOWN or "-" in name or ":" in name


def _are_words(attributes: list[tuple[str, str]]) -> bool:
    """Whether what stands behind the name of a tag is words rather than attributes."""
    return any(not value and name.lower() not in _VALUELESS for name, value in attributes)


def embedded(match: re.Match[str]) -> str | None:
    """The web address that a match of EMBED shows, None where it has none."""
    source = _SOURCE.search(match[0])
    address = unescape(source[1] or source[2] or source[3] or "") if source else ""
    address = f"https:{address}" if address.startswith("//") else address
    return address if address.startswith(("https://", "http://")) else None


def with_links(html: str) -> str:
    """`html` with a link in the place of each film, sound and page that it embeds."""
    return EMBED.sub(_embed_link, html) if "<" in html else html


def _embed_link(match: re.Match[str]) -> str:
    address = embedded(match)
    return f'<a href="{escape(address)}">{escape(address, quote=False)}</a>' if address else match[0]


def words_of(html: str) -> str:
    """The words that readers see of `html`."""
    text = _BREAK.sub(" ", without_code(html))
    # what nothing closes is no tag, and to look for its end each time takes the whole text
    for sign, close in (("<?", "?>"), ("<!--", "-->")):
        if sign in text:
            end = text.rfind(close) + 1
            text = text[:end] + text[end:].replace(sign, f"<\0{sign[1:]}")
    return unescape(_TAG.sub("", text).replace("<\0", "<"))


def without_code(html: str) -> str:
    """`html` without its scripts and style sheets."""
    return _CODE_ELEMENT.sub(" ", html) if "<s" in html or "<S" in html else html
